// The link once more, with symbols alone: which members of the archives it pulls in, and for which symbol of which object.
//
// A linker takes a member of an archive when the member defines a symbol that an object taken before needs (strongly) and
// nothing taken before defines. Here the objects are taken in waves, so that the way from the build's own objects to every
// member is a shortest one.

import PreflightELF

/// A symbol's name as a number. Hasher is seeded by chance in every process, so nobody can prepare two names with one hash.
struct SymbolHash: Hashable {
    let value: Int

    init(_ bytes: UnsafeRawBufferPointer) {
        var hasher = Hasher()
        hasher.combine(bytes: bytes)
        value = hasher.finalize()
    }

    init(_ name: String) {
        self = RawText.bytes(name).withUnsafeBytes { SymbolHash($0) }
    }
}

/// The objects and members that a link takes, and the symbols between them.
final class LinkGraph {
    /// One object or member that is part of the product.
    struct Node {
        /// The path of the object or archive.
        var file: String
        /// The name in the archive.
        var member: String?
        /// Whose need pulled it in; nil for what was named.
        var parent: Int?
        /// The symbol that the parent needed.
        var symbol: String?
        /// Steps from the objects that were named.
        var depth: Int
        /// Added by compiler or system.
        var isStart: Bool
        /// Its entries in ``references``.
        var references: Range<Int>
    }

    /// An archive that stays open.
    private final class Library {
        let path: String
        var archive: StaticArchive

        init(path: String, buffers: ReadBuffers) throws(ReadError) {
            archive = try StaticArchive(path: path, buffers: buffers)
            self.path = path
        }
    }

    /// A member by its archive and the place of its header.
    private struct Place: Hashable {
        var library: Int32
        var header: UInt64
    }

    /// Nodes in the order in which they were taken.
    private(set) var nodes: [Node] = []
    /// The undefined symbols of all nodes.
    private(set) var references: [(symbol: SymbolHash, isWeak: Bool)] = []
    /// What could not be read, in sentences.
    private(set) var remarks: [String] = []

    private let buffers: ReadBuffers
    private var libraries: [Library] = []
    private var providers: [SymbolHash: Place] = [:]
    private var defined: Set<SymbolHash> = []
    private var taken: Set<Place> = []
    /// For each node the symbols that it needs and some member defines.
    private var open: [[(symbol: SymbolHash, name: String)]] = []

    /// Bounds memory: a link of more symbols is not followed further.
    private static let mostReferences = 8 << 20
    private static let mostRemarks = 20

    /// Links `inputs`.
    ///
    /// - Parameter imports: what the product takes from shared libraries, so that no archive gave it.
    init(_ inputs: LinkInputs, imports: Set<SymbolHash>, buffers: ReadBuffers) {
        self.buffers = buffers
        for path in inputs.archives { add(archive: path) }
        for symbol in imports { providers[symbol] = nil }
        for path in inputs.objects { add(object: path, isStart: false) }
        let own = nodes.count
        for path in inputs.startObjects { add(object: path, isStart: true) }
        let named = nodes.count
        // The build's own objects first: what they need is their doing, though the start-up code may need it too.
        follow(Array(0..<own))
        follow(Array(own..<named))
        providers = [:]
        defined = []
        open = []
    }

    private func remark(_ path: String, _ error: ReadError) {
        if remarks.count < Self.mostRemarks { remarks.append("\(path): \(error.description)") }
    }

    private func add(object path: String, isStart: Bool) {
        do throws(ReadError) {
            let file = try ObjectFile(path: path, buffers: buffers)
            try take(file, Node(file: path, depth: 0, isStart: isStart, references: 0..<0))
        } catch {
            remark(path, error)
        }
    }

    private func add(archive path: String) {
        do throws(ReadError) {
            let library = try Library(path: path, buffers: buffers)
            let number = Int32(libraries.count)
            libraries.append(library)
            let isIndexed = try library.archive.eachIndexedSymbol { name, header in
                offer(SymbolHash(name), Place(library: number, header: header))
            }
            if !isIndexed { try index(library, number) }
        } catch {
            remark(path, error)
        }
    }

    private func offer(_ symbol: SymbolHash, _ place: Place) {
        // The first archive that has it wins.
        if providers[symbol] == nil { providers[symbol] = place }
    }

    /// An archive without index: lld reads the members then.
    private func index(_ library: Library, _ number: Int32) throws(ReadError) {
        var archive = try StaticArchive(path: library.path, buffers: buffers)
        while let member = try archive.next() {
            guard let file = try? archive.open(member) else { continue }
            try file.eachLinkSymbol { name, state, _ in
                if state != .undefined { offer(SymbolHash(name), Place(library: number, header: member.header)) }
            }
        }
    }

    /// Makes `file` a part of the product.
    private func take(_ file: borrowing ObjectFile, _ node: Node) throws(ReadError) {
        guard file.object.kind == .relocatable else {
            throw ReadError(.notELF, "is no relocatable object, so nothing is known of what it needs")
        }
        let start = references.count
        var needs: [(symbol: SymbolHash, name: String)] = []
        try file.eachLinkSymbol { name, state, binding in
            let symbol = SymbolHash(name)
            guard state == .undefined else {
                defined.insert(symbol)
                return
            }
            guard references.count < Self.mostReferences else { return }
            let isWeak = binding == .weak
            references.append((symbol, isWeak))
            // A weak need pulls nothing in.
            if !isWeak, !defined.contains(symbol), providers[symbol] != nil { needs.append((symbol, RawText.string(name))) }
        }
        if start < Self.mostReferences, references.count == Self.mostReferences {
            remarks.append("the link has more than \(Self.mostReferences) references; not all are followed")
        }
        var node = node
        node.references = start..<references.count
        nodes.append(node)
        open.append(needs)
    }

    /// Takes what `first` need, then what that needs, wave by wave.
    private func follow(_ first: [Int]) {
        var queue = first[...]
        while let number = queue.popFirst() {
            let needs = open[number]
            open[number] = []
            for (symbol, name) in needs where !defined.contains(symbol) {
                guard let place = providers[symbol], taken.insert(place).inserted else { continue }
                let library = libraries[Int(place.library)]
                do throws(ReadError) {
                    let member = try library.archive.member(at: place.header)
                    let file = try library.archive.open(member, isRepeated: true)
                    try take(
                        file,
                        Node(
                            file: library.path, member: member.name, parent: number, symbol: name,
                            depth: nodes[number].depth + 1, isStart: nodes[number].isStart, references: 0..<0
                        )
                    )
                    queue.append(nodes.count - 1)
                } catch {
                    remark(library.path, error)
                }
            }
        }
    }
}
