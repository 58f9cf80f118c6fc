// From what a user writes (`jammy`, `el9`, `supported`, `glibc>=2.31`, `!rhel-7`) to targets.

import PreflightELF
import PreflightLoader

/// A target that was chosen, and how.
public struct Chosen: Sendable {
    /// The target.
    public var target: Target
    /// Named by itself rather than through a group. A group leaves out what cannot apply to an object: releases that
    /// are not published for its architecture, and musl for a glibc program.
    public var isNamed: Bool
    /// The root that is judged against, where it is no release of the matrix.
    public var root: RootSource?

    init(target: Target, isNamed: Bool, root: RootSource? = nil) {
        self.target = target
        self.isNamed = isNamed
        self.root = root
    }
}

/// The targets to judge against.
public struct Selection: Sendable {
    /// In the order of the matrix, each once.
    public var chosen: [Chosen]
    /// The day that `supported` and `lts` refer to.
    public var asOf: Day
    /// What was written.
    public var expression: [String]

    /// A selection as it is.
    public init(chosen: [Chosen], asOf: Day, expression: [String]) {
        self.chosen = chosen
        self.asOf = asOf
        self.expression = expression
    }
}

/// A name that is no target and no group.
public struct SelectionError: Error, CustomStringConvertible {
    /// One sentence with the nearest names.
    public var description: String
}

extension Matrix {
    /// The names of groups, with what they mean; `glibc>=2.31`, `manylinux_2_28` and product lines come beside them.
    public static let groups: [(name: String, meaning: String)] = [
        ("supported", "releases under support that everybody gets, on the day of --as-of"),
        ("lts", "long-term support releases, on the day of --as-of, extended support included"),
        ("swift", "releases that swift.org publishes current toolchains for"),
        ("all", "everything in the matrix"),
    ]

    /// The target with the id or alias `name`, in any case.
    public func target(named name: String) -> Target? {
        index[name.lowercased()].map { targets[$0] }
    }

    /// The targets that `expression` means; `!name` takes away again.
    ///
    /// - Throws: ``SelectionError`` for a name that means nothing, or when nothing is left.
    public func select(_ expression: [String], asOf: Day) throws(SelectionError) -> Selection {
        var chosen: [Int: Bool] = [:]
        let words = expression.flatMap { $0.split(separator: ",") }
            .map { word in String(word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
            .filter { !$0.isEmpty }
        for word in words {
            let isExclusion = word.hasPrefix("!")
            let name = isExclusion ? String(word.dropFirst()) : word
            let (numbers, isNamed) = try meaning(of: name, asOf: asOf)
            for number in numbers {
                if isExclusion {
                    chosen[number] = nil
                } else {
                    chosen[number] = (chosen[number] ?? false) || isNamed
                }
            }
        }
        guard !chosen.isEmpty else {
            throw SelectionError(
                description: "no target is left of \(words.isEmpty ? "an empty list" : words.joined(separator: ",")); "
                    + "`preflight targets` lists them"
            )
        }
        return Selection(
            chosen: chosen.keys.sorted().map { Chosen(target: targets[$0], isNamed: chosen[$0] ?? false) },
            asOf: asOf, expression: words
        )
    }

    private func meaning(of name: String, asOf: Day) throws(SelectionError) -> (numbers: [Int], isNamed: Bool) {
        if let number = index[name.lowercased()] { return ([number], true) }
        func those(_ condition: (Target) -> Bool) -> (numbers: [Int], isNamed: Bool) {
            (targets.indices.filter { condition(targets[$0]) }, false)
        }
        switch name.lowercased() {
        case "all": return those { _ in true }
        case "supported": return those { $0.isSupported(on: asOf) }
        case "lts":
            return those { target in
                guard target.isLTS, let released = target.released, released <= asOf else { return false }
                guard let end = [target.endOfLife, target.extendedEnd].compactMap(\.self).max() else { return true }
                return asOf <= end
            }
        case "swift":
            let newest = targets.compactMap { $0.swift.flatMap { Version($0.last) } }.max()
            return those { $0.swift.flatMap { Version($0.last) } == newest }
        default: break
        }
        if let comparison = try comparison(name) { return those(comparison) }
        let lines = Set(targets.map(\.line))
        if lines.contains(name.lowercased()) { return those { $0.line == name.lowercased() } }
        throw SelectionError(description: unknown(name))
    }

    /// `glibc>=2.31`, `glibc==2.34`, `manylinux_2_28`.
    private func comparison(_ name: String) throws(SelectionError) -> ((Target) -> Bool)? {
        func glibc(_ target: Target) -> Version? {
            if case .glibc(let version) = target.libC { return version }
            return nil
        }
        if name.lowercased().hasPrefix("manylinux_") {
            let words = name.split(separator: "_")
            guard words.count >= 3, let least = Version("\(words[1]).\(words[2])") else {
                throw SelectionError(description: "\(name) is no manylinux tag; they look like manylinux_2_28")
            }
            return { target in glibc(target).map { $0 >= least } ?? false }
        }
        guard name.lowercased().hasPrefix("glibc") else { return nil }
        let rest = name.dropFirst(5)
        for (sign, holds): (String, (Version, Version) -> Bool) in [
            (">=", (>=)), ("<=", (<=)), ("==", (==)), (">", (>)), ("<", (<)), ("=", (==)),
        ] where rest.hasPrefix(sign) {
            guard let number = Version(rest.dropFirst(sign.count)) else { break }
            return { target in glibc(target).map { holds($0, number) } ?? false }
        }
        throw SelectionError(description: "\(name) is no comparison; write glibc>=2.31")
    }

    private func unknown(_ name: String) -> String {
        let known = index.keys.sorted() + Self.groups.map(\.name) + Set(targets.map(\.line)).sorted()
        let near = nearest(to: name.lowercased(), among: known)
        let hint = near.isEmpty ? "`preflight targets` lists the names" : "did you mean \(near.joined(separator: ", "))?"
        return "there is no target \"\(RawText.visible(name))\"; \(hint)"
    }
}
