// Deployments of small sysroots: what is mounted where, what /etc will be, which programs go over, and what is said of them.

import PreflightCore
import PreflightELF
import PreflightInputs
import PreflightLoader
import PreflightTestSupport
import Testing

@testable import PreflightHooks

private let commit = String(repeating: "0123456789abcdef", count: 4)

/// A stateroot with deployments in a directory of its own.
private final class Sysroot {
    let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
        for part in ["run/ostree", "sysroot/ostree/deploy/pf/var/usrlocal/bin", "var/usrlocal/bin", "var/opt"] { try make(part) }
        try directory.write("run/ostree-booted", "")
    }

    func make(_ path: String) throws {
        let outcome = try run("/bin/mkdir", ["-p", directory.file(path)])
        guard outcome.status == 0 else { throw SupportError("mkdir \(path): \(outcome)") }
    }

    /// Makes deployment `serial` and returns its path in the directory.
    @discardableResult
    func deploy(_ serial: Int, links: [(name: String, target: String)] = [("usr/local", "../var/usrlocal"), ("opt", "var/opt")])
        throws
        -> String
    {
        let path = "sysroot/ostree/deploy/pf/deploy/\(commit).\(serial)"
        for part in ["usr/lib", "usr/etc/ld.so.conf.d", "etc/ld.so.conf.d", "var"] { try make("\(path)/\(part)") }
        try directory.write("\(path)/usr/lib/os-release", "ID=test\n")
        for link in links { _ = try directory.makeLink("\(path)/\(link.name)", to: link.target) }
        return path
    }

    func root(_ path: String, running: String? = nil, variable: String? = "var", isStaged: Bool = true) throws -> DeploymentRoot {
        try DeploymentRoot(
            directory.file(path), name: "the deployment", variable: variable.map(directory.file),
            running: running.map(directory.file), isStaged: isStaged, buffers: ReadBuffers())
    }

    /// The answer of `hook ostree`, with what it said.
    func hook(_ change: (inout OSTreePlaces) -> Void = { _ in }) -> (answer: HookAnswer, lines: [String]) {
        var places = OSTreePlaces(root: directory.path)
        change(&places)
        var settings = HookSettings()
        settings.configuration = directory.file("none")
        settings.milliseconds = 60_000
        try? directory.write("none", "{}")
        var lines: [String] = []
        let answer = HookSession(.ostree, settings, log: HookLog(journal: "/nonexistent", syslog: "/nonexistent")).run(
            say: { lines.append($0) }, { (session) throws(InputError) in try OSTreeHook.judge(session, places) })
        return (answer, lines)
    }
}

@Suite struct DeploymentTests {
    @Test func variableDataIsTheMountedOne() throws {
        let sysroot = try Sysroot()
        let path = try sysroot.deploy(0)
        try sysroot.make("\(path)/var/usrlocal/bin")
        try sysroot.directory.write("\(path)/var/usrlocal/bin/hidden", "from the image")
        try sysroot.directory.write("var/usrlocal/bin/tool", "mounted")
        let root = try sysroot.root(path)
        #expect(root.realPath("/usr/local/bin/tool") == "/var/usrlocal/bin/tool")
        #expect(root.realPath("/usr/local/bin/hidden") == nil)
        #expect(root.names(in: "/usr/local/bin") == ["tool"])
        #expect(root.bytes(of: "/usr/local/bin/tool", most: 100) == Array("mounted".utf8))
        #expect(root.realPath("/usr/local/bin/../../../../../../etc") == "/etc")
        let own = try sysroot.root(path, variable: nil)
        #expect(own.realPath("/usr/local/bin/hidden") == "/var/usrlocal/bin/hidden")
        #expect(own.realPath("/usr/local/bin/tool") == nil)
    }

    @Test func linksInTheMountedDirectoryStayInside() throws {
        let sysroot = try Sysroot()
        let path = try sysroot.deploy(0)
        _ = try sysroot.directory.makeLink("var/opt/release", to: "/usr/lib/os-release")
        _ = try sysroot.directory.makeLink("var/opt/up", to: "../../../../../../../../../usr/lib/os-release")
        _ = try sysroot.directory.makeLink("var/opt/loop", to: "loop")
        let root = try sysroot.root(path)
        #expect(root.bytes(of: "/opt/release", most: 100) == Array("ID=test\n".utf8))
        #expect(root.bytes(of: "/opt/up", most: 100) == Array("ID=test\n".utf8))
        #expect(root.realPath("/opt/loop") == nil)
    }

    /// As the merge of libostree does it, file by file.
    @Test func configurationIsMerged() throws {
        let sysroot = try Sysroot()
        let old = try sysroot.deploy(0)
        let new = try sysroot.deploy(1)
        func write(_ name: String, factory: String?, local: String?, new text: String?) throws {
            if let factory { try sysroot.directory.write("\(old)/usr/etc/\(name)", factory) }
            if let local { try sysroot.directory.write("\(old)/etc/\(name)", local) }
            if let text {
                try sysroot.directory.write("\(new)/usr/etc/\(name)", text)
                try sysroot.directory.write("\(new)/etc/\(name)", text)
            }
        }
        try write("ld.so.conf", factory: "a", local: "a", new: "b")
        try write("ld.so.conf.d/changed", factory: "a", local: "mine", new: "b")
        try write("ld.so.conf.d/removed", factory: "a", local: nil, new: "a")
        try write("ld.so.conf.d/added", factory: nil, local: "mine", new: nil)
        try write("ld.so.conf.d/dropped", factory: "a", local: "a", new: nil)
        try write("ld.so.conf.d/brought", factory: nil, local: nil, new: "b")
        try write("ld.so.cache", factory: "a", local: "a", new: "a")
        let root = try sysroot.root(new, running: old)
        func text(_ name: String) -> String? {
            root.bytes(of: "/etc/\(name)", most: 100).map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(text("ld.so.conf") == "b")
        #expect(text("ld.so.conf.d/changed") == "mine")
        #expect(text("ld.so.conf.d/removed") == nil)
        #expect(text("ld.so.conf.d/added") == "mine")
        #expect(text("ld.so.conf.d/dropped") == nil)
        #expect(text("ld.so.conf.d/brought") == "b")
        #expect(text("ld.so.cache") == nil)
        // "dropped" is listed still, and is not there when it is read.
        let names = Set(root.names(in: "/etc/ld.so.conf.d"))
        #expect(names.isSuperset(of: ["added", "brought", "changed"]) && !names.contains("removed"))
    }

    @Test func pathsAreCalledAsPeopleWriteThem() throws {
        let sysroot = try Sysroot()
        let path = try sysroot.deploy(0)
        let root = try sysroot.root(path)
        let local = LocalPaths(
            ["/usr/local", "/opt", "/srv"], in: root, directory: sysroot.directory.file(path),
            variable: sysroot.directory.file("var"), current: nil)
        #expect(local.areas.map(\.paths) == [["/usrlocal", "/opt"]])
        #expect(local.shown("/var/usrlocal/bin/x") == "/usr/local/bin/x")
        #expect(local.shown("/var/lib/x") == "/var/lib/x")
        let area = try #require(local.areas.first)
        #expect(
            local.patterns(["/usr/local/games*", "/opt/huge/*", "*.old", "/usr/share/x"], in: area) == [
                "/usrlocal/games*", "/opt/huge/*", "*.old",
            ])
        #expect(local.patterns(["/usr/local/games/*", "/var/opt/x"], in: area) == ["/usrlocal/games/*", "/opt/x"])
    }

    @Test func anImageMayHaveDirectoriesOfItsOwn() throws {
        let sysroot = try Sysroot()
        let old = try sysroot.deploy(0)
        let new = try sysroot.deploy(1, links: [("usr/local", "../var/usrlocal")])
        try sysroot.make("\(new)/opt/vendor")
        let current = try DirectoryRoot(
            [sysroot.directory.file(old)], mounts: [("/var", sysroot.directory.file("var"))], buffers: ReadBuffers())
        let local = LocalPaths(
            ["/usr/local", "/opt"], in: try sysroot.root(new), directory: sysroot.directory.file(new),
            variable: sysroot.directory.file("var"), current: current)
        #expect(local.areas.map(\.paths) == [["/usrlocal"], ["/opt"]])
        #expect(local.areas.map(\.isShared) == [true, false])
        #expect(local.lost.map(\.path) == ["/opt"])
    }

    @Test func whatLiesOverADirectoryOfTheImageIsWalkedToo() throws {
        let sysroot = try Sysroot()
        let path = try sysroot.deploy(0, links: [])
        try sysroot.make("\(path)/opt")
        try sysroot.make("var/ostree/state-overlays/opt/upper/bin")
        let local = LocalPaths(
            ["/opt"], in: try sysroot.root(path), directory: sysroot.directory.file(path),
            variable: sysroot.directory.file("var"), current: nil)
        #expect(local.areas.map(\.paths) == [["/ostree/state-overlays/opt/upper"], ["/opt"]])
    }

    @Test func withoutOSTreeOrStagingThereIsNothingToJudge() throws {
        let sysroot = try Sysroot()
        #expect(sysroot.hook().answer == .goOn)
        #expect(sysroot.hook { $0.root = sysroot.directory.file("run") }.answer == .goOn)
    }

    @Test func whatCannotBeReadStops() throws {
        let sysroot = try Sysroot()
        try sysroot.directory.write("run/ostree/staged-deployment", "no variant")
        let torn = sysroot.hook()
        #expect(torn.answer == .stop)
        #expect(torn.lines.contains { $0.contains("does not tell which deployment is staged") })
        try sysroot.make("run/composefs")
        try sysroot.directory.write("run/composefs/staged-deployment", "{}")
        let image = sysroot.hook()
        #expect(image.answer == .stop)
        #expect(image.lines.contains { $0.contains("composefs") })
    }

    @Test func aDeploymentIsNamedByItsDirectory() throws {
        let sysroot = try Sysroot()
        let path = try sysroot.deploy(0)
        let good = sysroot.hook { $0.deployment = sysroot.directory.file(path) }
        #expect(good.answer == .goOn, "\(good.lines)")
        #expect(sysroot.hook { $0.deployment = sysroot.directory.file("var") }.answer == .stop)
        #expect(sysroot.hook { $0.deployment = sysroot.directory.file(path).replacing(".0", with: ".7") }.answer == .stop)
    }

    /// A program that names an interpreter which no tree has.
    @Test func aProgramThatDoesNotStartIsNamed() throws {
        let sysroot = try Sysroot()
        let path = try sysroot.deploy(0)
        guard compiler != nil else {
            print("skipped: there is no C compiler; install gcc to run this test")
            return
        }
        try sysroot.make("sysroot/ostree/deploy/pf/var/opt")
        let program = try compile("int main(void) { return 0; }", as: "program", in: sysroot.directory)
        try sysroot.make("sysroot/ostree/deploy/pf/var/usrlocal/bin")
        let hostile = "a\u{1B}[31m\nb"
        let outcome = try run(
            "/bin/cp", [program, sysroot.directory.file("sysroot/ostree/deploy/pf/var/usrlocal/bin/\(hostile)")])
        #expect(outcome.status == 0)
        let stopped = sysroot.hook { $0.deployment = sysroot.directory.file(path) }
        #expect(stopped.answer == .stop)
        #expect(
            stopped.lines.contains { $0.contains("/usr/local/bin/") && $0.contains("would not start: names the interpreter") })
        #expect(stopped.lines.allSatisfy { line in line.unicodeScalars.allSatisfy { $0.value >= 0x20 } })
    }
}
