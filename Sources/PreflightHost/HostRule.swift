// The rules that a remark on a host can rest on. The raw value names the rule in reports and configuration.

/// A rule of the host's part.
public enum HostRule: String, Sendable, CaseIterable {
    /// A demanded value is not met.
    case expectation

    // Control groups.
    /// The kernel has killed in this control group for lack of memory.
    case oomKill = "oom-kill"
    /// A large share of the CPU quota's periods was throttled.
    case throttled = "cpu-throttled"
    /// Few more threads can be started in the control group.
    case fewPids = "pids-headroom"
    /// A thread or process could not be started because of pids.max.
    case forkFailed = "fork-failed"
    /// memory.high lies far below memory.max.
    case memoryHigh = "memory-high"
    /// Controllers live in control groups v1.
    case cgroupV1 = "cgroup-v1"
    /// The CPU quota is less than one processor.
    case quotaBelowOne = "cpu-quota-below-one"
    /// The controller cpuset is there but not enabled for the group.
    case cpusetNotEnabled = "cpuset-not-enabled"
    /// A runtime will choose more threads than processors are granted.
    case runtimeExceedsGrant = "runtime-exceeds-grant"
}
