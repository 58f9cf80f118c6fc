// `preflight host` for people: the decision, what is wrong with its remedy, what stands out, then all that was read.

public import PreflightCore
import PreflightELF
public import PreflightHost

/// The text report on a host.
public struct HostText {
    private let sink: Sink
    private let style: Style

    /// A report on `sink`.
    public init(_ sink: Sink, _ style: Style) {
        self.sink = sink
        self.style = style
    }

    /// Writes all of it.
    ///
    /// - Parameter isQuiet: the decision alone.
    public func write(_ report: HostReport, isQuiet: Bool = false) {
        if !report.findings.isEmpty { line(style.strong(Self.decision(report))) }
        if isQuiet { return }
        if report.findings.isEmpty {
            line("Nothing was expected of this host, so nothing is judged; --expect and --profile do that (--list-profiles).")
        }
        findings(report)
        let remarks = Severity.allCases.flatMap { severity in report.remarks.filter { $0.severity == severity } }
        if !remarks.isEmpty {
            heading("What stands out")
            for remark in remarks { write(remark) }
        }
        for section in report.sections {
            heading(section.title)
            write(section.facts)
        }
    }

    /// What did not pass, the worst first.
    func findings(_ report: HostReport) {
        for outcome in Self.order { for finding in report.findings where finding.outcome == outcome { write(finding) } }
    }

    /// What decides comes first.
    static var order: [HostFinding.Outcome] { [.fail, .unknown, .warn, .notApplicable] }

    static func decision(_ report: HostReport) -> String {
        let (failed, unknown) = (report.count(.fail), report.unknowns)
        let judged = report.findings.count - report.count(.notApplicable)
        var parts = ["\(report.count(.pass)) of \(counted(judged, "expectation")) met"]
        if failed > 0 { parts.append("\(failed) failed") }
        if report.warnings > 0 { parts.append(counted(report.warnings, "warning")) }
        let notes = report.count(.warn) - report.warnings + report.count(.unknown) - unknown
        if notes > 0 { parts.append(counted(notes, "note")) }
        if unknown > 0 { parts.append("\(unknown) not known") }
        if report.count(.notApplicable) > 0 { parts.append("\(report.count(.notApplicable)) not applicable") }
        let word = failed > 0 ? "Not fit" : unknown > 0 ? "Not known to be fit" : "Fit"
        return "\(word): \(parts.joined(separator: ", "))."
    }

    private func write(_ finding: HostFinding) {
        let expectation = finding.expectation
        let severity = Self.severity(finding)
        line("")
        line(style.wrapped("\(painted(severity)) \(finding.sentence)", indent: "        "))
        if let reason = expectation.reason { detail("why", reason) }
        if let reading = finding.reading, finding.outcome != .unknown {
            detail("read", ([reading.source + ", " + reading.scope.rawValue] + reading.notes).joined(separator: "; "))
        }
        remedy(finding.remedy)
        if let citation = expectation.origin.citation { detail("source", citation) }
    }

    /// The word that a finding opens with: what became of it, or how much a miss matters.
    static func severity(_ finding: HostFinding) -> String {
        finding.outcome == .warn ? finding.expectation.severity.rawValue : finding.outcome.rawValue
    }

    /// The letter of the verdict that such a word is like.
    static func severityLetter(_ word: String) -> String {
        ["fail": "x", "error": "x", "unknown": "u", "warning": "w", "warn": "w", "pass": "r"][word] ?? "i"
    }

    private func write(_ remark: Remark) {
        line(style.wrapped("\(painted(remark.severity.rawValue)) \(RawText.visible(remark.message))", indent: "        "))
        detail("read", remark.source + "; rule \(remark.rule.rawValue)")
        remedy(remark.remedy)
        if let citation = remark.citation { detail("source", citation) }
    }

    private func remedy(_ remedy: HostRemedy?) {
        if let now = remedy?.now { detail("now", now) }
        if let forGood = remedy?.forGood { detail("for good", forGood) }
    }

    /// One line behind a label; further lines are text to paste, so they keep their ends. Escapes it all.
    private func detail(_ label: String, _ text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last?.isEmpty == true { lines.removeLast() }
        for (number, part) in lines.enumerated() {
            let shown = RawText.visible(String(part))
            if number == 0 {
                let one = "        \(style.faint(label + ":")) \(shown)"
                line(lines.count == 1 && (label == "why" || label == "read") ? style.wrapped(one, indent: "          ") : one)
            } else {
                line("            \(shown)")
            }
        }
    }

    private func write(_ facts: [Fact]) {
        let width = min(44, facts.map { $0.name.unicodeScalars.count }.max() ?? 0)
        for fact in facts {
            var text: String
            switch fact.reading.value {
            case .success: text = Self.shown(fact.reading)
            case .failure(let unknown): text = style.doubtful("unknown: \(RawText.visible(unknown.description))")
            }
            if let note = fact.reading.notes.first { text += style.faint("  (\(RawText.visible(note)))") }
            line(
                style.wrapped(
                    "  \(padded(RawText.visible(fact.name), width))  \(text)", indent: String(repeating: " ", count: width + 4)))
        }
    }

    private func painted(_ word: String) -> String {
        let text = padded(word, 7)
        switch word {
        case "error", "fail": return style.bad(text)
        case "warning", "unknown": return style.doubtful(text)
        case "pass": return style.good(text)
        default: return style.faint(text)
        }
    }

    private func heading(_ text: String) {
        line("")
        line(style.strong(text))
    }

    private func line(_ text: String) {
        sink.write(text)
        sink.write("\n")
    }

    private static func shown(_ reading: Reading) -> String {
        switch reading.value {
        case .success(let value): RawText.visible(value.shown(as: reading.unit))
        case .failure: "unknown"
        }
    }
}

extension Value {
    /// For people: 1,024; 512 MiB; 0.5 cpu; unlimited.
    public func shown(as unit: PreflightHost.Unit) -> String {
        switch self {
        case .unlimited: "unlimited"
        case .text(let text): text
        case .numbers(let numbers): numbers.map(\.description).joined(separator: " ")
        case .number(let number): Value.shown(number, unit)
        }
    }

    private static func shown(_ number: Number, _ unit: PreflightHost.Unit) -> String {
        switch unit {
        case .count: number.int.map(grouped) ?? number.description
        case .cpus: "\(number) cpu"
        case .seconds: "\(number) s"
        case .ratio: "\(number.times(Number(100)) ?? number) %"
        case .bytes:
            [("TiB", 40), ("GiB", 30), ("MiB", 20), ("KiB", 10)].lazy.compactMap { (name, bits) -> String? in
                guard let part = Number(number.numerator, over: Int128(1) << bits), !(part < Number(1)), number.denominator == 1
                else { return nil }
                return "\(part.denominator == 1 ? part.description : rounded(part)) \(name)"
            }.first ?? "\(number) bytes"
        }
    }

    /// One place behind the point; the exact bytes are in JSON.
    private static func rounded(_ number: Number) -> String {
        let tenths = (number.times(Number(10)) ?? number).floor
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
