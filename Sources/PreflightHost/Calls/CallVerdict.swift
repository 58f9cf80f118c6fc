// What an answer to a probe means: did the call arrive, who kept it back, or is there nothing to arrive at.

/// What became of a system call.
public enum CallState: String, Sendable, CaseIterable {
    /// It arrived at the kernel's own checks.
    case reachable
    /// Something answered in the kernel's place.
    case blocked
    /// The caller was killed.
    case killed
    /// This kernel has no such call, or nothing behind it.
    case absent
}

/// Who keeps a call back.
public enum CallBlocker: Sendable, Hashable, CustomStringConvertible {
    /// The seccomp filter: no kernel parameter explains the answer.
    case filter
    /// A kernel parameter, written with its value: no filter is in force.
    case parameter(String)
    /// One of these two; a probe cannot tell which.
    case filterOrParameter(String)
    /// Neither: a security module, a BPF program of a control group, or a missing capability.
    case system
    /// Whether a filter is in force could not be read.
    case unknown

    /// For people.
    public var description: String {
        switch self {
        case .filter: "the seccomp filter"
        case .parameter(let parameter): parameter
        case .filterOrParameter(let parameter): "the seccomp filter or \(parameter)"
        case .system: "a security module (AppArmor, SELinux), a BPF program of the control group or a missing capability"
        case .unknown: "a seccomp filter or a security module"
        }
    }
}

/// What is known beside the answer.
public struct ProbeContext: Sendable {
    /// Where parameters are read that explain a refusal.
    public var root: HostRoot
    /// The running kernel.
    public var kernel: Result<KernelRelease, Unknown>
    /// The thread that asked.
    public var thread: Result<ThreadSeccomp, Unknown>

    /// What is known, given.
    public init(root: HostRoot, kernel: Result<KernelRelease, Unknown>, thread: Result<ThreadSeccomp, Unknown>) {
        self.root = root
        self.kernel = kernel
        self.thread = thread
    }

    /// What is known of the calling thread.
    public init(root: HostRoot) {
        self.root = root
        do throws(Unknown) { kernel = .success(try KernelRelease(root: root)) } catch { kernel = .failure(error) }
        do throws(Unknown) {
            let isSplit = root.exists("/proc/thread-self")
            let file = isSplit ? "/proc/thread-self/status" : "/proc/self/status"
            thread = .success(try ThreadSeccomp(file, thread: nil, root: root))
        } catch { thread = .failure(error) }
    }

    var mode: SeccompMode? { try? thread.get().mode }

    func isCapable(of any: [Int]) -> Bool {
        guard let held = try? thread.get().capabilities else { return false }
        return any.contains { held & 1 << UInt64($0) != 0 }
    }
}

/// What an answer means.
public struct CallVerdict: Sendable, Equatable {
    /// The call.
    public var call: SystemCall
    /// What came back.
    public var answer: SystemCall.Answer
    /// What it means, or why that cannot be said.
    public var state: Result<CallState, Unknown>
    /// Who keeps it back, where something does.
    public var blocker: CallBlocker?
    /// The evidence, in sentences.
    public var notes: [String]

    /// Judges an answer.
    public init(_ call: SystemCall, _ answer: SystemCall.Answer, in context: ProbeContext) {
        self.call = call
        self.answer = answer
        notes = []
        state = .success(.reachable)
        let parameters = Refusal.all.filter { $0.calls.contains(call.name) }.compactMap { $0.read(in: context) }
        notes = parameters.map { "\($0.shown): \($0.refusal.sentence)" }
        switch answer {
        case .value where call.succeeds: break
        case .value(let value):
            state = .failure(odd("\(value), although its arguments are wrong: something pretends that it worked"))
        case .error(let number) where call.arrived.contains(number): break
        case .error(let number) where number == call.absent: judgeNothingBehind(number, context)
        case .error(CallVerdict.notPermitted), .error(CallVerdict.denied): judgeRefusal(parameters, context)
        case .error(CallVerdict.noSuchCall): judgeNoSuchCall(context)
        // systemd's RestrictAddressFamilies= answers so; the kernel would have looked at the type first.
        case .error(CallVerdict.noSuchFamily) where call.base == "socket" && context.mode == .filter: block(.filter)
        case .error: state = .failure(odd(answer.shown))
        case .killed(31):
            state = .success(.killed)
            notes.append("the child that tried it was ended by SIGSYS: a seccomp filter kills or traps \(call.base)")
        case .timedOut, .killed(14):
            state = .failure(
                Unknown(
                    .timedOut,
                    "\(call.shown) got no answer: a seccomp filter may hand it to a supervisor (SECCOMP_RET_USER_NOTIF) "
                        + "that does not answer"))
        case .killed(0):
            state = .failure(
                Unknown(
                    .failed,
                    "the child that tried \(call.shown) was ended; by what, nobody could read, for this process ignores SIGCHLD"))
        case .killed:
            state = .failure(Unknown(.failed, "the child that tried \(call.shown) was ended (\(answer.shown)), not by a filter"))
        case .notAsked:
            state = .failure(Unknown(.timedOut, "\(call.shown) was not tried: several calls before it got no answer in time"))
        case .noNumber:
            state = .failure(Unknown(.notApplicable, "this architecture has no system call \(call.base)"))
        }
    }

    // The numbers of these four are the same on every architecture Swift runs on, except that MIPS counts ENOSYS and
    // EAFNOSUPPORT otherwise; so they are named through the C library.
    private static let notPermitted = errorNumber("EPERM")
    private static let denied = errorNumber("EACCES")
    private static let noSuchCall = errorNumber("ENOSYS")
    private static let noSuchFamily = errorNumber("EAFNOSUPPORT")

    private func odd(_ what: String) -> Unknown {
        let expected = call.arrived.map(errorName).sorted().joined(separator: " or ")
        return Unknown(
            .malformed, "\(call.shown) answered \(what)" + (expected.isEmpty ? "" : "; \(expected) would say that it arrived"))
    }

    private mutating func block(_ blocker: CallBlocker) {
        self.blocker = blocker
        state = .success(.blocked)
        notes.insert("\(call.shown) answered \(answer.shown); it is kept back by \(blocker)", at: 0)
    }

    private mutating func judgeRefusal(_ parameters: [Refusal.Read], _ context: ProbeContext) {
        let parameter = parameters.first { $0.refuses }?.shown
        switch (context.mode, parameter) {
        case (.off, let parameter?): block(.parameter(parameter))
        case (.off, nil): block(.system)
        case (.some, let parameter?): block(.filterOrParameter(parameter))
        case (.some, nil): block(.filter)
        case (nil, let parameter?): block(.filterOrParameter(parameter))
        case (nil, nil): block(.unknown)
        }
    }

    private mutating func judgeNoSuchCall(_ context: ProbeContext) {
        let option = Refusal.options[call.base]
        switch (context.mode, context.kernel) {
        case (.off, .success(let kernel)):
            state = .success(.absent)
            notes.append(
                kernel < call.introduced
                    ? "Linux \(kernel) is older than \(call.introduced), which brought \(call.base)"
                    : "no filter is in force: Linux \(kernel) was built without it" + (option.map { " (\($0))" } ?? ""))
        case (.off, .failure):
            state = .success(.absent)
        case (_, .success(let kernel)) where kernel < call.introduced:
            state = .success(.absent)
            notes.append("Linux \(kernel) is older than \(call.introduced), which brought \(call.base)")
        case (.some, .success(let kernel)):
            block(.filter)
            notes.append(
                "Linux \(kernel) has it since \(call.introduced)" + (option.map { ", unless it was built without \($0)" } ?? "")
                    + "; profiles of Podman, and of Docker for clone3, answer ENOSYS on purpose, so that programs fall back")
        case (_, .failure(let reason)):
            state = .failure(
                Unknown(
                    reason.kind, "\(call.shown) answered ENOSYS, from a filter or from an old kernel, but \(reason.description)"))
        case (nil, .success):
            state = .failure(
                Unknown(
                    .denied,
                    "\(call.shown) answered ENOSYS, and whether a seccomp filter is in force cannot be read from "
                        + context.root.shown("/proc/thread-self/status")))
        }
    }

    private mutating func judgeNothingBehind(_ number: CInt, _ context: ProbeContext) {
        if let file = Refusal.proofs[call.name], context.mode == .filter, context.root.exists(file) {
            block(.filter)
            notes.append(
                "\(context.root.shown(file)) shows that the kernel has it; systemd's RestrictAddressFamilies= answers so")
            return
        }
        state = .success(.absent)
        notes.append(
            "\(call.shown) answered \(errorName(number)): the kernel knows the call and has switched on nothing behind it")
    }
}
