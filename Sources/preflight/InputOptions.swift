// Options that name files, shared by the commands that read them.

import ArgumentParser
import PreflightInputs

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

struct InputOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Files and directories.", valueName: "path"))
    var paths: [String] = []

    @Option(
        name: .customLong("files-from"),
        help: ArgumentHelp("Read the files named in FILE as well, one a line; - is standard input.", valueName: "file")
    )
    var filesFrom: String?

    @Flag(
        name: [.customShort("0"), .customLong("null")],
        help: "Paths in --files-from end in NUL (find -print0); floor writes NUL as well.")
    var isNulSeparated = false

    @Option(help: ArgumentHelp("Leave out what matches this shell pattern; may be repeated.", valueName: "glob"))
    var exclude: [String] = []

    @Option(help: ArgumentHelp("Threads that read files; default: the processors this process may use.", valueName: "n"))
    var workers: Int?

    func validate() throws {
        if let workers, !(1...256).contains(workers) {
            throw ValidationError("--workers takes a number from 1 to 256, not \(workers).")
        }
    }

    var workerCount: Int {
        if let workers { return workers }
        // More threads than a quota grants only cost a little; sched_getaffinity is not to be had without C of our own.
        return min(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), 16)
    }

    /// Everything that was named, as one stream.
    func source(
        defaults: [String] = [], excluding patterns: [String] = []
    ) throws -> InputSource {
        let named = paths.isEmpty && filesFrom == nil ? defaults : paths
        guard !named.isEmpty || filesFrom != nil else {
            throw ValidationError("Name at least one file or directory, or give --files-from.")
        }
        let list: PathList?
        do throws(InputError) {
            if let filesFrom {
                list = try PathList(filesFrom, isNulSeparated: isNulSeparated)
            } else {
                list = nil
            }
        } catch {
            throw ValidationError("\(error.path): \(error.message)")
        }
        return InputSource(named, list: list, excluding: (exclude + patterns).map(Glob.init))
    }
}

/// Named paths first, directories walked, then the files of a list, which costs no look at each of them beforehand.
final class InputSource {
    private var walk: Walk
    private let list: PathList?
    private let exclusions: [Glob]

    init(_ paths: [String], list: PathList?, excluding exclusions: [Glob]) {
        walk = Walk(paths, excluding: exclusions)
        self.list = list
        self.exclusions = exclusions
    }

    func next() -> Walk.Element? {
        if let element = walk.next() { return element }
        while true {
            guard let path = list?.next() else { return nil }
            // A NUL in a line is a list made by -print0 and read without -0; the system would see its first path alone.
            guard !path.utf8.contains(0) else {
                return .failure(InputError(path: path, message: "holds a NUL; read the list with -0"))
            }
            if !exclusions.contains(where: { $0.matches(path) || $0.matchesDirectory(above: path) }) {
                return .success(Input(path: path, isNamed: true))
            }
        }
    }
}
