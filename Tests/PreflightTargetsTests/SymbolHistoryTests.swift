// The symbol history of glibc: against the C library of the machine that the tests run on, and facts that are known.

import PreflightELF
import PreflightLoader
import PreflightTestSupport
import Testing

@testable import PreflightTargets

@Suite struct SymbolHistoryTests {
    let history = SymbolHistory.builtIn

    @Test func everyGroupOfTheTextIsUnderstood() {
        let symbols = history.symbols
        #expect(symbols.count > 4_000)
        #expect(Set(symbols).count == symbols.count)
        #expect(symbols.filter { history.versions(of: $0, on: "x86_64").count > 6 }.isEmpty)
        #expect(history.architectures.count == 11)
        for name in history.architectures.keys {
            let known = symbols.filter { !history.versions(of: $0, on: name).isEmpty }
            #expect(known.count > 3_000, "\(name)")
            for symbol in known {
                let versions = history.versions(of: symbol, on: name)
                #expect(versions.count(where: \.isDefault) <= 1)
                #expect(versions.allSatisfy { !$0.homes.isEmpty && $0.homes[0].from == nil })
                // Ascending, and never the same twice.
                #expect(versions.compactMap(\.first) == Set(versions.compactMap(\.first)).sorted())
            }
        }
    }

    @Test func aTextThatIsNoneIsRefused() {
        #expect(SymbolHistory(bytes: Array("preflight-symbols 2\n".utf8)) == nil)
        #expect(SymbolHistory(bytes: Array("nonsense here\n".utf8)) == nil)
        #expect(SymbolHistory(bytes: Array("architecture x y z 2.0 later\n".utf8)) == nil)
    }

    #if canImport(Glibc)
        @Test(arguments: [
            "libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "librt.so.1", "libresolv.so.2", "libutil.so.1",
            "libanl.so.1", "libthread_db.so.1",
        ])
        func theMachineHasWhatTheHistorySays(library: String) throws {
            guard let compiler else { throw SupportError("there is no C compiler to ask for libraries; install gcc") }
            let told = try run(compiler, ["-print-file-name=\(library)"]).outputText.split(separator: "\n").first.map(String.init)
            guard let path = told, path.contains("/") else {
                print("\(library) was not found on this machine; it is not compared")
                return
            }
            var file = try ObjectFile(path: path, buffers: ReadBuffers())
            try file.read([.definitions, .exports])
            let object = file.object
            let machine = object.machine.name
            let words = try run(find("getconf") ?? "getconf", ["GNU_LIBC_VERSION"]).outputText.split(
                whereSeparator: \.isWhitespace)
            let release = try #require(words.last.flatMap { Version($0) })
            guard let newest = history.newest(on: machine), release <= newest else {
                print("the history does not reach glibc \(release) on \(machine); \(library) is not compared")
                return
            }
            let names = Dictionary(object.definitions.map { ($0.index, $0.name) }, uniquingKeysWith: { first, _ in first })
            var real: Set<String> = []
            for symbol in object.symbols where !symbol.isUndefined {
                guard let node = symbol.version.flatMap({ names[$0] }), NumericNode(node)?.series == "GLIBC" else { continue }
                if symbol.name == node || symbol.name.hasSuffix("_version_placeholder") { continue }
                real.insert("\(symbol.name)@\(node)")
            }
            var said: Set<String> = []
            for symbol in history.symbols {
                for version in history.versions(of: symbol, on: machine) where version.isThere(in: release) {
                    guard NumericNode(version.node)?.series == "GLIBC" else { continue }
                    let homes = version.homes(in: release)
                    // What moved between two releases that were read may be on either side.
                    if homes.count > 1,
                        real.contains("\(symbol)@\(version.node)") || !homes.allSatisfy({ $0.libraries.contains(library) })
                    {
                        real.remove("\(symbol)@\(version.node)")
                    } else if homes.allSatisfy({ $0.libraries.contains(library) }) {
                        said.insert("\(symbol)@\(version.node)")
                    }
                }
            }
            #expect(real.subtracting(said).sorted() == [])
            #expect(said.subtracting(real).sorted() == [])
        }
    #endif

    @Test func nodesWithTheirLibraries() throws {
        let create = history.versions(of: "pthread_create", on: "x86_64")
        #expect(create.map(\.node) == ["GLIBC_2.2.5", "GLIBC_2.34"])
        #expect(create[0].homes.map(\.libraries) == [["libpthread.so.0"], ["libc.so.6"]])
        #expect(create[0].homes[1].from == Version(2, 34)...Version(2, 34))
        #expect(create.map(\.isDefault) == [false, true])
        #expect(create.map(\.first) == [nil, Version(2, 34)])
        // A node below the base stands for the base.
        #expect(history.versions(of: "pow", on: "aarch64").map(\.node) == ["GLIBC_2.17", "GLIBC_2.29"])
        #expect(history.versions(of: "pow", on: "loongarch64").map(\.node) == ["GLIBC_2.36"])
        #expect(history.versions(of: "sinh", on: "x86_64").map(\.node) == ["GLIBC_2.2.5", "GLIBC_2.44"])
        #expect(history.versions(of: "stdout", on: "x86_64").first?.kind == .object)
        // For old binaries alone since the merge.
        #expect(history.versions(of: "xdr_int", on: "x86_64").allSatisfy { !$0.isDefault })
        #expect(history.versions(of: "printf", on: "vax").isEmpty)
        // Nothing is said of what came after the last release that was read of an architecture.
        #expect(history.newest(on: "mipsel") == Version(2, 36))
        #expect(history.versions(of: "log2p1f128", on: "mipsel").isEmpty)
        #expect(history.versions(of: "swift_retain", on: "x86_64").isEmpty)
        #expect(history.knows("memcpy") && !history.knows("memcpyy") && !history.knows(""))
    }

    @Test(arguments: [
        ("arc4random", "GLIBC_2.36", "libc.so.6", Version(2, 36), "present"),
        ("arc4random", "GLIBC_2.36", "libc.so.6", Version(2, 35), "absent"),
        ("strlcpz", "GLIBC_2.38", "libc.so.6", Version(2, 41), "absent"),
        ("strlcpy", "GLIBC_2.36", "libc.so.6", Version(2, 41), "absent"),
        ("pthread_create", "GLIBC_2.2.5", "libpthread.so.0", Version(2, 31), "present"),
        ("pthread_create", "GLIBC_2.2.5", "libc.so.6", Version(2, 31), "absent"),
        ("pthread_create", "GLIBC_2.2.5", "libpthread.so.0", Version(2, 41), "present"),
        ("later", "GLIBC_2.99", "libc.so.6", Version(2, 41), "undecided"),
        ("later", "GLIBC_PRIVATE", "libc.so.6", Version(2, 41), "unlisted"),
    ])
    func versionedReferences(symbol: String, node: String, library: String, glibc: Version, expected: String) {
        let answer = history.answer(symbol: symbol, node: node, library: library, glibc: glibc, on: "x86_64")
        #expect(word(answer) == expected, "\(answer)")
    }

    @Test(arguments: [
        ("arc4random", Version(2, 36), [], "present"), ("arc4random", Version(2, 35), [], "absent"),
        ("pthread_create", Version(2, 31), [], "absent"), ("pthread_create", Version(2, 31), ["libpthread.so.0"], "present"),
        ("pthread_create", Version(2, 34), [], "present"), ("swift_retain", Version(2, 34), [], "unlisted"),
        // The first node is taken although it is hidden; a later hidden one is not.
        ("xdr_int", Version(2, 41), [], "present"), ("xdr_quad_t", Version(2, 41), [], "absent"),
        ("xdr_quad_t", Version(2, 31), [], "present"),
        ("memcpy", Version(2, 12), [], "present"), ("sin", Version(2, 41), [], "absent"),
        ("sin", Version(2, 41), ["libm.so.6"], "present"),
        ("clock_gettime", Version(2, 12), [], "absent"), ("clock_gettime", Version(2, 17), [], "present"),
        ("clock_gettime", Version(2, 12), ["librt.so.1"], "present"),
    ])
    func unversionedReferences(symbol: String, glibc: Version, loaded: [String], expected: String) {
        let answer = history.answer(unversioned: symbol, glibc: glibc, on: "x86_64", loadedLibraries: Set(loaded))
        #expect(word(answer) == expected, "\(answer)")
        if case .present = answer {
        } else if expected == "absent", !loaded.isEmpty {
            #expect(word(history.answer(unversioned: symbol, glibc: glibc, on: "x86_64", loadedLibraries: nil)) != "undecided")
        }
    }

    private func word(_ answer: SymbolAnswer) -> String {
        switch answer {
        case .present: "present"
        case .absent: "absent"
        case .undecided: "undecided"
        case .unlisted: "unlisted"
        }
    }

    // MARK: Judging

    /// A library with the needs of `source`, linked without libc.
    private func library(_ source: String, _ flags: [String]) throws -> Object {
        let directory = try TemporaryDirectory()
        let path = try compile(
            source, ["-shared", "-fPIC", "-fno-builtin", "-nostdlib", "-O1"] + flags, as: "lib.so", in: directory)
        var file = try ObjectFile(path: path, buffers: ReadBuffers())
        try file.read([.references, .bindings])
        return file.object
    }

    private func judgement(_ object: Object, _ target: String) throws -> Judgement {
        let selection = try Matrix.builtIn.select([target], asOf: Matrix.builtIn.asOf)
        return judge(object, in: try #require(Places(selection, in: .builtIn).places(for: object.machine.name).first).place)
    }

    @Test("P4: an unversioned reference to what the release has not yet")
    func unversionedInALibrary() throws {
        let source = "unsigned arc4random(void); unsigned twice(void) { return 2 * arc4random(); }"
        let lazy = try library(source, ["-Wl,-z,lazy"])
        #expect(try judgement(lazy, "debian-11").reasons.map(\.rule) == [.symbolMissing])
        #expect(try judgement(lazy, "debian-11").verdict == .failsOnCall)
        #expect(try judgement(lazy, "debian-12").reasons.isEmpty)
        let now = try library(source, ["-Wl,-z,now"])
        #expect(try judgement(now, "debian-11").verdict == .failsAtLoad)
        let weak = try library("__attribute__((weak)) " + source, ["-Wl,-z,now"])
        #expect(try judgement(weak, "debian-11").verdict == .degrades)
        // A symbol that is not glibc's comes from the program that loads it; so may pthread_create, before the merge.
        let other = try library(
            "void swift_retain(void); void pthread_create(void); void f(void) { swift_retain(); pthread_create(); }", [])
        #expect(try judgement(other, "debian-11").reasons.isEmpty)
    }

    @Test("P5: a node that is there and does not have the symbol")
    func takenOverNodes() throws {
        var builder = ELFBuilder()
        builder.machine = 183  // AArch64
        builder.needed = ["libc.so.6"]
        builder.needs = [.init("libc.so.6", [.init("GLIBC_2.18", index: 2)])]
        func verdict(_ symbol: String, _ target: String) throws -> Judgement {
            builder.symbols = [.init(Name(symbol), version: 2, relocation: .data)]
            let directory = try TemporaryDirectory()
            var file = try ObjectFile(path: try directory.write("object", builder), buffers: ReadBuffers())
            try file.read([.references, .bindings])
            return try judgement(file.object, target)
        }
        let missing = try verdict("__cxa_thread_atexit_impl", "centos-7")
        #expect(missing.verdict == .failsAtLoad)
        #expect(missing.reasons.map(\.rule) == [.symbolMissing])
        #expect(missing.reasons.first?.node == "GLIBC_2.18")
        #expect(try verdict("_mcount", "centos-7").verdict == .runs)
        #expect(try verdict("__cxa_thread_atexit_impl", "debian-12").verdict == .runs)
    }
}
