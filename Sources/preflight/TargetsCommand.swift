// `preflight targets`: the matrix.

import ArgumentParser
import PreflightCore
import PreflightReports
import PreflightTargets

struct TargetsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "targets",
        abstract: "List the Linux releases that are known, or show one.",
        discussion: """
            Names, aliases and groups are taken: jammy, el9, al2023, supported, lts, swift, manylinux_2_28, glibc>=2.31. \
            Without any, all are listed.
            """,
        subcommands: [List.self, Show.self, CaptureCommand.self, TargetsDiffCommand.self],
        defaultSubcommand: List.self
    )

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List releases as a table.")

        @Argument(help: ArgumentHelp("Names and groups; default: all.", valueName: "name"), completion: .custom(completeTargets))
        var names: [String] = []

        @OptionGroup var targets: TargetOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            var options = targets
            options.targets += names
            if options.targets.isEmpty { options.targets = ["all"] }
            let selection = try options.selection(.init())
            let sink = try output.sink()
            if output.format == .json {
                TargetsJSON(sink).list(selection.chosen.map(\.target), in: .builtIn)
            } else {
                TargetsText(sink, output.style).table(selection.chosen.map(\.target), in: .builtIn, asOf: selection.asOf)
            }
            guard sink.close(output.output) else { throw Status.unknown }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Show all that is known of one release.")

        @Argument(help: ArgumentHelp("A release by name or alias.", valueName: "name"), completion: .custom(completeTargets))
        var names: [String]

        @OptionGroup var output: OutputOptions

        func run() throws {
            var targets: [Target] = []
            for name in names {
                do {
                    targets += try Matrix.builtIn.select([name], asOf: .today).chosen.map(\.target)
                } catch {
                    throw ValidationError(error.description)
                }
            }
            let sink = try output.sink()
            if output.format == .json {
                TargetsJSON(sink).list(targets, in: .builtIn)
            } else {
                for target in targets { TargetsText(sink, output.style).show(target, in: .builtIn) }
            }
            guard sink.close(output.output) else { throw Status.unknown }
        }
    }
}
