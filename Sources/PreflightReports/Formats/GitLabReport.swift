// `--format gitlab`: a code quality report of GitLab CI, one entry a finding; with `junit` beside it for the tests of a merge request.

import PreflightCore
import PreflightLoader
import PreflightHost
import PreflightInputs
import PreflightTargets

/// The report as a list of issues.
struct GitLabReport: Report {
    private let sink: Sink
    private var writer: JSONWriter
    private let context: ReportContext
    private let maker: FindingMaker
    private let words: FindingWords

    init(_ sink: Sink, _ context: ReportContext) {
        self.sink = sink
        self.context = context
        maker = FindingMaker(context.targets)
        words = FindingWords(context.targets)
        writer = JSONWriter(sink)
        writer.begin("[")
    }

    mutating func add(_ outcome: CheckOutcome) {
        switch outcome {
        case .nothing, .passedOver: break
        case .failure(let error):
            issue(
                ReportRule.unreadable.rawValue, "critical", "\(shown(error.path)): \(shown(error.message))",
                path: context.place(error.path),
                fingerprint: Fingerprint.of([error.path, ReportRule.unreadable.rawValue]))
        case .object(let report):
            let judged = report.verdicts.compactMap { maker.number($0.target) }
            let findings = maker.findings(report)
            for (finding, fingerprint) in zip(findings, Fingerprint.of(findings, path: report.path)) {
                let note = finding.suppression.map { "\(PreflightReports.words($0, context.policy)): " } ?? ""
                let severity = finding.suppression != nil ? "info" : Self.severities[finding.level] ?? "major"
                let remedy = finding.reason.remedy.map { " Remedy: " + shown($0) } ?? ""
                issue(
                    finding.reason.rule.rawValue, severity,
                    "\(note)\(shown(report.path)) \(words.sentence(finding, judged: judged)).\(remedy)",
                    path: finding.source(in: context) ?? context.place(report.path),
                    fingerprint: fingerprint)
            }
        }
    }

    mutating func finish(_ summary: Summary) {
        for trouble in summary.host?.troubles ?? [] {
            issue(
                trouble.rule.rawValue, Self.severities[trouble.level] ?? "major",
                ([trouble.sentence] + trouble.remedies).joined(separator: "; "), path: Configuration.fileName,
                fingerprint: Fingerprint.of([trouble.rule.rawValue, trouble.identity]))
        }
        for waiver in summary.expiredWaivers {
            issue(
                ReportRule.expiredWaiver.rawValue, "major",
                "This waiver expired on \(waiver.expires?.description ?? ""): \(shown(waiver.reason))",
                path: Configuration.fileName, fingerprint: Fingerprint.of([ReportRule.expiredWaiver.rawValue, waiver.reason]))
        }
        writer.end("]")
        sink.write("\n")
    }

    private static let severities: [Finding.Level: String] = [.error: "critical", .unknown: "major", .warning: "minor"]

    private mutating func issue(_ rule: String, _ severity: String, _ text: String, path: String, fingerprint: String) {
        writer.object { members in
            members.key("description")
            members.string(text)
            members.key("check_name")
            members.string(rule)
            members.key("fingerprint")
            members.string(fingerprint)
            members.key("severity")
            members.string(severity)
            members.key("location")
            members.object { members in
                members.key("path")
                members.string(path)
                members.key("lines")
                members.object { members in
                    members.key("begin")
                    members.number(1)
                }
            }
        }
    }
}
