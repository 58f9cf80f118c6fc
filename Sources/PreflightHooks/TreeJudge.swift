// Judges transactions of package managers that say which packages come and go, and not what is in them: the files themselves are put
// together as they will lie, and every local program that the change touches is judged in that root, and in the one before.

internal import PreflightCore
internal import PreflightELF
public import PreflightInputs
internal import PreflightLoader
internal import PreflightTargets

/// Judges transactions by the files that they change.
public struct TreeJudge {
    private let future: FutureRoot
    private let format: PackageFormat
    private let deadline: Deadline
    private var verdict = HookVerdict(basis: "no shared library that is there now changes")

    /// One object that the transaction may touch.
    private struct Subject {
        var path: String
        /// The label of the package that it comes with; nil for what lies outside of packages.
        var package: String?
    }

    /// Judges `transaction`.
    ///
    /// - Parameters:
    ///   - format: how its packages are handled.
    ///   - inventory: makes the inventory of local objects; called only where it matters.
    ///   - deadline: when to stop.
    public static func judge(
        _ transaction: Transaction, _ format: PackageFormat, inventory: () -> LocalInventory, deadline: Deadline
    ) -> HookVerdict {
        if transaction.isRepair {
            return HookVerdict(basis: "only preflight or the package manager itself is changed")
        }
        var judge = TreeJudge(transaction, format, deadline: deadline)
        let suspects = judge.suspects()
        guard !judge.future.owners.isEmpty || !suspects.isEmpty else { return judge.verdict }
        var subjects = judge.future.owners.isEmpty ? [] : judge.touched(inventory())
        for number in suspects {
            let label = transaction.incoming[number].label
            for object in judge.future.unpack(number)?.objects ?? [] {
                subjects.append(Subject(path: object.path, package: label))
            }
            judge.wanted.formUnion(judge.future.unpacked[number]??.objects.flatMap(\.needs.needed).map(lastPart) ?? [])
        }
        if !subjects.isEmpty {
            judge.verdict.basis = "everything that it touches and that works now has what it needs afterwards"
            judge.judge(subjects)
        }
        judge.verdict.unknowns += judge.future.problems
        return judge.verdict
    }

    /// Names of libraries that the subjects need.
    private var wanted: Set<String> = []

    private init(_ transaction: Transaction, _ format: PackageFormat, deadline: Deadline) {
        self.format = format
        self.deadline = deadline
        future = FutureRoot(transaction, format, deadline: deadline)
    }

    // MARK: Subjects

    /// Objects outside of packages that need a library of a package that goes or is replaced.
    private mutating func touched(_ inventory: LocalInventory) -> [Subject] {
        verdict.basis = "no program outside of packages needs a library that changes"
        verdict.coverage = inventory.coverage
        verdict.notes += inventory.notes
        verdict.unknowns += inventory.problems
        if !inventory.coverage.isWhole {
            verdict.unknowns.append(
                InputError(path: "local programs", message: "the time of \(deadline.words) is up: \(inventory.coverage.words)"))
        }
        let transaction = future.transaction
        let incoming = Set(transaction.incoming.map(\.name))
        // A package's own file is the package's affair.
        let owned = Set(transaction.outgoing.flatMap(\.files))
        let isTakenAway = future.owners.values.contains { $0.contains { !incoming.contains($0.name) } }
        var subjects: [Subject] = []
        for object in inventory.objects where !owned.contains(object.path) {
            // A new version of a library keeps its promises nearly always; one that goes for good cannot.
            if object.needs.isOpaque, isTakenAway {
                verdict.unknowns.append(InputError(path: object.path, message: "is packed: what it needs is not to be seen"))
            }
            let needs = Set(object.needs.needed.map(lastPart)).filter { future.owners[$0] != nil }
            guard !needs.isEmpty else { continue }
            wanted.formUnion(needs)
            subjects.append(Subject(path: object.path))
        }
        return subjects
    }

    /// The numbers of incoming packages that come with objects of which nobody asked what they need.
    private mutating func suspects() -> [Int] {
        let transaction = future.transaction
        let installed = Dictionary(transaction.outgoing.map { ($0.name, $0) }) { first, _ in first }
        var suspects: [Int] = []
        for (number, package) in transaction.incoming.enumerated() {
            guard let path = package.path else { continue }
            // What said what it needs before goes on to say so; what lies where administrators put things often never did.
            let isKnown = installed[package.name].map { old in
                !old.files.contains { file in LocalInventoryReader.standardPaths.contains { file.hasPrefix($0 + "/") } }
            }
            if isKnown == true { continue }
            guard !deadline.isOver else {
                verdict.unknowns.append(
                    InputError(
                        path: package.label, message: "and what follows was not looked at: the time of \(deadline.words) is up"))
                break
            }
            do throws(InputError) {
                if try format.hidesNeeds(path, deadline) { suspects.append(number) }
            } catch {
                verdict.unknowns.append(InputError(path: package.label, message: error.message))
            }
        }
        return suspects
    }

    // MARK: Judging

    /// What came of one subject.
    private struct Result {
        var subject: Subject
        var judgement: Judgement
    }

    private mutating func judge(_ subjects: [Subject]) {
        future.unpackSuccessors(of: wanted)
        do throws(InputError) {
            var results: [Result] = []
            while true {
                results = try judged(subjects)
                let missing = Set(
                    results.flatMap(\.judgement.reasons).filter { $0.rule == .libraryMissing }.compactMap(\.library).map(lastPart)
                )
                // What is missed now as well is no matter of this transaction, and no package has to be unpacked for it.
                guard !missing.isEmpty, isLost(missing, results), future.unpackProvider(of: missing) else { break }
                future.unpackSuccessors(of: missing)
            }
            let before = Self.judge(in: try DirectoryRoot([future.transaction.root], name: "the system", buffers: ReadBuffers()))
            for result in results where result.judgement.verdict.isFailure || result.judgement.verdict == .unknown {
                let old = try before(result.subject)
                tell(result, old)
            }
        } catch {
            verdict.unknowns.append(error)
        }
    }

    /// Whether one of the libraries `names` goes away here, or is missed by what comes.
    private func isLost(_ names: Set<String>, _ results: [Result]) -> Bool {
        names.contains { future.owners[$0] != nil }
            || results.contains { $0.judgement.reasons.contains { $0.rule == .libraryMissing && ($0.bearer != nil) } }
            || results.contains { $0.subject.package != nil && $0.judgement.verdict.isFailure }
    }

    /// All subjects in the root as it will be, as far as the time allows.
    private mutating func judged(_ subjects: [Subject]) throws(InputError) -> [Result] {
        let judge = Self.judge(in: try future.root())
        var results: [Result] = []
        for (index, subject) in subjects.enumerated() {
            if deadline.isOver {
                verdict.unknowns.append(
                    InputError(
                        path: "local programs",
                        message:
                            "the time of \(deadline.words) is up: judged \(index) of \(subjects.count) that this update touches"))
                break
            }
            if let judgement = try judge(subject) { results.append(Result(subject: subject, judgement: judgement)) }
        }
        return results
    }

    /// A function that judges subjects in `root`; nil for one that is not there, or that contradicts itself.
    private static func judge(in root: DirectoryRoot) -> (Subject) throws(InputError) -> Judgement? {
        // dpkg and pacman run ldconfig before they are done.
        let judge = ClosureJudge.onThisMachine(root, kernel: nil, assumesLdconfig: true)
        return { (subject) throws(InputError) in
            guard case .object(let file) = root.load(subject.path, wantsSymbols: true) else { return nil }
            return judge.judgement(of: file)
        }
    }

    /// What tells one reason from another; the words may differ between two roots.
    private struct Key: Hashable {
        var rule: Rule
        var library: String?
        var node: String?
        var bearer: String?
        var symbols: [String]

        init(_ reason: Reason) {
            (rule, library, node) = (reason.rule, reason.library, reason.node)
            (bearer, symbols) = (reason.bearer, reason.symbols)
        }
    }

    private mutating func tell(_ result: Result, _ old: Judgement?) {
        // What does not start now is not made worse.
        if old?.verdict == .failsAtLoad { return }
        let known = Set((old?.reasons ?? []).map(Key.init))
        let reasons = result.judgement.reasons.filter { !known.contains(Key($0)) }
        let (path, package) = (result.subject.path, result.subject.package)
        let with = package.map { " (it comes with \($0))" } ?? ""
        for reason in reasons where reason.verdict == .unknown {
            verdict.unknowns.append(InputError(path: path, message: reason.message + with))
        }
        var failures = reasons.filter(\.verdict.isFailure)
        if package != nil {
            // Packages bring plugins for what is not installed; whoever wants them installs it.
            for reason in failures where reason.rule == .libraryMissing {
                verdict.unknowns.append(InputError(path: path, message: reason.message + with))
            }
            failures.removeAll { $0.rule == .libraryMissing }
        }
        guard !failures.isEmpty else { return }
        let causes = failures.compactMap(\.library).map(lastPart).compactMap(future.cause)
        var told: [String] = []
        for cause in causes where !told.contains(cause) { told.append(cause) }
        let words = failures.prefix(Self.mostReasons).map(\.message).joined(separator: "; ")
        let rest = failures.count > Self.mostReasons ? "; and \(failures.count - Self.mostReasons) more" : ""
        let outcome = failures.contains { $0.verdict == .failsAtLoad } ? "would not start" : "would die when it is used"
        let why = told.isEmpty ? "" : " (\(told.joined(separator: ", ")))"
        verdict.findings.append(
            .init(subject: path, message: "\(outcome): \(words)\(rest)\(why)\(with)", stops: true))
    }

    private static let mostReasons = 3
}
