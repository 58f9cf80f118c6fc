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
        discussion: """
            With --targets it also names the Swift image to build on so that they are all met. Of relocatable objects (.o) \
            and of the members of static archives (.a) it shows what they need from the link and define for it.
            """
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
        let inspector = Inspector()
        var json = JSONWriter(sink)
        var errors: [InputError] = []
        var passedOver: [InputError] = []
        var seen = 0
        if output.format == .json {
            json.begin("{")
            json.head()
            json.key("objects")
            json.begin("[")
        }
        func tell(_ error: InputError, _ suffix: String = "") {
            guard output.format == .text else { return }
            sink.flush()
            complain("preflight: \(RawText.visible(error.path)): \(RawText.visible(error.message))\(suffix)")
        }
        while let item = source.next(), sink.isOpen {
            inspector.inspect(item) { outcome in
                switch outcome {
                case .object(let object, let path):
                    if output.format == .json {
                        json.object { $0.members(of: object, path: path, isWhole: true) }
                    } else {
                        if seen > 0 { sink.write("\n") }
                        text.write(object, path: path, in: .builtIn, chosen: selection)
                    }
                    seen += 1
                case .passedOver(let remark):
                    passedOver.append(remark)
                    tell(remark, "; passed over")
                case .failure(let error):
                    errors.append(error)
                    tell(error)
                }
                return sink.isOpen
            }
        }
        if output.format == .json {
            json.end("]")
            json.errors(passedOver, as: "passedOver")
            json.errors(errors)
            json.end("}")
            sink.write("\n")
        }
        guard sink.close(output.output) else { throw Status.unknown }
        if seen == 0, errors.isEmpty { complain("preflight: there is no ELF file among what was named") }
        if seen == 0 || !errors.isEmpty { throw Status.unknown }
    }
}
