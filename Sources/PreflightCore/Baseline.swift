// What was wrong when somebody decided to go on: findings of that day are known, only new ones count.

import PreflightELF
public import PreflightInputs
public import PreflightLoader

/// Why a finding does not count.
public enum Suppression: Sendable, Hashable {
    /// A waiver forgives it: its number in the policy.
    case waiver(Int)
    /// It stands in the baseline.
    case baseline
}

/// What makes a finding the same finding after the next build: never a count, an address or a build id. Names in it are escaped
/// (`RawText.visible`), so that a file holds them without loss.
public struct FindingKey: Hashable, Comparable, Sendable {
    /// The rule.
    public var rule: Rule
    /// The library, empty where the rule has none.
    public var library: String
    /// The node, empty where the rule has none.
    public var node: String
    /// The library beside the object that has the need; empty where it is the object itself.
    public var bearer: String
    /// What else tells two findings apart: the symbols, or the sentence where there is nothing but it.
    public var subject: String

    /// The key of `reason`.
    public init(_ reason: Reason) {
        rule = reason.rule
        library = RawText.visible(reason.library ?? "")
        node = RawText.visible(reason.node ?? "")
        bearer = RawText.visible(reason.bearer ?? "")
        let hasName = reason.library != nil || reason.node != nil
        // A missing node is one finding whatever uses it; symbols name the finding where nothing else does.
        let isNode = reason.node != nil && reason.rule != .symbolMissing
        subject = RawText.visible(
            isNode ? "" : !reason.symbols.isEmpty ? reason.symbols.joined(separator: " ") : hasName ? "" : reason.message)
    }

    init(rule: Rule, library: String, node: String, bearer: String, subject: String) {
        self.rule = rule
        self.library = library
        self.node = node
        self.bearer = bearer
        self.subject = subject
    }

    /// Orders as a person would look for it: by library, node, rule.
    public static func < (left: FindingKey, right: FindingKey) -> Bool {
        (left.library, left.node, left.rule.rawValue, left.bearer, left.subject)
            < (right.library, right.node, right.rule.rawValue, right.bearer, right.subject)
    }
}

/// Known findings, by object.
public struct Baseline: Sendable, Equatable {
    /// For each object (its path escaped) its findings, with the ids of the targets that have them; none for what is said of the
    /// object itself.
    public private(set) var findings: [String: [FindingKey: Set<String>]] = [:]

    /// A baseline without findings.
    public init() {}

    /// Takes a finding in.
    public mutating func add(_ key: FindingKey, path: String, target: String?) {
        findings[RawText.visible(path), default: [:]][key, default: []].formUnion(target.map { [$0] } ?? [])
    }

    /// Takes in everything that is said of an object, whatever forgives it now.
    public mutating func add(_ report: ObjectReport) {
        for verdict in report.verdicts {
            for reason in verdict.reasons + verdict.suppressed.map(\.reason) where Self.counts(reason) {
                add(FindingKey(reason), path: report.path, target: verdict.target)
            }
        }
        for remark in report.remarks + report.suppressedRemarks.map(\.reason) {
            add(FindingKey(remark), path: report.path, target: nil)
        }
    }

    /// A need that is met is no finding.
    private static func counts(_ reason: Reason) -> Bool { reason.verdict != .runs }

    /// Whether the finding was known.
    ///
    /// - Parameter target: the target that has it; nil for what is said of the object itself.
    public func covers(_ reason: Reason, path: String, target: String?) -> Bool {
        guard let targets = findings[RawText.visible(path)]?[FindingKey(reason)] else { return false }
        return target.map(targets.contains) ?? true
    }

    /// How many findings there are, one for each object, cause and target.
    public var count: Int { findings.values.reduce(0) { $0 + $1.values.reduce(0) { $0 + max(1, $1.count) } } }

    /// Known findings that the object at hand no longer has, on targets that it was judged for.
    func mended(by report: ObjectReport) -> [(key: FindingKey, targets: [String])] {
        guard let known = findings[RawText.visible(report.path)] else { return [] }
        var found: [FindingKey: Set<String>] = [:]
        for verdict in report.verdicts {
            for reason in verdict.reasons + verdict.suppressed.map(\.reason) {
                found[FindingKey(reason), default: []].insert(verdict.target)
            }
        }
        let remarks = Set((report.remarks + report.suppressedRemarks.map(\.reason)).map(FindingKey.init))
        let judged = Set(report.verdicts.map(\.target))
        return known.keys.sorted().compactMap { key in
            guard let targets = known[key] else { return nil }
            if targets.isEmpty { return remarks.contains(key) ? nil : (key, []) }
            let gone = targets.intersection(judged).subtracting(found[key] ?? [])
            return gone.isEmpty ? nil : (key, gone.sorted())
        }
    }
}

/// A finding of the baseline that is no more.
public struct MendedFinding: Sendable, Equatable {
    /// The object.
    public var path: String
    /// What it was.
    public var key: FindingKey
    /// The targets on which it is gone; empty for what was said of the object itself.
    public var targets: [String]
}

// MARK: The file

extension Baseline {
    /// What the first member of the file says.
    public static var version: Int { 1 }

    /// Reads the baseline in `path`.
    ///
    /// - Throws: `InputError` that names the file, the place in it and what was expected.
    public init(path: String) throws(InputError) {
        let bytes = try wholeFile(path, most: 256 << 20, what: "no baseline is")
        let document: JSONValue
        do throws(JSONSyntaxError) { document = try JSONValue.parse(bytes) } catch {
            throw InputError(path: path, message: "is no baseline: \(error)")
        }
        guard case .object(let members) = document, case .array(let objects)? = members["objects"],
            case .string("baseline")? = members["kind"]
        else {
            throw InputError(path: path, message: "is no baseline; `preflight check --write-baseline FILE` writes one")
        }
        guard members["schema"] == .number("\(Self.version)") else {
            throw InputError(
                path: path, message: "is a baseline of another version of preflight; write it anew with --write-baseline")
        }
        for (number, object) in objects.enumerated() {
            guard case .object(let members) = object, case .string(let name)? = members["path"],
                case .array(let list)? = members["findings"]
            else { throw InputError(path: path, message: "objects[\(number)]: an object with path and findings was expected") }
            for (place, entry) in list.enumerated() {
                guard let (key, targets) = Self.entry(entry) else {
                    throw InputError(
                        path: path,
                        message: "objects[\(number)].findings[\(place)]: a finding with a known rule and targets was expected")
                }
                findings[name, default: [:]][key] = targets
            }
        }
    }

    private static func entry(_ value: JSONValue) -> (FindingKey, Set<String>)? {
        guard case .object(let members) = value, case .string(let word)? = members["rule"], let rule = Rule(rawValue: word),
            case .array(let list)? = members["targets"]
        else { return nil }
        func text(_ name: String) -> String {
            if case .string(let text)? = members[name] { text } else { "" }
        }
        var targets: Set<String> = []
        for target in list {
            guard case .string(let id) = target else { return nil }
            targets.insert(id)
        }
        return (
            FindingKey(
                rule: rule, library: text("library"), node: text("node"), bearer: text("bearer"), subject: text("subject")),
            targets
        )
    }
}
