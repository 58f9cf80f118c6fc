// What a report for people says at its end: what else is needed, what was left out, which waivers are of no use any more.

import PreflightCore
import PreflightELF
import PreflightLoader
import PreflightTargets

/// The closing notes of a check.
struct ClosingNotes {
    /// A sentence; its first words may be marked as good or bad. Names from files are escaped for a terminal.
    struct Note {
        var label = ""
        var mark = Mark.good
        var text: String
    }

    /// The notes in their order.
    private(set) var notes: [Note] = []

    init(_ summary: Summary) {
        if !summary.alsoNeeds.isEmpty {
            let names = summary.alsoNeeds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
            add(
                (summary.roots.isEmpty ? "Also needs, not in the matrix: " : "Also needs, not judged: ")
                    + shortened(names.map(RawText.visible), 16) + ".")
        }
        for (packages, installer, targets) in Self.packages(summary) {
            add("Run images need: \(installer) \(packages.joined(separator: " ")) (\(shortened(targets, 6))).")
        }
        let groups = Dictionary(
            grouping: summary.leftOut.keys.filter { id in summary.targets.first { $0.target.id == id }?.judged == 0 }
        ) {
            summary.leftOut[$0] ?? ""
        }
        for why in groups.keys.sorted() {
            add("Left out (\(why)): \(shortened((groups[why] ?? []).sorted(), 8)); name them to judge them.")
        }
        if !summary.bundled.isEmpty {
            add("Found beside the objects: " + shortened(summary.bundled.sorted().map(RawText.visible), 12) + ".")
        }
        if summary.passedOver > 0 {
            add("Passed over: \(counted(summary.passedOver, "ELF file")) that no loader starts (.o, debug information).")
        }
        for waiver in summary.expiredWaivers {
            notes.append(
                Note(
                    label: "Expired waiver", mark: .bad,
                    text: " (\(waiver.expires?.description ?? "")): \(RawText.visible(waiver.reason))"))
        }
        for waiver in summary.unusedWaivers { add("Unused waiver: \(RawText.visible(waiver.reason))") }
    }

    private mutating func add(_ text: String) { notes.append(Note(text: text)) }

    /// What to install, the same command for as many targets as take it.
    private static func packages(_ summary: Summary) -> [(packages: [String], installer: String, targets: [String])] {
        let commands = [
            "apt": "apt-get install", "dnf": "dnf install", "yum": "yum install", "zypper": "zypper install",
            "apk": "apk add", "pacman": "pacman -S",
        ]
        var found: [(packages: [String], installer: String, targets: [String])] = []
        for target in summary.judgedTargets where !target.packages.isEmpty {
            guard let installer = target.target.installer, let command = commands[installer] else { continue }
            let packages = target.packages.sorted()
            guard !packages.isEmpty, packages.count <= 24 else { continue }
            if let place = found.firstIndex(where: { $0.packages == packages && $0.installer == command }) {
                found[place].targets.append(target.target.id)
            } else {
                found.append((packages, command, [target.target.id]))
            }
        }
        return found
    }
}
