// The ELF header and the program headers, decoded by libelf from a copy that has no section table: sections can be
// stripped or lie, and the loader never looks at them.

internal import CPreflightELF

/// What the ELF header says, in host byte order.
public struct Header: Hashable, Sendable {
    /// e_type: ET_EXEC is 2, ET_DYN 3.
    public var type: UInt16
    /// The architecture.
    public var machine: Machine
    /// EI_OSABI: 0 is System V, 3 GNU.
    public var osABI: UInt8
    /// EI_ABIVERSION.
    public var abiVersion: UInt8
    /// Bytes 9 to 15 of e_ident are not all zero; the loader refuses such a library.
    public var hasPadding: Bool
    /// e_version and EI_VERSION are both 1.
    public var isCurrentVersion: Bool
    /// e_flags.
    public var flags: UInt32
    /// e_entry.
    public var entry: UInt64
    /// e_shoff and e_shnum: all that a relocatable object has; of others hints alone, no verdict rests on them.
    var sectionOffset: UInt64
    var sectionCount: UInt16
}

/// One program header.
struct Segment {
    var type: UInt32
    var flags: UInt32
    var offset: UInt64
    var address: UInt64
    var fileSize: UInt64
    var memorySize: UInt64
    var alignment: UInt64
}

extension FileBytes {
    /// Reads and checks the header, and the program headers of what a loader could load (ET_EXEC, ET_DYN).
    func header() throws(ReadError) -> (Header, [Segment]) {
        guard size > 0 else { throw ReadError(.notELF, "is empty") }
        let ident = try bytes(at: 0, count: Int(min(size, 16)), what: "the ELF identification")
        guard ident.count >= 4, ident.u8(0) == 0x7F, ident.u8(1) == 0x45, ident.u8(2) == 0x4C, ident.u8(3) == 0x46 else {
            throw Self.noELF(ident.slice(0, Int(min(size, 16))))
        }
        guard size >= 16 else { throw .malformed("the file ends inside of the ELF identification", at: size) }
        let is64Bit: Bool
        switch ident.u8(4) {
        case 1: is64Bit = false
        case 2: is64Bit = true
        case let other: throw .malformed("EI_CLASS is \(other); 1 (32 bit) and 2 (64 bit) exist", at: 4)
        }
        switch ident.u8(5) {
        case 1: isBigEndian = false
        case 2: isBigEndian = true
        case let other: throw .malformed("EI_DATA is \(other); 1 (little endian) and 2 (big endian) exist", at: 5)
        }
        let length = is64Bit ? 64 : 52
        guard size >= UInt64(length) else { throw .malformed("the file ends inside of the ELF header", at: size) }
        return try decode(length: length, is64Bit: is64Bit)
    }

    private func decode(length: Int, is64Bit: Bool) throws(ReadError) -> (Header, [Segment]) {
        let view = try bytes(at: 0, count: length, what: "the ELF header")
        // Offsets of e_phoff … e_shnum differ between the classes; everything else libelf decodes.
        let tableOffset = view.word(is64Bit ? 32 : 28, is64Bit: is64Bit)
        let sectionOffset = view.word(is64Bit ? 40 : 32, is64Bit: is64Bit)
        let counts = is64Bit ? 54 : 42
        let entrySize = Int(view.u16(counts))
        let entryCount = Int(view.u16(counts + 2))
        let sectionCount = view.u16(counts + 6)
        let type = view.u16(16)
        let identVersion = view.u8(6)
        let hasPadding = (9..<16).contains { view.u8($0) != 0 }
        let isLoadable = type == UInt16(ET_EXEC) || type == UInt16(ET_DYN)
        let tableCount = isLoadable ? entryCount : 0
        if tableCount > 0 {
            try checkTable(tableOffset, entrySize, entryCount, is64Bit: is64Bit)
        }

        // The copy: header, with the section fields cut off and the program headers moved next to it.
        var image = [UInt8](unsafeUninitializedCapacity: length + tableCount * entrySize) { memory, count in
            memory.baseAddress?.update(from: view.base.assumingMemoryBound(to: UInt8.self), count: length)
            count = length
        }
        if tableCount > 0 {
            let needed = tableCount * entrySize
            if needed <= ReadBuffers.windowSize {
                let table = try bytes(at: tableOffset, count: needed, what: "the program header table")
                image.append(contentsOf: table.slice(0, needed))
            } else {
                image += try copy(at: tableOffset, count: UInt64(needed), what: "the program header table")
            }
        }
        patch(&image, is64Bit: is64Bit, hasTable: tableCount > 0, length: length, counts: counts)

        let decoded: (GElf_Ehdr, [Segment])? = image.withUnsafeMutableBytes { memory in
            guard let base = memory.baseAddress?.assumingMemoryBound(to: CChar.self),
                let elf = elf_memory(base, memory.count)
            else { return nil }
            defer { elf_end(elf) }
            var header = GElf_Ehdr()
            guard gelf_getehdr(elf, &header) != nil else { return nil }
            var segments: [Segment] = []
            segments.reserveCapacity(tableCount)
            var raw = GElf_Phdr()
            for index in 0..<tableCount {
                guard gelf_getphdr(elf, CInt(index), &raw) != nil else { return nil }
                segments.append(
                    Segment(
                        type: raw.p_type, flags: raw.p_flags, offset: raw.p_offset, address: raw.p_vaddr,
                        fileSize: raw.p_filesz, memorySize: raw.p_memsz, alignment: raw.p_align
                    )
                )
            }
            return (header, segments)
        }
        guard let (raw, segments) = decoded else {
            throw .malformed("libelf refuses the header: \(String(cString: elf_errmsg(-1)))", at: 0)
        }
        let header = Header(
            type: type,
            machine: Machine(
                number: raw.e_machine, is64Bit: is64Bit, isBigEndian: isBigEndian, flags: raw.e_flags
            ),
            osABI: raw.e_ident.7,
            abiVersion: raw.e_ident.8,
            hasPadding: hasPadding,
            isCurrentVersion: raw.e_version == 1 && identVersion == 1,
            flags: raw.e_flags,
            entry: raw.e_entry,
            sectionOffset: sectionOffset,
            sectionCount: sectionCount
        )
        return (header, segments)
    }

    private func checkTable(
        _ offset: UInt64, _ entrySize: Int, _ count: Int, is64Bit: Bool
    ) throws(ReadError) {
        let expected = is64Bit ? 56 : 32
        guard entrySize == expected else {
            throw .malformed("e_phentsize is \(entrySize); the kernel takes only \(expected)", at: is64Bit ? 54 : 42)
        }
        guard count < Int(PN_XNUM) else {
            throw .malformed("e_phnum says PN_XNUM, which only core files use", at: is64Bit ? 56 : 44)
        }
        guard offset <= size, UInt64(count * entrySize) <= size - offset else {
            throw .malformed(
                "the program header table (\(count) entries) ends beyond the file (\(hexadecimal(size)) bytes); it is cut short",
                at: offset
            )
        }
    }

    /// Makes the copy whole in itself: e_phoff points behind the header, and there are no sections, so that libelf
    /// neither allocates for a claimed 65,535 of them nor refuses a file whose section table is gone.
    private func patch(_ image: inout [UInt8], is64Bit: Bool, hasTable: Bool, length: Int, counts: Int) {
        func clear(_ range: Range<Int>) { for index in range { image[index] = 0 } }
        let tableField = is64Bit ? 32..<40 : 28..<32
        clear(tableField)
        clear(is64Bit ? 40..<48 : 32..<36)
        clear(counts + 4..<counts + 10)
        // The kernel looks at no version, libelf at this one; a library with another is for the judgement to refuse.
        image[6] = 1
        if hasTable {
            image[isBigEndian ? tableField.upperBound - 1 : tableField.lowerBound] = UInt8(length)
        } else {
            clear(counts + 2..<counts + 4)
        }
    }
}
