// Files that cannot be opened, or change under the reader.

import PreflightTestSupport
import Testing

@testable import PreflightELF

@Suite("Files")
struct FileTests {
    @Test("links that lead nowhere, and paths that cannot exist")
    func missing() throws {
        let directory = try TemporaryDirectory()
        let file = try directory.write("file", "text")
        for (path, message) in [
            (try directory.makeLink("dangling", to: "nowhere"), "is a symbolic link to a file that does not exist"),
            (try directory.makeLink("loop", to: "loop"), "is part of a loop of symbolic links"),
            (directory.file("nothing"), "does not exist; check the path"),
            (file + "/inside", "has a part that is not a directory; check the path"),
            ("", "does not exist; check the path"),
        ] {
            #expect(readError(path) == ReadError(.missing, message))
        }
        _ = try directory.makeLink("there", to: "back")
        #expect(readError(try directory.makeLink("back", to: "there"))?.message == "is part of a loop of symbolic links")
        let long = readError(directory.file(String(repeating: "x", count: 300)))
        #expect(long == ReadError(.unreadable, "cannot be opened: File name too long"))
    }

    @Test("a link is followed, and a path may hold any bytes but NUL and slash")
    func found() throws {
        let directory = try TemporaryDirectory()
        try directory.write("object", .rich(.usual))
        #expect(try read(try directory.makeLink("link", to: "object")).soname == "librich.so.1")
        let strange: [UInt8] = [0x0A, 0xFF, 0x20, 0xC3, 0x28, 0x1B]
        let name = strange.withUnsafeBytes { RawText.string($0) }
        // The support library writes Swift strings, so the odd name is made by the shell.
        _ = try tool("/bin/sh", ["-c", #"cp object "$(printf '\n\377 \303(\033')""#], makes: "", in: directory)
        #expect(try read(directory.file(name)).soname == "librich.so.1")
    }

    @Test("a file that may not be read says so, and what to do")
    func unreadable() throws {
        guard isSuperuser else {
            let directory = try TemporaryDirectory()
            let path = try directory.write("secret", .rich(.usual))
            try directory.setMode("secret", 0)
            #expect(
                readError(path) == ReadError(.unreadable, "cannot be opened: permission denied; run as a user who may read it"))
            return
        }
        // The superuser reads everything, so somebody else has to try.
        guard let setpriv = find("setpriv") else {
            print("not tested: reading as an unprivileged user needs setpriv (util-linux)")
            return
        }
        let directory = try TemporaryDirectory()
        let path = try directory.write("secret", .rich(.usual))
        try directory.setMode("secret", 0)
        let outcome = try run(
            setpriv,
            ["--reuid=65534", "--regid=65534", "--clear-groups", "\(buildDirectory)/preflight", "floor", path]
        )
        guard outcome.errorText.contains("preflight: ") else {
            print("not tested: an unprivileged user may not run \(buildDirectory)/preflight: \(outcome)")
            return
        }
        #expect(outcome.status == 3)
        let sentence = "cannot be opened: permission denied; run as a user who may read it"
        #expect(outcome.errorText.hasPrefix("preflight: \(path): \(sentence)\n"))
    }

    @Test("a program reads itself")
    func itself() throws {
        #expect(try read("/proc/self/exe").kind == .executable)
    }

    @Test("files of /proc have no size and are taken as empty, not as endless")
    func withoutSize() {
        #expect(readError("/proc/self/maps") == ReadError(.notELF, "is empty"))
    }

    @Test("a sparse file of eight gigabytes costs no more than what is read of it")
    func sparse() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.makeSparse("sparse", ELFBuilder.rich(.usual).write(), size: 8 << 30)
        #expect(summary(try read(path)) == summary(try read(.rich(.usual))))
        #expect(readError(try directory.makeSparse("zeros", [], size: 8 << 30)) == ReadError(.notELF, "is not an ELF file"))
    }

    @Test("a file that shrinks while it is read is an error, not a signal")
    func shrinking() throws {
        let directory = try TemporaryDirectory()
        var builder = ELFBuilder.rich(.usual)
        builder.stringTail = [UInt8](repeating: 0x61, count: 100_000)
        let path = try directory.write("object", builder)
        var file = try ObjectFile(path: path, buffers: ReadBuffers())
        try writeFile(path, Array(builder.write()[..<64]))
        #expect(throws: ReadError.self) { try file.read([.references, .bindings]) }
        // Replaced by another file of the same name: what was opened is what is read.
        try writeFile(path, builder.write())
        file = try ObjectFile(path: path, buffers: ReadBuffers())
        _ = try tool("/bin/mv", ["-f", try directory.write("other", "text"), path], makes: "object", in: directory)
        try file.read(.all)
        #expect(file.object.symbols.count == 6)
    }

    @Test("buffers forget one file before they see the next")
    func buffersForget() throws {
        let directory = try TemporaryDirectory()
        let buffers = ReadBuffers()
        var other = ELFBuilder.rich(Encoding(is64Bit: false, isBigEndian: true))
        other.soname = "libother.so.9"
        let paths = [
            try directory.write("one", .rich(.usual)), try directory.write("broken", [0x7F, 0x45, 0x4C, 0x46]),
            try directory.write("two", other), try directory.write("empty", []), try directory.write("one", .rich(.usual)),
        ]
        let sonames = paths.map { path -> String? in
            guard var file = try? ObjectFile(path: path, buffers: buffers), (try? file.read(.all)) != nil else { return nil }
            return file.object.soname
        }
        #expect(sonames == ["librich.so.1", nil, "libother.so.9", nil, "librich.so.1"])
    }
}
