// The dynamic symbol table: which symbols an object takes from elsewhere and which it offers, with their versions and
// with when the loader binds them.

internal import CPreflightELF

/// A dynamic symbol.
public struct Symbol: Hashable, Sendable {
    /// STB_LOCAL, STB_GLOBAL, STB_WEAK, STB_GNU_UNIQUE and what else there may be.
    public enum Binding: UInt8, Sendable {
        case local = 0
        case global = 1
        case weak = 2
        case unique = 10
        case other = 255
    }

    /// When the loader looks a reference up.
    public enum Moment: String, Sendable {
        /// On the first call, through the procedure linkage table.
        case lazy
        /// At load: a data relocation, or BIND_NOW.
        case now
        /// No relocation of the object names the symbol.
        case never
    }

    /// The name.
    public var name: String
    /// How strongly it is bound.
    public var binding: Binding
    /// STT_*: 1 object, 2 function, 6 TLS, 10 IFUNC.
    public var type: UInt8
    /// Whether it has to come from another object (st_shndx is SHN_UNDEF, and it is no PLT address of an executable).
    public var isUndefined: Bool
    /// Index from .gnu.version without the hidden bit: 0 local, 1 unversioned; nil where the object has no versions.
    public var version: UInt16?
    /// The hidden bit of .gnu.version: not the default version.
    public var isHidden: Bool
    /// When a reference is bound; nil where relocations were not read.
    public var moment: Moment?
}

/// When the loader looks each dynamic symbol up, by the index of the symbol.
struct Moments {
    private static let now: UInt8 = 1
    private static let lazy: UInt8 = 2
    private static let copy: UInt8 = 4
    private var marks: [UInt8]

    /// Room for `count` symbols, which no relocation names yet.
    init(count: UInt64) { marks = [UInt8](repeating: 0, count: Int(count)) }

    /// Symbols outside of the table are no symbols; the loader would crash on them.
    mutating func mark(_ symbol: UInt32, isLazy: Bool, isCopy: Bool = false) {
        guard symbol != 0, symbol < marks.count else { return }
        marks[Int(symbol)] |= (isLazy ? Self.lazy : Self.now) | (isCopy ? Self.copy : 0)
    }

    /// The symbols whose content the loader copies out of a library at load.
    var copied: Set<Int> { Set(marks.indices.filter { marks[$0] & Self.copy != 0 }) }

    subscript(symbol: UInt64) -> Symbol.Moment {
        let mark = marks[Int(symbol)]
        return mark & Self.now != 0 ? .now : mark & Self.lazy != 0 ? .lazy : .never
    }
}

extension FileBytes {
    /// The largest programs at hand have 75,000 symbols; a table that claims more than this is broken, and reading it
    /// would take more than a second.
    static let mostEntries: UInt64 = 1 << 20
    /// Bounds the memory of one object.
    static let mostSymbols = 100_000
    /// The largest program at hand has a tenth.
    static let largestRelocations: UInt64 = 128 << 20

    /// How many entries the dynamic symbol table has, which no tag says: DT_HASH counts them, DT_GNU_HASH's chains end
    /// at the last, and MIPS has a tag of its own.
    func symbolCount(_ table: DynamicTable, _ map: SegmentMap, _ machine: Machine) throws(ReadError) -> UInt64 {
        let count = try claimedCount(table, map, machine)
        guard count <= Self.mostEntries else {
            throw .malformed(
                "the dynamic symbol table is said to have \(count) entries; no program has more than \(Self.mostEntries)",
                at: table.offset
            )
        }
        return count
    }

    private func claimedCount(_ table: DynamicTable, _ map: SegmentMap, _ machine: Machine) throws(ReadError) -> UInt64 {
        if let count = table[DT_MIPS_SYMTABNO], machine.number == UInt16(EM_MIPS) { return count }
        if let address = table[DT_HASH] {
            let place = try map.require(address, what: "DT_HASH").lowerBound
            // s390x and Alpha use 64-bit words in DT_HASH, alone of all.
            let isWide = machine.is64Bit && [UInt16(EM_S390), UInt16(EM_ALPHA)].contains(machine.number)
            let view = try bytes(at: place, count: isWide ? 16 : 8, what: "DT_HASH")
            return isWide ? view.u64(8) : UInt64(view.u32(4))
        }
        if let address = table[DT_GNU_HASH] {
            let range = try map.require(address, what: "DT_GNU_HASH")
            if let count = try gnuHashCount(range, is64Bit: machine.is64Bit) { return count }
        }
        return try countByDistance(table, map, is64Bit: machine.is64Bit)
    }

    private func gnuHashCount(_ range: Range<UInt64>, is64Bit: Bool) throws(ReadError) -> UInt64? {
        let place = range.lowerBound
        let head = try bytes(at: place, count: 16, what: "DT_GNU_HASH")
        let (buckets, first, bloom) = (UInt64(head.u32(0)), UInt64(head.u32(4)), UInt64(head.u32(8)))
        let bucketPlace = place + 16 + bloom * (is64Bit ? 8 : 4)
        guard buckets <= Self.mostEntries else {
            throw .malformed("DT_GNU_HASH claims \(buckets) buckets; no program has more than \(Self.mostEntries)", at: place)
        }
        var last: UInt64 = 0
        try stream(at: bucketPlace, recordSize: 4, count: buckets, what: "DT_GNU_HASH") { (view, _) throws(ReadError) in
            for index in 0..<view.count / 4 { last = max(last, UInt64(view.u32(index * 4))) }
            return true
        }
        // Nothing is hashed: an object that exports nothing, and the header says nothing of its undefined symbols.
        guard last >= first, last > 0 else { return nil }
        guard last <= Self.mostEntries else { return last }
        let chain = bucketPlace + buckets * 4 + (last - first) * 4
        guard chain < size else {
            throw .malformed("a chain of DT_GNU_HASH lies beyond the end of the file", at: chain)
        }
        var count = last
        var ended = false
        let most = min((size - chain) / 4, Self.mostEntries)
        // The last chain of a table that a linker made has a few entries.
        var (start, length) = (UInt64(0), min(most, 64))
        while !ended, length > 0 {
            try stream(at: chain + start * 4, recordSize: 4, count: length, what: "DT_GNU_HASH") {
                (view, _) throws(ReadError) in
                for index in 0..<view.count / 4 {
                    count += 1
                    if view.u32(index * 4) & 1 != 0 {
                        ended = true
                        return false
                    }
                }
                return true
            }
            (start, length) = (start + length, most - start - length)
        }
        guard ended else { throw .malformed("the last chain of DT_GNU_HASH does not end", at: chain) }
        return count
    }

    /// Without a hash table that says it, the next table tells: GNU ld puts the strings right behind the symbols, lld their
    /// versions.
    private func countByDistance(
        _ table: DynamicTable, _ map: SegmentMap, is64Bit: Bool
    ) throws(ReadError) -> UInt64 {
        guard let symbols = table[DT_SYMTAB] else { return 0 }
        let others = [DT_STRTAB, DT_VERSYM, DT_VERNEED, DT_VERDEF, DT_HASH, DT_GNU_HASH, DT_RELA, DT_REL, DT_JMPREL, DT_RELR]
        guard let next = others.compactMap({ table[$0] }).filter({ $0 > symbols }).min() else { return 0 }
        let range = try map.require(symbols, what: "DT_SYMTAB")
        let distance = min(next - symbols, range.upperBound - range.lowerBound)
        return distance / (is64Bit ? 24 : 16)
    }

    /// Reads the dynamic symbols that `wanted` accepts; names of what it refuses are not read.
    ///
    /// - Parameters:
    ///   - count: the entries of the table.
    ///   - moments: when they are bound; nil where relocations were not read.
    ///   - wanted: gets whether the symbol is undefined, and its version.
    func symbols(
        _ table: DynamicTable, _ map: SegmentMap, _ strings: StringTable, _ machine: Machine,
        count: UInt64, moments: Moments?, wanted: (_ isUndefined: Bool, _ version: UInt16?) -> Bool
    ) throws(ReadError) -> [Symbol] {
        guard let address = table[DT_SYMTAB], count > 1 else { return [] }
        let is64Bit = machine.is64Bit
        let start = try map.require(address, what: "DT_SYMTAB").lowerBound
        let recordSize = is64Bit ? 24 : 16
        var versions: UInt64?
        if let versym = table[DT_VERSYM] {
            let place = try map.require(versym, what: "DT_VERSYM").lowerBound
            guard place <= size, count * 2 <= size - place else {
                throw .malformed("DT_VERSYM is shorter than the dynamic symbol table of \(count) entries", at: place)
            }
            versions = place
        }
        var found: [Symbol] = []
        try stream(
            at: start, recordSize: recordSize, count: count, what: "the dynamic symbol table"
        ) { (view, first) throws(ReadError) in
            for record in 0..<view.count / recordSize {
                let base = record * recordSize
                let index = first + UInt64(record)
                if index == 0 { continue }
                let info = view.u8(base + (is64Bit ? 4 : 12))
                let section = view.u16(base + (is64Bit ? 6 : 14))
                let isUndefined = section == 0
                var raw: UInt16?
                if let versions { raw = try bytes(at: versions + index * 2, count: 2, what: "DT_VERSYM").u16(0) }
                guard wanted(isUndefined, raw.map { $0 & 0x7FFF }) else { continue }
                guard found.count < Self.mostSymbols else {
                    throw .malformed("has more than \(Self.mostSymbols) dynamic symbols to look at", at: start)
                }
                found.append(
                    Symbol(
                        name: try strings.text(
                            UInt64(view.u32(base)), in: self, what: "the name of a dynamic symbol"
                        ),
                        binding: Symbol.Binding(rawValue: info >> 4) ?? .other, type: info & 15,
                        isUndefined: isUndefined, version: raw.map { $0 & 0x7FFF },
                        isHidden: (raw ?? 0) & 0x8000 != 0, moment: moments?[index]
                    )
                )
            }
            return true
        }
        return found
    }

    /// Which symbols the relocations name: bound at load, or when first called.
    func moments(
        _ table: DynamicTable, _ map: SegmentMap, _ machine: Machine, bindsNow: Bool, symbolCount: UInt64
    ) throws(ReadError) -> Moments {
        var moments = Moments(count: symbolCount)
        let is64Bit = machine.is64Bit
        let plain = is64Bit ? 16 : 8
        let withAddend = is64Bit ? 24 : 12
        // MIPS64 little endian splits r_info into a 32-bit symbol and four bytes, in that order.
        let copyType = machine.copyRelocation
        let isMIPS64Little = machine.number == UInt16(EM_MIPS) && is64Bit && !machine.isBigEndian

        func read(_ start: Int32, _ length: Int32, _ record: Int, isLazy: Bool) throws(ReadError) {
            guard let address = table[start], let bytes = table[length], bytes > 0 else { return }
            let place = try map.require(address, what: "a relocation table").lowerBound
            guard bytes <= Self.largestRelocations else {
                throw .malformed(
                    "a relocation table claims \(bytes) bytes; no program has more than \(Self.largestRelocations)", at: place
                )
            }
            try stream(
                at: place, recordSize: record, count: bytes / UInt64(record), what: "a relocation table"
            ) { (view, _) throws(ReadError) in
                for index in 0..<view.count / record {
                    let base = index * record
                    let (symbol, type): (UInt32, UInt32)
                    if !is64Bit {
                        let info = view.u32(base + 4)
                        (symbol, type) = (info >> 8, info & 0xFF)
                    } else if isMIPS64Little {
                        (symbol, type) = (view.u32(base + 8), UInt32(view.u8(base + 15)))
                    } else {
                        let info = view.u64(base + 8)
                        (symbol, type) = (UInt32(truncatingIfNeeded: info >> 32), UInt32(truncatingIfNeeded: info))
                    }
                    moments.mark(symbol, isLazy: isLazy, isCopy: type == copyType)
                }
                return true
            }
        }

        try read(DT_RELA, DT_RELASZ, withAddend, isLazy: false)
        try read(DT_REL, DT_RELSZ, plain, isLazy: false)
        let pltRecord = table[DT_PLTREL] == UInt64(DT_REL) ? plain : withAddend
        try read(DT_JMPREL, DT_PLTRELSZ, pltRecord, isLazy: !bindsNow)
        if machine.number == UInt16(EM_MIPS), let first = table[DT_MIPS_GOTSYM], first < symbolCount {
            // MIPS binds through the global part of the GOT instead: every symbol from DT_MIPS_GOTSYM on.
            for symbol in first..<symbolCount { moments.mark(UInt32(symbol), isLazy: false) }
        }
        return moments
    }
}
