// The formats by name. A new one is a file that makes a Report, and a row here.

/// One format of reports.
public struct ReportFormat: Sendable {
    /// The word for `--format`.
    public let name: String
    /// What it is for, a few words.
    public let abstract: String
    /// Whether it shows the symbols behind every need, also where nothing is wrong.
    public let wantsSymbols: Bool
    /// Makes a report.
    public let make: @Sendable (Sink, ReportContext) -> any Report

    init(
        _ name: String, _ abstract: String, wantsSymbols: Bool = false,
        _ make: @escaping @Sendable (Sink, ReportContext) -> any Report
    ) {
        self.name = name
        self.abstract = abstract
        self.wantsSymbols = wantsSymbols
        self.make = make
    }

    /// All formats, in the order in which help lists them.
    public static let all: [ReportFormat] = [
        ReportFormat("text", "for people; the default") { TextReport($0, $1) },
        ReportFormat("json", "everything, one document (check.schema.json)", wantsSymbols: true) { JSONReport($0, $1.plan) },
        ReportFormat("ndjson", "the same, a document a line, written while it is judged", wantsSymbols: true) {
            NDJSONReport($0, $1)
        },
        ReportFormat("sarif", "SARIF 2.1.0, for code scanning") { SARIFReport($0, $1) },
        ReportFormat("junit", "JUnit XML: a suite for each object, a case for each target") { JUnitReport($0, $1) },
        ReportFormat("tap", "TAP version 14: a subtest for each object") { TAPReport($0, $1) },
        ReportFormat(NagiosReport.name, "a monitoring plugin's line and, on standard output, its status") {
            NagiosReport($0, $1)
        },
        ReportFormat("github", "annotations, job summary and outputs of GitHub Actions") { GitHubReport($0, $1) },
        ReportFormat("gitlab", "a code quality report of GitLab CI") { GitLabReport($0, $1) },
        ReportFormat("markdown", "for comments on pull requests") { MarkdownReport($0, $1) },
        ReportFormat("openmetrics", "counts for a dashboard") { OpenMetricsReport($0, $1) },
        ReportFormat("html", "one page to look at, print or mail") { HTMLReport($0, $1) },
    ]

    /// The format called `name`.
    public static func named(_ name: String) -> ReportFormat? { all.first { $0.name == name } }
}
