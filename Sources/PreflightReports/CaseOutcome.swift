// What a verdict is to a runner of tests: JUnit and TAP know no more.

import PreflightCore
import PreflightLoader

/// One test case: an object on a target.
struct CaseOutcome {
    /// The sorts.
    enum Sort {
        case passed
        case failed
        /// Not judged.
        case skipped
        /// Failed, and forgiven by a waiver or the baseline.
        case forgiven
    }

    var sort: Sort
    /// The rule of the worst reason; empty where there is none.
    var rule: String
    /// The reasons in a sentence each; escaped.
    var sentences: [String]

    /// The case of `verdict`.
    init(_ verdict: TargetVerdict, _ policy: Policy) {
        let worst = verdict.reasons.max { $0.verdict < $1.verdict }
        rule = worst?.rule.rawValue ?? ""
        sentences = verdict.reasons.map(Self.sentence)
        if verdict.verdict.isFailure || policy.failOn == .warning && (verdict.verdict == .warns || verdict.verdict == .degrades) {
            sort = .failed
        } else if verdict.verdict == .unknown {
            sort = .skipped
        } else {
            let forgiven = verdict.suppressed.filter { $0.reason.verdict.isFailure || $0.reason.verdict == .unknown }
            sort = forgiven.isEmpty ? .passed : .forgiven
            if let first = forgiven.first { rule = first.reason.rule.rawValue }
        }
        sentences += verdict.suppressed.map { "\(words($0.by, policy)): \(Self.sentence($0.reason))" }
    }

    private static func sentence(_ reason: Reason) -> String {
        shown(reason.message) + (reason.remedy.map { "; remedy: " + shown($0) } ?? "")
    }
}
