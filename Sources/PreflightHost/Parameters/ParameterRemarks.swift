// What stands out among the kernel's parameters, how many tasks there is room for, and how a parameter is changed.

extension ParameterReader {
    /// Use near the machine's limits.
    public func remarks() -> [Remark] {
        let files = UsageRule(
            used: "fs.file-nr[0]", limit: "fs.file-max", things: "open files of the machine",
            consequence: "at the limit open and socket fail with ENFILE for all but root",
            citation: "https://docs.kernel.org/admin-guide/sysctl/fs.html")
        let connections = UsageRule(
            used: "net.netfilter.nf_conntrack_count", limit: "net.netfilter.nf_conntrack_max", things: "tracked connections",
            consequence: "at the limit packets of new connections are dropped (\"nf_conntrack: table full, dropping packet\")",
            warning: 90,
            citation: "https://docs.kernel.org/networking/nf_conntrack-sysctl.html")
        let tasks = UsageRule(
            used: "pid.used", limit: "kernel.pid_max and kernel.threads-max", things: "tasks of the machine",
            consequence: "at the limit clone fails with EAGAIN",
            citation: "https://docs.kernel.org/admin-guide/sysctl/kernel.html#pid-max")
        var remarks = [files, connections].map { rule in
            let limit = reading(of: rule.limit)
            var more: HostRemedy?
            if case .success(.number(let most)) = limit?.value {
                more = remedy(
                    for: rule.limit, wanted: .number(Number(most.floor.multipliedReportingOverflow(by: 2).partialValue)))
            }
            return rule.remark(reading(of: rule.used), of: limit, remedy: more)
        }
        if let bound = taskBound {
            let limit = Reading(
                .success(.number(bound.most)), source: bound.source, scope: .machine)
            remarks.append(
                tasks.remark(
                    reading(of: "pid.used"), of: limit, remedy: remedy(for: bound.key, wanted: .number(Number(4_194_304)))))
        }
        return remarks.compactMap(\.self)
    }

    // MARK: - Tasks

    /// The lower of the two bounds of the machine, where both are known.
    private var taskBound: (key: String, most: Number, source: String)? {
        var best: (key: String, most: Number, source: String)?
        for key in ["kernel.pid_max", "kernel.threads-max"] {
            guard let reading = reading(of: key), case .success(.number(let most)) = reading.value else { return nil }
            if best.map({ most < $0.most }) ?? true { best = (key, most, reading.source) }
        }
        return best
    }

    /// The fourth field of /proc/loadavg is running/all, of the whole machine even in a PID namespace (fs/proc/loadavg.c).
    var tasks: Reading {
        let file = "/proc/loadavg"
        do throws(Unknown) {
            let text = try root.text(file)
            let fields = text.words
            guard fields.count >= 4, let slash = fields[3].firstIndex(of: "/"),
                let count = Number(kernel: fields[3][fields[3].index(after: slash)...])
            else { throw Unknown(.malformed, "\(root.shown(file)) has no fourth field of two numbers: \(text)") }
            return Reading(.success(.number(count)), raw: text, source: root.shown(file), scope: .machine)
        } catch { return Reading(.failure(error), source: root.shown(file), scope: .machine) }
    }

    /// How many more tasks the machine may have.
    var headroom: Reading {
        let source = ["/proc/loadavg", "/proc/sys/kernel/pid_max", "/proc/sys/kernel/threads-max"].map(root.shown).joined(
            separator: ", ")
        var reading = Reading(.failure(Unknown(.failed, "")), source: source, scope: .machine)
        do throws(Unknown) {
            guard case .number(let used) = try tasks.value.get() else { throw Unknown(.failed, source) }
            for key in ["kernel.pid_max", "kernel.threads-max"] {
                guard let bound = self.reading(of: key), case .number = try bound.value.get() else {
                    throw Unknown(.malformed, "\(root.shown("/proc/sys/")) has no number for \(key)")
                }
                reading.notes += bound.notes.filter { !$0.hasPrefix("read-only") }
            }
            guard let bound = taskBound else { throw Unknown(.failed, source) }
            reading.value = .success(.number(Number(bound.most.floor - used.floor)))
            reading.notes.insert("bounded by \(bound.key) = \(bound.most)", at: 0)
        } catch { reading.value = .failure(error) }
        return reading
    }

    // MARK: - Remedies

    /// The text to write: the kernel takes all values of a parameter at once, so one of several is put among the others.
    private func whole(_ name: ParameterName, with wanted: Value) -> String? {
        switch name.selection {
        case .whole: return wanted.shown
        case .span: return nil
        case .index(let index):
            guard var values = (try? root.text(name.path))?.words.map(String.init), index < values.count else { return nil }
            values[index] = wanted.shown
            return values.joined(separator: " ")
        }
    }

    /// How a parameter is set: now, and for good; nil for what is no parameter.
    ///
    /// - Parameter wanted: what it should be.
    public func remedy(for name: String, wanted: Value?) -> HostRemedy? {
        guard let wanted, let name = try? ParameterName(name), let value = whole(name, with: wanted) else { return nil }
        if name.path.hasPrefix("/sys/") {
            return HostRemedy(
                now: "echo \(value) > \(name.path)",
                forGood: "on the node, /etc/tmpfiles.d/60-preflight.conf:\nw \(name.path) - - - - \(value)")
        }
        let file = "/etc/sysctl.d/60-preflight.conf:\n\(name.key) = \(value)\n"
        let assignment = value.contains(" ") ? "\(name.key)=\"\(value)\"" : "\(name.key)=\(value)"
        let set = "sysctl -w \(assignment)"
        let isElsewhere =
            isReadOnly(name.path) || scope(of: name.key).namespace.map { Namespaces(root: root).isFirst($0) == false } ?? false
        guard KernelParameter.isPerContainer(name.key) else {
            let scope = scope(of: name.key)
            let place =
                scope == .machine
                ? "it is one value for the machine and all its containers, so it must be set on the node"
                : "it belongs to the \(scope.rawValue), and container runtimes set it for none: set it inside, or on the node"
            return HostRemedy(now: isReadOnly(name.path) ? "on the node: \(set)" : set, forGood: "\(place): \(file)")
        }
        let container =
            "docker run --sysctl \(assignment) …\n"
            + "spec: {securityContext: {sysctls: [{name: \(name.key), value: \"\(value)\"}]}}   (Kubernetes pod)\n"
        return HostRemedy(
            now: isReadOnly(name.path) ? nil : set,
            forGood: isElsewhere
                ? "per container or pod:\n\(container)" : "per container or pod:\n\(container)for the machine itself, \(file)")
    }
}
