// What the page says without its script: the decision, what fails in words, the targets, this machine, what was not read.

import PreflightCore
import PreflightELF
import PreflightHost
import PreflightInputs
import PreflightLoader
import PreflightTargets

/// Writes the sections of a page as plain HTML.
struct PageSections {
    private let html: HTMLWriter
    private let context: ReportContext
    private let words: FindingWords

    init(_ sink: Sink, _ context: ReportContext) {
        html = HTMLWriter(sink)
        self.context = context
        words = FindingWords(context.targets)
    }

    private static let mostCauses = 200
    private static let kinds: [Mark: StaticString] = [.good: "good", .bad: "bad", .unknown: "unknown"]

    func write(_ summary: Summary, _ causes: PageCauses, _ unreadable: [InputError]) {
        if !(summary.isOfHostAlone && summary.host != nil) {
            decision(summary)
            picture(summary)
            list(causes)
            targets(summary)
        }
        if let host = summary.host { machine(host, isAlone: summary.isOfHostAlone) }
        list(unreadable, of: summary.unreadable)
        notes(summary)
        html.element("footer") {
            html.text(
                "preflight \(context.version), \(counted(summary.judgedTargets.count, "target")) as of \(summary.selection.asOf). "
                    + "This page is whole: it loads nothing.")
        }
    }

    // MARK: The decision

    private func decision(_ summary: Summary) {
        let decision = Decision(summary)
        html.element("section", class: "decision", [("data-mark", "\(decision.mark)")]) {
            html.element("h1") {
                html.element("strong", decision.word)
                html.element("span", decision.rest.hasPrefix(":") ? String(decision.rest.dropFirst()) : decision.rest)
            }
            if !decision.sentences.isEmpty {
                html.element("ul") { for sentence in decision.sentences { html.element("li", sentence) } }
            }
            if let host = summary.host { html.element("p", "This machine: " + HostText.decision(host)) }
            html.element("dl", class: "figures") {
                let judged = summary.judgedTargets
                figure("objects", summary.objects, .good)
                figure("failing", summary.failing, summary.failing > 0 ? .bad : .good)
                figure("not decided", summary.unknown, summary.unknown > 0 ? .unknown : .good)
                figure("with warnings", summary.warned, .good)
                if summary.known + summary.waived > 0 { figure("forgiven findings", summary.known + summary.waived, .good) }
                if summary.unreadable > 0 { figure("not readable", summary.unreadable, .unknown) }
                html.element("div") {
                    html.element("dt", "targets good")
                    html.element("dd", "\(judged.filter(\.isShippable).count) of \(judged.count)")
                }
            }
        }
    }

    private func figure(_ name: String, _ value: Int, _ mark: Mark) {
        html.element("div", class: Self.kinds[mark]) {
            html.element("dt", name)
            html.element("dd", grouped(value))
        }
    }

    private func picture(_ summary: Summary) {
        guard summary.objects > 0 else { return }
        html.element("section", [("id", "picture"), ("aria-labelledby", "picture-title")]) {
            html.element("h2", [("id", "picture-title")]) { html.text("Objects and targets") }
            html.element("noscript") {
                html.element(
                    "p", "The picture of all objects is drawn by a script, which is off here. What fails follows in words.")
            }
        }
    }

    // MARK: Causes

    private func list(_ causes: PageCauses) {
        let order = causes.worstFirst
        guard !order.isEmpty else { return }
        html.element("section", class: "causes", [("aria-labelledby", "causes-title")]) {
            html.element("h2", [("id", "causes-title")]) { html.text("What was found") }
            for number in order.prefix(Self.mostCauses) { article(causes.kept[number], number) }
            let more = order.count - min(order.count, Self.mostCauses) + causes.others
            if more > 0 { html.element("p", "And \(counted(more, "further cause")); the picture has them, and --format json.") }
        }
    }

    private func article(_ cause: PageCause, _ number: Int) {
        let (finding, reason) = (cause.finding, cause.finding.reason)
        let letter = String(UnicodeScalar(HTMLReport.letters[reason.verdict] ?? UInt8(ascii: "u")))
        html.element("article", [("data-cause", "\(number)"), ("data-v", finding.suppression == nil ? letter : "forgiven")]) {
            html.element("h3") {
                let effect =
                    finding.suppression.map { PreflightReports.words($0, context.policy) } ?? words.effect(reason.verdict)
                html.element("span", class: "effect", effect)
                html.text(cause.headline)
            }
            html.element("dl") {
                if !cause.symbols.isEmpty {
                    let names = cause.symbols.map { shown(brief($0)) }.joined(separator: ", ")
                    row("because of", names + (cause.hasMoreSymbols ? ", and more" : ""), class: "code")
                }
                if !finding.targets.isEmpty { row("on", words.places(finding, judged: cause.judged)) }
                if !finding.targets.isEmpty, let there = words.elsewhere(finding, judged: cause.judged) {
                    row("to be had on", there)
                }
                if !finding.evidence.isEmpty { row("evidence", finding.evidence.joined(separator: ", ")) }
                if let remedy = reason.remedy { row("remedy", shown(remedy), class: "remedy") }
                if !reason.remedyLines.isEmpty {
                    html.element("div") {
                        html.element("dt", "lines")
                        html.element("dd") { html.element("pre", reason.remedyLines.map(shown).joined(separator: "\n")) }
                    }
                }
                row(
                    cause.objects == 1 ? "object" : counted(cause.objects, "object"),
                    cause.names.joined(separator: ", ")
                        + (cause.objects > cause.names.count ? ", and \(grouped(cause.objects - cause.names.count)) more" : ""),
                    class: "paths")
            }
        }
    }

    private func row(_ name: String, _ text: String, class kind: StaticString? = nil) {
        html.element("div") {
            html.element("dt", name)
            html.element("dd", class: kind, text)
        }
    }

    // MARK: Targets

    private func targets(_ summary: Summary) {
        let judged = summary.targets.filter { $0.judged > 0 }
        guard !judged.isEmpty else { return }
        html.element("details", class: "targets") {
            html.element("summary") { html.element("h2", "Targets") }
            html.element("table") {
                html.element("thead") {
                    html.element("tr") {
                        for name in ["target", "C library", "worst", "objects", "starting", "failing", "not decided"] {
                            html.element("th", [("scope", "col")]) { html.text(name) }
                        }
                    }
                }
                html.element("tbody") { for entry in judged { row(entry, summary) } }
            }
        }
    }

    private func row(_ entry: TargetSummary, _ summary: Summary) {
        let counts = Dictionary(zip(Verdict.allCases, entry.counts), uniquingKeysWith: +)
        let failing = (counts[.failsAtLoad] ?? 0) + (counts[.failsOnCall] ?? 0)
        let unknown = counts[.unknown] ?? 0
        html.element("tr") {
            html.element("th", [("scope", "row")]) { html.text(shown(entry.target.id)) }
            html.element("td", summary.roots.contains(entry.target.id) ? "" : entry.target.libC.text)
            html.element(
                "td", class: entry.worst.flatMap { Self.kinds[Mark($0)] },
                entry.worst.map { $0 == .runs ? "runs" : words.effect($0) } ?? "")
            for value in [entry.judged, entry.judged - failing - unknown, failing, unknown] {
                html.element("td", class: "number", grouped(value))
            }
        }
    }

    // MARK: The rest

    private func machine(_ host: HostReport, isAlone: Bool) {
        html.element("section", class: "machine", [("aria-labelledby", "machine-title")]) {
            if isAlone {
                html.element("h1", [("id", "machine-title")]) { html.text("This machine: " + HostText.decision(host)) }
            } else {
                html.element("h2", [("id", "machine-title")]) { html.text("This machine") }
                html.element("p", HostText.decision(host))
            }
            for outcome in HostText.order {
                for finding in host.findings where finding.outcome == outcome { article(finding) }
            }
            for remark in host.remarks {
                article(
                    HostText.severityLetter(remark.severity.rawValue), remark.severity.rawValue, shown(remark.message),
                    [("read", remark.source + "; rule \(remark.rule.rawValue)")], remark.remedy, remark.citation)
            }
        }
    }

    private func article(_ finding: HostFinding) {
        var rows: [(String, String)] = []
        if let reason = finding.expectation.reason { rows.append(("why", reason)) }
        if let reading = finding.reading, finding.outcome != .unknown {
            rows.append(("read", ([reading.source + ", " + reading.scope.rawValue] + reading.notes).joined(separator: "; ")))
        }
        let severity = HostText.severity(finding)
        article(
            HostText.severityLetter(severity), severity, finding.sentence, rows, finding.remedy,
            finding.expectation.origin.citation)
    }

    private func article(
        _ letter: String, _ word: String, _ sentence: String, _ rows: [(String, String)], _ remedy: HostRemedy?,
        _ citation: String?
    ) {
        html.element("article", [("data-v", letter)]) {
            html.element("h3") {
                html.element("span", class: "effect", word)
                html.text(sentence)
            }
            html.element("dl") {
                for (name, text) in rows { row(name, shown(text)) }
                for (name, text) in [("now", remedy?.now), ("for good", remedy?.forGood)] {
                    guard let text else { continue }
                    html.element("div") {
                        html.element("dt", name)
                        html.element("dd") {
                            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { shown(String($0)) }
                            html.element("pre", lines.joined(separator: "\n"))
                        }
                    }
                }
                if let citation { row("source", shown(citation)) }
            }
        }
    }

    private func list(_ unreadable: [InputError], of count: Int) {
        guard !unreadable.isEmpty else { return }
        html.element("section", class: "unreadable", [("aria-labelledby", "unreadable-title")]) {
            html.element("h2", [("id", "unreadable-title")]) { html.text("Not read") }
            html.element("ul") {
                for error in unreadable {
                    html.element("li") {
                        html.element("code", shown(error.path))
                        html.text(" " + shown(error.message))
                    }
                }
            }
            if count > unreadable.count { html.element("p", "And \(grouped(count - unreadable.count)) more.") }
        }
    }

    private func notes(_ summary: Summary) {
        let notes = ClosingNotes(summary).notes
        guard !notes.isEmpty else { return }
        html.element("section", class: "notes", [("aria-labelledby", "notes-title")]) {
            html.element("h2", [("id", "notes-title")]) { html.text("Also") }
            html.element("ul") {
                for note in notes {
                    html.element("li") {
                        if !note.label.isEmpty { html.element("strong", note.label) }
                        html.text(note.text)
                    }
                }
            }
        }
    }
}
