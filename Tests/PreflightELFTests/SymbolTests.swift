// Dynamic symbols, their versions, and when they are bound.

import PreflightTestSupport
import Testing

@testable import PreflightELF

@Suite("Symbols")
struct SymbolTests {
    @Test("name, binding, type, version and moment", arguments: Encoding.all)
    func symbols(encoding: Encoding) throws {
        let symbols = try read(.rich(encoding)).symbols
        #expect(symbols.map(\.name) == ["pow", "stdout", "arc4random", "rich_open", "rich_close", "environ"])
        #expect(symbols.map(\.binding) == [.global, .global, .weak, .global, .global, .weak])
        #expect(symbols.map(\.type) == [2, 1, 2, 2, 2, 1])
        #expect(symbols.map(\.isUndefined) == [true, true, true, false, false, false])
        #expect(symbols.map(\.version) == [4, 5, 6, 2, 3, 5])
        #expect(symbols.map(\.moment) == [.lazy, .now, .lazy, .never, .never, .now])
    }

    @Test("references are what others must provide, copy relocations among them", arguments: Encoding.all)
    func references(encoding: Encoding) throws {
        let builder = ELFBuilder.rich(encoding)
        #expect(try read(builder, .references).symbols.map(\.name) == ["pow", "stdout", "arc4random", "environ"])
        #expect(try read(builder, .references).symbols.allSatisfy { $0.moment == nil })
        #expect(try read(builder, .exports).symbols.map(\.name) == ["rich_open", "rich_close", "environ"])
        #expect(try read(builder, [.references, .exports]).symbols.count == 6)
        #expect(try read(builder, []).symbols.isEmpty)
        #expect(try read(builder, .references).symbols(ofVersion: 0x8005).map(\.name) == ["environ", "stdout"])
    }

    @Test("a copy relocation of a real program", .enabled(if: compiler != nil))
    func copyRelocation() throws {
        let directory = try TemporaryDirectory()
        try directory.write("versions.map", "V_1 { global: shared_data; local: *; };\n")
        try compile(
            "int shared_data = 7;\n", ["-shared", "-fPIC", "-Wl,--version-script=versions.map,-soname,libdata.so.1"],
            as: "libdata.so", in: directory
        )
        let path = try compile(
            "extern int shared_data;\nint main(void) { return shared_data; }\n", ["-no-pie", "-fno-pie", "-L.", "-ldata"],
            as: "copies", in: directory
        )
        let object = try read(path)
        let symbol = try #require(object.symbols.first { $0.name == "shared_data" })
        let node = try #require(object.needs.first { $0.library == "libdata.so.1" }?.nodes.first)
        #expect(node.name == "V_1")
        #expect(symbol.version == node.index)
        #expect(!symbol.isUndefined)
        #expect(symbol.moment == .now)
        #expect(try read(path, .references).symbols.contains { $0.name == "shared_data" })
    }

    @Test("lazy or now, by the linker's flags", .enabled(if: compiler != nil))
    func moments() throws {
        let directory = try TemporaryDirectory()
        let lazy = try read(try Source.buildUser(["-Wl,-z,lazy", "-fno-plt", "-fplt"], in: directory))
        #expect(lazy.symbols.first { $0.name == "one" }?.moment == .lazy)
        #expect(!lazy.bindsNow)
        let now = try read(try Source.buildUser(["-Wl,-z,now"], in: directory))
        #expect(now.symbols.first { $0.name == "one" }?.moment == .now)
        #expect(now.bindsNow)
        let table = try read(try Source.buildUser(["-Wl,-z,lazy", "-fno-plt"], in: directory))
        #expect(table.symbols.first { $0.name == "one" }?.moment == .now)
    }

    @Test("bindings that have no name here are other, unique is unique")
    func bindings() throws {
        var builder = ELFBuilder(.usual)
        builder.symbols = [0, 1, 2, 3, 10, 13].map { .init(Name("b\($0)"), binding: $0) }
        #expect(try read(builder).symbols.map(\.binding) == [.local, .global, .weak, .other, .unique, .other])
        // No versions at all: not even the index of "unversioned".
        #expect(try read(builder).symbols.allSatisfy { $0.version == nil })
    }

    @Test("the number of symbols comes from any hash table, or from the place of the strings", arguments: Encoding.all)
    func counts(encoding: Encoding) throws {
        var builder = ELFBuilder.rich(encoding)
        let expected = try read(builder).symbols.map(\.name)
        for hash in [ELFBuilder.Hash.sysv, .gnu, .none] {
            builder.hash = hash
            #expect(try read(builder).symbols.map(\.name) == expected)
        }
        // Only undefined symbols: DT_GNU_HASH holds none of them, and says only where its own would begin.
        builder.symbols.removeAll { $0.isDefined }
        for hash in [ELFBuilder.Hash.sysv, .gnu, .none] {
            builder.hash = hash
            #expect(try read(builder).symbols.map(\.name) == ["pow", "stdout", "arc4random"])
        }
        builder.symbols = []
        for hash in [ELFBuilder.Hash.sysv, .gnu, .none] {
            builder.hash = hash
            #expect(try read(builder).symbols.isEmpty)
        }
    }

    @Test("a symbol that is called like a node is no need")
    func namedLikeNode() throws {
        var builder = ELFBuilder.rich(.usual)
        builder.symbols += [.init("GLIBC_2.99", type: 0), .init("GLIBC_2.98", type: 0, isDefined: true)]
        #expect(needs(try read(builder)) == needs(try read(.rich(.usual))))
    }

    @Test("MIPS counts its symbols and binds them through the GOT", arguments: Encoding.all)
    func mips(encoding: Encoding) throws {
        var builder = ELFBuilder.rich(encoding)
        builder.machine = 8
        builder.hash = .none
        for index in builder.symbols.indices { builder.symbols[index].relocation = .none }
        builder.extraEntries = [(0x7000_0011, 7), (0x7000_0013, 2)]
        let object = try read(builder)
        #expect(object.symbols.count == 6)
        #expect(object.symbols.map(\.moment) == [.never, .now, .now, .now, .now, .now])
    }

    @Test("DT_REL and DT_RELA are read on every machine", arguments: Encoding.all)
    func relocationKinds(encoding: Encoding) throws {
        var builder = ELFBuilder.rich(encoding)
        builder.hasAddends.toggle()
        #expect(try read(builder).symbols.map(\.moment) == [.lazy, .now, .lazy, .never, .never, .now])
    }

    @Test("symbols without DT_VERSYM have no version, and the object says so", arguments: Encoding.all)
    func withoutVersionSymbols(encoding: Encoding) throws {
        var builder = ELFBuilder.rich(encoding)
        builder.hasVersionSymbols = false
        let object = try read(builder)
        #expect(!object.hasVersionSymbols)
        #expect(object.needs.count == 2)
        #expect(object.symbols.allSatisfy { $0.version == nil })
    }

    @Test("the same as readelf, for a program of this machine", .enabled(if: compiler != nil && find("readelf") != nil))
    func readelf() throws {
        let directory = try TemporaryDirectory()
        let program = try #require(find("readelf"))
        for path in [try Source.buildUser(["-rdynamic"], in: directory), directory.file("libversions.so"), "/bin/ls"] {
            let lines = try run(program, ["-W", "--dyn-syms", path]).outputText.split(separator: "\n")
            let expected = lines.compactMap { line -> String? in
                let words = line.split(separator: " ").map(String.init)
                guard words.count >= 8, words[0].last == ":", words[0] != "Num:" else { return nil }
                return "\(words[7].split(separator: "@")[0]) \(words[6] == "UND") \(words[4].lowercased())"
            }
            let symbols = try read(path).symbols
            #expect(symbols.map { "\($0.name) \($0.isUndefined) \($0.binding)" } == expected)
            #expect(expected.count > 3)
        }
    }

    @Test(
        "what lld puts behind the symbols of a program that exports none is not counted as symbols",
        .enabled(if: compiler != nil && find("ld.lld") != nil, "there is no lld"))
    func tablesBehindSymbols() throws {
        let directory = try TemporaryDirectory()
        let source = "void exit(int); void _start(void) { exit(0); }"
        let flags = ["-w", "-nostartfiles", "-no-pie", "-fuse-ld=lld", "-Wl,--hash-style=gnu"]
        let path = try compile(source, flags, as: "program", in: directory)
        #expect(try read(path).symbols.map(\.name) == ["exit"])
        let image = try #require(try ObjectFile(path: path, buffers: ReadBuffers()).symbolImage())
        #expect(image.count == 2)
    }

    @Test("copied symbols are told by the type of their relocation", .enabled(if: compiler != nil))
    func copiedSymbols() throws {
        let directory = try TemporaryDirectory()
        let library = try compile("int far = 1;", ["-shared", "-fPIC", "-nostdlib"], as: "libfar.so", in: directory)
        let source = "extern int far; int near = 2; int _start(void) { return far + near; }"
        let flags = ["-w", "-nostdlib", "-no-pie", "-rdynamic", library]
        let path = try compile(source, flags, as: "program", in: directory)
        let file = try ObjectFile(path: path, buffers: ReadBuffers())
        let image = try #require(try file.symbolImage())
        let names = try file.copiedSymbols().map { RawText.string(image.name($0)) }
        #expect(names == ["far"])
    }
}
