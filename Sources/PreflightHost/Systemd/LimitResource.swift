// The sixteen resource limits as systemd names and reads them (systemd.exec(5), "Process Properties").

/// A resource with a soft and a hard limit.
struct LimitResource: Sendable, Equatable {
    /// How the value of a unit file is read.
    enum Syntax { case count, bytes, seconds, microseconds, nice }

    /// Behind `Limit` in a unit file and `RLIMIT_` in C.
    var name: String
    var syntax: Syntax
    /// The row of /proc/PID/limits.
    var row: String
    /// The option of prlimit(1).
    var option: String
    /// What systemd gives to units where nothing is configured; nil where process 1's own limit goes on to its children.
    var standard: String?

    static let all = [
        LimitResource(name: "CPU", syntax: .seconds, row: "Max cpu time", option: "cpu"),
        LimitResource(name: "FSIZE", syntax: .bytes, row: "Max file size", option: "fsize"),
        LimitResource(name: "DATA", syntax: .bytes, row: "Max data size", option: "data"),
        LimitResource(name: "STACK", syntax: .bytes, row: "Max stack size", option: "stack"),
        LimitResource(name: "CORE", syntax: .bytes, row: "Max core file size", option: "core"),
        LimitResource(name: "RSS", syntax: .bytes, row: "Max resident set", option: "rss"),
        // Since version 240: at most 1024, and 524288 or what process 1 got if that is more.
        LimitResource(name: "NOFILE", syntax: .count, row: "Max open files", option: "nofile", standard: "1024:524288"),
        LimitResource(name: "AS", syntax: .bytes, row: "Max address space", option: "as"),
        LimitResource(name: "NPROC", syntax: .count, row: "Max processes", option: "nproc"),
        LimitResource(name: "MEMLOCK", syntax: .bytes, row: "Max locked memory", option: "memlock", standard: "8M"),
        LimitResource(name: "LOCKS", syntax: .count, row: "Max file locks", option: "locks"),
        LimitResource(name: "SIGPENDING", syntax: .count, row: "Max pending signals", option: "sigpending"),
        LimitResource(name: "MSGQUEUE", syntax: .bytes, row: "Max msgqueue size", option: "msgqueue"),
        LimitResource(name: "NICE", syntax: .nice, row: "Max nice priority", option: "nice"),
        LimitResource(name: "RTPRIO", syntax: .count, row: "Max realtime priority", option: "rtprio"),
        LimitResource(name: "RTTIME", syntax: .microseconds, row: "Max realtime timeout", option: "rttime"),
    ]

    /// What its number counts; RTTIME is in microseconds and says so in a note, for it has no unit of its own.
    var unit: Unit {
        switch syntax {
        case .bytes: .bytes
        case .seconds: .seconds
        case .count, .microseconds, .nice: .count
        }
    }

    /// The limits of a running process.
    ///
    /// - Throws: ``Unknown`` where the file or the row is not there: a process that is ending has an empty file.
    func ofProcess(_ process: String, root: HostRoot) throws(Unknown) -> (limit: SystemdLimit, raw: String, source: String) {
        let place = "/proc/\(process)/limits"
        let text = try root.text(place)
        guard !text.isEmpty else { throw Unknown(.gone, "\(root.shown(place)) is empty: the process is ending") }
        guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix(row + " ") }) else {
            throw Unknown(.malformed, "\(root.shown(place)) has no row \(row)")
        }
        let words = line.dropFirst(row.count).words
        func value(_ word: Substring) -> Value? {
            word == "unlimited" ? .unlimited : UInt64(word).map { .number(Number($0)) }
        }
        guard words.count >= 2, let soft = value(words[0]), let hard = value(words[1]) else {
            throw Unknown(.malformed, "\(root.shown(place)) has a row that cannot be read: \(line)")
        }
        return (SystemdLimit(soft: soft, hard: hard), line.trimmed, root.shown(place))
    }
}
