// `--format tap`: Test Anything Protocol, version 14: a subtest for each object, a point for each target.

import PreflightCore
import PreflightLoader
import PreflightHost
import PreflightInputs
import PreflightTargets

/// The report as TAP, written subtest by subtest.
struct TAPReport: Report {
    private let sink: Sink
    private let policy: Policy
    private var count = 0

    init(_ sink: Sink, _ context: ReportContext) {
        self.sink = sink
        policy = context.policy
        sink.write("TAP version 14\n")
    }

    mutating func add(_ outcome: CheckOutcome) {
        switch outcome {
        case .nothing, .passedOver: break
        case .failure(let error): point(false, shown(error.path) + " could be read", notes: [shown(error.message)])
        case .object(let report): subtest(shown(report.path), points(report))
        }
    }

    mutating func finish(_ summary: Summary) {
        if let host = summary.host { subtest(HostReport.name, host.findings.map(Self.point)) }
        for waiver in summary.expiredWaivers {
            point(
                false, "waiver has not expired: \(shown(waiver.reason))",
                notes: ["expired on \(waiver.expires?.description ?? "")"])
        }
        sink.write("1..\(count)\n")
    }

    /// One test point; a directive is `SKIP why` or `TODO why`.
    private struct Point {
        var isGood: Bool
        var name: String
        var directive = ""
        var notes: [String] = []
    }

    private func points(_ report: ObjectReport) -> [Point] {
        var points = report.verdicts.map { verdict in
            let outcome = CaseOutcome(verdict, policy)
            let name = shown(verdict.target)
            let first = outcome.sentences.first ?? ""
            return switch outcome.sort {
            case .passed: Point(isGood: true, name: name, notes: outcome.sentences)
            case .failed: Point(isGood: false, name: name, notes: outcome.sentences)
            case .skipped: Point(isGood: true, name: name, directive: "SKIP not decided: \(first)")
            // A failure that is expected: it does not count, and is shown as one.
            case .forgiven: Point(isGood: false, name: name, directive: "TODO \(first)")
            }
        }
        let fails = policy.failOn == .warning
        for remark in report.remarks {
            points.append(Point(isGood: !fails, name: "the object itself", notes: [shown(remark.message)]))
        }
        for entry in report.suppressedRemarks {
            points.append(
                Point(
                    isGood: false, name: "the object itself",
                    directive: "TODO \(words(entry.by, policy)): \(shown(entry.reason.message))"))
        }
        if report.verdicts.isEmpty { points.append(Point(isGood: true, name: "targets", directive: "SKIP no target applies")) }
        return points
    }

    private static func point(_ finding: HostFinding) -> Point {
        let name = shown(finding.expectation.text)
        switch finding.outcome {
        case .pass: return Point(isGood: true, name: name)
        case .warn: return Point(isGood: true, name: name, notes: [finding.sentence] + finding.remedies)
        case .fail: return Point(isGood: false, name: name, notes: [finding.sentence] + finding.remedies)
        case .unknown, .notApplicable: return Point(isGood: true, name: name, directive: "SKIP \(finding.sentence)")
        }
    }

    private mutating func subtest(_ name: String, _ points: [Point]) {
        sink.write("# Subtest: \(Escape.tap(name))\n")
        for (number, entry) in points.enumerated() { write(entry, number + 1, indent: "    ") }
        sink.write("    1..\(points.count)\n")
        // A point that is to do does not fail its subtest.
        point(points.allSatisfy { $0.isGood || $0.directive.hasPrefix("TODO") }, name)
    }

    private mutating func point(_ isGood: Bool, _ name: String, notes: [String] = []) {
        count += 1
        write(Point(isGood: isGood, name: name, notes: notes), count, indent: "")
    }

    private func write(_ entry: Point, _ number: Int, indent: String) {
        let directive =
            entry.directive.isEmpty ? "" : " # " + entry.directive.prefix(4) + Escape.tap(String(entry.directive.dropFirst(4)))
        sink.write("\(indent)\(entry.isGood ? "ok" : "not ok") \(number) - \(Escape.tap(entry.name))\(directive)\n")
        guard !entry.notes.isEmpty else { return }
        // JSON strings are YAML scalars whatever is in them.
        sink.write("\(indent)  ---\n\(indent)  reasons:\n")
        for note in entry.notes {
            sink.write("\(indent)    - ")
            var writer = JSONWriter(sink, isOneLine: true)
            writer.string(note)
            sink.write("\n")
        }
        sink.write("\(indent)  ...\n")
    }
}
