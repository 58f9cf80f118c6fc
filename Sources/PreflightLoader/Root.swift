// What the loader's rules ask of a file system. The loader opens nothing by itself: the live machine, a directory, an
// unpacked image all answer here.

public import PreflightELF

/// An object that a loader may load, with what others can take from it.
public final class Loadable {
    /// The path it was opened by, in the words of its root.
    public let path: String
    /// Lies in the place that is judged; false for what comes along from outside of it.
    public let isInside: Bool
    /// What tells it from other files.
    public let identity: FileIdentity
    /// What it says, with definitions and notes.
    public let object: Object
    /// Its symbols; nil where they were not asked for, or could not be read (``damage``).
    public let symbols: SymbolImage?
    /// Why its symbols could not be read.
    public let damage: ReadError?
    /// The directory that `$ORIGIN` stands for.
    public let origin: String

    /// For every node it defines, the version index that its symbols carry.
    lazy var indexes: [String: UInt16] = Dictionary(
        object.definitions.filter { !$0.isBase }.map { ($0.name, $0.index & 0x7FFF) }, uniquingKeysWith: { first, _ in first }
    )
    /// The names behind version indexes of definitions and needs (the loader's l_versions).
    private lazy var versionNames: [String?] = {
        var names: [String?] = []
        func name(_ index: UInt16, _ node: String) {
            let index = Int(index & 0x7FFF)
            if index >= names.count { names += [String?](repeating: nil, count: index + 1 - names.count) }
            names[index] = node
        }
        for need in object.needs { for node in need.nodes { name(node.index, node.name) } }
        for definition in object.definitions where !definition.isBase { name(definition.index, definition.name) }
        return names
    }()

    /// The node that the version `index` of a symbol stands for; nil for none.
    func versionName(_ index: UInt16) -> String? {
        let index = Int(index & 0x7FFF)
        return index < versionNames.count ? versionNames[index] : nil
    }

    private var prepared: Subject?

    /// The object prepared for judging, once.
    func subject(_ names: NameTable) -> Subject {
        if let prepared { return prepared }
        let made = Subject(object, names: names)
        prepared = made
        return made
    }

    /// The objects that its references were found in; nil before they were looked for, or where some were not found.
    var settledBy: Set<FileIdentity>?

    /// The same object as one that comes along from outside of the place that is judged.
    var outside: Loadable {
        Loadable(path: path, isInside: false, identity: identity, object: object, symbols: symbols, damage: damage)
    }

    /// A loadable object as it is.
    public init(
        path: String, isInside: Bool, identity: FileIdentity, object: Object, symbols: SymbolImage?, damage: ReadError? = nil
    ) {
        self.path = path
        self.isInside = isInside
        self.identity = identity
        self.object = object
        self.symbols = symbols
        self.damage = damage
        origin = directory(of: path)
    }
}

/// What became of an attempt to load a file.
public enum Loading {
    /// No such file, or it may not be read: the loader looks on.
    case missing
    /// It is there, but is no ELF object, or a broken one: the loader gives up, for the reason given.
    case refused(String)
    /// An object of any machine.
    case object(Loadable)
}

/// A file system as the loader of a place sees it. Paths are absolute in it, and nothing leads out of it.
public protocol Root: AnyObject {
    /// What a report calls it.
    var name: String { get }
    /// Opens and reads the object at `path`.
    func load(_ path: String, wantsSymbols: Bool) -> Loading
    /// The first `most` bytes of the regular file at `path`; nil where there is none.
    func bytes(of path: String, most: Int) -> [UInt8]?
    /// The names in the directory `path`, sorted; empty where there is none.
    func names(in path: String) -> [String]
    /// `path` without symbolic links; nil where nothing is there.
    func realPath(_ path: String) -> String?
    /// When the loader binds each symbol of an object that this root loaded; nil where that cannot be read.
    func moments(of file: Loadable) -> [Symbol.Moment]?
    /// The loader at `path` where it was recorded rather than being a file; nil to read the file.
    func recordedLoader(at path: String, _ machine: Machine) -> RecordedLoader?
    /// The symbols of an object that this root loaded whose content the loader copies out of a library.
    func copiedSymbols(of file: Loadable) -> Set<Int>
    /// Whether what `directory` holds is known; a record does not have all directories of its root.
    func isKnown(_ directory: String) -> Bool
}

extension Root {
    /// Files speak for themselves.
    public func recordedLoader(at path: String, _ machine: Machine) -> RecordedLoader? { nil }
    /// None, where that cannot be read.
    public func copiedSymbols(of file: Loadable) -> Set<Int> { [] }
    /// A file system has what it has.
    public func isKnown(_ directory: String) -> Bool { true }
}

/// A dynamic loader as a record tells of it.
public struct RecordedLoader: Sendable {
    /// The machine it is for, by name.
    public var machine: String
    /// PT_INTERP of the programs it starts.
    public var path: String
    /// glibc or musl with its release.
    public var libC: LibC
    /// The directories that are searched last.
    public var defaultDirectories: [String]
    /// What `$LIB` stands for.
    public var lib: String
    /// Where the loader finds a library by its name, cache and default directories together.
    public var found: [String: String]

    /// A record as it is.
    public init(
        machine: String, path: String, libC: LibC, defaultDirectories: [String], lib: String, found: [String: String]
    ) {
        self.machine = machine
        self.path = path
        self.libC = libC
        self.defaultDirectories = defaultDirectories
        self.lib = lib
        self.found = found
    }
}

/// The part before the last slash; "/" and "." where there is nothing.
public func directory(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}
