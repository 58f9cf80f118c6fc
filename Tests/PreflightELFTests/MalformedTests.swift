// A table of corruptions with the sentence that each gets: the sentence names the thing, the place and what is wrong, so
// a changed word is a changed test.

import PreflightTestSupport
import Testing

@testable import PreflightELF

@Suite("Malformed files")
struct MalformedTests {
    /// One corruption and what is said of it.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let message: String
        let encoding: Encoding
        let corrupt: @Sendable (inout ELFImage) -> Void

        init(
            _ description: String, _ message: String, big: Bool = false, wide: Bool = true,
            _ corrupt: @escaping @Sendable (inout ELFImage) -> Void
        ) {
            testDescription = description
            self.message = message
            encoding = Encoding(is64Bit: wide, isBigEndian: big)
            self.corrupt = corrupt
        }
    }

    // The places of the rich file of 64 bits, little endian: PT_DYNAMIC at 0x4c0, DT_STRTAB at 0x2c8, DT_VERSYM at 0x378,
    // DT_VERDEF at 0x388, DT_VERNEED at 0x3e8; the file ends at 0x650.
    static let cases: [Case] = [
        // The header
        Case("nothing but the magic", "at offset 0x4: the file ends inside of the ELF identification") { $0.cut(4) },
        Case("15 bytes", "at offset 0xf: the file ends inside of the ELF identification") { $0.cut(15) },
        Case("63 bytes", "at offset 0x3f: the file ends inside of the ELF header") { $0.cut(63) },
        Case("51 bytes of 32 bits", "at offset 0x33: the file ends inside of the ELF header", wide: false) { $0.cut(51) },
        Case("no class", "at offset 0x4: EI_CLASS is 0; 1 (32 bit) and 2 (64 bit) exist") { $0["EI_CLASS"] = 0 },
        Case("no byte order", "at offset 0x5: EI_DATA is 3; 1 (little endian) and 2 (big endian) exist") { $0["EI_DATA"] = 3 },
        Case("e_phentsize of the other class", "at offset 0x36: e_phentsize is 32; the kernel takes only 56") {
            $0["e_phentsize"] = 32
        },
        Case("e_phentsize of 0", "at offset 0x2a: e_phentsize is 0; the kernel takes only 32", wide: false) {
            $0["e_phentsize"] = 0
        },
        Case("PN_XNUM", "at offset 0x38: e_phnum says PN_XNUM, which only core files use") { $0["e_phnum"] = 0xFFFF },
        Case("PN_XNUM", "at offset 0x2c: e_phnum says PN_XNUM, which only core files use", big: true, wide: false) {
            $0["e_phnum"] = 0xFFFF
        },
        Case(
            "program headers behind the end",
            "at offset 0x7fffffffffffffff: the program header table (5 entries) ends beyond the file (0x650 bytes); it is cut short"
        ) { $0["e_phoff"] = UInt64.max >> 1 },
        Case(
            "program headers behind everything",
            "at offset 0xffffffffffffffff: the program header table (5 entries) ends beyond the file (0x650 bytes); it is cut short"
        ) { $0["e_phoff"] = UInt64.max },
        Case(
            "cut inside of the program headers",
            "at offset 0x40: the program header table (5 entries) ends beyond the file (0x64 bytes); it is cut short"
        ) { $0.cut(100) },
        Case("no program headers", "has no PT_LOAD segment, so nothing of it would be loaded") { $0["e_phnum"] = 0 },

        // Segments
        Case(
            "a dynamic table that is not loaded",
            "PT_DYNAMIC is at address 0xffffffffffffffff, which no PT_LOAD segment takes from the file"
        ) { $0["PT_DYNAMIC.p_vaddr"] = UInt64.max },
        Case(
            "a loaded part that wraps around",
            "PT_DYNAMIC is at address 0x114c0, which no PT_LOAD segment takes from the file"
        ) { $0["PT_LOAD[1].p_offset"] = UInt64.max },
        Case(
            "a dynamic table behind the end",
            "at offset 0x10000: the dynamic table starts beyond the end of the file (0x650 bytes); it is cut short"
        ) { $0["PT_LOAD[1].p_offset"] = 0x10000 },
        Case(
            "cut in front of the dynamic table",
            "at offset 0x4c0: the dynamic table starts beyond the end of the file (0x4c0 bytes); it is cut short"
        ) { $0.cut(0x4C0) },
        Case(
            "cut inside of the dynamic table",
            "at offset 0x4c0: the dynamic table has no DT_NULL before its segment or the file ends"
        ) { $0.cut(0x638) },
        Case("no DT_NULL", "at offset 0x4c0: the dynamic table has no DT_NULL before its segment or the file ends") {
            $0["DT_NULL.tag"] = 0x6FFF_FEF0
        },
        Case("a note behind the end", "at offset 0x158: a note segment ends beyond the file (0x650 bytes)") {
            $0["PT_NOTE.p_filesz"] = UInt64.max
        },
        Case("notes of more than a megabyte", "at offset 0x158: the note segments take more than 1048576 bytes together") {
            _ = $0.append([UInt8](repeating: 0, count: 2 << 20))
            $0["PT_NOTE.p_filesz"] = 1 << 20 + 1
        },
        Case("an interpreter of a byte", "at offset 0x158: PT_INTERP has 1 bytes; the kernel takes 2 to 4096") {
            $0["PT_NOTE.p_type"] = 3
            $0["PT_NOTE.p_filesz"] = 1
        },
        Case("an interpreter without end", "at offset 0x158: PT_INTERP does not end in NUL; the kernel refuses it") {
            $0["PT_NOTE.p_type"] = 3
            $0["PT_NOTE.p_filesz"] = 2
            $0.bytes[0x159] = 1
        },
        Case("an interpreter behind the end", "at offset 0x647: PT_INTERP ends beyond the file (0x650 bytes)") {
            $0["PT_NOTE.p_type"] = 3
            $0["PT_NOTE.p_offset"] = 0x647
        },

        // The dynamic table and its names
        Case("no DT_STRTAB", "at offset 0x4c0: the dynamic table has no DT_STRTAB; this is no object that a loader could load") {
            $0["DT_STRTAB.tag"] = 0x6FFF_FEF0
        },
        Case("DT_STRTAB unmapped", "DT_STRTAB is at address 0x0, which no PT_LOAD segment takes from the file") {
            $0["DT_STRTAB"] = 0
        },
        Case("a needed name outside", "at offset 0x2c8: a DT_NEEDED name is at 0xffff of the string table, which ends at 0x1f0") {
            $0["DT_NEEDED"] = 0xFFFF
        },
        Case("a soname outside", "at offset 0x2c8: DT_SONAME is at 0xffffffffffffffff of the string table, which ends at 0x1f0") {
            $0["DT_SONAME"] = UInt64.max
        },
        Case("a run path without end", "at offset 0x4b7: DT_RUNPATH has no end before the string table ends") {
            $0.bytes[0x4B7] = 1
            $0["DT_RUNPATH"] = 0x4B7 - 0x2C8
        },
        Case("a soname of half a megabyte", "at offset 0x650: DT_SONAME is longer than 262144 bytes or has no end") {
            let strings = $0.map([UInt8](repeating: 0x61, count: 1 << 19) + [0])
            $0["DT_STRTAB"] = strings
            for tag in ["DT_NEEDED", "DT_NEEDED[1]", "DT_RUNPATH"] { $0[tag] = 1 << 19 }
            $0["DT_SONAME"] = 0
        },

        // Versions
        Case("DT_VERNEED unmapped", "DT_VERNEED is at address 0x7, which no PT_LOAD segment takes from the file") {
            $0["DT_VERNEED"] = 7
        },
        Case("a first need of version 0", "at offset 0x3e8: unsupported version 0 of Verneed record; the loader refuses it") {
            $0["verneed[0].vn_version"] = 0
        },
        Case(
            "vn_next out of the segment",
            "at offset 0x1000003e7: a version need lies outside of its table (0x3e8 to 0x4b8)"
        ) { $0["verneed[0].vn_next"] = UInt64.max },
        Case(
            "vn_next out of the segment",
            "at offset 0x32e: a version need lies outside of its table (0x330 to 0x3b8)",
            wide: false
        ) { $0["verneed[0].vn_next"] = 0xFFFF_FFFE },
        Case(
            "vna_next out of the segment",
            "at offset 0x80000438: a version node needed from libc.so.6 lies outside of its table (0x3e8 to 0x4b8)"
        ) { $0["verneed[1].aux[2].vna_next"] = 0x8000_0000 },
        Case(
            "vn_aux behind the end of the segment",
            "at offset 0x4b0: a version node needed from libm.so.6 lies outside of its table (0x3e8 to 0x4b8)"
        ) { $0["verneed[0].vn_aux"] = 0xC8 },
        Case(
            "vn_next in front of the file",
            "at offset 0x330: the link 0x80000000 of a version record leads in front of the file", wide: false
        ) { $0["verneed[0].vn_next"] = 0x8000_0000 },
        Case(
            "a loop of nodes",
            "at offset 0x370: the chain of version nodes does not end within 512 records", wide: false
        ) { $0["verneed[1].aux[2].vna_next"] = 0xFFFF_FFF0 },
        Case(
            "a loop of needs",
            "at offset 0x350: the chain of version needs does not end within 512 records", big: true, wide: false
        ) { $0["verneed[1].vn_next"] = 0xFFFF_FFE0 },
        Case(
            "the name of a node outside",
            "at offset 0x2c8: a node needed from libm.so.6 is at 0xffffffff of the string table, which ends at 0x1f0"
        ) { $0["verneed[0].aux[0].vna_name"] = UInt64.max },
        Case(
            "the name of a library outside",
            "at offset 0x2c8: the library of a version need is at 0x1f0 of the string table, which ends at 0x1f0"
        ) { $0["verneed[0].vn_file"] = 0x1F0 },
        Case("a definition of version 2", "at offset 0x388: unsupported version 2 of Verdef record; the loader refuses it") {
            $0["verdef[0].vd_version"] = 2
        },
        Case(
            "vd_next out of the segment",
            "at offset 0x100000387: a version definition lies outside of its table (0x388 to 0x4b8)"
        ) { $0["verdef[0].vd_next"] = UInt64.max },
        Case(
            "a loop of parents",
            "at offset 0x324: the chain of names of version definitions does not end within 32768 records", wide: false
        ) { $0["verdef[2].aux[1].vda_next"] = 0xFFFF_FFF8 },
        Case(
            "the name of a definition outside",
            "at offset 0x2c8: the name of a version definition is at 0xffffffff of the string table, which ends at 0x1f0"
        ) { $0["verdef[1].aux[0].vda_name"] = UInt64.max },

        // Symbols
        Case("DT_SYMTAB unmapped", "DT_SYMTAB is at address 0x1, which no PT_LOAD segment takes from the file") {
            $0["DT_SYMTAB"] = 1
        },
        Case(
            "DT_HASH counts too much",
            "at offset 0x4c0: the dynamic symbol table is said to have 4294967295 entries; no program has more than 1048576"
        ) { $0["hash.nchain"] = UInt64.max },
        Case(
            "DT_HASH counts more symbols than there are",
            "at offset 0x378: DT_VERSYM is shorter than the dynamic symbol table of 1000 entries"
        ) { $0["hash.nchain"] = 1000 },
        Case(
            "DT_HASH counts more symbols than there are",
            "at offset 0x220: the dynamic symbol table claims 300 entries, more than the file holds"
        ) { $0["hash.nchain"] = 300 },
        Case("DT_HASH cut", "at offset 0x64e: DT_HASH ends beyond the file (0x650 bytes)") {
            $0["PT_NULL.p_type"] = 1
            $0["PT_NULL.p_offset"] = 0x64E
            $0["PT_NULL.p_vaddr"] = 0x900_0000
            $0["PT_NULL.p_filesz"] = 100
            $0["DT_HASH"] = 0x900_0000
        },
        Case(
            "DT_GNU_HASH with too many buckets",
            "at offset 0x1d0: DT_GNU_HASH claims 16777216 buckets; no program has more than 1048576"
        ) {
            $0["DT_HASH.tag"] = 0x6FFF_FEF0
            $0["gnu_hash.nbuckets"] = 1 << 24
        },
        Case(
            "DT_GNU_HASH with more buckets than bytes",
            "at offset 0x1e8: DT_GNU_HASH claims 1000 entries, more than the file holds"
        ) {
            $0["DT_HASH.tag"] = 0x6FFF_FEF0
            $0["gnu_hash.nbuckets"] = 1000
        },
        Case("a chain of DT_GNU_HASH behind the end", "at offset 0x1180: a chain of DT_GNU_HASH lies beyond the end of the file")
        {
            $0["DT_HASH.tag"] = 0x6FFF_FEF0
            $0["gnu_hash.bucket"] = 1001
        },
        Case("a chain of DT_GNU_HASH without end", "at offset 0x644: the last chain of DT_GNU_HASH does not end") {
            $0["DT_HASH.tag"] = 0x6FFF_FEF0
            $0["gnu_hash.bucket"] = (0x644 - 0x1EC) / 4 + 4
            $0.bytes[0x644] = 0
        },
        Case("DT_VERSYM unmapped", "DT_VERSYM is at address 0x0, which no PT_LOAD segment takes from the file") {
            $0["DT_VERSYM"] = 0
        },
        Case(
            "the name of a symbol outside",
            "at offset 0x2c8: the name of a dynamic symbol is at 0xfffffff of the string table, which ends at 0x1f0"
        ) { $0["sym[1].st_name"] = 0xFFF_FFFF },
        Case("relocations unmapped", "a relocation table is at address 0x3, which no PT_LOAD segment takes from the file") {
            $0["DT_JMPREL"] = 3
        },
        Case("relocations behind the end", "at offset 0x448: a relocation table claims 1000 entries, more than the file holds") {
            $0["DT_RELASZ"] = 24_000
        },
        Case(
            "relocations without end",
            "at offset 0x448: a relocation table claims 18446744073709551615 bytes; no program has more than 134217728"
        ) { $0["DT_RELASZ"] = UInt64.max },
    ]

    @Test("each corruption gets its sentence", arguments: cases)
    func sentence(corruption: Case) throws {
        var image = ELFBuilder.rich(corruption.encoding).image()
        corruption.corrupt(&image)
        let error = try #require(try readError(image))
        #expect(error.kind == .malformed)
        #expect(error.description == corruption.message)
    }

    @Test("a hostile name in a sentence is short and does not break the line")
    func hostileNames() throws {
        var builder = ELFBuilder.rich(.usual)
        builder.needs = [.init(Name("lib\nc\u{1B}[31m" + String(repeating: "x", count: 5000)), [.init("N", index: 2)])]
        var image = builder.image()
        image["verneed[0].aux[0].vna_name"] = 0xFFFF_FFFF
        let message = try #require(try readError(image)).message
        #expect(message.hasPrefix("a node needed from lib\\nc\\x1b[31mxxxx"))
        #expect(message.utf8.count < 250)
    }

    @Test("what is broken beyond what was asked for does not matter")
    func unasked() throws {
        var image = ELFBuilder.rich(.usual).image()
        for field in ["DT_VERDEF", "DT_SYMTAB", "DT_HASH", "DT_GNU_HASH", "DT_RELA", "DT_JMPREL", "DT_VERSYM"] {
            image[field] = 1
        }
        #expect(try read(image, []).needs.count == 2)
        #expect(throws: ReadError.self) { try read(image, .definitions) }
        #expect(throws: ReadError.self) { try read(image, .references) }
    }

    @Test("a file that is cut anywhere is broken or complete, and never something else", arguments: Encoding.all)
    func truncation(encoding: Encoding) throws {
        let whole = ELFBuilder.rich(encoding).image()
        let expected = summary(try read(whole))
        let directory = try TemporaryDirectory()
        let path = directory.file("cut")
        for length in 0..<whole.bytes.count {
            try writeFile(path, Array(whole.bytes[..<length]))
            let error = try #require(readError(path), "\(length) bytes were taken for a whole file")
            #expect(error.kind == (length < 4 ? .notELF : .malformed))
            #expect(!error.message.isEmpty && !error.message.hasSuffix("."))
        }
        try writeFile(path, whole.bytes + [0])
        #expect(summary(try read(path)) == expected)
    }
}

extension ELFImage {
    /// Leaves the first `count` bytes.
    fileprivate mutating func cut(_ count: Int) { bytes.removeSubrange(count...) }
}
