// Lines of sysctl.d files, as systemd-sysctl and as procps' sysctl read them.

internal import PreflightELF

/// A program that writes persisted kernel parameters at boot.
public enum SysctlManager: String, Sendable, CaseIterable {
    /// systemd-sysctl.service.
    case systemd = "systemd-sysctl"
    /// procps: `sysctl --system`, as the init scripts of System V init and OpenRC call it.
    case procps = "sysctl --system"
}

/// One line of a file of kernel parameters.
public struct SysctlAssignment: Sendable, Equatable {
    /// The parameter with dots, or a pattern of parameters.
    public var key: String
    /// What it is set to; nil where the line takes the parameter out of patterns (`-key`).
    public var value: String?
    /// An error is no failure (`-key = value`).
    public var ignoresErrors: Bool
    /// The file, as shown to people.
    public var file: String
    /// The line in it, from 1 on.
    public var line: Int
    /// The path below /proc/sys.
    var path: String

    /// Whether it stands for all parameters that fit: `net.ipv4.conf.*.rp_filter`.
    public var isPattern: Bool { path.contains { $0 == "*" || $0 == "?" || $0 == "[" } }
    /// `/etc/sysctl.d/60-x.conf:3`.
    public var place: String { "\(file):\(line)" }
}

/// What the lines of one file say.
struct SysctlFile {
    /// A line that neither program understands.
    struct Problem {
        var file: String
        var line: Int
        var reason: String
    }

    var assignments: [SysctlAssignment] = []
    var problems: [Problem] = []

    /// Takes a text apart (parse_file in systemd's src/sysctl/sysctl.c, parse_setting_line in procps' src/sysctl.c).
    init(_ text: String, file: String, manager: SysctlManager) {
        // A carriage return alone ends a line too for systemd, and is a blank for procps.
        let numbered = text.pieces(between: "\n", keepingEmpty: true).enumerated().flatMap { index, line in
            (manager == .systemd ? line.pieces(between: "\r") : [line]).map { (index, $0) }
        }
        for (index, raw) in numbered {
            let line = raw.trimmed
            guard let first = line.unicodeScalars.first, first != "#", first != ";" else { continue }
            func refuse(_ reason: String) { problems.append(Problem(file: file, line: index + 1, reason: reason)) }
            let equals = line.unicodeScalars.firstIndex(of: "=")
            let hasDash = first == "-"
            guard equals != nil || hasDash else {
                refuse("is no assignment: \(line.shortened)")
                continue
            }
            let left = Substring(line.unicodeScalars[..<(equals ?? line.endIndex)].dropFirst(hasDash ? 1 : 0))
            let name = left.trimmed
            let value = equals.map { Substring(line.unicodeScalars[$0...].dropFirst()).trimmed }
            // procps goes on behind the dash without skipping blanks, and then finds no such file.
            if manager == .procps, hasDash, left.first == " " || left.first == "\t" {
                refuse("has a blank behind the dash, which \(manager.rawValue) takes for a part of the name: \(line.shortened)")
                continue
            }
            let parts = ParameterName.components(name[...]).filter { !$0.isEmpty && $0 != "." }
            guard !parts.isEmpty, !parts.contains(".."), name.utf8.count <= 1024 else {
                refuse("names no parameter: \(line.shortened)")
                continue
            }
            // Neither program ends a value there; the kernel takes the number before it and overlooks the rest, or takes all.
            if let value, value.words.dropFirst().contains(where: { $0.hasPrefix("#") || $0.hasPrefix(";") }) {
                refuse("has what looks like a comment behind the value, and is written with it: \(line.shortened)")
            }
            assignments.append(
                SysctlAssignment(
                    key: ParameterName.key(parts), value: value, ignoresErrors: hasDash && equals != nil, file: file,
                    line: index + 1,
                    path: parts.joined(separator: "/")))
        }
    }
}
