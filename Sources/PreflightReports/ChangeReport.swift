// `preflight diff`: what lies between two reports, for the terminal, for a pull request, and as JSON.

public import PreflightCore
import PreflightELF
import PreflightLoader

/// Writes what changed.
public struct ChangeReport {
    private let sink: Sink
    private let difference: ReportDifference

    /// A report on `sink`.
    public init(_ sink: Sink, _ difference: ReportDifference) {
        self.sink = sink
        self.difference = difference
    }

    private func line(_ text: String = "") { sink.write(text + "\n") }

    // MARK: Words

    private var opening: String {
        let worse = difference.isWorse ? "Worse" : difference.isEmpty ? "No change" : "Not worse"
        let state =
            switch (difference.isShippable.old, difference.isShippable.new) {
            case (true?, true?): "shippable before and after"
            case (true?, _): "shippable before, not any more"
            case (_, true?): "shippable now"
            default: "not shippable, before and after"
            }
        return "\(worse): \(state)."
    }

    /// Sentences that are about no object alone.
    private var sentences: [String] {
        var sentences: [String] = []
        for (line, change) in difference.lowest {
            sentences.append("Lowest release of \(shown(line)): \(shown(change.old ?? "none")) → \(shown(change.new ?? "none")).")
        }
        if !difference.targets.new.isEmpty {
            sentences.append("Targets of the second report alone: \(shortened(difference.targets.new.map(shown), 12)).")
        }
        if !difference.targets.old.isEmpty {
            sentences.append("Targets of the first report alone: \(shortened(difference.targets.old.map(shown), 12)).")
        }
        for (word, objects) in [("New", difference.added), ("Gone", difference.removed)] where !objects.isEmpty {
            let failing = objects.filter { $0.verdicts.contains { $0.verdict.isFailure } }.count
            let names = shortened(objects.map { shown($0.path) }, 8)
            sentences.append("\(word): \(counted(objects.count, "object")) (\(names)), \(failing) of them failing.")
        }
        return sentences
    }

    private static let effects = FindingWords([])

    private func floors(_ object: ReportDifference.ObjectChange) -> [String] {
        object.floors.map { "\(shown($0.series)) \(shown($0.change.old ?? "none")) → \(shown($0.change.new ?? "none"))" }
    }

    /// Verdicts that changed alike, together.
    private func verdicts(_ object: ReportDifference.ObjectChange) -> [String] {
        var order: [String] = []
        var targets: [String: [String]] = [:]
        for (target, change) in object.verdicts {
            func word(_ verdict: Verdict?) -> String { verdict.map(Self.effects.effect) ?? "not judged" }
            let text = "\(word(change.old)) → \(word(change.new))"
            if targets[text] == nil { order.append(text) }
            targets[text, default: []].append(shown(target))
        }
        return order.map { "\($0) on \(shortened(targets[$0] ?? [], 12))" }
    }

    private func findings(_ findings: [(reason: Reason, targets: [String])]) -> [String] {
        findings.map { entry in
            let reason = entry.reason
            let what = [reason.node, reason.library].compactMap { $0 }.map(shown).joined(separator: " of ")
            return
                "\(what.isEmpty ? shown(reason.message) : what) (\(reason.rule.rawValue), on \(shortened(entry.targets.map(shown), 8)))"
        }
    }

    // MARK: Formats

    /// For the terminal.
    public func text(_ style: Style) {
        let word = opening
        line(style.strong(difference.isWorse ? style.bad(word) : style.good(word)))
        for sentence in sentences { line(style.wrapped(sentence)) }
        for object in difference.objects {
            line()
            line(style.strong(shown(object.path)))
            for text in floors(object) { line("  floor: \(text)") }
            for text in verdicts(object) { line(style.wrapped("  \(text)", indent: "    ")) }
            for text in findings(object.new) { line(style.wrapped("  \(style.bad("new:")) \(text)", indent: "    ")) }
            for text in findings(object.mended) { line(style.wrapped("  \(style.good("mended:")) \(text)", indent: "    ")) }
        }
    }

    /// For a comment on a pull request: a table of the objects, the findings folded away.
    public func markdown() {
        line("### \(difference.isWorse ? "❌" : "✅") preflight: \(Escape.markdown(opening))")
        line()
        for sentence in sentences { line("- \(Escape.markdown(sentence))") }
        guard !difference.objects.isEmpty else { return }
        if !sentences.isEmpty { line() }
        line("| object | floor | verdicts |")
        line("| :-- | :-- | :-- |")
        for object in difference.objects.prefix(Self.mostRows) {
            let cells = [floors(object), verdicts(object)].map { $0.map(Escape.markdown).joined(separator: "<br>") }
            line("| \(Escape.markdownCode(shown(object.path))) | \(cells[0]) | \(cells[1]) |")
        }
        if difference.objects.count > Self.mostRows {
            line("| and \(counted(difference.objects.count - Self.mostRows, "more object")) | | |")
        }
        line()
        line("<details><summary>Findings</summary>")
        line()
        for object in difference.objects.prefix(Self.mostRows) {
            for text in findings(object.new) {
                line("- **new** in \(Escape.markdownCode(shown(object.path))): \(Escape.markdown(text))")
            }
            for text in findings(object.mended) {
                line("- mended in \(Escape.markdownCode(shown(object.path))): \(Escape.markdown(text))")
            }
        }
        line()
        line("</details>")
    }

    /// Comments may have 65,536 characters.
    private static let mostRows = 100

    /// Everything; diff.schema.json describes it.
    public func json() {
        var writer = JSONWriter(sink)
        writer.object { members in
            members.head()
            members.key("worse")
            members.bool(difference.isWorse)
            members.key("shippable")
            members.object { members in
                members.key("old")
                members.bool(difference.isShippable.old ?? false)
                members.key("new")
                members.bool(difference.isShippable.new ?? false)
            }
            members.key("targets")
            members.object { members in
                members.key("oldOnly")
                members.strings(difference.targets.old)
                members.key("newOnly")
                members.strings(difference.targets.new)
            }
            members.changes("lowest", difference.lowest.map { ($0.line, $0.change.old, $0.change.new) }, name: "line")
            members.key("added")
            members.strings(difference.added.map(\.path))
            members.key("removed")
            members.strings(difference.removed.map(\.path))
            members.key("objects")
            members.array { list in
                for object in difference.objects {
                    list.object { members in
                        members.key("path")
                        members.string(object.path)
                        members.changes("floors", object.floors.map { ($0.series, $0.change.old, $0.change.new) }, name: "series")
                        members.changes(
                            "verdicts", object.verdicts.map { ($0.target, $0.change.old?.rawValue, $0.change.new?.rawValue) },
                            name: "target")
                        members.findings("new", object.new)
                        members.findings("mended", object.mended)
                    }
                }
            }
        }
        sink.write("\n")
    }
}

extension JSONWriter {
    fileprivate mutating func changes(_ key: StaticString, _ changes: [(String, String?, String?)], name: StaticString) {
        self.key(key)
        array { list in
            for change in changes {
                list.object { members in
                    members.key(name)
                    members.string(change.0)
                    members.key("old")
                    members.string(change.1)
                    members.key("new")
                    members.string(change.2)
                }
            }
        }
    }

    fileprivate mutating func findings(_ key: StaticString, _ findings: [(reason: Reason, targets: [String])]) {
        self.key(key)
        array { list in
            for finding in findings {
                list.object { members in
                    members.members(of: finding.reason)
                    members.key("targets")
                    members.strings(finding.targets)
                }
            }
        }
    }
}
