// `preflight host` as people run it: on this machine, in containers made for the test, and in recorded trees.

import PreflightInputs
import PreflightTestSupport
import Testing

@Suite struct HostTests {
    private static let program = "\(buildDirectory)/preflight"

    /// Runs a script; `$P` is `preflight host`.
    private func shell(_ script: String, _ prefix: [String] = []) throws -> Outcome {
        let text = "P='\(Self.program) host'\n" + script
        return try run("/usr/bin/env", prefix + ["bash", "-c", text], seconds: 60)
    }

    // MARK: - Nothing is expected

    @Test(arguments: [
        [], ["--all"], ["--no-probes"], ["--fail-on", "warning", "--on-unknown", "fail"], ["--format", "json"],
        ["--pid", "999999999"],
    ])
    func withoutExpectationsItNeverFails(_ words: [String]) throws {
        let outcome = try preflight(["host"] + words, seconds: 30)
        #expect(outcome.status == 0, "\(outcome)")
        #expect(outcome.errorText.isEmpty)
        if words.contains("json") { return }
        #expect(outcome.outputText.hasPrefix("Nothing was expected of this host"))
        for heading in ["\nWhere\n", "\nLimits\n", "\nControl groups\n", "\nKernel parameters\n"] {
            #expect(outcome.outputText.contains(heading))
        }
    }

    @Test func everyFactIsNamedOnceAndListed() throws {
        let listed = try preflight(["host", "--list"]).outputText.split(separator: "\n")
        #expect(listed.count == Set(listed).count)
        let json = try JSONValue.parse(try preflight(["host", "--format", "json"], seconds: 30).output)
        guard case .object(let report) = json, case .array(let facts)? = report["facts"] else { throw SupportError("no facts") }
        var names: [String] = []
        for case .object(let fact) in facts { if case .string(let name)? = fact["name"] { names.append(name) } }
        #expect(names.count == Set(names).count && names.count > 100)
    }

    @Test func profilesAreListedWithTheirSources() throws {
        let outcome = try preflight(["host", "--list-profiles"])
        #expect(outcome.status == 0)
        for words in [
            "redis: Redis with its default settings.", "error   vm.overcommit_memory=1", "(documented: redis src/syscheck.c)",
            "(recommended: ",
        ] {
            #expect(outcome.outputText.contains(words), "\(words)")
        }
    }

    // MARK: - A container that fails

    @Test func aLowLimitFailsAndItsRemedyMendsIt() throws {
        let outcome = try shell("ulimit -Sn 64; exec $P --expect 'nofile>=1Ki' --expect 'stack>=1'")
        #expect(outcome.status == 1)
        let text = outcome.outputText
        #expect(text.hasPrefix("Not fit: 1 of 2 expectations met, 1 failed.\n"))
        for words in [
            "fail    nofile is 64, expected at least 1Ki (--expect)", "read: prlimit(2), process", "now: ", "LimitNOFILE=1024",
            "docker run --ulimit nofile=",
        ] {
            #expect(text.contains(words), "\(words) is not in \(text)")
        }
        // What it says, pasted into the shell; a hard limit is raised only by who may.
        let demands = ["nofile>=100", "stack>=1MiB", "nproc>=300", "as=unlimited", "core=unlimited", "cpu=unlimited"]
            .map { "--expect '\($0)'" }.joined(separator: " ")
        for limit in [
            "ulimit -Sn 64", "ulimit -Ss 512", "ulimit -Su 200", "ulimit -Sv 99999999", "ulimit -Sc 0; ulimit -St 1000",
            "ulimit -n 64",
        ] {
            let mended = try shell(
                """
                \(limit)
                remedy=$($P \(demands) | sed -n 's/^ *now: //p')
                echo "$remedy"
                eval "$remedy" || exit 9
                exec $P \(demands) -q
                """)
            if mended.outputText.contains("# takes CAP_SYS_RESOURCE") {
                #expect(limit == "ulimit -n 64")
                continue
            }
            #expect(mended.status == 0, "\(limit): \(mended.outputText) \(mended)")
            #expect(mended.outputText.contains("ulimit -S") || mended.outputText.contains("prlimit --pid $$ --"))
        }
    }

    @Test(.enabled(if: isSuperuser && compiler != nil, "a filter without no_new_privs needs root, its program a C compiler"))
    func aRefusedClone3FailsAndNothingHangs() throws {
        for profile in ["swift-server", "swift-build", "go-test"] {
            let refused = try SeccompRunner.preflight(under: ["clone3=EPERM"], ["host", "--profile", profile])
            #expect(refused.status == 1, "\(refused)")
            #expect(refused.outputText.contains("call.clone3.answer is EPERM, expected EINVAL or ENOSYS"))
            #expect(refused.outputText.contains(#"{ "names": ["clone3"], "action": "SCMP_ACT_ERRNO", "errnoRet": 38 }"#))
            // Docker's own filter answers so, and nothing is wrong with it.
            let fine = try SeccompRunner.preflight(under: ["clone3=ENOSYS"], ["host", "--profile", profile])
            #expect(!fine.outputText.contains("clone3"), "\(fine.outputText)")
        }
        let all = try SeccompRunner.preflight(under: ["clone3=EPERM"], ["host", "--format", "json"])
        #expect(all.status == 0)
        #expect(all.outputText.contains("\"rule\":\"clone3-refused\",\"severity\":\"error\""))
        let killed = try SeccompRunner.preflight(
            under: ["clone3=KILL_PROCESS", "epoll_create1=EPERM"], ["host", "--profile", "swift-server"])
        #expect(killed.status == 1)
        #expect(killed.outputText.contains("call.clone3.answer is SIGSYS"))
        #expect(killed.outputText.contains(#"{ "names": ["epoll_create1"], "action": "SCMP_ACT_ALLOW" }"#))
        // Nothing is tried unless somebody asks.
        let silent = try SeccompRunner.preflight(under: ["clone3=EPERM"], ["host", "--no-probes"])
        #expect(!silent.outputText.contains("clone3"))
    }

    @Test(.enabled(if: isSuperuser && (try? listDirectory("/sys/fs/cgroup/pids")) != nil, "no v1 hierarchy of pids at hand"))
    func aGroupThatIsShortOfThreadsFails() throws {
        let outcome = try shell(
            """
            g=/sys/fs/cgroup/pids/preflight-host-$$
            mkdir $g $g/leaf && echo 12 > $g/pids.max || exit 99
            (echo $BASHPID > $g/leaf/cgroup.procs; exec $P --expect 'cgroup.pids.max<=12' --expect 'cgroup.pids.headroom>=100')
            status=$?
            for n in 1 2 3 4 5 6 7 8 9; do rmdir $g/leaf $g 2>/dev/null && break; sleep 0.1; done
            exit $status
            """)
        #expect(outcome.status == 1, "\(outcome)")
        #expect(outcome.outputText.contains("cgroup.pids.headroom is 11, expected at least 100"), "\(outcome.outputText)")
        #expect(outcome.outputText.contains("docker update --pids-limit 101 CONTAINER"))
        #expect(outcome.outputText.contains("TasksMax=101"))
    }

    @Test(.enabled(if: isSuperuser && find("unshare") != nil, "namespaces are made by root with unshare"))
    func namespacesHaveTheirOwnParameters() throws {
        let network = try shell(
            """
            echo 128 > /proc/sys/net/core/somaxconn
            $P --expect 'net.core.somaxconn>=4096'; first=$?
            echo 4096 > /proc/sys/net/core/somaxconn
            $P -q --expect 'net.core.somaxconn>=4096'; echo "$first $?"
            """, ["unshare", "-n"])
        #expect(network.outputText.hasSuffix("\n1 0\n"), "\(network)")
        #expect(network.outputText.contains("net.core.somaxconn is 128, expected at least 4096"))
        #expect(network.outputText.contains("docker run --sysctl net.core.somaxconn=4096"))
        #expect(network.outputText.contains("network namespace"))
        let ipc = try shell(
            "echo 1 2 3 4 > /proc/sys/kernel/sem; exec $P --expect 'kernel.sem[0]>=17' --expect 'kernel.sem[3]<=4'",
            ["unshare", "-i"])
        #expect(ipc.status == 1)
        #expect(ipc.outputText.contains("now: sysctl -w kernel.sem=\"17 2 3 4\""), "\(ipc.outputText)")
        let process = try shell(
            "exec $P --pid 1 --expect 'nofile>=1' --expect 'kernel.pid_max>=1' --all", ["unshare", "-pf", "--mount-proc"])
        #expect(process.status == 0, "\(process)")
    }

    // MARK: - Another process

    @Test func aProcessThatIsGoneIsUnknown() throws {
        let outcome = try preflight(["host", "--pid", "999999999", "--expect", "nofile>=1", "--expect", "cgroup.memory.max>=1"])
        #expect(outcome.status == 3)
        #expect(outcome.outputText.contains("unknown nofile: there is no process 999999999; expected at least 1"))
        #expect(outcome.outputText.hasPrefix("Not known to be fit: 0 of 2 expectations met, 2 not known."))
        #expect(try preflight(["host", "--pid", "999999999", "--expect", "nofile>=1", "--on-unknown", "pass"]).status == 0)
        for pid in ["0", "-1", "x", "99999999999"] { #expect(try preflight(["host", "--pid=\(pid)"]).status == 2) }
    }

    @Test(.enabled(if: isSuperuser && find("setpriv") != nil, "another user is made by root with setpriv"))
    func aForeignProcessIsReadAsFarAsItMayBe() throws {
        let directory = try TemporaryDirectory()
        let copy = try directory.write("preflight", try readFile(Self.program))
        try directory.setMode("preflight", 0o755)
        let outcome = try run(
            "/usr/bin/env",
            ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", copy, "host", "--pid", "1"]
                + ["nofile>=1", "net.core.somaxconn>=1", "process.open-files>=0"].flatMap { ["--expect", $0] }, seconds: 30)
        #expect(outcome.status == 3, "\(outcome)")
        #expect(
            outcome.outputText.hasPrefix("Not known to be fit: 1 of 3 expectations met, 2 not known."), "\(outcome.outputText)")
        #expect(outcome.outputText.contains("ask as root or as its user"))
    }

    // MARK: - Usage

    @Test(arguments: [
        (["--expect", "nofil>=5"], "did you mean nofile"), (["--expect", "nofile>=64MiB"], "measured in plain numbers"),
        (["--expect", "nofile!=64K"], "K could mean"), (["--expect", "vm.\u{1B}[31m>=5MiB"], "vm.\\x1b[31m is measured"),
        (["--expect", "os.id=a", "--expect", "os.id=\u{1B}b"], "cannot both hold"), (["--expect", ""], "no comparison"),
        (["--profile", "redis,postgresql"], "vm.overcommit_memory=1 (redis, documented) and vm.overcommit_memory=2 (postgresql"),
        (
            ["--profile", "redis", "--expect", "vm/overcommit_memory=0"],
            "(redis, documented) and vm/overcommit_memory=0 (--expect)"
        ),
        (["--profile", "rediss"], "did you mean redis?"), (["--root", "/nonexistent"], "/nonexistent does not exist"),
        (["--diff", "one"], "--diff takes two snapshots, not 1"),
        (["--diff", "/nonexistent", "/nonexistent"], "/nonexistent: cannot be read"),
        (["--snapshot", "/nonexistent/file"], "/nonexistent/file: cannot be written"), (["--fail-on", "x"], "warning"),
    ])
    func usageErrorsAreSentences(_ words: [String], _ message: String) throws {
        let outcome = try preflight(["host"] + words)
        #expect(outcome.status == 2, "\(outcome)")
        #expect(outcome.outputText.isEmpty)
        #expect(outcome.errorText.contains(message), "\(outcome.errorText)")
        #expect(!outcome.errorText.contains("\u{1B}"))
    }

    @Test func aReaderThatGoesAwayIsNoError() throws {
        for words in ["", "--format json", "--list", "--list-profiles", "--profile elasticsearch --fail-on never"] {
            let outcome = try shell("set -o pipefail; $P \(words) | true; echo ${PIPESTATUS[0]}")
            #expect(outcome.outputText == "0\n", "\(words): \(outcome)")
            #expect(outcome.errorText.isEmpty)
        }
        let full = try shell("$P --list > /dev/full")
        #expect(full.status == 3)
        #expect(full.errorText.contains("cannot be written"))
    }

    // MARK: - Snapshots

    @Test func snapshotsAreCompared() throws {
        let directory = try TemporaryDirectory()
        let outcome = try shell(
            """
            cd \(directory.path)
            ulimit -Sn 100; ulimit -Ss 1024
            $P --snapshot a --profile nginx -q; $P --snapshot b -q
            $P --diff a b
            ulimit -Ss 512; $P --snapshot c -q; $P --diff b c
            ulimit -Sn 99; $P --snapshot d -q; $P --diff b d; echo $?
            """)
        let words = [
            "Nothing that lasts differs between a and b.", "1 fact differs from b to c:", "1048576 bytes -> 524288 bytes",
            "2 facts differ from b to d:", "100 -> 99",
        ]
        for words in words { #expect(outcome.outputText.contains(words), "\(words) is not in \(outcome.outputText) \(outcome)") }
        #expect(outcome.outputText.hasSuffix("\n0\n"))
        for text in ["", "{}", "[1]", #"{"tool": "preflight", "facts": 5}"#, #"{"tool": "other", "facts": []}"#, "{"] {
            try directory.write("odd", text)
            let odd = try preflight(["host", "--diff", directory.file("odd"), directory.file("a")])
            #expect(odd.status == 2, "\(text)")
            #expect(odd.errorText.contains("\(directory.path)/odd: "), "\(odd)")
        }
        // Made by somebody else: names and values reach the terminal escaped.
        let name = "\\u001b]0;x\\u0007"
        try directory.write(
            "odd", "{\"tool\":\"preflight\",\"facts\":[{\"name\":\"\(name)\",\"value\":\"\(name)\",\"unit\":\"\(name)\"},5,{}]}")
        let odd = try preflight(["host", "--diff", directory.file("odd"), directory.file("a")])
        #expect(odd.status == 0)
        #expect(!odd.outputText.contains("\u{1B}") && !odd.outputText.contains("\u{7}"))
        let fifo = try preflight(["host", "--diff", try directory.makeFIFO("fifo"), directory.file("a")])
        #expect(fifo.status == 2 && !fifo.timedOut)
    }

    // MARK: - Configuration

    private func configured(_ host: String, _ words: String...) throws -> Outcome {
        let tree = try HostTree([
            ".preflight.json": "{\n  // what the builder needs\n  \"host\": \(host)\n}\n",
            "tree/proc/self/limits": """
            Limit                     Soft Limit           Hard Limit           Units
            Max open files            1024                 4096                 files
            Max processes             unlimited            unlimited            processes

            """,
        ])
        return try preflight(["host", "--root", "tree"] + words, in: tree.path)
    }

    @Test func theConfigurationDemands() throws {
        let host = #"""
            {"expect": [
              "nofile>=1Ki", "nofile.hard = 4096",
              {"fact": "nofile", "atMost": 2000, "reason": "select"}, {"fact": "nofile", "between": [1, "2Ki"]},
              {"fact": "nofile", "oneOf": 1024}, {"fact": "nofile", "noneOf": [1, "2", "unlimited"]},
              {"fact": "nproc", "oneOf": ["unlimited"]},
              {"fact": "nofile", "atLeast": 9999, "appliesIf": "nproc=5"},
            ]}
            """#
        let good = try configured(host)
        #expect(good.status == 0, "\(good)")
        #expect(good.outputText.hasPrefix("Fit: 7 of 7 expectations met, 1 not applicable."), "\(good.outputText)")
        #expect(good.outputText.contains("nofile was not judged: it counts only where nproc=5 (host.expect[7])"))
        let bad = try configured(
            #"{"expect": [{"fact": "nofile", "atLeast": 2048, "severity": "warning", "reason": "many\u001b[31m"}]}"#, "--expect",
            "nofile>=5000")
        #expect(bad.status == 1)
        #expect(bad.outputText.hasPrefix("Not fit: 0 of 2 expectations met, 1 failed, 1 warning."))
        #expect(bad.outputText.contains("expected at least 2048 (host.expect[0])"))
        #expect(bad.outputText.contains("why: many\\x1b[31m"))
        #expect(
            try configured(#"{"expect": [{"fact": "nofile", "atLeast": 2048, "severity": "warning"}]}"#, "--fail-on", "warning")
                .status == 1)
        #expect(
            try configured(#"{"expect": [{"fact": "nofile", "atLeast": 2048, "severity": "info"}]}"#, "--fail-on", "warning")
                .status == 0)
        let profile = try configured(#"{"profiles": ["nginx"]}"#)
        #expect(profile.status == 3)
        #expect(profile.outputText.contains("nofile is 1,024, expected at least 2048 (nginx, recommended)"))
    }

    @Test(arguments: [
        (#"[]"#, "host: expected an object, not a list"),
        (#"{"profile": []}"#, "host.profile: unknown key; did you mean profiles?"),
        (#"{"profiles": "redis"}"#, "host.profiles: expected a list, not a string"),
        (#"{"profiles": ["reddis"]}"#, "host.profiles[0]: \"reddis\" is unknown; did you mean redis?"),
        (#"{"expect": "nofile>=5"}"#, "host.expect: expected a list, not a string"),
        (#"{"expect": ["nofile"]}"#, "host.expect[0]: \"nofile\": no comparison"),
        (#"{"expect": [5]}"#, "host.expect[0]: expected an object"),
        (#"{"expect": ["a=1", {"atLeast": 5}]}"#, "host.expect[1]: an expectation needs a \"fact\""),
        (
            #"{"expect": [{"fact": "nofile"}]}"#,
            "host.expect[0]: exactly one of atLeast, atMost, between, oneOf, noneOf was expected, not 0"
        ),
        (#"{"expect": [{"fact": "nofile", "atLeast": 1, "atMost": 2}]}"#, "was expected, not 2"),
        (#"{"expect": [{"fact": "nofile", "atleast": 1}]}"#, "host.expect[0].atleast: unknown key; did you mean atLeast?"),
        (#"{"expect": [{"fact": "nofile", "atLeast": true}]}"#, "host.expect[0].atLeast: expected a number, or a text"),
        (#"{"expect": [{"fact": "nofile", "atLeast": "64K"}]}"#, "host.expect[0].atLeast: K could mean"),
        (#"{"expect": [{"fact": "nofile", "between": [1, 2, 3]}]}"#, "host.expect[0].between: expected a list of two values"),
        (
            #"{"expect": [{"fact": "nofile", "between": ["1Ki", 5]}]}"#,
            "host.expect[0].between: the range is empty: 1Ki is above 5"
        ),
        (#"{"expect": [{"fact": "nofile", "oneOf": []}]}"#, "host.expect[0].oneOf: expected a list with a value"),
        (#"{"expect": [{"fact": "nofile", "oneOf": [[]]}]}"#, "host.expect[0].oneOf[0]: expected a number, or a text"),
        (
            #"{"expect": [{"fact": "nofile", "atLeast": 1, "severity": "fatal"}]}"#,
            "host.expect[0].severity: \"fatal\" is unknown"
        ),
        (
            #"{"expect": [{"fact": "nofile", "atLeast": 1, "appliesIf": "nproc"}]}"#,
            "host.expect[0].appliesIf: \"nproc\": no comparison"
        ),
        (
            #"{"expect": [{"fact": "nofile", "atLeast": 1, "reason": 5}]}"#,
            "host.expect[0].reason: expected a string, not a number"
        ),
        (#"{"expect": [{"fact": "nofil", "atLeast": 1}]}"#, "host.expect[0]: \"nofil\" is the name of nothing"),
        (#"{"expect": [{"fact": "nofile", "atLeast": "1MiB"}]}"#, "host.expect[0]: nofile is measured in plain numbers"),
        (
            #"{"expect": [{"fact": "nofile", "atLeast": 1, "appliesIf": "nprok=1"}]}"#,
            "host.expect[0]: \"nprok\" is the name of nothing"
        ),
        (
            #"{"expect": ["nofile>=5", "nofile<=4"]}"#,
            "nofile>=5 (host.expect[0]) and nofile<=4 (host.expect[1]) cannot both hold"
        ),
    ])
    func errorsOfTheConfigurationNameTheKeyPath(_ host: String, _ message: String) throws {
        let outcome = try configured(host)
        #expect(outcome.status == 2, "\(outcome)")
        #expect(outcome.errorText.contains(message), "\(outcome.errorText)")
    }
}
