// `preflight hook` as its hosts call it.

import PreflightTestSupport
import Testing

@testable import PreflightHooks

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

struct HookCommandTests {
    private let place: TemporaryDirectory
    private let root: String

    init() throws {
        place = try TemporaryDirectory()
        root = try place.makeDirectory("root")
        _ = try place.makeDirectory("root/opt")
        try place.write("root/opt/tool", program("GLIBC_2.34"))
        try place.setMode("root/opt/tool", 0o755)
    }

    private var input: [UInt8] {
        let lines = [
            "{\"preflight\":1,\"host\":\"dnf\",\"arch\":\"x86_64\",\"root\":\"\(root)\"}",
            #"{"out":"glibc-2.36","name":"glibc","provides":["libc.so.6()(64bit)","libc.so.6(GLIBC_2.34)(64bit)"]}"#,
            #"{"in":"glibc-2.31","name":"glibc","provides":["libc.so.6()(64bit)"]}"#, #"{"end":2}"#,
        ]
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private func hook(_ arguments: String..., input: [UInt8]? = nil) throws -> Outcome {
        try preflight(["hook", "dnf", "--state-directory", place.file("state")] + arguments, input: input ?? self.input)
    }

    @Test func stopsWithOne() throws {
        let outcome = try hook()
        #expect(outcome.status == 1)
        #expect(outcome.outputText.contains("  /opt/tool would not start: it needs GLIBC_2.34 of libc.so.6"))
        #expect(outcome.outputText.contains("To go on anyway: "))
        let verdict = String(decoding: try readFile(place.file("state/last-verdict.json")), as: UTF8.self)
        #expect(verdict.contains(#""outcome":"stop""#))
        #expect(verdict.contains(#""subject":"/opt/tool""#))
    }

    @Test func reportOnlyGoesOn() throws {
        let outcome = try hook("--report-only")
        #expect(outcome.status == 0)
        #expect(outcome.outputText.contains("would be stopped"))
    }

    @Test func nothingToSayIsSaidInSilence() throws {
        unlink(place.file("root/opt/tool"))
        let outcome = try hook()
        #expect(outcome.status == 0)
        #expect(outcome.output == [])
    }

    @Test(
        arguments: [([], 0), (["--on-unknown", "fail"], 1), (["--on-unknown", "fail", "--report-only"], 0)] as [([String], Int32)]
    )
    func whatCannotBeJudgedFollowsTheSetting(_ arguments: [String], _ status: Int32) throws {
        for input in [[], Array(self.input.dropLast(12)), Array("junk".utf8)] {
            let outcome = try preflight(
                ["hook", "dnf", "--state-directory", place.file("state")] + arguments, input: input)
            #expect(outcome.status == status, "\(outcome)")
            #expect(outcome.outputText.contains("not judged: "))
        }
    }

    @Test func theConfigurationIsFollowedAndItsErrorsAreUnknowns() throws {
        _ = try place.makeDirectory("root/own")
        _ = try tool("mv", [place.file("root/opt/tool"), place.file("root/own/tool")], makes: "root/own/tool", in: place)
        #expect(try hook().status == 0)
        let paths = try place.write("paths.json", #"{"hooks": {"paths": ["/own"]}}"#)
        #expect(try hook("--config", paths).status == 1)
        let excluded = try place.write("exclude.json", #"{"hooks": {"paths": ["/own"], "exclude": ["/own/t*"]}}"#)
        #expect(try hook("--config", excluded).status == 0)
        let broken = try place.write("broken.json", #"{"hooks": {"path": []}}"#)
        #expect(try hook("--config", broken).outputText.contains("did you mean paths?"))
        #expect(try hook("--config", broken, "--on-unknown", "fail").status == 1)
        let strict = try place.write("strict.json", #"{"hooks": {"onUnknown": "fail"}}"#)
        #expect(try hook("--config", strict, input: []).status == 1)
        let relative = try place.write("relative.json", #"{"hooks": {"paths": ["own"]}}"#)
        #expect(try hook("--config", relative).outputText.contains("no absolute path"))
    }

    @Test func hostileNamesReachNoTerminal() throws {
        let name = "/opt/a\n\u{1B}[31m\u{7F}"
        try writeFile(root + name, program("GLIBC_2.34").write())
        chmod(root + name, 0o755)
        let outcome = try hook()
        #expect(outcome.status == 1)
        #expect(outcome.outputText.contains("  /opt/a\\n\\x1b[31m\\x7f would not start"))
        #expect(!outcome.output.contains(0x1B))
    }

    @Test func inputWithoutEndMeetsTheDeadlineAndTooMuchIsRefused() throws {
        let pipe = try place.makeFIFO("pipe")
        let outcome = try run(
            "/bin/sh", ["-c", "exec 3<>'\(pipe)'; '\(buildDirectory)/preflight' hook dnf --deadline 200ms <&3"])
        #expect(outcome.status == 0)
        #expect(outcome.outputText.contains("standard input: did not end within 0.2 s"))
        let much = try hook(input: [UInt8](repeating: 0x20, count: HookProcess.mostInput + 1))
        #expect(much.outputText.contains("has more than 16 MiB"))
    }

    @Test func skippingIsSaid() throws {
        let program = "\(buildDirectory)/preflight"
        for (value, status) in [("1", 0), ("0", 1), ("", 1)] as [(String, Int32)] {
            let outcome = try run(
                "/usr/bin/env", ["PREFLIGHT_SKIP=\(value)", program, "hook", "dnf", "--state-directory", place.file("state")],
                input: input)
            #expect(outcome.status == status)
        }
    }

    @Test func manyAtOnceDoNotDisturbEachOther() throws {
        let list = try place.write("input", input)
        let program = "\(buildDirectory)/preflight"
        // xargs, because a shell's wait sees no child end where the signal of that is blocked, as it is in tests.
        let command = "'\(program)' hook dnf --state-directory '\(place.file("state"))' <'\(list)' >/dev/null 2>&1; echo $?"
        let outcome = try run(
            "/usr/bin/xargs", ["-P", "8", "-I@", "/bin/sh", "-c", command], input: Array("1\n2\n3\n4\n5\n6\n7\n8\n".utf8),
            seconds: 60)
        #expect(outcome.outputText == String(repeating: "1\n", count: 8))
        let left = try run("/bin/ls", ["-A", place.file("state")]).outputText.split(separator: "\n")
        #expect(left.allSatisfy { !$0.hasPrefix(".") })
    }
}

struct HookInstallTests {
    private let place: TemporaryDirectory

    init() throws {
        place = try TemporaryDirectory()
        for directory in [
            "usr", "usr/lib", "usr/lib/python3.6", "usr/lib/python3.6/site-packages", "usr/lib/python3.6/site-packages/dnf",
        ] {
            _ = try place.makeDirectory(directory)
        }
        try place.write("usr/lib/python3.6/site-packages/dnf/plugin.py", "")
    }

    private static let plugin = "usr/lib/python3.6/site-packages/dnf-plugins/preflight.py"
    private static let settings = "etc/dnf/plugins/preflight.conf"

    private func hook(_ arguments: String...) throws -> Outcome { try preflight(["hook"] + arguments + ["--root", place.path]) }

    private var files: [String] {
        get throws { try run("/usr/bin/find", [place.path, "-type", "f"]).outputText.split(separator: "\n").map(String.init) }
    }

    @Test func whatIsCarriedIsWhatLiesUnderPlugins() throws {
        let top = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
        for file in HookHost.all.flatMap(\.files) {
            let text = String(decoding: try readFile("\(top)/Plugins/\(file.source)"), as: UTF8.self)
            #expect(HookFiles.contents[file.source] == text, "\(file.source): run ci/hooks/embed")
        }
    }

    @Test func isPutWhereDNFLooksAndTakenAwayAgain() throws {
        let before = try files
        let dry = try hook("install", "dnf", "--dry-run")
        #expect(dry.status == 0)
        #expect(dry.outputText.contains("would create: /\(Self.plugin)"))
        #expect(dry.outputText.contains("class Preflight(dnf.Plugin):"))
        #expect(try files == before)
        let done = try hook("install", "dnf")
        #expect(done.status == 0)
        #expect(done.outputText.contains("--disableplugin=preflight"))
        #expect(try files.count == before.count + 2)
        #expect(try hook("install", "dnf").outputText.contains("keep, it is there: /\(Self.plugin)"))
        #expect(try hook("uninstall", "dnf").status == 0)
        #expect(try files == before)
        #expect(try hook("uninstall", "dnf").outputText.contains("it is not there: /\(Self.plugin)"))
    }

    @Test func whatSomebodyChangedStays() throws {
        _ = try hook("install", "dnf")
        let own = Array("[main]\nenabled = 0\n".utf8)
        try place.write(Self.settings, own)
        for command in ["install", "uninstall"] {
            let outcome = try hook(command, "dnf")
            #expect(outcome.status == 1)
            #expect(outcome.outputText.contains("leave alone, it is not as it was installed: /\(Self.settings)"))
            #expect(try readFile(place.file(Self.settings)) == own)
        }
        #expect(try files.contains(place.file(Self.plugin)) == false)
    }

    @Test func anEarlierVersionIsReplaced() throws {
        _ = try hook("install", "dnf")
        let now = try readFile(place.file(Self.plugin))
        try place.write(Self.plugin, Seal.sealed(Array("# an earlier one\n".utf8)))
        #expect(try hook("install", "dnf").outputText.contains("update: /\(Self.plugin)"))
        #expect(try readFile(place.file(Self.plugin)) == now)
    }

    @Test func whatTheUnitsHaveWrittenGoesWithThem() throws {
        let before = try files
        #expect(try hook("install", "ostree").status == 0)
        _ = try place.makeDirectory("etc/motd.d")
        for name in ["preflight", "other"] { try place.write("etc/motd.d/\(name)", "kept back\n") }
        #expect(try hook("uninstall", "ostree").outputText.contains("remove: /etc/motd.d/preflight"))
        #expect(Set(try files) == Set(before + [place.file("etc/motd.d/other")]))
        #expect(try !hook("uninstall", "ostree").outputText.contains("motd"))
    }

    @Test func linksLeadNowhereElse() throws {
        let outside = try TemporaryDirectory()
        _ = try place.makeLink("etc", to: outside.path)
        #expect(try hook("install", "dnf").status == 3)
        #expect(try run("/bin/ls", ["-A", outside.path]).output == [])
    }

    @Test func aRootWithoutDNFIsTold() throws {
        let empty = try TemporaryDirectory()
        let outcome = try preflight(["hook", "install", "dnf", "--root", empty.path])
        #expect(outcome.status == 2)
        #expect(outcome.errorText.contains("dnf is not installed in"))
        #expect(try preflight(["hook", "install", "nonsense"]).status == 2)
    }

    @Test func theSealKnowsItsContent() {
        var generator = Generator(seed: 41)
        for _ in 0..<200 {
            let content = (0..<generator.below(60)).map { _ in UInt8(generator.pick([10, 35, 65, 200])) }
            var sealed = Seal.sealed(content + [10])
            #expect(Seal.isWhole(sealed))
            let place = generator.below(sealed.count)
            sealed[place] ^= 1
            #expect(!Seal.isWhole(sealed))
        }
        #expect(!Seal.isWhole([]))
    }
}

struct HookLogTests {
    /// A bound datagram socket, and what came to it.
    private func listen(_ path: String) throws -> CInt {
        #if canImport(Glibc)
            let descriptor = socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue), 0)
        #else
            let descriptor = socket(AF_UNIX, CInt(SOCK_DGRAM), 0)
        #endif
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0 else { throw SupportError("bind failed") }
        return descriptor
    }

    private func received(_ descriptor: CInt) -> String {
        var buffer = [UInt8](repeating: 0, count: 8192)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }

    @Test func theJournalComesFirstThenSyslogThenNobody() throws {
        let place = try TemporaryDirectory()
        let (journal, syslog) = (place.file("journal"), place.file("log"))
        let log = HookLog(journal: journal, syslog: syslog)
        #expect(log.send("a", .warning) == .none)
        let second = try listen(syslog)
        defer { close(second) }
        #expect(log.send("line\nwith more", .error) == .syslog)
        #expect(received(second) == "<27>preflight[\(getpid())]: line\\nwith more")
        let first = try listen(journal)
        defer { close(first) }
        #expect(log.send("stop\nMESSAGE=forged", .warning, fields: [("PREFLIGHT_HOST", "dnf\nX=1")]) == .journal)
        let lines = received(first).split(separator: "\n").map(String.init)
        #expect(lines.contains("MESSAGE=stop\\nMESSAGE=forged"))
        #expect(lines.contains("PREFLIGHT_HOST=dnf\\nX=1"))
        #expect(lines.contains("PRIORITY=4"))
        #expect(lines.contains("SYSLOG_IDENTIFIER=preflight"))
        // Nobody reads: a full socket must not hold anything up.
        for _ in 0..<2000 { _ = log.send(String(repeating: "x", count: 4000), .info) }
    }
}
