// Expectations put beside recorded hosts: each outcome, conditions, formulas, and the remedies.

import PreflightHost
import PreflightTestSupport
import Testing

@testable import PreflightCore

@Suite struct HostJudgeTests {
    /// A recorded tree, or one that a test writes.
    private func host(_ name: String) throws -> Host {
        Host(root: try HostRoot(path: "\(repositoryDirectory)/fixtures/hosts/\(name)"))
    }

    private func tree(_ files: [String: String]) throws -> (host: Host, directory: TemporaryDirectory) {
        let directory = try TemporaryDirectory()
        for (name, text) in files {
            var path = ""
            for part in name.split(separator: "/").dropLast() {
                path += (path.isEmpty ? "" : "/") + part
                if (try? listDirectory(directory.file(path))) == nil { _ = try directory.makeDirectory(path) }
            }
            try directory.write(name, text)
        }
        return (Host(root: try HostRoot(path: directory.path)), directory)
    }

    private static let limits = """
        Limit                     Soft Limit           Hard Limit           Units
        Max stack size            unlimited            unlimited            bytes
        Max processes             1001                 2002                 processes
        Max open files            1024                 524288               files
        Max address space         unlimited            unlimited            bytes
        Max realtime timeout      unlimited            unlimited            us

        """

    private func judge(_ host: Host, _ text: String, if condition: String? = nil, _ severity: Severity = .error) throws
        -> HostFinding
    {
        var expectation = try Expectation(text)
        expectation.severity = severity
        if let condition {
            let other = try Expectation(condition)
            expectation.condition = .init(fact: other.fact, demand: other.demand, text: condition)
        }
        return try HostJudge(host).judge(expectation)
    }

    @Test(
        arguments: [
            ("nofile>=1024", .pass), ("nofile>=1025", .fail), ("nofile<=1023", .fail), ("nofile=1..1024", .pass),
            ("nofile=1025..2000", .fail), ("nofile=1Ki", .pass), ("nofile=1|1024", .pass), ("nofile!=1024", .fail),
            ("nofile!=1|2", .pass),
            ("nofile.hard>=512Ki", .pass), ("as=unlimited", .pass), ("as!=unlimited", .fail), ("as>=1TiB", .pass),
            ("as<=1TiB", .fail),
            ("as=1..2", .fail), ("nofile=unlimited", .fail), ("nofile!=unlimited", .pass), ("as<=1*as.hard", .pass),
            ("as=1*as.hard", .pass), ("nofile<=1*as", .pass), ("nofile>=1*as", .fail), ("nproc>=nofile/2", .pass),
            ("nproc>=nofile", .fail),
            ("nproc>=0.977539062*nofile", .pass), ("nproc>=0.977539063*nofile", .fail),
            // Not in this tree: neither a pass nor a failure, whatever is demanded.
            ("memlock>=1", .unknown), ("memlock<=1", .unknown), ("memlock!=5", .unknown), ("memlock=unlimited", .unknown),
            ("nproc>=memlock", .unknown), ("nproc<=memlock", .unknown), ("nproc=1|1*memlock", .unknown),
            ("nproc!=1*memlock", .unknown),
            ("vm.max_map_count>=1", .unknown), ("call.clone3=reachable", .unknown), ("call.clone3!=blocked", .unknown),
            ("nproc=1001|1*memlock", .pass), ("as<=memlock", .unknown),
        ] as [(String, HostFinding.Outcome)])
    func outcomes(_ text: String, _ outcome: HostFinding.Outcome) throws {
        let (host, directory) = try tree(["proc/self/limits": Self.limits])
        let finding = try judge(host, text)
        #expect(finding.outcome == outcome, "\(finding.why ?? "") \(finding.expected)")
        #expect((finding.why != nil) == (outcome == .unknown))
        // What is no error warns, and nothing else becomes of it.
        let mild = try judge(host, text, .warning).outcome
        #expect(mild == (outcome == .fail ? .warn : outcome))
        withExtendedLifetime(directory) {}
    }

    @Test func conditionsDecideWhetherItCounts() throws {
        let (host, directory) = try tree(["proc/self/limits": Self.limits])
        #expect(try judge(host, "nofile>=9999", if: "nproc>=1000").outcome == .fail)
        let other = try judge(host, "nofile>=9999", if: "nproc>=2000")
        #expect(other.outcome == .notApplicable)
        #expect(other.why == "it counts only where nproc>=2000")
        let unknown = try judge(host, "nofile>=1", if: "memlock>=1")
        #expect(unknown.outcome == .unknown)
        #expect(unknown.why?.hasPrefix("whether memlock>=1 holds is not known: ") == true)
        // A misspelt name or a wrong unit is an error whether or not the condition holds here.
        for (text, condition) in [("nofil>=1", "nproc>=2000"), ("nofile>=1MiB", "nproc>=2000"), ("nofile>=1", "nprocc>=1")] {
            #expect(throws: ExpectationError.self) { try judge(host, text, if: condition) }
        }
        withExtendedLifetime(directory) {}
    }

    @Test(arguments: [
        ("nofil>=5", "\"nofil\" is the name of nothing that is known of a host; did you mean nofile"),
        ("nproc>=nofil", "did you mean nofile"), ("xyzzyxyzzyxyzzy>=5", "preflight host --list names all"),
        ("nofile>=64MiB", "nofile is measured in plain numbers, and 64MiB in bytes"),
        ("as=5s", "as is measured in bytes, and 5s in seconds"), ("cgroup.cpu.quota>=50%", "in processors, and 50% in shares"),
        ("nofile=64K", "K could mean 1,000 or 1,024"), ("nofile!=many", "nofile is a number: \"many\" is none"),
        ("as!=many", "as is a number"), ("nofile=nofile.hard", "for the value of another fact write 1*nofile.hard"),
        ("kernel.sem>=5", "kernel.sem holds 4 numbers; compare one of them: kernel.sem[0]>="),
        ("kernel.sem!=5", "kernel.sem[0]>="),
        ("clock.source>=5", "clock.source is a word (here \"tsc\"); compare it with = or !="),
    ])
    func whatMakesNoSenseIsAnError(_ text: String, _ message: String) throws {
        let (host, directory) = try tree([
            "proc/self/limits": Self.limits, "proc/sys/kernel/sem": "32000\t1024000000\t500\t32000\n",
            "sys/devices/system/clocksource/clocksource0/current_clocksource": "tsc\n",
        ])
        let error = try #require(throws: ExpectationError.self) { try judge(host, text) }
        #expect(error.description.contains(message), "\(error)")
        // From a configuration the sentence says where.
        let origin = Expectation.Origin.configuration("host.expect[3]")
        let placed = try #require(throws: ExpectationError.self) {
            try HostJudge(host).judge(try Expectation(text, origin: origin))
        }
        #expect(placed.description == "host.expect[3]: \(error.description)")
        withExtendedLifetime(directory) {}
    }

    @Test func severalNumbersAndWordsAreCompared() throws {
        let (host, directory) = try tree([
            "proc/sys/net/ipv4/ip_local_port_range": "32768\t60999\n", "proc/sys/fs/file-max": "9223372036854775807\n",
            "sys/kernel/mm/transparent_hugepage/enabled": "always [madvise] never\n", "proc/sys/vm/max_map_count": "many\n",
            "proc/sys/kernel/core_pattern": "max\n",
        ])
        func outcome(_ text: String) throws -> HostFinding.Outcome { try judge(host, text).outcome }
        #expect(try outcome("net.ipv4.ip_local_port_range=32768  60999") == .pass)
        #expect(try outcome("net.ipv4.ip_local_port_range!=1024 65535") == .pass)
        #expect(try outcome("net.ipv4.ip_local_port_range.span>=28232") == .pass)
        #expect(try outcome("net.ipv4.ip_local_port_range[1]<=60998") == .fail)
        #expect(try outcome("net.ipv4.ip_local_port_range[2]<=60998") == .unknown)
        #expect(try outcome("fs.file-max>=9223372036854775807") == .pass)
        #expect(try outcome("fs.file-max>=9223372036854775808") == .fail)
        #expect(try outcome("/sys/kernel/mm/transparent_hugepage/enabled=madvise|never") == .pass)
        #expect(try outcome("/sys/kernel/mm/transparent_hugepage/enabled=always") == .fail)
        #expect(try outcome("kernel.core_pattern=max") == .pass)
        // A number that is none in a broken tree is the tree's fault, not the expectation's.
        #expect(try outcome("vm.max_map_count>=1") == .unknown)
        #expect(try outcome("vm.max_map_count!=1") == .unknown)
        withExtendedLifetime(directory) {}
    }

    @Test func recordedContainersAreJudged() throws {
        let container = try host("v2-container")
        #expect(try judge(container, "cgroup.cpu.quota>=0.5 cpu").outcome == .pass)
        #expect(try judge(container, "cgroup.cpu.quota>=0.51 cpu").outcome == .fail)
        #expect(try judge(container, "cgroup.memory.oom-kills=0").outcome == .fail)
        #expect(try judge(try host("v2-parent-limit"), "cgroup.cpu.quota<=2").outcome == .pass)
        #expect(try judge(try host("docker-parameters"), "nofile<=1048576").outcome == .fail)
        let xen = try judge(try host("xen-clock"), "clock.source!=xen")
        #expect(xen.outcome == .fail)
        #expect(xen.remedy?.now != nil || xen.remedy?.forGood != nil)
        #expect(try judge(try host("masked-sys"), "/sys/kernel/mm/transparent_hugepage/enabled!=always").outcome == .unknown)
        // Calls are tried only where they are to work.
        let report = try HostReport(container, try Profile.expectations(of: ["swift-server"]))
        #expect(report.findings.filter { $0.expectation.fact.hasPrefix("call.") }.allSatisfy { $0.outcome == .unknown })
        #expect(report.status(.error, .fail) == 3 || report.count(.fail) > 0)
    }

    // MARK: - Remedies

    @Test(arguments: [
        ("nofile>=65536", "ulimit -Sn 65536", "LimitNOFILE=65536:524288\n"),
        ("nofile=4096..8192", "ulimit -Sn 4096", "LimitNOFILE=4096"),
        ("nofile=1..512", "ulimit -Sn 512", "LimitNOFILE=512"), ("nofile<=0.5*nproc", "ulimit -Sn 500", "LimitNOFILE=500"),
        ("nofile>=nproc+23.5", "ulimit -Sn 1025", "LimitNOFILE=1025"),
        ("nofile>=1048576", "prlimit --pid $$ --nofile=1048576", "LimitNOFILE=1048576"),
        ("as<=1GiB", "ulimit -Sv 1048576", "LimitAS=1073741824"),
        ("nofile=unlimited", "--nofile=unlimited", "LimitNOFILE=infinity"),
        ("nproc>=1500", "prlimit --pid $$ --nproc=1500:", "LimitNPROC=1500:2002\n"),
        ("nofile.hard>=1048576", "--nofile=:1048576   # takes CAP_SYS_RESOURCE", "LimitNOFILE=1048576"),
        ("vm.max_map_count>=262144", "sysctl -w vm.max_map_count=262144", "vm.max_map_count = 262144"),
        ("vm.max_map_count>=0.5*nproc", "sysctl -w vm.max_map_count=501", "vm.max_map_count = 501"),
        ("stack!=unlimited", "ulimit -Ss 8192", "LimitSTACK=8388608"),
    ])
    func remediesSetTheNearestValueThatIsRight(_ text: String, _ now: String, _ forGood: String) throws {
        let (host, directory) = try tree([
            "proc/self/limits": Self.limits, "proc/sys/vm/max_map_count": "100\n", "proc/self/mountinfo": "",
        ])
        let finding = try judge(host, text)
        #expect(finding.outcome == .fail)
        #expect(finding.remedy?.now?.contains(now) == true, "\(String(describing: finding.remedy))")
        #expect(finding.remedy?.forGood?.contains(forGood) == true, "\(String(describing: finding.remedy))")
        withExtendedLifetime(directory) {}
    }

    @Test(arguments: [
        ("cgroup.cpu.quota>=2", "--cpus 2 ", "CPUQuota=200%"), ("cgroup.cpu.quota>=1.23456 cpu", "--cpus 1.235 ", "cpu: 1235m"),
        ("cpu.effective>=2", "--cpus 2 ", "CPUQuota=200%"), ("cgroup.cpu.quota=unlimited", "--cpus 0 ", "CPUQuota=\n"),
        ("cgroup.memory.max>=8GiB", "--memory 8589934592 --memory-swap -1", "MemoryMax=8589934592"),
        ("cgroup.memory.max=unlimited", "--memory 0", "MemoryMax=infinity"),
        ("cgroup.pids.max>=4096", "--pids-limit 4096", "TasksMax=4096"),
        ("cgroup.pids.max=unlimited", "--pids-limit -1", "TasksMax=infinity"),
    ])
    func groupsHaveRemedies(_ text: String, _ now: String, _ forGood: String) throws {
        let finding = try judge(try host("v2-container"), text)
        #expect(finding.outcome == .fail, "\(String(describing: finding.reading))")
        #expect(finding.remedy?.now?.contains(now) == true, "\(String(describing: finding.remedy))")
        #expect(finding.remedy?.forGood?.contains(forGood) == true, "\(String(describing: finding.remedy))")
    }

    @Test func aHeadRoomIsAddedToWhatIsUsed() throws {
        let host = try host("v2-container")
        guard case .success(.number(let used))? = host.reading(of: "cgroup.pids.current")?.value else {
            return #expect(Bool(false))
        }
        let finding = try judge(host, "cgroup.pids.headroom>=10000")
        #expect(finding.remedy?.now == "docker update --pids-limit \(used.floor + 10000) CONTAINER")
    }

    @Test func numbersThatNoLimitHoldsHaveNoRemedyAndNoCrash() throws {
        let (host, directory) = try tree(["proc/self/limits": Self.limits])
        for text in [
            "rttime=18446744073709551615.123456789h", "nofile>=18446744073709551615.123456789*nproc", "rttime<=99999999h",
        ] {
            let finding = try judge(host, text)
            #expect(finding.outcome == .fail)
            #expect(finding.expected.utf8.count < 300)
            #expect(finding.remedy?.now == nil || text.hasPrefix("rttime<="))
        }
        withExtendedLifetime(directory) {}
    }

    // MARK: - Status

    @Test func severityInfoDecidesNothing() throws {
        let (host, directory) = try tree(["proc/self/limits": Self.limits])
        func report(_ text: String, _ severity: Severity) throws -> HostReport {
            var expectation = try Expectation(text)
            expectation.severity = severity
            return try HostReport(host, [expectation], probes: false, whole: false)
        }
        #expect(try report("nofile>=9999", .error).status(.error, .fail) == 1)
        #expect(try report("nofile>=9999", .error).status(.never, .fail) == 0)
        #expect(try report("nofile>=9999", .warning).status(.error, .fail) == 0)
        #expect(try report("nofile>=9999", .warning).status(.warning, .fail) == 1)
        #expect(try report("nofile>=9999", .info).status(.warning, .fail) == 0)
        #expect(try report("memlock>=1", .error).status(.error, .fail) == 3)
        #expect(try report("memlock>=1", .warning).status(.never, .fail) == 3)
        #expect(try report("memlock>=1", .error).status(.warning, .warn) == 1)
        #expect(try report("memlock>=1", .error).status(.error, .warn) == 0)
        #expect(try report("memlock>=1", .error).status(.warning, .pass) == 0)
        #expect(try report("memlock>=1", .info).status(.warning, .fail) == 0)
        #expect(try HostReport(host, []).status(.warning, .fail) == 0)
        withExtendedLifetime(directory) {}
    }
}
