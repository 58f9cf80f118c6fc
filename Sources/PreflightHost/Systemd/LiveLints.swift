// A running unit beside its files: edited and not reloaded, reloaded and not restarted.

struct LiveLints {
    let view: UnitView

    func remarks() -> [Remark] {
        guard let live = try? view.live() else { return [] }
        return LimitResource.all.compactMap { compare($0, live) }
    }

    /// The unit's files beside the process that runs.
    func compare(_ resource: LimitResource, _ live: SystemdLive) -> Remark? {
        guard let process = live.mainProcess, let says = try? view.limit(resource),
            says.isConfigured || resource.name == "NOFILE",
            let has = try? resource.ofProcess(process, root: view.root)
        else { return nil }
        // What is only systemd's default depends on what process 1 was started with; then the manager knows better.
        let manager = try? live.limit(resource)
        let wanted = clipped(says.isConfigured ? says.limit : manager ?? says.limit, resource)
        // A program may raise its own soft limit up to the hard one; that is its right.
        let isSame = has.limit.hard == wanted.hard && !Self.isLess(has.limit.soft, wanted.soft)
        guard !isSame else { return nil }
        let ofManager = manager.map { ", the manager \(Self.shown($0))" } ?? ""
        let isStale = manager.map { clipped($0, resource) != wanted } ?? false
        let ceiling = isStale ? nil : ceiling(resource, below: wanted)
        let cause = ceiling.map { "; process 1 lacks CAP_SYS_RESOURCE and can give no more than its own \($0)" } ?? ""
        return Remark(
            .unitDiffers, .warning, view.unit.name.text,
            "\(view.unit.name.text): process \(process) has Limit\(resource.name) \(Self.shown(has.limit)), "
                + "its files say \(Self.shown(wanted)) (\(says.source))\(ofManager)\(cause)",
            source: has.source,
            remedy: ceiling == nil
                ? HostRemedy(
                    now: "prlimit --pid \(process) --\(resource.option)=\(Self.shown(wanted, endless: "unlimited"))",
                    forGood: (isStale ? "systemctl daemon-reload && " : "") + "systemctl restart \(view.unit.name.text)")
                : HostRemedy(
                    forGood: "Start the container with the limit or the capability: "
                        + "--ulimit \(resource.option)=\(Self.shown(wanted, endless: "-1")), or --cap-add SYS_RESOURCE"),
            citation: "https://github.com/containerd/containerd/issues/3201")
    }

    /// What process 1 itself may have at most, where it may not give more to others.
    private func ceiling(_ resource: LimitResource, below wanted: SystemdLimit) -> Number? {
        guard let status = try? view.root.text("/proc/1/status"),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("CapEff:") }),
            let capabilities = line.words.last.flatMap({ UInt64($0, radix: 16) }), capabilities & 1 << 24 == 0,
            let own = try? resource.ofProcess("1", root: view.root), case .number(let most) = own.limit.hard
        else { return nil }
        return Self.isLess(own.limit.hard, wanted.hard) ? most : nil
    }

    /// The kernel takes no more open files than fs.nr_open.
    private func clipped(_ limit: SystemdLimit, _ resource: LimitResource) -> SystemdLimit {
        guard resource.name == "NOFILE", let text = try? view.root.text("/proc/sys/fs/nr_open"), let most = Number(kernel: text)
        else {
            return limit
        }
        func cut(_ value: Value) -> Value {
            if case .number(let number) = value, number <= most { return value }
            return .number(most)
        }
        return SystemdLimit(soft: cut(limit.soft), hard: cut(limit.hard))
    }

    private static func isLess(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.number(let left), .number(let right)): left < right
        case (.number, .unlimited): true
        default: false
        }
    }

    /// As a unit file has it, or with prlimit's word where there is no limit.
    private static func shown(_ limit: SystemdLimit, endless: String = "infinity") -> String {
        func text(_ value: Value) -> String { if case .number(let number) = value { "\(number)" } else { endless } }
        return limit.soft == limit.hard ? text(limit.soft) : "\(text(limit.soft)):\(text(limit.hard))"
    }
}
