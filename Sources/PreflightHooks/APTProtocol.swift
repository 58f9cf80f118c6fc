// What apt hands to DPkg::Pre-Install-Pkgs (apt.conf(5); apt-pkg/deb/dpkgpm.cc, SendPkgsInfo), in its three versions:
//
//     version 1      one path of a .deb a line
//     version 2      VERSION 2, the configuration as key=value lines, an empty line, and then
//                    name old-version < new-version action
//     version 3      the same with more of each package:
//                    name old-version old-architecture old-multi-arch < new-version new-architecture new-multi-arch action
//
// An action is the path of a .deb, `**CONFIGURE**`, `**REMOVE**` or `**ERROR**` (no file is there for what is to be unpacked). `-` and
// `none` stand for nothing; `<`, `=` and `>` compare the versions.

internal import PreflightELF
public import PreflightInputs

/// What apt is about to have dpkg do.
public struct APTProtocol: Sendable, Equatable {
    /// One side of a change.
    public struct Version: Sendable, Equatable {
        /// The version.
        public var version: String
        /// dpkg's name of the architecture; nil where the protocol does not say.
        public var architecture: String?
    }

    /// What happens to a package.
    public enum Action: Sendable, Equatable {
        /// It is unpacked from the file at this path; nil where there is none.
        case unpack(String?)
        case configure
        case remove
    }

    /// One line.
    public struct Change: Sendable, Equatable {
        /// The package without its architecture.
        public var name: String
        /// What is installed; nil for nothing.
        public var old: Version?
        /// What will be; nil for nothing, or where version 1 does not say.
        public var new: Version?
        /// What happens.
        public var action: Action
    }

    /// The version of the protocol, 1 to 3.
    public private(set) var version = 1
    /// apt's configuration, by key; of a list (`DPkg::Options::`) all values.
    public private(set) var configuration: [String: [String]] = [:]
    /// The changes in apt's order.
    public private(set) var changes: [Change] = []

    /// Reads `bytes`.
    ///
    /// - Throws: ``InputError`` where it is another protocol or makes no sense: then nothing of it can be believed.
    public init(_ bytes: [UInt8]) throws(InputError) {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
        if lines.last?.isEmpty == true {
            lines.removeLast()
        } else if !bytes.isEmpty {
            throw Self.failure(lines.count, "is cut off")
        }
        guard let first = lines.first else { return }
        guard first.starts(with: Array("VERSION ".utf8)) else {
            for (index, line) in lines.enumerated() { changes.append(try Self.package(Self.text(line), index + 1)) }
            return
        }
        guard let number = Int(Self.text(first.dropFirst(8))), number == 2 || number == 3 else {
            throw Self.failure(1, "is \(Self.text(first)); versions 1 to 3 are known. Set DPkg::Tools::Options::…::Version to 3")
        }
        version = number
        lines.removeFirst()
        guard let end = lines.firstIndex(where: \.isEmpty) else {
            throw Self.failure(lines.endIndex, "is the last one, and no empty line ends the configuration")
        }
        for line in lines[..<end] {
            guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else { continue }
            configuration[Self.text(line[..<equals]), default: []].append(Self.decoded(line[(equals + 1)...]))
        }
        for index in (end + 1)..<max(end + 1, lines.endIndex) {
            changes.append(try Self.change(Self.text(lines[index]), index + 1, version))
        }
    }

    private static func text(_ bytes: some Sequence<UInt8>) -> String { Array(bytes).withUnsafeBytes { RawText.string($0) } }

    private static func failure(_ line: Int, _ message: String) -> InputError {
        InputError(path: "what apt hands over", message: "line \(line) \(message)")
    }

    /// Values are written with %xx for what would be mistaken.
    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                result.append(value)
                rest = rest.dropFirst(2)
            } else {
                result.append(byte)
            }
        }
        return text(result)
    }

    // MARK: Changes

    /// Version 1: a path, from whose name the package's is known.
    private static func package(_ path: String, _ number: Int) throws(InputError) -> Change {
        guard path.hasPrefix("/") else { throw failure(number, "is neither a path nor the head of version 2 or 3") }
        let name = String(lastPart(path).prefix { $0 != "_" })
        guard isName(name) else { throw failure(number, "names a file that is not called like a package") }
        return Change(name: name, action: .unpack(path))
    }

    private static func change(_ line: String, _ number: Int, _ version: Int) throws(InputError) -> Change {
        let sides = version == 2 ? 1 : 3
        let words = line.split(separator: " ", maxSplits: 2 * sides + 2, omittingEmptySubsequences: false).map(String.init)
        guard words.count == 2 * sides + 3, isName(words[0]), ["<", "=", ">"].contains(words[sides + 1]) else {
            throw failure(number, "is no change of a package in version \(version) of the protocol")
        }
        let action: Action
        switch words[2 * sides + 2] {
        case "**CONFIGURE**": action = .configure
        case "**REMOVE**": action = .remove
        case "**ERROR**": action = .unpack(nil)
        case let path where path.hasPrefix("/"): action = .unpack(path)
        default: throw failure(number, "has an unknown action")
        }
        let change = Change(
            name: words[0], old: try side(words[1...], sides, number), new: try side(words[(sides + 2)...], sides, number),
            action: action)
        guard change.action != .remove || change.old != nil else { throw failure(number, "removes what is not installed") }
        return change
    }

    private static func side(_ words: ArraySlice<String>, _ count: Int, _ number: Int) throws(InputError) -> Version? {
        guard let version = words.first, version != "-" else { return nil }
        guard !version.isEmpty, !version.contains("/") else { throw failure(number, "has no version where one belongs") }
        guard count > 1, let architecture = words.dropFirst().first, architecture != "-" else { return Version(version: version) }
        guard isName(architecture) else { throw failure(number, "has no architecture where one belongs") }
        return Version(version: version, architecture: architecture)
    }

    /// Whether it is spelled like the name of a package or architecture (deb-control(5)); it becomes a part of paths.
    private static func isName(_ text: String) -> Bool {
        let bytes = text.utf8
        return bytes.count <= 255
            && bytes.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
                    UInt8(ascii: "_"):
                    true
                default: false
                }
            } && bytes.first.map { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-") } == true
    }

    // MARK: Configuration

    /// The root that dpkg will work on, which apt tells it by an option; `/` is this system.
    public var root: String {
        var root = "/"
        for option in configuration["DPkg::Options::"] ?? [] {
            for name in ["--root=", "--instdir="] where option.hasPrefix(name) {
                root = normalized(String(option.dropFirst(name.count)))
            }
        }
        return root
    }

    /// Where dpkg keeps its database.
    public var database: String {
        let prefix = root == "/" ? "" : root
        var place = prefix + "/var/lib/dpkg"
        for option in configuration["DPkg::Options::"] ?? [] where option.hasPrefix("--admindir=") {
            place = normalized(String(option.dropFirst("--admindir=".count)))
        }
        return place
    }
}
