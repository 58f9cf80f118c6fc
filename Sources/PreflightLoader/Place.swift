// The other side: what a judgement asks of the place an object is to run in. The matrix answers from data.

/// The C library of a place.
public enum LibC: Sendable, Equatable {
    case glibc(Version)
    case musl(Version)

    /// Text for people: `glibc 2.36`.
    public var text: String {
        switch self {
        case .glibc(let version): "glibc \(version)"
        case .musl(let version): "musl \(version)"
        }
    }
}

/// Whether a library there defines a node.
public enum NodeAnswer: Sendable, Equatable {
    /// It does; with the evidence.
    case present(evidence: String)
    /// It does not; with the evidence.
    case absent(evidence: String)
    /// The place cannot decide it, for the reason given.
    case undecided(String)
    /// The place knows nothing of the nodes of this library.
    case unlisted
    /// The library is there and defines no versions at all: the loader warns and takes it.
    case unversioned
}

/// Whether a library is to be had there.
public enum LibraryAnswer: Sendable, Equatable {
    /// Part of every installation with a C and C++ runtime.
    case base
    /// In the archive; with the package that brings it, if known.
    case archive(package: String?)
    /// The archive has other versions of it instead, and was searched for all of them.
    case absent(instead: [String])
    /// Whether the archive has it is not known, for the reason given.
    case undecided(String)
    /// The place says nothing about it.
    case unlisted
    /// It was looked for as the loader looks, and is not there; with where that was, or what stood in the way.
    case missing(String)
}

/// Whether a symbol is to be found there.
public enum SymbolAnswer: Sendable, Equatable {
    /// It is; with the evidence.
    case present(evidence: String)
    /// It is not, for the reason given (a clause that goes on a sentence); with the evidence.
    case absent(why: String, evidence: String)
    /// The place cannot decide it, for the reason given.
    case undecided(String)
    /// The place knows nothing of the symbol: not one of glibc's.
    case unlisted
}

/// A reference to a symbol.
public struct SymbolKey: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The node that it wants; nil for an unversioned reference.
    public var node: String?
    /// The soname that the version need of the node names; nil for an unversioned reference.
    public var library: String?
    /// The sonames that are loaded with the object; nil where others may be as well.
    public var loaded: Set<String>?

    /// A reference as it is.
    public init(name: String, node: String? = nil, library: String? = nil, loaded: Set<String>? = nil) {
        self.name = name
        self.node = node
        self.library = library
        self.loaded = loaded
    }
}

/// A place that an object may be judged for, already narrowed to the object's architecture.
public protocol Place {
    /// What a report calls it.
    var name: String { get }
    /// The C library.
    var libC: LibC { get }
    /// Why nothing can be said about this architecture; nil where there is data.
    var gap: String? { get }
    /// The path of the dynamic loader of this architecture, if known.
    var interpreter: String? { get }
    /// The kernel of the release, if known.
    var kernel: Version? { get }
    /// The x86-64 level of the release's own packages, 1 to 4, if known.
    var cpuLevel: Int? { get }
    /// Whether a library defines a node.
    func answer(_ need: NeedKey) -> NodeAnswer
    /// Whether a library can be had.
    func answer(_ library: LibraryKey) -> LibraryAnswer
    /// Whether a library is among what is loaded with the object; nil where the place has no files to know it from.
    func isLoaded(_ library: String) -> Bool?
    /// Whether a symbol of glibc is to be found. Asked of nodes that are there only.
    func answer(_ symbol: SymbolKey) -> SymbolAnswer
}

extension Place {
    /// A place made of data knows of no loaded files.
    public func isLoaded(_ library: String) -> Bool? { nil }

    /// Whether the place has the files themselves, so that the search path was followed.
    var knowsFiles: Bool { isLoaded("") != nil }

    /// A place that knows nodes but no symbols.
    public func answer(_ symbol: SymbolKey) -> SymbolAnswer { .unlisted }
}
