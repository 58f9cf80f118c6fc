// What programs need of the kernel: named lists of system calls, and which refusals they get over.

/// A system call that a sort of program makes.
public struct ProbeNeed: Sendable, Hashable {
    /// What the program does when the call is refused.
    public enum Fallback: Sendable, Hashable {
        /// Nothing: it fails.
        case none
        /// It goes another way if the answer is ENOSYS, and fails with any other error.
        case onNoSuchCall
        /// It goes another way whatever the error, or does without; only being killed harms it.
        case onAnyError
    }

    /// A name of ``SystemCall/all``.
    public let call: String
    /// What a refusal leads to.
    public let fallback: Fallback
    /// What for.
    public let reason: String

    /// Whether a program gets by with what was found; nil where that is not known.
    public func isMet(by verdict: CallVerdict) -> Bool? {
        // An architecture without epoll_wait has epoll_pwait, and programs know that.
        if verdict.answer == .noNumber { return true }
        guard let state = try? verdict.state.get() else { return nil }
        switch (state, fallback) {
        case (.reachable, _): return true
        case (.killed, _): return false
        case (_, .onAnyError): return true
        case (_, .onNoSuchCall): return verdict.answer.shown == "ENOSYS"
        case (_, .none): return false
        }
    }
}

/// Named lists of system calls. All of them are recommended by us, derived from the sources that the reasons name; no vendor
/// documents them.
public enum ProbeSets {
    /// The lists by name.
    public static let all: [String: [ProbeNeed]] = ["swift-server": swiftServer, "swift-build": swiftBuild, "go-test": goTest]

    private static func needs(_ calls: String, _ fallback: ProbeNeed.Fallback, _ reason: String) -> [ProbeNeed] {
        calls.words.map { ProbeNeed(call: String($0), fallback: fallback, reason: reason) }
    }

    /// What every dynamic program with threads on glibc 2.34 or later does.
    private static let threads =
        needs("clone futex rt_sigaction madvise", .none, "threads, their locks and stacks")
        + needs("clone3", .onNoSuchCall, "pthread_create and posix_spawn of glibc 2.34 and later fall back on ENOSYS alone")
        + needs("rseq set_robust_list", .onAnyError, "glibc 2.35 and later registers each thread")
        + needs("sched_getaffinity prlimit64", .none, "number of processors, limits")

    private static let swiftServer =
        threads
        + needs(
            "epoll_create1 epoll_ctl epoll_pwait epoll_wait eventfd2 timerfd_create timerfd_settime", .none,
            "SwiftNIO's event loops")
        + needs("socket.inet accept4", .none, "listening")
        + needs("socket.inet6 socket.unix socket.netlink", .onAnyError, "IPv6, local sockets, the list of interfaces")
        + needs("recvmmsg sendmmsg", .onAnyError, "vectored datagrams")
        + needs("getrandom", .onNoSuchCall, "random numbers, the seed of hashes")
        + needs("sigaltstack process_vm_readv ptrace", .onAnyError, "a backtrace after a crash")
        + needs("io_uring_setup", .onAnyError, "SwiftNIO uses it only where it was built for it")

    private static let swiftBuild =
        threads
        + needs("execve waitid pipe2", .none, "compilers are started and waited for")
        + needs(
            "getrandom statx faccessat2 close_range renameat2", .onNoSuchCall, "files and descriptors of the compiler's children")
        + needs(
            "pidfd_open pidfd_send_signal copy_file_range inotify_init1", .onAnyError,
            "newer ways that have older ones beside them")
        + needs("ptrace personality", .onAnyError, "debugging: lldb starts a program without address randomisation")

    private static let goTest =
        needs("clone futex rt_sigaction sigaltstack madvise sched_getaffinity", .none, "the runtime of Go")
        + needs("epoll_create1 epoll_ctl epoll_pwait eventfd2", .none, "the poller of Go, which throws without them")
        + needs("execve waitid pipe2 dup3 prlimit64", .none, "os/exec, the raising of RLIMIT_NOFILE")
        + needs("socket.inet accept4", .none, "net, httptest")
        + needs("getrandom", .onNoSuchCall, "crypto/rand")
        + needs("clone3", .onNoSuchCall, "programs with cgo start threads through the C library")
        + needs(
            "socket.inet6 pidfd_open pidfd_send_signal faccessat2 copy_file_range prctl", .onAnyError, "Go tries and falls back")
        + needs("unshare.newuser", .onAnyError, "only tests that make user namespaces")
}
