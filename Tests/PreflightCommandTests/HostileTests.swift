// Files made to cost as much as they can: counts, sizes and names that make a reader allocate, loop or read without end.
// Each is one idea; the corruption tests find what nobody had in mind.

import PreflightTestSupport
import Testing

@Suite("Hostile files")
struct HostileTests {
    /// One hostile file.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// The size that the file is stretched to with a hole.
        var size: Int?
        let build: @Sendable () -> ELFImage

        init(_ description: String, size: Int? = nil, _ build: @escaping @Sendable () -> ELFImage) {
            testDescription = description
            self.size = size
            self.build = build
        }
    }

    static let wide = Encoding(is64Bit: true, isBigEndian: false)
    static let narrow = Encoding(is64Bit: false, isBigEndian: true)

    static let cases: [Case] = [
        Case("a MIPS GOT that starts with the last of all symbols") {
            var builder = ELFBuilder.rich(Encoding(is64Bit: true, isBigEndian: true))
            builder.machine = 8
            builder.extraEntries = [(0x7000_0011, 7), (0x7000_0013, UInt64.max)]
            return builder.image()
        },
        Case("65,000 nodes with one name of 200,000 bytes") { manyNodes(wide, 65_000, nameLength: 200_000) },
        Case("65,000 nodes of a library with a name of 200,000 bytes") {
            var image = manyNodes(wide, 65_000, nameLength: 200_000)
            image.store(image["DT_STRSZ"] - 200_001, width: 4, at: needs(image) + 4)
            for index in 0..<65_000 { image.store(1, width: 4, at: needs(image) + 16 + index * 16 + 8) }
            return image
        },
        Case("500 nodes that share one version index with 50,000 symbols") {
            var image = manyNodes(wide, 500, nameLength: 4)
            manySymbols(&image, 50_000, version: 2)
            return image
        },
        Case("390 nodes that share one version index with 250 symbols") {
            var image = manyNodes(wide, 390, nameLength: 100)
            manySymbols(&image, 250, version: 2)
            return image
        },
        Case("65,000 nodes with short names") { manyNodes(wide, 65_000, nameLength: 4) },
        Case("500 weak nodes, each with its symbols") {
            var image = manyNodes(wide, 500, nameLength: 100)
            let start = needs(image) + 16
            for index in 0..<500 {
                image.store(2, width: 2, at: start + index * 16 + 4)
                image.store(UInt64(index + 2), width: 2, at: start + index * 16 + 6)
            }
            manySymbols(&image, 16_000, version: nil)
            return image
        },
        Case("65,000 libraries with version needs") {
            var image = manyNodes(wide, 65_000, nameLength: 60_000)
            // Every node record becomes a record of a library, whose one node is the first record's.
            let start = needs(image)
            for index in 0..<32_000 {
                let place = start + index * 32
                for (offset, width, value) in [
                    (0, 2, 1), (2, 2, 1), (4, 4, 60_000 - index), (8, 4, 16), (12, 4, index == 31_999 ? 0 : 32), (16, 4, 0),
                    (20, 2, 0), (22, 2, 2), (24, 4, 1), (28, 4, 0),
                ] { image.store(UInt64(value), width: width, at: place + offset) }
            }
            return image
        },
        Case("65,000 needed libraries with names of up to 60,000 bytes") { manyNeeded(65_000, nameLength: 60_000) },
        Case("65,000 needed libraries with short names") { manyNeeded(65_000, nameLength: 30) },
        Case("1,000 needed libraries with names of up to 120 bytes") { manyNeeded(1_000, nameLength: 120) },
        Case("100,000 symbols with names of up to 100,000 bytes") {
            var builder = ELFBuilder.rich(wide)
            builder.stringTail = [UInt8](repeating: 0x61, count: 100_000) + [0]
            var image = builder.image()
            manySymbols(&image, 100_000, version: 4) { UInt64($0) + 200 }
            return image
        },
        Case("definitions with 65,000 parents of 200,000 bytes") {
            var builder = ELFBuilder.rich(wide)
            builder.stringTail = [UInt8](repeating: 0x61, count: 200_000) + [0]
            var image = builder.image()
            let name = image["DT_STRSZ"] - 200_001
            var table = image.encoded([1, 0, 2, 1], width: 2) + image.encoded([0, 20, 0], width: 4)
            for index in 0..<65_000 { table += image.encoded([name, index == 64_999 ? 0 : 8], width: 4) }
            image["DT_VERDEF"] = image.map(table)
            return image
        },
        Case("a DT_HASH of two thousand million symbols", size: 8 << 30) {
            var builder = ELFBuilder.rich(wide)
            builder.hash = .sysv
            var image = builder.image()
            image["hash.nchain"] = 1 << 28
            return image
        },
        Case("a DT_HASH of four million symbols, all of them real", size: 200 << 20) {
            var builder = ELFBuilder.rich(wide)
            builder.hash = .sysv
            var image = builder.image()
            image["hash.nchain"] = 4 << 20
            return image
        },
        Case("a DT_GNU_HASH of four thousand million buckets", size: 32 << 30) {
            var builder = ELFBuilder.rich(wide)
            builder.hash = .gnu
            var image = builder.image()
            image["gnu_hash.nbuckets"] = UInt64(UInt32.max)
            return image
        },
        Case("a chain of DT_GNU_HASH without end", size: 8 << 30) {
            var builder = ELFBuilder.rich(wide)
            builder.hash = .gnu
            var image = builder.image()
            image["gnu_hash.chain"] = 2
            image["gnu_hash.bucket"] = 1000
            return image
        },
        Case("relocations that name two million symbols") {
            var image = ELFBuilder.rich(narrow).image()
            var table: [UInt8] = []
            table.reserveCapacity(16 << 20)
            for index: UInt64 in 0..<2_000_000 { table += image.encoded([0, (index * 7 & 0xFF_FFFF) << 8 | 1], width: 4) }
            image["DT_RELSZ"] = UInt64(table.count)
            image["DT_REL"] = image.map(table)
            return image
        },
        Case("relocations of eight gigabytes", size: 8 << 30) {
            var image = ELFBuilder.rich(wide).image()
            image["PT_LOAD.p_filesz"] = 8 << 30
            image["DT_RELASZ"] = 8 << 30 - 24 * 1000
            return image
        },
        Case("65,000 note segments of a megabyte") {
            manySegments(wide, type: 4, size: 1 << 20, content: [4, 1 << 20 - 16, 99, 0])
        },
        Case("65,000 loadable segments") { manySegments(wide, type: 1, size: 0x1000, content: []) },
        Case("65,000 loadable segments of a 32-bit file") { manySegments(narrow, type: 1, size: 0x1000, content: []) },
        Case("a search path of 26,000 directories, for 1,000 libraries") {
            var builder = ELFBuilder.rich(wide)
            builder.needed = (0..<1_000).map { Name("libmissing\($0).so.1") }
            builder.stringTail = (0..<26_000).flatMap { _ in Array("$ORIGIN/a:".utf8) } + [0]
            var image = builder.image()
            image["DT_RUNPATH"] = image["DT_STRSZ"] - UInt64(builder.stringTail.count)
            return image
        },
        Case("a dynamic table of a million entries") {
            var image = ELFBuilder.rich(wide).image()
            let table = Array(image.bytes[Int(image["PT_DYNAMIC.p_offset"])...])
            image["PT_DYNAMIC.p_vaddr"] = image.map([UInt8](repeating: 0x61, count: 16_000_000) + table)
            return image
        },
    ]

    /// What a file may take: the budget of 40 MB, less the 8 that the static release has when it does nothing. A debug build has twice
    /// as much by itself, which says nothing of a file.
    private static let mostKilobytes = 32 << 10

    @Test("cost little and end well or in one sentence", arguments: cases)
    func cost(hostile: Case) throws {
        let directory = try TemporaryDirectory()
        let bytes = hostile.build().bytes
        let path =
            if let size = hostile.size {
                try directory.makeSparse("hostile", bytes, size: size)
            } else {
                try directory.write("hostile", bytes)
            }
        let own = try preflight(["--version"]).peakKilobytes ?? 0
        for arguments in [["floor"], ["inspect", "--format", "json"], ["inspect"], ["check", "--format", "json"], ["check"]] {
            // A debug build beside all other tests: the second that such a file may take is measured by ci/bench.
            let outcome = try preflight(arguments + [path], seconds: 60)
            #expect(outcome.isOrderly, "\(arguments): \(outcome)")
            #expect((outcome.peakKilobytes ?? 0) - own <= Self.mostKilobytes, "\(arguments): \(outcome)")
            if arguments == ["floor"] { #expect(outcome.status == 0 || outcome.errors.count { $0 == 0x0A } <= 2) }
        }
    }

    // MARK: Building

    /// One library with `count` nodes that all have the same long name, index 2 and a hash of 0.
    static func manyNodes(_ encoding: Encoding, _ count: Int, nameLength: Int) -> ELFImage {
        var builder = ELFBuilder.rich(encoding)
        builder.stringTail = [UInt8](repeating: 0x61, count: nameLength) + [0]
        var image = builder.image()
        let name = image["DT_STRSZ"] - UInt64(nameLength + 1)
        var table = image.encoded([1, 1], width: 2) + image.encoded([image["verneed[0].vn_file"], 16, 0], width: 4)
        let record =
            image.encoded([0], width: 4) + image.encoded([0, 2], width: 2) + image.encoded([name, 16], width: 4)
        table.reserveCapacity(16 * (count + 1))
        for _ in 0..<count { table += record }
        table.replaceSubrange(table.count - 4..<table.count, with: [0, 0, 0, 0])
        image["DT_VERNEED"] = image.map(table)
        return image
    }

    /// Where the version needs lie in the file.
    static func needs(_ image: ELFImage) -> Int { image.offset(ofAddress: image["DT_VERNEED"]) ?? 0 }

    static func manyNeeded(_ count: Int, nameLength: Int) -> ELFImage {
        var builder = ELFBuilder.rich(wide)
        builder.stringTail = [UInt8](repeating: 0x61, count: nameLength) + [0]
        var image = builder.image()
        let end = image["DT_STRSZ"]
        let table = Array(image.bytes[Int(image["PT_DYNAMIC.p_offset"])...])
        let entries = (0..<count).flatMap { image.encoded([1, end - 2 - UInt64($0 % nameLength)], width: 8) }
        image["PT_DYNAMIC.p_vaddr"] = image.map(entries + table)
        return image
    }

    /// Appends `count` undefined symbols with their versions; they follow what is mapped at the end of the file.
    static func manySymbols(
        _ image: inout ELFImage, _ count: Int, version: UInt16?, name: (Int) -> UInt64 = { UInt64($0 % 60 + 1) }
    ) {
        var table: [UInt8] = []
        table.reserveCapacity(count * 26 + 64)
        for index in 0...count {
            table += image.encoded([name(index)], width: 4) + [0x12, 0, 0, 0] + [UInt8](repeating: 0, count: 16)
        }
        let versions = table.count
        for index in 0...count { table += image.encoded([UInt64(version ?? UInt16(index % 32_000 + 2))], width: 2) }
        let hash = table.count + (8 - table.count % 8) % 8
        while table.count < hash { table.append(0) }
        table += image.encoded([1, UInt64(count + 1), 0, 0], width: 4)
        let start = image.map(table)
        image["DT_SYMTAB"] = start
        image["DT_VERSYM"] = start + UInt64(versions)
        image["DT_HASH"] = start + UInt64(hash)
    }

    /// 65,000 program headers of `type`, each a little further on than the one before.
    static func manySegments(_ encoding: Encoding, type: UInt64, size: Int, content: [UInt64]) -> ELFImage {
        var image = ELFBuilder.rich(encoding).image()
        let honest = Array(
            image.bytes[Int(image["e_phoff"])..<Int(image["e_phoff"]) + Int(image["e_phnum"] * image["e_phentsize"])])
        let word = encoding.wordSize
        let body = image.append(image.encoded(content, width: 4) + [UInt8](repeating: 0, count: size + 65_000 * 4))
        var table: [UInt8] = []
        table.reserveCapacity(65_000 * 56)
        for index in 0..<65_000 {
            let place = UInt64(body + index * 4)
            table += image.encoded([type], width: 4)
            if encoding.is64Bit { table += image.encoded([4], width: 4) }
            table += image.encoded([place, 0x7000_0000 + place, 0, UInt64(size), UInt64(size)], width: word)
            if !encoding.is64Bit { table += image.encoded([4], width: 4) }
            table += image.encoded([4], width: word)
        }
        let place = image.append(table + honest)
        image["e_phoff"] = UInt64(place)
        image["e_phnum"] = 65_000 + image["e_phnum"]
        return image
    }
}
