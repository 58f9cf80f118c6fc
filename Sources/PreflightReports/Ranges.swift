// Many releases of one line in few words: "22.04 and later", "all", "none".

import PreflightLoader
public import PreflightTargets

/// What a release looks like in a cell: three outcomes are enough there.
enum Mark: Equatable {
    case good
    case bad
    case unknown

    init(_ verdict: Verdict) {
        self = verdict == .unknown ? .unknown : verdict.isFailure ? .bad : .good
    }
}

/// The release of `target` without its line: `22.04` of `ubuntu-22.04`.
func releaseName(_ target: Target) -> String {
    let prefix = target.line + "-"
    return target.id.hasPrefix(prefix) ? String(target.id.dropFirst(prefix.count)) : target.id
}

/// The widest that a cell may be.
private let widestCell = 26

/// The releases of one line, oldest first, that are good, in words.
func range(_ members: [(target: Target, mark: Mark)]) -> (text: String, mark: Mark) {
    let unknowns = members.filter { $0.mark == .unknown }
    if unknowns.count == members.count { return ("unknown", .unknown) }
    let goods = members.filter { $0.mark == .good }
    var text: String
    if goods.count == members.count {
        text = members.count == 1 && members[0].target.isRolling ? "yes" : "all"
    } else if goods.isEmpty {
        text = members.count == 1 && members[0].target.isRolling ? "no" : "none"
    } else if let first = members.firstIndex(where: { $0.mark == .good }), members[first...].allSatisfy({ $0.mark == .good }) {
        text = first == members.count - 1 ? releaseName(members[first].target) : "\(releaseName(members[first].target)) and later"
    } else {
        text = goods.map { releaseName($0.target) }.joined(separator: ", ")
    }
    if !unknowns.isEmpty {
        text += "; unknown: " + unknowns.map { releaseName($0.target) }.joined(separator: ", ")
    }
    return (text, goods.count == members.count ? .good : unknowns.isEmpty ? .bad : .unknown)
}

/// ``range(_:)`` for a table: a cell is no list, so where the words would widen every row, numbers stand in for them; the
/// reasons have the names.
func cell(_ members: [(target: Target, mark: Mark)]) -> (text: String, mark: Mark) {
    let (text, mark) = range(members)
    guard text.utf8.count > widestCell else { return (text, mark) }
    let goods = members.filter { $0.mark == .good }.count
    let unknowns = members.filter { $0.mark == .unknown }.count
    return ("\(goods) of \(members.count)" + (unknowns == 0 ? "" : "; \(unknowns) unknown"), mark)
}

/// Releases in words, line by line: `Ubuntu 22.04 and later, Debian 12 and later`.
///
/// - Parameter all: everything that was asked, so that "and later" and "all" mean something.
public func releases(_ chosen: Set<String>, of all: [Target]) -> String {
    var lines: [(line: String, members: [(target: Target, mark: Mark)])] = []
    for target in all {
        let member = (target: target, mark: chosen.contains(target.id) ? Mark.good : .bad)
        if let number = lines.firstIndex(where: { $0.line == target.line }) {
            lines[number].members.append(member)
        } else {
            lines.append((target.line, [member]))
        }
    }
    let words = lines.compactMap { line -> String? in
        let goods = line.members.filter { $0.mark == .good }
        guard !goods.isEmpty else { return nil }
        let (text, _) = range(line.members)
        if text == "yes" || text == "all" && line.members.count == 1 { return line.members[0].target.id }
        return text == line.line ? text : "\(line.line) \(text)"
    }
    return words.joined(separator: ", ")
}
