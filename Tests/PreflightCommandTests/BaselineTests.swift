// Baselines, merged reports and differences: what was known, what is one report in pieces, and what a change did.

import PreflightTestSupport
import Testing

private let releases = ["--targets", "jammy,debian-12,debian-13"]

private func text(_ name: String, in directory: TemporaryDirectory) throws -> String {
    String(decoding: try readFile(directory.file(name)), as: UTF8.self)
}

@Suite("Baselines")
struct BaselineTests {
    @Test func onlyWhatIsNewFails() throws {
        let directory = try TemporaryDirectory()
        try directory.write("p", program("GLIBC_2.38"))
        let written = try preflight(["check", "p", "--write-baseline", "b.json"] + releases, in: directory.path)
        // What was written counts as known at once, and the report says that it is there.
        #expect(written.status == 0)
        #expect(written.outputText.contains("in the baseline"))
        let known = try preflight(["check", "p", "--baseline", "b.json"] + releases, in: directory.path)
        #expect(known.status == 0)
        #expect(known.outputText.hasPrefix("Shippable"))
        #expect(known.outputText.contains("Baseline: 2 findings known, none mended."))
        // Another symbol behind the same node is the same finding, another node is a new one.
        var rebuilt = program("GLIBC_2.38")
        rebuilt.symbols.append(.init("another", binding: 1, version: 2))
        try directory.write("p", rebuilt)
        #expect(try preflight(["check", "p", "--baseline", "b.json"] + releases, in: directory.path).status == 0)
        try directory.write("p", program("GLIBC_2.38", "GLIBC_2.39"))
        let new = try preflight(["check", "p", "--baseline", "b.json"] + releases, in: directory.path)
        #expect(new.status == 1)
        #expect(new.outputText.contains("does not start: GLIBC_2.39"))
        #expect(new.outputText.contains("in the baseline: GLIBC_2.38"))
        // A target that was not asked about then.
        try directory.write("p", program("GLIBC_2.38"))
        let further = try preflight(["check", "p", "--baseline", "b.json", "--targets", "jammy,rhel-9"], in: directory.path)
        #expect(further.status == 1)
        #expect(further.outputText.contains("on: rhel-9"))
        // Another object.
        try directory.write("q", program("GLIBC_2.38"))
        #expect(try preflight(["check", "p", "q", "--baseline", "b.json"] + releases, in: directory.path).status == 1)
    }

    @Test func whatWasMendedIsNamed() throws {
        let directory = try TemporaryDirectory()
        try directory.write("p", program("GLIBC_2.38", "GLIBC_2.39"))
        try directory.write("q", program("GLIBC_2.38"))
        _ = try preflight(["check", "p", "q", "--write-baseline", "b.json"] + releases, in: directory.path)
        try directory.write("p", program("GLIBC_2.38"))
        let words = ["check", "p", "--baseline", "b.json", "--format", "json:r.json", "--format", "text"] + releases
        let outcome = try preflight(words, in: directory.path)
        #expect(outcome.status == 0)
        #expect(outcome.outputText.contains("Mended since: 2 findings (p, GLIBC_2.39 of libc.so.6)"))
        #expect(outcome.outputText.contains("Not looked at: 1 object of the baseline."))
        #expect(
            try text("r.json", in: directory).contains(
                #""mended":[{"path":"p","rule":"node-missing","library":"libc.so.6","node":"GLIBC_2.39""#))
        // Written anew beside the old one, the mended findings are gone from it.
        _ = try preflight(
            ["check", "p", "q", "--baseline", "b.json", "--write-baseline", "b.json"] + releases, in: directory.path)
        #expect(try !text("b.json", in: directory).contains("GLIBC_2.39"))
        #expect(try text("b.json", in: directory).contains("GLIBC_2.38"))
    }

    @Test func brokenFilesAreToldByPlace() throws {
        let directory = try TemporaryDirectory()
        try directory.write("p", program("GLIBC_2.38"))
        let cases = [
            ("", "is no baseline"), ("[]", "--write-baseline FILE"),
            (#"{"kind": "baseline", "schema": 9, "objects": []}"#, "another version"),
            (#"{"kind": "baseline", "schema": 1, "objects": [{"path": "p"}]}"#, "objects[0]"),
            (
                #"{"kind": "baseline", "schema": 1, "objects": [{"path": "p", "findings": [{"rule": "none", "targets": []}]}]}"#,
                "objects[0].findings[0]"
            ),
        ]
        for (content, sentence) in cases {
            try directory.write("b.json", content)
            let outcome = try preflight(["check", "p", "--baseline", "b.json"] + releases, in: directory.path)
            #expect(outcome.status == 2)
            #expect(outcome.errorText.contains("b.json"))
            #expect(outcome.errorText.contains(sentence), "\(outcome.errorText)")
        }
        let missing = try preflight(["check", "p", "--baseline", "none.json"] + releases, in: directory.path)
        #expect(missing.status == 2)
        let full = try preflight(["check", "p", "--write-baseline", "/dev/full"] + releases, in: directory.path)
        #expect(full.status == 3)
        #expect(full.errorText.contains("/dev/full"))
    }

    @Test func aReaderThatGoesAwayLeavesAWholeBaseline() throws {
        let directory = try TemporaryDirectory()
        for number in 0..<300 { try directory.write("p\(number)", program("GLIBC_2.38")) }
        let command = "\(buildDirectory)/preflight check . --format json --write-baseline b.json --targets jammy | head -c 10"
        _ = try run("/bin/sh", ["-c", command], in: directory.path, seconds: 60)
        #expect(try text("b.json", in: directory).split(separator: "\"path\":").count == 301)
    }

    @Test func namesOfBytesAreFoundAgain() throws {
        let directory = try TemporaryDirectory()
        var object = program("GLIBC_2.38")
        object.needed.append(Name(bytes: [0x6C, 0xFF, 0x5C, 0x78, 0x66, 0x66]))
        try directory.write("p", object)
        let words = ["check", "p"] + releases
        _ = try preflight(words + ["--write-baseline", "b.json"], in: directory.path)
        #expect(try preflight(words + ["--baseline", "b.json"], in: directory.path).status == 0)
    }
}

@Suite("Merged reports")
struct MergeTests {
    @Test func oneReportStaysTheSame() throws {
        let directory = try TemporaryDirectory()
        try directory.write("a", program("GLIBC_2.38", "GLIBC_PRIVATE", runpath: "/opt/swift/usr/lib/swift/linux"))
        try directory.write("b", program("GLIBC_2.17"))
        try directory.write("broken", "\u{7F}ELF")
        try directory.write(
            "c.json",
            #"{"waivers": [{"node": "GLIBC_2.38", "targets": ["jammy"], "reason": "r"}], "host": {"expect": ["nofile.hard>=1T", "nofile>=1", "clock.source=x"]}}"#
        )
        let judged = try preflight(
            ["check", "a", "b", "broken", "--config", "c.json", "--format", "json:r.json", "--format", "sarif:r.sarif"]
                + releases,
            in: directory.path)
        let merged = try preflight(
            ["merge", "r.json", "--format", "json:m.json", "--format", "sarif:m.sarif"], in: directory.path)
        #expect(merged.status == judged.status, "\(merged)")
        // Only that there is a whole host behind the expectations is not read back.
        #expect(try text("r.sarif", in: directory) == text("m.sarif", in: directory))
        #expect(try text("r.json", in: directory) == text("m.json", in: directory))
    }

    @Test func verdictsOfOneObjectComeTogether() throws {
        let directory = try TemporaryDirectory()
        try directory.write("p", program("GLIBC_2.38"))
        _ = try preflight(["check", "p", "--targets", "jammy", "--format", "json:1.json"], in: directory.path)
        _ = try preflight(["check", "p", "--targets", "debian-13", "--format", "json:2.json"], in: directory.path)
        let merged = try preflight(["merge", "1.json", "2.json", "--format", "json"], in: directory.path)
        #expect(merged.status == 1)
        #expect(merged.outputText.contains("\"objects\":1,"))
        #expect(verdict(on: "jammy", in: merged.outputText) == nil, "ids are written, not aliases")
        #expect(verdict(on: "ubuntu-22.04", in: merged.outputText) == "failsAtLoad")
        #expect(verdict(on: "debian-13", in: merged.outputText) == "runs")
    }

    @Test func objectsThatOnlyShareAPathStayApart() throws {
        let directory = try TemporaryDirectory()
        try directory.write("p", program("GLIBC_2.38"))
        _ = try preflight(["check", "p", "--format", "json:1.json"] + releases, in: directory.path)
        try directory.write("p", program("GLIBC_2.17"))
        _ = try preflight(["check", "p", "--format", "json:2.json"] + releases, in: directory.path)
        let merged = try preflight(["merge", "1.json", "2.json", "--format", "json"], in: directory.path)
        #expect(merged.outputText.contains("\"path\":\"p (1.json)\""))
        #expect(merged.outputText.contains("\"path\":\"p (2.json)\""))
        #expect(merged.outputText.contains("\"objects\":2,"))
    }

    @Test func aRunThatJudgedNothingIsToldAndNoPass() throws {
        let directory = try TemporaryDirectory()
        try directory.write("p", program("GLIBC_2.17"))
        _ = try preflight(["check", "p", "--format", "json:1.json"] + releases, in: directory.path)
        _ = try directory.makeDirectory("empty")
        try directory.write("empty/note.txt", "text")
        let nothing = try preflight(["check", "empty", "--format", "json:2.json"] + releases, in: directory.path)
        #expect(nothing.status == 3)
        #expect(try preflight(["merge", "1.json"], in: directory.path).status == 0)
        let merged = try preflight(["merge", "1.json", "2.json"], in: directory.path)
        #expect(merged.status == 3)
        #expect(merged.errorText.contains("2.json: has no object"), "\(merged)")
    }

    @Test func whatIsNoReportIsTold() throws {
        let directory = try TemporaryDirectory()
        try directory.write("p", program("GLIBC_2.38"))
        _ = try preflight(["check", "p", "--format", "json:r.json"] + releases, in: directory.path)
        let report = try text("r.json", in: directory)
        let cases = [
            ("{}", "--format json:FILE"), ("x", "line 1, column 1"),
            (report.replacing("\"machine\":\"x86_64\",", with: ""), "objects[0]: machine"),
            (report.replacing("failsAtLoad", with: "sings"), "objects[0].verdicts[0].verdict"),
            (report.replacing("node-missing", with: "new-rule"), "\"new-rule\" is not known"),
            (report.replacing("\"asOf\":\"", with: "\"asOf\":\"x"), "asOf"),
            (String(report.prefix(report.utf8.count / 2)), "is no JSON report"),
        ]
        for (content, sentence) in cases {
            try directory.write("x.json", content)
            for words in [["merge", "r.json", "x.json"], ["diff", "r.json", "x.json"]] {
                let outcome = try preflight(words, in: directory.path)
                #expect(outcome.status == 2)
                #expect(outcome.errorText.contains("x.json"))
                #expect(outcome.errorText.contains(sentence), "\(sentence): \(outcome.errorText)")
            }
        }
    }
}

@Suite("Differences of reports")
struct DiffTests {
    @Test func floorsAndVerdicts() throws {
        let directory = try TemporaryDirectory()
        try directory.write("p", program("GLIBC_2.34"))
        try directory.write("gone", program("GLIBC_2.17"))
        _ = try preflight(["check", "p", "gone", "--format", "json:old.json"] + releases, in: directory.path)
        try directory.write("p", program("GLIBC_2.38"))
        try directory.write("added", program("GLIBC_2.17"))
        _ = try preflight(["check", "p", "added", "--format", "json:new.json"] + releases, in: directory.path)
        let worse = try preflight(["diff", "old.json", "new.json"], in: directory.path)
        #expect(worse.status == 1)
        for part in [
            "Worse: shippable before, not any more.", "floor: GLIBC 2.34 → 2.38",
            "fine → does not start on ubuntu-22.04, debian-12",
            "new: GLIBC_2.38 of libc.so.6", "New: 1 object (added)", "Gone: 1 object (gone)",
            "Lowest release of debian: debian-12 → debian-13.",
        ] { #expect(worse.outputText.contains(part), "\(part) is not in\n\(worse.outputText)") }
        let better = try preflight(["diff", "new.json", "old.json", "--format", "markdown"], in: directory.path)
        #expect(better.status == 0)
        #expect(better.outputText.contains("mended in `p`"))
        let same = try preflight(["diff", "old.json", "old.json"], in: directory.path)
        #expect(same.status == 0)
        #expect(same.outputText == "No change: shippable before and after.\n")
    }

    @Test func targetsOfOneSideSayNothing() throws {
        let directory = try TemporaryDirectory()
        try directory.write("p", program("GLIBC_2.38"))
        _ = try preflight(["check", "p", "--targets", "debian-13", "--format", "json:old.json"], in: directory.path)
        _ = try preflight(["check", "p", "--targets", "debian-13,jammy", "--format", "json:new.json"], in: directory.path)
        let outcome = try preflight(["diff", "old.json", "new.json"], in: directory.path)
        #expect(outcome.status == 0)
        #expect(outcome.outputText.contains("Targets of the second report alone: ubuntu-22.04."))
        #expect(!outcome.outputText.contains("GLIBC_2.38"))
    }
}
