// The names under which readings are asked for and shown: one name, one reading.

/// A named reading.
public struct Fact: Sendable, Equatable {
    /// The name that expectations, reports and snapshots use: `nofile`, `nofile.hard`, `vm.max_map_count`, `cgroup.pids.headroom`,
    /// `call.clone3`, `clock.source`.
    public var name: String
    /// What was read.
    public var reading: Reading

    /// A fact as it is.
    public init(_ name: String, _ reading: Reading) {
        self.name = name
        self.reading = reading
    }
}

/// One part of a host: limits, kernel parameters, control groups, …
///
/// A reader reads when it is asked, not when it is made.
public protocol HostReader {
    /// The names it answers to; used to tell what is near a misspelt one.
    var names: [String] { get }
    /// The reading of one name; nil for a name of another reader.
    func reading(of name: String) -> Reading?
    /// What is shown of it when nobody asks for anything particular, in the order to show.
    func overview() -> [Fact]
    /// What stands out, judged without any profile.
    func remarks() -> [Remark]
    /// What to do so that the fact `name` becomes `wanted`; nil where that is not known. `wanted` is nil where only the present value
    /// is wrong.
    func remedy(for name: String, wanted: Value?) -> HostRemedy?
}

/// Something that is wrong by the kernel's or the program's own rules, whatever was expected.
public struct Remark: Sendable, Equatable {
    /// The rule.
    public var rule: HostRule
    /// How much it matters.
    public var severity: Severity
    /// What it is about: a name of a fact, a file with its line, a unit.
    public var subject: String
    /// The sentence, with what was observed; names from the system in it are not yet escaped.
    public var message: String
    /// Where it was read.
    public var source: String
    /// What to do.
    public var remedy: HostRemedy?
    /// The address or document that says so.
    public var citation: String?

    /// A remark as it is.
    public init(
        _ rule: HostRule, _ severity: Severity, _ subject: String, _ message: String, source: String, remedy: HostRemedy? = nil,
        citation: String? = nil
    ) {
        self.rule = rule
        self.severity = severity
        self.subject = subject
        self.message = message
        self.source = source
        self.remedy = remedy
        self.citation = citation
    }
}

/// How much a finding matters.
public enum Severity: String, Sendable, CaseIterable {
    /// Something will fail.
    case error
    /// Something may fail, or is slower than need be.
    case warning
    /// Worth knowing.
    case info
}

/// What to do about a finding: text to paste.
public struct HostRemedy: Sendable, Equatable {
    /// For this process or this boot: a command or a variable.
    public var now: String?
    /// For good: the file and its lines, or the runtime's flag.
    public var forGood: String?

    /// A remedy as it is.
    public init(now: String? = nil, forGood: String? = nil) {
        self.now = now
        self.forGood = forGood
    }
}
