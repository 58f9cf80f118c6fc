// An open regular file, read with pread in small ranges through a few windows. Nothing is mapped: a file that shrinks
// while it is read must give an error, not SIGBUS.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Memory that one worker reuses from file to file, so that reading a file allocates next to nothing.
public final class ReadBuffers {
    /// One remembered range of the current file.
    struct Window {
        var start: UInt64 = 0
        var count = 0
        var lastUse = 0
        let memory: UnsafeMutableRawPointer
    }

    static let windowSize = 4096
    static let streamSize = 65536

    // Touched many times a file, by one thread and never re-entered: the dynamic check of exclusive access is left out.
    @exclusivity(unchecked) var windows: [Window]
    @exclusivity(unchecked) var clock = 0
    /// The file that the windows are of; several may be open with the same buffers.
    @exclusivity(unchecked) var owner = 0
    private var files = 0
    /// For tables that are read once from end to end, and for the copy of the headers that libelf decodes.
    let stream: UnsafeMutableRawPointer

    /// Buffers for one worker; not to be shared between threads.
    public init() {
        windows = (0..<4).map { _ in
            Window(memory: UnsafeMutableRawPointer.allocate(byteCount: Self.windowSize, alignment: 16))
        }
        stream = UnsafeMutableRawPointer.allocate(byteCount: Self.streamSize, alignment: 16)
    }

    deinit {
        for window in windows { window.memory.deallocate() }
        stream.deallocate()
    }

    /// A number for one more file.
    func newOwner() -> Int {
        files += 1
        return files
    }

    /// Makes the windows those of `file`.
    func take(for file: Int) {
        guard owner != file else { return }
        owner = file
        for index in windows.indices { windows[index].count = 0 }
    }
}

/// What tells one file from another under any name.
public struct FileIdentity: Hashable, Sendable {
    /// st_dev.
    public var device: UInt64
    /// st_ino.
    public var inode: UInt64

    /// An identity as it is.
    public init(device: UInt64, inode: UInt64) {
        self.device = device
        self.inode = inode
    }
}

/// An open regular file, closed when it goes, or a part of one: a member of an archive reads like a file of its own.
final class FileBytes {
    private let descriptor: CInt
    let buffers: ReadBuffers
    private let number: Int
    /// The file that this is a part of; it stays open as long as its parts.
    private let whole: FileBytes?
    /// Where in the open file offset 0 is.
    private let base: UInt64
    /// The end of the open file, where reading ahead has to stop.
    private let end: UInt64
    /// The size when it was opened; reading beyond is an error with a place.
    let size: UInt64
    @exclusivity(unchecked) var isBigEndian = false
    @exclusivity(unchecked) private var textLeft = mostText
    @exclusivity(unchecked) private var demandLeft = mostDemand
    /// Bytes that somebody has read already and keeps for the time being; what lies in them is not read again.
    @exclusivity(unchecked) var ahead: (memory: UnsafeRawPointer, range: Range<UInt64>)?

    /// The file system and the number of the file in it: one file under two names is the same to a loader.
    let identity: FileIdentity

    /// Opens `path` in `directory` (a descriptor, or AT_FDCWD) if it is a regular file.
    ///
    /// O_NONBLOCK keeps a FIFO or device from blocking the open; fstat then sorts it out before a byte is read.
    ///
    /// - Parameter isExpectedRegular: a directory entry says so. Then the first bytes are looked at before the status: most
    ///   files of a tree are no ELF files, and for them that saves the call. Should the entry have become something else
    ///   meanwhile, the status sorts it out all the same.
    convenience init(
        path: UnsafePointer<CChar>, in directory: CInt, isExpectedRegular: Bool, buffers: ReadBuffers
    ) throws(ReadError) {
        var descriptor: CInt
        repeat {
            descriptor = openat(directory, path, Self.openFlags)
        } while descriptor < 0 && errno == EINTR
        guard descriptor >= 0 else { throw Self.openError(errno, path: path, directory: directory) }
        try self.init(descriptor: descriptor, isExpectedRegular: isExpectedRegular, buffers: buffers)
    }

    static let openFlags = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK

    /// Takes an open descriptor over, and closes it where this throws.
    init(descriptor: CInt, isExpectedRegular: Bool, buffers: ReadBuffers) throws(ReadError) {
        if isExpectedRegular {
            let got = pread(descriptor, buffers.stream, 8, 0)
            if got >= 4, memcmp(buffers.stream, "\u{7F}ELF", 4) != 0 {
                close(descriptor)
                throw Self.noELF(UnsafeRawBufferPointer(start: buffers.stream, count: got))
            }
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let error = errno
            close(descriptor)
            throw ReadError(.unreadable, "cannot be examined: \(reason(error))")
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw ReadError(.notRegular, "is \(Self.sort(status.st_mode)), not a regular file")
        }
        self.descriptor = descriptor
        self.buffers = buffers
        size = UInt64(max(0, status.st_size))
        identity = FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
        number = buffers.newOwner()
        whole = nil
        base = 0
        end = size
    }

    /// The `size` bytes of `whole` from `offset` on, which lie inside; offsets then count from there.
    init(_ whole: FileBytes, from offset: UInt64, size: UInt64) {
        precondition(offset <= whole.size && size <= whole.size - offset)
        descriptor = whole.descriptor
        buffers = whole.buffers
        // The windows are of the open file, so what was read for one part serves the next.
        number = whole.number
        self.whole = whole
        base = whole.base + offset
        end = whole.end
        self.size = size
        identity = whole.identity
    }

    deinit { if whole == nil { close(descriptor) } }

    private static let notELF = ReadError(.notELF, "is not an ELF file")
    private static let bitcode = ReadError(.notELF, "is LLVM bitcode, not an ELF file")
    private static let archive = ReadError(.archive, "is a static archive; link it and judge the result")

    /// What a file that does not start like ELF is, by the marks of what lies among ELF files.
    private static let others: [(start: [UInt8], error: ReadError)] = [
        (Array("!<arch>\n".utf8), archive),
        (Array("!<thin>\n".utf8), archive),
        ([0x42, 0x43, 0xC0, 0xDE], bitcode),
        // The wrapper that carries a target's CPU in front.
        ([0xDE, 0xC0, 0x17, 0x0B], bitcode),
    ]

    /// The error for a file that starts with `start`, which is not how ELF starts.
    static func noELF(_ start: UnsafeRawBufferPointer) -> ReadError {
        others.first { start.starts(with: $0.start) }?.error ?? notELF
    }

    private static func sort(_ mode: mode_t) -> String {
        switch mode & S_IFMT {
        case S_IFDIR: "a directory"
        case S_IFIFO: "a FIFO"
        case S_IFSOCK: "a socket"
        case S_IFCHR: "a character device"
        case S_IFBLK: "a block device"
        default: "no ordinary file"
        }
    }

    private static func openError(_ error: CInt, path: UnsafePointer<CChar>, directory: CInt) -> ReadError {
        switch error {
        case ENOENT:
            var status = stat()
            let dangling = fstatat(directory, path, &status, AT_SYMLINK_NOFOLLOW) == 0
            return ReadError(
                .missing,
                dangling ? "is a symbolic link to a file that does not exist" : "does not exist; check the path"
            )
        case ELOOP: return ReadError(.missing, "is part of a loop of symbolic links")
        case ENOTDIR: return ReadError(.missing, "has a part that is not a directory; check the path")
        // A socket cannot be opened at all; a device may have nobody behind it.
        case ENXIO, ENODEV: return ReadError(.notRegular, "is a socket or a device without a driver, not a regular file")
        case EACCES, EPERM:
            return ReadError(.unreadable, "cannot be opened: permission denied; run as a user who may read it")
        default: return ReadError(.unreadable, "cannot be opened: \(reason(error))")
        }
    }

    /// The `count` bytes at `offset`, and with them at least `behind` bytes in front if the file is read at all:
    /// neighbours that the caller will ask for next.
    ///
    /// `count` is at most one window. The view is valid until the next call.
    ///
    /// - Parameter what: names the bytes in the error when the file ends before.
    func bytes(
        at offset: UInt64, count: Int, what: @autoclosure () -> String, behind: Int = 0
    ) throws(ReadError) -> ByteView {
        precondition(count <= ReadBuffers.windowSize)
        guard offset <= size, UInt64(count) <= size - offset else {
            throw .malformed("\(what()) ends beyond the file (\(hexadecimal(size)) bytes)", at: offset)
        }
        if let view = aheadView(at: offset, count: count) { return view }
        let view = try window(at: offset, count: count, behind: behind)
        guard view.count >= count else {
            throw .malformed("the file became shorter while \(what()) was read", at: offset)
        }
        return view
    }

    private func aheadView(at offset: UInt64, count: Int) -> ByteView? {
        guard let ahead, ahead.range.contains(offset), UInt64(count) <= ahead.range.upperBound - offset else { return nil }
        let skip = Int(offset - ahead.range.lowerBound)
        return ByteView(base: ahead.memory + skip, count: ahead.range.count - skip, isBigEndian: isBigEndian)
    }

    /// What the windows hold from `offset` on, at least `count` bytes unless the file ends before.
    ///
    /// The windows lie in the open file, so that all its parts share them.
    private func window(at offset: UInt64, count: Int, behind: Int) throws(ReadError) -> ByteView {
        buffers.take(for: number)
        buffers.clock &+= 1
        let offset = base + offset
        var oldest = 0
        for index in buffers.windows.indices {
            let window = buffers.windows[index]
            if offset >= window.start, offset - window.start <= UInt64(window.count),
                UInt64(window.count) - (offset - window.start) >= UInt64(count)
            {
                buffers.windows[index].lastUse = buffers.clock
                let skip = Int(offset - window.start)
                return ByteView(base: window.memory + skip, count: window.count - skip, isBigEndian: isBigEndian)
            }
            if window.count == 0 || buffers.windows[oldest].count > 0 && window.lastUse < buffers.windows[oldest].lastUse {
                oldest = index
            }
        }
        // A range that starts before what was asked for is clipped so that the wanted bytes always fit in.
        let before = UInt64(min(behind, ReadBuffers.windowSize - count))
        let start = offset - min(before, offset)
        let memory = buffers.windows[oldest].memory
        buffers.windows[oldest].count = 0
        let got = try fill(memory, ReadBuffers.windowSize, at: start)
        buffers.windows[oldest].start = start
        buffers.windows[oldest].count = got
        buffers.windows[oldest].lastUse = buffers.clock
        let skip = min(Int(offset - start), got)
        return ByteView(base: memory + skip, count: got - skip, isBigEndian: isBigEndian)
    }

    /// Reads up to `count` bytes at `offset` of the open file; fewer only at its end.
    private func fill(_ memory: UnsafeMutableRawPointer, _ count: Int, at offset: UInt64) throws(ReadError) -> Int {
        var done = 0
        while done < count {
            let got = pread(descriptor, memory + done, count - done, off_t(truncatingIfNeeded: offset + UInt64(done)))
            if got < 0 {
                if errno == EINTR { continue }
                throw ReadError(.unreadable, "cannot be read: \(reason(errno))", at: offset - base)
            }
            done += got
            // One short read is the end of a regular file unless a signal cut it; the size decides.
            if got == 0 || offset + UInt64(done) >= end { break }
        }
        return done
    }

    /// The text at `offset` in a string table up to its NUL, looking no further than `end`.
    ///
    /// - Parameter what: names the text in the error when no NUL comes.
    func text(at offset: UInt64, end: UInt64, what: @autoclosure () -> String) throws(ReadError) -> String {
        let limit = min(end, size)
        guard offset < limit else {
            throw .malformed("\(what()) lies outside of the string table", at: offset)
        }
        // Most names are in the window already; a name that is not ends soon.
        var wanted = Int(min(64, limit - offset))
        while wanted <= ReadBuffers.windowSize {
            let view = try bytes(at: offset, count: wanted, what: what(), behind: 1024)
            let usable = Int(min(UInt64(view.count), limit - offset))
            if let zero = memchr(view.base, 0, usable) {
                let length = UnsafeRawPointer(zero) - view.base
                try charge(length, at: offset)
                return RawText.string(UnsafeRawBufferPointer(start: view.base, count: length))
            }
            if UInt64(usable) == limit - offset { break }
            if wanted == ReadBuffers.windowSize { return try longText(at: offset, limit: limit, what: what()) }
            wanted = Int(min(UInt64(ReadBuffers.windowSize), limit - offset))
        }
        throw .malformed("\(what()) has no end before the string table ends", at: offset)
    }

    /// No symbol, soname or path of a program that starts is longer.
    static let longestText = 1 << 18
    /// All names of one object together, since names may overlap: the largest program at hand has 6.4 MB of them.
    static let mostText = 8 << 20

    /// Counts a name against what one object may take.
    func charge(_ length: Int, at offset: UInt64) throws(ReadError) {
        guard length <= textLeft else {
            throw .malformed("the names of this object take more than \(Self.mostText) bytes together", at: offset)
        }
        textLeft -= length
    }

    /// The names of needed libraries and nodes, the library's counted for each of its nodes: every report repeats them, for
    /// every target. The largest programs at hand have 2,000 bytes of them.
    static let mostDemand = 1 << 16

    /// Counts the name of something that is needed against what one object may take.
    func charge(demand length: Int, at offset: UInt64) throws(ReadError) {
        guard length <= demandLeft else {
            throw .malformed(
                "the names of what this object needs take more than \(Self.mostDemand) bytes together", at: offset
            )
        }
        demandLeft -= length
    }

    private func longText(
        at offset: UInt64, limit: UInt64, what: @autoclosure () -> String
    ) throws(ReadError) -> String {
        var collected: [UInt8] = []
        var place = offset
        while place < limit, collected.count < Self.longestText {
            let count = Int(min(UInt64(ReadBuffers.windowSize), limit - place))
            let view = try bytes(at: place, count: count, what: what())
            let usable = Int(min(UInt64(view.count), limit - place))
            let zero = memchr(view.base, 0, usable)
            let length = zero.map { UnsafeRawPointer($0) - view.base } ?? usable
            try charge(length, at: offset)
            collected.append(contentsOf: UnsafeRawBufferPointer(start: view.base, count: length))
            if zero != nil { return collected.withUnsafeBytes { RawText.string($0) } }
            place += UInt64(length)
        }
        throw .malformed("\(what()) is longer than \(Self.longestText) bytes or has no end", at: offset)
    }

    /// Hands a table of `count` records of `size` bytes at `offset` to `body`, a piece at a time.
    ///
    /// `body` gets the piece and the index of its first record, and says whether to go on. It may read through the windows,
    /// but not stream another table.
    func stream(
        at offset: UInt64,
        recordSize: Int,
        count: UInt64,
        what: String,
        _ body: (ByteView, UInt64) throws(ReadError) -> Bool
    ) throws(ReadError) {
        let (length, overflow) = count.multipliedReportingOverflow(by: UInt64(recordSize))
        guard !overflow, offset <= size, length <= size - offset else {
            throw .malformed("\(what) claims \(count) entries, more than the file holds", at: offset)
        }
        if length > 0, let view = aheadView(at: offset, count: Int(length)) {
            _ = try body(ByteView(base: view.base, count: Int(length), isBigEndian: isBigEndian), 0)
            return
        }
        let perPiece = UInt64(ReadBuffers.streamSize / recordSize)
        var index: UInt64 = 0
        while index < count {
            let records = min(perPiece, count - index)
            let place = offset + index * UInt64(recordSize)
            let wanted = Int(records) * recordSize
            let got = try fill(buffers.stream, wanted, at: base + place)
            guard got >= wanted else { throw .malformed("the file ended while \(what) was read", at: place) }
            let view = ByteView(base: buffers.stream, count: wanted, isBigEndian: isBigEndian)
            guard try body(view, index) else { return }
            index += records
        }
    }

    /// Reads `count` bytes at `offset` into `memory`.
    func read(into memory: UnsafeMutableRawPointer, count: Int, at offset: UInt64, what: String) throws(ReadError) {
        guard try fill(memory, count, at: offset) >= count else {
            throw .malformed("the file ended while \(what) were read", at: offset)
        }
    }

    /// A copy of `count` bytes at `offset`, for a table that is needed whole.
    func copy(at offset: UInt64, count: UInt64, what: String) throws(ReadError) -> [UInt8] {
        guard offset <= size, count <= size - offset else {
            throw .malformed("\(what) ends beyond the file (\(hexadecimal(size)) bytes)", at: offset)
        }
        var result: [UInt8] = []
        result.reserveCapacity(Int(count))
        try stream(at: offset, recordSize: 1, count: count, what: what) { (view, _) in
            result.append(contentsOf: view.slice(0, view.count))
            return true
        }
        return result
    }
}

/// The system's words for an errno.
func reason(_ error: CInt) -> String { String(cString: strerror(error)) }
