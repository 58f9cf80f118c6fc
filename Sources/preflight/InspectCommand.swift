// `preflight inspect`: everything one object says.

import ArgumentParser
import PreflightCore
import PreflightELF
import PreflightInputs
import PreflightReports
import PreflightTargets

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Show what an object needs, symbol by symbol, and where it runs.",
        discussion: "With --targets it also names the Swift image to build on so that they are all met."
    )

    @OptionGroup var inputs: InputOptions
    @OptionGroup var targets: TargetOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let configuration = try targets.configuration()
        let isChosen = !targets.targets.isEmpty || !configuration.targets.isEmpty
        let selection = isChosen ? try targets.selection(configuration) : nil
        let source = try inputs.source()
        let sink = try output.sink()
        let text = InspectText(sink, output.style)
        let buffers = ReadBuffers()
        var json = JSONWriter(sink)
        var errors: [InputError] = []
        var seen = 0
        if output.format == .json {
            json.begin("{")
            json.head()
            json.key("objects")
            json.begin("[")
        }
        while let item = source.next(), sink.isOpen {
            do throws(InputError) {
                guard let (object, path) = try Self.read(item, buffers) else { continue }
                if output.format == .json {
                    json.object { $0.members(of: object, path: path, isWhole: true) }
                } else {
                    if seen > 0 { sink.write("\n") }
                    text.write(object, path: path, in: .builtIn, chosen: selection)
                }
                seen += 1
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
        if seen == 0, errors.isEmpty { complain("preflight: there is no ELF file among what was named") }
        if seen == 0 || !errors.isEmpty { throw Status.unknown }
    }

    private static func read(
        _ item: Walk.Element, _ buffers: ReadBuffers
    ) throws(InputError) -> (object: Object, path: String)? {
        let input: Input
        switch item {
        case .failure(let error): throw error
        case .success(let found): input = found
        }
        do throws(ReadError) {
            var file = try ObjectFile(path: input.path, isExpectedRegular: !input.isNamed, buffers: buffers)
            try file.read([.definitions, .references, .bindings, .notes])
            return (file.object, input.name)
        } catch {
            if error.kind == .notELF, !input.isNamed { return nil }
            throw InputError(path: input.name, message: error.description)
        }
    }
}
