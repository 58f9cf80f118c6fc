// docs/host.md names every fact and every rule: a new one without a line there fails here.

import PreflightHost
import PreflightTestSupport
import Testing

@Suite struct DocumentationTests {
    /// Facts of which the page gives the form alone: there is one for each call, line, unit or resource.
    private static let forms = ["call.", "pressure.", "cgroup.pressure.", "persisted.", "systemd."]

    @Test func namesEveryFactAndEveryRule() throws {
        let text = try HostRoot(path: "\(repositoryDirectory)/docs").text("/host.md")
        // Every second piece stands between backticks.
        let words = Set(
            text.split(separator: "\n").flatMap { line in
                line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
                    .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
            })
        let facts = Host().names.filter { name in !Self.forms.contains { name.hasPrefix($0) } }
        #expect(facts.filter { !words.contains($0) } == [])
        #expect(SystemCall.all.map(\.name).filter { !words.contains($0) } == [])
        #expect(HostRule.allCases.map(\.rawValue).filter { !words.contains($0) } == [])
    }
}
