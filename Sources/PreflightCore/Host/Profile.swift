// Profiles: what well-known software wants of a host, as data. Every value says whether its source documents it or we recommend it.

import PreflightELF
public import PreflightHost

/// What one sort of work or one program wants of a host.
public struct Profile: Sendable {
    /// The name in configuration and on the command line.
    public var name: String
    /// What it is for, in a sentence.
    public var summary: String
    /// The demands.
    public var rows: [Row]

    /// One demand of a profile.
    public struct Row: Sendable {
        /// As on a command line.
        public var demand: String
        /// What a miss means.
        public var severity: Severity
        /// The source says just this; otherwise it is our recommendation, drawn from the source.
        public var isDocumented: Bool
        /// Why it is wanted.
        public var reason: String
        /// Where that stands.
        public var citation: String
        /// Only counts where this demand holds.
        public var condition: String?
    }

    /// The demands, parsed.
    ///
    /// - Throws: ``ExpectationError`` for a row that is no expectation; a test takes all of them.
    public func expectations() throws(ExpectationError) -> [Expectation] {
        var expectations: [Expectation] = []
        for row in rows {
            var expectation = try Expectation(
                row.demand, origin: .profile(name, isDocumented: row.isDocumented, citation: row.citation))
            expectation.severity = row.severity
            expectation.reason = row.reason
            if let condition = row.condition {
                let (fact, demand) = try Expectation.parts(condition)
                expectation.condition = Expectation.Condition(fact: fact, demand: demand, text: condition)
            }
            expectations.append(expectation)
        }
        return expectations
    }

    /// The demands of several profiles; each profile counts once.
    ///
    /// - Throws: ``ExpectationError`` for a name that no profile has.
    public static func expectations(of names: [String]) throws(ExpectationError) -> [Expectation] {
        var expectations: [Expectation] = []
        var seen: Set<String> = []
        for name in names where seen.insert(name).inserted {
            guard let profile = all.first(where: { $0.name == name }) else {
                let known = all.map(\.name)
                let near = nearest(to: name, among: known)
                throw ExpectationError(
                    "there is no profile \"\(RawText.visible(name))\"; "
                        + (near.isEmpty ? "known are \(known.joined(separator: ", "))" : "did you mean \(near[0])?"))
            }
            expectations += try profile.expectations()
        }
        return expectations
    }
}

/// A row whose source says just this.
private func documented(
    _ severity: Severity, _ demand: String, _ reason: String, _ citation: String, if condition: String? = nil
) -> Profile.Row {
    Profile.Row(
        demand: demand, severity: severity, isDocumented: true, reason: reason, citation: citation, condition: condition)
}

/// A row that we draw from the source.
private func recommended(
    _ severity: Severity, _ demand: String, _ reason: String, _ citation: String, if condition: String? = nil
) -> Profile.Row {
    Profile.Row(
        demand: demand, severity: severity, isDocumented: false, reason: reason, citation: citation, condition: condition)
}

private let clone = "glibc sysdeps/unix/sysv/linux/clone-internal.c; https://github.com/moby/moby/issues/42680"
private let nio = "https://github.com/apple/swift-nio"
private let elastic = "elasticsearch BootstrapChecks.java"
private let mongo = "https://www.mongodb.com/docs/v7.0/reference/ulimit"
private let redis = "redis src/syscheck.c"
private let kubelet = "kubernetes component-helpers node/util/sysctl/sysctl.go"
private let validators = "https://github.com/kubernetes/system-validators"
private let postgres = "PostgreSQL 18 documentation, 18.4"
private let moby = "moby contrib/check-config.sh"

extension Profile {
    /// All profiles, by name.
    public static let all: [Profile] = [
        Profile(
            name: "swift-server", summary: "A server on SwiftNIO.",
            rows: [
                recommended(
                    .error, "call.clone3.answer=EINVAL|ENOSYS", "threads cannot be made where clone3 is refused with EPERM", clone
                ),
                recommended(
                    .error, "calls.swift-server=met",
                    "event loops, threads and their locks, random numbers; the list is in docs/host.md",
                    nio),
                recommended(
                    .error, "cgroup.pids.headroom>=4*cpu.effective+32", "loops, blocking pool and the pool of Swift concurrency",
                    nio),
                recommended(
                    .warning, "nofile>=65536", "one descriptor a connection; neither Swift nor SwiftNIO raises the soft limit",
                    nio),
                recommended(
                    .warning, "nofile<=1048576", "software that closes all descriptors before exec takes seconds",
                    "https://github.com/moby/moby/pull/45534"),
                recommended(.warning, "net.core.somaxconn>=128", "SwiftNIO's default backlog", nio),
                recommended(
                    .warning, "stack!=unlimited", "with glibc the soft limit is the stack of each thread",
                    "glibc nptl/pthread_early_init.h"),
                recommended(.warning, "clock.read=vdso", "every deadline reads the clock", "vdso(7)"),
                recommended(
                    .info, "call.process_vm_readv=reachable", "swift-backtrace reads the crashed process",
                    "https://github.com/swiftlang/docs/issues/87"),
            ]
        ),
        Profile(
            name: "swift-build", summary: "swift build and swift test.",
            rows: [
                recommended(
                    .error, "call.clone3.answer=EINVAL|ENOSYS",
                    "the compiler cannot make threads where clone3 is refused with EPERM",
                    clone),
                recommended(
                    .error, "calls.swift-build=met", "compilers are started and waited for",
                    "https://github.com/swiftlang/swift-package-manager"),
                recommended(
                    .error, "cgroup.pids.headroom>=24*runtime.foundation.active",
                    "swift build runs a compiler per processor that it sees, each with 17 threads and more",
                    "https://github.com/swiftlang/swift/issues/90923"),
                recommended(
                    .warning, "nproc>=24*runtime.foundation.active", "the same threads, counted per user",
                    "https://github.com/swiftlang/swift/issues/90923"),
                recommended(
                    .warning, "cgroup.memory.headroom>=1610612736*runtime.foundation.active",
                    "1.5 GiB for each compiler at once (our estimate)", "https://github.com/swiftlang/swift/issues/90923"),
                recommended(.warning, "nofile>=1024", "a linker opens every object file", "ld(1)"),
            ]
        ),
        Profile(
            name: "go-test", summary: "go test with its default parallelism.",
            rows: [
                recommended(.error, "call.clone3.answer=EINVAL|ENOSYS", "cgo makes threads through glibc", clone),
                recommended(
                    .error, "calls.go-test=met", "the runtime, its poller, os/exec and httptest",
                    "https://go.dev/src/runtime/netpoll_epoll.go"),
                recommended(
                    .error, "cgroup.pids.headroom>=16*cpu.affinity+64",
                    "four threads for each of GOMAXPROCS packages at once (our formula)", "go help test, -p"),
                recommended(
                    .warning, "cgroup.cpu.throttled-ratio<=25%", "tests with deadlines fail where the quota stops them",
                    "Documentation/scheduler/sched-bwc.rst"),
                recommended(
                    .warning, "cgroup.memory.oom-kills=0", "a test that was killed tells no reason",
                    "Documentation/admin-guide/cgroup-v2.rst"),
                recommended(
                    .warning, "kernel.threads-max>=1024", "all threads of the machine",
                    "Documentation/admin-guide/sysctl/kernel.rst"),
            ]
        ),
        Profile(
            name: "elasticsearch", summary: "Elasticsearch in production mode.",
            rows: [
                documented(
                    .error, "nofile>=65535", "bootstrap check of file descriptors",
                    "https://elastic.co/guide/en/elasticsearch/reference/8.x/file-descriptors.html"),
                documented(.error, "vm.max_map_count>=262144", "bootstrap check, enforced where mmap is allowed", elastic),
                documented(
                    .warning, "vm.max_map_count>=1048576", "recommended since 8.16",
                    "https://elastic.co/guide/en/elasticsearch/reference/8.17/vm-max-map-count.html"),
                documented(.error, "nproc>=4096", "bootstrap check of threads", elastic),
                documented(.error, "as=unlimited", "bootstrap check of the address space", elastic),
                documented(.error, "fsize=unlimited", "bootstrap check of file sizes", elastic),
            ]
        ),
        Profile(
            name: "kafka", summary: "A Kafka broker.",
            rows: [
                documented(
                    .error, "nofile>=100000", "descriptors for log segments and connections", "apache/kafka docs/ops.html"),
                recommended(
                    .warning, "vm.max_map_count>=262144", "two mappings for each log segment", "apache/kafka docs/ops.html"),
            ]
        ),
        Profile(
            name: "redis", summary: "Redis with its default settings.",
            rows: [
                documented(.error, "vm.overcommit_memory=1", "saving in the background may fail", redis),
                documented(
                    .warning, "/sys/kernel/mm/transparent_hugepage/enabled=madvise|never", "latency and memory after fork", redis),
                documented(.warning, "net.core.somaxconn>=511", "its backlog", "redis.conf, tcp-backlog"),
                documented(.warning, "nofile>=10032", "maxclients and 32 of its own", "redis src/server.h"),
                documented(.warning, "clock.source!=xen", "reading that clock is a system call", redis),
                documented(.warning, "clock.read=vdso", "reading the clock must be no system call", redis),
            ]
        ),
        Profile(
            name: "mongodb", summary: "mongod.",
            rows: [
                documented(.error, "nofile>=64000", "recommended limit", mongo),
                documented(.error, "nproc>=64000", "recommended limit", mongo),
                documented(.warning, "nproc>=nofile/2", "start-up warning", "mongodb startup_warnings_mongod.cpp"),
                documented(.error, "fsize=unlimited", "recommended limit", mongo),
                documented(.error, "cpu=unlimited", "recommended limit", mongo),
                documented(.error, "as=unlimited", "recommended limit", mongo),
                documented(.warning, "memlock>=64Ki", "start-up warning below 16 pages", "mongodb startup_warnings_mongod.cpp"),
                documented(
                    .warning, "vm.overcommit_memory=0|1", "start-up warning where it is 2", "mongodb startup_warnings_mongod.cpp"),
                documented(
                    .warning, "vm.zone_reclaim_mode=0", "start-up warning on NUMA machines", "mongodb startup_warnings_mongod.cpp"
                ),
            ]
        ),
        Profile(
            name: "postgresql", summary: "PostgreSQL.",
            rows: [
                documented(.warning, "vm.overcommit_memory=2", "otherwise the kernel may kill the postmaster", postgres),
                documented(.warning, "kernel.sem[0]>=17", "SEMMSL", postgres),
                documented(.warning, "kernel.sem[1]>=1024", "SEMMNS, for about 900 connections", postgres),
                documented(.warning, "kernel.sem[3]>=64", "SEMMNI, for about 900 connections", postgres),
            ]
        ),
        Profile(
            name: "nginx", summary: "nginx with 1,024 connections a worker and more.",
            rows: [
                recommended(
                    .warning, "nofile>=2048", "two descriptors for each connection of a proxy",
                    "https://github.com/nginx-proxy/nginx-proxy/issues/2387"),
                recommended(
                    .warning, "net.core.somaxconn>=511", "its backlog on Linux",
                    "https://nginx.org/en/docs/http/ngx_http_core_module.html#listen"),
            ]
        ),
        Profile(
            name: "kubernetes-node", summary: "A node that a kubelet runs on.",
            rows: [
                documented(
                    .error, "vm.overcommit_memory=1", "the kubelet sets it, or refuses to start with protectKernelDefaults",
                    kubelet),
                documented(
                    .error, "vm.panic_on_oom=0", "the kubelet sets it, or refuses to start with protectKernelDefaults", kubelet),
                documented(
                    .error, "kernel.panic=10", "the kubelet sets it, or refuses to start with protectKernelDefaults", kubelet),
                documented(
                    .error, "kernel.panic_on_oops=1", "the kubelet sets it, or refuses to start with protectKernelDefaults",
                    kubelet),
                documented(.error, "kernel.keys.root_maxkeys=1000000", "a key for each container", kubelet),
                documented(.error, "kernel.keys.root_maxbytes=25000000", "a key for each container", kubelet),
                documented(.error, "net.ipv4.ip_forward=1", "packets between pods", "kubeadm preflight checks_linux.go"),
                documented(.error, "cgroup.version=v2", "the kubelet refuses v1 from 1.35 on", validators),
            ]
        ),
        Profile(
            name: "docker-host", summary: "A machine with dockerd or containerd.",
            rows: [
                documented(.warning, "kernel.keys.root_maxkeys>=10001", "a key for each container", moby),
                documented(.warning, "net.ipv4.ip_forward=1", "containers reach the network", moby),
                recommended(
                    .warning, "nofile<=1048576", "what the daemon has, containers inherit",
                    "https://github.com/moby/moby/pull/45534"),
                recommended(
                    .warning, "nofile.hard>=524288", "what the daemon's unit has", "https://github.com/moby/moby/pull/45534"),
            ]
        ),
    ]
}
