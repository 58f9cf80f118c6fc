// `preflight check`: objects against targets.

import ArgumentParser
import PreflightCore
import PreflightELF
import PreflightHost
import PreflightInputs
import PreflightReports
import PreflightTargets

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Judge programs and libraries against Linux releases.",
        discussion: """
            Directories are walked. Without paths, those of the configuration are checked. The report opens with the \
            decision; the status is 0 all good, 1 findings, 2 usage error, 3 something could not be judged or nothing \
            was there.
            """
    )

    @OptionGroup var inputs: InputOptions
    @OptionGroup var targets: TargetOptions
    @OptionGroup var roots: RootOptions
    @OptionGroup var output: OutputOptions

    @Option(
        name: .customLong("build-dir"),
        help: ArgumentHelp(
            "The build that made the objects, such as .build/release: names who references what fails. Default: beside each product.",
            valueName: "dir"
        ), completion: .directory
    )
    var buildDirectory: String?

    @Flag(name: .shortAndLong, help: "Print the decision only.")
    var quiet = false

    @Option(
        name: .customLong("fail-on"),
        help: ArgumentHelp(
            "warning, error or never: the least finding that makes the status 1. Default: error.", valueName: "level"),
        completion: .words(FailOn.self)
    )
    var failOnWord: String?

    @Option(
        name: .customLong("on-unknown"),
        help: ArgumentHelp(
            "fail, warn or pass: what an object that cannot be judged does. Default: fail (status 3).", valueName: "action"),
        completion: .words(OnUnknown.self)
    )
    var onUnknownWord: String?

    @Option(
        name: .customLong("assume"),
        help: ArgumentHelp(
            "Take for granted: swift-runtime (the run image is a Swift one) or ldconfig (it was run in the root). May be repeated.",
            valueName: "what"), completion: .words(Assumption.self))
    var assumeWords: [String] = []

    @Flag(name: .customLong("no-host"), help: "Do not judge this machine, though the configuration has expectations of it.")
    var noHost = false

    @Flag(
        name: .customLong("list-products"),
        help: ArgumentHelp(
            "Judge nothing: check options and configuration, and print the products that the configuration names.",
            visibility: .hidden
        )
    )
    var listsProducts = false

    private var failOn: FailOn? { failOnWord.flatMap(FailOn.init) }
    private var onUnknown: OnUnknown? { onUnknownWord.flatMap(OnUnknown.init) }
    private var assume: [Assumption] { assumeWords.compactMap(Assumption.init) }

    func validate() throws {
        try check(FailOn.self, failOnWord, "--fail-on")
        try check(OnUnknown.self, onUnknownWord, "--on-unknown")
        for word in assumeWords { try check(Assumption.self, word, "--assume") }
    }

    func run() throws {
        let configuration = try targets.configuration()
        let assumptions = Set(assume + configuration.assume)
        // With roots alone nobody asked for releases.
        var selection =
            roots.root.isEmpty || !targets.targets.isEmpty
            ? try targets.selection(configuration, options: roots.options(assumptions))
            : Selection(chosen: [], asOf: .today, expression: [])
        let trees = try roots.add(to: &selection, assumptions, inputs.unpacker)
        let chosen = selection
        if listsProducts {
            for product in configuration.products { print(product) }
            return
        }
        let host = try noHost ? nil : hostReport(configuration)
        var policy = Policy(today: .today)
        policy.failOn = failOn ?? configuration.failOn ?? .error
        policy.onUnknown = onUnknown ?? configuration.onUnknown ?? .fail
        policy.waivers = configuration.waivers
        policy.assumptions = assumptions
        // A root without paths is judged whole.
        let isWhole = configuration.paths.isEmpty && inputs.paths.isEmpty && inputs.filesFrom == nil
        let directories = roots.root.filter { root in !trees.contains { $0.name == root } }
        let source = try inputs.source(
            defaults: configuration.paths.isEmpty ? directories : configuration.paths, excluding: configuration.exclude,
            trees: isWhole ? trees : []
        )
        let sink = try output.sink()

        var summary = Summary(chosen, policy)
        summary.host = host
        var report: any Report =
            output.format == .json
            ? JSONReport(sink, summary)
            : TextReport(
                sink, output.style, isQuiet: quiet, targets: chosen.chosen.map(\.target), complain: complain
            )
        var progress = Progress()
        let wantsSymbols = output.format == .json
        let buildDirectory = buildDirectory
        inOrder(
            workers: inputs.workerCount,
            // Large enough that threads seldom wait for each other, small enough that verdicts in flight stay few megabytes.
            batchSize: chosen.chosen.count > 64 ? 3 : max(8, min(64, 1280 / chosen.chosen.count)),
            next: source.next,
            makeWorker: {
                do throws(InputError) {
                    return try Checker(chosen, policy, wantsSymbols: wantsSymbols, buildDirectory: buildDirectory).check
                } catch {
                    return { [error] _ in .failure(error) }
                }
            },
            deliver: { outcome in
                summary.add(outcome)
                report.add(outcome)
                progress.step()
                return sink.isOpen
            }
        )
        // Unpacked roots are removed when nobody holds them any more.
        withExtendedLifetime(trees) {}
        progress.clear()
        report.finish(summary)
        guard sink.close(output.output) else { throw Status.unknown }
        if let status = Status(rawValue: CInt(summary.status)), status != .success { throw status }
    }

    /// What the configuration expects of the machine that this runs on, judged; nil where it expects nothing.
    private func hostReport(_ configuration: Configuration) throws -> HostReport? {
        do throws(ExpectationError) {
            let expectations = try Profile.expectations(of: configuration.hostProfiles) + configuration.hostExpectations
            return expectations.isEmpty ? nil : try HostReport(Host(), expectations, whole: false)
        } catch {
            throw ValidationError(error.description)
        }
    }
}
