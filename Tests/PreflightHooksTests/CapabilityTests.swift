// Capabilities against rpm's own elfdeps, and the arithmetic on them against a slow and obvious one.

import PreflightELF
import PreflightInputs
import PreflightTestSupport
import Testing

@testable import PreflightHooks

struct CapabilityTests {
    @Test(
        arguments: [
            ("libfoo.so.1", "libfoo.so.1", nil, false),
            ("libfoo.so.1()(64bit)", "libfoo.so.1", nil, true),
            ("libc.so.6(GLIBC_2.38)(64bit)", "libc.so.6", "GLIBC_2.38", true),
            ("libc.so.6(GLIBC_2.0)", "libc.so.6", "GLIBC_2.0", false),
            ("ld-linux-x86-64.so.2()(64bit)", "ld-linux-x86-64.so.2", nil, true),
            ("rtld(GNU_HASH)", "rtld", "GNU_HASH", false),
            ("libstdc++.so.6(GLIBCXX_3.4.29)(64bit) = 1", "libstdc++.so.6", "GLIBCXX_3.4.29", true),
        ] as [(String, String, String?, Bool)])
    func isTakenApart(_ text: String, _ soname: String, _ node: String?, _ is64Bit: Bool) throws {
        let capability = try #require(Capability(text))
        #expect(capability == Capability(soname: soname, node: node, is64Bit: is64Bit))
        #expect(text.hasPrefix(capability.description))
    }

    @Test(arguments: [
        "bash", "/bin/sh", "pkgconfig(zlib)", "libfoo", "foo.so.1()(64bit)", "libfoo.so.1(64bit)", "(64bit)", "", ")", "lib.so)",
        "config(libfoo.so) = 1", "rpmlib(CompressedFileNames) <= 3.0.4-1", "rtld",
    ]) func otherWordsAreNone(_ text: String) {
        #expect(Capability(text) == nil)
    }

    @Test func survivesWritingAndReading() {
        var generator = Generator(seed: 5)
        for _ in 0..<500 {
            let name =
                "lib" + (0..<generator.below(9)).map { _ in generator.pick(["a", "ü", "-", "+", ".", "_"]) }.joined() + ".so.1"
            let node = generator.below(3) == 0 ? nil : generator.pick(["A_1.0", "GLIBC_2.34", "x", "ä"])
            let capability = Capability(soname: name, node: node, is64Bit: generator.below(2) == 0)
            #expect(Capability(capability.description) == capability)
        }
    }

    /// rpm's own program is the truth for what an object requires.
    @Test(.enabled(if: rpm != nil, "rpm's elfdeps is not installed"))
    func needsAreThoseOfElfdeps() throws {
        guard let rpm else { return print("skipped: rpm's elfdeps is not installed") }
        let buffers = ReadBuffers()
        var compared = 0
        var walk = Walk(
            ["/usr/bin", "/usr/lib/x86_64-linux-gnu", "/usr/lib64"].filter { (try? run("/bin/ls", [$0]))?.status == 0 })
        while compared < 250, let element = walk.next() {
            guard case .success(let input) = element,
                let file = try? ObjectFile(path: input.path, isExpectedRegular: true, buffers: buffers), file.object.isDynamic
            else { continue }
            let outcome = try run(rpm, ["--requires"], input: Array((input.path + "\n").utf8))
            // A library with an interpreter and without an x bit requires nothing, to elfdeps.
            guard outcome.status == 0, !outcome.output.isEmpty else { continue }
            let theirs = Set(outcome.outputText.split(separator: "\n").map(String.init)).subtracting(["rtld(GNU_HASH)"])
            let ours = Set(ObjectNeeds(file.object).capabilities.map(\.capability.description))
            #expect(ours == theirs, "\(input.path)")
            compared += 1
        }
        #expect(compared > 50)
    }

    @Test func machineDecidesWhatCapabilitiesSpeakOf() throws {
        let desktop = try #require(PackageArchitecture("x86_64"))
        #expect(desktop.runs("x86_64", is64Bit: true))
        #expect(desktop.runs("i686", is64Bit: false))
        #expect(!desktop.runs("x32", is64Bit: false))
        #expect(!desktop.runs("aarch64", is64Bit: true))
        #expect(PackageArchitecture("armhfp")?.runs("armv7l", is64Bit: false) == true)
        #expect(PackageArchitecture("armhfp")?.runs("armv5tel", is64Bit: false) == false)
        #expect(PackageArchitecture("pdp11") == nil)
    }
}

private let rpm = ["/usr/lib/rpm/elfdeps", "/usr/lib/rpm/redhat/elfdeps"].first { (try? readFile($0)) != nil }

struct CapabilityChangeTests {
    private static let all = (0..<12).map {
        Capability(soname: "lib\($0 / 3).so", node: $0 % 3 == 0 ? nil : "V_\($0 % 3)", is64Bit: true)
    }

    private func some(_ generator: inout Generator) -> [Capability] {
        Self.all.filter { _ in generator.below(3) == 0 }
    }

    /// Installed − out + in, capability by capability.
    @Test func isInstalledWithoutOutWithIn() {
        var generator = Generator(seed: 11)
        for _ in 0..<2000 {
            let staying = some(&generator)
            let incoming = some(&generator)
            let outgoing = (0..<generator.below(4)).map { ("out\($0)", some(&generator)) }
            let change = CapabilityChange(staying: staying, outgoing: outgoing, incoming: incoming)
            for capability in Self.all {
                let before = staying.contains(capability) || outgoing.contains { $0.1.contains(capability) }
                let after = staying.contains(capability) || incoming.contains(capability)
                #expect(change.after.contains(capability) == after)
                #expect((change.lost[capability] != nil) == (before && !after))
                if let taker = change.lost[capability] {
                    #expect(outgoing.first { $0.1.contains(capability) }?.0 == taker)
                }
            }
        }
    }

    @Test func whatComesBackIsNotLost() {
        var generator = Generator(seed: 12)
        for _ in 0..<500 {
            let (staying, moved) = (some(&generator), some(&generator))
            let again = CapabilityChange(staying: staying, outgoing: [("same", moved)], incoming: moved)
            #expect(again.lost.isEmpty)
            // What more stays, the less is lost; what more goes, the more.
            let (more, other) = (some(&generator), some(&generator))
            let change = CapabilityChange(staying: staying, outgoing: [("a", moved)], incoming: [])
            let richer = CapabilityChange(staying: staying + more, outgoing: [("a", moved)], incoming: [])
            let harder = CapabilityChange(staying: staying, outgoing: [("a", moved), ("b", other)], incoming: [])
            #expect(Set(richer.lost.keys).isSubset(of: change.lost.keys))
            #expect(Set(change.lost.keys).isSubset(of: harder.lost.keys))
        }
    }
}
