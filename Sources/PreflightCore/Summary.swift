// What many objects add up to: the decision, the lowest releases, the one change that gains most. It keeps counts and
// names of causes, never objects, so that memory stays flat.

import PreflightELF
public import PreflightLoader
public import PreflightTargets

/// Something that keeps objects from a target: the same thing for every object it stops.
public struct Cause: Hashable, Comparable, Sendable {
    /// The rule.
    public var rule: Rule
    /// The library, empty where the rule has none.
    public var library: String
    /// The node, empty where the rule has none.
    public var node: String

    /// The cause behind `reason`.
    public init(_ reason: Reason) {
        rule = reason.rule
        library = reason.library ?? ""
        node = reason.node ?? ""
    }

    /// Whether somebody could do without it: a gap of the matrix is nobody's change.
    var isChangeable: Bool {
        rule != .interpreter && rule != .noData && rule != .notLoadable && rule != .opaque && rule != .nodeUndecided
            && rule != .symbolUndecided
    }

    /// Orders by library, node, rule.
    public static func < (left: Cause, right: Cause) -> Bool {
        (left.library, left.node, left.rule.rawValue) < (right.library, right.node, right.rule.rawValue)
    }
}

/// One target over all objects.
public struct TargetSummary: Sendable {
    /// The target.
    public var target: Target
    /// How many objects have each verdict, in the order of its cases.
    public private(set) var counts = [Int](repeating: 0, count: Verdict.allCases.count)
    /// What stops objects here: two at most, because the question is whether it is one thing alone.
    public var causes: Set<Cause> = []
    /// Packages that the run image must have.
    public var packages: Set<String> = []
    /// Objects that were linked with another libc than its own.
    var leftOut = 0
    /// Something does not start here that starts elsewhere.
    var isTheProblem = false

    mutating func count(_ verdict: Verdict) { counts[Verdict.allCases.firstIndex(of: verdict) ?? 0] += 1 }

    /// Objects judged.
    public var judged: Int { counts.reduce(0, +) }
    /// The verdicts that objects have.
    public var verdicts: [Verdict] { zip(Verdict.allCases, counts).filter { $0.1 > 0 }.map(\.0) }
    /// The worst verdict; nil where nothing was judged.
    public var worst: Verdict? { verdicts.max() }
    /// All objects start.
    public var isShippable: Bool { judged > 0 && verdicts.allSatisfy { !$0.isFailure && $0 != .unknown } }
}

/// Everything a report says about the whole.
public struct Summary: Sendable {
    /// The chosen targets, in the order of the matrix.
    public private(set) var targets: [TargetSummary]
    /// The choice.
    public let selection: Selection
    /// The policy.
    public let policy: Policy

    /// Objects judged.
    public private(set) var objects = 0
    /// Objects that fail somewhere.
    public private(set) var failing = 0
    /// Objects that could not be judged somewhere and fail nowhere.
    public private(set) var unknown = 0
    /// Objects that start on none of the targets they were judged for.
    public private(set) var startingNowhere = 0
    /// The first of them.
    public private(set) var nowhereNames: [String] = []
    /// Objects that no target applied to.
    public private(set) var unjudged = 0
    /// The first of them.
    public private(set) var unjudgedNames: [String] = []
    /// Files that could not be read.
    public private(set) var unreadable = 0
    /// ELF files in a walk that no loader starts.
    public private(set) var passedOver = 0
    /// Objects with warnings, and objects that degrade.
    public private(set) var warned = 0
    /// Reasons that waivers forgave, each target counted.
    public private(set) var waived = 0
    /// Findings that stand in the baseline.
    public private(set) var known = 0
    /// Findings of the baseline that are no more: the first of them, and how many on how many targets.
    public private(set) var mended: [MendedFinding] = []
    /// How many findings of the baseline are no more, each target counted.
    public private(set) var mendedCount = 0
    /// Objects of the baseline that were seen.
    private var met = 0
    /// Objects of the baseline that were not among what was judged.
    public var unseenOfBaseline: Int { (policy.baseline?.findings.count ?? met) - met }
    /// Sonames that the matrix does not know, with the number of objects that need each.
    public private(set) var alsoNeeds: [String: Int] = [:]
    /// Targets of a group that applied to no object, with the reason.
    public private(set) var leftOut: [String: String] = [:]
    /// Architectures of objects that want a newer glibc than some release has.
    private var architecturesBehind: Set<String> = []
    /// Builder directories and the like, with the number of objects.
    public private(set) var remarks: [String: Int] = [:]
    /// Libraries of the Swift runtime and others that lay beside objects.
    public private(set) var bundled: Set<String> = []
    /// The machine that the check runs on, where the configuration expects something of it.
    public var host: HostReport?
    /// Nobody asked about objects: the report is on the machine alone.
    public private(set) var isOfHostAlone = false
    private var usedWaivers: Set<Int> = []
    private var index: [String: Int]

    /// More different names than this are counted, not kept: names come out of files.
    private static let mostNames = 2000

    /// The summary of a report on a machine alone.
    public init(_ host: HostReport, _ policy: Policy) {
        self.init(Selection(chosen: [], asOf: policy.today, expression: []), policy)
        self.host = host
        isOfHostAlone = true
    }

    /// An empty summary.
    public init(_ selection: Selection, _ policy: Policy) {
        self.selection = selection
        self.policy = policy
        targets = selection.chosen.map { TargetSummary(target: $0.target) }
        index = Dictionary(uniqueKeysWithValues: targets.enumerated().map { ($1.target.id, $0) })
    }

    /// Takes one outcome in.
    public mutating func add(_ outcome: CheckOutcome) {
        switch outcome {
        case .nothing: break
        case .passedOver: passedOver += 1
        case .failure: unreadable += 1
        case .object(let report): add(report)
        }
    }

    private mutating func add(_ report: ObjectReport) {
        objects += 1
        var worst = Verdict.runs
        var also: Set<String> = []
        let isNowhere = report.verdicts.count > 1 && report.verdicts.allSatisfy { $0.verdict.isFailure }
        if isNowhere {
            startingNowhere += 1
            if nowhereNames.count < 8 { nowhereNames.append(report.path) }
        }
        for verdict in report.verdicts {
            guard let number = index[verdict.target] else { continue }
            targets[number].count(verdict.verdict)
            if !isNowhere, verdict.verdict.isFailure || verdict.verdict == .unknown { targets[number].isTheProblem = true }
            let wantsNewer = verdict.reasons.contains {
                $0.verdict.isFailure && ($0.rule == .nodeMissing || $0.rule == .symbolMissing) && $0.bearer == nil
            }
            if wantsNewer, architecturesBehind.count < 64 { architecturesBehind.insert(report.object.machine.name) }
            for reason in verdict.reasons where reason.verdict.isFailure || reason.verdict == .unknown {
                if targets[number].causes.count < 2 { targets[number].causes.insert(Cause(reason)) }
            }
            for entry in verdict.suppressed { count(entry.by) }
            // Plugins differ in the symbols that they take from their programs; the whole says it once.
            also.formUnion(
                verdict.alsoNeeds.map { $0.hasPrefix(ClosureJudge.hostNeed) ? ClosureJudge.hostNeed : $0 }
            )
            worst = max(worst, verdict.verdict)
            if let packages = report.packages[verdict.target], targets[number].packages.count < Self.mostNames {
                targets[number].packages.formUnion(packages)
            }
        }
        for (target, why, isOtherLibC) in report.leftOut {
            leftOut[target] = why
            if isOtherLibC, !report.verdicts.isEmpty, let number = index[target] { targets[number].leftOut += 1 }
        }
        if report.verdicts.isEmpty {
            unjudged += 1
            if unjudgedNames.count < 8 { unjudgedNames.append(report.path) }
        }
        for name in also where alsoNeeds[name] != nil || alsoNeeds.count < Self.mostNames { alsoNeeds[name, default: 0] += 1 }
        for entry in report.suppressedRemarks { count(entry.by) }
        if let baseline = policy.baseline {
            met += baseline.findings[RawText.visible(report.path)] == nil ? 0 : 1
            for (key, targets) in baseline.mended(by: report) {
                mendedCount += max(1, targets.count)
                if mended.count < Self.mostNames { mended.append(MendedFinding(path: report.path, key: key, targets: targets)) }
            }
        }
        for remark in report.remarks where remarks[remark.message] != nil || remarks.count < Self.mostNames {
            remarks[remark.message, default: 0] += 1
        }
        if bundled.count < Self.mostNames { bundled.formUnion(report.bundled) }
        if worst.isFailure {
            failing += 1
        } else if worst == .unknown {
            unknown += 1
        }
        let hasWarning = report.verdicts.contains { $0.reasons.contains { $0.verdict == .warns || $0.verdict == .degrades } }
        if hasWarning || !report.remarks.isEmpty { warned += 1 }
    }

    /// Counts files that other runs passed over.
    public mutating func passOver(_ count: Int) { passedOver += count }

    private mutating func count(_ suppression: Suppression) {
        switch suppression {
        case .baseline: known += 1
        case .waiver(let number):
            waived += 1
            usedWaivers.insert(number)
        }
    }

    // MARK: The decision

    /// Targets that the objects were judged for. One that does not apply to some of them is no target of the whole; it counts
    /// only where something fails on it.
    public var judgedTargets: [TargetSummary] {
        targets.filter { $0.judged > 0 && ($0.leftOut == 0 || !$0.isShippable) }
    }

    /// Every object starts on every target it was judged for.
    public var isShippable: Bool {
        objects > 0 && unreadable == 0 && unjudged == 0 && judgedTargets.count > 0 && judgedTargets.allSatisfy(\.isShippable)
    }

    /// Waivers that have run out: findings of their own.
    public var expiredWaivers: [Waiver] { policy.waivers.filter { $0.isExpired(on: policy.today) } }

    /// Waivers that forgave nothing and have not run out.
    public var unusedWaivers: [Waiver] {
        policy.waivers.enumerated().filter { !usedWaivers.contains($0) && !$1.isExpired(on: policy.today) }.map(\.element)
    }

    /// The lowest release of each product line from which on every object starts on all that follow; nil for lines where
    /// there is none.
    public var lowest: [(line: String, target: Target?)] { lowest(where: \.isShippable) }

    /// The lowest releases for all objects but those that start nowhere.
    public var lowestForTheRest: [(line: String, target: Target?)] { lowest { !$0.isTheProblem } }

    private func lowest(where isGood: (TargetSummary) -> Bool) -> [(line: String, target: Target?)] {
        byLine.map { line, members in (line, members.reversed().prefix(while: isGood).last?.target) }
    }

    /// Judged targets by product line, lines in the order of the matrix.
    public var byLine: [(line: String, members: [TargetSummary])] {
        var lines: [(line: String, members: [TargetSummary])] = []
        for summary in judgedTargets {
            if let number = lines.firstIndex(where: { $0.line == summary.target.line }) {
                lines[number].members.append(summary)
            } else {
                lines.append((summary.target.line, [summary]))
            }
        }
        return lines
    }

    /// The one cause whose end makes most further targets shippable, with those targets; nil where no single one does.
    public var bestChange: (cause: Cause, gains: [Target])? {
        var gains: [Cause: [Target]] = [:]
        for summary in judgedTargets where summary.causes.count == 1 {
            guard let cause = summary.causes.first, cause.isChangeable else { continue }
            gains[cause, default: []].append(summary.target)
        }
        return gains.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }.map { (cause: $0.key, gains: $0.value) }
    }

    /// Targets that are roots or records of one.
    public var roots: Set<String> { Set(selection.chosen.filter { $0.root != nil }.map(\.target.id)) }

    /// Where to build so that all chosen releases are met; nil where nothing wants a newer library than they have, or where
    /// several architectures do.
    public var buildAdvice: BuildAdvice? {
        guard architecturesBehind.count == 1, let architecture = architecturesBehind.first,
            selection.chosen.contains(where: { $0.root == nil })
        else { return nil }
        var advice = Matrix.builtIn.buildAdvice(selection, on: architecture)
        // A group leaves musl releases out for what was linked with glibc.
        advice.musl.removeAll { target in targets.first { $0.target.id == target.id }?.judged == 0 }
        return advice
    }

    /// Which of two findings is reported, 0 to 3 as the house plan has it.
    public var status: Int {
        let ofObjects = objectStatus
        guard let host, ofObjects != 1 else { return ofObjects }
        let ofHost = host.status(policy.failOn, policy.onUnknown)
        return ofHost == 0 ? ofObjects : ofHost
    }

    private var objectStatus: Int {
        var findings = failing > 0 && policy.failOn != .never
        if policy.failOn == .warning, warned > 0 || policy.onUnknown == .warn && hasUnknown { findings = true }
        if policy.failOn != .never, !expiredWaivers.isEmpty { findings = true }
        if findings { return 1 }
        if isOfHostAlone { return 0 }
        if objects == 0 { return 3 }
        if policy.onUnknown == .fail, hasUnknown || judgedTargets.isEmpty { return 3 }
        return 0
    }

    /// Something was not read or not judged. An unknown beside a failure of the same object counts as well.
    public var hasUnknown: Bool { unreadable > 0 || unjudged > 0 || targets.contains { $0.verdicts.contains(.unknown) } }
}
