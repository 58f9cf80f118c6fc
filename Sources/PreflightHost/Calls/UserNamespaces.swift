// Whether a program without privileges can make a user namespace, by trying: no parameter tells it alone. One sort of refusal
// comes
// late: Ubuntu lets unshare succeed and takes away the capabilities that the namespace should have given.

internal import CPreflightProbe

/// A try at a user namespace.
public struct UserNamespaces: Sendable, Equatable {
    /// What is done, in this order.
    public enum Step: Int, Sendable, CaseIterable {
        /// Privileges are given up.
        case drop
        /// unshare(CLONE_NEWUSER).
        case unshare
        /// `deny` to /proc/self/setgroups.
        case setgroups
        /// `0 UID 1` to /proc/self/uid_map.
        case uidMap
        /// `0 GID 1` to /proc/self/gid_map.
        case gidMap
        /// unshare(CLONE_NEWNS), which takes a capability in the new namespace.
        case mounts
        /// All of it worked.
        case done

        /// As people write it.
        public var shown: String {
            switch self {
            case .drop: "giving up privileges"
            case .unshare: "unshare(CLONE_NEWUSER)"
            case .setgroups: "\"deny\" to /proc/self/setgroups"
            case .uidMap: "/proc/self/uid_map"
            case .gidMap: "/proc/self/gid_map"
            case .mounts: "unshare(CLONE_NEWNS) in the new user namespace"
            case .done: "unshare(CLONE_NEWUSER), maps and unshare(CLONE_NEWNS)"
            }
        }
    }

    /// The step that failed.
    public var step: Step
    /// What it answered.
    public var answer: SystemCall.Answer
    /// Who tried: 65534 where this process is root; its own user otherwise, or where 65534 is not mapped.
    public var user: Int

    /// A try that was made.
    public init(step: Step, answer: SystemCall.Answer, user: Int) {
        self.step = step
        self.answer = answer
        self.user = user
    }

    /// Tries it, in a child process.
    ///
    /// - Throws: ``Unknown`` where no child can be started.
    public static func attempt(milliseconds: Int = 1000) throws(Unknown) -> UserNamespaces {
        var step: CInt = 0
        var answer = preflight_answer()
        let failure = preflight_try_user_namespace(&step, &answer, CInt(milliseconds))
        guard failure == 0 else {
            throw Unknown(.failed, "no child process can be started to try user namespaces in: fork says \(errorName(failure))")
        }
        return UserNamespaces(step: Step(rawValue: Int(step)) ?? .drop, answer: SystemCall.Answer(answer), user: answer.value)
    }

    /// What it means for a program that needs a namespace with capabilities in it.
    public var state: Result<CallState, Unknown> { state(upTo: .done) }

    /// What it means for a program that only unshares.
    public var unshareState: Result<CallState, Unknown> { state(upTo: .setgroups) }

    private func state(upTo goal: Step) -> Result<CallState, Unknown> {
        if step.rawValue >= goal.rawValue { return .success(.reachable) }
        switch answer {
        case .killed(31) where step != .drop: return .success(.killed)
        case .timedOut, .killed(14): return .failure(Unknown(.timedOut, "\(step.shown) got no answer in time"))
        case .killed: return .failure(Unknown(.failed, "the child was ended (\(answer.shown)) at \(step.shown)"))
        case .error where step == .drop:
            return .failure(Unknown(.failed, "privileges could not be given up to try it: \(answer.shown)"))
        case .error where step == .setgroups || step == .uidMap || step == .gidMap:
            return answer.shown == "ENOENT"
                ? .failure(Unknown(.absent, "\(step.shown) does not exist: /proc is not mounted")) : .success(.blocked)
        case .error where step == .unshare && answer.shown == "EINVAL": return .success(.absent)
        default: return .success(.blocked)
        }
    }

    /// Why it failed, as far as files tell; each is a sentence.
    public func explanations(in context: ProbeContext) -> [String] {
        guard step != .done else { return [] }
        let error = answer.shown
        var reasons = ["\(step.shown) answered \(error) to uid \(user)"]
        var told: Set<String> = []
        for cause in Cause.all where cause.step == step && cause.error == error {
            if let parameter = cause.parameter {
                guard !told.contains(parameter),
                    let value = try? context.root.text(Cause.file(parameter)), cause.value ?? value == value
                else { continue }
                told.insert(parameter)
                reasons.append("\(parameter) = \(value): \(cause.sentence)")
            } else {
                reasons.append(cause.sentence)
            }
        }
        if error == "EPERM" || error == "ENOSYS" || error == "EACCES", context.mode == .filter {
            reasons.append("a seccomp filter is in force; Docker's default profile refuses unshare without CAP_SYS_ADMIN")
        }
        if step == .unshare, error == "EPERM", isChrooted(context.root) {
            reasons.append(
                "no mount stands at / in /proc/self/mountinfo: this is a chroot, and there no user namespace may be made")
        }
        return reasons
    }

    /// The mount table names what can be seen from the root; in a chroot that is no mount point, nothing is at `/`.
    private func isChrooted(_ root: HostRoot) -> Bool {
        guard let table = try? root.text("/proc/self/mountinfo", limit: 1 << 22) else { return false }
        return !table.split(separator: "\n").contains { $0.words.count > 4 && $0.words[4] == "/" }
    }

    /// What a refusal can come from.
    private struct Cause {
        let step: Step
        let error: String
        let parameter: String?
        /// The value that refuses; any where nil.
        let value: String?
        let sentence: String

        static func file(_ parameter: String) -> String { "/proc/sys/" + parameter.split(separator: ".").joined(separator: "/") }

        static let all =
            [
                Cause(
                    step: .unshare, error: "ENOSPC", parameter: "user.max_user_namespaces", value: "0",
                    sentence: "user namespaces are switched off"),
                Cause(
                    step: .unshare, error: "ENOSPC", parameter: "user.max_user_namespaces", value: nil,
                    sentence: "so many may exist for a user in a user namespace and its ancestors; more than 32 nested ones never"
                ),
                Cause(
                    step: .unshare, error: "EUSERS", parameter: nil, value: nil,
                    sentence: "more than 32 user namespaces are nested"),
                Cause(
                    step: .unshare, error: "EPERM", parameter: "kernel.unprivileged_userns_clone", value: "0",
                    sentence: "a patch of Debian and Ubuntu: only CAP_SYS_ADMIN may make them"),
                Cause(
                    step: .unshare, error: "EACCES", parameter: "kernel.apparmor_restrict_unprivileged_userns", value: "1",
                    sentence: "AppArmor refuses to programs whose profile does not say userns"),
                Cause(
                    step: .unshare, error: "EINVAL", parameter: nil, value: nil,
                    sentence: "the kernel was built without CONFIG_USER_NS"),
            ]
            + ["EPERM", "EACCES"].flatMap { error in
                [Step.setgroups, .uidMap, .gidMap, .mounts].map { step in
                    Cause(
                        step: step, error: error, parameter: "kernel.apparmor_restrict_unprivileged_userns", value: "1",
                        sentence: "Ubuntu 24.04 and later: the namespace is made, but AppArmor gives no capabilities in it "
                            + "(profile unprivileged_userns)")
                }
            } + [
                Cause(
                    step: .unshare, error: "EPERM", parameter: "kernel.unprivileged_userns_apparmor_policy", value: nil,
                    sentence: "1 lets AppArmor confine user namespaces"),
                Cause(
                    step: .mounts, error: "ENOSPC", parameter: "user.max_mnt_namespaces", value: nil,
                    sentence: "so many mount namespaces may exist for a user"),
            ]
    }
}
