// The facts of a manager: its defaults for units, configured or not.

/// A fact of a manager, named behind `systemd.manager.` or `systemd.user-manager.`.
struct ManagerProperty: Sendable {
    var name: String
    var read: @Sendable (SystemdManager, HostRoot) -> Reading

    static let all: [ManagerProperty] =
        LimitResource.all.flatMap { resource in
            [false, true].map { hard in
                ManagerProperty(name: "DefaultLimit\(resource.name)" + (hard ? ".hard" : "")) { manager, root in
                    read(manager, root, resource.unit) { () throws(Unknown) in
                        UnitView.reading(try UnitView.standard(resource, manager, root), resource, hard: hard)
                    }
                }
            }
        }
        + [
            ManagerProperty(name: "DefaultTasksMax") { manager, root in
                read(manager, root, .count) { () throws(Unknown) in try tasksMax(manager, root) }
            }
        ]
        + standards.map { key, standard in
            ManagerProperty(name: key) { manager, root in
                read(manager, root, .count) { () throws(Unknown) in
                    if let reason = manager.unreadable { throw reason }
                    let found = manager.last(key) { text in SystemdValue.truth(text) == nil && isTruth(standard) ? nil : text }
                    guard let found else {
                        guard let standard else {
                            throw Unknown(.notApplicable, "\(key) is not set in \(manager.kind.rawValue).conf")
                        }
                        return Reading(
                            .success(.text(standard)), source: "systemd-system.conf(5)", scope: .file,
                            notes: ["default of systemd"])
                    }
                    let isTrue = isTruth(standard) ? SystemdValue.truth(found.value) : nil
                    return Reading(
                        .success(.text(isTrue.map { $0 ? "yes" : "no" } ?? found.value)), raw: found.place.value,
                        source: found.place.place,
                        scope: .file)
                }
            }
        }

    /// Further keys that decide what units get, with systemd's default (systemd-system.conf(5)).
    private static let standards: [(String, String?)] = [
        ("DefaultMemoryAccounting", "yes"), ("DefaultTasksAccounting", "yes"), ("DefaultIOAccounting", "no"),
        ("DefaultTimeoutStartSec", "90s"), ("DefaultTimeoutStopSec", "90s"), ("DefaultOOMPolicy", "stop"),
        ("DefaultOOMScoreAdjust", nil), ("CPUAffinity", nil),
    ]

    private static func isTruth(_ standard: String?) -> Bool { standard == "yes" || standard == "no" }

    private static func read(
        _ manager: SystemdManager, _ root: HostRoot, _ unit: Unit, _ body: () throws(Unknown) -> Reading
    ) -> Reading {
        do throws(Unknown) { return try body() } catch {
            return Reading(
                .failure(error), source: root.shown("/etc/systemd/\(manager.kind.rawValue).conf"), scope: .file, unit: unit)
        }
    }

    private static func tasksMax(_ manager: SystemdManager, _ root: HostRoot) throws(Unknown) -> Reading {
        if let reason = manager.unreadable { throw reason }
        let found = manager.tasksMax
        let place = found?.place.place ?? "systemd-system.conf(5)"
        let raw = found?.place.value ?? "15%"
        switch found?.value ?? SystemdManager.standardTasksMax {
        case .unlimited: return Reading(.success(.unlimited), raw: raw, source: place, scope: .file)
        case .number(let number): return Reading(.success(.number(number)), raw: raw, source: place, scope: .file)
        case .share(let share):
            let whole = try SystemSize(root: root).tasks()
            let part = Number(whole.number.numerator * share.numerator, over: share.denominator)?.floor ?? 0
            return Reading(
                .success(.number(Number(part))), raw: raw, source: place, scope: .file,
                notes: (found == nil ? ["default of systemd"] : []) + ["a share of \(whole.number) (\(whole.source))"])
        }
    }
}
