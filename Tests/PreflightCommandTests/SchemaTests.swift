// JSON reports against the schemas in the repository, by Debian's python3-jsonschema: a well-kept validator beats ours.

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

    @Test func configurations() throws {
        let good = #"{"targets": ["supported"], "asOf": "2026-11-21", "failOn": "warning", "waivers": [{"reason": "r"}]}"#
        #expect(try validate(good, "configuration").status == 0)
        #expect(try validate(#"{"target": []}"#, "configuration").status == 1)
        #expect(try validate(#"{"waivers": [{}]}"#, "configuration").status == 1)
    }
}
