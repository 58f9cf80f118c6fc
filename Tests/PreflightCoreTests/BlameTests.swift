// Who references a symbol, in build directories made by hand and linked by the machine's compiler.

import PreflightLoader
import PreflightTestSupport
import Testing

@testable import PreflightCore

/// A build directory as SwiftPM's own build system leaves it, with C instead of Swift.
private final class Build {
    let directory: TemporaryDirectory
    let place: String
    private var inputs: [String] = []

    init(_ place: String = "build/x86_64-unknown-linux-gnu/debug") throws {
        directory = try TemporaryDirectory()
        self.place = place
        _ = try tool("/bin/mkdir", ["-p", "\(place)/App.product", "Sources/Lib Rary", "lib"], makes: "", in: directory)
        try directory.write("Package.swift", "")
    }

    /// Compiles `source` of `target`, as the linker's next input unless it is for an archive.
    func add(_ target: String, _ name: String, _ source: String, isInput: Bool = true) throws {
        let folder = "\(place)/\(target).build"
        _ = try tool("/bin/mkdir", ["-p", folder, "Sources/\(target)"], makes: "", in: directory)
        let file = try directory.write("Sources/\(target)/\(name).c", source)
        try tool(
            compiler ?? "gcc", ["-c", "-fPIC", "-MD", "-MF", "\(folder)/\(name).c.d", "-o", "\(folder)/\(name).c.o", file],
            makes: "", in: directory)
        if isInput { inputs.append(object(target, name)) }
    }

    func object(_ target: String, _ name: String) -> String { directory.file("\(place)/\(target).build/\(name).c.o") }

    func archive(_ name: String, _ mode: String, _ members: [String]) throws -> String {
        try tool(find("ar") ?? "ar", [mode, name] + members, makes: name, in: directory)
    }

    /// Links App from what was added and `more`, and writes the list of it.
    func link(_ more: [String] = [], listed: Bool = true) throws -> String {
        let all = inputs + (listed ? more : [])
        let lines = all.map { $0.contains(" ") ? "'\($0)'" : $0 }
        try directory.write("\(place)/App.product/Objects.LinkFileList", lines.joined(separator: "\n") + "\n")
        return try tool(
            compiler ?? "gcc",
            ["-o", "\(place)/App", "-Wl,--start-group"] + inputs + more + ["-Wl,--end-group", "-lm"], makes: "\(place)/App",
            in: directory)
    }
}

/// `member` or the last part of `file`, and the way to it.
private func story(_ use: SymbolUse) -> String {
    func name(_ file: String, _ member: String?) -> String {
        lastComponent(file) + (member.map { "(\($0))" } ?? "")
    }
    return (use.because.map { "\(name($0.file, $0.member)) -\($0.symbol)-> " } + [name(use.file, use.member)]).joined()
}

@Suite("Blame", .enabled(if: compiler != nil && find("ar") != nil, "gcc and ar are needed"))
struct BlameTests {
    @Test("an archive's member is blamed with the way to it, in every sort of archive", arguments: ["rc", "rcT", "rcS"])
    func chain(mode: String) throws {
        let build = try Build()
        try build.add("App", "main", "int first(void); int main(void) { return first(); }\n")
        try build.add("Lib Rary", "own", "#include <string.h>\nint own(char *a) { return strnlen(a, 3); }\n")
        let user = "#include <string.h>\n"
        try build.add("A", "first", "int second(void); int first(void) { return second(); }\n", isInput: false)
        try build.add("A", "second", user + "int second(void) { char a[9]; return strnlen(a, second()); }\n", isInput: false)
        try build.add("A", "unused", user + "int unused(char *a) { return strnlen(a, 3); }\n", isInput: false)
        let members = ["first", "second", "unused"].map { build.object("A", $0) }
        let isIndexed = mode != "rcS"
        let archive = try build.archive("lib/libours.a", isIndexed ? mode : "rc", members)
        let product = try build.link([archive])
        if !isIndexed {
            // GNU ld refuses an archive without index; lld links the same from it.
            _ = try tool("/bin/rm", [archive], makes: "", in: build.directory)
            _ = try build.archive("lib/libours.a", mode, members)
            _ = try tool("/bin/touch", [product], makes: "", in: build.directory)
        }
        let index = try BlameIndex(product: product)
        #expect(index.remarks.isEmpty)
        let uses = index.users(of: ["strnlen"])
        // ar keeps the paths of a thin archive as they were given.
        let prefix = mode == "rcT" ? directory(of: members[0]) + "/" : ""
        #expect(
            uses.map(story) == [
                "own.c.o", "main.c.o -first-> libours.a(\(prefix)first.c.o) -second-> libours.a(\(prefix)second.c.o)",
            ])
        #expect(uses[0].target == "Lib Rary")
        #expect(uses[0].source == build.directory.file("Sources/Lib Rary/own.c"))
        #expect(uses[0].package == lastComponent(build.directory.path))
        #expect(uses[1].target == nil)
        #expect(uses[1].because[0].target == "App")
        #expect(uses[1].because[0].source == build.directory.file("Sources/App/main.c"))
        #expect(index.users(of: ["nobody", "unused"]).isEmpty)
        let start = index.users(of: ["__libc_start_main"])
        #expect(start.count == 1 && start.allSatisfy { $0.isStartCode && $0.file.hasSuffix("crt1.o") })
    }

    @Test("a weak need takes nothing in and is told as weak; of two archives the one that the linker takes counts")
    func order() throws {
        let build = try Build()
        try build.add(
            "App", "main",
            """
            extern int wished(void) __attribute__((weak)); int early(void);
            int main(void) { return wished ? wished() : early(); }

            """)
        try build.add("A", "wished", "int wished(void) { return 1; }\n", isInput: false)
        try build.add("A", "both", "double exp(double); int both(void) { return exp(both()); }\n", isInput: false)
        try build.add("B", "early", "int both(void); int early(void) { return both(); }\n", isInput: false)
        try build.add("B", "both", "double log(double); int both(void) { return log(both()); }\n", isInput: false)
        let first = try build.archive("lib/libfirst.a", "rc", [build.object("A", "wished"), build.object("A", "both")])
        let second = try build.archive("lib/libsecond.a", "rc", [build.object("B", "early"), build.object("B", "both")])
        // early is found in the second archive, and what it needs there as well, before the first has its next turn.
        let product = try build.link([first, second])
        let index = try BlameIndex(product: product)
        #expect(
            index.users(of: ["exp", "log"]).map(story) == [
                "main.c.o -early-> libsecond.a(early.c.o) -both-> libsecond.a(both.c.o)"
            ])
        let symbols = try run(find("nm") ?? "nm", ["-D", product]).outputText
        #expect(symbols.contains(" U log") && !symbols.contains(" U exp"))
        let wished = index.users(of: ["wished"])
        #expect(wished.map(\.isWeak) == [true])
        #expect(wished.map(story) == ["main.c.o"])
    }

    @Test("libraries are found by the options of the manifest, and a build directory may have moved")
    func manifest() throws {
        let build = try Build()
        try build.add("App", "main", "int first(void); int main(void) { return first(); }\n")
        try build.add("A", "first", "double exp(double); int first(void) { return exp(first()); }\n", isInput: false)
        let archive = try build.archive("lib/libours.a", "rc", [build.object("A", "first")])
        let product = try build.link([archive], listed: false)
        #expect(try BlameIndex(product: product).users(of: ["exp"]).isEmpty)
        let list = "\(build.directory.file(build.place))/App.product/Objects.LinkFileList"
        let library = build.directory.file("lib")
        func writeManifest(_ old: String, _ words: String) throws {
            try build.directory.write(
                "build/debug.yaml",
                """
                commands:
                  "<App>":
                    tool: shell
                    args: ["/nowhere/swiftc","-L","/x","-o","\(old)/App",\(words),"@\(old)/App.product/Objects.LinkFileList","-g"]

                """)
        }
        for words in [
            "\"-L\",\"\(library)\",\"-lours\"", "\"-Xlinker\",\"\(archive)\"", "\"-Xlinker\",\"-L\(library)\",\"-l:libours.a\"",
        ] {
            try writeManifest(build.directory.file(build.place), words)
            let index = try BlameIndex(product: product)
            #expect(index.users(of: ["exp"]).map(story) == ["main.c.o -first-> libours.a(first.c.o)"], "\(words)")
        }
        // As it was on another machine.
        try writeManifest("/elsewhere/build", "\"-L\(library)\",\"-lours\"")
        let text = String(decoding: try readFile(list), as: UTF8.self)
        try build.directory.write(
            "\(build.place)/App.product/Objects.LinkFileList",
            text.replacing(build.directory.file(build.place), with: "/elsewhere/build"))
        #expect(try BlameIndex(product: product).users(of: ["exp"]).count == 1)
        // A copy of the product, with the directory named on any level.
        _ = try tool("/bin/cp", [product, "App"], makes: "App", in: build.directory)
        for place in ["build", build.place, "build/x86_64-unknown-linux-gnu/debug/"] {
            let copy = build.directory.file("App")
            #expect(
                try BlameIndex(product: copy, buildDirectory: build.directory.file(place)).users(of: ["exp"]).count == 1)
        }
    }

    @Test("archives in the worst order are followed to their end", arguments: [1, 40])
    func longChains(count: Int) throws {
        let build = try Build()
        try build.add("App", "main", "int f0(void); int main(void) { return f0(); }\n")
        var members: [String] = []
        for number in 0..<count {
            let next = number + 1 < count ? "int f\(number + 1)(void);" : "double exp(double);"
            let call = number + 1 < count ? "f\(number + 1)()" : "exp(f0())"
            try build.add("A", "m\(number)", "\(next)\nint f0(void); int f\(number)(void) { return \(call); }\n", isInput: false)
            members.insert(build.object("A", "m\(number)"), at: 0)
        }
        let index = try BlameIndex(product: try build.link([try build.archive("lib/libours.a", "rc", members)]))
        #expect(index.users(of: ["exp"]).map(\.because.count) == [count])
        #expect(index.remarks.isEmpty)
    }

    @Test("what Swift Build leaves is read too")
    func swiftBuild() throws {
        let objects = "out/Intermediates.noindex/pack.build/Debug-linux/App.build/Objects-normal/x86_64"
        let build = try Build("scratch")
        try build.add("App", "main", "double exp(double); int main(int c, char **v) { return exp(c); }\n")
        _ = try build.link()
        _ = try tool("/bin/mkdir", ["-p", objects, "out/Products/Debug-linux"], makes: "", in: build.directory)
        _ = try tool("/bin/cp", ["scratch/App.build/main.c.o", "\(objects)/main.o"], makes: "", in: build.directory)
        _ = try tool("/bin/cp", ["scratch/App", "out/Products/Debug-linux/App"], makes: "", in: build.directory)
        try build.directory.write("\(objects)/App.LinkFileList", build.directory.file("\(objects)/main.o") + "\n")
        try build.directory.write("\(objects)/App.SwiftFileList", "/src/Sources/App/other.swift\n/src/Sources/App/main.swift\n")
        let uses = try BlameIndex(product: build.directory.file("out/Products/Debug-linux/App")).users(of: ["exp"])
        #expect(uses.map(\.target) == ["App"])
        #expect(uses.map(\.source) == ["/src/Sources/App/main.swift"])
    }

    @Test("what is missing or broken is told")
    func failures() throws {
        let build = try Build()
        try build.add("App", "main", "int main(void) { return 0; }\n")
        let product = try build.link()
        try build.directory.write("\(build.place)/App.build/main.c.o", "text")
        try build.directory.write(
            "\(build.place)/App.product/Objects.LinkFileList",
            "\(build.object("App", "main"))\n\(build.directory.file("gone.o"))\n\(build.directory.file("Package.swift.a"))\n")
        _ = try tool("/bin/touch", [product], makes: "", in: build.directory)
        let remarks = try BlameIndex(product: product).remarks
        #expect(remarks.count == 3)
        #expect(remarks[0].hasSuffix("main.c.o: is not an ELF file"))
        #expect(remarks[1].hasSuffix("gone.o: does not exist; check the path"))
        _ = try tool("/bin/touch", ["-d", "2001-01-01", product], makes: "", in: build.directory)
        #expect(
            try BlameIndex(product: product).remarks.last?.hasSuffix("main.c.o: is newer than \(product); build again") == true)
        let alone = try build.directory.write("App", try readFile(product))
        #expect(throws: BlameError.self) { try BlameIndex(product: alone) }
        do {
            _ = try BlameIndex(product: build.directory.file("Package.swift"))
        } catch {
            #expect(error.description.hasSuffix("Package.swift: is empty"))
        }
    }
}

@Suite("Words of response files")
struct WordsTests {
    @Test(arguments: [
        ("", []), ("  a\tb ", ["a", "b"]), ("'a b' c", ["a b", "c"]), (#"a\ b "c 'd'" ''"#, ["a b", "c 'd'", ""]),
        (#"'it'\''s' 'a\b'"#, ["it's", #"a\b"#]), (#""a\"b" un'done"#, [#"a"b"#, "undone"]),
    ])
    func words(text: String, expected: [String]) {
        #expect(PreflightCore.words(in: text) == expected)
    }
}
