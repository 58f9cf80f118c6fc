// Members of archives as a stream: tar in all its dialects (POSIX pax, ustar, GNU, the one before them all). See pax(1)
// for the first two, tar/src/tar.h of GNU tar for the third.

import PreflightELF

/// One member of an archive. Its content follows in the stream.
struct Member {
    enum Kind: Equatable {
        case file(isExecutable: Bool)
        case directory
        /// A symbolic link to this text.
        case link(String)
        /// One more name for this member.
        case hardLink(String)
        /// Devices, FIFOs, and what else holds no ELF file.
        case other
        /// Stored with holes that this reader does not fill.
        case sparse
    }

    /// As the archive has it; text as of ``RawText``.
    var path: String
    var kind: Kind
    /// Bytes of content in the stream.
    var size: UInt64
}

/// A format that comes member by member.
protocol MemberReader {
    /// The next member; the content of the one before has been taken, or is passed over.
    mutating func next() throws(UnpackError) -> Member?
    /// Hands the content of the current member to `body`.
    mutating func content(_ body: (UnsafeRawBufferPointer) throws(UnpackError) -> Void) throws(UnpackError)
}

/// Reads a tar archive.
struct TarReader: MemberReader {
    static let blockSize = 512
    /// A path has 4,096 bytes at most; a header that holds more than a few is no honest one.
    private static let longestHeader: UInt64 = 1 << 20
    /// What off_t holds, and a block more fits in besides.
    private static let largestFile = UInt64(Int64.max)

    static let notTar = "holds no tar archive"

    private let stream: ByteStream
    private var contentLeft: UInt64 = 0
    private var padding: UInt64 = 0
    private var isFirst = true

    init(_ stream: ByteStream) { self.stream = stream }

    /// Whether `block` starts with a header: its sum of bytes is right, or it is the empty block at the end.
    static func isHeader(_ block: UnsafeRawBufferPointer) -> Bool {
        guard block.count >= blockSize, block[0] != 0 else { return false }
        var sum: UInt64 = 0
        var signedSum: Int64 = 0
        for (index, byte) in block.prefix(blockSize).enumerated() {
            let counted = (148..<156).contains(index) ? 0x20 : byte
            sum += UInt64(counted)
            // Some old programs added signed bytes.
            signedSum += Int64(Int8(bitPattern: counted))
        }
        guard let claimed = number(block[148..<156]) else { return false }
        return claimed == sum || Int64(exactly: claimed) == signedSum
    }

    mutating func next() throws(UnpackError) -> Member? {
        var path: String?
        var target: String?
        var size: UInt64?
        var isSparse = false
        while true {
            try stream.pass(contentLeft + padding) { _ in }
            (contentLeft, padding) = (0, 0)
            guard let block = try block() else {
                if path != nil { throw .cutOff }
                return nil
            }
            if block.allSatisfy({ $0 == 0 }) { return nil }
            guard block.withUnsafeBytes(Self.isHeader), let field = block.withUnsafeBytes({ Self.number($0[124..<136]) })
            else { throw isFirst ? UnpackError(Self.notTar) : .offBeat }
            isFirst = false
            let type = block[156]
            switch type {
            case UInt8(ascii: "x"), UInt8(ascii: "g"), UInt8(ascii: "X"):
                let records = try header(field)
                // What holds for all members names none of them.
                if type != UInt8(ascii: "g") { Self.read(records, &path, &target, &size, &isSparse) }
            case UInt8(ascii: "L"): path = Self.text(try header(field)[...])
            case UInt8(ascii: "K"): target = Self.text(try header(field)[...])
            default:
                if type == UInt8(ascii: "S") {
                    isSparse = true
                    try passSparseMap(block)
                }
                return try member(
                    block, path ?? Self.path(block), target ?? Self.text(block[157..<257]), size ?? field, isSparse
                )
            }
        }
    }

    /// The next block; what does not even have one is no archive.
    private func block() throws(UnpackError) -> [UInt8]? {
        do throws(UnpackError) {
            return try stream.take(Self.blockSize)
        } catch {
            throw isFirst && error.reach == .rest ? UnpackError(Self.notTar) : error
        }
    }

    private mutating func member(
        _ block: [UInt8], _ path: String, _ target: String, _ size: UInt64, _ isSparse: Bool
    ) throws(UnpackError) -> Member {
        guard size <= Self.largestFile else { throw UnpackError(damage: "is damaged: a member of \(size) bytes") }
        let mode = block.withUnsafeBytes { Self.number($0[100..<108]) } ?? 0
        let kind: Member.Kind =
            switch block[156] {
            case UInt8(ascii: "1"): .hardLink(target)
            case UInt8(ascii: "2"): .link(target)
            case UInt8(ascii: "3"), UInt8(ascii: "4"), UInt8(ascii: "6"): .other
            case UInt8(ascii: "5"): .directory
            case 0 where path.utf8.last == UInt8(ascii: "/"): .directory
            case UInt8(ascii: "D"), UInt8(ascii: "M"), UInt8(ascii: "V"): .other
            default: isSparse ? .sparse : .file(isExecutable: mode & 0o111 != 0)
            }
        // Whatever size is written there, links, devices and directories have no content.
        let hasContent = !(UInt8(ascii: "1")...UInt8(ascii: "6")).contains(block[156])
        contentLeft = hasContent ? size : 0
        padding = (UInt64(Self.blockSize) - contentLeft % UInt64(Self.blockSize)) % UInt64(Self.blockSize)
        return Member(path: path, kind: kind, size: contentLeft)
    }

    mutating func content(_ body: (UnsafeRawBufferPointer) throws(UnpackError) -> Void) throws(UnpackError) {
        let count = contentLeft
        contentLeft = 0
        try stream.pass(count, to: body)
    }

    /// The content of a header that speaks of the next member.
    private func header(_ size: UInt64) throws(UnpackError) -> [UInt8] {
        guard size <= Self.longestHeader else { throw UnpackError(damage: "is damaged: a header of \(size) bytes") }
        let whole = (Int(size) + Self.blockSize - 1) / Self.blockSize * Self.blockSize
        guard let bytes = try stream.take(whole) else { throw .cutOff }
        return Array(bytes.prefix(Int(size)))
    }

    /// The blocks that go on with the map of an old GNU sparse file.
    private func passSparseMap(_ header: [UInt8]) throws(UnpackError) {
        var goesOn = header[482] != 0
        while goesOn {
            guard let block = try stream.take(Self.blockSize) else { throw .cutOff }
            goesOn = block[504] != 0
        }
    }

    /// Records `LENGTH KEY=VALUE\n`.
    private static func read(
        _ records: [UInt8], _ path: inout String?, _ target: inout String?, _ size: inout UInt64?, _ isSparse: inout Bool
    ) {
        var rest = records[...]
        while let space = rest.firstIndex(of: UInt8(ascii: " ")),
            let length = Int(String(decoding: rest[..<space], as: UTF8.self)), length > space - rest.startIndex + 1,
            length <= rest.count
        {
            let record = rest[(space + 1)..<(rest.startIndex + length - 1)]
            rest = rest.dropFirst(length)
            guard let equals = record.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let value = record[(equals + 1)...]
            switch String(decoding: record[..<equals], as: UTF8.self) {
            case "path": path = text(value)
            case "linkpath": target = text(value)
            case "size": size = UInt64(String(decoding: value, as: UTF8.self))
            case let key where key.hasPrefix("GNU.sparse."): isSparse = true
            default: break
            }
        }
    }

    /// The path in a header without the help of others: POSIX splits a long one.
    private static func path(_ block: [UInt8]) -> String {
        let name = text(block[0..<100])
        guard Array(block[257..<263]) == Array("ustar\0".utf8), block[345] != 0 else { return name }
        return text(block[345..<500]) + "/" + name
    }

    /// Text up to its NUL.
    private static func text(_ field: ArraySlice<UInt8>) -> String {
        field.prefix { $0 != 0 }.withUnsafeBytes { RawText.string($0) }
    }

    /// An octal number, or GNU's big-endian one behind a byte of 0x80.
    private static func number(_ field: Slice<UnsafeRawBufferPointer>) -> UInt64? {
        if field.first == 0x80 {
            guard field.dropFirst().dropLast(8).allSatisfy({ $0 == 0 }) else { return nil }
            return field.dropFirst().suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
        }
        var value: UInt64 = 0
        for byte in field.drop(while: { $0 == 0x20 }) {
            if byte == 0 || byte == 0x20 { break }
            guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte), value >> 60 == 0 else { return nil }
            value = value << 3 | UInt64(byte - UInt8(ascii: "0"))
        }
        return value
    }
}
