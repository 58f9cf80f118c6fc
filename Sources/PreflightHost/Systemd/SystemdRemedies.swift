// What to write so that a unit, or every unit by default, gets what is wanted of it.

extension SystemdReader {
    /// The drop-in that makes `name` become `wanted`; nil for what is not configured (`live.MainPID`).
    public func remedy(for name: String, wanted: Value?) -> HostRemedy? {
        guard let wanted else { return nil }
        for (prefix, file) in [("systemd.manager.", "system"), ("systemd.user-manager.", "user")] where name.hasPrefix(prefix) {
            guard let line = line(String(name.dropFirst(prefix.count)), wanted, besides: prefix) else { return nil }
            return HostRemedy(
                forGood: "# /etc/systemd/\(file).conf.d/60-preflight.conf\n[Manager]\n\(line)\n"
                    + "(it holds for every unit; a drop-in of the one unit that needs it is better)")
        }
        guard let (unit, property) = unit(in: name) else { return nil }
        var key = property
        for prefix in ["live.", "process.", "Effective"] where key.hasPrefix(prefix) { key = String(key.dropFirst(prefix.count)) }
        guard let line = line(key, wanted, besides: "systemd.unit.\(unit.text).") else { return nil }
        // The least of several: what the one who decides says counts.
        let decides = reading(of: name)?.notes.last { $0.hasPrefix("decided by ") }?.dropFirst(11).description
        let place = decides.flatMap { UnitName($0) } ?? unit
        return HostRemedy(
            now: GroupLimit(rawValue: key) == nil ? nil : "systemctl set-property --runtime \(place.text) \(line)",
            forGood: "systemctl edit \(place.text):\n[\(place.section)]\n\(line)\n"
                + "then: systemctl restart \(unit.text)")
    }

    /// `KEY=VALUE` as the files have it; nil for a key that is none of theirs. A limit keeps its other half.
    private func line(_ key: String, _ wanted: Value, besides prefix: String) -> String? {
        let isHard = key.hasSuffix(".hard")
        let base = isHard ? String(key.dropLast(5)) : key
        if base == "CPUQuota" {
            guard case .number(let cpus) = wanted else { return "CPUQuota=" }
            return cpus.times(Number(100)).map { "CPUQuota=\($0.ceiling)%" }
        }
        guard let value = Self.text(wanted) else { return nil }
        let isLimit = LimitResource.all.contains { base == "Limit\($0.name)" || base == "DefaultLimit\($0.name)" }
        guard isLimit else {
            let isKnown = GroupLimit(rawValue: base) != nil || base == "Slice" || prefix.hasSuffix("manager.")
            return isKnown ? "\(base)=\(value)" : nil
        }
        let other = (try? reading(of: prefix + base + (isHard ? "" : ".hard"))?.value.get()).flatMap(Self.text)
        if isHard { return "\(base)=\(other ?? value):\(value)" }
        let isAbove =
            switch (wanted, (try? reading(of: prefix + base + ".hard")?.value.get())) {
            case (_, .unlimited?): false
            case (.number(let soft), .number(let hard)?): hard < soft
            default: true
            }
        return "\(base)=" + (isAbove ? value : "\(value):\(other ?? value)")
    }

    private static func text(_ value: Value) -> String? {
        switch value {
        case .number(let number): "\(number.ceiling)"
        case .unlimited: "infinity"
        case .text(let text): text
        case .numbers: nil
        }
    }
}
