// Words of a report that are no rules, and that people ask about all the same: version nodes.

import PreflightLoader

extension RuleText {
    /// The text for a rule, or for a node of glibc that a report names: a marker's own, that of the rule for `GLIBC_PRIVATE` and
    /// `GLIBC_2.38`.
    ///
    /// - Returns: nil for any other word.
    public static func explaining(_ word: String) -> RuleText? {
        if let text = of(word) ?? marker(word) { return text }
        if word == "GLIBC_PRIVATE" { return of(.privateNode) }
        return NumericNode(word) == nil ? nil : of(.nodeMissing)
    }

    /// All words that ``explaining(_:)`` knows, but for those with a number.
    public static var words: [String] { all.map(\.id) + Markers.meaning.keys.sorted() + ["GLIBC_PRIVATE"] }

    private static func marker(_ name: String) -> RuleText? {
        guard let meaning = Markers.meaning[name] else { return nil }
        let rule = of(.markerMissing)
        return RuleText(
            marker: name, rule,
            meaning: "A marker node of libc.so.6, which no symbol has: \(meaning).",
            remedy: Markers.remedy[name].map { "To do without it, \($0)." } ?? rule.remedy
        )
    }
}
