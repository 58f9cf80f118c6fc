// `preflight blame`: who references symbols of a product that was built here, as JSON. Hidden: `check --build-dir` tells it to people.

import ArgumentParser
import PreflightCore
import PreflightELF
import PreflightReports

struct BlameCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "blame",
        abstract: "Name the objects and archive members that reference a product's symbols.",
        shouldDisplay: false
    )

    @Argument(help: ArgumentHelp("The linked program or library.", valueName: "product"), completion: .file())
    var product: String

    @Argument(help: ArgumentHelp("Symbols, without version; default: all that carry a version.", valueName: "symbol"))
    var symbols: [String] = []

    @Option(
        name: .customLong("build-dir"),
        help: ArgumentHelp("What built it, such as .build/release; default: where the product lies.", valueName: "directory"),
        completion: .directory)
    var buildDirectory: String?

    @OptionGroup var output: OutputOptions

    func run() throws {
        let index: BlameIndex
        let asked: [String]
        do {
            index = try BlameIndex(product: product, buildDirectory: buildDirectory)
            var file = try ObjectFile(path: product, buffers: ReadBuffers())
            try file.read(.references)
            asked = symbols.isEmpty ? file.object.symbols.filter { ($0.version ?? 0) > 1 }.map(\.name) : symbols
        } catch {
            complain("preflight: \(error)")
            throw Status.unknown
        }
        let sink = try output.sink()
        var json = JSONWriter(sink)
        json.object { document in
            document.head()
            document.key("product")
            document.string(product)
            document.key("linked")
            document.strings(index.inputs.map { input in input.file + (input.member.map { "(\($0))" } ?? "") })
            document.uses(index.users(of: asked))
            document.key("remarks")
            document.strings(index.remarks)
        }
        sink.write("\n")
        guard sink.close(output.output) else { throw Status.unknown }
    }
}
