// The state of threads and user namespaces: real ones, and trees composed of what other systems show.

import PreflightTestSupport
import Testing

@testable import PreflightHost

@Suite struct SeccompStateTests {
    private func tree(_ files: [String: String]) throws -> (root: HostRoot, directory: TemporaryDirectory) {
        let directory = try TemporaryDirectory()
        for (file, text) in files { try directory.writeDeep(file, text) }
        return (try HostRoot(path: directory.path), directory)
    }

    @Test func theOwnStateIsThatOfProc() throws {
        let state = try SeccompState(root: .live)
        let own = try #require(state.threads.first)
        let text = String(decoding: try readFile("/proc/self/status"), as: UTF8.self)
        #expect(text.contains("Seccomp:\t\(try #require(own.mode).rawValue)\n"))
        let reader = ProbeReader()
        #expect(reader.reading(of: "seccomp.actions")?.raw?.contains("errno") == true)
        #expect(reader.reading(of: "seccomp.mode")?.source == "/proc/self/task/*/status")
        for name in reader.names { #expect(reader.reading(of: name) != nil, "\(name)") }
        #expect(reader.reading(of: "call.nothing") == nil)
        #expect(reader.reading(of: "call.") == nil)
        #expect(reader.reading(of: "nofile") == nil)
    }

    @Test(.enabled(if: isSuperuser && compiler != nil, "a filter without no_new_privs needs root, its program a C compiler"))
    func aFilterOfOneThreadIsThatOfOneThread() throws {
        let directory = try TemporaryDirectory()
        try FilteredProbes.writeTree(["--thread", "bpf=EPERM"], to: directory.path)
        let root = try HostRoot(path: directory.path)
        let state = try SeccompState(root: root)
        #expect(state.threads.map(\.mode) == [.off, .filter])
        #expect(state.mode == .filter)
        #expect(state.summary == "1 thread with mode off and 0 filters, 1 thread with mode filter and 1 filter")
        let remarks = ProbeReader(root: root).remarks()
        #expect(remarks.map(\.rule) == [.seccompThreadsDiffer])
        #expect(remarks[0].message.contains(state.summary))
        let reader = ProbeReader(root: root)
        #expect(reader.reading(of: "seccomp.mode")?.value == .success(.text("filter")))
        #expect(reader.reading(of: "seccomp.filters")?.value == .success(.number(Number(1))))
        // All threads under one filter are no finding.
        let whole = try TemporaryDirectory()
        try FilteredProbes.writeTree(["--nnp", "bpf=EPERM"], to: whole.path)
        let all = ProbeReader(root: try HostRoot(path: whole.path))
        #expect(all.remarks().isEmpty)
        #expect(all.reading(of: "seccomp.no-new-privs")?.value == .success(.number(Number(1))))
    }

    @Test func whatIsMissingOrOddIsSaid() throws {
        let old = try tree(["proc/self/task/7/status": "Name:\tx\nSeccomp:\t2\n", "proc/sys/x": ""])
        let reader = ProbeReader(root: old.root)
        #expect(reader.reading(of: "seccomp.mode")?.value == .success(.text("filter")))
        for name in ["seccomp.filters", "seccomp.no-new-privs", "seccomp.actions"] {
            guard case .failure(let reason)? = reader.reading(of: name)?.value else { throw SupportError("\(name) is read") }
            #expect(reason.kind == .absent)
        }
        // Nothing is tried for a tree, nor for another process.
        for other in [reader, ProbeReader(process: "1")] {
            for name in ["call.clone3", "call.clone3.answer", "user-namespaces"] {
                guard case .failure(let reason)? = other.reading(of: name)?.value else { throw SupportError("\(name) is tried") }
                #expect(reason.kind == .notApplicable)
            }
        }
        guard case .failure(let gone)? = ProbeReader(root: old.root, process: "8").reading(of: "seccomp.mode")?.value else {
            throw SupportError("there is a process 8")
        }
        #expect(gone.kind == .gone)
        for text in [
            "", "Seccomp:\t3\n", "Seccomp:\t\n", "Seccomp:\t99999999999999999999999\n", "Seccomp:\t+2\n", "Seccomp:\t2\u{0}\n",
            "CapEff:\tzz\n", "Seccomp:\t0\nSeccomp_filters:\t-1\n",
        ] {
            let broken = try tree(["proc/self/task/7/status": text])
            #expect(throws: Unknown.self, "\(text.debugDescription)") { _ = try SeccompState(root: broken.root) }
        }
        let none = try tree(["proc/self/task/7/status": "Name:\tx\n"])
        #expect(try SeccompState(root: none.root).mode == nil)
    }
}

@Suite struct UserNamespaceTests {
    @Test func whatHappensIsWhatHappensToAProgram() throws {
        let attempt = try UserNamespaces.attempt()
        // util-linux tries the same, by another hand; root has to give up its privileges first.
        guard let unshare = find("unshare"), let setpriv = find("setpriv") else { return print("skipped: no util-linux") }
        let words = ["-U", "-r", "-m", "true"]
        let drop = ["--reuid", "65534", "--regid", "65534", "--clear-groups", "--inh-caps=-all"]
        let other = isSuperuser ? try run(setpriv, drop + [unshare] + words) : try run(unshare, words)
        #expect((other.status == 0) == (attempt.state == .success(.reachable)), "\(other) \(attempt)")
        if isSuperuser { #expect(attempt.user == 65534) }
    }

    @Test(.enabled(if: isSuperuser && compiler != nil, "filters and chroot need root, their program a C compiler"))
    func refusalsAreExplained() throws {
        let unfiltered = try FilteredProbes([])
        let free = try #require(unfiltered.namespaces)
        #expect(free.state == .success(.reachable))
        #expect(free.explanations(in: try unfiltered.context()).isEmpty)

        let none = try FilteredProbes(["--no-namespaces"], files: ["proc/sys/user/max_user_namespaces": "0\n"])
        let refused = try #require(none.namespaces)
        #expect(refused.answer.shown == "ENOSPC")
        #expect(refused.state == .success(.blocked))
        let reasons = refused.explanations(in: try none.context())
        #expect(reasons.contains("user.max_user_namespaces = 0: user namespaces are switched off"))
        let remark = try #require(ProbeReader.remarks(on: refused, in: try none.context()).first)
        #expect(remark.severity == .info)
        #expect(remark.remedy?.forGood?.contains("user.max_user_namespaces = 10000") == true)

        let jail = try FilteredProbes(["--chroot", "/usr"])
        let jailed = try #require(jail.namespaces)
        #expect(jailed.answer.shown == "EPERM")
        #expect(jailed.explanations(in: try jail.context()).contains { $0.contains("chroot") })

        let filter = try FilteredProbes(["unshare=EPERM"])
        let filtered = try #require(filter.namespaces)
        #expect(filtered.step == .unshare)
        #expect(filtered.explanations(in: try filter.context()).contains { $0.contains("seccomp filter is in force") })
        #expect(!filtered.explanations(in: try filter.context()).contains { $0.contains("chroot") })

        let killed = try #require(try FilteredProbes(["unshare=KILL_PROCESS"]).namespaces)
        #expect(killed.state == .success(.killed))
        let hung = try #require(try FilteredProbes(["--milliseconds", "100", "unshare&0x10000000=NOTIFY"]).namespaces)
        #expect(throws: Unknown.self) { _ = try hung.state.get() }
        // Only the second step fails: what Ubuntu's AppArmor does, here by a filter.
        let late = try #require(try FilteredProbes(["unshare(0x20000)=EPERM"]).namespaces)
        #expect(late.step == .mounts)
        #expect(late.unshareState == .success(.reachable))
        #expect(late.state == .success(.blocked))
    }

    @Test func ubuntuIsExplained() throws {
        let directory = try TemporaryDirectory()
        try directory.writeDeep("proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1\n")
        let context = ProbeContext(root: try HostRoot(path: directory.path))
        let attempt = UserNamespaces(step: .mounts, answer: .error(1), user: 65534)
        #expect(
            attempt.explanations(in: context).contains { $0.contains("apparmor_restrict_unprivileged_userns = 1: Ubuntu 24.04") })
        let remedy = try #require(ProbeReader.remarks(on: attempt, in: context).first?.remedy)
        #expect(remedy.now?.contains("sysctl -w kernel.apparmor_restrict_unprivileged_userns=0") == true)
    }
}
