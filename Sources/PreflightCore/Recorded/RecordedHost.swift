// What a report says of the machine, read back: the expectations with what became of them.

internal import PreflightELF
internal import PreflightHost
import PreflightInputs

extension HostReport {
    /// The expectations in the member `host` of a report.
    init(recorded node: RecordedNode) throws(RecordedError) {
        root = try node.optionalString("root") ?? "/"
        (remarks, sections, findings) = ([], [], [])
        for entry in try node.list("expectations") { findings.append(try HostFinding(recorded: entry)) }
    }

    /// The report with its facts under the name of the report that they come from.
    func named(_ name: String) -> HostReport {
        var report = self
        for place in report.findings.indices {
            report.findings[place].expectation.fact = "\(name): \(report.findings[place].expectation.fact)"
        }
        return report
    }
}

extension HostFinding {
    fileprivate init(recorded node: RecordedNode) throws(RecordedError) {
        let demand = try node["demand"]
        do throws(ExpectationError) {
            expectation = try Expectation(try Self.text(demand), origin: .commandLine)
        } catch {
            throw RecordedError("\(demand.path): \(error.description)")
        }
        expectation.severity = try node.word("severity", Severity.self)
        expectation.reason = try node.optionalString("reason")
        expectation.origin = Expectation.Origin(words: try node.string("origin"), citation: try node.optionalString("citation"))
        outcome = try node.word("outcome", Outcome.self)
        expected = try node.string("expected")
        why = try node.optionalString("why")
        reading = try node.optional("observed").map { (node) throws(RecordedError) in try Reading(recorded: node) }
        remedy = try node.optional("remedy").map { (node) throws(RecordedError) in
            HostRemedy(now: try node.optionalString("now"), forGood: try node.optionalString("forGood"))
        }
    }

    /// What stands there as text; anything else is no expectation.
    private static func text(_ node: RecordedNode) throws(ExpectationError) -> String {
        do throws(RecordedError) { return try node.string() } catch { throw ExpectationError(error.description) }
    }
}

extension Reading {
    fileprivate init(recorded node: RecordedNode) throws(RecordedError) {
        let unit = try node.word("unit", Unit.self)
        let value: Result<Value, Unknown>
        if let unknown = try node.optional("unknown") {
            value = .failure(Unknown(try unknown.word("kind", Unknown.Kind.self), try unknown.string("message")))
        } else {
            value = .success(try Self.value(node["value"]))
        }
        self.init(
            value, raw: try node.optionalString("raw"), source: try node.string("source"),
            scope: try node.word("scope", Scope.self),
            unit: unit, notes: try node.strings("notes"))
    }

    private static func value(_ node: RecordedNode) throws(RecordedError) -> Value {
        switch node.value {
        case .string("unlimited"): return .unlimited
        case .number(let digits): return Number(kernel: digits).map(Value.number) ?? .text(digits)
        case .array:
            var words: [String] = []
            for item in try node.items() { if case .number(let digits) = item.value { words.append(digits) } }
            return .text(words.joined(separator: " "))
        default: return .text(try node.string())
        }
    }
}

extension Expectation.Origin {
    /// The origin that ``words`` tells of.
    fileprivate init(words: String, citation: String?) {
        for (ending, isDocumented) in [(", documented", true), (", recommended", false)] where words.hasSuffix(ending) {
            self = .profile(String(words.dropLast(ending.count)), isDocumented: isDocumented, citation: citation ?? "")
            return
        }
        self = words == Self.commandLine.words ? .commandLine : .configuration(words)
    }
}
