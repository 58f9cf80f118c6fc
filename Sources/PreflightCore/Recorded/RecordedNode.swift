// Values of a report that is read back. A report of a newer version may say more: keys that are not known are passed over.

import PreflightELF
import PreflightInputs
import PreflightTargets

/// A value of a report with its key path, for errors that name it.
struct RecordedNode {
    let value: JSONValue
    let path: String

    init(_ value: JSONValue, _ path: String) {
        self.value = value
        self.path = path
    }

    func expected(_ what: String) -> RecordedError { RecordedError("\(path): expected \(what), not \(value.sort)") }

    /// The member `name`; an error where it is missing.
    subscript(name: String) -> RecordedNode {
        get throws(RecordedError) {
            guard let node = try optional(name) else { throw RecordedError("\(path): \(name) is missing") }
            return node
        }
    }

    /// The member `name`; nil where it is missing or null.
    func optional(_ name: String) throws(RecordedError) -> RecordedNode? {
        guard case .object(let members) = value else { throw expected("an object") }
        guard let member = members[name], member != .null else { return nil }
        return RecordedNode(member, path.isEmpty ? name : "\(path).\(name)")
    }

    func items() throws(RecordedError) -> [RecordedNode] {
        guard case .array(let list) = value else { throw expected("a list") }
        return list.enumerated().map { RecordedNode($1, "\(path)[\($0)]") }
    }

    func string() throws(RecordedError) -> String {
        guard case .string(let text) = value else { throw expected("a string") }
        return Self.raw(text)
    }

    func string(_ name: String) throws(RecordedError) -> String { try self[name].string() }

    func optionalString(_ name: String) throws(RecordedError) -> String? { try optional(name)?.string() }

    func strings(_ name: String) throws(RecordedError) -> [String] {
        guard let list = try optional(name) else { return [] }
        var strings: [String] = []
        for item in try list.items() { strings.append(try item.string()) }
        return strings
    }

    func list(_ name: String) throws(RecordedError) -> [RecordedNode] { try optional(name)?.items() ?? [] }

    func bool(_ name: String) throws(RecordedError) -> Bool {
        guard let node = try optional(name) else { return false }
        guard case .bool(let value) = node.value else { throw node.expected("true or false") }
        return value
    }

    func int(_ name: String) throws(RecordedError) -> Int {
        guard let node = try optional(name) else { return 0 }
        guard case .number(let digits) = node.value, let number = Int(digits), number >= 0 else {
            throw node.expected("a whole number")
        }
        return number
    }

    func day(_ name: String) throws(RecordedError) -> Day? {
        guard let node = try optional(name) else { return nil }
        guard let day = Day(try node.string()) else { throw node.expected("a day") }
        return day
    }

    func word<Word: RawRepresentable>(_ name: String, _ type: Word.Type) throws(RecordedError) -> Word
    where Word.RawValue == String {
        let node = try self[name]
        let text = try node.string()
        guard let word = Word(rawValue: text) else {
            throw RecordedError("\(node.path): \"\(RawText.visible(text))\" is not known to this version of preflight")
        }
        return word
    }

    /// Undoes how reports write bytes that are no UTF-8: `\xNN` with NN from 80 on.
    private static func raw(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var place = 0
        while place < bytes.count {
            if place + 3 < bytes.count, bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "x"),
                let byte = UInt8(String(decoding: bytes[place + 2..<place + 4], as: UTF8.self), radix: 16), byte >= 0x80
            {
                result.append(byte)
                place += 4
            } else {
                result.append(bytes[place])
                place += 1
            }
        }
        return result.withUnsafeBytes { RawText.string($0) }
    }
}

/// Why a file is no report: one sentence with the key path.
struct RecordedError: Error {
    var description: String

    init(_ description: String) { self.description = description }
}
