// What one ELF file says, as plain values: the result of reading, the input of every judgement.

/// One ELF file.
public struct Object: Sendable {
    /// What an object is to a loader.
    public enum Kind: String, Sendable {
        /// A program with an interpreter, at a fixed address or position-independent.
        case executable
        /// A shared library or plugin.
        case shared
        /// A program without interpreter and dynamic table.
        case `static`
        /// A position-independent program that needs no interpreter.
        case staticPIE = "static-pie"
        /// A `.o` or `.ko` file.
        case relocatable
        /// A memory dump.
        case core
        /// Anything else: debug information alone, another operating system, an unknown type.
        case other
    }

    /// The header.
    public var header: Header
    /// What it is.
    public var kind: Kind
    /// Why it is `other`, or that its contents are hidden (packed), in a sentence; nil where there is nothing to say.
    public var remark: String?
    /// A packed program: what it will need cannot be seen from outside.
    public var isOpaque = false
    /// PT_INTERP: the path of the dynamic loader.
    public var interpreter: String?
    /// DT_SONAME.
    public var soname: String?
    /// DT_NEEDED in order.
    public var needed: [String] = []
    /// DT_FILTER: libraries whose symbols stand in for the object's own; the loader demands them like DT_NEEDED.
    public var filters: [String] = []
    /// DT_AUXILIARY: libraries whose symbols go before the object's own where they are there.
    public var auxiliaries: [String] = []
    /// Has a dynamic table.
    public var hasDynamicTable = false
    /// The smallest alignment of its PT_LOAD segments; the loader refuses less than a page.
    public var loadAlignment: UInt64 = 0
    /// PT_GNU_STACK asks for an executable stack.
    public var hasExecutableStack = false
    /// Bytes of the program header table; the kernel takes 64 KiB at most.
    public var programHeaderSize = 0
    /// DT_RPATH.
    public var rpath: String?
    /// DT_RUNPATH.
    public var runpath: String?
    /// DT_FLAGS.
    public var flags: UInt64 = 0
    /// DT_FLAGS_1.
    public var flags1: UInt64 = 0
    /// BIND_NOW in any of its three spellings: all references are bound at load.
    public var bindsNow = false
    /// Has DT_RELR relocations, which only glibc 2.36 and musl 1.2.4 and later apply.
    public var hasRELR = false
    /// Has DT_VERSYM; the loader crashes on version needs without it.
    public var hasVersionSymbols = false
    /// Version needs, per library, in file order.
    public var needs: [VersionNeed] = []
    /// Version definitions in file order; empty unless they were asked for.
    public var definitions: [VersionDefinition] = []
    /// Dynamic symbols; empty unless they were asked for.
    public var symbols: [Symbol] = [] { didSet { users = [:] } }
    /// What a relocatable object needs from the link and defines for it; empty for other kinds and unless it was asked for.
    public var linkSymbols: [LinkSymbol] = []
    /// For each version index of a need the places of its symbols, sorted by name: whoever asks for the symbols of every
    /// node must not look at all symbols each time.
    var users: [UInt16: [Int]] = [:]
    /// The notes; empty unless they were asked for.
    public var notes = Notes()

    /// A shared library that is known by what others can take from it, without its file.
    ///
    /// - Parameters:
    ///   - definitions: version nodes with the indexes that its symbols carry.
    public static func recorded(
        machine: Machine, soname: String?, needed: [String], definitions: [(name: String, index: UInt16)], notes: Notes
    ) -> Object {
        let header = Header(
            type: 3, machine: machine, osABI: 0, abiVersion: 0, hasPadding: false, isCurrentVersion: true, flags: 0, entry: 0,
            sectionOffset: 0, sectionCount: 0
        )
        var object = Object(header: header, kind: .shared)
        object.soname = soname
        object.needed = needed
        object.hasDynamicTable = true
        object.hasVersionSymbols = true
        object.loadAlignment = 4096
        object.definitions = definitions.map {
            VersionDefinition(name: $0.name, parents: [], flags: 0, index: $0.index, hash: elfHash($0.name))
        }
        object.notes = notes
        return object
    }

    /// An object as a report tells of it, without its file.
    ///
    /// - Parameter needs: library, node, whether only weak references use it, and the symbols behind it.
    public static func reported(
        kind: Kind, machine name: String, is64Bit: Bool, isBigEndian: Bool,
        needs: [(library: String, node: String, isWeak: Bool, symbols: [String])]
    ) -> Object {
        var machine = Machine(number: 0, is64Bit: is64Bit, isBigEndian: isBigEndian)
        machine.name = name
        let header = Header(
            type: 0, machine: machine, osABI: 0, abiVersion: 0, hasPadding: false, isCurrentVersion: true, flags: 0, entry: 0,
            sectionOffset: 0, sectionCount: 0
        )
        var object = Object(header: header, kind: kind)
        // Indexes 0 and 1 mean local and unversioned, and there are no more than 15 bits of them.
        for (number, need) in needs.prefix(0x7FF0).enumerated() {
            let index = UInt16(number + 2)
            let node = NeededNode(name: need.node, hash: elfHash(need.node), flags: need.isWeak ? 2 : 0, index: index)
            if let place = object.needs.lastIndex(where: { $0.library == need.library }) {
                object.needs[place].nodes.append(node)
            } else {
                object.needs.append(VersionNeed(library: need.library, nodes: [node]))
            }
            object.symbols += need.symbols.map {
                Symbol(name: $0, binding: .global, type: 0, isUndefined: true, version: index, isHidden: false, moment: nil)
            }
        }
        return object
    }

    /// The architecture.
    public var machine: Machine { header.machine }

    /// Whether a dynamic loader has to work for it.
    public var isDynamic: Bool { kind == .executable || kind == .shared }

    /// DT_RUNPATH's or, where there is none, DT_RPATH's directories, in order; an empty one is the current directory.
    public var searchPath: [String] {
        guard let path = runpath ?? rpath else { return [] }
        return path.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    }

    /// The symbols that carry the version `index`, sorted by name.
    public func symbols(ofVersion index: UInt16) -> [Symbol] {
        if let places = users[index & 0x7FFF] { return places.map { symbols[$0] } }
        return symbols.filter { $0.version == index & 0x7FFF }.sorted { $0.name < $1.name }
    }

    /// Prepares ``symbols(ofVersion:)`` for the nodes of all needs, and returns how many symbols that gives for all of them
    /// together: honest files have each symbol behind one node, but records may share a version index.
    mutating func arrangeUsers() -> Int {
        var users: [UInt16: [Int]] = [:]
        for need in needs { for node in need.nodes { users[node.index & 0x7FFF] = [] } }
        for (place, symbol) in symbols.enumerated() {
            if let version = symbol.version { users[version]?.append(place) }
        }
        for index in users.keys { users[index]?.sort { symbols[$0].name < symbols[$1].name } }
        self.users = users
        return needs.reduce(0) { sum, need in
            sum + need.nodes.reduce(0) { $0 + (users[$1.index & 0x7FFF]?.count ?? 0) }
        }
    }
}
