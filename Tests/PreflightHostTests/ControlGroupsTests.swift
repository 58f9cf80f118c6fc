// Control groups of trees that were recorded or composed: v2 with live controllers, Docker on v1, hybrid.

import PreflightHost
import PreflightTestSupport
import Testing

@Suite struct ControlGroupsTests {
    private func groups(_ tree: String, process: Int? = nil) throws -> ControlGroups {
        ControlGroups(root: try recorded(tree), process: process)
    }

    private func rules(_ groups: ControlGroups) -> Set<HostRule> { Set(groups.remarks().map(\.rule)) }

    @Test func everyNameAnswers() throws {
        for tree in ["hybrid", "v2-container", "v2-parent-limit", "v2-pod-neighbour", "v2-host-namespace", "v1-docker"] {
            let groups = try groups(tree)
            for name in groups.names {
                let reading = try groups.read(name)
                #expect(!reading.source.isEmpty, "\(tree) \(name)")
                #expect(reading.unknown?.kind != .malformed, "\(tree) \(name): \(reading)")
            }
            #expect(groups.overview().allSatisfy { groups.names.contains($0.name) })
        }
        #expect(try groups("hybrid").reading(of: "nofile") == nil)
    }

    @Test func containerWithItsOwnNamespace() throws {
        let groups = try groups("v2-container")
        #expect(try groups.read("cgroup.version").text == "v2")
        #expect(try groups.read("cgroup.cpu.quota").number == Number(1, over: 2))
        #expect(try groups.read("cgroup.cpu.quota").raw == "50000 100000")
        #expect(try groups.read("cgroup.cpu.quota").scope == .cgroup)
        #expect(try groups.read("cgroup.cpu.quota").notes.contains { $0.hasPrefix("visible hierarchy only") })
        #expect(try groups.read("cpu.effective").number == Number(1, over: 2))
        #expect(try groups.read("cpu.affinity").number == Number(8))
        #expect(try groups.read("cgroup.cpu.burst").number == Number(0))
        #expect(try groups.read("cgroup.cpu.throttled-ratio").number == Number(3, over: 10))
        #expect(try groups.read("cgroup.cpu.throttled-time").number == Number(5, over: 2))
        #expect(try groups.read("cgroup.memory.max").number == Number(536_870_912))
        #expect(try groups.read("cgroup.memory.swap.max").number == Number(0))
        #expect(try groups.read("cgroup.memory.memsw.max").unknown?.kind == .notApplicable)
        #expect(try groups.read("cgroup.memory.headroom").number == Number(536_870_912 - 104_857_600))
        #expect(try groups.read("cgroup.memory.peak").number == Number(536_870_912))
        #expect(try groups.read("cgroup.memory.oom-kills").number == Number(2))
        #expect(try groups.read("cgroup.memory.limit-hits").number == Number(41))
        #expect(try groups.read("cgroup.pids.headroom").number == Number(52))
        #expect(try groups.read("cgroup.pids.events").number == Number(5))
        #expect(try groups.read("cgroup.pressure.cpu.some.avg10").number == Number(138, over: 10_000))
        #expect(try groups.read("cgroup.pressure.cpu.some.total").number == Number(5_417_922_351, over: 1_000_000))
        // No /proc/pressure in this tree: absent, not zero.
        #expect(try groups.read("pressure.cpu.some.avg10").unknown?.kind == .absent)
        #expect(rules(groups) == [.oomKill, .throttled, .fewPids, .forkFailed, .memoryHigh, .quotaBelowOne])
    }

    @Test func limitsOfTheParentCount() throws {
        let groups = try groups("v2-parent-limit")
        let quota = try groups.read("cgroup.cpu.quota")
        #expect(quota.number == Number(2))
        #expect(quota.source.hasSuffix("/sys/fs/cgroup/limited.slice/cpu.max"))
        #expect(quota.notes == ["set by an ancestor, not by the group itself"])
        #expect(try groups.read("cpu.effective").number == Number(2))
        #expect(try groups.read("cgroup.memory.max").number == Number(1_073_741_824))
        #expect(try groups.read("cgroup.memory.headroom").number == Number(73_741_824))
        #expect(try groups.read("cgroup.memory.high").isUnlimited)
        #expect(try groups.read("cgroup.pids.max").number == Number(4096))
        #expect(try groups.read("cgroup.pids.headroom").number == Number(96))
        #expect(try groups.read("cgroup.pids.current").number == Number(3))
        // The group itself was never throttled: its parent was.
        #expect(try groups.read("cgroup.cpu.throttled-ratio").number == Number(9, over: 10))
        #expect(try groups.read("cgroup.cpuset.count").number == Number(8))
        #expect(rules(groups) == [.throttled, .fewPids, .cpusetNotEnabled])
    }

    @Test func anotherPodIsHidden() throws {
        let own = try groups("v2-pod-neighbour")
        #expect(try own.read("cgroup.cpu.quota").isUnlimited)
        #expect(try own.read("cpu.effective").number == Number(16))
        let other = try groups("v2-pod-neighbour", process: 42)
        for name in ["cgroup.cpu.quota", "cpu.effective", "cgroup.memory.max", "cgroup.pids.headroom", "cgroup.memory.oom-kills"]
        {
            #expect(try other.read(name).unknown?.kind == .hidden, "\(name)")
        }
        #expect(try other.read("cpu.affinity").number == Number(16))
        #expect(other.remarks().isEmpty)
        #expect(try groups("v2-pod-neighbour", process: 43).read("cgroup.cpu.quota").unknown?.kind == .gone)
    }

    @Test func ownGroupAtTheMountPoint() throws {
        let groups = try groups("v2-host-namespace")
        #expect(try groups.read("cgroup.cpu.quota").number == Number(3, over: 2))
        #expect(try groups.read("cgroup.cpu.quota").notes.contains { $0.hasPrefix("visible hierarchy only") })
    }

    @Test func dockerOnV1() throws {
        let groups = try groups("v1-docker")
        #expect(try groups.read("cgroup.version").text == "v1")
        let quota = try groups.read("cgroup.cpu.quota")
        #expect(quota.number == Number(3, over: 2))
        #expect(quota.source.hasSuffix("/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us"))
        #expect(try groups.read("cgroup.memory.max").isUnlimited)
        #expect(try groups.read("cgroup.memory.high").unknown?.kind == .notApplicable)
        #expect(try groups.read("cgroup.memory.swap.max").unknown?.kind == .notApplicable)
        #expect(try groups.read("cgroup.memory.limit-hits").number == Number(17))
        #expect(try groups.read("cgroup.memory.oom-kills").number == Number(0))
        #expect(try groups.read("cgroup.pids.headroom").isUnlimited)
        #expect(try groups.read("cgroup.cpu.throttled-time").number == Number(3))
        #expect(try groups.read("cgroup.pressure.cpu.some.avg10").unknown?.kind == .hidden)
        #expect(rules(groups) == [.cgroupV1])
    }

    @Test func hybrid() throws {
        let groups = try groups("hybrid")
        #expect(try groups.read("cgroup.version").text == "hybrid")
        #expect(try groups.read("cgroup.path.memory").text == "/jobs/a09f35f8b18246b4a70c7667f582a3ca")
        #expect(try groups.read("cgroup.path.cpu").text == "/")
        #expect(try groups.read("cgroup.cpu.quota").isUnlimited)
        #expect(try groups.read("cgroup.pids.max").isUnlimited)
        #expect(try groups.read("cgroup.cpuset.count").number == Number(2))
        #expect(try groups.read("cgroup.controllers").text?.hasPrefix("blkio cpu cpuacct cpuset devices freezer") == true)
    }

    /// A v2 group whose cpu.max holds this text.
    private func quota(_ text: String, other: [String: String] = [:]) throws -> Reading {
        let place = try TemporaryDirectory()
        for name in ["proc", "proc/self", "sys", "sys/fs", "sys/fs/cgroup", "sys/fs/cgroup/g"] {
            _ = try place.makeDirectory(name)
        }
        try place.write("proc/self/cgroup", "0::/g\n")
        try place.write("proc/self/mountinfo", "31 23 0:28 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n")
        try place.write("sys/fs/cgroup/cgroup.controllers", "cpu memory pids\n")
        if !text.isEmpty { try place.write("sys/fs/cgroup/g/cpu.max", text) }
        for (name, text) in other { try place.write("sys/fs/cgroup/\(name)", text) }
        return try ControlGroups(root: HostRoot(path: place.path)).read("cgroup.cpu.quota")
    }

    @Test func quotasAreExact() throws {
        for (text, over) in [("50000 100000", (1, 2)), ("25000 100000", (1, 4)), ("12000 100000", (3, 25)), ("200000", (2, 1))] {
            #expect(try quota(text + "\n").number == Number(Int128(over.0), over: Int128(over.1)), "\(text)")
        }
        #expect(try quota("max 100000\n").isUnlimited)
        // A missing file is no limit at this level, and the reading says why.
        let missing = try quota("")
        #expect(missing.isUnlimited)
        #expect(missing.notes.contains { $0.contains("not enabled") })
        // Without the controller nothing is known of a quota.
        #expect(try quota("", other: ["cgroup.controllers": "memory\n"]).unknown?.kind == .absent)
    }

    @Test(arguments: [
        "1 2 3", "50000 0", "50000 -1", "0 100000", "x 100000", "50000 max", "99999999999999999999999999999999999999 1", "\u{0}",
    ])
    func hostileQuotasAreMalformed(_ text: String) throws {
        let reading = try quota(text + "\n")
        #expect(reading.unknown?.kind == .malformed, "\(text): \(reading)")
        #expect(reading.unknown?.description.contains("cpu.max") == true)
    }

    @Test func anUnreadableLevelIsNotPassedOver() throws {
        // A directory in place of the file: read(2) fails, and a lower limit might have been there.
        let place = try TemporaryDirectory()
        for name in [
            "proc", "proc/self", "sys", "sys/fs", "sys/fs/cgroup", "sys/fs/cgroup/p", "sys/fs/cgroup/p/g",
            "sys/fs/cgroup/p/cpu.max",
        ] {
            _ = try place.makeDirectory(name)
        }
        try place.write("proc/self/cgroup", "0::/p/g\n")
        try place.write("proc/self/status", "Cpus_allowed_list:\t0-3\n")
        try place.write("proc/self/mountinfo", "31 23 0:28 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n")
        try place.write("sys/fs/cgroup/p/g/cpu.max", "400000 100000\n")
        let groups = ControlGroups(root: try HostRoot(path: place.path))
        #expect(try groups.read("cgroup.cpu.quota").unknown?.kind == .failed)
        #expect(try groups.read("cpu.effective").unknown != nil)
    }

    @Test(arguments: [
        (UInt64(9_223_372_036_854_771_712), true), (9_223_372_036_854_710_272, true), (1 << 62, false), (4096, false),
    ])
    func v1MemoryWithoutLimit(_ bytes: UInt64, _ isUnlimited: Bool) throws {
        let place = try TemporaryDirectory()
        for name in ["proc", "proc/self", "m", "m/g"] { _ = try place.makeDirectory(name) }
        try place.write("proc/self/cgroup", "4:memory:/g\n")
        try place.write("proc/self/mountinfo", "31 23 0:28 / /m rw - cgroup cgroup rw,memory\n")
        try place.write("m/g/memory.limit_in_bytes", "\(bytes)\n")
        let groups = ControlGroups(root: try HostRoot(path: place.path))
        #expect(try groups.read("cgroup.memory.max").isUnlimited == isUnlimited)
        #expect(try groups.read("cgroup.memory.memsw.max").unknown?.kind == .absent)
        // An ancestor that cannot be seen shows in memory.stat.
        try place.write("m/g/memory.stat", "cache 1\nhierarchical_memory_limit 1000\n")
        #expect(try groups.read("cgroup.memory.max").number == Number(1000))
        try place.write("m/g/memory.limit_in_bytes", "-7\n")
        #expect(try groups.read("cgroup.memory.max").unknown?.kind == .malformed)
    }
}
