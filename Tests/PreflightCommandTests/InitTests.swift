// `preflight init` as people run it: written once, never again, and what it wrote is judged by.

import PreflightTestSupport
import Testing

@Suite struct InitCommandTests {
    private func package(_ files: [String: String]) throws -> TemporaryDirectory {
        let directory = try TemporaryDirectory()
        for (name, text) in files { try directory.write(name, text) }
        return directory
    }

    private static let files = [
        "Package.swift": "// swift-tools-version: 6.0\n.executable(name: \"app\", targets: [\"app\"])\n",
        "Dockerfile": "FROM debian:11\n",
    ]

    @Test func itWritesWhatCheckJudgesBy() throws {
        let directory = try package(Self.files)
        let outcome = try preflight(["init"], in: directory.path)
        #expect(outcome.status == 0, "\(outcome)")
        #expect(outcome.outputText.contains("written: .preflight.json"))
        _ = try directory.makeDirectory(".build")
        _ = try directory.makeDirectory(".build/release")
        _ = try directory.write(".build/release/app", program("GLIBC_2.34"))
        let judged = try preflight(["check"], in: directory.path)
        #expect(judged.status == 1, "\(judged)")
        #expect(judged.outputText.contains("Not shippable to debian-11"), "\(judged)")
        _ = try directory.write(".build/release/app", program("GLIBC_2.30"))
        #expect(try preflight(["check"], in: directory.path).status == 0)
    }

    @Test func itNeverOverwrites() throws {
        let directory = try package(Self.files)
        try directory.write(".preflight.json", "{}")
        let outcome = try preflight(["init"], in: directory.path)
        #expect(outcome.status == 2)
        #expect(
            outcome.errorText
                == "preflight: .preflight.json is there already and stays as it is; --print shows what would be written\n")
        #expect(try run("/bin/cat", [directory.file(".preflight.json")]).outputText == "{}")
        #expect(try preflight(["init", "--print"], in: directory.path).status == 0)
        // A link that leads nowhere is there too, and nothing is written where it leads.
        let other = try package(Self.files)
        _ = try other.makeLink(".preflight.json", to: other.file("elsewhere"))
        #expect(try preflight(["init"], in: other.path).status == 2)
        #expect(try run("/bin/ls", [other.path]).outputText == "Dockerfile\nPackage.swift\n")
    }

    @Test func printingWritesNothing() throws {
        let directory = try package(Self.files)
        let outcome = try preflight(["init", "--print"], in: directory.path)
        #expect(outcome.status == 0)
        #expect(
            outcome.outputText.contains(
                "    // Dockerfile, line 1: FROM debian:11, what ends up in the image\n    \"debian-11\"\n"))
        #expect(try run("/bin/ls", ["-A", directory.path]).outputText == "Dockerfile\nPackage.swift\n")
    }

    @Test func whatCannotBeReadEndsWithThree() throws {
        let directory = try package(["Dockerfile": "FROM debian:11\n"])
        _ = try directory.makeDirectory("Package.swift")
        let outcome = try preflight(["init"], in: directory.path)
        #expect(outcome.status == 3)
        #expect(outcome.errorText.contains("preflight: Package.swift cannot be read: Is a directory"), "\(outcome)")
        #expect([0, 1].contains(try preflight(["check", "/bin/sh"], in: directory.path).status))
    }

    @Test func hostileNamesDoNotReachTheTerminal() throws {
        let directory = try package([
            "Dockerfile.\u{1B}[2J\nx": "FROM debian:11\nFROM \u{1B}]0;x\u{7}:1\n",
            "Package.swift": ".executable(name: \"a\u{9B}b\u{202E}\")",
        ])
        let outcome = try preflight(["init", "--print"], in: directory.path)
        #expect(outcome.status == 0, "\(outcome)")
        #expect(
            outcome.outputText.unicodeScalars.allSatisfy {
                $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0.value != 0x202E
            })
        #expect(outcome.outputText.contains("a\\u009bb\\u202e"), "\(outcome)")
    }
}
