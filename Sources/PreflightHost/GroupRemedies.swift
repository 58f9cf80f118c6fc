// How the limits of a control group are set, as data: the option of Docker, the field of Kubernetes, the directive of a unit.

/// What sets a limit of a control group, for each who starts one.
private struct GroupSetting: Sendable {
    /// The facts that follow from it.
    let facts: [String]
    /// The option of `docker run` and `docker update`.
    let docker: String
    /// Where Kubernetes has it; `#` stands for the value.
    let kubernetes: String
    /// The directive of a unit.
    let directive: String
    /// What the directive counts of one: a quota is given in percent.
    var parts: Int128 = 1

    static let all = [
        GroupSetting(
            facts: ["cgroup.cpu.quota", "cpu.effective"], docker: "--cpus",
            kubernetes: "resources: {limits: {cpu: \"#\"}}   (container of a pod)",
            directive: "CPUQuota", parts: 100),
        GroupSetting(
            facts: ["cgroup.memory.max", "cgroup.memory.headroom"], docker: "--memory",
            kubernetes: "resources: {limits: {memory: \"#\"}}   (container of a pod)", directive: "MemoryMax"),
        GroupSetting(
            facts: ["cgroup.pids.max", "cgroup.pids.headroom"], docker: "--pids-limit",
            kubernetes: "podPidsLimit: #   (configuration of the kubelet)", directive: "TasksMax"),
    ]
}

extension ControlGroups {
    /// How a limit is set so that `name` becomes `wanted`. Head-room is what is left, so what is in use comes on top.
    public func remedy(for name: String, wanted: Value?) -> HostRemedy? {
        guard let setting = GroupSetting.all.first(where: { $0.facts.contains(name) }), let wanted else { return nil }
        let snapshot = GroupSnapshot(root: root, process: process)
        // More processors than the affinity has come from no quota.
        if name == "cpu.effective", case .number(let number) = wanted, case .success(.number(let most)) = snapshot.affinity.value,
            most < number
        {
            return HostRemedy(forGood: "docker run --cpuset-cpus LIST …\nsystemctl edit UNIT:\n[Service]\nAllowedCPUs=LIST")
        }
        guard case .number(let number) = wanted else {
            return HostRemedy(
                forGood: "docker run without \(setting.docker)\nsystemctl edit UNIT:\n[Service]\n\(setting.directive)="
                    + (setting.parts == 1 ? "infinity" : ""))
        }
        guard let value = total(number, name), let share = value.times(Number(setting.parts)) else { return nil }
        let line = "\(setting.directive)=\(share.ceiling)\(setting.parts == 100 ? "%" : "")"
        let field = setting.kubernetes.split(separator: "#", omittingEmptySubsequences: false).joined(separator: "\(value)")
        return HostRemedy(
            now: "docker update \(setting.docker) \(value) CONTAINER, or systemctl set-property --runtime UNIT \(line)",
            forGood: "docker run \(setting.docker) \(value) …\n\(field)\nsystemctl edit UNIT:\n[Service]\n\(line)")
    }

    /// The limit that leaves `number`, where `name` is what is left of one.
    private func total(_ number: Number, _ name: String) -> Number? {
        guard name.hasSuffix(".headroom") else { return number }
        guard case .success(.number(let left))? = reading(of: name)?.value,
            case .success(.number(let most))? = reading(of: name.dropLast(8) + "max")?.value
        else { return nil }
        return number.plus(Number(most.floor)).flatMap { $0.plus(Number(-left.floor)) }
    }
}
