// Streaming JSON: objects and lists are written as they come, keys in the order they are given, so that memory stays flat
// over any number of objects.

import PreflightELF
public import PreflightInputs

/// Writes one JSON document to a sink.
public struct JSONWriter {
    private let sink: Sink
    /// For each open object or list: whether something is in it.
    private var hasItems: [Bool] = []
    private var isAfterKey = false
    private let isOneLine: Bool
    private let isInMarkup: Bool

    /// A writer on `sink`.
    ///
    /// - Parameters:
    ///   - isOneLine: no line break anywhere, for formats of a document a line.
    ///   - isInMarkup: for a document within HTML: `<`, `>` and `&` are escaped too, so that no text ends the element or opens another.
    public init(_ sink: Sink, isOneLine: Bool = false, isInMarkup: Bool = false) {
        self.sink = sink
        self.isOneLine = isOneLine
        self.isInMarkup = isInMarkup
    }

    private mutating func separate() {
        if isAfterKey {
            isAfterKey = false
            return
        }
        if let last = hasItems.indices.last {
            if hasItems[last] { sink.write(",") }
            hasItems[last] = true
            // One item of the outer two levels a line: the file can be read and compared.
            if !isOneLine, hasItems.count <= 2 { sink.write("\n") }
        }
    }

    /// Writes a key of the open object, plain ASCII; a value must follow.
    public mutating func key(_ name: StaticString) {
        separate()
        sink.writeKey(name)
        isAfterKey = true
    }

    /// Writes a key that is not known beforehand.
    public mutating func key(named name: String) {
        separate()
        quote(name)
        sink.write(":")
        isAfterKey = true
    }

    /// Opens and closes an object around `body`.
    public mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }

    /// Opens and closes a list around `body`.
    public mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }

    private mutating func nest(_ open: String, _ close: String, _ body: (inout JSONWriter) -> Void) {
        begin(open)
        body(&self)
        end(close)
    }

    /// Opens an object or list that is closed later by ``end(_:)``.
    public mutating func begin(_ open: String) {
        separate()
        sink.write(open)
        hasItems.append(false)
    }

    /// Closes what ``begin(_:)`` opened.
    public mutating func end(_ close: String) {
        let had = hasItems.removeLast()
        if had, !isOneLine, hasItems.count < 2 { sink.write("\n") }
        sink.write(close)
    }

    /// Writes a string; bytes that are no UTF-8 appear as `\xNN` in it, so that the document stays valid.
    public mutating func string(_ text: String) {
        separate()
        quote(text)
    }

    /// Writes a string or null.
    public mutating func string(_ text: String?) {
        if let text {
            string(text)
        } else {
            separate()
            sink.write("null")
        }
    }

    /// Writes a whole number.
    public mutating func number(_ value: Int) {
        separate()
        sink.write(String(value))
    }

    /// Writes a number that is written out already: more digits than an Int has, or a fraction.
    mutating func literal(_ digits: String) {
        separate()
        sink.write(digits)
    }

    /// Writes true or false.
    public mutating func bool(_ value: Bool) {
        separate()
        sink.write(value ? "true" : "false")
    }

    /// Writes a list of strings.
    public mutating func strings(_ values: some Sequence<String>) {
        array { list in for value in values { list.string(value) } }
    }

    private func quote(_ text: String) {
        var isPlain = true
        for byte in text.utf8
        where byte < 0x20 || byte == 0x22 || byte == 0x5C || byte >= 0x7F || isInMarkup && Self.isMarkup(UInt32(byte)) {
            isPlain = false
            break
        }
        sink.write("\"")
        if isPlain { sink.write(text) } else { escape(text) }
        sink.write("\"")
    }

    private func escape(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": sink.write("\\\"")
            case "\\": sink.write("\\\\")
            case "\n": sink.write("\\n")
            case "\t": sink.write("\\t")
            case "\r": sink.write("\\r")
            default:
                if let byte = RawText.rawByte(scalar) {
                    sink.write("\\\\x" + RawText.hex(UInt64(byte), digits: 2))
                } else if scalar.value < 0x20 || scalar.value == 0x7F || isHazard(scalar)
                    || isInMarkup && Self.isMarkup(scalar.value)
                {
                    sink.write(scalar.value > 0xFFFF ? surrogates(scalar) : "\\u" + RawText.hex(UInt64(scalar.value), digits: 4))
                } else {
                    sink.write(String(scalar))
                }
            }
        }
    }

    private static func isMarkup(_ value: UInt32) -> Bool { value == 0x3C || value == 0x3E || value == 0x26 }

    /// Characters that a viewer may act on: line separators, direction marks.
    private func isHazard(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    private func surrogates(_ scalar: Unicode.Scalar) -> String {
        UTF16.encode(scalar).map { $0.map { "\\u" + RawText.hex(UInt64($0), digits: 4) }.joined() } ?? ""
    }
}

extension JSONWriter {
    /// Writes what every document opens with, as members of the open object.
    public mutating func head() {
        key("schema")
        number(1)
        key("tool")
        string("preflight")
    }

    /// Writes the member `errors`, or one called `name`: what could not be read, or was not, and why.
    public mutating func errors(_ errors: [InputError], as name: StaticString = "errors") {
        key(name)
        array { list in
            for error in errors {
                list.object { members in
                    members.key("path")
                    members.string(error.path)
                    members.key("message")
                    members.string(error.message)
                }
            }
        }
    }
}
