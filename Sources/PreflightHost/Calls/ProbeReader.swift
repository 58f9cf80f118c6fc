// Seccomp, system calls and user namespaces as facts and remarks.

internal import Synchronization

/// Reads how a process is filtered, and tries system calls and user namespaces where the process is this one.
///
/// Names: `call.NAME` (text: reachable, blocked, killed, absent) and `call.NAME.answer` (text: `EINVAL`, `SIGSYS`, …) for each of
/// ``SystemCall/all``; `seccomp.mode` (text: off, strict, filter), `seccomp.filters` (count), `seccomp.no-new-privs` (0 or 1),
/// `seccomp.actions` (text); `user-namespaces` and `user-namespaces.unshare` (text, as for calls).
/// `calls.LIST` (text: `met`, or which are refused) for each list of ``ProbeSets``.
/// Scope: the process, but `seccomp.actions` is the machine's.
public struct ProbeReader: HostReader {
    let root: HostRoot
    private let process: String
    private let cache = Cache()

    /// What was tried, once for a reader: each try costs a child.
    private final class Cache: Sendable {
        struct Content {
            var verdicts: Result<[CallVerdict], Unknown>?
            var namespaces: Result<UserNamespaces, Unknown>?
        }
        let content = Mutex(Content())
    }

    /// A reader of one process.
    ///
    /// - Parameter process: a PID or `self`.
    public init(root: HostRoot = .live, process: String = "self") {
        self.root = root
        self.process = process
    }

    private static let own = [
        "seccomp.mode", "seccomp.filters", "seccomp.no-new-privs", "seccomp.actions", "user-namespaces",
        "user-namespaces.unshare",
    ]

    /// All names.
    public var names: [String] {
        Self.own + Self.listNames + SystemCall.all.flatMap { ["call.\($0.name)", "call.\($0.name).answer"] }
    }

    /// The reading of one name.
    public func reading(of name: String) -> Reading? {
        if name.hasPrefix("call.") { return callReading(name) }
        if let list = listReading(name) { return list }
        switch name {
        case "seccomp.actions": return actions()
        case "user-namespaces": return namespaceReading(\.state)
        case "user-namespaces.unshare": return namespaceReading(\.unshareState)
        default: return Self.own.contains(name) ? stateReading(name) : nil
        }
    }

    /// The state of seccomp, user namespaces and the calls that do not arrive.
    public func overview() -> [Fact] {
        var facts = (Self.own + Self.listNames).compactMap { name in reading(of: name).map { Fact(name, $0) } }
        guard case .success(let verdicts) = verdicts() else {
            return facts + ["call.clone3"].compactMap { name in reading(of: name).map { Fact(name, $0) } }
        }
        for verdict in verdicts where verdict.call.name == "clone3" || verdict.state != .success(.reachable) {
            if verdict.answer != .noNumber { facts.append(Fact("call.\(verdict.call.name)", reading(verdict))) }
        }
        return facts
    }

    /// The verdicts on all calls, in the order of the table; for the lists of ``ProbeSets``.
    ///
    /// - Returns: why nothing could be tried: a recorded root, another process, no child.
    public func verdicts() -> Result<[CallVerdict], Unknown> {
        if let reason = whyNotTried { return .failure(reason) }
        return cache.content.withLock { content in
            if let known = content.verdicts { return known }
            let context = ProbeContext(root: root)
            let result: Result<[CallVerdict], Unknown>
            do throws(Unknown) {
                let answers = try SystemCall.ask(SystemCall.all)
                result = .success(zip(SystemCall.all, answers).map { CallVerdict($0, $1, in: context) })
            } catch { result = .failure(error) }
            content.verdicts = result
            return result
        }
    }

    /// How a try at a user namespace went.
    public func userNamespaces() -> Result<UserNamespaces, Unknown> {
        if let reason = whyNotTried { return .failure(reason) }
        return cache.content.withLock { content in
            if let known = content.namespaces { return known }
            let result: Result<UserNamespaces, Unknown>
            do throws(Unknown) { result = .success(try UserNamespaces.attempt()) } catch { result = .failure(error) }
            content.namespaces = result
            return result
        }
    }

    private var whyNotTried: Unknown? {
        if !root.isLive {
            return Unknown(
                .notApplicable, "\(root.path) is not this machine; system calls can be tried only where they are to work")
        }
        if process != "self" {
            return Unknown(
                .notApplicable,
                "system calls are tried by this process, and process \(process) may be under another filter; "
                    + "run preflight in its container")
        }
        return nil
    }

    private func callReading(_ name: String) -> Reading? {
        let isAnswer = name.hasSuffix(".answer")
        guard let call = SystemCall.named(name.dropFirst(5).dropLast(isAnswer ? 7 : 0)) else { return nil }
        switch verdicts() {
        case .failure(let reason): return Reading(.failure(reason), source: call.shown, scope: .process)
        case .success(let verdicts):
            guard let verdict = verdicts.first(where: { $0.call == call }) else { return nil }
            return isAnswer ? answerReading(verdict) : reading(verdict)
        }
    }

    private func reading(_ verdict: CallVerdict) -> Reading {
        Reading(
            verdict.state.map { .text($0.rawValue) }, raw: verdict.answer.shown, source: verdict.call.shown, scope: .process,
            notes: verdict.notes)
    }

    private func answerReading(_ verdict: CallVerdict) -> Reading {
        var reading = reading(verdict)
        switch verdict.answer {
        // An answer that means nothing is an answer still.
        case .value, .error, .killed(31): reading.value = .success(.text(verdict.answer.shown))
        default: break
        }
        return reading
    }

    private func namespaceReading(_ state: (UserNamespaces) -> Result<CallState, Unknown>) -> Reading {
        let source = UserNamespaces.Step.done.shown
        switch userNamespaces() {
        case .failure(let reason): return Reading(.failure(reason), source: source, scope: .process)
        case .success(let attempt):
            return Reading(
                state(attempt).map { .text($0.rawValue) }, raw: attempt.step == .done ? nil : attempt.answer.shown,
                source: source,
                scope: .process, notes: ["tried as uid \(attempt.user)"] + attempt.explanations(in: ProbeContext(root: root)))
        }
    }

    /// The filters of the threads, where they can be read.
    var state: SeccompState? { try? SeccompState(process: process, root: root) }

    private func stateReading(_ name: String) -> Reading {
        let state: SeccompState
        do throws(Unknown) {
            state = try SeccompState(process: process, root: root)
        } catch {
            return Reading(.failure(error), source: root.shown("/proc/\(process)/task/*/status"), scope: .process)
        }
        let notes = state.differs ? ["threads differ: \(state.summary)"] : []
        func missing(_ key: String, _ since: String) -> Unknown {
            Unknown(.absent, "\(state.source) has no line \(key): kernels before \(since), or without CONFIG_SECCOMP, write none")
        }
        func reading(_ value: Value?, _ raw: String?, _ key: String, _ since: String) -> Reading {
            Reading(
                value.map { .success($0) } ?? .failure(missing(key, since)), raw: raw, source: state.source, scope: .process,
                notes: notes)
        }
        switch name {
        case "seccomp.mode":
            return reading(state.mode.map { .text($0.name) }, state.mode.map { "\($0.rawValue)" }, "Seccomp", "3.8")
        case "seccomp.filters":
            let most = state.threads.allSatisfy { $0.filters != nil } ? state.threads.compactMap(\.filters).max() : nil
            return reading(most.map { .number(Number($0)) }, most.map(String.init), "Seccomp_filters", "5.9")
        default:
            let bits = state.threads.compactMap(\.hasNoNewPrivileges)
            let all = bits.count == state.threads.count ? bits.contains(true) : nil
            return reading(all.map { .number(Number($0 ? 1 : 0)) }, all.map { $0 ? "1" : "0" }, "NoNewPrivs", "4.10")
        }
    }

    private func actions() -> Reading {
        let file = "/proc/sys/kernel/seccomp/actions_avail"
        do throws(Unknown) {
            let text = try root.text(file)
            return Reading(.success(.text(text)), raw: text, source: root.shown(file), scope: .machine)
        } catch { return Reading(.failure(error), source: root.shown(file), scope: .machine) }
    }
}
