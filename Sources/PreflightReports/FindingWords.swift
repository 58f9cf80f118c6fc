// A finding in words, for every format that people read. Names from files come out escaped for a terminal; a format escapes the rest.

import PreflightCore
import PreflightELF
import PreflightLoader
import PreflightTargets

/// Puts findings into words.
struct FindingWords {
    private let targets: [Target]

    init(_ targets: [Target]) { self.targets = targets }

    /// What is wrong, without object and target: "GLIBC_2.38 of libc.so.6 because of strlcpy".
    ///
    /// - Parameter namesSymbols: false where the symbols are shown apart: "GLIBC_2.38 of libc.so.6".
    func headline(_ finding: Finding, namesSymbols: Bool = true) -> String {
        let reason = finding.reason
        var head: String
        if let node = reason.node, let library = reason.library, reason.rule == .nodeMissing || reason.rule == .markerMissing {
            head = "\(node) of \(library)"
            if let bearer = reason.bearer {
                head += " because of \(bearer), which lies beside it"
            } else if !finding.symbols.isEmpty {
                if namesSymbols { head += " because of " + names(finding) }
            } else if let meaning = Markers.meaning[node] {
                head += ": \(meaning)"
            } else {
                head += " (no symbol uses it; the loader demands it all the same)"
            }
        } else {
            head = reason.message
            if namesSymbols, !finding.symbols.isEmpty { head += " (" + names(finding) + ")" }
        }
        return shown(head)
    }

    /// The first symbols of a finding, and how many more there are as far as that is known.
    private func names(_ finding: Finding) -> String {
        let names = finding.symbols.map(brief)
        return finding.hasMoreSymbols ? names.prefix(8).joined(separator: ", ") + ", and more" : shortened(names, 8)
    }

    /// What comes of it.
    func effect(_ verdict: Verdict) -> String {
        switch verdict {
        case .failsAtLoad: "does not start"
        case .failsOnCall: "dies when called"
        case .degrades: "degrades"
        case .warns: "warning"
        case .unknown: "not decided"
        case .runs: "fine"
        }
    }

    /// The targets of a finding, out of the judged ones.
    func places(_ finding: Finding, judged: [Int]) -> String {
        finding.targets.count == judged.count && judged.count > 1
            ? "all \(judged.count) targets" : shortened(finding.targets.sorted().map { shown(targets[$0].id) }, 24)
    }

    /// Where the missing thing is to be had, line by line; lines that have it throughout are named together. Nil where that says
    /// nothing.
    func elsewhere(_ finding: Finding, judged: [Int]) -> String? {
        guard finding.reason.rule == .nodeMissing || finding.reason.rule == .markerMissing else { return nil }
        let missing = Set(finding.targets)
        let have = Set(judged.filter { !missing.contains($0) }.map { targets[$0].id })
        guard !have.isEmpty else { return nil }
        let all = judged.map { targets[$0] }
        let lines = Dictionary(grouping: all, by: \.line)
        let split = all.filter { target in lines[target.line]?.contains { !have.contains($0.id) } == true }
        let some = shown(releases(have, of: split))
        let whole = Set(all.map(\.line)).subtracting(split.map(\.line)).count
        let rest = whole > 0 ? "all chosen releases of \(counted(whole, "other line"))" : ""
        return some.isEmpty ? rest : rest.isEmpty ? some : "\(some), and \(rest)"
    }

    /// Who references the symbols, a line each.
    func blame(_ finding: Finding) -> [String] {
        finding.uses.isEmpty ? [] : BlameLines.lines(finding.uses, symbols: Set(finding.uses.map(\.symbol))).map(shown)
    }

    /// The whole in one sentence: "does not start on debian-11: GLIBC_2.38 of libc.so.6 because of strlcpy".
    func sentence(_ finding: Finding, judged: [Int]) -> String {
        let place = finding.targets.isEmpty ? "" : " on \(places(finding, judged: judged))"
        return "\(effect(finding.reason.verdict))\(place): \(headline(finding))"
    }
}

/// Why a finding does not count, in words.
func words(_ suppression: Suppression, _ policy: Policy) -> String {
    switch suppression {
    case .baseline: return "in the baseline"
    case .waiver(let number):
        let waiver = policy.waivers[number]
        return "waived\(waiver.expires.map { " until \($0)" } ?? ""): \(shown(waiver.reason))"
    }
}

/// The longest text from a file that a report for people shows, in characters; a hostile file may hold names of many kilobytes.
private let longestShown = 2000

/// `text` from a file for a person's eyes: escaped, and not longer than anybody reads.
func shown(_ text: String) -> String {
    // Cut before it is escaped, so that no escape is cut; UTF-8 has at least as many bytes as characters.
    guard text.utf8.count > longestShown, text.unicodeScalars.count > longestShown else { return RawText.visible(text) }
    let half = longestShown / 2
    return RawText.visible(String(String.UnicodeScalarView(text.unicodeScalars.prefix(half)))) + "…"
        + RawText.visible(String(String.UnicodeScalarView(text.unicodeScalars.suffix(half))))
}
