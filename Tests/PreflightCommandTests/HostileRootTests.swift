// Roots made to hang, to cost memory or to lead astray: the verdict comes all the same, in one sentence and within bounds.

import PreflightTestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

@Suite("Hostile roots", .enabled(if: SmallRoot.obstacle == nil, "\(SmallRoot.obstacle ?? "")"))
struct HostileRootTests {
    /// A program that needs libx.so, in a root with something in the way.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// What the report must say.
        let words: String
        let build: @Sendable (SmallRoot) throws -> Void

        init(_ description: String, says words: String, _ build: @escaping @Sendable (SmallRoot) throws -> Void) {
            testDescription = description
            self.words = words
            self.build = build
        }
    }

    static func fifo(_ root: SmallRoot, _ name: String) throws {
        guard mkfifo(try root.place(name), 0o644) == 0 else { throw SupportError("mkfifo") }
    }

    static func sparse(_ root: SmallRoot, _ name: String) throws {
        try root.write(name, "")
        guard truncate(root.path + name, 1 << 40) == 0 else { throw SupportError("truncate") }
    }

    /// A cache of `count` entries, all of which have the text behind them from their own number on, or from its start.
    static func cache(_ count: UInt32, claimed: UInt32? = nil, text: Int, isShifting: Bool = false) -> [UInt8] {
        func word(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
        var bytes = Array("glibc-ld.so.cache1.1".utf8) + word(claimed ?? count) + word(UInt32(text)) + word(2)
        bytes += [UInt8](repeating: 0, count: 16)
        let start = 48 + 24 * count
        for number in 0..<count {
            let place = start + (isShifting ? number : 0)
            bytes += word(3) + word(place) + word(place) + word(0) + word(0) + word(0)
        }
        return bytes + [UInt8](repeating: UInt8(ascii: "y"), count: text) + [0]
    }

    /// A library of `count` symbols with names that all end in one long name.
    static func overlapping(_ count: Int, name: Int, isUndefined: Bool) -> [UInt8] {
        var bytes: [UInt8] = []
        func put(_ value: Int, _ width: Int) {
            for byte in 0..<width { bytes.append(UInt8(truncatingIfNeeded: value >> (byte * 8))) }
        }
        let dynamic = 64 + 3 * 56
        let symbols = dynamic + 8 * 16
        let hash = symbols + 24 * count
        let strings = hash + 16
        let size = strings + 1 + name + 1
        bytes += [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]
        #if arch(x86_64)
            let machine = 62
        #else
            let machine = 183
        #endif
        for (value, width) in [
            (3, 2), (machine, 2), (1, 4), (0, 8), (64, 8), (0, 8), (0, 4), (64, 2), (56, 2), (3, 2), (0, 2), (0, 2), (0, 2),
        ] {
            put(value, width)
        }
        for (type, start, length) in [(1, 0, size), (2, dynamic, 8 * 16), (0x6474_E551, 0, 0)] {
            put(type, 4)
            put(6, 4)
            for value in [start, start, start, length, length, type == 1 ? 4096 : 8] { put(value, 8) }
        }
        for (tag, value) in [(4, hash), (5, strings), (6, symbols), (10, name + 2), (11, 24), (0, 0), (0, 0), (0, 0)] {
            put(tag, 8)
            put(value, 8)
        }
        for number in 0..<count {
            put(1 + number * max(1, name / count) % name, 4)
            put(0x12, 2)
            put(isUndefined ? 0 : 1, 2)
            put(isUndefined ? 0 : 0x1000, 8)
            put(0, 8)
        }
        for value in [1, count, 0, 0] { put(value, 4) }
        return bytes + [0] + [UInt8](repeating: UInt8(ascii: "a"), count: name) + [0]
    }

    static let missing = "\"rule\":\"library-missing\""
    static let cases: [Case] = [
        Case("a FIFO for a library", says: missing) { try fifo($0, "/a/libx.so") },
        Case("a directory for a library", says: "/a/libx.so is a directory") { try $0.write("/a/libx.so/x", "") },
        Case("a huge empty file for a library", says: "/a/libx.so is not an ELF file") { try sparse($0, "/a/libx.so") },
        Case("a link to itself for a library", says: "/a/libx.so is a symbolic link that leads in a circle") {
            try $0.link("/a/libx.so", to: "../a/libx.so")
        },
        Case("a link out of the root for a library", says: missing) {
            try $0.directory.write("libx.so", try readFile(try $0.library("beside.so", soname: "libx.so")))
            try $0.link("/a/libx.so", to: "../../libx.so")
        },
        Case("FIFOs for cache and configuration", says: missing) {
            try fifo($0, "/etc/ld.so.cache")
            try fifo($0, "/etc/ld.so.conf")
        },
        Case("directories for cache and configuration", says: missing) {
            try $0.write("/etc/ld.so.cache/x", "")
            try $0.write("/etc/ld.so.conf/x", "")
        },
        Case("huge empty files for cache and configuration", says: missing) {
            try sparse($0, "/etc/ld.so.cache")
            try sparse($0, "/etc/ld.so.conf")
        },
        Case("a configuration of a thousand files that include each other", says: missing) {
            try $0.write("/etc/ld.so.conf", "include /etc/ld.so.conf\ninclude /etc/*\ninclude *\n")
            for number in 0..<1000 { try $0.write("/etc/c\(number)", "include /etc/*\n/opt/\(number)\n") }
        },
        Case("a cache that claims four billion entries", says: missing) {
            try $0.write("/etc/ld.so.cache", cache(2, claimed: .max, text: 100))
        },
        Case("a cache of entries that share one text", says: missing) {
            try $0.write("/etc/ld.so.cache", cache(19_999, text: 4000))
        },
        Case("a cache of entries whose texts overlap", says: missing) {
            try $0.write("/etc/ld.so.cache", cache(19_999, text: 1 << 20, isShifting: true))
        },
        Case("a library with many names that overlap", says: "\"verdict\":") {
            try $0.write("/a/libx.so", overlapping(500_000, name: 1_000_000, isUndefined: false))
        },
        Case("a library that misses many names that overlap", says: "\"verdict\":") {
            try $0.write("/a/libx.so", overlapping(500_000, name: 1_000_000, isUndefined: true))
        },
        Case("a library with a few very long names that overlap", says: "\"verdict\":") {
            try $0.write("/a/libx.so", overlapping(50_000, name: 12_000_000, isUndefined: true))
        },
        Case("a loader that is a FIFO", says: "\"verdict\":\"failsAtLoad\"") {
            unlink($0.path + (SmallRoot.loader ?? ""))
            try fifo($0, SmallRoot.loader ?? "")
        },
        Case("a loader of another machine", says: "\"verdict\":\"failsAtLoad\"") {
            var bytes = try readFile($0.path + (SmallRoot.loader ?? ""))
            bytes[18] = 2
            bytes[19] = 0
            try $0.write(SmallRoot.loader ?? "", bytes)
        },
        Case("no loader", says: "which ") { unlink($0.path + (SmallRoot.loader ?? "")) },
    ]

    @Test("the verdict comes within bounds", arguments: cases)
    func hostile(_ hostile: Case) throws {
        let root = try SmallRoot()
        try root.program("", RootTests.rpath("/a"), needs: ["libx.so"])
        try hostile.build(root)
        for options in [[String](), ["--assume", "ldconfig"]] {
            let outcome = try root.check("/prog", options)
            #expect(outcome.isOrderly, "\(outcome)")
            #expect(outcome.peakKilobytes ?? 0 <= 40 << 10, "\(outcome)")
            #expect(outcome.outputText.contains(hostile.words), "\(outcome.outputText)")
        }
    }

    @Test("what is no root is told in a sentence")
    func noRoot() throws {
        let root = try SmallRoot()
        try root.program()
        try root.write("/file", "")
        for (place, words) in [("/file", "is not a directory"), ("/nothing", "does not exist")] {
            let outcome = try preflight(["check", root.path + "/prog", "--root", root.path + place])
            #expect(outcome.status == 2, "\(outcome)")
            #expect(outcome.errorText.contains(words), "\(outcome)")
        }
    }
}
