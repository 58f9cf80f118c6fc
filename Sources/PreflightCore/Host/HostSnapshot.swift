// What was read of a host, kept as a file; two of them say why tests fail on the builder and not in production, or the other way round.

import PreflightELF
internal import PreflightHost
public import PreflightInputs

/// The facts of one host at one time.
public struct HostSnapshot: Sendable {
    /// Each fact as text, and what it counts (`bytes`; nil for plain numbers and words); no value where it was not known.
    public var facts: [(name: String, value: String?, unit: String?)]

    /// Reads what `preflight host --snapshot` or `--format json` wrote.
    ///
    /// - Throws: `InputError`.
    public init(path: String) throws(InputError) {
        let bytes = try wholeFile(path, most: 64 << 20, what: "no snapshot is")
        let document: JSONValue
        do throws(JSONSyntaxError) {
            document = try JSONValue.parse(bytes)
        } catch {
            throw InputError(path: path, message: error.description)
        }
        guard case .object(let root) = document, root["tool"] == .string("preflight"), case .array(let list)? = root["facts"]
        else {
            throw InputError(path: path, message: "is no snapshot of a host; preflight host --snapshot writes one")
        }
        facts = []
        for case .object(let fact) in list {
            guard case .string(let name)? = fact["name"] else { continue }
            let unit = fact["unit"].flatMap(Self.text)
            facts.append((name, fact["value"].flatMap(Self.text), unit == Unit.count.rawValue ? nil : unit))
        }
    }

    private static func text(_ value: JSONValue) -> String? {
        switch value {
        case .null, .object: nil
        case .bool(let bool): bool ? "true" : "false"
        case .number(let digits): digits
        case .string(let text): text
        case .array(let items): items.compactMap(text).joined(separator: " ")
        }
    }

    /// One fact that differs.
    public struct Difference: Sendable, Equatable {
        /// The name.
        public var name: String
        /// In the first; nil where it is not known there.
        public var old: String?
        /// In the second; nil where it is not known there.
        public var new: String?
        /// What both count; nil for plain numbers and words.
        public var unit: String?
    }

    /// Readings that differ between any two moments and say nothing about a machine.
    private static let momentary = [
        "cgroup.memory.current", "cgroup.memory.peak", "cgroup.memory.headroom", "cgroup.pids.current", "cgroup.pids.headroom",
        "cgroup.cpu.throttled-time", "cgroup.cpu.throttled-ratio", "pressure.", "cgroup.pressure.", "process.", "nproc.used",
        "pid.used",
        "pid.headroom", "clock.max-error", "fs.file-nr", "fs.inode-nr", "fs.dentry-state", "cgroup.path", "kernel.ns_last_pid",
        "kernel.random.",
    ]

    /// What differs, in the order of the first; facts of the second alone come last.
    public static func differences(_ first: HostSnapshot, _ second: HostSnapshot) -> [Difference] {
        let others = Dictionary(second.facts.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        let known = Set(first.facts.map(\.name))
        let pairs =
            first.facts.map { Difference(name: $0.name, old: $0.value, new: others[$0.name] ?? nil, unit: $0.unit) }
            + second.facts.filter { !known.contains($0.name) }
            .map { Difference(name: $0.name, old: nil, new: $0.value, unit: $0.unit) }
        return pairs.filter { pair in pair.old != pair.new && !momentary.contains { pair.name.hasPrefix($0) } }
    }
}
