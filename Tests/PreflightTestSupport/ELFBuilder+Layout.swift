// From the parts of an ELFBuilder to bytes: first every table by itself, then their places, then the headers that name
// these places.

extension ELFBuilder {
    /// The file.
    public func image() -> ELFImage { ELFImage(bytes: write()) }

    /// The file's bytes.
    public func write() -> [UInt8] {
        let names = StringTableWriter()
        let symbols = symbols.filter { !$0.isDefined } + symbols.filter(\.isDefined)
        let tables = tables(symbols, names)
        let dynamicCount = dynamicEntries(tables, places: [:], names).count

        let headerSize = encoding.is64Bit ? 64 : 52
        let segmentSize = encoding.is64Bit ? 56 : 32
        let optional = [interpreter != nil, !notes.isEmpty, hasSpareSegment].count { $0 }
        let segmentCount = (isDynamic ? 3 : 1) + optional
        var places: [String: Range<Int>] = [:]
        var end = headerSize + segmentCount * segmentSize
        for (name, bytes) in tables {
            end = (end + 7) & ~7
            places[name] = end..<end + bytes.count
            end += bytes.count
        }
        let dynamicPlace = (end + 15) & ~15
        let dynamicSize = isDynamic ? dynamicCount * encoding.wordSize * 2 : 0
        let textEnd = end
        end = isDynamic ? dynamicPlace + dynamicSize : end

        var writer = ByteWriter(encoding)
        writeHeader(&writer, segmentCount: segmentCount, headerSize: headerSize, segmentSize: segmentSize)
        if let range = places["interp"] { segment(&writer, 3, 4, range, address: base, alignment: 1) }
        segment(&writer, 1, 5, 0..<textEnd, address: base, alignment: 0x1000)
        if isDynamic {
            let range = dynamicPlace..<end
            segment(&writer, 1, 6, range, address: base + 0x1000, alignment: 0x1000)
            segment(&writer, 2, 6, range, address: base + 0x1000, alignment: encoding.wordSize)
        }
        if let range = places["note"] { segment(&writer, 4, 4, range, address: base, alignment: noteAlignment) }
        if hasSpareSegment { segment(&writer, 0, 4, 0..<0, address: 0, alignment: 1) }
        for (_, bytes) in tables {
            writer.align(8)
            writer.bytes += bytes
        }
        if isDynamic {
            writer.align(16)
            for (tag, value) in dynamicEntries(tables, places: places, names) {
                writer.word(UInt64(bitPattern: tag))
                writer.word(value)
            }
        }
        return writer.bytes
    }

    private func writeHeader(_ writer: inout ByteWriter, segmentCount: Int, headerSize: Int, segmentSize: Int) {
        writer.bytes = [0x7F, 0x45, 0x4C, 0x46, encoding.is64Bit ? 2 : 1, encoding.isBigEndian ? 2 : 1, 1, osABI]
        writer.bytes += [UInt8](repeating: 0, count: 8)
        writer.u16(type)
        writer.u16(machine)
        writer.u32(1)
        writer.word(entry)
        writer.word(UInt64(headerSize))
        writer.word(0)
        writer.u32(flags)
        writer.u16(UInt16(headerSize))
        writer.u16(UInt16(segmentSize))
        writer.u16(UInt16(segmentCount))
        writer.u16(0)
        writer.u16(0)
        writer.u16(0)
    }

    private func segment(
        _ writer: inout ByteWriter, _ type: UInt32, _ flags: UInt32, _ range: Range<Int>, address: UInt64, alignment: Int
    ) {
        let start = UInt64(range.lowerBound)
        writer.u32(type)
        if encoding.is64Bit { writer.u32(flags) }
        writer.word(start)
        writer.word(address + start)
        writer.word(address + start)
        writer.word(UInt64(range.count))
        writer.word(UInt64(range.count))
        if !encoding.is64Bit { writer.u32(flags) }
        writer.word(UInt64(alignment))
    }

    /// All tables but the dynamic one, in the order of the file.
    private func tables(_ symbols: [Symbol], _ names: StringTableWriter) -> [(name: String, bytes: [UInt8])] {
        var tables: [(name: String, bytes: [UInt8])] = []
        if let interpreter { tables.append(("interp", interpreter.bytes + [0])) }
        if !notes.isEmpty { tables.append(("note", noteBytes())) }
        guard isDynamic else { return tables }
        for name in [soname, rpath, runpath].compactMap(\.self) + needed { names.add(name) }
        let versions = versionBytes(names)
        let symbolTable = symbolBytes(symbols, names)
        if hash == .gnu || hash == .both { tables.append(("gnu_hash", gnuHashBytes(symbols))) }
        if hash == .sysv || hash == .both { tables.append(("hash", hashBytes(symbols))) }
        tables.append(("dynsym", symbolTable))
        tables.append(("dynstr", names.bytes + stringTail))
        if hasVersionSymbols, !needs.isEmpty || !definitions.isEmpty {
            var writer = ByteWriter(encoding)
            writer.u16(0)
            for symbol in symbols { writer.u16(symbol.version) }
            tables.append(("versym", writer.bytes))
        }
        if !definitions.isEmpty { tables.append(("verdef", versions.definitions)) }
        if !needs.isEmpty { tables.append(("verneed", versions.needs)) }
        for (name, kind) in [("rel", Relocation.data), ("plt", .plt)] {
            let bytes = relocationBytes(symbols, kind)
            if !bytes.isEmpty { tables.append((name, bytes)) }
        }
        if relativeRelocations > 0 {
            var writer = ByteWriter(encoding)
            for index in 0..<relativeRelocations { writer.word(index == 0 ? base : 3) }
            tables.append(("relr", writer.bytes))
        }
        return tables
    }

    private func dynamicEntries(
        _ tables: [(name: String, bytes: [UInt8])], places: [String: Range<Int>], _ names: StringTableWriter
    ) -> [(tag: Int64, value: UInt64)] {
        var entries: [(tag: Int64, value: UInt64)] = needed.map { (1, names.add($0)) }
        if let soname { entries.append((14, names.add(soname))) }
        if let rpath { entries.append((15, names.add(rpath))) }
        if let runpath { entries.append((29, names.add(runpath))) }
        for (name, bytes) in tables {
            let address = base + UInt64(places[name]?.lowerBound ?? 0)
            let size = UInt64(bytes.count)
            let word = UInt64(encoding.wordSize)
            switch name {
            case "gnu_hash": entries.append((0x6FFF_FEF5, address))
            case "hash": entries.append((4, address))
            case "dynstr": entries += [(5, address), (10, size)]
            case "dynsym": entries += [(6, address), (11, encoding.is64Bit ? 24 : 16)]
            case "versym": entries.append((0x6FFF_FFF0, address))
            case "verdef": entries += [(0x6FFF_FFFC, address), (0x6FFF_FFFD, UInt64(definitions.count))]
            case "verneed": entries += [(0x6FFF_FFFE, address), (0x6FFF_FFFF, UInt64(needs.count))]
            case "rel" where hasAddends: entries += [(7, address), (8, size), (9, word * 3)]
            case "rel": entries += [(17, address), (18, size), (19, word * 2)]
            case "plt": entries += [(23, address), (2, size), (20, hasAddends ? 7 : 17)]
            case "relr": entries += [(36, address), (35, size), (37, word)]
            default: break
            }
        }
        if hasDebugEntry { entries.append((21, 0)) }
        return entries + extraEntries + [(0, 0)]
    }

    // MARK: Tables

    private func noteBytes() -> [UInt8] {
        var writer = ByteWriter(encoding)
        for note in notes {
            var content = ByteWriter(encoding)
            content.bytes = note.content
            for word in note.words { content.u32(word) }
            writer.u32(UInt32(note.owner.bytes.count + 1))
            writer.u32(UInt32(content.count))
            writer.u32(note.type)
            writer.bytes += note.owner.bytes + [0]
            writer.align(noteAlignment)
            writer.bytes += content.bytes
            writer.align(noteAlignment)
        }
        return writer.bytes
    }

    private func symbolBytes(_ symbols: [Symbol], _ names: StringTableWriter) -> [UInt8] {
        var writer = ByteWriter(encoding)
        writer.bytes = [UInt8](repeating: 0, count: encoding.is64Bit ? 24 : 16)
        for symbol in symbols {
            let info = symbol.binding << 4 | symbol.type
            let section: UInt16 = symbol.isDefined ? 1 : 0
            writer.u32(UInt32(names.add(symbol.name)))
            if encoding.is64Bit {
                writer.u8(info)
                writer.u8(0)
                writer.u16(section)
            }
            writer.word(symbol.isDefined ? base : 0)
            writer.word(0)
            if !encoding.is64Bit {
                writer.u8(info)
                writer.u8(0)
                writer.u16(section)
            }
        }
        return writer.bytes
    }

    /// s390x and Alpha have 64-bit words in DT_HASH.
    private func hashBytes(_ symbols: [Symbol]) -> [UInt8] {
        var writer = ByteWriter(encoding)
        func add(_ value: Int) {
            if encoding.is64Bit, machine == 22 || machine == 0x9026 {
                writer.u64(UInt64(value))
            } else {
                writer.u32(UInt32(value))
            }
        }
        // One bucket with one chain through all symbols.
        add(1)
        add(symbols.count + 1)
        add(symbols.isEmpty ? 0 : 1)
        add(0)
        for index in symbols.indices { add(index + 2 <= symbols.count ? index + 2 : 0) }
        return writer.bytes
    }

    private func gnuHashBytes(_ symbols: [Symbol]) -> [UInt8] {
        let first = symbols.prefix { !$0.isDefined }.count + 1
        let defined = symbols.dropFirst(first - 1)
        var writer = ByteWriter(encoding)
        writer.u32(1)
        writer.u32(UInt32(first))
        writer.u32(1)
        writer.u32(6)
        writer.word(UInt64.max)
        writer.u32(defined.isEmpty ? 0 : UInt32(first))
        for (index, symbol) in defined.enumerated() {
            writer.u32(gnuHash(symbol.name.bytes) & ~1 | (index == defined.count - 1 ? 1 : 0))
        }
        return writer.bytes
    }

    private func versionBytes(_ names: StringTableWriter) -> (needs: [UInt8], definitions: [UInt8]) {
        var needs = ByteWriter(encoding)
        for (index, need) in self.needs.enumerated() {
            needs.u16(1)
            needs.u16(UInt16(need.nodes.count))
            needs.u32(UInt32(names.add(need.library)))
            needs.u32(16)
            needs.u32(index == self.needs.count - 1 ? 0 : UInt32(16 + 16 * need.nodes.count))
            for (index, node) in need.nodes.enumerated() {
                needs.u32(node.hash ?? systemVHash(node.name.bytes))
                needs.u16(node.flags)
                needs.u16(node.index)
                needs.u32(UInt32(names.add(node.name)))
                needs.u32(index == need.nodes.count - 1 ? 0 : 16)
            }
        }
        var definitions = ByteWriter(encoding)
        for (index, definition) in self.definitions.enumerated() {
            let all = [definition.name] + definition.parents
            definitions.u16(1)
            definitions.u16(definition.flags)
            definitions.u16(definition.index)
            definitions.u16(UInt16(all.count))
            definitions.u32(systemVHash(definition.name.bytes))
            definitions.u32(20)
            definitions.u32(index == self.definitions.count - 1 ? 0 : UInt32(20 + 8 * all.count))
            for (index, name) in all.enumerated() {
                definitions.u32(UInt32(names.add(name)))
                definitions.u32(index == all.count - 1 ? 0 : 8)
            }
        }
        return (needs.bytes, definitions.bytes)
    }

    private func relocationBytes(_ symbols: [Symbol], _ kind: Relocation) -> [UInt8] {
        var writer = ByteWriter(encoding)
        for (index, symbol) in symbols.enumerated() where symbol.relocation == kind {
            let number = UInt64(index + 1)
            writer.word(base)
            if !encoding.is64Bit {
                writer.u32(UInt32(number) << 8 | 1)
            } else if machine == 8, !encoding.isBigEndian {
                // MIPS64 little endian: a 32-bit symbol, then four bytes of types.
                writer.u32(UInt32(number))
                writer.u32(1 << 24)
            } else {
                writer.u64(number << 32 | 1)
            }
            if hasAddends { writer.word(0) }
        }
        return writer.bytes
    }
}

/// A string table that gives equal names one place.
private final class StringTableWriter {
    private(set) var bytes: [UInt8] = [0]
    private var places: [[UInt8]: UInt64] = [[]: 0]

    @discardableResult
    func add(_ name: Name) -> UInt64 {
        if let place = places[name.bytes] { return place }
        let place = UInt64(bytes.count)
        places[name.bytes] = place
        bytes += name.bytes + [0]
        return place
    }
}
