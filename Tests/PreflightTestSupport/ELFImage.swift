// The bytes of an ELF file with the places of its fields by name, so that a test can change one of them and nothing else.
//
// The places come from a reading of their own that believes everything: it is meant for good files and shares no code
// with the reader under test.

/// An ELF file in memory.
public struct ELFImage: Sendable {
    /// A number in the file.
    public struct Field: Sendable, CustomStringConvertible {
        /// Its name: `e_phoff`, `PT_LOAD[1].p_offset`, `DT_STRTAB`, `DT_STRTAB.tag`, `verneed[0].aux[1].vna_next`.
        public let name: String
        /// Where it starts.
        public let offset: Int
        /// How many bytes it has.
        public let width: Int
        /// For the names of test cases.
        public var description: String { name }
    }

    /// The file.
    public var bytes: [UInt8]
    /// Its encoding, as the identification says.
    public let encoding: Encoding
    /// The numbers in the file, in the order in which they were found.
    public let fields: [Field]
    private let index: [String: Int]

    /// The fields of a good file.
    public init(bytes: [UInt8]) {
        self.bytes = bytes
        encoding = Encoding(is64Bit: bytes[4] == 2, isBigEndian: bytes[5] == 2)
        var finder = FieldFinder(bytes, encoding)
        finder.run()
        fields = finder.fields
        index = Dictionary(finder.fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The field called `name`; a name that does not exist is a mistake in the test and stops it.
    public func field(_ name: String) -> Field {
        guard let place = index[name] else {
            preconditionFailure("no field \(name) among \(fields.map(\.name).joined(separator: " "))")
        }
        return fields[place]
    }

    /// Whether there is a field called `name`.
    public func has(_ name: String) -> Bool { index[name] != nil }

    /// The value of a field; a value that is too wide loses its upper bytes.
    public subscript(_ name: String) -> UInt64 {
        get { self[field(name)] }
        set { self[field(name)] = newValue }
    }

    /// The value of a field.
    public subscript(_ field: Field) -> UInt64 {
        get { encoding.number(bytes[field.offset..<field.offset + field.width]) }
        set {
            bytes.replaceSubrange(
                field.offset..<field.offset + field.width, with: encoding.bytes(newValue, width: field.width)
            )
        }
    }

    /// Writes a number in the order of the file.
    public mutating func store(_ value: UInt64, width: Int, at offset: Int) {
        bytes.replaceSubrange(offset..<offset + width, with: encoding.bytes(value, width: width))
    }

    /// Appends `table` and returns the address that it is mapped at, by the spare segment.
    public mutating func map(_ table: [UInt8]) -> UInt64 {
        let place = UInt64(append(table))
        if self["PT_NULL.p_type"] == 0 {
            self["PT_NULL.p_type"] = 1
            self["PT_NULL.p_offset"] = place
            self["PT_NULL.p_vaddr"] = 0x4000_0000
        }
        self["PT_NULL.p_filesz"] = UInt64(bytes.count) - self["PT_NULL.p_offset"]
        self["PT_NULL.p_memsz"] = self["PT_NULL.p_filesz"]
        return 0x4000_0000 + place - self["PT_NULL.p_offset"]
    }

    /// Appends `more` at a multiple of 16 and returns where.
    public mutating func append(_ more: [UInt8]) -> Int {
        while bytes.count % 16 != 0 { bytes.append(0) }
        bytes += more
        return bytes.count - more.count
    }

    /// `numbers` in the order of the file, each in `width` bytes.
    public func encoded(_ numbers: [UInt64], width: Int) -> [UInt8] {
        numbers.flatMap { encoding.bytes($0, width: width) }
    }

    /// Where the bytes at `address` are in the file, by the first PT_LOAD that has them.
    public func offset(ofAddress address: UInt64) -> Int? {
        FieldFinder(bytes, encoding).offset(of: address)
    }
}

private struct FieldFinder {
    let bytes: [UInt8]
    let encoding: Encoding
    var fields: [ELFImage.Field] = []
    private var counts: [String: Int] = [:]

    init(_ bytes: [UInt8], _ encoding: Encoding) {
        self.bytes = bytes
        self.encoding = encoding
    }

    private func number(_ offset: Int, _ width: Int) -> Int {
        guard offset >= 0, offset + width <= bytes.count else { return 0 }
        return Int(truncatingIfNeeded: encoding.number(bytes[offset..<offset + width]))
    }

    private var wide: Bool { encoding.is64Bit }
    private var word: Int { encoding.wordSize }

    /// Adds fields that lie one behind the other; what would be outside of the file is left out.
    private mutating func add(_ prefix: String, at start: Int, _ list: KeyValuePairs<String, Int>) {
        var place = start
        for (name, width) in list {
            guard place >= 0, place + width <= bytes.count else { return }
            fields.append(ELFImage.Field(name: prefix + name, offset: place, width: width))
            place += width
        }
    }

    /// `PT_LOAD`, `PT_LOAD[1]`, …
    private mutating func numbered(_ name: String) -> String {
        let count = counts[name, default: 0]
        counts[name] = count + 1
        return count == 0 ? name : "\(name)[\(count)]"
    }

    mutating func run() {
        add("", at: 4, ["EI_CLASS": 1, "EI_DATA": 1, "EI_VERSION": 1, "EI_OSABI": 1, "EI_ABIVERSION": 1, "EI_PAD": 1])
        add(
            "", at: 16,
            [
                "e_type": 2, "e_machine": 2, "e_version": 4, "e_entry": word, "e_phoff": word, "e_shoff": word,
                "e_flags": 4, "e_ehsize": 2, "e_phentsize": 2, "e_phnum": 2, "e_shentsize": 2, "e_shnum": 2,
                "e_shstrndx": 2,
            ]
        )
        var dynamic: Int?
        for place in segments {
            let type = number(place, 4)
            let name = numbered(Self.segmentNames[type] ?? "PT_\(type)")
            let flags: KeyValuePairs = wide ? ["p_type": 4, "p_flags": 4] : ["p_type": 4]
            add(name + ".", at: place, flags)
            add(
                name + ".", at: place + (wide ? 8 : 4),
                ["p_offset": word, "p_vaddr": word, "p_paddr": word, "p_filesz": word, "p_memsz": word]
            )
            add(name + ".", at: place + (wide ? 48 : 24), wide ? ["p_align": word] : ["p_flags": 4, "p_align": word])
            let offset = number(place + (wide ? 8 : 4), word)
            switch type {
            case 2: dynamic = offset
            case 4: notes(offset, offset + number(place + (wide ? 32 : 16), word))
            default: break
            }
        }
        if let dynamic { dynamicTable(dynamic) }
    }

    private var segments: [Int] {
        let table = number(wide ? 32 : 28, word)
        return (0..<number(wide ? 56 : 44, 2)).map { table + $0 * (wide ? 56 : 32) }
    }

    func offset(of address: UInt64) -> Int? {
        for place in segments where number(place, 4) == 1 {
            let start = number(place + (wide ? 16 : 8), word)
            let size = number(place + (wide ? 32 : 16), word)
            let delta = Int(truncatingIfNeeded: address) &- start
            if delta >= 0, delta < size { return number(place + (wide ? 8 : 4), word) + delta }
        }
        return nil
    }

    private mutating func dynamicTable(_ start: Int) {
        var place = start
        var values: [Int: Int] = [:]
        while place + 2 * word <= bytes.count {
            let tag = number(place, word)
            let unsigned = wide ? tag : Int(UInt32(truncatingIfNeeded: tag))
            let name = numbered(Self.tagNames[unsigned] ?? "DT_0x" + String(unsigned, radix: 16))
            add("", at: place, ["\(name).tag": word, name: word])
            values[unsigned] = number(place + word, word)
            place += 2 * word
            if tag == 0 { break }
        }
        func at(_ tag: Int) -> Int? { values[tag].flatMap { offset(of: UInt64(truncatingIfNeeded: $0)) } }
        if let place = at(0x6FFF_FFFE) { verneed(place) }
        if let place = at(0x6FFF_FFFC) { verdef(place) }
        if let place = at(0x6FFF_FEF5) {
            add("gnu_hash.", at: place, ["nbuckets": 4, "symoffset": 4, "bloom_size": 4, "bloom_shift": 4])
            let buckets = place + 16 + number(place + 8, 4) * word
            add("gnu_hash.", at: buckets, ["bucket": 4])
            add("gnu_hash.", at: buckets + number(place, 4) * 4, ["chain": 4])
        }
        if let place = at(4) { add("hash.", at: place, ["nbucket": 4, "nchain": 4, "bucket": 4]) }
        if let place = at(6) {
            for index in 1..<4 {
                let symbol = place + index * (wide ? 24 : 16)
                add("sym[\(index)].", at: symbol, ["st_name": 4])
                add("sym[\(index)].", at: symbol + (wide ? 4 : 12), ["st_info": 1, "st_other": 1, "st_shndx": 2])
            }
        }
        if let place = at(0x6FFF_FFF0) { for index in 1..<4 { add("versym", at: place + index * 2, ["[\(index)]": 2]) } }
        for (tag, name) in [(7, "rela"), (17, "rel"), (23, "plt"), (36, "relr")] {
            if let place = at(tag) { add("\(name)[0].", at: place, ["r_offset": word, "r_info": word]) }
        }
    }

    private mutating func verneed(_ start: Int) {
        var place = start
        for index in 0..<64 {
            let name = "verneed[\(index)]."
            add(name, at: place, ["vn_version": 2, "vn_cnt": 2, "vn_file": 4, "vn_aux": 4, "vn_next": 4])
            var node = place + number(place + 8, 4)
            for index in 0..<64 {
                let name = name + "aux[\(index)]."
                add(name, at: node, ["vna_hash": 4, "vna_flags": 2, "vna_other": 2, "vna_name": 4, "vna_next": 4])
                let next = number(node + 12, 4)
                if next == 0 { break }
                node += next
            }
            let next = number(place + 12, 4)
            if next == 0 { break }
            place += next
        }
    }

    private mutating func verdef(_ start: Int) {
        var place = start
        for index in 0..<64 {
            let name = "verdef[\(index)]."
            add(
                name, at: place,
                [
                    "vd_version": 2, "vd_flags": 2, "vd_ndx": 2, "vd_cnt": 2, "vd_hash": 4, "vd_aux": 4, "vd_next": 4,
                ]
            )
            var text = place + number(place + 12, 4)
            for index in 0..<64 {
                add(name + "aux[\(index)].", at: text, ["vda_name": 4, "vda_next": 4])
                let next = number(text + 4, 4)
                if next == 0 { break }
                text += next
            }
            let next = number(place + 16, 4)
            if next == 0 { break }
            place += next
        }
    }

    private mutating func notes(_ start: Int, _ end: Int) {
        var place = start
        var index = counts["note", default: 0]
        while place + 12 <= min(end, bytes.count) {
            add("note[\(index)].", at: place, ["n_namesz": 4, "n_descsz": 4, "n_type": 4])
            let (name, content) = (number(place, 4), number(place + 4, 4))
            place += 12 + (name + 3) & ~3
            place += (content + 3) & ~3
            index += 1
        }
        counts["note"] = index
    }

    private static let segmentNames = [
        0: "PT_NULL", 1: "PT_LOAD", 2: "PT_DYNAMIC", 3: "PT_INTERP", 4: "PT_NOTE", 6: "PT_PHDR", 7: "PT_TLS",
        0x6474_E550: "PT_GNU_EH_FRAME", 0x6474_E551: "PT_GNU_STACK", 0x6474_E552: "PT_GNU_RELRO",
        0x6474_E553: "PT_GNU_PROPERTY",
    ]

    private static let tagNames = [
        0: "DT_NULL", 1: "DT_NEEDED", 2: "DT_PLTRELSZ", 3: "DT_PLTGOT", 4: "DT_HASH", 5: "DT_STRTAB", 6: "DT_SYMTAB",
        7: "DT_RELA", 8: "DT_RELASZ", 9: "DT_RELAENT", 10: "DT_STRSZ", 11: "DT_SYMENT", 14: "DT_SONAME",
        15: "DT_RPATH", 17: "DT_REL", 18: "DT_RELSZ", 19: "DT_RELENT", 20: "DT_PLTREL", 21: "DT_DEBUG",
        23: "DT_JMPREL", 24: "DT_BIND_NOW", 29: "DT_RUNPATH", 30: "DT_FLAGS", 35: "DT_RELRSZ", 36: "DT_RELR",
        37: "DT_RELRENT", 0x6FFF_FEF5: "DT_GNU_HASH", 0x6FFF_FFF0: "DT_VERSYM", 0x6FFF_FFFB: "DT_FLAGS_1",
        0x6FFF_FFFC: "DT_VERDEF", 0x6FFF_FFFD: "DT_VERDEFNUM", 0x6FFF_FFFE: "DT_VERNEED", 0x6FFF_FFFF: "DT_VERNEEDNUM",
    ]
}
