// Puts a transaction beside the programs that nobody asks: those that lie outside of packages, and those of packages that say nothing of
// what they need.

public import PreflightInputs

/// Judges transactions of package managers that speak in capabilities.
public struct TransactionJudge {
    private let transaction: Transaction
    private let headers: [String: RPMHeader]
    private let change: CapabilityChange
    private let deadline: Deadline
    private var verdict: HookVerdict

    /// Judges `transaction`.
    ///
    /// - Parameters:
    ///   - inventory: makes the inventory of local objects; called only where it matters.
    ///   - deadline: when to stop.
    public static func judge(_ transaction: Transaction, inventory: @escaping () -> LocalInventory, deadline: Deadline)
        -> HookVerdict
    {
        if transaction.isRepair {
            return HookVerdict(basis: "only preflight or the package manager itself is changed")
        }
        guard let architecture = PackageArchitecture(transaction.architecture) else {
            return HookVerdict(
                unknown: "this machine", "its architecture \(transaction.architecture) has no known capabilities")
        }
        var judge = TransactionJudge(transaction, deadline: deadline)
        let suspects = judge.suspects()
        guard !judge.change.lost.isEmpty || !suspects.isEmpty else { return judge.verdict }
        judge.verdict.basis = "everything that lies outside of packages and works now has what it needs afterwards"
        var known: LocalInventory?
        let local = { () -> LocalInventory in
            let inventory = known ?? inventory()
            known = inventory
            return inventory
        }
        if !judge.change.lost.isEmpty { judge.judgeLocal(local(), architecture) }
        judge.judgeIncoming(suspects, local, architecture)
        return judge.verdict
    }

    private init(_ transaction: Transaction, deadline: Deadline) {
        self.transaction = transaction
        self.deadline = deadline
        verdict = HookVerdict(basis: "no library that is there now goes away")
        var headers: [String: RPMHeader] = [:]
        for package in transaction.incoming {
            guard let path = package.path else { continue }
            do throws(InputError) {
                headers[path] = try RPMHeader(path: path)
            } catch {
                verdict.unknowns.append(error)
            }
        }
        self.headers = headers
        change = CapabilityChange(transaction) { $0.provides ?? $0.path.flatMap { headers[$0]?.provides } ?? [] }
    }

    // MARK: Local objects

    private mutating func judgeLocal(_ inventory: LocalInventory, _ architecture: PackageArchitecture) {
        verdict.coverage = inventory.coverage
        verdict.notes += inventory.notes
        verdict.unknowns += inventory.problems
        if !inventory.coverage.isWhole {
            verdict.unknowns.append(
                InputError(path: "local programs", message: "the time of \(deadline.words) is up: \(inventory.coverage.words)"))
        }
        // What a package brings or takes is the package's own affair: it is judged as such, or gone.
        let owned = Set((transaction.incoming + transaction.outgoing).flatMap(\.files)).union(headers.values.flatMap(\.files))
        let bundles = Bundles(inventory.objects)
        let lost = change.lost
        for object in inventory.objects where !owned.contains(object.path) {
            guard architecture.runs(object.needs.machine, is64Bit: object.needs.is64Bit) else { continue }
            if object.needs.isOpaque {
                verdict.unknowns.append(InputError(path: object.path, message: "is packed: what it needs is not to be seen"))
                continue
            }
            judge(object, bundles) { lost[$0].map { "\($0) takes that away" } }
        }
    }

    /// Puts the needs of `object` to `miss`, which says why one is not provided.
    ///
    /// A library that is missed explains its nodes; all that is missed for one reason is one finding.
    private mutating func judge(_ object: LocalObject, _ bundles: Bundles, _ miss: (Capability) -> String?) {
        var told: Set<Capability> = []
        var strong: [(name: String, why: String)] = []
        var weak: [(name: String, why: String)] = []
        for need in object.needs.capabilities {
            guard !told.contains(need.capability), !told.contains(need.capability.library), let why = miss(need.capability) else {
                continue
            }
            told.insert(need.capability)
            let soname = need.capability.soname
            let name = need.capability.node.map { "\($0) of \(soname)" } ?? soname
            switch bundles.lookUp(soname, for: object) {
            case .searched: continue
            case .elsewhere(let path):
                verdict.unknowns.append(
                    InputError(path: object.path, message: "needs \(name), which may be that of \(path); \(why)"))
            case .none:
                if need.isWeak { weak.append((name, why)) } else { strong.append((name, why)) }
            }
        }
        tell(strong, of: object, stops: true) { "would not start: it needs \($0), and \($1)" }
        tell(weak, of: object, stops: false) { "would do without \($0) (weak): \($1)" }
    }

    private mutating func tell(
        _ missed: [(name: String, why: String)], of object: LocalObject, stops: Bool, _ sentence: (String, String) -> String
    ) {
        var reasons: [String] = []
        for (_, why) in missed where !reasons.contains(why) { reasons.append(why) }
        for why in reasons {
            let names = missed.filter { $0.why == why }.map(\.name)
            let shown = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " and \(names.count - 3) more" : "")
            verdict.findings.append(.init(subject: object.path, message: sentence(shown, why), stops: stops))
        }
    }

    // MARK: Incoming packages

    /// Packages that come with files of which nobody asked what they need.
    private func suspects() -> [(package: Transaction.Package, path: String)] {
        transaction.incoming.compactMap { package in
            guard let path = package.path, headers[path]?.mayHideNeeds == true else { return nil }
            return (package, path)
        }
    }

    private mutating func judgeIncoming(
        _ suspects: [(package: Transaction.Package, path: String)], _ local: () -> LocalInventory,
        _ architecture: PackageArchitecture
    ) {
        var objects: [(label: String, object: LocalObject)] = []
        for (package, path) in suspects {
            guard !deadline.isOver else {
                verdict.unknowns.append(
                    InputError(path: package.label, message: "was not looked at: the time of \(deadline.words) is up"))
                continue
            }
            do throws(InputError) {
                for object in try PackageObjects.read(path, deadline: deadline) { objects.append((package.label, object)) }
            } catch {
                verdict.unknowns.append(InputError(path: package.label, message: error.message))
            }
        }
        let after = change.after
        objects = objects.filter { architecture.runs($0.object.needs.machine, is64Bit: $0.object.needs.is64Bit) }
        // Libraries that lie outside of packages matter only where packages do not provide everything.
        guard objects.contains(where: { $0.object.needs.capabilities.contains { !after.contains($0.capability) } }) else {
            return
        }
        let bundles = Bundles(objects.map(\.object) + local().objects)
        for (label, object) in objects {
            var absent: [String] = []
            judge(object, bundles) { capability in
                if after.contains(capability) { return nil }
                // A library that no package provides may come from anywhere; one without the node is the one that would be loaded.
                guard after.contains(capability.library) else {
                    if !absent.contains(capability.soname) { absent.append(capability.soname) }
                    return nil
                }
                return "no package will provide that; \(label) comes without saying that it needs it"
            }
            for soname in absent {
                if case .none = bundles.lookUp(soname, for: object) {
                    verdict.unknowns.append(
                        InputError(
                            path: object.path,
                            message: "of \(label) needs \(soname), which no package provides"))
                }
            }
        }
    }
}

/// Libraries that programs bring along.
struct Bundles {
    enum Answer: Equatable {
        /// In a directory that the object itself names.
        case searched
        /// Somewhere among the local objects: what takes it in is not known.
        case elsewhere(String)
        case none
    }

    private var libraries: [String: [LocalObject]] = [:]

    /// What lies here is the system's own, which capabilities speak of.
    private static let standard: Set<String> = ["/lib", "/lib64", "/usr/lib", "/usr/lib64"]

    init(_ objects: [LocalObject]) {
        for object in objects where !Self.standard.contains(directory(of: object.path)) {
            let names: Set<String> = [lastPart(object.path), object.needs.soname ?? lastPart(object.path)]
            for name in names where name.contains(".so") { libraries[name, default: []].append(object) }
        }
    }

    /// Where the library `soname` that `object` needs lies outside of packages.
    func lookUp(_ soname: String, for object: LocalObject) -> Answer {
        let found = (libraries[soname] ?? []).filter {
            $0.needs.machine == object.needs.machine && $0.path != object.path
        }
        guard let first = found.first else { return .none }
        let searched = Set(object.needs.searchDirectories(in: directory(of: object.path)))
        return found.contains { searched.contains(directory(of: $0.path)) } ? .searched : .elsewhere(first.path)
    }
}
