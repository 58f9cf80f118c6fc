// One thing that is wrong with one object, on all targets that have it: what every format shows of it.

public import PreflightCore
import PreflightELF
public import PreflightLoader
public import PreflightTargets

/// One cause of trouble in one object.
public struct Finding: Sendable {
    /// How much it matters.
    public enum Level: String, Sendable, CaseIterable {
        /// It does not start, or dies when called.
        case error
        /// It could not be judged.
        case unknown
        /// It starts, with a difference.
        case warning
    }

    /// The reason, with the remedy for the oldest target.
    public var reason: Reason
    /// The symbols behind it.
    public var symbols: [String]
    /// Symbols were left out of ``symbols``.
    public var hasMoreSymbols = false
    /// The targets that have it, as numbers in the order of ``ReportContext/targets``; none where it is said of the object itself.
    public var targets: [Int]
    /// Where the knowledge of the targets comes from; they may differ.
    public var evidence: [String]
    /// Why it does not count; nil where it does.
    public var suppression: Suppression?
    /// The number of the target that the remedy is for; a copy of the target in each finding would be most of all memory.
    var source: Int?
    /// Who references the symbols, in the build at hand.
    public var uses: [SymbolUse] = []

    /// How much it matters.
    public var level: Level {
        switch reason.verdict {
        case .failsAtLoad, .failsOnCall: .error
        case .unknown: .unknown
        case .warns, .degrades, .runs: .warning
        }
    }
}

/// Makes findings of reports on objects.
public struct FindingMaker: Sendable {
    /// The targets.
    public let targets: [Target]
    private let numbers: [String: Int]

    /// A maker for the given targets.
    public init(_ targets: [Target]) {
        self.targets = targets
        numbers = Dictionary(targets.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The number of the target called `id`.
    public func number(_ id: String) -> Int? { numbers[id] }

    /// What is wrong with the object, in the order in which it was found: on targets first, then what is said of the object itself.
    public func findings(_ report: ObjectReport) -> [Finding] {
        var findings: [Finding] = []
        for verdict in report.verdicts {
            guard let number = numbers[verdict.target] else { continue }
            for reason in verdict.reasons { add(reason, number, nil, report, to: &findings) }
            for entry in verdict.suppressed { add(entry.reason, number, entry.by, report, to: &findings) }
        }
        for remark in report.remarks { findings.append(Finding(reason: remark, symbols: [], targets: [], evidence: [])) }
        for entry in report.suppressedRemarks {
            findings.append(Finding(reason: entry.reason, symbols: [], targets: [], evidence: [], suppression: entry.by))
        }
        return findings
    }

    private func add(
        _ reason: Reason, _ number: Int, _ by: Suppression?, _ report: ObjectReport, to findings: inout [Finding]
    ) {
        let place = findings.firstIndex {
            $0.reason.rule == reason.rule && $0.reason.bearer == reason.bearer && $0.reason.node == reason.node
                && $0.reason.library == reason.library
                && $0.suppression == by
                && (reason.node != nil || $0.reason.message == reason.message
                    || Self.together(reason) != nil && $0.reason.verdict == reason.verdict)
        }
        guard let place else {
            let symbols = Self.symbols(behind: reason, in: report.object)
            findings.append(
                Finding(
                    reason: reason, symbols: symbols, targets: [number], evidence: reason.evidence.map { [$0] } ?? [],
                    suppression: by, source: reason.remedy == nil ? nil : number, uses: uses(reason, of: symbols, report))
            )
            return
        }
        // The remedy for the oldest of them is one for all.
        if let remedy = reason.remedy, isOlder(targets[number], than: findings[place].source.map { targets[$0] }) {
            findings[place].reason.remedy = remedy
            findings[place].reason.remedyLines = reason.remedyLines
            findings[place].source = number
        }
        findings[place].targets.append(number)
        // Each release has its own sentence; one for all names none.
        if reason.node == nil, findings[place].reason.message != reason.message, let message = Self.together(reason) {
            findings[place].reason.message = message
        }
        if let word = reason.evidence, !findings[place].evidence.contains(word) { findings[place].evidence.append(word) }
    }

    /// The sentence for several releases that lack the same library: the reasons of each, which JSON has, differ in what it has instead.
    private static func together(_ reason: Reason) -> String? {
        guard reason.rule == .libraryMissing, let library = reason.library, reason.bearer == nil else { return nil }
        return reason.verdict == .unknown
            ? "needs \(library), and whether these releases have it is not known"
            : "needs \(library), which these releases do not have"
    }

    private func isOlder(_ target: Target, than other: Target?) -> Bool {
        guard let other else { return true }
        guard case .glibc(let version) = target.libC, case .glibc(let known) = other.libC else { return false }
        return version < known
    }

    private static func symbols(behind reason: Reason, in object: Object) -> [String] {
        guard let node = reason.node, let library = reason.library, reason.bearer == nil else { return [] }
        // A library may stand in two records.
        let needs = object.needs.filter { $0.library == library }.flatMap(\.nodes).filter { $0.name == node }
        return needs.flatMap { object.symbols(ofVersion: $0.index) }.map {
            $0.binding == .weak ? "\($0.name)\(weakMark)" : $0.name
        }
    }

    private static let weakMark = " (weak)"

    private func uses(_ reason: Reason, of symbols: [String], _ report: ObjectReport) -> [SymbolUse] {
        if report.blame.isEmpty || reason.bearer != nil { return [] }
        let names = symbols.map { $0.hasSuffix(Self.weakMark) ? String($0.dropLast(Self.weakMark.count)) : $0 }
        let wanted = Set(names + reason.symbols)
        return report.blame.filter { wanted.contains($0.symbol) }
    }
}
