// Processors: the quota of every level, the cpuset, the affinity, and what is left of them together. Shares and weights say nothing
// about how many processors there are, so they are not read.

extension GroupSnapshot {
    /// The CPU quota: the lowest over all visible levels, in processors.
    var quota: Reading {
        reading("cpu", unit: .cpus, file: "cpu.max") { group throws(Unknown) in
            let best = try lowest(group) { level throws(Unknown) in try quota(of: level, group.version) }
            guard let best else {
                return try withoutFile(group, group.version == .v2 ? "cpu.max" : "cpu.cfs_quota_us", unit: .cpus)
            }
            return Reading(
                .success(best.limit.value), raw: best.limit.raw, source: root.shown("\(best.level)/\(best.limit.file)"),
                scope: .cgroup, unit: .cpus, notes: notes(group) + levelNotes(group, best.level, best.limit))
        }
    }

    /// The quota of one level in processors; nil where the level has no such file.
    func quota(of level: String, _ version: GroupVersion) throws(Unknown) -> LevelLimit? {
        switch version {
        case .v2:
            guard let text = try text(level, "cpu.max") else { return nil }
            let words = text.words
            // A period that is left out is 100 ms, the kernel's default.
            guard let first = words.first, words.count <= 2,
                let period = words.count == 2 ? Number(kernel: words[1]) : Number(100_000)
            else { throw malformed(level, "cpu.max", text) }
            if first == "max" { return LevelLimit(value: .unlimited, raw: text, file: "cpu.max") }
            guard let cpus = Self.quotient(Number(kernel: first), period) else { throw malformed(level, "cpu.max", text) }
            return LevelLimit(value: .number(cpus), raw: text, file: "cpu.max")
        case .v1:
            let (quotaFile, periodFile) = ("cpu.cfs_quota_us", "cpu.cfs_period_us")
            guard let quota = try text(level, quotaFile) else { return nil }
            guard let number = Number(kernel: quota) else { throw malformed(level, quotaFile, quota) }
            // The kernel writes -1; any negative number was taken for it when written.
            if number < Number(0) { return LevelLimit(value: .unlimited, raw: quota, file: quotaFile) }
            guard let period = try text(level, periodFile) else {
                throw Unknown(.absent, "\(root.shown("\(level)/\(periodFile)")) does not exist, although \(quotaFile) does")
            }
            guard let cpus = Self.quotient(number, Number(kernel: period)) else { throw malformed(level, periodFile, period) }
            return LevelLimit(value: .number(cpus), raw: "\(quota) \(period)", file: quotaFile)
        }
    }

    /// Both in microseconds; nil where one is no number or makes no sense.
    private static func quotient(_ quota: Number?, _ period: Number?) -> Number? {
        guard let quota, let period, quota > Number(0), period > Number(0) else { return nil }
        return Number(quota.numerator, over: period.numerator)
    }

    /// Says where a limit comes from, when that is not the group itself.
    func levelNotes(_ group: GroupDirectory, _ level: String, _ limit: LevelLimit) -> [String] {
        limit.number != nil && level != group.leaf ? ["set by an ancestor, not by the group itself"] : []
    }

    /// How much of unused quota a period may take over from earlier ones.
    var burst: Reading {
        reading("cpu", unit: .seconds, file: "cpu.max.burst") { group throws(Unknown) in
            let file = group.version == .v2 ? "cpu.max.burst" : "cpu.cfs_burst_us"
            guard let text = try text(group.leaf, file) else {
                throw Unknown(
                    .absent, "\(root.shown("\(group.leaf)/\(file)")) does not exist: no quota here, or a kernel older than 5.14")
            }
            guard let number = Number(kernel: text), let seconds = Number(number.numerator, over: 1_000_000) else {
                throw malformed(group.leaf, file, text)
            }
            return Reading(
                .success(.number(seconds)), raw: text, source: root.shown("\(group.leaf)/\(file)"), scope: .cgroup, unit: .seconds
            )
        }
    }

    /// How many of the quota's periods were throttled: of all levels, the highest share.
    var throttledRatio: Reading {
        reading("cpu", unit: .ratio, file: "cpu.stat") { group throws(Unknown) in
            var best: (level: String, ratio: Number, throttled: Number, periods: Number)?
            for level in group.levels {
                guard let periods = try value(level, "cpu.stat", key: "nr_periods"), periods > Number(0),
                    let throttled = try value(level, "cpu.stat", key: "nr_throttled"),
                    let ratio = Number(throttled.numerator, over: periods.numerator)
                else { continue }
                if let known = best, known.ratio >= ratio { continue }
                best = (level, ratio, throttled, periods)
            }
            guard let best else { return try withoutPeriods(group, .ratio) }
            return Reading(
                .success(.number(best.ratio)), raw: "nr_throttled \(best.throttled) nr_periods \(best.periods)",
                source: root.shown("\(best.level)/cpu.stat"), scope: .cgroup, unit: .ratio,
                notes: notes(group) + ["\(best.throttled) of \(best.periods) periods since the group was made"])
        }
    }

    /// For how long: of all levels, the longest.
    var throttledTime: Reading {
        reading("cpu", unit: .seconds, file: "cpu.stat") { group throws(Unknown) in
            // v1 counts nanoseconds, v2 microseconds.
            let (key, over) =
                group.version == .v2 ? ("throttled_usec", Int128(1_000_000)) : ("throttled_time", Int128(1_000_000_000))
            var best: (level: String, raw: Number)?
            for level in group.levels {
                guard let found = try value(level, "cpu.stat", key: key) else { continue }
                if let known = best, known.raw >= found { continue }
                best = (level, found)
            }
            guard let best, let seconds = Number(best.raw.numerator, over: over) else {
                return try withoutPeriods(group, .seconds)
            }
            return Reading(
                .success(.number(seconds)), raw: "\(key) \(best.raw)", source: root.shown("\(best.level)/cpu.stat"),
                scope: .cgroup,
                unit: .seconds, notes: notes(group) + ["summed over all processors"])
        }
    }

    /// No level has counted a period: nothing was throttled, provided that no level has a quota file that cannot be seen.
    private func withoutPeriods(_ group: GroupDirectory, _ unit: Unit) throws(Unknown) -> Reading {
        guard try text(group.leaf, "cpu.stat") != nil else {
            var reading = try withoutFile(group, "cpu.stat", unit: unit)
            reading.value = .success(.number(Number(0)))
            return reading
        }
        return Reading(
            .success(.number(Number(0))), source: root.shown("\(group.leaf)/cpu.stat"), scope: .cgroup, unit: unit,
            notes: notes(group) + ["no period with a quota has passed"])
    }

    /// The processors that the cpuset grants, as a list.
    func cpuset(_ make: (CPUList) -> Value) -> Reading {
        reading("cpuset", unit: .cpus, file: "cpuset.cpus") { group throws(Unknown) in
            // A group without the controller enabled has its nearest ancestor's set.
            let files = group.version == .v2 ? ["cpuset.cpus.effective"] : ["cpuset.effective_cpus", "cpuset.cpus"]
            for level in group.levels {
                for file in files {
                    guard let text = try text(level, file) else { continue }
                    guard let list = CPUList(text) else { throw malformed(level, file, text) }
                    return Reading(
                        .success(make(list)), raw: text, source: root.shown("\(level)/\(file)"), scope: .cgroup, unit: .cpus,
                        notes: level == group.leaf
                            ? [] : ["the controller cpuset is not enabled for \(group.path): the set of an ancestor"])
                }
            }
            throw Unknown(
                .absent,
                "no visible level of \(group.path) has \(files[0]): the controller cpuset is not enabled; "
                    + "cpu.affinity says what is granted"
            )
        }
    }

    var cpusetCount: Reading { cpuset { .number(Number($0.count)) } }
    var cpusetList: Reading { cpuset { .text($0.description) } }

    /// The processors that the scheduler lets the process run on: what sched_getaffinity(2) says, for any process.
    func affinity(_ make: (CPUList) -> Value) -> Reading {
        let file = ProcessFile.path("status", of: process)
        let source = "\(root.shown(file)) Cpus_allowed_list"
        do throws(Unknown) {
            let bytes = try ProcessFile.bytes("status", of: process, in: root)
            let key = Array("Cpus_allowed_list:".utf8)
            guard let line = bytes.split(separator: UInt8(ascii: "\n")).first(where: { $0.starts(with: key) }) else {
                throw Unknown(.malformed, "\(root.shown(file)) has no line Cpus_allowed_list")
            }
            let text = String(decoding: line.dropFirst(key.count), as: UTF8.self).trimmed
            guard let list = CPUList(text), list.count > 0 else {
                throw Unknown(
                    .malformed, "\(root.shown(file)) has `Cpus_allowed_list: \(text.prefix(80))`, which is no list of processors")
            }
            // The file names processors that may come, sched_getaffinity(2) only those that are online.
            guard let online = CPUList((try? root.text("/sys/devices/system/cpu/online")) ?? "-") else {
                return Reading(
                    .success(make(list)), raw: text, source: source, scope: .process, unit: .cpus,
                    notes: ["which processors are online is not known"])
            }
            let usable = list.intersection(online)
            let notes = usable.count < list.count ? ["of these only \(usable) are online"] : []
            return Reading(.success(make(usable)), raw: text, source: source, scope: .process, unit: .cpus, notes: notes)
        } catch { return Reading(.failure(error), source: source, scope: .process, unit: .cpus) }
    }

    var affinity: Reading { affinity { .number(Number($0.count)) } }
    var affinityList: Reading { affinity { .text($0.description) } }

    /// A list of /sys/devices/system/cpu, counted.
    func processors(_ file: String) -> Reading {
        let path = "/sys/devices/system/cpu/\(file)"
        do throws(Unknown) {
            let text = try root.text(path)
            guard let list = CPUList(text), list.count > 0 else {
                throw Unknown(.malformed, "\(root.shown(path)) holds `\(text.prefix(80))`, which is no list of processors")
            }
            return Reading(
                .success(.number(Number(list.count))), raw: text, source: root.shown(path), scope: .machine, unit: .cpus)
        } catch { return Reading(.failure(error), source: root.shown(path), scope: .machine, unit: .cpus) }
    }

    /// How much the process can get at most: the affinity or the quota, whichever is less.
    var effectiveCPUs: Reading {
        let (quota, affinity) = (quota, affinity)
        guard case .success(.number(let granted)) = affinity.value else { return affinity }
        var notes = affinity.notes
        if case .success(.number(let online)) = processors("online").value, granted < online {
            notes.append("the affinity grants \(granted) of \(online) online processors")
        }
        switch quota.value {
        case .success(.number(let limit)) where limit < granted:
            return Reading(
                .success(.number(limit)), raw: quota.raw, source: quota.source, scope: .cgroup, unit: .cpus,
                notes: quota.notes + notes + ["the quota is lower than the affinity"])
        case .success:
            return Reading(
                .success(.number(granted)), raw: affinity.raw, source: affinity.source, scope: .process, unit: .cpus,
                notes: quota.notes + notes)
        // Without a CPU controller there is no quota to be under, unless somebody above hides it.
        case .failure(let reason) where reason.kind == .absent:
            return Reading(
                .success(.number(granted)), raw: affinity.raw, source: affinity.source, scope: .process, unit: .cpus,
                notes: notes + ["no CPU quota could be looked for: \(reason)"])
        case .failure(let reason):
            return Reading(
                .failure(Unknown(reason.kind, "the affinity is \(granted), but the quota is not known: \(reason)")),
                source: quota.source, scope: .cgroup, unit: .cpus)
        }
    }
}

extension CPUList: CustomStringConvertible {
    /// As the kernel writes it.
    public var description: String {
        ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
    }
}
