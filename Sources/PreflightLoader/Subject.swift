// An object prepared for many judgements: what does not depend on the place is found out once.

public import PreflightELF

/// A need with a number, so that a place can remember its answer without comparing names again.
public struct NeedKey: Sendable {
    /// The soname of the library.
    public var library: String
    /// The node.
    public var node: NeededNode
    /// The number; equal for equal names within one ``NameTable``.
    public var number: Int
    /// ``NeededNode/hasTrueHash``.
    public var hasTrueHash: Bool

    init(library: String, node: NeededNode, number: Int, hasTrueHash: Bool) {
        self.library = library
        self.node = node
        self.number = number
        self.hasTrueHash = hasTrueHash
    }

    /// A question that is not to be remembered.
    public init(library: String, node: String) {
        self.init(library: library, node: NeededNode(node, index: 2), number: -1, hasTrueHash: true)
    }
}

/// A needed library with a number.
public struct LibraryKey: Sendable {
    /// The soname.
    public var name: String
    /// The number; equal for equal names within one ``NameTable``.
    public var number: Int
}

/// Numbers for names that come up again and again; not to be shared between threads.
public final class NameTable {
    private var libraries: [String: Int] = [:]
    private var needs: [String: [String: Int]] = [:]
    private var needCount = 0

    /// More different names than this are not remembered: they come out of files.
    public static let most = 2_000

    private let most: Int

    /// An empty table that remembers up to `most` names; with none every question is answered anew, so that places that are asked
    /// with another table can be asked as well.
    public init(most: Int = NameTable.most) { self.most = most }

    func number(ofLibrary name: String) -> Int {
        if let known = libraries[name] { return known }
        let number = libraries.count
        guard number < most else { return -1 }
        libraries[name] = number
        return number
    }

    func number(ofNode node: String, library: String) -> Int {
        if let known = needs[library]?[node] { return known }
        guard needCount < most else { return -1 }
        let number = needCount
        needCount += 1
        needs[library, default: [:]][node] = number
        return number
    }
}

/// An object with what every judgement of it needs.
public struct Subject: Sendable {
    /// The object.
    public var object: Object
    /// The C library it was linked with.
    public let libC: ObjectLibC
    /// DT_NEEDED and DT_FILTER with numbers.
    public let libraries: [LibraryKey]
    /// Version needs, flat, in file order.
    public let needs: [NeedKey]
    /// Sonames that come with the object, found where its own search path would find them.
    public let bundled: Set<String>
    /// Look at the symbols of all nodes, not only of those that a place has ahead of its glibc.
    let everySymbol: Bool
    private let loaded: Set<String>
    let hasRELRMarker: Bool
    let needsLibC: Bool

    /// Prepares `object`.
    ///
    /// - Parameters:
    ///   - bundled: sonames that come with it.
    ///   - everySymbol: look at the symbols behind all nodes. A linker leaves none that its node does not have, so without only those
    ///     are looked at that a place has ahead of its glibc, where a distribution took over some symbols of the node.
    ///   - names: the numbers of names.
    public init(_ object: Object, bundled: Set<String> = [], everySymbol: Bool = true, names: NameTable) {
        self.object = object
        self.everySymbol = everySymbol
        self.bundled = bundled
        libC = ObjectLibC(object)
        // DT_FILTER's libraries are loaded like needed ones.
        libraries = (object.needed + object.filters).map { LibraryKey(name: $0, number: names.number(ofLibrary: $0)) }
        needs = object.needs.flatMap { need in
            need.nodes.map { node in
                NeedKey(
                    library: need.library, node: node,
                    number: names.number(ofNode: node.name, library: need.library),
                    hasTrueHash: node.hasTrueHash
                )
            }
        }
        loaded = Set(object.needed + object.filters + [object.soname, object.interpreter.map(lastComponent)].compactMap(\.self))
        hasRELRMarker = object.hasRELR && needs.contains { $0.node.name == Markers.relr }
        needsLibC = object.needed.contains { $0.hasPrefix("libc.so.") }
    }

    /// Whether `library` is among what the loader has in hand when it checks versions, as far as the object says.
    func isLoaded(_ library: String) -> Bool { loaded.contains(library) }
}

/// What stands behind the last slash.
public func lastComponent(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
}
