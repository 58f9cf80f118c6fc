// `--format sarif`: SARIF 2.1.0 (OASIS), for code scanning. Results are written as objects are judged; the rules that they name
// follow them, because the order of members is free. Schemas/sarif.schema.json says what is written.

import PreflightCore
import PreflightHost
import PreflightInputs
import PreflightLoader
import PreflightTargets

/// The report as one run of SARIF.
struct SARIFReport: Report {
    private let sink: Sink
    private var writer: JSONWriter
    private let context: ReportContext
    private let maker: FindingMaker
    private let words: FindingWords
    private var used: Set<String> = []

    init(_ sink: Sink, _ context: ReportContext) {
        self.sink = sink
        self.context = context
        maker = FindingMaker(context.targets)
        words = FindingWords(context.targets)
        writer = JSONWriter(sink)
        writer.begin("{")
        writer.key("$schema")
        writer.string("https://json.schemastore.org/sarif-2.1.0.json")
        writer.key("version")
        writer.string("2.1.0")
        writer.key("runs")
        writer.begin("[")
        writer.begin("{")
        writer.key("columnKind")
        writer.string("unicodeCodePoints")
        writer.key("results")
        writer.begin("[")
    }

    mutating func add(_ outcome: CheckOutcome) {
        switch outcome {
        case .nothing, .passedOver: break
        case .failure(let error):
            write(
                Result(
                    rule: ReportRule.unreadable.rawValue, level: levels[.unknown] ?? "error",
                    text: "\(shown(error.path)): \(shown(error.message))",
                    path: error.path, fingerprint: Fingerprint.of([error.path, ReportRule.unreadable.rawValue])))
        case .object(let report):
            let judged = report.verdicts.compactMap { maker.number($0.target) }
            let findings = maker.findings(report)
            for (finding, fingerprint) in zip(findings, Fingerprint.of(findings, path: report.path)) {
                write(result(finding, report, judged, fingerprint))
            }
        }
    }

    mutating func finish(_ summary: Summary) {
        for finding in summary.mended { write(mended(finding)) }
        for trouble in summary.host?.troubles ?? [] {
            write(
                Result(
                    rule: trouble.rule.rawValue, level: levels[trouble.level] ?? "error",
                    text: ([trouble.sentence] + trouble.remedies).joined(separator: "\n"), path: Configuration.fileName,
                    fingerprint: Fingerprint.of([trouble.rule.rawValue, trouble.identity]), names: [trouble.name]))
        }
        for waiver in summary.expiredWaivers {
            write(
                Result(
                    rule: ReportRule.expiredWaiver.rawValue, level: "error",
                    text: "Expired on \(waiver.expires?.description ?? ""): \(shown(waiver.reason))",
                    path: Configuration.fileName, fingerprint: Fingerprint.of([ReportRule.expiredWaiver.rawValue, waiver.reason]))
            )
        }
        writer.end("]")
        writer.key("tool")
        writer.object { members in
            members.key("driver")
            members.object { members in
                members.key("name")
                members.string("preflight")
                members.key("version")
                members.string(context.version)
                members.key("rules")
                members.array { list in for id in used.sorted() { list.object { Self.rule(id, &$0) } } }
            }
        }
        writer.key("properties")
        writer.object { members in
            members.key("shippable")
            members.bool(summary.isShippable)
            members.key("status")
            members.number(summary.status)
            members.key("targets")
            members.strings(summary.targets.map(\.target.id))
        }
        writer.end("}")
        writer.end("]")
        writer.end("}")
        sink.write("\n")
    }

    // MARK: Results

    /// What a result of SARIF is made of here.
    private struct Result {
        var rule: String
        var level: String
        var text: String
        /// The object, or the file that the finding is about.
        var path: String
        var fingerprint: String
        /// Libraries, nodes and facts.
        var names: [String] = []
        /// The source to blame, below the working directory.
        var source: String?
        var places: [SymbolUse] = []
        var targets: [String] = []
        var remedy: String?
        var evidence: [String] = []
        var suppression: Suppression?
        /// new, unchanged or absent beside a baseline.
        var state: String?
    }

    /// SARIF knows no "could not be judged": what decides the status is an error there.
    private var levels: [Finding.Level: String] {
        let policy = context.policy
        return [
            .error: policy.failOn == .never ? "warning" : "error",
            .unknown: policy.onUnknown == .fail ? "error" : policy.onUnknown == .warn ? "warning" : "note",
            .warning: policy.failOn == .warning ? "error" : "warning",
        ]
    }

    private func result(_ finding: Finding, _ report: ObjectReport, _ judged: [Int], _ fingerprint: String) -> Result {
        let reason = finding.reason
        var text = "\(shown(report.path)) \(words.sentence(finding, judged: judged))"
        for line in words.blame(finding) { text += "\nfrom: \(line)" }
        if let remedy = reason.remedy { text += "\nremedy: \(shown(remedy))" }
        return Result(
            rule: reason.rule.rawValue, level: levels[finding.level] ?? "error", text: text, path: report.path,
            fingerprint: fingerprint,
            names: [reason.library, reason.node].compactMap { $0 }, source: finding.source(in: context), places: finding.uses,
            targets: finding.targets.map { context.targets[$0].id }, remedy: reason.remedy, evidence: finding.evidence,
            suppression: finding.suppression,
            state: context.policy.baseline == nil ? nil : finding.suppression == .baseline ? "unchanged" : "new")
    }

    private func mended(_ finding: MendedFinding) -> Result {
        let key = finding.key
        return Result(
            rule: key.rule.rawValue, level: "none", text: "\(shown(finding.path)): mended: \(Decision.mendedName(finding))",
            path: finding.path, fingerprint: Fingerprint.of(Fingerprint.parts(finding.path, key)),
            targets: finding.targets, state: "absent")
    }

    private mutating func write(_ result: Result) {
        used.insert(result.rule)
        writer.object { members in
            members.key("ruleId")
            members.string(result.rule)
            members.key("level")
            members.string(result.level)
            if result.level == "none" {
                members.key("kind")
                members.string("notApplicable")
            }
            members.key("message")
            members.text(result.text)
            members.key("analysisTarget")
            members.artifact(context.place(result.path))
            members.key("locations")
            members.array { list in
                list.object { location in
                    location.physical(result.source ?? context.place(result.path))
                    if !result.names.isEmpty {
                        location.key("logicalLocations")
                        location.array { list in
                            for name in result.names {
                                list.object { members in
                                    members.key("name")
                                    members.string(shown(name))
                                }
                            }
                        }
                    }
                }
            }
            members.related(result.places, in: context)
            members.key("partialFingerprints")
            members.object { members in
                members.key("preflightFinding/v1")
                members.string(result.fingerprint)
            }
            if let state = result.state {
                members.key("baselineState")
                members.string(state)
            }
            if let suppression = result.suppression { members.suppressions(suppression, context.policy) }
            members.key("properties")
            members.object { members in
                members.key("targets")
                members.strings(result.targets)
                if let remedy = result.remedy {
                    members.key("remedy")
                    members.string(shown(remedy))
                }
                if !result.evidence.isEmpty {
                    members.key("evidence")
                    members.strings(result.evidence)
                }
            }
        }
    }

    // MARK: Rules

    private static func rule(_ id: String, _ members: inout JSONWriter) {
        members.key("id")
        members.string(id)
        guard let text = RuleText.of(id) else { return }
        members.key("name")
        members.string(pascal(id))
        members.key("shortDescription")
        members.text(text.title)
        members.key("fullDescription")
        members.text(text.meaning)
        members.key("help")
        members.object { members in
            members.key("text")
            members.string(([text.meaning, text.consequence, text.remedy] + text.sources).joined(separator: "\n\n"))
            members.key("markdown")
            members.string(RuleReport.body(text))
        }
        members.key("helpUri")
        members.string(RuleReport.address(id))
        members.key("properties")
        members.object { members in
            members.key("tags")
            members.strings([text.group.rawValue])
        }
    }

    private static func pascal(_ id: String) -> String {
        id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}

extension JSONWriter {
    /// A message or multiformat message of SARIF.
    fileprivate mutating func text(_ text: String) {
        object { members in
            members.key("text")
            members.string(text)
        }
    }

    fileprivate mutating func artifact(_ path: String) {
        object { members in
            members.key("uri")
            members.string(Escape.uri(path))
        }
    }

    fileprivate mutating func physical(_ path: String) {
        key("physicalLocation")
        object { members in
            members.key("artifactLocation")
            members.artifact(path)
            members.key("region")
            members.object { members in
                members.key("startLine")
                members.number(1)
            }
        }
    }

    /// Who references what is missing.
    fileprivate mutating func related(_ uses: [SymbolUse], in context: ReportContext) {
        guard !uses.isEmpty else { return }
        key("relatedLocations")
        array { list in
            for (number, use) in uses.prefix(20).enumerated() {
                list.object { location in
                    location.key("id")
                    location.number(number)
                    location.physical(context.place(use.source ?? use.file))
                    location.key("message")
                    location.text("uses \(shown(use.symbol))\(use.target.map { " in target " + shown($0) } ?? "")")
                }
            }
        }
    }

    fileprivate mutating func suppressions(_ suppression: Suppression, _ policy: Policy) {
        key("suppressions")
        array { list in
            list.object { members in
                members.key("kind")
                members.string("external")
                members.key("status")
                members.string("accepted")
                members.key("justification")
                members.string(words(suppression, policy))
            }
        }
    }
}
