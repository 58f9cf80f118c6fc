// The reports of a CI matrix as one: an object that several runs judged gets all their verdicts, and objects that only share a path
// stay apart.

internal import PreflightELF
public import PreflightInputs
public import PreflightTargets

/// Several reports taken together.
public struct MergedReport: Sendable {
    /// All targets.
    public private(set) var selection: Selection
    /// All objects, in the order of the reports.
    public private(set) var objects: [ObjectReport] = []
    /// All that could not be read.
    public private(set) var errors: [InputError] = []
    /// ELF files that were passed over.
    public private(set) var passedOver = 0
    /// All waivers.
    public private(set) var waivers: [Waiver] = []
    /// All expectations, each under the name of its report where several reports have some.
    public private(set) var host: HostReport?

    /// Merges `reports`.
    ///
    /// - Parameter matrix: the matrix that tells releases from roots.
    public init(_ reports: [RecordedReport], in matrix: Matrix = .builtIn) {
        let ids = reports.flatMap(\.targets)
        let day = reports.map(\.asOf).max { $0 < $1 }
        selection = .recorded(ids, asOf: day ?? matrix.asOf, in: matrix)
        let hosts = reports.filter { $0.host != nil }.count
        var places: [Key: Int] = [:]
        var paths: [String: Set<Int>] = [:]
        for (number, report) in reports.enumerated() {
            // The same waiver of the same configuration is one.
            let numbers = report.waivers.map { waiver -> Int in
                if let known = waivers.firstIndex(of: waiver) { return known }
                waivers.append(waiver)
                return waivers.count - 1
            }
            for var object in report.objects {
                object.renumber(numbers)
                let key = Key(object)
                if let place = places[key], objects[place].take(object) { continue }
                paths[object.path, default: []].insert(objects.count)
                if places[key] == nil { places[key] = objects.count }
                origins.append(number)
                objects.append(object)
            }
            // A job that judged nothing must not vanish among those that did.
            if report.objects.isEmpty, report.errors.isEmpty, report.host == nil || !report.targets.isEmpty {
                errors.append(InputError(path: report.name, message: "has no object: that run judged nothing"))
            }
            for error in report.errors where !errors.contains(error) { errors.append(error) }
            passedOver += report.passedOver
            if let other = report.host.map({ hosts > 1 ? $0.named(report.name) : $0 }) {
                if host == nil { host = other } else { host?.findings += other.findings }
            }
        }
        tellApart(paths.values.filter { $0.count > 1 }, reports)
    }

    /// The number of the report that each object comes from.
    private var origins: [Int] = []

    /// Objects that share a path get what tells them apart behind it: the architecture, else the report.
    private mutating func tellApart(_ groups: [Set<Int>], _ reports: [RecordedReport]) {
        for group in groups {
            let machines = Set(group.map { objects[$0].object.machine.name })
            for place in group {
                let name = machines.count == group.count ? objects[place].object.machine.name : reports[origins[place]].name
                objects[place].path += " (\(name))"
            }
        }
    }

    /// What makes two entries the same object: all that reports say of the file itself.
    private struct Key: Hashable {
        var path: String
        var machine: String
        var kind: Object.Kind
        var needed: [String]
        var needs: [VersionNeed]

        init(_ report: ObjectReport) {
            path = report.path
            machine = report.object.machine.name
            kind = report.object.kind
            needed = report.object.needed
            needs = report.object.needs
        }
    }
}

extension ObjectReport {
    /// Takes the verdicts of `other` on targets that this has none of.
    ///
    /// - Returns: false, and nothing is taken, where they disagree on a target: then they are two objects after all.
    fileprivate mutating func take(_ other: ObjectReport) -> Bool {
        let known = Dictionary(verdicts.map { ($0.target, $0.verdict) }, uniquingKeysWith: { first, _ in first })
        guard other.verdicts.allSatisfy({ known[$0.target] == nil || known[$0.target] == $0.verdict }) else { return false }
        verdicts += other.verdicts.filter { known[$0.target] == nil }
        let judged = Set(verdicts.map(\.target))
        leftOut = (leftOut + other.leftOut.filter { entry in !leftOut.contains { $0.target == entry.target } })
            .filter { !judged.contains($0.target) }
        packages.merge(other.packages) { own, _ in own }
        bundled = Set(bundled + other.bundled).sorted()
        remarks += other.remarks.filter { !remarks.contains($0) }
        if blame.isEmpty { (blame, blameRemarks) = (other.blame, other.blameRemarks) }
        return true
    }

    fileprivate mutating func renumber(_ numbers: [Int]) {
        func renumbered(_ entries: [SuppressedReason]) -> [SuppressedReason] {
            entries.map { entry in
                guard case .waiver(let number) = entry.by else { return entry }
                return SuppressedReason(reason: entry.reason, by: .waiver(numbers[number]))
            }
        }
        for place in verdicts.indices { verdicts[place].suppressed = renumbered(verdicts[place].suppressed) }
        suppressedRemarks = renumbered(suppressedRemarks)
    }
}
