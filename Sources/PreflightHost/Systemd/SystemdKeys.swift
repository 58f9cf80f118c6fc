// The keys that systemd knows, 252 to 262, as far as lints speak of them; from the tables in its src/core/main.c and
// src/core/load-fragment-gperf.gperf.in.

enum SystemdKeys {
    /// Of [Manager] in system.conf and user.conf.
    static let manager: [String] =
        [
            "LogLevel", "LogTarget", "LogColor", "LogLocation", "LogTime", "DumpCore", "CrashChVT", "CrashChangeVT", "CrashShell",
            "CrashReboot", "CrashAction", "ShowStatus", "StatusUnitFormat", "CPUAffinity", "NUMAPolicy", "NUMAMask",
            "RuntimeWatchdogSec",
            "RuntimeWatchdogPreSec", "RuntimeWatchdogPreGovernor", "RebootWatchdogSec", "ShutdownWatchdogSec", "KExecWatchdogSec",
            "WatchdogDevice", "CapabilityBoundingSet", "NoNewPrivileges", "ProtectSystem", "RestrictFileSystemAccess",
            "SystemCallArchitectures", "TimerSlackNSec", "DefaultTimerAccuracySec", "DefaultStandardOutput",
            "DefaultStandardError",
            "DefaultTimeoutStartSec", "DefaultTimeoutStopSec", "DefaultTimeoutAbortSec", "DefaultDeviceTimeoutSec",
            "DefaultRestartSec",
            "DefaultStartLimitInterval", "DefaultStartLimitIntervalSec", "DefaultStartLimitBurst", "DefaultRestrictSUIDSGID",
            "DefaultProtectKernelTunables", "DefaultProtectKernelModules", "DefaultPrivateTmp", "DefaultEnvironment",
            "ManagerEnvironment",
            "DefaultIOAccounting", "DefaultIPAccounting", "DefaultMemoryAccounting", "DefaultTasksAccounting", "DefaultTasksMax",
            "DefaultMemoryPressureThresholdSec", "DefaultMemoryPressureWatch", "DefaultCPUPressureThresholdSec",
            "DefaultCPUPressureWatch", "DefaultIOPressureThresholdSec", "DefaultIOPressureWatch", "DefaultMemoryZSwapWriteback",
            "CtrlAltDelBurstAction", "DefaultOOMPolicy", "DefaultOOMScoreAdjust", "ReloadLimitIntervalSec", "ReloadLimitBurst",
            "EventLoopRateLimitIntervalSec", "EventLoopRateLimitBurst", "MinimumUptimeSec", "DefaultSmackProcessLabel",
        ] + LimitResource.all.map { "DefaultLimit\($0.name)" } + managerWithoutEffect.map(\.key)

    /// A key that is still taken and does nothing.
    struct Spent: Sendable {
        var key: String
        /// Why, and what does it instead.
        var reason: String
        /// What the line becomes; nil where it can just go.
        var replacement: String?
    }

    static let managerWithoutEffect = [
        Spent(
            key: "DefaultCPUAccounting",
            reason:
                "it is deprecated: control groups v2 count CPU time without being asked, and accounting never limits anything"
        ),
        Spent(key: "DefaultBlockIOAccounting", reason: "it belongs to control groups v1", replacement: "DefaultIOAccounting"),
        Spent(key: "JoinControllers", reason: "it belongs to control groups v1 and is ignored"),
    ]

    /// Directives of control groups v1 in units; systemd 258 took v1 out and ignores them.
    static let version1 = [
        Spent(key: "CPUShares", reason: "1024 shares are a weight of 100", replacement: "CPUWeight"),
        Spent(key: "StartupCPUShares", reason: "1024 shares are a weight of 100", replacement: "StartupCPUWeight"),
        Spent(key: "MemoryLimit", reason: "the value stays the same", replacement: "MemoryMax"),
        Spent(key: "BlockIOAccounting", reason: "the value stays the same", replacement: "IOAccounting"),
        Spent(key: "BlockIOWeight", reason: "a weight of 500 is one of 100", replacement: "IOWeight"),
        Spent(key: "StartupBlockIOWeight", reason: "a weight of 500 is one of 100", replacement: "StartupIOWeight"),
        Spent(key: "BlockIODeviceWeight", reason: "a weight of 500 is one of 100", replacement: "IODeviceWeight"),
        Spent(key: "BlockIOReadBandwidth", reason: "the value stays the same", replacement: "IOReadBandwidthMax"),
        Spent(key: "BlockIOWriteBandwidth", reason: "the value stays the same", replacement: "IOWriteBandwidthMax"),
    ]

    /// Limits of processes: in [Service], [Socket], [Mount] and [Swap].
    static let limits = LimitResource.all.map { "Limit\($0.name)" }
    static let limitSections = ["Service", "Socket", "Mount", "Swap"]

    /// Limits of control groups, and of those whose names begin like them: in the same sections, [Slice] and [Scope].
    static let groups = [
        "CPUAccounting", "CPUWeight", "StartupCPUWeight", "CPUQuota", "CPUQuotaPeriodSec", "AllowedCPUs", "StartupAllowedCPUs",
        "AllowedMemoryNodes", "StartupAllowedMemoryNodes", "CPUSetPartition", "MemoryAccounting", "MemoryMin", "MemoryLow",
        "StartupMemoryLow", "MemoryHigh", "StartupMemoryHigh", "MemoryMax", "StartupMemoryMax", "MemorySwapMax",
        "StartupMemorySwapMax",
        "MemoryZSwapMax", "StartupMemoryZSwapMax", "MemoryZSwapWriteback", "MemoryPressureWatch", "MemoryPressureThresholdSec",
        "CPUPressureWatch", "CPUPressureThresholdSec", "IOPressureWatch", "IOPressureThresholdSec", "TasksAccounting", "TasksMax",
        "IOAccounting", "IOWeight", "StartupIOWeight", "IODeviceWeight", "IOReadBandwidthMax", "IOWriteBandwidthMax",
        "IOReadIOPSMax",
        "IOWriteIOPSMax", "IODeviceLatencyTargetSec",
    ]
    static let groupSections = limitSections + ["Slice", "Scope"]

    /// Keys that begin like limits and are none.
    static let others = [
        "CPUSchedulingPolicy", "CPUSchedulingPriority", "CPUSchedulingResetOnFork", "CPUAffinity", "IOSchedulingClass",
        "IOSchedulingPriority", "MemoryDenyWriteExecute", "MemoryKSM", "MemoryTHP",
    ]

    /// How keys that limit something begin; other unknown keys are systemd-analyze's to find.
    static let beginnings = ["Limit", "Memory", "Tasks", "CPU", "IO", "AllowedC", "AllowedM", "BlockIO"]
}
