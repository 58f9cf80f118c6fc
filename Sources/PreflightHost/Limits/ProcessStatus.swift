// /proc/PID/status: who a process is, and what it may.

/// The fields of a process that decide whether limits hold for it.
struct ProcessStatus {
    /// Real user, as seen from our user namespace.
    var user: UInt32
    /// Threads; nil where the line is missing.
    var threads: Int?
    /// The group for files, and the further groups.
    var groups: Set<UInt32>
    /// The effective capabilities; nil where the line is missing.
    var capabilities: UInt64?

    private static let names: [Substring] = ["Uid", "Gid", "Groups", "Threads", "CapEff"]
    static let systemAdministration: UInt64 = 1 << 21
    static let systemResource: UInt64 = 1 << 24
    static let tracing: UInt64 = 1 << 19

    /// Reads `file`, a `/proc/PID/status`.
    ///
    /// - Throws: ``Unknown`` with the reason.
    init(_ root: HostRoot, _ file: String) throws(Unknown) {
        let text = try root.text(file)
        var fields: [Substring: Substring] = [:]
        for line in text.lines {
            guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), Self.names.contains(line[..<colon]) else { continue }
            fields[line[..<colon]] = line[colon...].dropFirst()
        }
        guard let word = fields["Uid"]?.words.first, let number = UInt32(word) else {
            throw Unknown(.malformed, "\(root.shown(file)) has no line \"Uid\" with a number")
        }
        user = number
        threads = fields["Threads"].flatMap { Int($0.trimmed) }
        groups = Set(((fields["Groups"]?.words ?? []) + (fields["Gid"]?.words.suffix(1) ?? [])).compactMap { UInt32($0) })
        capabilities = fields["CapEff"].flatMap { UInt64($0.trimmed, radix: 16) }
    }

    /// Whether the effective capabilities hold one of `wanted`.
    func has(_ wanted: UInt64) -> Bool { (capabilities ?? 0) & wanted != 0 }
}
