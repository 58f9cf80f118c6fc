// What runtimes will choose, on trees: each number follows from the runtime's source, cited in the table.

import PreflightHost
import PreflightTestSupport
import Testing

@Suite struct RuntimesTests {
    private func choices(_ tree: String) throws -> [String: String] {
        let runtimes = Runtimes(root: try recorded(tree))
        return try Dictionary(
            uniqueKeysWithValues: runtimes.names.map { name in
                let reading = try runtimes.read(name)
                return (
                    String(name.dropFirst("runtime.".count)), reading.number?.description ?? reading.unknown?.kind.rawValue ?? "?"
                )
            })
    }

    @Test func halfAProcessorOfEight() throws {
        #expect(
            try choices("v2-container") == [
                "swift-concurrency": "8", "swift-concurrency.blocking": "8", "foundation.active": "8",
                "foundation.configured": "8", "libdispatch": "8",
                "swift-nio": "1",
                "go": "2", "go-before-1-25": "8", "automaxprocs": "1", "rust": "1", "jvm": "1", "jvm-before-24": "1",
                "nproc": "1",
                "nproc-before-9-8": "8",
            ])
    }

    @Test func quotaOnTheParentOnly() throws {
        #expect(
            try choices("v2-parent-limit") == [
                "swift-concurrency": "8", "swift-concurrency.blocking": "8", "foundation.active": "8",
                "foundation.configured": "8", "libdispatch": "8",
                "swift-nio": "8",
                "go": "8", "go-before-1-25": "8", "automaxprocs": "8", "rust": "2", "jvm": "2", "jvm-before-24": "8",
                "nproc": "2",
                "nproc-before-9-8": "8",
            ])
    }

    @Test func ownGroupMountedUnderItsHostName() throws {
        // 1.5 processors; whoever appends the path to the mount point finds nothing.
        #expect(
            try choices("v2-host-namespace") == [
                "swift-concurrency": "16", "swift-concurrency.blocking": "16", "foundation.active": "16",
                "foundation.configured": "16", "libdispatch": "16",
                "swift-nio": "2",
                "go": "2", "go-before-1-25": "16", "automaxprocs": "16", "rust": "16", "jvm": "16", "jvm-before-24": "16",
                "nproc": "16",
                "nproc-before-9-8": "16",
            ])
    }

    @Test func dockerOnV1() throws {
        #expect(
            try choices("v1-docker") == [
                "swift-concurrency": "4", "swift-concurrency.blocking": "4", "foundation.active": "2",
                "foundation.configured": "4", "libdispatch": "4",
                "swift-nio": "2",
                "go": "2", "go-before-1-25": "4", "automaxprocs": "1", "rust": "1", "jvm": "2", "jvm-before-24": "2",
                "nproc": "4",
                "nproc-before-9-8": "4",
            ])
    }

    /// A set with a hole and no quota: Foundation counts up to the hole.
    @Test func setsWithHoles() throws {
        let place = try TemporaryDirectory()
        for name in [
            "proc", "proc/self", "sys", "sys/devices", "sys/devices/system", "sys/devices/system/cpu", "sys/fs", "sys/fs/cgroup",
        ] {
            _ = try place.makeDirectory(name)
        }
        _ = try place.makeDirectory("sys/fs/cgroup/cpuset")
        try place.write("proc/self/cgroup", "3:cpuset:/\n")
        try place.write("proc/self/mountinfo", "31 23 0:28 / /sys/fs/cgroup/cpuset rw - cgroup cgroup rw,cpuset\n")
        try place.write("proc/self/status", "Cpus_allowed_list:\t0-1,3\n")
        try place.write("sys/devices/system/cpu/online", "0-7\n")
        try place.write("sys/fs/cgroup/cpuset/cpuset.cpus", "0-1,3\n")
        let runtimes = Runtimes(root: try HostRoot(path: place.path))
        #expect(try runtimes.read("runtime.foundation.active").number == Number(2))
        #expect(try runtimes.read("runtime.swift-nio").number == Number(3))
        #expect(try runtimes.read("runtime.go").number == Number(3))
        // The list of possible processors is not there: not known, not a guess.
        #expect(try runtimes.read("runtime.foundation.configured").unknown?.kind == .absent)
        // A virtual machine that could have more processors: the scheduler's list names them, the system call does not.
        try place.write("proc/self/status", "Cpus_allowed_list:\t0-127\n")
        let affinity = try ControlGroups(root: HostRoot(path: place.path)).read("cpu.affinity")
        #expect(affinity.number == Number(8))
        #expect(affinity.notes == ["of these only 0-7 are online"])
        #expect(try runtimes.read("runtime.go").number == Number(8))
        try place.write("sys/fs/cgroup/cpuset/cpuset.cpus", "nonsense\n")
        #expect(try runtimes.read("runtime.swift-nio").unknown?.kind == .malformed)
    }

    @Test func anotherPodsQuotaIsNotGuessed() throws {
        let runtimes = Runtimes(root: try recorded("v2-pod-neighbour"), process: 42)
        for name in ["go", "rust", "jvm", "swift-nio", "automaxprocs", "nproc"] {
            #expect(try runtimes.read("runtime.\(name)").unknown?.kind == .hidden, "\(name)")
        }
        // Foundation reads nothing of v2, the pool no quota.
        #expect(try runtimes.read("runtime.foundation.active").number == Number(16))
        #expect(try runtimes.read("runtime.swift-concurrency").number == Number(16))
        #expect(runtimes.remarks().isEmpty)
    }

    @Test func warnsWithWhatMendsIt() throws {
        let remarks = Runtimes(root: try recorded("v2-container")).remarks()
        #expect(Set(remarks.map(\.rule)) == [.runtimeExceedsGrant])
        let names = Set(remarks.map { $0.subject.dropFirst("runtime.".count) })
        // Those that choose 1 cannot do with less.
        #expect(
            names == [
                "swift-concurrency", "swift-concurrency.blocking", "foundation.active", "foundation.configured", "libdispatch",
                "go",
                "go-before-1-25", "nproc-before-9-8",
            ])
        let go = try #require(remarks.first { $0.subject == "runtime.go" })
        #expect(go.remedy?.now == "export GOMAXPROCS=1")
        #expect(go.severity == .warning)
        #expect(go.message.contains("will choose 2 where 0.5 processors are granted"))
        #expect(remarks.first { $0.subject == "runtime.swift-concurrency" }?.remedy?.forGood?.contains("TaskExecutor") == true)
        #expect(remarks.first { $0.subject == "runtime.go-before-1-25" }?.severity == .info)
        #expect(remarks.first { $0.subject == "runtime.swift-concurrency.blocking" }?.severity == .info)
        #expect(Runtimes(root: try recorded("v2-pod-neighbour")).remarks().isEmpty)
        let nio = Runtimes(root: try recorded("v2-parent-limit")).remarks().first { $0.subject == "runtime.swift-nio" }
        #expect(nio?.remedy?.now == "export NIO_SINGLETON_GROUP_LOOP_COUNT=2 NIO_SINGLETON_BLOCKING_POOL_THREAD_COUNT=2")
    }
}
