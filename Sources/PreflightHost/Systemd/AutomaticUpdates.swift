// dnf-automatic's own configuration: keys that it does not know do nothing, and articles name some.

internal import PreflightELF

struct AutomaticUpdates {
    let root: HostRoot

    private static let place = "/etc/dnf/automatic.conf"

    /// Of dnf-automatic(8) and dnf5-automatic(8). [base], which takes all of dnf's options, and the sections of mail are left out.
    private static let keys: [String: [String]] = [
        "commands": [
            "apply_updates", "download_updates", "network_online_timeout", "random_sleep", "reboot", "reboot_command",
            "upgrade_type",
        ],
        "emitters": ["emit_via", "system_name", "emit_no_updates", "send_error_messages"],
        "command": ["command_format", "stdin_format"],
    ]

    func remarks() -> [Remark] {
        guard let text = try? root.text(Self.place) else { return [] }
        return SystemdFile(text, shown: root.shown(Self.place)).assignments.compactMap { line in
            guard let known = Self.keys[line.section], !known.contains(line.key) else { return nil }
            let near = nearest(to: line.key, among: known)
            let hint = near.isEmpty ? "" : "; near it: \(near.joined(separator: ", "))"
            return Remark(
                .unknownKey, .warning, line.place,
                "\(line.place): dnf-automatic knows no \(line.key) in [\(line.section)]\(hint)",
                source: line.place, remedy: HostRemedy(forGood: "Take the line out."),
                citation: "https://dnf.readthedocs.io/en/latest/automatic.html")
        }
    }
}
