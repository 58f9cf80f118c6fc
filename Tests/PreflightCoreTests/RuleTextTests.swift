// Every rule has a text, every text a rule, and each text says something of its own.

@testable import PreflightCore
import PreflightHost
import PreflightLoader
import Testing

@Suite struct RuleTextTests {
    private static let rules =
        Rule.allCases.map(\.rawValue) + HostRule.allCases.map(\.rawValue) + ReportRule.allCases.map(\.rawValue)

    @Test func everyRuleHasOneTextAndEveryTextARule() {
        let texts = RuleText.all.map(\.id)
        #expect(Self.rules.filter { !texts.contains($0) } == [])
        #expect(texts.filter { !Self.rules.contains($0) } == [])
        #expect(texts.count == Set(texts).count, "a rule has two texts")
        #expect(Self.rules.count == Set(Self.rules).count, "two rules have one name")
        for rule in Rule.allCases { #expect(RuleText.of(rule).id == rule.rawValue) }
        for rule in HostRule.allCases { #expect(RuleText.of(rule).id == rule.rawValue) }
        for rule in ReportRule.allCases { #expect(RuleText.of(rule).id == rule.rawValue) }
        #expect(RuleText.of("node-mising") == nil)
    }

    @Test(arguments: RuleText.all) func eachIsWhole(_ text: RuleText) {
        #expect(Self.faults(of: text) == [])
    }

    /// The check must be able to fail.
    @Test func faultsAreFound() {
        let broken = RuleText(
            ReportRule.unreadable, .judging, "A title that is much longer than sixty characters, with a full stop at its end.",
            meaning: "", consequence: "no full stop", remedy: "See:\ncommand without a blank line", sources: ["somewhere"])
        #expect(Self.faults(of: broken).count == 8)
    }

    @Test func nothingIsSaidTwice() {
        for part in [\RuleText.title, \.meaning, \.remedy] as [KeyPath<RuleText, String>] {
            let all = RuleText.all.map { $0[keyPath: part] }
            #expect(all.count == Set(all).count, "two rules share a text: \(part)")
        }
        #expect(Set(RuleText.Group.allCases.map(\.title)).count == RuleText.Group.allCases.count)
    }

    /// The order of ``RuleText/all`` is the one of lists and pages: no group comes twice.
    @Test func groupsStandTogether() {
        var groups: [RuleText.Group] = []
        for text in RuleText.all where groups.last != text.group { groups.append(text.group) }
        #expect(groups == RuleText.Group.allCases)
    }

    @Test func nodesAreExplainedByTheirRules() {
        for name in Markers.meaning.keys {
            let text = RuleText.explaining(name)
            #expect(text.map(Self.faults) == [])
            #expect(text?.id == name)
        }
        #expect(RuleText.explaining("GLIBC_PRIVATE") == .of(.privateNode))
        #expect(RuleText.explaining("GLIBC_2.38") == .of(.nodeMissing))
        #expect(RuleText.explaining("oom-kill") == .of(.oomKill))
        #expect(RuleText.explaining("GLIBC") == nil)
        #expect(RuleText.words.allSatisfy { RuleText.explaining($0) != nil })
    }

    private static func faults(of text: RuleText) -> [String] {
        var faults: [String] = []
        func require(_ holds: Bool, _ what: String) { if !holds { faults.append(what) } }
        require(!text.title.isEmpty && text.title.count <= 60, "title is empty or too long")
        require(!text.title.hasSuffix("."), "title ends in a full stop")
        for (name, part) in [("meaning", text.meaning), ("consequence", text.consequence), ("remedy", text.remedy)] {
            require(part.count >= 20, "\(name) says nothing")
            let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
            require(part.isEmpty || lines.last.map { $0.hasPrefix("    ") || $0.hasSuffix(".") } == true, "\(name) breaks off")
            // Prose is one line a paragraph, and Markdown wants an empty line between it and commands.
            let isJoined = zip(lines, lines.dropFirst()).contains { first, second in
                !first.isEmpty && !second.isEmpty && !(first.hasPrefix("    ") && second.hasPrefix("    "))
            }
            require(!isJoined, "\(name) has paragraphs that run into each other")
        }
        require(!text.sources.isEmpty, "no source")
        for source in text.sources {
            let isManual = source.wholeMatch(of: /[a-z0-9_.-]+\([1-9]\)/) != nil
            require(
                source.hasPrefix("https://") && !source.contains(" ") || isManual, "\(source) is neither address nor manual page")
        }
        return faults
    }
}
