// A host as one thing to ask: its readers side by side, each reading remembered so that one question has one answer in a run.

/// What a machine, or a recorded or unpacked tree of one, gives.
public final class Host {
    /// A group of facts as reports show it.
    public struct Section {
        /// Its heading.
        public var title: String
        /// Who reads it.
        public var reader: any HostReader
        /// Needs calls that are tried out in children; left out where nobody asked.
        public var isProbing: Bool

        /// A section as it is.
        public init(title: String, reader: any HostReader, isProbing: Bool = false) {
            self.title = title
            self.reader = reader
            self.isProbing = isProbing
        }
    }

    /// The sections in the order of a report.
    public let sections: [Section]
    /// Where it is read.
    public let root: HostRoot
    private struct Answer {
        var reading: Reading
        /// Whose it is.
        var section: Int
    }
    private var known: [String: Answer] = [:]
    private var remarked: [Int: [Remark]] = [:]

    /// The host in `root`.
    ///
    /// - Parameters:
    ///   - process: whose limits and groups; the reading process itself where nil.
    ///   - units: systemd units to read.
    ///   - threads: how many threads each unit is to run.
    ///   - further: sections that come after all others.
    public init(
        root: HostRoot = .live, process: Int32? = nil, units: [String] = [], threads: Int? = nil, further: [Section] = []
    ) {
        self.root = root
        let name = process.map(String.init) ?? "self"
        sections =
            [
                Section(title: "Where", reader: SurroundingsReader(root: root, process: name)),
                Section(title: "Limits", reader: LimitReader(root: root, process: process)),
                Section(title: "Control groups", reader: ControlGroups(root: root, process: process.map(Int.init))),
                Section(title: "What runtimes will choose", reader: Runtimes(root: root, process: process.map(Int.init))),
                Section(title: "Kernel parameters", reader: ParameterReader(root: root, process: process)),
                Section(title: "System calls", reader: ProbeReader(root: root, process: name), isProbing: true),
                Section(title: "Network", reader: NetworkCounters(root: root, process: name)),
                Section(title: "Clock", reader: ClockReader(root: root, process: name), isProbing: true),
                Section(title: "Persisted parameters", reader: PersistedParameters(root: root)),
                Section(title: "systemd", reader: SystemdReader(root: root, units: units, threads: threads)),
            ] + further
    }

    /// All names that are answered to, in the order of the sections.
    public var names: [String] { sections.flatMap(\.reader.names) }

    /// The reading of one name, read once; nil for a name that nobody answers to.
    public func reading(of name: String) -> Reading? { answer(to: name)?.reading }

    private func answer(to name: String) -> Answer? {
        if let answer = known[name] { return answer }
        for (number, section) in sections.enumerated() {
            if let reading = section.reader.reading(of: name) {
                let answer = Answer(reading: reading, section: number)
                known[name] = answer
                return answer
            }
        }
        return nil
    }

    /// What to do so that `name` has the value `wanted`.
    public func remedy(for name: String, wanted: Value?) -> HostRemedy? {
        guard let section = answer(to: name)?.section else { return nil }
        let reader = sections[section].reader
        if let remedy = reader.remedy(for: name, wanted: wanted) { return remedy }
        // What stands out has a remedy of its own: a clock that is slow, a group that was throttled. Once for all, because looking
        // at everything costs much, and hundreds of facts of units may be asked for.
        let remarks = remarked[section] ?? reader.remarks()
        remarked[section] = remarks
        return remarks.first { $0.subject == name }?.remedy
    }
}

extension HostReader {
    /// No remedy is known.
    public func remedy(for name: String, wanted: Value?) -> HostRemedy? { nil }
}
