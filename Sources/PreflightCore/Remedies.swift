// One concrete remedy for each cause, from data: what to change in the object so that it starts in a place. The change is made on the
// object's own records and judged again; what does not take the reason away is not proposed.

public import PreflightELF
public import PreflightLoader
public import PreflightTargets

/// Something to change, for some symbols behind one cause.
public struct Remedy: Sendable, Equatable {
    /// What kind of change it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// An older version of the symbol is still exported: bind to that.
        case reVersioned
        /// Older releases have the function under another name and with other arguments.
        case renamed
        /// Older releases have it in another library.
        case moved
        /// Older releases have nothing of the name; something else does the work.
        case new
        /// Start-up code, which fits one glibc only.
        case startUp
        /// Newer headers lead the plain name to the new symbol.
        case headerRedirect
        /// A checking variant that _FORTIFY_SOURCE leads to.
        case fortify
        /// A flag of linker or compiler put a marker node in.
        case marker
    }

    /// The kind.
    public var kind: Kind
    /// The symbols it is about, by name; none for a marker.
    public var symbols: [String]
    /// What to do, one clause for people; names from files in it are not yet escaped.
    public var sentence: String
    /// Lines of C or flags to put in, ready to paste.
    public var lines: [String]
}

/// All that can be done about one reason.
public struct RemedyPlan: Sendable {
    /// The reason.
    public var reason: Reason
    /// What helps, in the order of ``Remedy/Kind``.
    public var remedies: [Remedy]
    /// Symbols that nothing helps with, with the first glibc that has them where that is known.
    public var left: [(symbol: String, since: Version?)]

    /// With all of ``remedies`` the reason is gone.
    public var isComplete: Bool { left.isEmpty && !remedies.isEmpty }

    /// All of it in one sentence.
    public var sentence: String {
        let start = remedies.first { $0.kind == .startUp }
        // An older sysroot helps with what has no line to put in as well.
        let others = remedies.filter { $0.kind != .startUp && (start == nil || !$0.lines.isEmpty || $0.kind == .new) }
        var text = others.map(\.sentence).joined(separator: "; ")
        if let start {
            let isAlone = others.count == remedies.count - 1
            text +=
                text.isEmpty
                ? start.sentence
                : "; then \(isAlone ? "only " : "")\(start.symbols.joined(separator: ", ")) is left: \(start.sentence)"
        }
        guard let first = left.first else { return text }
        let names = first.symbol + (left.count > 1 ? " and \(left.count - 1) more" : "")
        let since = first.since.map { left.count > 1 ? "" : ", which does not exist before glibc \($0)" } ?? ""
        return (text.isEmpty ? "nothing replaces " : text + "; then only ") + names + since
            + (text.isEmpty ? "" : left.count > 1 ? " are left" : " is left")
    }
}

/// The plans for the reasons of `judgement`; reasons about other objects or without symbols to change have none.
///
/// - Parameters:
///   - object: with the symbols that others must provide; when they are bound too, where symbols are missing.
///   - bundled: sonames that come with it.
public func plans(
    for judgement: Judgement, of object: Object, in place: some Place, bundled: Set<String> = [],
    matrix: Matrix = .builtIn
) -> [RemedyPlan] {
    guard case .glibc(let glibc) = place.libC, object.symbols.count <= mostSymbols else { return [] }
    let planner = Planner(
        object: object, place: place, glibc: glibc, bundled: bundled, before: Set(judgement.reasons.map(Cause.init)),
        matrix: matrix)
    return judgement.reasons.prefix(mostReasons).compactMap { $0.bearer == nil ? planner.plan($0) : nil }
}

/// Each reason is judged again. Beyond these bounds there are only files that were made for it.
private let mostReasons = 64
private let mostSymbols = 20_000
/// glibc 2.34 has the most, with 212.
private let mostUsers = 512

/// What removes reasons of `judgement`, each shown by judging the changed object again.
public func remedies(
    for judgement: Judgement, of object: Object, in place: some Place, bundled: Set<String> = [],
    matrix: Matrix = .builtIn
) -> [Remedy] {
    plans(for: judgement, of: object, in: place, bundled: bundled, matrix: matrix).filter(\.isComplete).flatMap(\.remedies)
}

/// One symbol with what is to be done about it.
private struct Fix {
    var kind: Remedy.Kind
    /// The place of the symbol in the object's list.
    var symbol: Int
    /// The node and its library that the changed reference has; nil where it is gone.
    var target: (library: String, node: String)?
    /// The name that the changed reference has; nil for the same.
    var name: String?
    /// A library that must be loaded besides.
    var library: String?
    /// What remedies of several symbols are put together by.
    var advice: String
    var line: String?
}

private struct Planner<There: Place> {
    let object: Object
    let place: There
    let glibc: Version
    let bundled: Set<String>
    let before: Set<Cause>
    let matrix: Matrix

    var architecture: String { object.machine.name }

    func plan(_ reason: Reason) -> RemedyPlan? {
        if reason.rule == .markerMissing { return marker(reason) }
        let users = users(reason)
        guard !users.isEmpty, users.count <= mostUsers, object.needs.count <= mostUsers else { return nil }
        var fixes: [Fix] = []
        var left: [(symbol: String, since: Version?)] = []
        for place in users {
            if let fix = fix(place, reason) {
                fixes.append(fix)
            } else {
                let name = object.symbols[place].name
                left.append((name, since(name, reason.node)))
            }
        }
        let changed = object.applying(
            fixes.map { Change(symbol: $0.symbol, target: $0.target, name: $0.name, library: $0.library) })
        let after = Set(judge(Subject(changed, bundled: bundled, names: NameTable(most: 0)), in: place).reasons.map(Cause.init))
        guard after.isSubset(of: before), !left.isEmpty || !after.contains(Cause(reason)) else { return nil }
        return RemedyPlan(reason: reason, remedies: remedies(fixes), left: left)
    }

    private func since(_ name: String, _ node: String?) -> Version? {
        let versions = SymbolHistory.builtIn.versions(of: name, on: architecture)
        guard let first = versions.first, node == nil || first.node == node else { return nil }
        return first.first
    }

    /// The places of the symbols behind a reason.
    private func users(_ reason: Reason) -> [Int] {
        switch reason.rule {
        case .nodeMissing, .weakNodeMissing, .symbolMissing: break
        default: return []
        }
        guard let node = reason.node, let library = reason.library else {
            guard reason.rule == .symbolMissing else { return [] }
            let loaded = object.kind == .executable ? Set(object.needed + object.filters) : nil
            return missing { $0 <= 1 ? SymbolKey(name: "", loaded: loaded) : nil }
        }
        let indexes = Set(
            object.needs.filter { $0.library == library }.flatMap(\.nodes).filter { $0.name == node }.map { $0.index & 0x7FFF }
        )
        if reason.rule != .symbolMissing {
            return object.symbols.indices.filter { object.symbols[$0].version.map(indexes.contains) == true }
        }
        let loaded = Set(object.needed + object.filters)
        return missing { indexes.contains($0) ? SymbolKey(name: "", node: node, library: library, loaded: loaded) : nil }
    }

    private func missing(_ key: (UInt16) -> SymbolKey?) -> [Int] {
        object.symbols.indices.filter { place in
            let symbol = object.symbols[place]
            guard symbol.isUndefined, symbol.moment != .never, var key = key(symbol.version ?? 1) else { return false }
            key.name = symbol.name
            if case .absent = self.place.answer(key) { return true }
            return false
        }
    }

    // MARK: What helps

    private func fix(_ place: Int, _ reason: Reason) -> Fix? {
        let name = object.symbols[place].name
        if RemedyTable.startUp.contains(name) { return startUp(place, name, reason) }
        if let what = RemedyTable.boundToHeaders[name], let older = export(name, reason) {
            return Fix(
                kind: .headerRedirect, symbol: place, target: (older.library, older.node),
                advice:
                    "build with the headers of an older glibc: newer ones give \(what) another meaning, so that % must not be bound to an older version alone"
            )
        }
        return older(place, name, reason) ?? renamed(place, name, reason) ?? unchecked(place, name, reason)
            ?? new(place, name)
    }

    /// The newest version of `name` that is there, and its library: the one of the reason if that has it.
    private func export(_ name: String, _ reason: Reason) -> (library: String, node: String)? {
        for (node, libraries) in SymbolHistory.builtIn.exports(of: name, in: glibc, on: architecture).reversed() {
            let ordered = [reason.library, "libc.so.6"].compactMap(\.self).filter(libraries.contains) + libraries
            guard let library = ordered.first, case .present = place.answer(NeedKey(library: library, node: node)),
                case .present = place.answer(SymbolKey(name: name, node: node, library: library))
            else { continue }
            return (library, node)
        }
        return nil
    }

    private func startUp(_ place: Int, _ name: String, _ reason: Reason) -> Fix? {
        guard let older = export(name, reason) else { return nil }
        let image = matrix.swiftPlatform(glibc: glibc, on: architecture)
        let sysroot = image?.image.map { "on \($0) (\(image?.name ?? "")) or with another sysroot of glibc \(glibc) or older" }
        return Fix(
            kind: .startUp, symbol: place, target: (older.library, older.node),
            advice:
                "% is start-up code and cannot be bound to an older version: build \(sysroot ?? "with a sysroot of glibc \(glibc) or older"), or link with -static-executable"
        )
    }

    /// Another version of the same symbol: in the same library, or where it was before it moved.
    private func older(_ place: Int, _ name: String, _ reason: Reason) -> Fix? {
        guard let older = export(name, reason), older.node != reason.node || reason.library != older.library else { return nil }
        let line = "__asm__(\".symver \(name),\(name)@\(older.node)\");"
        let own = reason.library ?? "libc.so.6"
        if older.library == own || older.library == "libc.so.6" {
            // An unversioned reference that no version of it met, is met with one.
            return Fix(
                kind: .reVersioned, symbol: place, target: (older.library, older.node),
                advice: "bind % to \(older.node), which \(older.library) there exports (.symver)", line: line
            )
        }
        if glibc < Version(2, 30) {
            // Those loaders look for a version in the library that its need names, and newer linkers name libc.so.6.
            return Fix(
                kind: .moved, symbol: place, target: (older.library, older.node), library: older.library,
                advice: "glibc \(glibc) has % in \(older.library) (\(older.node)): link with a sysroot of glibc \(glibc) or older"
            )
        }
        return Fix(
            kind: .moved, symbol: place, target: (own, older.node), library: older.library,
            advice:
                "bind % to \(older.node) (.symver), which \(older.library) exports there, and link with -Wl,--no-as-needed,-l:\(older.library)",
            line: line
        )
    }

    private func renamed(_ place: Int, _ name: String, _ reason: Reason) -> Fix? {
        for (prefix, older) in RemedyTable.redirects where name.hasPrefix(prefix) {
            let plain = String(name.dropFirst(prefix.count))
            for candidate in older {
                guard let there = export(candidate + plain, reason) else { continue }
                return Fix(
                    kind: .headerRedirect, symbol: place, target: there, name: candidate + plain,
                    advice:
                        "headers of glibc 2.38 and later lead to % under C23 and _GNU_SOURCE; bind it to the older function (.symver), or build with older headers",
                    line: "__asm__(\".symver \(name),\(candidate + plain)@\(there.node)\");"
                )
            }
        }
        let same = RemedyTable.renamed[name] ?? (object.machine.is64Bit ? RemedyTable.renamedWhereWide[name] : nil)
        if let same, let there = export(same, reason) {
            return Fix(
                kind: .renamed, symbol: place, target: there, name: same,
                advice: "bind % to \(same), which does the same there (.symver)",
                line: "__asm__(\".symver \(name),\(same)@\(there.node)\");"
            )
        }
        guard let former = RemedyTable.stat[name], let there = export(former, reason) else { return nil }
        return Fix(
            kind: .renamed, symbol: place, target: there, name: former,
            advice:
                "% exist from glibc 2.33 on: build with the headers of an older glibc, which call \(former.hasPrefix("__xm") ? "__xmknod" : "__xstat") and its like"
        )
    }

    private func unchecked(_ place: Int, _ name: String, _ reason: Reason) -> Fix? {
        var plain = RemedyTable.unchecked[name]
        if plain == nil, name.hasPrefix("__"), name.hasSuffix("_chk") { plain = String(name.dropFirst(2).dropLast(4)) }
        guard let plain else { return nil }
        let there = plain.isEmpty ? nil : export(plain, reason)
        guard plain.isEmpty || there != nil else { return nil }
        return Fix(
            kind: .fortify, symbol: place, target: there, name: plain,
            advice: "compile what calls % with -U_FORTIFY_SOURCE, or a lower level",
            line: "-U_FORTIFY_SOURCE"
        )
    }

    private func new(_ place: Int, _ name: String) -> Fix? {
        let kernel = self.place.kernel
        let substitute = RemedyTable.new[name]?.first { substitute in
            // A release whose kernel is not known may have an old one.
            let isRunning = substitute.kernel.map { needed in kernel.map { $0 >= needed } ?? false } ?? true
            return isRunning
                && substitute.symbols.allSatisfy { !SymbolHistory.builtIn.exports(of: $0, in: glibc, on: architecture).isEmpty }
        }
        guard let substitute else { return nil }
        let since = since(name, nil).map { " before glibc \($0)" } ?? " there"
        return Fix(
            kind: .new, symbol: place, target: nil, advice: "% does not exist\(since): call \(substitute.advice) instead"
        )
    }

    // MARK: Markers

    private func marker(_ reason: Reason) -> RemedyPlan? {
        guard let node = reason.node, let flag = Markers.remedy[node] else { return nil }
        var changed = object
        for index in changed.needs.indices { changed.needs[index].nodes.removeAll { $0.name == node } }
        changed.needs.removeAll { $0.nodes.isEmpty }
        if node == "GLIBC_ABI_DT_RELR" { changed.hasRELR = false }
        let after = Set(judge(Subject(changed, bundled: bundled, names: NameTable(most: 0)), in: place).reasons.map(Cause.init))
        guard after.isSubset(of: before), !after.contains(Cause(reason)) else { return nil }
        let words = flag.split(separator: " ").filter { $0.hasPrefix("-") }.map(String.init)
        return RemedyPlan(
            reason: reason, remedies: [Remedy(kind: .marker, symbols: [], sentence: flag, lines: words)], left: []
        )
    }

    /// One remedy for all symbols that want the same, in the order of kinds.
    private func remedies(_ fixes: [Fix]) -> [Remedy] {
        var groups: [(advice: String, fixes: [Fix])] = []
        for fix in fixes {
            if let place = groups.firstIndex(where: { $0.advice == fix.advice }) {
                groups[place].fixes.append(fix)
            } else {
                groups.append((fix.advice, [fix]))
            }
        }
        let all = groups.compactMap { advice, fixes -> Remedy? in
            guard let first = fixes.first else { return nil }
            var names: [String] = []
            for fix in fixes where !names.contains(object.symbols[fix.symbol].name) {
                names.append(object.symbols[fix.symbol].name)
            }
            names.sort()
            var text = names.prefix(3).joined(separator: ", ")
            if names.count > 3 { text += " and \(names.count - 3) more" }
            var lines: [String] = []
            for line in fixes.compactMap(\.line) where !lines.contains(line) { lines.append(line) }
            let parts = advice.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
            return Remedy(
                kind: first.kind, symbols: names, sentence: parts.joined(separator: text), lines: lines
            )
        }
        let order = Remedy.Kind.allCases
        return all.enumerated().sorted { left, right in
            (order.firstIndex(of: left.element.kind) ?? 0, left.offset) < (
                order.firstIndex(of: right.element.kind) ?? 0, right.offset
            )
        }.map(\.element)
    }
}

/// A reference that is bound otherwise, or gone.
private struct Change {
    var symbol: Int
    var target: (library: String, node: String)?
    var name: String?
    var library: String?
}

extension Object {
    /// The object as a linker would have made it with `changes`: nodes that nothing uses any more are gone.
    fileprivate func applying(_ changes: [Change]) -> Object {
        var object = self
        func used(_ object: Object) -> Set<UInt16> { Set(object.symbols.compactMap(\.version)) }
        let before = used(self)
        var gone: Set<Int> = []
        var symbols = object.symbols
        var next = (needs.flatMap(\.nodes).map { $0.index & 0x7FFF }.max() ?? 1) + 1
        for change in changes {
            for library in [change.target?.library, change.library].compactMap(\.self) where !object.needed.contains(library) {
                object.needed.append(library)
            }
            guard let (library, node) = change.target else {
                gone.insert(change.symbol)
                continue
            }
            if let name = change.name { symbols[change.symbol].name = name }
            let place: Int
            if let known = object.needs.firstIndex(where: { $0.library == library }) {
                place = known
            } else {
                place = object.needs.count
                object.needs.append(VersionNeed(library: library, nodes: []))
            }
            if let known = object.needs[place].nodes.first(where: { $0.name == node }) {
                symbols[change.symbol].version = known.index & 0x7FFF
            } else {
                guard next < 0x7FFF else { return self }
                object.needs[place].nodes.append(NeededNode(node, index: next))
                symbols[change.symbol].version = next
                next += 1
            }
            object.hasVersionSymbols = true
        }
        object.symbols = symbols.enumerated().filter { !gone.contains($0.offset) }.map(\.element)
        let unused = before.subtracting(used(object))
        for index in object.needs.indices { object.needs[index].nodes.removeAll { unused.contains($0.index & 0x7FFF) } }
        object.needs.removeAll { $0.nodes.isEmpty }
        return object
    }
}
