// The inventory as a file: what was read of each file, under what makes a file the same. A second run over a huge /opt is then a stat
// pass. Lines of words; names are written with %XX for what is no printable ASCII.

public import PreflightELF
internal import PreflightInputs
public import PreflightReports

#if canImport(Glibc)
    public import Glibc
#elseif canImport(Musl)
    public import Musl
#endif

/// What changes when a file does: as long as this is the same, so are its contents.
public struct FileStamp: Hashable, Sendable {
    /// Device and number on it.
    public var identity: FileIdentity
    /// In bytes.
    public var size: Int64
    /// Of the contents, in nanoseconds.
    public var modified: Int64
    /// Of the inode, in nanoseconds; nobody can set it.
    public var changed: Int64

    /// The stamp in `status`.
    public init(_ status: stat) {
        identity = FileIdentity(status)
        size = Int64(status.st_size)
        modified = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
        changed = Int64(status.st_ctim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_ctim.tv_nsec)
    }

    init(identity: FileIdentity, size: Int64, modified: Int64, changed: Int64) {
        self.identity = identity
        self.size = size
        self.modified = modified
        self.changed = changed
    }
}

/// What was read of files, by their stamps.
public struct InventoryCache: Sendable, Equatable {
    /// The name of its file in the state directory.
    public static let fileName = "inventory"
    /// In bytes; a million programs fit.
    public static let mostBytes = 256 << 20
    private static let head = "preflight-inventory 1"

    /// What is known of each file; nil for one that no loader has to work for.
    public var files: [FileStamp: ObjectNeeds?] = [:]

    /// A cache that knows nothing.
    public init() {}

    /// Reads what ``write(to:)`` wrote.
    ///
    /// - Returns: nil for another format, an older one, or one that is not whole.
    public init?(_ bytes: [UInt8]) {
        var isWhole = false
        var isFirst = true
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            if isFirst {
                guard line.elementsEqual(Self.head.utf8) else { return nil }
                isFirst = false
                continue
            }
            guard !isWhole else { return nil }
            var words = Words(line)
            if line.starts(with: "end ".utf8) {
                _ = words.next()
                guard words.number() == Int64(files.count) else { return nil }
                isWhole = true
                continue
            }
            guard let device = words.number(), let inode = words.number(), let size = words.number(),
                let modified = words.number(), let changed = words.number()
            else { return nil }
            let stamp = FileStamp(
                identity: FileIdentity(device: UInt64(bitPattern: device), inode: UInt64(bitPattern: inode)), size: size,
                modified: modified, changed: changed)
            guard let kept = words.kept() else { return nil }
            files[stamp] = kept
        }
        guard isWhole else { return nil }
    }

    /// Writes all of it.
    public func write(to sink: Sink) {
        sink.write(Self.head + "\n")
        for (stamp, needs) in files {
            for number in [
                Int64(bitPattern: stamp.identity.device), Int64(bitPattern: stamp.identity.inode), stamp.size, stamp.modified,
                stamp.changed,
            ] {
                sink.write(String(number))
                sink.write(" ")
            }
            sink.write(needs.map(Self.text) ?? "-")
            sink.write("\n")
        }
        sink.write("end \(files.count)\n")
    }

    private static func text(_ needs: ObjectNeeds) -> String {
        var words = [(needs.is64Bit ? "8:" : "4:") + escaped(needs.machine)]
        if needs.isOpaque { words.append("o:") }
        if let soname = needs.soname { words.append("s:" + escaped(soname)) }
        if let path = needs.searchPath { words.append("p:" + escaped(path)) }
        words += needs.needed.map { "d:" + escaped($0) }
        for library in needs.libraries {
            words.append("l:" + escaped(library.name))
            words += library.nodes.map { ($0.isWeak ? "w:" : "n:") + escaped($0.name) }
        }
        return words.joined(separator: " ")
    }

    static func escaped(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "%") }) { return text }
        return RawText.bytes(text).map { byte in
            byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "%")
                ? String(Unicode.Scalar(byte)) : "%" + RawText.hex(UInt64(byte), digits: 2)
        }.joined()
    }
}

/// The words of one line.
private struct Words {
    private var rest: ArraySlice<UInt8>

    init(_ line: ArraySlice<UInt8>) { rest = line }

    mutating func next() -> ArraySlice<UInt8>? {
        guard !rest.isEmpty else { return nil }
        let end = rest.firstIndex(of: UInt8(ascii: " ")) ?? rest.endIndex
        defer { rest = rest[min(end + 1, rest.endIndex)...] }
        return rest[..<end]
    }

    mutating func number() -> Int64? { next().flatMap { Int64(String(decoding: $0, as: UTF8.self)) } }

    /// What was kept of a file; nil where the line makes no sense.
    mutating func kept() -> ObjectNeeds?? {
        guard let first = next() else { return nil }
        if first.elementsEqual([UInt8(ascii: "-")]) { return .some(nil) }
        guard let (kind, machine) = Self.tagged(first), kind == "4" || kind == "8" else { return nil }
        var needs = ObjectNeeds(machine: machine, is64Bit: kind == "8")
        while let word = next() {
            guard let (kind, text) = Self.tagged(word) else { return nil }
            switch kind {
            case "o": needs.isOpaque = true
            case "s": needs.soname = text
            case "p": needs.searchPath = text
            case "d": needs.needed.append(text)
            case "l": needs.libraries.append(ObjectNeeds.Library(name: text, nodes: []))
            case "n", "w":
                guard let last = needs.libraries.indices.last else { return nil }
                needs.libraries[last].nodes.append(ObjectNeeds.Node(name: text, isWeak: kind == "w"))
            default: return nil
            }
        }
        return .some(needs)
    }

    private static func tagged(_ word: ArraySlice<UInt8>) -> (kind: Unicode.Scalar, text: String)? {
        guard word.count >= 2, word[word.startIndex + 1] == UInt8(ascii: ":"), let kind = word.first else { return nil }
        let text = word.dropFirst(2)
        guard text.contains(UInt8(ascii: "%")) else { return (Unicode.Scalar(kind), String(decoding: text, as: UTF8.self)) }
        var bytes: [UInt8] = []
        var place = text.startIndex
        while place < text.endIndex {
            if text[place] == UInt8(ascii: "%") {
                let digits = String(decoding: text[place...].dropFirst().prefix(2), as: UTF8.self)
                guard digits.utf8.count == 2, let byte = UInt8(digits, radix: 16) else { return nil }
                bytes.append(byte)
                place += 3
            } else {
                bytes.append(text[place])
                place += 1
            }
        }
        return (Unicode.Scalar(kind), bytes.withUnsafeBytes { RawText.string($0) })
    }
}
