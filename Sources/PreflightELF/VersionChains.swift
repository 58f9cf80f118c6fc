// Version needs (DT_VERNEED) and definitions (DT_VERDEF), followed as the loader follows them: by their links, never by
// the counts that DT_VERNEEDNUM, vn_cnt or vd_cnt claim (glibc elf/dl-version.c).
//
// libelf's converter stops silently at an unaligned record of a foreign byte order, so the 16 to 20 byte records are
// decoded here.

internal import CPreflightELF

/// One version node that an object needs from one library (an Elf_Vernaux record).
public struct NeededNode: Hashable, Sendable {
    /// The node, such as `GLIBC_2.34`.
    public var name: String
    /// vna_hash; the loader compares it before the name.
    public var hash: UInt32
    /// vna_flags; 2 is VER_FLG_WEAK.
    public var flags: UInt16
    /// vna_other: the version index that symbols carry. Bit 15 is the hidden bit.
    public var index: UInt16

    /// VER_FLG_WEAK: only weak references use the node, so its absence is a warning (glibc 2.30 and later).
    public var isWeak: Bool { flags & 2 != 0 }

    /// A strong need of `name` with its true hash.
    public init(_ name: String, index: UInt16) {
        self.init(name: name, hash: elfHash(name), flags: 0, index: index)
    }

    init(name: String, hash: UInt32, flags: UInt16, index: UInt16) {
        self.name = name
        self.hash = hash
        self.flags = flags
        self.index = index
    }

    /// Whether the hash is the name's; a node with another can never be found.
    public var hasTrueHash: Bool { hash == elfHash(name) }
}

/// What an object needs from one library (an Elf_Verneed record with its nodes).
public struct VersionNeed: Hashable, Sendable {
    /// vn_file: the soname of the library.
    public var library: String
    /// The nodes in file order.
    public var nodes: [NeededNode]

    /// A need as it is.
    public init(library: String, nodes: [NeededNode]) {
        self.library = library
        self.nodes = nodes
    }
}

/// One version node that an object defines (an Elf_Verdef record with its names).
public struct VersionDefinition: Hashable, Sendable {
    /// The first name: the node itself.
    public var name: String
    /// Further names: the nodes it inherits from.
    public var parents: [String]
    /// vd_flags; 1 is VER_FLG_BASE, 2 VER_FLG_WEAK.
    public var flags: UInt16
    /// vd_ndx: the version index that symbols carry.
    public var index: UInt16
    /// vd_hash as it stands in the file.
    public var hash: UInt32

    /// VER_FLG_BASE: the object's own name rather than a node.
    public var isBase: Bool { flags & 1 != 0 }
}

/// The System V hash of a name, which version records carry (gABI, "Hash Table").
public func elfHash(_ name: String) -> UInt32 {
    var hash: UInt32 = 0
    func add(_ byte: UInt8) {
        hash = (hash << 4) &+ UInt32(byte)
        let high = hash & 0xF000_0000
        hash ^= high >> 24
        hash &= ~high
    }
    if RawText.containsEscape(name) {
        RawText.bytes(name).forEach(add)
    } else {
        name.utf8.forEach(add)
    }
    return hash
}

/// Walks version chains of one file, with one bound on all records together: a 32-bit chain can turn back on itself.
struct VersionChains {
    /// The largest programs at hand have 50 nodes; each of them is judged for every target.
    static let mostNeeds = 512
    /// Version indexes have 15 bits, so more definitions than this no loader could tell apart.
    static let mostDefinitions = 32768

    let file: FileBytes
    let strings: StringTable
    private var records = 0

    init(_ file: FileBytes, _ strings: StringTable) {
        self.file = file
        self.strings = strings
    }

    private mutating func count(_ what: String, most: Int, at place: UInt64) throws(ReadError) {
        records += 1
        guard records <= most else {
            throw .malformed("the chain of \(what) does not end within \(most) records", at: place)
        }
    }

    /// A record of `size` bytes at `place`, which must lie in `table`.
    private func record(
        _ place: UInt64, _ size: Int, in table: Range<UInt64>, what: @autoclosure () -> String
    ) throws(ReadError) -> ByteView {
        let end = min(table.upperBound, file.size)
        guard place >= table.lowerBound, place < end, UInt64(size) <= end - place else {
            throw .malformed(
                "\(what()) lies outside of its table (\(hexadecimal(table.lowerBound)) to \(hexadecimal(end)))", at: place
            )
        }
        // The names lie shortly before the first record: .dynstr, .gnu.version, .gnu.version_d, .gnu.version_r.
        return try file.bytes(at: place, count: size, what: what(), behind: 2048)
    }

    /// A step forward, or in a 32-bit file anywhere: addresses wrap at 2^32 there.
    private func step(_ place: UInt64, _ delta: UInt32, is64Bit: Bool) throws(ReadError) -> UInt64 {
        guard !is64Bit, delta >= 0x8000_0000 else { return place + UInt64(delta) }
        let back = UInt64(UInt32(0) &- delta)
        guard back <= place else {
            throw .malformed("the link \(hexadecimal(delta)) of a version record leads in front of the file", at: place)
        }
        return place - back
    }

    /// The needs that start at `table`'s lower bound.
    mutating func needs(_ table: Range<UInt64>, is64Bit: Bool) throws(ReadError) -> [VersionNeed] {
        var needs: [VersionNeed] = []
        var place = table.lowerBound
        while true {
            try count("version needs", most: Self.mostNeeds, at: place)
            let entry = try record(place, 16, in: table, what: "a version need")
            let version = entry.u16(0)
            // The loader looks at vn_version of the first record only.
            if needs.isEmpty, version != 1 {
                throw .malformed("unsupported version \(version) of Verneed record; the loader refuses it", at: place)
            }
            let (fileName, firstNode, next) = (entry.u32(4), entry.u32(8), entry.u32(12))
            let library = try strings.text(UInt64(fileName), in: file, what: "the library of a version need")
            let nodes = try nodes(try step(place, firstNode, is64Bit: is64Bit), table, library, is64Bit: is64Bit)
            needs.append(VersionNeed(library: library, nodes: nodes))
            if next == 0 { return needs }
            place = try step(place, next, is64Bit: is64Bit)
        }
    }

    private mutating func nodes(
        _ first: UInt64, _ table: Range<UInt64>, _ library: String, is64Bit: Bool
    ) throws(ReadError) -> [NeededNode] {
        var nodes: [NeededNode] = []
        var place = first
        while true {
            try count("version nodes", most: Self.mostNeeds, at: place)
            let entry = try record(place, 16, in: table, what: "a version node needed from \(shortened(library))")
            let (hash, flags, other, name, next) = (entry.u32(0), entry.u16(4), entry.u16(6), entry.u32(8), entry.u32(12))
            let text = try strings.text(UInt64(name), in: file, what: "a node needed from \(shortened(library))")
            try file.charge(demand: library.utf8.count + text.utf8.count, at: place)
            nodes.append(NeededNode(name: text, hash: hash, flags: flags, index: other))
            if next == 0 { return nodes }
            place = try step(place, next, is64Bit: is64Bit)
        }
    }

    /// The definitions that start at `table`'s lower bound, the base definition with them.
    mutating func definitions(_ table: Range<UInt64>, is64Bit: Bool) throws(ReadError) -> [VersionDefinition] {
        var definitions: [VersionDefinition] = []
        var place = table.lowerBound
        while true {
            try count("version definitions", most: Self.mostDefinitions, at: place)
            let entry = try record(place, 20, in: table, what: "a version definition")
            let version = entry.u16(0)
            if version != 1 {
                throw .malformed("unsupported version \(version) of Verdef record; the loader refuses it", at: place)
            }
            let (flags, index, hash) = (entry.u16(2), entry.u16(4), entry.u32(8))
            let (firstName, next) = (entry.u32(12), entry.u32(16))
            let names = try names(try step(place, firstName, is64Bit: is64Bit), table, is64Bit: is64Bit)
            definitions.append(
                VersionDefinition(
                    name: names[0], parents: Array(names.dropFirst()), flags: flags, index: index, hash: hash
                )
            )
            if next == 0 { return definitions }
            place = try step(place, next, is64Bit: is64Bit)
        }
    }

    private mutating func names(_ first: UInt64, _ table: Range<UInt64>, is64Bit: Bool) throws(ReadError) -> [String] {
        var names: [String] = []
        var place = first
        while true {
            try count("names of version definitions", most: Self.mostDefinitions, at: place)
            let entry = try record(place, 8, in: table, what: "the name of a version definition")
            let (name, next) = (entry.u32(0), entry.u32(4))
            names.append(try strings.text(UInt64(name), in: file, what: "the name of a version definition"))
            if next == 0 { return names }
            place = try step(place, next, is64Bit: is64Bit)
        }
    }
}
