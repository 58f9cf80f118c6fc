// Files that look like configuration of systemd and lie where nothing reads them.

struct NeverRead {
    let root: HostRoot

    /// Places that people and articles name, and where the file belongs.
    private static let wrong: [(path: String, right: String)] = [
        ("/etc/systemd/system/user.conf", "/etc/systemd/user.conf, or a file ending in .conf in /etc/systemd/user.conf.d"),
        ("/etc/systemd/system/system.conf", "/etc/systemd/system.conf, or a file ending in .conf in /etc/systemd/system.conf.d"),
        ("/etc/systemd/user/user.conf", "/etc/systemd/user.conf, or a file ending in .conf in /etc/systemd/user.conf.d"),
        ("/etc/systemd/user/system.conf", "/etc/systemd/system.conf, or a file ending in .conf in /etc/systemd/system.conf.d"),
        ("/etc/systemd/system/system.conf.d", "/etc/systemd/system.conf.d"),
        ("/etc/systemd/system/user.conf.d", "/etc/systemd/user.conf.d"),
        ("/etc/systemd/user/user.conf.d", "/etc/systemd/user.conf.d"),
        ("/etc/systemd/systemd.conf", "/etc/systemd/system.conf"),
        ("/etc/systemd/systemd.conf.d", "/etc/systemd/system.conf.d"),
        ("/etc/systemd/system.d", "/etc/systemd/system.conf.d"),
        ("/etc/systemd.conf", "/etc/systemd/system.conf"),
        ("/etc/system.conf", "/etc/systemd/system.conf"),
    ]

    func remarks() -> [Remark] {
        var remarks = Self.wrong.filter { root.exists($0.path) }.map {
            remark($0.path, "systemd looks in other places", $0.right)
        }
        for directory in SystemdPlaces.configuration(root) {
            for name in ["system.conf.d", "user.conf.d"] { remarks += dropIns("\(directory)/\(name)") }
        }
        for directory in SystemdPlaces.administrators + ["/usr/local/lib/systemd/system"] {
            for name in (try? root.names(in: directory)) ?? [] {
                let path = "\(directory)/\(name)"
                if name.hasSuffix(".d") {
                    remarks += ofDirectory(path, String(name.dropLast(2)))
                } else if name.hasSuffix(".conf"), !Self.wrong.contains(where: { $0.path == path }) {
                    let stem = String(name.dropLast(5))
                    let unit =
                        UnitName.types.contains(stem.split(separator: ".").last.map(String.init) ?? "") ? stem : "NAME.service"
                    remarks.append(
                        remark(path, "it is neither a unit nor in the directory of one", "\(directory)/\(unit).d/\(name)"))
                }
            }
        }
        return remarks
    }

    private func ofDirectory(_ path: String, _ unit: String) -> [Remark] {
        // `service.d` is for all services.
        if UnitName.types.contains(unit) { return dropIns(path) }
        guard let type = unit.split(separator: ".").last, UnitName.types.contains(String(type)), unit.contains(".") else {
            if Self.wrong.contains(where: { $0.path == path }) { return [] }
            return [remark(path, "its name has no type of unit", "\(path.dropLast(2)).service.d")]
        }
        return dropIns(path)
    }

    /// Files in a directory of drop-ins whose names do not end in `.conf`.
    private func dropIns(_ directory: String) -> [Remark] {
        ((try? root.names(in: directory)) ?? []).filter { !$0.hasSuffix(".conf") && !Self.isLeftover($0) }.map { name in
            remark("\(directory)/\(name)", "names of drop-ins end in .conf", "\(directory)/\(name).conf")
        }
    }

    /// What packages and editors leave on purpose, so that it is not read.
    private static func isLeftover(_ name: String) -> Bool {
        name.hasPrefix(".") || name == "README"
            || ["~", ".bak", ".orig", ".rpmnew", ".rpmsave", ".dpkg-old", ".dpkg-dist", ".disabled"].contains {
                name.hasSuffix($0)
            }
    }

    private func remark(_ path: String, _ reason: String, _ right: String) -> Remark {
        let shown = root.shown(path)
        return Remark(
            .neverRead, .warning, shown, "\(shown) is never read: \(reason); it belongs at \(right)", source: shown,
            remedy: HostRemedy(
                now: right.contains(",") ? nil : "mkdir -p \(parent(right)) && mv \(path) \(right)",
                forGood: "Put it at \(right), then: systemctl daemon-reload (daemon-reexec for system.conf)"),
            citation: "https://www.freedesktop.org/software/systemd/man/latest/systemd-system.conf.html")
    }

    private func parent(_ path: String) -> String { path.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } }
}
