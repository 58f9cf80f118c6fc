// Where /proc, /sys and /etc are read: this machine, a recorded tree, an image. Files there have no size worth trusting and may be
// missing, refused or hung on purpose, so every read says which it was.

internal import CPreflightRoot
internal import PreflightELF

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The root of the files that readers look at.
public final class HostRoot: Sendable {
    /// The directory as given; "/" for this machine.
    public let path: String
    /// Whether it is this machine itself: system calls then say as much as files do.
    public let isLive: Bool
    private let descriptor: CInt

    /// This machine.
    public static let live = HostRoot()

    private init() {
        path = "/"
        isLive = true
        descriptor = -1
    }

    /// A recorded tree or an image; no link in it leads out of it.
    ///
    /// - Throws: ``Unknown`` when it cannot be opened.
    public init(path: String) throws(Unknown) {
        self.path = path
        isLive = false
        descriptor = RawText.withPath(path) { systemOpen($0, preflight_o_path | O_DIRECTORY | O_CLOEXEC) }
        if descriptor < 0 { throw Unknown(errno: errno, path) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// A path of this root as people write it: with the root before it, unless that is this machine.
    public func shown(_ file: String) -> String { isLive ? file : (path.hasSuffix("/") ? String(path.dropLast()) : path) + file }

    /// The bytes of a file of at most `limit` bytes.
    ///
    /// - Parameter file: absolute in this root: `/proc/self/limits`.
    /// - Throws: ``Unknown`` with the reason.
    public func bytes(_ file: String, limit: Int = 1 << 20) throws(Unknown) -> [UInt8] {
        var bytes: [UInt8] = []
        try eachPiece(of: file) { piece throws(Unknown) in
            bytes += piece
            guard bytes.count <= limit else { throw Unknown(.malformed, "\(shown(file)) is larger than \(limit) bytes") }
        }
        return bytes
    }

    /// Mappings of a process that has two hundred thousand of them.
    private static let longestRecording = 1 << 24

    /// How often a byte occurs in a file of any size: the lines of `/proc/self/maps`.
    ///
    /// - Throws: ``Unknown`` with the reason.
    public func count(of byte: UInt8, in file: String) throws(Unknown) -> Int {
        var (count, size) = (0, 0)
        try eachPiece(of: file) { piece throws(Unknown) in
            size += piece.count
            // The kernel's own files end; one that somebody recorded may go on for ever.
            guard isLive || size <= Self.longestRecording else {
                throw Unknown(.malformed, "\(shown(file)) is larger than \(Self.longestRecording) bytes")
            }
            for other in piece where other == byte { count += 1 }
        }
        return count
    }

    private func eachPiece(of file: String, _ body: (ArraySlice<UInt8>) throws(Unknown) -> Void) throws(Unknown) {
        let opened = descriptor(of: file, flags: O_RDONLY | O_NONBLOCK)
        guard opened >= 0 else { throw Unknown(errno: errno, shown(file)) }
        defer { close(opened) }
        var status = stat()
        // Here a device may be mounted over a file to mask it; in a recorded tree nothing but a file can have been recorded.
        if !isLive, fstat(opened, &status) == 0, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) {
            throw Unknown(.malformed, "\(shown(file)) is no regular file")
        }
        // Files of /proc/sys answer whole to one read; others come in pages.
        var piece = [UInt8](repeating: 0, count: 16384)
        while true {
            let got = piece.withUnsafeMutableBytes { read(opened, $0.baseAddress, $0.count) }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw Unknown(errno: errno, shown(file)) }
            if got == 0 { return }
            try body(piece.prefix(got))
        }
    }

    /// The text of a file, without blanks and line ends around it.
    ///
    /// - Throws: ``Unknown`` with the reason.
    public func text(_ file: String, limit: Int = 1 << 20) throws(Unknown) -> String {
        let bytes = try bytes(file, limit: limit)
        return bytes.withUnsafeBytes { RawText.string($0) }.trimmed
    }

    /// The names in a directory, sorted, without `.` and `..`.
    ///
    /// - Throws: ``Unknown`` with the reason.
    public func names(in directory: String) throws(Unknown) -> [String] {
        let opened = descriptor(of: directory, flags: O_RDONLY | O_DIRECTORY)
        guard opened >= 0 else { throw Unknown(errno: errno, shown(directory)) }
        guard let stream = fdopendir(opened) else {
            let reason = errno
            close(opened)
            throw Unknown(errno: reason, shown(directory))
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
                    RawText.string(UnsafeRawBufferPointer(start: $0, count: strlen($0)))
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// What a symbolic link says, not followed.
    ///
    /// - Throws: ``Unknown`` with the reason.
    public func link(_ file: String) throws(Unknown) -> String {
        var buffer = [UInt8](repeating: 0, count: 4097)
        let opened = descriptor(of: file, flags: preflight_o_path | O_NOFOLLOW)
        guard opened >= 0 else { throw Unknown(errno: errno, shown(file)) }
        defer { close(opened) }
        // Not empty, so there is a base address.
        let count = buffer.withUnsafeMutableBytes { readlinkat(opened, "", $0.baseAddress!, $0.count) }
        guard count >= 0 else { throw Unknown(errno: errno, shown(file)) }
        return buffer.withUnsafeBytes { RawText.string(UnsafeRawBufferPointer(rebasing: $0.prefix(count))) }
    }

    /// Whether there is something at a path; links are followed.
    public func exists(_ file: String) -> Bool {
        let opened = descriptor(of: file, flags: preflight_o_path)
        if opened >= 0 { close(opened) }
        return opened >= 0
    }

    private func descriptor(of file: String, flags: CInt) -> CInt {
        RawText.withPath(file) { path in
            if isLive { return systemOpen(path, flags | O_CLOEXEC) }
            var opened = preflight_open_in_root(descriptor, path, flags | O_CLOEXEC)
            // A ".." on the way cannot be followed safely while anything is mounted or renamed anywhere (openat2(2)).
            for _ in 0..<1000 where opened < 0 && errno == EAGAIN {
                opened = preflight_open_in_root(descriptor, path, flags | O_CLOEXEC)
            }
            return opened < 0 && (errno == ENOSYS || errno == EPERM) ? openByHand(path, flags) : opened
        }
    }

    /// Without openat2 (kernels before 5.6, old filters): one name after the other, and no link is followed.
    private func openByHand(_ path: UnsafePointer<CChar>, _ flags: CInt) -> CInt {
        let names = String(cString: path).split(separator: "/").filter { $0 != "." }
        guard !names.contains("..") else {
            errno = ELOOP
            return -1
        }
        var directory = systemOpenAt(descriptor, ".", preflight_o_path | O_DIRECTORY | O_CLOEXEC)
        for (index, name) in names.enumerated() where directory >= 0 {
            let isLast = index == names.count - 1
            let opened = systemOpenAt(
                directory, String(name), (isLast ? flags : preflight_o_path | O_DIRECTORY) | O_NOFOLLOW | O_CLOEXEC)
            let reason = errno
            close(directory)
            errno = reason
            directory = opened
        }
        return directory
    }
}

/// open(2), under a name that a method called `open` does not hide.
private func systemOpen(_ path: UnsafePointer<CChar>, _ flags: CInt) -> CInt { open(path, flags) }
private func systemOpenAt(_ directory: CInt, _ path: UnsafePointer<CChar>, _ flags: CInt) -> CInt {
    openat(directory, path, flags)
}

extension StringProtocol {
    /// Without blanks, tabs and line ends at both ends.
    var trimmed: String {
        // Blank, tab, line feed and carriage return.
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
        var rest = Substring(self).utf8.drop(while: isBlank)
        while let last = rest.last, isBlank(last) { rest.removeLast() }
        return String(Substring(rest))
    }

    /// The words between blanks and tabs.
    var words: [Substring] { Substring(self).utf8.split { $0 == 0x20 || $0 == 0x09 }.map { Substring($0) } }
}
