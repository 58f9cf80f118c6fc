// libalpm's database and cache, as files: what is installed with which files (lib/libalpm/be_local.c), and the package files that were
// downloaded. A hook gets names alone, in one list (alpm-hooks(5)), so the rest is read here.

internal import PreflightELF
public import PreflightInputs

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// libalpm's database.
public struct ALPMDatabase {
    /// An installed package.
    struct Installed {
        var name: String
        var version: String
        var directory: String
    }

    private let directory: String
    private let caches: [String]
    private let installed: [String: Installed]

    /// Opens the database of `root`, which its pacman.conf names.
    ///
    /// - Throws: ``InputError`` where there is none.
    public init(root: String = "/") throws(InputError) {
        let prefix = root == "/" ? "" : root
        let text = (try? wholeFile(prefix + "/etc/pacman.conf", most: 1 << 20, what: "no configuration is")) ?? []
        let options = Self.options(text)
        directory = prefix + (options["DBPath"]?.last ?? "/var/lib/pacman")
        caches = (options["CacheDir"] ?? ["/var/cache/pacman/pkg"]).map { prefix + $0 }
        var installed: [String: Installed] = [:]
        guard let names = Self.names(in: directory + "/local") else {
            throw InputError(path: directory + "/local", message: "cannot be read: \(String(cString: strerror(errno)))")
        }
        for name in names {
            guard let parts = Self.parts(name) else { continue }
            installed[parts.name] = Installed(name: parts.name, version: parts.version, directory: "\(directory)/local/\(name)")
        }
        self.installed = installed
    }

    /// The values of the keys of pacman.conf's `[options]` that name directories, without a slash at the end.
    static func options(_ text: [UInt8]) -> [String: [String]] {
        var options: [String: [String]] = [:]
        var isOptions = false
        for line in text.split(separator: UInt8(ascii: "\n")) {
            let words = line.withUnsafeBytes { RawText.string($0) }.split { $0 == " " || $0 == "\t" || $0 == "=" }.map(
                String.init)
            guard let key = words.first, !key.hasPrefix("#") else { continue }
            if key.hasPrefix("[") { isOptions = key == "[options]" }
            guard isOptions, ["DBPath", "CacheDir"].contains(key) else { continue }
            options[key, default: []] += words.dropFirst().filter { $0.hasPrefix("/") }.map(normalized)
        }
        return options.filter { !$0.value.isEmpty }
    }

    /// `name-version-release` taken apart.
    static func parts(_ text: String) -> (name: String, version: String)? {
        let words = text.split(separator: "-", omittingEmptySubsequences: false)
        guard words.count >= 3, words.allSatisfy({ !$0.isEmpty }) else { return nil }
        return (words.dropLast(2).joined(separator: "-"), words.suffix(2).joined(separator: "-"))
    }

    private static func names(in directory: String) -> [String]? {
        guard let stream = RawText.withPath(directory, { opendir($0) }) else { return nil }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream), names.count < 1_000_000 {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
                        RawText.string(UnsafeRawBufferPointer(start: $0, count: strlen($0)))
                    }
                })
        }
        return names
    }

    private static func status(_ path: String) -> stat? {
        var status = stat()
        return RawText.withPath(path) { lstat($0, &status) } == 0 ? status : nil
    }

    /// The absolute paths of the files of the installed package `name`; empty for one that is not installed.
    ///
    /// - Throws: ``InputError`` where the list cannot be read.
    func files(of name: String) throws(InputError) -> [String] {
        guard let package = installed[name] else { return [] }
        return Self.files(try wholeFile(package.directory + "/files", most: 64 << 20, what: "no list of files is"))
    }

    /// The section `%FILES%` of a list; directories end in a slash and are left out.
    static func files(_ text: [UInt8]) -> [String] {
        var files: [String] = []
        var isInside = false
        for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if line.first == UInt8(ascii: "%") {
                isInside = line.elementsEqual("%FILES%".utf8)
            } else if line.isEmpty {
                isInside = false
            } else if isInside, line.last != UInt8(ascii: "/") {
                files.append("/" + line.withUnsafeBytes { RawText.string($0) })
            }
        }
        return files
    }

    /// The package file of `name` that was downloaded last, after the installed version came; that version's own where there is no
    /// other (it is installed again).
    private func file(of name: String, _ cached: [(name: String, version: String, path: String)]) -> (
        version: String, path: String
    )? {
        let mine = cached.filter { $0.name == name }
        guard let package = installed[name], let since = Self.status(package.directory).map(Self.change) else {
            return mine.max { Self.age($0.path) < Self.age($1.path) }.map { ($0.version, $0.path) }
        }
        let new = mine.filter { $0.version != package.version && Self.age($0.path) >= since }
        let found = new.max { Self.age($0.path) < Self.age($1.path) } ?? mine.first { $0.version == package.version }
        return found.map { ($0.version, $0.path) }
    }

    private static func change(_ status: stat) -> Int64 {
        Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec)
    }

    private static func age(_ path: String) -> Int64 { status(path).map(change) ?? 0 }

    /// `name-version-release-architecture.pkg.tar.zst` taken apart; nil for signatures and what is still being downloaded.
    static func package(_ file: String) -> (name: String, version: String)? {
        let words = file.split(separator: ".", omittingEmptySubsequences: false)
        guard let end = words.indices.last(where: { words[$0] == "pkg" && $0 + 1 < words.endIndex && words[$0 + 1] == "tar" }),
            end > 0, words.count - end <= 3, let label = words[..<end].joined(separator: ".").lastIndexSplit("-")
        else { return nil }
        return parts(label)
    }

    /// What libalpm is about to do.
    ///
    /// - Parameters:
    ///   - targets: the names that hooks got for all operations.
    ///   - removed: those among them that only go.
    /// - Returns: the transaction, and which versions it was taken to bring.
    /// - Throws: ``InputError`` where a list of files cannot be read.
    public func transaction(_ targets: [String], removed: Set<String>) throws(InputError) -> Transaction {
        var transaction = Transaction(host: "alpm", architecture: "")
        let cached = caches.flatMap { cache in
            (Self.names(in: cache) ?? []).compactMap { file in
                Self.package(file).map { (name: $0.name, version: $0.version, path: "\(cache)/\(file)") }
            }
        }
        for name in targets {
            if let package = installed[name] {
                transaction.outgoing.append(.init(label: "\(name) \(package.version)", name: name, files: try files(of: name)))
            }
            guard !removed.contains(name) else { continue }
            let file = file(of: name, cached)
            transaction.incoming.append(
                .init(label: [name, file?.version].compactMap(\.self).joined(separator: " "), name: name, path: file?.path))
        }
        return transaction
    }

    // MARK: Two hooks of one transaction

    /// The name in the state directory of the list of what goes.
    public static let removedFile = "alpm-removed"

    /// A line that no two transactions share: libalpm holds a lock file for each.
    public var transactionMark: String {
        guard let lock = Self.status(directory + "/db.lck") else { return "unlocked" }
        return "\(lock.st_ino) \(Self.change(lock))"
    }

    /// Names, one a line.
    ///
    /// - Throws: ``InputError`` for what cannot be the name of a package.
    public static func names(_ bytes: [UInt8]) throws(InputError) -> [String] {
        var names: [String] = []
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let name = line.withUnsafeBytes { RawText.string($0) }
            let isName = line.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: Array("@._+-".utf8).contains(byte)
                }
            }
            guard isName, line.count <= 255 else {
                throw InputError(path: "standard input", message: "holds what is no name of a package: \(RawText.visible(name))")
            }
            names.append(name)
        }
        return names
    }

    /// The names in a list that the hook for removals kept; empty for one of another transaction.
    public func removed(_ kept: [UInt8]?) throws(InputError) -> Set<String> {
        guard let kept, let end = kept.firstIndex(of: UInt8(ascii: "\n")), kept[..<end].elementsEqual(transactionMark.utf8) else {
            return []
        }
        return Set(try Self.names(Array(kept[(end + 1)...])))
    }
}

extension String {
    /// What stands before the last `separator`; nil where there is none.
    fileprivate func lastIndexSplit(_ separator: Character) -> String? {
        lastIndex(of: separator).map { String(self[..<$0]) }
    }
}
