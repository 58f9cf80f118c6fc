// Recorded trees made by somebody who wishes us ill: links out, FIFOs, files without end, names that speak to the terminal.

import PreflightTestSupport
import Testing

@Suite struct HostileHostTests {
    private func judge(_ tree: HostTree, _ words: [String] = []) throws -> Outcome {
        let outcome = try preflight(["host", "--root", tree.path] + words, seconds: 60)
        #expect(outcome.isOrderly, "\(outcome)")
        if let peak = outcome.peakKilobytes { #expect(peak <= 40_000, "\(peak) KiB") }
        for bytes in [outcome.output, outcome.errors] {
            #expect(!bytes.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F }, "raw control characters: \(outcome.outputText)")
            #expect(String(validating: bytes, as: UTF8.self) != nil)
        }
        return outcome
    }

    /// Files that readers look at, of all sections.
    private static let files = [
        "proc/self/limits", "proc/self/status", "proc/self/maps", "proc/self/mountinfo", "proc/self/cgroup", "proc/self/stat",
        "proc/self/environ", "proc/self/timens_offsets", "proc/loadavg", "proc/cpuinfo", "proc/meminfo", "proc/pressure/cpu",
        "proc/sys/vm/max_map_count", "proc/sys/kernel/core_pattern", "proc/sys/kernel/osrelease", "proc/sys/kernel/pid_max",
        "proc/sys/fs/file-max", "proc/sys/fs/file-nr", "sys/devices/system/cpu/online", "sys/devices/system/cpu/possible",
        "sys/devices/system/clocksource/clocksource0/current_clocksource", "sys/kernel/mm/transparent_hugepage/enabled",
        "etc/os-release", "etc/sysctl.conf", "etc/sysctl.d/10-x.conf", "etc/systemd/system.conf", "etc/systemd/system/x.service",
        "sys/class/dmi/id/product_name", "sys/fs/cgroup/cgroup.controllers", "sys/fs/cgroup/cpu.max",
    ]

    private static let demands =
        [
            "nofile>=1", "process.maps>=0", "process.threads>=1", "vm.max_map_count>=1", "kernel.core_pattern!=x",
            "cpu.effective>=1",
            "cgroup.memory.max>=1", "clock.source!=x", "pid.headroom>=0", "os.id!=x", "fs.file-max>=1",
        ].flatMap { ["--expect", $0] } + ["--all", "--unit", "x.service"]

    /// Nothing that is demanded may pass, for nothing can be read.
    private func expectNothingPassed(_ outcome: Outcome) {
        #expect(outcome.status == 3, "\(outcome)")
        #expect(
            outcome.outputText.hasPrefix("Not known to be fit: 0 of 11 expectations met, 11 not known."),
            "\(outcome.outputText.prefix(3000))")
    }

    @Test func fifosAreNotWaitedFor() throws {
        let tree = try HostTree()
        for file in Self.files {
            try tree.makeParents(file)
            _ = try tree.directory.makeFIFO(file)
        }
        let outcome = try judge(tree, Self.demands)
        expectNothingPassed(outcome)
        #expect(outcome.outputText.contains("is no regular file"))
    }

    @Test func filesWithoutEndAreNotReadToTheEnd() throws {
        let tree = try HostTree()
        for file in Self.files {
            try tree.makeParents(file)
            _ = try tree.directory.makeSparse(file, [], size: 1 << 40)
        }
        let outcome = try judge(tree, Self.demands)
        expectNothingPassed(outcome)
        #expect(outcome.outputText.contains("is larger than"))
    }

    @Test func linksDoNotLeadOut() throws {
        for target in ["/proc/self/limits", "../../../../../../../../../../proc/self/limits", "/proc/1/root/proc/self/limits"] {
            let tree = try HostTree()
            for file in Self.files where file != "proc/self/limits" {
                try tree.makeParents(file)
                _ = try tree.directory.makeLink(file, to: "../../../../../../../../../../etc/hostname")
            }
            try tree.makeParents("proc/self/limits")
            // The first and the last lead to themselves in the tree.
            _ = try tree.directory.makeLink("proc/self/limits", to: target)
            expectNothingPassed(try judge(tree, Self.demands))
        }
    }

    @Test func directoriesAndGarbageAreNoValues() throws {
        let tree = try HostTree()
        for file in Self.files {
            try tree.makeParents(file)
            _ = try tree.directory.makeDirectory(file)
        }
        expectNothingPassed(try judge(tree, Self.demands))
        var generator = Generator(seed: 4)
        for _ in 0..<6 {
            let garbage = try HostTree()
            for file in Self.files {
                try garbage.makeParents(file)
                let bytes = (0..<Int.random(in: 0...3000, using: &generator)).map { _ in
                    UInt8.random(in: 0...255, using: &generator)
                }
                try garbage.directory.write(file, bytes)
            }
            let outcome = try judge(garbage, ["--all", "--unit", "x.service"])
            #expect(outcome.status == 0)
            #expect(try judge(garbage, ["--format", "json"]).status == 0)
        }
    }

    @Test func hugeNumbersEndInASentence() throws {
        for number in [
            "18446744073709551615", "18446744073709551616", "-18446744073709551616", "170141183460469231731687303715884105727",
            "-1", "0",
        ] {
            let tree = try HostTree()
            for file in Self.files { try tree.write(file, Array(repeating: number, count: 12).joined(separator: " ") + "\n") }
            try tree.write("proc/self/timens_offsets", "monotonic \(number) \(number)\nboottime \(number) \(number)\n")
            try tree.write("proc/loadavg", "0 0 0 1/\(number) 5\n")
            try tree.write("proc/self/cgroup", "0::/\n")
            try tree.write("proc/self/mountinfo", "30 20 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n")
            try tree.write("proc/self/status", "Threads:\t\(number)\nUid:\t\(number)\t0\t0\t0\n")
            try tree.write(
                "proc/self/limits",
                "Limit\nMax open files  \(number) \(number) files\nMax realtime timeout \(number) \(number) us\nMax stack size \(number) \(number) bytes\n"
            )
            for file in [
                "cpu.max", "memory.max", "memory.current", "pids.max", "pids.current", "cpu.stat", "memory.events",
                "cpu.max.burst",
            ] {
                try tree.write(
                    "sys/fs/cgroup/\(file)",
                    file.contains("stat") || file.contains("events")
                        ? "nr_periods \(number)\nnr_throttled \(number)\noom_kill \(number)\n"
                        : "\(number) \(number)\n".replacing(" \(number)\n", with: file == "cpu.max" ? " \(number)\n" : "\n"))
            }
            for parameter in ["vm/max_map_count", "kernel/pid_max", "kernel/threads-max", "fs/file-max", "fs/nr_open"] {
                try tree.write("proc/sys/\(parameter)", number + "\n")
            }
            let demands = [
                "nofile>=18446744073709551615", "rttime<=1us", "cgroup.memory.headroom>=18446744073709551615",
                "cgroup.pids.headroom>=1",
                "cgroup.cpu.quota>=1.5", "nofile>=18446744073709551615*nofile", "pid.headroom>=1",
                "vm.max_map_count>=3*nofile+0.5",
            ].flatMap { ["--expect", $0] }
            let outcome = try judge(tree, ["--all", "--unit", "x.service"] + demands)
            #expect([1, 3].contains(outcome.status ?? -1), "\(number): \(outcome)")
        }
    }

    @Test func namesDoNotSpeakToTheTerminal() throws {
        let evil = "\u{1B}]0;owned\u{7}\u{9B}31m\u{202E}"
        let tree = try HostTree([
            "etc/os-release": "ID=\"\(evil)\"\nNAME=\(evil)\nVERSION_ID=\(evil)\n", "proc/sys/kernel/core_pattern": "\(evil)\n",
            "proc/sys/kernel/hostname": evil, "proc/sys/kernel/osrelease": evil,
            "etc/sysctl.d/\(evil).conf": "\(evil)\nvm.\(evil) = 5\nvm.max_map_count = \(evil)\n",
            "etc/sysctl.conf": "net.ipv4.conf.\(evil)*.x = 1\n", "proc/self/cgroup": "0::/\(evil)\n",
            "proc/self/mountinfo": "30 20 0:26 / /sys/fs/cgroup/\(evil) rw - cgroup2 \(evil) rw\n",
            "etc/systemd/system/\(evil).service": "[Service]\n\(evil)=1\nExecStartPre=ulimit -n \(evil)\n",
            "etc/systemd/system/x.service":
                "[Service]\nLimitNOFILE=\(evil)\nTasksMax=\(evil)\nLimitNOFIEL=5\nExecStartPre=/bin/sh -c 'ulimit -n 5 \(evil)'\n",
            "etc/systemd/system.conf": "[Manager]\n\(evil)=\(evil)\nDefaultLimitNOFILE=\(evil)\n",
            "sys/class/dmi/id/product_name": evil, "proc/self/environ": "container=\(evil)\0",
            "sys/devices/system/clocksource/clocksource0/current_clocksource": evil,
            "sys/devices/system/clocksource/clocksource0/available_clocksource": evil,
            "sys/kernel/mm/transparent_hugepage/enabled": "[\(evil)]",
        ])
        let demands = [
            "os.id=x", "kernel.core_pattern=\(evil)x", "clock.source=tsc", "kernel.hostname=x", "vm.max_map_count>=1",
            "/sys/kernel/mm/transparent_hugepage/enabled=never",
        ].flatMap { ["--expect", $0] }
        for words in [
            [], ["--all"] + demands, demands, ["--unit", "x.service", "--unit", "\(evil).service"], ["--format", "json"],
            ["--list"],
        ] {
            let outcome = try judge(tree, words)
            #expect(outcome.status == (words.contains("--expect") ? 1 : 0), "\(outcome)")
            if words.contains("--format") { continue }
            #expect(!outcome.outputText.unicodeScalars.contains { $0.value == 0x9B || $0.value == 0x202E }, "\(words)")
        }
        // A name as somebody gives it on the command line.
        let outcome = try judge(tree, ["--expect", "clock.source>=\(evil)"])
        #expect(outcome.status == 2)
    }
}
