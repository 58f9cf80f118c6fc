// `targets capture`, judging by its record, and `targets diff`: a record must say what its root says, or that it does not know.

import PreflightELF
import PreflightTargets
import PreflightTestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

@Suite("Captures", .enabled(if: SmallRoot.obstacle == nil, "\(SmallRoot.obstacle ?? "")"))
struct CaptureTests {
    static let defaults = SmallRoot.libraries ?? ""
    static let both = "void foo(void) {} void bar(void) {}"
    static let full = "V1 { global: foo; local: *; }; V2 { global: bar; } V1;"

    // MARK: The same verdict

    /// A root with a program, what the root says of it, and what a record of the root may say.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// The verdict; nil where it depends on the release of this machine's loader.
        let verdict: String?
        /// What the one reason starts with, as the report has it; nil for no reason.
        let reason: String?
        let build: @Sendable (SmallRoot) throws -> Void

        init(
            _ description: String, _ verdict: String?, _ reason: String? = nil,
            _ build: @escaping @Sendable (SmallRoot) throws -> Void
        ) {
            testDescription = description
            self.verdict = verdict
            self.reason = reason
            self.build = build
        }

        /// A program that refers to foo@V1 and bar@V2, with another library in the root than it was linked with.
        static func versioned(
            _ description: String, _ verdict: String?, _ reason: String? = nil, moment: String = "lazy", isWeak: Bool = false,
            _ source: String, versions: String?
        ) -> Case {
            Case(description, verdict, reason) { root in
                let whole = try root.library("libv.so", both, versions: full)
                let use =
                    isWeak
                    ? "void foo(void); __attribute__((weak)) void bar(void); void use(void) { foo(); if (bar) bar(); }"
                    : "void foo(void); void bar(void); void use(void) { foo(); bar(); }"
                try root.program(use, [whole, "-Wl,-z,\(moment)"])
                try root.library("\(defaults)/libv.so", source, versions: versions)
            }
        }
    }

    static let withoutBar = "void foo(void) {} void baz(void) {}"
    static let otherBar = "V1 { global: foo; local: *; }; V2 { global: baz; } V1;"
    static func noSymbol(_ verdict: String) -> String {
        #"symbol-missing","verdict":"\#(verdict)","library":"libv.so","node":"V2""#
    }

    static let same: [Case] = [
        Case("the C library alone", "runs") { try $0.program("", [], needs: ["libc.so.6"]) },
        .versioned("everything is there", "runs", nil, both, versions: full),
        Case(
            "a library is missing", "failsAtLoad",
            #"library-missing","verdict":"failsAtLoad","library":"libgone.so.1","node":null"#
        ) {
            try $0.program("", [], needs: ["libgone.so.1"])
        },
        Case(
            "a library's library is missing", "failsAtLoad",
            #"library-missing","verdict":"failsAtLoad","library":"libgone.so.1","node":null"#
        ) {
            try $0.library("\(defaults)/libx.so", needs: ["libgone.so.1"])
            try $0.program("", [], needs: ["libx.so"])
        },
        .versioned(
            "a node is missing", "failsAtLoad", #"node-missing","verdict":"failsAtLoad","library":"libv.so","node":"V2""#,
            "void foo(void) {}", versions: "V1 { global: foo; local: *; };"),
        .versioned(
            "a symbol is missing, now", "failsAtLoad", noSymbol("failsAtLoad"), moment: "now", withoutBar, versions: otherBar),
        .versioned("a symbol is missing, lazily", "failsOnCall", noSymbol("failsOnCall"), withoutBar, versions: otherBar),
        .versioned(
            "a weak symbol is missing", "degrades", noSymbol("degrades"), moment: "now", isWeak: true, withoutBar,
            versions: otherBar),
        .versioned(
            "a symbol is in another node", "failsOnCall", noSymbol("failsOnCall"),
            "void foo(void) {} void bar(void) {} void baz(void) {}",
            versions: "V1 { global: foo; bar; local: *; }; V2 { global: baz; } V1;"),
        .versioned("the library has no versions any more", nil, nil, both, versions: nil),
        Case(
            "a reference without a version", "failsOnCall", #"symbol-missing","verdict":"failsOnCall","library":null,"node":null"#
        ) {
            let whole = try $0.library("libv.so", both)
            try $0.program("void bar(void); void use(void) { bar(); }", [whole])
            try $0.library("\(defaults)/libv.so")
        },
        Case("a reference without a version that is met", "runs") {
            let whole = try $0.library("libv.so", both)
            try $0.program("void bar(void); void use(void) { bar(); }", [whole])
            try $0.library("\(defaults)/libv.so", both, versions: full)
        },
        Case(
            "a hidden second version, without a version in the reference", "failsOnCall",
            #"symbol-missing","verdict":"failsOnCall","library":null,"node":null"#
        ) {
            let whole = try $0.library("libv.so", both)
            try $0.program("void bar(void); void use(void) { bar(); }", [whole])
            try $0.library(
                "\(defaults)/libv.so", #"void b2(void) {} __asm__(".symver b2,bar@V2");"#,
                versions: "V1 { local: b2; }; V2 { } V1;")
        },
        Case(
            "a variable that would be copied", "failsAtLoad",
            #"symbol-missing","verdict":"failsAtLoad","library":null,"node":null"#
        ) {
            let whole = try $0.library("libv.so", "int data[4] = {1};")
            try $0.program("extern int data[4]; int seen; void use(void) { seen = data[1]; }", [whole])
            try $0.library("\(defaults)/libv.so")
        },
        Case("a need by path, through a link", "runs") {
            try $0.library("\(defaults)/libx.so.1.2", soname: "libx.so.1")
            try $0.link("\(defaults)/libx.so.1", to: "libx.so.1.2")
            try $0.program("", [], needs: ["\(defaults)/libx.so.1"])
        },
        Case("a need by path, through the links of a merged root", "runs") {
            guard let loader = SmallRoot.loader, defaults.hasPrefix("/usr/lib") else { throw SupportError("no merged machine") }
            let folder = String(loader[..<(loader.lastIndex(of: "/") ?? loader.endIndex)])
            guard unlink($0.path + loader) == 0, rmdir($0.path + folder) == 0 else { throw SupportError("\(loader) stays") }
            try $0.write("/usr" + loader, try readFile(loader), mode: 0o755)
            for name in Set([folder, "/lib"]) { try $0.link(name, to: "usr" + name) }
            try $0.library("\(defaults)/libx.so.1")
            try $0.program("", [], needs: [defaults.dropFirst(4) + "/libx.so.1"])
        },
        Case("the search path leads to a default directory", "runs") {
            try $0.library("\(defaults)/libx.so.1.2", soname: "libx.so.1")
            try $0.link("\(defaults)/libx.so.1", to: "libx.so.1.2")
            try $0.program("", ["-Wl,-z,nodefaultlib"] + RootTests.runpath(defaults), needs: ["libx.so.1"])
        },
    ]

    @Test("a record and its root say the same", arguments: same)
    func agreement(_ rule: Case) throws {
        let root = try SmallRoot()
        try rule.build(root)
        let record = try capture(root)
        let (whole, recorded) = (try root.check().outputText, try judge(root, by: record))
        #expect(
            recorded.status == (reasons(whole).isEmpty || whole.contains(#""verdict":"degrades""#) ? 0 : 1) || rule.verdict == nil
        )
        let found = try #require(verdict(on: root.path, in: whole), "\(whole)")
        #expect(verdict(on: record, in: recorded.outputText) == found, "\(whole)\n\(recorded.outputText)")
        #expect(reasons(recorded.outputText) == reasons(whole))
        guard let expected = rule.verdict else { return }
        #expect(found == expected, "\(whole)")
        #expect(reasons(whole).count == (rule.reason == nil ? 0 : 1), "\(reasons(whole))")
        if let reason = rule.reason { #expect(reasons(whole).first?.hasPrefix(reason) == true, "\(reasons(whole))") }
    }

    @Test("a directory that was not recorded is no missing library")
    func unrecorded() throws {
        let root = try SmallRoot()
        try root.library("/opt/lib/libx.so")
        try root.program("", RootTests.runpath("/opt/lib"), needs: ["libx.so"])
        try root.program("", [], needs: ["/opt/lib/libx.so"], at: "/bypath")
        let record = try capture(root)
        for subject in ["/prog", "/bypath"] {
            #expect(try root.verdict(subject) == "runs")
            let outcome = try judge(root, subject, by: record)
            #expect(verdict(on: record, in: outcome.outputText) == "unknown", "\(outcome.outputText)")
            #expect(outcome.status == 3)
            #expect(outcome.outputText.contains("/opt/lib"))
        }
        // What the default directories have is found there, whatever the other directory has.
        try root.library("\(Self.defaults)/libx.so")
        let second = try judge(root, by: try capture(root))
        #expect(verdict(on: record, in: second.outputText) == "runs", "\(second.outputText)")
    }

    // MARK: Two captures

    @Test("two captures are equal, and a record that is read and written is itself")
    func stable() throws {
        let root = try SmallRoot()
        try root.library("\(Self.defaults)/libv.so.1.0", Self.both, soname: "libv.so.1", versions: Self.full)
        try root.link("\(Self.defaults)/libv.so.1", to: "libv.so.1.0")
        let first = try readFile(try capture(root, as: "first.target"))
        let second = try readFile(try capture(root, as: "second.target"))
        #expect(first == second)
        #expect(first.starts(with: Array("preflight-target 1\n".utf8)))
        let text = String(decoding: first, as: UTF8.self)
        #expect(
            text.contains(
                "\(Self.defaults)/libv.so.1.0\n  as libv.so.1 libv.so.1.0\n  soname libv.so.1\n  nodes 2 V1 3 V2\n  symbols "))
        #expect(try CapturedTarget(bytes: first).text == text)
        #expect(try difference(root, "first.target", "second.target").status == 0)
    }

    @Test("what a move takes away is told")
    func differences() throws {
        let root = try SmallRoot()
        let place = "\(Self.defaults)/libv.so"
        try root.library(place, Self.both, versions: Self.full)
        try capture(root, as: "whole.target")
        try root.library(place, Self.withoutBar, versions: Self.otherBar)
        try capture(root, as: "symbol.target")
        try root.library(place, "void foo(void) {}", versions: "V1 { global: foo; local: *; };")
        try capture(root, as: "node.target")
        #expect(unlink(root.path + place) == 0)
        try capture(root, as: "library.target")

        let lost: [(to: String, line: String)] = [
            ("symbol.target", "  libv.so\n    - 1 symbol of nodes that stay\n    + 1 symbol\n"),
            ("node.target", "  libv.so\n    - V2\n"), ("library.target", "  - libv.so\n"),
        ]
        for (to, line) in lost {
            let outcome = try difference(root, "whole.target", to)
            #expect(outcome.status == 1)
            #expect(outcome.outputText.contains(line), "\(outcome.outputText)")
            #expect(!outcome.outputText.contains("libc.so.6"))
            let json = try difference(root, "whole.target", to, ["--format", "json"])
            #expect(json.outputText.contains(#""takesAway":true"#))
        }
        // The other way round, and to the same, nothing is gone.
        for (from, to, line) in [
            ("node.target", "whole.target", "    + V2\n"), ("library.target", "whole.target", "  + libv.so\n"),
            ("whole.target", "whole.target", "  no difference\n"),
        ] {
            let outcome = try difference(root, from, to)
            #expect(outcome.status == 0)
            #expect(outcome.outputText.contains(": nothing is taken away\n") && outcome.outputText.contains(line))
        }
        // A root stands for its record.
        let outcome = try preflight(["targets", "diff", root.directory.file("whole.target"), root.path])
        #expect(outcome.status == 1 && outcome.outputText.contains("  - libv.so\n"))
    }

    // MARK: Damage

    /// A change of a good record.
    struct Damage: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// What is said of it.
        let words: String
        let change: @Sendable (inout [String]) -> Void
    }

    static let damages: [Damage] = [
        Damage(testDescription: "another first line", words: "line 1 is not \"preflight-target 1\"; this is no captured target") {
            $0[0] = "ELF"
        },
        Damage(testDescription: "a format to come", words: "line 1 names format 2; this tool reads format 1") {
            $0[0] = "preflight-target 2"
        },
        Damage(testDescription: "a first line without its number", words: "line 1 names format ; this tool reads format 1") {
            $0[0] = "preflight-target"
        },
        Damage(testDescription: "an unknown line", words: "line 3 cannot be understood: colour blue\\x1b[0m") {
            $0.insert("colour blue\u{1B}[0m", at: 2)
        },
        Damage(testDescription: "an unknown line of a library", words: "cannot be understood:   colour blue") {
            $0.insert("  colour blue", at: $0.count - 1)
        },
        Damage(testDescription: "a fact of no library", words: "line 3 cannot be understood:   soname libx.so") {
            $0.insert("  soname libx.so", at: 2)
        },
        Damage(testDescription: "a library of no machine", words: "line 2 cannot be understood: library vax /lib/libx.so") {
            $0.insert("library vax /lib/libx.so", at: 1)
        },
        Damage(testDescription: "a machine of 48 bits", words: "line 2 cannot be understood: machine x 62 48 little") {
            $0.insert("machine x 62 48 little", at: 1)
        },
        Damage(testDescription: "a node without an index", words: "cannot be understood:   nodes V1 2") {
            $0.insert("  nodes V1 2", at: $0.count - 1)
        },
        Damage(testDescription: "nothing", words: "the file is empty") { $0 = [] },
    ]

    @Test("a damaged record is refused in one sentence", arguments: damages)
    func damaged(_ damage: Damage) throws {
        let root = try SmallRoot()
        try root.program("", [], needs: ["libc.so.6"])
        let good = String(decoding: try readFile(try capture(root)), as: UTF8.self)
        var lines = good.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        damage.change(&lines)
        let path = try root.directory.write("damaged.target", lines.joined(separator: "\n"))
        try refuses(root, path, damage.words)
    }

    @Test("what is no file is refused in one sentence")
    func noFile() throws {
        let root = try SmallRoot()
        try root.program("", [], needs: ["libc.so.6"])
        try refuses(root, root.directory.file("nowhere.target"), "cannot be read: No such file or directory")
        let folder = try root.directory.makeDirectory("folder.target")
        let outcome = try judge(root, by: folder)
        #expect(outcome.status == 2)
        #expect(
            outcome.errorText.contains(
                "folder.target: is no file that `targets capture` has written; a directory is named with --root"))
        // A FIFO would be waited for.
        try refuses(root, try root.directory.makeFIFO("fifo.target"), nil)
    }

    @Test("damaged symbols are no verdict", arguments: ["!!!!", "A", "AgAA", "AP///////w"])
    func damagedSymbols(text: String) throws {
        let root = try SmallRoot()
        try root.program("int puts(const char *); void use(void) { puts(\"\"); }", ["-lc"])
        let good = String(decoding: try readFile(try capture(root)), as: UTF8.self)
        let lines = good.split(separator: "\n").map { $0.hasPrefix("  symbols ") ? "  symbols \(text)" : String($0) }
        let path = try root.directory.write("damaged.target", lines.joined(separator: "\n") + "\n")
        let outcome = try judge(root, by: path)
        #expect(outcome.status == 3, "\(outcome.outputText)")
        #expect(verdict(on: path, in: outcome.outputText) == "unknown")
        #expect(
            outcome.outputText.contains(
                "has symbols that cannot be read: their list in the record is damaged; capture the target again"))
    }

    // MARK: Names

    @Test("hostile names survive the way into a record and back")
    func hostile() throws {
        let root = try SmallRoot()
        let name = "lib a%41\n\u{7F}é.so.1"
        let soname: [UInt8] = Array("lib b%\n".utf8) + [0xFF, 0xC3] + Array(".so".utf8)
        var library = Self.builder()
        library.soname = Name(bytes: soname)
        library.definitions = [.init("x", index: 1, flags: 1), .init("V 1%", index: 2), .init([0xFE], index: 3)]
        library.symbols = [.init("one", isDefined: true, version: 2)]
        try root.write("\(Self.defaults)/\(name)", library.write())
        var subject = Self.builder()
        subject.type = 2
        subject.interpreter = SmallRoot.loader.map { Name($0) }
        subject.needed = [Name(name)]
        subject.needs = [.init(Name(name), [.init("V 1%", index: 2), .init([0xFE], index: 3)])]
        subject.symbols = [.init("one", version: 2, relocation: .plt)]
        try root.write("/prog", subject.write(), mode: 0o755)
        subject.needs = [.init(Name(name), [.init("V 2%", index: 2)])]
        try root.write("/other", subject.write(), mode: 0o755)

        let record = try capture(root)
        let bytes = try readFile(record)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("  as lib%20a%2541%0A%7F%C3%A9.so.1\n  soname lib%20b%25%0A%FF%C3.so\n  nodes 2 V%201%25 3 %FE\n"))
        let target = try CapturedTarget(bytes: bytes)
        #expect(target.text == text)
        let read = try #require(target.libraries.first { $0.names == [name] })
        #expect(read.soname.map { RawText.bytes($0) } == soname)
        #expect(read.path == "\(Self.defaults)/\(name)")
        #expect(read.nodes.map { RawText.bytes($0.name) } == [Array("V 1%".utf8), [0xFE]])
        for (subject, expected) in [("/prog", "runs"), ("/other", "failsAtLoad")] {
            #expect(try root.verdict(subject) == expected)
            let outcome = try judge(root, subject, by: record)
            #expect(verdict(on: record, in: outcome.outputText) == expected, "\(outcome.outputText)")
        }
        let difference = try preflight(["targets", "diff", record, root.path])
        #expect(difference.status == 0 && difference.outputText.contains("no difference"))
        #expect(unlink("\(root.path)\(Self.defaults)/\(name)") == 0)
        let lost = try preflight(["targets", "diff", record, root.path])
        #expect(lost.status == 1)
        #expect(!lost.output.contains { $0 == 0xFF || $0 == 0x7F }, "a name from a file reached the terminal as it is")
    }

    @Test("an empty name and a name of the target are words")
    func words() throws {
        var target = CapturedTarget()
        target.name = "Linux  100%\n of \u{1B}[1mmine"
        target.machines["x"] = Machine(number: 62, is64Bit: true, isBigEndian: false)
        var library = CapturedLibrary(architecture: "x", path: "")
        library.needed = ["", "%", "#"]
        library.soname = ""
        target.libraries = [library]
        let read = try CapturedTarget(bytes: Array(target.text.utf8))
        #expect(read.name == target.name)
        #expect(read.libraries.first?.path == "")
        #expect(read.libraries.first?.needed == ["", "%", "#"])
        #expect(read.libraries.first?.soname == "")
        #expect(read.text == target.text)
    }

    @Test("a machine of the other byte order")
    func bigEndian() throws {
        let root = try SmallRoot()
        var library = ELFBuilder(Encoding(is64Bit: true, isBigEndian: true))
        library.soname = "libz.so.1"
        try root.write("/usr/lib/s390x-linux-gnu/libz.so.1", library.write())
        let outcome = try preflight(["targets", "capture", "--root", root.path])
        #expect(outcome.status == 0)
        #expect(outcome.errorText.contains("has libraries for s390x, but no dynamic loader"))
        #expect(outcome.outputText.contains("\nmachine s390x 22 64 big\n"))
        #expect(outcome.outputText.contains("\nlibrary s390x /usr/lib/s390x-linux-gnu/libz.so.1\n  as libz.so.1\n"))
        #expect(try CapturedTarget(bytes: outcome.output).text == outcome.outputText)

        // The symbols are none, without versions: 0 in base64.
        func record(_ order: String) throws -> String {
            try root.directory.write(
                "\(order).target",
                """
                preflight-target 1
                name mainframe
                machine s390x 22 64 \(order)
                loader s390x /lib/ld64.so.1 glibc 2.36 lib/s390x-linux-gnu /lib/s390x-linux-gnu
                library s390x /lib/s390x-linux-gnu/ld64.so.1
                  as ld64.so.1
                  nodes 2 GLIBC_2.2
                  symbols AA
                library s390x /lib/s390x-linux-gnu/libc.so.6
                  as libc.so.6
                  soname libc.so.6
                  nodes 2 GLIBC_2.2 3 GLIBC_2.34
                  symbols AA

                """)
        }
        var subject = ELFBuilder(Encoding(is64Bit: true, isBigEndian: true))
        subject.type = 2
        subject.interpreter = "/lib/ld64.so.1"
        subject.needed = ["libc.so.6"]
        for (node, order, expected) in [
            ("GLIBC_2.34", "big", "runs"), ("GLIBC_2.38", "big", "failsAtLoad"), ("GLIBC_2.34", "little", "failsAtLoad"),
        ] {
            subject.needs = [.init("libc.so.6", [.init(Name(node), index: 2)])]
            try root.write("/prog", subject.write(), mode: 0o755)
            let path = try record(order)
            let outcome = try judge(root, by: path)
            #expect(verdict(on: path, in: outcome.outputText) == expected, "\(outcome.outputText)")
        }
    }

    // MARK: Help

    /// An object for the machine of the root.
    static func builder() -> ELFBuilder {
        var builder = ELFBuilder()
        #if arch(arm64)
            builder.machine = 183
        #endif
        return builder
    }

    @discardableResult
    func capture(_ root: SmallRoot, as name: String = "root.target") throws -> String {
        let path = root.directory.file(name)
        let outcome = try preflight(["targets", "capture", "--root", root.path, "-o", path])
        guard outcome.status == 0 else { throw SupportError("capture: \(outcome)") }
        return path
    }

    func judge(_ root: SmallRoot, _ subject: String = "/prog", by record: String) throws -> Outcome {
        try preflight(["check", root.path + subject, "--targets", record, "--format", "json"])
    }

    func difference(_ root: SmallRoot, _ from: String, _ to: String, _ options: [String] = []) throws -> Outcome {
        try preflight(["targets", "diff", root.directory.file(from), root.directory.file(to)] + options)
    }

    /// Both commands that read a record say `words`, in one sentence and with status 2.
    func refuses(_ root: SmallRoot, _ path: String, _ words: String?) throws {
        for outcome in [try judge(root, by: path), try preflight(["targets", "diff", path, path])] {
            #expect(outcome.status == 2, "\(outcome)")
            let text = outcome.errorText
            if let words { #expect(text.contains(words), "\(text)") }
            let sentence = text.prefix { $0 != "\n" }
            #expect(sentence.hasPrefix("Error: ") && sentence.contains(path.split(separator: "/").last ?? ""), "\(text)")
            #expect(outcome.output.isEmpty)
        }
    }

    /// Rule, verdict, library and node of every reason, as the report has them, sorted.
    func reasons(_ json: String) -> [String] {
        json.split(separator: "{\"rule\":\"").dropFirst().compactMap { reason in
            reason.firstRange(of: ",\"bearer\"").map { String(reason[..<$0.lowerBound]) }
        }.sorted()
    }
}
