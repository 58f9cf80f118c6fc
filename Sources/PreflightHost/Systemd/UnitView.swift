// What a unit is granted when it starts: its own settings, the manager's defaults, and the slices around it.

internal import Synchronization

/// A unit beside the manager that would start it.
final class UnitView: Sendable {
    let root: HostRoot
    let manager: SystemdManager
    let unit: UnitFile
    private let answer = Mutex<Result<SystemdLive, Unknown>?>(nil)

    init(_ name: UnitName, root: HostRoot, manager: SystemdManager) {
        self.root = root
        self.manager = manager
        unit = UnitFile(name, root: root)
    }

    /// What the running manager has; it is asked once.
    func live() throws(Unknown) -> SystemdLive {
        let result = answer.withLock { answer in
            if let answer { return answer }
            let result: Result<SystemdLive, Unknown>
            do throws(Unknown) { result = .success(try SystemdLive(unit.name, root: root)) } catch { result = .failure(error) }
            answer = result
            return result
        }
        return try result.get()
    }

    /// Why nothing can be said of the unit; a slice or a scope needs no file.
    private func check() throws(Unknown) {
        if let reason = manager.unreadable { throw reason }
        switch unit.state {
        case .loaded: return
        case .masked:
            throw Unknown(.notApplicable, "\(unit.name.text) is masked (\(unit.fragment.map(root.shown) ?? "")) and never starts")
        case .unreadable(let reason): throw reason
        case .missing:
            guard unit.name.type != "slice", unit.name.type != "scope" else { return }
            throw Unknown(
                .absent, "no file for \(unit.name.text) in \(SystemdPlaces.units(root).map(root.shown).joined(separator: ", "))")
        }
    }

    private func guarded(_ unitOfValue: Unit, _ read: () throws(Unknown) -> Reading) -> Reading {
        do throws(Unknown) { return try read() } catch {
            return Reading(.failure(error), source: unit.fragment.map(root.shown) ?? root.path, scope: .file, unit: unitOfValue)
        }
    }

    // MARK: Limits of processes

    /// A limit with what was said and where.
    struct Limit {
        var limit: SystemdLimit
        var raw: String?
        var source: String
        var notes: [String] = []
        /// Whether a file says it.
        var isConfigured = false
    }

    func limit(_ resource: LimitResource) throws(Unknown) -> Limit {
        try check()
        guard SystemdKeys.limitSections.contains(unit.name.section) else {
            throw Unknown(.notApplicable, "\(unit.name.text) starts no process, so it has no Limit\(resource.name)")
        }
        let own = SystemdManager.limit(unit.assignments(of: "Limit\(resource.name)"), resource)
        if let own { return Limit(limit: own.value, raw: own.place.value, source: own.place.place, isConfigured: true) }
        return try Self.standard(resource, manager, root)
    }

    /// What units get that say nothing themselves.
    static func standard(_ resource: LimitResource, _ manager: SystemdManager, _ root: HostRoot) throws(Unknown) -> Limit {
        if let reason = manager.unreadable { throw reason }
        if let configured = manager.limit(resource) {
            return Limit(
                limit: configured.value, raw: configured.place.value, source: configured.place.place,
                notes: ["default of the manager"], isConfigured: true)
        }
        if manager.kind == .system, let standard = resource.standard, let limit = SystemdValue.limit(standard, of: resource) {
            return Limit(
                limit: limit, raw: standard, source: "systemd-system.conf(5)",
                notes: ["default of systemd; a process 1 that was started with other limits passes them on"])
        }
        do throws(Unknown) {
            let inherited = try resource.ofProcess("1", root: root)
            return Limit(
                limit: inherited.limit, raw: inherited.raw, source: inherited.source, notes: ["not set; inherited from process 1"]
            )
        } catch {
            throw Unknown(
                .notApplicable,
                "Limit\(resource.name) is not set anywhere and goes on from process 1, whose own is not known: \(error)")
        }
    }

    func reading(_ resource: LimitResource, hard: Bool) -> Reading {
        guarded(resource.unit) { () throws(Unknown) in Self.reading(try limit(resource), resource, hard: hard) }
    }

    static func reading(_ limit: Limit, _ resource: LimitResource, hard: Bool) -> Reading {
        Reading(
            .success(hard ? limit.limit.hard : limit.limit.soft), raw: limit.raw, source: limit.source, scope: .file,
            unit: resource.unit,
            notes: limit.notes + (resource.syntax == .microseconds ? ["microseconds"] : []))
    }

    // MARK: Limits of control groups

    /// The slice it is put into; nil at the top.
    func slice() throws(Unknown) -> (name: UnitName, place: String)? {
        if unit.name.type != "slice", let named = unit.text("Slice") {
            guard let text = unit.name.expand(named.value), let name = UnitName(text), name.type == "slice" else {
                throw Unknown(.malformed, "\(named.place) names a slice that cannot be read: \(named.value)")
            }
            return name.text == "-.slice" ? nil : (name, named.place)
        }
        return unit.name.standardSlice.map { ($0, "systemd.resource-control(5)") }
    }

    /// It and the slices around it, nearest first.
    func chain() throws(Unknown) -> [UnitView] {
        var chain = [self]
        guard let slice = try slice()?.name else { return chain }
        for name in [slice] + slice.enclosingSlices { chain.append(UnitView(name, root: root, manager: manager)) }
        // Drop-ins for the root slice limit everything.
        if let top = UnitName("-.slice") { chain.append(UnitView(top, root: root, manager: manager)) }
        return chain
    }

    /// Its own limit, without those around it.
    func own(_ limit: GroupLimit) throws(Unknown) -> (value: Value, raw: String?, source: String, notes: [String]) {
        try check()
        guard SystemdKeys.groupSections.contains(unit.name.section) else {
            throw Unknown(.notApplicable, "\(unit.name.text) has no control group")
        }
        if let own = limit.own(unit.assignments(of: limit.rawValue)) {
            let (value, note) = try resolve(own.bound, limit)
            return (value, own.place.value, own.place.place, note.map { [$0] } ?? [])
        }
        guard limit == .tasksMax, unit.name.type != "slice" else {
            return (.unlimited, nil, "systemd.resource-control(5)", ["not set"])
        }
        if let configured = manager.tasksMax, let bound = limit.bound(configured.place.value) {
            let (value, note) = try resolve(bound, limit)
            return (value, configured.place.value, configured.place.place, ["default of the manager"] + (note.map { [$0] } ?? []))
        }
        guard case .share(let share) = SystemdManager.standardTasksMax else {
            return (.unlimited, nil, "systemd-system.conf(5)", [])
        }
        let (value, note) = try resolve(.share(share), limit)
        return (value, "15%", "systemd-system.conf(5)", ["default of systemd"] + (note.map { [$0] } ?? []))
    }

    private func resolve(_ bound: GroupLimit.Bound, _ limit: GroupLimit) throws(Unknown) -> (Value, String?) {
        switch bound {
        case .number(let number): return (.number(number), nil)
        case .unlimited: return (.unlimited, nil)
        case .processors(let set): return (.text(set.description), nil)
        case .share(let share):
            let size = SystemSize(root: root)
            let whole = limit == .tasksMax ? try size.tasks() : try size.memory()
            guard let part = Number(whole.number.numerator * share.numerator, over: share.denominator) else {
                throw Unknown(.malformed, "a share of \(whole.number) cannot be taken")
            }
            // Memory is granted in whole pages.
            let page: Int128 = limit == .tasksMax ? 1 : 4096
            return (.number(Number(part.floor / page * page)), "a share of \(whole.number) (\(whole.source))")
        }
    }

    func reading(own limit: GroupLimit) -> Reading {
        guarded(limit.unit) { () throws(Unknown) in
            let own = try own(limit)
            return Reading(
                .success(own.value), raw: own.raw, source: own.source, scope: .file, unit: limit.unit, notes: own.notes)
        }
    }

    /// The least of its own limit and those of the slices around it.
    func reading(effective limit: GroupLimit) -> Reading {
        guarded(limit.unit) { () throws(Unknown) in
            var least = try own(limit)
            var decides = unit.name.text
            for view in try chain().dropFirst() {
                let next = try view.own(limit)
                let isLess: Bool
                switch (next.value, least.value) {
                case (.number(let new), .number(let old)): isLess = new < old
                case (.text(let new), .text(let old)):
                    guard let new = ProcessorSet(new), let old = ProcessorSet(old) else { continue }
                    let common = new.intersection(old)
                    isLess = common != old
                    if isLess {
                        least = (.text(common.description), next.raw, next.source, next.notes)
                        decides = view.unit.name.text
                    }
                    continue
                case (.unlimited, _): isLess = false
                default: isLess = true
                }
                if isLess { (least, decides) = (next, view.unit.name.text) }
            }
            return Reading(
                .success(least.value), raw: least.raw, source: least.source, scope: .file, unit: limit.unit,
                notes: least.notes + (least.value == .unlimited ? [] : ["decided by \(decides)"]))
        }
    }

    func sliceReading() -> Reading {
        guarded(.count) { () throws(Unknown) in
            try check()
            let slice = try slice()
            return Reading(
                .success(.text(slice?.name.text ?? "-.slice")), source: slice?.place ?? "systemd.resource-control(5)",
                scope: .file)
        }
    }
}
