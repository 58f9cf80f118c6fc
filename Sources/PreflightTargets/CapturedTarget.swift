// What one root provides, as a record that lives in a file: `targets capture` writes it and `--targets FILE` judges by it.
//
// The file is text, one fact a line, in a fixed order, so that two captures of the same root are equal and a difference can be
// read. Words are separated by blanks; bytes up to 0x20, from 0x7F on, and "%" are written %XX. Lines:
//
//   preflight-target 1                          the version of this format; always the first line
//   name WORD                                   PRETTY_NAME of its os-release
//   kernel VERSION                              the newest kernel that lies in it
//   machine ARCH NUMBER 32|64 little|big        e_machine, class and byte order of an architecture
//   loader ARCH PATH glibc|musl VERSION LIB DIR...  its dynamic loader: release, meaning of $LIB, default directories
//   library ARCH PATH                           a shared library; the indented lines that follow speak of it
//     as NAME...                                the names by which the loader finds it
//     soname NAME
//     needed NAME...
//     nodes INDEX NODE...                       version definitions with the index that symbols carry
//     abi MAJOR.MINOR.PATCH                     the kernel of NT_GNU_ABI_TAG
//     isa LEVEL                                 the x86-64 level it demands
//     symbols BASE64                            see SymbolHashes

public import PreflightELF
public import PreflightLoader

/// A shared library of a capture.
public struct CapturedLibrary: Sendable {
    /// The architecture, by the name of its machine.
    public var architecture: String
    /// Where it lies in the root.
    public var path: String
    /// The file names by which the loader finds it.
    public var names: [String] = []
    /// DT_SONAME.
    public var soname: String?
    /// DT_NEEDED.
    public var needed: [String] = []
    /// Version definitions with their indexes, in file order, without the base.
    public var nodes: [(index: UInt16, name: String)] = []
    /// The kernel of NT_GNU_ABI_TAG.
    public var kernel: [UInt32] = []
    /// The x86-64 level of its notes.
    public var isaLevel: Int?
    /// Its definitions; see ``SymbolHashes``.
    public var symbols = ""

    /// A library without anything.
    public init(architecture: String, path: String) {
        self.architecture = architecture
        self.path = path
    }

    /// What reports of differences call it.
    public var label: String { soname ?? lastComponent(path) }
}

/// What one root provides.
public struct CapturedTarget: Sendable {
    /// PRETTY_NAME of os-release.
    public var name = ""
    /// The newest kernel that lies in the root.
    public var kernel: Version?
    /// Architectures by name.
    public var machines: [String: Machine] = [:]
    /// Loaders by architecture, without their lists of names.
    public var loaders: [String: RecordedLoader] = [:]
    /// All libraries, by architecture and path.
    public var libraries: [CapturedLibrary] = []

    /// An empty record.
    public init() {}

    /// An error in a file, with the line.
    public struct ParseError: Error, CustomStringConvertible {
        /// The line, from 1.
        public var line: Int
        /// What is wrong with it.
        public var message: String
        /// Text for people.
        public var description: String { "line \(line) \(message)" }
    }

    /// The first line.
    static let mark = "preflight-target 1"

    /// Whether `bytes` start like a record.
    public static func isRecord(_ bytes: some Sequence<UInt8>) -> Bool { bytes.starts(with: "preflight-target ".utf8) }

    /// The text of the file.
    public var text: String {
        var lines = [Self.mark]
        func add(_ key: String, _ words: [String]) { lines.append(([key] + words.map(Self.encode)).joined(separator: " ")) }
        add("name", [name])
        if let kernel { add("kernel", [kernel.description]) }
        for (name, machine) in machines.sorted(by: { $0.key < $1.key }) {
            add("machine", [name, String(machine.number), machine.is64Bit ? "64" : "32", machine.isBigEndian ? "big" : "little"])
        }
        for (name, loader) in loaders.sorted(by: { $0.key < $1.key }) {
            let (word, version) =
                switch loader.libC {
                case .glibc(let version): ("glibc", version)
                case .musl(let version): ("musl", version)
                }
            add("loader", [name, loader.path, word, version.description, loader.lib] + loader.defaultDirectories)
        }
        for library in libraries.sorted(by: { ($0.architecture, $0.path) < ($1.architecture, $1.path) }) {
            add("library", [library.architecture, library.path])
            if !library.names.isEmpty { add("  as", library.names.sorted()) }
            if let soname = library.soname { add("  soname", [soname]) }
            if !library.needed.isEmpty { add("  needed", library.needed) }
            if !library.nodes.isEmpty { add("  nodes", library.nodes.flatMap { [String($0.index), $0.name] }) }
            if !library.kernel.isEmpty { add("  abi", [library.kernel.map(String.init).joined(separator: ".")]) }
            if let level = library.isaLevel { add("  isa", [String(level)]) }
            if !library.symbols.isEmpty { add("  symbols", [library.symbols]) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Reads a file.
    ///
    /// - Throws: ``ParseError`` for a line that cannot be understood.
    public init(bytes: [UInt8]) throws(ParseError) {
        var number = 0
        for raw in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            if raw.isEmpty || raw.first == UInt8(ascii: "#") { continue }
            let words = raw.split(separator: UInt8(ascii: " ")).map(Self.decode)
            guard let key = words.first else { continue }
            if number == 1 {
                guard key == "preflight-target" else {
                    throw ParseError(line: 1, message: "is not \"\(Self.mark)\"; this is no captured target")
                }
                guard words.count == 2, words[1] == "1" else {
                    throw ParseError(
                        line: 1,
                        message:
                            "names format \(RawText.visible(words.dropFirst().joined(separator: " "))); this tool reads format 1")
                }
                continue
            }
            guard take(key, Array(words.dropFirst()), isIndented: raw.first == UInt8(ascii: " ")) else {
                let text = raw.prefix(60).withUnsafeBytes { RawText.visible(RawText.string($0)) }
                throw ParseError(line: number, message: "cannot be understood: \(text)")
            }
        }
        if number < 2 { throw ParseError(line: 1, message: "is the last; the file is empty or cut short") }
    }

    private mutating func take(_ key: String, _ words: [String], isIndented: Bool) -> Bool {
        if isIndented {
            guard let last = libraries.indices.last else { return false }
            return Self.take(key, words, &libraries[last])
        }
        switch (key, words.count) {
        case ("name", _): name = words.joined(separator: " ")
        case ("kernel", 1):
            guard let version = Version(words[0]) else { return false }
            kernel = version
        case ("machine", 4):
            guard let number = UInt16(words[1]), ["32", "64"].contains(words[2]), ["little", "big"].contains(words[3]) else {
                return false
            }
            var machine = Machine(number: number, is64Bit: words[2] == "64", isBigEndian: words[3] == "big")
            machine.name = words[0]
            machines[words[0]] = machine
        case ("loader", 5...):
            guard let version = Version(words[3]), ["glibc", "musl"].contains(words[2]), machines[words[0]] != nil else {
                return false
            }
            loaders[words[0]] = RecordedLoader(
                machine: words[0], path: words[1], libC: words[2] == "musl" ? .musl(version) : .glibc(version),
                defaultDirectories: Array(words[5...]),
                lib: words[4], found: [:]
            )
        case ("library", 2):
            guard machines[words[0]] != nil else { return false }
            libraries.append(CapturedLibrary(architecture: words[0], path: words[1]))
        default: return false
        }
        return true
    }

    private static func take(_ key: String, _ words: [String], _ library: inout CapturedLibrary) -> Bool {
        switch key {
        case "as": library.names = words
        case "soname":
            guard words.count == 1 else { return false }
            library.soname = words[0]
        case "needed": library.needed = words
        case "nodes":
            guard words.count % 2 == 0 else { return false }
            for place in stride(from: 0, to: words.count, by: 2) {
                guard let index = UInt16(words[place]) else { return false }
                library.nodes.append((index, words[place + 1]))
            }
        case "abi":
            let parts = words.first?.split(separator: ".").map { UInt32($0) } ?? []
            guard parts.count == 3, parts.allSatisfy({ $0 != nil }) else { return false }
            library.kernel = parts.compactMap(\.self)
        case "isa":
            guard let level = words.first.flatMap({ Int($0) }), (1...4).contains(level) else { return false }
            library.isaLevel = level
        case "symbols":
            guard words.count == 1 else { return false }
            library.symbols = words[0]
        default: return false
        }
        return true
    }

    // MARK: Words

    private static func encode(_ word: String) -> String {
        let bytes = RawText.bytes(word)
        if bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "%") }), !bytes.isEmpty { return word }
        let digits = Array("0123456789ABCDEF".utf8)
        var encoded: [UInt8] = []
        for byte in bytes {
            if byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "%") {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        // An empty word would vanish between blanks.
        return encoded.isEmpty ? "%" : String(decoding: encoded, as: UTF8.self)
    }

    private static func decode(_ word: ArraySlice<UInt8>) -> String {
        guard word.contains(UInt8(ascii: "%")) else { return word.withUnsafeBytes { RawText.string($0) } }
        var bytes: [UInt8] = []
        var rest = word
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                let text = String(decoding: rest.prefix(2), as: UTF8.self)
                if text.isEmpty { continue }
                guard text.utf8.count == 2, let value = UInt8(text, radix: 16) else { continue }
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return bytes.withUnsafeBytes { RawText.string($0) }
    }
}
