// `--format ndjson`: one JSON document a line, each written when it is known, for who reads along while a large tree is judged.

import PreflightCore
import PreflightInputs
import PreflightLoader
import PreflightTargets

/// The report as lines of JSON; `type` tells them apart: begin, object, error, host, summary.
struct NDJSONReport: Report {
    private let sink: Sink
    private let policy: Policy

    init(_ sink: Sink, _ context: ReportContext) {
        self.sink = sink
        policy = context.policy
        line("begin") { members in
            members.head()
            members.key("asOf")
            members.string(context.plan.selection.asOf.description)
            members.key("targets")
            members.strings(context.targets.map(\.id))
        }
    }

    mutating func add(_ outcome: CheckOutcome) {
        switch outcome {
        case .nothing, .passedOver: break
        case .failure(let error):
            line("error") { members in
                members.key("path")
                members.string(error.path)
                members.key("message")
                members.string(error.message)
            }
        case .object(let report): line("object") { $0.members(of: report, policy) }
        }
    }

    mutating func finish(_ summary: Summary) {
        if let host = summary.host {
            line("host") { $0.members(of: host, status: host.status(summary.policy.failOn, summary.policy.onUnknown)) }
        }
        guard !summary.isOfHostAlone else { return }
        line("summary") { $0.members(of: summary) }
    }

    private func line(_ type: String, _ body: (inout JSONWriter) -> Void) {
        var writer = JSONWriter(sink, isOneLine: true)
        writer.object { members in
            members.key("type")
            members.string(type)
            body(&members)
        }
        sink.write("\n")
        // Whoever reads along sees each line when it is there.
        sink.flush()
    }
}
