// `preflight diff`: what a change did to floors and verdicts.

import ArgumentParser
import PreflightCore
import PreflightELF
import PreflightReports

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what changed from one report to another.",
        discussion: """
            Takes two reports of `preflight check --format json:FILE`, such as those of a pull request's base and of its head. \
            The status is 1 if something fails, or cannot be judged, that did not fail before, else 0.
            """
    )

    @Argument(help: ArgumentHelp("The report of before.", valueName: "old"), completion: .file())
    var old: String

    @Argument(help: ArgumentHelp("The report of now.", valueName: "new"), completion: .file())
    var new: String

    @Option(
        name: .customLong("format"), help: ArgumentHelp("text, markdown or json.", valueName: "format"),
        completion: .words(Format.self))
    var formatWord = "text"

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Write to FILE instead of standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(
        name: .customLong("color"),
        help: ArgumentHelp("auto, always or never; NO_COLOR and FORCE_COLOR are honoured.", valueName: "when"),
        completion: .words(ColorChoice.self)
    )
    var colorWord = "auto"

    private enum Format: String, CaseIterable {
        case text
        case markdown
        case json
    }

    func validate() throws {
        try check(Format.self, formatWord, "--format")
        try check(ColorChoice.self, colorWord, "--color")
    }

    func run() throws {
        let difference = ReportDifference(try .read(old), try .read(new))
        let sink = try openSink(output)
        let report = ChangeReport(sink, difference)
        switch Format(rawValue: formatWord) ?? .text {
        case .text: report.text(Style(descriptor: output == nil ? 1 : -1, color: ColorChoice(rawValue: colorWord) ?? .auto))
        case .markdown: report.markdown()
        case .json: report.json()
        }
        guard sink.close(output) else { throw Status.unknown }
        if difference.isWorse { throw Status.findings }
    }
}
