// Persisted kernel parameters: what real systemd-sysctl and procps make of trees of files, and what we say of the same trees.

import PreflightHost
import PreflightTestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A tree of configuration files that tests fill.
final class SysctlTree {
    let place: TemporaryDirectory

    init(_ files: [String: String], links: [String: String] = [:]) throws {
        place = try TemporaryDirectory()
        for directory in ["/etc/sysctl.d", "/run/sysctl.d", "/usr/local/lib/sysctl.d", "/usr/lib/sysctl.d"] { make(directory) }
        for (path, text) in files {
            make(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
            try place.write(String(path.dropFirst()), text)
        }
        for (path, target) in links { _ = try place.makeLink(String(path.dropFirst()), to: target) }
    }

    private func make(_ directory: String) {
        var path = ""
        for part in directory.split(separator: "/") {
            path += (path.isEmpty ? "" : "/") + part
            mkdir(place.file(path), 0o755)
        }
    }

    func reader(_ manager: SysctlManager? = nil) throws -> PersistedParameters {
        PersistedParameters(root: try HostRoot(path: place.path), manager: manager)
    }

    private static func first(_ programs: [String]) -> String? { programs.first { access($0, X_OK) == 0 } }

    /// The programs of the two managers, where the machine has them.
    static func program(_ manager: SysctlManager) -> [String]? {
        switch manager {
        case .systemd: first(["/usr/lib/systemd/systemd-sysctl", "/lib/systemd/systemd-sysctl"]).map { [$0] }
        case .procps: first(["/usr/sbin/sysctl", "/sbin/sysctl"]).map { [$0, "--system"] }
        }
    }

    /// Runs the real program on this tree in a network and mount namespace of its own, and returns what the parameters are before
    /// and after.
    func apply(_ manager: SysctlManager, _ keys: [String]) throws -> (before: [String], after: [String], outcome: Outcome) {
        let words = try #require(Self.program(manager))
        let files = keys.map { "/proc/sys/\($0)" }.joined(separator: " ")
        let tree = place.path
        let script = """
            mount --bind \(tree)/etc/sysctl.d /etc/sysctl.d && mount --bind \(tree)/usr/lib/sysctl.d /usr/lib/sysctl.d &&
            mount -t tmpfs none /run && mkdir /run/sysctl.d && mount --bind \(tree)/run/sysctl.d /run/sysctl.d &&
            mount -t tmpfs none /usr/local/lib && mkdir /usr/local/lib/sysctl.d &&
            mount --bind \(tree)/usr/local/lib/sysctl.d /usr/local/lib/sysctl.d || exit 99
            [ -e /etc/sysctl.conf ] || : > /etc/sysctl.conf
            conf=/dev/null; [ -e \(tree)/etc/sysctl.conf ] && conf=\(tree)/etc/sysctl.conf
            mount --bind $conf /etc/sysctl.conf || exit 99
            cat \(files); echo =; \(words.joined(separator: " ")) >&2; cat \(files)
            """
        let outcome = try run(
            try #require(find("unshare")), ["-m", "-n", "--propagation", "private", "/bin/sh", "-c", script], seconds: 20)
        let halves = outcome.outputText.split(separator: "=\n", omittingEmptySubsequences: false)
        guard halves.count == 2 else { throw SupportError("\(outcome)\n\(outcome.outputText)") }
        return (
            halves[0].split(separator: "\n").map(String.init), halves[1].split(separator: "\n").map(String.init), outcome
        )
    }

    static let canApply: Bool = {
        let may = Task.canUnshare && find("unshare") != nil && SysctlManager.allCases.allSatisfy { program($0) != nil }
        if !may { print("skipped: comparing with real systemd-sysctl and sysctl needs root, both programs and unshare") }
        return may
    }()
}

@Suite struct PersistedTests {
    /// Not those of net.ipv4.conf: there the kernel copies what is written for "default" to interfaces that had nothing written.
    private static let keys = [
        "net/ipv4/tcp_keepalive_time", "net/ipv4/tcp_keepalive_intvl", "net/ipv4/tcp_keepalive_probes",
        "net/ipv4/tcp_fin_timeout",
        "net/ipv6/conf/all/accept_redirects", "net/ipv6/conf/default/accept_redirects", "net/ipv6/conf/lo/accept_redirects",
    ].filter { access("/proc/sys/\($0)", F_OK) == 0 }

    private static func shown(_ value: Value) -> String {
        switch value {
        case .number(let number): number.description
        case .numbers(let numbers): numbers.map(\.description).joined(separator: "\t")
        case .text(let text): text
        case .unlimited: "unlimited"
        }
    }

    /// Compares what we say of a tree with what the real program does.
    private func compare(_ tree: SysctlTree, _ manager: SysctlManager, _ keys: [String] = keys) throws {
        let (before, after, outcome) = try tree.apply(manager, keys)
        let reader = try tree.reader(manager)
        for (index, key) in keys.enumerated() {
            let said: String? =
                if case .success(let value) = reader.reading(of: "persisted.\(key)")?.value { Self.shown(value) } else { nil }
            let files = (try? tree.reader(manager).assignments.map { "\($0.place) \($0.key)=\($0.value ?? "-")" }) ?? []
            #expect(
                said ?? before[index] == after[index],
                "\(key) by \(manager.rawValue)\n\(files.joined(separator: "\n"))\n\(outcome.errorText)")
        }
    }

    /// Trees that hold one question each.
    private static let trees: [(name: String, files: [String: String], links: [String: String])] = [
        (
            "the higher directory replaces a file of the same name whole",
            [
                "/usr/lib/sysctl.d/50-a.conf": "net.ipv4.tcp_keepalive_time = 100\nnet.ipv4.tcp_fin_timeout = 11\n",
                "/etc/sysctl.d/50-a.conf": "net.ipv4.tcp_keepalive_time = 200\n",
            ], [:]
        ),
        (
            "names are sorted across directories",
            [
                "/etc/sysctl.d/10-a.conf": "net.ipv4.tcp_fin_timeout = 11\n",
                "/usr/lib/sysctl.d/90-b.conf": "net.ipv4.tcp_fin_timeout = 12\n",
                "/run/sysctl.d/Z.conf": "net.ipv4.tcp_keepalive_time = 1\n",
                "/etc/sysctl.d/a.conf": "net.ipv4.tcp_keepalive_time = 2\n",
            ], [:]
        ),
        (
            "a link to /dev/null masks", ["/usr/lib/sysctl.d/50-a.conf": "net.ipv4.tcp_fin_timeout = 11\n"],
            ["/etc/sysctl.d/50-a.conf": "/dev/null"]
        ),
        (
            "a link to nothing masks", ["/usr/lib/sysctl.d/50-a.conf": "net.ipv4.tcp_fin_timeout = 11\n"],
            ["/etc/sysctl.d/50-a.conf": "nowhere"]
        ),
        (
            "sysctl.conf without a link",
            [
                "/etc/sysctl.conf": "net.ipv4.tcp_fin_timeout = 11\n", "/etc/sysctl.d/zz.conf": "net.ipv4.tcp_fin_timeout = 12\n",
            ], [:]
        ),
        (
            "sysctl.conf with a link",
            ["/etc/sysctl.conf": "net.ipv4.tcp_fin_timeout = 11\n", "/etc/sysctl.d/zz.conf": "net.ipv4.tcp_fin_timeout = 12\n"],
            ["/etc/sysctl.d/99-sysctl.conf": "../sysctl.conf"]
        ),
        (
            "a named parameter beats patterns, wherever they stand",
            [
                "/etc/sysctl.d/10.conf": "net.ipv4.tcp_keepalive_time = 33\n",
                "/etc/sysctl.d/20.conf": "net.ipv4.tcp_keepalive_* = 44\nnet.ipv4.tcp_keepalive_p* = 5\n",
            ], [:]
        ),
        (
            "a dash takes a parameter out of patterns",
            ["/etc/sysctl.d/10.conf": "net.ipv6.conf.*.accept_redirects = 0\n-net.ipv6.conf.all.accept_redirects\n"], [:]
        ),
        (
            "a dash after an assignment", ["/etc/sysctl.d/10.conf": "net.ipv4.tcp_fin_timeout = 11\n-net.ipv4.tcp_fin_timeout\n"],
            [:]
        ),
        (
            "a dash before an assignment",
            ["/etc/sysctl.d/10.conf": "-net.ipv4.tcp_fin_timeout\nnet.ipv4.tcp_fin_timeout = 11\n"], [:]
        ),
        (
            "the same pattern and value again stays at its place",
            [
                "/etc/sysctl.d/10.conf":
                    "net.ipv4.tcp_keepalive_* = 44\nnet.ipv4.tcp_keepalive_t* = 55\nnet.ipv4.tcp_keepalive_* = 44\n"
            ], [:]
        ),
        (
            "errors, comments, blanks and other forms",
            [
                "/etc/sysctl.d/10.conf": """
                  # a comment
                ; another
                nonsense
                -net.ipv4.no_such = 5
                   net.ipv4.tcp_keepalive_time\t=   77\u{20}\u{20}
                net/ipv4/tcp_keepalive_intvl=66
                - net.ipv4.tcp_keepalive_probes = 7
                /net/ipv4/tcp_fin_timeout = 0x20
                net/ipv4.conf = 3
                = 5
                -
                """
            ], [:]
        ),
        (
            "lines of another system",
            ["/etc/sysctl.d/10.conf": "net.ipv4.tcp_keepalive_time = 77\r\nnet.ipv4.tcp_fin_timeout = 11\r\n\r\n# x\r\n"], [:]
        ),
        (
            "hidden files, and files of other names",
            [
                "/etc/sysctl.d/.hidden.conf": "net.ipv4.tcp_fin_timeout = 11\n",
                "/etc/sysctl.d/x.conf.bak": "net.ipv4.tcp_keepalive_time = 5\n",
                "/etc/sysctl.d/x": "net.ipv4.tcp_keepalive_time = 5\n",
                "/etc/sysctl.d/sub/x.conf": "net.ipv4.tcp_keepalive_time = 5\n",
                "/etc/sysctl.d/dir.conf/x": "net.ipv4.tcp_keepalive_time = 5\n",
            ], [:]
        ),
    ]

    @Test(.enabled(if: SysctlTree.canApply), arguments: SysctlManager.allCases, trees.indices)
    func realProgramsAgree(_ manager: SysctlManager, _ index: Int) throws {
        let (name, files, links) = Self.trees[index]
        _ = name
        try compare(try SysctlTree(files, links: links), manager)
    }

    @Test(.enabled(if: SysctlTree.canApply), arguments: SysctlManager.allCases) func interfacesWithADot(_ manager: SysctlManager)
        throws
    {
        // A VLAN's name cannot be had without an interface; "lo" is renamed where ip is.
        let tree = try SysctlTree([
            "/etc/sysctl.d/10.conf": "net.ipv4.conf.lo/5.accept_local = 1\nnet/ipv4/conf/enp3s0.200/forwarding = 1\n"
        ])
        let reader = try tree.reader(manager)
        #expect(reader.reading(of: "persisted.net/ipv4/conf/lo.5/accept_local")?.value == .success(.number(Number(1))))
        #expect(reader.reading(of: "persisted.net.ipv4.conf.enp3s0/200.forwarding")?.value == .success(.number(Number(1))))
        #expect(reader.names.contains("persisted.net.ipv4.conf.enp3s0/200.forwarding"))
        guard let ip = find("ip") ?? (access("/sbin/ip", X_OK) == 0 ? "/sbin/ip" : nil), let words = SysctlTree.program(manager)
        else {
            return print("skipped: an interface with a dot needs ip of iproute2")
        }
        let script =
            "\(ip) link set lo name lo.5 && mount --bind \(tree.place.path)/etc/sysctl.d /etc/sysctl.d && "
            + "\(words.joined(separator: " ")) >/dev/null 2>&1; cat /proc/sys/net/ipv4/conf/lo.5/accept_local"
        let outcome = try run(try #require(find("unshare")), ["-m", "-n", "/bin/sh", "-c", script])
        guard outcome.outputText != "" else { return print("skipped: lo cannot be renamed here: \(outcome.errorText)") }
        #expect(outcome.outputText == "1\n")
    }

    /// Random trees: any order of files, patterns, dashes and repetitions.
    @Test(.enabled(if: SysctlTree.canApply), arguments: SysctlManager.allCases, 0..<12)
    func randomTreesAgree(_ manager: SysctlManager, _ seed: Int) throws {
        var generator = Generator(seed: UInt64(seed))
        func draw(_ count: Int) -> Int { generator.below(count) }
        let names = [
            "net.ipv4.tcp_keepalive_time", "net/ipv4/tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes",
            "net.ipv4.tcp_fin_timeout",
            "net.ipv4.tcp_keepalive_*", "net.ipv4.tcp_keepalive_[ti]*", "net.ipv4.tcp_*_t?me*",
            "net.ipv6.conf.*.accept_redirects",
            "net.ipv6.conf.lo.accept_redirects", "net.ipv6.conf.[ad]*.accept_redirects", "net.ipv6.*.lo.accept_redirects",
        ]
        var files: [String: String] = [:]
        var links: [String: String] = [:]
        for _ in 0..<(2 + draw(4)) {
            let directory = ["/etc/sysctl.d", "/run/sysctl.d", "/usr/local/lib/sysctl.d", "/usr/lib/sysctl.d"][draw(4)]
            let path = "\(directory)/\(["10", "50-b", "50-B", "9"][draw(4)]).conf"
            if draw(8) == 0, files[path] == nil {
                links[path] = "/dev/null"
                continue
            }
            guard links[path] == nil else { continue }
            for _ in 0..<(1 + draw(5)) {
                let name = names[draw(names.count)]
                let isFlag = name.contains("accept_redirects")
                let value = isFlag ? draw(2) : 1 + draw(9)
                let line = ["\(name) = \(value)", "-\(name) = \(value)", "\(name)=\(value)", "-\(name)"][draw(4)]
                files[path, default: ""] += line + "\n"
            }
        }
        if draw(2) == 0 {
            files["/etc/sysctl.conf"] = "net.ipv4.tcp_fin_timeout = \(1 + draw(9))\n-net.ipv4.tcp_keepalive_time\n"
        }
        if draw(2) == 0, files["/etc/sysctl.conf"] != nil { links["/etc/sysctl.d/99-sysctl.conf"] = "../sysctl.conf" }
        try compare(try SysctlTree(files, links: links), manager)
    }
}
