// Every format from one run, read back by somebody else's reader: on ordinary objects, and on names that are made to act.

import PreflightReports
import PreflightTestSupport
import Testing

/// What ci/e2e/formats.d/validate says of reports; a missing validator is an issue, ci/test installs them.
private func problems(_ reports: [String], in directory: TemporaryDirectory) throws -> String {
    let script = "\(repositoryDirectory)/ci/e2e/formats.d/validate"
    let outcome = try run("/usr/bin/env", ["python3", script] + reports, in: directory.path, seconds: 120)
    return outcome.status == 0 ? "" : "\(outcome.outputText) \(outcome)"
}

private func expectValid(_ reports: [String], in directory: TemporaryDirectory, _ what: String = "") throws {
    let found = try problems(reports, in: directory)
    #expect(found == "", "\(what)")
}

/// A run that writes each format to a file called like it.
private let everyFormat = ReportFormat.all.flatMap { ["--format", "\($0.name):\($0.name).out"] }
private let everyReport = ReportFormat.all.map { "\($0.name):\($0.name).out" }

@Suite("Formats")
struct FormatTests {
    @Test func allFromOneRun() throws {
        let directory = try TemporaryDirectory()
        try directory.write("good", program("GLIBC_2.17"))
        try directory.write(
            "bad", program("GLIBC_2.38", "GLIBC_PRIVATE", "libx.so:Y_1", runpath: "/opt/swift/usr/lib/swift/linux"))
        try directory.write("forgiven", program("GLIBC_2.37"))
        try directory.write("broken", "\u{7F}ELF")
        try directory.write(
            "c.json",
            #"""
            {"waivers": [{"node": "GLIBC_2.37", "reason": "known"}, {"reason": "old", "expires": "2020-01-01", "path": "x"}],
             "host": {"expect": ["nofile.hard>=1T", "kernel.none=1", "nofile>=1"]}}
            """#)
        let words = ["check", "good", "bad", "forgiven", "broken", "--config", "c.json", "--targets", "supported"]
        let outcome = try preflight(words + everyFormat, in: directory.path)
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty, "each went to its file")
        try expectValid(everyReport, in: directory)
        for name in ReportFormat.all.map(\.name) where !["nagios", "openmetrics"].contains(name) {
            let text = String(decoding: try readFile(directory.file("\(name).out")), as: UTF8.self)
            // GitHub's annotations leave out what does not count.
            if name != "github" { #expect(text.contains("known"), "\(name) does not show the waiver's reason") }
            // Text tells on standard error what could not be read.
            #expect(text.contains("bad") && (name == "text" || text.contains("broken")), "\(name) lacks an object")
            #expect(text.contains("nofile.hard"), "\(name) lacks the machine")
        }
    }

    @Test func validatorsCanFail() throws {
        let directory = try TemporaryDirectory()
        try directory.write("p", program("GLIBC_2.38"))
        _ = try preflight(["check", "p", "--targets", "jammy"] + everyFormat, in: directory.path)
        let lies: [(format: String, from: String, to: String)] = [
            ("json", "\"schema\":1", "\"schema\":2"), ("ndjson", "\"type\":\"summary\"", "\"type\":\"sum\""),
            ("sarif", "\"level\":\"error\"", "\"level\":\"bad\""), ("junit", "failures=\"1\"", "failures=\"2\""),
            ("tap", "1..1\n", "1..2\n"), ("nagios", " | ", " | | "), ("github", "::error", ":error"),
            ("gitlab", "\"critical\"", "\"worst\""), ("markdown", "<details>", "<script>"), ("openmetrics", "# EOF\n", ""),
            ("html", "<!DOCTYPE html>", ""),
        ]
        for lie in lies where ReportFormat.named(lie.format) != nil {
            let text = String(decoding: try readFile(directory.file("\(lie.format).out")), as: UTF8.self)
            #expect(text.contains(lie.from), "\(lie.format)")
            try directory.write("lie", text.replacing(lie.from, with: lie.to))
            #expect(try problems(["\(lie.format):lie"], in: directory) != "", "\(lie.format) passes with \(lie.to)")
        }
    }

    /// Names that act somewhere: in a terminal, in XML, in Markdown, in HTML, in a workflow, in TAP, in a monitoring system.
    static let hostile: [(what: String, bytes: [UInt8])] = [
        ("a line feed and a workflow command", Array("a\n::error::b".utf8)),
        ("a workflow command", Array("::error file=x::b".utf8)),
        ("escape sequences", Array("a\u{1B}]0;b\u{07}\u{1B}[31mc".utf8)),
        ("the end of CDATA", Array("a]]><b>&amp;'\"".utf8)),
        ("a script", Array("<script>alert(1)</script><!--<img src=x onerror=alert(1)>".utf8)),
        ("Markdown", Array("a|b`c``d* [x](javascript:y) @all #1 !2 ~3 _e_ \\|".utf8)),
        ("a mention and a link", Array("x @someone https://example.org www.example.org".utf8)),
        ("a direction mark", Array("a\u{202E}b\u{2066}c\u{200B}d\u{FEFF}".utf8)),
        ("line separators", Array("a\u{2028}b\u{2029}c\u{85}d".utf8)),
        ("no UTF-8", [0x61, 0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0x62]),
        ("a directive of TAP", Array("a # SKIP b \\# TODO c\nok 1 - d".utf8)),
        ("performance data", Array("a | b=1;2;3 %0A::error::c".utf8)),
        ("64 KB", [UInt8](repeating: 0x61, count: 65_536)),
        ("64 KB of what is escaped", [UInt8](repeating: 0x1B, count: 65_536)),
    ]

    @Test("names act in no format, and every format stays valid", arguments: hostile.indices)
    func namesActNowhere(_ number: Int) throws {
        let name = Self.hostile[number].bytes
        let directory = try TemporaryDirectory()
        var object = ELFBuilder()
        object.interpreter = "/lib64/ld-linux-x86-64.so.2"
        object.hasDebugEntry = true
        object.entry = 0x10000
        object.soname = Name(bytes: name)
        object.needed = [Name(bytes: name), "libc.so.6"]
        object.runpath = Name(bytes: Array("/opt/swift/usr/lib/swift/linux/".utf8) + name)
        object.needs = [
            .init(Name(bytes: name), [.init(Name(bytes: name), index: 2)]), .init("libc.so.6", [.init("GLIBC_2.39", index: 3)]),
            // Beside the name of a node of glibc, so that it is demanded of each release.
            .init("libm.so.6", [.init(Name(bytes: Array("GLIBC_9".utf8) + name), index: 4)]),
        ]
        object.symbols = [.init(Name(bytes: name), binding: 1, version: 3)]
        try directory.write("object", object)
        // A file may be called like it as well, if the system lets it.
        if name.count < 200, !name.contains(UInt8(ascii: "/")) {
            let copy = try run(
                "/bin/sh",
                ["-c", "cp object \"$(cat; printf x)\" && for f in *x; do [ -f \"$f\" ] && mv \"$f\" \"${f%x}\"; done"],
                input: name, in: directory.path)
            #expect(copy.status == 0, "\(copy)")
        }
        let reason = name.map { $0 < 0x80 ? "\\u00" + hexadecimal($0) : "" }.joined()
        try directory.write("c.json", "{\"waivers\": [{\"node\": \"GLIBC_2.39\", \"reason\": \"\(reason) \\u0000\"}]}")
        let words = ["check", ".", "--config", "c.json", "--targets", "jammy,debian-12,debian-13"]
        let outcome = try preflight(words + everyFormat, in: directory.path)
        #expect([1, 3].contains(outcome.status), "\(outcome)")
        try expectValid(everyReport, in: directory, "\(Self.hostile[number].what)")
        // The same after it was read back, and between two reports.
        let merged = try preflight(
            ["merge", "json.out"] + everyFormat.map { $0.replacing(".out", with: ".merged") }, in: directory.path)
        #expect(merged.status == outcome.status, "\(merged)")
        try expectValid(
            everyReport.map { $0.replacing(".out", with: ".merged") }, in: directory, "merged: \(Self.hostile[number].what)")
        for format in ["text", "markdown", "json"] {
            let change = try preflight(
                ["diff", "json.out", "json.merged", "--format", format, "-o", "diff.out"], in: directory.path)
            #expect(change.status == 0, "\(change)")
            try expectValid([format == "json" ? "diff:diff.out" : "\(format):diff.out"], in: directory)
        }
    }

    private func hexadecimal(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }
}
