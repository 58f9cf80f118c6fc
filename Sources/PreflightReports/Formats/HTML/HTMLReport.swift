// `check --format html`: one page that needs nothing but itself. Objects are written as they are judged, as data that the page's
// script makes the picture of; the decision and what fails in words follow at the end as plain HTML, which needs no script.

import PreflightCore
import PreflightELF
import PreflightInputs
import PreflightLoader
import PreflightTargets

/// The page of a check. The list `objects` in it holds, in this order of appearance:
/// `{"m": "xx.?"}` a pattern of marks, a letter (``letters``) a target, upper case where something is forgiven, `-` where it was left out;
/// `{"i": "program, x86_64"}` what an object is; `{"l": [[why, targets]]}` why targets were left out; `{"c": {…}}` a cause;
/// `{"e": [path, message]}` what could not be read; `[path, marks, [cause or [cause, symbols, blame]], what, why]` an object,
/// whose parts are numbers of what came before.
struct HTMLReport: Report {
    private let sink: Sink
    private let context: ReportContext
    private let maker: FindingMaker
    private let words: FindingWords
    private var list: JSONWriter
    private var causes = PageCauses()
    private var patterns: [[UInt8]: Int] = [:]
    /// For each pattern the number of its set of judged targets; there are few of those.
    private var setNumbers: [Int] = []
    private var judged: [[Int]] = []
    private var kinds: [String: Int] = [:]
    private var leftOut: [String: Int] = [:]
    private var unreadable: [InputError] = []

    /// The letter of each verdict.
    static let letters: [Verdict: UInt8] = [
        .runs: UInt8(ascii: "r"), .warns: UInt8(ascii: "w"), .degrades: UInt8(ascii: "d"), .failsOnCall: UInt8(ascii: "c"),
        .unknown: UInt8(ascii: "u"), .failsAtLoad: UInt8(ascii: "x"),
    ]
    private static let mostListed = 100
    private static let mostSymbols = 40

    init(_ sink: Sink, _ context: ReportContext) {
        self.sink = sink
        self.context = context
        maker = FindingMaker(context.targets)
        words = FindingWords(context.targets)
        list = JSONWriter(sink, isOneLine: true, isInMarkup: true)
        for part in PageFiles.parts.prefix(1) { sink.write(part) }
        list.begin("[")
    }

    mutating func add(_ outcome: CheckOutcome) {
        switch outcome {
        case .nothing, .passedOver: break
        case .failure(let error):
            if unreadable.count < Self.mostListed { unreadable.append(error) }
            object { members in
                members.key("e")
                members.strings([shown(error.path), shown(error.message)])
            }
        case .object(let report): add(report)
        }
    }

    mutating func finish(_ summary: Summary) {
        list.end("]")
        sink.write(PageFiles.parts[1])
        var data = JSONWriter(sink, isInMarkup: true)
        data.page(summary, context)
        sink.write(PageFiles.parts[2])
        PageSections(sink, context).write(summary, causes, unreadable)
        sink.write(PageFiles.parts[3])
    }

    /// Writes an entry of the list, on a line of its own.
    private mutating func object(_ body: (inout JSONWriter) -> Void) {
        list.object(body)
        sink.write("\n")
    }

    // MARK: One object

    private mutating func add(_ report: ObjectReport) {
        let (findings, words) = (maker.findings(report), words)
        let path = shown(report.path)
        let pattern = pattern(report)
        let kind = number(of: "\(report.object.kind.rawValue), \(report.object.machine.name)", in: \.kinds, key: "i")
        let why = report.leftOut.isEmpty ? nil : leftOut(report)
        let set = setNumbers[pattern]
        let places = judged[set]
        let numbers = findings.map { finding in
            let (number, isNew) = causes.number(finding, judged: places, set: set, path: path, words)
            if isNew { write(finding, judged: places) }
            return number
        }
        list.array { object in
            object.string(path)
            object.number(pattern)
            object.array { list in
                for (finding, number) in zip(findings, numbers) { list.entry(number, finding, words, Self.mostSymbols) }
            }
            object.number(kind)
            if let why { object.number(why) }
        }
        sink.write("\n")
    }

    /// The number of the object's marks.
    private mutating func pattern(_ report: ObjectReport) -> Int {
        var marks = [UInt8](repeating: UInt8(ascii: "-"), count: maker.targets.count)
        for verdict in report.verdicts {
            guard let number = maker.number(verdict.target) else { continue }
            let letter = Self.letters[verdict.verdict] ?? UInt8(ascii: "u")
            marks[number] = verdict.suppressed.isEmpty ? letter : letter & 0xDF
        }
        if let known = patterns[marks] { return known }
        let number = patterns.count
        patterns[marks] = number
        let places = marks.indices.filter { marks[$0] != UInt8(ascii: "-") }
        let set = judged.firstIndex(of: places) ?? judged.count
        if set == judged.count { judged.append(places) }
        setNumbers.append(set)
        object { members in
            members.key("m")
            members.string(String(decoding: marks, as: UTF8.self))
        }
        return number
    }

    private mutating func number(of text: String, in known: WritableKeyPath<HTMLReport, [String: Int]>, key: StaticString) -> Int
    {
        if let number = self[keyPath: known][text] { return number }
        let number = self[keyPath: known].count
        self[keyPath: known][text] = number
        object { members in
            members.key(key)
            members.string(text)
        }
        return number
    }

    /// The number of the targets that were left out and why; the same few sets over and over.
    private mutating func leftOut(_ report: ObjectReport) -> Int {
        var groups: [(why: String, targets: [Int])] = []
        for (target, why, _) in report.leftOut {
            guard let number = maker.number(target) else { continue }
            if let place = groups.firstIndex(where: { $0.why == why }) {
                groups[place].targets.append(number)
            } else {
                groups.append((why, [number]))
            }
        }
        let key = groups.map { "\($0.why)\($0.targets)" }.joined()
        if let known = leftOut[key] { return known }
        let number = leftOut.count
        leftOut[key] = number
        object { members in
            members.key("l")
            members.array { list in
                for group in groups {
                    list.array { pair in
                        pair.string(shown(group.why))
                        pair.array { list in for target in group.targets { list.number(target) } }
                    }
                }
            }
        }
        return number
    }

    private mutating func write(_ finding: Finding, judged: [Int]) {
        let (words, policy) = (words, context.policy)
        object { members in
            members.key("c")
            members.object { cause in
                cause.key("v")
                cause.string(String(UnicodeScalar(Self.letters[finding.reason.verdict] ?? UInt8(ascii: "u"))))
                cause.key("rule")
                cause.string(finding.reason.rule.rawValue)
                cause.key("head")
                cause.string(words.headline(finding, namesSymbols: false))
                cause.key("on")
                cause.array { list in for target in finding.targets.sorted() { list.number(target) } }
                for (name, value) in [
                    ("evidence", finding.evidence.isEmpty ? nil : finding.evidence.joined(separator: ", ")),
                    ("there", finding.targets.isEmpty ? nil : words.elsewhere(finding, judged: judged)),
                    ("remedy", finding.reason.remedy.map(shown)),
                    ("by", finding.suppression.map { PreflightReports.words($0, policy) }),
                ] {
                    guard let value else { continue }
                    cause.key(named: name)
                    cause.string(value)
                }
                guard !finding.reason.remedyLines.isEmpty else { return }
                cause.key("lines")
                cause.strings(finding.reason.remedyLines.map(shown))
            }
        }
    }
}

extension JSONWriter {
    /// Writes one finding of an object: the number of its cause, and what is the object's own.
    fileprivate mutating func entry(_ number: Int, _ finding: Finding, _ words: FindingWords, _ mostSymbols: Int) {
        let blame = words.blame(finding)
        guard !finding.symbols.isEmpty || !blame.isEmpty else { return self.number(number) }
        array { entry in
            entry.number(number)
            var symbols = finding.symbols.prefix(mostSymbols).map(shown)
            let more = finding.symbols.count - symbols.count
            if more > 0 { symbols.append("and \(counted(more, "more symbol"))") }
            // No line break is left in what is shown.
            entry.string(symbols.joined(separator: "\n"))
            if !blame.isEmpty { entry.strings(blame) }
        }
    }
}
