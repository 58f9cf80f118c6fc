// Kernel parameters as they will be after the next boot: what the files of a machine or an image say.

internal import PreflightELF

/// Persisted kernel parameters: `persisted.vm.max_map_count`.
///
/// Works on a machine and on the root directory of an image.
public struct PersistedParameters: HostReader {
    let root: HostRoot
    private let read: Contents

    /// All files of sysctl.d.
    ///
    /// - Parameter manager: whose rules; nil for the program that is there: systemd-sysctl before sysctl.
    public init(root: HostRoot, manager: SysctlManager? = nil) {
        self.root = root
        read = Contents(root, manager)
    }

    /// What is read, when it is first asked for: most runs ask for nothing of it.
    private final class Contents {
        private let root: HostRoot
        private let wanted: SysctlManager?
        lazy var manager = wanted ?? PersistedParameters.programs.first { root.exists($0.path) }?.manager
        lazy var configuration = SysctlConfiguration(root, manager ?? .systemd)
        lazy var other = SysctlConfiguration(root, manager == .procps ? .systemd : .procps)

        init(_ root: HostRoot, _ wanted: SysctlManager?) { (self.root, self.wanted) = (root, wanted) }
    }

    /// The program that applies them in this root; nil where there is none.
    public var manager: SysctlManager? { read.manager }
    var configuration: SysctlConfiguration { read.configuration }
    /// What the other program would make of the same files.
    var other: SysctlConfiguration { read.other }

    private static let programs: [(path: String, manager: SysctlManager)] = [
        ("/usr/lib/systemd/systemd-sysctl", .systemd), ("/lib/systemd/systemd-sysctl", .systemd),
        ("/usr/sbin/sysctl", .procps), ("/sbin/sysctl", .procps), ("/usr/bin/sysctl", .procps), ("/bin/sysctl", .procps),
    ]

    /// The files that are read, in the order of reading; for people.
    public var files: [String] { configuration.files.map { root.shown($0.path) } }

    /// Every assignment that is read, in the order of reading, with those that later ones undo.
    public var assignments: [SysctlAssignment] { configuration.assignments }

    /// The assignments that hold after boot, patterns behind the parameters that are named.
    public var effective: [SysctlAssignment] {
        let named = configuration.explicit.compactMap { _, lines in lines.last { $0.value != nil } }
        return named.sorted { $0.key < $1.key } + configuration.patterns
    }

    /// The parameters that are named in a file.
    public var names: [String] { effective.filter { !$0.isPattern }.map { "persisted.\($0.key)" } }

    /// What a parameter will be set to, by its own line or by a pattern.
    public func reading(of name: String) -> Reading? {
        guard name.hasPrefix("persisted.") else { return nil }
        do throws(Unknown) { return reading(try ParameterName(String(name.dropFirst(10)))) } catch {
            return Reading(.failure(error), source: root.shown("/etc/sysctl.d"), scope: .file)
        }
    }

    /// The line that sets it, in a file that is read last.
    public func remedy(for name: String, wanted: Value?) -> HostRemedy? {
        guard let wanted, let name = try? ParameterName(String(name.dropFirst(10))), name.selection == .whole else { return nil }
        let apply = manager == .procps ? "sysctl --system" : "systemctl restart systemd-sysctl"
        return HostRemedy(
            forGood: "# /etc/sysctl.d/99-zz-local.conf\n\(name.key) = \(wanted.shown)\nthen: \(apply), or the next boot")
    }

    /// All parameters that are named in a file.
    public func overview() -> [Fact] { names.compactMap { name in reading(of: name).map { Fact(name, $0) } } }

    private func reading(_ name: ParameterName) -> Reading {
        let known = KernelParameter.named(name.key)
        var reading = Reading(
            .failure(Unknown(.failed, "")), source: root.shown("/etc/sysctl.d"), scope: .file, unit: known?.unit ?? .count,
            notes: notes)
        guard name.path.hasPrefix("/proc/sys/") else {
            reading.value = .failure(Unknown(.notApplicable, "\(name.key): files of sysctl.d set only what is below /proc/sys"))
            return reading
        }
        // What a file says that could not be read may be anything.
        if let reason = configuration.unreadable.first {
            reading.value = .failure(
                Unknown(reason.kind, "what \(name.key) is set to is not known, because a file is not: \(reason)"))
            return reading
        }
        let path = String(name.path.dropFirst(10))
        let decision = configuration.decision(on: path)
        let others = other.decision(on: path)
        if others?.value != decision?.value {
            reading.notes.append(
                "\(other.manager.rawValue) would \(others.map { "set it to \($0.value ?? "") (\($0.place))" } ?? "not set it")")
        }
        guard let decision, let text = decision.value else {
            reading.value = .failure(Unknown(.absent, "no file of sysctl.d in \(root.shown("/")) sets \(name.key)"))
            return reading
        }
        reading.source = decision.place
        reading.raw = text
        if decision.isPattern { reading.notes.append("by the pattern \(decision.key)") }
        let numbers = known?.isText ?? false ? [] : text.words.compactMap(Self.number)
        let isNumbers = !numbers.isEmpty && numbers.count == text.words.count
        do throws(Unknown) {
            reading.value = .success(
                try name.select(!isNumbers ? .text(text) : numbers.count == 1 ? .number(numbers[0]) : .numbers(numbers)))
        } catch { reading.value = .failure(error) }
        return reading
    }

    private var notes: [String] {
        var notes = [
            manager.map { "applied by \($0.rawValue)" }
                ?? "nothing in \(root.shown("/")) applies it: no systemd-sysctl, no sysctl"
        ]
        if configuration.hasUnreadableCredential {
            notes.append("a credential sysctl.extra may come last; \(root.shown(SysctlConfiguration.credential)) may not be read")
        }
        return notes
    }
}
