// What stands out in answers to probes, whatever was expected.

extension ProbeReader {
    /// clone3 refused, calls that kill or hang, threads under different filters, user namespaces of no use.
    public func remarks() -> [Remark] {
        var remarks: [Remark] = []
        if case .success(let verdicts) = verdicts() { remarks += Self.remarks(on: verdicts) }
        if let state { remarks += Self.remarks(on: state) }
        if case .success(let attempt) = userNamespaces() {
            remarks += Self.remarks(on: attempt, in: ProbeContext(root: root))
        }
        return remarks
    }

    /// What stands out in the verdicts on calls.
    static func remarks(on verdicts: [CallVerdict]) -> [Remark] {
        var remarks: [Remark] = []
        for verdict in verdicts where verdict.call.name == "clone3" && verdict.state == .success(.blocked) {
            // ENOSYS is how a filter should answer: programs take it for an older kernel.
            if verdict.answer.shown != "ENOSYS" { remarks.append(clone3Refused(verdict)) }
        }
        let killing = verdicts.filter { $0.state == .success(.killed) }
        if !killing.isEmpty {
            remarks.append(
                Remark(
                    .callKills, killing.contains { $0.call.name == "clone3" } ? .error : .warning, "call.\(killing[0].call.name)",
                    "A seccomp filter kills whoever tries \(list(killing)). Programs try newer calls and fall back on older "
                        + "ones when the "
                        + "answer is ENOSYS; here they die with SIGSYS instead.",
                    source: killing[0].call.shown,
                    remedy: HostRemedy(
                        now: "docker run --security-opt seccomp=FILE, FILE being the profile with these lines",
                        forGood: rule(Set(killing.map(\.call.base)).sorted(), errno: noSuchCall)),
                    citation: "https://man7.org/linux/man-pages/man2/seccomp.2.html"))
        }
        let hanging = verdicts.filter { $0.answer == .timedOut }
        if !hanging.isEmpty {
            remarks.append(
                Remark(
                    .callHangs, .warning, "call.\(hanging[0].call.name)",
                    "\(list(hanging)): no answer in time. A filter that hands calls to a supervisor (SECCOMP_RET_USER_NOTIF, "
                        + "SCMP_ACT_NOTIFY) leaves the caller hanging where the supervisor does not answer.",
                    source: hanging[0].call.shown,
                    remedy: HostRemedy(
                        now: "see whether the agent at the profile's listenerPath runs",
                        forGood: "replace SCMP_ACT_NOTIFY in the profile by SCMP_ACT_ALLOW or SCMP_ACT_ERRNO for these calls"),
                    citation: "https://man7.org/linux/man-pages/man2/seccomp_unotify.2.html"))
        }
        return remarks
    }

    private static let noSuchCall = 38

    /// For a call that a filter keeps back: the line of the profile that lets it through; clone3 may be answered with ENOSYS as well.
    public func remedy(for name: String, wanted: Value?) -> HostRemedy? {
        guard case .success(let verdicts) = verdicts() else { return nil }
        if let needs = ProbeSets.all[String(name.dropFirst("calls.".count))], name.hasPrefix("calls.") {
            return Self.remedy(for: needs, verdicts)
        }
        guard name.hasPrefix("call.") else { return nil }
        let call = name.dropFirst(5).dropLast(name.hasSuffix(".answer") ? 7 : 0)
        return verdicts.first { $0.call.name == call }.flatMap { Self.remedy(for: $0) }
    }

    /// What lets all refused calls of a list through, a line for each.
    private static func remedy(for needs: [ProbeNeed], _ verdicts: [CallVerdict]) -> HostRemedy? {
        let refused = needs.compactMap { need in verdicts.first { $0.call.name == need.call && need.isMet(by: $0) == false } }
        let remedies = refused.compactMap { remedy(for: $0) }
        func lines(_ part: (HostRemedy) -> String?) -> String? {
            var seen: Set<String> = []
            let lines = remedies.compactMap(part).filter { seen.insert($0).inserted }
            return lines.isEmpty ? nil : lines.joined(separator: "\n")
        }
        return remedies.isEmpty ? nil : HostRemedy(now: lines(\.now), forGood: lines(\.forGood))
    }

    static func remedy(for verdict: CallVerdict) -> HostRemedy? {
        guard verdict.state == .success(.blocked) || verdict.state == .success(.killed) else { return nil }
        if verdict.call.name == "clone3", verdict.answer.shown != "ENOSYS" { return clone3Refused(verdict).remedy }
        switch (verdict.state, verdict.blocker) {
        // Only filters kill.
        case (.success(.killed), _), (_, .filter?), (_, .filterOrParameter?):
            let line = "{ \"names\": [\"\(verdict.call.base)\"], \"action\": \"SCMP_ACT_ALLOW\" }"
            return HostRemedy(
                now: "docker run --security-opt seccomp=FILE …, FILE being the profile with this line in \"syscalls\":\n\(line)",
                forGood:
                    "the same profile in Kubernetes: securityContext: {seccompProfile: {type: Localhost, localhostProfile: FILE}}\n"
                    + "systemctl edit UNIT:\n[Service]\nSystemCallFilter=\(verdict.call.base)\n"
                    + "(only if the unit already lists calls in SystemCallFilter=)")
        default: return nil
        }
    }

    private static func clone3Refused(_ verdict: CallVerdict) -> Remark {
        Remark(
            .clone3Refused, .error, "call.clone3",
            "clone3 is refused with \(verdict.answer.shown) by \(verdict.blocker ?? .unknown). glibc 2.34 and later start threads "
                + "and processes with clone3 and fall back on clone only if the answer is ENOSYS: pthread_create and posix_spawn "
                + "fail with \"Operation not permitted\", and a Swift program waits for ever at its first task (6.3.1 does). "
                + "musl and older glibc are not concerned.",
            source: verdict.call.shown,
            remedy: HostRemedy(
                now: "docker run --security-opt seccomp=FILE, FILE being the profile with these lines in \"syscalls\":\n"
                    + rule(["clone3"], errno: noSuchCall),
                forGood: "update the container engine: Docker 20.10.10, containerd 1.5.6 and their successors, with "
                    + "libseccomp 2.5 or later, answer ENOSYS; or keep these lines in \"syscalls\" of the profile:\n"
                    + rule(["clone3"], errno: noSuchCall)),
            citation: "https://github.com/moby/moby/issues/42680 and glibc, sysdeps/unix/sysv/linux/clone-internal.c")
    }

    /// A rule of a profile, to paste; docker and kubelet read it alike.
    private static func rule(_ calls: [String], errno: Int) -> String {
        let names = calls.map { "\"\($0)\"" }.joined(separator: ", ")
        return "{ \"names\": [\(names)], \"action\": \"SCMP_ACT_ERRNO\", \"errnoRet\": \(errno) }"
    }

    private static func list(_ verdicts: [CallVerdict]) -> String {
        let names = verdicts.map(\.call.name)
        return names.count <= 8
            ? names.joined(separator: ", ") : names.prefix(8).joined(separator: ", ") + " and \(names.count - 8) more"
    }

    /// What stands out in the threads.
    static func remarks(on state: SeccompState) -> [Remark] {
        guard state.differs else { return [] }
        return [
            Remark(
                .seccompThreadsDiffer, .warning, "seccomp.mode",
                "The threads of this process are not under the same filters: \(state.summary). A filter that is installed "
                    + "without "
                    + "SECCOMP_FILTER_FLAG_TSYNC holds for the calling thread alone and for what it starts.",
                source: state.source,
                remedy: HostRemedy(
                    forGood:
                        "install the filter before the first thread, or with SECCOMP_FILTER_FLAG_TSYNC (libseccomp: "
                        + "SCMP_FLTATR_CTL_TSYNC)"
                ),
                citation: "https://man7.org/linux/man-pages/man2/seccomp.2.html")
        ]
    }

    /// What stands out in a try at a user namespace.
    static func remarks(on attempt: UserNamespaces, in context: ProbeContext) -> [Remark] {
        guard let state = try? attempt.state.get(), state != .reachable else { return [] }
        return [
            Remark(
                .userNamespacesRefused, .info, "user-namespaces",
                "A process without privileges cannot make a user namespace that it could use (rootless containers, "
                    + "bubblewrap, sandboxes of "
                    + "browsers and builds need that; starting programs does not): "
                    + attempt.explanations(in: context).joined(separator: "; ") + ".",
                source: attempt.step.shown, remedy: remedy(attempt, context),
                citation: "https://man7.org/linux/man-pages/man7/user_namespaces.7.html")
        ]
    }

    /// For the parameters that can be told from the files; a filter and a chroot have to be changed where they are made.
    private static func remedy(_ attempt: UserNamespaces, _ context: ProbeContext) -> HostRemedy? {
        for (parameter, value) in [
            ("user.max_user_namespaces", "10000"), ("kernel.unprivileged_userns_clone", "1"),
            ("kernel.apparmor_restrict_unprivileged_userns", "0"),
        ] where attempt.explanations(in: context).contains(where: { $0.hasPrefix(parameter + " = ") }) {
            return HostRemedy(
                now: "sysctl -w \(parameter)=\(value)   # on the node, as root",
                forGood: "# /etc/sysctl.d/90-user-namespaces.conf\n\(parameter) = \(value)")
        }
        return context.mode == .filter
            ? HostRemedy(forGood: "let the seccomp profile allow unshare, and clone with namespace flags, to this container")
            : nil
    }
}
