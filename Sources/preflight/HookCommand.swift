// `preflight hook`: what package managers and deployment tools call before they change a system. One file for each host beside this one.

import ArgumentParser
import PreflightCore
import PreflightELF
import PreflightHooks
import PreflightInputs

struct HookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hook",
        abstract: "Stop an update under which programs outside of packages would not start any more.",
        discussion: """
            A hook is called by its host and answers 0 (go on) or 1 (stop). PREFLIGHT_SKIP=1 lets one run pass unjudged. Every \
            decision leaves a line in the journal, and last-verdict.json in the state directory.
            """,
        subcommands: [
            DNFHookCommand.self, DNF5HookCommand.self, APTHookCommand.self, ALPMHookCommand.self, OSTreeHookCommand.self,
            GreenbootHookCommand.self, HookInstallCommand.self, HookUninstallCommand.self,
        ]
    )
}

/// What every hook takes.
struct HookOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How long it may take: 4s, 2500ms. Default: the host's.", valueName: "time"))
    var deadline: TimeSpan?

    @Option(
        name: .customLong("on-unknown"),
        help: ArgumentHelp(
            "fail, warn or pass: what an update does that cannot be judged. Default: the host's.", valueName: "action"),
        completion: .words(OnUnknown.self))
    var onUnknownWord: String?

    @Flag(name: .customLong("report-only"), help: "Tell, and never stop.")
    var reportOnly = false

    @Option(
        help: ArgumentHelp(
            "The configuration file. Default: \(HookSession.configurationPath), if it is there.", valueName: "file"),
        completion: .file())
    var config: String?

    @Option(
        name: .customLong("state-directory"),
        help: ArgumentHelp(
            "Where the inventory and the last verdict are kept. Default: \(StateDirectory.standard).", valueName: "dir"),
        completion: .directory)
    var state: String?

    func validate() throws { try check(OnUnknown.self, onUnknownWord, "--on-unknown") }

    /// Runs the hook of `host` and ends with its answer.
    func run(_ host: HookHost, _ judge: (HookSession) throws(InputError) -> HookVerdict) throws {
        if answer(host, say: { print($0) }, judge) == .stop { throw Status.findings }
    }

    /// Runs the hook of `host`; `say` gets the lines for whoever started the update.
    func answer(
        _ host: HookHost, say: (String) -> Void, _ judge: (HookSession) throws(InputError) -> HookVerdict
    ) -> HookAnswer {
        var settings = HookSettings()
        settings.isSkipped = HookProcess.enter()
        settings.milliseconds = deadline?.milliseconds
        settings.onUnknown = onUnknownWord.flatMap(OnUnknown.init)
        settings.isReportOnly = reportOnly
        settings.configuration = config
        settings.state = state
        return HookSession(host, settings).run(say: say, judge)
    }
}

/// A time as people write it: `4s`, `2.5s`, `2500ms`, `4`.
struct TimeSpan: ExpressibleByArgument {
    let milliseconds: Int

    init?(argument: String) {
        let text = argument.lowercased()
        let factor = text.hasSuffix("ms") ? 1.0 : 1000.0
        let digits = text.hasSuffix("ms") ? text.dropLast(2) : text.hasSuffix("s") ? text.dropLast() : text[...]
        guard digits.allSatisfy({ ("0"..."9").contains($0) || $0 == "." }), let number = Double(digits), number > 0,
            number * factor <= 3_600_000, number * factor >= 1
        else { return nil }
        milliseconds = Int(number * factor)
    }
}
