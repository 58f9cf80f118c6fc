// How many processors each runtime will take for its own: a table of what their sources say, beside what the kernel grants.

/// A runtime's rule for its number of threads.
struct RuntimeRule: Sendable {
    /// What it starts from.
    enum Base: String { case online, configured, affinity }
    /// The quota it looks at: none, its own group's, the lowest it can see, that of a fixed path.
    enum Quota { case none, leaf, lowest, fixedPath }
    enum Rounding: String { case up = "ceil", down = "floor", nearest = "round" }

    /// cpuset.cpus: of v2 its own group's, of v1 that of a fixed path; or only the first range of the latter.
    enum CPUSet { case none, whole, firstRangeOfV1 }

    /// `runtime.` and the name.
    let name: String
    /// As people call it.
    let title: String
    let base: Base
    var quota = Quota.none
    /// The interfaces in which it looks for a quota.
    var versions: Set<GroupVersion> = [.v1, .v2]
    /// It appends the path in /proc/self/cgroup to the mount point of v2 without regard to the mount's root.
    var isNaive = false
    var rounding = Rounding.up
    var minimum = 1
    /// The base bounds what the quota gives.
    var isClamped = true
    /// What it counts where there is no quota, before it takes the base.
    var cpuset = CPUSet.none
    /// An earlier version, or a number that seldom comes about: worth knowing, not worth a warning.
    var isSecondary = false
    /// For now; `#` stands for the number of processors granted, rounded up.
    let now: String?
    /// For good; `#` likewise.
    let forGood: String
    let citation: String
    var notes: [String] = []

    private static let sysconf =
        "glibc's sysconf counts neither affinity nor quota; musl's (static Linux SDK) counts the affinity"
    private static let container =
        "give the container whole processors (docker run --cpuset-cpus, kubelet cpuManagerPolicy: static) or a higher quota"

    static let all: [RuntimeRule] = [
        RuntimeRule(
            name: "swift-concurrency", title: "Swift concurrency's global executor", base: .affinity, now: "taskset -c 0",
            forGood:
                "no variable caps it: docker run --cpuset-cpus, a higher quota, a TaskExecutor of your own width (SE-0417), or "
                + "NIO's event loops as the executor "
                + "(NIOSingletons.unsafeTryInstallSingletonPosixEventLoopGroupAsConcurrencyGlobalExecutor() with "
                + "NIO_SINGLETON_GROUP_LOOP_COUNT=#)",
            citation: "https://github.com/swiftlang/swift-corelibs-libdispatch/blob/main/src/event/workqueue.c",
            notes: [
                "threads that compute; for threads that block libdispatch adds others, see runtime.swift-concurrency.blocking"
            ]),
        RuntimeRule(
            name: "swift-concurrency.blocking", title: "Swift concurrency's global executor, when tasks block its threads,",
            base: .configured, isSecondary: true, now: nil,
            forGood: "do not block in tasks; neither a variable, taskset nor a cpuset caps this width",
            citation: "https://github.com/swiftlang/swift/blob/main/stdlib/public/Concurrency/DispatchGlobalExecutor.cpp",
            notes: [sysconf, "the width of the queue of each priority (DISPATCH_QUEUE_WIDTH_MAX_LOGICAL_CPUS)"]),
        RuntimeRule(
            name: "foundation.active", title: "Foundation's ProcessInfo.activeProcessorCount", base: .online, quota: .fixedPath,
            versions: [.v1], isClamped: false, cpuset: .firstRangeOfV1, now: nil,
            forGood: "do not size a pool by it: take the number from a variable of your own; " + container,
            citation:
                "https://github.com/swiftlang/swift-foundation/blob/main/Sources/FoundationEssentials/ProcessInfo/ProcessInfo.swift",
            notes: [
                "reads /sys/fs/cgroup/cpu/cpu.cfs_quota_us and the first range of /sys/fs/cgroup/cpuset/cpuset.cpus, nothing of v2",
                sysconf,
            ]),
        RuntimeRule(
            name: "foundation.configured", title: "Foundation's ProcessInfo.processorCount", base: .configured, now: nil,
            forGood:
                "do not size a pool by it: take the number from a variable of your own; it counts even processors "
                + "that are not online",
            citation: "https://github.com/swiftlang/swift-corelibs-foundation/issues/4676", notes: [sysconf]),
        RuntimeRule(
            name: "libdispatch", title: "libdispatch (DispatchQueue.concurrentPerform, global queues)", base: .affinity,
            now: "taskset -c 0",
            forGood: "docker run --cpuset-cpus: libdispatch counts the affinity, never the quota",
            citation: "https://github.com/swiftlang/swift-corelibs-libdispatch/blob/main/src/shims/hw_config.h"),
        RuntimeRule(
            name: "swift-nio", title: "SwiftNIO's System.coreCount", base: .online, quota: .fixedPath, isNaive: true,
            isClamped: false,
            cpuset: .whole, now: "export NIO_SINGLETON_GROUP_LOOP_COUNT=# NIO_SINGLETON_BLOCKING_POOL_THREAD_COUNT=#",
            forGood:
                "set both variables in the container's or unit's environment, or pass numberOfThreads to "
                + "MultiThreadedEventLoopGroup",
            citation: "https://github.com/apple/swift-nio/blob/main/Sources/NIOCore/Linux.swift",
            notes: ["reads /sys/fs/cgroup/cpu.max (v1: /sys/fs/cgroup/cpu/cpu.cfs_quota_us), not its own group, and no ancestors"]
        ),
        RuntimeRule(
            name: "go", title: "Go 1.25 and later", base: .affinity, quota: .leaf, minimum: 2, now: "export GOMAXPROCS=#",
            forGood:
                "set GOMAXPROCS in the container's or unit's environment, or the quota on the group itself instead of its parent",
            citation: "https://github.com/golang/go/issues/81180",
            notes: [
                "GOMAXPROCS and GODEBUG=containermaxprocs=0 switch it off; re-read while running; never less than 2 by a quota"
            ]),
        RuntimeRule(
            name: "go-before-1-25", title: "Go 1.5 to 1.24", base: .affinity, isSecondary: true, now: "export GOMAXPROCS=#",
            forGood: "update to Go 1.25, use go.uber.org/automaxprocs, or set GOMAXPROCS", citation: "https://go.dev/doc/go1.25"),
        RuntimeRule(
            name: "automaxprocs", title: "go.uber.org/automaxprocs", base: .affinity, quota: .leaf, isNaive: true,
            rounding: .down,
            isClamped: false, now: "export GOMAXPROCS=#",
            forGood: "set GOMAXPROCS, or the quota on the group itself instead of its parent",
            citation: "https://github.com/uber-go/automaxprocs/blob/master/internal/cgroups/cgroups2.go",
            notes: ["a quota above the affinity is not bounded by it"]),
        RuntimeRule(
            name: "rust", title: "Rust's std::thread::available_parallelism", base: .affinity, quota: .lowest, isNaive: true,
            rounding: .down,
            now: "taskset -c 0", forGood: "RAYON_NUM_THREADS=#, TOKIO_WORKER_THREADS=#; the standard library has no variable",
            citation: "https://github.com/rust-lang/rust/blob/master/library/std/src/sys/thread/unix.rs"),
        RuntimeRule(
            name: "jvm", title: "JVM 24 and later", base: .affinity, quota: .lowest, isNaive: true,
            now: "export JAVA_TOOL_OPTIONS=-XX:ActiveProcessorCount=#", forGood: "java -XX:ActiveProcessorCount=#",
            citation: "https://github.com/openjdk/jdk/pull/20646"),
        RuntimeRule(
            name: "jvm-before-24", title: "JVM 17 to 23", base: .affinity, quota: .leaf, isNaive: true, isSecondary: true,
            now: "export JAVA_TOOL_OPTIONS=-XX:ActiveProcessorCount=#", forGood: "java -XX:ActiveProcessorCount=#",
            citation: "https://github.com/openjdk/jdk/pull/20646",
            notes: ["versions before JDK-8281181 also took cpu.shares for a number of processors"]),
        RuntimeRule(
            name: "nproc", title: "nproc of coreutils 9.8 and later", base: .affinity, quota: .lowest, versions: [.v2],
            isNaive: true,
            rounding: .nearest, now: "export OMP_NUM_THREADS=#", forGood: "make -j# instead of make -j$(nproc)",
            citation: "https://github.com/coreutils/gnulib/blob/master/lib/nproc.c",
            notes: ["OMP_NUM_THREADS and OMP_THREAD_LIMIT win; quotas of v1 are not read, nor under a real-time scheduler"]),
        RuntimeRule(
            name: "nproc-before-9-8", title: "nproc of coreutils before 9.8", base: .affinity, isSecondary: true,
            now: "export OMP_NUM_THREADS=#", forGood: "make -j# instead of make -j$(nproc)",
            citation: "https://github.com/coreutils/coreutils/blob/master/NEWS",
            notes: ["OMP_NUM_THREADS and OMP_THREAD_LIMIT win"]),
    ]
}

/// What runtimes will choose for a process, beside what the kernel grants it.
public struct Runtimes: HostReader {
    let root: HostRoot
    let process: Int?

    /// Reads nothing yet.
    ///
    /// - Parameter process: for whom; the reading process itself where nil.
    public init(root: HostRoot = .live, process: Int? = nil) {
        self.root = root
        self.process = process
    }

    /// `runtime.swift-nio` and the like.
    public var names: [String] { RuntimeRule.all.map { "runtime." + $0.name } }

    /// The number of threads that a runtime will choose; how it comes to it is in the source.
    public func reading(of name: String) -> Reading? {
        guard let rule = RuntimeRule.all.first(where: { "runtime." + $0.name == name }) else { return nil }
        return RuntimeForecast(GroupSnapshot(root: root, process: process)).reading(rule)
    }

    /// All of them.
    public func overview() -> [Fact] {
        let forecast = RuntimeForecast(GroupSnapshot(root: root, process: process))
        return RuntimeRule.all.map { Fact("runtime." + $0.name, forecast.reading($0)) }
    }

    /// Those that choose more than the kernel grants.
    public func remarks() -> [Remark] {
        let snapshot = GroupSnapshot(root: root, process: process)
        let granted = snapshot.effectiveCPUs
        guard case .success(.number(let cpus)) = granted.value else { return [] }
        let forecast = RuntimeForecast(snapshot)
        // Nobody can run on less than one thread.
        let whole = max(1, cpus.ceiling)
        return RuntimeRule.all.compactMap { rule in
            let reading = forecast.reading(rule)
            guard case .success(.number(let chosen)) = reading.value, chosen > Number(whole) else { return nil }
            func filled(_ text: String) -> String {
                text.map { $0 == "#" ? "\(whole)" : String($0) }.joined()
            }
            let excess = cpus.denominator == 1 ? "" : ": the surplus is throttled or waits"
            return Remark(
                .runtimeExceedsGrant, rule.isSecondary ? .info : .warning, "runtime." + rule.name,
                "\(rule.title) will choose \(chosen) where \(cpus) \(cpus == Number(1) ? "processor is" : "processors are") "
                    + "granted (\(granted.source))\(excess)",
                source: reading.source, remedy: HostRemedy(now: rule.now.map(filled), forGood: filled(rule.forGood)),
                citation: rule.citation)
        }
    }
}
