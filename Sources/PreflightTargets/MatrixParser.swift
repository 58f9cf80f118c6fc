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
    /// PT_INTERP of each architecture's programs.
    var interpreters: [String: String] = [:]
    /// Stems of sonames that were looked for on every release.
    var searched: Set<String> = []
    var packages: [String: [String: String]] = [:]
    /// Node names of each set, still as text: a run asks for few of them.
    var sets: [Int: Word] = [:]
    /// Target numbers by id, and by alias in lower case.
    var index: [String: Int] = [:]

    /// The matrix that is built in.
    public static let builtIn: Matrix = {
        do {
            return try Matrix(bytes: Array(UnsafeBufferPointer(start: matrixText.utf8Start, count: matrixText.utf8CodeUnitCount)))
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

    /// A stretch of the text. All parsing is on bytes: the text is read at every start of a check.
    typealias Word = ArraySlice<UInt8>

    /// Parses `text`.
    ///
    /// - Throws: ``ParseError``.
    public init(text: String) throws(ParseError) { try self.init(bytes: Array(text.utf8)) }

    init(bytes: [UInt8]) throws(ParseError) {
        asOf = Day("1970-01-01")!  // swift-format-ignore: NeverForceUnwrap
        var number = 0
        var current: Target?
        var words: [Word] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let line = bytes[start..<end]
            start = end + 1
            number += 1
            guard let first = line.first, first != UInt8(ascii: "#") else { continue }
            // The words of a set are taken apart when they are asked for.
            let isSet = line.starts(with: Self.setKey)
            Self.split(line, into: &words, most: isSet ? 3 : Int.max)
            guard !words.isEmpty else { continue }
            let isGood: Bool
            if first == UInt8(ascii: " ") {
                isGood = current != nil && Self.attribute(words, &current!)
            } else {
                if let target = current { add(target) }
                current = nil
                if words.count == 2, text(words[0]) == "target" {
                    current = Target(id: text(words[1]))
                    isGood = true
                } else {
                    isGood = record(words)
                }
            }
            guard isGood else { throw ParseError(line: number, message: "cannot be understood: \(text(line))") }
        }
        if let target = current { add(target) }
    }

    private static let setKey = Array("set ".utf8)

    /// The words of `line`; the last one of `most` is all that is left.
    private static func split(_ line: Word, into words: inout [Word], most: Int) {
        words.removeAll(keepingCapacity: true)
        let blank = UInt8(ascii: " ")
        var place = line.startIndex
        while true {
            while place < line.endIndex, line[place] == blank { place += 1 }
            guard place < line.endIndex else { return }
            if words.count == most - 1 {
                words.append(line[place...])
                return
            }
            var end = place
            while end < line.endIndex, line[end] != blank { end += 1 }
            words.append(line[place..<end])
            place = end
        }
    }

    private mutating func add(_ target: Target) {
        let number = targets.count
        targets.append(target)
        // Ids and aliases are written in lower case.
        index[target.id] = number
        for alias in target.aliases { index[alias] = number }
    }

    private mutating func record(_ words: [Word]) -> Bool {
        switch (text(words[0]), words.count) {
        case ("preflight-matrix", 2): return text(words[1]) == "1"
        case ("as-of", 2):
            guard let day = Day(text(words[1])) else { return false }
            asOf = day
        case ("glibc", 3):
            guard let version = Version(bytes: words[1]), let day = Day(text(words[2])) else { return false }
            glibcReleases.append((version, day))
        case ("gcc", 4):
            guard let gcc = Version(bytes: words[1]), let glibcxx = Version(bytes: words[2]),
                let cxxabi = Version(bytes: words[3])
            else { return false }
            gccReleases.append((gcc, glibcxx, cxxabi))
        case ("marker", 4...):
            guard text(words[2]) == "since", let since = Version(bytes: words[3]) else { return false }
            var marker = Marker(since: since, perhaps: nil, architectures: [])
            let rest = words.map(text)
            if let place = rest.firstIndex(of: "maybe"), place + 1 < rest.count { marker.perhaps = Version(rest[place + 1]) }
            if let place = rest.firstIndex(of: "arches") { marker.architectures = Array(rest[(place + 1)...]) }
            markers[rest[1]] = marker
        case ("loader", 4): loaders[text(words[1])] = (text(words[2]), Version(bytes: words[3]))
        case ("interpreter", 3): interpreters[text(words[1])] = text(words[2])
        case ("searched", 2...): searched.formUnion(words.dropFirst().map(text))
        case ("package", 4): packages[text(words[1]), default: [:]][text(words[2])] = text(words[3])
        case ("set", 3):
            guard let number = integer(words[1]) else { return false }
            sets[number] = words[2]
        default: return false
        }
        return true
    }

    private static func attribute(_ words: [Word], _ target: inout Target) -> Bool {
        let values = words.dropFirst()
        /// Everything behind the key, with single blanks.
        var rest: String { values.map(text).joined(separator: " ") }
        switch (text(words[0]), values.count) {
        case ("name", 1...): target.name = rest
        case ("line", 1): target.line = rest
        case ("aliases", _): target.aliases = values.map(text)
        case ("libc", 2):
            guard let version = Version(bytes: words[2]) else { return false }
            target.libC = text(words[1]) == "musl" ? .musl(version) : .glibc(version)
        case ("installer", 1): target.installer = rest == "none" ? nil : rest
        case ("released", 1):
            target.released = Day(rest)
            return target.released != nil
        case ("eol", 1):
            target.endOfLife = Day(rest)
            return target.endOfLife != nil
        case ("extended", 1):
            target.extendedEnd = Day(rest)
            return target.extendedEnd != nil
        case ("kernel", 1):
            target.kernel = Version(bytes: words[1])
            return target.kernel != nil
        case ("cpu", 2): target.cpu[text(words[1])] = text(words[2])
        case ("arches", _): target.architectures = values.map(text)
        case ("swift", 2...):
            target.swift = SwiftToolchains(
                first: text(words[1]), last: text(words[2]), architectures: words.dropFirst(3).map(text)
            )
        case ("image", 1): target.image = rest
        case ("manylinux", 1): target.manylinux = rest
        case ("out", 0): target.isOut = true
        case ("rolling", 0): target.isRolling = true
        case ("lts", 0): target.isLTS = true
        case ("note", _): target.notes.append(rest)
        case ("source", _): break  // for the reader of the matrix
        case ("base", 2):
            guard let evidence = Evidence(rawValue: text(words[2])) else { return false }
            target.base = (text(words[1]), evidence)
        case ("adds", 3):
            guard let set = integer(words[2]), let evidence = Evidence(rawValue: text(words[3])) else { return false }
            target.additions.append((text(words[1]), set, evidence))
        case ("holds", 4...):
            guard let evidence = Evidence(rawValue: text(words[4])) else { return false }
            target.holdings.append(
                Holding(
                    architecture: text(words[1]), library: text(words[2]), node: text(words[3]), evidence: evidence,
                    symbols: words.dropFirst(5).map(text)
                )
            )
        case ("soname", 1...2): target.sonameList.append((text(words[1]), words.count == 3 ? text(words[2]) : nil))
        case ("row", 3...):
            guard let (evidence, sets) = numbers(values) else { return false }
            target.rows[text(words[1])] = LibraryRow(evidence: evidence, sets: sets)
        case ("union", 3...):
            guard let (evidence, sets) = numbers(values) else { return false }
            target.unions[text(words[1])] = UnionRow(evidence: evidence, sets: sets)
        case ("upto", 3...):
            guard let row = ends(values) else { return false }
            target.ends[text(words[1])] = row
        default: return false
        }
        return true
    }

    /// `x86_64 package libc.so.6=1 libm.so.6=2`.
    private static func numbers(_ words: ArraySlice<Word>) -> (Evidence, [String: Int])? {
        guard let evidence = words.dropFirst().first.flatMap({ Evidence(rawValue: text($0)) }) else { return nil }
        var sets: [String: Int] = [:]
        sets.reserveCapacity(words.count)
        for word in words.dropFirst(2) {
            guard let equals = word.lastIndex(of: UInt8(ascii: "=")), let number = integer(word[(equals + 1)...]) else {
                return nil
            }
            sets[text(word[..<equals])] = number
        }
        return (evidence, sets)
    }

    /// `s390x image GLIBC=2.2..2.36 named=53`.
    private static func ends(_ words: ArraySlice<Word>) -> EndsRow? {
        guard let evidence = words.dropFirst().first.flatMap({ Evidence(rawValue: text($0)) }) else { return nil }
        var row = EndsRow(evidence: evidence, ranges: [:], named: nil)
        let dot = UInt8(ascii: ".")
        for word in words.dropFirst(2) {
            guard let equals = word.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            let (key, value) = (text(word[..<equals]), word[(equals + 1)...])
            if key == "named" {
                row.named = integer(value)
                continue
            }
            guard let gap = value.indices.dropLast().first(where: { value[$0] == dot && value[$0 + 1] == dot }),
                let low = Version(bytes: value[..<gap]), let high = Version(bytes: value[(gap + 2)...]), low <= high
            else { return nil }
            row.ranges[key] = low...high
        }
        return row
    }

    /// The node names of set `number`; none for the set of a library that defines no versions.
    func nodes(_ number: Int) -> [String] {
        guard let content = sets[number] else { return [] }
        var words: [Word] = []
        Self.split(content, into: &words, most: Int.max)
        var nodes: [String] = []
        nodes.reserveCapacity(words.count)
        var prefix = ""
        for word in words {
            if word.last == UInt8(ascii: ":") {
                prefix = text(word.dropLast()) + "_"
            } else if word.first == UInt8(ascii: "=") {
                nodes.append(text(word.dropFirst()))
            } else {
                nodes.append(prefix + text(word))
            }
        }
        return nodes
    }
}

private func text(_ word: ArraySlice<UInt8>) -> String { String(decoding: word, as: UTF8.self) }

private func integer(_ word: ArraySlice<UInt8>) -> Int? {
    guard !word.isEmpty, word.count < 10 else { return nil }
    var value = 0
    for byte in word {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
    }
    return value
}
