// Whose namespaces files are read from: the machine's first ones or others.

/// What is known of the namespaces in which a root is read.
struct Namespaces {
    let root: HostRoot

    /// The numbers of the kernel's first namespaces, fixed since Linux 3.8 (include/linux/proc_ns.h).
    static let first: [String: String] = [
        "ipc": "ipc:[4026531839]", "uts": "uts:[4026531838]", "user": "user:[4026531837]", "pid": "pid:[4026531836]",
    ]

    /// The directory of the task that reads: a thread may have left the namespaces of its process, and given up its rights.
    var task: String { root.isLive && root.exists("/proc/thread-self/ns") ? "/proc/thread-self" : "/proc/self" }

    /// Whether the reading task is in the machine's first namespace of `kind` (`pid`, `user`, `uts`, `ipc`, `net`); nil where
    /// nothing says so.
    func isFirst(_ kind: String) -> Bool? {
        if kind == "net" { return isFirstNetwork }
        guard let link = try? root.link("\(task)/ns/\(kind)") else { return nil }
        return Self.first[kind].map { $0 == link }
    }

    /// The number of the first network namespace was not fixed before Linux 6.18. But parameters such as this one have always been
    /// registered for it alone (net_core_table in net/core/sysctl_net_core.c).
    private var isFirstNetwork: Bool? {
        if root.exists("/proc/sys/net/core/netdev_max_backlog") { return true }
        return root.exists("/proc/sys/net/core/somaxconn") ? false : nil
    }

    /// Whether `process` shares the reading task's namespace of `kind`; nil where the links cannot be read.
    func isShared(_ kind: String, with process: Int32) -> Bool? {
        guard let mine = try? root.link("\(task)/ns/\(kind)"), let other = try? root.link("/proc/\(process)/ns/\(kind)") else {
            return nil
        }
        return mine == other
    }
}

extension Scope {
    /// The name of the namespace's link in /proc/PID/ns; nil for what is no namespace.
    var namespace: String? {
        switch self {
        case .networkNamespace: "net"
        case .ipcNamespace: "ipc"
        case .utsNamespace: "uts"
        case .userNamespace: "user"
        case .pidNamespace: "pid"
        case .timeNamespace: "time"
        case .process, .user, .cgroup, .machine, .file: nil
        }
    }
}
