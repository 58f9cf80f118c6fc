// The limits of control groups that a unit asks for, as values: TasksMax, MemoryMax, CPUQuota, AllowedCPUs.

/// A limit of a control group, which the groups around it limit too.
enum GroupLimit: String, Sendable, CaseIterable {
    case tasksMax = "TasksMax"
    case memoryMax = "MemoryMax"
    case memoryHigh = "MemoryHigh"
    case memorySwapMax = "MemorySwapMax"
    case cpuQuota = "CPUQuota"
    case allowedCPUs = "AllowedCPUs"

    var unit: Unit {
        switch self {
        case .tasksMax, .allowedCPUs: .count
        case .memoryMax, .memoryHigh, .memorySwapMax: .bytes
        case .cpuQuota: .cpus
        }
    }

    /// A value of a unit file, before shares become numbers.
    enum Bound: Sendable, Hashable {
        case number(Number)
        case share(Number)
        case unlimited
        case processors(ProcessorSet)
    }

    /// Reads what a unit file says; nil where systemd refuses it.
    func bound(_ text: String) -> Bound? {
        switch self {
        case .tasksMax:
            switch TasksBound(text) {
            case .number(let number)?: return .number(number)
            case .share(let share)?: return .share(share)
            case .unlimited?: return .unlimited
            case nil: return nil
            }
        case .memoryMax, .memoryHigh, .memorySwapMax:
            if text == "infinity" { return .unlimited }
            if let share = SystemdValue.share(text) {
                return share <= Number(1) && (self == .memorySwapMax || share > Number(0)) ? .share(share) : nil
            }
            guard let bytes = SystemdValue.bytes(text), self == .memorySwapMax || bytes > Number(0) else { return nil }
            return .number(bytes)
        case .cpuQuota:
            guard let share = SystemdValue.share(text), share > Number(0) else { return nil }
            return .number(share)
        case .allowedCPUs:
            return ProcessorSet(text).map { .processors($0) }
        }
    }

    /// What a unit's own assignments come to; nil where it says nothing, `unlimited` where it says that there is none.
    func own(_ assignments: [SystemdAssignment]) -> (bound: Bound, place: SystemdAssignment)? {
        guard self == .allowedCPUs else {
            return SystemdManager.last(assignments, accepts: bound).map { ($0.value, $0.place) }
        }
        // Lists add up.
        var union: (ProcessorSet, SystemdAssignment)?
        for assignment in assignments {
            if assignment.value.isEmpty {
                union = nil
            } else if let set = ProcessorSet(assignment.value) {
                union = (union.map { $0.0.union(set) } ?? set, assignment)
            }
        }
        return union.map { (.processors($0.0), $0.1) }
    }
}

/// Numbers of processors: `0-3,8`.
struct ProcessorSet: Sendable, Hashable, CustomStringConvertible {
    private(set) var members: Set<Int>

    /// Numbers and ranges between commas and blanks; nil for anything else, and above 8191, where systemd's sets end.
    init?(_ text: String) {
        members = []
        for word in text.split(whereSeparator: { $0 == "," || $0 == " " || $0 == "\t" }) {
            let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { UInt16($0) }
            guard (1...2).contains(ends.count), let low = ends[0], let high = ends[ends.count - 1], low <= high, high < 8192
            else { return nil }
            members.formUnion(Int(low)...Int(high))
        }
        if members.isEmpty { return nil }
    }

    private init(members: Set<Int>) { self.members = members }

    func union(_ other: ProcessorSet) -> ProcessorSet { ProcessorSet(members: members.union(other.members)) }
    func intersection(_ other: ProcessorSet) -> ProcessorSet { ProcessorSet(members: members.intersection(other.members)) }

    var description: String {
        var parts: [String] = []
        var range: ClosedRange<Int>?
        func close() {
            guard let range else { return }
            parts.append(range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)")
        }
        for number in members.sorted() {
            if let open = range, number == open.upperBound + 1 {
                range = open.lowerBound...number
            } else {
                close()
                range = number...number
            }
        }
        close()
        return parts.joined(separator: ",")
    }
}
