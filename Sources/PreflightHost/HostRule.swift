// The rules that a remark on a host can rest on. The raw value names the rule in reports and configuration.

/// A rule of the host's part.
public enum HostRule: String, Sendable, CaseIterable {
    /// A demanded value is not met.
    case expectation

    // Seccomp and system calls.

    /// clone3 is answered with an error that the C library does not take for "not there": no thread can be started.
    case clone3Refused = "clone3-refused"
    /// A filter kills who tries a system call, instead of answering.
    case callKills = "call-kills"
    /// A system call gets no answer: a filter hands it to a supervisor that says nothing.
    case callHangs = "call-hangs"
    /// Threads of one process are under different filters.
    case seccompThreadsDiffer = "seccomp-threads-differ"
    /// An unprivileged process can make no user namespace that is of use.
    case userNamespacesRefused = "user-namespaces-refused"
    /// A seccomp profile that the runtime refuses to load.
    case seccompProfileInvalid = "seccomp-profile-invalid"
    /// A seccomp profile under which no program starts.
    case seccompProfileUnusable = "seccomp-profile-unusable"
    /// A seccomp profile that kills threads or their makers.
    case seccompProfileKills = "seccomp-profile-kills"
    /// A seccomp profile whose conditions another reader of it would not see, or would read otherwise.
    case seccompProfileMisread = "seccomp-profile-misread"
}
