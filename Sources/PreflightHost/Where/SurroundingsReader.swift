// Where this is: container, virtual machine, runtime, namespaces. Never one word: what was seen, where, and what it suggests.

/// Reads the signs of where a process is. Facts (all text, unknown with the reason where there is no such sign):
///
/// | name | what |
/// |---|---|
/// | `kernel.release` | the running kernel: `6.1.0-18-amd64` |
/// | `os.id`, `os.version`, `os.name` | the distribution, from os-release |
/// | `where.systemd-container` | the manager's word in /run/systemd/container |
/// | `where.init-environment` | `container=` in the environment of process 1 |
/// | `where.containerenv`, `where.dockerenv` | the files that Podman and Docker leave |
/// | `where.control-group` | the path of the own control group, where it names a runtime |
/// | `where.root-mount` | what is mounted at "/", where it is a container's |
/// | `where.kubernetes` | the address of the cluster, or the service account |
/// | `where.machine` | maker and product of the machine |
/// | `where.hypervisor` | the processor's hypervisor flag, or /sys/hypervisor/type |
/// | `where.kernel` | a kernel that is not Linux itself, or a special one |
/// | `where.namespace.KIND` | `initial` or `other`, KIND as in /proc/PID/ns |
public struct SurroundingsReader: HostReader {
    let root: HostRoot
    let process: String

    /// The surroundings of a process: a number, or `self`.
    public init(root: HostRoot = .live, process: String = "self") {
        self.root = root
        self.process = process
    }

    private static let identity = ["kernel.release", "os.id", "os.version", "os.name"]

    /// The signs, in the order of their weight.
    private static let signs: [(name: String, sign: @Sendable (SurroundingsReader) throws(Unknown) -> Evidence)] = [
        ("where.systemd-container", { here throws(Unknown) in try here.managersWord() }),
        ("where.init-environment", { here throws(Unknown) in try here.initEnvironment() }),
        ("where.containerenv", { here throws(Unknown) in try here.containerFile() }),
        ("where.dockerenv", { here throws(Unknown) in try here.dockerFile() }),
        ("where.control-group", { here throws(Unknown) in try here.controlGroup() }),
        ("where.root-mount", { here throws(Unknown) in try here.rootMount() }),
        ("where.kubernetes", { here throws(Unknown) in try here.kubernetes() }),
        ("where.machine", { here throws(Unknown) in try here.machine() }),
        ("where.hypervisor", { here throws(Unknown) in try here.hypervisor() }),
        ("where.kernel", { here throws(Unknown) in try here.kernel() }),
    ]

    /// The names of the table above.
    public var names: [String] {
        Self.identity + Self.signs.map(\.name) + Namespace.all.map { "where.namespace.\($0.kind)" }
    }

    /// The reading of one of ``names``; nil for any other.
    public func reading(of name: String) -> Reading? {
        if name == "kernel.release" { return kernelRelease }
        if name.hasPrefix("os."), Self.identity.contains(name) { return distribution(String(name.dropFirst(3))) }
        if let namespace = Namespace.all.first(where: { "where.namespace.\($0.kind)" == name }) { return reading(of: namespace) }
        guard let sign = Self.signs.first(where: { $0.name == name })?.sign else { return nil }
        do throws(Unknown) {
            let evidence = try sign(self)
            return Reading(
                .success(.text(evidence.value)), raw: evidence.value, source: evidence.source, scope: .machine,
                notes: [evidence.suggests])
        } catch {
            return Reading(.failure(error), source: error.description, scope: .machine)
        }
    }

    /// What was seen; signs that are not there are left out, and so are namespaces that are the machine's own.
    public func evidence() -> [Evidence] {
        Self.signs.compactMap { try? $0.sign(self) }
            + Namespace.all.compactMap { namespace in
                let reading = reading(of: namespace)
                guard reading.value == .success(.text("other")) else { return nil }
                return Evidence(
                    "where.namespace.\(namespace.kind)", "other", suggests: reading.notes.first ?? "", source: reading.source)
            }
    }

    /// What this is, and the signs that were seen.
    public func overview() -> [Fact] {
        (Self.identity + evidence().map(\.name)).compactMap { name in
            guard let reading = reading(of: name), case .success = reading.value else { return nil }
            return Fact(name, reading)
        }
    }

    /// None: where something runs is no fault.
    public func remarks() -> [Remark] { [] }

    // MARK: What this is

    private var kernelRelease: Reading {
        let place = "/proc/sys/kernel/osrelease"
        do throws(Unknown) {
            let text = try root.text(place)
            return Reading(.success(.text(text)), raw: text, source: root.shown(place), scope: .machine)
        } catch { return Reading(.failure(error), source: root.shown(place), scope: .machine) }
    }

    /// A field of os-release(5); the file in /etc comes before the one in /usr/lib.
    private func distribution(_ field: String) -> Reading {
        let key = ["id": "ID", "version": "VERSION_ID", "name": "PRETTY_NAME"][field] ?? field
        var reason = Unknown(.absent, "there is no os-release")
        for place in ["/etc/os-release", "/usr/lib/os-release"] {
            do throws(Unknown) {
                let lines = try root.text(place).split(separator: "\n")
                guard let line = lines.last(where: { $0.trimmed.hasPrefix(key + "=") }) else {
                    throw Unknown(.absent, "\(root.shown(place)) has no \(key)")
                }
                let value = Self.unquoted(String(line.trimmed.dropFirst(key.count + 1)))
                return Reading(.success(.text(value)), raw: line.trimmed, source: root.shown(place), scope: .file)
            } catch {
                reason = error
                if error.kind != .absent || root.exists(place) { break }
            }
        }
        return Reading(.failure(reason), source: root.shown("/etc/os-release"), scope: .file)
    }

    /// Shell quotes of os-release: one pair around all, and backslashes before `"`, `\`, `$` and the backtick.
    private static func unquoted(_ text: String) -> String {
        guard let first = text.first, first == "\"" || first == "'", text.count > 1, text.last == first else { return text }
        var value = ""
        var isEscaped = false
        for character in text.dropFirst().dropLast() {
            if character == "\\", !isEscaped, first == "\"" {
                isEscaped = true
                continue
            }
            value.append(character)
            isEscaped = false
        }
        return value
    }

    private func reading(of namespace: Namespace) -> Reading {
        let place = "/proc/\(process)/ns/\(namespace.kind)"
        do throws(Unknown) {
            let text = try root.link(place)
            guard let number = text.split(separator: "[").last.flatMap({ UInt64($0.dropLast()) }), text.hasSuffix("]") else {
                throw Unknown(.malformed, "\(root.shown(place)) points to \(text), which is no namespace")
            }
            let isInitial = number == namespace.initial
            var notes = isInitial ? [] : ["a \(namespace.kind) namespace of its own: a container or a sandbox"]
            if !isInitial, !namespace.isFixed {
                notes = ["perhaps a \(namespace.kind) namespace of its own; older kernels number their first one otherwise"]
            }
            return Reading(
                .success(.text(isInitial ? "initial" : "other")), raw: text, source: root.shown(place), scope: .process,
                notes: notes)
        } catch { return Reading(.failure(error), source: root.shown(place), scope: .process) }
    }
}
