// `preflight hook dnf5`: what Plugins/dnf5 has dnf5's actions plugin call.

import ArgumentParser
import PreflightHooks
import PreflightInputs

struct DNF5HookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dnf5",
        abstract: "Judge a transaction of dnf5, whose actions plugin is asked in its JSON mode on standard output and input."
    )

    @OptionGroup var options: HookOptions

    func run() throws {
        let conversation = DNF5Conversation()
        var lines: [String] = []
        let answer = options.answer(.dnf5, say: { lines.append($0) }) { (session) throws(InputError) in
            let transaction = try conversation.transaction(session.deadline)
            session.root = transaction.root
            return TransactionJudge.judge(transaction, inventory: session.inventory, deadline: session.deadline)
        }
        // Standard output is the plugin's; people read the log of dnf5 and the terminal, which standard error is.
        for line in lines { HookProcess.complain(line) }
        let time = Deadline(milliseconds: 500)
        guard answer == .stop else {
            for line in lines { _ = try? conversation.ask(DNF5Protocol.log("WARNING", line), time) }
            return
        }
        _ = try? conversation.ask(DNF5Protocol.error(lines.joined(separator: " ")), time)
        throw Status.findings
    }
}
