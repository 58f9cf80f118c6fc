// Options that say how and where reports are written, shared by all commands.

import ArgumentParser
import PreflightCore
import PreflightELF
import PreflightReports

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// For commands that know every format of reports, several at once.
struct ReportOptions: ParsableArguments {
    @Option(
        name: .customLong("format"),
        help: ArgumentHelp(
            "NAME or NAME:FILE, with NAME one of \(ReportFormat.all.map(\.name).joined(separator: ", ")). May be repeated; one at most goes to standard output. Default: text.",
            valueName: "format"),
        completion: .list(ReportFormat.all.map(\.name))
    )
    var words: [String] = []

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write the report that has no FILE of its own to this one.", valueName: "file"), completion: .file())
    var output: String?

    @Option(
        name: .customLong("color"),
        help: ArgumentHelp("auto, always or never; NO_COLOR and FORCE_COLOR are honoured.", valueName: "when"),
        completion: .words(ColorChoice.self)
    )
    var colorWord = "auto"

    /// A format and the file it goes to, nil for standard output.
    struct Destination {
        var format: ReportFormat
        var path: String?
    }

    /// What was asked for.
    var destinations: [Destination] {
        (words.isEmpty ? ["text"] : words).compactMap { word in
            let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let format = ReportFormat.named(parts[0]) else { return nil }
            let path = parts.count > 1 ? parts[1] : output
            return Destination(format: format, path: path == "-" ? nil : path)
        }
    }

    /// Whether a format shows the symbols behind every need.
    var wantsSymbols: Bool { destinations.contains { $0.format.wantsSymbols } }

    /// Whether a report appears on a terminal while work goes on: text comes at the end, most others object by object.
    var writesToTerminal: Bool {
        isatty(1) == 1 && destinations.contains { $0.path == nil && $0.format.name != "text" }
    }

    /// Whether a format is for programs, which take all there is.
    var wantsAll: Bool { destinations.contains { $0.format.name == "json" || $0.format.name == "ndjson" } }

    func validate() throws {
        try check(ColorChoice.self, colorWord, "--color")
        for word in words {
            let name = String(word.prefix { $0 != ":" })
            if word.hasSuffix(":") {
                throw ValidationError("--format \(RawText.visible(word)): the name of the file is missing.")
            }
            guard ReportFormat.named(name) == nil else { continue }
            let known = ReportFormat.all.map(\.name)
            let near = nearest(to: name, among: known)
            throw ValidationError(
                "--format takes \(known.joined(separator: ", ")), not \"\(RawText.visible(name))\""
                    + (near.isEmpty ? "." : "; did you mean \(near[0])?"))
        }
        let places = destinations
        let unnamed = places.filter { $0.path == nil }.map(\.format.name)
        if unnamed.count > 1 {
            throw ValidationError(
                "\(unnamed.joined(separator: " and ")) cannot both go to standard output; name a file: --format \(unnamed[1]):FILE."
            )
        }
        var seen: Set<String> = []
        for path in places.compactMap(\.path) where !seen.insert(path).inserted {
            throw ValidationError("Two formats go to \(RawText.visible(path)); name a file for each: --format NAME:FILE.")
        }
    }

    /// What reports of `plan` know beforehand.
    func context(_ plan: Summary) -> ReportContext {
        ReportContext(
            plan: plan, style: Style(descriptor: -1, color: color), version: Preflight.version, directory: workingDirectory,
            environment: { name in getenv(name).map { String(cString: $0) } }, complain: complain)
    }

    /// Opens all that was asked for, so that a file that cannot be written stops the run before the work.
    func open(_ context: ReportContext) throws -> OpenReports {
        var reports: [any Report] = []
        var sinks: [(sink: Sink, path: String?)] = []
        for place in destinations {
            let sink = try openSink(place.path)
            var context = context
            if place.path == nil { context.style = Style(descriptor: 1, color: color) }
            reports.append(place.format.make(sink, context))
            sinks.append((sink, place.path))
        }
        return OpenReports(report: reports.count == 1 ? reports[0] : ReportSet(reports), sinks: sinks)
    }

    /// Ends with the status of `summary`: nagios' own where nagios reads standard output.
    func leave(_ summary: Summary) throws {
        if destinations.contains(where: { $0.format.name == NagiosReport.name && $0.path == nil }) {
            quit(CInt(NagiosReport.status(summary)))
        }
        if let status = Status(rawValue: CInt(summary.status)), status != .success { throw status }
    }

    private var color: ColorChoice { ColorChoice(rawValue: colorWord) ?? .auto }

    /// The working directory, empty where it has gone.
    private var workingDirectory: String {
        guard let name = getcwd(nil, 0) else { return "" }
        defer { free(name) }
        return RawText.string(UnsafeRawBufferPointer(start: name, count: strlen(name)))
    }
}

/// Reports that are being written.
struct OpenReports {
    var report: any Report
    fileprivate let sinks: [(sink: Sink, path: String?)]

    fileprivate init(report: any Report, sinks: [(sink: Sink, path: String?)]) {
        self.report = report
        self.sinks = sinks
    }

    /// Whether anybody still reads any of them.
    var isOpen: Bool { sinks.contains { $0.sink.isOpen } }

    /// Flushes all.
    ///
    /// - Returns: false where one is not whole for another reason than a reader that went away.
    func close() -> Bool {
        var isWhole = true
        for (sink, path) in sinks where !sink.close(path) { isWhole = false }
        return isWhole
    }
}

/// For commands that know text and JSON.
struct OutputOptions: ParsableArguments {
    @Option(
        name: .customLong("format"), help: ArgumentHelp("text or json.", valueName: "format"), completion: .words(Format.self))
    var formatWord = "text"

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Write the report to FILE instead of standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(
        name: .customLong("color"),
        help: ArgumentHelp("auto, always or never; NO_COLOR and FORCE_COLOR are honoured.", valueName: "when"),
        completion: .words(ColorChoice.self))
    var colorWord = "auto"

    enum Format: String, CaseIterable {
        case text
        case json
    }

    var format: Format { Format(rawValue: formatWord) ?? .text }
    private var color: ColorChoice { ColorChoice(rawValue: colorWord) ?? .auto }

    func validate() throws {
        try check(Format.self, formatWord, "--format")
        try check(ColorChoice.self, colorWord, "--color")
    }

    /// Where the report goes.
    func sink() throws -> Sink { try openSink(output) }

    var style: Style { Style(descriptor: output == nil ? 1 : -1, color: color) }
}

/// For commands that know text, JSON and Markdown.
struct ProseOptions: ParsableArguments {
    @Option(
        name: .customLong("format"), help: ArgumentHelp("text, json or markdown.", valueName: "format"),
        completion: .words(Format.self))
    var formatWord = "text"

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Write to FILE instead of standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(
        name: .customLong("color"),
        help: ArgumentHelp("auto, always or never; NO_COLOR and FORCE_COLOR are honoured.", valueName: "when"),
        completion: .words(ColorChoice.self))
    var colorWord = "auto"

    enum Format: String, CaseIterable {
        case text
        case json
        case markdown
    }

    var format: Format { Format(rawValue: formatWord) ?? .text }

    func validate() throws {
        try check(Format.self, formatWord, "--format")
        try check(ColorChoice.self, colorWord, "--color")
    }

    /// Where it goes.
    func sink() throws -> Sink { try openSink(output) }

    var style: Style { Style(descriptor: output == nil ? 1 : -1, color: ColorChoice(rawValue: colorWord) ?? .auto) }
}

/// The file `path`, or standard output.
func openSink(_ path: String?) throws -> Sink {
    guard let path, path != "-" else { return Sink(descriptor: 1) }
    do throws(Sink.Failure) {
        return try Sink(path: path)
    } catch {
        guard case .failed(let why) = error else { throw Status.usage }
        throw ValidationError("\(RawText.visible(path)): cannot be written: \(why)")
    }
}

extension Sink {
    /// Flushes, and says what could not be written.
    ///
    /// - Returns: false where the report is not whole for another reason than a reader that went away.
    func close(_ output: String?) -> Bool {
        flush()
        guard case .failed(let why) = failure else { return true }
        complain("preflight: \(RawText.visible(output ?? "standard output")): cannot be written: \(why)")
        return false
    }
}
