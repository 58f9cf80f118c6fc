// systemd: what its manager and its units are configured to grant, what runs, and what in the files does not do what it says.

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Reads systemd's configuration in a root, and the running manager where there is one. Facts, spelt as systemd spells its keys:
///
/// - `systemd.manager.KEY` and `systemd.user-manager.KEY`: the defaults for units in system.conf and user.conf, with drop-ins;
///   `DefaultLimitNOFILE` is the soft limit, `DefaultLimitNOFILE.hard` the hard one.
/// - `systemd.unit.NAME.KEY`: what the unit's files come to, with the manager's defaults: `LimitNOFILE`, `LimitNOFILE.hard`,
///   `TasksMax`, `MemoryMax`, `MemoryHigh`, `MemorySwapMax` (bytes), `CPUQuota` (processors), `AllowedCPUs`, `Slice`.
/// - `systemd.unit.NAME.EffectiveKEY`: the least of the unit and the slices around it, for those that are limits of control groups;
///   unlimited where none of them limits, where `systemctl show` (255 and later) has the size of the machine.
/// - `systemd.unit.NAME.live.KEY`: what the running manager has; also `ControlGroup`, `MainPID`, `NeedDaemonReload`.
/// - `systemd.unit.NAME.process.LimitNOFILE` and the like: what the unit's main process has.
///
/// Any unit may be asked for; those given are also shown and judged.
public struct SystemdReader: HostReader {
    let root: HostRoot
    let units: [String]
    let home: String?
    let threads: Int?

    /// systemd in a root.
    ///
    /// - Parameters:
    ///   - units: names to show and to judge; without a type, a service's.
    ///   - home: of the user whose manager's configuration is read, too; that of this process where the root is live.
    ///   - threads: how many threads a unit is to run; a bound on tasks below is a remark.
    public init(root: HostRoot = .live, units: [String] = [], home: String? = nil, threads: Int? = nil) {
        self.root = root
        self.units = units
        self.threads = threads
        self.home = home ?? (root.isLive ? getenv("HOME").map { String(cString: $0) } : nil)
    }

    private static let managers: [(prefix: String, kind: SystemdManager.Kind)] = [
        ("systemd.manager.", .system), ("systemd.user-manager.", .user),
    ]
    private static let unitPrefix = "systemd.unit."

    /// The facts of both managers, and of the units that were given.
    public var names: [String] {
        Self.managers.flatMap { manager in ManagerProperty.all.map { manager.prefix + $0.name } }
            + units.flatMap { unit in
                UnitProperty.all.map { "\(Self.unitPrefix)\(UnitName(unit)?.text ?? unit).\($0.name)" }
            }
    }

    /// The reading of a fact, of whichever unit; nil where the name is none of ``names``' form.
    public func reading(of name: String) -> Reading? {
        for (prefix, kind) in Self.managers where name.hasPrefix(prefix) {
            let key = name.dropFirst(prefix.count)
            guard let property = ManagerProperty.all.first(where: { $0.name == key }) else { return nil }
            return property.read(SystemdManager(kind, root: root, home: home), root)
        }
        guard name.hasPrefix(Self.unitPrefix) else { return nil }
        guard let (text, property) = Self.parts(of: name) else { return nil }
        guard let unit = UnitName(text) else {
            return Reading(
                .failure(Unknown(.malformed, "\(text) cannot be the name of a unit")), source: root.path, scope: .file)
        }
        return property.read(UnitView(unit, root: root, manager: SystemdManager(root: root)))
    }

    /// The unit and the property that a name asks for; nil where it asks for none.
    func unit(in name: String) -> (unit: UnitName, property: String)? {
        guard name.hasPrefix(Self.unitPrefix), let (text, property) = Self.parts(of: name), let unit = UnitName(text) else {
            return nil
        }
        return (unit, property.name)
    }

    private static func parts(of name: String) -> (unit: String, property: UnitProperty)? {
        let rest = name.dropFirst(unitPrefix.count)
        // The longest name that fits: `live.LimitNOFILE` ends with `.LimitNOFILE`, too.
        let property = UnitProperty.all.filter { rest.hasSuffix(".\($0.name)") }.max { $0.name.utf8.count < $1.name.utf8.count }
        return property.map { (String(rest.dropLast($0.name.count + 1)), $0) }
    }

    private static let shownOfManager = ["DefaultLimitNOFILE", "DefaultLimitNOFILE.hard", "DefaultLimitNPROC", "DefaultTasksMax"]
    private static let shownOfUnit = [
        "LimitNOFILE", "LimitNOFILE.hard", "LimitNPROC", "LimitMEMLOCK", "TasksMax", "EffectiveTasksMax", "EffectiveMemoryMax",
        "EffectiveMemoryHigh", "EffectiveCPUQuota", "EffectiveAllowedCPUs", "Slice",
    ]
    private static let shownOfLive = [
        "live.LimitNOFILE", "live.LimitNOFILE.hard", "live.TasksMax", "live.ControlGroup", "process.LimitNOFILE",
        "process.LimitNOFILE.hard",
    ]

    /// The defaults that decide most, and each given unit; nothing where there is no systemd in the root.
    public func overview() -> [Fact] {
        var facts: [Fact] = []
        if isThere {
            let manager = SystemdManager(root: root)
            facts += ManagerProperty.all.filter { Self.shownOfManager.contains($0.name) }.map {
                Fact("systemd.manager.\($0.name)", $0.read(manager, root))
            }
        }
        let wanted = Self.shownOfUnit + (root.isLive && root.exists("/run/systemd/system") ? Self.shownOfLive : [])
        let manager = SystemdManager(root: root)
        for unit in units {
            let view = UnitName(unit).map { UnitView($0, root: root, manager: manager) }
            for key in wanted {
                let name = "\(Self.unitPrefix)\(UnitName(unit)?.text ?? unit).\(key)"
                let known = view.flatMap { view in UnitProperty.all.first { $0.name == key }?.read(view) }
                if let reading = known ?? reading(of: name) { facts.append(Fact(name, reading)) }
            }
        }
        return facts
    }

    /// Whether systemd is installed in the root, or configured there.
    private var isThere: Bool {
        ["/usr/lib/systemd/systemd", "/lib/systemd/systemd", "/etc/systemd/system.conf", "/etc/systemd/system.conf.d"]
            .contains { root.exists($0) }
    }

    /// What does not do what it says: files that nothing reads, keys that nothing knows, limits that do not hold.
    public func remarks() -> [Remark] {
        let managers = [SystemdManager(.system, root: root), SystemdManager(.user, root: root, home: home)]
        var views: [UnitView] = []
        for view in units.compactMap({ UnitName($0) }).map({ UnitView($0, root: root, manager: managers[0]) }) {
            // Two names may lead to one unit.
            if !views.contains(where: { $0.unit.name == view.unit.name }) { views.append(view) }
        }
        var remarks = NeverRead(root: root).remarks()
        remarks += ManagerLints(root: root, system: managers[0], user: managers[1]).remarks()
        remarks += UnitLints(root: root, system: managers[0], views: views, threads: threads).remarks()
        remarks += views.flatMap { LiveLints(view: $0).remarks() }
        remarks += AutomaticUpdates(root: root).remarks()
        return remarks
    }
}
