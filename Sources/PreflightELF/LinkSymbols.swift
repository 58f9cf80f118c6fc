// What a relocatable object (.o) needs from the link and defines for it. It has no dynamic table: its section table and
// SHT_SYMTAB (gABI, chapter 4) are all there is, and only here they are trusted.

internal import CPreflightELF

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A global symbol of a relocatable object.
public struct LinkSymbol: Hashable, Sendable {
    /// Where the symbol is.
    public enum State: Sendable {
        /// Another input of the link has to define it; a weak one may stay undefined.
        case undefined
        /// In the object, or an absolute number.
        case defined
        /// A variable without value, of which the linker keeps one (SHN_COMMON).
        case common
    }

    /// The name.
    public var name: String
    /// Where it is.
    public var state: State
    /// How strongly it is bound; never `local`.
    public var binding: Symbol.Binding

    /// A symbol called `name`.
    public init(name: String, state: State, binding: Symbol.Binding) {
        self.name = name
        self.state = state
        self.binding = binding
    }
}

/// One entry of the section table.
struct Section {
    var name: UInt32
    var type: UInt32
    var offset: UInt64
    var size: UInt64
    var link: UInt32
    var entrySize: UInt64
}

/// The section table of a relocatable object.
struct SectionTable {
    /// More sections than the largest object that a compiler makes of one file, with one section a function.
    static let mostSections: UInt64 = 1 << 20

    let file: FileBytes
    let is64Bit: Bool
    let start: UInt64
    let count: UInt64
    private let nameTable: UInt64

    /// Finds the table of `file`; nil where there is none.
    init?(_ file: FileBytes, _ header: Header) throws(ReadError) {
        let is64Bit = header.machine.is64Bit
        let recordSize = is64Bit ? 64 : 40
        let start = header.sectionOffset
        guard start != 0 else { return nil }
        let fields = try file.bytes(at: is64Bit ? 58 : 46, count: 6, what: "the ELF header")
        guard Int(fields.u16(0)) == recordSize else {
            throw .malformed("e_shentsize is \(fields.u16(0)); it must be \(recordSize)", at: is64Bit ? 58 : 46)
        }
        var count = UInt64(header.sectionCount)
        var nameTable = UInt64(fields.u16(4))
        if count == 0 || nameTable == UInt64(SHN_XINDEX) {
            // More than 65,279 sections: the first one, which is none, holds the numbers.
            let first = try Self.section(
                in: file.bytes(at: start, count: recordSize, what: "the first section header"), 0, is64Bit: is64Bit)
            if count == 0 { count = first.size }
            if nameTable == UInt64(SHN_XINDEX) { nameTable = UInt64(first.link) }
        }
        guard count <= Self.mostSections, count <= (file.size - min(start, file.size)) / UInt64(recordSize) else {
            throw .malformed(
                "the section table (\(count) entries) ends beyond the file (\(hexadecimal(file.size)) bytes); it is cut short",
                at: start
            )
        }
        self.file = file
        self.is64Bit = is64Bit
        self.start = start
        self.count = count
        self.nameTable = nameTable
    }

    private static func section(in view: ByteView, _ base: Int, is64Bit: Bool) -> Section {
        Section(
            name: view.u32(base), type: view.u32(base + 4),
            offset: view.word(base + (is64Bit ? 24 : 16), is64Bit: is64Bit),
            size: view.word(base + (is64Bit ? 32 : 20), is64Bit: is64Bit),
            link: view.u32(base + (is64Bit ? 40 : 24)),
            entrySize: view.word(base + (is64Bit ? 56 : 36), is64Bit: is64Bit)
        )
    }

    /// The section with the number `index`, which names it in the error.
    func section(_ index: UInt64, what: String) throws(ReadError) -> Section {
        guard index > 0, index < count else {
            throw .malformed("\(what) is section \(index), and there are \(count)", at: start)
        }
        let size = is64Bit ? 64 : 40
        let view = try file.bytes(at: start + index * UInt64(size), count: size, what: "a section header")
        return Self.section(in: view, 0, is64Bit: is64Bit)
    }

    /// The first section that `body` accepts, with its number.
    func first(where body: (Section, UInt64) throws(ReadError) -> Bool) throws(ReadError) -> (Section, UInt64)? {
        var found: (Section, UInt64)?
        let size = is64Bit ? 64 : 40
        try file.stream(at: start, recordSize: size, count: count, what: "the section table") {
            (view, first) throws(ReadError) in
            for index in 0..<view.count / size {
                let section = Self.section(in: view, index * size, is64Bit: is64Bit)
                if try body(section, first + UInt64(index)) {
                    found = (section, first + UInt64(index))
                    return false
                }
            }
            return true
        }
        return found
    }

    /// The first section called `name`.
    func first(named name: String) throws(ReadError) -> Section? {
        guard nameTable > 0, nameTable < count else { return nil }
        let names = try section(nameTable, what: "the table of section names")
        let wanted = Array(name.utf8) + [0]
        return try first { (section, _) throws(ReadError) in
            guard UInt64(section.name) <= names.size, UInt64(wanted.count) <= names.size - UInt64(section.name) else {
                return false
            }
            let (place, overflow) = names.offset.addingReportingOverflow(UInt64(section.name))
            guard !overflow else { return false }
            let view = try file.bytes(at: place, count: wanted.count, what: "the name of a section")
            return view.slice(0, wanted.count).elementsEqual(wanted)
        }?.0
    }
}

/// The names of a symbol table: small tables are read at once, since their names lie about in no order.
private struct SymbolNames {
    /// The largest object of the Swift toolchain has a third.
    static let largestCopy: UInt64 = 8 << 20
    /// Names may overlap; all of them together are bounded, and with them the time.
    static let mostVisited = 64 << 20

    private let file: FileBytes
    private let table: Section
    private var copy: [UInt8] = []
    private var left = mostVisited

    init(_ file: FileBytes, _ table: Section) throws(ReadError) {
        guard table.type == UInt32(SHT_STRTAB), table.offset <= file.size, table.size <= file.size - table.offset else {
            throw .malformed("the names of the symbol table are no string table within the file", at: table.offset)
        }
        self.file = file
        self.table = table
        if table.size <= Self.largestCopy {
            copy = try file.copy(at: table.offset, count: table.size, what: "the string table")
        }
    }

    /// Hands the bytes of the name at `offset` to `body`.
    mutating func withName(_ offset: UInt32, _ body: (UnsafeRawBufferPointer) throws(ReadError) -> Void) throws(ReadError) {
        guard UInt64(offset) < table.size else {
            throw .malformed("the name of a symbol lies outside of the string table", at: table.offset)
        }
        guard copy.count == Int(table.size) else {
            let place = table.offset + UInt64(offset)
            let count = Int(min(UInt64(ReadBuffers.windowSize), table.size - UInt64(offset)))
            let view = try file.bytes(at: place, count: count, what: "the name of a symbol", behind: 1024)
            guard let end = memchr(view.base, 0, count) else {
                throw .malformed("the name of a symbol is longer than \(count - 1) bytes or has no end", at: place)
            }
            try charge(UnsafeRawPointer(end) - view.base)
            return try body(view.slice(0, UnsafeRawPointer(end) - view.base))
        }
        guard let end = copy[Int(offset)...].prefix(FileBytes.longestText).firstIndex(of: 0) else {
            throw .malformed("the name of a symbol has no end", at: table.offset + UInt64(offset))
        }
        try charge(end - Int(offset))
        try Self.withBytes(copy[Int(offset)..<end], body)
    }

    /// `withUnsafeBytes` knows no typed errors.
    private static func withBytes(
        _ bytes: ArraySlice<UInt8>, _ body: (UnsafeRawBufferPointer) throws(ReadError) -> Void
    ) throws(ReadError) {
        let outcome = bytes.withUnsafeBytes { memory -> Result<Void, ReadError> in
            do throws(ReadError) { return .success(try body(memory)) } catch { return .failure(error) }
        }
        try outcome.get()
    }

    private mutating func charge(_ length: Int) throws(ReadError) {
        guard length <= left else {
            throw .malformed(
                "the names of this object's symbols take more than \(Self.mostVisited) bytes together", at: table.offset)
        }
        left -= length
    }
}

extension FileBytes {
    /// Hands every global symbol of a relocatable object to `body`: the bytes of its name, valid during the call, and
    /// where and how strongly it is bound.
    func eachLinkSymbol(
        _ header: Header,
        _ body: (UnsafeRawBufferPointer, LinkSymbol.State, Symbol.Binding) throws(ReadError) -> Void
    ) throws(ReadError) {
        guard let sections = try SectionTable(self, header) else { return }
        guard let (symbols, number) = try sections.first(where: { (section, _) in section.type == UInt32(SHT_SYMTAB) })
        else { return }
        let is64Bit = sections.is64Bit
        let recordSize = is64Bit ? 24 : 16
        guard symbols.entrySize == UInt64(recordSize) else {
            throw .malformed(
                "an entry of the symbol table has \(symbols.entrySize) bytes; it must have \(recordSize)", at: symbols.offset)
        }
        let count = symbols.size / UInt64(recordSize)
        guard count <= Self.mostEntries else {
            throw .malformed(
                "the symbol table is said to have \(count) entries; no object has more than \(Self.mostEntries)",
                at: symbols.offset
            )
        }
        var names = try SymbolNames(
            self, try sections.section(UInt64(symbols.link), what: "the string table of the symbol table"))
        var extended: Section??
        try stream(at: symbols.offset, recordSize: recordSize, count: count, what: "the symbol table") {
            (view, first) throws(ReadError) in
            for record in 0..<view.count / recordSize {
                let base = record * recordSize
                let index = first + UInt64(record)
                let info = view.u8(base + (is64Bit ? 4 : 12))
                // The first entry is none; local symbols are nobody else's business.
                if index == 0 || info >> 4 == UInt8(STB_LOCAL) { continue }
                let name = view.u32(base)
                if name == 0 { continue }
                var place = UInt32(view.u16(base + (is64Bit ? 6 : 14)))
                if place == UInt32(SHN_XINDEX) {
                    // More than 65,279 sections: the number stands in a table of its own.
                    if extended == nil { extended = .some(try extendedIndexes(sections, of: number)) }
                    guard case .some(.some(let table)) = extended, index < table.size / 4, table.offset <= size else {
                        throw .malformed("a symbol's section stands in SHT_SYMTAB_SHNDX, which is missing or too short")
                    }
                    // Not a reserved number, whatever it is like.
                    let real = try bytes(at: table.offset + index * 4, count: 4, what: "SHT_SYMTAB_SHNDX").u32(0)
                    place = real == 0 ? UInt32(SHN_UNDEF) : UInt32(SHN_ABS)
                }
                let state: LinkSymbol.State =
                    switch Int32(place) {
                    case SHN_UNDEF: .undefined
                    case SHN_COMMON: .common
                    default: .defined
                    }
                let binding = Symbol.Binding(rawValue: info >> 4) ?? .other
                try names.withName(name) { (bytes) throws(ReadError) in try body(bytes, state, binding) }
            }
            return true
        }
    }

    private func extendedIndexes(_ sections: SectionTable, of number: UInt64) throws(ReadError) -> Section? {
        // The stream's memory holds the symbols; the section headers come through the windows, once for an object.
        for index in 1..<max(1, sections.count) {
            let section = try sections.section(index, what: "SHT_SYMTAB_SHNDX")
            if section.type == UInt32(SHT_SYMTAB_SHNDX), UInt64(section.link) == number { return section }
        }
        return nil
    }

    /// The global symbols of a relocatable object, in the order of its table.
    func linkSymbols(
        _ header: Header, wantsReferences: Bool, wantsDefinitions: Bool
    ) throws(ReadError) -> [LinkSymbol] {
        var symbols: [LinkSymbol] = []
        try eachLinkSymbol(header) { (name, state, binding) throws(ReadError) in
            guard state == .undefined ? wantsReferences : wantsDefinitions else { return }
            guard symbols.count < Self.mostSymbols else {
                throw .malformed("has more than \(Self.mostSymbols) global symbols to look at")
            }
            try charge(name.count, at: header.sectionOffset)
            symbols.append(LinkSymbol(name: RawText.string(name), state: state, binding: binding))
        }
        return symbols
    }

    /// The libraries that the objects of a Swift module ask the linker for (`-lswiftCore`), from the section that
    /// swift-autolink-extract reads; empty for objects of other compilers.
    func autolinkEntries(_ header: Header) throws(ReadError) -> [String] {
        guard let sections = try SectionTable(self, header),
            let section = try sections.first(named: ".swift1_autolink_entries"), section.type != UInt32(SHT_NOBITS)
        else { return [] }
        guard section.size <= UInt64(Self.longestText) else {
            throw .malformed("the linker options have \(section.size) bytes; nobody has more than \(Self.longestText)")
        }
        let bytes = try copy(at: section.offset, count: section.size, what: "the linker options")
        return bytes.split(separator: 0).map { entry in entry.withUnsafeBytes { RawText.string($0) } }
    }
}
