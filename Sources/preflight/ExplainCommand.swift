// `preflight explain`: what a rule means, why it matters, how to mend it, and where it is written.

import ArgumentParser
import PreflightCore
import PreflightELF
import PreflightReports

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say what a rule means, why it matters and how to mend it.",
        discussion: """
            Takes names of rules as reports print them (node-missing, oom-kill), and nodes of glibc (GLIBC_ABI_DT_RELR). Without \
            any, all rules are listed by title.
            """
    )

    @Argument(help: ArgumentHelp("Rules by name.", valueName: "rule"), completion: .list(RuleText.all.map(\.id)))
    var rules: [String] = []

    @Flag(help: "Explain all rules.")
    var all = false

    @Option(
        name: .customLong("format"), help: ArgumentHelp("text, json or markdown.", valueName: "format"),
        completion: .words(Format.self))
    var formatWord = "text"

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Write to FILE instead of standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(
        name: .customLong("color"), help: ArgumentHelp("auto, always or never; NO_COLOR is honoured.", valueName: "when"),
        completion: .words(ColorChoice.self))
    var colorWord = "auto"

    private enum Format: String, CaseIterable {
        case text
        case json
        case markdown
    }

    func validate() throws {
        try check(Format.self, formatWord, "--format")
        try check(ColorChoice.self, colorWord, "--color")
        if all, !rules.isEmpty { throw ValidationError("--all explains every rule, so no rule is named beside it.") }
        _ = try rules.map(Self.text)
    }

    func run() throws {
        let texts = try all ? RuleText.all : rules.map(Self.text)
        let sink = try openSink(output)
        let report = RuleReport(sink)
        let style = Style(descriptor: output == nil ? 1 : -1, color: ColorChoice(rawValue: colorWord) ?? .auto)
        switch (Format(rawValue: formatWord) ?? .text, texts.isEmpty) {
        case (.text, true): report.list(style)
        case (.text, false): report.text(texts, style)
        // Machines get the whole texts: there is nothing to keep short for them.
        case (.json, _): report.json(texts.isEmpty ? RuleText.all : texts)
        case (.markdown, true): report.markdownList()
        case (.markdown, false): report.markdown(texts)
        }
        guard sink.close(output) else { throw Status.unknown }
    }

    private static func text(_ word: String) throws -> RuleText {
        if let text = RuleText.explaining(word) { return text }
        let near = nearest(to: word, among: RuleText.words)
        let hint = near.isEmpty ? "preflight explain lists all" : "did you mean \(near.joined(separator: " or "))?"
        throw ValidationError("There is no rule \"\(RawText.visible(word))\"; \(hint)")
    }
}
