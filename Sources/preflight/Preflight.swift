// The command: reads flags, calls the rooms below, turns outcomes into a status.

import ArgumentParser
import PreflightELF

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

@main
struct Preflight: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preflight",
        abstract: "Will this run there? Judges ELF binaries against Linux releases before they are shipped.",
        discussion: """
            Status: 0 all judged and nothing wrong, 1 findings, 2 usage or configuration error, 3 something could not be \
            judged or there was nothing to check.
            """,
        version: version,
        subcommands: [
            CheckCommand.self, InspectCommand.self, FloorCommand.self, TreeCommand.self, TargetsCommand.self,
            HostCommand.self, HookCommand.self, InitCommand.self, ExplainCommand.self, DiffCommand.self, MergeCommand.self,
            BlameCommand.self,
        ]
    )

    static let version = "0.1.0"

    static func main() {
        // A reader that goes away is no error; without this the signal would end us with status 141.
        signal(SIGPIPE, SIG_IGN)
        let arguments = CommandLine.losslessArguments.dropFirst()
        do {
            var command = try parsed(Array(arguments))
            try command.run()
        } catch let status as Status {
            quit(status)
        } catch {
            leave(with: error)
        }
    }

    /// The command that the arguments ask for.
    ///
    /// A subcommand is parsed by itself first: the parser then takes this command and its list apart no more, which is a third of the
    /// time that one file takes. Whatever it refuses, `--help` too, is parsed as usual, so that messages name the whole command.
    private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
        if let name = arguments.first, let chosen = configuration.subcommands.first(where: { $0._commandName == name }),
            chosen.configuration.subcommands.isEmpty, let command = try? chosen.parseAsRoot(Array(arguments.dropFirst()))
        {
            return command
        }
        return try parseAsRoot(arguments)
    }

    /// Prints what ArgumentParser has to say and leaves with our status: 2 for every wrong use.
    private static func leave(with error: any Error) -> Never {
        let text = fullMessage(for: error)
        if exitCode(for: error) == .success {
            print(text)
            quit(.success)
        }
        complain(text)
        quit(.usage)
    }
}

/// What the command ends with.
enum Status: CInt, Error {
    case success = 0
    case findings = 1
    case usage = 2
    case unknown = 3
}

extension CommandLine {
    /// The arguments as bytes kept in String, so that a path that is no UTF-8 can be opened.
    static var losslessArguments: [String] {
        (0..<Int(argc)).compactMap { index in
            unsafeArgv[index].map { RawText.string(UnsafeRawBufferPointer(start: $0, count: strlen($0))) }
        }
    }
}

/// exit(3), under a name that ArgumentParser's method does not hide.
func quit(_ status: Status) -> Never { quit(status.rawValue) }

/// The same for another program's numbers.
func quit(_ status: CInt) -> Never { exit(status) }

/// Writes one line to standard error.
func complain(_ text: String) {
    var line = Array((text + "\n").utf8)[...]
    while !line.isEmpty {
        let count = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
        if count <= 0 { return }
        line = line.dropFirst(count)
    }
}
