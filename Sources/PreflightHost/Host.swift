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
    private var known: [String: Reading] = [:]

    /// The host in `root`.
    ///
    /// - Parameters:
    ///   - process: whose limits and groups; the reading process itself where nil.
    ///   - units: systemd units to read.
    ///   - further: sections that come after all others.
    public init(root: HostRoot = .live, process: Int32? = nil, units: [String] = [], further: [Section] = []) {
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
                Section(title: "Clock", reader: ClockReader(root: root, process: name), isProbing: true),
                Section(title: "Persisted parameters", reader: PersistedParameters(root: root)),
                Section(title: "systemd", reader: SystemdReader(root: root, units: units)),
            ] + further
    }

    /// All names that are answered to, in the order of the sections.
    public var names: [String] { sections.flatMap(\.reader.names) }

    /// The reading of one name, read once; nil for a name that nobody answers to.
    public func reading(of name: String) -> Reading? {
        if let reading = known[name] { return reading }
        for section in sections {
            if let reading = section.reader.reading(of: name) {
                known[name] = reading
                return reading
            }
        }
        return nil
    }

    /// What to do so that `name` has the value `wanted`.
    public func remedy(for name: String, wanted: Value?) -> HostRemedy? {
        for section in sections where section.reader.reading(of: name) != nil {
            // What stands out has a remedy of its own: a clock that is slow, a group that was throttled.
            return section.reader.remedy(for: name, wanted: wanted)
                ?? section.reader.remarks().first { $0.subject == name }?.remedy
        }
        return nil
    }
}

extension HostReader {
    /// No remedy is known.
    public func remedy(for name: String, wanted: Value?) -> HostRemedy? { nil }
}
