// Options that name files, shared by the commands that read them.

import ArgumentParser
import PreflightELF
import PreflightInputs

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

struct InputOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp("Files, directories, archives (.deb, .rpm, .whl, .zip, .tar…) and saved images.", valueName: "path"),
        completion: .file())
    var paths: [String] = []

    @Option(
        name: .customLong("files-from"),
        help: ArgumentHelp("Read the files named in FILE as well, one a line; - is standard input.", valueName: "file"),
        completion: .file()
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

    @Option(
        help: ArgumentHelp(
            "Which image of several to take, such as arm64 or arm/v7; default: this machine's.", valueName: "machine")
    )
    var platform: String?

    @Option(
        name: .customLong("unpack-limit"),
        help: ArgumentHelp(
            "What one archive may take: bytes=N (default 8G), files=N (1000000) or seconds=N (600); may be repeated.",
            valueName: "limit")
    )
    var limitWords: [String] = []

    @Option(
        name: .customLong("unpack-programs"),
        help: ArgumentHelp(
            "Look for bsdtar and bsdcat in this directory alone.", valueName: "directory", visibility: .hidden)
    )
    var programs: String?

    /// Unpacks the archives among what was named.
    var unpacker: Unpacker {
        var total = UnpackLimits()
        for limit in limitWords.compactMap(UnpackLimit.init) { limit.apply(to: &total) }
        return Unpacker(
            limits: total, platform: platform, programs: programs.map { [$0] } ?? Unpacker.standardDirectories
        )
    }

    func validate() throws {
        if let wrong = limitWords.first(where: { UnpackLimit($0) == nil }) {
            throw ValidationError(
                "--unpack-limit takes bytes=N, files=N or seconds=N, with K, M, G or T behind N, not \"\(RawText.visible(wrong))\"."
            )
        }
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
        defaults: [String] = [], excluding patterns: [String] = [], trees: [UnpackedTree] = []
    ) throws -> InputSource {
        let named = named(defaults)
        guard !named.isEmpty || filesFrom != nil || !trees.isEmpty else {
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
        return InputSource(named, list: list, excluding: exclusions(patterns), unpacker: unpacker, trees: trees)
    }

    /// The paths that were named, else `defaults`.
    func named(_ defaults: [String]) -> [String] { paths.isEmpty && filesFrom == nil ? defaults : paths }

    /// What is left out, with `patterns` of the configuration.
    func exclusions(_ patterns: [String]) -> [Glob] { (exclude + patterns).map(Glob.init) }
}

/// Named paths first, directories walked, then the files of a list, which are not walked when they are directories.
final class InputSource {
    private var walk: Walk
    private let list: PathList?
    private let exclusions: [Glob]

    init(_ paths: [String], list: PathList?, excluding exclusions: [Glob], unpacker: Unpacker, trees: [UnpackedTree]) {
        walk = Walk(paths, excluding: exclusions, unpacker: unpacker, trees: trees) { note in
            complain("preflight: \(RawText.visible(note.path)): \(note.message)")
        }
        self.list = list
        self.exclusions = exclusions
    }

    func next() -> Walk.Element? {
        while true {
            if let element = walk.next() { return element }
            guard let path = list?.next() else { return nil }
            // A NUL in a line is a list made by -print0 and read without -0; the system would see its first path alone.
            guard !path.utf8.contains(0) else {
                return .failure(InputError(path: path, message: "holds a NUL; read the list with -0"))
            }
            if exclusions.contains(where: { $0.matches(path) || $0.matchesDirectory(above: path) }) { continue }
            if !walk.enterArchive(path) {
                return .success(Input(path: path, isNamed: true))
            }
        }
    }
}

/// One limit of unpacking, as `files=20000` or `bytes=2G`.
struct UnpackLimit {
    private let key: String
    private let value: Int

    private static let keys: Set<String> = ["bytes", "files", "seconds"]
    private static let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40]

    init?(_ argument: String) {
        let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, Self.keys.contains(String(parts[0])) else { return nil }
        key = String(parts[0])
        let unit = parts[1].last.flatMap { Self.units[$0] }
        guard let number = Int(unit == nil ? parts[1] : parts[1].dropLast()), number > 0 else { return nil }
        let (product, overflow) = number.multipliedReportingOverflow(by: unit ?? 1)
        // A year is enough, and far from what a clock in milliseconds cannot hold.
        guard !overflow, key != "seconds" || product <= 31_536_000 else { return nil }
        value = product
    }

    func apply(to limits: inout UnpackLimits) {
        switch key {
        case "bytes": limits.bytes = UInt64(value)
        case "files": limits.files = value
        default: limits.seconds = value
        }
    }
}

/// What `read` makes of a file that was named in an option; one that cannot be read is a wrong use.
func readNamed<Value>(_ read: () throws(InputError) -> Value) throws -> Value {
    do throws(InputError) {
        return try read()
    } catch {
        throw ValidationError("\(RawText.visible(error.path)): \(RawText.visible(error.message))")
    }
}
