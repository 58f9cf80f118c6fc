// A place to judge for, made of a few lines instead of a matrix.

import PreflightELF
import PreflightLoader

/// Knows the nodes of some libraries, and nothing of all others.
struct FakePlace: Place {
    var name = "a fake release"
    var libC: LibC
    var gap: String?
    var interpreter: String?
    var kernel: Version?
    var cpuLevel: Int?
    var nodes: [String: Set<String>]

    /// A place with glibc 2.`minor`.
    init(glibc minor: UInt32, _ nodes: [String: Set<String>]) {
        libC = .glibc(Version(2, minor))
        self.nodes = nodes
    }

    func answer(_ need: NeedKey) -> NodeAnswer {
        guard let known = nodes[need.library] else { return .unlisted }
        return known.contains(need.node.name) ? .present(evidence: "test") : .absent(evidence: "test")
    }

    func answer(_ library: LibraryKey) -> LibraryAnswer { nodes[library.name] == nil ? .unlisted : .base }
}
