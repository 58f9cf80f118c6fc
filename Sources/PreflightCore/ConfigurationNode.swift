// A value of a configuration with its key path, so that every error names the place and what was expected there.

import PreflightELF
import PreflightInputs
import PreflightTargets

/// A value with its key path, for errors that name it.
struct Node {
    let value: JSONValue
    let path: String

    init(_ value: JSONValue, _ path: String) {
        self.value = value
        self.path = path
    }

    func expected(_ what: String) -> ConfigurationError {
        ConfigurationError(description: "\(path): expected \(what), not \(value.sort)")
    }

    func members(_ known: [String]) throws(ConfigurationError) -> [String: Node] {
        guard case .object(let object) = value else { throw expected("an object") }
        var members: [String: Node] = [:]
        for key in object.keys.sorted() {
            let place = path == "the document" ? key : "\(path).\(key)"
            guard known.contains(key) else {
                let near = nearest(to: key, among: known)
                let hint = near.isEmpty ? "known are \(known.joined(separator: ", "))" : "did you mean \(near[0])?"
                throw ConfigurationError(description: "\(RawText.visible(place)): unknown key; \(hint)")
            }
            members[key] = object[key].map { Node($0, place) }
        }
        return members
    }

    func items() throws(ConfigurationError) -> [Node] {
        guard case .array(let array) = value else { throw expected("a list") }
        return array.enumerated().map { Node($1, "\(path)[\($0)]") }
    }

    func string() throws(ConfigurationError) -> String {
        guard case .string(let text) = value else { throw expected("a string") }
        return text
    }

    func strings() throws(ConfigurationError) -> [String] {
        var strings: [String] = []
        for item in try items() { strings.append(try item.string()) }
        return strings
    }

    func day() throws(ConfigurationError) -> Day {
        let text = try string()
        guard let day = Day(text) else {
            throw ConfigurationError(description: "\(path): \"\(RawText.visible(text))\" is no day; write YYYY-MM-DD")
        }
        return day
    }

    func word(_ names: [String]) throws(ConfigurationError) -> String {
        let text = try string()
        if names.contains(text) { return text }
        let near = nearest(to: text, among: names)
        let hint = near.isEmpty ? "one of \(names.joined(separator: ", ")) was expected" : "did you mean \(near[0])?"
        throw ConfigurationError(description: "\(path): \"\(RawText.visible(text))\" is unknown; \(hint)")
    }

    func word<Word: RawRepresentable>(_ words: [Word]) throws(ConfigurationError) -> Word where Word.RawValue == String {
        let text = try word(words.map(\.rawValue))
        guard let word = words.first(where: { $0.rawValue == text }) else { throw expected("a known word") }
        return word
    }
}
