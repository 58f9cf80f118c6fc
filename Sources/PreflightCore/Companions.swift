// Libraries that come along with an object: found where its own `$ORIGIN` entries point to, and read, because a name alone
// proves nothing (a directory, another architecture, an old copy).

import PreflightELF
import PreflightLoader

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A library beside an object.
struct Companion {
    /// The name that the object needs it by.
    var name: String
    /// What it says, with its definitions.
    var object: Object

    /// The nodes that `user` needs from it and that it does not define.
    func unmet(needs user: Object) -> [Reason] {
        let defined = Set(object.definitions.map(\.name))
        // Without any definition the loader takes every version, with a warning.
        guard !defined.isEmpty else { return [] }
        var reasons: [Reason] = []
        for need in user.needs where need.library == name {
            for node in need.nodes where !defined.contains(node.name) && !node.isWeak {
                reasons.append(
                    Reason(
                        .nodeMissing, .failsAtLoad, library: name, node: node.name,
                        "needs \(node.name), which the \(name) that lies beside it does not define",
                        remedy: "bundle a newer \(name), or none", evidence: "file"
                    )
                )
            }
        }
        return reasons
    }
}

/// Finds companions.
enum Companions {
    /// Libraries times directories of one object: nobody has more, and a file that says so is not worth the time.
    private static let mostLooks = 10_000
    private static let mostEntries = 256

    /// The libraries that `object`, read from `path`, needs and that its `$ORIGIN` entries find.
    ///
    /// Absolute entries do not count: that directory is this machine's, not the target's.
    static func find(_ object: Object, path: String, _ buffers: ReadBuffers) -> [Companion] {
        guard object.isDynamic, object.searchPath.contains(where: { $0.utf8.contains(UInt8(ascii: "$")) }) else { return [] }
        // A program's origin is where its file really is; a library's is where it was found.
        let origin = directory(of: object.kind == .executable ? realPath(path) : path)
        let places = object.searchPath.prefix(mostEntries).flatMap { expand($0, origin: origin, object.machine) }
        var found: [Companion] = []
        var looks = 0
        for name in object.needed where !name.utf8.contains(UInt8(ascii: "/")) {
            for place in places {
                guard looks < mostLooks else { return found }
                looks += 1
                if let other = read("\(place)/\(name)", like: object.machine, buffers) {
                    found.append(Companion(name: name, object: other))
                    break
                }
            }
        }
        return found
    }

    /// A library of the same machine; the loader skips others, and so do we.
    private static func read(_ path: String, like machine: Machine, _ buffers: ReadBuffers) -> Object? {
        guard RawText.withPath(path, { access($0, R_OK) }) == 0 else { return nil }
        guard var file = try? ObjectFile(path: path, buffers: buffers), file.object.kind == .shared,
            file.object.machine == machine
        else { return nil }
        try? file.read([.definitions, .notes])
        return file.object
    }

    /// The directories that one entry means; none where it has no `$ORIGIN`.
    ///
    /// `$LIB` is lib64 or lib by the distribution, so it means both and Debian's directory.
    static func expand(_ entry: String, origin: String, _ machine: Machine) -> [String] {
        var results = [""]
        var hasOrigin = false
        var rest = Array(entry.utf8)[...]
        func append(_ choices: [String]) { results = results.flatMap { head in choices.map { head + $0 } } }
        while let byte = rest.first {
            if byte == UInt8(ascii: "$"), let (token, length) = token(rest) {
                rest = rest.dropFirst(length)
                switch token {
                case "ORIGIN":
                    hasOrigin = true
                    append([origin])
                case "LIB": append(["lib64", "lib", "lib/\(machine.name)-linux-gnu"])
                default: append([machine.name])
                }
            } else {
                let plain = rest.prefix { $0 != UInt8(ascii: "$") }
                let text = plain.isEmpty ? "$" : String(decoding: plain, as: UTF8.self)
                append([text])
                rest = rest.dropFirst(max(1, plain.count))
            }
        }
        return hasOrigin ? results : []
    }

    /// `$ORIGIN` or `${ORIGIN}`, and likewise LIB and PLATFORM, at the start of `text`; a longer name is no token.
    private static func token(_ text: ArraySlice<UInt8>) -> (name: String, length: Int)? {
        for name in ["ORIGIN", "LIB", "PLATFORM"] {
            if text.starts(with: Array("${\(name)}".utf8)) { return (name, name.utf8.count + 3) }
            guard text.starts(with: Array("$\(name)".utf8)) else { continue }
            let next = text.dropFirst(name.utf8.count + 1).first ?? UInt8(ascii: "/")
            let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next | 0x20) || next == UInt8(ascii: "_")
            if !isLetter, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) { return (name, name.utf8.count + 1) }
        }
        return nil
    }
}
