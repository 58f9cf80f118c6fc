// What a hook has to say, and what becomes of it: three outcomes inside, two answers outside.

public import PreflightCore
public import PreflightInputs

/// What came of judging one update.
public struct HookVerdict: Sendable {
    /// The sorts of outcome.
    public enum Outcome: String, Sendable, CaseIterable {
        /// Everything that the update touches goes on to work.
        case pass
        /// Something would not start, or a demand of error severity is missed.
        case stop
        /// Something could not be judged, and nothing that could was wrong.
        case unknown
    }

    /// One thing that is wrong.
    public struct Finding: Sendable, Equatable {
        /// What it is about: a path inside of the root, or the name of a fact.
        public var subject: String
        /// A sentence without the subject; names in it are as they came, and are escaped where they are shown.
        public var message: String
        /// False for what is told and stops nothing.
        public var stops: Bool

        /// A finding of its parts.
        public init(subject: String, message: String, stops: Bool) {
            self.subject = subject
            self.message = message
            self.stops = stops
        }
    }

    /// What is wrong.
    public var findings: [Finding] = []
    /// What could not be judged, with the reason.
    public var unknowns: [InputError] = []
    /// What a log should say beside; escaped where they are shown.
    public var notes: [String] = []
    /// Why there is nothing wrong, a sentence; for passes.
    public var basis: String
    /// How many files were looked at; nil where none had to be.
    public var coverage: Coverage?

    /// A verdict without findings.
    public init(basis: String) { self.basis = basis }

    /// A verdict that says that nothing could be judged.
    public init(unknown subject: String, _ message: String) {
        basis = ""
        unknowns = [InputError(path: subject, message: message)]
    }

    /// What it comes to. A finding stops even where other things could not be judged.
    public var outcome: Outcome {
        if findings.contains(where: \.stops) { return .stop }
        return unknowns.isEmpty ? .pass : .unknown
    }

    /// Adds what `other` found.
    public mutating func add(_ other: HookVerdict) {
        findings += other.findings
        unknowns += other.unknowns
        notes += other.notes
        if coverage == nil { coverage = other.coverage }
    }
}

/// What the administrator wants of a hook.
public struct HookPolicy: Sendable, Equatable {
    /// What an update does that could not be judged: `fail` stops it.
    public var onUnknown: OnUnknown
    /// Tell and never stop.
    public var isReportOnly: Bool

    /// A policy of its parts.
    public init(onUnknown: OnUnknown = .warn, isReportOnly: Bool = false) {
        self.onUnknown = onUnknown
        self.isReportOnly = isReportOnly
    }

    /// The answer to `outcome`.
    public func answer(to outcome: HookVerdict.Outcome) -> HookAnswer {
        if isReportOnly { return .goOn }
        switch outcome {
        case .pass: return .goOn
        case .stop: return .stop
        case .unknown: return onUnknown == .fail ? .stop : .goOn
        }
    }
}

/// All that a host hears.
public enum HookAnswer: Int32, Sendable {
    case goOn = 0
    case stop = 1
}
