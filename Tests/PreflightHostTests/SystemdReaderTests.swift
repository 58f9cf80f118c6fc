// systemd's configuration in trees made for the purpose: which files are read, what wins, and what no file says.

import PreflightTestSupport
import Testing

@testable import PreflightHost

@Suite struct SystemdReaderTests {
    @Test func mergesTheManagersFiles() throws {
        let tree = try SystemdTree([
            "etc/systemd/system.conf": "[Manager]\nDefaultLimitNOFILE=1:2\nDefaultTasksMax=7\n",
            "usr/lib/systemd/system.conf": "[Manager]\nDefaultLimitNPROC=9\n",
            "etc/systemd/system.conf.d/20-a.conf": "[Manager]\nDefaultLimitNOFILE=3:4\nDefaultTasksMax=\n",
            "usr/lib/systemd/system.conf.d/20-a.conf": "[Manager]\nDefaultLimitNOFILE=5:6\n",
            "usr/lib/systemd/system.conf.d/10-b.conf": "[Manager]\nDefaultLimitNOFILE=7:8\n",
            "usr/lib/systemd/system.conf.d/30-c.conf": "[Manager]\nDefaultLimitNOFILE=9:9\n",
            "etc/systemd/system.conf.d/30-c.conf": "->/dev/null",
            "proc/sys/kernel/pid_max": "32768\n", "proc/sys/kernel/threads-max": "100000\n",
        ])
        let manager = SystemdManager(root: try tree.root)
        #expect(
            manager.files == [
                "/etc/systemd/system.conf", "/usr/lib/systemd/system.conf.d/10-b.conf", "/etc/systemd/system.conf.d/20-a.conf",
            ])
        let reading = try #require(try tree.reader().reading(of: "systemd.manager.DefaultLimitNOFILE"))
        #expect(reading.value == .success(.number(Number(3))))
        #expect(reading.source.hasSuffix("/etc/systemd/system.conf.d/20-a.conf:2"))
        #expect(reading.raw == "3:4" && reading.scope == .file)
        #expect(try tree.value("systemd.manager.DefaultLimitNOFILE.hard") == .success(.number(Number(4))))
        // Taken back, so systemd's own default holds: 15 % of 32767.
        #expect(try tree.value("systemd.manager.DefaultTasksMax") == .success(.number(Number(4915))))
        // The file in /usr/lib is not read beside the one in /etc.
        guard case .failure(let reason)? = try tree.value("systemd.manager.DefaultLimitNPROC") else {
            throw UnexpectedReading("NPROC")
        }
        #expect(reason.kind == .notApplicable)
    }

    private static let analyze = find("systemd-analyze")

    @Test(.enabled(if: analyze != nil, "systemd-analyze is not installed"), arguments: [21, 22, 23] as [UInt64])
    func readsTheFilesThatSystemdReads(seed: UInt64) throws {
        var random = Generator(seed: seed)
        let tree = try SystemdTree()
        for place in ["etc", "run", "usr/local/lib", "usr/lib"] {
            if random.below(2) == 0 {
                try tree.write("\(place)/systemd/system.conf", "[Manager]\nDefaultTasksMax=\(random.below(99))\n")
            }
            for file in ["10-a.conf", "20-b.conf", "9.conf", "B.conf", "a.conf", "ü.conf", "x.txt"] where random.below(3) > 0 {
                let text = random.below(5) == 0 ? "->/dev/null" : "[Manager]\nDefaultTasksMax=\(random.below(99))\n"
                try tree.write("\(place)/systemd/system.conf.d/\(file)", text)
            }
        }
        let outcome = try run(
            #require(Self.analyze), ["--root=\(tree.directory.path)", "--no-pager", "cat-config", "systemd/system.conf"])
        let prefix = "# \(tree.directory.path)"
        let theirs = outcome.outputText.split(separator: "\n").filter { $0.hasPrefix(prefix) }.map {
            String($0.dropFirst(prefix.count))
        }
        let root = try tree.root
        let manager = SystemdManager(root: root)
        #expect(manager.files == theirs.filter { (try? root.link($0)) == nil }, "\(outcome)")
    }

    @Test func takesTheLeastOfUnitAndSlices() throws {
        let tree = try SystemdTree([
            "etc/systemd/system/web.service":
                "[Service]\nExecStart=/w\nSlice=a-b.slice\nTasksMax=500\nMemoryMax=2G\nCPUQuota=300%\nAllowedCPUs=0-5\n",
            "etc/systemd/system/a-b.slice": "[Slice]\nMemoryMax=3G\nCPUQuota=250%\nAllowedCPUs=2-9\n",
            "etc/systemd/system/a.slice.d/50.conf": "[Slice]\nTasksMax=100\nMemoryMax=1G\n",
            "etc/systemd/system/user-.slice.d/10.conf": "[Slice]\nTasksMax=33%\n",
            "usr/lib/systemd/system/user-.slice.d/10.conf": "[Slice]\nTasksMax=1%\n",
            "proc/sys/kernel/pid_max": "32768\n", "proc/sys/kernel/threads-max": "100000\n",
        ])
        let reader = try tree.reader(["web"])
        func value(_ key: String) throws -> Value? { try? reader.reading(of: "systemd.unit.web.service.\(key)")?.value.get() }
        #expect(try value("TasksMax") == .number(Number(500)))
        #expect(try value("EffectiveTasksMax") == .number(Number(100)))
        #expect(reader.reading(of: "systemd.unit.web.service.EffectiveTasksMax")?.notes == ["decided by a.slice"])
        #expect(try value("EffectiveMemoryMax") == .number(Number(1 << 30)))
        #expect(try value("EffectiveCPUQuota") == .number(try #require(Number(5, over: 2))))
        #expect(reader.reading(of: "systemd.unit.web.service.CPUQuota")?.unit == .cpus)
        #expect(try value("EffectiveAllowedCPUs") == .text("2-5"))
        #expect(try value("EffectiveMemoryHigh") == .unlimited)
        #expect(try value("Slice") == .text("a-b.slice"))
        #expect(try value("LimitNOFILE.hard") == .number(Number(524_288)))
        #expect(try tree.value("systemd.unit.user-1000.slice.TasksMax") == .success(.number(Number(10_813))))
        #expect(reader.overview().contains { $0.name == "systemd.unit.web.service.EffectiveTasksMax" })
        #expect(reader.names.contains("systemd.unit.web.service.process.LimitNOFILE.hard"))
    }

    @Test func keepsItsIgnoranceApart() throws {
        let tree = try SystemdTree([
            "etc/systemd/system/off.service": "->/dev/null", "etc/systemd/system/loop.service": "->knot.service",
            "etc/systemd/system/knot.service": "->loop.service", "etc/systemd/system/odd.service": "[Service]\nSlice=%H.slice\n",
            "etc/systemd/system/half.service": "[Service]\nTasksMax=50%\nLimitCPU=5\n",
        ])
        func kind(_ name: String) throws -> Unknown.Kind? {
            guard case .failure(let reason)? = try tree.value(name) else { return nil }
            return reason.kind
        }
        #expect(try kind("systemd.unit.off.service.LimitNOFILE") == .notApplicable)
        #expect(try kind("systemd.unit.gone.service.LimitNOFILE") == .absent)
        #expect(try kind("systemd.unit.a b.service.LimitNOFILE") == .malformed)
        #expect(try kind("systemd.unit.odd.service.Slice") == .malformed)
        #expect(try kind("systemd.unit.odd.target.TasksMax") == .absent)
        #expect(try kind("systemd.unit.x.slice.LimitNOFILE") == .notApplicable)
        #expect(try kind("systemd.unit.half.service.live.LimitNOFILE") == .notApplicable)
        #expect(try kind("systemd.unit.half.service.process.LimitNOFILE") == .notApplicable)
        // A share of something that is not in the tree is no number.
        #expect(try kind("systemd.unit.half.service.TasksMax") == .absent)
        #expect(try tree.value("systemd.unit.half.service.LimitCPU") == .success(.number(Number(5))))
        #expect(try tree.value("systemd.unit.half.service.Nonsense") == nil)
        #expect(try tree.value("vm.swappiness") == nil)
        _ = try tree.value("systemd.unit.loop.service.LimitNOFILE")
    }

    @Test func standsHostileText() throws {
        let long = String(repeating: "9", count: 5000)
        let tree = try SystemdTree([
            "etc/systemd/system.conf": "\u{FEFF}[Manager\nDefaultTasksMax=5\n",
            "etc/systemd/system.conf.d/a.conf":
                "=\n[]\n=x\n[Manager]\n=\nDefaultTasksMax=\\\n\\\n# c\n \(long)\nDefaultLimitCPU=\(long)h\\",
            "etc/systemd/system/x.service":
                "[Service]\nTasksMax=\(long)%\nMemoryMax=\(long)E\nLimitAS=\(long).\(long)K\nCPUQuota=4294967295%\n"
                + "AllowedCPUs=0-99999999999\nLimitRTTIME=9999999999999y 9999999999y\nLimitNOFILE=::\nSlice=%\n\0\u{1}=\n",
            "proc/meminfo": "MemTotal: 99999999999999999999 kB\n", "proc/sys/kernel/pid_max": "\(long)\n",
            "proc/1/limits": "Max open files\n",
        ])
        let reader = try tree.reader(["x.service", "@.service", "..", "/"], threads: 5)
        for name in reader.names { _ = reader.reading(of: name) }
        #expect(reader.remarks().contains { $0.rule == .unreadableValue })
        #expect(
            try tree.value("systemd.unit.x.service.CPUQuota") == .success(.number(try #require(Number(4_294_967_295, over: 100))))
        )
    }

    /// The names are taken apart as systemd.unit(5) has it.
    @Test func takesNamesApart() throws {
        #expect(UnitName("foo-bar-baz.service")?.dropInNames == ["foo-bar-baz.service", "foo-bar-.service", "foo-.service"])
        #expect(
            UnitName("a-b@c-d.service")?.dropInNames == [
                "a-b@c-d.service", "a-b@.service", "a-.service", "a-@c-d.service", "a-@.service",
            ])
        #expect(UnitName("a-b-c.slice")?.enclosingSlices.map(\.text) == ["a-b.slice", "a.slice"])
        #expect(UnitName("a-b@x.service")?.standardSlice?.text == "system-a\\x2db.slice")
        #expect(UnitName("x")?.text == "x.service" && UnitName("-.slice")?.enclosingSlices == [])
        for name in ["", ".service", "@x.service", "a/b.service", "a b.service", String(repeating: "a", count: 300)] {
            #expect(UnitName(name) == nil)
        }
    }

    @Test func readsTheLimitsOfAProcess() throws {
        // prlimit on a child, as the kernel shows it.
        let prlimit = try #require(find("prlimit"))
        let outcome = try run(prlimit, ["--nofile=77:99", "--cpu=unlimited", "cat", "/proc/self/limits"])
        let tree = try SystemdTree(["proc/42/limits": outcome.outputText, "proc/43/limits": ""])
        let resource = try #require(LimitResource.all.first { $0.name == "NOFILE" })
        let found = try resource.ofProcess("42", root: try tree.root)
        #expect(found.limit == SystemdLimit(soft: .number(Number(77)), hard: .number(Number(99))))
        for resource in LimitResource.all { _ = try resource.ofProcess("42", root: try tree.root) }
        #expect(throws: Unknown.self) { try resource.ofProcess("43", root: try tree.root) }
        #expect(throws: Unknown.self) { try resource.ofProcess("44", root: try tree.root) }
    }

    @Test func comparesAUnitWithItsProcess() throws {
        let tree = try SystemdTree([
            "etc/systemd/system/w.service": "[Service]\nExecStart=/w\nLimitNOFILE=65536\nLimitCORE=infinity\n",
            "proc/7/limits":
                "Limit Soft Hard Units\nMax open files            1024                 4096                 files     \n"
                + "Max core file size        unlimited            unlimited            bytes     \n",
            "proc/8/limits": "Max open files            65536                65536                files     \n",
            "proc/sys/fs/nr_open": "1048576\n",
        ])
        let view = UnitView(
            try #require(UnitName("w.service")), root: try tree.root, manager: SystemdManager(root: try tree.root))
        func remarks(_ show: String) throws -> [Remark] {
            LimitResource.all.compactMap {
                LiveLints(view: view).compare($0, SystemdLive(show, source: "systemctl show w.service"))
            }
        }
        let stale = try remarks("MainPID=7\nLimitNOFILE=4096\nLimitNOFILESoft=1024\n")
        #expect(stale.map(\.rule) == [.unitDiffers])
        #expect(stale[0].message.contains("1024:4096") && stale[0].message.contains("65536"))
        #expect(stale[0].remedy?.forGood == "systemctl daemon-reload && systemctl restart w.service")
        #expect(stale[0].remedy?.now == "prlimit --pid 7 --nofile=65536")
        #expect(try remarks("MainPID=8\nLimitNOFILE=65536\nLimitNOFILESoft=65536\n").isEmpty)
        #expect(try remarks("MainPID=0\n").isEmpty)
        // Nothing is stale, and yet the process has less: process 1 could not give it.
        try tree.write("proc/1/status", "Name:\tsystemd\nCapEff:\t000001fffeffffff\n")
        try tree.write("proc/1/limits", "Max open files            1024                 4096                 files     \n")
        let refused = try remarks("MainPID=7\nLimitNOFILE=65536\nLimitNOFILESoft=65536\n")
        #expect(refused.count == 1 && refused[0].message.contains("CAP_SYS_RESOURCE"))
        #expect(refused[0].remedy?.forGood?.contains("--ulimit nofile=65536") == true)
    }

    @Test func runsAProgramWithADeadline() throws {
        #expect(try CommandOutput.of("/bin/echo", ["a b"]) == "a b\n")
        func kind(_ program: String, _ arguments: [String]) -> Unknown.Kind? {
            do throws(Unknown) {
                _ = try CommandOutput.of(program, arguments, milliseconds: 300)
                return nil
            } catch { return error.kind }
        }
        #expect(kind("/bin/sleep", ["30"]) == .timedOut)
        #expect(kind("/nowhere/systemctl", []) == .absent)
        #expect(kind("/bin/sh", ["-c", "exit 3"]) == .failed)
        #expect(kind("/bin/sh", ["-c", "kill -9 $$"]) == .failed)
    }
}
