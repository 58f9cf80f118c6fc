// A proposal as the text of a `.preflight.json`: what our own reader takes, with the sources as comments.

import PreflightELF
import PreflightInputs

extension Proposal {
    /// The whole file. Names from outside can break neither a string nor a comment.
    public var text: String {
        var blocks: [String] = []
        func block(_ key: String, _ lines: [String]) { blocks.append(lines.joined(separator: "\n")) }
        block("targets", list("targets", targets, indent: "  "))
        if targets.contains(where: { $0.value == "supported" }) {
            block(
                "asOf", [comment("what \"supported\" means: the same tomorrow as on this day", "  "), "  \"asOf\": \"\(today)\""])
        }
        block("products", list("products", products, indent: "  "))
        if !paths.isEmpty { block("paths", list("paths", paths, indent: "  ")) }
        if !assumptions.isEmpty { block("assume", list("assume", assumptions, indent: "  ")) }
        var tail = (remarks["host"] ?? []).map { comment($0, "  ") }
        if !profiles.isEmpty {
            var host = [
                comment("`preflight check` judges the machine that it runs on by this as well; --no-host leaves that out", "  "),
                "  \"host\": {",
            ]
            host += list("profiles", profiles, indent: "    ") + ["  }"]
            block("host", host)
        }
        if !tail.isEmpty { tail.insert("", at: 0) }
        return """
            // What preflight judges this package by. `preflight init` wrote it on \(today) from what lay here, and says at each value
            // where it came from. It is yours now: preflight never writes it again.
            {
            \(blocks.joined(separator: ",\n\n"))\(tail.isEmpty ? "" : "\n" + tail.joined(separator: "\n"))
            }

            """
    }

    private func list(_ key: String, _ entries: [Entry], indent: String) -> [String] {
        var lines = key == "profiles" ? [] : (remarks[key] ?? []).map { comment($0, indent) }
        lines.append("\(indent)\"\(key)\": [")
        for (number, entry) in entries.enumerated() {
            lines += entry.sources.map { comment($0, indent + "  ") }
            lines.append("\(indent)  \(JSONValue.quoted(entry.value))\(number + 1 < entries.count ? "," : "")")
        }
        return lines + ["\(indent)]"]
    }

    /// One line: what would end it is shown instead, and nobody reads more than this of a hostile name.
    private func comment(_ sentence: String, _ indent: String) -> String {
        let shown = RawText.visible(String(sentence.prefix(240)))
        return "\(indent)// \(shown)\(sentence.count > 240 ? "…" : "")"
    }
}
