// How a limit of a control group is raised: for a container that runs, and for good by whoever makes the group.

extension ControlGroups {
    /// Text for Docker, Kubernetes and systemd; nil for facts that nobody sets.
    ///
    /// - Parameter wanted: what `name` should be; of a head-room, what should be left beside what is used now.
    public func remedy(for name: String, wanted: Value?) -> HostRemedy? {
        let (key, used) = Self.limits[name] ?? (name, nil)
        guard let wanted, let setting = Self.settings[key] else { return nil }
        // No quota gives more processors than the affinity has.
        if name == "cpu.effective", case .number(let cpus) = wanted,
            case .success(.number(let most)) = reading(of: "cpu.affinity")?.value, most < cpus
        {
            return HostRemedy(forGood: "docker run --cpuset-cpus LIST …\nsystemctl edit UNIT:\n[Service]\nAllowedCPUs=LIST")
        }
        var limit = wanted
        if let used, case .number(let left) = wanted {
            // Without the use there is no telling how high the limit has to be.
            guard case .success(.number(let taken)) = reading(of: used)?.value, let sum = left.plus(taken) else { return nil }
            limit = .number(sum)
        }
        return setting(limit)
    }

    /// Facts that are moved by a limit of another name, and what is to be added to a head-room.
    private static let limits: [String: (limit: String, used: String?)] = [
        "cpu.effective": ("cgroup.cpu.quota", nil),
        "cgroup.memory.headroom": ("cgroup.memory.max", "cgroup.memory.current"),
        "cgroup.pids.headroom": ("cgroup.pids.max", "cgroup.pids.current"),
    ]

    private static let settings: [String: @Sendable (Value) -> HostRemedy?] = [
        "cgroup.cpu.quota": { value in
            switch value {
            case .unlimited: return remedy("--cpus 0", "cpu: none (leave it out of resources.limits)", "CPUQuota=")
            case .number(let cpus):
                // Docker takes thousandths of a processor and systemd percent: both are rounded up to what they can say.
                guard let thousandths = cpus.times(Number(1000))?.ceiling, let percent = cpus.times(Number(100))?.ceiling,
                    let rounded = Number(thousandths, over: 1000), thousandths > 0
                else { return nil }
                return remedy(
                    "--cpus \(rounded)", "resources: {limits: {cpu: \(thousandths)m}}", "CPUQuota=\(percent)%")
            default: return nil
            }
        },
        "cgroup.memory.max": { value in
            switch value {
            case .unlimited:
                return remedy("--memory 0", "memory: none (leave it out of resources.limits)", "MemoryMax=infinity")
            case .number(let bytes) where bytes > Number(0):
                let size = bytes.ceiling
                // Docker refuses a limit above the one for memory and swap, which it keeps from before.
                return remedy(
                    "--memory \(size)", "resources: {limits: {memory: \"\(size)\"}}", "MemoryMax=\(size)",
                    update: "--memory \(size) --memory-swap -1")
            default: return nil
            }
        },
        "cgroup.pids.max": { value in
            switch value {
            case .unlimited:
                return remedy("--pids-limit -1", "podPidsLimit: -1, in the kubelet's configuration", "TasksMax=infinity")
            case .number(let count) where count > Number(0):
                let most = count.ceiling
                return remedy(
                    "--pids-limit \(most)", "podPidsLimit: \(most), in the kubelet's configuration", "TasksMax=\(most)")
            default: return nil
            }
        },
    ]

    private static func remedy(
        _ docker: String, _ kubernetes: String, _ systemd: String, update: String? = nil
    ) -> HostRemedy {
        HostRemedy(
            now: "docker update \(update ?? docker) CONTAINER",
            forGood: "docker run \(docker) …\n\(kubernetes)   (Kubernetes)\nsystemctl edit UNIT:\n[Service]\n\(systemd)\n"
                + "(no level above may have less: the lowest limit of all holds)")
    }
}
