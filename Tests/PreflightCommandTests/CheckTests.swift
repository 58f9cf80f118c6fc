// `preflight check` from the outside: verdicts, statuses, formats.

import PreflightTestSupport
import Testing

@Suite struct CheckTests {
    private func json(_ builder: ELFBuilder, targets: String) throws -> (outcome: Outcome, text: String) {
        let directory = try TemporaryDirectory()
        let path = try directory.write("program", builder)
        let outcome = try preflight(["check", path, "--targets", targets, "--format", "json"], in: directory.path)
        return (outcome, outcome.outputText)
    }

    @Test(arguments: [
        ("GLIBC_2.34", "rhel-9", "runs"), ("GLIBC_2.35", "rhel-9", "failsAtLoad"), ("GLIBC_2.35", "rhel-9.7", "runs"),
        ("GLIBC_2.40", "rhel-10", "failsAtLoad"), ("GLIBC_2.40", "rhel-10.2", "runs"),
        ("GLIBC_2.34", "debian-11", "failsAtLoad"), ("GLIBC_2.36", "debian-12", "runs"),
        ("GLIBC_2.36", "ubuntu-22.04", "failsAtLoad"), ("GLIBC_PRIVATE", "debian-12", "unknown"),
        ("libm.so.6:GLIBC_2.40", "debian-13", "runs"), ("libstdc++.so.6:GLIBCXX_3.4.33", "ubuntu-24.04", "runs"),
        ("libstdc++.so.6:GLIBCXX_3.4.33", "ubuntu-22.04", "failsAtLoad"), ("GLIBC_2.34", "alpine-3.22", "failsAtLoad"),
        ("GLIBC_ABI_DT_RELR", "debian-11", "failsAtLoad"), ("GLIBC_ABI_DT_RELR", "debian-12", "runs"),
        ("libunheardof.so.9:THING_1", "debian-12", "runs"),
    ])
    func verdicts(node: String, target: String, expected: String) throws {
        let (outcome, text) = try json(program(node), targets: target)
        #expect(verdict(on: target, in: text) == expected, "\(outcome)")
        #expect(outcome.status == (expected == "runs" ? 0 : expected == "unknown" ? 3 : 1))
    }

    @Test func aNeedOfAnUnknownLibraryIsToldAndChangesNothing() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.write("program", program("GLIBC_2.17", needed: ["libc.so.6", "libunheardof.so.9"]))
        let outcome = try preflight(["check", path, "--targets", "debian-12"])
        #expect(outcome.status == 0)
        #expect(outcome.outputText.contains("Also needs, not in the matrix: libunheardof.so.9"))
    }

    @Test(arguments: [
        ("libxml2.so.2", "debian-13", 0), ("libxml2.so.2", "debian-14", 1), ("libxml2.so.16", "debian-14", 0),
        ("libssl.so.1.1", "debian-11", 0), ("libssl.so.1.1", "debian-12", 1), ("libcurl.so.4", "ubuntu-24.04", 0),
    ])
    func sonames(soname: String, target: String, status: Int32) throws {
        let directory = try TemporaryDirectory()
        let path = try directory.write("program", program("GLIBC_2.17", needed: ["libc.so.6", Name(soname)]))
        let outcome = try preflight(["check", path, "--targets", target])
        #expect(outcome.status == status, "\(outcome.outputText)")
        if status == 0 { #expect(outcome.outputText.contains("apt-get install")) }
    }

    @Test func architecturesOutsideOfAGroupAreLeftOutButNamedOnesAreUnknown() throws {
        var builder = ELFBuilder()
        builder.machine = 243  // RISC-V
        builder.needed = ["libc.so.6"]
        builder.soname = "libx.so.1"
        let named = try json(builder, targets: "amazonlinux-2023")
        #expect(verdict(on: "amazonlinux-2023", in: named.text) == "unknown")
        #expect(named.outcome.status == 3)
        let group = try json(builder, targets: "debian")
        #expect(group.outcome.status == 0, "\(group.outcome)")
        #expect(group.text.contains("not published for riscv64"))
        #expect(try json(builder, targets: "amazonlinux").outcome.status == 3)
    }

    @Test func staticProgramsRunEverywhere() throws {
        let directory = try TemporaryDirectory()
        let path = try compile("int main(void) { return 0; }", ["-static"], as: "static", in: directory)
        let outcome = try preflight(["check", path, "--targets", "all", "--format", "json"])
        #expect(outcome.status == 0, "\(outcome)")
        #expect(outcome.outputText.contains("\"kind\":\"static\""))
        #expect(!outcome.outputText.contains("failsAtLoad"))
    }

    @Test func aLibraryNeededByPathIsNoPass() throws {
        let found = try json(program("GLIBC_2.17", needed: ["libc.so.6", "/libX.so"]), targets: "debian-12")
        #expect(verdict(on: "debian-12", in: found.text) == "unknown")
        #expect(found.outcome.status == 3)
    }

    @Test func aStaticProgramOfAnotherSystemIsNoPass() throws {
        var builder = ELFBuilder()
        builder.type = 2
        builder.isDynamic = false
        let linux = try json(builder, targets: "debian-12")
        #expect(verdict(on: "debian-12", in: linux.text) == "runs")
        builder.osABI = 9
        let foreign = try json(builder, targets: "debian-12")
        #expect(verdict(on: "debian-12", in: foreign.text) == "unknown")
        #expect(foreign.text.contains("FreeBSD"))
    }

    @Test func statusesFollowThePolicy() throws {
        let directory = try TemporaryDirectory()
        let bad = try directory.write("bad", program("GLIBC_2.40"))
        let broken = try directory.write("broken", Array("\u{7F}ELF and nothing more".utf8))
        let toolchain = try directory.write("toolchain", program("GLIBC_2.17", runpath: "/opt/swift/usr/lib/swift/linux"))
        func status(_ words: String...) throws -> Int32? { try preflight(["check", "--targets", "debian-12"] + words).status }
        #expect(try status(bad) == 1)
        #expect(try status(bad, "--fail-on", "never") == 0)
        #expect(try status(broken) == 3)
        #expect(try status(broken, "--on-unknown", "pass", toolchain) == 0)
        #expect(try status(bad, broken) == 1)
        #expect(try status(toolchain) == 0)
        #expect(try status(toolchain, "--fail-on", "warning") == 1)
        #expect(try status(directory.path, "--exclude", "*") == 3)
        #expect(try status() == 2)
        #expect(try status(bad, "--fail-on", "sometimes") == 2)
        #expect(try status(bad, "--config", directory.file("nothing.json")) == 2)
        #expect(try preflight(["check", bad, "--targets", "debian-99"]).status == 2)
        #expect(try preflight(["check", bad, "--as-of", "2026-02-30"]).status == 2)
        #expect(try preflight(["check", bad, "--output", directory.file("no/such/place")]).status == 2)
    }

    @Test func oneBadFileLosesNothing() throws {
        let directory = try TemporaryDirectory()
        let good = try directory.write("good", program("GLIBC_2.17"))
        _ = try directory.write("broken", Array("\u{7F}ELF\u{2}\u{1}\u{1}".utf8))
        _ = try directory.write("text", "no ELF file")
        _ = try directory.makeFIFO("fifo")
        _ = try directory.makeLink("loop", to: "loop")
        let outcome = try preflight(["check", directory.path, "--targets", "debian-12", "--format", "json"])
        #expect(outcome.status == 3)
        #expect(outcome.outputText.contains("\"path\":\"\(good)\""))
        #expect(outcome.outputText.contains("broken\",\"message\":\"at offset 0x"))
        let named = try preflight(["check", directory.file("fifo"), directory.file("text"), directory.file("loop"), good])
        #expect(named.errorText.contains("is a FIFO"))
        #expect(named.errorText.contains("is not an ELF file"))
        #expect(named.errorText.contains("loop of symbolic links"))
    }

    @Test func workersKeepTheOrder() throws {
        let directory = try TemporaryDirectory()
        for number in 0..<100 { _ = try directory.write("file\(number)", program("GLIBC_2.17")) }
        let words = ["check", directory.path, "--targets", "debian-12", "--format", "json", "--workers"]
        let one = try preflight(words + ["1"])
        let four = try preflight(words + ["4"])
        #expect(one.status == 0)
        #expect(one.output == four.output)
    }

    @Test func theReportOpensWithTheDecision() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.write("program", program("GLIBC_2.34", "GLIBC_2.38"))
        let outcome = try preflight(["check", path, "--targets", "ubuntu-22.04,ubuntu-24.04", "--color", "never"])
        let text = outcome.outputText
        #expect(text.hasPrefix("Not shippable to all targets: 1 object, 1 of 2 targets good"))
        #expect(text.contains("One change gains 1 more target: do without GLIBC_2.38 from libc.so.6 (ubuntu-22.04)."))
        #expect(text.contains("GLIBC_2.38 of libc.so.6 because of uses_GLIBC_2.38"))
        let quiet = try preflight(["check", path, "--targets", "ubuntu-24.04", "--quiet"]).outputText
        #expect(quiet.hasPrefix("Shippable to ubuntu-24.04: 1 object judged"))
    }

    @Test func namesFromFilesNeverReachTheTerminalRaw() throws {
        let directory = try TemporaryDirectory()
        var builder = program("GLIBC_2.99")
        builder.needed.append(Name(bytes: [0x1B, 0x5B, 0x33, 0x31, 0x6D, 0xFF, 0x0A]))
        let path = try directory.write("evil\u{1B}[31m", builder)
        for words in [["check", path, "--targets", "debian-12"], ["inspect", path], ["floor", path]] {
            let outcome = try preflight(words)
            #expect(!outcome.output.contains(0x1B) && !outcome.errors.contains(0x1B), "\(words)")
        }
        let json = try preflight(["check", path, "--targets", "debian-12", "--format", "json"])
        #expect(!json.output.contains(0x1B) && String(validating: json.output, as: UTF8.self) != nil)
    }

    @Test func theSwiftRuntimeMustComeFromSomewhere() throws {
        let directory = try TemporaryDirectory()
        let builder = program(
            "GLIBC_2.17", needed: ["libswiftCore.so", "libc.so.6"], runpath: "/opt/swift/usr/lib/swift/linux:$ORIGIN"
        )
        let path = try directory.write("App", builder)
        let alone = try preflight(["check", path, "--targets", "ubuntu-22.04"])
        #expect(alone.status == 1)
        #expect(alone.outputText.contains("--assume swift-runtime"))
        let flat = alone.outputText.split { $0.isWhitespace }.joined(separator: " ")
        #expect(flat.contains("a directory of the machine that built it"))
        let assumed = try preflight(["check", path, "--targets", "ubuntu-22.04", "--assume", "swift-runtime"])
        #expect(assumed.status == 0, "\(assumed.outputText)")
        _ = try directory.write("libswiftCore.so", program("GLIBC_2.17"))
        let bundled = try preflight(["check", path, "--targets", "ubuntu-22.04"])
        #expect(bundled.status == 0, "\(bundled.outputText)")
        #expect(bundled.outputText.contains("Found beside the objects: libswiftCore.so"))
    }
}

@Suite struct InterpreterTests {
    @Test(arguments: [
        ("/lib64/ld-linux-x86-64.so.2", "runs"), ("/usr/lib64/ld-linux-x86-64.so.2", "runs"),
        ("/lib/ld-linux-x86-64.so.2", "unknown"), ("/opt/glibc/lib/ld-linux-x86-64.so.2", "failsAtLoad"),
        ("/nix/store/abc-glibc-2.40/lib/ld-linux-x86-64.so.2", "failsAtLoad"), ("/lib/ld-linux.so.2", "failsAtLoad"),
    ])
    func thePathDecides(path: String, expected: String) throws {
        let directory = try TemporaryDirectory()
        var builder = program("GLIBC_2.17")
        builder.interpreter = Name(path)
        let file = try directory.write("program", builder)
        let outcome = try preflight(["check", file, "--targets", "debian-12", "--format", "json"])
        #expect(verdict(on: "debian-12", in: outcome.outputText) == expected)
    }
}
