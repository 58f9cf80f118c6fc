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
        func judge(_ root: any Root, _ kernel: Version?, _ assumesLdconfig: Bool) -> ClosureJudge {
            var options = LoaderOptions()
            options.hardware = { LoaderOptions.hardware(level: Processor.level() ?? 1) }
            options.assumesLdconfig = assumesLdconfig
            return ClosureJudge(
                root, outside: root, options: options,
                surroundings: Surroundings(kernel: kernel, cpuLevel: Processor.level()),
                isSystemSymbol: { name, _ in SymbolHistory.builtIn.knows(name) })
        }
        self.root = root
        self.judge = judge(root, kernel, assumesLdconfig)
        self.current = current.map { ($0, judge($0, nil, false)) }
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
                let new = reasons.filter { reason in !before.contains { $0.isSame(as: reason) } }
                if new.count < reasons.count, new.isEmpty, reasons.contains(where: { $0.verdict.isFailure }) { old.append(path) }
                for reason in new { verdict.take(reason, of: path, file.object, doesNotRunNow: before.contains { $0.stopsNow }) }
                // What is not known now either may be known to the administrator, who can exclude it.
                for reason in reasons where reason.verdict == .unknown && !new.contains(reason) {
                    if reason.rule == .noData, judge.builder.closure(of: file).libC == nil { continue }
                    verdict.take(reason, of: path, file.object, doesNotRunNow: false)
                }
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
        judge.judge(file, optional: OptionalNeeds.read(file.object.notes.dlopen)).judgement.reasons.filter { $0.verdict != .runs }
    }

    private func reasons(_ path: String, in current: (root: any Root, judge: ClosureJudge)) -> [Reason] {
        guard case .object(let file) = current.root.load(path, wantsSymbols: true) else { return [] }
        return reasons(file, current.judge)
    }
}

extension Reason {
    /// Whether two roots fail an object alike; the sentences name the root.
    fileprivate func isSame(as other: Reason) -> Bool {
        rule == other.rule && verdict == other.verdict && library == other.library && node == other.node
            && symbols == other.symbols && bearer == other.bearer
    }

    fileprivate var stopsNow: Bool { verdict == .failsAtLoad }
}

extension HookVerdict {
    /// Adds what `reason` says about the object at `path`.
    fileprivate mutating func take(_ reason: Reason, of path: String, _ object: Object, doesNotRunNow: Bool) {
        let end =
            switch reason.verdict {
            case .failsAtLoad: object.kind == .executable ? "would not start: " : "could not be loaded: "
            case .failsOnCall: "would die at a call: "
            case .degrades, .warns: "would run with less: "
            case .unknown, .runs: ""
            }
        if reason.verdict == .unknown {
            unknowns.append(InputError(path: path, message: reason.message))
        } else {
            findings.append(
                Finding(subject: path, message: end + reason.message, stops: reason.verdict.isFailure && !doesNotRunNow))
        }
    }
}
