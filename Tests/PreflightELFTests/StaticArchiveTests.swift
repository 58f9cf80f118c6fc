// Static archives in all their dialects, and such as lie.

import PreflightTestSupport
import Testing

@testable import PreflightELF

/// What reading an archive gives, member by member: `name: symbols`, `name: why not`, or the error between members.
private func members(_ path: String) -> [String] {
    var found: [String] = []
    do throws(ReadError) {
        var archive = try StaticArchive(path: path, buffers: ReadBuffers())
        while found.count < 10_000 {
            var member: StaticArchive.Member?
            do throws(ReadError) {
                member = try archive.next()
            } catch {
                found.append("! \(error)")
                continue
            }
            guard let member else { break }
            do throws(ReadError) {
                var file = try archive.open(member)
                try file.read(.all)
                found.append("\(member.name): " + file.object.linkSymbols.map(\.name).joined(separator: " "))
            } catch {
                found.append("\(member.name): \(error.kind.rawValue): \(error)")
            }
        }
    } catch {
        found.append("! \(error)")
    }
    return found
}

private func members(of archive: ArchiveBuilder) throws -> [String] {
    let directory = try TemporaryDirectory()
    return members(try directory.write("lib.a", archive.bytes))
}

private func object(_ names: String..., encoding: Encoding = .usual) -> [UInt8] {
    var builder = RelocatableBuilder(encoding)
    builder.symbols = names.map { .init(Name($0)) }
    return builder.write()
}

@Suite("Static archives")
struct StaticArchiveTests {
    @Test("short names, long names, tables in front", arguments: Encoding.all)
    func dialects(encoding: Encoding) throws {
        var gnu = ArchiveBuilder()
        gnu.add("/", [0, 0, 0, 0])
        gnu.add("/SYM64/", [0, 0, 0, 0, 0, 0, 0, 0])
        gnu.add("//", Array("a name with blanks and more than sixteen.o/\nsecond-long-name.o/\n".utf8))
        gnu.add("short.o/", object("a", encoding: encoding))
        gnu.add("/0", object("b", encoding: encoding))
        gnu.add("/44", object("c", encoding: encoding))
        #expect(
            try members(of: gnu) == [
                "short.o: a", "a name with blanks and more than sixteen.o: b", "second-long-name.o: c",
            ])
        var bsd = ArchiveBuilder()
        bsd.add("#1/20", Array("__.SYMDEF SORTED\0\0\0\0".utf8) + [0, 0, 0, 0])
        bsd.add("#1/12", Array("long one.o\0\0".utf8) + object("a", encoding: encoding))
        bsd.add("short.o", object("b", encoding: encoding))
        #expect(try members(of: bsd) == ["long one.o: a", "short.o: b"])
    }

    @Test("what is no object is passed over with a word")
    func others() throws {
        var archive = ArchiveBuilder()
        archive.add("code.bc/", [0x42, 0x43, 0xC0, 0xDE, 1, 2, 3, 4])
        archive.add("text.txt/", Array("text, and odd!!".utf8))
        archive.add("empty.o/", [])
        archive.add("inner.a/", ArchiveBuilder().bytes)
        archive.add("last.o/", object("a"))
        #expect(
            try members(of: archive) == [
                "code.bc: notELF: is LLVM bitcode, not an ELF file", "text.txt: notELF: is not an ELF file",
                "empty.o: notELF: is empty", "inner.a: notELF: is an archive within the archive", "last.o: a",
            ])
        #expect(try members(of: ArchiveBuilder()).isEmpty)
        var index = ArchiveBuilder()
        index.add("/", [0, 0, 0, 0])
        #expect(try members(of: index).isEmpty)
        #expect(try readError(bytes: archive.bytes) == ReadError(.archive, "is a static archive; link it and judge the result"))
    }

    @Test("a member that is cut or broken is one error, and the rest is read where it can be found")
    func broken() throws {
        func archive(_ field: String, size: String? = nil, mark: String = "`\n", table: String? = nil) throws -> [String] {
            var archive = ArchiveBuilder()
            if let table { archive.add("//", Array(table.utf8)) }
            archive.add(field, object("a"), size: size, mark: mark)
            archive.add("rest.o/", object("b"))
            return try members(of: archive)
        }
        let cut = try archive("x.o/", size: "9999999")
        #expect(cut.count == 1)
        #expect(cut[0].hasPrefix("! at offset 0x8: a member of 9999999 bytes ends beyond the archive (0x"))
        #expect(cut[0].hasSuffix(" bytes); it is cut short"))
        #expect(try archive("x.o/", size: "many") == ["! at offset 0x38: the size of a member is no number"])
        #expect(try archive("x.o/", size: "") == ["! at offset 0x38: the size of a member is no number"])
        #expect(try archive("x.o/", size: "1 2") == ["! at offset 0x38: the size of a member is no number"])
        #expect(try archive("x.o/", mark: "??") == ["! at offset 0x8: the header of a member lacks its end mark"])
        #expect(
            try archive("/7") == [
                "! at offset 0x8: the name of a member stands in a table of long names that the archive lacks", "rest.o: b",
            ])
        #expect(
            try archive("/7", table: "name/\n") == [
                "! at offset 0x4a: the name of a member lies outside of the table of long names", "rest.o: b",
            ])
        #expect(try archive("/0", table: "name//") == ["! at offset 0x44: the name of a member has no end", "rest.o: b"])
        #expect(
            try archive("/x") == ["! at offset 0x8: the name of a member is no place in the table of long names", "rest.o: b"])
        #expect(try archive("#1/999999") == ["! at offset 0x8: the name of a member does not fit into it", "rest.o: b"])
        #expect(try archive("#1/-1") == ["! at offset 0x8: the name of a member does not fit into it", "rest.o: b"])
        #expect(try archive("") == ["! at offset 0x8: a member has no name", "rest.o: b"])
    }

    @Test("a thin archive's members lie beside it, and one that is missing is told")
    func thin() throws {
        let directory = try TemporaryDirectory()
        _ = try directory.makeDirectory("objects")
        try directory.write("objects/one.o", object("a"))
        try directory.write("two.o", object("b"))
        var inner = ArchiveBuilder()
        inner.add("in.o/", object("c"))
        inner.add("out.o/", object("d"))
        try directory.write("inner.a", inner.bytes)
        var thin = ArchiveBuilder(isThin: true)
        thin.add("/", [0, 0, 0, 0])
        thin.add(
            "//", Array("objects/one.o/\ngone.o/\n../\(directory.path.split(separator: "/").last ?? "")/two.o/\ninner.a/\n".utf8))
        thin.add("/0", [], size: "4000")
        thin.add("/15", [], size: "4000")
        thin.add("/23", [], size: "4000")
        let place = 23 + 11 + (directory.path.split(separator: "/").last ?? "").utf8.count
        thin.add("/\(place):\(8 + 60 + object("c").count)", [], size: "4000")
        thin.add("two.o/", [], size: "4000")
        let path = try directory.write("thin.a", thin.bytes)
        let found = members(path)
        #expect(found.count == 5)
        #expect(found[0] == "objects/one.o: a")
        #expect(
            found[1]
                == "gone.o: missing: the archive is thin, and its member \(directory.file("gone.o")) does not exist; check the path"
        )
        #expect(found[2].hasSuffix("two.o: b"))
        #expect(found[3] == "inner.a: d")
        #expect(found[4] == "two.o: notELF: is named a second time by the thin archive")
    }

    @Test(
        "archives of ar: ordinary, thin, of an archive, with a 64-bit index", .enabled(if: compiler != nil && find("ar") != nil))
    func real() throws {
        let directory = try TemporaryDirectory()
        _ = try directory.makeDirectory("objects")
        let names = ["one", "two", "a_name_of_more_than_sixteen_letters"]
        for name in names {
            try compile(
                "extern int for_\(name); int \(name)(void) { return for_\(name); }\n", ["-c"], as: "\(name).o", in: directory)
        }
        let objects = names.map { "\($0).o" }
        let expected = names.map { "\($0).o: \($0)" }
        let ar = find("ar") ?? "ar"
        try tool(ar, ["rc", "plain.a"] + objects, makes: "plain.a", in: directory)
        try tool(ar, ["rcT", "objects/thin.a"] + objects, makes: "objects/thin.a", in: directory)
        try tool(ar, ["rcT", "nested.a", "plain.a"], makes: "nested.a", in: directory)
        func defined(_ name: String) -> [String] {
            members(directory.file(name)).map { line in
                line.split(separator: " ").filter { !$0.hasPrefix("for_") && !$0.hasPrefix("_GLOBAL_") }.joined(separator: " ")
            }
        }
        #expect(defined("plain.a") == expected)
        #expect(defined("objects/thin.a") == names.map { "../\($0).o: \($0)" })
        #expect(defined("nested.a") == names.map { "plain.a: \($0)" })
        guard let llvm = find("llvm-ar"), (try? run(llvm, ["--version"]))?.status == 0 else {
            print("not tested: BSD names and thin archives of llvm-ar, which is not installed")
            return
        }
        try tool(llvm, ["rc", "--format=bsd", "bsd.a"] + objects, makes: "bsd.a", in: directory)
        try tool(llvm, ["rc", "--thin", "llvm.a"] + objects, makes: "llvm.a", in: directory)
        #expect(defined("bsd.a") == expected)
        #expect(defined("llvm.a") == expected)
    }

    @Test("cut or changed anywhere, an archive ends in members and sentences")
    func corrupted() async throws {
        await #expect(processExitsWith: .success) {
            let directory = try TemporaryDirectory()
            var generator = Generator(seed: 0x5EED_0004)
            for isThin in [false, true] {
                var archive = ArchiveBuilder(isThin: isThin)
                archive.add("/", [0, 0, 0, 0])
                archive.add("//", Array("a-name-of-more-than-sixteen.o/\nlib.a/\n".utf8))
                archive.add("/0", isThin ? [] : object("a"), size: isThin ? "100" : nil)
                archive.add("/31:142", isThin ? [] : object("b"), size: isThin ? "100" : nil)
                archive.add("#1/4", Array("xy.o".utf8) + object("c"))
                archive.add("z.o/", isThin ? [] : object("d"))
                let good = archive.bytes
                for round in 0..<good.count + 1000 {
                    var bytes = good
                    if round < good.count {
                        bytes = Array(bytes[..<round])
                    } else {
                        for _ in 0...generator.below(4) {
                            bytes[generator.below(bytes.count)] = generator.pick(Array("0123456789/#: `\n\0\u{7F}".utf8))
                        }
                    }
                    let found = members(try directory.write("lib.a", bytes))
                    precondition(found.count < 10 && !found.contains { $0.contains("\n") && $0.hasPrefix("!") })
                }
            }
        }
    }

    @Test("many headers in little space take their time once")
    func many() throws {
        let directory = try TemporaryDirectory()
        var one = ArchiveBuilder()
        one.add("x/", [])
        let header = one.bytes.dropFirst(8)
        var bytes = Array("!<arch>\n".utf8)
        for _ in 0..<50_000 { bytes += header }
        var archive = try StaticArchive(path: try directory.write("lib.a", bytes), buffers: ReadBuffers())
        var count = 0
        while try archive.next() != nil { count += 1 }
        #expect(count == 50_000)
    }
}
