// Kernel parameters: their names, what their files say, and whose they are, in real namespaces.

import PreflightHost
import PreflightTestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

@Suite struct ParameterNameTests {
    @Test(arguments: [
        ("net.ipv4.ip_forward", "/proc/sys/net/ipv4/ip_forward", "net.ipv4.ip_forward"),
        ("net/ipv4/ip_forward", "/proc/sys/net/ipv4/ip_forward", "net.ipv4.ip_forward"),
        (
            "net.ipv4.conf.enp3s0/200.forwarding", "/proc/sys/net/ipv4/conf/enp3s0.200/forwarding",
            "net.ipv4.conf.enp3s0/200.forwarding"
        ),
        (
            "net/ipv4/conf/enp3s0.200/forwarding", "/proc/sys/net/ipv4/conf/enp3s0.200/forwarding",
            "net.ipv4.conf.enp3s0/200.forwarding"
        ),
        ("/proc/sys/net/ipv4/conf/a.b/forwarding", "/proc/sys/net/ipv4/conf/a.b/forwarding", "net.ipv4.conf.a/b.forwarding"),
        (
            "/sys/kernel/mm/transparent_hugepage/enabled", "/sys/kernel/mm/transparent_hugepage/enabled",
            "/sys/kernel/mm/transparent_hugepage/enabled"
        ),
        ("kernel", "/proc/sys/kernel", "kernel"),
    ])
    func firstSeparatorDecides(_ name: String, _ path: String, _ key: String) throws {
        let parsed = try ParameterName(name)
        #expect(parsed.path == path)
        #expect(parsed.key == key)
        #expect(try ParameterName(key) == parsed)
    }

    @Test func partsOfValues() throws {
        #expect(try ParameterName("net.ipv4.ip_local_port_range[1]").selection == .index(1))
        #expect(try ParameterName("net.ipv4.ip_local_port_range.span").selection == .span)
        #expect(try ParameterName("net.ipv4.ip_local_port_range.span").key == "net.ipv4.ip_local_port_range")
    }

    @Test(arguments: [
        "", "net..ipv4", ".net", "net.", "/net/ipv4", "/etc/passwd", "/proc/self/environ", "/proc/sys/../self/environ",
        "net/../../etc/passwd",
        "kernel.../hostname", "/sys//kernel", "/sys/./kernel", "/sys/kernel/", "vm.max\0map", "vm.max\nmap", "vm.a[", "vm.a[]",
        "vm.a[-1]",
        "vm.a[+1]", "vm.a[99999999999999999999]", "vm.a[x]", "a]", "[0]", ".span", "/", "net.//.x", "vm/../\u{301}x",
        "/proc/sys/../\u{301}",
        String(repeating: "a", count: 5000),
    ])
    func hostileNamesAreRefused(_ name: String) {
        // A dot and slashes: ".../hostname" becomes "..", which must not lead out.
        guard let parsed = try? ParameterName(name) else { return }
        #expect(Bool(false), "\(name) was taken for \(parsed.path)")
    }
}

@Suite final class ParameterTests {
    /// Trees stay until the test is over.
    private var places: [TemporaryDirectory] = []

    private func tree(_ files: [String: String]) throws -> (TemporaryDirectory, HostRoot) {
        let place = try TemporaryDirectory()
        places.append(place)
        for path in files.keys.sorted() {
            var directory = ""
            for part in path.split(separator: "/").dropLast() {
                directory += (directory.isEmpty ? "" : "/") + part
                mkdir(place.file(directory), 0o755)
            }
        }
        for (path, text) in files { try place.write(path, text) }
        return (place, try HostRoot(path: place.path))
    }

    private func kind(_ reading: Reading?) -> Unknown.Kind? {
        if case .failure(let reason) = reading?.value { reason.kind } else { nil }
    }

    private func sentence(_ reading: Reading?) -> String {
        if case .failure(let reason) = reading?.value { reason.description } else { "" }
    }

    @Test func valuesOfAllForms() throws {
        let (place, root) = try tree([
            "proc/sys/fs/file-max": "9223372036854775807\n", "proc/sys/fs/file-nr": "1024\t0\t9223372036854775807\n",
            "proc/sys/net/ipv4/ip_local_port_range": "32768\t60999\n", "proc/sys/kernel/core_pattern": "core\n",
            "proc/sys/kernel/hostname": "1234\n", "proc/sys/kernel/shmall": "18446744073692774399\n",
            "proc/sys/vm/stat_refresh": "",
            "proc/sys/net/ipv4/tcp_available_congestion_control": "reno cubic\n", "proc/sys/kernel/perf_event_paranoid": "-1\n",
            "sys/kernel/mm/transparent_hugepage/enabled": "always [madvise] never\n", "sys/module/x/parameters/y": "Y\n",
            "proc/sys/vm/huge": "99999999999999999999999999999999999999999999\n",
        ])
        let reader = ParameterReader(root: root)
        let expected: [(String, Value)] = [
            ("fs.file-max", .number(Number(Int.max))), ("fs.file-nr[0]", .number(Number(1024))),
            ("fs.file-nr", .numbers([Number(1024), Number(0), Number(Int.max)])),
            ("net.ipv4.ip_local_port_range", .numbers([Number(32768), Number(60999)])),
            ("net.ipv4.ip_local_port_range[1]", .number(Number(60999))),
            ("net.ipv4.ip_local_port_range.span", .number(Number(28232))),
            ("kernel.core_pattern", .text("core")), ("kernel.hostname", .text("1234")),
            ("kernel.shmall", .number(Number(UInt64(18_446_744_073_692_774_399)))),
            ("kernel.perf_event_paranoid", .number(Number(-1))),
            ("net.ipv4.tcp_available_congestion_control", .text("reno cubic")),
            ("net.ipv4.tcp_available_congestion_control[1]", .text("cubic")),
            ("/sys/kernel/mm/transparent_hugepage/enabled", .text("madvise")), ("/sys/module/x/parameters/y", .text("Y")),
            ("vm.huge", .text("99999999999999999999999999999999999999999999")), ("vm.stat_refresh", .text("")),
            ("fs.file-max[0]", .number(Number(Int.max))),
        ]
        for (name, value) in expected { #expect(reader.reading(of: name)?.value == .success(value), "\(name)") }
        #expect(reader.reading(of: "/sys/kernel/mm/transparent_hugepage/enabled")?.raw == "always [madvise] never")
        #expect(reader.reading(of: "fs.file-max")?.source == "\(place.path)/proc/sys/fs/file-max")
        for name in ["fs.file-nr[3]", "fs.file-max[1]", "fs.file-nr.span", "fs.file-max.span", "kernel.core_pattern.span"] {
            #expect(kind(reader.reading(of: name)) == .notApplicable, "\(name)")
        }
        #expect(sentence(reader.reading(of: "fs.file-nr[3]")).contains("3 values"))
        for name in ["nofile", "cgroup.pids.max", "vn.max_map_count", "persisted.vm.swappiness", ""] {
            #expect(reader.reading(of: name) == nil)
        }
    }

    @Test func notReadableAbsentAndHiddenAreThreeAnswers() throws {
        let (_, root) = try tree([
            "proc/sys/net/core/netdev_max_backlog": "1000\n", "proc/sys/net/core/somaxconn": "4096\n",
            "proc/sys/vm/swappiness": "60\n",
            "proc/sys/kernel/osrelease": "6.1.0\n",
        ])
        let reader = ParameterReader(root: root)
        #expect(kind(reader.reading(of: "net.ipv4.tcp_fin_timeot")) == .absent)
        #expect(sentence(reader.reading(of: "net.ipv4.tcp_fin_timeot")).contains("did you mean net.ipv4.tcp_fin_timeout"))
        #expect(kind(reader.reading(of: "vm.max_map_count")) == .absent)
        #expect(sentence(reader.reading(of: "vm.swapiness")).contains("did you mean vm.swappiness?"))
        #expect(sentence(reader.reading(of: "kernel.unprivileged_userns_clone")).contains("forbids nothing"))
        #expect(kind(reader.reading(of: "net.core")) == .malformed)
        #expect(sentence(reader.reading(of: "net.core")).contains("net.core.netdev_max_backlog"))
        // A namespace of its own: the first one's parameters are missing.
        let (_, other) = try tree(["proc/sys/net/core/somaxconn": "4096\n", "proc/sys/kernel/osrelease": "6.1.0\n"])
        #expect(kind(ParameterReader(root: other).reading(of: "net.core.rmem_max")) == .hidden)
        #expect(kind(ParameterReader(root: other).reading(of: "net.ipv4.tcp_mem")) == .hidden)
        // No /proc at all, or an empty one in its place.
        let (_, empty) = try tree(["etc/x": ""])
        #expect(kind(ParameterReader(root: empty).reading(of: "vm.swappiness")) == .hidden)
        #expect(kind(ParameterReader(root: empty).reading(of: "/sys/kernel/mm/transparent_hugepage/enabled")) == .hidden)
        #expect(ParameterReader(root: empty).remarks().isEmpty)
    }

    @Test(.enabled(if: Task.isRoot)) func deniedStaysDenied() throws {
        // Only root may read it, and its mode is 0600.
        #expect(access("/proc/sys/vm/mmap_rnd_bits", F_OK) == 0)
        let reading = try onOwnThread {
            try Task.becomeNobody()
            return ParameterReader(root: .live).reading(of: "vm.mmap_rnd_bits")
        }
        #expect(kind(reading) == .denied)
        // Write-only, even for root.
        #expect(kind(ParameterReader(root: .live).reading(of: "vm.compact_memory")) == .denied)
    }

    @Test(.enabled(if: Task.canUnshare)) func newNamespacesHaveTheirOwnValues() throws {
        let before = ParameterReader(root: .live).reading(of: "net.ipv4.tcp_fin_timeout")
        let readings = try onOwnThread {
            try Task.unshare(Task.newNetwork | Task.newIPC | Task.newUTS)
            try writeFile("/proc/sys/net/ipv4/ip_local_port_range", Array("20000 20099".utf8))
            try writeFile("/proc/sys/net/core/somaxconn", Array("77".utf8))
            try writeFile("/proc/sys/kernel/shmmni", Array("33".utf8))
            try writeFile("/proc/sys/kernel/hostname", Array("9".utf8))
            try writeFile("/proc/sys/net/ipv4/tcp_fin_timeout", Array("17".utf8))
            let reader = ParameterReader(root: .live)
            let names = [
                "net.ipv4.ip_local_port_range.span", "net.core.somaxconn", "kernel.shmmni", "kernel.hostname",
                "net.ipv4.tcp_fin_timeout",
                "net.core.netdev_max_backlog", "net.ipv4.tcp_mem", "vm.max_map_count", "net.ipv4.no_such",
            ]
            return names.map { reader.reading(of: $0) }
        }
        #expect(readings[0]?.value == .success(.number(Number(100))))
        #expect(readings[0]?.scope == .networkNamespace)
        #expect(readings[1]?.value == .success(.number(Number(77))))
        #expect(readings[2]?.value == .success(.number(Number(33))))
        #expect(readings[2]?.scope == .ipcNamespace)
        #expect(readings[3]?.value == .success(.text("9")))
        #expect(readings[3]?.scope == .utsNamespace)
        #expect(readings[4]?.value == .success(.number(Number(17))))
        #expect(readings[4]?.unit == .seconds)
        #expect(kind(readings[5]) == .hidden)
        #expect(kind(readings[6]) == .hidden)
        #expect(readings[7]?.scope == .machine)
        #expect(kind(readings[8]) == .hidden)
        #expect(ParameterReader(root: .live).reading(of: "net.ipv4.tcp_fin_timeout")?.value == before?.value)
    }

    @Test(.enabled(if: Task.canUnshare)) func anotherProcessNamespaceIsHidden() throws {
        let child = try WaitingChild([find("unshare") ?? "/usr/bin/unshare", "-n", find("sleep") ?? "/bin/sleep", "60"])
        #expect(child.wait { child.name == "sleep" })
        let reader = ParameterReader(root: .live, process: child.process)
        #expect(kind(reader.reading(of: "net.core.somaxconn")) == .hidden)
        #expect(sentence(reader.reading(of: "net.core.somaxconn")).contains("nsenter -t \(child.process) -n"))
        #expect(kind(reader.reading(of: "kernel.shmmni")) == nil)
        #expect(kind(reader.reading(of: "vm.swappiness")) == nil)
        let process = child.process
        let seen = try onOwnThread {
            try Task.becomeNobody()
            return ParameterReader(root: .live, process: process).reading(of: "kernel.shmmni")
        }
        #expect(kind(seen) == .hidden)
        #expect(kind(ParameterReader(root: .live, process: 2_147_483_646).reading(of: "kernel.shmmni")) == .gone)
    }

    @Test(.enabled(if: Task.canUnshare)) func processNumbersOfANamespace() throws {
        let unshare = try #require(find("unshare"))
        let place = try TemporaryDirectory()
        // What a process in a new user and PID namespace sees, copied from there.
        let script = """
            mkdir -p T/proc/sys/kernel T/proc/self/ns T/proc/sys/user T/proc/sys/net/core && cd T/proc &&
            cat /proc/sys/kernel/pid_max > sys/kernel/pid_max && cat /proc/sys/kernel/osrelease > sys/kernel/osrelease &&
            cat /proc/sys/kernel/threads-max > sys/kernel/threads-max && cat /proc/loadavg > loadavg &&
            echo 5 > /proc/sys/user/max_user_namespaces && cat /proc/sys/user/max_user_namespaces > sys/user/max_user_namespaces &&
            ln -s "$(readlink /proc/self/ns/pid)" self/ns/pid && cp /proc/self/mountinfo self/
            """
        let outcome = try run(unshare, ["-U", "-r", "-p", "-f", "--mount-proc", "/bin/sh", "-c", script], in: place.path)
        #expect(outcome.status == 0, "\(outcome)")
        let reader = ParameterReader(root: try HostRoot(path: place.file("T")))
        let reading = try #require(reader.reading(of: "kernel.pid_max"))
        let release = String(decoding: try readFile("/proc/sys/kernel/osrelease"), as: UTF8.self).split(separator: ".")
        let isNew = !(release.prefix(2).map { Int($0) ?? 0 }).lexicographicallyPrecedes([6, 14])
        #expect(reading.notes.contains { $0.hasPrefix("value of this PID namespace") } == isNew)
        #expect(reading.scope == (isNew ? .pidNamespace : .machine))
        #expect(kind(reader.reading(of: "pid.headroom")) == nil)
        #expect(reader.reading(of: "user.max_user_namespaces")?.value == .success(.number(Number(5))))
        #expect(reader.reading(of: "user.max_user_namespaces")?.scope == .userNamespace)
        // Here, where the test runs.
        let own = ParameterReader(root: .live).reading(of: "kernel.pid_max")
        let link = try HostRoot.live.link("/proc/self/ns/pid")
        #expect(own?.notes.contains { $0.hasPrefix("value of this PID namespace") } == (isNew && link != "pid:[4026531836]"))
        let old = try tree(["proc/sys/kernel/pid_max": "32768\n", "proc/sys/kernel/osrelease": "6.13.9-arch1\n"]).1
        #expect(ParameterReader(root: old).reading(of: "kernel.pid_max")?.scope == .machine)
    }

    @Test func usesNearTheLimit() throws {
        func severities(_ files: String, _ most: String, _ tracked: String, _ load: String) throws -> [Severity] {
            let (_, root) = try tree([
                "proc/sys/fs/file-nr": "\(files)\t0\t\(most)\n", "proc/sys/fs/file-max": "\(most)\n",
                "proc/sys/net/netfilter/nf_conntrack_count": "\(tracked)\n", "proc/sys/net/netfilter/nf_conntrack_max": "1000\n",
                "proc/sys/kernel/pid_max": "32768\n", "proc/sys/kernel/threads-max": "1000\n",
                "proc/loadavg": "0.1 0.1 0.1 1/\(load) 99\n",
            ])
            return ParameterReader(root: root).remarks().map(\.severity)
        }
        #expect(try severities("799", "1000", "899", "799") == [])
        #expect(try severities("800", "1000", "0", "0") == [.warning])
        #expect(try severities("950", "1000", "0", "0") == [.error])
        #expect(try severities("0", "1000", "900", "0") == [.warning])
        #expect(try severities("0", "1000", "0", "950") == [.error])
        #expect(try severities("9223372036854775807", "9223372036854775807", "0", "0") == [.error])
        #expect(try severities("5", "0", "0", "0") == [])
    }

    @Test func headroomIsTheLowerBound() throws {
        let (_, root) = try tree([
            "proc/sys/kernel/pid_max": "32768\n", "proc/sys/kernel/threads-max": "1000\n",
            "proc/loadavg": "0.1 0.1 0.1 1/400 99\n",
        ])
        let reading = ParameterReader(root: root).reading(of: "pid.headroom")
        #expect(reading?.value == .success(.number(Number(600))))
        #expect(reading?.notes.first == "bounded by kernel.threads-max = 1000")
        let (_, half) = try tree(["proc/sys/kernel/pid_max": "32768\n", "proc/loadavg": "0.1 0.1 0.1 1/400 99\n"])
        #expect(kind(ParameterReader(root: half).reading(of: "pid.headroom")) == .absent)
        let live = ParameterReader(root: .live)
        guard case .success(.number(let room)) = live.reading(of: "pid.headroom")?.value else { return #expect(Bool(false)) }
        #expect(room > Number(0))
    }

    @Test func maskedAndReadOnly() throws {
        let mounts = """
            22 27 0:21 / /proc rw,nosuid - proc proc rw
            23 22 0:21 /sys /proc/sys ro,nosuid - proc proc rw
            24 22 0:5 /null /proc/sys/fs/file-max rw - devtmpfs dev rw
            25 1 0:7 / /mnt/a\\040b ro - tmpfs t rw

            """
        let (_, root) = try tree([
            "proc/self/mountinfo": mounts, "proc/sys/vm/max_map_count": "65530\n", "proc/sys/fs/file-max": "",
            "proc/sys/net/core/somaxconn": "4096\n", "proc/sys/vm/swappiness": "\n",
        ])
        let reader = ParameterReader(root: root)
        #expect(reader.reading(of: "vm.max_map_count")?.notes == ["read-only here: it cannot be set from inside"])
        #expect(kind(reader.reading(of: "fs.file-max")) == .hidden)
        #expect(kind(reader.reading(of: "vm.swappiness")) == .malformed)
        let machine = try #require(reader.remedy(for: "vm.max_map_count", wanted: .number(Number(262_144))))
        #expect(machine.now == "on the node: sysctl -w vm.max_map_count=262144")
        #expect(
            machine.forGood?.contains("must be set on the node: /etc/sysctl.d/60-preflight.conf:\nvm.max_map_count = 262144\n")
                == true)
        let network = try #require(reader.remedy(for: "net.core.somaxconn", wanted: .number(Number(8192))))
        #expect(network.now == nil)
        #expect(network.forGood?.contains("docker run --sysctl net.core.somaxconn=8192") == true)
        #expect(network.forGood?.contains("sysctls: [{name: net.core.somaxconn, value: \"8192\"}]") == true)
        let ports = try #require(
            ParameterReader(root: .live).remedy(
                for: "net.ipv4.ip_local_port_range", wanted: .numbers([Number(1024), Number(65000)])))
        #expect(ports.forGood?.contains("--sysctl net.ipv4.ip_local_port_range=\"1024 65000\"") == true)
        #expect(
            reader.remedy(for: "/sys/kernel/mm/transparent_hugepage/enabled", wanted: .text("madvise"))?.forGood?.contains(
                "tmpfiles.d") == true)
        #expect(reader.remedy(for: "../x", wanted: .text("1")) == nil)
    }

    @Test(.enabled(if: Task.canUnshare)) func realMasksAreSeen() throws {
        let unshare = try #require(find("unshare"))
        let place = try TemporaryDirectory()
        // What a container runtime does to /proc, done to a copy of the view from inside.
        let script = """
            mount --bind /proc/sys /proc/sys && mount -o remount,ro,bind /proc/sys &&
            mount --bind /dev/null /proc/sys/fs/file-max &&
            mkdir -p T/proc/sys/fs T/proc/sys/vm T/proc/self && cp /proc/self/mountinfo T/proc/self/ &&
            cat /proc/sys/fs/file-max > T/proc/sys/fs/file-max && cat /proc/sys/vm/swappiness > T/proc/sys/vm/swappiness
            """
        let outcome = try run(unshare, ["-m", "/bin/sh", "-c", script], in: place.path)
        #expect(outcome.status == 0, "\(outcome)")
        let reader = ParameterReader(root: try HostRoot(path: place.file("T")))
        #expect(kind(reader.reading(of: "fs.file-max")) == .hidden)
        #expect(reader.reading(of: "vm.swappiness")?.notes == ["read-only here: it cannot be set from inside"])
        #expect(ParameterReader(root: .live).reading(of: "vm.swappiness")?.notes == [])
    }

    @Test func knownParametersAgreeWithTheKernel() throws {
        let reader = ParameterReader(root: .live)
        #expect(Set(reader.names).count == reader.names.count)
        for known in KernelParameter.all {
            let reading = try #require(reader.reading(of: known.key), "\(known.key) is not answered")
            #expect(try ParameterName(known.key).key == known.key)
            if case .failure(let reason) = reading.value { #expect(reason.kind != .malformed, "\(reason)") }
        }
        // Beside sysctl of procps, which reads the same files by its own code.
        guard let sysctl = find("sysctl") ?? (access("/usr/sbin/sysctl", X_OK) == 0 ? "/usr/sbin/sysctl" : nil) else {
            return print("skipped: no sysctl of procps")
        }
        for name in ["vm.max_map_count", "net.ipv4.ip_local_port_range", "kernel.core_pattern", "kernel.sem", "fs.nr_open"] {
            let expected = try run(sysctl, ["-n", name]).outputText.split(whereSeparator: \.isNewline).joined()
            #expect(reader.reading(of: name)?.raw == expected, "\(name)")
        }
    }

    /// Every parameter that a new network namespace has not, or has read-only, is called the machine's.
    @Test(.enabled(if: Task.canUnshare)) func scopesAreMeasured() throws {
        guard access("/proc/sys/net/core/netdev_max_backlog", F_OK) == 0 else {
            return print("skipped: not in the first network namespace")
        }
        @Sendable func list(_ directory: String) -> [String] {
            ((try? listDirectory(directory)) ?? []).filter { access("\(directory)/\($0)/.", F_OK) != 0 }
        }
        let directories = ["/proc/sys/net/core", "/proc/sys/net/ipv4", "/proc/sys/net/ipv4/route"]
        let first = directories.map(list)
        let mine = try onOwnThread {
            try Task.unshare(Task.newNetwork)
            return directories.map(list)
        }
        for (index, directory) in directories.enumerated() {
            let base = directory.dropFirst(10).split(separator: "/").joined(separator: ".")
            for name in Set(first[index]).subtracting(mine[index]).sorted() {
                #expect(KernelParameter.scope(of: "\(base).\(name)") == .machine, "\(base).\(name)")
            }
        }
    }
}
