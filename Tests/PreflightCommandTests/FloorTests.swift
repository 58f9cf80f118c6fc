// `preflight floor`: one line a file for shell scripts.

import PreflightTestSupport
import Testing

@Suite struct FloorTests {
    private let tool = buildDirectory + "/preflight"

    @Test func oneLineAFileInTheOrderGiven() throws {
        let directory = try TemporaryDirectory()
        let high = try directory.write(
            "high", program("GLIBC_2.9", "GLIBC_2.10", "GLIBC_ABI_DT_RELR", "libm.so.6:GLIBC_2.4")
        )
        let none = try directory.write("none", program("GLIBC_PRIVATE"))
        let other = try directory.write("other", program("libgcc_s.so.1:GLIBC_2.0", "libstdc++.so.6:GLIBCXX_3.4.30"))
        let outcome = try preflight(["floor", high, none, other])
        #expect(outcome.status == 0)
        #expect(outcome.outputText == "GLIBC_2.10\t\(high)\n-\t\(none)\n-\t\(other)\n")
    }

    @Test func listsComeFromStandardInput() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.write("a\nb", program("GLIBC_2.17"))
        let nul = try preflight(["floor", "-0", "--files-from", "-"], input: Array((path + "\0").utf8))
        #expect(nul.outputText == "GLIBC_2.17\t\(path)\0")
        let shown = try preflight(["floor", path])
        #expect(shown.outputText == "GLIBC_2.17\t\(directory.path)/a\\nb\n")
    }

    @Test func walksLeaveOtherFilesOutAndErrorsGoToStandardError() throws {
        let directory = try TemporaryDirectory()
        let good = try directory.write("good", program("GLIBC_2.17"))
        _ = try directory.write("script", "#!/bin/sh\n")
        let walk = try preflight(["floor", directory.path])
        #expect(walk.status == 0)
        #expect(walk.outputText == "GLIBC_2.17\t\(good)\n")
        let named = try preflight(["floor", directory.file("script"), good, directory.file("gone")])
        #expect(named.status == 3)
        #expect(named.outputText == "GLIBC_2.17\t\(good)\n")
        #expect(named.errorText.split(separator: "\n").count == 2)
        #expect(try preflight(["floor", directory.path, "--exclude", "good"]).status == 3)
    }

    @Test func pathsThatAreNoUTF8AreOpened() throws {
        let directory = try TemporaryDirectory()
        let plain = try directory.write("plain", program("GLIBC_2.17"))
        let script = "cp \"$1\" \"$(printf 'na\\377me')\" && exec \"$2\" floor \"$(printf 'na\\377me')\""
        let outcome = try run("/bin/sh", ["-c", script, "sh", plain, tool], in: directory.path)
        #expect(outcome.outputText == "GLIBC_2.17\tna\\xffme\n", "\(outcome)")
    }

    @Test func aReaderThatGoesAwayIsNoError() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.write("program", program("GLIBC_2.17"))
        try directory.write("list", String(repeating: path + "\n", count: 20_000))
        let script = "{ \"$1\" floor --files-from list; echo \"status $?\" >&2; } | head -n 1"
        let outcome = try run("/bin/sh", ["-c", script, "sh", tool], in: directory.path, seconds: 30)
        #expect(outcome.outputText == "GLIBC_2.17\t\(path)\n")
        #expect(outcome.errorText == "status 0\n")
    }

    @Test func packedProgramsAreNotPassedOver() throws {
        let directory = try TemporaryDirectory()
        var builder = ELFBuilder()
        builder.isDynamic = false
        let path = try directory.write("packed", builder.image().bytes + Array("UPX!".utf8))
        let outcome = try preflight(["floor", path])
        #expect(outcome.status == 3)
        #expect(outcome.errorText.contains("packed"))
        #expect(try preflight(["check", path, "--targets", "debian-12"]).status == 3)
    }
}
