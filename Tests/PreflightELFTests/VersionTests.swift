// Version needs and definitions.

import PreflightTestSupport
import Testing

@testable import PreflightELF

@Suite("Versions")
struct VersionTests {
    @Test("needs keep library, order, hash, flags and index", arguments: Encoding.all)
    func needs(encoding: Encoding) throws {
        let object = try read(.rich(encoding))
        #expect(object.hasVersionSymbols)
        #expect(object.needs.map(\.library) == ["libm.so.6", "libc.so.6"])
        let nodes = object.needs[1].nodes
        #expect(nodes.map(\.name) == ["GLIBC_2.34", "GLIBC_2.36", "GLIBC_ABI_DT_RELR"])
        #expect(nodes.map(\.index) == [5, 6, 7])
        #expect(nodes.map(\.flags) == [0, 2, 0])
        #expect(nodes.map(\.isWeak) == [false, true, false])
        #expect(nodes.map(\.hash) == [0x0696_91B4, 0x0696_91B6, 0x00FD_0E42])
        #expect(nodes.map(\.hasTrueHash) == [true, true, true])
    }

    @Test("a definition has its own name first and all of its parents behind it", arguments: Encoding.all)
    func definitions(encoding: Encoding) throws {
        var builder = ELFBuilder.rich(encoding)
        builder.definitions = [
            .init("librich.so.1", index: 1, flags: 1),
            // Not in the order of their indexes, and one without symbols.
            .init("RICH_3", parents: ["RICH_1", "RICH_2", "EMPTY"], index: 4),
            .init("RICH_2", parents: ["RICH_1"], index: 3, flags: 2),
            .init("RICH_1", index: 2),
            .init("EMPTY", index: 0x7FFF),
        ]
        let object = try read(builder)
        #expect(object.definitions.map(\.name) == ["librich.so.1", "RICH_3", "RICH_2", "RICH_1", "EMPTY"])
        #expect(object.definitions.map(\.parents) == [[], ["RICH_1", "RICH_2", "EMPTY"], ["RICH_1"], [], []])
        #expect(object.definitions.map(\.index) == [1, 4, 3, 2, 0x7FFF])
        #expect(object.definitions.map(\.isBase) == [true, false, false, false, false])
        #expect(object.definitions.map(\.flags) == [1, 0, 2, 0, 0])
        #expect(object.definitions.map(\.hash) == object.definitions.map { systemVHash(Array($0.name.utf8)) })
        #expect(try read(builder, []).definitions.isEmpty)
    }

    @Test("unusual names and indexes are no reason to stop")
    func oddities() throws {
        var builder = ELFBuilder.rich(.usual)
        builder.needs = [
            .init("libnot-needed.so", [.init("", index: 0), .init("LIBC", index: 1), .init("LIBC", index: 1)]),
            .init("libc.so.6", [.init("libc.so.6", index: 0x8005), .init("V_0.5.0", index: 0xFFFF, flags: 0xFFFF)]),
            .init("", [.init("LIBFOO_1.0@host", index: 5)]),
        ]
        builder.symbols = [
            .init("unversioned", version: 99), .init("local", version: 0), .init("hidden", isDefined: true, version: 0x8002),
        ]
        let object = try read(builder)
        #expect(object.needs.map(\.library) == ["libnot-needed.so", "libc.so.6", ""])
        #expect(object.needs.flatMap(\.nodes).map(\.name) == ["", "LIBC", "LIBC", "libc.so.6", "V_0.5.0", "LIBFOO_1.0@host"])
        #expect(object.needs.flatMap(\.nodes).allSatisfy { $0.hasTrueHash })
        #expect(object.needs[1].nodes[1].isWeak)
        #expect(object.symbols.map(\.version) == [99, 0, 2])
        #expect(object.symbols.map(\.isHidden) == [false, false, true])
    }

    @Test("hashes are the System V hash, over the bytes of a name")
    func hashes() {
        let names = ["", "a", "GLIBC_2.2.5", "GLIBC_PRIVATE", "libc.so.6", String(repeating: "x", count: 1000), "\u{E9}\u{20AC}"]
        for name in names { #expect(elfHash(name) == systemVHash(Array(name.utf8))) }
        #expect(elfHash("GLIBC_2.2.5") == 0x0969_1A75)
        let raw: [UInt8] = [0xFF, 0x41, 0x80]
        #expect(raw.withUnsafeBytes { elfHash(RawText.string($0)) } == systemVHash(raw))
    }

    @Test("only the first record's version is looked at, as by the loader")
    func recordVersions() throws {
        let honest = ELFBuilder.rich(.usual).image()
        var image = honest
        image["verneed[1].vn_version"] = 2
        #expect(summary(try read(image)) == summary(try read(honest)))
        image["verneed[0].vn_version"] = 2
        #expect(try readError(image)?.message == "unsupported version 2 of Verneed record; the loader refuses it")
        image = honest
        image["verdef[1].vd_version"] = 0
        #expect(try readError(image)?.message == "unsupported version 0 of Verdef record; the loader refuses it")
    }

    @Test("records at odd addresses are followed where their links lead", arguments: Encoding.all)
    func unaligned(encoding: Encoding) throws {
        let honest = ELFBuilder.rich(encoding).image()
        let expected = summary(try read(honest))
        var image = honest
        // The table of needs again behind everything, one byte off.
        let start = try #require(image.offset(ofAddress: image["DT_VERNEED"]))
        let table = Array(image.bytes[start..<start + 96])
        image["DT_VERNEED"] = image.map([0] + table) + 1
        #expect(summary(try read(image)) == expected)
    }

    @Test("links of a 32-bit file may lead backwards, where addresses wrap")
    func backwards() throws {
        for encoding in Encoding.all {
            var image = ELFBuilder.rich(encoding).image()
            // From the second need's first node, past its third, to its second.
            image["verneed[1].aux[0].vna_next"] = 32
            image["verneed[1].aux[2].vna_next"] = 0xFFFF_FFF0
            image["verneed[1].aux[1].vna_next"] = 0
            if encoding.is64Bit {
                #expect(try readError(image)?.kind == .malformed)
            } else {
                #expect(try read(image).needs[1].nodes.map(\.name) == ["GLIBC_2.34", "GLIBC_ABI_DT_RELR", "GLIBC_2.36"])
            }
        }
    }

    @Test(
        "the same as readelf, for a program and a library of this machine",
        .enabled(if: compiler != nil && find("readelf") != nil))
    func readelf() throws {
        let directory = try TemporaryDirectory()
        let program = try #require(find("readelf"))
        for path in [try Source.buildUser(in: directory), directory.file("libversions.so"), "/bin/ls"] {
            let object = try read(path)
            let text = try run(program, ["-W", "-V", path]).outputText
            var expected: [String] = []
            var isNeeds = false
            for line in text.split(separator: "\n") {
                if line.hasPrefix("Version ") { isNeeds = line.hasPrefix("Version needs") }
                guard isNeeds else { continue }
                let words = line.split(separator: " ").map(String.init)
                if let file = words.firstIndex(of: "File:") { expected.append(words[file + 1]) }
                if let name = words.firstIndex(of: "Name:"), let index = words.firstIndex(of: "Version:") {
                    expected.append("\(words[name + 1]) \(words[index + 1])")
                }
            }
            #expect(object.needs.flatMap { [$0.library] + $0.nodes.map { "\($0.name) \($0.index)" } } == expected)
            #expect(!expected.isEmpty || path.hasSuffix(".so"))
        }
        let library = try read(directory.file("libversions.so"))
        #expect(library.definitions.map(\.name) == ["libversions.so.1", "V_1", "V_2"])
        #expect(library.definitions.map(\.parents) == [[], [], ["V_1"]])
        #expect(library.definitions.map(\.isBase) == [true, false, false])
    }
}
