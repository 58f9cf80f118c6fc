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
    lazy var versionNames: [UInt16: String] = {
        var names: [UInt16: String] = [:]
        for need in object.needs { for node in need.nodes { names[node.index & 0x7FFF] = node.name } }
        for definition in object.definitions where !definition.isBase { names[definition.index & 0x7FFF] = definition.name }
        return names
    }()
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
}

/// The part before the last slash; "/" and "." where there is nothing.
public func directory(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}
