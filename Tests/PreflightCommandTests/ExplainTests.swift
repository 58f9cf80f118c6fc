// `preflight explain` as people and machines call it.

import PreflightCore
import PreflightTestSupport
import Testing

@Suite struct ExplainTests {
    @Test func listsAllRules() throws {
        let outcome = try preflight(["explain"])
        #expect(outcome.status == 0)
        for text in RuleText.all {
            #expect(outcome.outputText.contains("  \(text.id) "))
            #expect(outcome.outputText.contains(text.title))
        }
        #expect(!outcome.outputText.contains("\u{1B}"))
    }

    /// What reports point to: a page of the repository with an anchor for each rule.
    @Test func thePageOfRulesIsCurrent() throws {
        let page = String(decoding: try readFile("\(repositoryDirectory)/docs/rules.md"), as: UTF8.self)
        let text = try preflight(["explain", "--all", "--format", "markdown"]).outputText
        #expect(page.hasSuffix("\n# Rules\n\n\(text)"), "make it anew as its first line says")
    }

    @Test func explainsInFull() throws {
        let outcome = try preflight(["explain", "node-missing", "clone3-refused", "GLIBC_ABI_DT_RELR"])
        #expect(outcome.status == 0)
        let text = outcome.outputText
        #expect(text.contains("node-missing: Version node missing from the library\n"))
        // Commands are neither wrapped nor joined.
        #expect(text.contains("\n      preflight check APP --targets TARGET --build-dir .build/release\n"))
        #expect(text.contains("\n      { \"names\": [\"clone3\"], \"action\": \"SCMP_ACT_ERRNO\", \"errnoRet\": 38 }\n"))
        #expect(text.contains("packed (DT_RELR)"))
        #expect(text.split(separator: "\n").allSatisfy { $0.hasPrefix("      ") || $0.hasPrefix("  http") || $0.count <= 102 })
    }

    @Test func takesColorsAndFiles() throws {
        #expect(try preflight(["explain", "oom-kill", "--color", "always"]).outputText.contains("\u{1B}[1moom-kill"))
        let directory = try TemporaryDirectory()
        let outcome = try preflight(["explain", "oom-kill", "-o", directory.file("text"), "--format", "markdown"])
        #expect(outcome.status == 0 && outcome.outputText.isEmpty)
        let text = String(decoding: try readFile(directory.file("text")), as: UTF8.self)
        #expect(text.hasPrefix("## oom-kill\n\nProcesses killed for lack of memory.\n\n### What it means\n"))
        #expect(text.contains("- <https://docs.kernel.org/"))
        #expect(try preflight(["explain", "oom-kill", "-o", directory.path]).status == 2)
    }

    @Test func everyFormatHasEveryRule() throws {
        let markdown = try preflight(["explain", "--all", "--format", "markdown"])
        let json = try preflight(["explain", "--all", "--format", "json"])
        let text = try preflight(["explain", "--all"])
        let table = try preflight(["explain", "--format", "markdown"])
        for rule in RuleText.all {
            #expect(markdown.outputText.contains("## \(rule.id)\n"))
            #expect(json.outputText.contains("\"id\":\"\(rule.id)\""))
            #expect(text.outputText.contains("\(rule.id): \(rule.title)\n"))
            #expect(table.outputText.contains("| `\(rule.id)` |"))
        }
        #expect(try preflight(["explain", "--format", "json"]).outputText == json.outputText)
    }

    @Test(arguments: [
        (["node-mising"], "There is no rule \"node-mising\"; did you mean node-missing"),
        (["zzzzzzzzzzzzzzz"], "preflight explain lists all"),
        (["GLIBC_ABI_DT_REL"], "did you mean GLIBC_ABI_DT_RELR?"), (["a\u{1B}[31m"], "There is no rule \"a\\x1b[31m\""),
        (["--all", "oom-kill"], "--all explains every rule"), (["--format", "jsn"], "did you mean json?"),
        ([""], "There is no rule"),
    ])
    func refusesOtherWords(_ words: [String], _ sentence: String) throws {
        let outcome = try preflight(["explain"] + words)
        #expect(outcome.status == 2)
        #expect(outcome.outputText.isEmpty)
        #expect(outcome.errorText.contains(sentence), "\(outcome.errorText)")
    }
}
