// `preflight targets capture` and `preflight targets diff`: targets of one's own.

import ArgumentParser
import PreflightCore
import PreflightELF
import PreflightInputs
import PreflightLoader
import PreflightReports
import PreflightTargets

struct CaptureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "capture",
        abstract: "Record what a root provides, for --targets FILE.",
        discussion: """
            The record has the release, the loaders, and of every library that a loader finds by itself the nodes and the \
            symbols (as hashes). Two captures of one root are equal byte by byte, so the file can live in a repository. \
            Nothing in the root is run.
            """
    )

    @Option(
        help: ArgumentHelp("The root: a directory with usr, etc and lib; / is this machine.", valueName: "dir"),
        completion: .directory)
    var root: String

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Write the record to FILE instead of standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(help: ArgumentHelp("What reports call the target. Default: PRETTY_NAME of its os-release.", valueName: "name"))
    var name: String?

    func run() throws {
        let found: DirectoryRoot
        do {
            found = try DirectoryRoot([root], buffers: ReadBuffers())
        } catch {
            throw ValidationError("\(RawText.visible(error.path)) \(error.message)")
        }
        let (target, errors) = CapturedTarget.capture(found, name: name)
        for error in errors { complain("preflight: \(RawText.visible(error.path)): \(RawText.visible(error.message))") }
        guard !target.libraries.isEmpty else {
            complain("preflight: \(RawText.visible(root)) has no library where a loader would look; is it the top of a root?")
            throw Status.unknown
        }
        for name in target.machines.keys.sorted() where target.loaders[name] == nil {
            complain(
                "preflight: \(RawText.visible(root)) has libraries for \(name), but no dynamic loader that starts programs with them"
            )
        }
        let sink = try openSink(output)
        sink.write(target.text)
        guard sink.close(output) else { throw Status.unknown }
        if !errors.isEmpty { throw Status.unknown }
    }
}

struct TargetsDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show what a move from one target to another takes away and adds.",
        discussion: """
            Each of the two is a captured file, a root directory, or a release of the matrix, of which only its nodes are \
            known. The status is 1 where the move takes something away.
            """
    )

    @Argument(help: ArgumentHelp("The target to move from.", valueName: "from"), completion: .file())
    var from: String

    @Argument(help: ArgumentHelp("The target to move to.", valueName: "to"), completion: .file())
    var to: String

    @OptionGroup var output: OutputOptions

    func run() throws {
        let (old, new) = (try provisions(from), try provisions(to))
        let difference = TargetDifference(from: old, to: new)
        let sink = try output.sink()
        if output.format == .json {
            DifferenceJSON(sink).write(difference, from: from, to: to)
        } else {
            DifferenceText(sink, output.style).write(difference, from: from, to: to)
        }
        guard sink.close(output.output) else { throw Status.unknown }
        if difference.takesAway { throw Status.findings }
    }

    /// What a captured file, a root or a release of the matrix provides.
    private func provisions(_ word: String) throws -> TargetProvisions {
        if let target = Matrix.builtIn.target(named: word) { return TargetProvisions(target, in: .builtIn) }
        do {
            if let captured = try CapturedTarget.read(word) { return TargetProvisions(captured) }
            let root = try DirectoryRoot([word], buffers: ReadBuffers())
            return TargetProvisions(CapturedTarget.capture(root, name: nil).target)
        } catch {
            throw ValidationError(
                "\(RawText.visible(word)) is no target: \(error.message). `preflight targets` lists the releases; `targets capture` writes a file"
            )
        }
    }
}
