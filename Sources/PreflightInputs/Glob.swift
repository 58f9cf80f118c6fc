// Shell patterns over paths, by the C library's own fnmatch.

import PreflightELF

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A shell pattern: `*` and `?` stop at slashes, `**` does not. A pattern without a slash is matched with the last part
/// of a path.
public struct Glob: Sendable, Equatable {
    /// The pattern as it was written.
    public var pattern: String

    /// The pattern `pattern`; every text is one.
    public init(_ pattern: String) { self.pattern = pattern.hasPrefix("./") ? String(pattern.dropFirst(2)) : pattern }

    /// Whether a directory above `path` is meant.
    public func matchesDirectory(above path: String) -> Bool {
        var rest = path[...]
        while let slash = rest.lastIndex(of: "/") {
            rest = rest[..<slash]
            if !rest.isEmpty, matches(String(rest)) { return true }
        }
        return false
    }

    /// Whether `path` itself is meant.
    public func matches(_ path: String) -> Bool {
        var path = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
        while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
        guard pattern.utf8.contains(UInt8(ascii: "/")) else {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            return Self.matches(pattern, name, crossesSlash: true)
        }
        if Self.matches(pattern, path, crossesSlash: pattern.contains("**")) { return true }
        // A relative pattern may start at any directory of the path.
        guard pattern.utf8.first != UInt8(ascii: "/") else { return false }
        var rest = path[...]
        while let slash = rest.firstIndex(of: "/") {
            rest = rest[rest.index(after: slash)...]
            if Self.matches(pattern, String(rest), crossesSlash: pattern.contains("**")) { return true }
        }
        return false
    }

    private static func matches(_ pattern: String, _ text: String, crossesSlash: Bool) -> Bool {
        RawText.withPath(pattern) { glob in
            RawText.withPath(text) { fnmatch(glob, $0, crossesSlash ? 0 : FNM_PATHNAME) == 0 }
        }
    }
}
