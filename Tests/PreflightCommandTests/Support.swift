// Objects that the command tests judge, with needs that decide the verdict.

import PreflightTestSupport

/// A program for x86_64 that needs these nodes of libc.so.6 (or of other libraries, as `library:node`).
func program(_ nodes: String..., needed: [Name] = ["libc.so.6"], runpath: Name? = nil) -> ELFBuilder {
    var builder = ELFBuilder()
    builder.interpreter = "/lib64/ld-linux-x86-64.so.2"
    builder.needed = needed
    // The loader knows versions of libraries alone that are loaded.
    for node in nodes {
        let parts = node.split(separator: ":").map(String.init)
        if parts.count == 2, !builder.needed.contains(Name(parts[0])) { builder.needed.append(Name(parts[0])) }
    }
    builder.runpath = runpath
    builder.hasDebugEntry = true
    builder.entry = 0x10000
    var byLibrary: [(library: String, nodes: [String])] = []
    for node in nodes {
        let parts = node.split(separator: ":").map(String.init)
        let (library, name) = parts.count == 2 ? (parts[0], parts[1]) : ("libc.so.6", node)
        if let place = byLibrary.firstIndex(where: { $0.library == library }) {
            byLibrary[place].nodes.append(name)
        } else {
            byLibrary.append((library, [name]))
        }
    }
    var index: UInt16 = 2
    for (library, names) in byLibrary {
        var list: [ELFBuilder.Node] = []
        for name in names {
            list.append(.init(Name(name), index: index))
            // No glibc has such a symbol; without a relocation it is never looked up.
            builder.symbols.append(.init(Name("uses_\(name)"), binding: 1, version: index))
            index += 1
        }
        builder.needs.append(.init(Name(library), list))
    }
    return builder
}

/// The verdict word for a target in a JSON report, without a JSON reader.
func verdict(on target: String, in json: String) -> String? {
    let mark = "\"target\":\"\(target)\",\"verdict\":\""
    guard let place = json.firstRange(of: mark) else { return nil }
    return String(json[place.upperBound...].prefix { $0 != "\"" })
}
