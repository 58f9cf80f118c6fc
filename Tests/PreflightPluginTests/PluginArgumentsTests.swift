// What the plugin makes of its words. PluginArguments.swift and ProductChoice.swift are links to the plugin's own files.

import Testing

private let offers = [
    ProductOffer(name: "App", kind: .executable), ProductOffer(name: "Core", kind: .other("an automatic library")),
    ProductOffer(name: "Dyn", kind: .dynamicLibrary),
]

@Suite struct PluginArgumentsTests {
    private func parse(_ line: String) throws -> PluginArguments {
        try PluginArguments(line.split(separator: " ").map(String.init), offers: offers)
    }

    @Test(arguments: [
        ("--targets jammy --format json -o x", "--targets jammy --format json -o x"),
        ("-v --verbose", ""),
        ("--disable-sandbox --allow-writing-to-package-directory -q", "-q"),
        ("--allow-network-connections none --allow-network-connections=all --allow-writing-to-directory / a.so", "a.so"),
        ("-q -- --product App -v", "-q -- --product App -v"),
        ("-- -q --product App", "-q"),
        ("--targets=a --skip-build=no", "--targets=a --skip-build=no"),
    ])
    func toolGetsTheRest(line: String, tool: String) throws {
        #expect(try parse(line).tool.joined(separator: " ") == tool)
    }

    @Test func takesProducts() throws {
        let words = try parse("--product App --quiet --product=Dyn")
        #expect(words.products == ["App", "Dyn"])
        #expect(words.tool == ["--quiet"])
    }

    @Test(arguments: [
        ("", false), ("--build-configuration debug", true), ("--build-configuration=release", false),
    ])
    func releaseUnlessDebugIsAskedFor(line: String, isDebug: Bool) throws {
        #expect(try parse(line).isDebug == isDebug)
    }

    @Test(arguments: [
        ("--static-swift-stdlib", "-static-stdlib"), ("--static-executable", "-static-executable"),
        ("--static-executable --static-swift-stdlib", "-static-executable"),
        ("--static-swift-stdlib --static-executable", "-static-executable"),
    ])
    func linkage(line: String, flag: String) throws {
        #expect(try parse(line).linkage == flag)
    }

    @Test func compilerFlagsMayBeOptions() throws {
        let words = try parse("-Xlinker -rpath -Xlinker /x -Xswiftc -g -Xcc -O3")
        #expect(words.compilerFlags == ["-Xlinker": ["-rpath", "/x"], "-Xswiftc": ["-g"], "-Xcc": ["-O3"]])
        #expect(words.tool.isEmpty)
    }

    @Test(arguments: ["targets show jammy", "inspect -v --product x", "--version", "host --help"])
    func subcommandKeepsItsWords(line: String) throws {
        let words = try parse(line)
        #expect(words.isSubcommand)
        #expect(words.tool.joined(separator: " ") == line)
        #expect(!words.wantsHelp)
    }

    @Test(arguments: ["-- --disable-sandbox floor x", "--disable-sandbox floor x"])
    func subcommandAfterWordsOfSwiftPM(line: String) throws {
        let words = try parse(line)
        #expect(words.isSubcommand)
        #expect(words.tool == ["floor", "x"])
    }

    @Test func pathAfterAnOptionIsNoSubcommand() throws {
        let words = try parse("--skip-build dist/App")
        #expect(!words.isSubcommand)
        #expect(words.skipsBuild)
        #expect(words.tool == ["dist/App"])
    }

    @Test(arguments: [
        ("--config x", true), ("--config=x", true), ("--configx", false), ("-q", false), ("-- --config", true),
        ("-q -- --config", false),
    ])
    func seesTheConfiguration(line: String, isNamed: Bool) throws {
        #expect(try parse(line).namesConfiguration == isNamed)
    }

    @Test(arguments: [
        ("--product", "--product needs the name of a product after it; this package has App, Dyn."),
        ("--product --format json", "--product needs the name of a product after it; this package has App, Dyn."),
        ("--product=", "--product needs the name of a product after it; this package has App, Dyn."),
        ("--build-configuration", "--build-configuration needs debug or release after it."),
        ("--build-configuration fast", "--build-configuration takes debug or release, not \"fast\"."),
        ("-Xswiftc", "-Xswiftc needs a flag after it."),
        ("--skip-build x --product App", "--skip-build builds nothing, so --product cannot stand beside it."),
        ("--static-executable --skip-build x", "--skip-build builds nothing, so --static-executable cannot stand beside it."),
    ])
    func refuses(line: String, sentence: String) {
        #expect(throws: PluginRefusal(sentence)) { try self.parse(line) }
    }
}

@Suite struct ProductChoiceTests {
    @Test func allThatLeaveAFile() throws {
        let (chosen, skipped) = try offers.choose([])
        #expect(chosen.map(\.name) == ["App", "Dyn"])
        #expect(skipped.map(\.description) == ["Core (an automatic library)"])
    }

    @Test func namedOnesInTheirOrderAndOnce() throws {
        let (chosen, skipped) = try offers.choose(["Dyn", "App", "Dyn"])
        #expect(chosen.map(\.name) == ["Dyn", "App"])
        #expect(skipped.isEmpty)
    }

    @Test func unknown() {
        #expect(throws: PluginRefusal("--product names \"Ap\", which is no product; this package has App, Dyn.")) {
            try offers.choose(["App", "Ap"])
        }
        #expect(throws: PluginRefusal("The configuration names \"Ap\", which is no product; this package has App, Dyn.")) {
            try offers.choose(["Ap"], from: "The configuration")
        }
    }

    @Test func withoutAFile() {
        let sentence = "Core is an automatic library, which leaves no file to judge; this package has App, Dyn."
        #expect(throws: PluginRefusal(sentence)) { try offers.choose(["Core"]) }
    }

    @Test func nothingToJudge() {
        let sentence = "There is nothing to judge: this package has no executable and no dynamic library product."
        #expect(throws: PluginRefusal(sentence)) { try [offers[1]].choose([]) }
    }
}
