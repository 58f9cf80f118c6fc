// `--format junit`: a suite for each object, a case for each target. Schemas/junit.xsd says what is written.

import PreflightCore
import PreflightLoader
import PreflightHost
import PreflightInputs
import PreflightTargets

/// The report as JUnit XML, written suite by suite.
struct JUnitReport: Report {
    private let sink: Sink
    private let policy: Policy

    init(_ sink: Sink, _ context: ReportContext) {
        self.sink = sink
        policy = context.policy
        sink.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"preflight\">\n")
    }

    mutating func add(_ outcome: CheckOutcome) {
        switch outcome {
        case .nothing, .passedOver: break
        case .failure(let error):
            suite(shown(error.path), [.init("readable", .error(ReportRule.unreadable.rawValue, shown(error.message)))])
        case .object(let report): suite(shown(report.path), cases(report))
        }
    }

    mutating func finish(_ summary: Summary) {
        if let host = summary.host { suite(HostReport.name, host.findings.map(Self.testCase)) }
        let expired = summary.expiredWaivers.map { waiver in
            Case(
                "waiver: \(shown(waiver.reason))",
                .failure(ReportRule.expiredWaiver.rawValue, "expired on \(waiver.expires?.description ?? "")"))
        }
        if !expired.isEmpty { suite("waivers", expired) }
        sink.write("</testsuites>\n")
    }

    // MARK: Cases

    private struct Case {
        enum Result {
            case passed
            case failure(String, String)
            case error(String, String)
            case skipped(String)
        }

        var name: String
        var result: Result
        var output: String

        init(_ name: String, _ result: Result, output: String = "") {
            self.name = name
            self.result = result
            self.output = output
        }
    }

    private func cases(_ report: ObjectReport) -> [Case] {
        var cases = report.verdicts.map { verdict in
            let outcome = CaseOutcome(verdict, policy)
            let text = outcome.sentences.joined(separator: "\n")
            let result: Case.Result =
                switch outcome.sort {
                case .passed: .passed
                case .failed: .failure(outcome.rule, text)
                case .skipped, .forgiven: .skipped(text)
                }
            if case .passed = result { return Case(shown(verdict.target), result, output: text) }
            return Case(shown(verdict.target), result)
        }
        let remarks =
            report.remarks.map { shown($0.message) }
            + report.suppressedRemarks.map { entry in
                "\(words(entry.by, policy)): \(shown(entry.reason.message))"
            }
        if !remarks.isEmpty {
            let text = remarks.joined(separator: "\n")
            let fails = policy.failOn == .warning && !report.remarks.isEmpty
            cases.append(
                Case(
                    "the object itself", fails ? .failure(report.remarks[0].rule.rawValue, text) : .passed,
                    output: fails ? "" : text))
        }
        if report.verdicts.isEmpty { cases.append(Case("targets", .skipped("no target applies"))) }
        return cases
    }

    private static func testCase(_ finding: HostFinding) -> Case {
        let text = ([finding.sentence] + finding.remedies).joined(separator: "\n")
        let name = shown(finding.expectation.text)
        switch finding.outcome {
        case .fail: return Case(name, .failure(HostRule.expectation.rawValue, text))
        case .unknown, .notApplicable: return Case(name, .skipped(text))
        case .pass, .warn: return Case(name, .passed, output: finding.outcome == .warn ? text : "")
        }
    }

    // MARK: Writing

    private func suite(_ name: String, _ cases: [Case]) {
        var (failures, errors, skipped) = (0, 0, 0)
        for entry in cases {
            switch entry.result {
            case .failure: failures += 1
            case .error: errors += 1
            case .skipped: skipped += 1
            case .passed: break
            }
        }
        let name = Escape.xml(name)
        sink.write(
            "<testsuite name=\"\(name)\" tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\" time=\"0\">\n"
        )
        for entry in cases { write(entry, suite: name) }
        sink.write("</testsuite>\n")
    }

    private func write(_ entry: Case, suite: String) {
        sink.write("<testcase name=\"\(Escape.xml(entry.name))\" classname=\"\(suite)\" time=\"0\"")
        switch entry.result {
        case .passed where entry.output.isEmpty: return sink.write("/>\n")
        case .passed: sink.write("><system-out>\(Escape.xml(entry.output))</system-out>")
        case .failure(let rule, let text): write("failure", rule, text)
        case .error(let rule, let text): write("error", rule, text)
        case .skipped(let text): sink.write("><skipped message=\"\(Escape.xml(Self.firstLine(text)))\"/>")
        }
        sink.write("</testcase>\n")
    }

    private func write(_ element: String, _ rule: String, _ text: String) {
        let message = Escape.xml(Self.firstLine(text))
        sink.write("><\(element) type=\"\(Escape.xml(rule))\" message=\"\(message)\">\(Escape.xml(text))</\(element)>")
    }

    private static func firstLine(_ text: String) -> String { String(text.prefix { $0 != "\n" }) }
}
