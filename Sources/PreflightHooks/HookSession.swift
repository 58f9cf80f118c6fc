// One run of a hook from its first moment to its answer. What differs between hosts is handed in as one function; everything that must
// be the same for all of them is here.

public import PreflightCore
internal import PreflightELF
public import PreflightInputs
internal import PreflightReports

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// What a command line says to a hook; nil where it says nothing.
public struct HookSettings: Sendable {
    /// How long it may take, in milliseconds.
    public var milliseconds: Int?
    /// What an update does that could not be judged.
    public var onUnknown: OnUnknown?
    /// Tell and never stop.
    public var isReportOnly = false
    /// The configuration file.
    public var configuration: String?
    /// Where the cache and the last verdict are kept.
    public var state: String?
    /// Let this run pass unjudged.
    public var isSkipped = false

    /// Settings that say nothing.
    public init() {}
}

/// One run of a hook.
public final class HookSession {
    /// The configuration of hooks; the working directory of one is nobody's.
    public static let configurationPath = "/etc/preflight/preflight.json"
    /// The file of the last verdict in the state directory.
    public static let verdictFile = "last-verdict.json"

    /// Whose hook it is.
    public let host: HookHost
    /// When it has to be done.
    public let deadline: Deadline
    /// The root that the update is for; `/` unless the host says otherwise before ``inventory()`` is called.
    public var root = "/"
    /// What the configuration says.
    public private(set) var configuration = Configuration()

    private let settings: HookSettings
    private let log: HookLog
    private var stateNotes: [String] = []
    private lazy var state: StateDirectory? = openState()

    /// A run that starts now.
    ///
    /// - Parameter clock: what the deadline goes by.
    public init(
        _ host: HookHost, _ settings: HookSettings, log: HookLog = HookLog(),
        clock: @escaping @Sendable () -> Int = Deadline.monotonic
    ) {
        self.host = host
        self.settings = settings
        self.log = log
        deadline = Deadline(milliseconds: settings.milliseconds ?? host.milliseconds, clock: clock)
    }

    /// Judges, tells and answers.
    ///
    /// - Parameters:
    ///   - say: gets each line for the person who started the update; printable, without line ends.
    ///   - judge: what this host hands over, judged. An error that it throws is an unknown.
    public func run(
        say: (String) -> Void, _ judge: (HookSession) throws(InputError) -> HookVerdict
    ) -> HookAnswer {
        if settings.isSkipped {
            let words = "\(host.name): not judged: \(HookProcess.skipVariable) is set"
            if !tell(words, .notice) { say("preflight: \(words)") }
            return .goOn
        }
        var verdict: HookVerdict
        do throws(InputError) {
            try readConfiguration()
            verdict = try judge(self)
            if root == "/" { verdict.add(HookVerdict(host: configuration)) }
        } catch {
            verdict = HookVerdict(unknown: error.path, error.message)
        }
        verdict.notes += stateNotes
        let policy = HookPolicy(
            onUnknown: settings.onUnknown ?? configuration.hookOnUnknown ?? host.onUnknown, isReportOnly: settings.isReportOnly)
        let answer = policy.answer(to: verdict.outcome)
        let report = HookReport(verdict: verdict, answer: answer, policy: policy, host: host, root: root)
        if let state {
            do throws(InputError) {
                try state.write(Self.verdictFile) { report.write(to: $0) }
            } catch {
                verdict.notes.append("\(error.path) \(error.message)")
            }
        }
        for line in report.lines { say(line) }
        for note in verdict.notes {
            let line = "\(host.name): \(RawText.visible(note))"
            if !tell(line, .notice) { HookProcess.complain("preflight: \(line)") }
        }
        // Whoever started the update has read it already, unless there was nothing to say.
        let line = "\(host.name): \(report.summary)"
        if !tell(line, report.priority, report.fields), report.lines.isEmpty { HookProcess.complain("preflight: \(line)") }
        return answer
    }

    /// Keeps `bytes` under `name` in the state directory until a later hook of the same transaction takes them.
    ///
    /// - Throws: ``InputError`` where nothing can be kept.
    public func keep(_ bytes: [UInt8], as name: String) throws(InputError) {
        guard let state else { throw InputError(path: name, message: "cannot be kept: there is no state directory") }
        try state.write(name) { $0.write(bytes: bytes) }
    }

    /// What ``keep(_:as:)`` kept; nil where there is nothing.
    ///
    /// - Throws: ``InputError`` where it cannot be trusted or read.
    public func kept(_ name: String) throws(InputError) -> [UInt8]? { try state?.read(name, most: HookProcess.mostInput) }

    /// Where programs lie that no package owns.
    var localPaths: [String] { LocalInventoryReader.standardPaths + configuration.hookPaths }
    /// Patterns of what is left out.
    var excluded: [String] { configuration.hookExclude }

    /// The objects that lie outside of packages, by the configuration; the cache is used and renewed.
    public func inventory() -> LocalInventory { inventory(in: root, localPaths, excluding: excluded, isKept: true) }

    /// The objects in directories of a root in which other paths hold than in this machine's.
    ///
    /// - Parameters:
    ///   - root: the directory that `paths` are counted from.
    ///   - paths: absolute in `root`.
    ///   - exclude: patterns over paths in `root`.
    ///   - isKept: use the cache and renew it; one call of a run may, because it writes what it met.
    func inventory(in root: String, _ paths: [String], excluding exclude: [String], isKept: Bool) -> LocalInventory {
        LocalInventoryReader(root: root, paths: paths, exclude: exclude, state: isKept ? state : nil, deadline: deadline).read()
    }

    /// Everything from standard input.
    ///
    /// - Throws: ``InputError`` where there is too much of it, or no end before the deadline.
    public func standardInput() throws(InputError) -> [UInt8] { try HookProcess.standardInput(deadline) }

    /// Everything from an open descriptor.
    ///
    /// - Throws: ``InputError`` where there is too much of it, or no end before the deadline.
    public func input(from descriptor: CInt) throws(InputError) -> [UInt8] {
        try HookProcess.input(from: descriptor, deadline)
    }

    private func readConfiguration() throws(InputError) {
        let path = settings.configuration ?? Self.configurationPath
        if settings.configuration == nil, !isThere(path) { return }
        do throws(ConfigurationError) {
            configuration = try Configuration(path: path)
        } catch {
            throw InputError(path: "the configuration", message: "cannot be used: \(error.description)")
        }
    }

    /// Nothing is kept for another root: what lies in it is not trusted to say where.
    private func openState() -> StateDirectory? {
        guard let path = settings.state ?? (root == "/" ? StateDirectory.standard : nil) else { return nil }
        do throws(InputError) {
            return try StateDirectory(path)
        } catch {
            stateNotes.append("\(error.path) \(error.message)")
            return nil
        }
    }

    /// One line to the system's log.
    ///
    /// - Returns: false where there is none.
    private func tell(
        _ message: String, _ priority: HookLog.Priority, _ fields: [(name: String, value: String)] = []
    ) -> Bool {
        log.send(message, priority, fields: fields) != .none
    }
}
