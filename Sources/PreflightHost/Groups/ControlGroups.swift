// Control groups as facts: what limits a process, by which level, and what has already happened because of it. Every limit is the
// lowest of all visible levels, because a parent's limit binds its children whatever their own files say.

/// The control groups of a process, v1, v2 and hybrid.
public struct ControlGroups: HostReader {
    let root: HostRoot
    let process: Int?

    /// Reads nothing yet.
    ///
    /// - Parameter process: whose groups; the reading process itself where nil.
    public init(root: HostRoot = .live, process: Int? = nil) {
        self.root = root
        self.process = process
    }

    /// The names in the order of ``overview()``.
    public var names: [String] { GroupFact.all.map(\.name) }

    /// The reading of a name that begins with `cgroup.`, `cpu.` or `pressure.`; nil for others.
    public func reading(of name: String) -> Reading? {
        GroupFact.byName[name]?.read(GroupSnapshot(root: root, process: process))
    }

    /// The limits and what happened because of them; not the paths, the lists and the longer averages.
    public func overview() -> [Fact] {
        let snapshot = GroupSnapshot(root: root, process: process)
        return GroupFact.all.filter(\.isInOverview).map { Fact($0.name, $0.read(snapshot)) }
    }

    /// What stands out: kills, throttling, little head-room, v1.
    public func remarks() -> [Remark] { GroupRemarks(GroupSnapshot(root: root, process: process)).all }
}

/// A name and how it is read.
struct GroupFact: Sendable {
    let name: String
    let isInOverview: Bool
    let read: @Sendable (GroupSnapshot) -> Reading

    init(_ name: String, overview: Bool = true, _ read: @escaping @Sendable (GroupSnapshot) -> Reading) {
        self.name = name
        isInOverview = overview
        self.read = read
    }

    static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    static let all: [GroupFact] =
        [
            GroupFact("cgroup.version") { $0.version },
            GroupFact("cgroup.controllers", overview: false) { $0.controllers },
            GroupFact("cgroup.path", overview: false) { $0.path("") },
            GroupFact("cgroup.path.cpu", overview: false) { $0.path("cpu") },
            GroupFact("cgroup.path.cpuset", overview: false) { $0.path("cpuset") },
            GroupFact("cgroup.path.memory", overview: false) { $0.path("memory") },
            GroupFact("cgroup.path.pids", overview: false) { $0.path("pids") },
            GroupFact("cpu.effective") { $0.effectiveCPUs },
            GroupFact("cpu.affinity") { $0.affinity },
            GroupFact("cpu.affinity.list", overview: false) { $0.affinityList },
            GroupFact("cpu.online") { $0.processors("online") },
            GroupFact("cpu.configured", overview: false) { $0.processors("possible") },
            GroupFact("cgroup.cpu.quota") { $0.quota },
            GroupFact("cgroup.cpu.burst", overview: false) { $0.burst },
            GroupFact("cgroup.cpu.throttled-ratio") { $0.throttledRatio },
            GroupFact("cgroup.cpu.throttled-time", overview: false) { $0.throttledTime },
            GroupFact("cgroup.cpuset.count", overview: false) { $0.cpusetCount },
            GroupFact("cgroup.cpuset.list", overview: false) { $0.cpusetList },
            GroupFact("cgroup.memory.max") { $0.memoryMax },
            GroupFact("cgroup.memory.high", overview: false) { $0.memoryHigh },
            GroupFact("cgroup.memory.swap.max", overview: false) { $0.swapMax },
            GroupFact("cgroup.memory.memsw.max", overview: false) { $0.memorySwapMax },
            GroupFact("cgroup.memory.current") {
                $0.ofTheGroup("memory", .bytes, v1: "memory.usage_in_bytes", v2: "memory.current", rootNote: "")
            },
            GroupFact("cgroup.memory.peak", overview: false) {
                $0.ofTheGroup(
                    "memory", .bytes, v1: "memory.max_usage_in_bytes", v2: "memory.peak",
                    rootNote: " or the kernel is older than 5.19")
            },
            GroupFact("cgroup.memory.headroom") { $0.headroom("memory", .bytes) },
            GroupFact("cgroup.memory.oom-kills") {
                $0.event("memory", v1: ("memory.oom_control", "oom_kill"), v2: ("memory.events", "oom_kill"))
            },
            GroupFact("cgroup.memory.limit-hits", overview: false) { $0.limitHits },
            GroupFact("cgroup.pids.max") { $0.pidsMax },
            GroupFact("cgroup.pids.current") {
                $0.ofTheGroup(
                    "pids", .count, v1: "pids.current", v2: "pids.current", rootNote: "", notes: ["counts threads, not processes"]
                )
            },
            GroupFact("cgroup.pids.headroom") { $0.headroom("pids", .count) },
            GroupFact("cgroup.pids.events") { $0.event("pids", v1: ("pids.events", "max"), v2: ("pids.events", "max")) },
        ] + pressure

    /// `pressure.cpu.some.avg10` is the machine's, `cgroup.pressure.cpu.some.avg10` the group's own.
    private static let pressure: [GroupFact] = ["cpu", "memory", "io"].flatMap { resource in
        ["some", "full"].flatMap { line in
            ["avg10", "avg60", "avg300", "total"].flatMap { column in
                [
                    GroupFact("pressure.\(resource).\(line).\(column)", overview: line == "some" && column == "avg10") {
                        $0.machinePressure(resource, line, column)
                    },
                    GroupFact("cgroup.pressure.\(resource).\(line).\(column)", overview: false) {
                        $0.groupPressure(resource, line, column)
                    },
                ]
            }
        }
    }
}
