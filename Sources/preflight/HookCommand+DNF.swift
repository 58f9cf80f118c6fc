// `preflight hook dnf`: what Plugins/dnf calls from dnf 4.

import ArgumentParser
import PreflightHooks
import PreflightInputs

struct DNFHookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dnf",
        abstract: "Judge a transaction of dnf 4, which its plugin writes to standard input."
    )

    @OptionGroup var options: HookOptions

    func run() throws {
        try options.run(.dnf) { (session) throws(InputError) in
            let transaction = try Transaction(dnf: try session.standardInput())
            session.root = transaction.root
            return TransactionJudge.judge(transaction, inventory: session.inventory, deadline: session.deadline)
        }
    }
}
