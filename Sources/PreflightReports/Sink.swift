// Where reports go: buffered writing to a descriptor that knows when its reader has gone.

import PreflightELF

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A buffered output. Flushes when full and when told to; a closed pipe is remembered, not an error.
public final class Sink {
    /// Why nothing more can be written.
    public enum Failure: Error, Equatable {
        /// The reader has gone (a closed pipe): silent success.
        case closed
        /// The system's reason, such as a full disk.
        case failed(String)
    }

    private let descriptor: CInt
    // Written to for every word of a report; nothing here is entered twice at a time, so the check is left out.
    @exclusivity(unchecked) private var buffer: [UInt8] = []
    /// The first failure; later writes do nothing.
    @exclusivity(unchecked) public private(set) var failure: Failure?

    /// A sink for an open descriptor, which stays open.
    public init(descriptor: CInt) {
        self.descriptor = descriptor
        buffer.reserveCapacity(1 << 16)
    }

    /// A new or emptied file.
    ///
    /// - Throws: ``Failure`` with the system's reason.
    public convenience init(path: String) throws(Failure) { try self.init(path: path, flags: O_TRUNC) }

    /// A file that is written on from its end, or a new one.
    ///
    /// - Throws: ``Failure`` with the system's reason.
    public convenience init(appendingTo path: String) throws(Failure) { try self.init(path: path, flags: O_APPEND) }

    private convenience init(path: String, flags: CInt) throws(Failure) {
        let descriptor = RawText.withPath(path) { open($0, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0o644) }
        guard descriptor >= 0 else { throw .failed(String(cString: strerror(errno))) }
        self.init(descriptor: descriptor)
    }

    /// Whether writing still makes sense.
    public var isOpen: Bool { failure == nil }

    /// Writes text.
    public func write(_ text: String) {
        guard failure == nil else { return }
        // A native string hands over its bytes at once; appending its UTF-8 view goes byte by byte.
        if text.utf8.withContiguousStorageIfAvailable({ buffer.append(contentsOf: $0) }) == nil {
            buffer.append(contentsOf: text.utf8)
        }
        if buffer.count >= 1 << 16 { flush() }
    }

    /// Writes `"name":`, the most frequent thing in a JSON report.
    func writeKey(_ name: StaticString) {
        guard failure == nil else { return }
        buffer.append(UInt8(ascii: "\""))
        buffer.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        buffer.append(UInt8(ascii: "\""))
        buffer.append(UInt8(ascii: ":"))
        if buffer.count >= 1 << 16 { flush() }
    }

    /// Writes raw bytes.
    public func write(bytes: some Sequence<UInt8>) {
        guard failure == nil else { return }
        buffer.append(contentsOf: bytes)
        if buffer.count >= 1 << 16 { flush() }
    }

    /// Hands everything to the system.
    public func flush() {
        var done = 0
        buffer.withUnsafeBytes { memory in
            while done < memory.count, failure == nil {
                let count = systemWrite(descriptor, memory.baseAddress! + done, memory.count - done)  // never empty here
                if count >= 0 {
                    done += count
                } else if errno == EPIPE {
                    failure = .closed
                } else if errno != EINTR {
                    failure = .failed(String(cString: strerror(errno)))
                }
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }
}

/// write(2), under a name that a method called `write` does not hide.
private func systemWrite(_ descriptor: CInt, _ memory: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, memory, count)
}
