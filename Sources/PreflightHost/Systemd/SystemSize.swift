// What shares such as `TasksMax=15%` and `MemoryMax=50%` are shares of: the machine's, or the container's.

/// The sizes of the system that a manager of this root would find.
struct SystemSize: Sendable {
    let root: HostRoot

    /// The least of kernel.pid_max, kernel.threads-max and the root group's pids.max (systemd-system.conf(5), DefaultTasksMax).
    func tasks() throws(Unknown) -> (number: Number, source: String) {
        var places: [(Number, String)] = []
        // Numbers of processes stay below pid_max, and 0 is none.
        for (place, less) in [("/proc/sys/kernel/pid_max", Int128(1)), ("/proc/sys/kernel/threads-max", 0)] {
            places.append((Number(try number(place).numerator - less), root.shown(place)))
        }
        if let group = rootGroup("pids", "pids.max") { places.append(group) }
        return places.min { $0.0 < $1.0 }.map { ($0.0, $0.1) }!
    }

    /// The machine's memory, or the root group's memory.max if that is less.
    func memory() throws(Unknown) -> (number: Number, source: String) {
        let place = "/proc/meminfo"
        let line = try root.text(place).split(separator: "\n").first { $0.hasPrefix("MemTotal:") }
        guard let words = line?.words, words.count >= 2, let kilobytes = UInt64(words[1]), kilobytes < 1 << 50 else {
            throw Unknown(.malformed, "\(root.shown(place)) has no MemTotal")
        }
        let total = (Number(kilobytes * 1024), root.shown(place))
        guard let group = rootGroup("memory", "memory.max") ?? rootGroup("memory", "memory.limit_in_bytes"), group.0 < total.0
        else {
            return total
        }
        return group
    }

    private func number(_ place: String) throws(Unknown) -> Number {
        let text = try root.text(place)
        guard let number = Number(kernel: text), number > Number(0) else {
            throw Unknown(.malformed, "\(root.shown(place)) holds no number but \(text.prefix(80))")
        }
        return number
    }

    /// A limit of the group that process 1's own group lies in: of the container, where there is one.
    private func rootGroup(_ controller: String, _ file: String) -> (Number, String)? {
        guard let text = try? root.text("/proc/1/cgroup") else { return nil }
        var path: Substring?
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { continue }
            if parts[1].split(separator: ",").contains(Substring(controller)) {
                path = parts[2]
                break
            }
            if parts[1].isEmpty { path = parts[2] }
        }
        guard var path, !path.hasPrefix("/..") else { return nil }
        if path.hasSuffix("/init.scope") { path = path.dropLast("/init.scope".count) }
        while path.hasSuffix("/") { path = path.dropLast() }
        for place in ["/sys/fs/cgroup\(path)/\(file)", "/sys/fs/cgroup/\(controller)\(path)/\(file)"] {
            if let text = try? root.text(place), let number = Number(kernel: text), number > Number(0) {
                return (number, root.shown(place))
            }
        }
        return nil
    }
}
