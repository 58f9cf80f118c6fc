// Options that choose targets, and the configuration they may come from, shared by the commands that judge.

public import ArgumentParser
public import PreflightCore
import PreflightELF
import PreflightInputs
import PreflightLoader
public import PreflightReports
import PreflightTargets

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

struct TargetOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Releases, groups and captured files, separated by commas: jammy, el9, supported, glibc>=2.31, !rhel-7, ./my.target. Default: supported.",
            valueName: "names"
        )
    )
    var targets: [String] = []

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp("The day that \"supported\" and \"lts\" refer to. Default: today.", valueName: "YYYY-MM-DD")
    )
    var asOf: String?

    @Option(
        help: ArgumentHelp(
            "The configuration file. Default: .preflight.json in the working directory, if it is there.", valueName: "file"
        )
    )
    var config: String?

    func validate() throws {
        if let asOf, Day(asOf) == nil {
            throw ValidationError("--as-of takes a day such as 2026-11-21, not \"\(RawText.visible(asOf))\".")
        }
    }

    /// The configuration that was named or found, or an empty one.
    func configuration() throws -> Configuration {
        guard let path = configurationPath else { return Configuration() }
        do {
            return try Configuration(path: path)
        } catch {
            throw ValidationError(error.description)
        }
    }

    var configurationPath: String? {
        if let config { return config }
        return RawText.withPath(Configuration.fileName) { access($0, F_OK) } == 0 ? Configuration.fileName : nil
    }

    /// The targets of the command line, else of the configuration, else `supported`.
    ///
    /// - Parameter options: how the loaders of captured targets shall be taken to run.
    func selection(_ configuration: Configuration, options: LoaderOptions = LoaderOptions()) throws -> Selection {
        let names = targets.isEmpty ? (configuration.targets.isEmpty ? ["supported"] : configuration.targets) : targets
        let words = names.flatMap { $0.split(separator: ",").map(String.init) }
        let files = words.filter(Self.isFile)
        let releases = words.filter { !Self.isFile($0) }
        let day = asOf.flatMap { Day($0) } ?? configuration.asOf ?? .today
        do {
            // The matrix is not read for files alone.
            var selection =
                files.isEmpty || !releases.isEmpty
                ? try Matrix.builtIn.select(releases, asOf: day) : Selection(chosen: [], asOf: day, expression: [])
            for file in files where !selection.chosen.contains(where: { $0.target.id == file }) {
                try Self.add(file, to: &selection, options)
            }
            return selection
        } catch let error as SelectionError {
            throw ValidationError(error.description)
        }
    }

    /// A captured target is named by a path; no release has a slash in its name or ends like this.
    private static func isFile(_ word: String) -> Bool {
        !word.hasPrefix("!") && (word.utf8.contains(UInt8(ascii: "/")) || word.hasSuffix(".target"))
    }

    private static func add(_ file: String, to selection: inout Selection, _ options: LoaderOptions) throws {
        do throws(InputError) {
            guard let captured = try CapturedTarget.read(file) else {
                throw InputError(
                    path: file, message: "is no file that `targets capture` has written; a directory is named with --root")
            }
            selection.add(
                .root(id: file, name: captured.name),
                root: RootSource(
                    directories: [], captured: captured, options: options, surroundings: Surroundings(kernel: captured.kernel)
                )
            )
        } catch {
            throw ValidationError("\(RawText.visible(error.path)): \(error.message)")
        }
    }
}

struct OutputOptions: ParsableArguments {
    @Option(help: ArgumentHelp("text or json.", valueName: "format"))
    var format: Format = .text

    @Option(name: .shortAndLong, help: ArgumentHelp("Write the report to FILE instead of standard output.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("auto, always or never; NO_COLOR is honoured.", valueName: "when"))
    var color: ColorChoice = .auto

    enum Format: String, WordArgument {
        case text
        case json
    }

    /// Where the report goes.
    func sink() throws -> Sink { try openSink(output) }

    var style: Style { Style(descriptor: output == nil ? 1 : -1, color: color) }
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

extension Day {
    /// Today in UTC.
    static var today: Day {
        var now = time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        func two(_ value: CInt) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let text = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
        return Day(text) ?? Matrix.builtIn.asOf
    }
}

// Words of the rooms below, taken from the command line by their raw values.
extension ColorChoice: WordArgument {}
extension FailOn: WordArgument {}
extension OnUnknown: WordArgument {}
extension Assumption: WordArgument {}

/// One of a few words. The parser's own way to list them goes through key paths, which took a twentieth of a run on one file.
public protocol WordArgument: ExpressibleByArgument, CaseIterable, RawRepresentable where RawValue == String {}

extension WordArgument {
    /// Its words.
    public static var allValueStrings: [String] { allCases.map { $0.rawValue } }
    /// None has more to say than the word.
    public static var allValueDescriptions: [String: String] { [:] }
    /// The words.
    public static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
    /// The word.
    public var defaultValueDescription: String { rawValue }
}
