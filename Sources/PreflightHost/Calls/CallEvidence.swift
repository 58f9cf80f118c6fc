// Who else can answer in the place of a seccomp filter: kernel parameters, build options, address families. All of it is data.

/// A kernel parameter that makes a call fail with EPERM or EACCES.
struct Refusal: Sendable {
    /// The names of the probes that it answers.
    let calls: [String]
    /// The parameter, as sysctl writes it.
    let parameter: String
    /// The values which refuse.
    let refusing: ClosedRange<Int>
    /// Capabilities that exempt from it; each is enough.
    let exempt: [Int]
    /// What the value means.
    let sentence: String

    /// A parameter as it stands.
    struct Read {
        let refusal: Refusal
        let value: Int
        let refuses: Bool
        /// `kernel.io_uring_disabled = 2`.
        var shown: String { "\(refusal.parameter) = \(value)" }
    }

    var file: String { "/proc/sys/" + parameter.split(separator: ".").joined(separator: "/") }

    func read(in context: ProbeContext) -> Read? {
        guard let text = try? context.root.text(file), let value = Int(text) else { return nil }
        return Read(refusal: self, value: value, refuses: refusing.contains(value) && !context.isCapable(of: exempt))
    }

    private static let ptrace = 19
    private static let admin = 21
    private static let perfmon = 38
    private static let bpf = 39

    static let all: [Refusal] = [
        Refusal(
            calls: ["bpf"], parameter: "kernel.unprivileged_bpf_disabled", refusing: 1...2, exempt: [bpf, admin],
            sentence: "1 and 2 refuse without CAP_BPF or CAP_SYS_ADMIN"),
        Refusal(
            calls: ["io_uring_setup"], parameter: "kernel.io_uring_disabled", refusing: 1...1, exempt: [admin],
            sentence: "1 refuses without CAP_SYS_ADMIN to all but the group kernel.io_uring_group"),
        Refusal(
            calls: ["io_uring_setup"], parameter: "kernel.io_uring_disabled", refusing: 2...2, exempt: [],
            sentence: "2 refuses to everybody"),
        Refusal(
            calls: ["perf_event_open"], parameter: "kernel.perf_event_paranoid", refusing: 3...99, exempt: [perfmon, admin],
            sentence: "without CAP_PERFMON, 3 and more refuse altogether (Debian, Ubuntu), 2 allows own user code only, "
                + "the whole machine takes -1"),
        Refusal(
            calls: ["userfaultfd"], parameter: "vm.unprivileged_userfaultfd", refusing: 0...0, exempt: [ptrace],
            sentence: "0 refuses faults of the kernel, and before Linux 5.11 everything, without CAP_SYS_PTRACE"),
        Refusal(
            calls: ["memfd_create"], parameter: "vm.memfd_noexec", refusing: 2...2, exempt: [],
            sentence: "2 refuses without MFD_NOEXEC_SEAL"),
        Refusal(
            calls: ["clone.newuser", "unshare.newuser"], parameter: "kernel.unprivileged_userns_clone", refusing: 0...0,
            exempt: [admin], sentence: "0 refuses without CAP_SYS_ADMIN (a patch of Debian and Ubuntu)"),
    ]

    /// The options without which a kernel has no such call, by the call.
    static let options: [String: String] = [
        "add_key": "CONFIG_KEYS", "bpf": "CONFIG_BPF_SYSCALL", "cachestat": "CONFIG_CACHESTAT_SYSCALL",
        "epoll_create1": "CONFIG_EPOLL", "epoll_ctl": "CONFIG_EPOLL", "epoll_pwait": "CONFIG_EPOLL",
        "epoll_pwait2": "CONFIG_EPOLL", "epoll_wait": "CONFIG_EPOLL", "eventfd2": "CONFIG_EVENTFD", "futex": "CONFIG_FUTEX",
        "futex_waitv": "CONFIG_FUTEX", "get_mempolicy": "CONFIG_NUMA", "inotify_init1": "CONFIG_INOTIFY_USER",
        "io_uring_enter": "CONFIG_IO_URING", "io_uring_register": "CONFIG_IO_URING", "io_uring_setup": "CONFIG_IO_URING",
        "keyctl": "CONFIG_KEYS", "landlock_create_ruleset": "CONFIG_SECURITY_LANDLOCK", "madvise": "CONFIG_ADVISE_SYSCALLS",
        "membarrier": "CONFIG_MEMBARRIER", "memfd_create": "CONFIG_MEMFD_CREATE", "mseal": "CONFIG_64BIT",
        "name_to_handle_at": "CONFIG_FHANDLE", "perf_event_open": "CONFIG_PERF_EVENTS",
        "pkey_alloc": "memory protection keys", "process_vm_readv": "CONFIG_CROSS_MEMORY_ATTACH", "rseq": "CONFIG_RSEQ",
        "seccomp": "CONFIG_SECCOMP", "set_mempolicy": "CONFIG_NUMA", "signalfd4": "CONFIG_SIGNALFD",
        "timerfd_create": "CONFIG_TIMERFD", "timerfd_settime": "CONFIG_TIMERFD", "userfaultfd": "CONFIG_USERFAULTFD",
    ]

    /// A file that is there where the kernel has the address family.
    static let proofs: [String: String] = [
        "socket.inet": "/proc/net/tcp", "socket.inet6": "/proc/net/if_inet6", "socket.unix": "/proc/net/unix",
        "socket.netlink": "/proc/net/netlink",
    ]
}
