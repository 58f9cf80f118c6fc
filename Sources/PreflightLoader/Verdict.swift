// What can be said of an object in a place, and why.

/// The outcome for one object in one place.
public enum Verdict: String, Sendable, CaseIterable, Comparable {
    /// It starts, and nothing was found that would stop it later.
    case runs
    /// It starts, but the place differs from what the object wants (a CPU level, a weak node): the loader may print a
    /// warning.
    case warns
    /// It starts; a weak symbol that it uses where available is absent.
    case degrades
    /// It starts and dies when a missing function is first called.
    case failsOnCall
    /// It could not be judged.
    case unknown
    /// It does not start.
    case failsAtLoad

    /// Ordered by how much of it remains: the worst verdict of several is the maximum. What certainly fails outranks what
    /// is not known.
    public static func < (left: Verdict, right: Verdict) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// Whether a release gate stops here by itself.
    public var isFailure: Bool { self == .failsAtLoad || self == .failsOnCall }
}

/// The rules that a verdict can rest on. The raw value names the rule in reports and configuration.
public enum Rule: String, Sendable, CaseIterable {
    /// The library does not define a node that the object needs.
    case nodeMissing = "node-missing"
    /// A `GLIBC_ABI_*` node is missing: the linker or compiler used something the loader there does not know.
    case markerMissing = "marker-missing"
    /// A node that only weak references use is missing.
    case weakNodeMissing = "weak-node-missing"
    /// Whether the node exists there could not be decided.
    case nodeUndecided = "node-undecided"
    /// The node is there, or none is wanted, but the symbol is not.
    case symbolMissing = "symbol-missing"
    /// Whether the symbol is there could not be decided.
    case symbolUndecided = "symbol-undecided"
    /// GLIBC_PRIVATE: bound to one exact build of glibc.
    case privateNode = "private-node"
    /// The library that should have a version has none at all.
    case libraryUnversioned = "library-unversioned"
    /// vna_hash is not the hash of the name: no library can satisfy it.
    case falseHash = "false-hash"
    /// Version needs without DT_VERSYM: the loader crashes.
    case noVersionSymbols = "no-version-symbols"
    /// DT_RELR that the loader there does not apply, or refuses for want of its marker.
    case relativeRelocations = "relr"
    /// The library is not to be had in that release.
    case libraryMissing = "library-missing"
    /// A library that the object says it opens at run time (.note.dlopen) is not there.
    case openedMissing = "opened-missing"
    /// A library is needed by a path instead of a name: the loader opens that file and searches nowhere.
    case libraryPath = "library-path"
    /// A library of the Swift runtime is neither there nor beside the object.
    case swiftRuntimeMissing = "swift-runtime-missing"
    /// DT_RUNPATH points into the toolchain of the machine that built it.
    case builderPath = "builder-path"
    /// The object was made for another C library.
    case otherLibC = "other-libc"
    /// The interpreter is not the one of that architecture.
    case interpreter = "interpreter"
    /// NT_GNU_ABI_TAG demands a newer kernel.
    case kernelTooOld = "kernel-too-old"
    /// A higher x86-64 level than the release's baseline is demanded.
    case cpuLevel = "cpu-level"
    /// The header has values that the loader refuses in a library.
    case headerRefused = "header-refused"
    /// Packed: what it needs cannot be seen.
    case opaque = "opaque"
    /// Nothing that a loader starts or loads.
    case notLoadable = "not-loadable"
    /// The target has no data for this architecture.
    case noData = "no-data"

    /// Whether nothing else is worth saying beside it.
    public var isFinal: Bool {
        switch self {
        case .otherLibC, .noData, .notLoadable, .opaque: true
        default: false
        }
    }
}

/// One reason for a verdict, with its evidence.
public struct Reason: Sendable, Equatable {
    /// The rule.
    public var rule: Rule
    /// What this reason alone would make of the verdict.
    public var verdict: Verdict
    /// The soname of the library it is about.
    public var library: String?
    /// The node it is about.
    public var node: String?
    /// The library beside the object that has the need, where it is not the object itself.
    public var bearer: String?
    /// The symbols behind it, sorted, the first 64 at most; empty where the rule is not about symbols or they were not read.
    public var symbols: [String] = []
    /// The sentence for people; names from files in it are not yet escaped.
    public var message: String
    /// What to do about it, where that is known.
    public var remedy: String?
    /// Lines of C or flags that do it, ready to paste.
    public var remedyLines: [String] = []
    /// Where the knowledge comes from: package, image, inherited, inferred, reported, derived, file.
    public var evidence: String?

    /// A reason as it is.
    public init(
        _ rule: Rule, _ verdict: Verdict, library: String? = nil, node: String? = nil, _ message: String,
        remedy: String? = nil, evidence: String? = nil
    ) {
        self.rule = rule
        self.verdict = verdict
        self.library = library
        self.node = node
        self.message = message
        self.remedy = remedy
        self.evidence = evidence
    }
}

/// The verdict on one object in one place.
public struct Judgement: Sendable, Equatable {
    /// The worst of the reasons; `runs` without any.
    public var verdict: Verdict
    /// The reasons in the order of the object's needs.
    public var reasons: [Reason]
    /// Sonames, or needs of sonames, that the place says nothing about: "also needs", without influence on the verdict.
    public var alsoNeeds: [String]

    /// The judgement that `reasons` add up to.
    public init(reasons: [Reason], alsoNeeds: [String] = []) {
        self.reasons = reasons
        self.alsoNeeds = alsoNeeds
        verdict = reasons.map(\.verdict).max() ?? .runs
    }
}
