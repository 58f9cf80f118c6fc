// A seccomp profile as Docker and Podman read it, or as the runtime specification has it, and what its readers refuse to load.
//
// Docker's format is the runtime specification's (`architectures`, `syscalls` with `names`) with conditions on top: `archMap`,
// and `includes` and
// `excludes` in rules (moby/profiles, seccomp/seccomp.go). kubelet and the runtimes read the plain format and skip what they do
// not know.

public import PreflightHost
public import PreflightInputs
internal import PreflightELF

/// What a filter does with a system call.
public enum SeccompAction: Sendable, Hashable, CustomStringConvertible {
    case allow
    /// The call fails with this error number.
    case errno(Int)
    /// SCMP_ACT_KILL is this one too.
    case killThread
    case killProcess
    case trap
    /// A tracer decides; ENOSYS where there is none.
    case trace
    /// Allowed and logged.
    case log
    /// A supervisor decides.
    case notify

    /// Reads the name that profiles write; nil for one that is none.
    ///
    /// - Parameter errno: `errnoRet` or `defaultErrnoRet`; runtimes take 1, EPERM, where it is missing.
    public init?(_ name: String, errno: Int?) {
        switch name {
        case "SCMP_ACT_ALLOW": self = .allow
        case "SCMP_ACT_ERRNO": self = .errno(errno ?? 1)
        case "SCMP_ACT_KILL", "SCMP_ACT_KILL_THREAD": self = .killThread
        case "SCMP_ACT_KILL_PROCESS": self = .killProcess
        case "SCMP_ACT_TRAP": self = .trap
        case "SCMP_ACT_TRACE": self = .trace
        case "SCMP_ACT_LOG": self = .log
        case "SCMP_ACT_NOTIFY": self = .notify
        default: return nil
        }
    }

    static let names = [
        "SCMP_ACT_ALLOW", "SCMP_ACT_ERRNO", "SCMP_ACT_KILL", "SCMP_ACT_KILL_THREAD", "SCMP_ACT_KILL_PROCESS", "SCMP_ACT_TRAP",
        "SCMP_ACT_TRACE", "SCMP_ACT_LOG", "SCMP_ACT_NOTIFY",
    ]

    /// Whether the call gets through.
    public var isAllowing: Bool { self == .allow || self == .log }
    /// Whether the caller dies.
    public var isKilling: Bool { self == .killThread || self == .killProcess || self == .trap }

    /// In one word, for expectations: `allow`, `EPERM`, `errno-13`, `kill-process`.
    public var word: String {
        switch self {
        case .allow: "allow"
        case .errno(1): "EPERM"
        case .errno(38): "ENOSYS"
        case .errno(let number): "errno-\(number)"
        case .killThread: "kill-thread"
        case .killProcess: "kill-process"
        case .trap: "trap"
        case .trace: "trace"
        case .log: "log"
        case .notify: "notify"
        }
    }

    /// For people: `allowed`, `error 38`.
    public var description: String {
        switch self {
        case .allow: "allowed"
        case .errno(1): "refused with EPERM"
        case .errno(38): "refused with ENOSYS"
        case .errno(let number): "refused with error \(number)"
        case .killThread: "killing the thread"
        case .killProcess: "killing the process"
        case .trap: "ending in SIGSYS"
        case .trace: "left to a tracer"
        case .log: "allowed and logged"
        case .notify: "left to a supervisor"
        }
    }
}

/// A condition on one argument of a call.
public struct SeccompCondition: Sendable, Hashable {
    /// Which argument, from 0 to 5.
    public var index: Int
    /// What it is compared with; the mask of `SCMP_CMP_MASKED_EQ`.
    public var value: UInt64
    /// What the masked argument is compared with.
    public var second: UInt64
    /// One of ``operators``.
    public var comparison: String

    static let operators = [
        "SCMP_CMP_NE", "SCMP_CMP_LT", "SCMP_CMP_LE", "SCMP_CMP_EQ", "SCMP_CMP_GE", "SCMP_CMP_GT", "SCMP_CMP_MASKED_EQ",
    ]

    /// Whether an argument fulfils it; comparisons have no signs.
    public func holds(for argument: UInt64) -> Bool {
        switch comparison {
        case "SCMP_CMP_NE": argument != value
        case "SCMP_CMP_LT": argument < value
        case "SCMP_CMP_LE": argument <= value
        case "SCMP_CMP_EQ": argument == value
        case "SCMP_CMP_GE": argument >= value
        case "SCMP_CMP_GT": argument > value
        default: argument & value == second
        }
    }
}

/// What must be, or must not be, for a rule to be kept. Docker's format only.
public struct SeccompFilter: Sendable, Hashable {
    /// Names of capabilities: `CAP_SYS_ADMIN`.
    public var capabilities: [String] = []
    /// Architectures as Docker names them: `amd64`, `arm64`.
    public var architectures: [String] = []
    /// Major and minor number.
    public var minimumKernel: KernelRelease?
}

/// One entry of `syscalls`.
public struct SeccompRule: Sendable, Hashable {
    /// Where it stands: `syscalls[3]`.
    public var place: String
    /// The calls.
    public var names: [String]
    /// Whether they were written as `name`, which only Docker's format has.
    public var hasSingleName: Bool
    /// What happens to them.
    public var action: SeccompAction
    /// All of these must hold.
    public var conditions: [SeccompCondition]
    /// Docker's condition for keeping the rule.
    public var includes: SeccompFilter?
    /// Docker's condition for dropping it.
    public var excludes: SeccompFilter?

    /// Whether some arguments have two conditions: then runc and Docker make a rule of each condition.
    public var isSplit: Bool { Set(conditions.map(\.index)).count < conditions.count }
}

/// A seccomp profile.
public struct SeccompProfile: Sendable {
    /// The file, for findings.
    public var file: String
    /// What happens to calls without a rule; nil where the profile says neither this nor any rule, so that there is no filter.
    public var defaultAction: SeccompAction?
    /// In the order of the file.
    public var rules: [SeccompRule] = []
    /// Whether `archMap`, `includes`, `excludes` or `name` is used.
    public var isDockerFormat = false
    /// What a reader refuses or overlooks, found while reading.
    public internal(set) var problems: [Remark] = []

    /// Takes a profile apart; a whole `config.json` of a bundle is read at `linux.seccomp`.
    ///
    /// What cannot be understood is a remark in ``problems`` and left out.
    public init(_ json: JSONValue, file: String) {
        self.file = file
        guard case .object(let outer) = json else {
            invalid("", "The profile is \(json.sort), not an object.")
            return
        }
        var top = outer
        if case .object(let linux)? = outer["linux"], case .object(let inner)? = linux["seccomp"] { top = inner }
        lintKeys(top, Self.keys, at: "")
        let defaultErrno = integer(top["defaultErrnoRet"], at: "defaultErrnoRet")
        if let name = string(top["defaultAction"], at: "defaultAction"), !name.isEmpty {
            defaultAction = action(name, defaultErrno, at: "defaultAction")
        }
        let architectures = list(top["architectures"], at: "architectures")
        let map = list(top["archMap"], at: "archMap")
        isDockerFormat = top["archMap"] != nil
        if !architectures.isEmpty, !map.isEmpty {
            invalid("archMap", "Both architectures and archMap are given; Docker refuses such a profile. Keep archMap.")
        }
        for (index, entry) in list(top["syscalls"], at: "syscalls").enumerated() { addRule(entry, at: "syscalls[\(index)]") }
        if defaultAction == nil, !rules.isEmpty, top["defaultAction"] == nil {
            invalid("defaultAction", "There are rules but no defaultAction, which the runtime needs to make a filter.")
        }
    }

    private static let keys = [
        "defaultAction", "defaultErrnoRet", "architectures", "archMap", "flags", "listenerPath", "listenerMetadata", "syscalls",
    ]
    private static let ruleKeys = ["names", "name", "action", "errnoRet", "args", "comment", "includes", "excludes"]

    private mutating func addRule(_ json: JSONValue, at place: String) {
        guard case .object(let entry) = json else { return invalid(place, "\(place) is \(json.sort), not an object.") }
        lintKeys(entry, Self.ruleKeys, at: place + ".")
        var names = list(entry["names"], at: place + ".names").compactMap { string($0, at: place + ".names") }
        let single = string(entry["name"], at: place + ".name") ?? ""
        if !single.isEmpty {
            isDockerFormat = true
            if !names.isEmpty {
                invalid(place, "\(place) has both name (\(single)) and names; Docker refuses such a profile. Keep names.")
            }
            names = [single] + names
        }
        let includes = filter(entry["includes"], at: place + ".includes")
        let excludes = filter(entry["excludes"], at: place + ".excludes")
        if includes != nil || excludes != nil { isDockerFormat = true }
        guard let name = string(entry["action"], at: place + ".action") else {
            return invalid(place, "\(place) has no action.")
        }
        let conditions = list(entry["args"], at: place + ".args").enumerated().compactMap { index, argument in
            condition(argument, at: "\(place).args[\(index)]")
        }
        guard let action = action(name, integer(entry["errnoRet"], at: place + ".errnoRet"), at: place + ".action") else {
            return
        }
        rules.append(
            SeccompRule(
                place: place, names: names, hasSingleName: !single.isEmpty, action: action, conditions: conditions,
                includes: includes,
                excludes: excludes))
    }

    private mutating func action(_ name: String, _ errno: Int?, at place: String) -> SeccompAction? {
        if let action = SeccompAction(name, errno: errno) { return action }
        invalid(place, "\(place) is \"\(name)\", which is no action\(suggestion(name, SeccompAction.names)).")
        return nil
    }

    private mutating func condition(_ json: JSONValue, at place: String) -> SeccompCondition? {
        guard case .object(let entry) = json else {
            invalid(place, "\(place) is \(json.sort), not an object.")
            return nil
        }
        lintKeys(entry, ["index", "value", "valueTwo", "op"], at: place + ".")
        let comparison = string(entry["op"], at: place + ".op") ?? ""
        guard SeccompCondition.operators.contains(comparison) else {
            invalid(
                place,
                "\(place).op is \"\(comparison)\", which is no comparison\(suggestion(comparison, SeccompCondition.operators)).")
            return nil
        }
        let index = integer(entry["index"], at: place + ".index") ?? 0
        guard (0...5).contains(index) else {
            invalid(place, "\(place).index is \(index); system calls have the arguments 0 to 5.")
            return nil
        }
        let value = unsigned(entry["value"], at: place + ".value")
        let second = unsigned(entry["valueTwo"], at: place + ".valueTwo")
        return SeccompCondition(index: index, value: value, second: second, comparison: comparison)
    }

    /// Nil for none and for an empty one, which says nothing: Podman writes those everywhere.
    private mutating func filter(_ json: JSONValue?, at place: String) -> SeccompFilter? {
        guard let json, json != .null else { return nil }
        guard case .object(let entry) = json else {
            invalid(place, "\(place) is \(json.sort), not an object.")
            return nil
        }
        lintKeys(entry, ["caps", "arches", "minKernel"], at: place + ".")
        var filter = SeccompFilter()
        filter.capabilities = list(entry["caps"], at: place + ".caps").compactMap { string($0, at: place + ".caps") }
        filter.architectures = list(entry["arches"], at: place + ".arches").compactMap { string($0, at: place + ".arches") }
        if let text = string(entry["minKernel"], at: place + ".minKernel"), !text.isEmpty {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
            if parts.count == 2, let major = parts[0], let minor = parts[1], major > 0 || minor > 0 {
                filter.minimumKernel = KernelRelease(Int(major), Int(minor))
            } else {
                invalid(
                    place, "\(place).minKernel is \"\(text)\"; Docker takes a major and a minor number only, such as \"4.8\".")
            }
        }
        return filter == SeccompFilter() ? nil : filter
    }
}

// The small pieces: each says where a value is not what it should be.
extension SeccompProfile {
    mutating func invalid(_ place: String, _ message: String) {
        add(.seccompProfileInvalid, .error, place, message, citation: "https://github.com/moby/profiles/tree/main/seccomp")
    }

    mutating func add(
        _ rule: HostRule, _ severity: Severity, _ place: String, _ message: String, remedy: HostRemedy? = nil,
        citation: String? = nil
    ) {
        problems.append(
            Remark(
                rule, severity, place.isEmpty ? file : "\(file): \(place)", message, source: file, remedy: remedy,
                citation: citation))
    }

    /// Readers skip keys that they do not know, so that a misspelt one is a rule without it.
    private mutating func lintKeys(_ object: [String: JSONValue], _ known: [String], at place: String) {
        for key in object.keys.sorted() where !known.contains(key) {
            add(
                .seccompProfileMisread, .warning, place + key,
                "No reader of profiles knows the key \(place)\(key), and all of them skip it\(suggestion(key, known)).")
        }
    }

    private func suggestion(_ word: String, _ known: [String]) -> String {
        let near = nearest(to: word, among: known)
        return near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"
    }

    private mutating func string(_ json: JSONValue?, at place: String) -> String? {
        switch json {
        case .string(let text)?: return text
        case nil, .null?: return nil
        case let other?:
            invalid(place, "\(place) is \(other.sort), not a string.")
            return nil
        }
    }

    private mutating func list(_ json: JSONValue?, at place: String) -> [JSONValue] {
        switch json {
        case .array(let items)?: return items
        case nil, .null?: return []
        case let other?:
            invalid(place, "\(place) is \(other.sort), not a list.")
            return []
        }
    }

    private mutating func integer(_ json: JSONValue?, at place: String) -> Int? {
        guard let json, json != .null else { return nil }
        if case .number(let digits) = json, let whole = Int(digits), whole >= 0 { return whole }
        invalid(place, "\(place) is not a whole number of at least 0.")
        return nil
    }

    private mutating func unsigned(_ json: JSONValue?, at place: String) -> UInt64 {
        guard let json, json != .null else { return 0 }
        if case .number(let digits) = json, let whole = UInt64(digits) { return whole }
        invalid(place, "\(place) is not a whole number of at least 0 that fits in 64 bits.")
        return 0
    }
}
