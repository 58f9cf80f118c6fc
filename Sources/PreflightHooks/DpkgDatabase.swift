// What dpkg wrote down of the packages that it installed: which files are whose, and which went elsewhere.

internal import PreflightELF
public import PreflightInputs

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// dpkg's database.
public struct DpkgDatabase {
    /// A file that lies elsewhere than its package says (dpkg-divert(1)).
    public struct Diversion: Sendable, Equatable {
        /// Where packages put it.
        public var from: String
        /// Where it lies.
        public var to: String
        /// The package whose own file lies at ``from``; nil where the administrator wants it so.
        public var package: String?
    }

    private let directory: String
    /// All diversions.
    public let diversions: [Diversion]

    /// Opens the database in `directory`.
    ///
    /// - Throws: ``InputError`` where its diversions cannot be read.
    public init(_ directory: String) throws(InputError) {
        self.directory = directory
        let path = directory + "/diversions"
        guard isThere(path) else {
            diversions = []
            return
        }
        diversions = Self.diversions(try wholeFile(path, most: 16 << 20, what: "no list of diversions is"))
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: UInt8(ascii: "\n")).map { line in line.withUnsafeBytes { RawText.string($0) } }
    }

    /// Three lines each: from, to, and the package or a colon.
    static func diversions(_ bytes: [UInt8]) -> [Diversion] {
        let lines = lines(bytes)
        return stride(from: 0, to: lines.count - lines.count % 3, by: 3).map { index in
            Diversion(from: lines[index], to: lines[index + 1], package: lines[index + 2] == ":" ? nil : lines[index + 2])
        }
    }

    /// The files of an installed package that can hold objects, where they really lie; empty for one that is not known.
    ///
    /// - Parameters:
    ///   - name: without the architecture.
    ///   - architecture: dpkg's name; nil where it is not known.
    /// - Throws: ``InputError`` where they cannot be read.
    public func files(of name: String, _ architecture: String?) throws(InputError) -> [String] {
        let names = [architecture.map { "\(name):\($0)" }, name].compactMap(\.self)
        guard let path = names.map({ "\(directory)/info/\($0).list" }).first(where: isThere) else { return [] }
        let bytes = try wholeFile(path, most: 64 << 20, what: "no list of a package's files is")
        let moved = moves(for: name)
        return Self.lines(bytes).filter(Self.canHoldObject).map { moved[$0] ?? $0 }
    }

    /// Where files that `package` puts somewhere really go.
    func moves(for package: String) -> [String: String] {
        var moved: [String: String] = [:]
        for diversion in diversions where diversion.package != package { moved[diversion.from] = diversion.to }
        return moved
    }

    private static func canHoldObject(_ path: String) -> Bool { !noObjects.contains { path.hasPrefix($0) } }

    /// The greater part of all files lies here, and no object.
    private static let noObjects = ["/usr/share/", "/usr/include/", "/usr/src/", "/usr/lib/debug/", "/etc/", "/boot/"]
}

extension Transaction {
    /// What apt is about to do, with what dpkg knows of the packages that go or are replaced.
    ///
    /// - Throws: ``InputError`` where dpkg's database cannot be read.
    public init(_ apt: APTProtocol, _ database: DpkgDatabase) throws(InputError) {
        self.init(host: "apt", architecture: apt.configuration["APT::Architecture"]?.last ?? "", root: apt.root)
        for change in apt.changes where change.action != .configure {
            let architecture = (change.old ?? change.new)?.architecture ?? (architecture.isEmpty ? nil : architecture)
            let files = try database.files(of: change.name, architecture)
            if change.old != nil || !files.isEmpty {
                let label = [change.name, change.old?.version].compactMap(\.self).joined(separator: " ")
                outgoing.append(Package(label: label, name: change.name, files: files))
            }
            guard case .unpack(let path) = change.action else { continue }
            let label = [change.name, change.new?.version].compactMap(\.self).joined(separator: " ")
            incoming.append(Package(label: label, name: change.name, path: path))
        }
    }
}
