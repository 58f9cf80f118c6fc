// `--format nagios`: one line with the decision and performance data, further lines with the reasons; monitoring plugins' status.

public import PreflightCore
import PreflightHost
import PreflightInputs
import PreflightTargets

/// The report of a monitoring plugin.
public struct NagiosReport: Report {
    private let sink: Sink
    private var rows: ObjectRows
    private let words: FindingWords
    private var errors: [String] = []

    /// The word for `--format`.
    public static let name = "nagios"
    /// The most lines of reasons.
    private static let mostLines = 20

    init(_ sink: Sink, _ context: ReportContext) {
        self.sink = sink
        rows = ObjectRows(context.targets)
        words = FindingWords(context.targets)
    }

    /// Keeps what may be told.
    public mutating func add(_ outcome: CheckOutcome) {
        switch outcome {
        case .nothing, .passedOver: break
        case .failure(let error):
            if errors.count < Self.mostLines { errors.append("\(shown(error.path)): \(shown(error.message))") }
        case .object(let report): rows.add(report)
        }
    }

    /// The status that a monitoring system expects: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN.
    public static func status(_ summary: Summary) -> Int {
        switch summary.status {
        case 1: return summary.failing > 0 || summary.host?.count(.fail) ?? 0 > 0 ? 2 : 1
        case 0: return summary.warned > 0 || summary.hasUnknown || summary.host?.warnings ?? 0 > 0 ? 1 : 0
        default: return 3
        }
    }

    /// Writes all of it.
    public mutating func finish(_ summary: Summary) {
        let word = ["OK", "WARNING", "CRITICAL", "UNKNOWN"][Self.status(summary)]
        var parts: [String] = []
        if !summary.isOfHostAlone {
            let decision = Decision(summary)
            parts.append(decision.word + decision.rest)
        }
        if let host = summary.host { parts.append("This machine: " + HostText.decision(host)) }
        let data = [
            ("objects", summary.objects), ("failing", summary.failing), ("unknown", summary.unknown),
            ("unreadable", summary.unreadable), ("warned", summary.warned), ("waived", summary.waived), ("known", summary.known),
            ("expectations_failed", summary.host?.count(.fail) ?? 0),
        ]
        sink.write("PREFLIGHT \(word) - \(Escape.nagios(parts.joined(separator: " ")))")
        sink.write(" | " + data.map { "\($0.0)=\($0.1);;;0" }.joined(separator: " ") + "\n")
        for text in lines(summary) { sink.write(Escape.nagios(text) + "\n") }
    }

    private func lines(_ summary: Summary) -> [String] {
        var lines = errors
        var left = 0
        for row in rows.byFindings {
            let more = row.others.isEmpty ? "" : " and \(counted(row.others.count, "other"))"
            for place in row.worstFirst {
                let finding = row.findings[place]
                guard lines.count < Self.mostLines else {
                    left += 1
                    continue
                }
                let mark = finding.suppression.map { "\(PreflightReports.words($0, summary.policy)): " } ?? ""
                lines.append("\(shown(row.path))\(more) \(mark)\(words.sentence(finding, judged: row.judged))")
            }
        }
        for finding in summary.host?.findings ?? [] where finding.level != nil { lines.append(finding.sentence) }
        for waiver in summary.expiredWaivers {
            lines.append("expired waiver (\(waiver.expires?.description ?? "")): \(shown(waiver.reason))")
        }
        if left > 0 { lines.append("and \(counted(left, "more finding"))") }
        return lines
    }
}
