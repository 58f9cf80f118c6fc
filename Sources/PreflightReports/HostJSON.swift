// `preflight host --format json`, which is also what a snapshot is.

public import PreflightCore
import PreflightELF
import PreflightHost

extension JSONWriter {
    /// Writes `report` as the members of the open object.
    public mutating func members(of report: HostReport, status: Int) {
        key("root")
        string(report.root)
        key("expectations")
        array { list in for finding in report.findings { list.object { $0.members(of: finding) } } }
        key("remarks")
        array { list in for remark in report.remarks { list.object { $0.members(of: remark) } } }
        key("facts")
        array { list in
            var seen: Set<String> = []
            for section in report.sections {
                for fact in section.facts where seen.insert(fact.name).inserted {
                    list.object { members in
                        members.key("name")
                        members.string(fact.name)
                        members.key("section")
                        members.string(section.title)
                        members.members(of: fact.reading)
                    }
                }
            }
        }
        key("summary")
        object { members in
            for outcome in HostFinding.Outcome.allCases {
                members.key(named: outcome.rawValue)
                members.number(report.count(outcome))
            }
            members.key("status")
            members.number(status)
        }
    }

    private mutating func members(of finding: HostFinding) {
        let expectation = finding.expectation
        key("fact")
        string(expectation.fact)
        key("demand")
        string(expectation.text)
        key("severity")
        string(expectation.severity.rawValue)
        key("outcome")
        string(finding.outcome.rawValue)
        key("expected")
        string(finding.expected)
        if let reading = finding.reading {
            key("observed")
            object { $0.members(of: reading) }
        }
        key("why")
        string(finding.why)
        key("reason")
        string(expectation.reason)
        key("origin")
        string(expectation.origin.words)
        key("citation")
        string(expectation.origin.citation)
        members(of: finding.remedy)
    }

    private mutating func members(of remark: Remark) {
        key("rule")
        string(remark.rule.rawValue)
        key("severity")
        string(remark.severity.rawValue)
        key("subject")
        string(remark.subject)
        key("message")
        string(remark.message)
        key("source")
        string(remark.source)
        key("citation")
        string(remark.citation)
        members(of: remark.remedy)
    }

    private mutating func members(of remedy: HostRemedy?) {
        key("remedy")
        guard let remedy else { return string(nil) }
        object { members in
            members.key("now")
            members.string(remedy.now)
            members.key("forGood")
            members.string(remedy.forGood)
        }
    }

    private mutating func members(of reading: Reading) {
        key("value")
        switch reading.value {
        case .success(.number(let number)): literal(number.precise)
        case .success(.numbers(let numbers)): array { list in for number in numbers { list.literal(number.precise) } }
        case .success(.unlimited): string("unlimited")
        case .success(.text(let text)): string(text)
        case .failure: string(nil)
        }
        if case .failure(let unknown) = reading.value {
            key("unknown")
            object { members in
                members.key("kind")
                members.string(unknown.kind.rawValue)
                members.key("message")
                members.string(unknown.description)
            }
        }
        key("raw")
        string(reading.raw)
        key("unit")
        string(reading.unit.rawValue)
        key("scope")
        string(reading.scope.rawValue)
        key("source")
        string(reading.source)
        key("notes")
        strings(reading.notes)
    }
}
