// What services take beside the reports themselves: statuses, files that a runner names, colours, a line of progress.

@testable import PreflightReports
import PreflightTestSupport
import Testing

private let releases = ["--targets", "jammy,debian-13"]

@Suite("Services")
struct ServiceTests {
    private func environment(_ variables: [String], _ words: [String], in directory: TemporaryDirectory) throws -> Outcome {
        try run("/usr/bin/env", variables + ["\(buildDirectory)/preflight"] + words, in: directory.path, seconds: 30)
    }

    @Test func nagiosHasItsOwnStatus() throws {
        let directory = try TemporaryDirectory()
        try directory.write("good", program("GLIBC_2.17"))
        try directory.write("bad", program("GLIBC_2.38"))
        try directory.write("doubtful", program("GLIBC_PRIVATE"))
        try directory.write("warned", program("GLIBC_2.17", runpath: "/opt/swift/usr/lib/swift/linux"))
        for (name, status, word) in [
            ("good", 0, "OK"), ("warned", 1, "WARNING"), ("bad", 2, "CRITICAL"), ("doubtful", 3, "UNKNOWN"),
        ] {
            let outcome = try preflight(["check", name, "--format", "nagios"] + releases, in: directory.path)
            #expect(outcome.status == Int32(status), "\(name): \(outcome.outputText)")
            #expect(outcome.outputText.hasPrefix("PREFLIGHT \(word) - "))
        }
        // In a file nobody reads the status, so that it stays ours.
        #expect(try preflight(["check", "bad", "--format", "nagios:n"] + releases, in: directory.path).status == 1)
        let host = try preflight(["host", "--expect", "nofile>=1", "--format", "nagios", "--no-probes"], in: directory.path)
        #expect(host.status == 0, "\(host.outputText)")
        #expect(try preflight(["host", "--expect", "nofile.hard>=1T", "--format", "nagios"], in: directory.path).status == 2)
    }

    @Test func githubGetsSummaryAndOutputs() throws {
        let directory = try TemporaryDirectory()
        try directory.write("bad", program("GLIBC_2.38"))
        try directory.write("out", "before=1\n")
        let words = ["check", "bad", "--format", "github"] + releases
        let outcome = try environment(["GITHUB_STEP_SUMMARY=sum.md", "GITHUB_OUTPUT=out"], words, in: directory)
        #expect(outcome.status == 1)
        #expect(outcome.outputText.hasPrefix("::error title=bad%3A node-missing::does not start on ubuntu-22.04"))
        let outputs = String(decoding: try readFile(directory.file("out")), as: UTF8.self)
        #expect(outputs.hasPrefix("before=1\nshippable=false\nstatus=1\n"), "what other steps wrote stays")
        #expect(outputs.contains("\nlowest=debian-13\n"))
        #expect(String(decoding: try readFile(directory.file("sum.md")), as: UTF8.self).contains("| `bad` |"))
        // Without a runner there is nothing to write to, and a file that cannot be written is told.
        #expect(try environment(["-u", "GITHUB_OUTPUT", "-u", "GITHUB_STEP_SUMMARY"], words, in: directory).errors.isEmpty)
        let refused = try environment(["GITHUB_OUTPUT=/none/out"], words, in: directory)
        #expect(refused.errorText.contains("/none/out"))
        #expect(refused.status == 1)
    }

    @Test func fingerprintsOutliveARebuild() throws {
        let directory = try TemporaryDirectory()
        func prints(_ builder: ELFBuilder) throws -> [Substring] {
            try directory.write("p", builder)
            let report = try preflight(["check", "p", "--format", "sarif"] + releases, in: directory.path).outputText
            return report.split(separator: "preflightFinding/v1\":\"").dropFirst().map { $0.prefix(64) }
        }
        let first = try prints(program("GLIBC_2.38"))
        #expect(first.count == 1)
        var rebuilt = program("GLIBC_2.38", "GLIBC_2.39")
        rebuilt.symbols.append(.init("another", binding: 1, version: 2))
        let second = try prints(rebuilt)
        #expect(second.count == 2 && second.contains(first[0]))
        #expect(try prints(program("GLIBC_2.37")) != first)
    }

    @Test func digestsAreSHA256() {
        // Examples of FIPS 180-2.
        #expect(SHA256.hexadecimal([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(SHA256.hexadecimal(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        let long = Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)
        #expect(SHA256.hexadecimal(long) == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    }

    @Test func colourIsForced() throws {
        let directory = try TemporaryDirectory()
        try directory.write("bad", program("GLIBC_2.38"))
        let words = ["check", "bad"] + releases
        func hasColour(_ variables: [String], _ more: [String] = []) throws -> Bool {
            try environment(variables, words + more, in: directory).output.contains(0x1B)
        }
        #expect(try !hasColour(["-u", "FORCE_COLOR", "-u", "NO_COLOR"]))
        #expect(try hasColour(["-u", "NO_COLOR", "FORCE_COLOR=1"]))
        #expect(try !hasColour(["-u", "NO_COLOR", "FORCE_COLOR=0"]))
        #expect(try !hasColour(["FORCE_COLOR=1", "NO_COLOR=1"]), "who wants none gets none")
        #expect(try hasColour(["NO_COLOR=1"], ["--color", "always"]), "the command line goes before the environment")
    }

    @Test func formatsThatCannotBeWritten() throws {
        let directory = try TemporaryDirectory()
        try directory.write("good", program("GLIBC_2.17"))
        let words = ["check", "good"] + releases
        for (formats, sentence) in [
            (["json", "sarif"], "json and sarif cannot both go to standard output; name a file: --format sarif:FILE."),
            (["json:a", "sarif:a"], "Two formats go to a"), (["jsn"], "did you mean json?"),
            (["json:"], "the name of the file is missing"),
            (["json:/none/a"], "/none/a: cannot be written"),
        ] {
            let outcome = try preflight(words + formats.flatMap { ["--format", $0] }, in: directory.path)
            #expect(outcome.status == 2)
            #expect(outcome.errorText.contains(sentence), "\(outcome.errorText)")
        }
        let full = try preflight(words + ["--format", "sarif:/dev/full", "--format", "text"], in: directory.path)
        #expect(full.status == 3)
        #expect(full.outputText.hasPrefix("Shippable"), "the other report is whole")
    }

    /// script(1) makes the terminal; without it the line cannot be seen.
    @Test(
        .enabled(
            if: (try? run("/usr/bin/env", ["script", "--version"]))?.status == 0, "script(1) of util-linux is not installed"))
    func progressIsGoneAtTheEnd() throws {
        let directory = try TemporaryDirectory()
        try directory.write("good", program("GLIBC_2.17"))
        // Two files a little more than a second apart: the line comes with the first outcome after it, and goes before the report.
        let command = "(echo good; sleep 1.3; echo good) | \(buildDirectory)/preflight check --files-from - -q --targets jammy"
        let seen = try run("/usr/bin/env", ["script", "-qec", command, "/dev/null"], in: directory.path, seconds: 60).outputText
        #expect(seen.contains("preflight: 1 file, 0 a second"))
        let rest = seen.split(separator: " a second").last ?? ""
        #expect(rest.hasPrefix("\r\u{1B}[K") && rest.contains("Shippable"), "\(seen.debugDescription)")
        let piped = try run("/bin/sh", ["-c", command + " 2>&1"], in: directory.path, seconds: 60)
        #expect(!piped.outputText.contains("a second"))
    }
}
