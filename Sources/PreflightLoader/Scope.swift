// Symbol lookup in a closure (elf/dl-lookup.c): which references of its objects nothing answers. Whether some object answers
// is all that is asked; which one of several wins changes no verdict.

import PreflightELF

/// A reference that nothing in the closure answers.
struct Unresolved {
    /// The number of the symbol in the table of the object that refers to it.
    var index: Int
    /// Its name.
    var name: String
    /// The version it carries; nil for none.
    var node: String?
    /// The library that the version belongs to.
    var library: String?
    /// STB_WEAK: stays null.
    var isWeak: Bool
    /// A copy relocation: bound at load in any case. Without a version it only may be one, which the relocations tell: it
    /// looks like any variable of a program.
    var isCopy: Bool
    /// The reason is not that it is absent, but that the loader stops: the library that should have the version has no
    /// versions at all.
    var isAssertion = false
}

/// Looks the references of one closure up.
struct Scope {
    private let members: [Member]
    /// The tables of the members, where they have any.
    private let images: [SymbolImage?]
    private let glibc: Version?
    private let identities: Set<FileIdentity>
    /// Entries of hash tables that may still be looked at; the largest closures at hand take a tenth.
    private var effort = 200_000_000
    /// More was to be looked up than any program needs; what is beyond was not.
    var isExhausted: Bool { effort <= 0 }

    init(_ closure: Closure) {
        members = closure.members
        images = members.map(\.file.symbols)
        if case .glibc(let version) = closure.libC { glibc = version } else { glibc = nil }
        identities = Set(members.map(\.file.identity))
    }

    /// A version that references carry, with the object it should come from.
    private struct Wanted {
        var node: String
        var library: String
        /// vna_other's hidden bit: an unversioned definition will not do.
        var isHidden: Bool
        var provider: Int?
        /// The index that the provider's symbols carry for it.
        var index: UInt16?
    }

    /// More than this of one object is not listed; the first ones tell what is wrong.
    private static let mostUnresolved = 20_000
    /// Bytes of their names.
    private static let mostText = 4 << 20

    /// The references of the member `number` that nothing answers.
    ///
    /// - Parameter number: its place in the closure.
    mutating func unresolved(of number: Int) -> [Unresolved] {
        let file = members[number].file
        guard let image = file.symbols, image.count > 1 else { return [] }
        if let settled = file.settledBy, settled.isSubset(of: identities) { return [] }
        var wanted: [Wanted?] = []
        for need in file.object.needs {
            let provider = members.firstIndex { $0.names.contains(need.library) }
            for node in need.nodes {
                let index = Int(node.index & 0x7FFF)
                while wanted.count <= index { wanted.append(nil) }
                wanted[index] = Wanted(
                    node: node.name, library: need.library, isHidden: node.index & 0x8000 != 0, provider: provider,
                    index: provider.flatMap { members[$0].file.indexes[node.name] }
                )
            }
        }
        // Nearly every reference is answered by the library that it names; these few words of each version are enough for that.
        let near = wanted.map { want -> (symbols: SymbolImage, index: UInt16, provider: Int)? in
            guard let want, let provider = want.provider, let index = want.index, let symbols = images[provider] else {
                return nil
            }
            return (symbols, index, provider)
        }
        let isProgram = file.object.kind == .executable
        let hasVersions = glibc != nil
        image.beginNames()
        var told = 0
        var text = 0
        var missing: [Unresolved] = []
        var copies: [Unresolved] = []
        var answered = [Bool](repeating: false, count: members.count)
        for index in 1..<image.count {
            let isUndefined = image.isUndefined(index)
            let raw = hasVersions ? image.version(index) : nil
            let version = Int((raw ?? 0) & 0x7FFF)
            let isVersioned = version >= 2 && version < wanted.count && wanted[version] != nil
            // A copy relocation leaves a defined symbol that carries a needed version, or none.
            let isData = !isUndefined && !isVersioned && image.type(index) == 1
            if !isUndefined, !isProgram || !isVersioned && !isData { continue }
            let name = image.name(index)
            if name.isEmpty || image.binding(index) == .local { continue }
            let hash = SymbolImage.hash(name)
            if isVersioned, let (symbols, its, provider) = near[version],
                symbols.find(name, hash: hash, effort: &effort, { (symbols.version($0) ?? 0) & 0x7FFF == its })
            {
                answered[provider] = true
                continue
            }
            if isVersioned, let want = wanted[version] {
                switch search(name, hash, want, skipping: isUndefined ? nil : number) {
                case .found(let by):
                    answered[by] = true
                    continue
                case .assertion:
                    append(&missing, file, index, name, want, isCopy: !isUndefined, isAssertion: true)
                case .absent:
                    append(&missing, file, index, name, want, isCopy: !isUndefined, isAssertion: false)
                }
            } else if let by = search(name, hash, skipping: isUndefined ? nil : number) {
                answered[by] = true
            } else if isData {
                if copies.count < Self.mostUnresolved {
                    append(&copies, file, index, name, nil, isCopy: true, isAssertion: false)
                }
            } else {
                append(&missing, file, index, name, nil, isCopy: false, isAssertion: false)
            }
            guard !isExhausted else { return missing }
            if missing.count + copies.count > told {
                told = missing.count + copies.count
                text += name.count
            }
            if missing.count >= Self.mostUnresolved || text > Self.mostText { break }
        }
        missing += copies
        if missing.isEmpty { file.settledBy = Set(zip(members, answered).filter(\.1).map(\.0.file.identity)) }
        return missing
    }

    private func append(
        _ missing: inout [Unresolved], _ file: Loadable, _ index: Int, _ name: UnsafeRawBufferPointer, _ want: Wanted?,
        isCopy: Bool,
        isAssertion: Bool
    ) {
        missing.append(
            Unresolved(
                index: index, name: RawText.string(name), node: want?.node, library: want?.library,
                isWeak: file.symbols?.binding(index) == .weak, isCopy: isCopy, isAssertion: isAssertion
            )
        )
    }

    private enum Answer {
        case found(by: Int)
        case assertion
        case absent
    }

    /// A reference with a version: the exact version anywhere in the scope, or a definition without any.
    private mutating func search(_ name: UnsafeRawBufferPointer, _ hash: UInt32, _ want: Wanted, skipping: Int?) -> Answer {
        for (number, symbols) in images.enumerated() where number != skipping {
            guard let symbols else { continue }
            let member = members[number]
            var isAssertion = false
            let glibc = glibc
            let found = symbols.find(name, hash: hash, effort: &effort) { candidate in
                guard let raw = symbols.version(candidate) else {
                    // Until glibc 2.40 the loader asserts that a library which a version was promised from has versions.
                    if let glibc, glibc <= Version(2, 40), member.names.contains(want.library) {
                        isAssertion = true
                    }
                    return true
                }
                if let its = member.file.versionName(raw) { return its == want.node }
                return raw & 0x8000 == 0 && !want.isHidden
            }
            if isAssertion { return .assertion }
            if found { return .found(by: number) }
            // Before 2.30 the library that was named at link time must have it (BZ 24741).
            if let glibc, glibc < Version(2, 30), number == want.provider { return .absent }
        }
        return .absent
    }

    /// A reference without a version: a definition without a version, of the first node, or the one default.
    private mutating func search(_ name: UnsafeRawBufferPointer, _ hash: UInt32, skipping: Int?) -> Int? {
        for (number, symbols) in images.enumerated() where number != skipping {
            guard let symbols else { continue }
            var defaults = 0
            let hasVersions = glibc != nil
            let found = symbols.find(name, hash: hash, effort: &effort) { candidate in
                guard hasVersions, let raw = symbols.version(candidate) else { return true }
                if raw & 0x7FFF < 3 { return true }
                if raw & 0x8000 == 0 { defaults += 1 }
                return false
            }
            if found || defaults == 1 { return number }
        }
        return nil
    }
}
