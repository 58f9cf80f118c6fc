// Names and paths are bytes on Linux and Strings in Swift. This file keeps them in String without loss, and shows them
// without harm.

/// A lossless mapping between arbitrary bytes and `String`.
///
/// Valid UTF-8 stays as it is. A byte that is not part of valid UTF-8 becomes one scalar U+10FF00 + byte, the last page
/// of the last private-use plane; text that already holds such a scalar is taken byte by byte, so the mapping can always
/// be undone. (Python's `surrogateescape` does the same with surrogates, which Swift strings cannot hold.)
public enum RawText {
    static let escapeBase: UInt32 = 0x10FF00

    /// The string that stands for `bytes`.
    public static func string(_ bytes: UnsafeRawBufferPointer) -> String {
        // Nearly every name is ASCII; that takes one pass and no validation.
        if isASCII(bytes) { return String(decoding: bytes, as: UTF8.self) }
        if let text = String(validating: bytes, as: UTF8.self), !containsEscape(text) { return text }
        return slowString(bytes)
    }

    private static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var all: UInt8 = 0
        for byte in bytes { all |= byte }
        return all < 0x80
    }

    static func containsEscape(_ text: String) -> Bool {
        // U+10FFxx starts with F4 8F BC..BF; ASCII, which is nearly everything, needs no second look.
        if isASCII(text) { return false }
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if previous == 0xF4, byte == 0x8F { return text.unicodeScalars.contains { $0.value >= escapeBase } }
            previous = byte
        }
        return false
    }

    private static func isASCII(_ text: String) -> Bool {
        let known = text.utf8.withContiguousStorageIfAvailable { isASCII(UnsafeRawBufferPointer($0)) }
        return known ?? text.utf8.allSatisfy { $0 < 0x80 }
    }

    static func slowString(_ bytes: UnsafeRawBufferPointer) -> String {
        var text = String.UnicodeScalarView()
        var rest = bytes[...]
        while let byte = rest.first {
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            let candidate = rest.prefix(length)
            if let scalar = String(validating: candidate, as: UTF8.self)?.unicodeScalars.first, scalar.value < escapeBase {
                text.append(scalar)
                rest = rest.dropFirst(length)
            } else {
                if let scalar = Unicode.Scalar(escapeBase + UInt32(byte)) { text.append(scalar) }
                rest = rest.dropFirst()
            }
        }
        return String(text)
    }

    /// The bytes that `text` stands for; the inverse of ``string(_:)``.
    public static func bytes(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + 1)
        if !containsEscape(text) {
            result.append(contentsOf: text.utf8)
            return result
        }
        for scalar in text.unicodeScalars {
            if let byte = rawByte(scalar) {
                result.append(byte)
            } else {
                result.append(contentsOf: String(scalar).utf8)
            }
        }
        return result
    }

    /// Calls `body` with `text` as a NUL-terminated path for a system call.
    ///
    /// A NUL inside the text ends the path there, as it does for the kernel.
    public static func withPath<Result, Failure: Error>(
        _ text: String,
        _ body: (UnsafePointer<CChar>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        if !containsEscape(text) {
            // withCString copies nothing, but knows no typed errors.
            let outcome = text.withCString { name -> Swift.Result<Result, Failure> in
                do throws(Failure) { return .success(try body(name)) } catch { return .failure(error) }
            }
            return try outcome.get()
        }
        var bytes = bytes(text)
        bytes.append(0)
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
        defer { copy.deallocate() }
        for (index, byte) in bytes.enumerated() { copy[index] = CChar(bitPattern: byte) }
        return try body(copy)
    }

    /// The byte that an escape scalar stands for, nil for every other scalar.
    public static func rawByte(_ scalar: Unicode.Scalar) -> UInt8? {
        scalar.value >= escapeBase && scalar.value <= escapeBase + 0xFF ? UInt8(truncatingIfNeeded: scalar.value) : nil
    }

    /// `text` for a person's eyes: control characters, line and paragraph separators, bidirectional controls and bytes
    /// that are no UTF-8 appear as `\n`, `\t`, `\xNN` or `\u{NNNN}`; a backslash is doubled, so that nothing else looks like one of these.
    public static func visible(_ text: String) -> String {
        var isPlain = true
        for byte in text.utf8 where byte < 0x20 || byte >= 0x7F || byte == 0x5C { isPlain = false }
        if isPlain { return text }
        guard text.unicodeScalars.contains(where: needsEscape) else { return text }
        var shown = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": shown += "\\n"
            case "\t": shown += "\\t"
            case "\r": shown += "\\r"
            case "\\": shown += "\\\\"
            default:
                if let byte = rawByte(scalar) {
                    shown += "\\x" + hex(UInt64(byte), digits: 2)
                } else if scalar.value < 0x80, needsEscape(scalar) {
                    shown += "\\x" + hex(UInt64(scalar.value), digits: 2)
                } else if needsEscape(scalar) {
                    shown += "\\u{" + String(scalar.value, radix: 16) + "}"
                } else {
                    shown.unicodeScalars.append(scalar)
                }
            }
        }
        return shown
    }

    private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return scalar.value < 0x20 || scalar.value == 0x7F || scalar == "\\" }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: return true
        default: return false
        }
    }

    /// `value` in lower-case hexadecimal, with zeros in front up to `digits`.
    public static func hex(_ value: UInt64, digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
