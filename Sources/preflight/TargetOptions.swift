// Options that choose targets, and the configuration they may come from, shared by the commands that judge.

public import ArgumentParser
public import PreflightCore
import PreflightELF
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
            "Releases and groups, separated by commas: jammy, el9, supported, glibc>=2.31, !rhel-7. Default: supported.",
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
    func selection(_ configuration: Configuration) throws -> Selection {
        let names = targets.isEmpty ? (configuration.targets.isEmpty ? ["supported"] : configuration.targets) : targets
        do {
            return try Matrix.builtIn.select(names, asOf: asOf.flatMap { Day($0) } ?? configuration.asOf ?? .today)
        } catch {
            throw ValidationError(error.description)
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

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    /// Where the report goes.
    func sink() throws -> Sink {
        guard let output, output != "-" else { return Sink(descriptor: 1) }
        do throws(Sink.Failure) {
            return try Sink(path: output)
        } catch {
            guard case .failed(let why) = error else { throw Status.usage }
            throw ValidationError("\(RawText.visible(output)): cannot be written: \(why)")
        }
    }

    var style: Style { Style(descriptor: output == nil ? 1 : -1, color: color) }
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
extension ColorChoice: ExpressibleByArgument {}
extension FailOn: ExpressibleByArgument {}
extension OnUnknown: ExpressibleByArgument {}
extension Assumption: ExpressibleByArgument {}
