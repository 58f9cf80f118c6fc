// `--format markdown`: for comments on pull requests and for job summaries: the decision, the table, the reasons folded away.

import PreflightCore
import PreflightLoader
import PreflightHost
import PreflightInputs
import PreflightTargets

/// The report as GitHub-flavoured Markdown, which GitLab and most others read too.
struct MarkdownReport: Report {
    private let sink: Sink
    private let context: ReportContext
    private var rows: ObjectRows
    private var errors: [InputError] = []

    /// Comments may have 65,536 characters; the reasons end before.
    private static let commentLimit = 60_000
    /// Unreadable files that are named.
    static let mostErrors = 50

    init(_ sink: Sink, _ context: ReportContext) {
        self.sink = sink
        self.context = context
        rows = ObjectRows(context.targets)
    }

    mutating func add(_ outcome: CheckOutcome) {
        switch outcome {
        case .nothing, .passedOver: break
        case .failure(let error): if errors.count < Self.mostErrors { errors.append(error) }
        case .object(let report): rows.add(report)
        }
    }

    mutating func finish(_ summary: Summary) { Self.write(rows, errors, summary, context, limit: Self.commentLimit, to: sink) }

    /// Writes the whole; in bytes about `limit` at most.
    static func write(
        _ rows: ObjectRows, _ errors: [InputError], _ summary: Summary, _ context: ReportContext, limit: Int, to sink: Sink
    ) {
        var page = MarkdownPage(limit: limit)
        page.head(summary)
        if !context.isQuiet {
            page.table(OverviewTable(rows, summary))
            page.errors(errors, summary.unreadable)
            page.reasons(rows, FindingWords(context.targets), summary.policy)
            page.host(summary.host)
            page.foot(summary)
        }
        sink.write(page.text)
    }
}

/// A page that stops in time.
private struct MarkdownPage {
    private(set) var text = ""
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    private mutating func line(_ line: String = "") { text += line + "\n" }

    private static let marks: [String] = ["✅", "❌", "❔"]

    private func sign(_ mark: Mark) -> String {
        switch mark {
        case .good: Self.marks[0]
        case .bad: Self.marks[1]
        case .unknown: Self.marks[2]
        }
    }

    mutating func head(_ summary: Summary) {
        if summary.isOfHostAlone {
            line("### preflight: this machine")
            return
        }
        let decision = Decision(summary)
        line("### \(sign(decision.mark)) \(decision.word)")
        line()
        line(Escape.markdown(decision.word + decision.rest))
        for sentence in decision.sentences {
            line()
            line(Escape.markdown(sentence))
        }
        line()
    }

    mutating func table(_ table: OverviewTable) {
        guard !table.columns.isEmpty else { return }
        if !table.plain.isEmpty {
            line(Escape.markdown("All objects start on every chosen release of: " + table.plain.joined(separator: ", ") + "."))
            line()
        }
        line("| object | " + table.columns.map { Escape.markdown(shown($0)) }.joined(separator: " | ") + " |")
        line("| :-- |" + String(repeating: " :-- |", count: table.columns.count))
        for (number, row) in table.rows.enumerated() {
            guard text.utf8.count < limit / 2 else {
                let left = table.rows.count - number
                line("| and \(counted(left, "more row")) |" + String(repeating: " |", count: table.columns.count))
                break
            }
            // A cell names the releases that are good: with some of them it is neither.
            let cells = row.cells.map { cell in
                let isPart = cell.mark == .bad && cell.text != "none" && cell.text != "no"
                return "\(isPart ? "⚠️" : sign(cell.mark)) \(Escape.markdown(cell.text))"
            }
            line("| \(Escape.markdownCode(row.name)) | " + cells.joined(separator: " | ") + " |")
        }
        line()
    }

    mutating func errors(_ errors: [InputError], _ count: Int) {
        guard !errors.isEmpty else { return }
        line("**Not readable**")
        line()
        for error in errors where text.utf8.count < limit * 3 / 4 {
            line("- \(Escape.markdownCode(shown(error.path))): \(Escape.markdown(shown(error.message)))")
        }
        if count > errors.count { line("- and \(counted(count - errors.count, "more file"))") }
        line()
    }

    mutating func reasons(_ rows: ObjectRows, _ words: FindingWords, _ policy: Policy) {
        let groups = rows.byFindings
        for (number, row) in groups.enumerated() {
            let part = paragraph(row, words, policy)
            guard text.utf8.count + part.utf8.count < limit else {
                line("_\(counted(groups.count - number, "more object")) had no room here; the other formats have them._")
                line()
                return
            }
            text += part
        }
    }

    private func paragraph(_ row: ObjectRow, _ words: FindingWords, _ policy: Policy) -> String {
        var page = MarkdownPage(limit: .max)
        let name = Escape.xml(shown(row.path)) + (row.others.isEmpty ? "" : " and \(counted(row.others.count, "other"))")
        let judged = row.judged
        page.line("<details><summary><code>\(name)</code></summary>")
        page.line()
        if !row.others.isEmpty {
            let names = row.others.prefix(20).map { Escape.markdownCode(shown($0)) }.joined(separator: ", ")
            page.line("Also: \(names)\(row.others.count > 20 ? ", and \(row.others.count - 20) more" : "")")
            page.line()
        }
        for place in row.worstFirst {
            let finding = row.findings[place]
            let effect = words.effect(finding.reason.verdict)
            let label = finding.suppression.map { PreflightReports.words($0, policy) } ?? effect
            page.line("- **\(Escape.markdown(label))**: \(Escape.markdownCode(words.headline(finding)))")
            if !finding.targets.isEmpty {
                page.line("  - on: \(Escape.markdown(words.places(finding, judged: judged)))")
                if let text = words.elsewhere(finding, judged: judged) { page.line("  - there: \(Escape.markdown(text))") }
            }
            for text in words.blame(finding) { page.line("  - from: \(Escape.markdownCode(text))") }
            if let remedy = finding.reason.remedy { page.line("  - remedy: \(Escape.markdown(shown(remedy)))") }
        }
        page.line()
        page.line("</details>")
        page.line()
        return page.text
    }

    mutating func host(_ host: HostReport?) {
        guard let host else { return }
        line("**This machine**: \(Escape.markdown(HostText.decision(host)))")
        line()
        for trouble in host.troubles {
            line("- **\(trouble.level.rawValue)**: \(Escape.markdownCode(trouble.sentence))")
            for remedy in trouble.remedies { line("  - \(Escape.markdownCode(remedy))") }
        }
        line()
    }

    mutating func foot(_ summary: Summary) {
        for waiver in summary.expiredWaivers {
            line("- **expired waiver** (\(waiver.expires?.description ?? "")): \(Escape.markdown(shown(waiver.reason)))")
        }
        for waiver in summary.unusedWaivers { line("- unused waiver: \(Escape.markdown(shown(waiver.reason)))") }
        if !summary.expiredWaivers.isEmpty || !summary.unusedWaivers.isEmpty { line() }
        guard !summary.isOfHostAlone else { return }
        line(
            "<sub>\(counted(summary.objects, "object")), \(counted(summary.judgedTargets.count, "target")) as of \(summary.selection.asOf): "
                + "\(grouped(summary.failing)) failing, \(grouped(summary.unknown)) not decided, \(grouped(summary.warned)) with warnings, "
                + "\(grouped(summary.waived)) waived, \(grouped(summary.known)) known, \(grouped(summary.unreadable)) not readable</sub>"
        )
    }
}
