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

extension FileBytes {
    /// How many entries the dynamic symbol table has, which no tag says: DT_HASH counts them, DT_GNU_HASH's chains end
    /// at the last, and MIPS has a tag of its own.
    func symbolCount(_ table: DynamicTable, _ map: SegmentMap, _ machine: Machine) throws(ReadError) -> UInt64 {
        if let count = table[DT_MIPS_SYMTABNO], machine.number == UInt16(EM_MIPS) { return count }
        if let address = table[DT_HASH] {
            let place = try map.require(address, what: "DT_HASH").lowerBound
            // s390x and Alpha use 64-bit words in DT_HASH, alone of all.
            let isWide = machine.is64Bit && [UInt16(EM_S390), UInt16(EM_ALPHA)].contains(machine.number)
            let view = try bytes(at: place, count: isWide ? 16 : 8)
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
        let head = try bytes(at: place, count: 16)
        let (buckets, first, bloom) = (UInt64(head.u32(0)), UInt64(head.u32(4)), UInt64(head.u32(8)))
        let bucketPlace = place + 16 + bloom * (is64Bit ? 8 : 4)
        var last: UInt64 = 0
        try stream(at: bucketPlace, recordSize: 4, count: buckets, what: "DT_GNU_HASH") { (view, _) throws(ReadError) in
            for index in 0..<view.count / 4 { last = max(last, UInt64(view.u32(index * 4))) }
            return true
        }
        // Nothing is hashed: an object that exports nothing, and the header says nothing of its undefined symbols.
        guard last >= first, last > 0 else { return nil }
        let chain = bucketPlace + buckets * 4 + (last - first) * 4
        guard chain < size else {
            throw .malformed("a chain of DT_GNU_HASH lies beyond the end of the file", at: chain)
        }
        var count = last
        var ended = false
        try stream(
            at: chain, recordSize: 4, count: (size - chain) / 4, what: "DT_GNU_HASH"
        ) { (view, _) throws(ReadError) in
            for index in 0..<view.count / 4 {
                count += 1
                if view.u32(index * 4) & 1 != 0 {
                    ended = true
                    return false
                }
            }
            return true
        }
        guard ended else { throw .malformed("the last chain of DT_GNU_HASH does not end", at: chain) }
        return count
    }

    /// Without a hash table the string table tells: linkers put it right behind the symbols.
    private func countByDistance(
        _ table: DynamicTable, _ map: SegmentMap, is64Bit: Bool
    ) throws(ReadError) -> UInt64 {
        guard let symbols = table[DT_SYMTAB], let strings = table[DT_STRTAB], strings > symbols else { return 0 }
        let range = try map.require(symbols, what: "DT_SYMTAB")
        let distance = min(strings - symbols, range.upperBound - range.lowerBound)
        return distance / (is64Bit ? 24 : 16)
    }

    /// Reads the dynamic symbols that `wanted` accepts, by binding and whether they are undefined.
    ///
    /// - Parameter wanted: gets the section index, the value and the version; names of what it refuses are not read.
    func symbols(
        _ table: DynamicTable, _ map: SegmentMap, _ strings: StringTable, _ machine: Machine,
        wanted: (_ isUndefined: Bool, _ version: UInt16?) -> Bool
    ) throws(ReadError) -> [(index: UInt32, symbol: Symbol)] {
        guard let address = table[DT_SYMTAB] else { return [] }
        let is64Bit = machine.is64Bit
        let count = try symbolCount(table, map, machine)
        guard count > 1 else { return [] }
        guard count <= UInt64(UInt32.max) else {
            throw .malformed("the dynamic symbol table claims \(count) entries")
        }
        let start = try map.require(address, what: "DT_SYMTAB").lowerBound
        var found: [(index: UInt32, name: UInt32, symbol: Symbol)] = []
        let recordSize = is64Bit ? 24 : 16
        var versions: [UInt16]?
        if let versym = table[DT_VERSYM] {
            let place = try map.require(versym, what: "DT_VERSYM").lowerBound
            versions = try self.versions(at: place, count: count)
        }
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
                let raw = versions.map { $0[Int(index)] }
                guard wanted(isUndefined, raw.map { $0 & 0x7FFF }) else { continue }
                guard found.count < Self.mostSymbols else {
                    throw .malformed("the dynamic symbol table has more than \(Self.mostSymbols) symbols of interest")
                }
                found.append(
                    (
                        UInt32(index), view.u32(base),
                        Symbol(
                            name: "", binding: Symbol.Binding(rawValue: info >> 4) ?? .other, type: info & 15,
                            isUndefined: isUndefined, version: raw.map { $0 & 0x7FFF },
                            isHidden: (raw ?? 0) & 0x8000 != 0, moment: nil
                        )
                    )
                )
            }
            return true
        }
        var result: [(index: UInt32, symbol: Symbol)] = []
        result.reserveCapacity(found.count)
        for var entry in found {
            entry.symbol.name = try strings.text(UInt64(entry.name), in: self, what: "the name of a dynamic symbol")
            result.append((entry.index, entry.symbol))
        }
        return result
    }

    /// Bounds the memory of one object; Chromium, the largest program at hand, has a tenth.
    static let mostSymbols = 150_000

    private func versions(at place: UInt64, count: UInt64) throws(ReadError) -> [UInt16] {
        var versions: [UInt16] = []
        guard place <= size, count * 2 <= size - place else {
            throw .malformed("DT_VERSYM is shorter than the dynamic symbol table of \(count) entries", at: place)
        }
        versions.reserveCapacity(Int(count))
        try stream(at: place, recordSize: 2, count: count, what: "DT_VERSYM") { (view, _) throws(ReadError) in
            for index in 0..<view.count / 2 { versions.append(view.u16(index * 2)) }
            return true
        }
        return versions
    }

    /// Which symbols the relocations name: bound at load, or when first called.
    func relocatedSymbols(
        _ table: DynamicTable, _ map: SegmentMap, _ machine: Machine, bindsNow: Bool, symbolCount: UInt64
    ) throws(ReadError) -> (now: Set<UInt32>, lazy: Set<UInt32>) {
        var now: Set<UInt32> = []
        var lazy: Set<UInt32> = []
        let is64Bit = machine.is64Bit
        let plain = is64Bit ? 16 : 8
        let withAddend = is64Bit ? 24 : 12
        // MIPS64 little endian splits r_info into a 32-bit symbol and four bytes, in that order.
        let isMIPS64Little = machine.number == UInt16(EM_MIPS) && is64Bit && !machine.isBigEndian

        func read(_ start: Int32, _ length: Int32, _ record: Int, _ body: (UInt32) -> Void) throws(ReadError) {
            guard let address = table[start], let bytes = table[length], bytes > 0 else { return }
            let place = try map.require(address, what: "a relocation table").lowerBound
            try stream(
                at: place, recordSize: record, count: bytes / UInt64(record), what: "a relocation table"
            ) { (view, _) throws(ReadError) in
                for index in 0..<view.count / record {
                    let base = index * record
                    let symbol: UInt32
                    if !is64Bit {
                        symbol = view.u32(base + 4) >> 8
                    } else if isMIPS64Little {
                        symbol = view.u32(base + 8)
                    } else {
                        symbol = UInt32(truncatingIfNeeded: view.u64(base + 8) >> 32)
                    }
                    if symbol != 0 { body(symbol) }
                }
                return true
            }
        }

        try read(DT_RELA, DT_RELASZ, withAddend) { now.insert($0) }
        try read(DT_REL, DT_RELSZ, plain) { now.insert($0) }
        let pltRecord = table[DT_PLTREL] == UInt64(DT_REL) ? plain : withAddend
        try read(DT_JMPREL, DT_PLTRELSZ, pltRecord) {
            if bindsNow { now.insert($0) } else { lazy.insert($0) }
        }
        if machine.number == UInt16(EM_MIPS), let first = table[DT_MIPS_GOTSYM] {
            // MIPS binds through the global part of the GOT instead: every symbol from DT_MIPS_GOTSYM on.
            for symbol in first..<max(first, min(symbolCount, first + UInt64(Self.mostSymbols))) {
                now.insert(UInt32(truncatingIfNeeded: symbol))
            }
        }
        return (now, lazy.subtracting(now))
    }
}
