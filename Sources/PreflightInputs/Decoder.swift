// Bytes of an archive, read from the file itself or from a program of libarchive or dpkg that decodes it. The program gets the
// file as its standard input and writes to a pipe: it opens nothing by a name out of the archive, and writes nowhere else.

import PreflightELF

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Why an archive, or a part of it, cannot be unpacked: one sentence without the path.
struct UnpackError: Error {
    /// What cannot be unpacked because of it.
    enum Reach {
        /// One member; the others can be.
        case member
        /// What comes behind it; what came before can be judged.
        case rest
        /// Anything.
        case all
    }

    var message: String
    var reach: Reach

    init(_ message: String, _ reach: Reach = .all) {
        self.message = message
        self.reach = reach
    }
    init(refusal message: String) { self.init(message, .member) }
    init(damage message: String) { self.init(message, .rest) }

    static let cutOff = UnpackError(damage: "is cut off: it ends inside of a member")
    static let offBeat = UnpackError(damage: "is damaged: a member does not start where it should")
}

/// A name out of an archive as a sentence can hold it.
func shortened(_ name: String) -> String {
    RawText.visible(name.utf8.count <= 200 ? name : name.unicodeScalars.prefix(200).map(String.init).joined() + "…")
}

/// A program that decodes its standard input, and how it is called.
struct DecoderProgram {
    /// Its name.
    let name: String
    /// What it is called with.
    fileprivate let arguments: [String]
    /// Which packages have it.
    private let source: String

    /// Decompresses, and takes the header off an RPM package.
    static let bsdcat = DecoderProgram(
        name: "bsdcat", arguments: [], source: "libarchive-tools (Debian, Ubuntu, Alpine) or bsdcat (Fedora)")
    /// Turns another format into tar.
    static let bsdtar = DecoderProgram(
        name: "bsdtar", arguments: ["--format", "gnutar", "-cf", "-", "@-"],
        source: "libarchive-tools (Debian, Ubuntu, Alpine) or bsdtar (Fedora)")
    /// The files of a Debian package, as tar.
    static let debianFiles = DecoderProgram(name: "dpkg-deb", arguments: ["--fsys-tarfile", "-"], source: "dpkg")
    /// What a Debian package says of itself, as tar.
    static let debianControl = DecoderProgram(name: "dpkg-deb", arguments: ["--ctrl-tarfile", "-"], source: "dpkg")

    /// Its absolute path in the first of `directories` that has it.
    func path(in directories: [String]) throws(UnpackError) -> String {
        for directory in directories {
            let path = "\(directory)/\(name)"
            if RawText.withPath(path, { access($0, X_OK) }) == 0 { return path }
        }
        throw UnpackError(
            "cannot be unpacked without \(name) in \(directories.joined(separator: ", ")); install \(source)"
        )
    }
}

/// A stream of bytes with a deadline, read in pieces of 64 KiB.
final class ByteStream {
    private let descriptor: CInt
    private var child: pid_t?
    private var errorSource: CInt = -1
    private var complaint: [UInt8] = []
    private let deadline: Deadline
    private static let size = 65536
    private let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    private var start = 0
    private var end = 0

    /// The bytes of an open file from its current offset on; the descriptor belongs to the stream.
    init(file: CInt, deadline: Deadline) {
        descriptor = file
        self.deadline = deadline
    }

    /// What `program` makes of the open file; the descriptor is closed here.
    convenience init(
        _ program: DecoderProgram, in directories: [String], on file: CInt, deadline: Deadline
    ) throws(UnpackError) {
        let path: String
        do throws(UnpackError) {
            path = try program.path(in: directories)
        } catch {
            close(file)
            throw error
        }
        try self.init(words: [path] + program.arguments, on: file, deadline: deadline)
    }

    /// What a program writes that reads the open file; the descriptor is closed here.
    ///
    /// - Parameter words: its path and its arguments.
    init(words: [String], on file: CInt, deadline: Deadline) throws(UnpackError) {
        defer { close(file) }
        guard let output = Pipe(), let errors = Pipe() else {
            throw UnpackError("cannot be unpacked: no pipe: \(String(cString: strerror(errno)))")
        }
        var failure: CInt = 0
        let child = TemporaryPlaces.shared.run {
            spawn(words, input: file, output: output.write, errors: errors.write, failure: &failure)
        }
        output.closeWrite()
        errors.closeWrite()
        guard let child else {
            close(output.read)
            close(errors.read)
            throw UnpackError("cannot be unpacked: \(words[0]) does not start: \(String(cString: strerror(failure)))")
        }
        self.child = child
        descriptor = output.read
        errorSource = errors.read
        self.deadline = deadline
    }

    deinit {
        _ = finish(isEarly: true)
        memory.deallocate()
    }

    private var isFinished = false

    /// Ends the program.
    ///
    /// - Parameter isEarly: nothing more is wanted of it, so that its end says nothing.
    /// - Returns: whether it was content, and the first line that it complained in.
    func finish(isEarly: Bool) -> (isContent: Bool, words: String) {
        guard !isFinished else { return (true, "") }
        isFinished = true
        close(descriptor)
        guard let child else { return (true, "") }
        if isEarly { kill(child, SIGKILL) }
        // Its pipe is closed, so it ends soon; a program that does not is stopped.
        while !isEarly, errorSource >= 0 {
            var source = pollfd(fd: errorSource, events: Int16(POLLIN), revents: 0)
            if poll(&source, 1, min(5000, max(0, deadline.milliseconds))) == 0 || deadline.milliseconds <= 0 {
                kill(child, SIGKILL)
                break
            }
            collectComplaint()
        }
        if errorSource >= 0 { close(errorSource) }
        TemporaryPlaces.shared.forget(child)
        var status: CInt = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return (isEarly || status == 0, complaint.prefix { $0 != 0x0A }.withUnsafeBytes { RawText.string($0) })
    }

    private func collectComplaint() {
        withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { piece in
            let count = read(errorSource, piece.baseAddress, piece.count)
            if count < 0, errno == EINTR { return }
            guard count > 0 else {
                close(errorSource)
                errorSource = -1
                return
            }
            if complaint.count < 1024 { complaint.append(contentsOf: piece[..<min(count, 1024)]) }
        }
    }

    /// Reads one piece more; false at the end.
    private func fill() throws(UnpackError) -> Bool {
        start = 0
        end = 0
        while true {
            let left = deadline.milliseconds
            guard left > 0 else { throw UnpackError("takes longer to unpack than \(deadline.limit / 1000) seconds, the limit") }
            if child != nil {
                var sources = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
                if errorSource >= 0 { sources.append(pollfd(fd: errorSource, events: Int16(POLLIN), revents: 0)) }
                guard poll(&sources, nfds_t(sources.count), left) > 0 else { continue }
                if sources.count > 1, sources[1].revents != 0 { collectComplaint() }
                if sources[0].revents == 0 { continue }
            }
            let count = read(descriptor, memory, Self.size)
            if count < 0 {
                if errno == EINTR { continue }
                throw UnpackError("cannot be read: \(String(cString: strerror(errno)))")
            }
            end = count
            return count > 0
        }
    }

    /// The next `count` bytes, nil at the end of the stream.
    func take(_ count: Int) throws(UnpackError) -> [UInt8]? {
        if start == end, try !fill() { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        try pass(UInt64(count)) { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// Hands the next `count` bytes to `body`, piece by piece.
    func pass(
        _ count: UInt64, to body: (UnsafeRawBufferPointer) throws(UnpackError) -> Void
    ) throws(UnpackError) {
        var left = count
        while left > 0 {
            if start == end, try !fill() { throw .cutOff }
            let piece = Int(min(left, UInt64(end - start)))
            try body(UnsafeRawBufferPointer(start: memory + start, count: piece))
            start += piece
            left -= UInt64(piece)
        }
    }

    /// What came next, any number of bytes; nil at the end of the stream.
    func takeSome() throws(UnpackError) -> [UInt8]? {
        if start == end, try !fill() { return nil }
        defer { start = end }
        return Array(UnsafeRawBufferPointer(start: memory + start, count: end - start))
    }

    /// Reads to the end, so that the program can say what it thinks of the last bytes; gives up after a megabyte of padding.
    func drain() throws(UnpackError) -> Bool {
        var pieces = 0
        while try fill() {
            pieces += 1
            if pieces > 256 { return false }
        }
        return true
    }
}

/// Both ends close on exec; a child gets copies.
private struct Pipe {
    let read: CInt
    let write: CInt

    init?() {
        var ends: [CInt] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (read, write) = (ends[0], ends[1])
    }

    func closeWrite() { close(write) }
}

/// In a session of its own: it has no terminal to ask for passphrases, and the terminal's signals come to us alone.
private let ownSession: CShort = 0x80  // POSIX_SPAWN_SETSID, a macro that Swift does not see without _GNU_SOURCE

private func spawn(
    _ words: [String], input: CInt, output: CInt, errors: CInt, failure: inout CInt
) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (end, number) in [(input, 0), (output, 1), (errors, 2)] as [(CInt, CInt)] {
        posix_spawn_file_actions_adddup2(&actions, end, number)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // We ignore SIGPIPE; a decoder that nobody reads from must end.
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, CShort(POSIX_SPAWN_SETSIGDEF) | ownSession)
    // libarchive would look for external decoders (lrzip, lzop) in PATH; an archive must not choose what is run.
    let environment = cStrings(["LC_ALL=C.UTF-8", "PATH=/nonexistent"])
    let arguments = cStrings(words)
    defer { for word in arguments + environment { free(word) } }
    var child: pid_t = 0
    guard let program = arguments[0] else { return nil }
    failure = posix_spawn(&child, program, &actions, &attributes, arguments, environment)
    return failure == 0 ? child : nil
}

private func cStrings(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
    var copies: [UnsafeMutablePointer<CChar>?] = []
    for word in words { copies.append(RawText.withPath(word) { strdup($0) }) }
    return copies + [nil]
}
