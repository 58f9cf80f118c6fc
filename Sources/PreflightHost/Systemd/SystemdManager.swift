// The manager's own configuration: system.conf and user.conf with their drop-ins, and what holds where nothing is set.

/// What units get where they say nothing themselves.
public struct SystemdManager: Sendable {
    /// Which manager.
    public enum Kind: String, Sendable {
        /// Process 1.
        case system
        /// The manager of a user's session.
        case user
    }

    /// Which manager.
    public let kind: Kind
    /// The files that are read, absolute in the root, in the order they are read.
    public let files: [String]
    /// What they assign in [Manager], in that order.
    public let assignments: [SystemdAssignment]
    /// Why nothing is known for sure: a file that could not be read.
    public let unreadable: Unknown?
    let parsed: [SystemdFile]

    /// Reads the configuration of a manager.
    ///
    /// - Parameter home: of the user whose manager it is; only its configuration in /etc and below is read where nil.
    public init(_ kind: Kind = .system, root: HostRoot, home: String? = nil) {
        let directories =
            kind == .system ? SystemdPlaces.configuration(root) : SystemdPlaces.userConfiguration(root, home: home)
        let name = "\(kind.rawValue).conf"
        var paths: [String] = []
        var parsed: [SystemdFile] = []
        var unreadable: Unknown?
        do throws(Unknown) {
            // The main file is one, the first; drop-ins are read after it and beat it, whatever directory they lie in.
            if let main = directories.map({ "\($0)/\(name)" }).first(where: { root.exists($0) }),
                !SystemdPlaces.isMask(root, main)
            {
                paths.append(main)
            }
            paths += try SystemdPlaces.dropIns(root, directories.map { "\($0)/\(name).d" })
            for path in paths {
                if let file = try SystemdPlaces.file(root, path) { parsed.append(file) }
            }
        } catch {
            unreadable = error
        }
        self.kind = kind
        self.unreadable = unreadable
        self.parsed = parsed
        files = paths
        assignments = parsed.flatMap(\.assignments).filter { $0.section == "Manager" }
    }

    /// The last assignment of a key that `accepts` takes, as systemd ignores the others; nil where an empty one came after.
    func last<T>(_ key: String, accepts: (String) -> T?) -> (value: T, place: SystemdAssignment)? {
        Self.last(assignments.filter { $0.key == key }, accepts: accepts)
    }

    /// - Parameter emptyResets: whether an empty value takes back the one before; an empty limit of processes is ignored instead.
    static func last<T>(
        _ assignments: [SystemdAssignment], emptyResets: Bool = true, accepts: (String) -> T?
    ) -> (value: T, place: SystemdAssignment)? {
        var found: (T, SystemdAssignment)?
        for assignment in assignments {
            if assignment.value.isEmpty, emptyResets {
                found = nil
            } else if let value = accepts(assignment.value) {
                found = (value, assignment)
            }
        }
        return found
    }

    static func limit(_ assignments: [SystemdAssignment], _ resource: LimitResource) -> (
        value: SystemdLimit, place: SystemdAssignment
    )? {
        last(assignments, emptyResets: false) { SystemdValue.limit($0, of: resource) }
    }

    /// A `DefaultLimit…` that is configured.
    func limit(_ resource: LimitResource) -> (value: SystemdLimit, place: SystemdAssignment)? {
        Self.limit(assignments.filter { $0.key == "DefaultLimit\(resource.name)" }, resource)
    }

    /// The configured default of `TasksMax`.
    var tasksMax: (value: TasksBound, place: SystemdAssignment)? { last("DefaultTasksMax", accepts: TasksBound.init) }

    /// 15 % of what the system can hold, since version 231 (systemd-system.conf(5)).
    static let standardTasksMax = TasksBound.share(Number(15, over: 100)!)
}

/// A value of `TasksMax`, before a share becomes a number.
public enum TasksBound: Sendable, Hashable {
    /// So many.
    case number(Number)
    /// That part of the smallest of pid_max, threads-max and the root group's pids.max.
    case share(Number)
    /// No bound.
    case unlimited

    /// Reads what a unit file says; nil where systemd refuses it: 0, but not 0 %.
    public init?(_ text: String) {
        if text == "infinity" {
            self = .unlimited
        } else if let share = SystemdValue.share(text) {
            guard share <= Number(1) else { return nil }
            self = .share(share)
        } else if let number = SystemdValue.count(text), number > Number(0) {
            self = .number(number)
        } else {
            return nil
        }
    }
}
