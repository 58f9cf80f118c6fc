// Which library of glibc defines which symbol with which node since when: answers from the text in SymbolText.swift, which is
// looked through once, for its names, when the first question is asked.

public import PreflightLoader

/// Libraries that define a symbol from some release on.
public struct SymbolHome: Sendable, Equatable {
    /// The change came with one of these releases; nil for the state from the start. Between the bounds it is not known.
    public var from: ClosedRange<Version>?
    /// The sonames; that of the loader is the architecture's.
    public var libraries: [String]
    /// Those of them where it is not the default version, although no newer one is there: for old binaries alone.
    public var hidden: [String]
}

/// A symbol with one of its nodes.
public struct SymbolVersion: Sendable, Equatable {
    /// What a symbol is.
    public enum Kind: Sendable {
        case function
        case object
    }

    /// The node: `GLIBC_2.17`.
    public var node: String
    /// What it is.
    public var kind: Kind
    /// Where it is defined, in the order of releases.
    public var homes: [SymbolHome]
    /// The first release that has it; nil where the architecture had it from its start. No glibc has ever taken a symbol back.
    public var first: Version?
    /// What an unversioned reference is linked to by the newest release.
    public var isDefault: Bool
    /// Stays the default although a newer node exists.
    var isMarked = false

    /// What may hold in `release`: one home, or two where a change falls between releases that were read.
    func homes(in release: Version) -> ArraySlice<SymbolHome> {
        var last = homes.endIndex - 1
        while last > 0, let from = homes[last].from, release < from.lowerBound { last -= 1 }
        guard last > 0, let from = homes[last].from, release < from.upperBound else { return homes[last...last] }
        return homes[(last - 1)...last]
    }

    func isThere(in release: Version) -> Bool { first.map { $0 <= release } ?? true }
}

/// The symbol history of glibc.
public struct SymbolHistory: Sendable {
    /// An architecture that was read.
    struct Architecture: Sendable {
        let letter: UInt8
        let loader: String
        let base: String
        let releases: [Version]
    }

    /// The history that is built in.
    public static let builtIn: SymbolHistory = {
        let bytes = UnsafeBufferPointer(start: symbolText.utf8Start, count: symbolText.utf8CodeUnitCount)
        guard let history = SymbolHistory(bytes: Array(bytes)) else { fatalError("the built-in symbol history is broken") }
        return history
    }()

    private let bytes: [UInt8]
    private var libraries: [UInt8: String] = [:]
    private(set) var architectures: [String: Architecture] = [:]
    /// Where the headings of groups begin, ascending.
    private var groups: [Int32] = []
    /// Where names begin, by their hash; 0 is a free place.
    private var places: [Int32] = []

    /// The history that a text in the format of SymbolText.swift tells; nil where a line cannot be understood.
    init?(bytes: [UInt8]) {
        self.bytes = bytes
        var names: [Int32] = []
        names.reserveCapacity(8_192)
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            switch bytes[start] {
            case UInt8(ascii: " "):
                var place = start
                while place < end {
                    if bytes[place] == UInt8(ascii: " ") { names.append(Int32(place + 1)) }
                    place += 1
                }
            case UInt8(ascii: "="): groups.append(Int32(start))
            default: guard record(bytes[start..<end]) else { return nil }
            }
            start = end + 1
        }
        var size = 1_024
        while size < names.count * 2 { size *= 2 }
        places = [Int32](repeating: 0, count: size)
        for name in names {
            let end = self.end(ofWordAt: Int(name))
            var slot = Self.hash(bytes[Int(name)..<end]) & (size - 1)
            while places[slot] != 0 { slot = (slot + 1) & (size - 1) }
            places[slot] = name
        }
    }

    private mutating func record(_ line: ArraySlice<UInt8>) -> Bool {
        let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
        switch (words.first, words.count) {
        case ("preflight-symbols", 2): return words[1] == "1"
        case ("library", 3):
            guard let letter = words[1].utf8.first else { return false }
            libraries[letter] = words[2]
        case ("architecture", 6...):
            guard let letter = words[1].utf8.first else { return false }
            let releases = words[5...].compactMap { Version($0) }
            guard releases.count == words.count - 5 else { return false }
            architectures[words[2]] = Architecture(letter: letter, loader: words[3], base: words[4], releases: releases)
        case ("source", _): break  // for the reader of the text
        default: return words.isEmpty
        }
        return true
    }

    private func end(ofWordAt start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: " "), bytes[end] != UInt8(ascii: "\n") { end += 1 }
        return end
    }

    private static func hash(_ word: some Sequence<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32)
    }

    /// The heading of the group that `symbol` is in.
    private func heading(of symbol: String) -> ArraySlice<UInt8>? {
        var slot = Self.hash(symbol.utf8) & (places.count - 1)
        while places[slot] != 0 {
            let start = Int(places[slot])
            let end = end(ofWordAt: start)
            if end - start == symbol.utf8.count, bytes[start..<end].elementsEqual(symbol.utf8) {
                var low = 0
                var high = groups.count
                while high - low > 1 {
                    let middle = (low + high) / 2
                    if groups[middle] <= Int32(start) { low = middle } else { high = middle }
                }
                let line = Int(groups[low])
                return bytes[line..<(bytes[line...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count)]
            }
            slot = (slot + 1) & (places.count - 1)
        }
        return nil
    }

    /// All symbols, for tests and for lists.
    var symbols: [String] {
        places.filter { $0 != 0 }.map { String(decoding: bytes[Int($0)..<end(ofWordAt: Int($0))], as: UTF8.self) }.sorted()
    }

    /// The newest glibc that was read for `architecture`.
    public func newest(on architecture: String) -> Version? { architectures[architecture]?.releases.last }

    /// Whether glibc has the symbol on any architecture.
    public func knows(_ symbol: String) -> Bool { heading(of: symbol) != nil }

    /// The nodes that glibc defines `symbol` with on `architecture`, ascending; none for a symbol that is not glibc's there.
    public func versions(of symbol: String, on architecture: String) -> [SymbolVersion] {
        guard let place = architectures[architecture], let heading = heading(of: symbol) else { return [] }
        var kind = SymbolVersion.Kind.function
        var list: Substring?
        for word in String(decoding: heading, as: UTF8.self).split(separator: " ").dropFirst() {
            if word == "O" {
                kind = .object
            } else if let slash = word.utf8.firstIndex(of: UInt8(ascii: "/")) {
                guard word[..<slash].utf8.contains(place.letter) else { continue }
                list = word[word.utf8.index(after: slash)...]
                break
            } else {
                list = word
            }
        }
        guard let list, list != "-" else { return [] }
        var versions: [SymbolVersion] = []
        for entry in list.split(separator: ",") {
            guard let version = self.version(entry, kind, place) else { return [] }
            // What came after the last release that was read here is told by other architectures' lists, and is not certain.
            if let first = version.first, let newest = place.releases.last, first > newest { continue }
            if versions.last?.node == version.node { versions.removeLast() }
            versions.append(version)
        }
        if let newest = place.releases.last, let best = Self.standard(of: versions, in: newest),
            let home = best.homes.last, home.hidden.count < home.libraries.count
        {
            for index in versions.indices where versions[index].node == best.node { versions[index].isDefault = true }
        }
        return versions
    }

    /// `2.2=p>2.34:c` on an architecture.
    private func version(_ entry: Substring, _ kind: SymbolVersion.Kind, _ place: Architecture) -> SymbolVersion? {
        guard let equals = entry.firstIndex(of: "=") else { return nil }
        let number = entry[..<equals]
        let states = entry[entry.index(after: equals)...].split(separator: ">")
        var first = Version(number)
        var node = String(number)
        if let own = first, let base = Version(place.base) {
            node = "GLIBC_\(own < base ? base : own)"
            if own <= base { first = nil }
        }
        var version = SymbolVersion(node: node, kind: kind, homes: [], first: first, isDefault: false)
        for (index, state) in states.enumerated() {
            var letters = state
            var from: ClosedRange<Version>?
            if index > 0 {
                let parts = state.split(separator: ":", omittingEmptySubsequences: false)
                guard parts.count == 2 else { return nil }
                let ends = parts[0].split(separator: "-").compactMap { Version($0) }
                guard let low = ends.first, let high = ends.last, low <= high else { return nil }
                from = low...high
                letters = parts[1]
            }
            var home = SymbolHome(from: from, libraries: [], hidden: [])
            for letter in letters.utf8 {
                if letter == UInt8(ascii: "+") {
                    version.isMarked = true
                    continue
                }
                let small = letter | 0x20
                guard let library = small == UInt8(ascii: "l") ? place.loader : libraries[small] else { return nil }
                home.libraries.append(library)
                if small != letter { home.hidden.append(library) }
            }
            version.homes.append(home)
        }
        return version
    }

    /// The place of the default version in `release`: the newest, unless one is marked.
    fileprivate static func standard(of versions: [SymbolVersion], in release: Version) -> SymbolVersion? {
        let there = versions.lazy.filter { $0.isThere(in: release) }
        return there.last(where: \.isMarked) ?? there.max { ($0.first ?? Version(0, 0)) < ($1.first ?? Version(0, 0)) }
    }

    // MARK: Answers

    /// Whether a reference to `symbol` with `node` is met in release `glibc`: since glibc 2.30 by any library that is loaded, before
    /// that by the one that the need names. libc.so.6 and the loader always are.
    ///
    /// - Parameters:
    ///   - library: the soname that the version need names.
    ///   - loadedLibraries: other sonames that are loaded.
    public func answer(
        symbol: String, node: String, library: String, glibc: Version, on architecture: String, loadedLibraries: Set<String> = []
    ) -> SymbolAnswer {
        answer(
            symbol, versions(of: symbol, on: architecture), node: node, library: library, glibc: glibc, on: architecture,
            loadedLibraries: loadedLibraries
        )
    }

    /// What release `glibc` certainly exports under the name: node and libraries, in the order of nodes.
    public func exports(
        of symbol: String, in glibc: Version, on architecture: String
    ) -> [(node: String, libraries: [String])] {
        versions(of: symbol, on: architecture).filter { $0.isThere(in: glibc) }.compactMap { version in
            let homes = version.homes(in: glibc)
            let libraries = homes.dropFirst().reduce(homes.first?.libraries ?? []) { common, home in
                common.filter(home.libraries.contains)
            }
            return libraries.isEmpty ? nil : (version.node, libraries)
        }
    }

    func answer(
        _ symbol: String, _ versions: [SymbolVersion], node: String, library: String, glibc: Version, on architecture: String,
        loadedLibraries: Set<String>
    ) -> SymbolAnswer {
        guard let place = architectures[architecture], let newest = place.releases.last else { return .unlisted }
        guard let version = versions.first(where: { $0.node == node }) else {
            guard let numeric = NumericNode(node), numeric.series == "GLIBC", !symbol.hasSuffix("_version_placeholder") else {
                return .unlisted
            }
            if numeric.version > newest { return .undecided("the newest glibc that was read for \(architecture) is \(newest)") }
            let others = versions.map(\.node).joined(separator: ", ")
            return .absent(
                why: others.isEmpty ? "no glibc up to \(newest) has it" : "glibc has it with \(others) only",
                evidence: "glibc \(newest)"
            )
        }
        if let first = version.first, first > glibc {
            return .absent(why: "it came with glibc \(first)", evidence: "glibc \(glibc)")
        }
        let isByName = glibc < Version(2, 30)
        func isLoaded(_ name: String) -> Bool {
            name == library || !isByName && (name == "libc.so.6" || name == place.loader || loadedLibraries.contains(name))
        }
        let homes = version.homes(in: glibc)
        let met = homes.count { $0.libraries.contains(where: isLoaded) }
        if met == homes.count { return .present(evidence: "glibc \(glibc)") }
        if met > 0 { return .undecided("which library of glibc \(glibc) has it was not read") }
        return .absent(why: "glibc \(glibc) has it in \(Self.names(homes)) alone", evidence: "glibc \(glibc)")
    }

    /// Whether an unversioned reference to `symbol` is met in release `glibc`: by the library's first node or by the default, in a
    /// library that is loaded.
    ///
    /// - Parameter loadedLibraries: the sonames beside libc.so.6 and the loader; nil where any may be.
    public func answer(
        unversioned symbol: String, glibc: Version, on architecture: String, loadedLibraries: Set<String>?
    ) -> SymbolAnswer {
        answer(versions(of: symbol, on: architecture), glibc: glibc, on: architecture, loadedLibraries: loadedLibraries)
    }

    func answer(
        _ versions: [SymbolVersion], glibc: Version, on architecture: String, loadedLibraries: Set<String>?
    ) -> SymbolAnswer {
        guard let place = architectures[architecture], let oldest = versions.first else { return .unlisted }
        let evidence = "glibc \(glibc)"
        guard let standard = Self.standard(of: versions, in: glibc) else {
            return .absent(why: "it came with glibc \(oldest.first.map(\.description) ?? "")", evidence: evidence)
        }
        func isLoaded(_ name: String) -> Bool {
            loadedLibraries?.contains(name) ?? true || name == "libc.so.6" || name == place.loader
        }
        var perhaps = false
        var elsewhere: ArraySlice<SymbolHome> = []
        for version in versions where version.isThere(in: glibc) {
            // Index 2 of .gnu.version, the first node of a library, is taken even where it is hidden.
            let isFirst = version.first == nil
            guard isFirst || version.node == standard.node else { continue }
            let homes = version.homes(in: glibc)
            func isMet(_ home: SymbolHome) -> Bool {
                home.libraries.contains { isLoaded($0) && (isFirst || !home.hidden.contains($0)) }
            }
            let met = homes.count(where: isMet)
            if met == homes.count { return .present(evidence: evidence) }
            if met > 0 { perhaps = true }
            if !homes.contains(where: { $0.libraries.contains(where: isLoaded) }) { elsewhere = homes }
        }
        if perhaps { return .undecided("which library of glibc \(glibc) has it was not read") }
        if !elsewhere.isEmpty {
            return .absent(why: "glibc \(glibc) has it in \(Self.names(elsewhere)), which is not loaded", evidence: evidence)
        }
        return .absent(
            why: "glibc \(glibc) has it for old binaries alone, where no unversioned reference finds it", evidence: evidence
        )
    }

    private static func names(_ homes: ArraySlice<SymbolHome>) -> String {
        Set(homes.flatMap(\.libraries)).sorted().joined(separator: " and ")
    }
}

/// What one worker has asked of the symbol history: objects ask for the same few hundred symbols over and over.
final class SymbolMemory {
    private var known: [String: [String: [SymbolVersion]]] = [:]

    /// More different names than this are not remembered: they come out of files.
    private static let most = 8_000

    func versions(of symbol: String, on architecture: String) -> [SymbolVersion] {
        if let versions = known[architecture]?[symbol] { return versions }
        let versions = SymbolHistory.builtIn.versions(of: symbol, on: architecture)
        if known[architecture, default: [:]].count < Self.most { known[architecture, default: [:]][symbol] = versions }
        return versions
    }
}
