// A directory of one test, gone when the test lets go of it.

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// A fresh directory, removed with all it holds when the last reference goes.
public final class TemporaryDirectory: Sendable {
    /// Its path.
    public let path: String

    /// A new directory under TMPDIR or /tmp.
    public init() throws {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/preflight-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw SupportError.system("no temporary directory in \(parent)") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        // An unprivileged child may have to look inside.
        chmod(path, 0o755)
    }

    deinit { removeTree(Array(path.utf8CString)) }

    /// The path of `name` in it.
    public func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file and returns its path.
    @discardableResult
    public func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        try writeFile(file(name), bytes)
        return file(name)
    }

    /// Writes a file of text and returns its path.
    @discardableResult
    public func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

    /// Writes an ELF file and returns its path.
    @discardableResult
    public func write(_ name: String, _ image: ELFImage) throws -> String { try write(name, image.bytes) }

    /// Writes an ELF file and returns its path.
    @discardableResult
    public func write(_ name: String, _ builder: ELFBuilder) throws -> String { try write(name, builder.write()) }

    /// A FIFO that nobody writes to.
    public func makeFIFO(_ name: String) throws -> String {
        guard mkfifo(file(name), 0o644) == 0 else { throw SupportError.system("mkfifo") }
        return file(name)
    }

    /// A symbolic link to `target`, which need not exist.
    public func makeLink(_ name: String, to target: String) throws -> String {
        guard symlink(target, file(name)) == 0 else { throw SupportError.system("symlink") }
        return file(name)
    }

    /// A directory.
    public func makeDirectory(_ name: String) throws -> String {
        guard mkdir(file(name), 0o755) == 0 else { throw SupportError.system("mkdir") }
        return file(name)
    }

    /// A file of `size` bytes that occupies nothing on the disk; `content` lies at its start.
    public func makeSparse(_ name: String, _ content: [UInt8], size: Int) throws -> String {
        try write(name, content)
        guard truncate(file(name), size) == 0 else { throw SupportError.system("truncate") }
        return file(name)
    }

    /// A bound socket that nobody listens on; the descriptor is closed at once, the name stays.
    public func makeSocket(_ name: String) throws -> String {
        let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw SupportError.system("socket") }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(file(name).utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw SupportError("the name of the socket is too long: \(file(name))")
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else { throw SupportError.system("bind") }
        return file(name)
    }

    /// Sets the permission bits of a file in it.
    public func setMode(_ name: String, _ mode: UInt32) throws {
        guard chmod(file(name), mode) == 0 else { throw SupportError.system("chmod") }
    }
}

/// Removes a file, or a directory with all it holds; links are not followed. Names are bytes here: tests make some that are
/// no UTF-8.
private func removeTree(_ path: [CChar]) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR, let stream = opendir(path) {
        var names: [[CChar]] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafeBytes(of: &entry.pointee.d_name) { name in
                    name.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
                }
            )
        }
        closedir(stream)
        let dot = CChar(UInt8(ascii: "."))
        for name in names where name != [dot, 0] && name != [dot, dot, 0] {
            removeTree(path.dropLast() + [CChar(UInt8(ascii: "/"))] + name)
        }
    }
    remove(path)
}
