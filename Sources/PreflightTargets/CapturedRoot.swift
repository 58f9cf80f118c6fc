// A captured target as a root: its libraries are loaded from the record, so that the same rules judge it as judge files.

public import PreflightELF
public import PreflightLoader

/// The root that a record tells of; not to be shared between threads.
public final class CapturedRoot: Root {
    /// What a report calls it.
    public let name: String
    private let target: CapturedTarget
    /// Numbers of libraries by architecture and path, and by path alone for those who do not say.
    private var places: [String: Int] = [:]
    private var directories: Set<String> = []
    private var found: [String: [String: String]] = [:]
    /// Nothing lies in /lib itself: it is a link to /usr/lib, as are /lib64 and the like.
    private let isMerged: Bool

    /// The root of `target`.
    public init(_ target: CapturedTarget, name: String) {
        self.target = target
        self.name = name
        isMerged = !target.libraries.contains { $0.path.hasPrefix("/lib") }
        for (number, library) in target.libraries.enumerated() {
            places[library.path] = number
            let folder = directory(of: library.path)
            directories.insert(folder)
            // Links to a library usually lie beside it; a need by path names one of them.
            for name in library.names where places["\(folder)/\(name)"] == nil { places["\(folder)/\(name)"] = number }
            for name in library.names where found[library.architecture]?[name] == nil {
                found[library.architecture, default: [:]][name] = library.path
            }
        }
        for (architecture, loader) in target.loaders {
            directories.formUnion(loader.defaultDirectories)
            directories.insert(directory(of: loader.path))
            // The loader is asked for by the path in PT_INTERP, which can be a link to where it lies.
            if let real = found[architecture]?[lastComponent(loader.path)], let number = places[real] {
                places[loader.path] = number
            }
        }
    }

    /// The number of the library at `path`.
    private func place(_ path: String) -> Int? {
        places[path] ?? (isMerged && path.hasPrefix("/lib") ? places["/usr" + path] : nil)
    }

    /// The library at `path`, or what the record finds by that name in a directory of the loader.
    public func load(_ path: String, wantsSymbols: Bool) -> Loading {
        guard let number = place(path) else { return .missing }
        let library = target.libraries[number]
        guard let machine = target.machines[library.architecture] else { return .missing }
        var notes = Notes()
        if library.kernel.count == 3 { notes.abiTag = ABITag(system: 0, kernel: library.kernel) }
        notes.isaNeeded = library.isaLevel.map { 1 << UInt32($0 - 1) }
        let object = Object.recorded(
            machine: machine, soname: library.soname, needed: library.needed,
            definitions: library.nodes.map { ($0.name, $0.index) }, notes: notes
        )
        var image: SymbolImage?
        var damage: ReadError?
        if wantsSymbols {
            if let (hashes, versions) = SymbolHashes.unpack(library.symbols) {
                image = SymbolImage(hashes: hashes, versions: versions)
            } else {
                damage = ReadError(.malformed, "their list in the record is damaged; capture the target again")
            }
        }
        return .object(
            Loadable(
                path: path, isInside: true, identity: FileIdentity(device: UInt64.max, inode: UInt64(number)), object: object,
                symbols: image, damage: damage
            )
        )
    }

    /// A record has no other files.
    public func bytes(of path: String, most: Int) -> [UInt8]? { nil }
    /// A record lists no directories.
    public func names(in path: String) -> [String] { [] }
    /// The path that was recorded, which is without links.
    public func realPath(_ path: String) -> String? { place(path).map { target.libraries[$0].path } }
    /// References of recorded libraries were not recorded.
    public func moments(of file: Loadable) -> [Symbol.Moment]? { nil }

    /// The loader of the record.
    public func recordedLoader(at path: String, _ machine: Machine) -> RecordedLoader? {
        guard var loader = target.loaders[machine.name], loader.path == path else { return nil }
        loader.found = found[machine.name] ?? [:]
        return loader
    }

    /// Only what its loader searches by itself was recorded.
    public func isKnown(_ directory: String) -> Bool { directories.contains(directory) }
}
