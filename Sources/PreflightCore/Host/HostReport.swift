// One look at a host: what was expected and what came of it, what stands out, and all that was read.

internal import PreflightELF
public import PreflightHost

/// Everything that a report on a host says.
public struct HostReport: Sendable {
    /// The facts of one section.
    public struct Section: Sendable {
        /// The heading.
        public var title: String
        /// The facts in the order of their reader.
        public var facts: [Fact]
    }

    /// What became of each expectation, in the order they were given.
    public var findings: [HostFinding]
    /// What stands out whatever was expected.
    public var remarks: [Remark]
    /// What was read.
    public var sections: [Section]
    /// Where it was read: "/" or the directory of a tree.
    public var root: String

    /// How many findings have `outcome`.
    public func count(_ outcome: HostFinding.Outcome) -> Int { findings.count { $0.outcome == outcome } }

    /// How many expectations of severity `warning` are missed; what is only worth knowing is not among them.
    public var warnings: Int { findings.count { $0.outcome == .warn && $0.expectation.severity == .warning } }

    /// How many expectations could not be judged and are more than worth knowing.
    public var unknowns: Int { findings.count { $0.outcome == .unknown && $0.expectation.severity != .info } }

    /// 0 to 3 as the house plan has it; without expectations 0, because nobody demanded anything. Severity `info` decides nothing.
    public func status(_ failOn: FailOn, _ onUnknown: OnUnknown) -> Int {
        let unknown = unknowns
        if failOn != .never, count(.fail) > 0 { return 1 }
        if failOn == .warning, warnings > 0 || onUnknown == .warn && unknown > 0 { return 1 }
        return onUnknown == .fail && unknown > 0 ? 3 : 0
    }

    /// Judges `expectations` on `host` and collects what stands out.
    ///
    /// - Parameters:
    ///   - probes: also try what is tried in children, for the overview and the remarks; expectations try what they need in any case.
    ///   - whole: collect all facts of the overview; else only what is expected.
    /// - Throws: ``ExpectationError`` for an expectation that makes no sense, or for two that exclude each other.
    public init(
        _ host: Host, _ expectations: [Expectation], probes: Bool = true, whole: Bool = true
    ) throws(ExpectationError) {
        if let pair = Contradiction.find(in: expectations).first { throw ExpectationError(pair.sentence) }
        let judge = HostJudge(host)
        findings = []
        for expectation in expectations { findings.append(try judge.judge(expectation)) }
        root = host.root.path
        let read = host.sections.filter { probes || !$0.isProbing }
        remarks = whole ? read.flatMap { $0.reader.remarks() } : []
        sections =
            whole ? read.map { Section(title: $0.title, facts: $0.reader.overview()) }.filter { !$0.facts.isEmpty } : []
    }
}

extension Contradiction {
    /// The sentence that names both sides.
    public var sentence: String {
        "\(RawText.visible(first.text)) (\(first.origin.words)) and \(RawText.visible(second.text)) (\(second.origin.words)) "
            + "cannot both hold; "
            + "take one of the profiles or expectations out"
    }
}

extension Expectation.Origin {
    /// Who says so, in a few words.
    public var words: String {
        switch self {
        case .commandLine: "--expect"
        case .configuration(let path): path
        case .profile(let name, let isDocumented, _): "\(name), \(isDocumented ? "documented" : "recommended")"
        }
    }

    /// The source of the value; nil where somebody just wants it.
    public var citation: String? {
        if case .profile(_, _, let citation) = self { citation } else { nil }
    }
}
