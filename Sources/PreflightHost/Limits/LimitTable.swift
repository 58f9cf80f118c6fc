// The sixteen resource limits as data: names, units, what reaching them means, and where each is set.

/// One of the kernel's resource limits.
public struct ResourceLimit: Sendable, Equatable {
    /// The name that expectations and reports use: `nofile`.
    public var name: String
    /// The name in `/proc/PID/limits`.
    public var fileName: String
    /// What it counts.
    public var unit: Unit
    /// What is limited, and what happens at the limit.
    public var meaning: String
    /// The letter of `ulimit`, and the bytes or things one of its units stands for; nil where shells differ in that,
    /// or where dash, which is /bin/sh of Debian, has none.
    var shell: (letter: String, unit: Int)?
    /// Its name for `docker run --ulimit`; nil where Docker knows none.
    var docker: String?
    /// The directive of a systemd unit.
    public var directive: String

    /// Counted for all processes of one real user, not for each process.
    var isPerUser = false
    /// The kernel counts it in parts of ``unit``: microseconds of the real-time limit.
    var partsOfUnit: Int128 = 1

    /// All sixteen, in the order of `/proc/PID/limits` (lnames in fs/proc/base.c).
    public static let all: [ResourceLimit] = [
        ResourceLimit(
            "cpu", "Max cpu time", .seconds, "processor time; SIGXCPU each second at the soft limit, SIGKILL at the hard one",
            ("t", 1)),
        ResourceLimit("fsize", "Max file size", .bytes, "size of a file written; SIGXFSZ, EFBIG", nil),
        ResourceLimit("data", "Max data size", .bytes, "data, heap and private writable mappings; ENOMEM", ("d", 1024)),
        ResourceLimit(
            "stack", "Max stack size", .bytes,
            "stack of the first thread, and with glibc the size of every further thread's stack; SIGSEGV", ("s", 1024)),
        ResourceLimit("core", "Max core file size", .bytes, "size of a core file; 0: none is written", nil),
        ResourceLimit("rss", "Max resident set", .bytes, "without effect since Linux 2.4.30", ("m", 1024)),
        ResourceLimit(
            "nproc", "Max processes", .count, "threads of one real user; clone(2) answers EAGAIN", nil, isPerUser: true),
        ResourceLimit("nofile", "Max open files", .count, "highest descriptor and one; EMFILE", ("n", 1)),
        ResourceLimit(
            "memlock", "Max locked memory", .bytes, "memory locked by mlock(2), and of io_uring and BPF; ENOMEM, EAGAIN",
            ("l", 1024)),
        ResourceLimit("as", "Max address space", .bytes, "address space; ENOMEM", ("v", 1024), docker: false),
        ResourceLimit("locks", "Max file locks", .count, "file locks; without effect since Linux 2.4.25", nil),
        ResourceLimit(
            "sigpending", "Max pending signals", .count, "queued signals of one real user; EAGAIN", nil, isPerUser: true),
        ResourceLimit(
            "msgqueue", "Max msgqueue size", .bytes, "POSIX message queues of one real user; EMFILE", nil, isPerUser: true),
        ResourceLimit("nice", "Max nice priority", .count, "20 minus the lowest nice value that may be taken", nil),
        ResourceLimit("rtprio", "Max realtime priority", .count, "real-time priority that may be taken", ("r", 1)),
        ResourceLimit(
            "rttime", "Max realtime timeout", .seconds,
            "processor time of a real-time task without a blocking call, in microseconds for the kernel; SIGXCPU", nil,
            parts: 1_000_000),
    ]

    /// The limit of a name: `nofile`, without `.hard`.
    public static func named(_ name: some StringProtocol) -> ResourceLimit? { all.first { $0.name == name } }

    private init(
        _ name: String, _ fileName: String, _ unit: Unit, _ meaning: String, _ shell: (String, Int)?, docker: Bool = true,
        isPerUser: Bool = false, parts: Int128 = 1
    ) {
        self.name = name
        self.fileName = fileName
        self.unit = unit
        self.meaning = meaning
        self.shell = shell.map { (letter: $0.0, unit: $0.1) }
        self.docker = docker ? name : nil
        directive = "Limit" + name.uppercased()
        self.isPerUser = isPerUser
        partsOfUnit = parts
    }

    /// Equal names are equal limits.
    public static func == (left: ResourceLimit, right: ResourceLimit) -> Bool { left.name == right.name }

    /// How the limit is set: for the process at hand, and for good for a container and for a unit.
    ///
    /// - Parameters:
    ///   - soft: what the soft limit should be; nil leaves it.
    ///   - hard: what the hard limit should be; nil leaves it.
    ///   - process: whose; nil for this shell and what it starts.
    public func remedy(soft: Value?, hard: Value?, process: Int32? = nil) -> HostRemedy {
        func text(_ value: Value?, _ unlimited: String) -> String? {
            switch value {
            case .number(let number):
                guard let whole = number.times(Number(partsOfUnit)), UInt64(exactly: whole.ceiling) != nil else { return nil }
                return String(whole.ceiling)
            case .unlimited: return unlimited
            default: return nil
            }
        }
        func pair(_ unlimited: String) -> String? {
            switch (text(soft, unlimited), text(hard, unlimited)) {
            case (let soft?, let hard?): return soft == hard ? soft : "\(soft):\(hard)"
            case (let soft?, nil): return soft
            case (nil, let hard?): return hard
            case (nil, nil): return nil
            }
        }
        guard let forTools = pair("unlimited"), let forUnits = pair("infinity"), let forDocker = pair("-1") else {
            return HostRemedy()
        }
        // prlimit leaves the other limit alone only where a colon says which one is meant.
        let exact = soft == nil ? ":\(forTools)" : hard == nil ? "\(forTools):" : forTools
        var now = "prlimit --pid \(process.map(String.init) ?? "$$") --\(name)=\(exact)"
        if process == nil, hard == nil, let shell, let units = text(soft, "unlimited") {
            let rounded = Int128(units).map { String(Number($0, over: Int128(shell.unit))?.ceiling ?? $0) } ?? units
            now = "ulimit -S\(shell.letter) \(rounded)"
        }
        let container = docker.map { "docker run --ulimit \($0)=\(forDocker) …\n" } ?? ""
        return HostRemedy(
            now: now,
            forGood: container + "systemctl edit UNIT:\n[Service]\n\(directive)=\(forUnits)\n"
                + "(/etc/security/limits.conf is for logins only: neither services nor containers read it)")
    }
}

extension Number {
    init?(_ numerator: Int128, over denominator: Int) { self.init(numerator, over: Int128(denominator)) }
}
