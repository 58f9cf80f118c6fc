// What is kept of one object: enough to say whether it still starts, and nothing else, for an inventory of a hundred thousand files.

public import PreflightELF

/// The needs of one object.
public struct ObjectNeeds: Sendable, Equatable {
    /// Version nodes of one library.
    public struct Library: Sendable, Equatable {
        /// The soname.
        public var name: String
        /// The nodes.
        public var nodes: [Node]
    }

    /// One version node.
    public struct Node: Sendable, Equatable {
        /// Its name.
        public var name: String
        /// VER_FLG_WEAK.
        public var isWeak: Bool
    }

    /// As of ``Machine/name``.
    public var machine: String
    /// ELFCLASS64.
    public var is64Bit: Bool
    /// DT_SONAME.
    public var soname: String?
    /// DT_RUNPATH or, without it, DT_RPATH.
    public var searchPath: String?
    /// DT_NEEDED.
    public var needed: [String]
    /// Version needs.
    public var libraries: [Library]
    /// Packed: what it needs is not to be seen.
    public var isOpaque: Bool

    /// More than any honest object has; what has more is not kept, and told as one that could not be judged.
    static let mostWords = 4096

    /// What is to be kept of `object`.
    public init(_ object: Object) {
        machine = object.machine.name
        is64Bit = object.machine.is64Bit
        soname = object.soname
        searchPath = object.runpath ?? object.rpath
        needed = object.isDynamic ? object.needed + object.filters : []
        libraries =
            object.isDynamic
            ? object.needs.map { need in
                Library(name: need.library, nodes: need.nodes.map { Node(name: $0.name, isWeak: $0.isWeak) })
            } : []
        isOpaque = object.isOpaque
    }

    /// Needs of their parts.
    public init(
        machine: String, is64Bit: Bool, soname: String? = nil, searchPath: String? = nil, needed: [String] = [],
        libraries: [Library] = [], isOpaque: Bool = false
    ) {
        self.machine = machine
        self.is64Bit = is64Bit
        self.soname = soname
        self.searchPath = searchPath
        self.needed = needed
        self.libraries = libraries
        self.isOpaque = isOpaque
    }

    var words: Int { needed.count + libraries.reduce(0) { $0 + 1 + $1.nodes.count } }

    /// The directories of ``searchPath`` for an object that lies in `directory`, without `.` and `..`; those with tokens that
    /// depend on the machine are left out.
    func searchDirectories(in directory: String) -> [String] {
        (searchPath ?? "").split(separator: ":").compactMap { part in
            var path = String(part)
            for token in ["${ORIGIN}", "$ORIGIN"] where path.hasPrefix(token) { path = directory + path.dropFirst(token.count) }
            guard path.hasPrefix("/"), !path.contains("$") else { return nil }
            return normalized(path)
        }
    }
}

/// An absolute path by its words alone: links are not followed.
func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
        if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
}

/// The directory of an absolute path.
func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
}

/// The last part of a path.
func lastPart(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
