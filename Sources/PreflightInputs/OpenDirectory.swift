// A directory that is held open: what lies in it is reached from there, whatever becomes of the path that once led to it.

public import PreflightELF

#if canImport(Glibc)
    public import Glibc
#elseif canImport(Musl)
    public import Musl
#endif

/// An open directory; closed when nobody holds it any more.
public final class OpenDirectory {
    private let stream: OpaquePointer

    /// Opens the directory `name`.
    ///
    /// - Parameters:
    ///   - parent: what a relative `name` is counted from; nil for the working directory.
    ///   - follows: whether the last part of `name` may be a link.
    /// - Throws: ``InputError`` where it cannot be opened, is no directory, or is a link that is not followed.
    public init(_ name: String, in parent: OpenDirectory? = nil, follows: Bool) throws(InputError) {
        let flags = O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC | (follows ? 0 : O_NOFOLLOW)
        let descriptor = RawText.withPath(name) { openat(parent?.descriptor ?? AT_FDCWD, $0, flags) }
        guard descriptor >= 0 else { throw Self.failure(name, "cannot be listed", errno) }
        guard let stream = fdopendir(descriptor) else {
            let error = errno
            close(descriptor)
            throw Self.failure(name, "cannot be listed", error)
        }
        self.stream = stream
    }

    deinit { closedir(stream) }

    private static func failure(_ name: String, _ what: String, _ error: CInt) -> InputError {
        InputError(path: name, message: "\(what): \(String(cString: strerror(error)))")
    }

    private var descriptor: CInt { dirfd(stream) }

    /// Which directory it is; nil where that cannot be said.
    public var identity: FileIdentity? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? FileIdentity(status) : nil
    }

    /// What is known of the entry `name`, which is not followed; nil where it is not there.
    public func status(of name: String) -> stat? {
        var status = stat()
        return RawText.withPath(name) { fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) } == 0 ? status : nil
    }

    /// Opens the entry `name` without following it.
    ///
    /// - Returns: the descriptor, or -1 with errno set.
    public func open(_ name: String, _ flags: CInt) -> CInt {
        RawText.withPath(name) { openat(descriptor, $0, flags | O_NOFOLLOW) }
    }

    /// The entries that have not been read yet but `.` and `..`, each with its type in readdir(3).
    ///
    /// - Throws: ``InputError`` where they cannot be read to their end.
    func entries() throws(InputError) -> [(name: String, type: Int)] {
        var entries: [(name: String, type: Int)] = []
        while true {
            errno = 0
            guard let record = readdir(stream) else {
                if errno != 0 { throw Self.failure(".", "cannot be listed to its end", errno) }
                return entries
            }
            let name = withUnsafePointer(to: &record.pointee.d_name) { pointer -> String in
                let start = UnsafeRawPointer(pointer)
                return RawText.string(
                    UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self))))
            }
            if name != ".", name != ".." { entries.append((name, Int(record.pointee.d_type))) }
        }
    }
}

extension FileIdentity {
    /// The identity in `status`.
    public init(_ status: stat) { self.init(device: UInt64(status.st_dev), inode: UInt64(status.st_ino)) }
}
