// Bytes in the order and width of one ELF file, for writing and for changing what was written.

/// The two facts that decide how a number is written in an ELF file.
public struct Encoding: Hashable, Sendable, CustomStringConvertible {
    /// ELFCLASS64.
    public var is64Bit: Bool
    /// ELFDATA2MSB.
    public var isBigEndian: Bool

    /// An encoding.
    public init(is64Bit: Bool, isBigEndian: Bool) {
        self.is64Bit = is64Bit
        self.isBigEndian = isBigEndian
    }

    /// All there are.
    public static let all = [false, true].flatMap { wide in
        [false, true].map { Encoding(is64Bit: wide, isBigEndian: $0) }
    }

    /// Bytes of an address.
    public var wordSize: Int { is64Bit ? 8 : 4 }

    /// For the names of test cases.
    public var description: String { "\(is64Bit ? 64 : 32)-bit \(isBigEndian ? "big" : "little") endian" }

    /// The lowest `width` bytes of `value` in this order.
    func bytes(_ value: UInt64, width: Int) -> [UInt8] {
        let little = (0..<width).map { UInt8(truncatingIfNeeded: value >> UInt64($0 * 8)) }
        return isBigEndian ? little.reversed() : little
    }

    /// The number that `bytes` are in this order.
    func number(_ bytes: some BidirectionalCollection<UInt8>) -> UInt64 {
        let highestFirst = isBigEndian ? Array(bytes) : bytes.reversed()
        return highestFirst.reduce(0) { $0 << 8 | UInt64($1) }
    }
}

/// A growing run of bytes.
struct ByteWriter {
    let encoding: Encoding
    var bytes: [UInt8] = []

    init(_ encoding: Encoding) { self.encoding = encoding }

    var count: Int { bytes.count }

    mutating func u8(_ value: UInt8) { bytes.append(value) }
    mutating func u16(_ value: UInt16) { bytes += encoding.bytes(UInt64(value), width: 2) }
    mutating func u32(_ value: UInt32) { bytes += encoding.bytes(UInt64(value), width: 4) }
    mutating func u64(_ value: UInt64) { bytes += encoding.bytes(value, width: 8) }
    /// A word of the class; too large a value loses its upper half in 32 bits.
    mutating func word(_ value: UInt64) { bytes += encoding.bytes(value, width: encoding.wordSize) }

    mutating func align(_ alignment: Int) {
        while bytes.count % alignment != 0 { bytes.append(0) }
    }
}

/// The hash of DT_HASH and of version records (gABI, "Hash Table"), written apart from the one under test.
public func systemVHash(_ name: [UInt8]) -> UInt32 {
    var hash: UInt32 = 0
    for byte in name {
        hash = hash << 4 &+ UInt32(byte)
        let high = hash & 0xF000_0000
        if high != 0 { hash ^= high >> 24 }
        hash &= ~high
    }
    return hash
}

/// The hash of DT_GNU_HASH.
func gnuHash(_ name: [UInt8]) -> UInt32 { name.reduce(5381) { $0 &* 33 &+ UInt32($1) } }
