// Judges the root that was just booted: a last look, when the update is there already and the one before it can still be had back.

internal import PreflightELF
public import PreflightInputs
internal import PreflightLoader

/// Judges booted roots for greenboot.
public enum GreenbootHook {
    /// Judges the local programs in `root`.
    ///
    /// - Throws: ``InputError`` where the root cannot be read.
    public static func judge(_ session: HookSession, root: String) throws(InputError) -> HookVerdict {
        session.root = root
        let place = try DirectoryRoot([root], name: root == "/" ? "this system" : root, buffers: ReadBuffers())
        let inventory = session.inventory()
        let judge = RootJudge(place, current: nil, kernel: nil, assumesLdconfig: false, deadline: session.deadline)
        var verdict = judge.verdict(on: inventory.objects, basis: "all local programs start", shown: { $0 })
        verdict.notes += inventory.notes
        verdict.unknowns += inventory.problems
        if !inventory.coverage.isWhole {
            verdict.unknowns.append(
                InputError(
                    path: "local programs", message: "the time of \(session.deadline.words) is up: \(inventory.coverage.words)"))
        }
        return verdict
    }
}
