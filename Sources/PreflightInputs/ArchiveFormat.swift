// What sort of archive a file is, by its first bytes: names lie, and a file that is no archive must cost next to nothing.

import PreflightELF

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The sorts of archive that are unpacked.
enum ArchiveFormat: Equatable {
    case deb
    case rpm
    case zip
    case tar
    /// Compressed; only decoding tells whether a tar archive lies inside.
    case compressed
    /// A directory in the layout of the Open Container Initiative.
    case layout
    /// Called like an archive, but the content is none.
    case onlyByName

    /// First bytes of compressed files: gzip, xz, zstd, bzip2, lz4, lzip, and compress(1).
    private static let compressions: [[UInt8]] = [
        [0x1F, 0x8B], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], [0x28, 0xB5, 0x2F, 0xFD], Array("BZh".utf8),
        [0x04, 0x22, 0x4D, 0x18], Array("LZIP".utf8), [0x1F, 0x9D],
    ]
    private static let others: [(start: [UInt8], format: ArchiveFormat)] = [
        ([0xED, 0xAB, 0xEE, 0xDB], .rpm), (Array("PK\u{3}\u{4}".utf8), .zip), (Array("PK\u{5}\u{6}".utf8), .zip),
        // A static library is an ar archive as well; a package says what it is in its first member.
        (Array("!<arch>\ndebian-binary".utf8), .deb),
    ]
    private static let suffixes = [
        ".deb", ".rpm", ".whl", ".zip", ".tar", ".tar.gz", ".tgz", ".tar.xz", ".txz", ".tar.zst", ".tar.bz2", ".tbz2",
        ".tar.lz4", ".tar.lz", ".oci",
    ]

    /// Whether `path` is called like an archive.
    static func isName(_ path: String) -> Bool { suffixes.contains(where: path.hasSuffix) }

    /// What `path` is; nil for all that is no archive or cannot be read, which the reader of objects reports.
    static func of(_ path: String) -> ArchiveFormat? {
        let descriptor = RawText.withPath(path) { open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK) }
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return withUnsafeTemporaryAllocation(byteCount: TarReader.blockSize, alignment: 8) { memory in
            // Reading a directory fails with EISDIR; a FIFO or socket cannot be read at an offset.
            let count = pread(descriptor, memory.baseAddress, memory.count, 0)
            guard count >= 0 else {
                return errno == EISDIR && isLayout(path) ? .layout : nil
            }
            let head = UnsafeRawBufferPointer(rebasing: memory[..<count])
            if head.starts(with: [0x7F, 0x45, 0x4C, 0x46]) { return nil }
            if let format = of(head: head) { return format }
            var status = stat()
            guard isName(path), fstat(descriptor, &status) == 0,
                status.st_mode & S_IFMT == S_IFREG
            else { return nil }
            return .onlyByName
        }
    }

    /// What starts with `head`, the first block of a file.
    static func of(head: UnsafeRawBufferPointer) -> ArchiveFormat? {
        if let found = others.first(where: { head.starts(with: $0.start) }) { return found.format }
        if compressions.contains(where: { head.starts(with: $0) }) { return .compressed }
        return TarReader.isHeader(head) ? .tar : nil
    }

    private static func isLayout(_ directory: String) -> Bool {
        ["oci-layout", "index.json"].allSatisfy { name in
            RawText.withPath("\(directory)/\(name)") { access($0, R_OK) } == 0
        }
    }
}
