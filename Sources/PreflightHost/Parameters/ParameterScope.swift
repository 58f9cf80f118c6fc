// Which parameters are the machine's and which a namespace's, as data; it decides where a value can be changed.

extension KernelParameter {
    /// Beginnings of names and whose they are; the first that fits counts. Measured on Linux 6.18 by comparing what a new namespace
    /// has with what the first one has; names that only the first network namespace has, or that others can only read, are the
    /// machine's.
    private static let scopes: [(prefix: String, scope: Scope)] = [
        ("net.core.somaxconn", .networkNamespace), ("net.core.optmem_max", .networkNamespace),
        ("net.core.xfrm_", .networkNamespace),
        ("net.core.txrehash", .networkNamespace), ("net.core.tstamp_allow_data", .networkNamespace),
        ("net.core.rps_default_mask", .networkNamespace), ("net.core.", .machine),
        ("net.netfilter.nf_conntrack_max", .machine), ("net.netfilter.nf_conntrack_buckets", .machine),
        ("net.netfilter.nf_conntrack_expect_max", .machine), ("net.netfilter.nf_log_all_netns", .machine),
        ("net.nf_conntrack_max", .machine), ("net.ipv4.tcp_mem", .machine), ("net.ipv4.udp_mem", .machine),
        ("net.ipv4.tcp_max_orphans", .machine), ("net.ipv4.tcp_low_latency", .machine), ("net.ipv4.tcp_available_ulp", .machine),
        ("net.ipv4.inet_peer_", .machine), ("net.ipv4.fib_sync_mem", .machine), ("net.ipv4.ipfrag_secret_interval", .machine),
        ("net.ipv4.cipso_", .machine), ("net.ipv4.route.gc_", .machine), ("net.ipv4.route.max_size", .machine),
        ("net.ipv4.route.error_", .machine), ("net.ipv4.route.redirect_", .machine),
        ("net.ipv4.neigh.default.gc_thresh", .machine),
        ("net.ipv6.neigh.default.gc_thresh", .machine), ("net.ipv6.calipso_", .machine), ("net.ipv6.mld_", .machine),
        ("net.ipv6.ip6frag_secret_interval", .machine), ("net.", .networkNamespace),
        ("kernel.msg", .ipcNamespace), ("kernel.sem", .ipcNamespace), ("kernel.shm", .ipcNamespace),
        ("kernel.auto_msgmni", .ipcNamespace), ("fs.mqueue.", .ipcNamespace),
        ("kernel.hostname", .utsNamespace), ("kernel.domainname", .utsNamespace),
        ("kernel.pid_max", .pidNamespace), ("kernel.ns_last_pid", .pidNamespace), ("vm.memfd_noexec", .pidNamespace),
        ("user.", .userNamespace),
    ]

    /// What shares a parameter.
    public static func scope(of key: String) -> Scope { scopes.first { key.hasPrefix($0.prefix) }?.scope ?? .machine }

    /// Whether runc, and with it Docker and Kubernetes, set it for one container (libcontainer/configs/validate/validator.go).
    static func isPerContainer(_ key: String) -> Bool {
        switch scope(of: key) {
        case .networkNamespace, .ipcNamespace: true
        case .utsNamespace: key == "kernel.domainname"
        default: false
        }
    }
}
