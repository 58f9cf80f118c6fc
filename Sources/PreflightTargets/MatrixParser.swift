// Reads the matrix text (Matrix.swift documents the format). The text is ours and checked by tests and by its generator;
// here a line that cannot be understood is an error with its number, nothing more.

public import PreflightLoader

/// A marker node with the glibc releases that have it.
struct Marker: Sendable {
    /// Present in every glibc from this release on.
    var since: Version
    /// Present in some builds from this release on (backports); nil where nobody backported it.
    var perhaps: Version?
    /// The only architectures that have it; empty for all.
    var architectures: [String]
}

/// What is known of Linux releases.
public struct Matrix: Sendable {
    /// The day of the data.
    public internal(set) var asOf: Day
    /// All targets; those of one line stand in order of age.
    public internal(set) var targets: [Target] = []
    /// Release days of glibc.
    public internal(set) var glibcReleases: [(version: Version, released: Day)] = []
    /// GCC releases with the newest GLIBCXX and CXXABI of their libstdc++.
    public internal(set) var gccReleases: [(gcc: Version, glibcxx: Version, cxxabi: Version)] = []

    var markers: [String: Marker] = [:]
    var loaders: [String: (soname: String, kernel: Version?)] = [:]
    var packages: [String: [String: String]] = [:]
    /// Node names of each set, still as text.
    var sets: [Int: Substring] = [:]
    /// Target numbers by id, and by alias in lower case.
    var index: [String: Int] = [:]

    /// The matrix that is built in.
    public static let builtIn: Matrix = {
        do {
            return try Matrix(text: matrixText.description)
        } catch {
            fatalError("the built-in matrix is broken: \(error)")
        }
    }()

    /// An error in a matrix text, with the line.
    public struct ParseError: Error, CustomStringConvertible {
        /// The line, from 1.
        public var line: Int
        /// What is wrong with it.
        public var message: String
        /// Text for people.
        public var description: String { "line \(line): \(message)" }
    }

    /// Parses `text`.
    ///
    /// - Throws: ``ParseError``.
    public init(text: String) throws(ParseError) {
        asOf = Day("1970-01-01")!  // swift-format-ignore: NeverForceUnwrap
        var number = 0
        var current: Target?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            guard let first = line.utf8.first, first != UInt8(ascii: "#") else { continue }
            func failure(_ message: String) -> ParseError { ParseError(line: number, message: message) }
            if first == UInt8(ascii: " ") {
                guard var target = current else { throw failure("an attribute without a target") }
                current = nil
                let words = line.split(separator: " ")
                guard let key = words.first else { continue }
                guard Self.attribute(key, words.dropFirst(), line, &target) else {
                    throw failure("cannot be understood: \(line)")
                }
                current = target
            } else {
                if let target = current { add(target) }
                current = nil
                let words = line.split(separator: " ", maxSplits: 2)
                if words[0] == "target", words.count == 2 {
                    current = Target(id: String(words[1]))
                } else {
                    guard record(words, line) else { throw failure("cannot be understood: \(line)") }
                }
            }
        }
        if let target = current { add(target) }
    }

    private mutating func add(_ target: Target) {
        let number = targets.count
        targets.append(target)
        index[target.id.lowercased()] = number
        for alias in target.aliases { index[alias.lowercased()] = number }
    }

    private mutating func record(_ head: [Substring], _ line: Substring) -> Bool {
        let words = line.split(separator: " ")
        switch head[0] {
        case "preflight-matrix": return words.count == 2 && words[1] == "1"
        case "as-of":
            guard words.count == 2, let day = Day(words[1]) else { return false }
            asOf = day
        case "glibc":
            guard words.count == 3, let version = Version(words[1]), let day = Day(words[2]) else { return false }
            glibcReleases.append((version, day))
        case "gcc":
            guard words.count == 4, let gcc = Version(words[1]), let glibcxx = Version(words[2]),
                let cxxabi = Version(words[3])
            else { return false }
            gccReleases.append((gcc, glibcxx, cxxabi))
        case "marker":
            guard words.count >= 4, words[2] == "since", let since = Version(words[3]) else { return false }
            var marker = Marker(since: since, perhaps: nil, architectures: [])
            if let place = words.firstIndex(of: "maybe"), place + 1 < words.count { marker.perhaps = Version(words[place + 1]) }
            if let place = words.firstIndex(of: "arches") { marker.architectures = words[(place + 1)...].map(String.init) }
            markers[String(words[1])] = marker
        case "loader":
            guard words.count == 4 else { return false }
            loaders[String(words[1])] = (String(words[2]), Version(words[3]))
        case "package":
            guard words.count == 4 else { return false }
            packages[String(words[1]), default: [:]][String(words[2])] = String(words[3])
        case "set":
            guard head.count == 3, let number = Int(head[1]) else { return false }
            sets[number] = head[2]
        default: return false
        }
        return true
    }

    private static func attribute(
        _ key: Substring, _ words: ArraySlice<Substring>, _ line: Substring, _ target: inout Target
    ) -> Bool {
        let words = Array(words)
        /// Everything behind the key.
        var rest: String { String(line.drop { $0 == " " }.dropFirst(key.count).drop { $0 == " " }) }
        switch key {
        case "name": target.name = rest
        case "line": target.line = rest
        case "aliases": target.aliases = words.map(String.init)
        case "libc":
            guard words.count == 2, let version = Version(words[1]) else { return false }
            target.libC = words[0] == "musl" ? .musl(version) : .glibc(version)
        case "installer": target.installer = rest == "none" ? nil : rest
        case "released":
            target.released = Day(rest)
            return target.released != nil
        case "eol":
            target.endOfLife = Day(rest)
            return target.endOfLife != nil
        case "extended":
            target.extendedEnd = Day(rest)
            return target.extendedEnd != nil
        case "kernel":
            target.kernel = Version(rest)
            return target.kernel != nil
        case "cpu":
            guard words.count == 2 else { return false }
            target.cpu[String(words[0])] = String(words[1])
        case "arches": target.architectures = words.map(String.init)
        case "swift":
            guard words.count >= 2 else { return false }
            target.swift = SwiftToolchains(
                first: String(words[0]), last: String(words[1]), architectures: words.dropFirst(2).map(String.init)
            )
        case "image": target.image = rest
        case "manylinux": target.manylinux = rest
        case "rolling": target.isRolling = true
        case "lts": target.isLTS = true
        case "note": target.notes.append(rest)
        case "source": break  // for the reader of the matrix
        case "base":
            guard words.count == 2, let evidence = Evidence(rawValue: String(words[1])) else { return false }
            target.base = (String(words[0]), evidence)
        case "adds":
            guard words.count == 3, let set = Int(words[1]), let evidence = Evidence(rawValue: String(words[2])) else {
                return false
            }
            target.additions.append((String(words[0]), set, evidence))
        case "soname":
            guard words.count == 1 || words.count == 2 else { return false }
            target.sonames[String(words[0])] = .some(words.count == 2 ? String(words[1]) : nil)
        case "row":
            guard let (evidence, sets) = numbers(words) else { return false }
            target.rows[String(words[0])] = LibraryRow(evidence: evidence, sets: sets)
        case "union":
            guard let (evidence, sets) = numbers(words) else { return false }
            target.unions[String(words[0])] = UnionRow(evidence: evidence, sets: sets)
        case "upto":
            guard words.count > 2, let evidence = Evidence(rawValue: String(words[1])) else { return false }
            var row = EndsRow(evidence: evidence, ranges: [:], named: nil)
            for word in words.dropFirst(2) {
                let parts = word.split(separator: "=", maxSplits: 1)
                guard parts.count == 2 else { return false }
                if parts[0] == "named" {
                    row.named = Int(parts[1])
                } else {
                    let ends = parts[1].split(separator: ".", omittingEmptySubsequences: false)
                    guard let gap = ends.firstIndex(of: ""),
                        let low = Version(ends[..<gap].joined(separator: ".")),
                        let high = Version(ends[(gap + 1)...].joined(separator: ".")), low <= high
                    else { return false }
                    row.ranges[String(parts[0])] = low...high
                }
            }
            target.ends[String(words[0])] = row
        default: return false
        }
        return true
    }

    /// `x86_64 package libc.so.6=1 libm.so.6=2`.
    private static func numbers(_ words: [Substring]) -> (Evidence, [String: Int])? {
        guard words.count > 2, let evidence = Evidence(rawValue: String(words[1])) else { return nil }
        var sets: [String: Int] = [:]
        for word in words.dropFirst(2) {
            guard let equals = word.lastIndex(of: "="), let number = Int(word[word.index(after: equals)...]) else { return nil }
            sets[String(word[..<equals])] = number
        }
        return (evidence, sets)
    }

    /// The node names of set `number`.
    func nodes(_ number: Int) -> [String] {
        var nodes: [String] = []
        var prefix = ""
        for word in (sets[number] ?? "").split(separator: " ") {
            if word.utf8.last == UInt8(ascii: ":") {
                prefix = word.dropLast() + "_"
            } else if word.utf8.first == UInt8(ascii: "=") {
                nodes.append(String(word.dropFirst()))
            } else {
                nodes.append(prefix + word)
            }
        }
        return nodes
    }
}
