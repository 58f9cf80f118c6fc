// Where systemd looks for files, and how drop-ins of several directories become one list.

/// The directories of configuration, first the one that beats all others.
enum SystemdPlaces {
    /// Of `systemd/system.conf` and the like (systemd-system.conf(5)).
    static func configuration(_ root: HostRoot) -> [String] {
        ["/etc/systemd", "/run/systemd", "/usr/local/lib/systemd"] + vendor(root).map { "\($0)/systemd" }
    }

    /// Of the configuration of a user's manager; `home` is that user's directory.
    static func userConfiguration(_ root: HostRoot, home: String?) -> [String] {
        (home.map { ["\($0)/.config/systemd"] } ?? []) + ["/etc/xdg/systemd"] + configuration(root)
    }

    /// Of system units (systemd.unit(5), table 1).
    static func units(_ root: HostRoot) -> [String] {
        administrators + ["/run/systemd/generator", "/usr/local/lib/systemd/system"] + vendor(root).map { "\($0)/systemd/system" }
            + ["/run/systemd/generator.late"]
    }

    /// The part of ``units(_:)`` where people and programs of this machine put files, which no package owns.
    static let administrators = [
        "/etc/systemd/system.control", "/run/systemd/system.control", "/run/systemd/transient", "/run/systemd/generator.early",
        "/etc/systemd/system", "/etc/systemd/system.attached", "/run/systemd/system", "/run/systemd/system.attached",
    ]

    /// /lib is a directory of its own only in roots whose /usr is not merged.
    private static func vendor(_ root: HostRoot) -> [String] {
        (try? root.link("/lib")) == nil && root.exists("/lib/systemd") ? ["/usr/lib", "/lib"] : ["/usr/lib"]
    }

    /// A link to /dev/null switches off what bears its name.
    static func isMask(_ root: HostRoot, _ file: String) -> Bool {
        guard let target = try? root.link(file) else { return false }
        return target == "/dev/null" || target.hasSuffix("/dev/null") && target.hasPrefix("../")
    }

    /// The drop-ins of `directories`, the first of which beats the others: one file a name, in the order of the names.
    static func dropIns(_ root: HostRoot, _ directories: [String]) throws(Unknown) -> [String] {
        var chosen: [String: String] = [:]
        for directory in directories {
            for name in try names(root, directory) where name.hasSuffix(".conf") && chosen[name] == nil {
                chosen[name] = "\(directory)/\(name)"
            }
        }
        let order = chosen.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return order.compactMap { chosen[$0] }.filter { !isMask(root, $0) }
    }

    /// What is in a directory; nothing where there is no such directory.
    static func names(_ root: HostRoot, _ directory: String) throws(Unknown) -> [String] {
        do throws(Unknown) { return try root.names(in: directory) } catch {
            if error.kind == .absent { return [] }
            throw error
        }
    }

    /// Reads a file and takes it apart; nil where there is none (a link that leads nowhere).
    static func file(_ root: HostRoot, _ path: String) throws(Unknown) -> SystemdFile? {
        do throws(Unknown) { return SystemdFile(try root.text(path), shown: root.shown(path)) } catch {
            if error.kind == .absent { return nil }
            throw error
        }
    }
}
