// What stands out in systemd's files: each finding once where it belongs, and nothing on files that are right.

import PreflightTestSupport
import Testing

@testable import PreflightHost

@Suite struct SystemdLintTests {
    /// Path, text, the rule that must fire, and what the message must hold; every one of them is the only finding in its tree.
    private static let wrong: [(path: String, text: String, rule: HostRule, says: String)] = [
        ("etc/systemd/system/user.conf", "[Manager]\n", .neverRead, "/etc/systemd/user.conf"),
        ("etc/systemd/system.conf.d/limits", "[Manager]\n", .neverRead, "limits.conf"),
        ("etc/systemd/system/web.service.d/limits.txt", "", .neverRead, "end in .conf"),
        ("etc/systemd/system/web.d/limits.conf", "", .neverRead, "web.service.d"),
        ("etc/systemd/system/web.service.conf", "", .neverRead, "web.service.d"),
        ("etc/systemd/user.conf", "[Manager]\nCPUAccounting=true\n", .unknownKey, "DefaultCPUAccounting"),
        ("srv/u/.config/systemd/user.conf.d/10-cpu.conf", "[Manager]\nCPUAccounting=true\n", .unknownKey, "never limits"),
        ("etc/systemd/system.conf", "[Manager]\nDefaultLimitNOFILES=5\n", .unknownKey, "near it: DefaultLimitNOFILE"),
        ("etc/systemd/system.conf", "[Service]\nLimitNOFILE=5\n", .unknownKey, "[Service]"),
        ("etc/systemd/system.conf", "[Manager]\nDefaultCPUAccounting=yes\n", .ineffectiveKey, "deprecated"),
        ("etc/systemd/system.conf", "[Manager]\nDefaultLimitNOFILE=65536\n", .defaultForAll, "select(2)"),
        ("etc/systemd/system.conf", "[Manager]\nDefaultLimitNOFILE=4096:1024\n", .unreadableValue, "not above the hard"),
        ("etc/systemd/system.conf", "[Manager]\nDefaultTasksMax=0\n", .unreadableValue, "above 0"),
        ("etc/systemd/system.conf", "[Manager]\nDefaultTasksMax\n", .unreadableValue, "no equals sign"),
        ("etc/systemd/user.conf", "[Manager]\nDefaultLimitNOFILE=1024:900000\n", .ineffectiveKey, "user@.service"),
        (
            "etc/systemd/system/w.service", "[Service]\nExecStartPre=/bin/sh -c 'ulimit -n 65536'\n", .ulimitInUnit,
            "keeps its limits"
        ),
        ("etc/systemd/system/w.service", "[Service]\nExecStart=ulimit -n 5\n", .ulimitInUnit, "cannot start"),
        ("etc/systemd/system/w.service", "[Service]\nLimitNOFILE=infinity\n", .unboundedFiles, "1048576 here"),
        ("etc/systemd/system/w.service", "[Service]\nLimitNOFILE=2000000\n", .unboundedFiles, "lies above"),
        ("etc/systemd/system/w.service.d/a.conf", "[Service]\nCPUShares=512\n", .ineffectiveKey, "CPUWeight"),
        ("etc/systemd/system/w.service", "[Service]\nMemoryLimit=1G\n", .ineffectiveKey, "MemoryMax"),
        ("etc/systemd/system/w.slice", "[Slice]\nBlockIOWeight=500\n", .ineffectiveKey, "IOWeight"),
        ("etc/systemd/system/w.service", "[Service]\nLimitNOFILES=5\n", .unknownKey, "near it: LimitNOFILE"),
        ("etc/systemd/system/w.slice", "[Slice]\nLimitNOFILE=5\n", .unknownKey, "belongs in [Service]"),
        ("etc/systemd/system/w.service", "[Unit]\nMemoryMax=5G\n", .unknownKey, "belongs in [Service]"),
        ("etc/systemd/system/w.service", "[Service]\nLimitRSS=1G\n", .ineffectiveKey, "RLIMIT_RSS"),
        ("etc/systemd/system/w.service", "[Service]\nMemoryMax=512m\n", .unreadableValue, "capital"),
        ("etc/systemd/system/w.service", "[Service]\nLimitNOFILE=64K\n", .unreadableValue, "without a unit"),
        ("etc/systemd/system/w.service", "[Service]\nCPUQuota=2\n", .unreadableValue, "with its sign"),
        ("etc/systemd/system/w.service", "LimitNOFILE=5\n", .unreadableValue, "before any section"),
        (
            "etc/systemd/system/w.service", "[Service]\nExecStart=/bin/x systemctl --user run x\n", .ineffectiveKey,
            "systemd-run --user"
        ),
        ("etc/dnf/automatic.conf", "[commands]\nupgrade_command = sync\n", .unknownKey, "upgrade_command"),
    ]

    @Test(arguments: wrong.indices) func findsWhatDoesNotHold(index: Int) throws {
        let (path, text, rule, says) = Self.wrong[index]
        let session = "usr/lib/systemd/system/user@.service"
        let tree = try SystemdTree([path: text, "proc/sys/fs/nr_open": "1048576\n", session: "[Service]\n"])
        let home = path.hasPrefix("srv/u") ? "/srv/u" : nil
        let remarks = SystemdReader(root: try tree.root, home: home).remarks()
        #expect(remarks.map(\.rule) == [rule], "\(remarks)")
        let remark = try #require(remarks.first)
        #expect(remark.message.contains(says), "\(remark.message)")
        #expect(!remark.source.isEmpty && remark.citation != nil)
    }

    @Test func isSilentOnWhatIsRight() throws {
        let tree = try SystemdTree([
            "etc/systemd/system.conf": "# all is well\n[Manager]\nDefaultLimitNOFILE=1024:524288\nDefaultTasksMax=20%\n",
            "etc/systemd/system.conf.d/README": "", "etc/systemd/user.conf": "[Manager]\nDefaultLimitNOFILE=1024:4096\n",
            "etc/systemd/system/w.service":
                "[Unit]\nX-Note=1\n[Service]\nExecStart=/bin/sh -c 'ulimit -n 512; exec w'\nLimitNOFILE=65536\n"
                + "LimitCPU=5min\nLimitNPROC=5\nUser=web\nCPUQuota=50%\nMemoryMax=\nTasksMax=infinity\n"
                + "MemoryDenyWriteExecute=yes\nCPUAffinity=1\n",
            "etc/systemd/system/service.d/a.conf": "[Service]\nTasksMax=50%\n", "etc/systemd/system/gone.service": "->/dev/null",
            "etc/dnf/automatic.conf": "[commands]\nupgrade_type = security\n[email]\nx = 1\n",
            "proc/self/mountinfo": "30 20 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n",
        ])
        #expect(try tree.reader(["w", "gone", "none"], threads: 50).remarks() == [])
    }

    @Test func judgesUnitsAsAWhole() throws {
        let tree = try SystemdTree([
            "usr/lib/systemd/system/w.service": "[Service]\nExecStart=/w\nLimitNPROC=50\nSlice=small.slice\n",
            "etc/systemd/system/small.slice": "[Slice]\nTasksMax=20\n", "proc/sys/kernel/pid_max": "32768\n",
            "proc/sys/kernel/threads-max": "99999\n",
        ])
        let remarks = try tree.reader(["w"], threads: 64).remarks()
        #expect(remarks.map(\.rule) == [.ineffectiveKey, .tasksMax])
        #expect(remarks[0].message.contains("root"))
        #expect(remarks[1].message.contains("small.slice") && remarks[1].severity == .error)
        #expect(remarks[1].remedy?.forGood?.contains("/etc/systemd/system/small.slice.d/") == true)
        #expect(try tree.reader([], threads: 64).remarks() == [])
    }

    private static let analyze = find("systemd-analyze")

    /// Keys that we call unknown, systemd calls unknown; keys that it takes, we take.
    @Test(.enabled(if: analyze != nil, "systemd-analyze is not installed")) func agreesOnKeysWithSystemd() throws {
        let keys = (SystemdKeys.limits + SystemdKeys.groups + ["LimitNOFILES", "MemoryMaximum", "TasksMin", "CPUQuotas"]).sorted()
        let text = "[Service]\nExecStart=/bin/true\n" + keys.map { "\($0)=\n" }.joined()
        let tree = try SystemdTree([
            "etc/systemd/system/w.service": text, "etc/systemd/system/sysinit.target": "[Unit]\n", "bin/true": "",
        ])
        let outcome = try run(#require(Self.analyze), ["--root=\(tree.directory.path)", "verify", "w.service"])
        let said = (outcome.errorText + outcome.outputText).split(separator: "\n").filter { $0.contains("Unknown key") }
        let theirs = Set(said.compactMap { $0.split(separator: "'").dropFirst().first.map(String.init) })
        let ours = Set(
            try tree.reader().remarks().filter { $0.rule == .unknownKey }.compactMap { $0.message.split(separator: " ")[4] }.map(
                String.init))
        #expect(ours == ["LimitNOFILES", "MemoryMaximum", "TasksMin", "CPUQuotas"])
        // Newer keys are unknown to older systemd.
        #expect(theirs.isSuperset(of: ours), "\(outcome)")
    }
}
