// The content of an RPM package: cpio in the "new ASCII" form, where every number is eight hexadecimal digits.

import PreflightELF

/// Reads a cpio archive.
struct CPIOReader: MemberReader {
    private static let headerSize = 110
    /// The kernel's limit for a path, which the names here keep to as well.
    private static let longestName = 4096
    /// Files with several names whose content is still to come; packages have a few at once.
    private static let mostPending = 65536

    private struct Identity: Hashable {
        var inode: UInt64
        var device: UInt64
    }

    private let stream: ByteStream
    private var contentLeft: UInt64 = 0
    private var padding: UInt64 = 0
    private var isFirst = true
    private var pending: [Identity: (path: String, left: UInt64)] = [:]

    init(_ stream: ByteStream) { self.stream = stream }

    mutating func next() throws(UnpackError) -> Member? {
        try stream.pass(contentLeft + padding) { _ in }
        (contentLeft, padding) = (0, 0)
        guard let header = try stream.take(Self.headerSize) else { throw .cutOff }
        let magic = String(decoding: header[..<6], as: UTF8.self)
        guard magic == "070701" || magic == "070702" else {
            throw isFirst ? UnpackError("holds no cpio archive") : .offBeat
        }
        isFirst = false
        func field(_ index: Int) throws(UnpackError) -> UInt64 {
            let digits = String(decoding: header[(6 + index * 8)..<(14 + index * 8)], as: UTF8.self)
            guard let value = UInt64(digits, radix: 16) else {
                throw UnpackError(damage: "is damaged: a header is no cpio header")
            }
            return value
        }
        let (mode, size, nameSize) = (try field(1), try field(6), Int(try field(11)))
        guard nameSize > 0, nameSize <= Self.longestName else {
            throw UnpackError(damage: "is damaged: a name of \(nameSize) bytes")
        }
        let aligned = (Self.headerSize + nameSize + 3) / 4 * 4 - Self.headerSize
        guard let name = try stream.take(aligned) else { throw .cutOff }
        let path = name.prefix(nameSize).prefix { $0 != 0 }.withUnsafeBytes { RawText.string($0) }
        if path == "TRAILER!!!" { return nil }
        contentLeft = size
        padding = (4 - size % 4) % 4
        switch mode & 0o170000 {
        case 0o100000:
            let identity = Identity(inode: try field(0), device: try field(7) << 32 | field(8))
            let names = try field(4)
            guard names > 1 else { break }
            // All names but the last come without content.
            if let first = pending[identity] {
                pending[identity] = first.left > 1 ? (first.path, first.left - 1) : nil
                return Member(path: path, kind: .hardLink(first.path), size: size)
            }
            guard pending.count < Self.mostPending else { throw UnpackError("has too many files with several names") }
            pending[identity] = (path, names - 1)
        case 0o040000: return Member(path: path, kind: .directory, size: size)
        case 0o120000:
            guard size <= UInt64(Self.longestName) else {
                throw UnpackError(damage: "is damaged: a link to a name of \(size) bytes")
            }
            let target = try size == 0 ? [] : stream.take(Int(size)) ?? []
            contentLeft = 0
            return Member(path: path, kind: .link(target.withUnsafeBytes { RawText.string($0) }), size: 0)
        default: return Member(path: path, kind: .other, size: size)
        }
        return Member(path: path, kind: .file(isExecutable: mode & 0o111 != 0), size: size)
    }

    mutating func content(_ body: (UnsafeRawBufferPointer) throws(UnpackError) -> Void) throws(UnpackError) {
        let count = contentLeft
        contentLeft = 0
        try stream.pass(count, to: body)
    }
}
