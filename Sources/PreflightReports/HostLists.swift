// The lists of `preflight host`: profiles, snapshots, differences.

public import PreflightCore
import PreflightELF
import PreflightHost

/// Writes what is neither judged nor wrapped.
public struct HostLists {
    private let sink: Sink

    /// Lists on `sink`.
    public init(_ sink: Sink) { self.sink = sink }

    /// All profiles with their demands.
    public func profiles() {
        for profile in Profile.all {
            sink.write("\(profile.name): \(profile.summary)\n")
            for row in profile.rows {
                let source = row.isDocumented ? "documented" : "recommended"
                sink.write("  \(padded(row.severity.rawValue, 8))\(row.demand)\n")
                sink.write("          \(row.reason) (\(source): \(row.citation))\n")
            }
        }
    }

    /// The whole report as JSON.
    public func snapshot(_ report: HostReport, status: Int) {
        var writer = JSONWriter(sink)
        writer.object { members in
            members.head()
            members.members(of: report, status: status)
        }
        sink.write("\n")
    }

    /// What differs between two snapshots, as text or JSON.
    public func differences(_ differences: [HostSnapshot.Difference], _ names: [String], as json: Bool) {
        if json {
            var writer = JSONWriter(sink)
            writer.object { members in
                members.head()
                members.key("snapshots")
                members.strings(names)
                members.key("differences")
                members.array { list in
                    for difference in differences {
                        list.object { members in
                            members.key("name")
                            members.string(difference.name)
                            members.key("old")
                            members.string(difference.old)
                            members.key("new")
                            members.string(difference.new)
                            members.key("unit")
                            members.string(difference.unit)
                        }
                    }
                }
            }
            sink.write("\n")
            return
        }
        sink.write(
            differences.isEmpty
                ? "Nothing that lasts differs between \(names.map(RawText.visible).joined(separator: " and ")).\n"
                : "\(counted(differences.count, "fact differs", "facts differ")) from \(names.map(RawText.visible).joined(separator: " to ")):\n"
        )
        for difference in differences {
            let unit = difference.unit.map { " " + RawText.visible($0) } ?? ""
            let old = difference.old.map { RawText.visible($0) + unit } ?? "unknown"
            let new = difference.new.map { RawText.visible($0) + unit } ?? "unknown"
            sink.write("  \(padded(RawText.visible(difference.name), 40))  \(old) -> \(new)\n")
        }
    }
}
