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

    // Limits and kernel parameters.

    /// A soft limit of open files so high that loops over all descriptors take long.
    case highOpenFiles = "high-open-files"
    /// A soft limit of open files that suits select(2), and is soon reached by a server.
    case lowOpenFiles = "low-open-files"
    /// A hard limit of open files above what the kernel lets anyone set.
    case openFilesAboveKernel = "open-files-above-kernel"
    /// A stack limit that glibc turns into huge stacks of threads, or into ones of another size than thought.
    case threadStack = "thread-stack"
    /// No core file is written after a crash.
    case noCoreFile = "no-core-file"
    /// What there is of a limited thing is nearly used up.
    case nearlyExhausted = "nearly-exhausted"
    /// A persisted kernel parameter differs from the running kernel's.
    case parameterDrift = "parameter-drift"
    /// A kernel parameter is persisted twice, with different values.
    case parameterOverridden = "parameter-overridden"
    /// A file or line of kernel parameters that is never read or cannot be understood.
    case parameterNotRead = "parameter-not-read"
    /// A persisted kernel parameter that lowers what the distribution or the kernel gives.
    case parameterLowered = "parameter-lowered"
    /// A persisted kernel parameter that the running kernel does not have.
    case parameterUnknown = "parameter-unknown"
    /// A persisted pattern over network interfaces, which misses those that come later.
    case parameterPattern = "parameter-pattern"

    // Clock.

    /// Reading the clock costs a system call.
    case slowClock = "slow-clock"
    /// The kernel does not trust the processor's counter.
    case unstableClock = "unstable-clock"
    /// Nothing keeps the clock right.
    case unsynchronisedClock = "unsynchronised-clock"
    /// A time namespace shifts clocks.
    case timeNamespace = "time-namespace"

    // systemd.

    /// A configuration file lies where nothing reads it.
    case neverRead = "configuration-never-read"
    /// A key that systemd does not know, and ignores.
    case unknownKey = "configuration-unknown-key"
    /// A key that systemd knows, and that does nothing any more, or nothing here.
    case ineffectiveKey = "configuration-ineffective-key"
    /// A value or a line that systemd cannot read, and ignores.
    case unreadableValue = "configuration-unreadable-value"
    /// A default for all units that belongs to single ones.
    case defaultForAll = "default-limit-for-all"
    /// `ulimit` in a command of a unit: it dies with the command's shell.
    case ulimitInUnit = "ulimit-in-unit"
    /// Open files without a bound worth the name.
    case unboundedFiles = "unbounded-open-files"
    /// A limit on tasks below the threads that are wanted.
    case tasksMax = "tasks-max"
    /// The running process has other limits than its unit says.
    case unitDiffers = "unit-differs-from-process"

    // Seccomp and system calls.

    /// clone3 is answered with an error that the C library does not take for "not there": no thread can be started.
    case clone3Refused = "clone3-refused"
    /// A filter kills who tries a system call, instead of answering.
    case callKills = "call-kills"
    /// A system call gets no answer: a filter hands it to a supervisor that says nothing.
    case callHangs = "call-hangs"
    /// Threads of one process are under different filters.
    case seccompThreadsDiffer = "seccomp-threads-differ"
    /// An unprivileged process can make no user namespace that is of use.
    case userNamespacesRefused = "user-namespaces-refused"
    /// A seccomp profile that the runtime refuses to load.
    case seccompProfileInvalid = "seccomp-profile-invalid"
    /// A seccomp profile under which no program starts.
    case seccompProfileUnusable = "seccomp-profile-unusable"
    /// A seccomp profile that kills threads or their makers.
    case seccompProfileKills = "seccomp-profile-kills"
    /// A seccomp profile whose conditions another reader of it would not see, or would read otherwise.
    case seccompProfileMisread = "seccomp-profile-misread"

    // Network.

    /// Connections found the accept queue of their listener full.
    case listenOverflows = "listen-overflows"
}
