// The dynamic table: names, paths and flags.

import PreflightTestSupport
import Testing

@testable import PreflightELF

@Suite("Dynamic table")
struct DynamicTests {
    @Test("interpreter, soname, libraries and paths", arguments: Encoding.all)
    func names(encoding: Encoding) throws {
        var builder = ELFBuilder(encoding)
        builder.interpreter = "/lib64/ld-linux-x86-64.so.2"
        builder.soname = "libnames.so.2"
        builder.needed = ["libb.so", "liba.so", "", "$ORIGIN/libc.so", "libb.so"]
        builder.rpath = "/rpath"
        builder.runpath = "$ORIGIN::/opt/lib"
        let object = try read(builder)
        #expect(object.interpreter == "/lib64/ld-linux-x86-64.so.2")
        #expect(object.soname == "libnames.so.2")
        #expect(object.needed == ["libb.so", "liba.so", "", "$ORIGIN/libc.so", "libb.so"])
        #expect(object.rpath == "/rpath")
        #expect(object.runpath == "$ORIGIN::/opt/lib")
        #expect(object.searchPath == ["$ORIGIN", "", "/opt/lib"])
        builder.runpath = nil
        #expect(try read(builder).searchPath == ["/rpath"])
        builder.rpath = nil
        #expect(try read(builder).searchPath == [])
    }

    /// Tag, value and whether they ask for immediate binding.
    static let bindings: [(Int64, UInt64, Bool)] = [
        (24, 0, true), (30, 8, true), (0x6FFF_FFFB, 1, true), (30, 4, false), (0x6FFF_FFFB, 0x0800_0000, false),
    ]

    @Test("BIND_NOW in any of its three spellings", arguments: bindings)
    func bindsNow(tag: Int64, value: UInt64, expected: Bool) throws {
        for encoding in Encoding.all {
            var builder = ELFBuilder.rich(encoding)
            builder.extraEntries = [(tag, value)]
            let object = try read(builder)
            #expect(object.bindsNow == expected)
            #expect(object.flags == (tag == 30 ? value : 0))
            #expect(object.flags1 == (tag == 0x6FFF_FFFB ? value : 0))
            let pow = try #require(object.symbols.first { $0.name == "pow" })
            #expect(pow.moment == (expected ? .now : .lazy))
        }
    }

    @Test("of a tag that comes twice the last counts, as for the loader")
    func duplicates() throws {
        var builder = ELFBuilder.rich(.usual)
        builder.extraEntries = [(14, 1)]
        #expect(try read(builder).soname == "librich.so.1")
        let image = builder.image()
        builder.extraEntries = [(14, image["DT_NEEDED"])]
        #expect(try read(builder).soname == "libm.so.6")
    }

    @Test("nothing behind DT_NULL is read")
    func end() throws {
        var image = ELFBuilder.rich(.usual).image()
        image["DT_NEEDED[1].tag"] = 0
        let error = try #require(try readError(image))
        #expect(error.message == "the dynamic table has no DT_STRTAB; this is no object that a loader could load")
        // The same table in another order: first what is needed, then the end, then a library.
        var builder = ELFBuilder.rich(.usual)
        builder.extraEntries = [(0, 0), (1, 1)]
        #expect(try read(builder).needed == ["libm.so.6", "libc.so.6"])
    }

    @Test("of two dynamic segments the last counts, of two interpreters the first")
    func twoSegments() throws {
        var builder = ELFBuilder.rich(.usual)
        builder.interpreter = "/lib/ld.so"
        let honest = builder.image()
        var image = honest
        image["PT_NOTE.p_type"] = 2
        image["PT_NOTE.p_vaddr"] = 0xDEAD_0000
        #expect(try readError(image)?.message.hasPrefix("PT_DYNAMIC is at address 0xdead0000") == true)
        image = honest
        image["PT_NOTE.p_type"] = 3
        #expect(try read(image).interpreter == "/lib/ld.so")
    }

    @Test("a program at a fixed address, with its segments in any order", arguments: Encoding.all)
    func fixedAddress(encoding: Encoding) throws {
        var builder = ELFBuilder.rich(encoding)
        builder.type = 2
        builder.base = 0x40_0000
        builder.interpreter = "/lib64/ld-linux-x86-64.so.2"
        builder.entry = 0x40_0000
        var image = builder.image()
        let object = try read(image)
        #expect(object.kind == .executable)
        #expect(object.needs.count == 2)
        // The two loaded segments change places in the table.
        let (first, second) = (image.field("PT_LOAD.p_type").offset, image.field("PT_LOAD[1].p_type").offset)
        let size = Int(image["e_phentsize"])
        let (one, two) = (Array(image.bytes[first..<first + size]), Array(image.bytes[second..<second + size]))
        image.bytes.replaceSubrange(first..<first + size, with: two)
        image.bytes.replaceSubrange(second..<second + size, with: one)
        #expect(summary(try read(image)) == summary(object))
    }

    @Test("an interpreter alone makes a program, without one libraries are needed or it is static", arguments: Encoding.all)
    func interpreterDecides(encoding: Encoding) throws {
        var builder = ELFBuilder(encoding)
        builder.type = 2
        builder.interpreter = "/lib/ld.so"
        #expect(try read(builder).kind == .executable)
        builder.isDynamic = false
        #expect(try read(builder).kind == .executable)
        builder.interpreter = nil
        builder.entry = builder.base
        #expect(try read(builder).kind == .static)
        // Without code at its entry it is what debug information leaves of a program.
        builder.entry = 0
        #expect(throws: ReadError.self) { try read(builder) }
        // A position-independent program without interpreter: DT_DEBUG and an entry, but nothing needed.
        builder = ELFBuilder(encoding)
        builder.hasDebugEntry = true
        builder.entry = 0x10000
        #expect(try read(builder).kind == .staticPIE)
        builder.needed = ["libc.so.6"]
        #expect(try read(builder).kind == .shared)
    }

    @Test("a later segment covers an earlier one, as in memory")
    func overlap() throws {
        var image = ELFBuilder.rich(.usual).image()
        let strings = try #require(image.offset(ofAddress: image["DT_STRTAB"]))
        var other = Array(image.bytes[strings..<strings + Int(image["DT_STRSZ"])])
        let place = other.firstIndex(of: UInt8(ascii: "m")).map { $0 } ?? 0
        other[place] = UInt8(ascii: "M")
        // The string table again at the end of the file, mapped over the first by a later segment.
        _ = image.map(other)
        image["PT_NULL.p_vaddr"] = image["DT_STRTAB"]
        #expect(try read(image, []).needed == ["libM.so.6", "libc.so.6"])
    }

    @Test("DT_STRSZ and p_filesz of the dynamic segment are not what the loader goes by")
    func unusedSizes() throws {
        let honest = ELFBuilder.rich(.usual).image()
        let expected = summary(try read(honest))
        for (field, value) in [
            ("DT_STRSZ", 0), ("DT_STRSZ", UInt64.max), ("DT_SYMENT", 0), ("DT_RELAENT", 0),
            ("PT_DYNAMIC.p_filesz", 0), ("PT_DYNAMIC.p_filesz", 16), ("PT_DYNAMIC.p_filesz", UInt64.max),
            ("PT_DYNAMIC.p_offset", 0), ("PT_DYNAMIC.p_offset", UInt64.max), ("e_ehsize", 0), ("e_shentsize", 1),
            ("e_shoff", UInt64.max), ("e_shnum", 0xFFFF), ("e_shstrndx", 0xFFFF),
            ("PT_LOAD.p_align", 0), ("PT_LOAD.p_align", 3), ("PT_LOAD[1].p_align", 1 << 63), ("PT_LOAD.p_memsz", 0),
            ("PT_LOAD[1].p_flags", 0), ("PT_LOAD.p_paddr", UInt64.max),
        ] {
            var image = honest
            image[field] = value
            #expect(summary(try read(image)) == expected, "\(field) = \(value)")
        }
    }

    @Test("a table of a million entries is read to its end")
    func millionEntries() throws {
        for encoding in Encoding.all {
            var image = ELFBuilder.rich(encoding).image()
            let start = Int(image["PT_DYNAMIC.p_offset"])
            let table = Array(image.bytes[start...])
            let long = [UInt8](repeating: 0x61, count: 1_000_000 * 2 * encoding.wordSize) + table
            image["PT_DYNAMIC.p_vaddr"] = image.map(long)
            #expect(try read(image, []).needed == ["libm.so.6", "libc.so.6"])
        }
    }

    @Test("names of 60,000 bytes are names")
    func longNames() throws {
        let long = String(repeating: "n", count: 60_000)
        for encoding in Encoding.all {
            var builder = ELFBuilder.rich(encoding)
            builder.needed = [Name(long), "libc.so.6"]
            builder.soname = Name("s" + long)
            let object = try read(builder)
            #expect(object.needed == [long, "libc.so.6"])
            #expect(object.soname == "s" + long)
            #expect(object.symbols.map(\.name).contains("pow"))
        }
    }

    @Test("a name that is no UTF-8 keeps its bytes")
    func rawNames() throws {
        let bytes: [UInt8] = [0x6C, 0xFF, 0xC3, 0x28, 0xE2, 0x82, 0xAC, 0x2E, 0x73, 0x6F]
        for encoding in Encoding.all {
            var builder = ELFBuilder.rich(encoding)
            builder.soname = Name(bytes: bytes)
            builder.needs = [.init(Name(bytes: bytes), [.init(Name(bytes: bytes), index: 4)])]
            builder.symbols = [.init(Name(bytes: bytes), version: 4)]
            let object = try read(builder)
            for text in [
                object.soname, object.needs.first?.library, object.needs.first?.nodes.first?.name, object.symbols.first?.name,
            ] {
                #expect(text.map(RawText.bytes) == bytes)
            }
            #expect(object.needs[0].nodes[0].hasTrueHash)
        }
    }

    @Test(
        "the same as readelf, for programs and libraries of this machine", .enabled(if: compiler != nil && find("readelf") != nil)
    )
    func readelf() throws {
        let directory = try TemporaryDirectory()
        let program = try #require(find("readelf"))
        let flags = ["-Wl,-rpath,/a:/b", "-Wl,-z,now", "-Wl,--enable-new-dtags"]
        for path in [try Source.buildUser(flags, in: directory), directory.file("libversions.so"), "/bin/ls"] {
            let object = try read(path)
            let lines = try run(program, ["-W", "-l", "-d", path]).outputText.split(separator: "\n")
            /// What stands in brackets behind `word`.
            func bracketed(_ word: String) -> [String] {
                lines.filter { $0.contains(word) }.compactMap { line in
                    line.split(separator: "[", maxSplits: 1).last.map { String($0.dropLast()) }
                }
            }
            #expect(object.needed == bracketed("(NEEDED)"))
            #expect(object.soname == bracketed("(SONAME)").first)
            #expect(object.runpath == bracketed("(RUNPATH)").first)
            let interpreter = bracketed("Requesting program interpreter").first?.split(separator: " ").last.map(String.init)
            #expect(object.interpreter == interpreter)
            #expect(object.bindsNow == lines.contains { $0.contains("NOW") })
        }
    }
}
