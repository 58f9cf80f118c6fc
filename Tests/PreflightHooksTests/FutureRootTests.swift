// A root with files taken out of it and packages laid over it; and what libalpm's files say.

import PreflightELF
import PreflightInputs
import PreflightLoader
import PreflightTestSupport
import Testing

@testable import PreflightHooks

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

@Suite("Roots as they will be")
struct FutureRootTests {
    static func directory(_ names: [String]) throws -> TemporaryDirectory {
        let directory = try TemporaryDirectory()
        for name in names {
            var path = directory.path
            for part in name.split(separator: "/").dropLast() {
                path += "/" + part
                mkdir(path, 0o755)
            }
            if name.hasSuffix("/") {
                mkdir(directory.file(String(name.dropLast())), 0o755)
            } else {
                try directory.write(name, name)
            }
        }
        return directory
    }

    static func root(_ directories: [TemporaryDirectory], without: Set<String> = []) throws -> DirectoryRoot {
        try DirectoryRoot(directories.map(\.path), without: without, buffers: ReadBuffers())
    }

    static func text(_ root: DirectoryRoot, _ path: String) -> String? {
        root.bytes(of: path, most: 100).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test("what is gone is gone by every spelling, links to it dangle, and the rest stays", arguments: ["usr/lib", "/usr/lib"])
    func gone(_ target: String) throws {
        let base = try Self.directory(["usr/lib/libfoo.so.1", "usr/lib/libbar.so.1", "etc/x"])
        #expect(symlink(target, base.file("lib")) == 0)
        #expect(symlink("libfoo.so.1", base.file("usr/lib/libfoo.so")) == 0)
        let whole = try Self.root([base])
        #expect(Self.text(whole, "/lib/libfoo.so") == "usr/lib/libfoo.so.1")
        for spelling in ["/lib/libfoo.so.1", "/usr/lib/libfoo.so.1"] {
            let root = try Self.root([base], without: [spelling])
            #expect(Self.text(root, "/lib/libfoo.so.1") == nil)
            #expect(Self.text(root, "/usr/lib/libfoo.so.1") == nil)
            #expect(Self.text(root, "/usr/lib/libfoo.so") == nil)
            #expect(Self.text(root, "/lib/libbar.so.1") == "usr/lib/libbar.so.1")
            #expect(root.names(in: "/usr/lib") == ["libbar.so.1", "libfoo.so"])
            #expect(root.realPath("/lib/libfoo.so.1") == nil)
        }
    }

    @Test("what comes hides what was, and fills in for what is gone; directories never go")
    func over() throws {
        let base = try Self.directory(["usr/lib/libfoo.so.1", "usr/lib/deep/libbar.so.1"])
        let package = try Self.directory(["usr/lib/libfoo.so.1", "usr/lib/new.so"])
        try package.write("usr/lib/libfoo.so.1", "new")
        let root = try Self.root([package, base], without: ["/usr/lib/libfoo.so.1", "/usr/lib/deep", "/usr/lib"])
        #expect(Self.text(root, "/usr/lib/libfoo.so.1") == "new")
        #expect(Self.text(root, "/usr/lib/deep/libbar.so.1") == "usr/lib/deep/libbar.so.1")
        #expect(root.names(in: "/usr/lib") == ["deep", "libfoo.so.1", "new.so"])
    }

    @Test("an absolute link that merges /usr leads to no file of this machine under a package")
    func escape() throws {
        let outside = try #require(["ls", "sh", "env"].first { access("/usr/bin/\($0)", F_OK) == 0 })
        let base = try Self.directory(["usr/bin/other", "etc/"])
        #expect(symlink("/usr/bin", base.file("bin")) == 0)
        let package = try Self.directory(["opt/x"])
        let root = try Self.root([package, base])
        #expect(root.bytes(of: "/bin/\(outside)", most: 4) == nil)
        #expect(root.bytes(of: "/usr/bin/\(outside)", most: 4) == nil)
        #expect(root.names(in: "/bin") == ["other"])
        #expect(Self.text(root, "/bin/other") == "usr/bin/other")
    }
}

@Suite("libalpm's files")
struct ALPMTests {
    @Test("names of packages and of their files")
    func names() throws {
        let parts = try #require(ALPMDatabase.parts("lib32-foo-bar-1:2.0-1"))
        #expect(parts.name == "lib32-foo-bar" && parts.version == "1:2.0-1")
        #expect(ALPMDatabase.parts("foo-1") == nil)
        #expect(ALPMDatabase.parts("--") == nil)
        let file = try #require(ALPMDatabase.package("foo.bar-1.2-3-x86_64.pkg.tar.zst"))
        #expect(file.name == "foo.bar" && file.version == "1.2-3")
        for name in ["foo-1.2-3-x86_64.pkg.tar.zst.sig", "foo-1.2-3-x86_64.pkg.tar.zst.part", "foo.tar", ".pkg.tar.zst", ""] {
            #expect(ALPMDatabase.package(name) == nil, "\(name)")
        }
        #expect(try ALPMDatabase.names(Array("a\nb-c+\n".utf8)) == ["a", "b-c+"])
        for name in ["a/b", "a b", "\u{1B}", "ä"] {
            #expect(throws: InputError.self) { try ALPMDatabase.names(Array((name + "\n").utf8)) }
        }
    }

    @Test("the list of a package's files, and pacman.conf")
    func files() {
        #expect(ALPMDatabase.files(Array("%FILES%\nusr/\nusr/lib/a.so\n\n%BACKUP%\netc/x\tmd5\n".utf8)) == ["/usr/lib/a.so"])
        let text = "[options]\n#DBPath = /x\nCacheDir = /a/ /b\nDBPath=/var/db\n[core]\nCacheDir = /no\n"
        #expect(ALPMDatabase.options(Array(text.utf8)) == ["CacheDir": ["/a", "/b"], "DBPath": ["/var/db"]])
    }

    @Test("what goes and what comes, from a database and a cache; the note of another transaction counts for nothing")
    func transaction() throws {
        let root = try FutureRootTests.directory([
            "var/lib/pacman/local/foo-1.0-1/files", "var/lib/pacman/local/gone-1.0-1/files", "var/lib/pacman/db.lck",
            "var/cache/pacman/pkg/foo-1.0-1-x86_64.pkg.tar.zst",
        ])
        try root.write("var/lib/pacman/local/foo-1.0-1/files", "%FILES%\nusr/lib/libfoo.so.1\n")
        try root.write("var/cache/pacman/pkg/foo-2.0-1-x86_64.pkg.tar.zst", "x")
        let database = try ALPMDatabase(root: root.path)
        let removed = try database.removed(Array("\(database.transactionMark)\ngone\n".utf8))
        #expect(removed == ["gone"])
        #expect(try database.removed(Array("1 2\ngone\n".utf8)).isEmpty)
        #expect(try database.removed(nil).isEmpty)
        let transaction = try database.transaction(["foo", "gone", "new"], removed: removed)
        #expect(transaction.outgoing.map(\.label) == ["foo 1.0-1", "gone 1.0-1"])
        #expect(transaction.outgoing[0].files == ["/usr/lib/libfoo.so.1"])
        #expect(transaction.incoming.map(\.label) == ["foo 2.0-1", "new"])
        #expect(transaction.incoming.map { $0.path != nil } == [true, false])
        #expect(throws: InputError.self) { try ALPMDatabase(root: root.file("nowhere")) }
    }
}
