// The facts of a unit: what its files say, what the manager says, what its process has. One table, from the name to the reading.

/// A fact of a unit, named behind `systemd.unit.NAME.`.
struct UnitProperty: Sendable {
    var name: String
    var read: @Sendable (UnitView) -> Reading

    static let all: [UnitProperty] =
        LimitResource.all.flatMap { resource in
            [false, true].flatMap { hard in limitProperties(resource, hard) }
        }
        + GroupLimit.allCases.flatMap { limit in
            [
                UnitProperty(name: limit.rawValue) { $0.reading(own: limit) },
                UnitProperty(name: "Effective\(limit.rawValue)") { $0.reading(effective: limit) },
            ]
        }
        + [UnitProperty(name: "Slice") { $0.sliceReading() }]
        + SystemdLive.groupProperties.map { name in
            let unit = GroupLimit(rawValue: name.hasPrefix("Effective") ? String(name.dropFirst(9)) : name)?.unit ?? .count
            return UnitProperty(name: "live.\(name)") { view in live(view, unit) { live throws(Unknown) in try live.value(name) }
            }
        }
        + ["ControlGroup", "MainPID", "NeedDaemonReload", "Slice"].map { name in
            UnitProperty(name: "live.\(name)") { view in live(view, .count) { live throws(Unknown) in try live.value(name) } }
        }

    private static func limitProperties(_ resource: LimitResource, _ hard: Bool) -> [UnitProperty] {
        let name = "Limit\(resource.name)" + (hard ? ".hard" : "")
        return [
            UnitProperty(name: name) { $0.reading(resource, hard: hard) },
            UnitProperty(name: "live.\(name)") { view in
                live(view, resource.unit) { live throws(Unknown) in
                    let limit = try live.limit(resource)
                    return hard ? limit.hard : limit.soft
                }
            },
            UnitProperty(name: "process.\(name)") { process($0, resource, hard) },
        ]
    }

    private static func live(_ view: UnitView, _ unit: Unit, _ value: (SystemdLive) throws(Unknown) -> Value) -> Reading {
        let source = "systemctl show \(view.unit.name.text)"
        do throws(Unknown) {
            let live = try view.live()
            return Reading(.success(try value(live)), source: source, scope: .machine, unit: unit)
        } catch {
            return Reading(.failure(error), source: source, scope: .machine, unit: unit)
        }
    }

    private static func process(_ view: UnitView, _ resource: LimitResource, _ hard: Bool) -> Reading {
        do throws(Unknown) {
            let live = try view.live()
            guard let process = live.mainProcess else {
                throw Unknown(.notApplicable, "\(view.unit.name.text) has no main process now")
            }
            let found = try resource.ofProcess(process, root: view.root)
            return Reading(
                .success(hard ? found.limit.hard : found.limit.soft), raw: found.raw, source: found.source, scope: .process,
                unit: resource.unit)
        } catch {
            return Reading(.failure(error), source: "/proc of \(view.unit.name.text)", scope: .process, unit: resource.unit)
        }
    }
}
