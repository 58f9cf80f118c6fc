// What a profile does to a system call, on a given kernel, for given capabilities, read by a given reader.

public import PreflightHost

/// Who turns the profile into a filter.
public enum SeccompReader: String, Sendable, CaseIterable {
    /// Docker and Podman: conditions are looked at.
    case engine
    /// kubelet (Localhost), CRI and OCI runtimes: archMap, includes, excludes and name are skipped.
    case runtime
}

/// What a profile is read for.
public struct SeccompHost: Sendable {
    /// Who reads it.
    public var reader: SeccompReader
    /// The bounding set of the container: `CAP_SYS_ADMIN`.
    public var capabilities: Set<String>
    /// The kernel under the container.
    public var kernel: KernelRelease
    /// As Docker names it: `amd64`, `arm64`.
    public var architecture: String

    /// A host as it is.
    public init(reader: SeccompReader, capabilities: Set<String>, kernel: KernelRelease, architecture: String) {
        self.reader = reader
        self.capabilities = capabilities
        self.kernel = kernel
        self.architecture = architecture
    }

    /// What Docker gives a container that asks for nothing.
    public static let dockerCapabilities: Set<String> = [
        "CAP_CHOWN", "CAP_DAC_OVERRIDE", "CAP_FSETID", "CAP_FOWNER", "CAP_MKNOD", "CAP_NET_RAW", "CAP_SETGID", "CAP_SETUID",
        "CAP_SETFCAP", "CAP_SETPCAP", "CAP_NET_BIND_SERVICE", "CAP_SYS_CHROOT", "CAP_KILL", "CAP_AUDIT_WRITE",
    ]
}

/// What happens to a system call.
public enum SeccompOutcome: Sendable, Hashable {
    /// The same whatever its arguments.
    case always(SeccompAction)
    /// One of these, by its arguments; in a stable order.
    case depends([SeccompAction])
    /// There is no filter.
    case unfiltered

    /// The actions that are possible.
    public var actions: [SeccompAction] {
        switch self {
        case .always(let action): [action]
        case .depends(let actions): actions
        case .unfiltered: [.allow]
        }
    }
}

/// A profile as a filter of one host.
public struct SeccompEvaluation: Sendable {
    /// The profile.
    public let profile: SeccompProfile
    /// What it was read for.
    public let host: SeccompHost
    /// The rules that were kept.
    public let kept: [SeccompRule]
    private let byName: [String: [SeccompRule]]

    /// Keeps the rules that this reader keeps (moby/profiles, seccomp_linux.go).
    public init(_ profile: SeccompProfile, for host: SeccompHost) {
        self.profile = profile
        self.host = host
        var kept: [SeccompRule] = []
        for var rule in profile.rules {
            switch host.reader {
            case .engine: if !Self.keeps(rule, host) { continue }
            case .runtime: if rule.hasSingleName { rule.names.removeFirst() }
            }
            kept.append(rule)
        }
        self.kept = kept
        var byName: [String: [SeccompRule]] = [:]
        for rule in kept { for name in Set(rule.names) { byName[name, default: []].append(rule) } }
        self.byName = byName
    }

    private static func keeps(_ rule: SeccompRule, _ host: SeccompHost) -> Bool {
        if let excludes = rule.excludes {
            if excludes.architectures.contains(host.architecture) { return false }
            if excludes.capabilities.contains(where: host.capabilities.contains) { return false }
            if let minimum = excludes.minimumKernel, host.kernel >= minimum { return false }
        }
        guard let includes = rule.includes else { return true }
        if !includes.architectures.isEmpty, !includes.architectures.contains(host.architecture) { return false }
        if !includes.capabilities.allSatisfy(host.capabilities.contains) { return false }
        return includes.minimumKernel.map { host.kernel >= $0 } ?? true
    }

    /// What happens to a call.
    ///
    /// - Parameter arguments: those that are known, by their index.
    public func outcome(of call: String, arguments: [Int: UInt64] = [:]) -> SeccompOutcome {
        guard let defaultAction = profile.defaultAction else { return .unfiltered }
        if isAboveLargest(call) { return .always(.errno(38)) }
        // A rule that says the same as the default is skipped by runc.
        let rules = (byName[call] ?? []).filter { $0.action != defaultAction }
        // For libseccomp a rule without conditions holds whatever else there is, and the first of several such does.
        if let plain = rules.first(where: { $0.conditions.isEmpty }) { return .always(plain.action) }
        var possible: [SeccompAction] = []
        var isDecided = false
        for rule in rules {
            for group in rule.isSplit ? rule.conditions.map({ [$0] }) : [rule.conditions] {
                let answers = group.map { condition in arguments[condition.index].map { condition.holds(for: $0) } }
                if answers.contains(false) { continue }
                if !possible.contains(rule.action) { possible.append(rule.action) }
                if answers.allSatisfy({ $0 == true }) { isDecided = true }
            }
        }
        if !isDecided { possible.append(defaultAction) }
        return possible.count == 1 ? .always(possible[0]) : .depends(possible)
    }

    /// What happens to a call of the table of probes, with the arguments that the probe has.
    public func outcome(of call: SystemCall) -> SeccompOutcome {
        outcome(of: call.base, arguments: Dictionary(uniqueKeysWithValues: call.arguments.enumerated().map { ($0, $1) }))
    }

    /// Whether runc answers ENOSYS because the number lies above that of every call the profile names (patchbpf/enosys_linux.go).
    ///
    /// Decided for calls from 424 on, whose numbers are the same everywhere; libseccomp may know fewer names than the profile
    /// has,
    /// and then the bound is lower.
    public func isAboveLargest(_ call: String) -> Bool {
        guard let defaultAction = profile.defaultAction, ![.allow, .log, .trace].contains(defaultAction) else { return false }
        guard let number = Self.number(of: call), !byName.isEmpty else { return false }
        return number > largest
    }

    private var largest: Int { byName.keys.compactMap(Self.number).max() ?? 0 }

    /// The number of a call from 424 on; nil for older ones and for names that are none.
    static func number(of call: String) -> Int? { newCalls.firstIndex(of: call).map { 424 + $0 } }

    /// The calls from 424 on, in the order of their numbers (include/uapi/asm-generic/unistd.h of Linux 6.18).
    private static let newCalls = [
        "pidfd_send_signal", "io_uring_setup", "io_uring_enter", "io_uring_register", "open_tree", "move_mount", "fsopen",
        "fsconfig",
        "fsmount", "fspick", "pidfd_open", "clone3", "close_range", "openat2", "pidfd_getfd", "faccessat2", "process_madvise",
        "epoll_pwait2", "mount_setattr", "quotactl_fd", "landlock_create_ruleset", "landlock_add_rule", "landlock_restrict_self",
        "memfd_secret", "process_mrelease", "futex_waitv", "set_mempolicy_home_node", "cachestat", "fchmodat2",
        "map_shadow_stack",
        "futex_wake", "futex_wait", "futex_requeue", "statmount", "listmount", "lsm_get_self_attr", "lsm_set_self_attr",
        "lsm_list_modules", "mseal", "setxattrat", "getxattrat", "listxattrat", "removexattrat", "open_tree_attr", "file_getattr",
        "file_setattr",
    ]
}
