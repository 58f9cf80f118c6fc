// `check --format text`: the decision first, then a table of objects and product lines, then why.

public import PreflightCore
import PreflightELF
import PreflightInputs
import PreflightLoader
public import PreflightTargets

/// The report for people. It keeps what fails and counts what does not.
public struct TextReport: Report {
    private let sink: Sink
    private let style: Style
    private let isQuiet: Bool
    private let complain: (String) -> Void
    private var rows: [Row] = []
    /// One copy of every text that many rows share: reasons and symbols are the same few thousand over and over.
    private var texts: [String: String] = [:]
    private var lists: [[Int]: [Int]] = [:]
    private var errors: [InputError] = []
    private let targets: [Target]
    private let numbers: [String: Int]

    /// One object that is not good everywhere, or several that are alike.
    private struct Row {
        var path: String
        /// Further objects with the same marks and causes.
        var others: [String] = []
        /// By target, nil where the target was left out.
        var marks: [Mark?]
        var causes: [CauseLines]
    }

    private static var mostRemedyLines: Int { 4 }
    private static var mostKeptSymbols: Int { 8 }

    /// The first symbols of a cause, and how many more there are as far as that is known.
    private func names(_ cause: CauseLines) -> String {
        let names = cause.symbols.map(brief)
        return cause.hasMoreSymbols ? names.prefix(8).joined(separator: ", ") + ", and more" : shortened(names, 8)
    }

    /// One reason, with all targets that have it.
    private struct CauseLines {
        var reason: Reason
        var symbols: [String]
        var targets: [Int]
        /// Where the knowledge of the targets comes from; they may differ.
        var evidence: [String]
        var isWaived: String?
        /// The number of the target that the remedy is for; a copy of the target in each cause would be most of all memory.
        var source: Int?
        /// Symbols were left out of ``symbols``.
        var hasMoreSymbols = false
        /// Who references the symbols, a line each.
        var blame: [String] = []
    }

    private func isOlder(_ target: Target, than other: Target?) -> Bool {
        guard let other else { return true }
        guard case .glibc(let version) = target.libC, case .glibc(let known) = other.libC else { return false }
        return version < known
    }

    /// A report on `sink`.
    ///
    /// - Parameter complain: takes the sentences about what could not be read.
    public init(
        _ sink: Sink, _ style: Style, isQuiet: Bool, targets: [Target], complain: @escaping (String) -> Void
    ) {
        self.sink = sink
        self.style = style
        self.isQuiet = isQuiet
        self.targets = targets
        numbers = Dictionary(uniqueKeysWithValues: targets.enumerated().map { ($1.id, $0) })
        self.complain = complain
    }

    /// Keeps what deserves a line.
    public mutating func add(_ outcome: CheckOutcome) {
        switch outcome {
        case .nothing, .passedOver: break
        case .failure(let error):
            complain("preflight: \(RawText.visible(error.path)): \(RawText.visible(error.message))")
        case .object(let report):
            guard !isQuiet else { return }
            if let row = row(report) { rows.append(shared(row)) }
        }
    }

    private func row(_ report: ObjectReport) -> Row? {
        var causes: [CauseLines] = []
        func add(_ reason: Reason, _ number: Int, waived: String?) {
            if let place = causes.firstIndex(where: {
                $0.reason.rule == reason.rule && $0.reason.bearer == reason.bearer && $0.reason.node == reason.node
                    && $0.reason.library == reason.library
                    && $0.isWaived == waived
                    && (reason.node != nil || $0.reason.message == reason.message)
            }) {
                // The remedy for the oldest of them is one for all.
                if let remedy = reason.remedy, isOlder(targets[number], than: causes[place].source.map { targets[$0] }) {
                    causes[place].reason.remedy = remedy
                    causes[place].reason.remedyLines = reason.remedyLines
                    causes[place].source = number
                }
                causes[place].targets.append(number)
                if let word = reason.evidence, !causes[place].evidence.contains(word) { causes[place].evidence.append(word) }
            } else {
                causes.append(
                    CauseLines(
                        reason: reason, symbols: symbols(behind: reason, in: report.object), targets: [number],
                        evidence: reason.evidence.map { [$0] } ?? [], isWaived: waived,
                        source: reason.remedy == nil ? nil : number, blame: blame(reason, report))
                )
            }
        }
        var marks: [Mark?] = Array(repeating: nil, count: targets.count)
        for verdict in report.verdicts {
            guard let number = numbers[verdict.target] else { continue }
            marks[number] = Mark(verdict.verdict)
            for reason in verdict.reasons { add(reason, number, waived: nil) }
            for entry in verdict.waived { add(entry.reason, number, waived: "waived") }
        }
        for remark in report.remarks {
            causes.append(CauseLines(reason: remark, symbols: [], targets: [], evidence: [], isWaived: nil))
        }
        guard !causes.isEmpty else { return nil }
        return Row(path: report.path, marks: marks, causes: causes)
    }

    private mutating func shared(_ row: Row) -> Row {
        func share(_ text: String) -> String {
            if let known = texts[text] { return known }
            if texts.count < 20_000 { texts[text] = text }
            return text
        }
        var row = row
        for number in row.causes.indices {
            // The lines of blame are made, and nothing else asks for these.
            row.causes[number].reason.symbols = []
            row.causes[number].reason.message = share(row.causes[number].reason.message)
            row.causes[number].reason.library = row.causes[number].reason.library.map(share)
            row.causes[number].reason.node = row.causes[number].reason.node.map(share)
            row.causes[number].reason.remedy = row.causes[number].reason.remedy.map(share)
            row.causes[number].reason.evidence = row.causes[number].reason.evidence.map(share)
            // Eight are shown; what is kept until the end for thousands of objects is bounded.
            if rows.count >= Self.mostSingle, row.causes[number].symbols.count > Self.mostKeptSymbols {
                row.causes[number].symbols.removeLast(row.causes[number].symbols.count - Self.mostKeptSymbols)
                row.causes[number].hasMoreSymbols = true
            }
            row.causes[number].symbols = row.causes[number].symbols.map(share)
            let list = row.causes[number].targets
            if let known = lists[list] {
                row.causes[number].targets = known
            } else if lists.count < 10_000 {
                lists[list] = list
            }
        }
        return row
    }

    private func symbols(behind reason: Reason, in object: Object) -> [String] {
        guard let node = reason.node, let library = reason.library, reason.bearer == nil else { return [] }
        // A library may stand in two records.
        let needs = object.needs.filter { $0.library == library }.flatMap(\.nodes).filter { $0.name == node }
        return needs.flatMap { object.symbols(ofVersion: $0.index) }.map { $0.binding == .weak ? "\($0.name) (weak)" : $0.name }
    }

    // MARK: Grouping

    /// With more objects than this, those that fare alike share a line and a paragraph; JSON has them one by one.
    private static let mostSingle = 40

    /// Rows with equal keys become one.
    private func merged(_ rows: [Row], by key: (Row) -> [String]) -> [Row] {
        guard rows.count > Self.mostSingle else { return rows }
        var groups: [Row] = []
        var places: [[String]: Int] = [:]
        for row in rows {
            let name = key(row)
            guard let place = places[name] else {
                places[name] = groups.count
                groups.append(row)
                continue
            }
            groups[place].others.append(row.path)
            for (number, cause) in row.causes.enumerated() where number < groups[place].causes.count {
                let known = Set(groups[place].causes[number].symbols)
                groups[place].causes[number].symbols += cause.symbols.filter { !known.contains($0) }
                if cause.hasMoreSymbols { groups[place].causes[number].hasMoreSymbols = true }
            }
        }
        return groups
    }

    private func marksKey(_ row: Row) -> [String] { row.marks.map { $0.map { "\($0)" } ?? "-" } }

    private func causesKey(_ row: Row) -> [String] {
        row.causes.map { cause in
            let reason = cause.reason
            let what = reason.node == nil ? reason.message : ""
            return
                "\(reason.rule.rawValue)|\(reason.library ?? "")|\(reason.node ?? "")|\(what)|\(cause.targets)|\(cause.isWaived ?? "")"
        }
    }

    // MARK: Writing

    /// Writes everything.
    public mutating func finish(_ summary: Summary) {
        decision(summary)
        let host = HostText(sink, style)
        if let report = summary.host { line("This machine: " + host.decision(report)) }
        guard !isQuiet else { return }
        table(summary)
        reasons(summary)
        footer(summary)
        if let report = summary.host, report.findings.contains(where: { $0.outcome != .pass }) {
            line()
            line(style.strong("This machine"))
            host.findings(report)
        }
    }

    private func line(_ text: String = "") { sink.write(text + "\n") }

    private func decision(_ summary: Summary) {
        let judged = summary.judgedTargets
        if summary.objects == 0 {
            let why =
                summary.unreadable > 0
                ? "\(counted(summary.unreadable, "file")) could not be read, and nothing else was named."
                : "there is no program or library among what was named."
            line(style.strong(style.doubtful("Nothing to judge:")) + " " + why)
            return
        }
        let good = judged.filter(\.isShippable).count
        let objects = counted(summary.objects, "object")
        if summary.isShippable {
            let place = judged.count == 1 ? judged[0].target.id : "all \(judged.count) targets"
            line(style.strong(style.good("Shippable")) + " to \(place): \(objects) judged, none fails.")
        } else {
            let doubtful = judged.allSatisfy { $0.verdicts.allSatisfy { !$0.isFailure } }
            var words = doubtful ? style.doubtful("Not known to be shippable") : style.bad("Not shippable")
            words = style.strong(words) + (judged.count == 1 ? " to \(judged[0].target.id): " : " to all targets: ")
            if judged.isEmpty {
                words += "\(objects), and no target applies."
            } else {
                words += judged.count == 1 ? objects : "\(objects), \(good) of \(judged.count) targets good"
                if summary.failing > 0 { words += ", \(counted(summary.failing, "object")) failing" }
                let unknown = judged.filter { $0.verdicts.contains(.unknown) }.count
                if unknown > 0 { words += ", \(counted(unknown, "target")) not decided" }
                if summary.unreadable > 0 { words += ", \(counted(summary.unreadable, "file")) not readable" }
                words += "."
            }
            line(words)
        }
        guard !judged.isEmpty else { return }
        // A root has no other releases that could be lower.
        let lines = summary.lowest.filter { !summary.roots.contains($0.line) }
        let lowest = lines.compactMap { $0.target }
        let nowhere = lines.filter { $0.target == nil }.map(\.line)
        if !lowest.isEmpty {
            line(wrapped("Lowest releases: " + lowest.map(\.id).joined(separator: ", ") + "."))
        }
        if !nowhere.isEmpty { line(wrapped("No release of: " + nowhere.joined(separator: ", ") + ".")) }
        if summary.startingNowhere > 0, summary.startingNowhere < summary.objects {
            let names = summary.nowhereNames.map(RawText.visible)
            let more = summary.startingNowhere - min(names.count, 4)
            let list = names.prefix(4).joined(separator: ", ") + (more > 0 ? ", and \(more) more" : "")
            line(wrapped("Start on no target: \(list)."))
            let rest = summary.lowestForTheRest.compactMap { $0.target?.id }
            if !rest.isEmpty { line(wrapped("Lowest releases for the rest: " + rest.joined(separator: ", ") + ".")) }
        }
        if summary.unjudged > 0 {
            let names = shortened(summary.unjudgedNames.map(RawText.visible), 4)
            line(wrapped("No target applies to \(counted(summary.unjudged, "object")): \(names). Name targets for them."))
        }
        if let (cause, gains) = summary.bestChange {
            let subject =
                cause.node.isEmpty
                ? (cause.library.isEmpty ? Self.subject(cause.rule) : cause.library) : "\(cause.node) from \(cause.library)"
            let names = gains.map(\.id)
            line(
                wrapped(
                    "One change gains \(counted(gains.count, "more target")): do without \(RawText.visible(subject)) ("
                        + shortened(names, 12) + ")."
                )
            )
        } else if !summary.isShippable, judged.contains(where: { !$0.causes.isEmpty }) {
            line("No single change gains a target; see the reasons below.")
        }
        for sentence in summary.buildAdvice?.sentences ?? [] { line(wrapped(sentence)) }
    }

    private func wrapped(_ text: String, indent: String = "  ") -> String { style.wrapped(text, indent: indent) }

    /// What to do without, where a rule has neither node nor library.
    private static func subject(_ rule: Rule) -> String {
        switch rule {
        case .relativeRelocations: "DT_RELR relocations (-Wl,-z,nopack-relative-relocs)"
        case .interpreter: "that interpreter"
        case .otherLibC: "that C library"
        case .kernelTooOld: "the newer kernel"
        case .cpuLevel: "the higher CPU level"
        case .noVersionSymbols, .headerRefused: "what the loader refuses"
        default: rule.rawValue
        }
    }

    // MARK: The table

    private func table(_ summary: Summary) {
        let lines = summary.byLine
        guard !lines.isEmpty else { return }
        // Lines that are good for everything need no column.
        let interesting = lines.filter { line in line.members.contains { !$0.isShippable } }
        let plain = lines.filter { line in line.members.allSatisfy(\.isShippable) }
        if !plain.isEmpty, !interesting.isEmpty {
            line()
            line(wrapped("All objects start on every chosen release of: " + plain.map(\.line).joined(separator: ", ") + "."))
        }
        guard !interesting.isEmpty else { return }
        let single = rows.filter { row in row.marks.contains { $0 == .bad || $0 == .unknown } }
        let bad = merged(single, by: marksKey)
        var cells: [[(text: String, mark: Mark)]] = []
        for row in bad {
            cells.append(
                interesting.map { line in
                    let members = line.members.compactMap { member -> (target: Target, mark: Mark)? in
                        guard let number = numbers[member.target.id], let mark = row.marks[number] else { return nil }
                        return (member.target, mark)
                    }
                    return members.isEmpty ? ("-", .good) : cell(members)
                }
            )
        }
        let others = summary.objects - single.count
        let names = bad.map(label) + (others > 0 ? ["\(counted(others, "other object"))"] : [])
        if others > 0 { cells.append(interesting.map { _ in ("all", .good) }) }
        let nameWidth = min(max(6, names.map(\.unicodeScalars.count).max() ?? 6), max(24, style.width / 3))
        let widths = interesting.indices.map { column in
            max(interesting[column].line.count, cells.map { $0[column].text.count }.max() ?? 0)
        }
        var start = 0
        while start < interesting.count {
            var end = start
            var used = nameWidth
            while end < interesting.count, end == start || used + 2 + widths[end] <= style.width {
                used += 2 + widths[end]
                end += 1
            }
            line()
            line(
                style.strong(
                    padded("object", nameWidth) + (start..<end).map { "  " + padded(interesting[$0].line, widths[$0]) }.joined()
                )
            )
            for (row, name) in names.enumerated() {
                var text = padded(clipped(name, nameWidth), nameWidth)
                for column in start..<end {
                    let cell = cells[row][column]
                    text += "  " + paint(padded(cell.text, widths[column]), cell.mark)
                }
                line(trimmed(text))
            }
            start = end
        }
    }

    private func label(_ row: Row) -> String {
        let more = row.others.isEmpty ? "" : " and \(counted(row.others.count, "other"))"
        return RawText.visible(row.path) + more
    }

    private func trimmed(_ text: String) -> String {
        var text = text
        while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
        return text
    }

    /// The end of a path says more than its start.
    private func clipped(_ name: String, _ width: Int) -> String {
        let count = name.unicodeScalars.count
        return count <= width ? name : "…" + String(String.UnicodeScalarView(name.unicodeScalars.suffix(width - 1)))
    }

    private func paint(_ text: String, _ mark: Mark) -> String {
        switch mark {
        case .good: style.good(text)
        case .bad: style.bad(text)
        case .unknown: style.doubtful(text)
        }
    }

    // MARK: Reasons

    private func reasons(_ summary: Summary) {
        for row in merged(rows, by: causesKey) {
            line()
            if row.others.isEmpty {
                line(style.strong(RawText.visible(row.path)))
            } else {
                let names = ([row.path] + row.others).map(RawText.visible)
                line(wrapped(style.strong(counted(names.count, "object") + ":") + " " + shortened(names, 8)))
            }
            for cause in row.causes.sorted(by: isWorse) { write(cause, row) }
        }
    }

    /// What certainly stops it, and on most targets, comes first.
    private func isWorse(_ left: CauseLines, _ right: CauseLines) -> Bool {
        if left.reason.verdict != right.reason.verdict { return left.reason.verdict > right.reason.verdict }
        return left.targets.count > right.targets.count
    }

    private func write(_ cause: CauseLines, _ row: Row) {
        let reason = cause.reason
        var head: String
        if let node = reason.node, let library = reason.library, reason.rule == .nodeMissing || reason.rule == .markerMissing {
            head = "\(node) of \(library)"
            if let bearer = reason.bearer {
                head += " because of \(bearer), which lies beside it"
            } else if !cause.symbols.isEmpty {
                head += " because of " + names(cause)
            } else if let meaning = Markers.meaning[node] {
                head += ": \(meaning)"
            } else {
                head += " (no symbol uses it; the loader demands it all the same)"
            }
        } else {
            head = reason.message
            if !cause.symbols.isEmpty { head += " (" + names(cause) + ")" }
        }
        let label = cause.isWaived.map { style.faint($0) } ?? paint(word(reason.verdict), Mark(reason.verdict))
        line(wrapped("  \(label): \(RawText.visible(head))", indent: "    "))
        if !cause.targets.isEmpty {
            let judged = row.marks.indices.filter { row.marks[$0] != nil }.map { targets[$0] }
            let missing = Set(cause.targets.map { targets[$0].id })
            line(wrapped("    on: " + releasesOrAll(missing, judged) + evidence(cause), indent: "        "))
            if reason.rule == .nodeMissing || reason.rule == .markerMissing {
                let have = Set(judged.map(\.id)).subtracting(missing)
                if let text = whereItIs(have, judged) { line(wrapped("    there: " + text, indent: "        ")) }
            }
        }
        for text in cause.blame { line(wrapped("    from: " + RawText.visible(text), indent: "        ")) }
        if let remedy = reason.remedy { line(wrapped("    remedy: " + RawText.visible(remedy), indent: "        ")) }
        for text in reason.remedyLines.prefix(Self.mostRemedyLines) { line("        " + RawText.visible(text)) }
        if reason.remedyLines.count > Self.mostRemedyLines {
            line("        and \(counted(reason.remedyLines.count - Self.mostRemedyLines, "more line")); --format json has them")
        }
    }

    /// Who references the symbols behind `reason`, in the build at hand.
    private func blame(_ reason: Reason, _ report: ObjectReport) -> [String] {
        if report.blame.isEmpty || reason.bearer != nil { return [] }
        return BlameLines.lines(report.blame, symbols: Set(symbols(behind: reason, in: report.object) + reason.symbols))
    }

    private func word(_ verdict: Verdict) -> String {
        switch verdict {
        case .failsAtLoad: "does not start"
        case .failsOnCall: "dies when called"
        case .degrades: "degrades"
        case .warns: "warning"
        case .unknown: "not decided"
        case .runs: "fine"
        }
    }

    private func releasesOrAll(_ some: Set<String>, _ all: [Target]) -> String {
        some.count == all.count && all.count > 1 ? "all \(all.count) targets" : shortened(all.map(\.id).filter(some.contains), 24)
    }

    private func evidence(_ cause: CauseLines) -> String {
        cause.evidence.isEmpty ? "" : " (evidence: \(cause.evidence.joined(separator: ", ")))"
    }

    /// Where something is, line by line; lines that have it throughout are named together.
    private func whereItIs(_ have: Set<String>, _ all: [Target]) -> String? {
        guard !have.isEmpty else { return nil }
        let lines = Dictionary(grouping: all, by: \.line)
        let split = all.filter { target in lines[target.line]?.contains { !have.contains($0.id) } == true }
        let some = releases(have, of: split)
        let whole = Set(all.map(\.line)).subtracting(split.map(\.line)).count
        let rest = whole > 0 ? "all chosen releases of \(counted(whole, "other line"))" : ""
        return some.isEmpty ? rest : rest.isEmpty ? some : "\(some), and \(rest)"
    }

    // MARK: The end

    private func footer(_ summary: Summary) {
        var notes: [String] = []
        if !summary.alsoNeeds.isEmpty {
            let names = summary.alsoNeeds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
            notes.append(
                (summary.roots.isEmpty ? "Also needs, not in the matrix: " : "Also needs, not judged: ")
                    + shortened(names.map(RawText.visible), 16) + ".")
        }
        for (packages, installer, targets) in packages(summary) {
            notes.append("Run images need: \(installer) \(packages.joined(separator: " ")) (\(shortened(targets, 6))).")
        }
        let groups = Dictionary(
            grouping: summary.leftOut.keys.filter { id in summary.targets.first { $0.target.id == id }?.judged == 0 }
        ) {
            summary.leftOut[$0] ?? ""
        }
        for why in groups.keys.sorted() {
            notes.append("Left out (\(why)): \(shortened((groups[why] ?? []).sorted(), 8)); name them to judge them.")
        }
        if !summary.bundled.isEmpty {
            notes.append("Found beside the objects: " + shortened(summary.bundled.sorted().map(RawText.visible), 12) + ".")
        }
        if summary.passedOver > 0 {
            notes.append("Passed over: \(counted(summary.passedOver, "ELF file")) that no loader starts (.o, debug information).")
        }
        for waiver in summary.expiredWaivers {
            notes.append(
                style.bad("Expired waiver") + " (\(waiver.expires?.description ?? "")): \(RawText.visible(waiver.reason))")
        }
        for waiver in summary.unusedWaivers { notes.append("Unused waiver: \(RawText.visible(waiver.reason))") }
        if !notes.isEmpty { line() }
        for note in notes { line(wrapped(note)) }
        line()
        let judged = summary.judgedTargets
        line(
            "\(counted(summary.objects, "object")), \(counted(judged.count, "target")) as of \(summary.selection.asOf): "
                + "\(grouped(summary.failing)) failing, \(grouped(summary.unknown)) not decided, "
                + "\(grouped(summary.warned)) with warnings, \(grouped(summary.waived)) waived, "
                + "\(grouped(summary.unreadable)) not readable"
        )
    }

    /// What to install, the same command for as many targets as take it.
    private func packages(_ summary: Summary) -> [(packages: [String], installer: String, targets: [String])] {
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
