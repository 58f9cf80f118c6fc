// What is mounted over a path: container runtimes make /proc/sys read-only and put /dev/null over what shall not be seen.

internal import PreflightELF

/// The mounts of the reading process.
struct Mounts {
    struct Mount {
        var point: String
        var type: String
        var isReadOnly: Bool
        var options: [Substring]
    }

    var all: [Mount] = []

    /// Reads the `mountinfo` of the reading task.
    ///
    /// - Throws: ``Unknown`` with the reason.
    init(_ root: HostRoot) throws(Unknown) {
        let text = try root.text("\(Namespaces(root: root).task)/mountinfo", limit: 1 << 22)
        for line in text.lines {
            // Options of a file system may hold blanks, so its part is found from the separator.
            guard let separator = line.range(of: " - ") else { continue }
            let fields = line[..<separator.lowerBound].words
            let system = line[separator.upperBound...].words
            guard fields.count >= 6, system.count >= 2 else { continue }
            let own = fields[5].pieces(between: ",")
            let shared = system.dropFirst(2).flatMap { $0.pieces(between: ",") }
            all.append(
                Mount(
                    point: Self.unescaped(RawText.bytes(String(fields[4]))), type: String(system[0]),
                    isReadOnly: own.contains("ro") || shared.contains("ro"),
                    options: own + shared))
        }
    }

    /// The mount that a path lies on: the longest point above it, the later one of two equal ones.
    func mount(of path: String) -> Mount? {
        var best: Mount?
        for mount in all where path == mount.point || path.hasPrefix(mount.point == "/" ? "/" : mount.point + "/") {
            if mount.point.utf8.count >= best?.point.utf8.count ?? 0 { best = mount }
        }
        return best
    }

    /// Undoes `\040` and the like, with which the kernel writes blanks, tabs, line ends, backslashes and `#` in mountinfo (proc_pid_mountinfo(5)).
    static func unescaped(_ field: some Collection<UInt8>) -> String {
        var bytes: [UInt8] = []
        var rest = field[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(3)
            if byte == UInt8(ascii: "\\"), digits.count == 3, digits.allSatisfy({ 0x30...0x37 ~= $0 }) {
                let code = digits.reduce(0) { $0 * 8 + Int($1 - 0x30) }
                bytes.append(UInt8(truncatingIfNeeded: code))
                rest = rest.dropFirst(3)
            } else {
                bytes.append(byte)
            }
        }
        return bytes.withUnsafeBytes { RawText.string($0) }
    }
}

extension Host {
    /// Where file systems of certain types are mounted on this machine; empty where that cannot be read.
    ///
    /// - Parameter isMeant: gets the type as the kernel calls it: `nfs4`, `fuse.sshfs`.
    public static func mountPoints(where isMeant: (String) -> Bool) -> Set<String> {
        let mounts = (try? Mounts(.live))?.all ?? []
        return Set(mounts.filter { isMeant($0.type) }.map(\.point))
    }
}

extension Substring {
    /// Where `pattern` is first found.
    fileprivate func range(of pattern: String) -> Range<Index>? {
        var start = startIndex
        while let found = self[start...].firstIndex(of: pattern[pattern.startIndex]) {
            if self[found...].hasPrefix(pattern) { return found..<index(found, offsetBy: pattern.count) }
            start = index(after: found)
        }
        return nil
    }
}
