// How each sign of SurroundingsReader is read.

internal import PreflightELF

extension SurroundingsReader {
    func managersWord() throws(Unknown) -> Evidence {
        let place = "/run/systemd/container"
        let word = try root.text(place)
        return Evidence("where.systemd-container", word, suggests: Self.runtime(word), source: root.shown(place))
    }

    func initEnvironment() throws(Unknown) -> Evidence {
        let place = "/proc/1/environ"
        guard let word = try environment(place)["container"] else {
            throw Unknown(.absent, "\(root.shown(place)) has no container=")
        }
        return Evidence("where.init-environment", word, suggests: Self.runtime(word), source: root.shown(place))
    }

    /// A word that container managers give themselves (systemd.io/CONTAINER_INTERFACE).
    private static func runtime(_ word: String) -> String { "a container of \(word)" }

    func containerFile() throws(Unknown) -> Evidence {
        let place = "/run/.containerenv"
        let lines = try root.text(place).split(separator: "\n")
        let engine = lines.first { $0.hasPrefix("engine=") }.map { $0.dropFirst(7).filter { $0 != "\"" } }
        return Evidence("where.containerenv", engine ?? "present", suggests: "a container of Podman", source: root.shown(place))
    }

    func dockerFile() throws(Unknown) -> Evidence {
        let place = "/.dockerenv"
        guard root.exists(place) else { throw Unknown(.absent, "\(root.shown(place)) does not exist") }
        return Evidence(
            "where.dockerenv", "present", suggests: "a container of Docker, or an image made from one", source: root.shown(place))
    }

    func controlGroup() throws(Unknown) -> Evidence {
        let places = ["/proc/\(process)/cgroup", "/proc/1/cgroup"]
        var denied: Unknown?
        for place in places {
            let text: String
            do throws(Unknown) { text = try root.text(place) } catch {
                denied = error
                continue
            }
            for line in text.split(separator: "\n") {
                // The path is behind the second colon and may hold more of them.
                guard let path = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).dropFirst(2).first,
                    let mark = Mark.first(of: Mark.controlGroups, in: String(path))
                else { continue }
                return Evidence("where.control-group", String(path), suggests: mark.suggests, source: root.shown(place))
            }
        }
        throw denied ?? Unknown(.absent, "no path in \(root.shown(places[0])) names a container runtime")
    }

    func rootMount() throws(Unknown) -> Evidence {
        let place = "/proc/\(process)/mountinfo"
        // The last mount at "/" is the one that is seen.
        for line in try root.text(place).split(separator: "\n").reversed() {
            let words = line.words
            guard words.count > 5, words[4] == "/", let dash = words.firstIndex(of: "-"), dash + 2 < words.count else { continue }
            let kind = words[dash + 1]
            let options = words[(dash + 2)...].joined(separator: " ")
            if let mark = Mark.first(of: Mark.rootMounts, in: options) {
                return Evidence("where.root-mount", String(kind), suggests: mark.suggests, source: root.shown(place))
            }
            if kind == "overlay" {
                return Evidence(
                    "where.root-mount", "overlay", suggests: "a container, or a live system", source: root.shown(place))
            }
            throw Unknown(.absent, "\(root.shown(place)) has \(kind) at /, which is no sign of a container")
        }
        throw Unknown(.malformed, "\(root.shown(place)) has nothing mounted at /")
    }

    func kubernetes() throws(Unknown) -> Evidence {
        let place = "/proc/\(process)/environ"
        if let host = (try? environment(place))?["KUBERNETES_SERVICE_HOST"] {
            return Evidence(
                "where.kubernetes", host, suggests: "a pod of Kubernetes",
                source: "KUBERNETES_SERVICE_HOST in \(root.shown(place))")
        }
        let account = "/var/run/secrets/kubernetes.io/serviceaccount"
        guard root.exists(account) else {
            throw Unknown(.absent, "there is neither KUBERNETES_SERVICE_HOST in \(root.shown(place)) nor \(root.shown(account))")
        }
        return Evidence("where.kubernetes", "service account", suggests: "a pod of Kubernetes", source: root.shown(account))
    }

    func machine() throws(Unknown) -> Evidence {
        let place = "/sys/class/dmi/id"
        var parts: [String] = []
        var reason = Unknown(.absent, "\(root.shown(place)) does not exist")
        for file in ["sys_vendor", "product_name"] {
            do throws(Unknown) { parts.append(try root.text("\(place)/\(file)")) } catch { reason = error }
        }
        guard !parts.isEmpty else { throw reason }
        let text = parts.joined(separator: " ")
        let suggests = Mark.first(of: Mark.machines, in: text)?.suggests ?? "no virtual machine that is known by its maker"
        return Evidence("where.machine", text, suggests: suggests, source: root.shown(place))
    }

    func hypervisor() throws(Unknown) -> Evidence {
        let kind = "/sys/hypervisor/type"
        if let text = try? root.text(kind), !text.isEmpty {
            return Evidence("where.hypervisor", text, suggests: "a virtual machine of \(text)", source: root.shown(kind))
        }
        let place = "/proc/cpuinfo"
        // A machine of hundreds of processors has megabytes here.
        let flags = try root.text(place, limit: 1 << 22).split(separator: "\n").first { $0.hasPrefix("flags") }
        guard let flags else { throw Unknown(.notApplicable, "\(root.shown(place)) has no flags: this is no x86 processor") }
        guard flags.words.contains("hypervisor") else { throw Unknown(.absent, "\(root.shown(place)) has no hypervisor flag") }
        return Evidence("where.hypervisor", "present", suggests: "a virtual machine", source: root.shown(place))
    }

    func kernel() throws(Unknown) -> Evidence {
        let place = "/proc/version"
        let text = try root.text(place)
        guard let mark = Mark.first(of: Mark.kernels, in: text) else {
            throw Unknown(.absent, "\(root.shown(place)) names no kernel but Linux itself")
        }
        return Evidence("where.kernel", text, suggests: mark.suggests, source: root.shown(place))
    }

    /// `NAME=value`, each ended by a zero byte.
    private func environment(_ place: String) throws(Unknown) -> [String: String] {
        var found: [String: String] = [:]
        for entry in try root.bytes(place).split(separator: 0) {
            guard let equals = entry.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let (name, value) = (Array(entry[..<equals]), Array(entry[(equals + 1)...]))
            found[name.withUnsafeBytes { RawText.string($0) }] = value.withUnsafeBytes { RawText.string($0) }
        }
        return found
    }
}
