// Where this is: signs from a pod that is not at hand, and from namespaces made here.

import PreflightHost
import PreflightTestSupport
import Testing

@Suite struct SurroundingsTests {
    @Test func collectsTheSignsOfAPod() throws {
        let here = SurroundingsReader(root: try hostFixture("kubernetes-pod"))
        let evidence = here.evidence()
        let signs = Dictionary(uniqueKeysWithValues: evidence.map { ($0.name, $0) })
        #expect(signs["where.kubernetes"]?.value == "10.96.0.1")
        #expect(signs["where.control-group"]?.suggests == "a pod of Kubernetes")
        #expect(signs["where.root-mount"]?.suggests == "a container of containerd")
        #expect(signs["where.machine"]?.value == "Amazon EC2 m7i.large")
        #expect(signs["where.dockerenv"] == nil)
        let own = evidence.map(\.name).filter { $0.hasPrefix("where.namespace.") }
        #expect(own == ["cgroup", "ipc", "mnt", "net", "pid", "uts"].map { "where.namespace.\($0)" })
        #expect(here.reading(of: "where.namespace.user")?.value == .success(.text("initial")))
        #expect(here.reading(of: "kernel.release")?.value == .success(.text("6.8.0-1021-aws")))
        #expect(here.reading(of: "os.id")?.value == .success(.text("ubuntu")))
        #expect(here.reading(of: "os.name")?.value == .success(.text("Ubuntu 24.04.2 LTS")))
        #expect(evidence.allSatisfy { !$0.source.isEmpty && !$0.suggests.isEmpty })
    }

    @Test func saysWhyASignIsMissing() throws {
        let here = SurroundingsReader(root: try hostFixture("masked-sys"))
        #expect(here.evidence().map(\.name) == ["where.kernel"])
        for name in here.names where name != "where.kernel" && name != "kernel.release" {
            guard case .failure(let reason) = try #require(here.reading(of: name)).value else { throw UnexpectedReading(name) }
            #expect(!reason.description.isEmpty)
        }
        #expect(here.reading(of: "where.nothing") == nil)
    }

    @Test func agreesWithThisMachine() throws {
        let here = SurroundingsReader()
        let release = try run(#require(find("uname")), ["-r"]).outputText.filter { $0 != "\n" }
        #expect(here.reading(of: "kernel.release")?.value == .success(.text(release)))
        #expect(here.overview().contains { $0.name == "kernel.release" })
    }

    private static let namespaces: Bool = {
        guard let unshare = find("unshare") else { return false }
        return (try? run(unshare, ["--pid", "--uts", "--fork", "true"]))?.status == 0
    }()

    @Test(.enabled(if: namespaces, "namespaces cannot be made here: this needs root"))
    func seesNamespacesMadeForIt() throws {
        let script = "for n in pid uts ipc; do readlink /proc/self/ns/$n; done"
        let lines = try run(#require(find("unshare")), ["--pid", "--uts", "--fork", "sh", "-c", script]).outputText.split(
            separator: "\n")
        try #require(lines.count == 3)
        let directory = try TemporaryDirectory()
        for name in ["proc", "proc/self", "proc/self/ns"] { _ = try directory.makeDirectory(name) }
        for (name, line) in zip(["pid", "uts", "ipc"], lines) {
            _ = try directory.makeLink("proc/self/ns/\(name)", to: String(line))
        }
        let inside = SurroundingsReader(root: try HostRoot(path: directory.path))
        #expect(inside.reading(of: "where.namespace.pid")?.value == .success(.text("other")))
        #expect(inside.reading(of: "where.namespace.uts")?.value == .success(.text("other")))
        #expect(
            inside.reading(of: "where.namespace.ipc")?.value == SurroundingsReader().reading(of: "where.namespace.ipc")?.value)
    }

    @Test func takesHostileTextForWhatItIs() throws {
        let directory = try TemporaryDirectory()
        for name in ["proc", "proc/self", "proc/self/ns", "proc/1", "etc"] { _ = try directory.makeDirectory(name) }
        try directory.write("proc/self/cgroup", ":::\n::\n\n0\n1:name=x:/a:docker-b\n")
        try directory.write("proc/self/mountinfo", "1 2 3\n- - - -\n1 2 3 / / rw -\n")
        try directory.write("proc/self/environ", [0, 0, 0xFF, 0xFE, 61, 0, 61, 61])
        try directory.write("etc/os-release", "ID=\"\nVERSION_ID=\"\\\"\\\n")
        _ = try directory.makeLink("proc/self/ns/pid", to: "pid:[99999999999999999999999]")
        _ = try directory.makeLink("proc/self/ns/uts", to: "uts:[")
        let here = SurroundingsReader(root: try HostRoot(path: directory.path))
        for name in here.names { _ = here.reading(of: name) }
        #expect(here.reading(of: "where.control-group")?.value == .success(.text("/a:docker-b")))
        guard case .failure(let reason)? = here.reading(of: "where.namespace.pid")?.value else { throw UnexpectedReading("pid") }
        #expect(reason.kind == .malformed)
        guard case .failure(let other)? = here.reading(of: "where.root-mount")?.value else { throw UnexpectedReading("mount") }
        #expect(other.kind == .malformed)
    }
}
