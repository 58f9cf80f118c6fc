// JSON reports against the schemas in the repository, by Debian's python3-jsonschema: a well-kept validator beats ours.

import PreflightCore
import PreflightHost
import PreflightLoader
import PreflightTestSupport
import Testing

/// Whether python3 has jsonschema; ci/test installs it.
private let hasValidator = (try? run("/usr/bin/env", ["python3", "-c", "import jsonschema"]))?.status == 0

@Suite(.enabled(if: hasValidator, "python3-jsonschema is not installed; ci/test installs it"))
struct SchemaTests {
    private func validate(_ document: String, _ schema: String) throws -> Outcome {
        let directory = try TemporaryDirectory()
        try directory.write("document.json", document)
        let script = """
            import json, sys, jsonschema
            schema = json.load(open(sys.argv[1])); document = json.load(open(sys.argv[2]))
            kind = getattr(jsonschema, "Draft202012Validator", None) or jsonschema.validators.validator_for(schema)
            kind.check_schema(schema)
            errors = [e.message[:300] for e in kind(schema).iter_errors(document)]
            print("\\n".join(errors)); sys.exit(1 if errors else 0)
            """
        let place = "\(repositoryDirectory)/Sources/PreflightReports/Schemas/\(schema).schema.json"
        return try run("/usr/bin/env", ["python3", "-c", script, place, directory.file("document.json")], seconds: 120)
    }

    @Test func checkReports() throws {
        let directory = try TemporaryDirectory()
        _ = try directory.write("good", program("GLIBC_2.17"))
        let bad = program(
            "GLIBC_2.38", "GLIBC_PRIVATE", "libx.so:Y_1", needed: ["libswiftCore.so", "libc.so.6"],
            runpath: "/opt/swift/usr/lib/swift/linux"
        )
        _ = try directory.write("bad", bad)
        _ = try directory.write("broken", Array("\u{7F}ELF".utf8))
        try directory.write(
            "c.json", #"{"waivers": [{"node": "GLIBC_2.38", "reason": "r"}, {"reason": "old", "expires": "2020-01-01"}]}"#
        )
        let words = ["check", directory.path, "--format", "json", "--config", directory.file("c.json"), "--targets"]
        for targets in ["all", "supported", "jammy,alpine-3.22"] {
            let verdict = try validate(preflight(words + [targets]).outputText, "check")
            #expect(verdict.status == 0, "\(verdict.outputText)")
        }
        // With the machine, which the configuration may have expectations of.
        try directory.write("h.json", #"{"host": {"expect": ["nofile.hard>=1T", "kernel.none=1", "nofile>=1"]}}"#)
        let gated = try preflight(["check", directory.file("good"), "--format", "json", "--config", directory.file("h.json")])
        #expect(gated.outputText.contains("\"host\":{"))
        let verdict = try validate(gated.outputText, "check")
        #expect(verdict.status == 0, "\(verdict.outputText)")
        // The validator must be able to fail.
        let lie = try preflight(words + ["jammy"]).outputText.replacing("\"schema\":1", with: "\"schema\":2")
        #expect(try validate(lie, "check").status == 1)
    }

    @Test func everyRuleIsInTheSchemas() throws {
        for schema in ["check", "configuration"] {
            let text = String(
                decoding: try readFile("\(repositoryDirectory)/Sources/PreflightReports/Schemas/\(schema).schema.json"),
                as: UTF8.self)
            for rule in Rule.allCases { #expect(text.contains("\"\(rule.rawValue)\""), "\(schema) lacks \(rule.rawValue)") }
        }
    }

    @Test func realProgramsAreInspected() throws {
        let outcome = try preflight(["inspect", "/bin/sh", "/bin/ls", "--format", "json"])
        #expect(outcome.status == 0)
        let verdict = try validate(outcome.outputText, "inspect")
        #expect(verdict.status == 0, "\(verdict.outputText)")
    }

    @Test func objectsOfALinkAreInspected() throws {
        let directory = try TemporaryDirectory()
        var builder = RelocatableBuilder(Encoding(is64Bit: false, isBigEndian: true))
        builder.symbols = [.init("wanted"), .init("given", section: 0xFFF2)]
        var archive = ArchiveBuilder()
        archive.add("one.o/", builder.write())
        archive.add("text/", Array("text".utf8))
        archive.add("/5", [])
        let outcome = try preflight(["inspect", try directory.write("lib.a", archive.bytes), "--format", "json"])
        #expect(outcome.status == 3)
        #expect(outcome.outputText.contains("\"link\":{\"undefined\":[{\"symbol\":\"wanted\",\"weak\":false}]"))
        let verdict = try validate(outcome.outputText, "inspect")
        #expect(verdict.status == 0, "\(verdict.outputText)")
        let lie = outcome.outputText.replacing("\"link\"", with: "\"links\"")
        #expect(try validate(lie, "inspect").status == 1)
    }

    @Test func explanations() throws {
        for words in [["--all"], ["node-missing", "GLIBC_ABI_DT_RELR"]] {
            let text = try preflight(["explain", "--format", "json"] + words).outputText
            let verdict = try validate(text, "explain")
            #expect(verdict.status == 0, "\(verdict.outputText)")
            #expect(try validate(text.replacing("\"remedy\":", with: "\"cure\":"), "explain").status == 1)
        }
    }

    @Test func configurations() throws {
        let good = #"{"targets": ["supported"], "asOf": "2026-11-21", "failOn": "warning", "waivers": [{"reason": "r"}]}"#
        #expect(try validate(good, "configuration").status == 0)
        #expect(try validate(#"{"target": []}"#, "configuration").status == 1)
        #expect(try validate(#"{"waivers": [{}]}"#, "configuration").status == 1)
    }

    // MARK: - Hosts

    private func text(_ schema: String) throws -> String {
        String(
            decoding: try readFile("\(repositoryDirectory)/Sources/PreflightReports/Schemas/\(schema).schema.json"), as: UTF8.self
        )
    }

    @Test func everyWordOfHostReportsIsInTheSchemas() throws {
        let (host, configuration) = (try text("host"), try text("configuration"))
        var words = HostRule.allCases.map(\.rawValue) + Severity.allCases.map(\.rawValue)
        words += HostFinding.Outcome.allCases.map(\.rawValue) + Unknown.Kind.allCases.map(\.rawValue)
        words += PreflightHost.Unit.allCases.map(\.rawValue) + Scope.allCases.map(\.rawValue)
        for word in words { #expect(host.contains("\"\(word)\""), "host lacks \(word)") }
        for word in Profile.all.map(\.name) + Severity.allCases.map(\.rawValue) + Assumption.allCases.map(\.rawValue) {
            #expect(configuration.contains("\"\(word)\""), "configuration lacks \(word)")
        }
    }

    @Test(arguments: [
        ["--all"], ["--profile", "swift-server,elasticsearch,kafka,mongodb,nginx,docker-host"], ["--no-probes"],
        ["--expect", "cgroup.cpu.quota>=0.5 cpu", "--expect", "call.bpf=reachable", "--expect", "nofile=unlimited"],
        ["--pid", "999999999", "--expect", "nofile>=1"],
    ])
    func hostReports(_ words: [String]) throws {
        let outcome = try preflight(["host", "--format", "json"] + words, seconds: 30)
        #expect(outcome.isOrderly)
        let verdict = try validate(outcome.outputText, "host")
        #expect(verdict.status == 0, "\(verdict.outputText)")
        for (right, wrong) in [
            ("\"schema\":1", "\"schema\":2"), ("\"scope\":\"process\"", "\"scope\":\"thread\""), ("\"facts\":", "\"fact\":"),
        ] {
            #expect(try validate(outcome.outputText.replacing(right, with: wrong), "host").status == 1, "\(wrong) is valid")
        }
    }

    @Test func recordedHostsAndOddValues() throws {
        let hosts = "\(repositoryDirectory)/fixtures/hosts"
        for name in try listDirectory(hosts) where name != "README.md" {
            let outcome = try preflight(["host", "--root", "\(hosts)/\(name)", "--format", "json"], seconds: 30)
            #expect(outcome.status == 0)
            let verdict = try validate(outcome.outputText, "host")
            #expect(verdict.status == 0, "\(name): \(verdict.outputText)")
        }
        // Thirds of a processor, bytes that are no UTF-8, the largest numbers.
        let tree = try HostTree([
            "proc/sys/fs/file-max": "9223372036854775807\n", "proc/sys/kernel/hostname": "x\u{1B}[31m\"\\\u{7F}\n",
            "proc/self/timens_offsets": "monotonic 18446744073709551616 18446744073709551616\nboottime -3 999999999\n",
            "proc/sys/kernel/sem": "-1 18446744073709551616 3 4\n",
        ])
        try tree.directory.write("proc/sys/kernel/core_pattern", [0x22, 0xFF, 0xFE, 0x5C, 0x0A])
        let outcome = try preflight(
            [
                "host", "--root", tree.path, "--format", "json", "--expect", "kernel.hostname=x", "--expect",
                "kernel.core_pattern=x",
            ])
        #expect(outcome.status == 1)
        let verdict = try validate(outcome.outputText, "host")
        #expect(verdict.status == 0, "\(verdict.outputText)")
        #expect(outcome.outputText.contains("9223372036854775807"))
    }

    @Test func comparisonsOfHosts() throws {
        let directory = try TemporaryDirectory()
        let tree = try HostTree(["proc/sys/fs/file-max": "5\n"])
        let (first, second) = (directory.file("a"), directory.file("b"))
        _ = try preflight(["host", "--snapshot", first, "--no-probes"])
        _ = try preflight(["host", "--snapshot", second, "--root", tree.path])
        for file in [first, second] {
            let verdict = try validate(String(decoding: try readFile(file), as: UTF8.self), "host")
            #expect(verdict.status == 0, "\(verdict.outputText)")
        }
        let outcome = try preflight(["host", "--diff", first, second, "--format", "json"])
        let verdict = try validate(outcome.outputText, "host")
        #expect(verdict.status == 0, "\(verdict.outputText)")
        #expect(outcome.outputText.contains("{\"name\":\"fs.file-max\""))
    }

    @Test(arguments: [
        (#"{}"#, 0), (#"{"profiles": ["redis"], "expect": ["nofile>=5"]}"#, 0), (#"{"profile": ["redis"]}"#, 1),
        (#"{"profiles": ["rediss"]}"#, 1), (#"{"expect": [{"fact": "nofile", "atLeast": "64Ki"}]}"#, 0),
        (#"{"expect": [{"fact": "nofile", "between": [1, "2Ki"], "severity": "info", "appliesIf": "a=1", "reason": "r"}]}"#, 0),
        (#"{"expect": [{"fact": "nofile", "oneOf": 5}, {"fact": "x", "noneOf": ["a", "b"]}, {"fact": "y", "atMost": 0.5}]}"#, 0),
        (#"{"expect": [{"fact": "nofile"}]}"#, 1), (#"{"expect": [{"atLeast": 5}]}"#, 1),
        (#"{"expect": [{"fact": "n", "oneOf": []}]}"#, 1),
        (#"{"expect": [{"fact": "nofile", "atLeast": 5, "atMost": 6}]}"#, 1),
        (#"{"expect": [{"fact": "n", "between": [1]}]}"#, 1),
        (#"{"expect": [{"fact": "nofile", "atLeast": 5, "severity": "fatal"}]}"#, 1), (#"{"expect": [5]}"#, 1),
        (#"{"expect": [{"fact": "nofile", "atleast": 5}]}"#, 1),
    ])
    func configurationsOfHosts(_ host: String, _ status: Int32) throws {
        let text = "{\"host\": \(host)}"
        let verdict = try validate(text, "configuration")
        #expect(verdict.status == status, "\(verdict.outputText)")
        // The command draws the same line.
        let directory = try TemporaryDirectory()
        try directory.write("c.json", text)
        let outcome = try preflight(["host", "--config", directory.file("c.json"), "--no-probes", "--fail-on", "never"])
        let isRefused = outcome.status == 2 && outcome.errorText.contains("c.json: host.")
        #expect(isRefused == (status == 1), "\(outcome)")
    }
}
