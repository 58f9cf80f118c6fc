// The dynamic symbols of an object as the loader searches them: in memory, through the object's own hash table. What the
// loader would not find through that table is not there, whatever the symbol table says.

internal import CPreflightELF

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The dynamic symbol table of one object, held in memory; see ``ObjectFile/symbolImage()``.
public final class SymbolImage {
    /// The hash that DT_GNU_HASH uses.
    public static func hash(_ name: UnsafeRawBufferPointer) -> UInt32 {
        var hash: UInt32 = 5381
        for byte in name { hash = hash &* 33 &+ UInt32(byte) }
        return hash
    }

    /// Entries of the table, the empty first one included.
    public let count: Int
    /// Bytes that it holds.
    public let size: Int
    /// Has DT_VERSYM.
    public let hasVersions: Bool

    private let memory: UnsafeMutableRawPointer
    private let isBigEndian: Bool
    private let is64Bit: Bool
    private let symbols: Int
    private let strings: Range<Int>
    private let versions: Int
    private let table: HashTable

    private enum HashTable {
        case gnu(buckets: Int, first: Int, bloom: Int, bloomWords: Int, shift: UInt32, bucketPlace: Int, chainPlace: Int)
        /// Defined symbols in the order of their hashes, for objects that have DT_HASH alone.
        case own
        /// Definitions known by their hashes alone, in that order: a captured library.
        case hashed
    }

    /// The largest tables at hand, of a library of 121 MB, take two thirds of this.
    static let largest: UInt64 = 18 << 20
    /// The longest name at hand, of a C++ template, has a tenth of this.
    private static let longestName = 1 << 16
    /// All names of the largest program at hand have a fifth of this.
    private static let mostNameBytes = 1 << 25

    /// Reads the tables of `file`.
    ///
    /// - Throws: ``ReadError`` where a table lies outside of the file or claims more than any program has.
    init(_ file: FileBytes, _ dynamic: DynamicTable, _ map: SegmentMap, _ machine: Machine, _ text: StringTable) throws(ReadError)
    {
        is64Bit = machine.is64Bit
        isBigEndian = machine.isBigEndian
        // What is read here for the hash table's sake is, of nearly every file, all that is needed.
        let guess = Self.extent(dynamic, map, text, file.size)
        var guessed = try guess.map { (range) throws(ReadError) in try Self.read(file, range) }
        if let guess, let guessed { file.ahead = (UnsafeRawPointer(guessed), guess) }
        defer {
            file.ahead = nil
            guessed?.deallocate()
        }
        let count = try file.symbolCount(dynamic, map, machine)
        self.count = Int(count)
        hasVersions = dynamic[DT_VERSYM] != nil
        var ranges: [Range<UInt64>] = []
        func place(_ tag: Int32, _ length: UInt64, _ what: String) throws(ReadError) -> Range<UInt64>? {
            guard let address = dynamic[tag], length > 0 else { return nil }
            let range = try map.require(address, what: what)
            guard range.lowerBound <= file.size, length <= file.size - range.lowerBound else {
                throw .malformed("\(what) ends beyond the end of the file", at: range.lowerBound)
            }
            return range.lowerBound..<range.lowerBound + length
        }
        let symbolRange = try place(DT_SYMTAB, count * (machine.is64Bit ? 24 : 16), "the dynamic symbol table")
        let versionRange = try place(DT_VERSYM, count * 2, "DT_VERSYM")
        // DT_STRSZ bounds what is read; a name beyond it is no name.
        let claimed = min(dynamic[DT_STRSZ] ?? 0, text.range.upperBound - text.range.lowerBound)
        let stringRange = claimed > 0 ? text.range.lowerBound..<text.range.lowerBound + claimed : nil
        var hashRange: Range<UInt64>?
        var head: (buckets: UInt64, first: UInt64, bloom: UInt64, shift: UInt32)?
        if let address = dynamic[DT_GNU_HASH], dynamic[DT_MIPS_SYMTABNO] == nil || machine.number != UInt16(EM_MIPS) {
            let start = try map.require(address, what: "DT_GNU_HASH").lowerBound
            let view = try file.bytes(at: start, count: 16, what: "DT_GNU_HASH")
            let (buckets, first, bloom) = (UInt64(view.u32(0)), UInt64(view.u32(4)), UInt64(view.u32(8)))
            let length = 16 + bloom * (machine.is64Bit ? 8 : 4) + buckets * 4 + (count > first ? count - first : 0) * 4
            // A Bloom filter's words are masked, so their number is a power of two.
            if buckets > 0, bloom > 0, bloom & (bloom - 1) == 0 {
                hashRange = try place(DT_GNU_HASH, length, "DT_GNU_HASH")
                head = (buckets, first, bloom, view.u32(12))
            }
        }
        ranges = [symbolRange, versionRange, stringRange, hashRange].compactMap(\.self)
        let total = ranges.reduce(0) { $0 + UInt64($1.count) }
        guard total <= Self.largest else {
            throw .malformed("its dynamic symbols take \(total) bytes; no program has more than \(Self.largest)")
        }
        // Linkers put these tables side by side; then one read takes them all.
        let low = ranges.map(\.lowerBound).min() ?? 0
        let high = ranges.map(\.upperBound).max() ?? 0
        let together = high - low <= total + total / 2 + 4096
        var places: [Int] = []
        let memory: UnsafeMutableRawPointer
        if let guess, let all = guessed, guess.lowerBound <= low, high <= guess.upperBound {
            memory = all
            guessed = nil
            size = guess.count
            for range in ranges { places.append(Int(range.lowerBound - guess.lowerBound)) }
        } else if together {
            memory = try Self.read(file, low..<high)
            size = Int(high - low)
            for range in ranges { places.append(Int(range.lowerBound - low)) }
        } else {
            memory = UnsafeMutableRawPointer.allocate(byteCount: Int(total) + 16, alignment: 16)
            size = Int(total)
            do {
                var used = 0
                for range in ranges {
                    try file.read(into: memory + used, count: range.count, at: range.lowerBound, what: "the dynamic symbols")
                    places.append(used)
                    used += range.count
                }
            } catch {
                memory.deallocate()
                throw error
            }
        }
        self.memory = memory
        func offset(_ range: Range<UInt64>?) -> Int { range.flatMap { ranges.firstIndex(of: $0) }.map { places[$0] } ?? 0 }
        symbols = offset(symbolRange)
        versions = versionRange == nil ? -1 : offset(versionRange)
        let stringStart = offset(stringRange)
        var stringEnd = stringStart + (stringRange?.count ?? 0)
        // A last name without an end is none, so that no comparison runs past the table.
        while stringEnd > stringStart, memory.load(fromByteOffset: stringEnd - 1, as: UInt8.self) != 0 { stringEnd -= 1 }
        strings = stringStart..<stringEnd
        if let head {
            let start = offset(hashRange)
            let bucketPlace = start + 16 + Int(head.bloom) * (machine.is64Bit ? 8 : 4)
            table = .gnu(
                buckets: Int(head.buckets), first: Int(head.first), bloom: start + 16, bloomWords: Int(head.bloom),
                shift: head.shift, bucketPlace: bucketPlace, chainPlace: bucketPlace + Int(head.buckets) * 4
            )
        } else {
            table = .own
            guard symbolRange != nil else { return }
            ownTable.reserveCapacity(self.count)
            for index in 1..<max(1, self.count) where isDefinition(index) {
                ownTable.append(UInt64(Self.hash(name(index))) << 32 | UInt64(index))
            }
            ownTable.sort()
        }
    }

    /// Where the tables are if they lie side by side as linkers put them: up to the names of versions, which stand behind all of
    /// them; nil where that would be more than such tables are.
    private static func extent(_ dynamic: DynamicTable, _ map: SegmentMap, _ text: StringTable, _ size: UInt64) -> Range<UInt64>?
    {
        func place(_ tag: Int32) -> UInt64? { dynamic[tag].flatMap { map.fileRange(from: $0)?.lowerBound } }
        guard dynamic[DT_GNU_HASH] != nil, let symbols = place(DT_SYMTAB), let hash = place(DT_GNU_HASH) else { return nil }
        let strings = text.range.lowerBound
        let low = min(symbols, hash, strings)
        let ends = [strings + min(dynamic[DT_STRSZ] ?? 0, text.range.upperBound - strings), place(DT_VERNEED), place(DT_VERDEF)]
        let high = min(ends.compactMap(\.self).max() ?? low, size)
        return high > low && high - low <= 1 << 20 ? low..<high : nil
    }

    private static func read(_ file: FileBytes, _ range: Range<UInt64>) throws(ReadError) -> UnsafeMutableRawPointer {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: range.count + 16, alignment: 16)
        do throws(ReadError) {
            try file.read(into: memory, count: range.count, at: range.lowerBound, what: "the dynamic symbols")
        } catch {
            memory.deallocate()
            throw error
        }
        return memory
    }

    /// A table of definitions of which only hashes and versions are known.
    ///
    /// - Parameters:
    ///   - hashes: ``hash(_:)`` of each name.
    ///   - versions: the entries of .gnu.version, hidden bit included; nil for a library without versions.
    public init(hashes: [UInt32], versions: [UInt16]?) {
        is64Bit = true
        isBigEndian = UInt16(1).bigEndian == 1
        count = 1
        hasVersions = versions != nil
        size = hashes.count * 8
        symbols = 0
        strings = 0..<0
        table = .hashed
        memory = UnsafeMutableRawPointer.allocate(byteCount: max(16, (versions?.count ?? 0) * 2), alignment: 16)
        self.versions = versions == nil ? -1 : 0
        for (index, version) in (versions ?? []).enumerated() {
            memory.storeBytes(of: version, toByteOffset: index * 2, as: UInt16.self)
        }
        ownTable = hashes.enumerated().map { UInt64($1) << 32 | UInt64($0) }.sorted()
    }

    /// Hands the hash and the entry of .gnu.version of every definition to `body`, in the order of the table.
    public func definitions(_ body: (_ hash: UInt32, _ version: UInt16?) -> Void) {
        beginNames()
        for index in 1..<max(1, count) where isDefinition(index) { body(Self.hash(name(index)), version(index)) }
    }

    /// What one look through all names may still read.
    @exclusivity(unchecked) private var nameBytesLeft = mostNameBytes
    private var ownTable: [UInt64] = []

    /// Begins to look through all names; names may overlap, so what one look may read of them is bounded.
    public func beginNames() { nameBytesLeft = Self.mostNameBytes }

    private var isHashed: Bool {
        if case .hashed = table { return true }
        return false
    }

    deinit { memory.deallocate() }

    @inline(__always)
    private func u32(_ place: Int) -> UInt32 {
        let value = memory.loadUnaligned(fromByteOffset: place, as: UInt32.self)
        return isBigEndian ? value.byteSwapped : value
    }

    @inline(__always)
    private func u16(_ place: Int) -> UInt16 {
        let value = memory.loadUnaligned(fromByteOffset: place, as: UInt16.self)
        return isBigEndian ? value.byteSwapped : value
    }

    @inline(__always)
    private func word(_ place: Int) -> UInt64 {
        guard is64Bit else { return UInt64(u32(place)) }
        let value = memory.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        return isBigEndian ? value.byteSwapped : value
    }

    @inline(__always)
    private func place(_ index: Int) -> Int { symbols + index * (is64Bit ? 24 : 16) }

    /// The name of the symbol `index`, valid as long as the image; empty where it lies outside of the string table, or where
    /// more was read since ``beginNames()`` than any program has.
    public func name(_ index: Int) -> UnsafeRawBufferPointer {
        let offset = Int(u32(place(index)))
        guard offset < strings.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        let start = memory + strings.lowerBound + offset
        let most = min(nameBytesLeft, Self.longestName)
        let length = strnlen(start.assumingMemoryBound(to: CChar.self), most + 1)
        guard length <= most else {
            nameBytesLeft -= most
            return UnsafeRawBufferPointer(start: nil, count: 0)
        }
        nameBytesLeft -= length
        return UnsafeRawBufferPointer(start: start, count: length)
    }

    /// The entry of .gnu.version, hidden bit included; nil for an object without versions.
    @inline(__always)
    public func version(_ index: Int) -> UInt16? { versions < 0 ? nil : u16(versions + index * 2) }

    /// STB_*.
    @inline(__always)
    public func binding(_ index: Int) -> Symbol.Binding {
        let info = memory.load(fromByteOffset: place(index) + (is64Bit ? 4 : 12), as: UInt8.self)
        return Symbol.Binding(rawValue: info >> 4) ?? .other
    }

    /// STT_*.
    @inline(__always)
    public func type(_ index: Int) -> UInt8 {
        memory.load(fromByteOffset: place(index) + (is64Bit ? 4 : 12), as: UInt8.self) & 15
    }

    /// Whether the symbol has to come from elsewhere (SHN_UNDEF).
    @inline(__always)
    public func isUndefined(_ index: Int) -> Bool { u16(place(index) + (is64Bit ? 6 : 14)) == 0 }

    /// Whether the loader accepts the symbol as a definition (elf/dl-lookup.c, check_match).
    private func isDefinition(_ index: Int) -> Bool {
        let start = place(index)
        let info = memory.load(fromByteOffset: start + (is64Bit ? 4 : 12), as: UInt8.self)
        let section = u16(start + (is64Bit ? 6 : 14))
        guard section != 0, info >> 4 != 0 else { return false }
        let type = info & 15
        let value = word(start + (is64Bit ? 8 : 4))
        if value == 0, section != 0xFFF1, type != 6 { return false }
        return [0, 1, 2, 5, 6, 10].contains(type)
    }

    /// Hands every definition of `name` to `body`, in the order of the hash chain, until it returns true.
    ///
    /// - Parameters:
    ///   - name: the bytes of the name.
    ///   - hash: ``hash(_:)`` of it.
    ///   - effort: the entries that may still be looked at, over many lookups; hash tables can be made to have all symbols
    ///     in one chain. Where nothing is left nothing is found.
    /// - Returns: whether `body` returned true.
    public func find(
        _ name: UnsafeRawBufferPointer, hash: UInt32, effort: inout Int, _ body: (Int) -> Bool
    ) -> Bool {
        guard effort > 0 else { return false }
        effort -= 1
        switch table {
        case .gnu(let buckets, let first, let bloom, let bloomWords, let shift, let bucketPlace, let chainPlace):
            let bits: UInt32 = is64Bit ? 64 : 32
            let filter = word(bloom + (Int(hash / bits) & (bloomWords - 1)) * (is64Bit ? 8 : 4))
            let second = shift < 32 ? hash >> shift : 0
            guard filter >> UInt64(hash % bits) & 1 != 0, filter >> UInt64(second % bits) & 1 != 0 else { return false }
            var index = Int(u32(bucketPlace + Int(hash % UInt32(buckets)) * 4))
            guard index >= first, index > 0 else { return false }
            while index < count, effort > 0 {
                effort -= 1
                let entry = u32(chainPlace + (index - first) * 4)
                if (entry ^ hash) >> 1 == 0 {
                    effort -= name.count >> 4
                    if isDefinition(index), equals(index, name), body(index) { return true }
                }
                if entry & 1 != 0 { return false }
                index += 1
            }
            return false
        case .own, .hashed:
            var (low, high) = (0, ownTable.count)
            while low < high {
                let middle = (low + high) / 2
                if ownTable[middle] >> 32 < hash { low = middle + 1 } else { high = middle }
            }
            while low < ownTable.count, ownTable[low] >> 32 == hash, effort > 0 {
                effort -= 1 + name.count >> 4
                let index = Int(ownTable[low] & 0xFFFF_FFFF)
                // 32 bits of a few thousand names: two in a million would be taken for another.
                if isHashed || equals(index, name), body(index) { return true }
                low += 1
            }
            return false
        }
    }

    /// One lookup; see ``find(_:hash:effort:_:)``.
    public func find(_ name: UnsafeRawBufferPointer, hash: UInt32, _ body: (Int) -> Bool) -> Bool {
        var effort = 1 << 20
        return find(name, hash: hash, effort: &effort, body)
    }

    @inline(__always)
    private func equals(_ index: Int, _ name: UnsafeRawBufferPointer) -> Bool {
        let offset = Int(u32(place(index)))
        guard offset < strings.count, strings.count - offset > name.count, let other = name.baseAddress else { return false }
        let start = memory + strings.lowerBound + offset
        return memcmp(start, other, name.count) == 0 && start.load(fromByteOffset: name.count, as: UInt8.self) == 0
    }
}
