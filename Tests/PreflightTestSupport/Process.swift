// Running a program to its end, with a limit on its time and a look at its memory.

internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// How a program ended, and what it left.
public struct Outcome: Sendable, CustomStringConvertible {
    /// The exit status; nil when a signal ended it.
    public var status: Int32?
    /// The signal that ended it; SIGKILL after the time limit.
    public var signal: Int32?
    /// Killed by us because the time was up.
    public var timedOut = false
    /// What it wrote to standard output.
    public var output: [UInt8] = []
    /// What it wrote to standard error.
    public var errors: [UInt8] = []
    /// The most memory it had at once, in kilobytes of 1,024 bytes; nil where that was not measured.
    public var peakKilobytes: Int?

    /// Standard output as text.
    public var outputText: String { String(decoding: output, as: UTF8.self) }
    /// Standard error as text.
    public var errorText: String { String(decoding: errors, as: UTF8.self) }
    /// Neither a signal nor the time limit ended it.
    public var isOrderly: Bool { status != nil && !timedOut }

    /// A summary for a failed expectation.
    public var description: String {
        let end = timedOut ? "killed after the time limit" : status.map { "status \($0)" } ?? "signal \(signal ?? 0)"
        return "\(end), \(peakKilobytes.map(String.init) ?? "?") KiB, stderr: \(errorText.prefix(2000))"
    }
}

/// Runs `program` (a path) with `arguments` and waits for its end.
///
/// Standard input is empty unless given. The child has the environment of the test, with a C locale.
///
/// - Parameters:
///   - directory: the working directory of the child; the test's own where nil.
///   - seconds: after which the child is killed.
public func run(
    _ program: String, _ arguments: [String], input: [UInt8] = [], in directory: String? = nil, seconds: Double = 10
) throws -> Outcome {
    // env changes the directory: posix_spawn can do it only by an extension that Swift does not see.
    try runWords(directory.map { ["/usr/bin/env", "-C", $0, program] + arguments } ?? [program] + arguments, input, seconds)
}

private func runWords(_ words: [String], _ input: [UInt8], _ seconds: Double) throws -> Outcome {
    let (child, inputSource, outputSource, errorSource) = try spawn(words)
    defer { for end in [outputSource, errorSource] { close(end) } }
    var outcome = Outcome()
    converse(child, inputSource, outputSource, errorSource, input, seconds, &outcome)
    var status: CInt = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    if status & 0x7F == 0 { outcome.status = status >> 8 & 0xFF } else { outcome.signal = status & 0x7F }
    return outcome
}

/// Runs the `preflight` that was built with the tests, and measures its memory where there is a compiler.
public func preflight(
    _ arguments: [String], input: [UInt8] = [], in directory: String? = nil, seconds: Double = 10
) throws -> Outcome {
    let program = "\(buildDirectory)/preflight"
    guard let gauge else { return try run(program, arguments, input: input, in: directory, seconds: seconds) }
    let place = try TemporaryDirectory()
    let result = place.file("peak")
    var outcome = try run(gauge, [result, program] + arguments, input: input, in: directory, seconds: seconds)
    let text = (try? readFile(result)).map { String(decoding: $0, as: UTF8.self) }
    outcome.peakKilobytes = text.flatMap { Int($0) }
    return outcome
}

/// A program between the test and what it measures: the kernel counts the memory of the process that spawns as the
/// child's own, and the test has more of it than `preflight` ever may. Compiled beside the test bundle.
private let gauge: String? = {
    guard compiler != nil else { return nil }
    let source = """
        #include <stdio.h>
        #include <signal.h>
        #include <sys/prctl.h>
        #include <sys/resource.h>
        #include <sys/wait.h>
        #include <unistd.h>
        int main(int count, char **words) {
          struct rusage usage; int status; pid_t child = fork();
          if (child == 0) { prctl(PR_SET_PDEATHSIG, SIGKILL); execv(words[2], words + 2); _exit(127); }
          if (child < 0 || wait4(child, &status, 0, &usage) < 0) return 126;
          FILE *file = fopen(words[1], "w");
          if (file) { fprintf(file, "%ld", usage.ru_maxrss); fclose(file); }
          if (WIFSIGNALED(status)) { signal(WTERMSIG(status), SIG_DFL); raise(WTERMSIG(status)); }
          return WEXITSTATUS(status);
        }

        """
    guard let directory = try? TemporaryDirectory(), let built = try? compile(source, ["-O1"], as: "gauge", in: directory)
    else { return nil }
    // The directory goes at the end of this scope, the program stays for the next run of the tests.
    let place = "\(buildDirectory)/preflight-gauge"
    guard let bytes = try? readFile(built), (try? writeFile("\(place).\(getpid())", bytes)) != nil,
        chmod("\(place).\(getpid())", 0o755) == 0, rename("\(place).\(getpid())", place) == 0
    else { return nil }
    return place
}()

/// A program that PATH leads to; nil where there is none.
public func find(_ program: String) -> String? {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
}

/// Feeds the child, collects what it says, and kills it when the time is up.
private func converse(
    _ child: pid_t, _ inputSource: CInt, _ outputSource: CInt, _ errorSource: CInt, _ input: [UInt8], _ seconds: Double,
    _ outcome: inout Outcome
) {
    let deadline = now() + seconds
    var rest = input[...]
    var isFeeding = true
    var open: Set<CInt> = [outputSource, errorSource]
    var buffer = [UInt8](repeating: 0, count: 65536)
    _ = fcntl(inputSource, F_SETFL, O_NONBLOCK)
    defer { if isFeeding { close(inputSource) } }
    while !open.isEmpty {
        if isFeeding, rest.isEmpty {
            close(inputSource)
            isFeeding = false
        }
        var waiting = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        if isFeeding { waiting.append(pollfd(fd: inputSource, events: Int16(POLLOUT), revents: 0)) }
        let left = deadline - now()
        if left <= 0 {
            if !outcome.timedOut {
                outcome.timedOut = true
                kill(child, SIGKILL)
            } else {
                // A grandchild may hold the pipes open.
                return
            }
        }
        guard poll(&waiting, nfds_t(waiting.count), CInt(max(100, left * 1000))) > 0 else { continue }
        for entry in waiting where entry.revents != 0 {
            if entry.fd == inputSource {
                let count = rest.withUnsafeBytes { write(inputSource, $0.baseAddress, min($0.count, 4096)) }
                if count > 0 { rest = rest.dropFirst(count) } else if errno != EAGAIN { rest = [] }
                continue
            }
            let count = buffer.withUnsafeMutableBytes { read(entry.fd, $0.baseAddress, $0.count) }
            if count <= 0 {
                open.remove(entry.fd)
            } else if entry.fd == outputSource {
                outcome.output += buffer[..<count]
            } else {
                outcome.errors += buffer[..<count]
            }
        }
    }
}

/// Held from the making of pipes until the child has them: pipe2 is not to be had, and a child of another thread must
/// not inherit them.
private let spawning = Mutex(())

/// Starts a child and returns our ends of its standard streams.
private func spawn(_ words: [String]) throws -> (child: pid_t, input: CInt, output: CInt, errors: CInt) {
    try spawning.withLock { _ in
        let (inputEnd, inputSource) = try makePipe()
        let (outputSource, outputEnd) = try makePipe()
        let (errorSource, errorEnd) = try makePipe()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, inputEnd, 0)
        posix_spawn_file_actions_adddup2(&actions, outputEnd, 1)
        posix_spawn_file_actions_adddup2(&actions, errorEnd, 2)

        var child: pid_t = 0
        let arguments = vector(words)
        // A crash report of the Swift runtime takes longer than the child has; the signal says enough.
        let environment = vector(["SWIFT_BACKTRACE=enable=no", "LC_ALL=C"] + inherited())
        defer { for word in arguments + environment { free(word) } }
        let failure = posix_spawn(&child, words[0], &actions, nil, arguments, environment)
        for end in [inputEnd, outputEnd, errorEnd] { close(end) }
        guard failure == 0 else {
            for end in [inputSource, outputSource, errorSource] { close(end) }
            throw SupportError("\(words[0]) cannot be run: \(String(cString: strerror(failure)))")
        }
        return (child, inputSource, outputSource, errorSource)
    }
}

/// Both ends close on exec; the child has its own copies at 0, 1 and 2.
private func makePipe() throws -> (read: CInt, write: CInt) {
    var ends: [CInt] = [0, 0]
    guard pipe(&ends) == 0 else { throw SupportError.system("pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
}

/// What a child needs of the environment of the test.
private func inherited() -> [String] {
    ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH"].compactMap { (name: String) in
        getenv(name).map { "\(name)=\(String(cString: $0))" }
    }
}

/// `words` for posix_spawn: copies that are to be freed, and a null pointer at the end.
private func vector(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
    var copies: [UnsafeMutablePointer<CChar>?] = []
    for word in words { copies.append(strdup(word)) }
    return copies + [nil]
}

private func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
