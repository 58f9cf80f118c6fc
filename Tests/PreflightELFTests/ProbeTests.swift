// Files that other tools pass and the loader does not, or the other way round. Each test is named after the probe in the
// list of such files that the reader is held against.

import PreflightLoader
import PreflightTestSupport
import Testing

@testable import PreflightELF

@Suite("Probes")
struct ProbeTests {
    @Test("P1: without section headers everything is read just the same")
    func withoutSectionHeaders() throws {
        let directory = try TemporaryDirectory()
        let path = try Source.buildUser(in: directory)
        var image = ELFImage(bytes: try readFile(path))
        let table = Int(image["e_shoff"])..<image.bytes.count
        #expect(image["e_shnum"] > 0)
        for field in ["e_shoff", "e_shnum", "e_shstrndx"] { image[field] = 0 }
        for place in table { image.bytes[place] = 0 }
        let stripped = try directory.write("stripped", image)

        let object = try read(stripped)
        #expect(summary(object) == summary(try read(path)))
        #expect(needs(object).contains("libversions.so.1: V_2, V_1") || needs(object).contains("libversions.so.1: V_1, V_2"))
    }

    @Test("P2: the marker of DT_RELR is a need although no symbol carries it")
    func relativeRelocationMarker() throws {
        let directory = try TemporaryDirectory()
        let path = try compile(
            "static int x; int *p = &x;\n\(Source.empty)", ["-pie", "-fPIE", "-Wl,-z,pack-relative-relocs"],
            as: "packed", in: directory
        )
        let object = try read(path)
        let marker = try #require(object.needs.flatMap(\.nodes).first { $0.name == "GLIBC_ABI_DT_RELR" })
        #expect(object.hasRELR)
        #expect(object.symbols(ofVersion: marker.index).isEmpty)

        let nodes = Set(object.needs.flatMap(\.nodes).map(\.name))
        #expect(judge(object, in: FakePlace(glibc: 36, ["libc.so.6": nodes])).verdict == .runs)
        let old = judge(object, in: FakePlace(glibc: 35, ["libc.so.6": nodes.subtracting([marker.name])]))
        #expect(old.verdict == .failsAtLoad)
        #expect(old.reasons.map(\.rule) == [.markerMissing])
    }

    @Test("P3: counts that lie lose nothing", arguments: Encoding.all)
    func lyingCounts(encoding: Encoding) throws {
        let honest = ELFBuilder.rich(encoding).image()
        let expected = summary(try read(honest))
        for (field, value) in [
            ("verneed[0].vn_cnt", 0), ("verneed[1].vn_cnt", 65535), ("verneed[1].vn_cnt", 1), ("DT_VERNEEDNUM", 0),
            ("DT_VERNEEDNUM", 1), ("DT_VERNEEDNUM", UInt64.max), ("verdef[2].vd_cnt", 0), ("DT_VERDEFNUM", 0),
        ] {
            var image = honest
            image[field] = value
            #expect(summary(try read(image)) == expected, "\(field) = \(value)")
        }
    }

    /// A library that needs NODE_1 by a weak or strong symbol, with a weak or strong need.
    private func user(binding: UInt8, flags: UInt16, _ relocation: ELFBuilder.Relocation = .plt) throws -> Object {
        var builder = ELFBuilder(.usual)
        builder.needed = ["libc.so.6"]
        builder.needs = [.init("libc.so.6", [.init("GLIBC_2.99", index: 2, flags: flags)])]
        builder.symbols = [.init("from_the_future", binding: binding, version: 2, relocation: relocation)]
        return try read(builder)
    }

    private func place(_ minor: UInt32) -> FakePlace { FakePlace(glibc: minor, ["libc.so.6": ["GLIBC_2.2.5"]]) }

    @Test("P7: a weak need is no failure from glibc 2.30 on")
    func weakNeed() throws {
        let weak = try user(binding: 2, flags: 2)
        #expect(weak.needs[0].nodes[0].isWeak)
        #expect(judge(weak, in: place(36)).verdict == .degrades)
        #expect(judge(weak, in: place(36)).reasons.map(\.rule) == [.weakNodeMissing])
        #expect(judge(weak, in: place(29)).verdict == .failsAtLoad)
        // The need is weak, the symbol is not: then it depends on when the symbol is bound.
        #expect(judge(try user(binding: 1, flags: 2), in: place(36)).verdict == .failsOnCall)
        #expect(judge(try user(binding: 1, flags: 2, .data), in: place(36)).verdict == .failsAtLoad)
    }

    @Test("P8: a weak symbol does not soften a strong need")
    func weakSymbolStrongNeed() throws {
        let object = try user(binding: 2, flags: 0)
        #expect(object.symbols.map(\.binding) == [.weak])
        #expect(!object.needs[0].nodes[0].isWeak)
        let judgement = judge(object, in: place(36))
        #expect(judgement.verdict == .failsAtLoad)
        #expect(judgement.reasons.map(\.rule) == [.nodeMissing])
    }

    @Test("P10: a hash that is not the name's is never found, whatever the library defines")
    func falseHash() throws {
        var image = ELFBuilder.rich(.usual).image()
        image["verneed[0].aux[0].vna_hash"] ^= 1
        let object = try read(image)
        #expect(object.needs.flatMap(\.nodes).map(\.hasTrueHash) == [false, true, true, true])
        let judgement = judge(object, in: FakePlace(glibc: 36, Self.everything))
        #expect(judgement.verdict == .failsAtLoad)
        #expect(judgement.reasons.map(\.rule) == [.falseHash])
        #expect(judgement.reasons.map(\.node) == ["GLIBC_2.29"])
    }

    private static let everything: [String: Set<String>] = [
        "libm.so.6": ["GLIBC_2.29"], "libc.so.6": ["GLIBC_2.34", "GLIBC_2.36", "GLIBC_ABI_DT_RELR"],
    ]

    @Test("P11: DT_RELR without its marker is refused from glibc 2.36 on and crashes before")
    func relativeRelocationsWithoutMarker() throws {
        var builder = ELFBuilder.rich(.usual)
        #expect(judge(try read(builder), in: FakePlace(glibc: 36, Self.everything)).verdict == .runs)

        builder.needs = [.init("libc.so.6", [.init("GLIBC_2.34", index: 5)])]
        builder.symbols = []
        let object = try read(builder)
        for minor: UInt32 in [34, 35, 36, 44] {
            let judgement = judge(object, in: FakePlace(glibc: minor, Self.everything))
            #expect(judgement.verdict == .failsAtLoad)
            #expect(judgement.reasons.map(\.rule) == [.relativeRelocations])
        }
        // Without relocations in the table there is nothing to leave out.
        var image = builder.image()
        image["DT_RELRSZ"] = 0
        #expect(judge(try read(image), in: FakePlace(glibc: 36, Self.everything)).verdict == .runs)
    }

    @Test("P12: what is no regular file is refused at once")
    func noRegularFile() throws {
        let directory = try TemporaryDirectory()
        let refused = [
            (try directory.makeFIFO("fifo"), "is a FIFO, not a regular file"),
            (try directory.makeDirectory("directory"), "is a directory, not a regular file"),
            (try directory.makeSocket("socket"), "is a socket or a device without a driver, not a regular file"),
            ("/dev/null", "is a character device, not a regular file"),
            ("/dev/zero", "is a character device, not a regular file"),
        ]
        for (path, message) in refused {
            #expect(readError(path) == ReadError(.notRegular, message))
            if path.hasSuffix("/directory") { continue }
            let outcome = try preflight(["floor", path])
            #expect(outcome.status == 3)
            #expect(outcome.errorText.hasPrefix("preflight: \(path): \(message)\n"), "\(outcome)")
        }
    }
}
