// The text of /proc/PID/limits, which anyone may read.

/// A soft and a hard limit as the kernel counts them; nil is no limit.
struct LimitPair: Equatable {
    var soft: UInt64?
    var hard: UInt64?
    /// The line they were read from; nil where prlimit(2) said them.
    var line: String?
}

/// The rows of a `/proc/PID/limits`.
enum LimitFile {
    /// The limits of one file by their name there.
    ///
    /// Rows are `%-25s %-20s %-20s %-10s`, without units where there are none (proc_pid_limits in fs/proc/base.c).
    ///
    /// - Throws: ``Unknown``: `.gone` for an empty file, which is what a process that is exiting has; `.malformed` for other text.
    static func pair(of limit: ResourceLimit, in text: String, file: String) throws(Unknown) -> LimitPair {
        guard !text.isEmpty else { throw Unknown(.gone, "\(file) is empty: the process has ended and waits to be reaped") }
        guard let line = text.lines.first(where: { $0.hasPrefix(limit.fileName + " ") }) else {
            throw Unknown(.malformed, "\(file) has no line \"\(limit.fileName)\"")
        }
        let words = line.dropFirst(limit.fileName.count).words
        guard words.count >= 2, let soft = value(words[0]), let hard = value(words[1]) else {
            throw Unknown(.malformed, "\(file) has a line that is no limit: \(line.trimmed.shortened)")
        }
        return LimitPair(soft: soft.limit, hard: hard.limit, line: line.trimmed)
    }

    private static func value(_ word: Substring) -> (limit: UInt64?, Void)? {
        if word == "unlimited" { return (nil, ()) }
        guard !word.hasPrefix("+"), let number = UInt64(word) else { return nil }
        // The kernel writes RLIM_INFINITY as a word; 32-bit processes may carry it as a number.
        return (number == .max ? nil : number, ())
    }
}
