// Running one known program with a clean environment and a deadline. Nothing is looked up in PATH.

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

internal import PreflightELF

enum CommandOutput {
    /// What a program writes to its standard output.
    ///
    /// - Parameters:
    ///   - program: its path.
    ///   - milliseconds: after which it is killed.
    /// - Throws: ``Unknown``: it is not there, fails, says more than a megabyte, or takes too long.
    static func of(_ program: String, _ arguments: [String], milliseconds: Int = 2000) throws(Unknown) -> String {
        var ends: [CInt] = [0, 0]
        guard pipe(&ends) == 0 else { throw Unknown(errno: errno, "a pipe to \(program)") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        let child = try start(program, arguments, output: ends[1])
        let (bytes, reason) = collect(ends[0], program, milliseconds)
        if reason != nil { kill(child, SIGKILL) }
        var status: CInt = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        if let reason { throw reason }
        guard status == 0 else {
            let end = status & 0x7F == 0 ? "status \((status >> 8) & 0xFF)" : "signal \(status & 0x7F)"
            throw Unknown(.failed, "\(program) \(arguments.joined(separator: " ")) ended with \(end)")
        }
        return bytes.withUnsafeBytes { RawText.string($0) }
    }

    /// Starts it, and closes `output` here.
    private static func start(_ program: String, _ arguments: [String], output: CInt) throws(Unknown) -> pid_t {
        defer { close(output) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let words = vector([program] + arguments)
        let environment = vector(["LC_ALL=C", "SYSTEMD_COLORS=0", "SYSTEMD_PAGER="])
        defer { for word in words + environment { free(word) } }
        var child: pid_t = 0
        let failure = posix_spawn(&child, program, &actions, nil, words, environment)
        guard failure == 0 else { throw Unknown(errno: failure, program) }
        return child
    }

    /// Copies that are to be freed, and a null pointer at the end.
    private static func vector(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
        var copies: [UnsafeMutablePointer<CChar>?] = []
        for word in words { copies.append(strdup(word)) }
        return copies + [nil]
    }

    private static func collect(_ source: CInt, _ program: String, _ milliseconds: Int) -> ([UInt8], Unknown?) {
        let deadline = now() + milliseconds
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 16384)
        while true {
            var entry = pollfd(fd: source, events: Int16(POLLIN), revents: 0)
            let left = deadline - now()
            guard left > 0 else { return ([], Unknown(.timedOut, "\(program) gave no answer in \(milliseconds) ms")) }
            guard poll(&entry, 1, CInt(left)) > 0 else { continue }
            let count = piece.withUnsafeMutableBytes { read(source, $0.baseAddress, $0.count) }
            if count == 0 { return (bytes, nil) }
            if count < 0 {
                if errno == EINTR { continue }
                return ([], Unknown(errno: errno, "what \(program) writes"))
            }
            bytes += piece.prefix(count)
            if bytes.count > 1 << 20 { return ([], Unknown(.malformed, "\(program) writes more than a megabyte")) }
        }
    }

    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
    }
}
