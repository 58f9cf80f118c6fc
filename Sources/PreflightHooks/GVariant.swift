// Values in the serialisation of GLib (GVariant Specification 1.0), as far as libostree writes its state in it. Nothing in the bytes is
// believed: every length is held against what is there, and what does not add up is no value.

/// A value.
public indirect enum GVariant: Sendable, Equatable {
    case boolean(Bool)
    case string(String)
    /// `a{sv}`; keys once, the first of several.
    case dictionary([String: GVariant])
    /// Of a type that nobody here asks for.
    case other(type: String)

    /// Deeper than anything that is written.
    private static let mostDepth = 8
    /// Of all dictionaries together; libostree writes ten.
    private static let mostEntries = 4096

    /// The dictionary (`a{sv}`) in `bytes`, in the byte order of this machine.
    ///
    /// - Returns: nil where the bytes are none.
    public init?(dictionary bytes: [UInt8]) {
        var entriesLeft = Self.mostEntries
        guard let value = Self.dictionary(bytes[...], depth: 0, &entriesLeft) else { return nil }
        self = value
    }

    /// The value under `key`; nil where this is no dictionary, or has none.
    public subscript(_ key: String) -> GVariant? {
        if case .dictionary(let members) = self { members[key] } else { nil }
    }

    /// The text, where it is one.
    public var text: String? { if case .string(let text) = self { text } else { nil } }
    /// The truth, where it is one.
    public var truth: Bool? { if case .boolean(let truth) = self { truth } else { nil } }

    // MARK: Containers

    /// The number of bytes of each framing offset in a container of `size` bytes.
    private static func offsetSize(_ size: Int) -> Int {
        switch size {
        case ...0xFF: 1
        case ...0xFFFF: 2
        case ...0xFFFF_FFFF: 4
        default: 8
        }
    }

    /// The framing offset in `bytes`; nil where it leads out of a container of `limit` bytes.
    private static func offset(_ bytes: ArraySlice<UInt8>, limit: Int) -> Int? {
        #if _endian(big)
            let value = bytes.reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        #else
            let value = bytes.reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        #endif
        return value <= UInt64(limit) ? Int(value) : nil
    }

    /// Dictionaries, their entries and variants start at multiples of eight, counted from the container that holds them.
    private static func aligned(_ offset: Int) -> Int { (offset + 7) & ~7 }

    private static func dictionary(_ bytes: ArraySlice<UInt8>, depth: Int, _ entriesLeft: inout Int) -> GVariant? {
        guard depth < mostDepth else { return nil }
        guard !bytes.isEmpty else { return .dictionary([:]) }
        let width = offsetSize(bytes.count)
        guard bytes.count >= width, let table = offset(bytes.suffix(width), limit: bytes.count - width),
            (bytes.count - table) % width == 0
        else { return nil }
        var members: [String: GVariant] = [:]
        var start = 0
        for place in stride(from: table, to: bytes.count, by: width) {
            guard entriesLeft > 0 else { return nil }
            entriesLeft -= 1
            let from = bytes.startIndex + place
            guard let end = offset(bytes[from..<from + width], limit: table), aligned(start) <= end,
                let (key, value) = entry(bytes[bytes.startIndex + aligned(start)..<bytes.startIndex + end], depth, &entriesLeft)
            else { return nil }
            if members[key] == nil { members[key] = value }
            start = end
        }
        return .dictionary(members)
    }

    /// `{sv}`: the key, room up to the variant, the variant, and where the key ends.
    private static func entry(_ bytes: ArraySlice<UInt8>, _ depth: Int, _ entriesLeft: inout Int) -> (String, GVariant)? {
        let width = offsetSize(bytes.count)
        guard bytes.count >= width, let keyEnd = offset(bytes.suffix(width), limit: bytes.count - width),
            aligned(keyEnd) <= bytes.count - width,
            let key = text(bytes.prefix(keyEnd)),
            let value = variant(bytes.dropFirst(aligned(keyEnd)).dropLast(width), depth + 1, &entriesLeft)
        else { return nil }
        return (key, value)
    }

    /// The value, a zero, and its type.
    private static func variant(_ bytes: ArraySlice<UInt8>, _ depth: Int, _ entriesLeft: inout Int) -> GVariant? {
        guard let zero = bytes.lastIndex(of: 0) else { return nil }
        let content = bytes[..<zero]
        let type = bytes[(zero + 1)...]
        guard !type.isEmpty, type.count <= 255, type.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        let name = String(decoding: type, as: UTF8.self)
        switch name {
        case "b":
            guard content.count == 1, let byte = content.first, byte <= 1 else { return nil }
            return .boolean(byte == 1)
        case "s": return text(content).map(GVariant.string)
        case "a{sv}": return dictionary(content, depth: depth, &entriesLeft)
        default: return .other(type: name)
        }
    }

    /// UTF-8 up to the only zero, which is the last byte.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String? {
        guard bytes.firstIndex(of: 0) == bytes.indices.last else { return nil }
        return String(validating: bytes.dropLast(), as: UTF8.self)
    }
}
