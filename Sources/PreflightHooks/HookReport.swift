// A verdict in words: for the person who started the update, for the log, and as a file.

internal import PreflightCore
internal import PreflightELF
internal import PreflightInputs
internal import PreflightReports

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// A verdict with the answer that it led to.
struct HookReport {
    let verdict: HookVerdict
    let answer: HookAnswer
    let policy: HookPolicy
    let host: HookHost
    let root: String

    /// More than this nobody reads while an update waits; the file has all.
    private static let mostLines = 20

    /// What to print; nothing where nothing is to be said, because chatter of hooks breaks what reads the host's output.
    var lines: [String] {
        let findings = verdict.findings.sorted { $0.stops && !$1.stops }.map {
            "  \(RawText.visible($0.subject)) \(RawText.visible($0.message))"
        }
        let unknowns = verdict.unknowns.map { "  not judged: \(RawText.visible($0.path)): \(RawText.visible($0.message))" }
        let all = findings + unknowns
        guard !all.isEmpty else { return [] }
        var lines = ["preflight: \(summary)"] + all.prefix(Self.mostLines)
        if all.count > Self.mostLines { lines.append("  … and \(grouped(all.count - Self.mostLines)) more") }
        if answer == .stop { lines.append("  \(host.consequence) To go on anyway: \(host.escape)") }
        return lines
    }

    /// The decision on one line.
    var summary: String {
        let stopping = verdict.findings.count(where: \.stops)
        switch verdict.outcome {
        case .pass:
            if let first = verdict.findings.first {
                return "goes on with a warning: \(RawText.visible(first.subject)) \(RawText.visible(first.message))"
            }
            return "goes on: \(verdict.basis)"
        case .stop:
            let what = "\(grouped(stopping)) \(stopping == 1 ? "finding" : "findings") against this update"
            return answer == .stop ? "stopped: \(what)" : "would be stopped, goes on because of --report-only: \(what)"
        case .unknown:
            let why = verdict.unknowns.first.map { "\(RawText.visible($0.path)): \(RawText.visible($0.message))" } ?? ""
            return answer == .stop ? "stopped, could not be judged: \(why)" : "goes on, could not be judged: \(why)"
        }
    }

    var priority: HookLog.Priority {
        switch verdict.outcome {
        case .stop: .error
        case .unknown: .warning
        case .pass: verdict.findings.isEmpty ? .info : .warning
        }
    }

    /// For the journal: `journalctl PREFLIGHT_OUTCOME=stop`.
    var fields: [(name: String, value: String)] {
        [
            ("PREFLIGHT_HOST", host.name), ("PREFLIGHT_OUTCOME", verdict.outcome.rawValue),
            ("PREFLIGHT_ANSWER", String(answer.rawValue)),
        ]
    }

    /// The verdict as JSON.
    func write(to sink: Sink) {
        var writer = JSONWriter(sink)
        writer.object { json in
            json.head()
            json.key("time")
            json.string(Self.now)
            json.key("host")
            json.string(host.name)
            json.key("root")
            json.string(root)
            json.key("outcome")
            json.string(verdict.outcome.rawValue)
            json.key("answer")
            json.number(Int(answer.rawValue))
            json.key("onUnknown")
            json.string(policy.onUnknown.rawValue)
            json.key("reportOnly")
            json.bool(policy.isReportOnly)
            json.key("summary")
            json.string(summary)
            if let coverage = verdict.coverage {
                json.key("coverage")
                json.object { members in
                    members.key("checked")
                    members.number(coverage.checked)
                    if let total = coverage.total {
                        members.key("total")
                        members.number(total)
                    }
                }
            }
            json.key("findings")
            json.array { list in
                for finding in verdict.findings {
                    list.object { members in
                        members.key("subject")
                        members.string(finding.subject)
                        members.key("message")
                        members.string(finding.message)
                        members.key("stops")
                        members.bool(finding.stops)
                    }
                }
            }
            json.errors(verdict.unknowns, as: "unknown")
            json.key("notes")
            json.strings(verdict.notes)
        }
        sink.write("\n")
    }

    /// This moment in UTC, as RFC 3339 writes it.
    private static var now: String {
        var now = time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        func two(_ value: CInt) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let day = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
        return "\(day)T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
    }
}
