// Blame for people: the sources and archive members that reference symbols, and why the link took them.

import PreflightCore
import PreflightLoader

/// Makes lines of uses.
enum BlameLines {
    private static let mostPlaces = 4

    /// A line for each place that references some of `symbols`, those of the product's own sources first.
    static func lines(_ uses: [SymbolUse], symbols: Set<String>) -> [String] {
        var order: [String] = []
        var names: [String: [String]] = [:]
        var reasons: [String: String] = [:]
        for use in uses where symbols.contains(use.symbol) {
            let place = place(use)
            if names[place] == nil { order.append(place) }
            if names[place]?.contains(use.symbol) != true { names[place, default: []].append(use.symbol) }
            if reasons[place] == nil, let first = use.because.first {
                let user = Self.place(target: first.target, source: first.source, file: first.file, member: first.member)
                reasons[place] = ", taken in because \(user) uses \(brief(first.symbol))"
            }
        }
        var lines = order.prefix(mostPlaces).map { place in
            "\(place) (\(shortened((names[place] ?? []).map(brief), 4)))\(reasons[place] ?? "")"
        }
        if order.count > mostPlaces {
            lines.append("and \(counted(order.count - mostPlaces, "other place")); --format json lists them")
        }
        return lines
    }

    private static func place(_ use: SymbolUse) -> String {
        let place = place(target: use.target, source: use.source, file: use.file, member: use.member)
        return use.isStartCode ? "start-up code \(place)" : place
    }

    private static func place(target: String?, source: String?, file: String, member: String?) -> String {
        let name = lastComponent(file)
        if let member { return "\(name)(\(member))" }
        guard let target else { return name }
        return "target \(target)" + (source.map { ", \(lastComponent($0))" } ?? ", \(name)")
    }
}
