// Symbols behind nodes that are there, and symbols without a node: what the loader says when it binds them (glibc's
// elf/dl-lookup.c), asked of places that know symbols.

public import PreflightELF

extension Judging {
    /// What is bound to a symbol that is not there, although nothing is wrong with the nodes. Only of symbols that were read, with
    /// the moment of their binding.
    mutating func symbols(_ glibc: Version) {
        guard !object.symbols.isEmpty, object.symbols.count <= Self.mostSymbols else { return }
        var found = MissingSymbols()
        versionedSymbols(glibc, &found)
        if object.lacksVersionsOfLibC { unversionedSymbols(&found) }
        reasons += found.reasons(name: place.name)
    }

    /// The largest program at hand has a quarter; each is asked for in each place.
    private static var mostSymbols: Int { 20_000 }

    private func versionedSymbols(_ glibc: Version, _ found: inout MissingSymbols) {
        let loaded = Set(subject.libraries.map(\.name))
        for need in subject.needs
        where need.hasTrueHash && !subject.bundled.contains(need.library) && subject.isLoaded(need.library) {
            guard let numeric = NumericNode(need.node.name), numeric.series == "GLIBC",
                subject.everySymbol || numeric.version > glibc, case .present = place.answer(need)
            else { continue }
            for symbol in object.symbols(ofVersion: need.node.index) where symbol.isUndefined && symbol.moment != .never {
                let key = SymbolKey(name: symbol.name, node: need.node.name, library: need.library, loaded: loaded)
                let answer = place.answer(key)
                // The linker found it somewhere; only what a distribution took over from a newer release may be there or not.
                if case .undecided = answer, numeric.version <= glibc { continue }
                found.add(symbol, key, answer)
            }
        }
    }

    /// An object without any version need of libc.so.6 was linked without it, or with a stub; what it wants of it has no version.
    private func unversionedSymbols(_ found: inout MissingSymbols) {
        // Other libraries may define a symbol of that name themselves, and bring more of glibc's.
        let own = Set(subject.libraries.map(\.name))
        guard own.isSubset(of: Self.runtimeLibraries) else { return }
        let loaded = object.kind == .executable ? own : nil
        for symbol in object.symbols where symbol.isUndefined && symbol.version ?? 1 <= 1 && symbol.moment != .never {
            let key = SymbolKey(name: symbol.name, loaded: loaded)
            let answer = place.answer(key)
            if case .absent = answer { found.add(symbol, key, answer) }
        }
    }

    /// Libraries that define no symbol under a name of glibc's that glibc does not define.
    private static var runtimeLibraries: Set<String> {
        [
            "libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "librt.so.1", "libutil.so.1", "libanl.so.1",
            "libresolv.so.2", "libgcc_s.so.1", "libstdc++.so.6",
        ]
    }
}

extension Object {
    /// Nothing in it is bound to a version of libc.so.6, so that what it takes from there shows in its symbols alone.
    public var lacksVersionsOfLibC: Bool { isDynamic && !needs.contains { $0.library.hasPrefix("libc.so.6") } }
}

/// Symbols that are not there, gathered into one reason for each node and outcome.
private struct MissingSymbols {
    /// What one reason speaks of.
    private struct Group: Hashable {
        var library: String?
        var node: String?
        var verdict: Verdict
        var why: String
    }
    private struct Members {
        var evidence: String?
        /// The first few.
        var names: [String] = []
        var count = 0
    }
    private var members: [Group: Members] = [:]
    private var order: [Group] = []

    /// More different reasons of this kind than this nobody reads, and only a file made for it has them.
    private static let most = 64

    mutating func add(_ symbol: Symbol, _ key: SymbolKey, _ answer: SymbolAnswer) {
        var group = Group(library: key.library, node: key.node, verdict: .unknown, why: "")
        var evidence: String?
        switch answer {
        case .present, .unlisted: return
        case .undecided(let why): group.why = why
        case .absent(let why, let source):
            group.verdict = symbol.binding == .weak ? .degrades : symbol.moment == .lazy ? .failsOnCall : .failsAtLoad
            group.why = why
            evidence = source
        }
        if members[group] == nil {
            if order.count >= Self.most, let alike = order.first(where: { $0.verdict == group.verdict }) {
                members[alike]?.count += 1
                return
            }
            order.append(group)
            members[group] = Members(evidence: evidence)
        }
        members[group]?.count += 1
        if let known = members[group]?.names.count, known < 3 { members[group]?.names.append(symbol.name) }
    }

    func reasons(name: String) -> [Reason] {
        order.map { group in
            let members = members[group] ?? Members()
            let more = members.count > members.names.count ? " and \(members.count - members.names.count) more" : ""
            let names = members.names.joined(separator: ", ") + more
            let what = group.node.map { "\(names) with \($0) from \(group.library ?? "")" } ?? "\(names) without a version"
            let outcome =
                switch group.verdict {
                case .unknown: "whether \(name) has that is not known: \(group.why)"
                case .degrades: "that is not there (\(group.why)), and it starts without"
                case .failsOnCall: "that is not there (\(group.why)), and it dies when that is called"
                default: "that is not there (\(group.why)), and it is bound at load"
                }
            return Reason(
                group.verdict == .unknown ? .symbolUndecided : .symbolMissing, group.verdict, library: group.library,
                node: group.node, "uses \(what); \(outcome)", evidence: members.evidence
            )
        }
    }
}
