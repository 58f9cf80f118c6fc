// Why a file could not be read: one sentence that names the place and what was wrong there.

/// What kept a file from being read. `description` is one sentence without the path; whoever reports it names the path.
public struct ReadError: Error, Equatable, CustomStringConvertible {
    /// The sorts of failure; what to do about them differs.
    public enum Kind: String, Sendable {
        /// No such file, a dangling link, or a loop of links.
        case missing
        /// The system refused to open or read it.
        case unreadable
        /// A directory, FIFO, socket or device.
        case notRegular
        /// A regular file that is not ELF; nothing is wrong with it.
        case notELF
        /// A static archive, whose members are to be read one by one (``StaticArchive``).
        case archive
        /// An ELF file or archive that contradicts itself or ends too early.
        case malformed
    }

    /// The sort of failure.
    public var kind: Kind
    /// Where in the file, in bytes from its start, if the failure has a place.
    public var offset: UInt64?
    /// What was wrong, a sentence without path and offset.
    public var message: String

    /// An error of `kind` with a sentence and, if it has one, its place.
    public init(_ kind: Kind, _ message: String, at offset: UInt64? = nil) {
        self.kind = kind
        self.offset = offset
        self.message = message
    }

    static func malformed(_ message: String, at offset: UInt64? = nil) -> ReadError {
        ReadError(.malformed, message, at: offset)
    }

    /// Text for people.
    public var description: String {
        guard let offset else { return message }
        return "at offset 0x" + String(offset, radix: 16) + ": " + message
    }
}

/// `value` as the hexadecimal number that `readelf` would print.
func hexadecimal(_ value: some BinaryInteger) -> String { "0x" + String(value, radix: 16) }

/// A name from a file as a sentence can hold it: short, and without line breaks.
func shortened(_ name: String) -> String {
    RawText.visible(name.utf8.count <= 100 ? name : name.unicodeScalars.prefix(100).map(String.init).joined() + "…")
}
