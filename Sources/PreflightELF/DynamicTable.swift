// PT_DYNAMIC: the loader's table of contents of an object.

internal import CPreflightELF

/// The entries of the dynamic table that a verdict or a report speaks of.
struct DynamicTable {
    /// Offsets of DT_NEEDED names in the string table, in order.
    var needed: [UInt64] = []
    /// The last value of every other tag, as the loader keeps it.
    private var values: [(tag: Int64, value: UInt64)] = []
    /// Where the table starts in the file.
    var offset: UInt64 = 0

    subscript(tag: Int32) -> UInt64? {
        for entry in values where entry.tag == Int64(tag) { return entry.value }
        return nil
    }

    /// The largest programs at hand need 28 libraries; a table that claims more than this is broken.
    static let mostNeeded = 1024

    /// Only these tags are kept: a table of a million entries must not cost a million words.
    private static let kept: [Int64] =
        [
            DT_SONAME, DT_FILTER, DT_AUXILIARY, DT_RPATH, DT_RUNPATH, DT_STRTAB, DT_STRSZ, DT_SYMTAB, DT_SYMENT, DT_HASH,
            DT_GNU_HASH,
            DT_VERSYM, DT_VERNEED, DT_VERNEEDNUM, DT_VERDEF, DT_VERDEFNUM, DT_FLAGS, DT_FLAGS_1, DT_BIND_NOW,
            DT_TEXTREL, DT_RELR, DT_RELRSZ, DT_REL, DT_RELSZ, DT_RELENT, DT_RELA, DT_RELASZ, DT_RELAENT, DT_JMPREL,
            DT_PLTRELSZ, DT_PLTREL, DT_MIPS_GOTSYM, DT_MIPS_SYMTABNO, DT_MIPS_LOCAL_GOTNO, DT_PLTGOT, DT_DEBUG,
        ].map { Int64($0) }

    init(_ file: FileBytes, _ segment: Segment, _ map: SegmentMap, is64Bit: Bool) throws(ReadError) {
        // The loader goes by the address; the offset counts only for a file that maps nothing there.
        let range: Range<UInt64>
        if let mapped = map.fileRange(from: segment.address) {
            range = mapped
        } else {
            throw .malformed(
                "PT_DYNAMIC is at address \(hexadecimal(segment.address)), which no PT_LOAD segment takes from the file"
            )
        }
        offset = range.lowerBound
        let entrySize = is64Bit ? 16 : 8
        guard range.lowerBound < file.size else {
            throw .malformed(
                "the dynamic table starts beyond the end of the file (\(hexadecimal(file.size)) bytes); it is cut short",
                at: range.lowerBound
            )
        }
        let count = (min(range.upperBound, file.size) - range.lowerBound) / UInt64(entrySize)
        var table = (needed: [UInt64](), values: [(tag: Int64, value: UInt64)](), ended: false)
        table.values.reserveCapacity(Self.kept.count)
        var done: UInt64 = 0
        // Short tables fit into a window; the rest of the segment (the data) is not read for them.
        let first = min(count, UInt64(ReadBuffers.windowSize / entrySize), max(1, segment.fileSize / UInt64(entrySize)))
        if first > 0 {
            let view = try file.bytes(at: range.lowerBound, count: Int(first) * entrySize, what: "the dynamic table")
            try Self.take(view, Int(first), is64Bit, range.lowerBound, &table)
            done = first
        }
        if !table.ended, done < count {
            let start = range.lowerBound + done * UInt64(entrySize)
            try file.stream(
                at: start, recordSize: entrySize, count: count - done, what: "the dynamic table"
            ) { (view, index) throws(ReadError) -> Bool in
                try Self.take(view, view.count / entrySize, is64Bit, start + index * UInt64(entrySize), &table)
                return !table.ended
            }
        }
        guard table.ended else {
            throw .malformed("the dynamic table has no DT_NULL before its segment or the file ends", at: range.lowerBound)
        }
        needed = table.needed
        values = table.values
    }

    private static func take(
        _ view: ByteView, _ count: Int, _ is64Bit: Bool, _ place: UInt64,
        _ table: inout (needed: [UInt64], values: [(tag: Int64, value: UInt64)], ended: Bool)
    ) throws(ReadError) {
        let size = is64Bit ? 16 : 8
        for index in 0..<count {
            let tag = is64Bit ? Int64(bitPattern: view.u64(index * size)) : Int64(Int32(bitPattern: view.u32(index * size)))
            if tag == Int64(DT_NULL) {
                table.ended = true
                return
            }
            let value = view.word(index * size + size / 2, is64Bit: is64Bit)
            if tag == Int64(DT_NEEDED) {
                guard table.needed.count < mostNeeded else {
                    throw .malformed("the dynamic table names more than \(mostNeeded) libraries", at: place)
                }
                table.needed.append(value)
            } else if kept.contains(tag) {
                if let place = table.values.firstIndex(where: { $0.tag == tag }) {
                    table.values[place].value = value
                } else {
                    table.values.append((tag, value))
                }
            }
        }
    }
}

/// The string table that the dynamic table names.
struct StringTable {
    let range: Range<UInt64>

    init(_ table: DynamicTable, _ map: SegmentMap, _ file: FileBytes) throws(ReadError) {
        guard let address = table[DT_STRTAB] else {
            throw .malformed("the dynamic table has no DT_STRTAB; this is no object that a loader could load", at: table.offset)
        }
        let mapped = try map.require(address, what: "DT_STRTAB")
        // DT_STRSZ is not looked at by the loader; the end of the segment bounds a name.
        guard mapped.lowerBound < file.size else {
            throw .malformed("the dynamic string table lies beyond the end of the file", at: mapped.lowerBound)
        }
        range = mapped.lowerBound..<min(mapped.upperBound, file.size)
    }

    func text(_ index: UInt64, in file: FileBytes, what: @autoclosure () -> String) throws(ReadError) -> String {
        let length = range.upperBound - range.lowerBound
        guard index < length else {
            throw .malformed(
                "\(what()) is at \(hexadecimal(index)) of the string table, which ends at \(hexadecimal(length))",
                at: range.lowerBound
            )
        }
        return try file.text(at: range.lowerBound + index, end: range.upperBound, what: what())
    }
}
