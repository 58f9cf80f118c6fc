// What to do about a fact that is not as it was wanted, for the readers that know.

import PreflightTestSupport
import Testing

@testable import PreflightHost

@Suite struct HostRemedyTests {
    @Test func limitsOfControlGroups() throws {
        let groups = ControlGroups(root: try recorded("v2-container"))
        // No quota gives more processors than the affinity has.
        let processors = try #require(groups.remedy(for: "cpu.effective", wanted: .number(Number(1 << 20))))
        #expect(processors.forGood?.contains("CPUQuota") == false)
        #expect(groups.remedy(for: "cgroup.version", wanted: .text("v2")) == nil)
        // Beyond all bounds there is none, and no crash.
        for number in [Int128.max, .min] {
            for name in groups.names { _ = groups.remedy(for: name, wanted: .number(Number(number))) }
        }
    }

    @Test func unitsAndManagers() throws {
        let tree = try SystemdTree([
            "etc/systemd/system/web.service":
                "[Service]\nExecStart=/bin/true\nLimitNOFILE=1024:4096\nTasksMax=500\nSlice=shop.slice",
            "etc/systemd/system/shop.slice": "[Slice]\nTasksMax=120",
        ])
        let reader = SystemdReader(root: try tree.root, units: ["web"])
        func lines(_ name: String, _ wanted: Value) -> String? { reader.remedy(for: name, wanted: wanted)?.forGood }
        let unit = "systemd.unit.web.service."
        #expect(lines(unit + "LimitNOFILE", .number(Number(2048)))?.contains("[Service]\nLimitNOFILE=2048:4096\n") == true)
        #expect(lines(unit + "LimitNOFILE", .number(Number(65536)))?.contains("LimitNOFILE=65536\n") == true)
        #expect(lines(unit + "LimitNOFILE.hard", .number(Number(65536)))?.contains("LimitNOFILE=1024:65536\n") == true)
        #expect(lines(unit + "live.LimitNOFILE", .unlimited)?.contains("LimitNOFILE=infinity\n") == true)
        #expect(lines(unit + "EffectiveTasksMax", .number(Number(300)))?.contains("shop.slice:\n[Slice]\nTasksMax=300\n") == true)
        #expect(lines(unit + "CPUQuota", .number(Number(2)))?.contains("CPUQuota=200%") == true)
        #expect(lines("systemd.manager.DefaultTasksMax", .number(Number(9)))?.contains("[Manager]\nDefaultTasksMax=9\n") == true)
        #expect(lines(unit + "live.MainPID", .number(Number(1))) == nil)
    }

    @Test func callsBehindAFilter() throws {
        let filtered = try FilteredProbes(["clone3=EPERM", "bpf=KILL_PROCESS", "perf_event_open=EPERM"])
        func remedy(_ call: String) throws -> HostRemedy? { ProbeReader.remedy(for: try filtered.verdict(call)) }
        #expect(
            try remedy("clone3")?.now?.contains("\"names\": [\"clone3\"], \"action\": \"SCMP_ACT_ERRNO\", \"errnoRet\": 38")
                == true)
        for call in ["bpf", "perf_event_open"] {
            #expect(try remedy(call)?.now?.contains("{ \"names\": [\"\(call)\"], \"action\": \"SCMP_ACT_ALLOW\" }") == true)
        }
        #expect(try remedy("futex") == nil)
    }

    @Test func persistedParameters() throws {
        let directory = try TemporaryDirectory()
        try directory.writeDeep("etc/sysctl.d/10.conf", "vm.max_map_count = 65530\n")
        let reader = PersistedParameters(root: try HostRoot(path: directory.path), manager: .systemd)
        let remedy = try #require(reader.remedy(for: "persisted.vm.max_map_count", wanted: .number(Number(262_144))))
        #expect(remedy.forGood?.contains("\nvm.max_map_count = 262144\nthen: systemctl restart systemd-sysctl") == true)
        #expect(reader.remedy(for: "persisted.kernel.sem[1]", wanted: .number(Number(1))) == nil)
    }

    /// What no reader knows a way for is told as the remark on it has it.
    @Test func remarksAreTheLastResort() throws {
        let host = Host(root: try recorded("xen-clock"))
        #expect(host.remedy(for: "clock.source", wanted: .text("tsc"))?.now?.contains("echo tsc > ") == true)
        #expect(host.remedy(for: "os.id", wanted: .text("debian")) == nil)
        #expect(host.remedy(for: "no.such.fact", wanted: nil) == nil)
    }
}
