// Reading one file: which parts are read is the caller's choice, because a floor costs three small reads and a symbol
// table thousands.

internal import CPreflightELF

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The parts of an object that a caller wants beyond header, dynamic table and version needs.
public struct ReadOptions: OptionSet, Sendable {
    /// The bits.
    public let rawValue: Int
    /// The options with these bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Version definitions.
    public static let definitions = ReadOptions(rawValue: 1)
    /// Symbols that other objects must provide, and those that carry a needed version (copy relocations).
    public static let references = ReadOptions(rawValue: 2)
    /// Symbols that the object offers.
    public static let exports = ReadOptions(rawValue: 4)
    /// When each reference is bound; reads the relocations.
    public static let bindings = ReadOptions(rawValue: 8)
    /// Notes.
    public static let notes = ReadOptions(rawValue: 16)
    /// Everything.
    public static let all: ReadOptions = [.definitions, .references, .exports, .bindings, .notes]
}

/// An object that is being read; more can be asked of it as long as it is held.
public struct ObjectFile: ~Copyable {
    private let file: FileBytes
    private let segments: [Segment]
    private let map: SegmentMap
    private var table: DynamicTable?
    private var strings: StringTable?
    /// What was read so far.
    public private(set) var object: Object

    /// Opens `path` and reads header, dynamic table and version needs.
    ///
    /// - Parameters:
    ///   - path: the file, relative to `directory`; text as of ``RawText``.
    ///   - directory: an open directory; nil for the working directory.
    ///   - isExpectedRegular: a directory entry calls it a regular file; a file that is not ELF is then told sooner.
    ///   - buffers: memory of the calling worker.
    /// - Throws: ``ReadError``: the file is missing, unreadable, no regular file, no ELF file, or contradicts itself.
    public init(
        path: String, in directory: CInt? = nil, isExpectedRegular: Bool = false, buffers: ReadBuffers
    ) throws(ReadError) {
        let file = try RawText.withPath(path) { (name) throws(ReadError) in
            try FileBytes(
                path: name, in: directory ?? AT_FDCWD, isExpectedRegular: isExpectedRegular, buffers: buffers
            )
        }
        try self.init(file)
    }

    /// The flags to open a file with that ``init(descriptor:buffers:)`` shall read: nothing of a stranger may block the open.
    public static var openFlags: CInt { FileBytes.openFlags }

    /// Reads an open file, which is closed with it, as ``init(path:in:isExpectedRegular:buffers:)`` does.
    public init(descriptor: CInt, buffers: ReadBuffers) throws(ReadError) {
        try self.init(FileBytes(descriptor: descriptor, isExpectedRegular: false, buffers: buffers))
    }

    /// What tells the file from others under any name.
    public var identity: FileIdentity { file.identity }

    /// Reads header, dynamic table and version needs of what is open already.
    init(_ file: FileBytes) throws(ReadError) {
        let (header, segments) = try file.header()
        var object = Object(header: header, kind: .other)
        var table: DynamicTable?
        var strings: StringTable?
        let map = SegmentMap(segments)
        switch Int32(header.type) {
        case ET_REL: object.kind = .relocatable
        case ET_CORE: object.kind = .core
        case ET_EXEC, ET_DYN:
            do {
                try Self.readLoadable(file, segments, map, &object, &table, &strings)
            } catch {
                guard let remark = try? file.debugRemark(header) else { throw error }
                object = Object(header: header, kind: .other, remark: remark)
                table = nil
            }
        case let other:
            object.remark = "has the ELF type \(other), which no loader starts"
        }
        self.file = file
        self.segments = segments
        self.map = map
        self.table = table
        self.strings = strings
        self.object = object
    }

    private static func readLoadable(
        _ file: FileBytes, _ segments: [Segment], _ map: SegmentMap, _ object: inout Object,
        _ table: inout DynamicTable?, _ strings: inout StringTable?
    ) throws(ReadError) {
        var dynamic: Segment?
        var interpreter: Segment?
        object.loadAlignment = UInt64.max
        for segment in segments {
            switch Int32(bitPattern: segment.type) {
            // The loader keeps the last PT_DYNAMIC, the kernel the first PT_INTERP.
            case PT_DYNAMIC: dynamic = segment
            case PT_INTERP: interpreter = interpreter ?? segment
            case PT_GNU_STACK: object.hasExecutableStack = segment.flags & UInt32(PF_X) != 0
            case PT_LOAD: object.loadAlignment = min(object.loadAlignment, max(1, segment.alignment))
            default: break
            }
        }
        object.programHeaderSize = segments.count * (object.machine.is64Bit ? 56 : 32)
        guard !map.isEmpty else {
            throw .malformed("has no PT_LOAD segment, so nothing of it would be loaded")
        }
        if let interpreter {
            // The kernel takes the path by file offset and wants it to end in NUL within its segment.
            object.interpreter = try interpreterPath(file, interpreter)
        }
        guard let dynamic else {
            object.kind = object.interpreter == nil ? .static : .executable
            guard object.kind == .static else { return }
            try file.lookForPacker(segments, &object)
            // Debug information of a static program keeps the headers, but no code.
            guard object.isOpaque || map.fileRange(from: object.header.entry) != nil else {
                throw .malformed(
                    "the entry point \(hexadecimal(object.header.entry)) is in no PT_LOAD segment that the file has bytes for"
                )
            }
            return
        }
        object.hasDynamicTable = true
        let entries = try DynamicTable(file, dynamic, map, is64Bit: object.machine.is64Bit)
        let text = try StringTable(entries, map, file)
        table = entries
        strings = text
        object.flags = entries[DT_FLAGS] ?? 0
        object.flags1 = entries[DT_FLAGS_1] ?? 0
        object.bindsNow =
            entries[DT_BIND_NOW] != nil || object.flags & UInt64(DF_BIND_NOW) != 0
            || object.flags1 & UInt64(DF_1_NOW) != 0
        object.hasRELR = (entries[DT_RELR] ?? 0) != 0 && (entries[DT_RELRSZ] ?? 0) != 0
        object.hasVersionSymbols = entries[DT_VERSYM] != nil
        if let name = entries[DT_SONAME] { object.soname = try text.text(name, in: file, what: "DT_SONAME") }
        if let path = entries[DT_RPATH] { object.rpath = try text.text(path, in: file, what: "DT_RPATH") }
        if let path = entries[DT_RUNPATH] { object.runpath = try text.text(path, in: file, what: "DT_RUNPATH") }
        if let name = entries[DT_FILTER] { object.filters = [try text.text(name, in: file, what: "DT_FILTER")] }
        if let name = entries[DT_AUXILIARY] { object.auxiliaries = [try text.text(name, in: file, what: "DT_AUXILIARY")] }
        for index in entries.needed {
            let name = try text.text(index, in: file, what: "a DT_NEEDED name")
            try file.charge(demand: name.utf8.count, at: entries.offset)
            object.needed.append(name)
        }
        if let address = entries[DT_VERNEED] {
            let range = try map.require(address, what: "DT_VERNEED")
            var chains = VersionChains(file, text)
            object.needs = try chains.needs(range, is64Bit: object.machine.is64Bit)
        }
        object.kind = kind(object, entries)
        if object.kind == .staticPIE { try file.lookForPacker(segments, &object) }
    }

    /// A program has an interpreter or says so (DF_1_PIE); a library may have an interpreter as well (libc.so.6 does)
    /// and then has a soname.
    private static func kind(_ object: Object, _ table: DynamicTable) -> Object.Kind {
        if object.header.type == UInt16(ET_EXEC) { return object.interpreter == nil ? .static : .executable }
        let isPIE = object.flags1 & UInt64(DF_1_PIE) != 0
        if object.interpreter != nil { return object.soname != nil && !isPIE ? .shared : .executable }
        // The DT_DEBUG slot is what linkers give programs only.
        let isProgram = isPIE || table[DT_DEBUG] != nil && object.soname == nil && object.header.entry != 0
        return isProgram && object.needed.isEmpty ? .staticPIE : .shared
    }

    /// The path that the kernel reads, by its rules (fs/binfmt_elf.c).
    private static func interpreterPath(_ file: FileBytes, _ segment: Segment) throws(ReadError) -> String {
        guard segment.fileSize >= 2, segment.fileSize <= 4096 else {
            throw .malformed("PT_INTERP has \(segment.fileSize) bytes; the kernel takes 2 to 4096", at: segment.offset)
        }
        let count = Int(segment.fileSize)
        let view = try file.bytes(at: segment.offset, count: count, what: "PT_INTERP")
        guard view.u8(count - 1) == 0 else {
            throw .malformed("PT_INTERP does not end in NUL; the kernel refuses it", at: segment.offset)
        }
        return RawText.string(UnsafeRawBufferPointer(rebasing: view.slice(0, count).prefix { $0 != 0 }))
    }

    /// Reads further parts into ``object``.
    ///
    /// - Throws: ``ReadError`` for the part that is broken; what was read before stays.
    public mutating func read(_ options: ReadOptions) throws(ReadError) {
        if options.contains(.notes) { object.notes = try file.notes(segments, object.machine) }
        if object.kind == .relocatable {
            object.linkSymbols = try file.linkSymbols(
                object.header, wantsReferences: options.contains(.references), wantsDefinitions: options.contains(.exports))
        }
        guard let table, let strings else { return }
        if options.contains(.definitions), let address = table[DT_VERDEF] {
            var chains = VersionChains(file, strings)
            let range = try map.require(address, what: "DT_VERDEF")
            object.definitions = try chains.definitions(range, is64Bit: object.machine.is64Bit)
        }
        guard !options.isDisjoint(with: [.references, .exports]) else { return }
        let needed = Set(object.needs.flatMap(\.nodes).map { $0.index & 0x7FFF })
        let wantsReferences = options.contains(.references)
        let wantsExports = options.contains(.exports)
        let count = try file.symbolCount(table, map, object.machine)
        var moments: Moments?
        if options.contains(.bindings) {
            moments = try file.moments(table, map, object.machine, bindsNow: object.bindsNow, symbolCount: count)
        }
        object.symbols = try file.symbols(
            table, map, strings, object.machine, count: count, moments: moments
        ) { isUndefined, version in
            if isUndefined { return wantsReferences }
            // A copy relocation leaves a defined symbol that carries a needed version.
            return wantsExports || wantsReferences && version.map(needed.contains) == true
        }
        let uses = object.arrangeUsers()
        guard uses <= Self.mostUses else {
            throw .malformed(
                "its version nodes share their indexes and have \(uses) symbols; no program has more than \(Self.mostUses)")
        }
    }

    /// Hands every global symbol of a relocatable object to `body` without keeping any; other kinds have none.
    ///
    /// - Parameter body: gets the bytes of the name, valid during the call, where the symbol is, and its binding.
    /// - Throws: ``ReadError`` where section or symbol table are broken.
    public borrowing func eachLinkSymbol(
        _ body: (_ name: UnsafeRawBufferPointer, _ state: LinkSymbol.State, _ binding: Symbol.Binding) -> Void
    ) throws(ReadError) {
        guard object.kind == .relocatable else { return }
        try file.eachLinkSymbol(object.header) { (name, state, binding) throws(ReadError) in body(name, state, binding) }
    }

    /// What a relocatable object asks the linker for, such as `-lswiftCore`; empty unless swiftc made it.
    ///
    /// - Throws: ``ReadError`` where the section table is broken.
    public borrowing func autolinkEntries() throws(ReadError) -> [String] {
        object.kind == .relocatable ? try file.autolinkEntries(object.header) : []
    }

    /// The dynamic symbols as the loader searches them; nil for an object without a dynamic table.
    ///
    /// - Throws: ``ReadError`` where a table is broken.
    public func symbolImage() throws(ReadError) -> SymbolImage? {
        guard let table, let strings else { return nil }
        return try SymbolImage(file, table, map, object.machine, strings)
    }

    /// When the loader looks each dynamic symbol up, by its number in the symbol table; empty without a dynamic table.
    ///
    /// - Throws: ``ReadError`` where a relocation table is broken.
    public func bindingMoments() throws(ReadError) -> [Symbol.Moment] {
        guard let table else { return [] }
        let count = try file.symbolCount(table, map, object.machine)
        let moments = try file.moments(table, map, object.machine, bindsNow: object.bindsNow, symbolCount: count)
        return (0..<count).map { moments[$0] }
    }

    /// The symbols whose content the loader copies out of a library at load, by their numbers in the symbol table.
    ///
    /// - Throws: ``ReadError`` where a relocation table is broken.
    public func copiedSymbols() throws(ReadError) -> Set<Int> {
        guard let table else { return [] }
        let count = try file.symbolCount(table, map, object.machine)
        return try file.moments(table, map, object.machine, bindsNow: object.bindsNow, symbolCount: count).copied
    }

    /// What a report lists behind all nodes together.
    /// An honest file has each symbol behind one node, so they are no more than the symbols.
    private static var mostUses: Int { FileBytes.mostSymbols }
}

extension FileBytes {
    /// UPX and its like leave a program that looks static; what it unpacks to is not to be seen.
    fileprivate func lookForPacker(_ segments: [Segment], _ object: inout Object) throws(ReadError) {
        let marks: [[UInt8]] = [Array("UPX!".utf8)]
        let head = try bytes(at: 0, count: Int(min(size, 512)), what: "the start of the file")
        let tailCount = Int(min(size, 64))
        let isMarked = { (view: ByteView, count: Int) in
            let bytes = view.slice(0, count)
            return marks.contains { mark in
                bytes.count >= mark.count
                    && (0...bytes.count - mark.count).contains { bytes[$0..<$0 + mark.count].elementsEqual(mark) }
            }
        }
        var found = isMarked(head, Int(min(size, 512)))
        if !found {
            found = isMarked(try bytes(at: size - UInt64(tailCount), count: tailCount, what: "the end of the file"), tailCount)
        }
        if found {
            object.isOpaque = true
            object.remark = "is packed (UPX): what it needs shows only after unpacking (upx -d)"
        }
    }

    /// A file of debug information keeps the program headers of its program but not what they point to. Asked only when
    /// reading by program headers has failed; sections are good enough to word that better, and for nothing else.
    fileprivate func debugRemark(_ header: Header) throws(ReadError) -> String? {
        let is64Bit = header.machine.is64Bit
        let entry = is64Bit ? 64 : 40
        guard header.sectionCount > 0, header.sectionCount < 0xFF00 else { return nil }
        var hidden = false
        var real = false
        try stream(
            at: header.sectionOffset, recordSize: entry, count: UInt64(header.sectionCount), what: "the section table"
        ) { (view, _) throws(ReadError) in
            for index in 0..<view.count / entry {
                let type = view.u32(index * entry + 4)
                let flags = view.word(index * entry + 8, is64Bit: is64Bit)
                // SHT_PROGBITS that is executable was left out of the file: SHT_NOBITS with SHF_EXECINSTR.
                if type == UInt32(SHT_NOBITS), flags & UInt64(SHF_EXECINSTR) != 0 { hidden = true }
                if type == UInt32(SHT_DYNAMIC) { real = true }
            }
            return true
        }
        return hidden && !real ? "holds debug information alone; the program itself is in another file" : nil
    }
}
