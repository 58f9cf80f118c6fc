// The kernel parameters that matter to servers and builds, as data: what they mean and what the kernel starts with.

/// A kernel parameter that is known by name.
public struct KernelParameter: Sendable, Equatable {
    /// Its name with dots, or its path below /sys.
    public var key: String
    /// One line on what it decides.
    public var meaning: String
    /// The value of an untouched kernel, as text; nil where it depends on the machine.
    public var kernelDefault: String?
    /// What it counts.
    public var unit: Unit = .count
    /// What it means that the kernel has none.
    public var absence: String?
    /// The document that says so.
    public var citation: String
    /// Digits in it are a name, not a number.
    var isText = false
    /// Whether it is shown when nobody asks for anything particular.
    var isShown = true

    init(
        _ key: String, _ meaning: String, _ kernelDefault: String? = nil, _ unit: Unit = .count, absence: String? = nil,
        citation: String, isText: Bool = false, isShown: Bool = true
    ) {
        self.key = key
        self.meaning = meaning
        self.kernelDefault = kernelDefault
        self.unit = unit
        self.absence = absence
        self.citation = citation
        self.isText = isText
        self.isShown = isShown
    }

    /// The known parameter of a name; nil for any other.
    public static func named(_ key: String) -> KernelParameter? { byKey[key] }
    private static let byKey = Dictionary(all.map { ($0.key, $0) }) { first, _ in first }

    private static let kernel = "https://docs.kernel.org/admin-guide/sysctl/kernel.html"
    private static let memory = "https://docs.kernel.org/admin-guide/sysctl/vm.html"
    private static let files = "https://docs.kernel.org/admin-guide/sysctl/fs.html"
    private static let network = "https://docs.kernel.org/networking/ip-sysctl.html"
    private static let core = "https://docs.kernel.org/admin-guide/sysctl/net.html"
    private static let tracking = "https://docs.kernel.org/networking/nf_conntrack-sysctl.html"
    private static let ipc = "https://man7.org/linux/man-pages/man7/sysvipc.7.html"
    private static let notLoaded = "the module nf_conntrack is not loaded, so nothing is tracked"

    /// In the order to show.
    public static let all: [KernelParameter] = [
        // Processes.
        .init(
            "kernel.pid_max", "one more than the largest process and thread number; clone answers EAGAIN",
            "max(32768, 1024 × CPUs); systemd sets 4194304", citation: kernel),
        .init("kernel.threads-max", "threads of the whole machine; clone answers EAGAIN", citation: kernel),
        .init("vm.max_map_count", "mappings of one process; mmap answers ENOMEM", "65530", citation: memory),
        .init(
            "vm.overcommit_memory", "0: heuristic, 1: always, 2: never beyond swap and overcommit_ratio", "0", citation: memory),
        .init(
            "vm.overcommit_ratio", "percent of memory that may be promised where overcommit_memory is 2", "50", citation: memory,
            isShown: false),
        .init(
            "vm.swappiness", "0 to 200: how readily memory of programs is swapped; 0 and 1 do not switch swapping off", "60",
            citation: memory),
        .init("vm.panic_on_oom", "whether running out of memory stops the machine", "0", citation: memory, isShown: false),
        .init(
            "vm.zone_reclaim_mode", "whether memory is freed in a node before another is used", "0", citation: memory,
            isShown: false),
        .init("vm.min_free_kbytes", "memory kept free, in kibibytes", citation: memory, isShown: false),
        .init("vm.nr_hugepages", "huge pages set aside", "0", citation: memory, isShown: false),
        .init("vm.dirty_ratio", "percent of memory that may wait to be written", "20", citation: memory, isShown: false),
        .init(
            "vm.dirty_background_ratio", "percent of memory from which on writing begins", "10", citation: memory, isShown: false),
        .init(
            "/sys/kernel/mm/transparent_hugepage/enabled", "whether memory is given in huge pages: always, madvise, never",
            citation: "https://docs.kernel.org/admin-guide/mm/transhuge.html"),
        .init(
            "/sys/kernel/mm/transparent_hugepage/defrag", "whether an allocation waits for huge pages",
            citation: "https://docs.kernel.org/admin-guide/mm/transhuge.html", isShown: false),
        // Files.
        .init(
            "fs.file-max", "open files of the whole machine; open answers ENFILE, root is exempt",
            "memory / 10 KiB; systemd sets 2^63-1", citation: files),
        .init("fs.file-nr", "open files of the whole machine: allocated, unused, most", citation: files),
        .init("fs.nr_open", "the largest hard limit of open files that may be set", "1048576", citation: files),
        .init(
            "fs.epoll.max_user_watches", "descriptors one user may have in epoll; epoll_ctl answers ENOSPC",
            "4 % of low memory", citation: "https://man7.org/linux/man-pages/man7/epoll.7.html"),
        .init(
            "fs.inotify.max_user_instances", "inotify descriptors of one user; inotify_init answers EMFILE", "128",
            citation: "https://man7.org/linux/man-pages/man7/inotify.7.html"),
        .init(
            "fs.inotify.max_user_watches", "files one user may watch; inotify_add_watch answers ENOSPC",
            "8192 to 1048576, 1 % of memory",
            citation: "https://man7.org/linux/man-pages/man7/inotify.7.html"),
        .init(
            "fs.inotify.max_queued_events", "events waiting on one inotify descriptor", "16384",
            citation: "https://man7.org/linux/man-pages/man7/inotify.7.html", isShown: false),
        .init("fs.aio-max-nr", "asynchronous requests of the whole machine; io_setup answers EAGAIN", "65536", citation: files),
        .init("fs.aio-nr", "asynchronous requests set aside now", citation: files, isShown: false),
        .init("fs.pipe-max-size", "the largest pipe without privileges", "1048576", .bytes, citation: files, isShown: false),
        .init("fs.suid_dumpable", "whether programs with privileges leave core files", "0", citation: files, isShown: false),
        // Network.
        .init(
            "net.core.somaxconn", "the longest queue of connections that wait for accept; listen's backlog is cut to it", "4096",
            citation: network),
        .init(
            "net.core.netdev_max_backlog", "packets that wait for the kernel on one CPU", "1000", citation: core, isShown: false),
        .init("net.core.rmem_max", "the largest receive buffer a program may ask for", "212992", .bytes, citation: core),
        .init("net.core.wmem_max", "the largest send buffer a program may ask for", "212992", .bytes, citation: core),
        .init(
            "net.core.rmem_default", "receive buffer of a new socket that is not TCP", "212992", .bytes, citation: core,
            isShown: false),
        .init(
            "net.core.wmem_default", "send buffer of a new socket that is not TCP", "212992", .bytes, citation: core,
            isShown: false),
        .init(
            "net.core.default_qdisc", "queue discipline of new interfaces", "pfifo_fast", citation: core, isText: true,
            isShown: false),
        .init(
            "net.ipv4.ip_local_port_range", "ports of outgoing connections, first and last; connect answers EADDRNOTAVAIL",
            "32768 60999",
            citation: network),
        .init(
            "net.ipv4.ip_local_reserved_ports", "ports taken out of the range", citation: network, isText: true, isShown: false),
        .init(
            "net.ipv4.ip_unprivileged_port_start", "the first port that needs no CAP_NET_BIND_SERVICE", "1024", citation: network),
        .init("net.ipv4.ip_forward", "whether packets for others are passed on", "0", citation: network),
        .init(
            "net.ipv6.conf.all.forwarding", "whether IPv6 packets for others are passed on", "0",
            absence: "this kernel or network namespace has no IPv6", citation: network, isShown: false),
        .init(
            "net.ipv6.conf.all.disable_ipv6", "whether IPv6 is switched off", "0",
            absence: "this kernel or network namespace has no IPv6", citation: network, isShown: false),
        .init(
            "net.ipv4.tcp_max_syn_backlog", "connections that wait for the client's last packet, for one listener",
            citation: network),
        .init("net.ipv4.tcp_syncookies", "whether connections beyond that are kept in cookies", "1", citation: network),
        .init(
            "net.ipv4.tcp_abort_on_overflow", "whether a full accept queue refuses (1) or stays silent (0)", "0",
            citation: network),
        .init(
            "net.ipv4.tcp_synack_retries", "how often an answer to a new connection is repeated: 5 is 63 s", "5",
            citation: network, isShown: false),
        .init(
            "net.ipv4.tcp_fin_timeout", "how long a connection that only one side closed is kept", "60", .seconds,
            citation: network),
        .init("net.ipv4.tcp_keepalive_time", "silence before the first keep-alive packet", "7200", .seconds, citation: network),
        .init("net.ipv4.tcp_keepalive_intvl", "time between keep-alive packets", "75", .seconds, citation: network),
        .init(
            "net.ipv4.tcp_keepalive_probes", "keep-alive packets without an answer before the connection is dropped", "9",
            citation: network),
        .init(
            "net.ipv4.tcp_tw_reuse", "whether outgoing connections may take ports in TIME-WAIT: 0 no, 1 yes, 2 on loopback", "2",
            citation: network),
        .init("net.ipv4.tcp_max_tw_buckets", "connections in TIME-WAIT", citation: network, isShown: false),
        .init(
            "net.ipv4.tcp_rmem", "receive buffer of TCP: least, default, most", "4096 131072 6291456", .bytes, citation: network,
            isShown: false),
        .init(
            "net.ipv4.tcp_wmem", "send buffer of TCP: least, default, most", "4096 16384 4194304", .bytes, citation: network,
            isShown: false),
        .init("net.ipv4.tcp_mem", "pages of all TCP sockets: relaxed, pressed, most", citation: network, isShown: false),
        .init(
            "net.ipv4.tcp_congestion_control", "congestion control of new connections", "cubic", citation: network, isText: true,
            isShown: false),
        .init("net.ipv4.tcp_fastopen", "whether data may come with the first packet", "1", citation: network, isShown: false),
        .init(
            "net.ipv4.conf.all.rp_filter", "whether packets from unlikely interfaces are dropped", "0", citation: network,
            isShown: false),
        .init("net.ipv4.conf.default.rp_filter", "the same for new interfaces", "0", citation: network, isShown: false),
        .init(
            "net.netfilter.nf_conntrack_count", "connections tracked now, in this network namespace", absence: notLoaded,
            citation: tracking),
        .init(
            "net.netfilter.nf_conntrack_max", "connections that can be tracked in each network namespace; more are dropped",
            absence: notLoaded, citation: tracking),
        // Shared memory and semaphores.
        .init(
            "kernel.shmmax", "the largest System V shared memory segment", "18446744073692774399", .bytes, citation: ipc,
            isShown: false),
        .init("kernel.shmall", "System V shared memory in all, in pages", "18446744073692774399", citation: ipc, isShown: false),
        .init("kernel.shmmni", "System V shared memory segments", "4096", citation: ipc, isShown: false),
        .init(
            "kernel.sem", "semaphores: in a set (SEMMSL), in all (SEMMNS), operations in a call (SEMOPM), sets (SEMMNI)",
            "32000 1024000000 500 32000", citation: ipc, isShown: false),
        .init("kernel.msgmax", "bytes of one System V message", "8192", .bytes, citation: ipc, isShown: false),
        .init("kernel.msgmnb", "bytes of one System V message queue", "16384", .bytes, citation: ipc, isShown: false),
        .init("kernel.msgmni", "System V message queues", "32000", citation: ipc, isShown: false),
        .init(
            "fs.mqueue.queues_max", "POSIX message queues", "256",
            citation: "https://man7.org/linux/man-pages/man7/mq_overview.7.html", isShown: false),
        .init(
            "fs.mqueue.msg_max", "messages of one POSIX queue", "10",
            citation: "https://man7.org/linux/man-pages/man7/mq_overview.7.html", isShown: false),
        // Rights and diagnosis.
        .init(
            "user.max_user_namespaces", "user namespaces of each user, in each user namespace; 0 forbids them (ENOSPC)",
            "threads-max / 2",
            citation: "https://man7.org/linux/man-pages/man7/namespaces.7.html"),
        .init(
            "kernel.unprivileged_userns_clone", "whether users without privileges may make user namespaces", "1",
            absence: "only kernels of Debian and Ubuntu have it: where it is absent, it forbids nothing",
            citation: "https://salsa.debian.org/kernel-team/linux"),
        .init(
            "kernel.apparmor_restrict_unprivileged_userns",
            "whether AppArmor takes the rights in user namespaces from programs without a profile",
            absence: "only kernels of Ubuntu have it: where it is absent, it forbids nothing",
            citation: "https://ubuntu.com/blog/ubuntu-23-10-restricted-unprivileged-user-namespaces", isShown: false),
        .init(
            "kernel.io_uring_disabled", "0: io_uring for all, 1: for a group, 2: for nobody (EPERM)", "0",
            absence: "kernels before 6.6 have none: nothing is forbidden by it", citation: kernel),
        .init(
            "kernel.core_pattern", "the name of core files, or after | the program that takes them", "core", citation: kernel,
            isText: true),
        .init(
            "kernel.yama.ptrace_scope", "who may debug whom: 0 own processes, 1 children, 2 root, 3 nobody", "1",
            absence: "the security module Yama is not active: it forbids nothing",
            citation: "https://docs.kernel.org/admin-guide/LSM/Yama.html"),
        .init(
            "kernel.perf_event_paranoid", "who may measure: -1 all, to 2 only the own programs (Debian: 3 nobody)", "2",
            citation: kernel),
        .init("kernel.unprivileged_bpf_disabled", "whether BPF needs privileges: 0 no, 1 and 2 yes", citation: kernel),
        .init("kernel.kptr_restrict", "who may see addresses of the kernel", "0", citation: kernel, isShown: false),
        .init("kernel.dmesg_restrict", "whether the kernel's log needs CAP_SYSLOG", citation: kernel, isShown: false),
        .init(
            "kernel.randomize_va_space", "whether addresses are random: 2 is all of them", "2", citation: kernel, isShown: false),
        .init(
            "kernel.keys.maxkeys", "keys of one user", "200", citation: "https://docs.kernel.org/security/keys/core.html",
            isShown: false),
        .init(
            "kernel.keys.root_maxkeys", "keys of root; containers of root take one each", "1000000",
            citation: "https://docs.kernel.org/security/keys/core.html"),
        .init(
            "kernel.keys.root_maxbytes", "bytes of root's keys", "25000000", .bytes,
            citation: "https://docs.kernel.org/security/keys/core.html", isShown: false),
        .init("kernel.panic", "seconds from a panic to the restart; 0: never", "0", .seconds, citation: kernel, isShown: false),
        .init("kernel.panic_on_oops", "whether an error in the kernel stops the machine", citation: kernel, isShown: false),
        .init(
            "kernel.sched_rt_runtime_us", "microseconds of each sched_rt_period_us that real-time tasks may use", "950000",
            citation: kernel, isShown: false),
        .init("kernel.numa_balancing", "whether memory moves to where it is used", citation: kernel, isShown: false),
        .init("kernel.hostname", "the name of the machine", citation: kernel, isText: true, isShown: false),
        .init("kernel.domainname", "the NIS domain of the machine", citation: kernel, isText: true, isShown: false),
        .init("kernel.osrelease", "the release of the kernel", citation: kernel, isText: true, isShown: false),
    ]
}
