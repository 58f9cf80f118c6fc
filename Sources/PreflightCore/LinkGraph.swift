// The link once more, with symbols alone: which members of the archives it takes in, and for which symbol of which object.
//
// GNU ld and gold go through the archives of a group in order, again and again until nothing is added: a member is taken when
// its archive's index names a symbol that is needed (strongly) and not defined yet. Which of two archives gives a symbol that both
// have hangs on that order, so it is followed to the letter (gold, Archive::add_symbols); lld takes the first archive that has
// it. Why a member is there is answered afterwards, by a shortest way from the build's own objects over what needs what.

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
        /// Added by compiler or system, or needed by that alone.
        var isStart: Bool
        /// Its entries in ``references``.
        var references: Range<Int> = 0..<0
        /// The previous node on the way from the objects that were named; nil for these.
        var parent: Int?
        /// The symbol that the parent needs of it.
        var symbol: String?
        /// Steps from the objects that were named.
        var depth = 0
        /// Where it is in its archive.
        fileprivate var place: (library: Int, header: UInt64)?
    }

    /// An archive that stays open, with its index.
    private final class Library {
        let path: String
        var archive: StaticArchive
        var index: [(symbol: SymbolHash, header: UInt64)] = []
        var taken: Set<UInt64> = []

        init(path: String, buffers: ReadBuffers) throws(ReadError) {
            archive = try StaticArchive(path: path, buffers: buffers)
            self.path = path
        }
    }

    /// The build's own objects, the start-up objects, then members in the order in which the link takes them.
    private(set) var nodes: [Node] = []
    /// The undefined symbols of all nodes.
    private(set) var references: [(symbol: SymbolHash, isWeak: Bool)] = []
    /// What could not be read, in sentences.
    private(set) var remarks: [String] = []

    private var looks = 0
    private let buffers: ReadBuffers
    private let imports: Set<SymbolHash>
    private var libraries: [Library] = []
    /// The first node that defines a symbol, which is the one that counts.
    private var definers: [SymbolHash: Int] = [:]
    /// Needed strongly, and not defined so far.
    private var missing: Set<SymbolHash> = []

    /// Bounds memory: of a link with more symbols the rest is left out.
    private static let mostReferences = 8 << 20
    /// Bounds time: looks at index entries, of which a program with Foundation takes three million. A chain of members in the
    /// wrong order makes a linker go through the index once for each.
    private static let mostLooks = 400 << 20
    private static let mostRemarks = 20

    /// Links `inputs`.
    ///
    /// - Parameter imports: what the product takes from shared libraries, so that no archive gave it.
    init(_ inputs: LinkInputs, imports: Set<SymbolHash>, buffers: ReadBuffers) {
        self.buffers = buffers
        self.imports = imports
        for path in inputs.objects { add(object: path, isStart: false) }
        for path in inputs.startObjects { add(object: path, isStart: true) }
        let named = nodes.count
        for path in inputs.archives { add(archive: path) }
        if inputs.isLLD { linkByFirst() } else { link() }
        if isTired { remarks.append("the archives name each other in so long chains that not all of them are followed") }
        explain(named)
        definers = [:]
        missing = []
        libraries = []
    }

    private var isTired: Bool { looks > Self.mostLooks }

    private func remark(_ path: String, _ error: ReadError) {
        if remarks.count < Self.mostRemarks { remarks.append("\(path): \(error.description)") }
    }

    private func add(object path: String, isStart: Bool) {
        do throws(ReadError) {
            let file = try ObjectFile(path: path, buffers: buffers)
            try take(file, Node(file: path, isStart: isStart))
        } catch {
            remark(path, error)
        }
    }

    private func add(archive path: String) {
        do throws(ReadError) {
            let library = try Library(path: path, buffers: buffers)
            let isIndexed = try library.archive.eachIndexedSymbol { name, header in
                library.index.append((SymbolHash(name), header))
            }
            if !isIndexed { try index(library) }
            libraries.append(library)
        } catch {
            remark(path, error)
        }
    }

    /// An archive without index: its members say what they define.
    private func index(_ library: Library) throws(ReadError) {
        var archive = try StaticArchive(path: library.path, buffers: buffers)
        while let member = try archive.next() {
            guard let file = try? archive.open(member) else { continue }
            try file.eachLinkSymbol { name, state, _ in
                if state != .undefined { library.index.append((SymbolHash(name), member.header)) }
            }
        }
    }

    /// Makes `file` a part of the product.
    private func take(_ file: borrowing ObjectFile, _ node: Node) throws(ReadError) {
        guard file.object.kind == .relocatable else {
            throw ReadError(.notELF, "is no relocatable object, so nothing is known of what it needs")
        }
        let number = nodes.count
        let start = references.count
        try file.eachLinkSymbol { name, state, binding in
            let symbol = SymbolHash(name)
            guard state == .undefined else {
                if definers[symbol] == nil { definers[symbol] = number }
                missing.remove(symbol)
                return
            }
            guard references.count < Self.mostReferences else { return }
            references.append((symbol, binding == .weak))
            // A weak need takes nothing in.
            if binding != .weak, definers[symbol] == nil, !imports.contains(symbol) { missing.insert(symbol) }
        }
        if start < Self.mostReferences, references.count == Self.mostReferences {
            remarks.append("the link has more than \(Self.mostReferences) references; not all are followed")
        }
        var node = node
        node.references = start..<references.count
        nodes.append(node)
    }

    /// Goes through the archives until a whole round adds nothing.
    private func link() {
        var hasAdded = true
        while hasAdded, !missing.isEmpty, !isTired {
            hasAdded = false
            for number in libraries.indices where scan(number) { hasAdded = true }
        }
    }

    /// Takes what is needed of one archive, until a pass over its index adds nothing.
    private func scan(_ number: Int) -> Bool {
        let library = libraries[number]
        var hasAny = false
        var hasAdded = true
        while hasAdded, !isTired {
            hasAdded = false
            looks += library.index.count
            for (symbol, header) in library.index where missing.contains(symbol) {
                if take(header, of: number) { hasAdded = true }
            }
            hasAny = hasAny || hasAdded
        }
        return hasAny
    }

    /// Takes every symbol from the first archive that has it.
    private func linkByFirst() {
        var providers: [SymbolHash: (library: Int, header: UInt64)] = [:]
        for (number, library) in libraries.enumerated() {
            for (symbol, header) in library.index where providers[symbol] == nil { providers[symbol] = (number, header) }
        }
        // What is taken adds its own references behind.
        var next = 0
        while next < references.count {
            let (symbol, isWeak) = references[next]
            next += 1
            if !isWeak, missing.contains(symbol), let place = providers[symbol] { _ = take(place.header, of: place.library) }
        }
    }

    /// Takes the member whose header is at `header`; false where it was taken before or cannot be read.
    private func take(_ header: UInt64, of number: Int) -> Bool {
        let library = libraries[number]
        guard library.taken.insert(header).inserted else { return false }
        do throws(ReadError) {
            let member = try library.archive.member(at: header)
            let file = try library.archive.open(member, isRepeated: true)
            try take(file, Node(file: library.path, member: member.name, isStart: false, place: (number, header)))
            return true
        } catch {
            remark(library.path, error)
            return false
        }
    }

    /// Finds the shortest way to every member: from the build's own objects, and where there is none, from the start-up objects.
    private func explain(_ named: Int) {
        var isReached = [Bool](repeating: false, count: nodes.count)
        /// For each parent, which symbol led to which nodes.
        var ways: [Int: [SymbolHash: Int]] = [:]
        for isStart in [false, true] {
            var queue = (0..<named).filter { nodes[$0].isStart == isStart }
            for number in queue { isReached[number] = true }
            var next = 0
            while next < queue.count {
                let number = queue[next]
                next += 1
                for (symbol, isWeak) in references[nodes[number].references] where !isWeak {
                    guard let child = definers[symbol], child >= named, !isReached[child] else { continue }
                    isReached[child] = true
                    nodes[child].parent = number
                    nodes[child].depth = nodes[number].depth + 1
                    nodes[child].isStart = isStart
                    ways[number, default: [:]][symbol] = child
                    queue.append(child)
                }
            }
        }
        for (parent, children) in ways { name(children, of: parent) }
    }

    /// Reads the names of the symbols that lead from `parent` to `children`.
    private func name(_ children: [SymbolHash: Int], of parent: Int) {
        let node = nodes[parent]
        var names: [(child: Int, name: String)] = []
        func collect(_ file: borrowing ObjectFile) throws(ReadError) {
            try file.eachLinkSymbol { name, state, _ in
                if state == .undefined, let child = children[SymbolHash(name)] { names.append((child, RawText.string(name))) }
            }
        }
        do throws(ReadError) {
            if let place = node.place {
                let library = libraries[place.library]
                let member = try library.archive.member(at: place.header)
                try collect(library.archive.open(member, isRepeated: true))
            } else {
                try collect(ObjectFile(path: node.file, buffers: buffers))
            }
        } catch {
            remark(node.file, error)
        }
        for (child, name) in names { nodes[child].symbol = name }
    }
}
