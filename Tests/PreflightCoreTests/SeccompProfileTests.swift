// Profiles: what is kept for whom, what happens to calls and arguments, and what is wrong with them.

import PreflightHost
import PreflightInputs
import Testing

@testable import PreflightCore

@Suite struct SeccompProfileTests {
    /// The shape of Docker's default profile, with a few calls of each sort.
    private static let docker = """
        {
          "defaultAction": "SCMP_ACT_ERRNO", "defaultErrnoRet": 1,
          "archMap": [{ "architecture": "SCMP_ARCH_X86_64", "subArchitectures": ["SCMP_ARCH_X86"] }],
          "syscalls": [
            { "names": ["execve", "exit_group", "mmap", "mprotect", "brk", "read", "write", "close", "rt_sigaction", "futex",
                        "epoll_pwait", "openat2", "futex_waitv"], "action": "SCMP_ACT_ALLOW" },
            { "names": ["ptrace"], "action": "SCMP_ACT_ALLOW", "includes": { "minKernel": "4.8" } },
            { "names": ["socket"], "action": "SCMP_ACT_ALLOW", "args": [{ "index": 0, "value": 38, "op": "SCMP_CMP_LT" }] },
            { "names": ["socket"], "action": "SCMP_ACT_ALLOW", "args": [{ "index": 0, "value": 39, "op": "SCMP_CMP_EQ" }] },
            { "names": ["personality"], "action": "SCMP_ACT_ALLOW",
              "args": [{ "index": 0, "value": 4294967295, "op": "SCMP_CMP_EQ" }] },
            { "names": ["arch_prctl"], "action": "SCMP_ACT_ALLOW", "includes": { "arches": ["amd64", "x32"] } },
            { "names": ["clone", "clone3", "unshare"], "action": "SCMP_ACT_ALLOW", "includes": { "caps": ["CAP_SYS_ADMIN"] } },
            { "names": ["clone"], "action": "SCMP_ACT_ALLOW",
              "args": [{ "index": 0, "value": 2114060288, "op": "SCMP_CMP_MASKED_EQ" }],
              "excludes": { "caps": ["CAP_SYS_ADMIN"], "arches": ["s390", "s390x"] } },
            { "names": ["clone3"], "action": "SCMP_ACT_ERRNO", "errnoRet": 38, "excludes": { "caps": ["CAP_SYS_ADMIN"] } },
            { "names": ["bpf"], "action": "SCMP_ACT_ALLOW", "includes": { "caps": ["CAP_SYS_ADMIN", "CAP_BPF"] } },
            { "names": ["userfaultfd"], "action": "SCMP_ACT_ALLOW", "excludes": { "minKernel": "5.11" } }
          ]
        }
        """

    private func profile(_ json: String) throws -> SeccompProfile {
        SeccompProfile(try JSONValue.parse(Array(json.utf8)), file: "profile.json")
    }

    private func evaluation(
        _ json: String, _ reader: SeccompReader = .engine, capabilities: Set<String> = SeccompHost.dockerCapabilities,
        kernel: KernelRelease = KernelRelease(6, 1), architecture: String = "amd64"
    ) throws -> SeccompEvaluation {
        let host = SeccompHost(reader: reader, capabilities: capabilities, kernel: kernel, architecture: architecture)
        return SeccompEvaluation(try profile(json), for: host)
    }

    /// A profile that allows what every program needs, with these rules beside it.
    private func working(_ rules: String) -> String {
        """
        { "defaultAction": "SCMP_ACT_ERRNO", "architectures": ["SCMP_ARCH_X86_64"], "syscalls": [
          { "names": ["execve", "exit_group", "mmap", "mprotect", "brk", "read", "write", "close", "rt_sigaction", "futex", "clone",
                      "fork", "vfork", "clone3"], "action": "SCMP_ACT_ALLOW" }\(rules.isEmpty ? "" : ", ")\(rules)] }
        """
    }

    /// A profile that allows everything but what one rule says.
    private func allowing(_ rule: String) -> String { #"{ "defaultAction": "SCMP_ACT_ALLOW", "syscalls": [\#(rule)] }"# }

    /// A profile that refuses everything but what one rule says.
    private func refusing(_ rule: String) -> String { allowing(rule).replacing("ALLOW", with: "ERRNO", maxReplacements: 1) }

    @Test func capabilitiesDecide() throws {
        let plain = try evaluation(Self.docker)
        #expect(plain.outcome(of: "clone3") == .always(.errno(38)))
        #expect(plain.outcome(of: "unshare") == .always(.errno(1)))
        #expect(plain.outcome(of: "clone") == .depends([.allow, .errno(1)]))
        #expect(plain.outcome(of: "clone", arguments: [0: 0x10F00]) == .always(.allow))
        #expect(plain.outcome(of: "clone", arguments: [0: 0x1000_0000]) == .always(.errno(1)))
        #expect(plain.remarks().isEmpty)

        let admin = try evaluation(Self.docker, capabilities: ["CAP_SYS_ADMIN"])
        for call in ["clone", "clone3", "unshare"] { #expect(admin.outcome(of: call) == .always(.allow)) }
        // All of the capabilities are needed, not one of them.
        #expect(admin.outcome(of: "bpf") == .always(.errno(1)))
        let both = try evaluation(Self.docker, capabilities: ["CAP_SYS_ADMIN", "CAP_BPF"])
        #expect(both.outcome(of: "bpf") == .always(.allow))
        #expect(try evaluation(Self.docker, capabilities: []).outcome(of: "clone3") == .always(.errno(38)))
    }

    @Test func kernelAndArchitectureDecide() throws {
        #expect(try evaluation(Self.docker, kernel: KernelRelease(4, 7, 9)).outcome(of: "ptrace") == .always(.errno(1)))
        #expect(try evaluation(Self.docker, kernel: KernelRelease(4, 8)).outcome(of: "ptrace") == .always(.allow))
        #expect(try evaluation(Self.docker, kernel: KernelRelease(5, 10)).outcome(of: "userfaultfd") == .always(.allow))
        #expect(try evaluation(Self.docker, kernel: KernelRelease(5, 11)).outcome(of: "userfaultfd") == .always(.errno(1)))
        #expect(try evaluation(Self.docker, architecture: "arm64").outcome(of: "arch_prctl") == .always(.errno(1)))
        #expect(try evaluation(Self.docker, architecture: "s390x").outcome(of: "clone") == .always(.errno(1)))
    }

    @Test func probesAreForetold() throws {
        let docker = try evaluation(Self.docker)
        func outcome(_ name: String) throws -> SeccompOutcome { docker.outcome(of: try #require(SystemCall.named(name))) }
        #expect(try outcome("clone") == .always(.allow))
        #expect(try outcome("clone.newuser") == .always(.errno(1)))
        #expect(try outcome("socket.inet6") == .always(.allow))
        #expect(try outcome("socket.alg") == .always(.errno(1)))
        #expect(try outcome("socket.vsock") == .always(.errno(1)))
        #expect(try outcome("personality") == .always(.allow))
    }

    /// runc answers ENOSYS above the largest number that the profile names; here that is futex_waitv, 449.
    @Test func callsAboveTheLargestAreUnknownToTheKernel() throws {
        let docker = try evaluation(Self.docker)
        #expect(docker.outcome(of: "cachestat") == .always(.errno(38)))
        #expect(docker.outcome(of: "mseal") == .always(.errno(38)))
        #expect(docker.outcome(of: "io_uring_setup") == .always(.errno(1)))
        #expect(docker.outcome(of: "keyctl") == .always(.errno(1)))
        let allowing = try evaluation(
            allowing(#"{ "names": ["bpf"], "action": "SCMP_ACT_ERRNO" }"#))
        #expect(allowing.outcome(of: "mseal") == .always(.allow))
        #expect(allowing.outcome(of: "bpf") == .always(.errno(1)))
    }

    @Test(arguments: [
        ("SCMP_CMP_NE", 5, false), ("SCMP_CMP_LT", 6, true), ("SCMP_CMP_LE", 5, true), ("SCMP_CMP_EQ", 4, false),
        ("SCMP_CMP_GE", 5, true),
        ("SCMP_CMP_GT", 5, false),
    ])
    func comparisons(_ comparison: String, _ value: Int, _ holds: Bool) throws {
        let rule =
            #"{ "names": ["x"], "action": "SCMP_ACT_TRAP", "args": [{ "index": 2, "value": \#(value), "op": "\#(comparison)" }] }"#
        let filter = try evaluation(working(rule))
        #expect(filter.outcome(of: "x", arguments: [2: 5]) == .always(holds ? .trap : .errno(1)))
        #expect(filter.outcome(of: "x") == .depends([.trap, .errno(1)]))
    }

    /// Verified with libseccomp 2.5.4: without conditions wins, in either order, and the first of two such.
    @Test func rulesForOneCallAreJoined() throws {
        let conditional =
            #"{ "names": ["x"], "action": "SCMP_ACT_TRAP", "args": [{ "index": 0, "value": 1, "op": "SCMP_CMP_EQ" }] }"#
        let plain = #"{ "names": ["x"], "action": "SCMP_ACT_ALLOW" }"#
        for rules in ["\(conditional), \(plain)", "\(plain), \(conditional)"] {
            #expect(try evaluation(working(rules)).outcome(of: "x") == .always(.allow))
        }
        // Two conditions of one rule hold together, unless they are on one argument.
        let two = #"{ "names": ["x"], "action": "SCMP_ACT_ALLOW", "args": [{ "index": 0, "value": 1, "op": "SCMP_CMP_EQ" }, "#
        let apart = try evaluation(working(two + #"{ "index": 1, "value": 2, "op": "SCMP_CMP_EQ" }] }"#))
        #expect(apart.outcome(of: "x", arguments: [0: 1, 1: 3]) == .always(.errno(1)))
        #expect(apart.outcome(of: "x", arguments: [0: 1, 1: 2]) == .always(.allow))
        #expect(apart.remarks().isEmpty)
        let split = try evaluation(working(two + #"{ "index": 0, "value": 2, "op": "SCMP_CMP_EQ" }] }"#))
        #expect(split.outcome(of: "x", arguments: [0: 2]) == .always(.allow))
        #expect(split.outcome(of: "x", arguments: [0: 3]) == .always(.errno(1)))
        #expect(split.remarks().map(\.rule) == [.seccompProfileMisread])
        #expect(split.remarks()[0].subject == "profile.json: syscalls[1]")
    }

    @Test(arguments: [
        (
            #"{ "name": "a", "names": ["b"], "action": "SCMP_ACT_ERRNO" }"#,
            "both name (a) and names"
        ),
        (
            #"{ "defaultAction": "SCMP_ACT_ALLOW", "architectures": ["SCMP_ARCH_X86"], "archMap": [{}] }"#,
            "Both architectures and archMap"
        ),
        (
            #"{ "names": ["a"], "action": "SCMP_ACT_ERRNO", "includes": { "minKernel": "4.8.1" } }"#,
            "\"4.8.1\""
        ),
        (
            #"{ "names": ["a"], "action": "SCMP_ACT_ERRNO", "includes": { "minKernel": "0.0" } }"#,
            "\"0.0\""
        ),
        (
            #"{ "names": ["a"], "action": "SCMP_ACT_ERRNO", "excludes": { "minKernel": 4.8 } }"#,
            "a number"
        ),
        (#"{ "defaultAction": "SCMP_ACT_ALOW" }"#, "did you mean SCMP_ACT_ALLOW"),
        (#"{ "names": ["a"] }"#, "syscalls[0] has no action"),
        (#"{ "defaultAction": "SCMP_ACT_ALLOW", "syscalls": {} }"#, "syscalls is an object"),
        (
            #"{ "names": ["a"], "action": "SCMP_ACT_TRAP", "args": [{ "index": 6, "op": "SCMP_CMP_EQ" }] }"#,
            "index is 6"
        ),
        (
            #"{ "names": ["a"], "action": "SCMP_ACT_TRAP", "args": [{ "op": "EQ" }] }"#,
            "no comparison"
        ),
        (
            #"{ "names": ["a"], "action": "SCMP_ACT_TRAP", "args": [{ "value": -1, "op": "SCMP_CMP_EQ" }] }"#,
            "64 bits"
        ),
        (#"{ "defaultAction": "SCMP_ACT_ERRNO", "defaultErrnoRet": 1e300 }"#, "defaultErrnoRet is not a whole number"),
        (#"{ "syscalls": [{ "names": ["a"], "action": "SCMP_ACT_ALLOW" }] }"#, "no defaultAction"),
        (#"[1]"#, "The profile is a list"),
    ])
    func whatEnginesRefuse(_ text: String, _ expected: String) throws {
        let json = text.hasPrefix(#"{ "name"#) ? allowing(text) : text
        let problems = try profile(json).problems
        #expect(
            problems.contains { $0.rule == .seccompProfileInvalid && $0.severity == .error && $0.message.contains(expected) },
            "\(problems)")
    }

    @Test func misspeltKeysAreSkippedByReaders() throws {
        let problems = try profile(
            allowing(#"{ "names": ["a"], "actoin": "SCMP_ACT_KILL" }"#)
        ).problems
        #expect(problems.contains { $0.rule == .seccompProfileMisread && $0.message.contains("did you mean action") })
        #expect(try evaluation("{}").remarks().map(\.message).first?.contains("nothing is filtered") == true)
        #expect(try evaluation("{}").outcome(of: "reboot") == .unfiltered)
    }

    /// The same file read by kubelet: rules for CAP_SYS_ADMIN hold for everybody, and clone3 is allowed, which then wins.
    @Test func kubeletSkipsConditions() throws {
        let pod = try evaluation(Self.docker, .runtime)
        #expect(pod.outcome(of: "unshare") == .always(.allow))
        #expect(pod.outcome(of: "clone3") == .always(.allow))
        let remark = try #require(pod.remarks().first { $0.rule == .seccompProfileMisread })
        #expect(remark.severity == .error)
        #expect(remark.message.contains("7 rules"))
        // A rule with name instead of names has no call left.
        let named = allowing(#"{ "name": "bpf", "action": "SCMP_ACT_ERRNO" }"#)
        #expect(try evaluation(named).outcome(of: "bpf") == .always(.errno(1)))
        #expect(try evaluation(named, .runtime).outcome(of: "bpf") == .always(.allow))
        // The plain format is read alike by both, also inside a bundle's config.json.
        #expect(try evaluation(working(""), .runtime).remarks().isEmpty)
        let bundle = #"{ "ociVersion": "1.2.0", "linux": { "seccomp": \#(working("")) } }"#
        #expect(try evaluation(bundle, .runtime).remarks().isEmpty)
        #expect(try evaluation(bundle, .runtime).outcome(of: "futex") == .always(.allow))
    }

    /// The profiles of articles: eight calls without execve; nothing allowed and clone killed.
    @Test func profilesUnderWhichNothingStarts() throws {
        let calls = #""read", "write", "close", "mmap", "futex", "epoll_wait", "accept4", "clone""#
        let eight = try evaluation(refusing(#"{ "names": [\#(calls)], "action": "SCMP_ACT_ALLOW" }"#))
        let unusable = try #require(eight.remarks().first { $0.rule == .seccompProfileUnusable })
        #expect(unusable.message.contains("execve, exit_group, mprotect, brk, rt_sigaction"))
        #expect(unusable.remedy?.forGood?.contains("\"execve\"") == true)

        let nothing = try evaluation(refusing(#"{ "names": ["capset", "clone", "mount"], "action": "SCMP_ACT_KILL" }"#))
        let rules = nothing.remarks().map(\.rule)
        #expect(rules.contains(.seccompProfileUnusable))
        #expect(rules.contains(.seccompProfileKills))
        #expect(nothing.remarks().contains { $0.message.contains("no rule allows any") })
    }

    @Test func refusedClone3IsAFinding() throws {
        let old = Self.docker.replacing("\"errnoRet\": 38", with: "\"errnoRet\": 1")
        #expect(try evaluation(old).remarks().map(\.rule) == [.clone3Refused])
        let listed = working("").replacing(", \"clone3\"", with: "")
        // Nothing from 424 on is named: runc's stub answers ENOSYS, so that nothing is wrong.
        #expect(!listed.contains("clone3"))
        #expect(try evaluation(listed).outcome(of: "clone3") == .always(.errno(38)))
        #expect(try evaluation(listed).remarks().isEmpty)
        let newer = listed.replacing("\"futex\"", with: "\"futex\", \"openat2\"")
        #expect(try evaluation(newer).remarks().map(\.rule) == [.clone3Refused])
    }
}
