// Resource limits of real processes, and of recorded ones.

import PreflightHost
import PreflightTestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

@Suite struct LimitTests {
    /// The numbers of `prlimit` of util-linux, which reads the same limits by its own code.
    private func reference(_ process: Int32) throws -> [String: (soft: String, hard: String)] {
        let prlimit = try #require(find("prlimit"))
        let outcome = try run(prlimit, ["--pid", "\(process)", "--noheadings", "--raw", "-o", "RESOURCE,SOFT,HARD"])
        var limits: [String: (soft: String, hard: String)] = [:]
        for line in outcome.outputText.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count == 3 { limits[words[0].lowercased()] = (String(words[1]), String(words[2])) }
        }
        return limits
    }

    private func text(_ reading: Reading?, scale: Int128 = 1) -> String {
        switch reading?.value {
        case .success(.number(let number)): Number(number.numerator * scale, over: number.denominator)?.description ?? "?"
        case .success(.unlimited): "unlimited"
        default: "?"
        }
    }

    @Test(.enabled(if: find("prlimit") != nil, "needs prlimit of util-linux"), arguments: [true, false])
    func allSixteenAgreeWithUtilLinux(_ isOther: Bool) throws {
        let prlimit = try #require(find("prlimit"))
        let child = try WaitingChild([
            prlimit, "--nofile=100:200", "--nproc=5000:6000", "--stack=1048576", "--core=0", "--cpu=3600:7200",
            "--rttime=1500000:2500001",
            "--memlock=65536:131072", "--as=1073741824:unlimited", find("sleep") ?? "/bin/sleep", "60",
        ])
        #expect(child.wait { child.name == "sleep" })
        let process = isOther ? child.process : getpid()
        let reader = LimitReader(root: .live, process: isOther ? child.process : nil)
        let expected = try reference(process)
        #expect(expected.count == 16)
        for limit in ResourceLimit.all {
            let scale: Int128 = limit.name == "rttime" ? 1_000_000 : 1
            #expect(text(reader.reading(of: limit.name), scale: scale) == expected[limit.name]?.soft, "\(limit.name)")
            #expect(
                text(reader.reading(of: "\(limit.name).hard"), scale: scale) == expected[limit.name]?.hard, "\(limit.name).hard")
        }
        guard isOther else { return }
        #expect(reader.reading(of: "nofile")?.value == .success(.number(Number(100))))
        #expect(reader.reading(of: "nofile")?.source == "prlimit(2)")
        #expect(reader.reading(of: "rttime")?.value == Number(3, over: 2).map { .success(.number($0)) })
        #expect(reader.reading(of: "rttime")?.unit == .seconds)
        #expect(text(reader.reading(of: "nproc")) == "5000")
        #expect(reader.reading(of: "nproc")?.scope == .user)
    }

    @Test(.enabled(if: Task.isRoot)) func anotherUsersLimitsComeFromTheFile() throws {
        let child = try WaitingChild([try #require(find("prlimit")), "--nofile=123:456", find("sleep") ?? "/bin/sleep", "60"])
        #expect(child.wait { child.name == "sleep" })
        let process = child.process
        let (limit, files) = try onOwnThread {
            try Task.becomeNobody()
            let reader = LimitReader(root: .live, process: process)
            return (reader.reading(of: "nofile"), reader.reading(of: "process.open-files"))
        }
        #expect(limit?.value == .success(.number(Number(123))))
        #expect(limit?.source == "/proc/\(process)/limits")
        #expect(limit?.raw?.hasPrefix("Max open files") == true)
        guard case .failure(let reason) = files?.value else {
            return #expect(Bool(false), "descriptors of root were told to nobody")
        }
        #expect(reason.kind == .denied)
    }

    @Test func zombieHasNoLimits() throws {
        let child = try WaitingChild(["/bin/sh", "-c", "exit 0"])
        #expect(child.wait { child.state == "Z" })
        for root in [HostRoot.live, try HostRoot(path: "/")] {
            let reader = LimitReader(root: root, process: child.process)
            for name in ["nofile", "nofile.hard", "process.threads", "process.maps"] {
                guard case .failure(let reason) = reader.reading(of: name)?.value else {
                    #expect(Bool(false), "\(name) of a zombie was read from \(root.path)")
                    continue
                }
                #expect(reason.kind == .gone, "\(name): \(reason)")
            }
        }
    }

    @Test(arguments: [Int32.max - 1, 0, -1, .min]) func missingProcessIsGone(_ process: Int32) throws {
        for root in [HostRoot.live, try HostRoot(path: "/")] {
            let reader = LimitReader(root: root, process: process)
            for name in ["nofile", "process.open-files", "process.threads", "process.maps", "nproc.used"] {
                guard case .failure(let reason) = reader.reading(of: name)?.value else {
                    #expect(Bool(false), "\(name) of no process was read")
                    continue
                }
                #expect(reason.kind == .gone, "\(name): \(reason)")
            }
            #expect(reader.remarks().isEmpty)
        }
    }

    @Test func processLimitsHoldForWhom() throws {
        let place = try TemporaryDirectory()
        for directory in ["proc", "proc/7"] { _ = try place.makeDirectory(directory) }
        func sentence(_ user: String, _ capabilities: String, _ map: String) throws -> String? {
            try place.write("proc/7/status", "Name:\tx\nUid:\t\(user)\t0\t0\t0\nThreads:\t3\nCapEff:\t\(capabilities)\n")
            try place.write("proc/7/uid_map", map)
            try place.write("proc/7/limits", Self.limits)
            return LimitReader(root: try HostRoot(path: place.path), process: 7).reading(of: "nproc")?.notes.first
        }
        let first = "         0          0 4294967295\n"
        #expect(try sentence("1000", "0000000000000000", first)?.contains("holds for this process (uid 1000") == true)
        #expect(try sentence("0", "0000000000000000", first)?.contains("not enforced") == true)
        #expect(try sentence("1000", "0000000000200000", first)?.contains("CAP_SYS_ADMIN or") == true)
        #expect(try sentence("1000", "0000000001000000", first)?.contains("CAP_SYS_ADMIN or") == true)
        #expect(try sentence("0", "000001ffffffffff", "0 100000 65536\n")?.contains("holds here, even for root") == true)
        try place.write("proc/7/status", "Uid:\tx\n")
        #expect(
            LimitReader(root: try HostRoot(path: place.path), process: 7).reading(of: "nproc")?.notes.first?.contains("not known")
                == true)
    }

    @Test(.enabled(if: Task.isRoot)) func threadsOfUserAreCounted() throws {
        let setpriv = try #require(find("setpriv"))
        // A user that nobody else has.
        let words = [setpriv, "--reuid=54321", "--clear-groups", find("sleep") ?? "/bin/sleep", "60"]
        let children = [try WaitingChild(words), try WaitingChild(words)]
        for child in children { #expect(child.wait { child.name == "sleep" }) }
        let reader = LimitReader(root: .live, process: children[0].process)
        #expect(reader.reading(of: "nproc.used")?.value == .success(.number(Number(2))))
        #expect(reader.reading(of: "nproc.used")?.scope == .user)
        #expect(reader.reading(of: "process.threads")?.value == .success(.number(Number(1))))
    }

    /// A /proc that shows its own processes to everybody, and the others to root and the group root.
    @Test(.enabled(if: Task.canUnshare && Task.isRoot), arguments: ["root", "group", "nobody"])
    func hiddenProcessesAreNotGone(_ reader: String) throws {
        let child = try WaitingChild([find("sleep") ?? "/bin/sleep", "60"])
        let process = child.process
        let names = ["nofile", "nproc.used", "process.threads", "process.maps"]
        let values = try onOwnThread {
            try Task.unshare(Task.newMounts)
            try Task.mountProc(options: "hidepid=2")
            if reader != "root" { try Task.becomeNobody(keepsGroups: reader == "group") }
            return names.map { LimitReader(root: .live, process: process).reading(of: $0)?.value }
        }
        for (name, value) in zip(names, values) {
            let kind: Unknown.Kind? = if case .failure(let reason) = value { reason.kind } else { nil }
            // Mappings need more than being seen.
            let expected: Unknown.Kind? =
                reader == "nobody" ? .hidden : reader == "group" && name == "process.maps" ? .denied : nil
            #expect(kind == expected, "\(name)")
        }
    }

    @Test func goRaisesItsOwnLimit() throws {
        let prlimit = try #require(find("prlimit"))
        let child = try WaitingChild([prlimit, "--nofile=199:200", find("sleep") ?? "/bin/sleep", "60"])
        #expect(child.wait { child.name == "sleep" })
        let reader = LimitReader(root: .live, process: child.process)
        #expect(reader.reading(of: "nofile")?.notes.first?.contains("Go") == true)
        #expect(reader.reading(of: "sigpending")?.scope == .user)
    }

    /// The whole of a container's view, composed from Docker's documents.
    @Test func recordedContainer() throws {
        let root = try HostRoot(path: "\(repositoryDirectory)/fixtures/hosts/docker-parameters")
        let limits = LimitReader(root: root)
        #expect(limits.reading(of: "nofile")?.value == .success(.number(Number(1_073_741_816))))
        #expect(limits.reading(of: "rtprio")?.value == .success(.number(Number(0))))
        #expect(limits.reading(of: "nproc")?.value == .success(.unlimited))
        #expect(limits.reading(of: "nproc.used")?.notes.first?.hasPrefix("at least") == true)
        #expect(limits.remarks().contains { $0.rule == .highOpenFiles })
        let parameters = ParameterReader(root: root)
        #expect(parameters.reading(of: "fs.file-max")?.value == .success(.number(Number(Int.max))))
        #expect(parameters.reading(of: "fs.file-max")?.notes == ["read-only here: it cannot be set from inside"])
        #expect(parameters.reading(of: "kernel.pid_max")?.notes.count == 2)
        guard case .failure(let reason) = parameters.reading(of: "net.core.rmem_max")?.value else { return #expect(Bool(false)) }
        #expect(reason.kind == .hidden)
        #expect(parameters.remedy(for: "net.core.somaxconn", wanted: .number(Number(8192)))?.now == nil)
    }

    @Test func countsDescriptorsThreadsAndMappings() throws {
        let shell = try WaitingChild(["/bin/sh", "-c", "exec 3</dev/null 4</dev/null 9</dev/null; kill -STOP $$"])
        #expect(shell.wait { shell.state == "T" })
        let reader = LimitReader(root: .live, process: shell.process)
        let names = try listDirectory("/proc/\(shell.process)/fd")
        #expect(names.contains("9"))
        #expect(reader.reading(of: "process.open-files")?.value == .success(.number(Number(names.count))))
        let lines = try readFile("/proc/\(shell.process)/maps").count { $0 == UInt8(ascii: "\n") }
        #expect(reader.reading(of: "process.maps")?.value == .success(.number(Number(lines))))
    }

    @Test func remarksAtTheEdges() throws {
        func rules(nofile: String, more: [String: String] = [:]) throws -> [(HostRule, Severity)] {
            let place = try TemporaryDirectory()
            for directory in ["proc", "proc/self", "proc/self/fd", "proc/sys", "proc/sys/fs", "proc/sys/kernel", "proc/sys/vm"] {
                _ = try place.makeDirectory(directory)
            }
            try place.write(
                "proc/self/limits",
                Self.limits.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                    if line.hasPrefix("Max open files") { return "Max open files            \(nofile)   files" }
                    return more[line.prefix(25).trimmingBlanks].map { "\(line.prefix(25))\($0)" } ?? String(line)
                }.joined(separator: "\n"))
            try place.write("proc/self/status", "Uid:\t0\t0\t0\t0\nThreads:\t4\nCapEff:\t0\n")
            try place.write("proc/self/maps", String(repeating: "x\n", count: 96))
            for descriptor in 0..<85 { try place.write("proc/self/fd/\(descriptor)", "") }
            try place.write("proc/sys/fs/nr_open", "1048576\n")
            try place.write("proc/sys/vm/max_map_count", "100\n")
            try place.write("proc/sys/kernel/core_pattern", "core\n")
            return LimitReader(root: try HostRoot(path: place.path)).remarks().map { ($0.rule, $0.severity) }
        }
        func has(_ found: [(HostRule, Severity)], _ rule: HostRule) -> Severity? { found.first { $0.0 == rule }?.1 }
        #expect(has(try rules(nofile: "1048576 1048576"), .highOpenFiles) == nil)
        #expect(has(try rules(nofile: "1048577 1048577"), .highOpenFiles) == .warning)
        #expect(has(try rules(nofile: "unlimited unlimited"), .highOpenFiles) == .warning)
        #expect(has(try rules(nofile: "1048576 1048577"), .openFilesAboveKernel) == .warning)
        #expect(has(try rules(nofile: "1024 1048576"), .openFilesAboveKernel) == nil)
        #expect(has(try rules(nofile: "1024 524288"), .lowOpenFiles) == .info)
        #expect(has(try rules(nofile: "1025 524288"), .lowOpenFiles) == nil)
        // 85 descriptors: 84.1 % of 101, 80 % needs 106 at most, 95 % needs 89 at most.
        let nearly = try rules(nofile: "101 101")
        #expect(nearly.contains { $0.0 == .nearlyExhausted && $0.1 == .warning })
        #expect(try rules(nofile: "89 89").filter { $0.0 == .nearlyExhausted && $0.1 == .error }.count == 2)
        // 96 of 100 mappings.
        #expect(try rules(nofile: "107 107").filter { $0.0 == .nearlyExhausted }.map(\.1) == [.error])
        #expect(has(try rules(nofile: "1025 1025"), .threadStack) == nil)
        #expect(has(try rules(nofile: "1025 1025", more: ["Max stack size": "unlimited unlimited bytes"]), .threadStack) == .info)
        #expect(
            has(try rules(nofile: "1025 1025", more: ["Max stack size": "1073741824 unlimited bytes"]), .threadStack) == .warning)
        #expect(has(try rules(nofile: "1025 1025"), .noCoreFile) == .info)
        #expect(
            has(try rules(nofile: "1025 1025", more: ["Max core file size": "unlimited unlimited bytes"]), .noCoreFile) == nil)
    }

    @Test func glibcTakesTheStackLimit() throws {
        guard compiler != nil else { return print("skipped: no C compiler") }
        let place = try TemporaryDirectory()
        let program = try compile(
            """
            #define _GNU_SOURCE
            #include <pthread.h>
            #include <stdio.h>
            int main(void) {
              pthread_attr_t a; size_t size; pthread_getattr_default_np(&a);
              pthread_attr_getstacksize(&a, &size); printf("%zu", size); return 0;
            }

            """, ["-pthread"], as: "stack", in: place)
        let prlimit = try #require(find("prlimit"))
        // The facts that the remark on stacks rests on.
        #expect(try run(prlimit, ["--stack=1073741824:", program]).outputText == "1073741824")
        #expect(try run(prlimit, ["--stack=unlimited:", program]).outputText == "2097152")
    }

    @Test func remediesAreTextToPaste() throws {
        let nofile = try #require(ResourceLimit.named("nofile"))
        let wanted = nofile.remedy(soft: .number(Number(65536)), hard: .number(Number(524_288)), process: 42)
        #expect(wanted.now == "prlimit --pid 42 --nofile=65536:524288")
        #expect(wanted.forGood?.contains("docker run --ulimit nofile=65536:524288 ") == true)
        #expect(wanted.forGood?.contains("LimitNOFILE=65536:524288\n") == true)
        #expect(nofile.remedy(soft: .number(Number(65536)), hard: nil).now == "ulimit -Sn 65536")
        let stack = try #require(ResourceLimit.named("stack"))
        #expect(stack.remedy(soft: .number(Number(8 << 20)), hard: nil).now == "ulimit -Ss 8192")
        #expect(stack.remedy(soft: .unlimited, hard: .unlimited).forGood?.contains("LimitSTACK=infinity") == true)
        let space = try #require(ResourceLimit.named("as"))
        #expect(space.remedy(soft: .unlimited, hard: nil).forGood?.contains("docker") == false)
        let time = try #require(ResourceLimit.named("rttime"))
        #expect(time.remedy(soft: Number(1, over: 2).map { .number($0) }, hard: nil).now == "prlimit --pid $$ --rttime=500000:")
    }

    @Test func remedyWorks() throws {
        let child = try WaitingChild([find("sleep") ?? "/bin/sleep", "60"])
        let nofile = try #require(ResourceLimit.named("nofile"))
        let command = try #require(
            nofile.remedy(soft: .number(Number(77)), hard: .number(Number(99)), process: child.process).now)
        #expect(try run("/bin/sh", ["-c", command]).status == 0)
        let reader = LimitReader(root: .live, process: child.process)
        #expect(reader.reading(of: "nofile")?.value == .success(.number(Number(77))))
        #expect(reader.reading(of: "nofile.hard")?.value == .success(.number(Number(99))))
        let shell = try #require(nofile.remedy(soft: .number(Number(55)), hard: nil).now)
        #expect(try run("/bin/sh", ["-c", "\(shell); ulimit -Sn"]).outputText == "55\n")
        let soft = try #require(nofile.remedy(soft: .number(Number(66)), hard: nil, process: child.process).now)
        #expect(try run("/bin/sh", ["-c", soft]).status == 0)
        #expect(reader.reading(of: "nofile")?.value == .success(.number(Number(66))))
        #expect(reader.reading(of: "nofile.hard")?.value == .success(.number(Number(99))))
    }

    @Test(arguments: [
        "", "\n", "Limit\nMax open files x y files\n", "Max open files 1\n", "Max open files 99999999999999999999999 1 files\n",
        "Max open files -1 -1 files\n", "Max open files\0 1 2\n", "\u{10FF80}\u{0}",
    ])
    func hostileTextIsUnknown(_ content: String) throws {
        let place = try TemporaryDirectory()
        for directory in ["proc", "proc/self"] { _ = try place.makeDirectory(directory) }
        try place.write("proc/self/limits", content)
        let reader = LimitReader(root: try HostRoot(path: place.path))
        guard case .failure(let reason) = reader.reading(of: "nofile")?.value else {
            return #expect(Bool(false), "\(String(describing: reader.reading(of: "nofile")))")
        }
        #expect(reason.kind == (content.allSatisfy(\.isNewline) ? .gone : .malformed))
        _ = reader.overview()
        _ = reader.remarks()
    }

    @Test func unknownNamesAreOthers() {
        let reader = LimitReader(root: .live)
        for name in ["nofiles", "nofile.soft", "vm.max_map_count", "", ".hard"] { #expect(reader.reading(of: name) == nil) }
        #expect(Set(reader.names).count == 36)
        #expect(reader.overview().map(\.name) == reader.names)
    }

    static let limits = """
        Limit                     Soft Limit           Hard Limit           Units
        Max cpu time              unlimited            unlimited            seconds
        Max file size             unlimited            unlimited            bytes
        Max data size             unlimited            unlimited            bytes
        Max stack size            8388608              unlimited            bytes
        Max core file size        0                    unlimited            bytes
        Max resident set          unlimited            unlimited            bytes
        Max processes             96365                96365                processes
        Max open files            20000                20000                files
        Max locked memory         8388608              8388608              bytes
        Max address space         unlimited            unlimited            bytes
        Max file locks            unlimited            unlimited            locks
        Max pending signals       96365                96365                signals
        Max msgqueue size         819200               819200               bytes
        Max nice priority         0                    0
        Max realtime priority     0                    0
        Max realtime timeout      unlimited            unlimited            us

        """
}

extension Substring {
    fileprivate var trimmingBlanks: String { split(separator: " ").joined(separator: " ") }
}
