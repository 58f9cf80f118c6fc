// What a reader says of one value: the value, the text it was read from, where, whose it is, or why it is not known.

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// One value as it was read.
public struct Reading: Sendable, Equatable {
    /// The value, or why there is none.
    public var value: Result<Value, Unknown>
    /// The text it was taken from, trimmed; nil where a system call said it or nothing was read.
    public var raw: String?
    /// The file, system call or command that said it.
    public var source: String
    /// What shares this value.
    public var scope: Scope
    /// What it counts.
    public var unit: Unit
    /// What else should be known of it: "visible hierarchy only", "namespace value; ancestors may be lower".
    public var notes: [String]

    /// A reading as it is.
    public init(
        _ value: Result<Value, Unknown>, raw: String? = nil, source: String, scope: Scope, unit: Unit = .count,
        notes: [String] = []
    ) {
        self.value = value
        self.raw = raw
        self.source = source
        self.scope = scope
        self.unit = unit
        self.notes = notes
    }
}

/// What a reading can be.
public enum Value: Sendable, Hashable {
    /// A number.
    case number(Number)
    /// No limit: RLIM_INFINITY, `max`, -1 of a v1 quota.
    case unlimited
    /// Several numbers in the order of the file: `ip_local_port_range`, `kernel.sem`.
    case numbers([Number])
    /// A word or a line: `tsc`, `madvise`, `reachable`.
    case text(String)
}

/// What shares a value; it decides where a remedy must be applied.
public enum Scope: String, Sendable, CaseIterable {
    /// This process and what it starts.
    case process
    /// All processes of one user in one user namespace.
    case user
    /// The control group and what is below it.
    case cgroup = "control group"
    case networkNamespace = "network namespace"
    case ipcNamespace = "IPC namespace"
    case utsNamespace = "UTS namespace"
    case userNamespace = "user namespace"
    case pidNamespace = "PID namespace"
    case timeNamespace = "time namespace"
    /// The kernel: all containers of the machine.
    case machine
    /// A configuration file: what will be, not what is.
    case file
}

/// Why a value is not known; never the same as a value that is too low.
public struct Unknown: Error, Sendable, Equatable, CustomStringConvertible {
    /// The sorts of not knowing, which must not be mixed up.
    public enum Kind: String, Sendable, CaseIterable {
        /// Not on this kernel, not loaded, or not configured (ENOENT).
        case absent
        /// There, but not for us (EACCES, EPERM).
        case denied
        /// It belongs to another namespace, or lies outside the visible hierarchy.
        case hidden
        /// Read, but not in a form that is known.
        case malformed
        /// The process it is about has ended.
        case gone
        /// The question does not arise here.
        case notApplicable = "not-applicable"
        /// No answer in time.
        case timedOut = "timed-out"
        /// Any other error of the system.
        case failed
    }

    /// Which sort.
    public var kind: Kind
    /// The sentence for people, with the file or call; names from the system in it are not yet escaped.
    public var description: String

    /// A reason as it is.
    public init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }

    /// What an error number means for `place`, a file or a call.
    public init(errno number: CInt, _ place: String) {
        switch number {
        case ENOENT, ENOTDIR: self.init(.absent, "\(place) does not exist")
        case EACCES, EPERM: self.init(.denied, "\(place) may not be read: \(String(cString: strerror(number)))")
        case ESRCH: self.init(.gone, "\(place): the process has ended")
        case EOPNOTSUPP: self.init(.notApplicable, "\(place): \(String(cString: strerror(number)))")
        default: self.init(.failed, "\(place): \(String(cString: strerror(number)))")
        }
    }
}
