// Options that name roots to judge against, shared by the commands that follow libraries.

import ArgumentParser
import PreflightCore
import PreflightELF
import PreflightInputs
import PreflightLoader
import PreflightTargets

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

struct RootOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Judge against the root in DIR: a chroot, an unpacked image, a mounted disk; / is this machine. May be repeated.",
            valueName: "dir"
        ), completion: .directory
    )
    var root: [String] = []

    @Option(
        name: .customLong("library-path"),
        help: ArgumentHelp("LD_LIBRARY_PATH in the root: directories, separated by colons.", valueName: "dirs"),
        completion: .directory
    )
    var libraryPath: String?

    @Option(
        name: .customLong("cpu"),
        help: ArgumentHelp(
            "The CPU in the root, x86-64-v1 to x86-64-v4 or native: it chooses libraries in glibc-hwcaps. Default: native.",
            valueName: "level"
        )
    )
    var cpuWord = "native"

    private enum CPU {
        case native
        case level(Int)

        init?(_ word: String) {
            if word == "native" {
                self = .native
            } else if word.hasPrefix("x86-64-v"), let level = Int(word.dropFirst(8)), (1...4).contains(level) {
                self = .level(level)
            } else {
                return nil
            }
        }
    }

    private var cpu: CPU { CPU(cpuWord) ?? .native }

    func validate() throws {
        if CPU(cpuWord) == nil {
            throw ValidationError("--cpu takes native or x86-64-v1 to x86-64-v4, not \"\(RawText.visible(cpuWord))\".")
        }
        if root.isEmpty, libraryPath != nil { throw ValidationError("--library-path counts in a root; name one with --root.") }
    }

    /// How a loader shall be taken to run.
    func options(_ assumptions: Set<Assumption>) -> LoaderOptions {
        var options = LoaderOptions()
        options.libraryPath =
            libraryPath.map { $0.split(separator: ":", omittingEmptySubsequences: false).map(String.init) } ?? []
        options.assumesLdconfig = assumptions.contains(.ldconfig)
        let cpu = cpu
        options.hardware = {
            switch cpu {
            case .native: LoaderOptions.hardware(level: Processor.level() ?? 1)
            case .level(let level): LoaderOptions.hardware(level: level)
            }
        }
        return options
    }

    /// What is known of the machine: all of it for the live one.
    func surroundings(of directory: String) -> Surroundings {
        var surroundings = Surroundings()
        if case .level(let level) = cpu { surroundings.cpuLevel = level }
        guard Self.isLive(directory) else { return surroundings }
        surroundings.kernel = Self.runningKernel
        if case .native = cpu { surroundings.cpuLevel = Processor.level() }
        return surroundings
    }

    /// Adds the roots to `selection`.
    ///
    /// - Throws: `ValidationError` for a root that cannot be read.
    ///
    /// - Returns: roots that are archives or images, unpacked; they last as long as somebody holds them.
    func add(to selection: inout Selection, _ assumptions: Set<Assumption>, _ unpacker: Unpacker) throws -> [UnpackedTree] {
        var trees: [UnpackedTree] = []
        var seen: Set<String> = []
        for directory in root where seen.insert(directory).inserted {
            let found: DirectoryRoot
            var top = directory
            do throws(InputError) {
                if let tree = try unpacked(directory, unpacker) {
                    trees.append(tree)
                    top = tree.directory
                }
                found = try DirectoryRoot([top], buffers: ReadBuffers())
            } catch {
                throw ValidationError("\(RawText.visible(error.path)) \(error.message)")
            }
            let target = Target.root(id: directory, name: found.prettyName ?? directory)
            let source = RootSource(
                directories: [top], options: options(assumptions), surroundings: surroundings(of: directory)
            )
            selection.add(target, root: source)
        }
        return trees
    }

    /// An archive or image as a root; nil for a directory that is none.
    func unpacked(_ path: String, _ unpacker: Unpacker) throws(InputError) -> UnpackedTree? {
        guard Unpacker.isArchive(path) else { return nil }
        let tree = try unpacker.unpack(path)
        for note in tree.notes + tree.complaints.map(\.message) {
            complain("preflight: \(RawText.visible(path)): \(RawText.visible(note))")
        }
        return tree
    }

    private static func isLive(_ directory: String) -> Bool {
        var (top, other) = (stat(), stat())
        return stat("/", &top) == 0 && RawText.withPath(directory) { stat($0, &other) } == 0 && top.st_dev == other.st_dev
            && top.st_ino == other.st_ino
    }

    private static var runningKernel: Version? {
        var name = utsname()
        guard uname(&name) == 0 else { return nil }
        let release = withUnsafeBytes(of: &name.release) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        let digits = release.prefix { $0.isNumber || $0 == "." }
        return Version(digits.split(separator: ".").prefix(3).joined(separator: "."))
    }
}
