// Archives and images that a user names become directories, as they will lie on the target. Nothing in them is run.

import PreflightELF

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// How much one archive may take.
public struct UnpackLimits: Sendable, Equatable {
    /// Bytes of all unpacked files together, those of intermediate archives included.
    public var bytes: UInt64 = 8 << 30
    /// Files, links and directories.
    public var files = 1_000_000
    /// Time in seconds.
    public var seconds = 600

    /// The limits that hold unless others are given.
    public init() {}
}

/// An archive as a directory, which is removed when nobody refers to it any more, or when the process ends.
public final class UnpackedTree: Sendable {
    /// What an archive means to its target.
    public enum Kind: Sendable {
        /// Files that are added to a system.
        case package
        /// All files of a system.
        case image
    }

    /// The directory that stands for `/` of the target. It is private, its files can be read, and no link leads out of it.
    public let directory: String
    /// The archive as the user named it.
    public let name: String
    /// What it is.
    public let kind: Kind
    /// What could not be unpacked; the rest is there.
    public let complaints: [InputError]
    /// What a user should know: which of several images was taken. Sentences without the name.
    public let notes: [String]
    private let place: TemporaryPlace

    init(
        _ place: TemporaryPlace, directory: String, name: String, kind: Kind, complaints: [String], notes: [String]
    ) {
        self.place = place
        self.directory = directory
        self.name = name
        self.kind = kind
        self.complaints = complaints.map { InputError(path: name, message: $0) }
        self.notes = notes
    }

    /// How reports name a file of the tree: `package.deb:/usr/bin/tool`.
    ///
    /// - Parameter path: a path below ``directory``.
    public func name(of path: String) -> String { name + ":" + member(path) }

    /// `path` as the target will see it, such as `/usr/bin/tool`.
    public func member(_ path: String) -> String {
        String(decoding: path.utf8.dropFirst(directory.utf8.count), as: UTF8.self)
    }
}

/// A private directory.
final class TemporaryPlace: Sendable {
    let path: String
    init() throws(UnpackError) { path = try TemporaryPlaces.shared.make() }
    deinit { TemporaryPlaces.shared.remove(path) }
}

/// Unpacks archives.
public struct Unpacker: Sendable {
    /// Where bsdtar and bsdcat are looked for.
    public static let standardDirectories = ["/usr/bin", "/bin", "/usr/local/bin"]

    private let limits: UnpackLimits
    private let platform: String?
    private let programs: [String]
    private let prefersDpkg: Bool

    /// An unpacker.
    ///
    /// - Parameters:
    ///   - platform: which image of several is meant, by its architecture as `uname -m` or an image index says it, with the
    ///     variant if need be (`arm/v7`); this machine's where nil.
    ///   - programs: directories that have bsdtar and bsdcat.
    ///   - prefersDpkg: have Debian packages decoded by dpkg-deb, which is there wherever they are installed, and is what will unpack
    ///     them.
    public init(
        limits: UnpackLimits = UnpackLimits(), platform: String? = nil, programs: [String] = standardDirectories,
        prefersDpkg: Bool = false
    ) {
        self.prefersDpkg = prefersDpkg
        self.limits = limits
        self.platform = platform
        self.programs = programs
    }

    /// Whether `path` is an archive or image by its content, or is called like one; costs one read of 512 bytes.
    public static func isArchive(_ path: String) -> Bool { ArchiveFormat.of(path) != nil }

    /// Whether `path` is called like an archive; costs no system call.
    public static func isArchiveName(_ path: String) -> Bool { ArchiveFormat.isName(path) }

    /// Unpacks the archive or image `path`.
    ///
    /// - Throws: an error that names `path`, when nothing of it can be judged or a limit is reached.
    public func unpack(_ path: String) throws(InputError) -> UnpackedTree {
        do throws(UnpackError) {
            var work = try Work(
                name: path, limits: limits, platform: platform, programs: programs, prefersDpkg: prefersDpkg)
            return try work.tree()
        } catch {
            throw InputError(path: path, message: error.message)
        }
    }
}

/// One archive on its way.
private struct Work {
    let name: String
    let platform: String?
    let programs: [String]
    let prefersDpkg: Bool
    let place: TemporaryPlace
    let deadline: Deadline
    var budget: Budget
    var complaints: [String] = []

    init(
        name: String, limits: UnpackLimits, platform: String?, programs: [String], prefersDpkg: Bool
    ) throws(UnpackError) {
        self.name = name
        self.platform = platform
        self.programs = programs
        self.prefersDpkg = prefersDpkg
        place = try TemporaryPlace()
        deadline = Deadline(seconds: limits.seconds)
        budget = Budget(limits)
    }

    mutating func tree() throws(UnpackError) -> UnpackedTree {
        let directory = place.path + "/tree"
        try makeDirectory(directory)
        guard let format = ArchiveFormat.of(name) else { throw UnpackError("is no archive that can be unpacked") }
        if format == .layout { return try image(ImageLayout.of(layout: name, platform), in: name) }
        if format == .onlyByName {
            throw UnpackError("is called like an archive, but its content is none; it may be empty or damaged")
        }
        let writer = try TreeWriter(directory, budget)
        try unpack(name, by: writer) { _ throws(UnpackError) in true }
        budget = writer.rest
        if format == .tar || format == .compressed, let layout = try ImageLayout.of(unpacked: directory, platform) {
            // What was unpacked are layers, not the image.
            let outer = place.path + "/layers"
            let failed = RawText.withPath(directory) { old in RawText.withPath(outer) { rename(old, $0) } } != 0
            guard !failed else { throw UnpackError("cannot be unpacked: \(String(cString: strerror(errno)))") }
            try makeDirectory(directory)
            return try image(layout, in: outer)
        }
        try note(writer)
        return UnpackedTree(place, directory: directory, name: name, kind: .package, complaints: complaints, notes: [])
    }

    /// Applies the layers of an image one after the other.
    private mutating func image(_ layout: ImageLayout, in base: String) throws(UnpackError) -> UnpackedTree {
        let directory = place.path + "/tree"
        let writer = try TreeWriter(directory, budget)
        for (index, layer) in layout.layers.enumerated() {
            let path = base + "/" + layer
            do throws(UnpackError) {
                // Whiteouts speak of the layers below, wherever they stand in their own.
                if index > 0 {
                    try unpack(path, by: writer) { (member) throws(UnpackError) in
                        _ = try writer.applyWhiteout(member.path, isDryRun: false)
                        return false
                    }
                }
                try unpack(path, by: writer) { (member) throws(UnpackError) in
                    try !writer.applyWhiteout(member.path, isDryRun: true)
                }
            } catch {
                throw UnpackError("layer \(index + 1) of \(layout.layers.count), \(shortened(layer)), \(error.message)")
            }
        }
        if base != name { TemporaryPlaces.shared.exclusively { removeTree(base, in: AT_FDCWD) } }
        try note(writer)
        return UnpackedTree(place, directory: directory, name: name, kind: .image, complaints: complaints, notes: layout.notes)
    }

    /// Hands the members of the archive `path` to `writer`, those that `isWanted` says.
    ///
    /// An archive that breaks off leaves what came before and a complaint.
    private mutating func unpack(
        _ path: String, by writer: TreeWriter, _ isWanted: (Member) throws(UnpackError) -> Bool
    ) throws(UnpackError) {
        let file = RawText.withPath(path) { open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK) }
        guard file >= 0 else { throw UnpackError("cannot be opened: \(String(cString: strerror(errno)))") }
        let outer = Self.format(of: file, at: 0)
        if outer == .deb, prefersDpkg {
            let stream = try ByteStream(.debianFiles, in: programs, on: file, deadline: deadline)
            var reader = TarReader(stream)
            return try copy(from: &reader, stream, to: writer, isWanted)
        }
        let (source, format) = try outer == .deb ? data(of: file) : (file, outer)
        let stream: ByteStream
        switch format {
        case .compressed, .rpm:
            stream = try ByteStream(.bsdcat, in: programs, on: source, deadline: deadline)
        case .zip:
            stream = try ByteStream(.bsdtar, in: programs, on: source, deadline: deadline)
        default:
            stream = ByteStream(file: source, deadline: deadline)
        }
        if format == .rpm {
            var reader = CPIOReader(stream)
            try copy(from: &reader, stream, to: writer, isWanted)
        } else {
            var reader = TarReader(stream)
            try copy(from: &reader, stream, to: writer, isWanted)
        }
    }

    private mutating func copy(
        from reader: inout some MemberReader, _ stream: ByteStream, to writer: TreeWriter,
        _ isWanted: (Member) throws(UnpackError) -> Bool
    ) throws(UnpackError) {
        do throws(UnpackError) {
            while let member = try reader.next() {
                if try isWanted(member) { try writer.write(member, from: &reader) }
            }
            let end = stream.finish(isEarly: try !stream.drain())
            // bsdtar asks for a passphrase and goes on without.
            if end.words.contains("assphrase") { throw UnpackError("is encrypted; unpack it and name the directory") }
            if !end.isContent { complain("is damaged", end.words) }
        } catch {
            // The decoder often knows better why its output broke off; after a limit its words mean nothing.
            let end = stream.finish(isEarly: error.reach == .all && error.message != TarReader.notTar)
            if end.words.contains("assphrase") { throw UnpackError("is encrypted; unpack it and name the directory") }
            guard error.reach == .rest else {
                throw error.message == TarReader.notTar ? UnpackError(Self.sentence(error.message, end.words)) : error
            }
            complain(error.message, end.isContent ? "" : end.words)
        }
    }

    private static func sentence(_ message: String, _ words: String) -> String {
        words.isEmpty ? message : "\(message) (\(RawText.visible(words)))"
    }

    private mutating func complain(_ message: String, _ words: String) {
        let complaint = Self.sentence(message, words)
        if !complaints.contains(complaint) { complaints.append(complaint) }
    }

    /// The data of the Debian package `file`, at whose end the stream of it ends as well: a signature may follow, which would
    /// look like damage. Closes `file` where that takes another one.
    private mutating func data(of file: CInt) throws(UnpackError) -> (file: CInt, format: ArchiveFormat?) {
        do throws(UnpackError) {
            let (start, size) = try DebMember.range(of: "data.tar", in: file)
            lseek(file, off_t(clamping: start), SEEK_SET)
            let format = Self.format(of: file, at: off_t(clamping: start))
            var status = stat()
            guard fstat(file, &status) == 0, UInt64(status.st_size) > start + size + 1 else { return (file, format) }
            let path = place.path + "/data"
            let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
            let copy = TemporaryPlaces.shared.exclusively { RawText.withPath(path) { open($0, flags, 0o600) } }
            guard copy >= 0 else { throw UnpackError("cannot be unpacked: \(String(cString: strerror(errno)))") }
            let source = ByteStream(file: fcntl(file, F_DUPFD_CLOEXEC, 3), deadline: deadline)
            do throws(UnpackError) {
                try source.pass(size) { (piece) throws(UnpackError) in
                    try budget.charge(bytes: piece.count)
                    try writeAll(piece, to: copy)
                }
            } catch {
                close(copy)
                throw error
            }
            close(file)
            lseek(copy, 0, SEEK_SET)
            return (copy, format)
        } catch {
            close(file)
            throw error
        }
    }

    private static func format(of file: CInt, at offset: off_t) -> ArchiveFormat? {
        withUnsafeTemporaryAllocation(byteCount: TarReader.blockSize, alignment: 8) { memory in
            let count = pread(file, memory.baseAddress, memory.count, offset)
            return ArchiveFormat.of(head: UnsafeRawBufferPointer(rebasing: memory[..<max(0, count)]))
        }
    }

    private mutating func note(_ writer: TreeWriter) throws(UnpackError) {
        let refused = writer.refused
        guard refused.count > 0 else { return }
        let names = refused.names.map { shortened($0) }.joined(separator: ", ")
        let others = refused.count > refused.names.count ? " and others" : ""
        let members = refused.count == 1 ? "1 member was" : "\(refused.count) members were"
        complaints.append("\(members) left out, the rest is judged: \(names)\(others) (\(refused.reason))")
    }

    private func makeDirectory(_ path: String) throws(UnpackError) {
        let error = TemporaryPlaces.shared.exclusively { RawText.withPath(path) { mkdir($0, 0o700) == 0 ? 0 : errno } }
        guard error == 0 else { throw UnpackError("cannot be unpacked: \(String(cString: strerror(error)))") }
    }
}

/// The members of a Debian package, which is an ar archive (deb(5), ar(5)).
private enum DebMember {
    /// Where the content of the member lies whose name starts with `name`.
    static func range(of name: String, in file: CInt) throws(UnpackError) -> (start: UInt64, size: UInt64) {
        var place: UInt64 = 8
        // A package has three members, and a few more where it is signed.
        for _ in 0..<16 {
            var header = [UInt8](repeating: 0, count: 60)
            let count = header.withUnsafeMutableBytes { pread(file, $0.baseAddress, 60, off_t(clamping: place)) }
            let digits = String(decoding: header[48..<58], as: UTF8.self).prefix { $0 != " " }
            guard count == 60, header[58] == 0x60, header[59] == 0x0A, let size = UInt64(digits) else {
                throw UnpackError("is damaged: it ends before its \(name)")
            }
            if header.starts(with: Array(name.utf8)) { return (place + 60, size) }
            place += 60 + size + size % 2
        }
        throw UnpackError("has no \(name)")
    }
}
