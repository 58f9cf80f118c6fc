// What every format is to a check: outcomes come in one by one in the order of the input, the summary at the end.

public import PreflightCore
import PreflightELF
public import PreflightTargets

/// One format of a check's report.
public protocol Report {
    /// Takes one outcome.
    mutating func add(_ outcome: CheckOutcome)
    /// Completes the report.
    mutating func finish(_ summary: Summary)
}

/// What a report knows before the first outcome.
public struct ReportContext {
    /// The summary of nothing yet: the targets, the choice and the policy.
    public let plan: Summary
    /// The targets, in the order in which ``Finding/targets`` counts them.
    public let targets: [Target]
    /// How text is shown.
    public var style: Style
    /// The decision alone, in formats for people.
    public var isQuiet = false
    /// All that was read of a machine, although something is expected of it.
    public var showsWholeHost = false
    /// The version of the tool.
    public var version: String
    /// The working directory: services that show findings beside code know paths below it alone.
    public var directory: String
    /// The value of an environment variable.
    public var environment: (String) -> String?
    /// Takes the sentences about what could not be read.
    public var complain: (String) -> Void

    /// A context as it is.
    public init(
        plan: Summary, style: Style, version: String, directory: String, environment: @escaping (String) -> String?,
        complain: @escaping (String) -> Void
    ) {
        self.plan = plan
        targets = plan.targets.map(\.target)
        self.style = style
        self.version = version
        self.directory = directory
        self.environment = environment
        self.complain = complain
    }

    /// What makes a check fail.
    public var policy: Policy { plan.policy }
}

/// Several formats of one check.
public struct ReportSet: Report {
    private var reports: [any Report]

    /// A report that hands everything to each of `reports`.
    public init(_ reports: [any Report]) { self.reports = reports }

    /// Takes one outcome.
    public mutating func add(_ outcome: CheckOutcome) { for number in reports.indices { reports[number].add(outcome) } }
    /// Completes all of them.
    public mutating func finish(_ summary: Summary) { for number in reports.indices { reports[number].finish(summary) } }
}
