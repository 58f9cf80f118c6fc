// JSON with comments as a plain tree, with errors that say where: JSONDecoder alone says only "not valid JSON".

import FoundationEssentials

/// A JSON document without its text.
public indirect enum JSONValue: Decodable, Equatable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// Decodes whatever comes.
    public init(from decoder: any Decoder) throws {
        if let keyed = try? decoder.container(keyedBy: AnyKey.self) {
            var object: [String: JSONValue] = [:]
            for key in keyed.allKeys { object[key.stringValue] = try keyed.decode(JSONValue.self, forKey: key) }
            self = .object(object)
        } else if var list = try? decoder.unkeyedContainer() {
            var array: [JSONValue] = []
            while !list.isAtEnd { array.append(try list.decode(JSONValue.self)) }
            self = .array(array)
        } else {
            let single = try decoder.singleValueContainer()
            if single.decodeNil() {
                self = .null
            } else if let value = try? single.decode(Bool.self) {
                self = .bool(value)
            } else if let value = try? single.decode(Double.self) {
                self = .number(value)
            } else {
                self = .string(try single.decode(String.self))
            }
        }
    }

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

    private struct AnyKey: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// Parses JSON5: comments, trailing commas, single quotes and bare keys are allowed.
    ///
    /// - Throws: ``JSONSyntaxError`` with line and column.
    public static func parse(_ bytes: [UInt8]) throws(JSONSyntaxError) -> JSONValue {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw JSONSyntaxError(bytes: bytes, place: 0, message: "the text is not UTF-8")
        }
        var scanner = SyntaxScanner(bytes: bytes)
        // The scanner goes first: it also bounds the depth, which the decoder does by crashing its stack.
        try scanner.document()
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        do {
            return try decoder.decode(JSONValue.self, from: Data(bytes))
        } catch {
            throw JSONSyntaxError(bytes: bytes, place: 0, message: "the text is no JSON")
        }
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

/// Finds the first place where a text is not JSON5; it builds nothing.
private struct SyntaxScanner {
    let bytes: [UInt8]
    var place = 0

    /// Deeper nesting no configuration has.
    static let deepest = 64

    func error(_ message: String) -> JSONSyntaxError {
        JSONSyntaxError(bytes: bytes, place: min(place, bytes.count), message: message)
    }

    var current: UInt8? { place < bytes.count ? bytes[place] : nil }

    mutating func document() throws(JSONSyntaxError) {
        // A byte order mark is no part of the text.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
        try blank()
        guard current != nil else { throw error("the text is empty; an object { … } was expected") }
        try value(depth: 0)
        try blank()
        guard current == nil else { throw error("the document ends here, but more follows") }
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

    mutating func value(depth: Int) throws(JSONSyntaxError) {
        guard depth < Self.deepest else { throw error("nested more than \(Self.deepest) deep") }
        switch current {
        case UInt8(ascii: "{"): try members(depth: depth)
        case UInt8(ascii: "["): try elements(depth: depth)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): try string()
        case nil: throw error("the text ends where a value was expected")
        default: try word()
        }
    }

    mutating func members(depth: Int) throws(JSONSyntaxError) {
        place += 1
        var keys: Set<[UInt8]> = []
        while true {
            try blank()
            if current == UInt8(ascii: "}") {
                place += 1
                return
            }
            let start = place
            if current == UInt8(ascii: "\"") || current == UInt8(ascii: "'") {
                try string()
            } else {
                while let byte = current, isIdentifier(byte) { place += 1 }
                guard place > start else { throw error("a key in quotes, or }, was expected") }
            }
            let key = bytes[start..<place].filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
            guard keys.insert(Array(key)).inserted else {
                place = start
                throw error("the key \(String(decoding: key, as: UTF8.self)) stands here for the second time")
            }
            try blank()
            guard current == UInt8(ascii: ":") else { throw error("a colon was expected after the key") }
            place += 1
            try blank()
            try value(depth: depth + 1)
            try blank()
            if current == UInt8(ascii: ",") {
                place += 1
            } else if current != UInt8(ascii: "}") {
                throw error("a comma or } was expected")
            }
        }
    }

    mutating func elements(depth: Int) throws(JSONSyntaxError) {
        place += 1
        while true {
            try blank()
            if current == UInt8(ascii: "]") {
                place += 1
                return
            }
            try value(depth: depth + 1)
            try blank()
            if current == UInt8(ascii: ",") {
                place += 1
            } else if current != UInt8(ascii: "]") {
                throw error("a comma or ] was expected")
            }
        }
    }

    mutating func string() throws(JSONSyntaxError) {
        let start = place
        let quote = current
        place += 1
        while let byte = current {
            if byte == quote {
                place += 1
                return
            }
            if byte == UInt8(ascii: "\n") { break }
            place += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        place = start
        throw error("this string has no end on its line")
    }

    mutating func word() throws(JSONSyntaxError) {
        let start = place
        while let byte = current, isIdentifier(byte) || [UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-")].contains(byte) {
            place += 1
        }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        if ["true", "false", "null"].contains(text) || Double(text) != nil { return }
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
