// The dynamic loaders of one root, each looked up once: what they are compiled with, their cache, and what a run may add.

import PreflightELF

/// What the caller says about the run that is judged.
public struct LoaderOptions: Sendable {
    /// LD_LIBRARY_PATH, taken apart.
    public var libraryPath: [String] = []
    /// The glibc-hwcaps subdirectories that the CPU can use, best first. Asked only where a root has such directories at all.
    public var hardware: @Sendable () -> [String] = { [] }
    /// ldconfig will have been run: directories of ld.so.conf count even where the cache does not list them.
    public var assumesLdconfig = false

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
    /// The directories of ld.so.conf; only glibc has them.
    let configured: [String]
    /// Whether there is a cache file at all.
    var hasCache: Bool { cache != nil }

    init(_ file: LoaderFile, in root: some Root, isBigEndian: Bool) {
        self.file = file
        if case .glibc = file.libC {
            cache = root.bytes(of: "/etc/ld.so.cache", most: LoaderCache.mostBytes).flatMap {
                LoaderCache($0, isBigEndian: isBigEndian)
            }
            configured = configuredDirectories(in: root)
        } else {
            cache = nil
            configured = []
        }
    }
}

/// The loaders of one root; not to be shared between threads.
public final class Loaders {
    let root: any Root
    let options: LoaderOptions
    private var known: [String: LoaderSettings?] = [:]
    /// Directories known not to exist, so that each is asked for once.
    private var files: [String: Loading] = [:]
    private var imageBytes = 0
    /// What the CPU can use.
    lazy var hardware = options.hardware()
    /// Directories that were asked for glibc-hwcaps.
    var hardwareFolders: [String: Bool] = [:]

    /// Symbols of libraries are kept up to this many bytes; nearly all programs share the same few libraries.
    private static let mostImageBytes = 12 << 20
    private static let mostFiles = 4096

    /// The loaders of `root`.
    public init(_ root: any Root, _ options: LoaderOptions = LoaderOptions()) {
        self.root = root
        self.options = options
    }

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
        let glibc = LoaderFile.usual[object.machine.name] ?? []
        let musl = LoaderFile.muslNames[object.machine.name].map { ["/lib/ld-musl-\($0).so.1"] } ?? []
        return ObjectLibC(object) == .musl ? musl + glibc : glibc + musl
    }

    private func settings(at path: String, _ machine: Machine) -> LoaderSettings? {
        let key = "\(machine.name) \(path)"
        if let answer = known[key] { return answer }
        var made: LoaderSettings?
        if case .object(let file) = load(path, wantsSymbols: false), file.object.machine == machine {
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
        let answer = root.load(path, wantsSymbols: wantsSymbols)
        if case .object(let file) = answer { imageBytes += (file.symbols?.size ?? 0) + 4096 }
        files[path] = answer
        return answer
    }
}
