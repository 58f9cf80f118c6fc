// Memory, processes and pressure: limits, use, head-room and what has already happened.

extension GroupSnapshot {
    /// The smallest of v1's ways to say "no limit": floor((2^63-1) / page) × page, for any page of up to 1 MiB.
    private static let v1Unlimited = Number(Int128(Int64.max) & ~0xF_FFFF)

    /// The hard limit.
    var memoryMax: Reading {
        limit("memory", .bytes, v1: "memory.limit_in_bytes", v2: "memory.max", v1Key: "hierarchical_memory_limit")
    }
    /// The limit above which allocations are slowed down.
    var memoryHigh: Reading { limit("memory", .bytes, v1: nil, v2: "memory.high", instead: "v1 has no memory.high") }
    /// The limit on swap alone.
    var swapMax: Reading {
        limit(
            "memory", .bytes, v1: nil, v2: "memory.swap.max",
            instead: "v1 limits memory and swap together: cgroup.memory.memsw.max")
    }
    /// The limit on memory and swap together.
    var memorySwapMax: Reading {
        limit(
            "memory", .bytes, v1: "memory.memsw.limit_in_bytes", v2: nil, v1Key: "hierarchical_memsw_limit",
            instead: "v2 limits memory and swap apart: cgroup.memory.max, cgroup.memory.swap.max")
    }
    /// The limit on threads and processes.
    var pidsMax: Reading { limit("pids", .count, v1: "pids.max", v2: "pids.max", notes: ["counts threads, not processes"]) }

    /// A limit of which the lowest over all levels counts.
    ///
    /// - Parameters:
    ///   - v1Key: the line of memory.stat in which v1 says the lowest of all levels, also of those that cannot be seen.
    ///   - instead: what to say where a version has no such limit.
    private func limit(
        _ controller: String, _ unit: Unit, v1: String?, v2: String?, v1Key: String? = nil, instead: String = "",
        notes more: [String] = []
    ) -> Reading {
        reading(controller, unit: unit, file: v2 ?? v1 ?? "") { group throws(Unknown) in
            guard let file = group.version == .v2 ? v2 : v1 else { throw Unknown(.notApplicable, instead) }
            var best = try lowest(group) { level throws(Unknown) in try limit(of: level, file) }
            if group.version == .v1, let v1Key, let number = try value(group.leaf, "memory.stat", key: v1Key) {
                let whole = LevelLimit(value: Self.value(number), raw: "\(v1Key) \(number)", file: "memory.stat")
                if let known = best, whole.isLower(than: known.limit) { best = (group.leaf, whole) }
            }
            guard let best else { return try withoutFile(group, file, unit: unit) }
            return Reading(
                .success(best.limit.value), raw: best.limit.raw, source: root.shown("\(best.level)/\(best.limit.file)"),
                scope: .cgroup,
                unit: unit, notes: notes(group) + levelNotes(group, best.level, best.limit) + more)
        }
    }

    /// A limit of one level: `max`, or a number.
    private func limit(of level: String, _ file: String) throws(Unknown) -> LevelLimit? {
        guard let text = try text(level, file) else { return nil }
        if text == "max" { return LevelLimit(value: .unlimited, raw: text, file: file) }
        guard let number = Number(kernel: text), number >= Number(0) else { throw malformed(level, file, text) }
        return LevelLimit(value: Self.value(number), raw: text, file: file)
    }

    private static func value(_ number: Number) -> Value { number >= v1Unlimited ? .unlimited : .number(number) }

    /// How much is left: the least of limit - use over all levels that have a limit.
    func headroom(_ controller: String, _ unit: Unit) -> Reading {
        reading(controller, unit: unit, file: "\(controller).current") { group throws(Unknown) in
            let isV1Memory = controller == "memory" && group.version == .v1
            let limitFile = isV1Memory ? "memory.limit_in_bytes" : "\(controller).max"
            let useFile = isV1Memory ? "memory.usage_in_bytes" : "\(controller).current"
            let best = try lowest(group) { level throws(Unknown) -> LevelLimit? in
                guard let limit = try limit(of: level, limitFile) else { return nil }
                guard let most = limit.number else { return limit }
                guard let text = try text(level, useFile) else {
                    throw Unknown(.absent, "\(root.shown("\(level)/\(useFile)")) does not exist, although \(limitFile) does")
                }
                guard let used = Number(kernel: text) else { throw malformed(level, useFile, text) }
                // Lowered after the fact, a limit may lie below what is in use: then nothing is left.
                let left = Number(max(0, most.numerator - used.numerator))
                return LevelLimit(value: .number(left), raw: "\(limit.raw) - \(text)", file: limitFile)
            }
            guard let best else { return try withoutFile(group, limitFile, unit: unit) }
            let more =
                controller == "memory"
                ? ["use includes page cache, part of which can be given back"] : ["counts threads, not processes"]
            return Reading(
                .success(best.limit.value), raw: best.limit.raw, source: root.shown("\(best.level)/\(best.limit.file)"),
                scope: .cgroup,
                unit: unit, notes: notes(group) + levelNotes(group, best.level, best.limit) + more)
        }
    }

    /// A number of the group itself.
    func ofTheGroup(
        _ controller: String, _ unit: Unit, v1: String, v2: String, rootNote: String, notes more: [String] = []
    ) -> Reading {
        reading(controller, unit: unit, file: v2) { group throws(Unknown) in
            let file = group.version == .v2 ? v2 : v1
            guard let text = try text(group.leaf, file) else {
                throw Unknown(
                    .absent,
                    "\(root.shown("\(group.leaf)/\(file)")) does not exist: root groups have no such file, groups without the "
                        + "controller \(controller) neither\(rootNote)")
            }
            guard let number = Number(kernel: text) else { throw malformed(group.leaf, file, text) }
            return Reading(
                .success(.number(number)), raw: text, source: root.shown("\(group.leaf)/\(file)"), scope: .cgroup, unit: unit,
                notes: more)
        }
    }

    /// How often something has happened since the group was made.
    func event(_ controller: String, v1: (file: String, key: String), v2: (file: String, key: String)) -> Reading {
        reading(controller, unit: .count, file: v2.file) { group throws(Unknown) in
            let (file, key) = group.version == .v2 ? v2 : v1
            guard let number = try value(group.leaf, file, key: key) else {
                throw Unknown(
                    .absent,
                    "\(root.shown("\(group.leaf)/\(file)")) does not exist or has no `\(key)`: a root group, a group "
                        + "without the controller, or an older kernel")
            }
            let what = group.version == .v2 ? "of the group and all below it" : "of this group alone, not of groups below it"
            return Reading(
                .success(.number(number)), raw: "\(key) \(number)", source: root.shown("\(group.leaf)/\(file)"), scope: .cgroup,
                unit: .count, notes: ["\(what), since it was made"])
        }
    }

    /// How often the memory limit was reached; most times reclaim helped, so this is not a count of kills.
    var limitHits: Reading {
        reading("memory", unit: .count, file: "memory.events") { group throws(Unknown) in
            guard group.version == .v1 else { return event("memory", v1: ("", ""), v2: ("memory.events", "max")) }
            var reading = ofTheGroup(
                "memory", .count, v1: "memory.failcnt", v2: "", rootNote: "", notes: ["times the limit was reached, not kills"])
            // Where memory and swap together have the same limit, theirs is reached first, and only it counts.
            let file = "memory.memsw.failcnt"
            guard case .success(.number(let hits)) = reading.value, let text = try text(group.leaf, file) else { return reading }
            guard let more = Number(kernel: text) else { throw malformed(group.leaf, file, text) }
            reading.value = .success(.number(Number(hits.numerator + more.numerator)))
            reading.raw = "\(hits) + \(more)"
            reading.source += ", \(file)"
            return reading
        }
    }

    /// Which interface: `v1`, `v2`, `hybrid`, `none`.
    var version: Reading {
        let source = root.shown(ProcessFile.path("cgroup", of: process))
        do throws(Unknown) {
            let paths = try paths.get()
            let hasV1 = paths.memberships.contains { $0.hierarchy != 0 && $0.controllers.contains { !$0.hasPrefix("name=") } }
            let isInV2 = paths.memberships.contains { $0.hierarchy == 0 }
            let hasV2 = isInV2 && (!hasV1 || paths.mounts.contains { $0.version == .v2 })
            let word = hasV1 ? (hasV2 ? "hybrid" : "v1") : hasV2 ? "v2" : "none"
            return Reading(.success(.text(word)), source: source, scope: .machine)
        } catch { return Reading(.failure(error), source: source, scope: .machine) }
    }

    /// The controllers that act on the process.
    var controllers: Reading {
        let source = root.shown(ProcessFile.path("cgroup", of: process))
        do throws(Unknown) {
            let paths = try paths.get()
            var names = paths.memberships.filter { $0.hierarchy != 0 }.flatMap(\.controllers).filter { !$0.hasPrefix("name=") }
            let own = names
            if paths.memberships.contains(where: { $0.hierarchy == 0 }), let group = try? directory("") {
                names += (try text(group.leaf, "cgroup.controllers") ?? "").words.map(String.init)
            }
            return Reading(
                .success(.text(names.sorted().joined(separator: " "))), source: source, scope: .cgroup,
                notes: own.isEmpty ? [] : ["in v1: \(own.sorted().joined(separator: " "))"])
        } catch { return Reading(.failure(error), source: source, scope: .cgroup) }
    }

    /// Where a controller's group lies in its hierarchy.
    func path(_ controller: String) -> Reading {
        reading(controller, unit: .count, file: "") { group throws(Unknown) in
            Reading(
                .success(.text(group.path)), source: root.shown(ProcessFile.path("cgroup", of: process)), scope: .cgroup,
                notes: notes(group) + ["\(group.version.rawValue), read at \(root.shown(group.leaf))"])
        }
    }

    /// Pressure stall information of the machine.
    func machinePressure(_ resource: String, _ line: String, _ column: String) -> Reading {
        pressure("/proc/pressure/\(resource)", .machine, line, column)
    }

    /// Pressure stall information of the group; v1 has none.
    func groupPressure(_ resource: String, _ line: String, _ column: String) -> Reading {
        reading("", unit: column == "total" ? .seconds : .ratio, file: "\(resource).pressure") { group throws(Unknown) in
            pressure("\(group.leaf)/\(resource).pressure", .cgroup, line, column)
        }
    }

    private func pressure(_ file: String, _ scope: Scope, _ line: String, _ column: String) -> Reading {
        let unit: Unit = column == "total" ? .seconds : .ratio
        do throws(Unknown) {
            let text: String
            do throws(Unknown) { text = try root.text(file) } catch {
                switch error.kind {
                case .notApplicable:
                    throw Unknown(.notApplicable, "\(root.shown(file)): pressure is not measured; start the kernel with psi=1")
                case .absent:
                    throw Unknown(.absent, "\(root.shown(file)) does not exist: a kernel without CONFIG_PSI or with psi=0")
                default: throw error
                }
            }
            for row in text.split(separator: "\n") {
                let words = row.words
                guard words.first == line[...] else { continue }
                for word in words.dropFirst() where word.hasPrefix(column + "=") {
                    let value = word.dropFirst(column.utf8.count + 1)
                    guard let number = Self.decimal(value) else { break }
                    // Averages are percentages, the total is in microseconds.
                    let over: Int128 = column == "total" ? 1_000_000 : 100
                    guard let scaled = Number(number.numerator, over: number.denominator * over) else { break }
                    return Reading(
                        .success(.number(scaled)), raw: String(row), source: root.shown(file), scope: scope, unit: unit)
                }
            }
            throw Unknown(.malformed, "\(root.shown(file)) has no `\(line) … \(column)=` with a number")
        } catch { return Reading(.failure(error), source: root.shown(file), scope: scope, unit: unit) }
    }

    /// `12.34` exactly.
    private static func decimal(_ text: Substring) -> Number? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), text.utf8.allSatisfy({ $0 == 0x2E || 0x30...0x39 ~= $0 }), text.utf8.count < 30
        else { return nil }
        let places = parts.count == 2 ? parts[1].utf8.count : 0
        guard let digits = Int128(parts.joined()) else { return nil }
        return Number(digits, over: (0..<places).reduce(Int128(1)) { power, _ in power * 10 })
    }
}
