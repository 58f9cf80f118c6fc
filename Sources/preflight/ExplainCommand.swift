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

    @OptionGroup var output: ProseOptions

    func validate() throws {
        if all, !rules.isEmpty { throw ValidationError("--all explains every rule, so no rule is named beside it.") }
        _ = try rules.map(Self.text)
    }

    func run() throws {
        let texts = try all ? RuleText.all : rules.map(Self.text)
        let sink = try output.sink()
        let report = RuleReport(sink)
        switch (output.format, texts.isEmpty) {
        case (.text, true): report.list(output.style)
        case (.text, false): report.text(texts, output.style)
        // Machines get the whole texts: there is nothing to keep short for them.
        case (.json, _): report.json(texts.isEmpty ? RuleText.all : texts)
        case (.markdown, true): report.markdownList()
        case (.markdown, false): report.markdown(texts)
        }
        guard sink.close(output.output) else { throw Status.unknown }
    }

    private static func text(_ word: String) throws -> RuleText {
        if let text = RuleText.explaining(word) { return text }
        let near = nearest(to: word, among: RuleText.words)
        let hint = near.isEmpty ? "preflight explain lists all" : "did you mean \(near.joined(separator: " or "))?"
        throw ValidationError("There is no rule \"\(RawText.visible(word))\"; \(hint)")
    }
}
