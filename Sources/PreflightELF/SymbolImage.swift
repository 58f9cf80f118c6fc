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
        /// Defined symbols by their hash, for objects that have DT_HASH alone.
        case own([UInt32: [UInt32]])
    }

    /// The largest tables at hand, of a library of 121 MB, take a quarter of this.
    static let largest: UInt64 = 48 << 20

    /// Reads the tables of `file`.
    ///
    /// - Throws: ``ReadError`` where a table lies outside of the file or claims more than any program has.
    init(_ file: FileBytes, _ dynamic: DynamicTable, _ map: SegmentMap, _ machine: Machine, _ text: StringTable) throws(ReadError)
    {
        is64Bit = machine.is64Bit
        isBigEndian = machine.isBigEndian
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
        let memory = UnsafeMutableRawPointer.allocate(byteCount: Int(together ? high - low : total) + 16, alignment: 16)
        self.memory = memory
        size = Int(together ? high - low : total)
        var places: [Range<UInt64>: Int] = [:]
        do {
            if together {
                try file.read(into: memory, count: Int(high - low), at: low, what: "the dynamic symbols")
                for range in ranges { places[range] = Int(range.lowerBound - low) }
            } else {
                var used = 0
                for range in ranges where places[range] == nil {
                    try file.read(into: memory + used, count: range.count, at: range.lowerBound, what: "the dynamic symbols")
                    places[range] = used
                    used += range.count
                }
            }
        } catch {
            memory.deallocate()
            throw error
        }
        func offset(_ range: Range<UInt64>?) -> Int { range.flatMap { places[$0] } ?? 0 }
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
            table = .own([:])
            guard symbolRange != nil else { return }
            var own: [UInt32: [UInt32]] = [:]
            for index in 1..<max(1, self.count) where isDefinition(index) {
                own[Self.hash(name(index)), default: []].append(UInt32(index))
            }
            ownTable = own
        }
    }

    /// All names are looked at a few times; the largest program at hand has 6.4 MB of them.
    @exclusivity(unchecked) private var nameBytesLeft = 1 << 27
    private var ownTable: [UInt32: [UInt32]] = [:]

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

    /// The name of the symbol `index`, valid as long as the image; empty where it lies outside of the string table.
    public func name(_ index: Int) -> UnsafeRawBufferPointer {
        let offset = Int(u32(place(index)))
        guard offset < strings.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        let start = memory + strings.lowerBound + offset
        let length = strlen(start.assumingMemoryBound(to: CChar.self))
        // Names may overlap, and a million that share one long end must not cost an hour.
        guard length <= nameBytesLeft else { return UnsafeRawBufferPointer(start: nil, count: 0) }
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
    /// - Returns: whether `body` returned true.
    public func find(_ name: UnsafeRawBufferPointer, hash: UInt32, _ body: (Int) -> Bool) -> Bool {
        switch table {
        case .gnu(let buckets, let first, let bloom, let bloomWords, let shift, let bucketPlace, let chainPlace):
            let bits: UInt32 = is64Bit ? 64 : 32
            let filter = word(bloom + (Int(hash / bits) & (bloomWords - 1)) * (is64Bit ? 8 : 4))
            let second = shift < 32 ? hash >> shift : 0
            guard filter >> UInt64(hash % bits) & 1 != 0, filter >> UInt64(second % bits) & 1 != 0 else { return false }
            var index = Int(u32(bucketPlace + Int(hash % UInt32(buckets)) * 4))
            guard index >= first, index > 0 else { return false }
            while index < count {
                let entry = u32(chainPlace + (index - first) * 4)
                if (entry ^ hash) >> 1 == 0, isDefinition(index), equals(index, name), body(index) { return true }
                if entry & 1 != 0 { return false }
                index += 1
            }
            return false
        case .own:
            for index in ownTable[hash] ?? [] where equals(Int(index), name) && body(Int(index)) { return true }
            return false
        }
    }

    @inline(__always)
    private func equals(_ index: Int, _ name: UnsafeRawBufferPointer) -> Bool {
        let offset = Int(u32(place(index)))
        guard offset < strings.count, strings.count - offset > name.count, let other = name.baseAddress else { return false }
        let start = memory + strings.lowerBound + offset
        return memcmp(start, other, name.count) == 0 && start.load(fromByteOffset: name.count, as: UInt8.self) == 0
    }
}
