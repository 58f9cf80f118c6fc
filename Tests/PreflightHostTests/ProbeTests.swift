// System calls under no filter, under real ones, and on kernels that do not have them.

import PreflightTestSupport
import Testing

@testable import PreflightHost

@Suite struct ProbeTests {
    @Test func theProcessAsksForItself() throws {
        let answers = try SystemCall.ask(SystemCall.all)
        let context = ProbeContext(root: .live)
        let verdicts = zip(SystemCall.all, answers).map { CallVerdict($0, $1, in: context) }
        let odd = verdicts.filter { $0.state != .success(.reachable) && $0.answer != .noNumber }
        if context.mode == .off {
            #expect(odd.allSatisfy { [.success(.absent), .success(.blocked)].contains($0.state) }, "\(odd)")
        } else {
            print("the tests run under a filter: \(odd.map { "\($0.call.name) \($0.answer.shown)" })")
        }
        // The same question alone gets the same answer.
        let clone3 = try #require(SystemCall.named("clone3"))
        #expect(try SystemCall.ask([clone3]) == [answers[Int(clone3.index)]])
    }

    /// Whether the kernel or a filter refuses is told by what /proc says beside the answer.
    @Test func whoRefusesIsToldByTheEvidence() throws {
        func verdict(_ name: String, _ error: CInt, _ status: String?, _ files: [String: String]) throws -> CallVerdict {
            let tree = try TemporaryDirectory()
            try tree.writeDeep("proc/sys/kernel/osrelease", "6.18.44\n")
            if let status { try tree.writeDeep("proc/self/status", status) }
            for (file, text) in files { try tree.writeDeep(file, text) }
            let call = try #require(SystemCall.named(name))
            return CallVerdict(call, .error(error), in: ProbeContext(root: try HostRoot(path: tree.path)))
        }
        let off = "Name:\tx\nCapEff:\t0000000000000000\nNoNewPrivs:\t0\nSeccomp:\t0\n"
        let filter = off.replacing("Seccomp:\t0", with: "Seccomp:\t2")
        let disabled = ["proc/sys/kernel/io_uring_disabled": "2\n"]
        #expect(try verdict("io_uring_setup", 1, off, disabled).blocker == .parameter("kernel.io_uring_disabled = 2"))
        #expect(try verdict("io_uring_setup", 1, filter, disabled).blocker == .filterOrParameter("kernel.io_uring_disabled = 2"))
        #expect(try verdict("io_uring_setup", 1, filter, [:]).blocker == .filter)
        #expect(try verdict("io_uring_setup", 1, off, [:]).blocker == .system)
        #expect(try verdict("io_uring_setup", 1, nil, [:]).blocker == .unknown)
        // Who has the capability is not refused by the parameter.
        let paranoid = ["proc/sys/kernel/perf_event_paranoid": "3\n"]
        #expect(try verdict("perf_event_open", 13, off, paranoid).blocker == .parameter("kernel.perf_event_paranoid = 3"))
        let perfmon = off.replacing("CapEff:\t0000000000000000", with: "CapEff:\t0000004000000000")
        #expect(try verdict("perf_event_open", 13, perfmon, paranoid).blocker == .system)
        // ENOSYS without a filter is the kernel's; with one it is the filter's; unread it is neither.
        #expect(try verdict("io_uring_setup", 38, off, [:]).state == .success(.absent))
        #expect(try verdict("io_uring_setup", 38, off, [:]).notes.contains { $0.contains("CONFIG_IO_URING") })
        #expect(try verdict("io_uring_setup", 38, filter, [:]).state == .success(.blocked))
        #expect(throws: Unknown.self) { try verdict("io_uring_setup", 38, nil, [:]).state.get() }
        #expect(throws: Unknown.self) {
            try verdict("io_uring_setup", 38, filter, ["proc/sys/kernel/osrelease": "?"]).state.get()
        }
        // Not everything that is no answer of the table is a refusal.
        #expect(throws: Unknown.self) { try verdict("bpf", 12, filter, [:]).state.get() }
        #expect(try verdict("landlock_create_ruleset", 95, off, [:]).state == .success(.absent))
    }
}

@Suite(
    .enabled(
        if: isSuperuser && compiler != nil,
        "a filter without no_new_privs, another uid and a chroot need root, and the program that makes them a C compiler"))
struct FilteredProbeTests {
    @Test(arguments: [[], ["--uid", "65534"], ["--uid", "65534", "--nnp"]])
    func everythingArrivesWithoutAFilter(_ words: [String]) throws {
        let probes = try FilteredProbes(words)
        #expect(probes.answers.count == SystemCall.all.count)
        for verdict in try probes.verdicts() where verdict.answer != .noNumber {
            // What a kernel of another build lacks is absent there; anything else is a fault of the table.
            let state = try verdict.state.get()
            #expect(state == .reachable || state == .absent, "\(verdict)")
        }
        #expect(try probes.verdict("clone3").state == .success(.reachable))
    }

    @Test(arguments: ["EPERM", "EACCES"], [[], ["--nnp", "--uid", "65534"]])
    func refusedClone3IsAFindingOfItsOwn(_ error: String, _ words: [String]) throws {
        let probes = try FilteredProbes(words + ["clone3=\(error)"])
        let verdict = try probes.verdict("clone3")
        #expect(verdict.state == .success(.blocked))
        #expect(verdict.blocker == .filter)
        #expect(verdict.answer.shown == error)
        let remarks = ProbeReader.remarks(on: try probes.verdicts())
        #expect(remarks.map(\.rule) == [.clone3Refused])
        #expect(remarks[0].severity == .error)
        #expect(remarks[0].message.contains("glibc 2.34"))
        #expect(remarks[0].remedy?.now?.contains(#"{ "names": ["clone3"], "action": "SCMP_ACT_ERRNO", "errnoRet": 38 }"#) == true)
        for other in try probes.verdicts() where other.call.name != "clone3" && other.answer != .noNumber {
            #expect([.success(.reachable), .success(.absent)].contains(other.state), "\(other)")
        }
    }

    @Test func clone3AnsweredLikeAnOldKernelIsFine() throws {
        let filtered = try FilteredProbes(["clone3=ENOSYS"])
        let verdict = try filtered.verdict("clone3")
        #expect(verdict.state == .success(.blocked))
        #expect(verdict.notes[0].contains("clone3(NULL, 0) answered ENOSYS; it is kept back by the seccomp filter"))
        #expect(ProbeReader.remarks(on: try filtered.verdicts()).isEmpty)
        // The same answer from a kernel that had no clone3 yet, filter or not.
        let old = try FilteredProbes(["clone3=ENOSYS"], kernel: "4.19.0-27-amd64\n").verdict("clone3")
        #expect(old.state == .success(.absent))
        #expect(old.notes.contains { $0.contains("Linux 4.19 is older than 5.3") })
    }

    @Test(arguments: ["KILL_PROCESS", "KILL_THREAD", "TRAP"])
    func whoKillsIsNamedAndTheRestIsAskedOn(_ action: String) throws {
        // Two in a row, and the last of the table; the program has a handler for SIGSYS, which the children must not keep.
        let probes = try FilteredProbes(["--handler", "clone3=\(action)", "execve=\(action)", "keyctl=\(action)"])
        for name in ["clone3", "execve", "keyctl"] {
            #expect(try probes.verdict(name).state == .success(.killed))
            #expect(probes.answers[name] == .killed(31))
        }
        #expect(try probes.verdict("add_key").state == .success(.reachable))
        let remarks = ProbeReader.remarks(on: try probes.verdicts())
        #expect(remarks.map(\.rule) == [.callKills])
        #expect(remarks[0].severity == .error)
        #expect(remarks[0].message.contains("clone3, execve, keyctl"))
    }

    @Test func filtersThatHitThePreparationsAndTheEndHarmNothing() throws {
        // 157 prctl, 37 alarm, 160 setrlimit, 60 exit, 231 exit_group of x86-64.
        guard SystemCall.named("clone3")?.number == 435, SystemCall.named("epoll_wait")?.number == 232 else {
            return print("skipped: the numbers are those of x86-64")
        }
        for words in [
            ["37=KILL_PROCESS", "157=KILL_PROCESS"], ["60=EPERM", "231=EPERM"], ["60=KILL_PROCESS", "231=KILL_PROCESS"],
            ["--milliseconds", "200", "231=NOTIFY"], ["--milliseconds", "200", "157=NOTIFY"],
        ] {
            let probes = try FilteredProbes(["--handler", "ptrace=TRAP"] + words)
            #expect(probes.answers["ptrace"] == .killed(31), "\(words)")
            #expect(try probes.verdict("keyctl").state == .success(.reachable), "\(words)")
        }
    }

    @Test func whatHangsIsUnknown() throws {
        let one = try FilteredProbes(["--milliseconds", "200", "bpf=NOTIFY"])
        #expect(one.answers["bpf"] == .timedOut)
        #expect(throws: Unknown.self) { _ = try one.verdict("bpf").state.get() }
        #expect(try one.verdict("keyctl").state == .success(.reachable))
        #expect(ProbeReader.remarks(on: try one.verdicts()).map(\.rule) == [.callHangs])
        // After three nobody waits any more.
        let many = try FilteredProbes(["--milliseconds", "100", "futex=NOTIFY", "rseq=NOTIFY", "mount=NOTIFY", "bpf=NOTIFY"])
        #expect(many.answers["mount"] == .timedOut)
        #expect(many.answers["keyctl"] == .notAsked)
        guard case .failure(let reason) = try many.verdict("keyctl").state else { throw SupportError("keyctl has a verdict") }
        #expect(reason.kind == .timedOut)
    }

    @Test func withoutChildrenNothingIsKnown() throws {
        let probes = try FilteredProbes(["clone=EPERM"])
        #expect(probes.failure == 1)
        #expect(probes.answers.isEmpty)
    }

    @Test func conditionsOnArgumentsAreSeen() throws {
        // Docker's condition on clone, systemd's RestrictAddressFamilies= for IPv6 and for a family that the kernel looks at later.
        let probes = try FilteredProbes(
            ["clone&0x7e020000=EPERM", "socket.inet(10)=EAFNOSUPPORT", "socket.inet(40)=EAFNOSUPPORT", "socket.inet(38)=EPERM"],
            files: ["proc/net/if_inet6": ""])
        #expect(try probes.verdict("clone").state == .success(.reachable))
        #expect(try probes.verdict("clone.newuser").state == .success(.blocked))
        #expect(try probes.verdict("socket.inet").state == .success(.reachable))
        #expect(try probes.verdict("socket.inet6").state == .success(.blocked))
        #expect(try probes.verdict("socket.inet6").notes.contains { $0.contains("RestrictAddressFamilies=") })
        #expect(try probes.verdict("socket.vsock").state == .success(.blocked))
        #expect(try probes.verdict("socket.alg").state == .success(.blocked))
        // A kernel without IPv6 answers the same, and has no such file.
        let without = try FilteredProbes(["socket.inet(10)=EAFNOSUPPORT"])
        #expect(try without.verdict("socket.inet6").state == .success(.absent))
    }

    @Test func pretendedSuccessIsNoSuccess() throws {
        // A filter may answer "error number 0".
        let verdict = try FilteredProbes(["bpf=0"]).verdict("bpf")
        guard case .failure(let reason) = verdict.state else { throw SupportError("bpf is \(verdict.state)") }
        #expect(reason.kind == .malformed)
        #expect(reason.description.contains("EINVAL would say that it arrived"))
    }

    @Test func setsAreJudgedByWhatProgramsGetOver() throws {
        for (name, needs) in ProbeSets.all {
            for need in needs { #expect(SystemCall.named(need.call) != nil, "\(name) wants \(need.call)") }
        }
        let server = try #require(ProbeSets.all["swift-server"])
        func unmet(_ words: [String]) throws -> [String] {
            let probes = try FilteredProbes(words)
            var unmet: [String] = []
            for need in server where try need.isMet(by: probes.verdict(need.call)) == false { unmet.append(need.call) }
            return unmet
        }
        #expect(try unmet([]) == [])
        #expect(try unmet(["clone3=ENOSYS", "io_uring_setup=EPERM", "ptrace=EPERM"]) == [])
        #expect(try unmet(["clone3=EPERM", "eventfd2=ENOSYS", "rseq=KILL_PROCESS"]) == ["clone3", "rseq", "eventfd2"])
    }
}
