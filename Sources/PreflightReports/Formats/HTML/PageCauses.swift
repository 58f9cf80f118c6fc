// The causes on a page: the same thing wrong with many objects is written once, and each object refers to it by number.

import PreflightCore
import PreflightELF
import PreflightLoader
import PreflightTargets

/// What a page says once of all objects that have it.
struct PageCause {
    /// The finding of the first object, without its symbols.
    var finding: Finding
    /// What is wrong, in words.
    var headline: String
    /// The targets that the first object was judged for.
    var judged: [Int]
    /// How many objects have it.
    var objects = 0
    /// The first of them, escaped.
    var names: [String] = []
    /// The first symbols behind it, of any object.
    var symbols: [String] = []
    /// There are more symbols than ``symbols``.
    var hasMoreSymbols = false

    private static let mostNames = 8
    private static let mostSymbols = 12

    mutating func count(_ path: String, _ finding: Finding) {
        objects += 1
        if names.count < Self.mostNames { names.append(path) }
        for symbol in finding.symbols where !symbols.contains(symbol) {
            guard symbols.count < Self.mostSymbols else {
                hasMoreSymbols = true
                break
            }
            symbols.append(symbol)
        }
    }
}

/// Numbers causes, and keeps those that the page lists in words.
struct PageCauses {
    /// What makes two findings the same cause.
    private struct Key: Hashable {
        var rule: Rule
        var verdict: Verdict
        var library: String?
        var node: String?
        var bearer: String?
        var message: String?
        var remedy: String?
        var remedyLines: [String]
        var targets: [Int]
        var evidence: [String]
        var set: Int
        var by: Suppression?
        var hasSymbols: Bool

        init(_ finding: Finding, _ set: Int) {
            let reason = finding.reason
            rule = reason.rule
            verdict = reason.verdict
            library = reason.library
            node = reason.node
            bearer = reason.bearer
            message = reason.node == nil ? reason.message : nil
            remedy = reason.remedy
            remedyLines = reason.remedyLines
            targets = finding.targets
            evidence = finding.evidence
            self.set = set
            by = finding.suppression
            hasSymbols = !finding.symbols.isEmpty
        }

        /// About what it holds, in bytes.
        var size: Int {
            let texts = [library, node, bearer, message, remedy].reduce(0) { $0 + ($1?.utf8.count ?? 0) }
            return texts + remedyLines.reduce(0) { $0 + $1.utf8.count } + targets.count * 8 + 200
        }
    }

    private var numbers: [Key: Int] = [:]
    private var count = 0
    private var room = 8 << 20
    /// The causes that are kept, by number: the first ones, for a page lists no thousands of them in words.
    private(set) var kept: [PageCause] = []
    private static let mostKept = 600

    /// How many causes there are beside those that are kept.
    var others: Int { count - kept.count }

    /// The number of the cause of `finding`, and whether it is new, so that it must be written.
    ///
    /// - Parameters:
    ///   - judged: the targets that the object was judged for.
    ///   - set: a number that is the same for the same `judged`.
    mutating func number(
        _ finding: Finding, judged: [Int], set: Int, path: String, _ words: FindingWords
    ) -> (number: Int, isNew: Bool) {
        let key = Key(finding, set)
        let known = numbers[key]
        let number = known ?? count
        if known == nil {
            count += 1
            room -= key.size
            // A hostile tree may have a cause of its own in each of a million files: those are written each time.
            if room > 0 { numbers[key] = number }
            if kept.count < Self.mostKept, kept.count == number {
                var first = finding
                first.symbols = []
                first.reason.symbols = []
                first.uses = []
                kept.append(PageCause(finding: first, headline: words.headline(finding, namesSymbols: false), judged: judged))
            }
        }
        if number < kept.count { kept[number].count(path, finding) }
        return (number, known == nil)
    }

    /// The numbers of what is kept: what certainly fails, and what stops most, first; what is forgiven last.
    var worstFirst: [Int] {
        kept.indices.sorted { left, right in
            let (one, other) = (kept[left], kept[right])
            if (one.finding.suppression == nil) != (other.finding.suppression == nil) { return one.finding.suppression == nil }
            if one.finding.reason.verdict != other.finding.reason.verdict {
                return one.finding.reason.verdict > other.finding.reason.verdict
            }
            let weight = (one.objects * one.finding.targets.count, other.objects * other.finding.targets.count)
            return weight.0 != weight.1 ? weight.0 > weight.1 : left < right
        }
    }
}
