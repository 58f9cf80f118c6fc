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
        ReportFormat("html", "one page to look at, print or mail") { HTMLReport($0, $1) },
    ]

    /// The format called `name`.
    public static func named(_ name: String) -> ReportFormat? { all.first { $0.name == name } }
}
