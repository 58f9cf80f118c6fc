// `check --format json`: objects are written as they are judged, the decision comes last because it is known last.

public import PreflightCore
import PreflightInputs
import PreflightLoader
import PreflightTargets

/// The JSON report of a check.
public struct JSONReport: Report {
    private var writer: JSONWriter
    private let sink: Sink
    private var errors: [InputError] = []
    private let waivers: [Waiver]

    /// A report on `sink`; writes the head at once.
    public init(_ sink: Sink, _ summary: Summary) {
        self.sink = sink
        writer = JSONWriter(sink)
        waivers = summary.policy.waivers
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
        case .object(let report): write(report)
        }
    }

    private mutating func write(_ report: ObjectReport) {
        let waivers = waivers
        writer.object { members in
            members.members(of: report.object, path: report.path, isWhole: false)
            members.key("verdicts")
            members.array { list in
                for verdict in report.verdicts {
                    list.object { members in
                        members.key("target")
                        members.string(verdict.target)
                        members.key("verdict")
                        members.string(verdict.verdict.rawValue)
                        members.key("reasons")
                        members.array { list in for reason in verdict.reasons { list.reason(reason) } }
                        if !verdict.waived.isEmpty {
                            members.key("waived")
                            members.array { list in
                                for entry in verdict.waived { list.reason(entry.reason, waiver: waivers[entry.waiver].reason) }
                            }
                        }
                        if !verdict.alsoNeeds.isEmpty {
                            members.key("alsoNeeds")
                            members.strings(verdict.alsoNeeds)
                        }
                    }
                }
            }
            if !report.blame.isEmpty { members.uses(report.blame) }
            if !report.blameRemarks.isEmpty {
                members.key("blameRemarks")
                members.strings(report.blameRemarks)
            }
            members.key("leftOut")
            members.array { list in
                for entry in report.leftOut {
                    list.object { members in
                        members.key("target")
                        members.string(entry.target)
                        members.key("why")
                        members.string(entry.why)
                    }
                }
            }
            members.key("remarks")
            members.array { list in for remark in report.remarks { list.reason(remark) } }
            members.key("bundled")
            members.strings(report.bundled)
        }
    }

    /// Writes errors and the decision.
    public mutating func finish(_ summary: Summary) {
        writer.end("]")
        writer.errors(errors)
        if let host = summary.host {
            writer.key("host")
            writer.object { $0.members(of: host, status: host.status(summary.policy.failOn, summary.policy.onUnknown)) }
        }
        writer.key("summary")
        writer.object { members in
            members.key("shippable")
            members.bool(summary.isShippable)
            members.key("objects")
            members.number(summary.objects)
            members.key("failing")
            members.number(summary.failing)
            members.key("unknown")
            members.number(summary.unknown)
            members.key("unreadable")
            members.number(summary.unreadable)
            members.key("passedOver")
            members.number(summary.passedOver)
            members.key("waived")
            members.number(summary.waived)
            members.key("lowest")
            members.object { lines in
                for (line, target) in summary.lowest {
                    lines.key(named: line)
                    lines.string(target?.id)
                }
            }
            members.key("bestChange")
            if let (cause, gains) = summary.bestChange {
                members.object { change in
                    change.key("rule")
                    change.string(cause.rule.rawValue)
                    change.key("library")
                    change.string(cause.library.isEmpty ? nil : cause.library)
                    change.key("node")
                    change.string(cause.node.isEmpty ? nil : cause.node)
                    change.key("gains")
                    change.strings(gains.map(\.id))
                }
            } else {
                members.string(nil)
            }
            members.key("build")
            members.strings(summary.buildAdvice?.sentences ?? [])
            members.key("packages")
            members.object { list in
                for target in summary.judgedTargets where !target.packages.isEmpty {
                    list.key(named: target.target.id)
                    list.strings(target.packages.sorted())
                }
            }
            members.key("expiredWaivers")
            members.array { list in
                for waiver in summary.expiredWaivers {
                    list.object { members in
                        members.key("reason")
                        members.string(waiver.reason)
                        members.key("expires")
                        members.string(waiver.expires?.description)
                    }
                }
            }
            members.key("status")
            members.number(summary.status)
        }
        writer.end("}")
        sink.write("\n")
    }
}
