// A small file that is needed whole: configuration, records, snapshots.

internal import PreflightELF

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Whether something can be reached by `path`, links followed.
public func isThere(_ path: String) -> Bool { RawText.withPath(path) { access($0, F_OK) } == 0 }

/// The bytes of the regular file or pipe at `path`.
///
/// - Parameters:
///   - most: what such a file never exceeds, in bytes.
///   - what: what it is, for the error when it does: "no configuration is".
/// - Throws: `InputError` with the system's reason.
public func wholeFile(_ path: String, most: Int, what: String) throws(InputError) -> [UInt8] {
    let descriptor = RawText.withPath(path) { open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK) }
    guard descriptor >= 0 else { throw InputError(path: path, message: "cannot be read: \(String(cString: strerror(errno)))") }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65536)
    while true {
        let got = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        if got < 0, errno == EINTR { continue }
        guard got >= 0 else { throw InputError(path: path, message: "cannot be read: \(String(cString: strerror(errno)))") }
        if got == 0 { return bytes }
        bytes += piece.prefix(got)
        guard bytes.count <= most else {
            throw InputError(path: path, message: "is larger than \(most >> 20) MiB, which \(what)")
        }
    }
}
