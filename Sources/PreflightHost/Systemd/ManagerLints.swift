// What in system.conf and user.conf does not do what it says.

internal import PreflightELF

struct ManagerLints {
    let root: HostRoot
    let system: SystemdManager
    let user: SystemdManager

    static let manual = "https://www.freedesktop.org/software/systemd/man/latest/systemd-system.conf.html"

    func remarks() -> [Remark] {
        [system, user].flatMap { manager in
            manager.parsed.flatMap(\.faults).map { Self.fault($0) }
                + manager.parsed.flatMap(\.assignments).flatMap { judge($0, manager) }
                + [standardFiles(manager)].compactMap { $0 }
        } + [beyondTheSession()].compactMap { $0 }
    }

    static func fault(_ fault: SystemdFault) -> Remark {
        Remark(
            .unreadableValue, .warning, fault.place, "\(fault.place): \(fault.message)", source: fault.place,
            remedy: HostRemedy(forGood: "Mend line \(fault.line) of \(fault.file)."),
            citation: "https://www.freedesktop.org/software/systemd/man/latest/systemd.syntax.html")
    }

    private func judge(_ line: SystemdAssignment, _ manager: SystemdManager) -> [Remark] {
        guard line.section == "Manager" else {
            if line.section.hasPrefix("X-") { return [] }
            return [
                Remark(
                    .unknownKey, .warning, line.place,
                    "\(line.place): \(line.key) stands in [\(line.section)], which is not read here",
                    source: line.place, remedy: HostRemedy(forGood: "[Manager]\n\(line.key)=\(line.value)"), citation: Self.manual
                )
            ]
        }
        if let spent = SystemdKeys.managerWithoutEffect.first(where: { $0.key == line.key }) {
            return [Self.spent(spent, line, .info)]
        }
        guard SystemdKeys.manager.contains(line.key) else {
            if line.key.hasPrefix("X-") { return [] }
            return [Self.unknown(line, near: Self.near(line.key), Self.manual)]
        }
        return value(line)
    }

    /// The nearest keys; the key of a unit is nearest to the default for units.
    private static func near(_ key: String) -> [String] {
        let standard = "Default\(key)"
        return SystemdKeys.manager.contains(standard) ? [standard] : nearest(to: key, among: SystemdKeys.manager)
    }

    static func unknown(_ line: SystemdAssignment, near: [String], _ citation: String) -> Remark {
        let ineffective = SystemdKeys.managerWithoutEffect.first { near == [$0.key] }
        let hint =
            ineffective.map { "; the key was \($0.key), and \($0.reason)" }
            ?? (near.isEmpty ? "" : "; near it: \(near.joined(separator: ", "))")
        return Remark(
            .unknownKey, .warning, line.place,
            "\(line.place): systemd knows no \(line.key) in [\(line.section)] and ignores it\(hint)", source: line.place,
            remedy: HostRemedy(
                forGood: ineffective == nil && !near.isEmpty
                    ? "[\(line.section)]\n\(near[0])=\(line.value)" : "Take the line out."),
            citation: citation)
    }

    static func spent(_ spent: SystemdKeys.Spent, _ line: SystemdAssignment, _ severity: Severity) -> Remark {
        Remark(
            .ineffectiveKey, severity, line.place, "\(line.place): \(line.key)=\(line.value) has no effect: \(spent.reason)",
            source: line.place,
            remedy: HostRemedy(forGood: spent.replacement.map { "[\(line.section)]\n\($0)=…" } ?? "Take the line out."),
            citation: Self.manual)
    }

    static func refused(_ line: SystemdAssignment, _ why: String) -> Remark {
        Remark(
            .unreadableValue, .warning, line.place, "\(line.place): \(line.key)=\(line.value) is ignored: \(why)",
            source: line.place,
            remedy: HostRemedy(forGood: "Write it as \(line.key) is read: \(why)"),
            citation: "https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html")
    }

    private func value(_ line: SystemdAssignment) -> [Remark] {
        if line.value.isEmpty { return [] }
        if line.key == "DefaultTasksMax", TasksBound(line.value) == nil {
            return [Self.refused(line, "a number above 0, a share such as 15%, or infinity")]
        }
        guard line.key.hasPrefix("DefaultLimit"),
            let resource = LimitResource.all.first(where: { "DefaultLimit\($0.name)" == line.key })
        else { return [] }
        guard SystemdValue.limit(line.value, of: resource) != nil else { return [Self.refused(line, Self.form(of: resource))] }
        guard resource.name == "RSS" else { return [] }
        return [Self.spent(SystemdKeys.Spent(key: line.key, reason: UnitLints.rss, replacement: nil), line, .info)]
    }

    /// How a limit is written.
    static func form(of resource: LimitResource) -> String {
        let one =
            switch resource.syntax {
            case .count: "a number without a unit (a leading 0 makes it octal)"
            case .bytes: "a number of bytes with K, M, G, T, P or E (capital, each 1024 times the last; no KB, no k)"
            case .seconds: "seconds, or a time such as 5min"
            case .microseconds: "microseconds, or a time such as 200ms"
            case .nice: "a number from 0 to 40, or a nice value with its sign"
            }
        return "\(one), or infinity; two with a colon between them are soft:hard, the soft one not above the hard one"
    }

    /// A soft limit above 1024 for every unit breaks programs that call select(2).
    private func standardFiles(_ manager: SystemdManager) -> Remark? {
        guard let resource = LimitResource.all.first(where: { $0.name == "NOFILE" }), let found = manager.limit(resource) else {
            return nil
        }
        let soft: String
        switch found.value.soft {
        case .number(let number) where number > Number(1024): soft = "\(number)"
        case .unlimited: soft = "infinity"
        default: return nil
        }
        return Remark(
            .defaultForAll, .warning, found.place.place,
            "\(found.place.place): DefaultLimitNOFILE=\(found.place.value) raises the soft limit on open files "
                + "to \(soft) for every unit; programs that use select(2) corrupt their memory with descriptors above 1023",
            source: found.place.place,
            remedy: HostRemedy(
                forGood:
                    "Take the line out, and give the limit to the unit that needs it:\n"
                    + "# /etc/systemd/system/NAME.service.d/limits.conf\n[Service]\nLimitNOFILE=65536"),
            citation: "https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html")
    }

    /// A user's manager cannot give more than it got from user@UID.service.
    private func beyondTheSession() -> Remark? {
        guard let resource = LimitResource.all.first(where: { $0.name == "NOFILE" }), let wanted = user.limit(resource),
            let name = UnitName("user@0.service"), let granted = try? UnitView(name, root: root, manager: system).limit(resource),
            case .number(let most) = granted.limit.hard
        else { return nil }
        if case .number(let number) = wanted.value.hard, number <= most { return nil }
        return Remark(
            .ineffectiveKey, .warning, wanted.place.place,
            "\(wanted.place.place): DefaultLimitNOFILE=\(wanted.place.value) of the user's manager lies above the \(most) "
                + "that user@.service grants it (\(granted.source)), and cannot be reached",
            source: wanted.place.place,
            remedy: HostRemedy(
                now: "systemctl restart user@UID.service    # after the change; ends the user's processes",
                forGood: "# /etc/systemd/system/user@.service.d/limits.conf\n[Service]\nLimitNOFILE=\(wanted.place.value)"),
            citation: "https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html")
    }
}
