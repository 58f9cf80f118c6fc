// What makes a check fail: which verdicts count, what is forgiven, what is taken for granted.

public import PreflightInputs
public import PreflightLoader
public import PreflightTargets

/// Which findings end a check with status 1.
public enum FailOn: String, CaseIterable, Sendable {
    case warning
    case error
    case never
}

/// What becomes of an object that could not be judged.
public enum OnUnknown: String, CaseIterable, Sendable {
    case fail
    case warn
    case pass
}

/// What may be taken for granted on every target.
public enum Assumption: String, CaseIterable, Sendable {
    /// The run image is a Swift one (`swift:*-slim`): it has the libraries of the Swift runtime.
    case swiftRuntime = "swift-runtime"
    /// ldconfig will be run in a root: directories of its ld.so.conf count even where ld.so.cache does not list them.
    case ldconfig
}

/// A finding that is known and forgiven for a time.
public struct Waiver: Sendable, Equatable {
    /// Which objects; nil for all.
    public var path: Glob?
    /// Ids of targets; empty for all.
    public var targets: Set<String>
    /// Which rule; nil for all.
    public var rule: Rule?
    /// Which library; nil for all.
    public var library: String?
    /// Which node; nil for all.
    public var node: String?
    /// Why.
    public var reason: String
    /// The last day on which it counts; nil for no end.
    public var expires: Day?

    /// Whether it speaks of `reason` of the object at `path` on `target`.
    func covers(_ reason: Reason, path: String, target: String?) -> Bool {
        (targets.isEmpty || target.map(targets.contains) ?? false)
            && rule.map { $0 == reason.rule } ?? true
            && library.map { $0 == reason.library } ?? true
            && node.map { $0 == reason.node } ?? true
            && self.path.map { $0.matches(path) || $0.matchesDirectory(above: path) } ?? true
    }

    /// Whether it has run out before `day`.
    public func isExpired(on day: Day) -> Bool { expires.map { $0 < day } ?? false }
}

/// Everything that a check is measured by.
public struct Policy: Sendable {
    /// The least finding that fails.
    public var failOn: FailOn = .error
    /// What an unknown does.
    public var onUnknown: OnUnknown = .fail
    /// Waivers in the order of the configuration.
    public var waivers: [Waiver] = []
    /// Findings that were known before; nil where none are forgiven for that.
    public var baseline: Baseline?
    /// Everything found counts as known, because a baseline is being written.
    public var takesAllAsKnown = false
    /// Assumptions.
    public var assumptions: Set<Assumption> = []
    /// The day of the check, for waivers.
    public var today: Day

    /// The default policy on `today`.
    public init(today: Day) { self.today = today }

    /// Whether anything could be forgiven.
    var forgives: Bool { !waivers.isEmpty || baseline != nil || takesAllAsKnown }

    /// Why `reason` does not count; nil where it does. A waiver comes first: it has a reason and an end.
    func suppression(of reason: Reason, path: String, target: String?) -> Suppression? {
        let number = waivers.firstIndex { !$0.isExpired(on: today) && $0.covers(reason, path: path, target: target) }
        if let number { return .waiver(number) }
        return takesAllAsKnown || baseline?.covers(reason, path: path, target: target) == true ? .baseline : nil
    }
}
