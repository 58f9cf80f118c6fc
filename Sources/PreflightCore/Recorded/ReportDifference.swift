// What lies between two reports: floors that rose or fell, verdicts that changed, findings that are new or mended.

internal import PreflightELF
public import PreflightLoader
public import PreflightTargets

/// What changed from one report to another.
public struct ReportDifference: Sendable {
    /// A value before and after; nil where there was none, or is none any more.
    public struct Change<Value: Equatable & Sendable>: Sendable {
        /// Before.
        public var old: Value?
        /// After.
        public var new: Value?
    }

    /// One object that is in both, with something that differs.
    public struct ObjectChange: Sendable {
        /// The path.
        public var path: String
        /// Floors that differ, by series.
        public var floors: [(series: String, change: Change<String>)] = []
        /// Verdicts that differ, by target, in the order of the second report.
        public var verdicts: [(target: String, change: Change<Verdict>)] = []
        /// Findings that the first does not have, with their targets.
        public var new: [(reason: Reason, targets: [String])] = []
        /// Findings that the second does not have, with their targets.
        public var mended: [(reason: Reason, targets: [String])] = []
    }

    /// Objects that differ, in the order of the second report.
    public private(set) var objects: [ObjectChange] = []
    /// Objects of the second alone.
    public private(set) var added: [ObjectReport] = []
    /// Objects of the first alone.
    public private(set) var removed: [ObjectReport] = []
    /// The lowest release of each product line, where it differs.
    public private(set) var lowest: [(line: String, change: Change<String>)] = []
    /// Targets of one report alone: nothing is said of what changed on them.
    public private(set) var targets: (old: [String], new: [String])
    /// The decisions.
    public private(set) var isShippable: Change<Bool>

    /// Compares `old` with `new`.
    public init(_ old: RecordedReport, _ new: RecordedReport, in matrix: Matrix = .builtIn) {
        let before = MergedReport([old], in: matrix)
        let after = MergedReport([new], in: matrix)
        let (oldTargets, newTargets) = (Set(old.targets), Set(new.targets))
        targets = (old.targets.filter { !newTargets.contains($0) }, new.targets.filter { !oldTargets.contains($0) })
        let shared = oldTargets.intersection(newTargets)
        let (oldSummary, newSummary) = (Self.summary(before), Self.summary(after))
        isShippable = Change(old: oldSummary.isShippable, new: newSummary.isShippable)
        // What only one of them was asked about says nothing.
        lowest = Self.lowest(Self.summary(before, on: shared), Self.summary(after, on: shared))
        let known = Dictionary(before.objects.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<String> = []
        for object in after.objects {
            guard seen.insert(object.path).inserted, let other = known[object.path] else {
                added.append(object)
                continue
            }
            let change = Self.change(other, object, on: shared)
            if !change.isEmpty { objects.append(change) }
        }
        removed = before.objects.filter { !seen.contains($0.path) }
    }

    /// Something fails, or cannot be judged, that did not fail before: on a target of both, or as a new object.
    public var isWorse: Bool {
        objects.contains { $0.verdicts.contains { Self.isWorse($0.change) } }
            || added.contains { $0.verdicts.contains { $0.verdict.isFailure || $0.verdict == .unknown } }
    }

    private static func isWorse(_ change: Change<Verdict>) -> Bool {
        guard let new = change.new, new.isFailure || new == .unknown else { return false }
        return change.old.map { $0 < new } ?? true
    }

    /// Nothing differs.
    public var isEmpty: Bool {
        objects.isEmpty && added.isEmpty && removed.isEmpty && lowest.isEmpty && targets.old.isEmpty && targets.new.isEmpty
    }

    private static func summary(_ report: MergedReport, on targets: Set<String>? = nil) -> Summary {
        var selection = report.selection
        if let targets { selection.chosen.removeAll { !targets.contains($0.target.id) } }
        var summary = Summary(selection, Policy(today: selection.asOf))
        for object in report.objects { summary.add(.object(object)) }
        for error in report.errors { summary.add(.failure(error)) }
        return summary
    }

    private static func lowest(_ old: Summary, _ new: Summary) -> [(line: String, change: Change<String>)] {
        let before = Dictionary(old.lowest.map { ($0.line, $0.target?.id) }, uniquingKeysWith: { first, _ in first })
        let after = new.lowest.map { (line: $0.line, id: $0.target?.id) }
        return after.compactMap { line, id in
            guard let was = before[line], was != id else { return nil }
            return (line, Change(old: was, new: id))
        }
    }

    private static func change(_ old: ObjectReport, _ new: ObjectReport, on targets: Set<String>) -> ObjectChange {
        var change = ObjectChange(path: new.path)
        let (before, after) = (Floors(old.object).highest, Floors(new.object).highest)
        for series in Set(before.keys).union(after.keys).sorted() where before[series] != after[series] {
            change.floors.append((series, Change(old: before[series]?.description, new: after[series]?.description)))
        }
        let verdicts = Dictionary(old.verdicts.map { ($0.target, $0.verdict) }, uniquingKeysWith: { first, _ in first })
        for verdict in new.verdicts where targets.contains(verdict.target) && verdicts[verdict.target] != verdict.verdict {
            change.verdicts.append((verdict.target, Change(old: verdicts[verdict.target], new: verdict.verdict)))
        }
        change.new = findings(new, without: old, on: targets)
        change.mended = findings(old, without: new, on: targets)
        return change
    }

    /// What counts in `report` and is not in `other`, by cause.
    private static func findings(
        _ report: ObjectReport, without other: ObjectReport, on targets: Set<String>
    ) -> [(reason: Reason, targets: [String])] {
        var known: Set<PlacedKey> = []
        for verdict in other.verdicts { for reason in verdict.reasons { known.insert(PlacedKey(reason, verdict.target)) } }
        var found: [(reason: Reason, targets: [String])] = []
        var places: [FindingKey: Int] = [:]
        for verdict in report.verdicts where targets.contains(verdict.target) {
            for reason in verdict.reasons where !known.contains(PlacedKey(reason, verdict.target)) {
                let key = FindingKey(reason)
                if let place = places[key] {
                    found[place].targets.append(verdict.target)
                } else {
                    places[key] = found.count
                    found.append((reason, [verdict.target]))
                }
            }
        }
        return found
    }

    private struct PlacedKey: Hashable {
        var key: FindingKey
        var target: String

        init(_ reason: Reason, _ target: String) {
            key = FindingKey(reason)
            self.target = target
        }
    }
}

extension ReportDifference.ObjectChange {
    fileprivate var isEmpty: Bool { floors.isEmpty && verdicts.isEmpty && new.isEmpty && mended.isEmpty }
}
