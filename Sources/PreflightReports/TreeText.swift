// `tree --format text`: a closure as people draw it, with where each library was found, why there, and which nodes each edge
// needs.

import PreflightELF
public import PreflightLoader

/// Writes closures as trees.
public struct TreeText {
    private let sink: Sink
    private let style: Style
    private let isVerbose: Bool

    /// Trees on `sink`.
    ///
    /// - Parameter isVerbose: list every node of an edge and every directory that was searched.
    public init(_ sink: Sink, _ style: Style, isVerbose: Bool) {
        self.sink = sink
        self.style = style
        self.isVerbose = isVerbose
    }

    /// Draws `closure`.
    ///
    /// - Parameter path: the subject, as the user named it.
    public func write(_ closure: Closure, path: String, root: String) {
        line(style.strong(RawText.visible(path)) + style.faint("  in \(RawText.visible(root))"))
        if let loader = closure.members.first(where: { $0.found == .interpreter }) {
            line("  loader \(RawText.visible(loader.file.path))" + style.faint(libC(closure)))
        }
        var shown: Set<Int> = [0]
        children(of: 0, closure, indent: "  ", &shown)
        for (number, member) in closure.members.enumerated() where member.found == .process {
            line(
                "  \(name(member)) => \(RawText.visible(member.file.path))"
                    + style.faint("  [every program that could open it has it]"))
            if shown.insert(number).inserted { children(of: number, closure, indent: "    ", &shown) }
        }
        if closure.isCut { line("  … more libraries than any program has; the rest was not followed") }
    }

    private func line(_ text: String) { sink.write(text + "\n") }

    private func libC(_ closure: Closure) -> String {
        switch closure.libC {
        case .glibc(let version): "  (glibc \(version))"
        case .musl(let version): "  (musl \(version))"
        case nil: ""
        }
    }

    private func name(_ member: Member) -> String {
        RawText.visible(member.names.filter { !$0.contains("/") }.min() ?? member.file.path)
    }

    private func children(of number: Int, _ closure: Closure, indent: String, _ shown: inout Set<Int>) {
        // Chains of libraries are short; one that is not shall not fill the screen with blanks or the stack with calls.
        guard indent.utf8.count < 200 else {
            line(indent + "…")
            return
        }
        for edge in closure.edges where edge.from == number {
            let nodes = nodes(edge, closure)
            guard let to = edge.to else {
                line(indent + style.bad("\(RawText.visible(edge.name)) => not found") + nodes)
                let why = edge.obstacle.map(RawText.visible) ?? ""
                let searched = edge.searched.map(RawText.visible).joined(separator: ", ")
                if !why.isEmpty { line("\(indent)    \(why)") }
                if !searched.isEmpty { line("\(indent)    searched: \(searched)") }
                continue
            }
            let member = closure.members[to]
            let isNew = shown.insert(to).inserted
            var text = "\(indent)\(RawText.visible(edge.name)) => \(RawText.visible(member.file.path))"
            text += style.faint(isNew ? "  [\(reason(member, closure))]" : "  [above]") + nodes
            line(text)
            if isVerbose, isNew, edge.searched.count > 1 {
                line(
                    style.faint(
                        "\(indent)    looked first in: \(edge.searched.dropLast().map(RawText.visible).joined(separator: ", "))"))
            }
            if isNew { children(of: to, closure, indent: indent + "  ", &shown) }
        }
    }

    /// Why a library was taken from where it is.
    private func reason(_ member: Member, _ closure: Closure) -> String {
        let level = member.hardware.map { ", for CPUs of \(RawText.visible($0))" } ?? ""
        switch member.found {
        case .rpath(let number): return "DT_RPATH of \(owner(number, closure))" + level
        case .runpath: return "DT_RUNPATH of \(owner(member.requester ?? 0, closure))" + level
        case .libraryPath: return "LD_LIBRARY_PATH" + level
        case .cache: return "ld.so.cache" + level
        case .configuration: return "ld.so.conf" + level
        case .defaultDirectory: return "default directory" + level
        case .path: return "by its path"
        case .interpreter: return "the loader"
        case .process: return "in every process"
        case .subject: return "the object itself"
        }
    }

    private func owner(_ number: Int, _ closure: Closure) -> String {
        number == 0 ? "the object" : name(closure.members[number])
    }

    /// The nodes that the edge needs: the highest of each series, and all that are missing.
    private func nodes(_ edge: Edge, _ closure: Closure) -> String {
        let needed = closure.members[edge.from].file.object.needs.filter { $0.library == edge.name }.flatMap(\.nodes)
        guard !needed.isEmpty else { return "" }
        var missing: [String] = []
        if let to = edge.to {
            let definitions = closure.members[to].file.object.definitions
            if !definitions.isEmpty {
                let names = Set(definitions.map(\.name))
                missing = needed.map(\.name).filter { !names.contains($0) }
            }
        }
        let shown: [String]
        if isVerbose {
            shown = needed.map(\.name)
        } else {
            var highest: [String: NumericNode] = [:]
            var others: [String] = []
            for node in needed {
                guard let numeric = NumericNode(node.name) else {
                    others.append(node.name)
                    continue
                }
                if let known = highest[numeric.series], known.version >= numeric.version { continue }
                highest[numeric.series] = numeric
            }
            shown = highest.values.map { "\($0.series)_\($0.version)" }.sorted() + others
        }
        let present = shown.filter { !missing.contains($0) }
        return (present.isEmpty ? "" : "  " + present.map(RawText.visible).joined(separator: " "))
            + (missing.isEmpty ? "" : style.bad("  missing: " + missing.map(RawText.visible).joined(separator: " ")))
    }
}
