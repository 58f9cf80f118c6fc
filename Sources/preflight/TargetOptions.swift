// Options that choose targets, and the configuration they may come from, shared by the commands that judge.

import ArgumentParser
import PreflightCore
import PreflightELF
import PreflightInputs
import PreflightLoader
import PreflightReports
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
        ),
        completion: .custom(completeTargets)
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
        ),
        completion: .file()
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

/// Refuses a word that is none of `words`; nil is no word at all.
///
/// The parser could do this for options of such types, but the run time searches the conformances of the whole program for each type
/// of option, several times: words cost a tenth of a run on one file less.
func check<Word: RawRepresentable & CaseIterable>(_ words: Word.Type, _ text: String?, _ option: String) throws
where Word.RawValue == String {
    guard let text, Word(rawValue: text) == nil else { return }
    let known = words.allCases.map(\.rawValue)
    let near = nearest(to: text, among: known)
    throw ValidationError(
        "\(option) takes \(known.joined(separator: ", ")), not \"\(RawText.visible(text))\""
            + (near.isEmpty ? "." : "; did you mean \(near[0])?"))
}
