// What stands out among the resource limits of a process, whatever was expected.

extension LimitReader {
    /// Limits that are too high or too low by themselves, and use near a limit.
    public func remarks() -> [Remark] {
        openFileRemarks + stackRemarks + [coreRemark].compactMap(\.self) + useRemarks
    }

    private static let closeLoops = "https://github.com/moby/moby/issues/45534"
    private static let advice = "https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#Process%20Properties"
    /// What systemd gives every service since version 240, and what its documentation advises.
    private static let usual = (soft: Value.number(Number(1024)), hard: Value.number(Number(524_288)))

    private func value(_ name: String) -> Value? { reading(of: name).flatMap { try? $0.value.get() } }
    private func source(_ name: String) -> String { reading(of: name)?.source ?? root.shown("\(directory)/limits") }

    private var openFileRemarks: [Remark] {
        guard let limit = ResourceLimit.named("nofile"), let soft = value("nofile") else { return [] }
        var remarks: [Remark] = []
        let hard = value("nofile.hard")
        let hardText = hard.map(\.shown) ?? "not known"
        if soft.exceeds(1_048_576) {
            remarks.append(
                Remark(
                    .highOpenFiles, .warning, "nofile",
                    "the soft limit of open files is \(soft.shown): programs that close all possible "
                        + "descriptors before they start another program take seconds to minutes, and those that keep a table "
                        + "of them take gigabytes",
                    source: source("nofile"),
                    remedy: limit.remedy(soft: .number(Number(65536)), hard: Self.usual.hard, process: process),
                    citation: Self.closeLoops))
        } else if !soft.exceeds(1024) {
            let wanted = Number(65536)
            // Nobody but root may go beyond the hard limit.
            let reachable: Value? = hard.map { $0.exceeds(65535) ? .number(wanted) : $0 }
            let raise =
                hard == soft
                ? "the hard limit is the same, so raising it takes CAP_SYS_RESOURCE"
                : "the hard limit is \(hardText), so the program may raise it itself: Go and the JVM do, SwiftNIO does not"
            remarks.append(
                Remark(
                    .lowOpenFiles, .info, "nofile",
                    "the soft limit of open files is \(soft.shown): right for programs that use select(2), and reached by "
                        + "a server with as many connections (EMFILE); \(raise)",
                    source: source("nofile"),
                    remedy: HostRemedy(
                        now: limit.remedy(soft: hard == soft ? .number(wanted) : reachable, hard: nil, process: process).now,
                        forGood: limit.remedy(soft: .number(wanted), hard: Self.usual.hard, process: process).forGood),
                    citation: Self.advice))
        }
        if let hard, case .success(.number(let most)) = kernel("fs.nr_open").value, hard.exceeds(most) {
            remarks.append(
                Remark(
                    .openFilesAboveKernel, .warning, "nofile.hard",
                    "the hard limit of open files is \(hard.shown), above fs.nr_open = \(most): it cannot be set again to this "
                        + "value, not even by root (EPERM), so whatever sets its limits anew fails to start",
                    source: "\(source("nofile.hard")), \(root.shown("/proc/sys/fs/nr_open"))",
                    remedy: limit.remedy(soft: nil, hard: .number(most), process: process),
                    citation: "https://man7.org/linux/man-pages/man2/getrlimit.2.html"))
        }
        return remarks
    }

    /// From here on a stack is called huge; the usual limit is 8 MiB.
    private static let hugeStack: Int128 = 64 << 20

    private var stackRemarks: [Remark] {
        guard let limit = ResourceLimit.named("stack"), let soft = value("stack"),
            soft == .unlimited || soft.exceeds(Self.hugeStack - 1)
        else { return [] }
        let threads = value("process.threads")
        let remedy = limit.remedy(soft: .number(Number(8 << 20)), hard: nil, process: process)
        let citation = "https://man7.org/linux/man-pages/man3/pthread_create.3.html"
        guard case .number(let bytes) = soft else {
            return [
                Remark(
                    .threadStack, .info, "stack",
                    "the soft limit of the stack is unlimited: glibc then gives every thread a stack of its own default (2 MiB "
                        + "on x86-64 and arm64), less than under the usual limit of 8 MiB",
                    source: source("stack"), remedy: remedy, citation: citation)
            ]
        }
        var all = ""
        if case .number(let count) = threads, let total = count.times(bytes.floor, over: Number(1)) {
            all = "; \(count) threads would reserve \(total) bytes"
        }
        return [
            Remark(
                .threadStack, .warning, "stack",
                "the soft limit of the stack is \(bytes) bytes, and glibc reserves that much address space for every "
                    + "thread that does not ask for another size\(all)",
                source: source("stack"), remedy: remedy, citation: citation)
        ]
    }

    private var coreRemark: Remark? {
        guard value("core") == .number(Number(0)), let limit = ResourceLimit.named("core") else { return nil }
        let pattern = try? root.text("/proc/sys/kernel/core_pattern")
        // A program behind a pipe gets the core whatever the limit is (core(5)).
        if pattern?.hasPrefix("|") ?? false { return nil }
        return Remark(
            .noCoreFile, .info, "core",
            "the soft limit of core files is 0 and kernel.core_pattern is "
                + "\(pattern.map { "\"\($0)\"" } ?? "not readable"): a crash leaves no core file",
            source: source("core"), remedy: limit.remedy(soft: .unlimited, hard: nil, process: process),
            citation: "https://man7.org/linux/man-pages/man5/core.5.html")
    }

    private func kernel(_ name: String) -> Reading {
        let path = "/proc/sys/" + name.split(separator: ".").joined(separator: "/")
        do throws(Unknown) {
            let text = try root.text(path)
            guard let number = Number(kernel: text) else {
                throw Unknown(.malformed, "\(root.shown(path)) is no number: \(text)")
            }
            return Reading(.success(.number(number)), raw: text, source: root.shown(path), scope: .machine)
        } catch { return Reading(.failure(error), source: root.shown(path), scope: .machine) }
    }

    private var useRemarks: [Remark] {
        let files = UsageRule(
            used: "process.open-files", limit: "nofile", things: "descriptors",
            consequence: "at the limit open, accept and socket fail with EMFILE")
        let maps = UsageRule(
            used: "process.maps", limit: "vm.max_map_count", things: "mappings",
            consequence: "at the limit mmap and new threads fail with ENOMEM",
            citation: "https://docs.kernel.org/admin-guide/sysctl/vm.html#max-map-count")
        let threads = UsageRule(
            used: "nproc.used", limit: "nproc", things: "threads of this user",
            consequence: "at the limit clone fails with EAGAIN",
            citation: "https://man7.org/linux/man-pages/man2/getrlimit.2.html")
        func raised(_ name: String) -> HostRemedy? {
            guard let limit = ResourceLimit.named(name), case .number(let soft) = value(name) else { return nil }
            return limit.remedy(soft: .number(Number(soft.floor * 2)), hard: .number(Number(soft.floor * 2)), process: process)
        }
        let mapLimit = kernel("vm.max_map_count")
        var remarks = [
            files.remark(reading(of: files.used), of: reading(of: files.limit), remedy: raised("nofile")),
            maps.remark(
                reading(of: maps.used), of: mapLimit,
                remedy: HostRemedy(
                    now: "sysctl -w vm.max_map_count=1048576",
                    forGood: "/etc/sysctl.d/60-max-map-count.conf on the node:\nvm.max_map_count = 1048576")),
        ]
        // Counting reads every process, so it is not done where it means nothing.
        if enforcement.holds == true {
            remarks.append(threads.remark(reading(of: threads.used), of: reading(of: threads.limit), remedy: raised("nproc")))
        }
        return remarks.compactMap(\.self)
    }
}

extension Value {
    /// Whether it is a number above `bound`, or no limit at all.
    func exceeds(_ bound: Number) -> Bool {
        switch self {
        case .number(let number): number > bound
        case .unlimited: true
        case .numbers, .text: false
        }
    }

    func exceeds(_ bound: Int128) -> Bool { exceeds(Number(bound)) }

    /// For sentences.
    var shown: String {
        switch self {
        case .number(let number): number.description
        case .unlimited: "unlimited"
        case .numbers(let numbers): numbers.map(\.description).joined(separator: " ")
        case .text(let text): text
        }
    }
}

extension String {
    /// For sentences: a hostile file may hold a line of a megabyte.
    var shortened: String { utf8.count <= 200 ? self : prefix(100) + "…" }
}
