// `check --format text`: the decision first, then a table of objects and product lines, then why.

public import PreflightCore
import PreflightELF
import PreflightInputs
import PreflightLoader
import PreflightTargets

/// The report for people. It keeps what fails and counts what does not.
public struct TextReport: Report {
    private let sink: Sink
    private let style: Style
    private let isQuiet: Bool
    private let showsWholeHost: Bool
    private let complain: (String) -> Void
    private let policy: Policy
    private var rows: ObjectRows
    private let words: FindingWords

    private static var mostRemedyLines: Int { 4 }

    /// A report on `sink`.
    public init(_ sink: Sink, _ context: ReportContext) {
        self.sink = sink
        style = context.style
        isQuiet = context.isQuiet
        showsWholeHost = context.showsWholeHost
        complain = context.complain
        policy = context.policy
        rows = ObjectRows(context.targets)
        words = FindingWords(context.targets)
    }

    /// Keeps what deserves a line.
    public mutating func add(_ outcome: CheckOutcome) {
        switch outcome {
        case .nothing, .passedOver: break
        case .failure(let error): complain("preflight: \(RawText.visible(error.path)): \(RawText.visible(error.message))")
        case .object(let report): if !isQuiet { rows.add(report) }
        }
    }

    // MARK: Writing

    /// Writes everything.
    public mutating func finish(_ summary: Summary) {
        let host = HostText(sink, style)
        if var report = summary.host, summary.isOfHostAlone {
            if !report.findings.isEmpty, !showsWholeHost { (report.sections, report.remarks) = ([], []) }
            return host.write(report, isQuiet: isQuiet)
        }
        decision(Decision(summary))
        if let report = summary.host { line("This machine: " + HostText.decision(report)) }
        guard !isQuiet else { return }
        table(summary)
        reasons()
        footer(summary)
        if let report = summary.host, report.findings.contains(where: { $0.outcome != .pass }) {
            line()
            line(style.strong("This machine"))
            host.findings(report)
        }
    }

    private func line(_ text: String = "") { sink.write(text + "\n") }

    private func wrapped(_ text: String, indent: String = "  ") -> String { style.wrapped(text, indent: indent) }

    private func decision(_ decision: Decision) {
        line(style.strong(paint(decision.word, decision.mark)) + decision.rest)
        for sentence in decision.sentences { line(wrapped(sentence)) }
    }

    // MARK: The table

    private func table(_ summary: Summary) {
        let table = OverviewTable(rows, summary)
        guard !table.columns.isEmpty else { return }
        if !table.plain.isEmpty {
            line()
            line(wrapped("All objects start on every chosen release of: " + table.plain.joined(separator: ", ") + "."))
        }
        let nameWidth = min(max(6, table.rows.map(\.name.unicodeScalars.count).max() ?? 6), max(24, style.width / 3))
        let widths = table.columns.indices.map { column in
            max(table.columns[column].count, table.rows.map { $0.cells[column].text.count }.max() ?? 0)
        }
        var start = 0
        while start < table.columns.count {
            var end = start
            var used = nameWidth
            while end < table.columns.count, end == start || used + 2 + widths[end] <= style.width {
                used += 2 + widths[end]
                end += 1
            }
            line()
            line(
                style.strong(
                    padded("object", nameWidth) + (start..<end).map { "  " + padded(table.columns[$0], widths[$0]) }.joined()
                )
            )
            for row in table.rows {
                var text = padded(clipped(row.name, nameWidth), nameWidth)
                for column in start..<end {
                    let cell = row.cells[column]
                    text += "  " + paint(padded(cell.text, widths[column]), cell.mark)
                }
                line(trimmed(text))
            }
            start = end
        }
    }

    private func trimmed(_ text: String) -> String {
        var text = text
        while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
        return text
    }

    /// The end of a path says more than its start.
    private func clipped(_ name: String, _ width: Int) -> String {
        let count = name.unicodeScalars.count
        return count <= width ? name : "…" + String(String.UnicodeScalarView(name.unicodeScalars.suffix(width - 1)))
    }

    private func paint(_ text: String, _ mark: Mark) -> String {
        switch mark {
        case .good: style.good(text)
        case .bad: style.bad(text)
        case .unknown: style.doubtful(text)
        }
    }

    // MARK: Reasons

    private func reasons() {
        for row in rows.byFindings {
            line()
            if row.others.isEmpty {
                line(style.strong(shown(row.path)))
            } else {
                let names = ([row.path] + row.others).map(shown)
                line(wrapped(style.strong(counted(names.count, "object") + ":") + " " + shortened(names, 8)))
            }
            let judged = row.judged
            for place in row.worstFirst { write(row.findings[place], judged) }
        }
    }

    private func write(_ finding: Finding, _ judged: [Int]) {
        let reason = finding.reason
        let label =
            finding.suppression.map { style.faint(PreflightReports.words($0, policy)) }
            ?? paint(words.effect(reason.verdict), Mark(reason.verdict))
        line(wrapped("  \(label): \(words.headline(finding))", indent: "    "))
        if !finding.targets.isEmpty {
            let evidence = finding.evidence.isEmpty ? "" : " (evidence: \(finding.evidence.joined(separator: ", ")))"
            line(wrapped("    on: " + words.places(finding, judged: judged) + evidence, indent: "        "))
            if let text = words.elsewhere(finding, judged: judged) { line(wrapped("    there: " + text, indent: "        ")) }
        }
        for text in words.blame(finding) { line(wrapped("    from: " + text, indent: "        ")) }
        if let remedy = reason.remedy { line(wrapped("    remedy: " + shown(remedy), indent: "        ")) }
        for text in reason.remedyLines.prefix(Self.mostRemedyLines) { line("        " + shown(text)) }
        if reason.remedyLines.count > Self.mostRemedyLines {
            line("        and \(counted(reason.remedyLines.count - Self.mostRemedyLines, "more line")); --format json has them")
        }
    }

    // MARK: The end

    private func footer(_ summary: Summary) {
        let notes = ClosingNotes(summary).notes
        if !notes.isEmpty { line() }
        for note in notes { line(wrapped(paint(note.label, note.mark) + note.text)) }
        line()
        let judged = summary.judgedTargets
        line(
            "\(counted(summary.objects, "object")), \(counted(judged.count, "target")) as of \(summary.selection.asOf): "
                + "\(grouped(summary.failing)) failing, \(grouped(summary.unknown)) not decided, "
                + "\(grouped(summary.warned)) with warnings, \(grouped(summary.waived)) waived, "
                + "\(grouped(summary.unreadable)) not readable"
        )
    }
}
