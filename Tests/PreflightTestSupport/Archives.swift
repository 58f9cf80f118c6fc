// Archives written byte by byte, so that they can say what no honest program would: paths with `..`, links that lead out,
// names that are no UTF-8.

/// A tar archive in the making.
public struct TarBuilder {
    /// The archive without its end.
    public private(set) var bytes: [UInt8] = []

    /// An empty archive.
    public init() {}

    /// The archive with the two empty blocks at its end.
    public var finished: [UInt8] { bytes + [UInt8](repeating: 0, count: 1024) }

    /// Adds a file.
    public mutating func file(_ name: Name, _ content: [UInt8] = []) { add(name, type: "0", content: content) }

    /// Adds an ELF file.
    public mutating func file(_ name: Name, _ builder: ELFBuilder) { file(name, builder.write()) }

    /// Adds a file of text.
    public mutating func file(_ name: Name, text: String) { file(name, Array(text.utf8)) }

    /// Adds a symbolic link.
    public mutating func link(_ name: Name, to target: Name) { add(name, type: "2", target: target) }

    /// Adds a second name for `target`.
    public mutating func hardLink(_ name: Name, to target: Name) { add(name, type: "1", target: target) }

    /// Adds a directory.
    public mutating func directory(_ name: Name, mode: Int = 0o755) { add(name, type: "5", mode: mode) }

    /// Adds a member of any type.
    ///
    /// - Parameter size: what the header says; the length of the content where nil.
    public mutating func add(
        _ name: Name, type: Unicode.Scalar, target: Name = "", content: [UInt8] = [], mode: Int = 0o755, size: Int? = nil
    ) {
        if name.bytes.count > 100 { add("././@LongLink", type: "L", content: name.bytes + [0]) }
        var block = [UInt8](repeating: 0, count: 512)
        func put(_ bytes: [UInt8], at offset: Int) { block.replaceSubrange(offset..<(offset + bytes.count), with: bytes) }
        func octal(_ value: Int, _ digits: Int) -> [UInt8] {
            let text = String(value, radix: 8)
            return Array((String(repeating: "0", count: digits - text.utf8.count) + text).utf8)
        }
        put(Array(name.bytes.prefix(100)), at: 0)
        put(octal(mode, 7), at: 100)
        put(octal(0, 7), at: 108)
        put(octal(0, 7), at: 116)
        put(octal(size ?? content.count, 11), at: 124)
        put(octal(0, 11), at: 136)
        put([UInt8](repeating: 0x20, count: 8), at: 148)
        put([UInt8(ascii: type)], at: 156)
        put(Array(target.bytes.prefix(100)), at: 157)
        put(Array("ustar\u{0}00".utf8), at: 257)
        put(octal(block.reduce(0) { $0 + Int($1) }, 6) + [0, 0x20], at: 148)
        bytes += block + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }
}

/// A Debian package of these members, which is an ar archive.
public func debianPackage(_ members: [(name: String, content: [UInt8])]) -> [UInt8] {
    var bytes = Array("!<arch>\n".utf8)
    for (name, content) in [("debian-binary", Array("2.0\n".utf8))] + members {
        func field(_ text: String, _ width: Int) -> [UInt8] {
            Array(text.utf8) + [UInt8](repeating: 0x20, count: width - text.utf8.count)
        }
        bytes += field(name, 16) + field("0", 12) + field("0", 6) + field("0", 6) + field("100644", 8)
        bytes += field("\(content.count)", 10) + [0x60, 0x0A] + content + (content.count % 2 == 1 ? [0x0A] : [])
    }
    return bytes
}
