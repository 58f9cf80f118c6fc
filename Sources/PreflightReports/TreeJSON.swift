// `tree --format json`: closures as lists of members and edges.

import PreflightELF
public import PreflightLoader

extension JSONWriter {
    /// Writes the members of `closure`.
    ///
    /// - Parameter path: the subject, as the user named it.
    public mutating func members(of closure: Closure, path: String, root: String) {
        key("path")
        string(path)
        key("root")
        string(root)
        key("loader")
        string(closure.loaderPath)
        key("libC")
        switch closure.libC {
        case .glibc(let version): string("glibc \(version)")
        case .musl(let version): string("musl \(version)")
        case nil: string(nil)
        }
        key("isCut")
        bool(closure.isCut)
        key("members")
        array { list in
            for member in closure.members {
                list.object {
                    $0.key("path")
                    $0.string(member.file.path)
                    $0.key("inRoot")
                    $0.bool(member.file.isInside)
                    $0.key("names")
                    $0.strings(member.names.sorted())
                    $0.key("found")
                    $0.string(member.found.word)
                    $0.key("hardware")
                    $0.string(member.hardware)
                }
            }
        }
        key("edges")
        array { list in
            for edge in closure.edges {
                list.object {
                    $0.key("from")
                    $0.number(edge.from)
                    $0.key("name")
                    $0.string(edge.name)
                    $0.key("to")
                    if let to = edge.to { $0.number(to) } else { $0.string(nil) }
                    $0.key("obstacle")
                    $0.string(edge.obstacle)
                    $0.key("searched")
                    $0.strings(edge.searched)
                    $0.key("nodes")
                    let needs = closure.members[edge.from].file.object.needs.filter { $0.library == edge.name }
                    $0.strings(needs.flatMap(\.nodes).map(\.name))
                }
            }
        }
    }
}
