// What a Swift package builds and depends on, by the text of its Package.swift or by what `swift package dump-package` says.

import PreflightInputs

/// Products and dependencies of a package.
struct PackageManifest: Equatable {
    /// What is built.
    struct Product: Equatable {
        var name: String
        /// False for a dynamic library.
        var isExecutable: Bool

        /// The file that it leaves in a build directory.
        var file: String { isExecutable ? name : "lib\(name).so" }
    }

    /// The version behind `swift-tools-version:`.
    var toolsVersion: String?
    /// Executables and dynamic libraries: whatever is loaded. Executables that no product names are products by themselves.
    var products: [Product] = []
    /// The last words of the places that packages come from, in lower case: `swift-nio`.
    var dependencies: [String] = []
    /// A product has a name that is put together when the manifest runs.
    var hasComputedNames = false

    /// Reads the text of a manifest, and runs nothing: what stands between `Package(` and its end as literals.
    init(text: String) {
        toolsVersion = Self.toolsVersion(text)
        let tokens = SwiftTokens(text).tokens
        var named: Set<String> = []
        var executables: [String] = []
        var calls = 0
        for (place, token) in tokens.enumerated() {
            guard case .word(let word) = token, place > 0, tokens[place - 1] == .sign("."), place + 1 < tokens.count,
                tokens[place + 1] == .sign("(")
            else { continue }
            guard calls < Self.mostCalls else { break }
            calls += 1
            let arguments = Self.arguments(tokens[(place + 2)...])
            switch word {
            case "executable", "library":
                let isDynamic = arguments["type"]?.contains(.word("dynamic")) ?? false
                guard word == "executable" || isDynamic else { continue }
                guard let name = arguments["name"].flatMap(Self.literal) else {
                    hasComputedNames = true
                    continue
                }
                products.append(Product(name: name, isExecutable: word == "executable"))
                named.formUnion(arguments["targets"]?.compactMap { if case .literal(let text) = $0 { text } else { nil } } ?? [])
            case "executableTarget":
                if let name = arguments["name"].flatMap(Self.literal) {
                    executables.append(name)
                } else {
                    hasComputedNames = true
                }
            case "package":
                let source = (arguments["url"] ?? arguments["path"] ?? arguments["id"]).flatMap(Self.literal)
                if let source { dependencies.append(Self.identity(source)) }
            default: break
            }
        }
        products += executables.filter { !named.contains($0) }.map { Product(name: $0, isExecutable: true) }
    }

    /// Takes apart what `swift package dump-package` prints; nil where it is something else.
    init?(dump document: JSONValue) {
        guard case .object(let root) = document, case .array(let targets) = root["targets"] else { return nil }
        if case .object(let version) = root["toolsVersion"], case .string(let text) = version["_version"] { toolsVersion = text }
        var named: Set<String> = []
        if case .array(let items) = root["products"] {
            for case .object(let item) in items {
                guard case .string(let name) = item["name"], case .object(let type) = item["type"] else { continue }
                if type["executable"] != nil {
                    products.append(Product(name: name, isExecutable: true))
                    if case .array(let members) = item["targets"] {
                        for case .string(let member) in members { named.insert(member) }
                    }
                } else if case .array(let kinds) = type["library"], kinds.contains(.string("dynamic")) {
                    products.append(Product(name: name, isExecutable: false))
                }
            }
        }
        for case .object(let target) in targets {
            guard target["type"] == .string("executable"), case .string(let name) = target["name"] else { continue }
            if !named.contains(name) { products.append(Product(name: name, isExecutable: true)) }
        }
        if case .array(let items) = root["dependencies"] {
            for case .object(let item) in items {
                for case .array(let sources) in item.values {
                    for case .object(let source) in sources {
                        if case .string(let identity) = source["identity"] { dependencies.append(identity.lowercased()) }
                    }
                }
            }
        }
    }

    private static func toolsVersion(_ text: String) -> String? {
        guard let first = text.split(whereSeparator: \.isNewline).first, first.hasPrefix("//") else { return nil }
        let words = first.dropFirst(2).filter { $0 != " " && $0 != "\t" }
        guard words.lowercased().hasPrefix("swift-tools-version:") else { return nil }
        let version = words.dropFirst(20).prefix { $0.isNumber || $0 == "." }
        return version.isEmpty ? nil : String(version)
    }

    /// `https://github.com/apple/swift-nio.git` to `swift-nio`.
    private static func identity(_ place: String) -> String {
        let last = place.split { $0 == "/" || $0 == ":" }.last.map { $0.lowercased() } ?? ""
        return without(".git", last) ?? last
    }

    // More than a manifest has; in a hostile one calls in calls are not read over and over.
    private static let mostCalls = 2000
    private static let longestCall = 4000

    private static func literal(_ tokens: [SwiftTokens.Token]) -> String? {
        if tokens.count == 1, case .literal(let text) = tokens[0] { text } else { nil }
    }

    /// The arguments of a call by label, from behind its parenthesis to the one that closes it.
    private static func arguments(_ tokens: ArraySlice<SwiftTokens.Token>) -> [String: [SwiftTokens.Token]] {
        var result: [String: [SwiftTokens.Token]] = [:]
        var depth = 0
        var label = ""
        var argument: [SwiftTokens.Token] = []
        for token in tokens.prefix(longestCall) {
            switch token {
            case .sign("("), .sign("["), .sign("{"): depth += 1
            case .sign(")"), .sign("]"), .sign("}"): depth -= 1
            default: break
            }
            if depth < 0 { break }
            if depth == 0, token == .sign(":"), argument.count == 1, case .word(let word) = argument[0] {
                (label, argument) = (word, [])
            } else if depth == 0, token == .sign(",") {
                result[label] = argument
                (label, argument) = ("", [])
            } else {
                argument.append(token)
            }
        }
        result[label] = argument
        return result
    }
}

/// The words, signs and string literals of Swift source; comments are left out.
struct SwiftTokens {
    enum Token: Equatable {
        case word(String)
        case sign(Character)
        /// The text of a literal without interpolation.
        case literal(String)
        /// A literal that is put together when it runs.
        case computed
    }

    private(set) var tokens: [Token] = []

    init(_ text: String) {
        let bytes = Array(text.utf8)
        var place = 0
        func at(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "/"), at(place + 1) == UInt8(ascii: "/") {
                while place < bytes.count, bytes[place] != 10 { place += 1 }
            } else if byte == UInt8(ascii: "/"), at(place + 1) == UInt8(ascii: "*") {
                var depth = 0
                repeat {
                    if at(place) == UInt8(ascii: "/"), at(place + 1) == UInt8(ascii: "*") {
                        (depth, place) = (depth + 1, place + 2)
                    } else if at(place) == UInt8(ascii: "*"), at(place + 1) == UInt8(ascii: "/") {
                        (depth, place) = (depth - 1, place + 2)
                    } else {
                        place += 1
                    }
                } while depth > 0 && place < bytes.count
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "#") && Self.isQuote(bytes, place) {
                tokens.append(Self.string(bytes, &place))
            } else if Self.isLetter(byte) {
                let start = place
                while place < bytes.count, Self.isLetter(bytes[place]) || (0x30...0x39).contains(bytes[place]) { place += 1 }
                tokens.append(.word(String(decoding: bytes[start..<place], as: UTF8.self)))
            } else {
                if byte > 0x20 { tokens.append(.sign(Character(Unicode.Scalar(byte)))) }
                place += 1
            }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "_") || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func isQuote(_ bytes: [UInt8], _ place: Int) -> Bool {
        // Nobody writes more, and a line of number signs is not to be read over and over.
        bytes[place...].prefix(17).first { $0 != UInt8(ascii: "#") } == UInt8(ascii: "\"")
    }

    /// The literal at `place`, which goes behind it. One with escapes that matter, or that does not end, counts as computed.
    private static func string(_ bytes: [UInt8], _ place: inout Int) -> Token {
        let quote = UInt8(ascii: "\"")
        let fence = bytes[place...].prefix { $0 == UInt8(ascii: "#") }.count
        place += fence
        let width = bytes[place...].starts(with: [quote, quote, quote]) ? 3 : 1
        place += width
        let end = [UInt8](repeating: quote, count: width) + [UInt8](repeating: UInt8(ascii: "#"), count: fence)
        let start = place
        var isPlain = width == 1
        while place < bytes.count, !bytes[place...].starts(with: end) {
            if width == 1, bytes[place] == 10 { return .computed }
            if bytes[place] == UInt8(ascii: "\\"), fence == 0 {
                isPlain = false
                place += 1
            } else if bytes[place] == UInt8(ascii: "\\"), fence > 0 {
                isPlain = false
            }
            place += 1
        }
        place = min(place, bytes.count)
        let content = bytes[start..<place]
        place = min(place + end.count, bytes.count)
        return isPlain ? .literal(String(decoding: content, as: UTF8.self)) : .computed
    }
}
