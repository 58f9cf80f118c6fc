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
    private var roots: [(target: String, root: DirectoryRoot, judge: ClosureJudge)] = []

    /// Opens the roots of `selection`.
    ///
    /// - Throws: `InputError` for a root that cannot be read.
    init(_ selection: Selection, _ buffers: ReadBuffers) throws(InputError) {
        let chosen = selection.chosen.compactMap { chosen in chosen.root.map { (chosen.target, $0) } }
        guard !chosen.isEmpty else { return }
        let machine = try DirectoryRoot(["/"], buffers: buffers)
        for (target, source) in chosen {
            let root = try DirectoryRoot(source.directories, name: target.id, buffers: buffers)
            let judge = ClosureJudge(
                root, outside: machine, options: source.options, surroundings: source.surroundings,
                isSystemSymbol: { _, _ in false }
            )
            roots.append((target.id, root, judge))
        }
    }

    /// The judgement of every root on the object in `file`, which was read from `path`.
    func judge(_ file: inout ObjectFile, path: String) -> [(target: String, judgement: Judgement)] {
        roots.map { target, root, judge in
            do throws(ReadError) {
                let subject = try root.subject(&file, path: path)
                return (target, judge.judge(subject).judgement)
            } catch {
                return (target, Judgement(reasons: [Reason(.noData, .unknown, error.description, evidence: "file")]))
            }
        }
    }
}

extension DirectoryRoot {
    /// The object in `file` as the loader of this root sees it: by its place in the root where it lies there, else as one
    /// that comes from outside with what lies beside it.
    public func subject(_ file: inout ObjectFile, path: String, wantsSymbols: Bool = true) throws(ReadError) -> Loadable {
        // A program's origin is where its file really is; a library's is where it was found.
        let full = file.object.kind == .executable ? realPath(ofMachine: path) : realDirectory(ofMachine: path)
        for directory in directories {
            guard let top = realPath(ofMachine: directory) else { continue }
            let prefix = top == "/" ? "/" : top + "/"
            if let full, full.hasPrefix(prefix) {
                return try Loadable(&file, path: "/" + full.dropFirst(prefix.count), isInside: true, wantsSymbols: wantsSymbols)
            }
        }
        return try Loadable(&file, path: full ?? path, isInside: false, wantsSymbols: wantsSymbols)
    }

    private func realPath(ofMachine path: String) -> String? {
        RawText.withPath(path) { name in
            guard let real = realpath(name, nil) else { return nil }
            defer { free(real) }
            return RawText.string(UnsafeRawBufferPointer(start: real, count: strlen(real)))
        }
    }

    private func realDirectory(ofMachine path: String) -> String? {
        let slash = path.lastIndex(of: "/")
        guard let folder = realPath(ofMachine: directory(of: path)) else { return nil }
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        return folder == "/" ? "/" + name : folder + "/" + name
    }
}
