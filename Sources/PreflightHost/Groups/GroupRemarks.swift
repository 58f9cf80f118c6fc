// What stands out in the control groups, without any expectation: what has happened already, and limits so tight that it will.

/// Judges one look at the control groups.
struct GroupRemarks {
    let snapshot: GroupSnapshot

    init(_ snapshot: GroupSnapshot) { self.snapshot = snapshot }

    /// All of them, worst first.
    var all: [Remark] {
        [oomKills, throttling, pidsHeadroom, forkFailures, memoryHigh, v1, quotaBelowOne, cpuset].compactMap(\.self)
    }

    private func number(_ reading: Reading) -> Number? {
        if case .success(.number(let number)) = reading.value { number } else { nil }
    }

    private var oomKills: Remark? {
        let reading = GroupFact.byName["cgroup.memory.oom-kills"]?.read(snapshot)
        guard let reading, let kills = number(reading), kills > Number(0) else { return nil }
        let limit = number(snapshot.memoryMax).map { "; the limit is \($0) bytes" } ?? ""
        return Remark(
            .oomKill, .warning, "cgroup.memory.oom-kills",
            "killed by the kernel in this control group for lack of memory: \(kills)\(limit)",
            source: reading.source,
            remedy: HostRemedy(
                now: "dmesg | grep 'Memory cgroup out of memory'",
                forGood: "raise the limit (docker run --memory, resources.limits.memory, MemoryMax=), or let the program use less"
            ),
            citation: "https://docs.kernel.org/admin-guide/cgroup-v2.html#memory-interface-files")
    }

    private var throttling: Remark? {
        let reading = snapshot.throttledRatio
        // From a quarter on: our default, nobody documents one.
        guard let ratio = number(reading), ratio.numerator * 4 >= ratio.denominator else { return nil }
        let percent = Number(ratio.numerator * 100, over: ratio.denominator)?.floor ?? 0
        return Remark(
            .throttled, .warning, "cgroup.cpu.throttled-ratio",
            "\(percent) % of the CPU quota's periods were throttled (\(reading.raw ?? ""))", source: reading.source,
            remedy: HostRemedy(
                now: "run fewer threads: see the runtimes' remedies",
                forGood: "raise the quota (docker run --cpus, resources.limits.cpu, CPUQuota=), or remove it and keep the weight"),
            citation: "https://docs.kernel.org/scheduler/sched-bwc.html")
    }

    private var pidsHeadroom: Remark? {
        let reading = snapshot.headroom("pids", .count)
        guard let left = number(reading), let most = number(snapshot.pidsMax) else { return nil }
        guard left < Number(100) || left.numerator * 10 < most.numerator else { return nil }
        return Remark(
            .fewPids, .warning, "cgroup.pids.headroom",
            "only \(left) more threads can be started in this control group (\(reading.raw ?? "")); then fork and pthread_create "
                + "fail with EAGAIN",
            source: reading.source,
            remedy: HostRemedy(
                now: "docker update --pids-limit 4096 CONTAINER",
                forGood: "docker run --pids-limit, podman run --pids-limit (its default is 2048), kubelet podPidsLimit, TasksMax="
            ),
            citation: "https://docs.kernel.org/admin-guide/cgroup-v2.html#pid")
    }

    private var forkFailures: Remark? {
        let reading = GroupFact.byName["cgroup.pids.events"]?.read(snapshot)
        guard let reading, let failures = number(reading), failures > Number(0) else { return nil }
        return Remark(
            .forkFailed, .warning, "cgroup.pids.events",
            "\(failures) times a thread or process could not be started here because pids.max was reached",
            source: reading.source,
            remedy: HostRemedy(forGood: "docker run --pids-limit, podman run --pids-limit, kubelet podPidsLimit, TasksMax="),
            citation: "https://docs.kernel.org/admin-guide/cgroup-v2.html#pid")
    }

    private var memoryHigh: Remark? {
        let reading = snapshot.memoryHigh
        guard let high = number(reading) else { return nil }
        let most = number(snapshot.memoryMax)
        // Below three quarters of the hard limit a program is slowed down long before anything would be killed.
        if let most, high.numerator * 4 >= most.numerator * 3 { return nil }
        return Remark(
            .memoryHigh, .info, "cgroup.memory.high",
            "memory.high is \(high) bytes, the hard limit \(most.map { "\($0) bytes" } ?? "none"): above memory.high the program "
                + "is slowed down, not killed",
            source: reading.source, remedy: HostRemedy(forGood: "MemoryHigh= (or memory.high) nearer to MemoryMax="),
            citation: "https://docs.kernel.org/admin-guide/cgroup-v2.html#memory-interface-files")
    }

    private var v1: Remark? {
        let reading = snapshot.version
        guard case .success(.text(let version)) = reading.value, version == "v1" || version == "hybrid" else { return nil }
        return Remark(
            .cgroupV1, .info, "cgroup.version",
            "this machine uses control groups v1 (\(version)): systemd 258 and later do not boot on it, the kubelet refuses it "
                + "from 1.35 on (KEP-5573), and a group has no memory.high\(version == "v1" ? " and no pressure" : "")",
            source: reading.source,
            remedy: HostRemedy(forGood: "boot with v2 alone: systemd.unified_cgroup_hierarchy=1 on the kernel's command line"),
            citation: "https://github.com/systemd/systemd/blob/main/NEWS")
    }

    private var quotaBelowOne: Remark? {
        let reading = snapshot.quota
        guard let quota = number(reading), quota < Number(1) else { return nil }
        return Remark(
            .quotaBelowOne, .info, "cgroup.cpu.quota",
            "the CPU quota is \(quota) of one processor: even a single busy thread is stopped in every period",
            source: reading.source,
            remedy: HostRemedy(forGood: "docker run --cpus 1, resources.limits.cpu: 1, CPUQuota=100%"),
            citation: "https://docs.kernel.org/scheduler/sched-bwc.html")
    }

    private var cpuset: Remark? {
        // Only of v2 can it be told: there a controller is there but not handed down.
        guard let group = try? snapshot.directory("cpuset"), group.version == .v2,
            group.levels.count > 1 || snapshot.isCut(group),
            let top = group.levels.last, let available = try? snapshot.text(top, "cgroup.controllers"),
            available.words.contains("cpuset"), let there = try? snapshot.text(group.leaf, "cgroup.controllers"),
            !there.words.contains("cpuset")
        else { return nil }
        return Remark(
            .cpusetNotEnabled, .info, "cgroup.cpuset.count",
            "the controller cpuset is not enabled for \(group.path): AllowedCPUs= and --cpuset-cpus have no effect below it",
            source: snapshot.root.shown("\(group.leaf)/cgroup.controllers"),
            remedy: HostRemedy(
                now: "echo +cpuset > \(top)/cgroup.subtree_control (and on down to the group above)",
                forGood: "[Service]\nDelegate=cpuset cpu memory pids"),
            citation: "https://docs.kernel.org/admin-guide/cgroup-v2.html#enabling-and-disabling")
    }
}
