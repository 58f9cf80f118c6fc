// `preflight merge`: the reports of a CI matrix as one, in every format.

import ArgumentParser
import PreflightCore
import PreflightELF
import PreflightInputs
import PreflightReports

struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Make one report of several, such as one for each architecture or image.",
        discussion: """
            Takes what `preflight check --format json:FILE` wrote. An object that several runs judged gets the verdicts of all; \
            objects that only share a path are told apart by architecture or report. Nothing is judged again; the status is that \
            of all of them together.
            """
    )

    @Argument(help: ArgumentHelp("Reports in JSON.", valueName: "report"), completion: .file())
    var paths: [String]

    @OptionGroup var output: ReportOptions
    @OptionGroup var policy: PolicyOptions

    @Flag(name: .shortAndLong, help: "Print the decision only.")
    var quiet = false

    func run() throws {
        var reports: [RecordedReport] = []
        for path in paths { reports.append(try RecordedReport.read(path)) }
        let merged = MergedReport(reports)
        var policy = policy.policy()
        policy.waivers = merged.waivers
        var summary = Summary(merged.selection, policy)
        summary.host = merged.host
        var context = output.context(summary)
        context.isQuiet = quiet
        var open = try output.open(context)
        summary.passOver(merged.passedOver)
        for outcome in merged.objects.map(CheckOutcome.object) + merged.errors.map(CheckOutcome.failure) {
            summary.add(outcome)
            open.report.add(outcome)
        }
        open.report.finish(summary)
        guard open.close() else { throw Status.unknown }
        try output.leave(summary)
    }
}

extension RecordedReport {
    /// Reads a report that was named on the command line.
    static func read(_ path: String) throws -> RecordedReport {
        try readNamed { () throws(InputError) in try RecordedReport(path: path) }
    }
}
