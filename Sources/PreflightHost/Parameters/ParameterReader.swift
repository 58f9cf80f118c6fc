// Kernel parameters of the running kernel, by name.

internal import PreflightELF

/// Kernel parameters: `vm.max_map_count`, `net.ipv4.ip_local_port_range[0]`, `net.ipv4.ip_local_port_range.span`,
/// `/sys/kernel/mm/transparent_hugepage/enabled`, and two counts: `pid.used`, the tasks of the machine, and `pid.headroom`,
/// how many more `kernel.pid_max` and `kernel.threads-max` let it have.
public struct ParameterReader: HostReader {
    let root: HostRoot
    let process: Int32?

    /// The parameters as `process` has them, or the process that reads.
    ///
    /// Parameters of a namespace can be read only from inside it: where `process` has another, they are `.hidden`.
    public init(root: HostRoot, process: Int32? = nil) {
        self.root = root
        self.process = process
    }

    /// The directories of /proc/sys; a name that begins with none of these is not meant for this reader.
    private static let tops: Set<String> = [
        "abi", "crypto", "debug", "dev", "fs", "kernel", "net", "sunrpc", "user", "vm", "xen",
    ]

    /// The known parameters; every other one of the running kernel can be asked for too.
    public var names: [String] { KernelParameter.all.map(\.key) + ["pid.used", "pid.headroom"] }

    /// A parameter that the kernel has, whether known here or not.
    public func reading(of name: String) -> Reading? {
        if name == "pid.used" { return tasks }
        if name == "pid.headroom" { return headroom }
        let isPath = name.hasPrefix("/")
        guard isPath || Self.tops.contains(name.prefix { $0 != "." && $0 != "/" && $0 != "[" }.description) else { return nil }
        do throws(Unknown) { return reading(try ParameterName(name)) } catch {
            return Reading(.failure(error), source: root.shown("/proc/sys"), scope: .machine)
        }
    }

    /// The parameters that matter to most, without those that this kernel does not have.
    public func overview() -> [Fact] {
        let mounts = try? Mounts(root)
        let facts = KernelParameter.all.filter(\.isShown).compactMap { known in
            (try? ParameterName(known.key)).map { Fact(known.key, reading($0, mounts)) }
        }
        return facts.filter { fact in
            if case .failure(let reason) = fact.reading.value { return reason.kind != .absent }
            return true
        } + [Fact("pid.used", tasks), Fact("pid.headroom", headroom)]
    }

    /// The reading of a name that was taken apart.
    public func reading(_ name: ParameterName) -> Reading { reading(name, try? Mounts(root)) }

    private func reading(_ name: ParameterName, _ mounts: Mounts?) -> Reading {
        let known = KernelParameter.named(name.key)
        let scope = name.path.hasPrefix("/sys/") ? .machine : scope(of: name.key)
        var reading = Reading(
            .failure(Unknown(.failed, "")), source: root.shown(name.path), scope: scope, unit: known?.unit ?? .count)
        do throws(Unknown) {
            try refuseOtherNamespace(name, scope)
            let text: String
            do throws(Unknown) { text = try root.text(name.path, limit: 1 << 16) } catch { throw reason(error, name) }
            let value = try name.select(parse(text, name, known, mounts))
            reading.raw = text
            reading.value = .success(value)
            reading.notes = notes(name, scope, mounts)
        } catch { reading.value = .failure(error) }
        return reading
    }

    // MARK: - What a file says

    /// A number, several, or a text; of a file below /sys with one word in brackets that word.
    private func parse(
        _ text: String, _ name: ParameterName, _ known: KernelParameter?, _ mounts: Mounts?
    ) throws(Unknown) -> Value {
        if text.isEmpty {
            // Runtimes put /dev/null over what they mask.
            if mounts?.mount(of: name.path)?.point == name.path {
                throw Unknown(.hidden, "\(root.shown(name.path)) is masked: another file is mounted over it")
            }
            if let known, !known.isText {
                throw Unknown(.malformed, "\(root.shown(name.path)) is empty where a value belongs")
            }
        }
        if name.path.hasPrefix("/sys/") {
            let chosen = text.words.filter { $0.hasPrefix("[") && $0.hasSuffix("]") && $0.utf8.count > 2 }
            if chosen.count == 1 { return .text(String(chosen[0].dropFirst().dropLast())) }
        }
        if known?.isText ?? false { return .text(text) }
        let numbers = text.words.map { Number(kernel: $0) }
        if numbers.isEmpty || numbers.contains(nil) {
            guard known == nil || name.path.hasPrefix("/sys/") else {
                throw Unknown(.malformed, "\(root.shown(name.path)) holds no number where one belongs: \(text.shortened)")
            }
            return .text(text)
        }
        return numbers.count == 1 ? .number(numbers[0]!) : .numbers(numbers.compactMap(\.self))
    }

    private func notes(_ name: ParameterName, _ scope: Scope, _ mounts: Mounts?) -> [String] {
        var notes: [String] = []
        if scope == .pidNamespace, name.key == "kernel.pid_max" {
            switch Namespaces(root: root).isFirst("pid") {
            case true: break
            case false: notes.append("value of this PID namespace; the namespaces above it may have lower ones")
            case nil: notes.append("whether this is the machine's value or a PID namespace's is not known")
            }
        }
        if mounts?.mount(of: name.path)?.isReadOnly ?? false { notes.append("read-only here: it cannot be set from inside") }
        return notes
    }

    /// Whether the mount of a path is read-only; writing is not tried.
    func isReadOnly(_ path: String) -> Bool { (try? Mounts(root))?.mount(of: path)?.isReadOnly ?? false }

    /// Whose a parameter is, on this kernel.
    func scope(of key: String) -> Scope {
        let scope = KernelParameter.scope(of: key)
        // One value for the machine before Linux 6.14 (commit 7863dcc72d0f).
        guard key == "kernel.pid_max", let release = try? root.text("/proc/sys/kernel/osrelease") else { return scope }
        let numbers = release.split(separator: ".").prefix(2).map { Int($0.prefix { $0.isNumber }) ?? 0 }
        return numbers.lexicographicallyPrecedes([6, 14]) ? .machine : scope
    }

    // MARK: - Why there is none

    /// The options of nsenter(1).
    private static let enter = ["net": "-n", "ipc": "-i", "uts": "-u", "user": "-U", "pid": "-p"]

    private func refuseOtherNamespace(_ name: ParameterName, _ scope: Scope) throws(Unknown) {
        guard root.isLive, let process, let kind = scope.namespace else { return }
        switch Namespaces(root: root).isShared(kind, with: process) {
        case true: return
        case false:
            throw Unknown(
                .hidden,
                "\(name.key) belongs to the \(scope.rawValue), and process \(process) is in another: "
                    + "nsenter -t \(process) \(Self.enter[kind] ?? "") sysctl \(name.key)")
        case nil:
            let isGone = !root.exists("/proc/\(process)")
            throw Unknown(
                isGone ? .gone : .hidden,
                isGone
                    ? "there is no process \(process)"
                    : "\(name.key) belongs to the \(scope.rawValue), and that of process \(process) may not be seen: "
                        + "ask as root or as its user"
            )
        }
    }

    private func reason(_ error: Unknown, _ name: ParameterName) -> Unknown {
        if error.kind == .failed, let entries = try? root.names(in: name.path) {
            let some = entries.prefix(3).map { "\(name.key).\($0)" }.joined(separator: ", ")
            return Unknown(
                .malformed, "\(name.key) is a directory of parameters; name one of them: \(some.isEmpty ? "it is empty" : some)")
        }
        guard error.kind == .absent else { return error }
        let parts = name.path.split(separator: "/")
        let isSystem = name.path.hasPrefix("/sys/")
        let top = isSystem ? "/sys/\(parts[1])" : "/proc/sys/\(parts[min(2, parts.count - 1)])"
        if (try? root.names(in: isSystem ? "/sys" : "/proc/sys"))?.isEmpty ?? true
            || (parts.count > 3 && !root.exists(top) && isKnownTop(top))
        {
            return Unknown(
                .hidden,
                "\(root.shown(name.path)) cannot be seen: \(root.shown(isSystem ? "/sys" : top)) is not mounted, masked or "
                    + "not recorded"
            )
        }
        let known = KernelParameter.named(name.key)
        let hint = known == nil ? suggestion(name) : ""
        if name.key.hasPrefix("net."), Namespaces(root: root).isFirst("net") != true {
            return Unknown(
                .hidden,
                "\(name.key) is not in this network namespace, which says nothing of the machine: some parameters are "
                    + "only in the first one; read it on the node\(hint)")
        }
        let why =
            known?.absence
            ?? (known == nil ? "it is not in this kernel, or its module is not loaded" : "it is not in this kernel")
        return Unknown(.absent, "\(root.shown(name.path)) does not exist: \(why)\(hint)")
    }

    private func isKnownTop(_ top: String) -> Bool { ["fs", "kernel", "net", "vm"].contains { top == "/proc/sys/\($0)" } }

    /// "; did you mean …?", from the known names and from what is beside the missing one.
    private func suggestion(_ name: ParameterName) -> String {
        var candidates = Set(KernelParameter.all.map(\.key))
        if let slash = name.path.lastIndex(of: "/"), let dot = name.key.lastIndex(where: { $0 == "." || $0 == "/" }) {
            for sibling in (try? root.names(in: String(name.path[..<slash]))) ?? [] {
                candidates.insert(name.key[...dot] + sibling)
            }
        }
        let near = nearest(to: name.key, among: candidates.sorted())
        return near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
    }
}
