// `preflight tree`: what a loader would load with an object, and from where.

import ArgumentParser
import PreflightCore
import PreflightELF
import PreflightInputs
import PreflightLoader
import PreflightReports

struct TreeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tree",
        abstract: "Show the libraries that would be loaded with an object, as a tree.",
        discussion: """
            Each library with the file it is, why it is taken from there, and the newest nodes that are needed of it. \
            Nothing is run. Without --root it is this machine's loader that is followed. The status is 1 where a library \
            or a node is missing.
            """
    )

    @OptionGroup var inputs: InputOptions
    @OptionGroup var roots: RootOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp("Take for granted: ldconfig (it will have been run in the root).", valueName: "what"))
    var assume: [Assumption] = []

    @Flag(name: .shortAndLong, help: "List every node of an edge, and where was looked before.")
    var verbose = false

    func run() throws {
        let source = try inputs.source()
        let buffers = ReadBuffers()
        let trees = try builders(buffers)
        let sink = try output.sink()
        let text = TreeText(sink, output.style, isVerbose: verbose)
        var json = JSONWriter(sink)
        if output.format == .json {
            json.begin("{")
            json.head()
            json.key("trees")
            json.begin("[")
        }
        var errors: [InputError] = []
        var seen = 0
        var hasMissing = false
        while let item = source.next(), sink.isOpen {
            do throws(InputError) {
                for (root, builder) in trees {
                    guard let closure = try Self.closure(item, root, builder, buffers) else { continue }
                    let path = (try? item.get().name) ?? ""
                    if output.format == .json {
                        json.object { $0.members(of: closure, path: path, root: root.name) }
                    } else {
                        if seen > 0 { sink.write("\n") }
                        text.write(closure, path: path, root: root.name)
                    }
                    seen += 1
                    hasMissing = hasMissing || !closure.missing.isEmpty || closure.hasMissingNodes
                }
            } catch {
                errors.append(error)
                if output.format == .text {
                    sink.flush()
                    complain("preflight: \(RawText.visible(error.path)): \(RawText.visible(error.message))")
                }
            }
        }
        if output.format == .json {
            json.end("]")
            json.errors(errors)
            json.end("}")
            sink.write("\n")
        }
        guard sink.close(output.output) else { throw Status.unknown }
        if hasMissing { throw Status.findings }
        if seen == 0, errors.isEmpty { complain("preflight: there is no dynamic object among what was named") }
        if seen == 0 || !errors.isEmpty { throw Status.unknown }
    }

    /// A builder for each root, or for this machine.
    private func builders(_ buffers: ReadBuffers) throws -> [(root: DirectoryRoot, builder: ClosureBuilder)] {
        let directories = roots.root.isEmpty ? ["/"] : roots.root
        let options = roots.options(Set(assume))
        do {
            let machine = try DirectoryRoot(["/"], buffers: buffers)
            var made: [(root: DirectoryRoot, builder: ClosureBuilder)] = []
            for directory in directories {
                let root = try DirectoryRoot([directory], buffers: buffers)
                made.append((root, ClosureBuilder(root, outside: machine, options: options, wantsSymbols: false)))
            }
            return made
        } catch {
            throw ValidationError("\(RawText.visible(error.path)) \(error.message)")
        }
    }

    private static func closure(
        _ item: Walk.Element, _ root: DirectoryRoot, _ builder: ClosureBuilder, _ buffers: ReadBuffers
    ) throws(InputError) -> Closure? {
        let input: Input
        switch item {
        case .failure(let error): throw error
        case .success(let found): input = found
        }
        do throws(ReadError) {
            return try closure(input, root, builder, buffers)
        } catch {
            if error.kind == .notELF, !input.isNamed { return nil }
            throw InputError(path: input.name, message: error.description)
        }
    }

    private static func closure(
        _ input: Input, _ root: DirectoryRoot, _ builder: ClosureBuilder, _ buffers: ReadBuffers
    ) throws(ReadError) -> Closure {
        var file = try ObjectFile(path: input.path, isExpectedRegular: !input.isNamed, buffers: buffers)
        let object = file.object
        let subject = try root.subject(&file, path: input.path, wantsSymbols: false)
        guard object.isDynamic else {
            throw ReadError(.notELF, "loads no libraries: it is a \(object.kind.rawValue) file")
        }
        let closure = builder.closure(of: subject)
        if closure.loaderPath != nil { return closure }
        let loader = object.interpreter.map { " (\(RawText.visible($0)))" } ?? ""
        throw ReadError(
            .missing, "cannot be followed: \(root.name) has no dynamic loader for \(object.machine.name)\(loader)"
        )
    }
}
