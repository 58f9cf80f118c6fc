// What every format is to a check: outcomes come in one by one in the order of the input, the summary at the end.

public import PreflightCore

/// One format of a check's report.
public protocol Report {
    /// Takes one outcome.
    mutating func add(_ outcome: CheckOutcome)
    /// Completes the report.
    mutating func finish(_ summary: Summary)
}
