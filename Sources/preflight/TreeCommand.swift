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

    @Option(
        name: .customLong("assume"),
        help: ArgumentHelp("Take for granted: ldconfig (it will have been run in the root).", valueName: "what"),
        completion: .words(Assumption.self))
    var assumeWords: [String] = []

    @Flag(name: .shortAndLong, help: "List every node of an edge, and where was looked before.")
    var verbose = false

    private var assume: [Assumption] { assumeWords.compactMap(Assumption.init) }

    func validate() throws {
        for word in assumeWords { try check(Assumption.self, word, "--assume") }
    }

    func run() throws {
        let source = try inputs.source()
        let buffers = ReadBuffers()
        var places = try places(buffers)
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
                for number in places.indices {
                    try lay(over: &places[number], try item.get().tree?.directory, buffers)
                    let root = places[number].root
                    guard let closure = try Self.closure(item.get(), root, places[number].builder, buffers) else { continue }
                    let path = try item.get().name
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

    /// One root to look into.
    private struct Place {
        var name: String
        var root: DirectoryRoot
        var builder: ClosureBuilder
        /// The package that lies over the root.
        var package: String?
        /// The image or archive that the root is.
        var tree: UnpackedTree?
    }

    /// A place for each root, or for this machine.
    private func places(_ buffers: ReadBuffers) throws -> [Place] {
        do throws(InputError) {
            var made: [Place] = []
            for name in roots.root.isEmpty ? ["/"] : roots.root where !made.contains(where: { $0.name == name }) {
                let tree = try roots.unpacked(name, inputs.unpacker)
                made.append(try place(name, tree, over: nil, buffers))
            }
            return made
        } catch {
            throw ValidationError("\(RawText.visible(error.path)) \(error.message)")
        }
    }

    private func place(
        _ name: String, _ tree: UnpackedTree?, over package: String?, _ buffers: ReadBuffers
    ) throws(InputError) -> Place {
        let root = try DirectoryRoot([package, tree?.directory ?? name].compactMap(\.self), name: name, buffers: buffers)
        var options = roots.options(Set(assume))
        // What installs a package runs ldconfig.
        if package != nil { options.assumesLdconfig = true }
        let machine = try DirectoryRoot(["/"], buffers: buffers)
        let builder = ClosureBuilder(root, outside: machine, options: options, wantsSymbols: false)
        return Place(name: name, root: root, builder: builder, package: package, tree: tree)
    }

    /// Lays the package that an input lies in over a root, or takes it away again; an image is no package over itself.
    private func lay(over place: inout Place, _ package: String?, _ buffers: ReadBuffers) throws(InputError) {
        let wanted = package == place.tree?.directory ? nil : package
        if wanted != place.package { place = try self.place(place.name, place.tree, over: wanted, buffers) }
    }

    private static func closure(
        _ input: Input, _ root: DirectoryRoot, _ builder: ClosureBuilder, _ buffers: ReadBuffers
    ) throws(InputError) -> Closure? {
        do throws(ReadError) {
            return try follow(input, root, builder, buffers)
        } catch {
            if error.kind == .notELF, !input.isNamed { return nil }
            throw InputError(path: input.name, message: error.description)
        }
    }

    private static func follow(
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
