// What a move from one target to another takes away and adds, by architecture and library.

import PreflightELF
public import PreflightTargets
import PreflightLoader

/// What one library provides, for comparison.
public struct LibraryProvision: Sendable {
    /// Its version nodes.
    public var nodes: Set<String>
    /// Its definitions: hash of the name and node; nil where symbols are not known.
    public var symbols: Set<SymbolEntry>?

    /// A definition by its hash and its node, which is empty for one without a version.
    public struct SymbolEntry: Hashable, Sendable {
        /// ``SymbolImage/hash(_:)`` of the name.
        public var hash: UInt32
        /// The node.
        public var node: String
    }
}

/// What a target provides, for comparison.
public struct TargetProvisions: Sendable {
    /// The C library by architecture, for people.
    public var libC: [String: String] = [:]
    /// The kernel.
    public var kernel: String?
    /// Libraries by architecture and soname.
    public var libraries: [String: [String: LibraryProvision]] = [:]
    /// Architectures whose list of libraries is not complete: of others only some were read.
    public var isPartial = false

    /// What a captured target provides.
    public init(_ captured: CapturedTarget) {
        kernel = captured.kernel?.description
        for (architecture, loader) in captured.loaders { libC[architecture] = loader.libC.text }
        for library in captured.libraries where !library.names.isEmpty || captured.loaders[library.architecture] == nil {
            let names = Dictionary(library.nodes.map { ($0.index, $0.name) }, uniquingKeysWith: { first, _ in first })
            var entries: Set<LibraryProvision.SymbolEntry>?
            if let (hashes, versions) = SymbolHashes.unpack(library.symbols) {
                entries = Set(
                    hashes.indices.map { index in
                        .init(hash: hashes[index], node: versions.flatMap { names[$0[index] & 0x7FFF] } ?? "")
                    }
                )
            }
            libraries[library.architecture, default: [:]][library.label] = LibraryProvision(
                nodes: Set(library.nodes.map(\.name)), symbols: entries
            )
        }
    }

    /// What a release of the matrix provides, as far as single libraries were read.
    public init(_ target: Target, in matrix: Matrix) {
        isPartial = true
        kernel = target.kernel?.description
        for (architecture, sets) in matrix.libraries(of: target) {
            libC[architecture] = target.libC.text
            for (soname, nodes) in sets {
                libraries[architecture, default: [:]][soname] = LibraryProvision(nodes: nodes, symbols: nil)
            }
        }
    }
}

/// The difference of two targets.
public struct TargetDifference: Sendable {
    /// One library that both have and that changes.
    public struct Change: Sendable {
        /// The soname.
        public var library: String
        /// Nodes that are gone.
        public var lostNodes: [String]
        /// Nodes that are new.
        public var newNodes: [String]
        /// Definitions of nodes that stay, which are gone; nil where symbols are not known.
        public var lostSymbols: Int?
        /// Definitions that are new, in any node.
        public var newSymbols: Int?
    }

    /// One architecture.
    public struct Architecture: Sendable {
        /// The name.
        public var name: String
        /// The C library before and after, where it changes.
        public var libC: (from: String, to: String)?
        /// Libraries that are gone.
        public var lost: [String]
        /// Libraries that are new.
        public var new: [String]
        /// Libraries that change.
        public var changes: [Change]
    }

    /// Architectures that both have.
    public var architectures: [Architecture] = []
    /// Architectures that only the first has.
    public var lostArchitectures: [String] = []
    /// Architectures that only the second has.
    public var newArchitectures: [String] = []
    /// The kernel before and after, where it changes.
    public var kernel: (from: String, to: String)?
    /// One of the two is a release of the matrix: libraries that were not read are neither lost nor new.
    public var isPartial = false

    /// Compares two targets.
    public init(from old: TargetProvisions, to new: TargetProvisions) {
        isPartial = old.isPartial || new.isPartial
        lostArchitectures = isPartial ? [] : old.libraries.keys.filter { new.libraries[$0] == nil }.sorted()
        newArchitectures = isPartial ? [] : new.libraries.keys.filter { old.libraries[$0] == nil }.sorted()
        if let from = old.kernel, let to = new.kernel, from != to { kernel = (from, to) }
        for (name, before) in old.libraries.sorted(by: { $0.key < $1.key }) {
            guard let after = new.libraries[name] else { continue }
            var changes: [Change] = []
            for (library, provision) in before.sorted(by: { $0.key < $1.key }) {
                guard let other = after[library] else { continue }
                let lost = provision.nodes.subtracting(other.nodes)
                let added = other.nodes.subtracting(provision.nodes)
                var change = Change(library: library, lostNodes: sorted(lost), newNodes: sorted(added))
                if let symbols = provision.symbols, let others = other.symbols {
                    change.lostSymbols = symbols.subtracting(others).count { !lost.contains($0.node) }
                    change.newSymbols = others.subtracting(symbols).count
                }
                if !lost.isEmpty || !added.isEmpty || (change.lostSymbols ?? 0) > 0 || (change.newSymbols ?? 0) > 0 {
                    changes.append(change)
                }
            }
            var part = Architecture(
                name: name, lost: isPartial ? [] : before.keys.filter { after[$0] == nil }.sorted(),
                new: isPartial ? [] : after.keys.filter { before[$0] == nil }.sorted(), changes: changes
            )
            if let from = old.libC[name], let to = new.libC[name], from != to { part.libC = (from, to) }
            architectures.append(part)
        }
    }

    /// Whether something that was there is not there any more.
    public var takesAway: Bool {
        !lostArchitectures.isEmpty
            || architectures.contains { part in
                !part.lost.isEmpty || part.changes.contains { !$0.lostNodes.isEmpty || ($0.lostSymbols ?? 0) > 0 }
            }
    }
}

/// Nodes by series and number.
private func sorted(_ nodes: Set<String>) -> [String] {
    nodes.sorted { left, right in
        if let first = NumericNode(left), let second = NumericNode(right), first.series == second.series {
            return first.version < second.version
        }
        return left < right
    }
}
