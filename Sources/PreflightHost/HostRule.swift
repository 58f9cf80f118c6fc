// The rules that a remark on a host can rest on. The raw value names the rule in reports and configuration.

/// A rule of the host's part.
public enum HostRule: String, Sendable, CaseIterable {
    /// A demanded value is not met.
    case expectation

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
    /// Control groups v1, without which newer systemd does not start.
    case legacyControlGroups = "legacy-control-groups"
}
