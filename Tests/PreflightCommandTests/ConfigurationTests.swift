// `.preflight.json`: what it decides, and that what is wrong in it is said with its place.

import PreflightTestSupport
import Testing

@Suite struct ConfigurationTests {
    private func check(
        _ configuration: String, _ builder: ELFBuilder = program("GLIBC_2.38"), _ words: String...
    ) throws -> Outcome {
        let directory = try TemporaryDirectory()
        try directory.write(".preflight.json", configuration)
        _ = try directory.write("app", builder)
        return try preflight(["check"] + words, in: directory.path)
    }

    @Test func itNamesTargetsAndPaths() throws {
        let outcome = try check(
            """
            {
              // comments and trailing commas are allowed
              targets: ["ubuntu-22.04", "ubuntu-24.04",],
              "paths": ["app"],
              "failOn": "never",
            }
            """
        )
        #expect(outcome.status == 0, "\(outcome)")
        #expect(outcome.outputText.contains("1 of 2 targets good"))
    }

    @Test func theCommandLineWins() throws {
        let configuration = #"{"targets": ["ubuntu-22.04"], "failOn": "never"}"#
        #expect(try check(configuration, program("GLIBC_2.38"), "app", "--fail-on", "error").status == 1)
        #expect(try check(configuration, program("GLIBC_2.38"), "app").status == 0)
    }

    @Test(arguments: [
        (#"{"targets": "jammy"}"#, "targets: expected a list, not a string"),
        (#"{"target": ["jammy"]}"#, "target: unknown key; did you mean targets?"),
        (#"{"waivers": [{"path": "x", "until": "2026-01-01", "reason": "r"}]}"#, "waivers[0].until: unknown key"),
        (#"{"waivers": [{"path": "x"}]}"#, "waivers[0]: a waiver needs a \"reason\""),
        (#"{"waivers": [{"rule": "node-mising", "reason": "r"}]}"#, "did you mean node-missing?"),
        (#"{"waivers": [{"reason": "r", "expires": "soon"}]}"#, "\"soon\" is no day; write YYYY-MM-DD"),
        (#"{"waivers": [{"reason": "r", "targets": ["nowhere"]}]}"#, "waivers[0].targets[0]: there is no target"),
        (#"{"assume": ["swift-runtim"]}"#, "assume[0]: \"swift-runtim\" is unknown; did you mean swift-runtime?"),
        (#"{"targets": ["jammy"], "targets": []}"#, "the key targets stands here for the second time"),
        (#"{"asOf": 2026}"#, "asOf: expected a string, not a number"),
        ("{\n  \"targets\": [\"jammy\"\n  \"paths\": []\n}", "line 3, column 3: a comma or ] was expected"),
        ("{\n  \"targets\": [jammy]\n}", "line 2, column 15: \"jammy\" is no value; strings stand in quotes"),
        ("{\"a\": \"b\n\"}", "line 1, column 7: this string has no end on its line"),
        ("{ /* ", "line 1, column 3: this comment has no end"),
        ("", "the text is empty"),
        ("[]", "expected an object, not a list"),
        (String(repeating: "[", count: 100_000), "nested more than"),
    ])
    func errorsNameThePlace(text: String, message: String) throws {
        let outcome = try check(text, program("GLIBC_2.17"), "app")
        #expect(outcome.status == 2)
        #expect(outcome.errorText.contains(".preflight.json: "))
        #expect(outcome.errorText.contains(message), "\(outcome.errorText)")
    }

    @Test func waiversForgiveUntilTheyExpire() throws {
        let open = #"{"targets": ["jammy"], "waivers": [{"path": "a*", "node": "GLIBC_2.38", "reason": "known"}]}"#
        let forgiven = try check(open, program("GLIBC_2.38"), "app")
        #expect(forgiven.status == 0, "\(forgiven)")
        #expect(forgiven.outputText.contains("waived"))
        let other = try check(open, program("GLIBC_2.39"), "app")
        #expect(other.status == 1)
        #expect(other.outputText.contains("Unused waiver: known"))
        let expired = try check(
            #"{"targets": ["jammy"], "waivers": [{"node": "GLIBC_2.38", "reason": "known", "expires": "2020-01-01"}]}"#,
            program("GLIBC_2.17"), "app"
        )
        #expect(expired.status == 1)
        #expect(expired.outputText.contains("Expired waiver (2020-01-01): known"))
    }
}
