// $ORIGIN, $LIB and $PLATFORM in search paths (elf/dl-load.c, _dl_dst_substitute).

/// What the tokens stand for.
public struct Tokens: Sendable {
    /// The directory of the object; nil where it is not known, and then an entry with `$ORIGIN` means nothing.
    public var origin: String?
    /// What `$LIB` can mean: one word where the loader is known, more where it is not.
    public var lib: [String]
    /// AT_PLATFORM.
    public var platform: String

    /// Tokens with these meanings.
    public init(origin: String?, lib: [String], platform: String) {
        self.origin = origin
        self.lib = lib
        self.platform = platform
    }

    /// The directories that one entry means, and whether `$ORIGIN` is among its tokens; none where a token has no meaning.
    public func expand(_ entry: String) -> (directories: [String], hasOrigin: Bool) {
        guard entry.utf8.contains(UInt8(ascii: "$")) else { return ([entry], false) }
        var results = [""]
        var hasOrigin = false
        var rest = Substring(entry)
        func append(_ choices: [String]) { results = results.flatMap { head in choices.map { head + $0 } } }
        while let first = rest.first {
            if first == "$", let (token, length) = Self.token(rest) {
                rest = rest.dropFirst(length)
                switch token {
                case "ORIGIN":
                    hasOrigin = true
                    append(origin.map { [$0] } ?? [])
                case "LIB": append(lib)
                default: append([platform])
                }
            } else {
                let plain = rest.dropFirst().prefix { $0 != "$" }
                append([String(first) + plain])
                rest = rest.dropFirst(1 + plain.count)
            }
            // An entry of nothing but tokens must not multiply into thousands.
            if results.count > 64 { return ([], hasOrigin) }
        }
        return (results, hasOrigin)
    }

    /// `$ORIGIN` or `${ORIGIN}`, and likewise LIB and PLATFORM, at the start of `text`; a longer name is no token.
    private static func token(_ text: Substring) -> (name: String, length: Int)? {
        for name in ["ORIGIN", "LIB", "PLATFORM"] {
            if text.hasPrefix("${\(name)}") { return (name, name.count + 3) }
            guard text.hasPrefix("$\(name)") else { continue }
            let next = text.dropFirst(name.count + 1).first
            if next.map({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }) != true { return (name, name.count + 1) }
        }
        return nil
    }
}
