// The dynamic loaders of one root, each looked up once: what they are compiled with, their cache, and what a run may add.

public import PreflightELF

/// What the caller says about the run that is judged.
public struct LoaderOptions: Sendable {
    /// LD_LIBRARY_PATH, taken apart.
    public var libraryPath: [String] = []
    /// The glibc-hwcaps subdirectories that the CPU can use, best first. Asked only where a root has such directories at all.
    public var hardware: @Sendable () -> [String] = { [] }
    /// ldconfig will have been run: directories of ld.so.conf count even where the cache does not list them.
    public var assumesLdconfig = false

    /// The directories that are searched where there is no loader to ask: a package by itself.
    public var assumedDirectories: [String] = []
    /// What `$LIB` can mean there.
    public var assumedLib = ["lib"]

    /// Nothing said.
    public init() {}

    /// The glibc-hwcaps subdirectories of an x86-64 level, best first.
    public static func hardware(level: Int) -> [String] {
        (2...max(2, level)).reversed().filter { $0 <= level }.map { "x86-64-v\($0)" }
    }
}

/// One loader with everything that its search depends on.
final class LoaderSettings {
    let file: LoaderFile
    let cache: LoaderCache?
    /// The directories of ld.so.conf; only glibc has them. Read when something is not in the cache.
    private(set) lazy var configured: [String] = {
        if case .glibc = file.libC { configuredDirectories(in: root) } else { [] }
    }()
    private let root: any Root
    /// Whether there is a cache file at all.
    var hasCache: Bool { cache != nil }

    /// A loader that was recorded; a package over the record may bring configuration of its own.
    init(_ recorded: RecordedLoader, in root: any Root) {
        self.root = root
        file = LoaderFile(recorded)
        cache = LoaderCache(found: recorded.found)
    }

    init(_ file: LoaderFile, in root: any Root, isBigEndian: Bool) {
        self.root = root
        self.file = file
        guard case .glibc = file.libC else {
            cache = nil
            return
        }
        cache = root.bytes(of: "/etc/ld.so.cache", most: LoaderCache.mostBytes).flatMap {
            LoaderCache($0, isBigEndian: isBigEndian)
        }
    }
}

/// The loaders of one root; not to be shared between threads.
public final class Loaders {
    let root: any Root
    let options: LoaderOptions
    /// What it loads lies in the place that is judged.
    private let isInside: Bool
    private var known: [String: LoaderSettings?] = [:]
    /// Directories known not to exist, so that each is asked for once.
    private var files: [String: Loading] = [:]
    private var imageBytes = 0
    /// What the CPU can use.
    lazy var hardware = options.hardware()
    /// Directories that were asked for glibc-hwcaps.
    var hardwareFolders: [String: Bool] = [:]
    /// Directories that were asked for subdirectories of the older scheme, with those they have.
    var oldFolders: [String: [String]] = [:]

    /// Symbols of libraries are kept up to this many bytes; nearly all programs share the same few libraries.
    private static let mostImageBytes = 6 << 20
    private static let mostFiles = 4096

    /// The loaders of `root`.
    public init(_ root: any Root, _ options: LoaderOptions = LoaderOptions(), isInside: Bool = true) {
        self.root = root
        self.isInside = isInside
        self.options = options
    }

    /// The loader of `machine` at its usual place, as a record; nil where the root has none.
    public func record(for machine: Machine) -> RecordedLoader? {
        for path in LoaderFile.paths(machine.name, prefersMusl: false) {
            guard let settings = settings(at: path, machine) else { continue }
            let found = settings.cache?.plain ?? [:]
            return RecordedLoader(
                machine: machine.name, path: path, libC: settings.file.libC, defaultDirectories: settings.file.defaultDirectories,
                lib: settings.file.lib,
                found: found
            )
        }
        return nil
    }

    /// Directories that ld.so.conf of the root names.
    public func configuredDirectories() -> [String] { PreflightLoader.configuredDirectories(in: root) }

    /// The loader that starts `object`, or that a program would have that loads it; nil where the root has none.
    func settings(for object: Object) -> LoaderSettings? {
        for path in candidates(object) {
            if let settings = settings(at: path, object.machine) { return settings }
        }
        return nil
    }

    /// The paths where the loader of `object` can be: a program names it; for a library it is the usual one of glibc, or
    /// of musl where it was made for that.
    private func candidates(_ object: Object) -> [String] {
        if object.kind == .executable, let interpreter = object.interpreter { return [interpreter] }
        return LoaderFile.paths(object.machine.name, prefersMusl: ObjectLibC(object) == .musl)
    }

    private func settings(at path: String, _ machine: Machine) -> LoaderSettings? {
        let key = "\(machine.name) \(path)"
        if let answer = known[key] { return answer }
        var made = root.recordedLoader(at: path, machine).map { LoaderSettings($0, in: root) }
        if made == nil, case .object(let file) = load(path, wantsSymbols: false), file.object.machine == machine {
            made = LoaderFile(path: path, in: root, machine: machine) { loader in
                loader.defaultDirectories.map { $0 + "/libc.so.6" }.first { root.realPath($0) != nil }
            }.map { LoaderSettings($0, in: root, isBigEndian: machine.isBigEndian) }
        }
        known[key] = .some(made)
        return made
    }

    /// Loads a file of the root, or remembers it.
    func load(_ path: String, wantsSymbols: Bool) -> Loading {
        if let answer = files[path] {
            guard wantsSymbols, case .object(let file) = answer, file.symbols == nil, file.damage == nil, file.object.isDynamic
            else {
                return answer
            }
        }
        if imageBytes > Self.mostImageBytes || files.count > Self.mostFiles {
            files = [:]
            imageBytes = 0
        }
        var answer = root.load(path, wantsSymbols: wantsSymbols)
        // For the file system that things come along from, everything lies inside.
        if !isInside, case .object(let file) = answer { answer = .object(file.outside) }
        if case .object(let file) = answer { imageBytes += (file.symbols?.size ?? 0) + 4096 }
        files[path] = answer
        return answer
    }
}
