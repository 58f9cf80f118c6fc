// What the page's script must know beside the objects: the targets, the verdicts, the decision in a word.

import PreflightCore
import PreflightELF
import PreflightLoader
import PreflightTargets

extension JSONWriter {
    /// Writes the data of a page.
    mutating func page(_ summary: Summary, _ context: ReportContext) {
        let words = FindingWords(context.targets)
        object { page in
            page.key("word")
            page.string(Self.word(summary))
            page.key("version")
            page.string(context.version)
            page.key("verdicts")
            page.array { list in
                for verdict in Verdict.allCases.sorted(by: >) {
                    list.array { entry in
                        entry.string(String(UnicodeScalar(HTMLReport.letters[verdict] ?? UInt8(ascii: "u"))))
                        entry.string(verdict == .runs ? "runs" : words.effect(verdict))
                    }
                }
            }
            page.key("targets")
            page.array { list in for target in summary.targets { list.object { $0.members(of: target, summary) } } }
        }
    }

    /// The decision in a word; the machine's own where nothing else was asked.
    private static func word(_ summary: Summary) -> String {
        guard summary.isOfHostAlone, let host = summary.host else { return Decision(summary).word }
        return String(HostText.decision(host).prefix { $0 != ":" })
    }

    private mutating func members(of entry: TargetSummary, _ summary: Summary) {
        let target = entry.target
        let lists: [(String, String?)] = [
            ("id", shown(target.id)), ("line", shown(target.line)), ("release", shown(releaseName(target))),
            ("name", target.name.isEmpty ? nil : shown(target.name)),
            ("libc", summary.roots.contains(target.id) ? nil : target.libC.text),
            ("kernel", target.kernel.map { "\($0)" }), ("released", target.released?.description),
            ("eol", target.endOfLife?.description), ("extended", target.extendedEnd?.description), ("image", target.image),
            ("leftOut", entry.judged == 0 ? summary.leftOut[target.id].map(shown) : nil),
        ]
        for (name, value) in lists {
            guard let value else { continue }
            key(named: name)
            string(value)
        }
        key("judged")
        number(entry.judged)
        for (name, values) in [("notes", target.notes), ("packages", entry.packages.sorted())] where !values.isEmpty {
            key(named: name)
            strings(values.map(shown))
        }
    }
}
