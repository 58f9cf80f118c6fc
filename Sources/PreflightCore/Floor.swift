// The floor: the highest number that an object needs of one series, a summary for people and shell scripts.

public import PreflightELF
public import PreflightLoader

/// Floors of one object.
public struct Floors: Sendable, Equatable {
    /// Series (`GLIBC`, `GLIBCXX`) to the highest number needed, over all libraries.
    public var highest: [String: Version]

    /// The floors of `object`; nodes without a number (`GLIBC_PRIVATE`, `GLIBC_ABI_DT_RELR`) are no part of them.
    public init(_ object: Object) {
        var highest: [String: Version] = [:]
        for need in object.needs {
            for node in need.nodes {
                guard let numeric = NumericNode(node.name) else { continue }
                if numeric.series == "GLIBC", isUnwinder(need.library) { continue }
                if highest[numeric.series].map({ $0 < numeric.version }) ?? true { highest[numeric.series] = numeric.version }
            }
        }
        self.highest = highest
    }

}

/// The highest `GLIBC_x.y` that `object` needs, as text; nil where there is none. The one floor that `preflight floor`
/// prints, without arranging the others.
public func glibcFloor(_ object: Object) -> String? {
    let prefix = Array("GLIBC_".utf8)
    var highest: (name: String, version: Version)?
    for need in object.needs where !isUnwinder(need.library) {
        for node in need.nodes {
            let name = node.name.utf8
            guard name.starts(with: prefix), let version = Version(bytes: name.dropFirst(prefix.count)) else { continue }
            if highest.map({ $0.version < version }) ?? true { highest = (node.name, version) }
        }
    }
    return highest?.name
}

/// libgcc_s.so.1 has unwinder nodes of the GLIBC series on several architectures; they are no glibc need.
private func isUnwinder(_ library: String) -> Bool { library.hasPrefix("libgcc_s.") }
