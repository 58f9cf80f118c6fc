// What stands out among persisted kernel parameters: dead files, contradictions, lowered values, drift.

import PreflightHost
import PreflightTestSupport
import Testing

@Suite struct PersistedRemarkTests {
    private func remarks(_ files: [String: String], links: [String: String] = [:], _ manager: SysctlManager = .systemd) throws
        -> [Remark]
    {
        let tree = try SysctlTree(files, links: links)
        return try tree.reader(manager).remarks().map { remark in
            var remark = remark
            // Paths as in the tree.
            remark.subject = remark.subject.replacing(tree.place.path)
            remark.message = remark.message.replacing(tree.place.path)
            return remark
        }
    }

    @Test func deadFiles() throws {
        let line = "vm.swappiness = 1\n"
        let single = try remarks(["/etc/sysctl.conf": line])
        #expect(single.map(\.rule) == [.parameterNotRead])
        #expect(single.first?.message.contains("not applied at boot") == true)
        #expect(single.first?.message.contains("vm.swappiness = 1") == true)
        #expect(single.first?.remedy?.forGood == "ln -s ../sysctl.conf /etc/sysctl.d/99-sysctl.conf")
        #expect(try remarks(["/etc/sysctl.conf": line], links: ["/etc/sysctl.d/99-sysctl.conf": "../sysctl.conf"]).isEmpty)
        #expect(try remarks(["/etc/sysctl.conf": line], links: ["/etc/sysctl.d/99-sysctl.conf": "/etc/sysctl.conf"]).isEmpty)
        #expect(try remarks(["/etc/sysctl.conf": line], .procps).isEmpty)
        // The same line where it is read, and a file of comments only.
        #expect(try remarks(["/etc/sysctl.conf": line, "/etc/sysctl.d/a.conf": line]).isEmpty)
        #expect(try remarks(["/etc/sysctl.conf": "# nothing\n"]).isEmpty)
        for path in [
            "/etc/sysctl.d/60-x", "/etc/sysctl.d/sub/x.conf", "/etc/sysctl.conf.d/x.conf", "/etc/systemd/sysctl.conf",
            "/run/sysctl.d/x.cfg",
        ] {
            let found = try remarks([path: line])
            #expect(found.map(\.rule) == [.parameterNotRead], "\(path)")
            #expect(found.first?.subject == path)
        }
        for path in ["/etc/sysctl.d/README.sysctl", "/etc/sysctl.d/x.conf.dpkg-old", "/etc/sysctl.d/.x", "/etc/sysctl.d/x.conf~"]
        {
            #expect(try remarks([path: line]).isEmpty, "\(path)")
        }
        let replaced = try remarks([
            "/usr/lib/sysctl.d/a.conf": "vm.swappiness = 1\nvm.panic_on_oom = 1\n", "/etc/sysctl.d/a.conf": "vm.swappiness = 5\n",
        ])
        #expect(replaced.map(\.rule) == [.parameterOverridden])
        #expect(replaced.first?.message.contains("nothing sets vm.panic_on_oom any more") == true)
    }

    @Test func linesThatCannotBe() throws {
        let found = try remarks([
            "/etc/sysctl.d/a.conf": "vm.swappiness 1\n\n= 5\nvm/../x = 1\nvm.swappiness = 1 # low\n",
            "/etc/sysctl.d/d.conf/x": "",
        ])
        #expect(found.allSatisfy { $0.rule == .parameterNotRead && $0.severity == .warning })
        #expect(found.map(\.subject) == [1, 3, 4, 5].map { "/etc/sysctl.d/a.conf:\($0)" } + ["/etc/sysctl.d/d.conf"])
        #expect(try remarks(["/etc/sysctl.d/a.conf": "- vm.swappiness = 1\n"], .procps).map(\.rule) == [.parameterNotRead])
        #expect(try remarks(["/etc/sysctl.d/a.conf": "- vm.swappiness = 1\n"], .systemd).isEmpty)
    }

    @Test func setTwice() throws {
        let usual = try remarks([
            "/usr/lib/sysctl.d/10.conf": "vm.swappiness = 60\n", "/etc/sysctl.d/20.conf": "vm.swappiness = 10\n",
        ])
        #expect(usual.map(\.severity) == [.info])
        let surprising = try remarks([
            "/usr/lib/sysctl.d/90.conf": "vm.swappiness = 60\n", "/etc/sysctl.d/20.conf": "vm.swappiness = 10\n",
        ])
        #expect(surprising.map(\.severity) == [.warning])
        #expect(surprising.first?.message.contains("/usr/lib/sysctl.d/90.conf:1 says 60 and comes later, so it holds") == true)
        #expect(
            try remarks(["/usr/lib/sysctl.d/90.conf": "vm.swappiness = 10\n", "/etc/sysctl.d/20.conf": "vm/swappiness=10\n"])
                .isEmpty)
        #expect(
            try remarks([
                "/etc/sysctl.d/90.conf": "net.ipv4.tcp_rmem = 1 2\t3\n", "/etc/sysctl.d/91.conf": "net.ipv4.tcp_rmem=0x1  2 3\n",
            ]).isEmpty)
    }

    @Test(arguments: [
        ("fs.file-max", "2097152", true), ("fs.file-max", "9223372036854775807", false), ("fs.nr_open", "1048575", true),
        ("fs.nr_open", "1048576", false), ("net.core.somaxconn", "1024", true), ("net.core.somaxconn", "65535", false),
        ("vm.max_map_count", "65529", true), ("vm.max_map_count", "262144", false), ("vm.swappiness", "1", false),
        ("fs.file-max", "junk", false),
    ])
    func loweredValues(_ key: String, _ value: String, _ isLowered: Bool) throws {
        let found = try remarks(["/etc/sysctl.d/60.conf": "\(key) = \(value)\n"])
        #expect(found.contains { $0.rule == .parameterLowered } == isLowered)
    }

    @Test func loweringTheDistribution() throws {
        let vendor = "/usr/lib/sysctl.d/10-map-count.conf"
        for mine in ["/etc/sysctl.d/60.conf", "/etc/sysctl.d/10-map-count.conf"] {
            let found = try remarks([vendor: "vm.max_map_count = 1048576\n", mine: "vm.max_map_count = 262144\n"])
            let remark = try #require(found.first { $0.rule == .parameterLowered })
            #expect(remark.message.contains("lowers vm.max_map_count to 262144: \(vendor):1 has 1048576"))
        }
        #expect(
            try !remarks(["/etc/sysctl.d/60.conf": "fs.file-max = 2097152\n"], .procps).contains { $0.rule == .parameterLowered })
    }

    @Test func patterns() throws {
        #expect(try remarks(["/etc/sysctl.d/60.conf": "net.ipv4.conf.*.rp_filter = 1\n"]).map(\.rule) == [.parameterPattern])
        #expect(try remarks(["/usr/lib/sysctl.d/60.conf": "net.ipv4.conf.*.rp_filter = 1\n"]).isEmpty)
        let procps = try remarks(["/etc/sysctl.d/60.conf": "net.ipv4.conf.eth?.rp_filter = 1\n"], .procps)
        #expect(procps.first?.remedy?.forGood?.hasPrefix("net.ipv4.conf.default.rp_filter = 1") == true)
    }

    @Test func readings() throws {
        let tree = try SysctlTree([
            "/etc/sysctl.d/60.conf":
                "net.ipv4.ip_local_port_range = 1024\t65000\nkernel.core_pattern = core\nnet.ipv4.conf.*.rp_filter = 2\n"
                + "fs.file-max = 9223372036854775807\nkernel.domainname =\n",
            "/etc/sysctl.conf": "vm.swappiness = 1\n", "/usr/sbin/sysctl": "",
        ])
        let reader = try tree.reader()
        #expect(reader.manager == .procps)
        #expect(reader.reading(of: "persisted.net.ipv4.ip_local_port_range.span")?.value == .success(.number(Number(63977))))
        #expect(reader.reading(of: "persisted.net.ipv4.ip_local_port_range[0]")?.value == .success(.number(Number(1024))))
        #expect(reader.reading(of: "persisted.kernel.core_pattern")?.value == .success(.text("core")))
        #expect(reader.reading(of: "persisted.kernel.domainname")?.value == .success(.text("")))
        #expect(reader.reading(of: "persisted.fs.file-max")?.value == .success(.number(Number(Int.max))))
        #expect(reader.reading(of: "persisted.fs.file-max")?.scope == .file)
        #expect(reader.reading(of: "persisted.fs.file-max")?.source == "\(tree.place.path)/etc/sysctl.d/60.conf:4")
        let pattern = reader.reading(of: "persisted.net.ipv4.conf.eth0.rp_filter")
        #expect(pattern?.value == .success(.number(Number(2))))
        #expect(pattern?.notes.contains("by the pattern net.ipv4.conf.*.rp_filter") == true)
        let swappiness = reader.reading(of: "persisted.vm.swappiness")
        #expect(swappiness?.value == .success(.number(Number(1))))
        #expect(swappiness?.notes.contains("systemd-sysctl would not set it") == true)
        for (name, kind) in [
            ("persisted.vm.max_map_count", Unknown.Kind.absent),
            ("persisted./sys/kernel/mm/transparent_hugepage/enabled", .notApplicable),
            ("persisted.", .malformed), ("persisted.../x", .malformed), ("persisted.vm..x", .malformed),
        ] {
            guard case .failure(let reason) = reader.reading(of: name)?.value else {
                #expect(Bool(false), "\(name)")
                continue
            }
            #expect(reason.kind == kind)
        }
        #expect(reader.reading(of: "vm.swappiness") == nil)
        #expect(Set(reader.names).isSubset(of: Set(reader.overview().map(\.name))))
        let none = try SysctlTree([:])
        #expect(try none.reader().manager == nil)
        #expect(try none.reader().reading(of: "persisted.vm.swappiness")?.notes.first?.contains("nothing in") == true)
    }

    /// What a file says that may not be read may be anything, so nothing is known.
    @Test(.enabled(if: Task.isRoot)) func unreadableFileMakesAllUnknown() throws {
        let tree = try SysctlTree([
            "/etc/sysctl.d/60.conf": "vm.swappiness = 1\n", "/etc/sysctl.d/70.conf": "vm.swappiness = 2\n",
        ])
        try tree.place.setMode("etc/sysctl.d/70.conf", 0o600)
        let path = tree.place.path
        let (reading, remarks) = try onOwnThread {
            try Task.becomeNobody()
            let reader = PersistedParameters(root: try HostRoot(path: path), manager: .systemd)
            return (reader.reading(of: "persisted.vm.swappiness"), reader.remarks())
        }
        guard case .failure(let reason) = reading?.value else { return #expect(Bool(false), "a value was told") }
        #expect(reason.kind == .denied)
        #expect(remarks.contains { $0.rule == .parameterNotRead && $0.message.contains("70.conf") })
        withExtendedLifetime(tree) {}
    }

    @Test func hostileFiles() throws {
        let long = String(repeating: "a.", count: 100_000)
        let tree = try SysctlTree(
            [
                "/etc/sysctl.d/a.conf":
                    "\(long) = 1\n\u{0}\u{0}=\u{0}\n*=*\n[ = ]\n-\n--\n=\n-=\nnet.[.x = 1\n\u{10FF80}=1\n"
                    + "fs.file-max=99999999999999999999999999999999999\n\\=\\\n",
                "/etc/sysctl.d/big.conf": String(repeating: "x", count: (1 << 20) + 2),
            ], links: ["/etc/sysctl.d/loop.conf": "loop.conf", "/etc/sysctl.d/out.conf": "../../../../../../../etc/passwd"])
        for manager in SysctlManager.allCases {
            let reader = try tree.reader(manager)
            _ = reader.overview()
            // Too large and a loop: both are there and could not be read.
            #expect(reader.remarks().filter { $0.message.hasPrefix("not judged") }.count == 2)
        }
    }

    @Test(arguments: [(9_900, 0, true), (10_100, 0, false), (9_000, 499, true), (10, 501, false)])
    func tooManyLinesAreNotJudged(_ named: Int, _ patterns: Int, _ isJudged: Bool) throws {
        var text = ""
        for index in 0..<named { text += "vm.k\(index) = 1\n" }
        for index in 0..<patterns { text += "vm.*\(index)x = 1\n" }
        let tree = try SysctlTree(["/etc/sysctl.d/a.conf": text, "/etc/sysctl.conf": "vm.a = 1\n"])
        let reader = try tree.reader()
        if case .failure(let reason) = reader.reading(of: "persisted.vm.k1")?.value {
            #expect(!isJudged && reason.kind == .malformed)
        } else {
            #expect(isJudged)
        }
        #expect(reader.remarks().contains { $0.message.hasPrefix("not judged") } == !isJudged)
    }

    @Test(.enabled(if: SysctlTree.canApply)) func driftOfTheLiveMachine() throws {
        // In a network and mount namespace of its own the thread has its own files and its own values.
        let tree = try SysctlTree([
            "/etc/sysctl.d/60.conf":
                "net.ipv4.tcp_fin_timeout = 33\nnet.ipv4.tcp_no_such = 1\nnet.core.somaxconn = 4096\n-net.ipv4.tcp_no_such2 = 1\n"
        ])
        let path = tree.place.path
        let found = try onOwnThread {
            try Task.unshare(Task.newNetwork | Task.newMounts)
            try Task.bind(path + "/etc/sysctl.d", "/etc/sysctl.d")
            return PersistedParameters(root: .live, manager: .systemd).remarks().map {
                ($0.rule, $0.severity, $0.subject, $0.message)
            }
        }
        let drift = try #require(found.first { $0.2 == "net.ipv4.tcp_fin_timeout" })
        #expect(drift.0 == .parameterDrift)
        #expect(drift.1 == .info)
        #expect(drift.3.contains("sets net.ipv4.tcp_fin_timeout to 33, but the running kernel has 60"))
        #expect(!found.contains { $0.2 == "net.core.somaxconn" })
        // Missing in a namespace of its own says nothing of the machine.
        #expect(!found.contains { $0.2.hasPrefix("net.ipv4.tcp_no_such") })
        let host = try onOwnThread {
            try Task.unshare(Task.newMounts)
            try writeFile(
                path + "/etc/sysctl.d/60.conf", Array("vm.max_map_count = 65529\nvm.no_such_key = 1\n-vm.no_such_key2 = 1\n".utf8)
            )
            try Task.bind(path + "/etc/sysctl.d", "/etc/sysctl.d")
            return PersistedParameters(root: .live, manager: .systemd).remarks().map { ($0.rule, $0.subject) }
        }
        #expect(host.contains { $0.0 == .parameterDrift && $0.1 == "vm.max_map_count" })
        #expect(host.contains { $0.0 == .parameterLowered && $0.1 == "vm.max_map_count" })
        #expect(host.contains { $0.0 == .parameterUnknown && $0.1 == "vm.no_such_key" })
        #expect(!host.contains { $0.1 == "vm.no_such_key2" })
    }
}

extension String {
    /// Without `prefix`, wherever it stands.
    fileprivate func replacing(_ prefix: String) -> String {
        var rest = self[...]
        var result = ""
        while let start = rest.indices.first(where: { rest[$0...].hasPrefix(prefix) }) {
            result += rest[..<start]
            rest = rest[start...].dropFirst(prefix.count)
        }
        return result + rest
    }
}
