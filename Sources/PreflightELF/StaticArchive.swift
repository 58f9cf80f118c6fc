// Static archives (.a): the common format with GNU's, BSD's and LLVM's ways of long names, 64-bit symbol tables, and thin
// archives, whose members are files of their own (ar(5); binutils, include/aout/ar.h).

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A static archive whose members are read one after the other; nothing of it is kept in memory.
public struct StaticArchive: ~Copyable {
    /// One member.
    public struct Member: Sendable, Hashable {
        /// The name; in a thin archive the path as it stands there.
        public var name: String
        /// Where its header lies in the archive.
        public var header: UInt64
        /// Where its bytes begin: in the archive, or in the external file.
        public var offset: UInt64
        /// Bytes; in a thin archive what the archive says, and the file's own size counts.
        public var size: UInt64
        /// The file that holds it where the archive is thin.
        public var path: String?
        /// In a thin archive, where in that file its header lies if the file is an archive itself.
        var nested: UInt64?
    }

    /// An external file, or a member of one.
    private struct External: Hashable {
        var file: FileIdentity
        var nested: UInt64?
    }

    /// Longer names and paths no system takes.
    private static let longestName = 4096
    /// The largest archive at hand has 3,000 members.
    private static let mostMembers = 1 << 20
    private static let headerSize: UInt64 = 60

    private let file: FileBytes
    private let path: String
    /// Members are files of their own.
    public let isThin: Bool
    private var place: UInt64 = 8
    private var members = 0
    /// Where the table of long names (`//`) lies.
    private var longNames: Range<UInt64>?
    /// External files that were opened: a thin archive may name one file a thousand times.
    private var opened: Set<External> = []
    /// Of external archives, how many bytes were read as members.
    private var nestedBytes: [FileIdentity: UInt64] = [:]

    /// Opens the archive at `path`.
    ///
    /// - Throws: ``ReadError``: missing, unreadable, no regular file, or no archive (`notELF`).
    public init(path: String, buffers: ReadBuffers) throws(ReadError) {
        let file = try RawText.withPath(path) { (name) throws(ReadError) in
            try FileBytes(path: name, in: AT_FDCWD, isExpectedRegular: false, buffers: buffers)
        }
        guard file.size >= 8 else { throw ReadError(.notELF, "is no static archive") }
        let magic = try file.bytes(at: 0, count: 8, what: "the start of the archive").slice(0, 8)
        let isThin = magic.elementsEqual("!<thin>\n".utf8)
        guard isThin || magic.elementsEqual("!<arch>\n".utf8) else { throw ReadError(.notELF, "is no static archive") }
        self.file = file
        self.path = path
        self.isThin = isThin
    }

    /// The next member, nil behind the last.
    ///
    /// Symbol tables and the table of long names are no members.
    ///
    /// - Throws: ``ReadError``. Where a name alone is wrong the next call goes on behind that member; where the chain of
    ///   headers is broken it returns nil.
    public mutating func next() throws(ReadError) -> Member? {
        while true {
            guard let entry = try entry() else { return nil }
            switch entry.special {
            case .member:
                let member = try member(entry)
                // BSD's symbol table may have its name where long names stand.
                if Self.indexes.contains(RawText.bytes(member.name)) { continue }
                members += 1
                guard members <= Self.mostMembers else {
                    place = file.size
                    throw .malformed("has more than \(Self.mostMembers) members", at: entry.header)
                }
                return member
            case .longNames: longNames = entry.offset..<entry.offset + entry.size
            case .index: continue
            }
        }
    }

    /// Opens `member` as an ELF file.
    ///
    /// - Parameter isRepeated: the caller knows that it may ask for a member again, and bounds how often.
    /// - Throws: ``ReadError``, with offsets within the member: `notELF` for a member that is to be passed over, such as
    ///   LLVM bitcode, an archive, or a file that a thin archive names twice.
    public mutating func open(_ member: Member, isRepeated: Bool = false) throws(ReadError) -> ObjectFile {
        let bytes = try bytes(of: member, isRepeated: isRepeated)
        guard bytes.size > 0 else { throw ReadError(.notELF, "is empty") }
        do throws(ReadError) {
            return try ObjectFile(bytes)
        } catch {
            guard error.kind == .archive else { throw error }
            throw ReadError(.notELF, "is an archive within the archive")
        }
    }

    private mutating func bytes(of member: Member, isRepeated: Bool) throws(ReadError) -> FileBytes {
        guard let path = member.path else { return FileBytes(file, from: member.offset, size: member.size) }
        let external: FileBytes
        do throws(ReadError) {
            external = try RawText.withPath(path) { (name) throws(ReadError) in
                try FileBytes(path: name, in: AT_FDCWD, isExpectedRegular: false, buffers: file.buffers)
            }
        } catch {
            throw ReadError(error.kind, "the archive is thin, and its member \(shortened(path)) \(error.message)")
        }
        guard isRepeated || opened.insert(External(file: external.identity, nested: member.nested)).inserted else {
            throw ReadError(.notELF, "is named a second time by the thin archive")
        }
        guard let header = member.nested else { return external }
        let entry = try Self.entry(external, at: header, isThin: false)
        guard entry.size <= external.size - entry.offset else {
            throw .malformed("the member ends beyond \(shortened(path))", at: header)
        }
        // Honest members do not overlap; others could make one large file be read a million times.
        let (sum, isLarge) = nestedBytes[external.identity, default: 0].addingReportingOverflow(entry.size)
        guard isRepeated || !isLarge && sum <= external.size else {
            throw .malformed("the members that the thin archive names overlap in \(shortened(path))", at: header)
        }
        nestedBytes[external.identity] = sum
        return FileBytes(external, from: entry.offset, size: entry.size)
    }
}

extension StaticArchive {
    /// The largest index at hand has 4 MB.
    private static let largestIndex: UInt64 = 64 << 20

    /// Hands the symbols that members define to `body`, from the index in front (`/` or `/SYM64/`) that linkers go by.
    ///
    /// - Parameter body: gets the bytes of the name, valid during the call, and where the header of its member lies.
    /// - Returns: false where there is no such index; then the members themselves have to be read.
    /// - Throws: ``ReadError`` where the index contradicts itself.
    public mutating func eachIndexedSymbol(
        _ body: (_ name: UnsafeRawBufferPointer, _ header: UInt64) -> Void
    ) throws(ReadError) -> Bool {
        place = 8
        guard let entry = try entry() else { return false }
        place = 8
        let width: UInt64
        switch entry.field {
        case Array("/".utf8): width = 4
        case Array("/SYM64/".utf8): width = 8
        default: return false
        }
        guard entry.size >= width, entry.size <= Self.largestIndex else {
            throw .malformed("the symbol index has \(entry.size) bytes; none has less than \(width) or as many", at: entry.header)
        }
        let index = try file.copy(at: entry.offset, count: entry.size, what: "the symbol index")
        let isWhole = index.withUnsafeBytes { memory -> Bool in
            // Always big endian, whatever the members are.
            func number(_ place: UInt64) -> UInt64 {
                let offset = Int(place * width)
                return width == 8
                    ? UInt64(bigEndian: memory.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                    : UInt64(UInt32(bigEndian: memory.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
            }
            let count = number(0)
            guard count <= (entry.size - width) / (width + 1) else { return false }
            var names = memory[Int((count + 1) * width)...]
            for symbol in 0..<count {
                guard let end = names.firstIndex(of: 0) else { return false }
                body(UnsafeRawBufferPointer(rebasing: names[..<end]), number(symbol + 1))
                names = names[(end + 1)...]
            }
            return true
        }
        guard isWhole else { throw .malformed("the symbol index claims more symbols than it has names", at: entry.header) }
        return true
    }

    /// The member whose header lies at `header`, as an index says.
    ///
    /// - Throws: ``ReadError`` where there is none.
    public mutating func member(at header: UInt64) throws(ReadError) -> Member {
        if longNames == nil {
            // Tables stand in front of all members.
            place = 8
            while let entry = try entry(), entry.special != .member {
                if entry.special == .longNames { longNames = entry.offset..<entry.offset + entry.size }
            }
            if longNames == nil { longNames = 0..<0 }
        }
        let entry = try Self.entry(file, at: header, isThin: isThin)
        guard isThin || entry.size <= file.size - entry.offset else {
            throw .malformed("a member of \(entry.size) bytes ends beyond the archive; it is cut short", at: header)
        }
        return try member(entry)
    }

    /// What an entry of the archive is for.
    private enum Special {
        case member
        /// A symbol table.
        case index
        /// `//`: the names that do not fit in a header.
        case longNames
    }

    /// One header, decoded.
    private struct Entry {
        var special: Special
        /// The name field without blanks at its end.
        var field: [UInt8]
        var header: UInt64
        var offset: UInt64
        var size: UInt64
    }

    /// Names of symbol tables: GNU's, its 64-bit one, BSD's four, and what Windows adds.
    private static let indexes = ["/", "/SYM64/", "__.SYMDEF", "__.SYMDEF SORTED", "__.SYMDEF_64", "__.SYMDEF_64 SORTED"]
        .map { Array($0.utf8) }
    private static let tables = ["//", "ARFILENAMES/"].map { Array($0.utf8) }

    /// The entry at ``place``, which moves on to the next.
    private mutating func entry() throws(ReadError) -> Entry? {
        // A last byte of padding may be missing or be there.
        guard place < file.size, file.size - place > 1 else { return nil }
        let header = place
        // Whatever is wrong now, nothing behind it can be found.
        place = file.size
        let entry = try Self.entry(file, at: header, isThin: isThin)
        let hasBytes = !isThin || entry.special != .member
        if hasBytes, entry.size > file.size - entry.offset {
            throw .malformed(
                "a member of \(entry.size) bytes ends beyond the archive (\(hexadecimal(file.size)) bytes); it is cut short",
                at: header
            )
        }
        let next = entry.offset + (hasBytes ? entry.size : 0)
        place = next + (next & 1)
        return entry
    }

    private static func entry(_ file: FileBytes, at header: UInt64, isThin: Bool) throws(ReadError) -> Entry {
        let size = Int(headerSize)
        guard header <= file.size, headerSize <= file.size - header else {
            throw .malformed("the header of a member ends beyond the archive; it is cut short", at: header)
        }
        let view = try file.bytes(at: header, count: size, what: "the header of a member")
        guard view.u8(58) == UInt8(ascii: "`"), view.u8(59) == UInt8(ascii: "\n") else {
            throw .malformed("the header of a member lacks its end mark", at: header)
        }
        guard let bytes = number(view.slice(48, 10)) else {
            throw .malformed("the size of a member is no number", at: header + 48)
        }
        var field = Array(view.slice(0, 16))
        while field.last == UInt8(ascii: " ") { field.removeLast() }
        let special: Special =
            indexes.contains(field) || field.starts(with: "/<".utf8)
            ? .index : tables.contains(field) ? .longNames : .member
        return Entry(special: special, field: field, header: header, offset: header + headerSize, size: bytes)
    }

    /// A decimal number with blanks behind it; nil if it is something else.
    private static func number(_ text: some Sequence<UInt8>) -> UInt64? {
        var value: UInt64?
        var isOver = false
        for byte in text {
            if byte == UInt8(ascii: " ") {
                isOver = true
            } else if !isOver, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                // A name may hold twenty digits.
                let (shifted, isLarge) = (value ?? 0).multipliedReportingOverflow(by: 10)
                let (sum, isLarger) = shifted.addingReportingOverflow(UInt64(byte - UInt8(ascii: "0")))
                if isLarge || isLarger { return nil }
                value = sum
            } else {
                return nil
            }
        }
        return value
    }

    /// Finds the name of `entry`, wherever it is.
    private func member(_ entry: Entry) throws(ReadError) -> Member {
        var member = Member(name: "", header: entry.header, offset: entry.offset, size: entry.size)
        if entry.field.starts(with: "#1/".utf8), !isThin {
            // BSD: the name stands in front of the bytes and counts in the size.
            guard let length = Self.number(entry.field.dropFirst(3)), length <= entry.size, length <= Self.longestName else {
                throw .malformed("the name of a member does not fit into it", at: entry.header)
            }
            let bytes = try file.bytes(at: entry.offset, count: Int(length), what: "the name of a member")
            member.name = RawText.string(UnsafeRawBufferPointer(rebasing: bytes.slice(0, Int(length)).prefix { $0 != 0 }))
            member.offset += length
            member.size -= length
        } else if entry.field.first == UInt8(ascii: "/"), entry.field.count > 1 {
            // GNU: a place in the table of long names, and for a member of an archive in a thin one its place there.
            let parts = entry.field.dropFirst().split(separator: UInt8(ascii: ":"), maxSplits: 1)
            guard let first = parts.first, let start = Self.number(first) else {
                throw .malformed("the name of a member is no place in the table of long names", at: entry.header)
            }
            member.name = try longName(start, at: entry.header)
            if isThin, parts.count == 2 {
                guard let nested = Self.number(parts[1]) else {
                    throw .malformed("the place of a member in another archive is no number", at: entry.header)
                }
                member.nested = nested
            }
        } else {
            // GNU ends a name with a slash, so that it may hold blanks.
            let name = entry.field.last == UInt8(ascii: "/") ? entry.field.dropLast() : entry.field[...]
            member.name = name.withUnsafeBytes { RawText.string($0) }
        }
        guard !member.name.isEmpty else { throw .malformed("a member has no name", at: entry.header) }
        if isThin {
            let directory = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
            member.path = member.name.utf8.first == UInt8(ascii: "/") ? member.name : directory + member.name
        }
        return member
    }

    private func longName(_ start: UInt64, at header: UInt64) throws(ReadError) -> String {
        guard let table = longNames else {
            throw .malformed("the name of a member stands in a table of long names that the archive lacks", at: header)
        }
        guard start < UInt64(table.count) else {
            throw .malformed("the name of a member lies outside of the table of long names", at: header)
        }
        let left = min(UInt64(Self.longestName), table.upperBound - table.lowerBound - start)
        let view = try file.bytes(at: table.lowerBound + start, count: Int(left), what: "the name of a member")
        let text = view.slice(0, Int(left))
        // LLVM ends names for other systems with NUL.
        guard let end = text.firstIndex(where: { $0 == UInt8(ascii: "\n") || $0 == 0 }) else {
            throw .malformed("the name of a member has no end", at: table.lowerBound + start)
        }
        var name = text[..<end]
        if name.last == UInt8(ascii: "/") { name = name.dropLast() }
        return RawText.string(UnsafeRawBufferPointer(rebasing: name))
    }
}
