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
    @OptionGroup var output: ReportOptions

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

    @OptionGroup var policyOptions: PolicyOptions

    @Option(
        name: .customLong("assume"),
        help: ArgumentHelp(
            "Take for granted: swift-runtime (the run image is a Swift one) or ldconfig (it was run in the root). May be repeated.",
            valueName: "what"), completion: .words(Assumption.self))
    var assumeWords: [String] = []

    @Option(
        help: ArgumentHelp("Findings in this file are known: only new ones count.", valueName: "file"), completion: .file())
    var baseline: String?

    @Option(
        name: .customLong("write-baseline"),
        help: ArgumentHelp("Write what is found to FILE, for --baseline; it counts as known in this run.", valueName: "file"),
        completion: .file())
    var writeBaseline: String?

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

    private var assume: [Assumption] { assumeWords.compactMap(Assumption.init) }

    func validate() throws {
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
        var policy = policyOptions.policy(configuration)
        policy.waivers = configuration.waivers
        policy.assumptions = assumptions
        // A root without paths is judged whole.
        let isWhole = configuration.paths.isEmpty && inputs.paths.isEmpty && inputs.filesFrom == nil
        let directories = roots.root.filter { root in !trees.contains { $0.name == root } }
        let source = try inputs.source(
            defaults: configuration.paths.isEmpty ? directories : configuration.paths, excluding: configuration.exclude,
            trees: isWhole ? trees : []
        )
        policy.baseline = try baseline.map { path in try readNamed { () throws(InputError) in try Baseline(path: path) } }
        policy.takesAllAsKnown = writeBaseline != nil

        var summary = Summary(chosen, policy)
        summary.host = host
        var context = output.context(summary)
        context.isQuiet = quiet
        let reports = try output.open(context)
        var report = reports.report
        var found = Baseline()
        let keepsFindings = writeBaseline != nil
        var progress = Progress(
            paths: inputs.filesFrom == nil ? inputs.named(configuration.paths.isEmpty ? directories : configuration.paths) : [],
            excluding: inputs.exclusions(configuration.exclude), isAllowed: !output.writesToTerminal)
        let wantsSymbols = output.wantsSymbols
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
                if keepsFindings, case .object(let object) = outcome { found.add(object) }
                progress.step()
                // A baseline of half a run would make the other half new.
                return reports.isOpen || keepsFindings
            }
        )
        // Unpacked roots are removed when nobody holds them any more.
        withExtendedLifetime(trees) {}
        progress.clear()
        report.finish(summary)
        guard reports.close() else { throw Status.unknown }
        if let writeBaseline { try write(found, to: writeBaseline) }
        try output.leave(summary)
    }

    /// At the end only: an interrupted run leaves the old baseline.
    private func write(_ baseline: Baseline, to path: String) throws {
        let sink = try openSink(path)
        BaselineFile.write(baseline, to: sink)
        guard sink.close(path) else { throw Status.unknown }
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
