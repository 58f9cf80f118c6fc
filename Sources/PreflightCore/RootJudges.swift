// Objects against real roots: finds out where an object lies, in the root or outside of it, and has its closure judged.

public import PreflightELF
public import PreflightInputs
public import PreflightLoader
import PreflightTargets

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The roots of a selection; not to be shared between threads.
final class RootJudges {
    /// One root. A record has no directory that an object could lie in.
    private struct Entry {
        var target: Target
        var source: RootSource
        var root: DirectoryRoot?
        var judge: ClosureJudge
    }

    private var entries: [Entry] = []
    private let buffers: ReadBuffers
    private let machine: DirectoryRoot?
    /// The roots with the package over them that was looked into last.
    private var package: (directory: String, entries: [Entry])?

    /// Opens the roots of `selection`.
    ///
    /// - Throws: `InputError` for a root that cannot be read.
    init(_ selection: Selection, _ buffers: ReadBuffers) throws(InputError) {
        self.buffers = buffers
        let chosen = selection.chosen.compactMap { chosen in chosen.root.map { (chosen.target, $0) } }
        guard !chosen.isEmpty else {
            machine = nil
            return
        }
        machine = try DirectoryRoot(["/"], buffers: buffers)
        for (target, source) in chosen { entries.append(try entry(target, source, over: nil)) }
    }

    /// A root by itself, or with a package lying over it.
    private func entry(_ target: Target, _ source: RootSource, over package: String?) throws(InputError) -> Entry {
        let place: any Root
        var inside: DirectoryRoot?
        var options = source.options
        // What installs a package runs ldconfig.
        if package != nil { options.assumesLdconfig = true }
        if let captured = source.captured {
            let record = CapturedRoot(captured, name: target.id)
            if let package {
                let over = try DirectoryRoot([package], name: target.id, buffers: buffers)
                inside = over
                place = OverlayRoot(over, record)
            } else {
                place = record
            }
        } else {
            let root = try DirectoryRoot([package].compactMap(\.self) + source.directories, name: target.id, buffers: buffers)
            inside = root
            place = root
        }
        let outside: DirectoryRoot
        if let machine { outside = machine } else { outside = try DirectoryRoot(["/"], buffers: buffers) }
        let judge = ClosureJudge(
            place, outside: outside, options: options,
            surroundings: source.surroundings,
            isSystemSymbol: { name, _ in SymbolHistory.builtIn.knows(name) }
        )
        return Entry(target: target, source: source, root: inside, judge: judge)
    }

    /// The judgement of every root on the object in `file`.
    func judge(_ file: inout ObjectFile, _ input: Input) -> [(target: String, judgement: Judgement)] {
        guard let machine else { return [] }
        var found: [(target: String, judgement: Judgement)] = []
        let optional = OptionalNeeds.read(file.object.notes.dlopen)
        for entry in entries(for: input) {
            do throws(ReadError) {
                let subject = try (entry.root ?? machine).subject(&file, path: input.path, isOutside: entry.root == nil)
                found.append((entry.target.id, entry.judge.judge(subject, optional: optional).judgement))
            } catch {
                let reason = Reason(.noData, .unknown, "cannot be judged: \(error.description)", evidence: "file")
                found.append((entry.target.id, Judgement(reasons: [reason])))
            }
        }
        return found
    }

    private func entries(for input: Input) -> [Entry] {
        guard let tree = input.tree else { return entries }
        if let package, package.directory == tree.directory { return package.entries }
        var over: [Entry] = []
        for entry in entries {
            // The tree may be the root itself: an image that is judged in itself.
            if entry.source.directories.contains(tree.directory) {
                over.append(entry)
            } else if let made = try? self.entry(entry.target, entry.source, over: tree.directory) {
                over.append(made)
            }
        }
        package = (tree.directory, over)
        return over
    }
}

extension DirectoryRoot {
    /// The object in `file` as the loader of this root sees it: by its place in the root where it lies there, else as one
    /// that comes from outside with what lies beside it.
    public func subject(_ file: inout ObjectFile, path: String, wantsSymbols: Bool = true, isOutside: Bool = false)
        throws(ReadError) -> Loadable
    {
        // A program's origin is where its file really is; a library's is where it was found.
        let full = file.object.kind == .executable ? resolvedPath(path) : realDirectory(ofMachine: path)
        for directory in isOutside ? [] : directories {
            guard let top = resolvedPath(directory) else { continue }
            let prefix = top == "/" ? "/" : top + "/"
            if let full, full.hasPrefix(prefix) {
                return try Loadable(&file, path: "/" + full.dropFirst(prefix.count), isInside: true, wantsSymbols: wantsSymbols)
            }
        }
        return try Loadable(&file, path: full ?? path, isInside: false, wantsSymbols: wantsSymbols)
    }

    private func realDirectory(ofMachine path: String) -> String? {
        guard let folder = resolvedPath(directory(of: path)) else { return nil }
        let name = lastComponent(path)
        return folder == "/" ? "/" + name : folder + "/" + name
    }
}
