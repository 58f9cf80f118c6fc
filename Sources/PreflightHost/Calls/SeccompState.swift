// Whether and how a process is filtered, thread by thread: a filter belongs to a thread, and a program that installs one late
// without TSYNC leaves the others as they were.

/// Whether system calls of a thread pass a filter.
public enum SeccompMode: Int, Sendable, CaseIterable {
    /// All system calls pass.
    case off = 0
    /// read, write, exit and sigreturn only; anything else kills.
    case strict = 1
    /// A filter decides.
    case filter = 2

    /// As facts name it.
    public var name: String {
        switch self {
        case .off: "off"
        case .strict: "strict"
        case .filter: "filter"
        }
    }
}

/// What /proc says of one thread.
public struct ThreadSeccomp: Sendable, Equatable {
    /// The thread's id as this root numbers it; nil for the calling thread.
    public var thread: Int?
    /// `Seccomp:`; nil where the kernel has no seccomp or does not say.
    public var mode: SeccompMode?
    /// `Seccomp_filters:`; nil before Linux 5.9.
    public var filters: Int?
    /// `NoNewPrivs:`; nil before Linux 4.10.
    public var hasNoNewPrivileges: Bool?
    /// `CapEff:`.
    public var capabilities: UInt64?

    /// Reads a status file.
    ///
    /// - Throws: ``Unknown``, also where a number is none.
    public init(_ file: String, thread: Int?, root: HostRoot) throws(Unknown) {
        let text = try root.text(file)
        self.thread = thread
        guard !text.isEmpty else { throw Unknown(.gone, "\(root.shown(file)) is empty: the thread has ended") }
        let lines = text.split(separator: "\n")
        func number(_ key: String, radix: Int = 10) throws(Unknown) -> UInt64? {
            guard let line = lines.first(where: { $0.hasPrefix(key + ":") }) else { return nil }
            let digits = line.dropFirst(key.count + 1).trimmed
            guard let number = UInt64(digits, radix: radix), !digits.hasPrefix("+") else {
                throw Unknown(.malformed, "\(root.shown(file)) says \"\(line)\" where a number was expected")
            }
            return number
        }
        if let number = try number("Seccomp") {
            mode = Int(exactly: number).flatMap(SeccompMode.init(rawValue:))
            guard mode != nil else {
                throw Unknown(.malformed, "\(root.shown(file)) says \"Seccomp: \(number)\"; 0, 1 or 2 was expected")
            }
        }
        filters = try number("Seccomp_filters").map { Int(clamping: $0) }
        hasNoNewPrivileges = try number("NoNewPrivs").map { $0 != 0 }
        capabilities = try number("CapEff", radix: 16)
    }
}

/// The filters of all threads of a process.
public struct SeccompState: Sendable, Equatable {
    /// The threads, by their ids.
    public var threads: [ThreadSeccomp]
    /// The directory they were read in.
    public var source: String

    /// Reads `/proc/PID/task`. A thread that ends meanwhile is left out.
    ///
    /// - Parameter process: a PID or `self`.
    /// - Throws: ``Unknown`` where the process or all of its threads cannot be read.
    public init(process: String = "self", root: HostRoot) throws(Unknown) {
        let directory = "/proc/\(process)/task"
        source = root.shown(directory) + "/*/status"
        threads = []
        let names: [String]
        do throws(Unknown) {
            names = try root.names(in: directory)
        } catch {
            guard error.kind == .absent, root.exists("/proc/sys") else { throw error }
            throw Unknown(.gone, "\(root.shown("/proc/\(process)")) does not exist: there is no process \(process) here")
        }
        var last: Unknown?
        for name in names {
            do throws(Unknown) {
                threads.append(try ThreadSeccomp("\(directory)/\(name)/status", thread: Int(name), root: root))
            } catch {
                guard [.absent, .gone].contains(error.kind) else { throw error }
                last = error
            }
        }
        guard !threads.isEmpty else {
            throw last ?? Unknown(.malformed, "\(root.shown(directory)) names no thread")
        }
        threads.sort { ($0.thread ?? 0) < ($1.thread ?? 0) }
    }

    /// The mode of the thread that is filtered most; nil where one is not known.
    public var mode: SeccompMode? {
        let modes = threads.compactMap(\.mode)
        guard modes.count == threads.count else { return nil }
        // Strict mode forbids more than any filter that a program still runs under.
        return modes.contains(.strict) ? .strict : modes.contains(.filter) ? .filter : .off
    }

    /// Whether some threads are filtered otherwise than others.
    public var differs: Bool {
        threads.contains { $0.mode != threads[0].mode || $0.filters != threads[0].filters }
    }

    /// How many threads are in which state: `3 with mode filter and 1 filter, 1 with mode off and 0 filters`.
    public var summary: String {
        var counts: [(state: String, count: Int)] = []
        for thread in threads {
            let count = thread.filters.map { " and \($0) \($0 == 1 ? "filter" : "filters")" } ?? ""
            let state = "with mode \(thread.mode?.name ?? "unknown")\(count)"
            if let place = counts.firstIndex(where: { $0.state == state }) {
                counts[place].count += 1
            } else {
                counts.append((state, 1))
            }
        }
        return counts.map { "\($0.count) \($0.count == 1 ? "thread" : "threads") \($0.state)" }.joined(separator: ", ")
    }
}
