// `preflight hook apt`: what Plugins/apt has apt call as DPkg::Pre-Install-Pkgs.

import ArgumentParser
import PreflightHooks
import PreflightInputs

struct APTHookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apt",
        abstract: "Judge what apt is about to have dpkg do, which apt writes to the descriptor APT_HOOK_INFO_FD."
    )

    @OptionGroup var options: HookOptions

    func run() throws {
        let descriptor = HookProcess.descriptor(named: "APT_HOOK_INFO_FD")
        try options.run(.apt) { (session) throws(InputError) in
            let apt = try APTProtocol(try session.input(from: descriptor))
            let database = try DpkgDatabase(apt.database)
            let transaction = try Transaction(apt, database)
            session.root = transaction.root
            var verdict = TreeJudge.judge(
                transaction, .debian(database), inventory: session.inventory, deadline: session.deadline)
            if apt.version == 1, !apt.changes.isEmpty {
                verdict.unknowns.append(
                    InputError(
                        path: "version 1 of apt's protocol",
                        message: "does not tell what is removed; set DPkg::Tools::Options::/usr/bin/timeout::Version to 3"))
            }
            return verdict
        }
    }
}
