// What stands out among persisted kernel parameters.

extension PersistedParameters {
    private static let manual = "https://man7.org/linux/man-pages/man5/sysctl.d.5.html"

    /// Lines that are dead, contradict each other or the running kernel, or lower what was there.
    public func remarks() -> [Remark] {
        var remarks = configuration.unreadable.map { reason in
            Remark(
                .parameterNotRead, .warning, "persisted", "not judged: \(reason)", source: root.shown("/etc/sysctl.d"),
                remedy: HostRemedy(now: "ask as root"))
        }
        remarks += configuration.problems.map { problem in
            let place = problem.line == 0 ? problem.file : "\(problem.file):\(problem.line)"
            return Remark(
                .parameterNotRead, .warning, place, "\(place) \(problem.reason)", source: place,
                remedy: HostRemedy(forGood: "write it as: key = value"), citation: Self.manual)
        }
        remarks += neverRead + replacedFiles + overridden
        for line in effective where !line.isPattern {
            guard let value = line.value else { continue }
            if let remark = lowered(line.key, value, line) { remarks.append(remark) }
            if root.isLive, let remark = drift(line.key, value, line) { remarks.append(remark) }
        }
        return remarks + patternRemarks
    }

    // MARK: - Dead files

    /// Places that look right and that nothing reads.
    private static let wrongPlaces = [
        "/etc/sysctl.conf.d", "/etc/sysctld", "/etc/sysctl", "/etc/sysctld.d", "/usr/share/sysctl.d", "/usr/local/etc/sysctl.d",
        "/etc/systemd/sysctl.d", "/etc/systemd/sysctl.conf", "/etc/systemd/sysctl.conf.d",
    ]
    /// Endings by which package managers and editors put a file aside (hidden_or_backup_file of systemd).
    private static let asides = [
        "~", ".rpmnew", ".rpmsave", ".rpmorig", ".dpkg-old", ".dpkg-new", ".dpkg-tmp", ".dpkg-dist", ".dpkg-bak", ".dpkg-backup",
        ".dpkg-remove", ".ucf-new", ".ucf-old", ".ucf-dist", ".swp", ".bak", ".old", ".new", ".sample", ".example", ".disabled",
        ".md",
    ]

    private var neverRead: [Remark] {
        var dead: [(file: String, why: String, remedy: String)] = []
        if configuration.manager == .systemd, !isSingleFileLinked {
            dead.append(
                (
                    SysctlConfiguration.single,
                    "systemd-sysctl reads only the directories sysctl.d, and none of them links to it",
                    "ln -s ../sysctl.conf /etc/sysctl.d/99-sysctl.conf"
                ))
        }
        for directory in SysctlConfiguration.directories.dropLast() {
            for name in (try? root.names(in: directory)) ?? [] where !name.hasPrefix(".") && !name.hasPrefix("README") {
                let path = "\(directory)/\(name)"
                if let inside = try? root.names(in: path) {
                    for below in inside where below.hasSuffix(".conf") {
                        dead.append(
                            (
                                "\(path)/\(below)", "directories below sysctl.d are not read",
                                "mv \(path)/\(below) \(directory)/\(below)"
                            ))
                    }
                } else if !name.hasSuffix(".conf"), !Self.asides.contains(where: name.hasSuffix) {
                    dead.append((path, "only names that end in .conf are read", "mv \(path) \(path).conf"))
                }
            }
        }
        for place in Self.wrongPlaces {
            let inside = (try? root.names(in: place))?.map { "\(place)/\($0)" } ?? [place]
            for path in inside {
                dead.append((path, "nothing reads this place", "mv \(path) /etc/sysctl.d/60-local.conf"))
            }
        }
        return dead.compactMap { file, why, remedy in
            guard let text = try? root.text(file) else { return nil }
            let lines = SysctlFile(text, file: root.shown(file), manager: configuration.manager).assignments
            guard let first = lines.first else { return nil }
            // The same line elsewhere makes the dead one harmless.
            let lost = lines.filter { line in configuration.decision(on: line.path)?.value != line.value && line.value != nil }
            guard !lost.isEmpty else { return nil }
            let keys = lost.prefix(3).map { "\($0.key) = \(($0.value ?? "").shortened)" }.joined(separator: ", ")
            return Remark(
                .parameterNotRead, .warning, root.shown(file),
                "\(root.shown(file)) is not applied at boot: \(why); in it stand \(keys)"
                    + (lost.count > 3 ? " and \(lost.count - 3) more" : ""),
                source: first.place, remedy: HostRemedy(now: "sysctl -p \(root.shown(file))", forGood: remedy),
                citation: Self.manual)
        }
    }

    /// Whether a file that is read is a link to /etc/sysctl.conf.
    private var isSingleFileLinked: Bool {
        configuration.files.contains { file in
            guard let target = try? root.link(file.path) else { return false }
            return target == SysctlConfiguration.single || target == "../sysctl.conf" && file.path.hasPrefix("/etc/")
                || target.hasPrefix("../") && target.hasSuffix("/etc/sysctl.conf")
        }
    }

    private var replacedFiles: [Remark] {
        configuration.replaced.compactMap { file in
            guard let higher = file.replacedBy, let text = try? root.text(file.path) else { return nil }
            let lines = SysctlFile(text, file: root.shown(file.path), manager: configuration.manager).assignments
            let lost = lines.filter { $0.value != nil && configuration.decision(on: $0.path) == nil && !$0.isPattern }.map(\.key)
            guard !lines.isEmpty else { return nil }
            let rest = lost.isEmpty ? "" : "; nothing sets \(lost.prefix(3).joined(separator: ", ")) any more"
            return Remark(
                .parameterOverridden, .info, root.shown(file.path),
                "\(root.shown(file.path)) is not read: \(root.shown(higher)) has the same name and replaces it whole\(rest)",
                source: root.shown(higher),
                remedy: HostRemedy(forGood: "give \(root.shown(higher)) another name to add to it instead"),
                citation: Self.manual)
        }
    }

    // MARK: - Contradictions

    private var overridden: [Remark] {
        let lines = Dictionary(grouping: configuration.assignments.filter { $0.value != nil }, by: \.key)
        return lines.keys.sorted().compactMap { key in
            guard let all = lines[key], let winner = configuration.decision(on: all[0].path) ?? all.last,
                let loser = all.last(where: { !Self.isSame($0.value ?? "", winner.value ?? "") })
            else { return nil }
            // An administrator's file over a distribution's is what the directories are for.
            let isUsual = Self.isAdministrators(winner.file, root) && !Self.isAdministrators(loser.file, root)
            return Remark(
                .parameterOverridden, isUsual ? .info : .warning, key,
                "\(key) is set twice: \(loser.place) says \((loser.value ?? "").shortened), "
                    + "\(winner.place) says \((winner.value ?? "").shortened) and comes later, so it holds",
                source: "\(loser.place), \(winner.place)", remedy: HostRemedy(forGood: "take one of the two lines out"),
                citation: Self.manual)
        }
    }

    private static func isAdministrators(_ file: String, _ root: HostRoot) -> Bool { file.hasPrefix(root.shown("/etc/")) }

    private func drift(_ key: String, _ value: String, _ line: SysctlAssignment) -> Remark? {
        let reader = ParameterReader(root: root)
        guard let name = try? ParameterName(key) else { return nil }
        let reading = reader.reading(name)
        switch reading.value {
        case .success:
            guard let now = reading.raw, !Self.isSame(now, value) else { return nil }
            let isElsewhere =
                reading.scope.namespace.map { Namespaces(root: root).isFirst($0) == false } ?? reader.isReadOnly(name.path)
            let why =
                isElsewhere
                ? "it was not applied here, as in any container"
                : "something changed it after boot, or the file was not applied"
            return Remark(
                .parameterDrift, isElsewhere ? .info : .warning, key,
                "\(line.place) sets \(key) to \(value.shortened), but the running kernel has \(now.shortened): \(why)",
                source: "\(line.place), \(reading.source)",
                remedy: HostRemedy(
                    now: manager == .systemd ? "systemctl restart systemd-sysctl" : "sysctl --system",
                    forGood: "\(key) = \(now)   in \(line.file), if the running value is the right one"),
                citation: Self.manual)
        case .failure(let reason):
            guard reason.kind == .absent, !line.ignoresErrors else { return nil }
            return Remark(
                .parameterUnknown, .warning, key, "\(line.place) sets \(key), which the running kernel does not have: \(reason)",
                source: line.place,
                remedy: HostRemedy(
                    forGood: "-\(key) = \(value)   where it may be missing, or load its module before (modules-load.d)"),
                citation: Self.manual)
        }
    }

    // MARK: - Lowered values

    /// Parameters of which more never hurts a program.
    private static let moreIsBetter: Set<String> = [
        "fs.file-max", "fs.nr_open", "fs.aio-max-nr", "fs.epoll.max_user_watches", "fs.inotify.max_user_instances",
        "fs.inotify.max_user_watches", "fs.inotify.max_queued_events", "kernel.pid_max", "kernel.threads-max",
        "kernel.keys.maxkeys",
        "kernel.keys.root_maxkeys", "kernel.keys.root_maxbytes", "kernel.msgmnb", "kernel.msgmni", "kernel.shmall",
        "kernel.shmmax",
        "kernel.shmmni", "net.core.netdev_max_backlog", "net.core.rmem_max", "net.core.somaxconn", "net.core.wmem_max",
        "net.ipv4.tcp_max_syn_backlog", "net.netfilter.nf_conntrack_max", "vm.max_map_count",
    ]

    /// What systemd's first process writes at boot, before any file (bump_file_max_and_nr_open in src/core/main.c, since 240).
    private static let atBoot = ["fs.file-max": "9223372036854775807"]

    private func lowered(_ key: String, _ value: String, _ line: SysctlAssignment) -> Remark? {
        guard Self.moreIsBetter.contains(key), let number = Self.number(value[...]) else { return nil }
        var baselines: [(what: String, number: Number)] = []
        func add(_ what: String, _ text: String?) {
            if let number = text.flatMap({ Self.number($0[...]) }) { baselines.append((what, number)) }
        }
        // The distribution's files, read or replaced.
        let vendor = configuration.assignments.filter { !Self.isAdministrators($0.file, root) && $0.key == key }
        for other in vendor { add(other.place, other.value) }
        for file in configuration.replaced where !file.path.hasPrefix("/etc/") {
            guard let text = try? root.text(file.path) else { continue }
            for other in SysctlFile(text, file: root.shown(file.path), manager: configuration.manager).assignments
            where other.key == key {
                add(other.place, other.value)
            }
        }
        if configuration.manager == .systemd { add("systemd at boot", Self.atBoot[key]) }
        add("the kernel itself", KernelParameter.named(key)?.kernelDefault)
        if root.isLive, let name = try? ParameterName(key) {
            let reading = ParameterReader(root: root).reading(name)
            add("the running kernel", reading.raw)
        }
        guard let highest = baselines.filter({ $0.number > number }).max(by: { $0.number < $1.number }) else { return nil }
        return Remark(
            .parameterLowered, .warning, key,
            "\(line.place) lowers \(key) to \(number): \(highest.what) has \(highest.number)", source: line.place,
            remedy: HostRemedy(forGood: "take the line out, or write \(key) = \(highest.number)"),
            citation: KernelParameter.named(key)?.citation)
    }

    // MARK: - Patterns

    private var patternRemarks: [Remark] {
        configuration.patterns.filter { Self.isAdministrators($0.file, root) }.compactMap { line in
            let parts = line.path.split(separator: "/")
            guard parts.first == "net", parts.contains("conf") || parts.contains("neigh") else { return nil }
            let later =
                configuration.manager == .systemd
                ? "udev applies it to interfaces that come later, where udev runs"
                : "\(configuration.manager.rawValue) applies it once, and interfaces that come later keep the default"
            let fallback = parts.map { $0.contains { "*?[".contains($0) } ? "default" : String($0) }.joined(separator: ".")
            return Remark(
                .parameterPattern, .info, line.key,
                "\(line.place) sets \(line.key) for the interfaces that are there at that time; \(later); "
                    + "interfaces that are named elsewhere are left out",
                source: line.place,
                remedy: HostRemedy(forGood: "\(fallback) = \(line.value ?? "")   beside it, for interfaces to come"),
                citation: Self.manual)
        }
    }

    // MARK: - Comparing

    /// Whether two texts set a parameter to the same: by words, numbers by their value.
    static func isSame(_ left: String, _ right: String) -> Bool {
        let (left, right) = (left.words, right.words)
        return left.count == right.count
            && zip(left, right).allSatisfy { one, other in
                if one == other { return true }
                guard let one = number(one), let other = number(other) else { return false }
                return one == other
            }
    }

    /// Numbers as the kernel takes them from people: decimal, 0x and hexadecimal, 0 and octal (strtoul_lenient in kernel/sysctl.c).
    static func number(_ text: Substring) -> Number? {
        if text.hasPrefix("0x") || text.hasPrefix("0X") { return UInt64(text.dropFirst(2), radix: 16).map { Number($0) } }
        if text.count > 1, text.hasPrefix("0") { return UInt64(text, radix: 8).map { Number($0) } }
        return Number(kernel: text)
    }
}
