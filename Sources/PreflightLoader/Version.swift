// Numbers inside node names: for floors and for the release a node belongs to, never for the match itself.

/// A dotted number such as 2.34 or 3.4.30, compared part by part (2.9 < 2.10, 2.3 < 2.3.1).
public struct Version: Hashable, Comparable, Sendable, CustomStringConvertible {
    // Inline, because floors parse a version for nearly every node of every file.
    private var storage: SIMD4<UInt32>
    private var count: UInt8

    /// The parts, most significant first; one to four.
    public var parts: [Int] { (0..<Int(count)).map { Int(storage[$0]) } }

    /// The number that all of `text` spells: one to four groups of up to nine digits, with single dots between.
    public init?(_ text: some StringProtocol) { self.init(bytes: text.utf8) }

    /// The number that all of `bytes`, as ASCII, spell; see ``init(_:)``.
    public init?(bytes: some Sequence<UInt8>) {
        let known = bytes.withContiguousStorageIfAvailable { Version(ascii: $0) }
        guard let version = known ?? Array(bytes).withUnsafeBufferPointer({ Version(ascii: $0) }) else { return nil }
        self = version
    }

    private init?(ascii bytes: UnsafeBufferPointer<UInt8>) {
        var storage = SIMD4<UInt32>()
        var count = 0
        var current: UInt32 = 0
        var digits = 0
        for byte in bytes {
            if byte == 0x2E {
                guard digits > 0, count < 3 else { return nil }
                storage[count] = current
                count += 1
                current = 0
                digits = 0
            } else {
                guard (0x30...0x39).contains(byte), digits < 9 else { return nil }
                current = current * 10 + UInt32(byte - 0x30)
                digits += 1
            }
        }
        guard digits > 0 else { return nil }
        storage[count] = current
        self.storage = storage
        self.count = UInt8(count + 1)
    }

    /// A number of two parts.
    public init(_ major: UInt32, _ minor: UInt32) {
        storage = [major, minor, 0, 0]
        count = 2
    }

    /// Orders two of them.
    public static func < (left: Version, right: Version) -> Bool {
        for index in 0..<Int(min(left.count, right.count)) where left.storage[index] != right.storage[index] {
            return left.storage[index] < right.storage[index]
        }
        return left.count < right.count
    }

    /// Text for people.
    public var description: String { parts.map(String.init).joined(separator: ".") }
}

/// A node name taken apart: `GLIBC_2.34` is the number 2.34 in the series `GLIBC`.
public struct NumericNode: Hashable, Sendable {
    /// What stands before the number: `GLIBC`, `GLIBCXX`, `CXXABI`, `GCC`, `OPENSSL`.
    public var series: String
    /// The number.
    public var version: Version

    /// Nil for names without a number behind the last underscore (`GLIBC_PRIVATE`, `GLIBC_ABI_DT_RELR`).
    public init?(_ name: String) {
        guard let underscore = name.utf8.lastIndex(of: 0x5F) else { return nil }
        guard let version = Version(name[name.index(after: underscore)...]) else { return nil }
        series = String(name[..<underscore])
        self.version = version
        if series.isEmpty { return nil }
    }
}
