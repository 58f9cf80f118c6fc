// What the configuration expects of the host, judged in the same breath. Withholding an update is a hard answer to a small limit, so
// only what the configuration itself calls an error stops.

public import PreflightCore
internal import PreflightHost
internal import PreflightInputs
internal import PreflightReports

extension HookVerdict {
    /// What `configuration` expects of this machine, put beside what it gives.
    ///
    /// The limits are those that the services of the machine start with (process 1), not those of whoever started the update.
    public init(host configuration: Configuration) {
        self.init(basis: "the host gives what is expected of it")
        do throws(ExpectationError) {
            let expectations = (try Profile.expectations(of: configuration.hostProfiles) + configuration.hostExpectations)
                .map { expectation in
                    var expectation = expectation
                    if !expectation.isSeverityChosen { expectation.severity = .warning }
                    return expectation
                }
            guard !expectations.isEmpty else { return }
            let report = try HostReport(Host(process: 1), expectations, probes: false, whole: false)
            for finding in report.findings {
                let fact = finding.expectation.fact
                switch finding.outcome {
                case .pass, .notApplicable: continue
                case .unknown: unknowns.append(.init(path: fact, message: finding.why ?? "could not be read"))
                case .fail, .warn:
                    let found =
                        finding.reading.flatMap { reading in try? reading.value.get().shown(as: reading.unit) } ?? "another value"
                    findings.append(
                        Finding(
                            subject: fact, message: "is \(found), expected \(finding.expected)",
                            stops: finding.outcome == .fail))
                }
            }
        } catch {
            unknowns.append(.init(path: "the expectations of the host", message: error.description))
        }
    }
}
