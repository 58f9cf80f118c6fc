// Where a process may find itself, and the marks by which each place is told. Data; SurroundingsReader reads it.

/// One sign of where this is, with where it was seen.
public struct Evidence: Sendable, Equatable {
    /// The name of its fact: `where.dockerenv`.
    public var name: String
    /// What was seen.
    public var value: String
    /// What it suggests: "a container of Docker". Several signs may disagree: a virtual machine may hold a container, and files may
    /// be copied from one into the other.
    public var suggests: String
    /// Where it was seen.
    public var source: String

    /// A sign as it is.
    public init(_ name: String, _ value: String, suggests: String, source: String) {
        self.name = name
        self.value = value
        self.suggests = suggests
        self.source = source
    }
}

/// Text that betrays a place.
struct Mark: Sendable {
    /// What to look for, in lower case.
    var text: String
    /// What it suggests.
    var suggests: String

    /// In the path of a control group; the runtimes' defaults (runc, crun, LXC, libpod, kubelet, systemd-machined).
    static let controlGroups = [
        Mark(text: "kubepods", suggests: "a pod of Kubernetes"),
        Mark(text: "docker", suggests: "a container of Docker"),
        Mark(text: "libpod", suggests: "a container of Podman"),
        Mark(text: "cri-containerd", suggests: "a container of containerd"),
        Mark(text: "crio-", suggests: "a container of CRI-O"),
        Mark(text: "lxc", suggests: "a container of LXC"),
        Mark(text: "machine.slice", suggests: "a machine of systemd-nspawn or a virtual machine manager"),
        Mark(text: "garden", suggests: "a container of Garden (Cloud Foundry)"),
    ]

    /// In the options of the mount of "/".
    static let rootMounts = [
        Mark(text: "/docker/", suggests: "a container of Docker"),
        Mark(text: "/containers/storage/", suggests: "a container of Podman or CRI-O"),
        Mark(text: "/io.containerd.", suggests: "a container of containerd"),
    ]

    /// In /proc/version.
    static let kernels = [
        Mark(text: "microsoft", suggests: "the Windows Subsystem for Linux"),
        Mark(text: "gvisor", suggests: "the gVisor sandbox"),
        // gVisor's constant answer (pkg/sentry/kernel/version in its source), the same on every machine.
        Mark(text: "4.4.0 #1 smp sun jan 10 15:06:54 pst 2016", suggests: "the gVisor sandbox"),
    ]

    /// In the maker's name or the product's name of the DMI tables.
    static let machines = [
        Mark(text: "qemu", suggests: "a virtual machine of QEMU"),
        Mark(text: "kvm", suggests: "a virtual machine of KVM"),
        Mark(text: "firecracker", suggests: "a virtual machine of Firecracker"),
        Mark(text: "amazon ec2", suggests: "a machine of Amazon EC2"),
        Mark(text: "google", suggests: "a machine of Google Compute Engine"),
        Mark(text: "microsoft corporation virtual machine", suggests: "a virtual machine of Hyper-V or Azure"),
        Mark(text: "vmware", suggests: "a virtual machine of VMware"),
        Mark(text: "innotek", suggests: "a virtual machine of VirtualBox"),
        Mark(text: "xen", suggests: "a virtual machine of Xen"),
        Mark(text: "digitalocean", suggests: "a machine of DigitalOcean"),
        Mark(text: "hetzner", suggests: "a machine of Hetzner"),
        Mark(text: "openstack", suggests: "a machine of OpenStack"),
        Mark(text: "parallels", suggests: "a virtual machine of Parallels"),
        Mark(text: "bochs", suggests: "a virtual machine of Bochs or QEMU"),
    ]

    static func first(of marks: [Mark], in text: String) -> Mark? {
        let text = text.lowercased()
        return marks.first { text.contains($0.text) }
    }
}

/// The namespaces of a process, with the inode number that the first of each kind has: include/uapi/linux/nsfs.h of Linux 7.2.
struct Namespace: Sendable {
    /// The name in /proc/PID/ns.
    var kind: String
    /// The number of the first one.
    var initial: UInt64
    /// Whether every kernel in use gives the first one this number; net and mnt only recent ones.
    var isFixed = true

    static let all = [
        Namespace(kind: "cgroup", initial: 4_026_531_835),
        Namespace(kind: "ipc", initial: 4_026_531_839),
        Namespace(kind: "mnt", initial: 4_026_531_832, isFixed: false),
        Namespace(kind: "net", initial: 4_026_531_833, isFixed: false),
        Namespace(kind: "pid", initial: 4_026_531_836),
        Namespace(kind: "time", initial: 4_026_531_834),
        Namespace(kind: "user", initial: 4_026_531_837),
        Namespace(kind: "uts", initial: 4_026_531_838),
    ]
}
