// What the running manager says of a unit, and what its process has.

/// A unit as the running manager has it: `systemctl show`.
struct SystemdLive: Sendable {
    /// The properties, as systemctl writes them.
    let properties: [String: String]
    let source: String

    static let groupProperties =
        GroupLimit.allCases.map(\.rawValue) + ["EffectiveTasksMax", "EffectiveMemoryMax", "EffectiveMemoryHigh"]

    /// Asks the manager of this machine.
    ///
    /// - Throws: ``Unknown``: no manager runs here, or it does not answer.
    init(_ unit: UnitName, root: HostRoot) throws(Unknown) {
        guard root.isLive else { throw Unknown(.notApplicable, "\(root.path) is no running system, so no manager can be asked") }
        guard root.exists("/run/systemd/system") else {
            throw Unknown(.notApplicable, "systemd does not manage this system: /run/systemd/system does not exist")
        }
        let limits = LimitResource.all.flatMap { ["Limit\($0.name)", "Limit\($0.name)Soft"] }
        let wanted =
            limits + Self.groupProperties + [
                "CPUQuotaPerSecUSec", "ControlGroup", "MainPID", "LoadState", "NeedDaemonReload", "Slice",
            ]
        let arguments = ["show", "--no-pager", "--property=\(wanted.joined(separator: ","))", "--", unit.text]
        // /usr is not merged everywhere.
        let program = ["/usr/bin/systemctl", "/bin/systemctl"].first { root.exists($0) }
        guard let program else { throw Unknown(.absent, "there is no systemctl in /usr/bin or /bin to ask the manager with") }
        self.init(try CommandOutput.of(program, arguments), source: "systemctl show \(unit.text)")
    }

    /// What systemctl wrote.
    init(_ text: String, source: String) {
        var properties: [String: String] = [:]
        for line in text.split(separator: "\n") {
            guard let equals = line.firstIndex(of: "=") else { continue }
            properties[String(line[..<equals])] = String(line[line.index(after: equals)...])
        }
        self.properties = properties
        self.source = source
    }

    /// The process that the unit started first; nil where it runs none.
    var mainProcess: String? { properties["MainPID"].flatMap { UInt32($0) }.flatMap { $0 > 0 ? String($0) : nil } }

    func limit(_ resource: LimitResource) throws(Unknown) -> SystemdLimit {
        SystemdLimit(soft: try value("Limit\(resource.name)Soft"), hard: try value("Limit\(resource.name)"))
    }

    /// A number, `infinity`, or a text.
    func value(_ property: String) throws(Unknown) -> Value {
        let name = property == GroupLimit.cpuQuota.rawValue ? "CPUQuotaPerSecUSec" : property
        guard let text = properties[name], !text.isEmpty || name == "ControlGroup" else {
            throw Unknown(.absent, "\(source) has no \(name)")
        }
        // The largest number of 64 bits is how the manager says that there is no limit.
        if text == "infinity" || text == "18446744073709551615" { return .unlimited }
        if name == "CPUQuotaPerSecUSec" {
            guard let time = SystemdValue.microseconds(text, unitless: 1), let share = Number(time.numerator, over: 1_000_000)
            else {
                throw Unknown(.malformed, "\(source) has a \(name) that is no time: \(text)")
            }
            return .number(share)
        }
        if text == "[not set]" { throw Unknown(.absent, "\(source) has no value for \(name)") }
        return Number(kernel: text).map { .number($0) } ?? .text(text)
    }
}
