// The parts of a check's JSON: one object with its verdicts, and the decision. `--format json` and `--format ndjson` write the same.

import PreflightCore
import PreflightELF
import PreflightLoader
import PreflightTargets

extension JSONWriter {
    /// Writes one object with its verdicts, as members of the open object.
    mutating func members(of report: ObjectReport, _ policy: Policy) {
        members(of: report.object, path: report.path, isWhole: false)
        key("verdicts")
        array { list in
            for verdict in report.verdicts {
                list.object { members in
                    members.key("target")
                    members.string(verdict.target)
                    members.key("verdict")
                    members.string(verdict.verdict.rawValue)
                    members.key("reasons")
                    members.array { list in for reason in verdict.reasons { list.reason(reason) } }
                    if !verdict.suppressed.isEmpty {
                        members.key("waived")
                        members.suppressed(verdict.suppressed, policy)
                    }
                    if !verdict.alsoNeeds.isEmpty {
                        members.key("alsoNeeds")
                        members.strings(verdict.alsoNeeds)
                    }
                }
            }
        }
        if !report.blame.isEmpty { uses(report.blame) }
        if !report.blameRemarks.isEmpty {
            key("blameRemarks")
            strings(report.blameRemarks)
        }
        key("leftOut")
        array { list in
            for entry in report.leftOut {
                list.object { members in
                    members.key("target")
                    members.string(entry.target)
                    members.key("why")
                    members.string(entry.why)
                }
            }
        }
        key("remarks")
        array { list in for remark in report.remarks { list.reason(remark) } }
        if !report.suppressedRemarks.isEmpty {
            key("waivedRemarks")
            suppressed(report.suppressedRemarks, policy)
        }
        key("bundled")
        strings(report.bundled)
    }

    private mutating func suppressed(_ entries: [SuppressedReason], _ policy: Policy) {
        array { list in
            for entry in entries {
                list.object { members in
                    members.members(of: entry.reason)
                    switch entry.by {
                    case .baseline:
                        members.key("suppressedBy")
                        members.string("baseline")
                    case .waiver(let number):
                        members.key("suppressedBy")
                        members.string("waiver")
                        members.key("waiver")
                        members.string(policy.waivers[number].reason)
                        members.key("expires")
                        members.string(policy.waivers[number].expires?.description)
                    }
                }
            }
        }
    }

    /// Writes the decision, as members of the open object.
    mutating func members(of summary: Summary) {
        key("shippable")
        bool(summary.isShippable)
        key("objects")
        number(summary.objects)
        key("failing")
        number(summary.failing)
        key("unknown")
        number(summary.unknown)
        key("unreadable")
        number(summary.unreadable)
        key("passedOver")
        number(summary.passedOver)
        key("waived")
        number(summary.waived)
        key("lowest")
        object { lines in
            for (line, target) in summary.lowest {
                lines.key(named: line)
                lines.string(target?.id)
            }
        }
        key("bestChange")
        if let (cause, gains) = summary.bestChange {
            object { change in
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
            string(nil as String?)
        }
        key("build")
        strings(summary.buildAdvice?.sentences ?? [])
        key("packages")
        object { list in
            for target in summary.judgedTargets where !target.packages.isEmpty {
                list.key(named: target.target.id)
                list.strings(target.packages.sorted())
            }
        }
        key("expiredWaivers")
        waivers(summary.expiredWaivers)
        key("unusedWaivers")
        waivers(summary.unusedWaivers)
        if summary.policy.baseline != nil || summary.known > 0 {
            key("baseline")
            object { $0.baseline(summary) }
        }
        key("status")
        number(summary.status)
    }

    private mutating func waivers(_ waivers: [Waiver]) {
        array { list in
            for waiver in waivers {
                list.object { members in
                    members.key("reason")
                    members.string(waiver.reason)
                    members.key("expires")
                    members.string(waiver.expires?.description)
                }
            }
        }
    }

    private mutating func baseline(_ summary: Summary) {
        key("known")
        number(summary.known)
        key("mendedCount")
        number(summary.mendedCount)
        key("mended")
        array { list in
            for finding in summary.mended {
                list.object { members in
                    members.key("path")
                    members.string(finding.path)
                    members.members(of: finding.key)
                    members.key("targets")
                    members.strings(finding.targets)
                }
            }
        }
        key("unseen")
        number(summary.unseenOfBaseline)
    }

    /// Writes what makes a finding the same after the next build, as members of the open object.
    mutating func members(of finding: FindingKey) {
        key("rule")
        string(finding.rule.rawValue)
        for (name, value) in [
            ("library", finding.library), ("node", finding.node), ("bearer", finding.bearer), ("subject", finding.subject),
        ]
        where !value.isEmpty {
            key(named: name)
            string(value)
        }
    }
}
