// `preflight hook alpm`: what Plugins/alpm has libalpm call. A hook gets the names of packages on standard input and is not told what
// happens to them, so a first hook, for removals alone, leaves their names for the second.

import ArgumentParser
import PreflightHooks
import PreflightInputs

struct ALPMHookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alpm",
        abstract: "Judge a transaction of libalpm (pacman), which writes the names of packages to standard input."
    )

    @OptionGroup var options: HookOptions

    @Flag(help: "The names are those of packages that go; they are kept for the hook that judges.")
    var removed = false

    func run() throws {
        try options.run(.alpm) { (session) throws(InputError) in
            let input = try session.standardInput()
            let names = try ALPMDatabase.names(input)
            let database = try ALPMDatabase()
            guard !removed else {
                try session.keep(Array("\(database.transactionMark)\n".utf8) + input, as: ALPMDatabase.removedFile)
                return HookVerdict(basis: "what goes is noted for the hook that judges")
            }
            let gone = try database.removed(try session.kept(ALPMDatabase.removedFile))
            let transaction = try database.transaction(names, removed: gone)
            return TreeJudge.judge(
                transaction, .archives, inventory: session.inventory, deadline: session.deadline)
        }
    }
}
