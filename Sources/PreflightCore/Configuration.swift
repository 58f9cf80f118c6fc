// `.preflight.json`: read strictly, so that a misspelt key is an error and not a gate that is silently open.

import PreflightELF
public import PreflightInputs
import PreflightLoader
public import PreflightTargets

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What a `.preflight.json` says; nil and empty where it says nothing.
public struct Configuration: Sendable, Equatable {
    /// Target names, groups and exclusions.
    public var targets: [String] = []
    /// The day that `supported` and `lts` refer to.
    public var asOf: Day?
    /// Products that the SwiftPM plugin builds.
    public var products: [String] = []
    /// Files and directories to check when the command line names none, relative to the configuration file.
    public var paths: [String] = []
    /// Patterns of what is left out.
    public var exclude: [String] = []
    /// Assumptions.
    public var assume: [Assumption] = []
    /// The least finding that fails.
    public var failOn: FailOn?
    /// What an unknown does.
    public var onUnknown: OnUnknown?
    /// Waivers.
    public var waivers: [Waiver] = []

    /// A configuration that says nothing.
    public init() {}

    /// The name that is looked for.
    public static let fileName = ".preflight.json"
}

/// A configuration that cannot be used: one sentence with file, place and what was expected.
public struct ConfigurationError: Error, Equatable, CustomStringConvertible, Sendable {
    /// The sentence.
    public var description: String
}

extension Configuration {
    /// Reads the file at `path`.
    ///
    /// - Throws: ``ConfigurationError``.
    public init(path: String) throws(ConfigurationError) {
        func failure(_ message: String) -> ConfigurationError {
            ConfigurationError(description: "\(RawText.visible(path)): \(message)")
        }
        let descriptor = RawText.withPath(path) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        guard descriptor >= 0 else { throw failure("cannot be read: \(String(cString: strerror(errno)))") }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65536)
        while true {
            let got = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw failure("cannot be read: \(String(cString: strerror(errno)))") }
            if got == 0 { break }
            bytes += piece.prefix(got)
            guard bytes.count <= 1 << 20 else { throw failure("is larger than 1 MiB, which no configuration is") }
        }
        let document: JSONValue
        do throws(JSONSyntaxError) {
            document = try JSONValue.parse(bytes)
        } catch {
            throw failure(error.description)
        }
        do throws(ConfigurationError) {
            try self.init(document)
        } catch {
            throw failure(error.description)
        }
        if let slash = path.lastIndex(of: "/") {
            let directory = path[...slash]
            paths = paths.map { $0.hasPrefix("/") ? $0 : directory + $0 }
        }
    }

    /// Takes a parsed document apart.
    ///
    /// - Throws: ``ConfigurationError`` with the key path.
    public init(_ document: JSONValue) throws(ConfigurationError) {
        let root = try Node(document, "the document").members(Self.keys)
        targets = try root["targets"]?.strings() ?? []
        asOf = try root["asOf"]?.day()
        products = try root["products"]?.strings() ?? []
        paths = try root["paths"]?.strings() ?? []
        exclude = try root["exclude"]?.strings() ?? []
        failOn = try root["failOn"]?.word(FailOn.allCases)
        onUnknown = try root["onUnknown"]?.word(OnUnknown.allCases)
        for item in try root["assume"]?.items() ?? [] { assume.append(try item.word(Assumption.allCases)) }
        for item in try root["waivers"]?.items() ?? [] { waivers.append(try Self.waiver(item)) }
        // A schema reference helps editors and means nothing here.
        _ = try root["$schema"]?.string()
    }

    private static let keys = [
        "$schema", "targets", "asOf", "products", "paths", "exclude", "assume", "failOn", "onUnknown", "waivers",
    ]
    private static let waiverKeys = ["path", "targets", "rule", "library", "node", "reason", "expires"]

    private static func waiver(_ item: Node) throws(ConfigurationError) -> Waiver {
        let members = try item.members(waiverKeys)
        guard let reason = members["reason"] else {
            throw ConfigurationError(description: "\(item.path): a waiver needs a \"reason\"")
        }
        var targets: Set<String> = []
        for target in try members["targets"]?.items() ?? [] {
            let name = try target.string()
            guard let known = Matrix.builtIn.target(named: name) else {
                throw ConfigurationError(description: "\(target.path): there is no target \"\(RawText.visible(name))\"")
            }
            targets.insert(known.id)
        }
        return Waiver(
            path: try members["path"].map { (node) throws(ConfigurationError) in Glob(try node.string()) },
            targets: targets,
            rule: try members["rule"]?.word(Rule.allCases),
            library: try members["library"]?.string(),
            node: try members["node"]?.string(),
            reason: try reason.string(),
            expires: try members["expires"]?.day()
        )
    }
}

/// A value with its key path, for errors that name it.
private struct Node {
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

    func word<Word: RawRepresentable>(_ words: [Word]) throws(ConfigurationError) -> Word where Word.RawValue == String {
        let text = try string()
        if let word = words.first(where: { $0.rawValue == text }) { return word }
        let names = words.map(\.rawValue)
        let near = nearest(to: text, among: names)
        let hint = near.isEmpty ? "one of \(names.joined(separator: ", ")) was expected" : "did you mean \(near[0])?"
        throw ConfigurationError(description: "\(path): \"\(RawText.visible(text))\" is unknown; \(hint)")
    }
}
