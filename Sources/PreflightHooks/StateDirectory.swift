// Where hooks keep what they know between runs. It lies in a directory of its own that nobody else may write; whatever is not as it was
// left is not read, and nothing in it is needed.

internal import PreflightELF
public import PreflightInputs
public import PreflightReports

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// An open directory that belongs to this user alone.
public final class StateDirectory {
    /// Where it is unless something else is named.
    public static let standard = "/var/lib/preflight"

    /// Its path.
    public let path: String
    private let descriptor: CInt

    /// Opens `path`, and makes it with mode 0700 where it is missing.
    ///
    /// - Throws: ``InputError`` where it cannot be made, is a link, belongs to somebody else, or others may write to it.
    public init(_ path: String) throws(InputError) {
        self.path = path
        let made = RawText.withPath(path) { mkdir($0, 0o700) }
        guard made == 0 || errno == EEXIST else { throw Self.failure(path, "cannot be made", errno) }
        descriptor = RawText.withPath(path) { open($0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
        guard descriptor >= 0 else { throw Self.failure(path, "cannot be opened", errno) }
        if let why = Self.whyForeign(descriptor) {
            close(descriptor)
            throw InputError(path: path, message: "\(why); nothing is kept there")
        }
    }

    deinit { close(descriptor) }

    private static func failure(_ path: String, _ what: String, _ error: CInt) -> InputError {
        InputError(path: path, message: "\(what): \(String(cString: strerror(error)))")
    }

    /// Why what is open cannot be trusted; nil where it is this user's, and nobody else's to write.
    private static func whyForeign(_ descriptor: CInt) -> String? {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return "cannot be examined: \(String(cString: strerror(errno)))" }
        if status.st_uid != geteuid() { return "belongs to user \(status.st_uid), not to \(geteuid())" }
        if status.st_mode & 0o022 != 0 { return "may be written by others" }
        return nil
    }

    /// The content of the file `name`.
    ///
    /// - Parameter most: in bytes; a larger one is not ours.
    /// - Throws: ``InputError`` where it cannot be trusted or read; nil where there is none.
    public func read(_ name: String, most: Int) throws(InputError) -> [UInt8]? {
        let file = "\(path)/\(name)"
        let opened = RawText.withPath(name) {
            openat(descriptor, $0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        }
        guard opened >= 0 else {
            if errno == ENOENT { return nil }
            throw Self.failure(file, "cannot be opened", errno)
        }
        defer { close(opened) }
        if let why = Self.whyForeign(opened) { throw InputError(path: file, message: why) }
        var status = stat()
        guard fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) <= most else {
            throw InputError(path: file, message: "is no regular file of at most \(most >> 20) MiB")
        }
        let size = Int(status.st_size)
        var done = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while done < size {
                let got = pread(opened, buffer.baseAddress.map { $0 + done }, size - done, off_t(done))
                if got < 0, errno == EINTR { continue }
                if got <= 0 { break }
                done += got
            }
            count = done
        }
        guard done == size else { throw InputError(path: file, message: "ends too early") }
        return bytes
    }

    /// Replaces the file `name`, with mode 0600, in one step: who reads it meanwhile has the old one or the new one.
    ///
    /// - Throws: ``InputError`` where that fails, a full disk for one; then the old one stays.
    public func write(_ name: String, _ content: (Sink) -> Void) throws(InputError) {
        removeLeftovers(of: name)
        let file = "\(path)/\(name)"
        let draft = ".\(name).\(getpid())"
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let opened = RawText.withPath(draft) { openat(descriptor, $0, flags, 0o600) }
        guard opened >= 0 else { throw Self.failure(file, "cannot be written", errno) }
        let sink = Sink(descriptor: opened)
        content(sink)
        sink.flush()
        close(opened)
        if case .failed(let why) = sink.failure {
            RawText.withPath(draft) { _ = unlinkat(descriptor, $0, 0) }
            throw InputError(path: file, message: "cannot be written: \(why)")
        }
        let moved = RawText.withPath(draft) { old in RawText.withPath(name) { renameat(descriptor, old, descriptor, $0) } }
        guard moved == 0 else {
            let error = errno
            RawText.withPath(draft) { _ = unlinkat(descriptor, $0, 0) }
            throw Self.failure(file, "cannot be written", error)
        }
    }

    /// Removes what runs have left in `path`, and the directory if nothing else is in it. What is not this user's is left alone.
    ///
    /// - Returns: whether there was something.
    public static func remove(_ path: String) -> Bool {
        guard isThere(path), let state = try? StateDirectory(path) else { return false }
        for name in [InventoryCache.fileName, HookSession.verdictFile] {
            state.removeLeftovers(of: name)
            RawText.withPath(name) { _ = unlinkat(state.descriptor, $0, 0) }
        }
        return RawText.withPath(path) { rmdir($0) } == 0
    }

    /// Drafts of runs that were killed.
    private func removeLeftovers(of name: String) {
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0 else { return }
        guard let stream = fdopendir(copy) else {
            close(copy)
            return
        }
        defer { closedir(stream) }
        var dead: [String] = []
        while let entry = readdir(stream) {
            let found = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                RawText.string(UnsafeRawBufferPointer(rebasing: bytes.prefix { $0 != 0 }))
            }
            guard found.hasPrefix(".\(name)."), let process = pid_t(found.dropFirst(name.utf8.count + 2)) else { continue }
            if process == getpid() || kill(process, 0) != 0 && errno == ESRCH { dead.append(found) }
        }
        for name in dead { RawText.withPath(name) { _ = unlinkat(descriptor, $0, 0) } }
    }
}
