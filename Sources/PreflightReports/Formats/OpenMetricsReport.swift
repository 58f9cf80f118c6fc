// `--format openmetrics`: counts for a dashboard, in OpenMetrics 1.0, which a node exporter's text collector takes too.

import PreflightCore
import PreflightELF
import PreflightHost
import PreflightLoader
import PreflightTargets

/// The report as metrics.
struct OpenMetricsReport: Report {
    private let sink: Sink
    private let version: String
    private let maker: FindingMaker
    private var findings: [Key: Int] = [:]
    private var floors: [String: Version] = [:]

    private struct Key: Hashable {
        var rule: String
        var level: String
        var suppressed: String
    }

    /// Names of series come out of files.
    private static let mostFloors = 64

    init(_ sink: Sink, _ context: ReportContext) {
        self.sink = sink
        version = context.version
        maker = FindingMaker(context.targets)
    }

    mutating func add(_ outcome: CheckOutcome) {
        guard case .object(let report) = outcome else { return }
        for finding in maker.findings(report) {
            let suppressed =
                switch finding.suppression {
                case nil: "no"
                case .waiver: "waiver"
                case .baseline: "baseline"
                }
            findings[
                Key(rule: finding.reason.rule.rawValue, level: finding.level.rawValue, suppressed: suppressed), default: 0] += 1
        }
        for (series, floor) in Floors(report.object).highest where floors[series] != nil || floors.count < Self.mostFloors {
            floors[series] = max(floors[series] ?? floor, floor)
        }
    }

    mutating func finish(_ summary: Summary) {
        family("preflight_build_info", "The tool that made this.", [([("version", version)], 1)])
        family("preflight_status", "Exit status: 0 good, 1 findings, 3 not judged.", [([], summary.status)])
        if !summary.isOfHostAlone { objects(summary) }
        if let host = summary.host {
            family(
                "preflight_host_expectations", "Expectations of this machine by outcome.",
                HostFinding.Outcome.allCases.map { ([("outcome", $0.rawValue)], host.count($0)) })
        }
        sink.write("# EOF\n")
    }

    private func objects(_ summary: Summary) {
        family("preflight_shippable", "1 where all objects start on all targets.", [([], summary.isShippable ? 1 : 0)])
        let counts = [
            ("judged", summary.objects), ("failing", summary.failing), ("unknown", summary.unknown), ("warned", summary.warned),
            ("unreadable", summary.unreadable), ("passed_over", summary.passedOver),
        ]
        family("preflight_objects", "Objects by what became of them.", counts.map { ([("outcome", $0.0)], $0.1) })
        family(
            "preflight_suppressed_findings", "Findings that do not count, each target by itself.",
            [([("by", "waiver")], summary.waived), ([("by", "baseline")], summary.known)])
        family(
            "preflight_expired_waivers", "Waivers that have run out.", [([], summary.expiredWaivers.count)])
        family(
            "preflight_target_objects", "Objects of each target by verdict.",
            summary.targets.filter { $0.judged > 0 }.flatMap { target in
                zip(Verdict.allCases, target.counts).map {
                    ([("target", shown(target.target.id)), ("verdict", $0.rawValue)], $1)
                }
            })
        family(
            "preflight_findings", "Causes of trouble, one for each object.",
            findings.sorted { ($0.key.rule, $0.key.level, $0.key.suppressed) < ($1.key.rule, $1.key.level, $1.key.suppressed) }
                .map {
                    ([("rule", $0.key.rule), ("level", $0.key.level), ("suppressed", $0.key.suppressed)], $0.value)
                })
        family(
            "preflight_floor_info", "The highest numbered node that any object needs, by series.",
            floors.sorted { $0.key < $1.key }.map { ([("series", shown($0.key)), ("version", $0.value.description)], 1) })
    }

    /// A gauge: of the types of OpenMetrics `info` fits some better, but a node exporter refuses a whole file for one.
    private func family(_ name: String, _ help: String, _ samples: [([(String, String)], Int)]) {
        guard !samples.isEmpty else { return }
        sink.write("# TYPE \(name) gauge\n# HELP \(name) \(help)\n")
        for (labels, value) in samples {
            let list = labels.map { "\($0.0)=\"\(Escape.label($0.1))\"" }.joined(separator: ",")
            sink.write("\(name)\(list.isEmpty ? "" : "{\(list)}") \(value)\n")
        }
    }
}
