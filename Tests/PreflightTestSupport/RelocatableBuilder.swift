// Relocatable objects and static archives as bytes, in all encodings, and with whatever lies a test wants.

/// Builds an ET_REL file with a section table, a symbol table and its strings, and if wanted linker options of a Swift module.
public struct RelocatableBuilder: Sendable {
    /// A symbol.
    public struct Symbol: Sendable {
        var name: Name
        var binding: UInt8
        /// The number of its section.
        public var section: UInt16

        /// - Parameters:
        ///   - binding: 0 local, 1 global, 2 weak, 10 unique.
        ///   - section: 0 undefined, 0xFFF2 common, 0xFFFF in the extended table.
        public init(_ name: Name, binding: UInt8 = 1, section: UInt16 = 0) {
            self.name = name
            self.binding = binding
            self.section = section
        }
    }

    /// Class and byte order.
    public var encoding: Encoding
    /// Symbols behind the first, which is none.
    public var symbols: [Symbol] = []
    /// SHT_SYMTAB_SHNDX, one number for each symbol but the first; nil for no such section.
    public var extended: [UInt32]?
    /// The bytes of `.swift1_autolink_entries`.
    public var autolink: String?
    /// e_shnum stands in the first section header, as with more than 65,279 sections.
    public var hasLargeNumbers = false
    /// What the header of the symbol table says instead of the truth.
    public var symbolTable: (size: UInt64?, entrySize: UInt64?, link: UInt32?) = (nil, nil, nil)
    /// e_shentsize instead of the truth.
    public var sectionHeaderSize: UInt16?

    /// An object without symbols.
    public init(_ encoding: Encoding) { self.encoding = encoding }

    /// The file.
    public func write() -> [UInt8] {
        var strings: [UInt8] = [0]
        var table = ByteWriter(encoding)
        for symbol in [Symbol("", binding: 0)] + symbols {
            let place = symbol.name.bytes.isEmpty ? 0 : UInt32(strings.count)
            if place > 0 { strings += symbol.name.bytes + [0] }
            table.u32(place)
            if encoding.is64Bit {
                table.u8(symbol.binding << 4)
                table.u8(0)
                table.u16(symbol.section)
                table.u64(0)
                table.u64(0)
            } else {
                table.u32(0)
                table.u32(0)
                table.u8(symbol.binding << 4)
                table.u8(0)
                table.u16(symbol.section)
            }
        }
        var numbers = ByteWriter(encoding)
        for number in [0] + (extended ?? []) { numbers.u32(number) }

        // name, type, link, bytes; the first section is none.
        var sections: [(name: String, type: UInt32, link: UInt32, bytes: [UInt8])] = [
            ("", 0, 0, []), (".symtab", 2, 2, table.bytes), (".strtab", 3, 0, strings),
        ]
        if extended != nil { sections.append((".symtab_shndx", 18, 1, numbers.bytes)) }
        if let autolink { sections.append((".swift1_autolink_entries", 1, 0, Array(autolink.utf8))) }
        sections.append((".shstrtab", 3, 0, []))
        var names: [UInt8] = [0]
        var places: [UInt32] = []
        for section in sections {
            places.append(section.name.isEmpty ? 0 : UInt32(names.count))
            if !section.name.isEmpty { names += Array(section.name.utf8) + [0] }
        }
        sections[sections.count - 1].bytes = names

        var body = ByteWriter(encoding)
        let headerSize = encoding.is64Bit ? 64 : 52
        var offsets: [UInt64] = []
        for section in sections {
            body.align(8)
            offsets.append(UInt64(headerSize + body.count))
            body.bytes += section.bytes
        }
        body.align(8)
        let tableOffset = headerSize + body.count
        for (index, section) in sections.enumerated() {
            let isSymbols = section.type == 2
            body.u32(places[index])
            body.u32(section.type)
            body.word(0)
            body.word(0)
            body.word(offsets[index])
            let size = index == 0 && hasLargeNumbers ? UInt64(sections.count) : UInt64(section.bytes.count)
            body.word(isSymbols ? symbolTable.size ?? size : size)
            body.u32(
                index == 0 && hasLargeNumbers
                    ? UInt32(sections.count - 1) : isSymbols ? symbolTable.link ?? section.link : section.link)
            body.u32(isSymbols ? 1 : 0)
            body.word(1)
            body.word(isSymbols ? symbolTable.entrySize ?? (encoding.is64Bit ? 24 : 16) : 0)
        }

        var header = ByteWriter(encoding)
        header.bytes = [0x7F, 0x45, 0x4C, 0x46, encoding.is64Bit ? 2 : 1, encoding.isBigEndian ? 2 : 1, 1]
        header.align(16)
        header.u16(1)
        header.u16(encoding.is64Bit ? 62 : 3)
        header.u32(1)
        header.word(0)
        header.word(0)
        header.word(UInt64(tableOffset))
        header.u32(0)
        header.u16(UInt16(headerSize))
        header.u16(0)
        header.u16(0)
        header.u16(sectionHeaderSize ?? (encoding.is64Bit ? 64 : 40))
        header.u16(hasLargeNumbers ? 0 : UInt16(sections.count))
        header.u16(hasLargeNumbers ? 0xFFFF : UInt16(sections.count - 1))
        return header.bytes + body.bytes
    }
}

/// Builds a static archive entry by entry.
public struct ArchiveBuilder: Sendable {
    /// The file so far.
    public private(set) var bytes: [UInt8]

    /// An archive without entries.
    public init(isThin: Bool = false) { bytes = Array((isThin ? "!<thin>\n" : "!<arch>\n").utf8) }

    /// Appends an entry.
    ///
    /// - Parameters:
    ///   - field: what stands in the name field, 16 bytes at most.
    ///   - size: what the header says; by default the truth.
    ///   - mark: the end mark of the header.
    public mutating func add(_ field: String, _ content: [UInt8], size: String? = nil, mark: String = "`\n") {
        func cell(_ text: String, _ width: Int) -> [UInt8] {
            Array(text.utf8.prefix(width)) + [UInt8](repeating: 0x20, count: max(0, width - text.utf8.count))
        }
        bytes += cell(field, 16) + cell("0", 12) + cell("0", 6) + cell("0", 6) + cell("644", 8)
        bytes += cell(size ?? String(content.count), 10) + Array(mark.utf8) + content
        if bytes.count % 2 == 1 { bytes.append(0x0A) }
    }
}
