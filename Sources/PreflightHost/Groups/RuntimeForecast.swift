// Applies a runtime's rule to what that runtime would read: its own view of the control group file system, which for another
// process may be cut shorter than ours.

struct RuntimeForecast {
    let snapshot: GroupSnapshot
    private let subjectMounts: Result<[GroupPaths.Mount], Unknown>
    /// The subject's paths are relative to another namespace's root than ours.
    private let isElsewhere: Bool

    init(_ snapshot: GroupSnapshot) {
        self.snapshot = snapshot
        let (root, process) = (snapshot.root, snapshot.process)
        if let process {
            let file = "/proc/\(process)/mountinfo"
            do throws(Unknown) {
                subjectMounts = .success(
                    try GroupPaths.mounts(try ProcessFile.bytes("mountinfo", of: process, in: root), root.shown(file)))
            } catch { subjectMounts = .failure(error) }
            let (ours, theirs) = (try? root.link("/proc/self/ns/cgroup"), try? root.link("/proc/\(process)/ns/cgroup"))
            isElsewhere = ours != nil && theirs != nil && ours != theirs
        } else {
            subjectMounts = snapshot.paths.map(\.mounts)
            isElsewhere = false
        }
    }

    /// The number that the rule leads to.
    func reading(_ rule: RuntimeRule) -> Reading {
        var source = rule.title
        do throws(Unknown) {
            let (number, how) = try number(rule)
            source = how
            return Reading(.success(.number(number)), source: source, scope: .process, unit: .cpus, notes: rule.notes)
        } catch {
            return Reading(.failure(error), source: source, scope: .process, unit: .cpus, notes: rule.notes)
        }
    }

    private func number(_ rule: RuntimeRule) throws(Unknown) -> (Number, String) {
        if let quota = try quota(rule) {
            let rounded: Int128
            switch rule.rounding {
            case .up: rounded = quota.ceiling
            case .down: rounded = quota.floor
            case .nearest: rounded = (Number(quota.numerator * 2 + quota.denominator, over: quota.denominator * 2) ?? quota).floor
            }
            let share = max(rounded, Int128(rule.minimum))
            let how = "\(rule.rounding.rawValue)(quota \(quota)), at least \(rule.minimum)"
            guard rule.isClamped else { return (Number(share), how) }
            let base = try base(rule.base)
            return (min(base, Number(share)), "min(\(rule.base.rawValue) \(base), \(how))")
        }
        if let (count, file) = try cpuset(rule.cpuset) { return (Number(count), file) }
        let base = try base(rule.base)
        return (base, "\(rule.base.rawValue) \(base)")
    }

    private func base(_ base: RuntimeRule.Base) throws(Unknown) -> Number {
        let reading: Reading
        switch base {
        case .online: reading = snapshot.processors("online")
        case .configured: reading = snapshot.processors("possible")
        case .affinity: reading = snapshot.affinity
        }
        guard case .number(let number) = try reading.value.get() else {
            throw Unknown(.malformed, "\(reading.source) is no number")
        }
        return number
    }

    /// The quota as the runtime reads it; nil where it finds none.
    private func quota(_ rule: RuntimeRule) throws(Unknown) -> Number? {
        guard rule.quota != .none, let group = try group("cpu", rule.versions) else { return nil }
        let levels: [String]
        switch rule.quota {
        case .none: levels = []
        case .fixedPath: levels = try fixedPath(group).map { [$0] } ?? []
        case .leaf: levels = Array(try seen(group, isNaive: rule.isNaive).prefix(1))
        case .lowest: levels = try seen(group, isNaive: rule.isNaive)
        }
        var lowest: Number?
        for level in levels {
            guard let number = try snapshot.quota(of: level, group.version)?.number else { continue }
            lowest = min(lowest ?? number, number)
        }
        return lowest
    }

    /// A controller's group; nil where there is none of these versions, which is known even of a group that cannot be seen.
    private func group(_ controller: String, _ versions: Set<GroupVersion>) throws(Unknown) -> GroupDirectory? {
        guard let member = try snapshot.paths.get().membership(of: controller) else { return nil }
        guard versions.contains(member.version) else { return nil }
        return try snapshot.directory(controller)
    }

    /// The levels that the subject itself can see, its own first; none where it looks for them at a path that is not there.
    private func seen(_ group: GroupDirectory, isNaive: Bool) throws(Unknown) -> [String] {
        guard let top = try mount(group) else { return isNaive && group.version == .v2 ? [] : group.levels }
        let topmost = try snapshot.paths.get().directory(at: top.root, like: group).leaf
        let isJoinedRightly = isElsewhere || GroupPaths.components(top.root).isEmpty || GroupPaths.components(group.path).isEmpty
        if isNaive, group.version == .v2, !isJoinedRightly { return [] }
        return group.levels.filter { $0 == topmost || $0.hasPrefix(topmost.hasSuffix("/") ? topmost : topmost + "/") }
    }

    /// The mount below /sys/fs/cgroup in the subject's own view; nil where it has none there.
    private func mount(_ group: GroupDirectory, _ controller: String = "cpu") throws(Unknown) -> GroupPaths.Mount? {
        try subjectMounts.get().last { mount in
            switch group.version {
            case .v2: return mount.version == .v2 && mount.point == "/sys/fs/cgroup"
            case .v1:
                // /sys/fs/cgroup/cpu may be a link to cpu,cpuacct.
                let parts = GroupPaths.components(mount.point)
                return mount.version == .v1 && mount.options.contains(controller) && parts.starts(with: ["sys", "fs", "cgroup"])
                    && parts.count == 4 && parts[3].split(separator: ",").contains(controller[...])
            }
        }
    }

    /// Our name for the group at the subject's /sys/fs/cgroup (v2) or /sys/fs/cgroup/cpu (v1).
    private func fixedPath(_ group: GroupDirectory) throws(Unknown) -> String? {
        guard let mount = try mount(group, group.controller) else { return nil }
        return try snapshot.paths.get().directory(at: mount.root, like: group).leaf
    }

    /// The processors of cpuset.cpus (not those in effect) and where that is; an empty file does not count.
    private func cpuset(_ kind: RuntimeRule.CPUSet) throws(Unknown) -> (Int, String)? {
        guard kind != .none, let group = try group("cpuset", kind == .whole ? [.v1, .v2] : [.v1]) else { return nil }
        let level = try group.version == .v1 ? fixedPath(group) : seen(group, isNaive: true).first
        guard let level, let text = try snapshot.text(level, "cpuset.cpus"), !text.isEmpty else { return nil }
        guard let list = CPUList(text), let first = list.ranges.first else {
            throw snapshot.malformed(level, "cpuset.cpus", text)
        }
        return (kind == .whole ? list.count : first.count, "\(snapshot.root.shown(level))/cpuset.cpus \(text)")
    }
}
