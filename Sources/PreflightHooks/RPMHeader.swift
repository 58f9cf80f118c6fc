// The header of a .rpm, which is never compressed: what the package provides and requires, which files it has (rpm's docs/manual/format).
// Everything in it is taken for hostile: counts and offsets are checked before they are used.

internal import PreflightELF
public import PreflightInputs

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// What a hook wants of the header of a .rpm.
public struct RPMHeader: Sendable, Equatable {
    /// RPMTAG_NAME.
    public var name = ""
    /// RPMTAG_PROVIDENAME.
    public var provides: [String] = []
    /// RPMTAG_REQUIRENAME.
    public var requires: [String] = []
    /// Absolute paths of all files and directories.
    public var files: [String] = []
    /// RPMTAG_FILECOLORS: 1 for 32-bit, 2 for 64-bit objects, as rpmbuild saw them; nil where rpmbuild did not look.
    public var colors: [UInt32]?

    private static let lead: [UInt8] = [0xED, 0xAB, 0xEE, 0xDB]
    private static let magic: [UInt8] = [0x8E, 0xAD, 0xE8, 0x01]
    /// rpm itself takes no larger header (lib/header.cc, headerMaxbytes) and no more entries.
    private static let mostBytes = 256 << 20
    private static let mostEntries = 65535

    /// Reads the header of the file at `path`.
    ///
    /// - Throws: ``InputError`` where it cannot be read or is no .rpm.
    public init(path: String) throws(InputError) {
        let descriptor = RawText.withPath(path) { open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK) }
        guard descriptor >= 0 else {
            throw InputError(path: path, message: "cannot be read: \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        func failure(_ message: String) -> InputError { InputError(path: path, message: message) }
        func bytes(at offset: Int, _ count: Int) throws(InputError) -> [UInt8] {
            var done = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, size in
                while done < count {
                    let got = pread(descriptor, buffer.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
                    if got < 0, errno == EINTR { continue }
                    if got <= 0 { break }
                    done += got
                }
                size = done
            }
            guard done == count else { throw failure("is no whole .rpm: it ends in its header") }
            return bytes
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw failure("is no regular file") }
        guard try bytes(at: 0, 4) == Self.lead else { throw failure("is no .rpm") }
        var place = 96
        // The signature comes first, in the same format, filled up to a multiple of eight.
        for isSignature in [true, false] {
            let intro = try bytes(at: place, 16)
            let (count, size) = (Int(Self.word(intro, 8)), Int(Self.word(intro, 12)))
            guard intro.starts(with: Self.magic), count <= Self.mostEntries, size <= Self.mostBytes,
                place + 16 + count * 16 + size <= Int(status.st_size)
            else { throw failure("is no .rpm that can be read: a header in it makes no sense") }
            if !isSignature {
                let index = try bytes(at: place + 16, count * 16)
                self.init(index: index, store: try bytes(at: place + 16 + count * 16, size))
                return
            }
            place += 16 + count * 16 + size
            place += (8 - place % 8) % 8
        }
        throw failure("is no .rpm")
    }

    /// Takes index and store of a header apart; what makes no sense in it is left out.
    init(index: [UInt8], store: [UInt8]) {
        var entries: [UInt32: (type: UInt32, offset: Int, count: Int)] = [:]
        for place in stride(from: 0, through: index.count - 16, by: 16) {
            entries[Self.word(index, place)] = (
                Self.word(index, place + 4), Int(Self.word(index, place + 8)), Int(Self.word(index, place + 12))
            )
        }
        func strings(_ tag: Tag) -> [String] {
            // STRING, STRING_ARRAY and I18NSTRING.
            guard let entry = entries[tag.rawValue], [6, 8, 9].contains(entry.type) else { return [] }
            var found: [String] = []
            var place = entry.offset
            while found.count < entry.count, place < store.count, let end = store[place...].firstIndex(of: 0) {
                found.append(store[place..<end].withUnsafeBytes { RawText.string($0) })
                place = end + 1
            }
            return found
        }
        func words(_ tag: Tag) -> [UInt32]? {
            // INT32.
            guard let entry = entries[tag.rawValue], entry.type == 4, entry.count <= store.count / 4,
                entry.offset <= store.count - entry.count * 4
            else { return nil }
            return (0..<entry.count).map { Self.word(store, entry.offset + $0 * 4) }
        }
        name = strings(.name).first ?? ""
        provides = strings(.provideName)
        requires = strings(.requireName)
        colors = words(.fileColors)
        let folders = strings(.dirNames)
        files = zip(strings(.baseNames), words(.dirIndexes) ?? []).compactMap { name, index in
            folders.indices.contains(Int(index)) ? folders[Int(index)] + name : nil
        }
    }

    private enum Tag: UInt32 {
        case name = 1000
        case provideName = 1047
        case requireName = 1049
        case dirIndexes = 1116
        case baseNames = 1117
        case dirNames = 1118
        case fileColors = 1140
    }

    /// Big endian, as everything in a header.
    private static func word(_ bytes: [UInt8], _ place: Int) -> UInt32 {
        guard place + 4 <= bytes.count else { return 0 }
        return bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Whether it may hold objects that need what it does not require: none of its requirements is a library, although rpmbuild
    /// saw objects, or was told not to look (`AutoReqProv: no`, `AutoReq: no`).
    public var mayHideNeeds: Bool {
        let hasObjects = colors.map { $0.contains { $0 != 0 } } ?? true
        return hasObjects && !files.isEmpty && !requires.contains { Capability($0) != nil }
    }
}
