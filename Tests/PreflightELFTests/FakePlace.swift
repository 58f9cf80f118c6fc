// A place to judge for, made of a few lines instead of a matrix.

import PreflightLoader

/// Knows the nodes of some libraries, and nothing of all others.
struct FakePlace: Place {
    var name = "a fake release"
    var libC: LibC
    var gap: String?
    var loader: String?
    var kernel: Version?
    var cpuLevel: Int?
    var nodes: [String: Set<String>]

    /// A place with glibc 2.`minor`.
    init(glibc minor: UInt32, _ nodes: [String: Set<String>]) {
        libC = .glibc(Version(2, minor))
        self.nodes = nodes
    }

    func answer(node: String, of library: String) -> NodeAnswer {
        guard let known = nodes[library] else { return .unlisted }
        return known.contains(node) ? .present(evidence: "test") : .absent(evidence: "test")
    }

    func answer(library: String) -> LibraryAnswer { nodes[library] == nil ? .unlisted : .base }
}
