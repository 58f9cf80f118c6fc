// Libraries that come along with an object: found as the loader finds them, through `$ORIGIN` entries and in the package that
// the object lies in, and read, because a name alone proves nothing (a directory, another architecture, an old copy).

import PreflightELF
import PreflightInputs
import PreflightLoader

/// A library beside an object.
struct Companion {
    /// The names it is needed by.
    var names: Set<String>
    /// What a report calls it.
    var name: String { object.soname ?? names.min() ?? "" }
    /// What it says, with its definitions.
    var object: Object

    /// The nodes that `user` needs from it and that it does not define.
    func unmet(needs user: Object) -> [Reason] {
        let defined = Set(object.definitions.map(\.name))
        // Without any definition the loader takes every version, with a warning.
        guard !defined.isEmpty else { return [] }
        var reasons: [Reason] = []
        for need in user.needs where names.contains(need.library) {
            for node in need.nodes where !defined.contains(node.name) && !node.isWeak {
                reasons.append(
                    Reason(
                        .nodeMissing, .failsAtLoad, library: name, node: node.name,
                        "needs \(node.name), which the \(name) that lies beside it does not define",
                        remedy: "bundle a newer \(name), or none", evidence: "file"
                    )
                )
            }
        }
        return reasons
    }
}

/// Finds companions; not to be shared between threads.
final class Companions {
    private let buffers: ReadBuffers
    private var machine: DirectoryRoot?
    /// The package that was last looked into.
    private var package: (directory: String, root: DirectoryRoot)?

    init(_ buffers: ReadBuffers) { self.buffers = buffers }

    /// What a target's own loader would find is its business; a release of the matrix has no files.
    private final class Nothing: Root {
        let name = ""
        func load(_ path: String, wantsSymbols: Bool) -> Loading { .missing }
        func bytes(of path: String, most: Int) -> [UInt8]? { nil }
        func names(in path: String) -> [String] { [] }
        func realPath(_ path: String) -> String? { nil }
        func moments(of file: Loadable) -> [Symbol.Moment]? { nil }
    }

    /// The libraries that come along with the object in `file`, those that they bring themselves included.
    ///
    /// Absolute entries of search paths do not count outside of a package: that directory is this machine's, not the target's.
    func find(_ file: inout ObjectFile, _ input: Input) -> [Companion] {
        let object = file.object
        guard object.isDynamic else { return [] }
        let hasOrigin = [object.rpath, object.runpath].contains { $0?.utf8.contains(UInt8(ascii: "$")) == true }
        guard hasOrigin || input.tree != nil else { return [] }
        do {
            let outside = try machine ?? DirectoryRoot(["/"], buffers: buffers)
            machine = outside
            var options = LoaderOptions()
            let root: any Root
            let subject: Loadable
            if let tree = input.tree {
                let inside =
                    try package.flatMap { $0.directory == tree.directory ? $0.root : nil }
                    ?? DirectoryRoot([tree.directory], name: tree.name, buffers: buffers)
                package = (tree.directory, inside)
                options.assumedDirectories = inside.usualDirectories + configuredDirectories(in: inside)
                subject = try inside.subject(&file, path: input.path, wantsSymbols: false)
                root = inside
            } else {
                subject = try outside.subject(&file, path: input.path, wantsSymbols: false, isOutside: true)
                root = Nothing()
            }
            options.assumedLib = ["lib64", "lib", "lib/\(object.machine.name)-linux-gnu"]
            let closure = ClosureBuilder(root, outside: outside, options: options, wantsSymbols: false).closure(of: subject)
            return closure.members.dropFirst().map { Companion(names: $0.names, object: $0.file.object) }
        } catch {
            // What cannot be looked at brings nothing along.
            return []
        }
    }
}
