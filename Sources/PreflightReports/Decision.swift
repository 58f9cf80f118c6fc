// The decision that every report opens with: shippable or not, the lowest releases, the one change that gains most. Sentences; a
// format paints them.

public import PreflightCore
import PreflightELF
import PreflightLoader
import PreflightTargets

/// The decision in words.
public struct Decision {
    /// "Shippable", "Not shippable", "Not known to be shippable", "Nothing to judge", or what the machine's report says.
    public var word: String
    /// What it means.
    var mark: Mark
    /// The rest of the first sentence, with the blank or colon before it.
    public var rest: String
    /// What follows: the lowest releases, the best change, where to build, what the baseline says.
    public var sentences: [String] = []

    /// The decision of `summary`.
    public init(_ summary: Summary) {
        (word, mark, rest) = Self.opening(summary)
        guard summary.objects > 0, !summary.judgedTargets.isEmpty else {
            sentences = Self.aboutBaseline(summary)
            return
        }
        sentences =
            Self.lowest(summary) + Self.change(summary) + (summary.buildAdvice?.sentences ?? []) + Self.aboutBaseline(summary)
    }

    private static func opening(_ summary: Summary) -> (String, Mark, String) {
        let judged = summary.judgedTargets
        if summary.objects == 0 {
            let why =
                summary.unreadable > 0
                ? "\(counted(summary.unreadable, "file")) could not be read, and nothing else was named."
                : "there is no program or library among what was named."
            return ("Nothing to judge", .unknown, ": \(why)")
        }
        let objects = counted(summary.objects, "object")
        if summary.isShippable {
            let place = judged.count == 1 ? shown(judged[0].target.id) : "all \(judged.count) targets"
            let forgiven = summary.known + summary.waived
            let rest = forgiven > 0 ? "nothing fails beside what is known (\(counted(forgiven, "finding")))." : "none fails."
            return ("Shippable", .good, " to \(place): \(objects) judged, \(rest)")
        }
        let isDoubtful = judged.allSatisfy { $0.verdicts.allSatisfy { !$0.isFailure } }
        var words = judged.count == 1 ? " to \(shown(judged[0].target.id)): " : " to all targets: "
        if judged.isEmpty {
            words += "\(objects), and no target applies."
        } else {
            let good = judged.filter(\.isShippable).count
            words += judged.count == 1 ? objects : "\(objects), \(good) of \(judged.count) targets good"
            if summary.failing > 0 { words += ", \(counted(summary.failing, "object")) failing" }
            let unknown = judged.filter { $0.verdicts.contains(.unknown) }.count
            if unknown > 0 { words += ", \(counted(unknown, "target")) not decided" }
            if summary.unreadable > 0 { words += ", \(counted(summary.unreadable, "file")) not readable" }
            words += "."
        }
        return (isDoubtful ? "Not known to be shippable" : "Not shippable", isDoubtful ? .unknown : .bad, words)
    }

    private static func lowest(_ summary: Summary) -> [String] {
        var sentences: [String] = []
        // A root has no other releases that could be lower.
        let roots = summary.roots
        let lines = summary.lowest.filter { !roots.contains($0.line) }
        let lowest = lines.compactMap { $0.target }
        let nowhere = lines.filter { $0.target == nil }.map(\.line)
        // What is forgiven fails all the same.
        let apart = summary.known + summary.waived > 0 ? ", known findings apart" : ""
        if !lowest.isEmpty { sentences.append("Lowest releases\(apart): " + lowest.map(\.id).joined(separator: ", ") + ".") }
        if !nowhere.isEmpty { sentences.append("No release of: " + nowhere.joined(separator: ", ") + ".") }
        if summary.startingNowhere > 0, summary.startingNowhere < summary.objects {
            let names = summary.nowhereNames.map(shown)
            let more = summary.startingNowhere - min(names.count, 4)
            let list = names.prefix(4).joined(separator: ", ") + (more > 0 ? ", and \(more) more" : "")
            sentences.append("Start on no target: \(list).")
            let rest = summary.lowestForTheRest.compactMap { $0.target?.id }
            if !rest.isEmpty { sentences.append("Lowest releases for the rest: " + rest.joined(separator: ", ") + ".") }
        }
        if summary.unjudged > 0 {
            let names = shortened(summary.unjudgedNames.map(shown), 4)
            sentences.append("No target applies to \(counted(summary.unjudged, "object")): \(names). Name targets for them.")
        }
        return sentences
    }

    private static func change(_ summary: Summary) -> [String] {
        if let (cause, gains) = summary.bestChange {
            let subject =
                cause.node.isEmpty
                ? (cause.library.isEmpty ? subject(cause.rule) : cause.library) : "\(cause.node) from \(cause.library)"
            return [
                "One change gains \(counted(gains.count, "more target")): do without \(shown(subject)) ("
                    + shortened(gains.map(\.id), 12) + ")."
            ]
        }
        return !summary.isShippable && summary.judgedTargets.contains { !$0.causes.isEmpty }
            ? ["No single change gains a target; see the reasons below."] : []
    }

    /// What to do without, where a rule has neither node nor library.
    private static let subjects: [Rule: String] = [
        .relativeRelocations: "DT_RELR relocations (-Wl,-z,nopack-relative-relocs)",
        .interpreter: "that interpreter",
        .otherLibC: "that C library",
        .kernelTooOld: "the newer kernel",
        .cpuLevel: "the higher CPU level",
        .noVersionSymbols: "what the loader refuses",
        .headerRefused: "what the loader refuses",
    ]

    private static func subject(_ rule: Rule) -> String { subjects[rule] ?? rule.rawValue }

    private static func aboutBaseline(_ summary: Summary) -> [String] {
        guard summary.policy.baseline != nil else { return [] }
        var sentences = ["Baseline: \(counted(summary.known, "finding")) known\(summary.mendedCount > 0 ? "" : ", none mended")."]
        if summary.mendedCount > 0 {
            let names = summary.mended.map { shown($0.path) + ", " + mendedName($0) }
            sentences.append(
                "Mended since: \(counted(summary.mendedCount, "finding")) (\(shortened(names, 4))); write the baseline anew "
                    + "(--write-baseline) so that they stay away.")
        }
        if summary.unseenOfBaseline > 0 {
            sentences.append("Not looked at: \(counted(summary.unseenOfBaseline, "object")) of the baseline.")
        }
        return sentences
    }

    /// A mended finding in a few words; its parts are escaped.
    static func mendedName(_ finding: MendedFinding) -> String {
        let key = finding.key
        let parts = [key.node, key.library].filter { !$0.isEmpty }
        return parts.isEmpty ? key.rule.rawValue : parts.joined(separator: " of ")
    }
}
