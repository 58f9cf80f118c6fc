// A closure as the place in which each of its objects is judged by the loader's rules.

import PreflightELF

/// What the members of one closure find there.
struct ClosurePlace: Place {
    let name: String
    let closure: Closure
    let libC: LibC
    /// The member that is judged.
    let member: Int
    let kernel: Version?
    let cpuLevel: Int?

    var gap: String? { nil }
    /// The interpreter was found already: it is the loader of the closure.
    var interpreter: String? { nil }

    func isLoaded(_ library: String) -> Bool? { closure.number(of: library) != nil }

    func answer(_ need: NeedKey) -> NodeAnswer {
        guard let number = closure.number(of: need.library) else { return .unlisted }
        let file = closure.members[number].file
        if file.object.definitions.isEmpty { return .unversioned }
        // The hash is compared first, and the base definition counts.
        let isThere = file.object.definitions.contains { $0.hash == need.node.hash && $0.name == need.node.name }
        return isThere ? .present(evidence: "root") : .absent(evidence: "root")
    }

    func answer(_ library: LibraryKey) -> LibraryAnswer {
        guard let edge = closure.edges.first(where: { $0.from == member && $0.name == library.name }) else { return .base }
        if edge.to != nil { return .base }
        return .missing(edge.obstacle ?? Self.searched(edge))
    }

    private static func searched(_ edge: Edge) -> String {
        if edge.searched.isEmpty { return "no directory was left to search" }
        let first = edge.searched.prefix(6).joined(separator: ", ")
        return "it is not in \(first)\(edge.searched.count > 6 ? " and \(edge.searched.count - 6) more" : "")"
    }
}
