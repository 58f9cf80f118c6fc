// Puts programs outside of packages into the root that they will run in: all that their loader would load there, symbol by symbol. What is
// no worse than it is now, no update has to answer for.

internal import PreflightCore
internal import PreflightELF
internal import PreflightInputs
internal import PreflightLoader
internal import PreflightTargets

/// Judges local objects in one root.
struct RootJudge {
    private let root: any Root
    private let judge: ClosureJudge
    /// The root as it is now.
    private let current: (root: any Root, judge: ClosureJudge)?
    private let deadline: Deadline

    /// A judge for `root`.
    ///
    /// - Parameters:
    ///   - current: the root that the objects run in now; nil where everything that is wrong counts.
    ///   - kernel: that of `root`, where it is known.
    ///   - assumesLdconfig: its cache is not there yet.
    init(_ root: any Root, current: (any Root)?, kernel: Version?, assumesLdconfig: Bool, deadline: Deadline) {
        self.root = root
        judge = .onThisMachine(root, kernel: kernel, assumesLdconfig: assumesLdconfig)
        self.current = current.map { ($0, .onThisMachine($0, kernel: nil, assumesLdconfig: false)) }
        self.deadline = deadline
    }

    /// Judges `objects`, and says of each what `shown` calls it.
    func verdict(on objects: [LocalObject], basis: String, shown: (String) -> String) -> HookVerdict {
        var verdict = HookVerdict(basis: basis)
        var done = 0
        var old: [String] = []
        for object in objects {
            if deadline.isOver { break }
            done += 1
            let path = shown(object.path)
            switch root.load(object.path, wantsSymbols: true) {
            case .missing: continue  // It went away since it was listed.
            case .refused(let why): verdict.unknowns.append(InputError(path: path, message: why))
            case .object(let file):
                guard file.object.kind == .executable || file.object.kind == .shared else { continue }
                let reasons = self.reasons(file, judge)
                guard !reasons.isEmpty else { continue }
                let before = current.map { self.reasons(object.path, in: $0) } ?? []
                let (new, known) = (reasons.filter { !$0.isAmong(before) }, reasons.filter { $0.isAmong(before) })
                if new.isEmpty, known.contains(where: \.verdict.isFailure) { old.append(path) }
                // What loads a library may bring what it seems to lack; only a root in which it had all of it shows that this is not so.
                let isProof = current != nil || file.object.kind == .executable
                // One that seems to miss a library may be started with a search path that nobody sees here.
                let startsNow = !before.contains { $0.verdict == .failsAtLoad && !$0.rule.dependsOnOthers }
                verdict.take(new, of: path, file.object) { startsNow && (isProof || !$0.rule.dependsOnOthers) }
                // No loader at all, now as then: another machine's program. All else that is not known may be known to the
                // administrator, who can exclude it.
                verdict.take(
                    known.filter { reason in
                        reason.verdict == .unknown && !(reason.rule == .noData && judge.builder.closure(of: file).libC == nil)
                    }, of: path, file.object
                ) { _ in false }
            }
        }
        verdict.coverage = Coverage(checked: done, total: objects.count)
        if done < objects.count {
            verdict.unknowns.append(
                InputError(
                    path: "local programs",
                    message: "the time of \(deadline.words) is up: checked \(done) of \(objects.count) programs"))
        }
        if let first = old.first {
            let others = old.count > 1 ? " and \(old.count - 1) more" : ""
            verdict.notes.append("\(first)\(others) would not start, and \(old.count > 1 ? "do" : "does") not now")
        }
        return verdict
    }

    private func reasons(_ file: Loadable, _ judge: ClosureJudge) -> [Reason] {
        judge.judgement(of: file).reasons.filter { $0.verdict != .runs }
    }

    private func reasons(_ path: String, in current: (root: any Root, judge: ClosureJudge)) -> [Reason] {
        guard case .object(let file) = current.root.load(path, wantsSymbols: true) else { return [] }
        return reasons(file, current.judge)
    }
}

extension ClosureJudge {
    /// A judge of `root` with the processor of this machine.
    ///
    /// - Parameters:
    ///   - kernel: that of `root`, where it is known.
    ///   - assumesLdconfig: ldconfig will be run in it before anything starts.
    static func onThisMachine(_ root: any Root, kernel: Version?, assumesLdconfig: Bool) -> ClosureJudge {
        var options = LoaderOptions()
        options.hardware = { LoaderOptions.hardware(level: Processor.level() ?? 1) }
        options.assumesLdconfig = assumesLdconfig
        return ClosureJudge(
            root, outside: root, options: options, surroundings: Surroundings(kernel: kernel, cpuLevel: Processor.level()),
            isSystemSymbol: { name, _ in SymbolHistory.builtIn.knows(name) })
    }

    /// The judgement on `file`, with what it says it opens at run time.
    func judgement(of file: Loadable) -> Judgement {
        judge(file, optional: OptionalNeeds.read(file.object.notes.dlopen)).judgement
    }
}

extension Rule {
    /// What loads an object, or starts it, can bring what this rule misses.
    fileprivate var dependsOnOthers: Bool { self == .libraryMissing || self == .symbolMissing || self == .openedMissing }
}

extension Reason {
    /// Whether another root fails the object alike; the sentences name the root.
    fileprivate func isAmong(_ others: [Reason]) -> Bool {
        others.contains {
            rule == $0.rule && verdict == $0.verdict && library == $0.library && node == $0.node && symbols == $0.symbols
                && bearer == $0.bearer
        }
    }
}

extension HookVerdict {
    /// Adds what `reasons` say about the object at `path`: of all that have the same consequence, the first in full.
    ///
    /// - Parameter stops: whether a failure stops the update.
    fileprivate mutating func take(_ reasons: [Reason], of path: String, _ object: Object, stops: (Reason) -> Bool) {
        for verdict in [Verdict.failsAtLoad, .failsOnCall, .unknown, .degrades, .warns] {
            let alike = reasons.filter { $0.verdict == verdict }
            guard let first = alike.first(where: stops) ?? alike.first else { continue }
            let message = first.message + (alike.count > 1 ? " (the first of \(alike.count) reasons)" : "")
            switch verdict {
            case .unknown: unknowns.append(InputError(path: path, message: message))
            case .failsAtLoad, .failsOnCall:
                let end =
                    verdict == .failsOnCall
                    ? "would die at a call" : object.kind == .executable ? "would not start" : "could not be loaded"
                findings.append(Finding(subject: path, message: "\(end): \(message)", stops: stops(first)))
            case .degrades, .warns, .runs:
                findings.append(Finding(subject: path, message: "would run with less: \(message)", stops: false))
            }
        }
    }
}
