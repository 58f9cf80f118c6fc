// Options that say what makes a run fail, shared by the commands that judge.

import ArgumentParser
import PreflightCore
import PreflightTargets

struct PolicyOptions: ParsableArguments {
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
            "fail, warn or pass: what something that cannot be judged does. Default: fail (status 3).", valueName: "action"),
        completion: .words(OnUnknown.self)
    )
    var onUnknownWord: String?

    func validate() throws {
        try check(FailOn.self, failOnWord, "--fail-on")
        try check(OnUnknown.self, onUnknownWord, "--on-unknown")
    }

    /// The policy of today; the command line goes before the configuration.
    func policy(_ configuration: Configuration = Configuration()) -> Policy {
        var policy = Policy(today: .today)
        policy.failOn = failOnWord.flatMap(FailOn.init) ?? configuration.failOn ?? .error
        policy.onUnknown = onUnknownWord.flatMap(OnUnknown.init) ?? configuration.onUnknown ?? .fail
        return policy
    }
}
