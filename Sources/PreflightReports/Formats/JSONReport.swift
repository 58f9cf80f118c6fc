// `check --format json`: objects are written as they are judged, the decision comes last because it is known last.

public import PreflightCore
import PreflightInputs
import PreflightTargets

/// The JSON report of a check.
public struct JSONReport: Report {
    private var writer: JSONWriter
    private let sink: Sink
    private var errors: [InputError] = []
    private let policy: Policy
    private let isOfHostAlone: Bool

    /// A report on `sink`; writes the head at once.
    public init(_ sink: Sink, _ summary: Summary) {
        self.sink = sink
        writer = JSONWriter(sink)
        policy = summary.policy
        isOfHostAlone = summary.isOfHostAlone
        if isOfHostAlone { return }
        writer.begin("{")
        writer.head()
        writer.key("asOf")
        writer.string(summary.selection.asOf.description)
        writer.key("targets")
        writer.strings(summary.targets.map(\.target.id))
        writer.key("objects")
        writer.begin("[")
    }

    /// Writes one object, or remembers an error for later.
    public mutating func add(_ outcome: CheckOutcome) {
        switch outcome {
        case .nothing, .passedOver: break
        case .failure(let error): errors.append(error)
        case .object(let report):
            let policy = policy
            writer.object { $0.members(of: report, policy) }
        }
    }

    /// Writes errors and the decision.
    public mutating func finish(_ summary: Summary) {
        if isOfHostAlone {
            if let host = summary.host { HostLists(sink).snapshot(host, status: summary.status) }
            return
        }
        writer.end("]")
        writer.errors(errors)
        if let host = summary.host {
            writer.key("host")
            writer.object { $0.members(of: host, status: host.status(summary.policy.failOn, summary.policy.onUnknown)) }
        }
        writer.key("summary")
        writer.object { $0.members(of: summary) }
        writer.end("}")
        sink.write("\n")
    }
}
