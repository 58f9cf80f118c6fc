// What is kept of objects until the end, for the formats that show a table of all: what fails, with equal rows together.

import PreflightCore
import PreflightELF
import PreflightLoader
import PreflightTargets

/// One object that is not good everywhere, or several that are alike.
struct ObjectRow {
    var path: String
    /// Further objects with the same marks and findings.
    var others: [String] = []
    /// By target, nil where the target was left out.
    var marks: [Mark?]
    var findings: [Finding]

    /// The numbers of the targets it was judged for.
    var judged: [Int] { marks.indices.filter { marks[$0] != nil } }

    /// The places of findings: what certainly stops it, and on most targets, comes first.
    var worstFirst: [Int] {
        findings.indices.sorted {
            let (left, right) = (findings[$0], findings[$1])
            if left.reason.verdict != right.reason.verdict { return left.reason.verdict > right.reason.verdict }
            return (left.targets.count, $1) > (right.targets.count, $0)
        }
    }
}

/// Collects rows, with one copy of what many share: reasons and symbols are the same few thousand over and over.
struct ObjectRows {
    /// Numbers the targets.
    let maker: FindingMaker
    private(set) var rows: [ObjectRow] = []
    private var texts: [String: String] = [:]
    private var lists: [[Int]: [Int]] = [:]

    /// With more objects than this, those that fare alike share a line and a paragraph; JSON has them one by one.
    private static let mostSingle = 40
    private static let mostKeptSymbols = 8

    init(_ targets: [Target]) { maker = FindingMaker(targets) }

    /// Keeps the object if anything is to be said of it.
    mutating func add(_ report: ObjectReport) {
        let findings = maker.findings(report)
        guard !findings.isEmpty else { return }
        var marks: [Mark?] = Array(repeating: nil, count: maker.targets.count)
        for verdict in report.verdicts {
            if let number = maker.number(verdict.target) { marks[number] = Mark(verdict.verdict) }
        }
        rows.append(ObjectRow(path: report.path, marks: marks, findings: findings.map { shared($0) }))
    }

    private mutating func share(_ text: String) -> String {
        if let known = texts[text] { return known }
        if texts.count < 20_000 { texts[text] = text }
        return text
    }

    private mutating func shared(_ finding: Finding) -> Finding {
        var finding = finding
        // The uses are made of them, and nothing else asks for these.
        finding.reason.symbols = []
        finding.reason.message = share(finding.reason.message)
        finding.reason.library = finding.reason.library.map { share($0) }
        finding.reason.node = finding.reason.node.map { share($0) }
        finding.reason.remedy = finding.reason.remedy.map { share($0) }
        finding.reason.evidence = finding.reason.evidence.map { share($0) }
        // Eight are shown; what is kept until the end for thousands of objects is bounded.
        if rows.count >= Self.mostSingle, finding.symbols.count > Self.mostKeptSymbols {
            finding.symbols.removeLast(finding.symbols.count - Self.mostKeptSymbols)
            finding.hasMoreSymbols = true
        }
        finding.symbols = finding.symbols.map { share($0) }
        let list = finding.targets
        if let known = lists[list] {
            finding.targets = known
        } else if lists.count < 10_000 {
            lists[list] = list
        }
        return finding
    }

    // MARK: Grouping

    /// Rows with the same findings together.
    var byFindings: [ObjectRow] {
        Self.merged(rows) { row in
            row.findings.map { finding in
                let reason = finding.reason
                let what = reason.node == nil ? reason.message : ""
                let by = finding.suppression.map { "\($0)" } ?? ""
                return "\(reason.rule.rawValue)|\(reason.library ?? "")|\(reason.node ?? "")|\(what)|\(finding.targets)|\(by)"
            }
        }
    }

    /// Rows that are not good everywhere, those with the same marks together.
    var byMarks: (rows: [ObjectRow], single: Int) {
        let single = rows.filter { row in row.marks.contains { $0 == .bad || $0 == .unknown } }
        return (Self.merged(single) { row in row.marks.map { $0.map { "\($0)" } ?? "-" } }, single.count)
    }

    /// Rows with equal keys become one.
    private static func merged(_ rows: [ObjectRow], by key: (ObjectRow) -> [String]) -> [ObjectRow] {
        guard rows.count > mostSingle else { return rows }
        var groups: [ObjectRow] = []
        var places: [[String]: Int] = [:]
        for row in rows {
            let name = key(row)
            guard let place = places[name] else {
                places[name] = groups.count
                groups.append(row)
                continue
            }
            groups[place].others.append(row.path)
            for (number, finding) in row.findings.enumerated() where number < groups[place].findings.count {
                let known = Set(groups[place].findings[number].symbols)
                groups[place].findings[number].symbols += finding.symbols.filter { !known.contains($0) }
                if finding.hasMoreSymbols { groups[place].findings[number].hasMoreSymbols = true }
            }
        }
        return groups
    }
}

/// Objects against product lines, in words.
struct OverviewTable {
    /// Lines on which all objects start on every chosen release.
    var plain: [String] = []
    /// The other lines: the columns.
    var columns: [String] = []
    /// A row for each object or group of alike ones; the name is escaped.
    var rows: [(name: String, cells: [(text: String, mark: Mark)])] = []

    init(_ rows: ObjectRows, _ summary: Summary) {
        let lines = summary.byLine
        // Lines that are good for everything need no column.
        let interesting = lines.filter { line in line.members.contains { !$0.isShippable } }
        plain = lines.filter { line in line.members.allSatisfy(\.isShippable) }.map(\.line)
        columns = interesting.map(\.line)
        guard !interesting.isEmpty else { return }
        let (bad, single) = rows.byMarks
        for row in bad {
            let cells = interesting.map { line in
                let members = line.members.compactMap { member -> (target: Target, mark: Mark)? in
                    guard let number = rows.maker.number(member.target.id), let mark = row.marks[number] else { return nil }
                    return (member.target, mark)
                }
                return members.isEmpty ? ("-", .good) : cell(members)
            }
            let more = row.others.isEmpty ? "" : " and \(counted(row.others.count, "other"))"
            self.rows.append((shown(row.path) + more, cells))
        }
        let others = summary.objects - single
        if others > 0 { self.rows.append((counted(others, "other object"), interesting.map { _ in ("all", .good) })) }
    }
}
