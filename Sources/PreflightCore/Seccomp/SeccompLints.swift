// What is wrong with a profile whatever a program needs: nothing starts under it, it kills threads, its readers disagree about
// it.

public import PreflightHost

extension SeccompEvaluation {
    /// What stands out: what reading it found, and what it does on this host.
    public func remarks() -> [Remark] {
        var checked = profile
        guard checked.defaultAction != nil else {
            if checked.problems.isEmpty {
                checked.add(
                    .seccompProfileMisread, .warning, "",
                    "The profile has neither a defaultAction nor rules: engines take it for \"no seccomp\", and nothing is "
                        + "filtered."
                )
            }
            return checked.problems
        }
        lintReaders(&checked)
        lintUsable(&checked)
        lintThreads(&checked)
        for rule in kept where rule.isSplit {
            checked.add(
                .seccompProfileMisread, .warning, rule.place,
                "\(rule.place) (\(rule.names.prefix(3).joined(separator: ", "))) has two conditions on one argument. runc and "
                    + "Docker make a rule "
                    + "of each: one that holds is enough, where all were to hold.",
                remedy: HostRemedy(forGood: "one rule for each value, or one SCMP_CMP_MASKED_EQ"),
                citation: "https://github.com/opencontainers/runc/blob/main/libcontainer/seccomp/seccomp_linux.go")
        }
        return checked.problems
    }

    private func lintReaders(_ checked: inout SeccompProfile) {
        guard host.reader == .runtime, profile.isDockerFormat else { return }
        let conditional = profile.rules.filter { $0.includes != nil || $0.excludes != nil }
        let nameless = kept.filter { $0.names.isEmpty }
        checked.add(
            .seccompProfileMisread, .error, "",
            "This is a profile in Docker's format, and kubelet and the runtimes read the plain one: they skip archMap, "
                + "includes, excludes and name "
                + "without a word. \(conditional.count) rules then hold without their conditions (rules meant for "
                + "CAP_SYS_ADMIN for everybody), "
                + "and \(nameless.count) rules have no call left.",
            remedy: HostRemedy(
                forGood:
                    "write architectures in the place of archMap, names in the place of name, and only the rules for the "
                    + "capabilities "
                    + "and the kernel of the pod"),
            citation: "https://kubernetes.io/docs/reference/node/seccomp/")
    }

    /// What runs before main, and without which the runtime cannot even start the program: the filter is in force before execve.
    private static let essential = [
        "execve", "exit_group", "mmap", "mprotect", "brk", "read", "write", "close", "rt_sigaction", "futex",
    ]

    private func lintUsable(_ checked: inout SeccompProfile) {
        let citation = "https://github.com/opencontainers/runtime-spec/blob/main/config-linux.md#seccomp"
        if profile.defaultAction?.isAllowing == false, !kept.contains(where: { $0.action.isAllowing && !$0.names.isEmpty }) {
            checked.add(
                .seccompProfileUnusable, .error, "syscalls",
                "Every call without a rule is \(profile.defaultAction?.description ?? "refused"), and no rule allows any: no "
                    + "container starts under it.",
                remedy: HostRemedy(
                    forGood:
                        "begin with the default profile of the engine (moby/profiles, seccomp/default.json) and take away, or "
                        + "use the default "
                        + "action SCMP_ACT_ALLOW"),
                citation: citation)
            return
        }
        let missing = Self.essential.filter { !outcome(of: $0).actions.contains(where: \.isAllowing) }
        if !missing.isEmpty {
            checked.add(
                .seccompProfileUnusable, .error, "syscalls",
                "\(missing.joined(separator: ", ")) \(missing.count == 1 ? "is" : "are") not allowed. The filter is in force "
                    + "before the program is "
                    + "started, so that execve and what the dynamic linker and the C library need must be allowed too.",
                remedy: HostRemedy(
                    forGood:
                        "{ \"names\": [\(missing.map { "\"\($0)\"" }.joined(separator: ", "))], \"action\": "
                        + "\"SCMP_ACT_ALLOW\" }"),
                citation: citation)
        }
    }

    private func lintThreads(_ checked: inout SeccompProfile) {
        let killed = ["clone", "clone3", "fork", "vfork"].filter { outcome(of: $0).actions.allSatisfy(\.isKilling) }
        if !killed.isEmpty, profile.defaultAction?.isKilling == false || killed != ["clone", "clone3", "fork", "vfork"] {
            checked.add(
                .seccompProfileKills, .error, "syscalls",
                "\(killed.joined(separator: " and ")): who tries \(killed.count == 1 ? "it" : "them") is killed. Threads and "
                    + "child processes are made "
                    + "with these calls; there is no way round them.",
                remedy: HostRemedy(
                    forGood:
                        "allow clone, with the mask 2114060288 (SCMP_CMP_MASKED_EQ) against namespaces, and answer clone3 with "
                        + "SCMP_ACT_ERRNO and errnoRet 38"),
                citation: "https://github.com/moby/profiles/blob/main/seccomp/default.json")
        }
        let refused = outcome(of: "clone3").actions.first { if case .errno(let number) = $0 { number != 38 } else { false } }
        if let refused {
            checked.add(
                .clone3Refused, .error, "clone3",
                "clone3 is \(refused). glibc 2.34 and later take only ENOSYS for \"not there\" and fall back on clone; with "
                    + "any other error no thread and "
                    + "no process can be started, in any Swift program on such an image.",
                remedy: HostRemedy(
                    forGood: "{ \"names\": [\"clone3\"], \"action\": \"SCMP_ACT_ERRNO\", \"errnoRet\": 38 }"),
                citation: "https://github.com/moby/moby/issues/42680 and glibc, sysdeps/unix/sysv/linux/clone-internal.c")
        }
    }
}
