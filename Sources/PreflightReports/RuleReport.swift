// `preflight explain`: rules in words, for the terminal, as JSON and as Markdown.

public import PreflightCore

/// Writes texts of rules.
public struct RuleReport {
    private let sink: Sink

    /// A report on `sink`.
    public init(_ sink: Sink) { self.sink = sink }

    private static let parts: [(title: String, text: any KeyPath<RuleText, String> & Sendable)] = [
        ("What it means", \.meaning), ("What comes of it", \.consequence), ("What to do", \.remedy),
    ]
    /// Wider lines of prose are hard to read.
    private static let widest = 100

    // MARK: Text

    /// The names with their titles, by group.
    public func list(_ style: Style) {
        let width = RuleText.all.map(\.id.utf8.count).max() ?? 0
        for (number, group) in RuleText.Group.allCases.enumerated() {
            sink.write((number == 0 ? "" : "\n") + style.strong(group.title) + "\n")
            for text in RuleText.all where text.group == group { sink.write("  \(padded(text.id, width))  \(text.title)\n") }
        }
        sink.write("\nA rule in words: preflight explain RULE; all of them: preflight explain --all.\n")
    }

    /// Whole texts.
    public func text(_ texts: [RuleText], _ style: Style) {
        var narrow = style
        narrow.width = min(style.width, Self.widest)
        for (number, text) in texts.enumerated() {
            sink.write((number == 0 ? "" : "\n\n") + style.strong("\(text.id): \(text.title)") + "\n")
            for part in Self.parts {
                sink.write("\n" + style.faint(part.title) + "\n")
                prose(text[keyPath: part.text], narrow)
            }
            sink.write("\n" + style.faint("Sources") + "\n")
            for source in text.sources { sink.write("  \(source)\n") }
        }
    }

    /// Paragraphs are wrapped, commands stay as they are.
    private func prose(_ text: String, _ style: Style) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty {
                sink.write("\n")
            } else if line.hasPrefix("    ") {
                sink.write("  \(line)\n")
            } else {
                sink.write(style.wrapped("  " + line) + "\n")
            }
        }
    }

    // MARK: JSON

    /// Whole texts as one document; explain.schema.json describes it.
    public func json(_ texts: [RuleText]) {
        var writer = JSONWriter(sink)
        writer.object { members in
            members.head()
            members.key("rules")
            members.array { list in
                for text in texts {
                    list.object { members in
                        members.key("id")
                        members.string(text.id)
                        members.key("title")
                        members.string(text.title)
                        members.key("group")
                        members.string(text.group.rawValue)
                        members.key("groupTitle")
                        members.string(text.group.title)
                        members.key("meaning")
                        members.string(text.meaning)
                        members.key("consequence")
                        members.string(text.consequence)
                        members.key("remedy")
                        members.string(text.remedy)
                        members.key("sources")
                        members.strings(text.sources)
                    }
                }
            }
        }
        sink.write("\n")
    }

    // MARK: Markdown

    /// Whole texts, each below a heading of the second level that is its anchor.
    public func markdown(_ texts: [RuleText]) {
        for (number, text) in texts.enumerated() {
            sink.write((number == 0 ? "" : "\n") + "## \(text.id)\n\n\(text.title).\n")
            sink.write(Self.body(text))
        }
    }

    /// A whole text as Markdown, without its name and title.
    static func body(_ text: RuleText) -> String {
        let prose = parts.map { "\n### \($0.title)\n\n\(text[keyPath: $0.text])\n" }
        let sources = text.sources.map { isAddress($0) ? "- <\($0)>\n" : "- `\($0)`\n" }
        return prose.joined() + "\n### Sources\n\n" + sources.joined()
    }

    /// The page that shows ``markdown(_:)`` of all rules; an anchor for each.
    static func address(_ id: String) -> String {
        "https://github.com/swift-preflight/swift-preflight/blob/main/docs/rules.md#\(id)"
    }

    /// The names with their titles as a table.
    public func markdownList() {
        sink.write("| rule | about | what it says |\n|---|---|---|\n")
        for text in RuleText.all { sink.write("| `\(text.id)` | \(text.group.title) | \(text.title) |\n") }
    }

    /// What is no address is the name of a manual page.
    private static func isAddress(_ source: String) -> Bool { source.hasPrefix("https://") }
}
