// JSON with comments as a plain tree. One pass reads, checks and says where something is wrong; JSONDecoder says only "not valid JSON", turns
// large numbers into others, and ends the process on deep nesting.

internal import PreflightELF

/// A JSON document without its text.
public indirect enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    /// The digits as they stand there: 2^63-1 is no Double.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// What it is, for "expected …, not …".
    public var sort: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a string"
        case .array: "a list"
        case .object: "an object"
        }
    }

    /// Parses JSON5: comments, trailing commas, single quotes and bare keys are allowed.
    ///
    /// - Throws: ``JSONSyntaxError`` with line and column.
    public static func parse(_ bytes: [UInt8]) throws(JSONSyntaxError) -> JSONValue {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw JSONSyntaxError(bytes: bytes, place: 0, message: "the text is not UTF-8")
        }
        var reader = JSONReader(bytes: bytes)
        return try reader.document()
    }
}

/// Where JSON text stops making sense.
public struct JSONSyntaxError: Error, Equatable, CustomStringConvertible, Sendable {
    /// From 1.
    public var line: Int
    /// From 1, in characters.
    public var column: Int
    /// What was expected.
    public var message: String

    init(bytes: [UInt8], place: Int, message: String) {
        let before = bytes.prefix(place)
        line = before.reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        column = String(decoding: before[start...], as: UTF8.self).count + 1
        self.message = message
    }

    /// The place and what was expected there.
    public var description: String { "line \(line), column \(column): \(message)" }
}

/// Reads JSON5 from its first byte to its last.
private struct JSONReader {
    let bytes: [UInt8]
    var place = 0

    /// Deeper nesting no configuration has.
    static let deepest = 64

    func error(_ message: String) -> JSONSyntaxError {
        JSONSyntaxError(bytes: bytes, place: min(place, bytes.count), message: message)
    }

    var current: UInt8? { place < bytes.count ? bytes[place] : nil }

    mutating func document() throws(JSONSyntaxError) -> JSONValue {
        // A byte order mark is no part of the text.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
        try blank()
        guard current != nil else { throw error("the text is empty; an object { … } was expected") }
        let document = try value(depth: 0)
        try blank()
        guard current == nil else { throw error("the document ends here, but more follows") }
        return document
    }

    mutating func blank() throws(JSONSyntaxError) {
        while let byte = current {
            if byte == UInt8(ascii: " ") || (9...13).contains(byte) {
                place += 1
            } else if byte == UInt8(ascii: "/"), place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "/") {
                while let byte = current, byte != UInt8(ascii: "\n") { place += 1 }
            } else if byte == UInt8(ascii: "/"), place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "*") {
                let start = place
                place += 2
                while place + 1 < bytes.count, !(bytes[place] == UInt8(ascii: "*") && bytes[place + 1] == UInt8(ascii: "/")) {
                    place += 1
                }
                guard place + 1 < bytes.count else {
                    place = start
                    throw error("this comment has no end")
                }
                place += 2
            } else {
                return
            }
        }
    }

    mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        // Bounded, because every level takes a piece of the stack.
        guard depth < Self.deepest else { throw error("nested more than \(Self.deepest) deep") }
        switch current {
        case UInt8(ascii: "{"): return .object(try members(depth: depth))
        case UInt8(ascii: "["): return .array(try elements(depth: depth))
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try string())
        case nil: throw error("the text ends where a value was expected")
        default: return try word()
        }
    }

    mutating func members(depth: Int) throws(JSONSyntaxError) -> [String: JSONValue] {
        place += 1
        var members: [String: JSONValue] = [:]
        while true {
            try blank()
            if current == UInt8(ascii: "}") {
                place += 1
                return members
            }
            let start = place
            let key: String
            if current == UInt8(ascii: "\"") || current == UInt8(ascii: "'") {
                key = try string()
            } else {
                while let byte = current, isIdentifier(byte) { place += 1 }
                guard place > start else { throw error("a key in quotes, or }, was expected") }
                key = String(decoding: bytes[start..<place], as: UTF8.self)
            }
            guard members[key] == nil else {
                place = start
                throw error("the key \(key) stands here for the second time")
            }
            try blank()
            guard current == UInt8(ascii: ":") else { throw error("a colon was expected after the key") }
            place += 1
            try blank()
            members[key] = try value(depth: depth + 1)
            try blank()
            if current == UInt8(ascii: ",") {
                place += 1
            } else if current != UInt8(ascii: "}") {
                throw error("a comma or } was expected")
            }
        }
    }

    mutating func elements(depth: Int) throws(JSONSyntaxError) -> [JSONValue] {
        place += 1
        var elements: [JSONValue] = []
        while true {
            try blank()
            if current == UInt8(ascii: "]") {
                place += 1
                return elements
            }
            elements.append(try value(depth: depth + 1))
            try blank()
            if current == UInt8(ascii: ",") {
                place += 1
            } else if current != UInt8(ascii: "]") {
                throw error("a comma or ] was expected")
            }
        }
    }

    mutating func string() throws(JSONSyntaxError) -> String {
        let start = place
        let quote = current
        place += 1
        var text: [UInt8] = []
        while let byte = current {
            place += 1
            if byte == quote { return String(decoding: text, as: UTF8.self) }
            if byte == UInt8(ascii: "\n") { break }
            if byte == UInt8(ascii: "\\") { try escape(into: &text) } else { text.append(byte) }
        }
        place = start
        throw error("this string has no end on its line")
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10, UInt8(ascii: "v"): 11, UInt8(ascii: "f"): 12,
        UInt8(ascii: "r"): 13, UInt8(ascii: "0"): 0,
    ]

    /// What follows a backslash; a line that ends in one goes on in the next.
    mutating func escape(into text: inout [UInt8]) throws(JSONSyntaxError) {
        guard let byte = current else { return }
        place += 1
        switch byte {
        case UInt8(ascii: "u"):
            var code = try hexadecimal(4)
            // Above U+FFFF a character stands as two: JSON counts in UTF-16.
            if (0xD800..<0xDC00).contains(code), bytes[place...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
                place += 2
                let low = try hexadecimal(4)
                guard (0xDC00..<0xE000).contains(low) else { throw error("half of a character stands alone before this") }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw error("half of a character stands alone before this") }
            text.append(contentsOf: String(scalar).utf8)
        case UInt8(ascii: "x"):
            if let scalar = Unicode.Scalar(try hexadecimal(2)) { text.append(contentsOf: String(scalar).utf8) }
        case UInt8(ascii: "\r"):
            if current == UInt8(ascii: "\n") { place += 1 }
        case UInt8(ascii: "\n"): break
        default: text.append(Self.escapes[byte] ?? byte)
        }
    }

    mutating func hexadecimal(_ digits: Int) throws(JSONSyntaxError) -> UInt32 {
        let text = bytes[place...].prefix(digits)
        guard text.count == digits, let code = UInt32(String(decoding: text, as: UTF8.self), radix: 16),
            text.first != UInt8(ascii: "+")
        else { throw error("\(digits) hexadecimal digits were expected") }
        place += digits
        return code
    }

    mutating func word() throws(JSONSyntaxError) -> JSONValue {
        let start = place
        while let byte = current, isIdentifier(byte) || [UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-")].contains(byte) {
            place += 1
        }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        switch text {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null": return .null
        default: break
        }
        if let number = Double(text), number.isFinite { return .number(text) }
        place = start
        throw error(
            text.isEmpty ? "a value was expected" : "\"\(text)\" is no value; strings stand in quotes"
        )
    }

    func isIdentifier(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}

extension JSONValue {
    /// `text` as a JSON string, quotes included: what ``parse(_:)`` reads again as `text`. What a terminal would act on is escaped.
    public static func quoted(_ text: String) -> String {
        var result = "\""
        for unit in text.unicodeScalars {
            switch unit.properties.generalCategory {
            case _ where unit == "\"" || unit == "\\": result += "\\\(unit)"
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
                for half in String(unit).utf16 { result += "\\u" + RawText.hex(UInt64(half), digits: 4) }
            default: result.unicodeScalars.append(unit)
            }
        }
        return result + "\""
    }
}
