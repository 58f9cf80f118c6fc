// Small ELF files written byte by byte, for every class and byte order: a cross compiler for each machine is not to be
// had everywhere, and none of them writes what a test of hostile input needs.
//
// The builder writes honest files. A test that wants a lie builds first and then changes one named field of the
// `ELFImage` (`image["verneed[0].vn_cnt"] = 0`).

/// A name in an ELF file: bytes that need not be UTF-8.
public struct Name: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, Hashable, Sendable {
    /// The bytes, without the NUL behind them.
    public var bytes: [UInt8]
    /// The UTF-8 bytes of `text`.
    public init(_ text: String) { bytes = Array(text.utf8) }
    /// These bytes.
    public init(bytes: [UInt8]) { self.bytes = bytes }
    /// The UTF-8 bytes of `value`.
    public init(stringLiteral value: String) { self.init(value) }
    /// These bytes.
    public init(arrayLiteral elements: UInt8...) { bytes = elements }
}

/// What is to be written; ``image()`` writes it.
public struct ELFBuilder: Sendable {
    /// One node of a version need.
    public struct Node: Sendable {
        /// The name.
        public var name: Name
        /// The version index.
        public var index: UInt16
        /// The flags of the record.
        public var flags: UInt16
        /// The hash, where it is not the name's.
        public var hash: UInt32?
        /// A node; `hash` is the name's where nothing else is said.
        public init(_ name: Name, index: UInt16, flags: UInt16 = 0, hash: UInt32? = nil) {
            self.name = name
            self.index = index
            self.flags = flags
            self.hash = hash
        }
    }

    /// The needs from one library.
    public struct Need: Sendable {
        /// The library.
        public var library: Name
        /// The nodes.
        public var nodes: [Node]
        /// The needs from `library`.
        public init(_ library: Name, _ nodes: [Node]) {
            self.library = library
            self.nodes = nodes
        }
    }

    /// One version definition.
    public struct Definition: Sendable {
        /// The name.
        public var name: Name
        /// The nodes it inherits from.
        public var parents: [Name]
        /// The version index.
        public var index: UInt16
        /// The flags of the record.
        public var flags: UInt16
        /// A definition; flag 1 is VER_FLG_BASE.
        public init(_ name: Name, parents: [Name] = [], index: UInt16, flags: UInt16 = 0) {
            self.name = name
            self.parents = parents
            self.index = index
            self.flags = flags
        }
    }

    /// How a reference to a symbol is relocated.
    public enum Relocation: Sendable {
        /// Not at all.
        case none
        /// In DT_RELA or DT_REL.
        case data
        /// In DT_JMPREL.
        case plt
    }

    /// One dynamic symbol.
    public struct Symbol: Sendable {
        /// The name.
        public var name: Name
        /// STB_*.
        public var binding: UInt8
        /// The type.
        public var type: UInt8
        /// Whether it is defined here.
        public var isDefined: Bool
        /// What .gnu.version says.
        public var version: UInt16
        /// How it is relocated.
        public var relocation: Relocation
        /// A symbol; binding 1 is global, 2 weak; type 1 is an object, 2 a function; version 1 is none.
        public init(
            _ name: Name, binding: UInt8 = 1, type: UInt8 = 2, isDefined: Bool = false, version: UInt16 = 1,
            relocation: Relocation = .none
        ) {
            self.name = name
            self.binding = binding
            self.type = type
            self.isDefined = isDefined
            self.version = version
            self.relocation = relocation
        }
    }

    /// One note.
    public struct Note: Sendable {
        /// The owner.
        public var owner: Name
        /// The type.
        public var type: UInt32
        /// Bytes.
        public var content: [UInt8]
        /// Numbers, written in the order of the file.
        public var words: [UInt32]
        /// A note of bytes.
        public init(_ owner: Name, type: UInt32, content: [UInt8]) {
            (self.owner, self.type, self.content, words) = (owner, type, content, [])
        }
        /// A note of 32-bit numbers.
        public init(_ owner: Name, type: UInt32, words: [UInt32]) {
            (self.owner, self.type, content, self.words) = (owner, type, [], words)
        }
    }

    /// Which hash tables are written.
    public enum Hash: Sendable {
        case none, sysv, gnu, both
    }

    /// Class and byte order.
    public var encoding: Encoding
    /// e_type: 2 ET_EXEC, 3 ET_DYN.
    public var type: UInt16 = 3
    /// e_machine.
    public var machine: UInt16 = 62
    /// e_flags.
    public var flags: UInt32 = 0
    /// e_entry.
    public var entry: UInt64 = 0
    /// EI_OSABI.
    public var osABI: UInt8 = 0
    /// PT_INTERP.
    public var interpreter: Name?
    /// Without it there is no PT_DYNAMIC, and nothing that hangs on it.
    public var isDynamic = true
    /// DT_SONAME.
    public var soname: Name?
    /// DT_NEEDED.
    public var needed: [Name] = []
    /// DT_RPATH.
    public var rpath: Name?
    /// DT_RUNPATH.
    public var runpath: Name?
    /// DT_VERNEED.
    public var needs: [Need] = []
    /// DT_VERDEF.
    public var definitions: [Definition] = []
    /// The dynamic symbols behind the empty one; those without definition are written first.
    public var symbols: [Symbol] = []
    /// PT_NOTE, one segment for all of them.
    public var notes: [Note] = []
    /// p_align of the notes, which also pads them.
    public var noteAlignment = 4
    /// The hash tables.
    public var hash = Hash.gnu
    /// DT_VERSYM is written where there are versions, unless this is false.
    public var hasVersionSymbols = true
    /// DT_RELA or, where false, DT_REL; the usual one of the class by default.
    public var hasAddends: Bool
    /// DT_RELR with this many words; the first is an address, the others are bitmaps.
    public var relativeRelocations = 0
    /// Further entries of the dynamic table, written before DT_NULL.
    public var extraEntries: [(tag: Int64, value: UInt64)] = []
    /// Copies of DT_DEBUG as linkers give programs.
    public var hasDebugEntry = false
    /// Bytes put behind the string table, in it.
    public var stringTail: [UInt8] = []
    /// A PT_NULL entry behind the other program headers, which ``ELFImage/map(_:)`` makes a segment of.
    public var hasSpareSegment = false
    /// Where the file is mapped; the part with the dynamic table lies one page higher than its offset says.
    public var base: UInt64 = 0x10000

    /// An empty shared object.
    public init(_ encoding: Encoding = Encoding(is64Bit: true, isBigEndian: false)) {
        self.encoding = encoding
        hasAddends = encoding.is64Bit
        if !encoding.is64Bit || encoding.isBigEndian {
            machine = encoding.is64Bit ? 22 : encoding.isBigEndian ? 20 : 3
        }
    }

    /// A library with a bit of everything, for tests that break things.
    public static func rich(_ encoding: Encoding) -> ELFBuilder {
        var builder = ELFBuilder(encoding)
        builder.soname = "librich.so.1"
        builder.needed = ["libm.so.6", "libc.so.6"]
        builder.runpath = "$ORIGIN/../lib:/opt/lib"
        builder.needs = [
            Need("libm.so.6", [Node("GLIBC_2.29", index: 4)]),
            Need(
                "libc.so.6",
                [Node("GLIBC_2.34", index: 5), Node("GLIBC_2.36", index: 6, flags: 2), Node("GLIBC_ABI_DT_RELR", index: 7)]
            ),
        ]
        builder.definitions = [
            Definition("librich.so.1", index: 1, flags: 1),
            Definition("RICH_1", index: 2),
            Definition("RICH_2", parents: ["RICH_1"], index: 3),
        ]
        builder.symbols = [
            Symbol("pow", version: 4, relocation: .plt),
            Symbol("stdout", type: 1, version: 5, relocation: .data),
            Symbol("arc4random", binding: 2, version: 6, relocation: .plt),
            Symbol("rich_open", isDefined: true, version: 2),
            Symbol("rich_close", isDefined: true, version: 3),
            Symbol("environ", binding: 2, type: 1, isDefined: true, version: 5, relocation: .data),
        ]
        builder.notes = [
            Note("GNU", type: 1, words: [0, 3, 2, 0]),
            Note("FDO", type: 0xCAFE_1A7E, content: Array(#"{"type":"deb","name":"rich"}"#.utf8)),
            Note("FDO", type: 0x407C_0C0A, content: Array(#"[{"soname":["libz.so.1"]}]"#.utf8)),
        ]
        builder.hash = .both
        builder.hasSpareSegment = true
        builder.relativeRelocations = 2
        return builder
    }
}
