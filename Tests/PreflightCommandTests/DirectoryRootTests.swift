// A directory as a root: with the kernel's help and by hand every path must lead to the same file, and never out of it.

import PreflightELF
import PreflightInputs
import PreflightLoader
import PreflightTestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

@Suite("Directories as roots")
struct DirectoryRootTests {
    /// A tree of links, with a secret beside it.
    private static func tree() throws -> (directory: TemporaryDirectory, root: String) {
        let directory = try TemporaryDirectory()
        try directory.write("secret", "outside")
        try directory.write("secret.so", ELFBuilder.library().write())
        let root = try directory.makeDirectory("root")
        for folder in ["usr", "usr/lib", "etc", "deep", "deep/er", "empty"] { _ = try directory.makeDirectory("root/\(folder)") }
        try directory.write("root/etc/file", "inside")
        try directory.write("root/secret", "the root's own")
        try directory.write("root/usr/lib/libx.so", ELFBuilder.library().write())
        try directory.write("root/usr/lib/text.so", "no library")
        try directory.write("root/usr/lib/empty.so", "")
        for (name, target) in [
            ("lib", "usr/lib"), ("absolute", "/etc/file"), ("up", "../../../../etc/file"), ("out", "../secret"),
            ("out-absolute", "\(directory.path)/secret"), ("self", "self"), ("one", "two"), ("two", "one"),
            ("folder", "/usr"), ("folder-loop", "/folder-loop"), ("dangling", "/nowhere"), ("dot", "."), ("top", "/"),
            ("deep/er/back", "../../etc"), ("deep/library", "/lib/libx.so"), ("deep/secret.so", "../../secret.so"),
            ("process", "/proc/self/root/etc/passwd"), ("through-file", "/etc/file/../file"), ("slash", "/etc/"),
            ("many-slashes", "//etc///file"),
        ] { _ = try directory.makeLink("root/\(name)", to: target) }
        var before = "/etc/file"
        for number in 1...50 {
            _ = try directory.makeLink("root/chain\(number)", to: before)
            before = "chain\(number)"
        }
        _ = try directory.makeFIFO("root/fifo")
        return (directory, root)
    }

    static let paths = [
        "/etc/file", "/absolute", "/up", "/out", "/out-absolute", "/self", "/one", "/folder/lib/libx.so", "/folder-loop/file",
        "/dangling", "/dot/etc/file", "/top/top/top/etc/file", "/deep/er/back/file", "/deep/library", "/deep/secret.so",
        "/process",
        "/through-file", "/slash/file", "/many-slashes", "/lib/libx.so", "/lib/text.so", "/lib/empty.so", "/lib/nothing.so",
        "/fifo",
        "/usr", "/", "/../../etc/file", "/etc/../etc/./file", "/nowhere/../etc/file", "/etc/file/", "/etc/file/more", "/secret",
        "/../secret", "/chain1", "/chain39", "/chain40", "/chain41", "/chain50", "/empty", "/empty/file", "//etc//file",
        "/deep/er/../../etc/file", "/dot/dot/dot/../etc/file", "/folder/lib/../../etc/file",
        "/" + String(repeating: "a", count: 300),
        "/" + String(repeating: "dot/", count: 500) + "etc/file", "/" + String(repeating: "./", count: 3000) + "etc/file",
    ]

    private static func text(_ loading: Loading) -> String {
        switch loading {
        case .missing: "missing"
        case .refused(let why): "refused: \(why)"
        case .object(let file): "object \(file.identity)"
        }
    }

    @Test("the kernel and the hand come to the same", arguments: paths)
    func same(path: String) throws {
        let (directory, root) = try Self.tree()
        defer { withExtendedLifetime(directory) {} }
        let kernel = try DirectoryRoot([root], buffers: ReadBuffers())
        let hand = try DirectoryRoot([root], buffers: ReadBuffers(), byHand: true)
        #expect(kernel.bytes(of: path, most: 100) == hand.bytes(of: path, most: 100))
        #expect(Self.text(kernel.load(path, wantsSymbols: true)) == Self.text(hand.load(path, wantsSymbols: true)))
        #expect(kernel.names(in: path) == hand.names(in: path))
        #expect(kernel.realPath(path) == hand.realPath(path))
        #expect(kernel.bytes(of: path, most: 100) != Array("outside".utf8), "it led out")
    }

    @Test("links lead where they lead in the root", arguments: [false, true])
    func inside(byHand: Bool) throws {
        let (directory, place) = try Self.tree()
        defer { withExtendedLifetime(directory) {} }
        let root = try DirectoryRoot([place], buffers: ReadBuffers(), byHand: byHand)
        for path in ["/absolute", "/up", "/many-slashes", "/deep/er/back/file", "/chain39", "/top/top/etc/file"] {
            #expect(root.bytes(of: path, most: 100) == Array("inside".utf8), "\(path)")
        }
        #expect(root.bytes(of: "/out", most: 100) == Array("the root's own".utf8))
        for path in ["/out-absolute", "/self", "/one", "/dangling", "/process", "/fifo", "/etc", "/chain50", "/deep/secret.so"] {
            #expect(root.bytes(of: path, most: 100) == nil, "\(path)")
        }
        #expect(root.realPath("/lib/libx.so") == "/usr/lib/libx.so")
        #expect(root.realPath("/self") == nil)
        #expect(root.names(in: "/deep/er/back") == ["file"])
        guard case .object = root.load("/deep/library", wantsSymbols: true) else { return #expect(Bool(false), "not loaded") }
        guard case .refused = root.load("/self", wantsSymbols: true) else { return #expect(Bool(false), "passed over") }
        guard case .missing = root.load("/dangling", wantsSymbols: true) else { return #expect(Bool(false), "not passed over") }
    }

    @Test("a package lies over a merged system and over one that is not", arguments: [true, false])
    func package(isMerged: Bool) throws {
        let directory = try TemporaryDirectory()
        for folder in [
            "system", "system/usr", "system/usr/lib", "system/usr/lib64", "package", "package/usr", "package/usr/lib",
            "package/lib",
        ] { _ = try directory.makeDirectory(folder) }
        for name in ["lib", "lib64"] {
            if isMerged {
                _ = try directory.makeLink("system/\(name)", to: "usr/\(name)")
            } else {
                _ = try directory.makeDirectory("system/\(name)")
            }
        }
        try directory.write(isMerged ? "system/usr/lib64/loader" : "system/lib64/loader", "system")
        try directory.write(isMerged ? "system/usr/lib/both" : "system/lib/both", "system")
        try directory.write("package/usr/lib/own", "package")
        try directory.write("package/lib/both", "package")
        _ = try directory.makeLink("package/lib/link", to: "both")
        let root = try DirectoryRoot(
            [directory.path + "/package", directory.path + "/system"], buffers: ReadBuffers())
        func text(_ path: String) -> String? { root.bytes(of: path, most: 100).map { String(decoding: $0, as: UTF8.self) } }
        #expect(text("/lib64/loader") == "system")
        #expect(text("/lib/both") == "package")
        #expect(text("/lib/link") == "package")
        #expect(text("/usr/lib/own") == "package")
        // Only where /usr is merged is the one the other.
        #expect(text("/usr/lib/both") == (isMerged ? "package" : nil))
        #expect(text("/lib/own") == (isMerged ? "package" : nil))
        #expect(root.names(in: "/lib") == (isMerged ? ["both", "link", "own"] : ["both", "link"]))
        #expect(root.realPath("/lib64") == (isMerged ? "/usr/lib64" : "/lib64"))
    }
}

extension ELFBuilder {
    /// A library without anything.
    fileprivate static func library() -> ELFBuilder {
        var builder = ELFBuilder()
        builder.soname = "libx.so"
        return builder
    }
}
