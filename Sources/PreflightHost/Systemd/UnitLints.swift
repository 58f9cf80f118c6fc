// What in unit files does not do what it says. Files of the machine's own are all judged; those of packages only for the units
// asked for.

internal import PreflightELF

struct UnitLints {
    let root: HostRoot
    let system: SystemdManager
    let views: [UnitView]
    let threads: Int?

    static let rss = "Linux does not implement RLIMIT_RSS; MemoryMax= limits memory"
    private static let control = "https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html"
    private static let exec = "https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html"

    func remarks() -> [Remark] {
        var judged: Set<String> = []
        var remarks: [Remark] = []
        for file in ownFiles() where judged.insert(file.shown).inserted { remarks += ofFile(file.assignments, file.faults) }
        for view in views {
            // Files that were judged above say nothing twice.
            remarks += ofFile(
                view.unit.assignments.filter { !judged.contains($0.file) }, view.unit.faults.filter { !judged.contains($0.file) })
            judged.formUnion(view.unit.assignments.map(\.file))
            remarks += ofUnit(view)
        }
        return remarks
    }

    /// Units and drop-ins that no package owns.
    private func ownFiles() -> [SystemdFile] {
        var files: [SystemdFile] = []
        for directory in SystemdPlaces.administrators + ["/usr/local/lib/systemd/system"] {
            for name in (try? root.names(in: directory)) ?? [] {
                let path = "\(directory)/\(name)"
                if name.hasSuffix(".d") {
                    let names = ((try? root.names(in: path)) ?? []).filter { $0.hasSuffix(".conf") }
                    files += names.map { "\(path)/\($0)" }.filter { !SystemdPlaces.isMask(root, $0) }
                        .compactMap { (try? SystemdPlaces.file(root, $0)) ?? nil }
                } else if let unit = UnitName(name), unit.text == name, (try? root.link(path)) == nil {
                    if let file = (try? SystemdPlaces.file(root, path)) ?? nil { files.append(file) }
                }
            }
        }
        return files
    }

    private func ofFile(_ lines: [SystemdAssignment], _ faults: [SystemdFault]) -> [Remark] {
        faults.map { ManagerLints.fault($0) } + lines.flatMap { line in key(line) + value(line) + command(line) }
    }

    // MARK: Keys

    private func key(_ line: SystemdAssignment) -> [Remark] {
        let key = line.key
        guard SystemdKeys.beginnings.contains(where: { key.hasPrefix($0) }), !SystemdKeys.others.contains(key) else { return [] }
        if let spent = SystemdKeys.version1.first(where: { $0.key == key }) {
            return [
                Remark(
                    .ineffectiveKey, .warning, line.place,
                    "\(line.place): \(key) belongs to control groups v1; systemd 258 and later ignore it. "
                        + "\(spent.replacement ?? "")= takes its place; \(spent.reason)",
                    source: line.place, remedy: HostRemedy(forGood: "[\(line.section)]\n\(spent.replacement ?? "")=…"),
                    citation: Self.control)
            ]
        }
        let isLimit = key.hasPrefix("Limit")
        let known = isLimit ? SystemdKeys.limits : SystemdKeys.groups
        let sections = isLimit ? SystemdKeys.limitSections : SystemdKeys.groupSections
        guard known.contains(key) else {
            // Keys such as MemoryX of a section that is none of ours.
            guard isLimit || sections.contains(line.section) else { return [] }
            let near = nearest(to: key, among: known)
            return [ManagerLints.unknown(line, near: near, isLimit ? Self.exec : Self.control)]
        }
        guard !sections.contains(line.section), !line.section.hasPrefix("X-") else { return [] }
        return [
            Remark(
                .unknownKey, .warning, line.place,
                "\(line.place): \(key) is not read in [\(line.section)]; it belongs in [\(sections.joined(separator: "], ["))]",
                source: line.place, remedy: HostRemedy(forGood: "[Service]\n\(key)=\(line.value)"),
                citation: isLimit ? Self.exec : Self.control)
        ]
    }

    // MARK: Values

    private func value(_ line: SystemdAssignment) -> [Remark] {
        if line.value.isEmpty { return [] }
        if let resource = LimitResource.all.first(where: { "Limit\($0.name)" == line.key }) {
            guard let limit = SystemdValue.limit(line.value, of: resource) else {
                return [ManagerLints.refused(line, ManagerLints.form(of: resource))]
            }
            if resource.name == "RSS" {
                return [
                    ManagerLints.spent(SystemdKeys.Spent(key: line.key, reason: Self.rss, replacement: "MemoryMax"), line, .info)
                ]
            }
            return resource.name == "NOFILE" ? files(line, limit) : []
        }
        guard let limit = GroupLimit(rawValue: line.key), limit.bound(line.value) == nil else { return [] }
        return [ManagerLints.refused(line, Self.form(of: limit))]
    }

    private static func form(of limit: GroupLimit) -> String {
        switch limit {
        case .tasksMax: "a number above 0, a share such as 15%, or infinity"
        case .memoryMax, .memoryHigh, .memorySwapMax:
            "bytes with K, M, G or T (capital, each 1024 times the last; no MB, no m), a share such as 50%, or infinity"
        case .cpuQuota: "a share of one processor with its sign: 50%, 200%"
        case .allowedCPUs: "numbers and ranges of processors: 0-3,8"
        }
    }

    /// Above this, programs that close every descriptor before an exec take minutes (moby/moby#45534).
    private static let manyFiles = Number(1_048_576)

    private func files(_ line: SystemdAssignment, _ limit: SystemdLimit) -> [Remark] {
        let bound = (try? root.text("/proc/sys/fs/nr_open")).flatMap { Number(kernel: $0) }
        let here = bound.map { "fs.nr_open, \($0) here" } ?? "fs.nr_open of the machine it runs on"
        if limit.soft == .unlimited || limit.hard == .unlimited {
            let isSoft = limit.soft == .unlimited
            return [
                Remark(
                    .unboundedFiles, isSoft ? .warning : .info, line.place,
                    "\(line.place): LimitNOFILE=\(line.value) does not mean no limit: it is cut to \(here)"
                        + (isSoft ? "; programs that close all descriptors one by one take minutes where that is large" : ""),
                    source: line.place, remedy: HostRemedy(forGood: "[\(line.section)]\nLimitNOFILE=1024:524288"),
                    citation: "https://github.com/moby/moby/issues/45534")
            ]
        }
        guard case .number(let soft) = limit.soft, case .number(let hard) = limit.hard else { return [] }
        if let bound, hard > bound {
            return [
                Remark(
                    .unboundedFiles, .warning, line.place,
                    "\(line.place): LimitNOFILE=\(line.value) lies above \(here), and is cut to it",
                    source: line.place,
                    remedy: HostRemedy(
                        now: "sysctl -w fs.nr_open=\(hard)", forGood: "# /etc/sysctl.d/50-nr-open.conf\nfs.nr_open=\(hard)"),
                    citation: "https://man7.org/linux/man-pages/man2/getrlimit.2.html")
            ]
        }
        guard soft > Self.manyFiles else { return [] }
        return [
            Remark(
                .unboundedFiles, .warning, line.place,
                "\(line.place): LimitNOFILE=\(line.value) gives a soft limit above \(Self.manyFiles): programs that "
                    + "close all descriptors one by one take seconds to minutes",
                source: line.place, remedy: HostRemedy(forGood: "[\(line.section)]\nLimitNOFILE=1048576"),
                citation: "https://github.com/moby/moby/issues/45534")
        ]
    }

    // MARK: Commands

    /// Commands that articles tell and that do something else, or nothing.
    private static let commands: [(text: String, truth: String)] = [
        ("systemctl --user run", "systemctl has no such verb; it is: systemd-run --user --scope -p CPUQuota=25% COMMAND"),
        ("--scope-cpu-quota", "systemd-run has no such option; it is: systemd-run --scope -p CPUQuota=50% COMMAND"),
        ("--cpu-quota=", "systemd-run has no such option; it is: systemd-run --scope -p CPUQuota=50% COMMAND"),
        ("--scope-prefix", "systemd-run has no such option; --unit=NAME names a scope"),
        ("loginctl kill-user", "this kills all processes of the user; limits apply after: systemctl restart user@UID.service"),
        (
            "--signal=SIGUSR2",
            "this ends every process that does not handle the signal; units are reloaded by: systemctl daemon-reload"
        ),
    ]

    private func command(_ line: SystemdAssignment) -> [Remark] {
        guard line.section == "Service" || line.section == "Socket", line.key.hasPrefix("Exec") else { return [] }
        var remarks = Self.commands.filter { line.value.contains($0.text) }.map { text, truth in
            Remark(
                .ineffectiveKey, .warning, line.place, "\(line.place): \(line.key) has \(text): \(truth)", source: line.place,
                citation: "https://www.freedesktop.org/software/systemd/man/latest/systemd-run.html")
        }
        let words = line.value.split { " \t\"';&|=".contains($0) }
        // In ExecStart a shell may lower its own limits and then exec the program: that does hold.
        if line.key == "ExecStartPre" || line.key == "ExecStartPost" || line.key == "ExecCondition", words.contains("ulimit") {
            remarks.append(
                Remark(
                    .ulimitInUnit, .warning, line.place,
                    "\(line.place): ulimit in \(line.key) changes only the shell of that command, which then ends; "
                        + "the service keeps its limits",
                    source: line.place,
                    remedy: HostRemedy(
                        forGood: "[Service]\nLimitNOFILE=65536    # in place of ulimit -n; see systemd.exec(5) for the others"),
                    citation: Self.exec))
        } else if line.key == "ExecStart", words.first == "ulimit" {
            remarks.append(
                Remark(
                    .ulimitInUnit, .error, line.place,
                    "\(line.place): ulimit is a command of shells, not a program; the unit cannot start",
                    source: line.place, remedy: HostRemedy(forGood: "[Service]\nLimitNOFILE=65536"), citation: Self.exec))
        }
        return remarks
    }

    // MARK: The whole unit

    private func ofUnit(_ view: UnitView) -> [Remark] { [forRoot(view), tasks(view)].compactMap { $0 } }

    /// LimitNPROC of a unit that runs as root.
    private func forRoot(_ view: UnitView) -> Remark? {
        guard let line = view.unit.text("LimitNPROC"), line.value != "infinity" else { return nil }
        let user = view.unit.text("User")?.value ?? "root"
        guard user == "root" || user == "0", view.unit.text("DynamicUser").map({ SystemdValue.truth($0.value) != true }) ?? true
        else {
            return nil
        }
        return Remark(
            .ineffectiveKey, .warning, line.place,
            "\(line.place): LimitNPROC=\(line.value) does not hold for \(view.unit.name.text), which runs as root: "
                + "the kernel does not enforce it there",
            source: line.place, remedy: HostRemedy(forGood: "[\(line.section)]\nTasksMax=\(line.value)"), citation: Self.exec)
    }

    private func tasks(_ view: UnitView) -> Remark? {
        guard let threads else { return nil }
        let effective = view.reading(effective: .tasksMax)
        guard case .success(.number(let bound)) = effective.value, bound < Number(threads) else { return nil }
        let decides = effective.notes.last { $0.hasPrefix("decided by ") }?.dropFirst(11).description ?? view.unit.name.text
        return Remark(
            .tasksMax, .error, view.unit.name.text,
            "\(view.unit.name.text) may have \(bound) tasks (TasksMax=\(effective.raw ?? "") of \(decides), \(effective.source)), "
                + "and \(threads) threads are wanted",
            source: effective.source,
            remedy: HostRemedy(
                now: "systemctl set-property --runtime \(decides) TasksMax=\(threads * 2)",
                forGood:
                    "# /etc/systemd/system/\(decides).d/tasks.conf\n"
                    + "[\(UnitName(decides)?.section ?? "Service")]\nTasksMax=\(threads * 2)"
            ),
            citation: Self.control)
    }
}
