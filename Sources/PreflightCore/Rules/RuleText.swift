// What every rule means, why it matters and how it is mended, in words: `preflight explain`, the help in reports and the pages of
// the documentation print the same text. The texts themselves lie beside this file, by subject.

public import PreflightHost
public import PreflightLoader

/// What is said of a whole run or of a file, and not of an object or a host. The raw value names it in reports.
public enum ReportRule: String, Sendable, CaseIterable {
    /// A file that was to be judged could not be read.
    case unreadable
    /// A waiver of the configuration has run out.
    case expiredWaiver = "expired-waiver"
}

/// One rule explained.
///
/// The prose is Markdown of the plainest sort: paragraphs with an empty line between them, names between backticks, and commands on
/// lines of their own that are indented by four blanks.
public struct RuleText: Sendable, Equatable {
    /// What a rule is about.
    public enum Group: String, Sendable, CaseIterable {
        case versions
        case libraries
        case object
        case platform
        case judging
        case expectations
        case controlGroups = "control-groups"
        case limits
        case parameters
        case clock
        case systemd
        case calls
        case seccomp
        case network

        /// For headings.
        public var title: String { Self.titles[self] ?? rawValue }

        private static let titles: [Group: String] = [
            .versions: "Version nodes and symbols",
            .libraries: "Libraries",
            .object: "The file itself",
            .platform: "C library, kernel and CPU",
            .judging: "What could not be judged",
            .expectations: "Expectations of a host",
            .controlGroups: "Control groups and runtimes",
            .limits: "Resource limits",
            .parameters: "Kernel parameters",
            .clock: "Clock",
            .systemd: "systemd and package managers' configuration",
            .calls: "System calls",
            .seccomp: "Seccomp profiles",
            .network: "Network",
        ]
    }

    /// The name of the rule in reports and configuration: `node-missing`.
    public let id: String
    /// A noun phrase of at most 60 characters, without a full stop.
    public let title: String
    /// What is told when the rule fires.
    public let meaning: String
    /// What the loader, the kernel or systemd does then, and what the rule makes of the verdict.
    public let consequence: String
    /// What to do, with commands.
    public let remedy: String
    /// Where it can be read: addresses, or names of manual pages.
    public let sources: [String]
    /// What it is about.
    public let group: Group

    init(
        _ rule: Rule, _ group: Group, _ title: String, meaning: String, consequence: String, remedy: String, sources: [String]
    ) {
        self.init(rule.rawValue, group, title, meaning, consequence, remedy, sources)
    }

    init(
        _ rule: HostRule, _ group: Group, _ title: String, meaning: String, consequence: String, remedy: String,
        sources: [String]
    ) {
        self.init(rule.rawValue, group, title, meaning, consequence, remedy, sources)
    }

    init(
        _ rule: ReportRule, _ group: Group, _ title: String, meaning: String, consequence: String, remedy: String,
        sources: [String]
    ) {
        self.init(rule.rawValue, group, title, meaning, consequence, remedy, sources)
    }

    /// A marker node in the terms of the rule on markers.
    init(marker id: String, _ rule: RuleText, meaning: String, remedy: String) {
        self.init(id, rule.group, "Marker node of glibc", meaning, rule.consequence, remedy, rule.sources)
    }

    private init(
        _ id: String, _ group: Group, _ title: String, _ meaning: String, _ consequence: String, _ remedy: String,
        _ sources: [String]
    ) {
        self.id = id
        self.group = group
        self.title = title
        self.meaning = meaning
        self.consequence = consequence
        self.remedy = remedy
        self.sources = sources
    }

    /// All of them: by group in the order of ``Group``, within a group from the frequent to the rare.
    public static let all: [RuleText] =
        versionTexts + libraryTexts + objectTexts + platformTexts + judgingTexts + groupTexts + limitTexts + parameterTexts
        + clockTexts + systemdTexts + callTexts + seccompTexts + networkTexts

    private static let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }

    /// The text of the rule with this name; nil where there is no such rule.
    public static func of(_ id: String) -> RuleText? { byID[id] }

    /// The text of a rule on objects.
    public static func of(_ rule: Rule) -> RuleText { of(rule.rawValue) ?? missing(rule.rawValue) }

    /// The text of a rule on hosts.
    public static func of(_ rule: HostRule) -> RuleText { of(rule.rawValue) ?? missing(rule.rawValue) }

    /// The text of a rule on the run.
    public static func of(_ rule: ReportRule) -> RuleText { of(rule.rawValue) ?? missing(rule.rawValue) }

    /// A report goes on without a text; a test sees to it that there is none without.
    private static func missing(_ id: String) -> RuleText { RuleText(id, .judging, id, "", "", "", []) }
}

/// Addresses that several texts name.
enum RuleSource {
    static let versionCheck = "https://sourceware.org/git/?p=glibc.git;a=blob;f=elf/dl-version.c"
    static let lookup = "https://sourceware.org/git/?p=glibc.git;a=blob;f=elf/dl-lookup.c"
    static let load = "https://sourceware.org/git/?p=glibc.git;a=blob;f=elf/dl-load.c"
    static let versions = "https://sourceware.org/git/?p=glibc.git;a=blob;f=elf/Versions"
    static let loader = "ld.so(8)"
    static let staticSDK = "https://www.swift.org/documentation/articles/static-linux-getting-started.html"
    static let groups = "https://docs.kernel.org/admin-guide/cgroup-v2.html"
    static let bandwidth = "https://docs.kernel.org/scheduler/sched-bwc.html"
    static let exec = "https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html"
    static let control = "https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html"
    static let manager = "https://www.freedesktop.org/software/systemd/man/latest/systemd-system.conf.html"
    static let sysctl = "https://man7.org/linux/man-pages/man5/sysctl.d.5.html"
    static let closeLoops = "https://github.com/moby/moby/issues/45534"
    static let clone3 = "https://github.com/moby/moby/issues/42680"
    static let configuration =
        "https://github.com/swift-preflight/swift-preflight/blob/main/Sources/PreflightReports/Schemas/configuration.schema.json"
    static let dockerProfile = "https://github.com/moby/profiles/blob/main/seccomp/default.json"
}
