// The few system calls that tests need, with errors that say what failed: no Foundation, so that test support stays as
// small as what it tests.

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// What a test could not do on the way to its question.
public struct SupportError: Error, CustomStringConvertible {
    /// One sentence.
    public let description: String

    /// An error that says `description`.
    public init(_ description: String) { self.description = description }

    /// The last system error, behind what was tried.
    static func system(_ what: String) -> SupportError { SupportError("\(what): \(String(cString: strerror(errno)))") }
}

/// Whether the tests run as the superuser, who may read everything.
public var isSuperuser: Bool { geteuid() == 0 }

/// Where the test bundle and the products beside it lie.
public let buildDirectory: String = {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes { memory in
        memory.withMemoryRebound(to: CChar.self) { text in
            text.baseAddress.map { readlink("/proc/self/exe", $0, text.count) } ?? 0
        }
    }
    let path = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
}()

/// Writes `bytes` to a new or emptied file.
public func writeFile(_ path: String, _ bytes: [UInt8]) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw SupportError.system("\(path) cannot be written") }
    defer { close(descriptor) }
    var done = 0
    while done < bytes.count {
        let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done) }
        guard count > 0 else { throw SupportError.system("\(path) cannot be written") }
        done += count
    }
}

/// The bytes of the file `path`.
public func readFile(_ path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SupportError.system("\(path) cannot be read") }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
        let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        guard count >= 0 else { throw SupportError.system("\(path) cannot be read") }
        if count == 0 { return bytes }
        bytes += buffer[..<count]
    }
}

/// The names in the directory `path`, sorted.
public func listDirectory(_ path: String) throws -> [String] {
    guard let stream = opendir(path) else { throw SupportError.system("\(path) cannot be listed") }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
}

/// The root of the repository, for files that tests read from it.
public let repositoryDirectory: String = {
    let place = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return place.dropLast(3).joined(separator: "/")
}()
