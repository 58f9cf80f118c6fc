// Real v1 control groups of this machine: quota and set, a real kill for lack of memory, a real fork that fails, real throttling.

import PreflightHost
import PreflightTestSupport
import Testing

/// A trait that says why a test of real groups does not run.
private func live(_ controllers: String...) -> ConditionTrait {
    let obstacles = controllers.compactMap { LiveGroup.obstacle($0) }
    for obstacle in obstacles { print("skipped: \(obstacle)") }
    return .enabled(if: obstacles.isEmpty, "\(obstacles.joined(separator: "; "))")
}

@Suite struct LiveGroupsTests {
    @Test(live("cpu")) func quotaOfEveryLevel() throws {
        let group = try LiveGroup("cpu")
        let child = try LiveChild(["sleep", "60"])
        defer { child.end() }
        try group.take(child)
        let groups = ControlGroups(process: Int(child.process))
        #expect(try groups.read("cgroup.cpu.quota").isUnlimited)
        #expect(try groups.read("cgroup.path.cpu").text.map { group.leaf.hasSuffix($0) } == true)

        try group.setParent("cpu.cfs_quota_us", "150000")
        let above = try groups.read("cgroup.cpu.quota")
        #expect(above.number == Number(3, over: 2))
        #expect(above.source == "\(group.parent)/cpu.cfs_quota_us")
        #expect(above.raw == "150000 100000")
        #expect(groups.remarks().allSatisfy { $0.rule != .quotaBelowOne })

        try group.set("cpu.cfs_period_us", "50000")
        try group.set("cpu.cfs_quota_us", "25000")
        let own = try groups.read("cgroup.cpu.quota")
        #expect(own.number == Number(1, over: 2))
        #expect(own.source == "\(group.leaf)/cpu.cfs_quota_us")
        #expect(try groups.read("cpu.effective").number == Number(1, over: 2))
        #expect(groups.remarks().contains { $0.rule == .quotaBelowOne })
    }

    @Test(live("cpu")) func runtimesUnderAQuota() throws {
        let group = try LiveGroup("cpu")
        let child = try LiveChild(["taskset", "-c", "0", "sleep", "60"])
        defer { child.end() }
        try group.take(child)
        let runtimes = Runtimes(process: Int(child.process))
        let groups = ControlGroups(process: Int(child.process))
        #expect(try eventually { try groups.read("cpu.affinity").number == Number(1) })
        #expect(try groups.read("cpu.affinity.list").text == "0")
        let online = try #require(try groups.read("cpu.online").number)
        let note = "the affinity grants 1 of \(online) online processors"
        #expect(try groups.read("cpu.effective").notes.contains(note) == (online > Number(1)))
        try group.set("cpu.cfs_quota_us", "50000")
        #expect(try runtimes.read("runtime.go").number == Number(1))
        #expect(try runtimes.read("runtime.rust").number == Number(1))
        #expect(try runtimes.read("runtime.foundation.active").number == online)
        let warned = runtimes.remarks().contains { $0.subject == "runtime.foundation.active" }
        #expect(warned == (online > Number(1)))
    }

    @Test(live("cpuset")) func setOfProcessors() throws {
        let group = try LiveGroup("cpuset")
        for (file, text) in [("cpuset.cpus", "0"), ("cpuset.mems", "0")] {
            try group.setParent(file, text)
            try group.set(file, text)
        }
        let child = try LiveChild(["sleep", "60"])
        defer { child.end() }
        let groups = ControlGroups(process: Int(child.process))
        let before = try groups.read("cpu.affinity").number
        #expect(before == (try groups.read("cgroup.cpuset.count").number))
        try group.take(child)
        #expect(try groups.read("cgroup.cpuset.count").number == Number(1))
        #expect(try groups.read("cgroup.cpuset.list").text == "0")
        #expect(try groups.read("cgroup.cpuset.list").source == "\(group.leaf)/cpuset.effective_cpus")
        // The set shows in the affinity, so that nobody has to look for it.
        #expect(try groups.read("cpu.affinity").number == Number(1))
    }

    @Test(live("memory")) func killedForLackOfMemory() throws {
        let group = try LiveGroup("memory")
        let witness = try LiveChild(["sleep", "60"])
        defer { witness.end() }
        try group.take(witness)
        let groups = ControlGroups(process: Int(witness.process))
        #expect(try groups.read("cgroup.memory.oom-kills").number == Number(0))
        try group.setParent("memory.limit_in_bytes", "\(32 << 20)")
        let above = try groups.read("cgroup.memory.max")
        #expect(above.number == Number(32 << 20))
        #expect(above.source == "\(group.parent)/memory.limit_in_bytes")
        try group.set("memory.limit_in_bytes", "\(16 << 20)")
        // Where there is swap, it must not help. (With this limit the kernel counts no hits: 6.18 says 0 after a kill.)
        let hasSwap = try HostRoot.live.text("/proc/swaps").contains("\n")
        if hasSwap { try group.set("memory.memsw.limit_in_bytes", "\(16 << 20)") }
        #expect(try groups.read("cgroup.memory.max").source == "\(group.leaf)/memory.limit_in_bytes")
        #expect(groups.remarks().allSatisfy { $0.rule != .oomKill })

        // tail keeps a line until it ends; this one never does.
        let eater = try LiveChild(shell: "echo $$ > \(group.leaf)/cgroup.procs && exec tail /dev/zero")
        defer { eater.end() }
        #expect(try eventually { try groups.read("cgroup.memory.oom-kills").number == Number(1) })
        let hits = try #require(try groups.read("cgroup.memory.limit-hits").number)
        #expect(hits > Number(1) || hasSwap, "the limit was hit \(hits) times for one kill")
        let peak = try #require(try groups.read("cgroup.memory.peak").number)
        #expect(peak <= Number(16 << 20) && peak > Number(15 << 20))
        let left = try #require(try groups.read("cgroup.memory.headroom").number)
        #expect(left <= Number(16 << 20))
        let remark = try #require(groups.remarks().first { $0.rule == .oomKill })
        #expect(remark.severity == .warning)
        #expect(remark.source == "\(group.leaf)/memory.oom_control")
    }

    @Test(live("pids")) func forkThatFails() throws {
        let group = try LiveGroup("pids")
        let witness = try LiveChild(["sleep", "60"])
        defer { witness.end() }
        try group.take(witness)
        let groups = ControlGroups(process: Int(witness.process))
        #expect(try groups.read("cgroup.pids.max").isUnlimited)
        try group.setParent("pids.max", "5")
        #expect(try groups.read("cgroup.pids.max").number == Number(5))
        #expect(try groups.read("cgroup.pids.headroom").number == Number(4))
        try group.set("pids.max", "4")
        #expect(try groups.read("cgroup.pids.headroom").number == Number(3))
        #expect(try groups.read("cgroup.pids.headroom").raw == "4 - 1")
        #expect(try groups.read("cgroup.pids.events").number == Number(0))
        #expect(groups.remarks().allSatisfy { $0.rule != .forkFailed })
        #expect(groups.remarks().contains { $0.rule == .fewPids })

        let forker = try LiveChild(shell: "echo $$ > \(group.leaf)/cgroup.procs; for i in 1 2 3 4 5 6; do sleep 60 & done; wait")
        defer { forker.end() }
        #expect(try eventually { try groups.read("cgroup.pids.events").number ?? Number(0) > Number(0) })
        #expect(groups.remarks().contains { $0.rule == .forkFailed })
        // A limit below what is there leaves nothing, not less than nothing.
        try group.set("pids.max", "1")
        #expect(try groups.read("cgroup.pids.headroom").number == Number(0))
    }

    @Test(live("cpu")) func throttled() throws {
        let group = try LiveGroup("cpu")
        try group.setParent("cpu.cfs_quota_us", "5000")
        try group.setParent("cpu.cfs_period_us", "20000")
        let child = try LiveChild(shell: "while :; do :; done")
        defer { child.end() }
        let groups = ControlGroups(process: Int(child.process))
        try group.take(child)
        #expect(
            try eventually { try groups.read("cgroup.cpu.throttled-ratio").number ?? Number(0) > Number(1, over: 2) ?? Number(0) }
        )
        // The parent's counter tells it; the group's own has nothing to tell.
        #expect(try groups.read("cgroup.cpu.throttled-ratio").source == "\(group.parent)/cpu.stat")
        #expect(try groups.read("cgroup.cpu.throttled-time").number ?? Number(0) > Number(0))
        #expect(groups.remarks().contains { $0.rule == .throttled })
    }

    /// The v2 hierarchy of a hybrid machine: no controllers, but groups and their pressure.
    @Test(live("")) func pressureOfAGroup() throws {
        let group = try LiveGroup("")
        let child = try LiveChild(["sleep", "60"])
        defer { child.end() }
        try group.take(child)
        let groups = ControlGroups(process: Int(child.process))
        #expect(try groups.read("cgroup.path").text.map { group.leaf.hasSuffix($0) } == true)
        let calm = try groups.read("cgroup.pressure.cpu.full.avg10")
        #expect(calm.number == Number(0), "\(calm)")
        #expect(calm.source == "\(group.leaf)/cpu.pressure")
        let machine = try groups.read("pressure.cpu.some.total")
        #expect(try #require(machine.number) > Number(0))
        #expect(machine.scope == .machine)
        // Switched off, it is absent, not zero.
        try group.set("cgroup.pressure", "0")
        #expect(try groups.read("cgroup.pressure.cpu.full.avg10").unknown?.kind == .absent)
    }

    @Test func endedProcessIsGone() throws {
        let child = try LiveChild(["true"])
        child.wait()
        let groups = ControlGroups(process: Int(child.process))
        for name in ["cgroup.cpu.quota", "cpu.affinity", "cpu.effective", "cgroup.version", "cgroup.pids.headroom"] {
            #expect(try groups.read(name).unknown?.kind == .gone, "\(name)")
        }
        #expect(groups.remarks().isEmpty)
        #expect(Runtimes(process: Int(child.process)).remarks().isEmpty)
    }

    @Test func affinityIsTheSchedulers() throws {
        let said = try run("/usr/bin/nproc", []).outputText
        #expect(
            try ControlGroups().read("cpu.affinity").number?.description == said.split(separator: "\n").first.map(String.init))
        let online = try run("/usr/bin/getconf", ["_NPROCESSORS_ONLN"]).outputText
        #expect(
            try ControlGroups().read("cpu.online").number?.description == online.split(separator: "\n").first.map(String.init))
        let configured = try run("/usr/bin/getconf", ["_NPROCESSORS_CONF"]).outputText
        #expect(
            try ControlGroups().read("cpu.configured").number?.description
                == configured.split(separator: "\n").first.map(String.init))
    }

    /// What a kernel shows in a new control group namespace: our own parents, and with a fresh mount the root of the namespace.
    @Test(live("memory")) func textsOfANewNamespace() throws {
        let group = try LiveGroup("memory")
        try group.setParent("memory.limit_in_bytes", "\(32 << 20)")
        try group.set("memory.limit_in_bytes", "\(64 << 20)")
        let place = try TemporaryDirectory()
        for name in [
            "proc", "proc/self", "proc/self/ns", "proc/1", "new", "new/proc", "new/proc/self", "new/proc/self/ns", "new/proc/1",
            "new/memory",
        ] {
            _ = try place.makeDirectory(name)
        }
        // The loop writes; the namespace is made in the group, so the group is its root.
        let script = """
            set -e
            echo $$ > \(group.leaf)/cgroup.procs
            exec unshare --cgroup --mount sh -ec '
            cd \(place.path)
            for name in self/cgroup self/mountinfo 1/cgroup; do cat /proc/$name > proc/$name; done
            ln -s "$(readlink /proc/self/ns/cgroup)" proc/self/ns/cgroup
            mount -t cgroup -o memory none $PWD/new/memory
            grep new/memory /proc/self/mountinfo | sed "s,$PWD/new,,g" > new/proc/self/mountinfo
            for name in self/cgroup 1/cgroup self/ns/cgroup; do cp -P proc/$name new/proc/$name; done
            cat new/memory/memory.limit_in_bytes > copy
            umount new/memory
            mv copy new/memory/memory.limit_in_bytes'
            """
        let outcome = try run("/bin/sh", ["-c", script])
        guard outcome.status == 0 else {
            print("skipped: no control group namespace can be made here: \(outcome)")
            return
        }
        // Without a new mount the mounts' roots lie above the namespace: nothing may be read through them.
        let old = ControlGroups(root: try HostRoot(path: place.path))
        #expect(try old.read("cgroup.memory.max").unknown?.kind == .hidden)
        // The group of process 1 is at one of those roots: a path that begins with /.. can be in sight.
        let first = try GroupPaths(root: HostRoot(path: place.path), process: 1).directory(of: "memory")
        #expect(first.leaf == first.mount.point && first.path.hasPrefix("/../.."))
        let new = ControlGroups(root: try HostRoot(path: place.file("new")))
        let limit = try new.read("cgroup.memory.max")
        #expect(limit.number == Number(64 << 20), "\(limit)")
        #expect(limit.notes.contains { $0.hasPrefix("visible hierarchy only") })
        #expect(
            try ControlGroups(root: HostRoot(path: place.file("new")), process: 1).read("cgroup.memory.max").unknown?.kind
                == .hidden)
    }
}
