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

    @OptionGroup var output: ProseOptions

    func run() throws {
        let difference = ReportDifference(try .read(old), try .read(new))
        let sink = try output.sink()
        let report = ChangeReport(sink, difference)
        switch output.format {
        case .text: report.text(output.style)
        case .markdown: report.markdown()
        case .json: report.json()
        }
        guard sink.close(output.output) else { throw Status.unknown }
        if difference.isWorse { throw Status.findings }
    }
}
