// `targets diff`: as text and as JSON.

public import PreflightCore
import PreflightELF

/// Writes a difference for people.
public struct DifferenceText {
    private let sink: Sink
    private let style: Style

    /// A difference on `sink`.
    public init(_ sink: Sink, _ style: Style) {
        self.sink = sink
        self.style = style
    }

    private func line(_ text: String) { sink.write(text + "\n") }
    private func list(_ names: [String]) -> String { names.map(RawText.visible).joined(separator: " ") }

    /// Writes `difference`.
    public func write(_ difference: TargetDifference, from: String, to: String) {
        line(
            style.strong("From \(RawText.visible(from)) to \(RawText.visible(to))")
                + (difference.takesAway ? "" : ": nothing is taken away"))
        if let kernel = difference.kernel { line("  kernel \(kernel.from) -> \(kernel.to)") }
        if difference.isPartial {
            line("  A release of the matrix is one side: only libraries that were read for both are compared.")
        }
        for name in difference.lostArchitectures { line(style.bad("  - everything for \(RawText.visible(name))")) }
        for name in difference.newArchitectures { line(style.good("  + everything for \(RawText.visible(name))")) }
        for part in difference.architectures {
            line(RawText.visible(part.name) + (part.libC.map { ": \($0.from) -> \($0.to)" } ?? ""))
            for name in part.lost { line(style.bad("  - \(RawText.visible(name))")) }
            for name in part.new { line(style.good("  + \(RawText.visible(name))")) }
            for change in part.changes {
                line("  \(RawText.visible(change.library))")
                if !change.lostNodes.isEmpty {
                    line(style.bad(style.wrapped("    - \(list(change.lostNodes))", indent: "      ")))
                }
                if let lost = change.lostSymbols, lost > 0 {
                    line(style.bad("    - \(counted(lost, "symbol")) of nodes that stay"))
                }
                if !change.newNodes.isEmpty {
                    line(style.good(style.wrapped("    + \(list(change.newNodes))", indent: "      ")))
                }
                if let new = change.newSymbols, new > 0 { line(style.good("    + \(counted(new, "symbol"))")) }
            }
            if part.lost.isEmpty, part.new.isEmpty, part.changes.isEmpty { line("  no difference") }
        }
        if difference.architectures.isEmpty { line("They have no architecture in common.") }
    }
}

/// Writes a difference as JSON.
public struct DifferenceJSON {
    private let sink: Sink

    /// JSON on `sink`.
    public init(_ sink: Sink) { self.sink = sink }

    /// Writes `difference`.
    public func write(_ difference: TargetDifference, from: String, to: String) {
        var json = JSONWriter(sink)
        json.begin("{")
        json.head()
        json.key("from")
        json.string(from)
        json.key("to")
        json.string(to)
        json.key("takesAway")
        json.bool(difference.takesAway)
        json.key("lostArchitectures")
        json.strings(difference.lostArchitectures)
        json.key("newArchitectures")
        json.strings(difference.newArchitectures)
        json.key("architectures")
        json.array { list in
            for part in difference.architectures {
                list.object {
                    $0.key("name")
                    $0.string(part.name)
                    $0.key("lost")
                    $0.strings(part.lost)
                    $0.key("new")
                    $0.strings(part.new)
                    $0.key("changes")
                    $0.array { changes in
                        for change in part.changes {
                            changes.object {
                                $0.key("library")
                                $0.string(change.library)
                                $0.key("lostNodes")
                                $0.strings(change.lostNodes)
                                $0.key("newNodes")
                                $0.strings(change.newNodes)
                                if let lost = change.lostSymbols {
                                    $0.key("lostSymbols")
                                    $0.number(lost)
                                }
                                if let new = change.newSymbols {
                                    $0.key("newSymbols")
                                    $0.number(new)
                                }
                            }
                        }
                    }
                }
            }
        }
        json.end("}")
        sink.write("\n")
    }
}
