// Remedies: proposed for real references, then really applied, and judged again.

import PreflightCore
import PreflightELF
import PreflightLoader
import PreflightTargets
import PreflightTestSupport
import Testing

@Suite struct RemedyTests {
    /// A library or program for x86-64 with its symbols.
    private func object(_ source: String, _ flags: [String], in directory: TemporaryDirectory) throws -> Object {
        let path = try compile(source, ["-O1", "-fno-builtin"] + flags, as: "object", in: directory)
        var file = try ObjectFile(path: path, buffers: ReadBuffers())
        try file.read([.references, .bindings])
        return file.object
    }

    private func place(_ target: String, _ object: Object) throws -> ReleasePlace {
        let selection = try Matrix.builtIn.select([target], asOf: Matrix.builtIn.asOf)
        return try #require(Places(selection, in: .builtIn).places(for: object.machine.name).first).place
    }

    private func judged(_ object: Object, _ target: String) throws -> (judgement: Judgement, place: ReleasePlace) {
        let place = try place(target, object)
        return (judge(Subject(object, names: NameTable(most: 0)), in: place), place)
    }

    /// A stand-in for a newer C library, which the machine may not have: each node with its symbols, for the linker alone.
    private func standIn(_ nodes: [(node: String, symbols: [String])], in directory: TemporaryDirectory) throws -> String {
        let symbols = nodes.flatMap(\.symbols)
        let source = symbols.map { "void \($0)(void) {}" }.joined(separator: "\n") + "\n"
        var script = ""
        for (node, symbols) in nodes { script += "\(node) { \(symbols.map { "\($0); " }.joined())};\n" }
        try directory.write("nodes", script)
        return try compile(
            source,
            ["-shared", "-fPIC", "-nostdlib", "-fno-builtin", "-Wl,-soname,libc.so.6", "-Wl,--version-script,nodes"],
            as: "libc.so.6",
            in: directory
        )
    }

    /// Whether the machine links with a glibc that has `version` for x86-64; prints why not.
    private func canLink(_ version: Version) throws -> Bool {
        let words = try run(find("getconf") ?? "getconf", ["GNU_LIBC_VERSION"]).outputText.split(whereSeparator: \.isWhitespace)
        let machine = try run(find("uname") ?? "uname", ["-m"]).outputText
        guard let glibc = words.last.flatMap({ Version($0) }), glibc >= version, machine.hasPrefix("x86_64") else {
            print("this machine does not link for x86-64 with glibc \(version) or later; not run")
            return false
        }
        return true
    }

    private static let library = ["-shared", "-fPIC"]

    @Test(arguments: [
        ("pow", "GLIBC_2.29", "debian-10", "double pow(double, double); double f(double a) { return pow(a, a); }", ["-lm"]),
        ("hypot", "GLIBC_2.35", "debian-11", "double hypot(double, double); double f(double a) { return hypot(a, a); }", ["-lm"]),
        (
            "memcpy", "GLIBC_2.14", "rhel-6",
            "void *memcpy(void *, const void *, unsigned long); void *f(void *a, void *b) { return memcpy(a, b, 9); }", []
        ),
    ])
    func anOlderVersion(symbol: String, node: String, target: String, source: String, libraries: [String]) throws {
        guard try canLink(Version(2, 35)) else { return }
        let directory = try TemporaryDirectory()
        let before = try object(source, Self.library + libraries, in: directory)
        let (judgement, place) = try judged(before, target)
        #expect(judgement.reasons.contains { $0.node == node && $0.rule == .nodeMissing })
        let remedies = remedies(for: judgement, of: before, in: place)
        let remedy = try #require(remedies.first { $0.symbols == [symbol] })
        #expect(remedy.kind == .reVersioned)
        let after = try object(remedy.lines.joined(separator: "\n") + "\n" + source, Self.library + libraries, in: directory)
        #expect(try judged(after, target).judgement.verdict == .runs, "\(remedy.lines)")
    }

    @Test func aMoveBetweenLibraries() throws {
        guard try canLink(Version(2, 34)) else { return }
        let directory = try TemporaryDirectory()
        let source = "int pthread_create(void *, void *, void *, void *); int f(void *a) { return pthread_create(a, a, a, a); }"
        let before = try object(source, Self.library, in: directory)
        let (judgement, place) = try judged(before, "debian-11")
        let remedy = try #require(remedies(for: judgement, of: before, in: place).first)
        #expect(remedy.kind == .moved)
        #expect(remedy.sentence.contains("-l:libpthread.so.0"))
        let flags = Self.library + ["-Wl,--no-as-needed,-l:libpthread.so.0"]
        let after = try object(remedy.lines.joined(separator: "\n") + "\n" + source, flags, in: directory)
        #expect(try judged(after, "debian-11").judgement.verdict == .runs)
        // Without the library the version is found and the symbol is not.
        let half = try object(remedy.lines.joined(separator: "\n") + "\n" + source, Self.library, in: directory)
        #expect(try judged(half, "debian-11").judgement.reasons.map(\.rule) == [.symbolMissing])
        // Loaders before 2.30 look in the library that the need names, which no line changes.
        let (old, older) = try judged(before, "rhel-8")
        let other = try #require(remedies(for: old, of: before, in: older).first)
        #expect(other.kind == .moved)
        #expect(other.lines.isEmpty)
    }

    @Test func anotherName() throws {
        guard try canLink(Version(2, 33)) else { return }
        let directory = try TemporaryDirectory()
        let source = "int stat(const char *, void *); int f(void *a) { return stat(\"/\", a); }"
        let before = try object(source, Self.library, in: directory)
        let (judgement, place) = try judged(before, "debian-11")
        let remedy = try #require(remedies(for: judgement, of: before, in: place).first)
        #expect(remedy.kind == .renamed)
        #expect(remedy.symbols == ["stat"])
        // What the headers of glibc 2.32 make of it.
        let older = """
            __asm__(".symver __xstat,__xstat@GLIBC_2.2.5");
            int __xstat(int, const char *, void *); int f(void *a) { return __xstat(1, "/", a); }
            """
        #expect(try judged(object(older, Self.library, in: directory), "debian-11").judgement.verdict == .runs)
    }

    @Test func aSubstituteThatIsThere() throws {
        guard try canLink(Version(2, 36)) else { return }
        let directory = try TemporaryDirectory()
        let source = "unsigned arc4random(void); unsigned f(void) { return arc4random(); }"
        let before = try object(source, Self.library, in: directory)
        let (judgement, place) = try judged(before, "debian-11")
        let remedy = try #require(remedies(for: judgement, of: before, in: place).first)
        #expect(remedy.kind == .new)
        #expect(remedy.sentence.contains("getrandom") && !remedy.sentence.contains("syscall"))
        let after = try object(
            "long getrandom(void *, long, int); long f(void *a) { return getrandom(a, 4, 0); }", Self.library, in: directory)
        #expect(try judged(after, "debian-11").judgement.verdict == .runs)
        // Neither getrandom nor the system call behind it is there.
        let (old, older) = try judged(before, "centos-7")
        #expect(remedies(for: old, of: before, in: older).isEmpty)
        let plan = try #require(plans(for: old, of: before, in: older).first)
        #expect(plan.left.map(\.symbol) == ["arc4random"])
        #expect(plan.sentence == "nothing replaces arc4random, which does not exist before glibc 2.36")
    }

    @Test func startUpCodeIsLeft() throws {
        guard try canLink(Version(2, 34)) else { return }
        let directory = try TemporaryDirectory()
        let source = "int dlclose(void *); int main(int count, char **words) { return dlclose(words); }"
        let before = try object(source, [], in: directory)
        let (judgement, place) = try judged(before, "debian-11")
        let plan = try #require(plans(for: judgement, of: before, in: place).first { $0.reason.node == "GLIBC_2.34" })
        #expect(plan.isComplete)
        #expect(plan.remedies.map(\.kind) == [.moved, .startUp])
        #expect(plan.sentence.contains("then only __libc_start_main is left"))
        #expect(plan.sentence.contains("-static-executable"))
    }

    @Test func aHeaderRedirect() throws {
        guard try canLink(Version(2, 17)) else { return }
        let directory = try TemporaryDirectory()
        _ = try standIn([("GLIBC_2.38", ["__isoc23_strtol", "__isoc23_sscanf"])], in: directory)
        let source = """
            long __isoc23_strtol(const char *, char **, int); int __isoc23_sscanf(const char *, const char *, ...);
            long f(char *a) { return __isoc23_strtol(a, 0, 0) + __isoc23_sscanf(a, a); }
            """
        let before = try object(source, Self.library + ["-nostdlib", "libc.so.6"], in: directory)
        let (judgement, place) = try judged(before, "debian-12")
        #expect(judgement.reasons.map(\.node) == ["GLIBC_2.38"])
        let remedy = try #require(remedies(for: judgement, of: before, in: place).first)
        #expect(remedy.kind == .headerRedirect)
        #expect(
            remedy.lines == [
                "__asm__(\".symver __isoc23_sscanf,__isoc99_sscanf@GLIBC_2.7\");",
                "__asm__(\".symver __isoc23_strtol,strtol@GLIBC_2.2.5\");",
            ]
        )
        let after = try object(remedy.lines.joined(separator: "\n") + "\n" + source, Self.library, in: directory)
        #expect(try judged(after, "debian-12").judgement.verdict == .runs)
    }

    @Test func aCheckingVariant() throws {
        guard try canLink(Version(2, 17)) else { return }
        let directory = try TemporaryDirectory()
        _ = try standIn([("GLIBC_2.42", ["__inet_pton_chk"])], in: directory)
        let source =
            "int __inet_pton_chk(int, const char *, void *, long); int f(void *a) { return __inet_pton_chk(2, a, a, 4); }"
        let before = try object(source, Self.library + ["-nostdlib", "libc.so.6"], in: directory)
        let (judgement, place) = try judged(before, "debian-12")
        let remedy = try #require(remedies(for: judgement, of: before, in: place).first)
        #expect(remedy.kind == .fortify)
        #expect(remedy.lines == ["-U_FORTIFY_SOURCE"])
        let after = try object(
            "int inet_pton(int, const char *, void *); int f(void *a) { return inet_pton(2, a, a); }", Self.library, in: directory
        )
        #expect(try judged(after, "debian-12").judgement.verdict == .runs)
    }

    @Test func aMeaningThatChangedIsNoOlderVersion() throws {
        guard try canLink(Version(2, 17)) else { return }
        let directory = try TemporaryDirectory()
        _ = try standIn([("GLIBC_2.42", ["cfsetspeed"])], in: directory)
        let source = "int cfsetspeed(void *, unsigned); int f(void *a) { return cfsetspeed(a, 9600); }"
        let before = try object(source, Self.library + ["-nostdlib", "libc.so.6"], in: directory)
        let (judgement, place) = try judged(before, "debian-13")
        let remedy = try #require(remedies(for: judgement, of: before, in: place).first)
        #expect(remedy.kind == .headerRedirect)
        #expect(remedy.lines.isEmpty)
    }

    @Test func aMarker() throws {
        var builder = ELFBuilder()
        builder.needed = ["libc.so.6"]
        builder.needs = [.init("libc.so.6", [.init("GLIBC_2.2.5", index: 2), .init("GLIBC_ABI_DT_RELR", index: 3)])]
        builder.relativeRelocations = 1
        let directory = try TemporaryDirectory()
        var file = try ObjectFile(path: try directory.write("object", builder), buffers: ReadBuffers())
        try file.read([.references, .bindings])
        let (judgement, place) = try judged(file.object, "debian-11")
        let remedies = remedies(for: judgement, of: file.object, in: place)
        #expect(remedies.map(\.kind) == [.marker])
        #expect(remedies.first?.lines == ["-Wl,-z,nopack-relative-relocs"])
    }

    @Test func whereToBuild() throws {
        let matrix = Matrix.builtIn
        func advice(_ names: String...) throws -> BuildAdvice {
            matrix.buildAdvice(try matrix.select(names, asOf: matrix.asOf), on: "x86_64")
        }
        let usual = try advice("debian-12", "ubuntu-22.04", "alpine-3.22")
        #expect(usual.oldest?.id == "ubuntu-22.04")
        #expect(usual.platform?.id == "ubuntu-22.04")
        #expect(usual.musl.map(\.id) == ["alpine-3.22"])
        // Nothing that old has a Swift.
        #expect(try advice("rhel-6").platform == nil)
        #expect(try advice("alpine-3.22").oldest == nil)
    }
}
