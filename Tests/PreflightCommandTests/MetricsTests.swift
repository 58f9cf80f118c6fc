// What reads the metrics: node_exporter's textfile collector knows five types, and drops a whole file for any other.

import PreflightTestSupport
import Testing

@Suite struct MetricsTests {
    private static let known: Set<Substring> = ["counter", "gauge", "summary", "untyped", "histogram"]

    @Test(arguments: [["check", "program", "--targets", "rhel-9"], ["host", "--expect", "nofile>=1"]])
    func typesAreThoseOfANodeExporter(arguments: [String]) throws {
        let directory = try TemporaryDirectory()
        _ = try directory.write("program", program("GLIBC_2.40"))
        let outcome = try preflight(arguments + ["--format", "openmetrics"], in: directory.path)
        let lines = outcome.outputText.split(separator: "\n")
        let types = lines.filter { $0.hasPrefix("# TYPE ") }.compactMap { $0.split(separator: " ").last }
        #expect(!types.isEmpty && Self.known.isSuperset(of: types), "\(outcome)")
        #expect(lines.contains { $0.hasPrefix("preflight_build_info{version=") })
        if arguments[0] == "check" { #expect(lines.contains("preflight_floor_info{series=\"GLIBC\",version=\"2.40\"} 1")) }
    }
}
