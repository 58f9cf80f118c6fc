// `--files-from`: paths one a line, or NUL-separated, from a file or standard input, read as they come.

import PreflightELF

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Reads a list of paths piece by piece.
public final class PathList {
    private let descriptor: CInt
    private let separator: UInt8
    private var pending: [UInt8] = []
    private var place = 0
    /// How far `pending` was searched for a separator already.
    private var searched = 0
    private var isAtEnd = false

    /// Opens `path`, or standard input for `-`.
    ///
    /// - Throws: ``InputError`` with the system's reason.
    public init(_ path: String, isNulSeparated: Bool) throws(InputError) {
        separator = isNulSeparated ? 0 : UInt8(ascii: "\n")
        if path == "-" {
            descriptor = 0
            return
        }
        descriptor = RawText.withPath(path) { open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else {
            throw InputError(path: path, message: "cannot be read as a list of files: \(String(cString: strerror(errno)))")
        }
    }

    deinit { if descriptor > 0 { close(descriptor) } }

    /// The next path that is not empty.
    public func next() -> String? {
        while true {
            if let end = pending[max(place, searched)...].firstIndex(of: separator) {
                let line = pending[place..<end]
                place = end + 1
                searched = place
                if !line.isEmpty { return line.withUnsafeBytes { RawText.string($0) } }
                continue
            }
            if isAtEnd {
                let line = pending[place...]
                place = pending.count
                return line.isEmpty ? nil : line.withUnsafeBytes { RawText.string($0) }
            }
            pending.removeFirst(place)
            place = 0
            searched = pending.count
            let start = pending.count
            let size = 65536
            pending.append(contentsOf: repeatElement(0, count: size))
            var got = 0
            repeat {
                got = pending.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + start, size) }  // never empty
            } while got < 0 && errno == EINTR
            pending.removeLast(size - max(0, got))
            if got <= 0 { isAtEnd = true }
        }
    }
}
