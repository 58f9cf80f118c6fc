// A hook runs as root, started by somebody else, with somebody else's environment, on somebody else's input.

public import PreflightInputs

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// What a hook does to its own process and takes from it.
public enum HookProcess {
    /// The variable that lets one run pass unjudged.
    public static let skipVariable = "PREFLIGHT_SKIP"

    /// Makes the process independent of who started it: an own process group, no environment, `/` as working directory, files that
    /// nobody else can read.
    ///
    /// - Returns: whether `PREFLIGHT_SKIP` asks to let this run pass.
    public static func enter() -> Bool {
        let skip = getenv(skipVariable).map { String(cString: $0) } ?? ""
        setpgid(0, 0)
        clearenv()
        setenv("LC_ALL", "C.UTF-8", 1)
        _ = chdir("/")
        umask(0o077)
        return !skip.isEmpty && skip != "0"
    }

    /// More than any transaction says.
    public static let mostInput = 16 << 20

    /// The open descriptor whose number the environment variable `name` has; standard input where it has none.
    public static func descriptor(named name: String) -> CInt {
        guard let text = getenv(name).map({ String(cString: $0) }), let number = CInt(text), number >= 0 else { return 0 }
        return number
    }

    /// Everything from standard input.
    ///
    /// - Parameter most: in bytes.
    /// - Throws: ``InputError`` where there is more, or no end before the deadline.
    public static func standardInput(_ deadline: Deadline, most: Int = mostInput) throws(InputError) -> [UInt8] {
        try input(from: 0, deadline, most: most)
    }

    /// Everything from an open descriptor.
    ///
    /// - Parameter most: in bytes.
    /// - Throws: ``InputError`` where there is more, or no end before the deadline.
    public static func input(
        from descriptor: CInt, _ deadline: Deadline, most: Int = mostInput
    ) throws(InputError) -> [UInt8] {
        let name = descriptor == 0 ? "standard input" : "descriptor \(descriptor)"
        func failure(_ message: String) -> InputError { InputError(path: name, message: message) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65536)
        while true {
            var source = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let left = deadline.milliseconds
            guard left > 0 else { throw failure("did not end within \(deadline.words)") }
            let ready = poll(&source, 1, left)
            if ready < 0, errno != EINTR { throw failure("cannot be read: \(String(cString: strerror(errno)))") }
            guard ready > 0 else { continue }
            let got = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if got < 0, errno == EINTR || errno == EAGAIN { continue }
            guard got >= 0 else { throw failure("cannot be read: \(String(cString: strerror(errno)))") }
            if got == 0 { return bytes }
            guard bytes.count + got <= most else { throw failure("has more than \(most >> 20) MiB, which no transaction says") }
            bytes += piece.prefix(got)
        }
    }

    /// One line on standard error.
    public static func complain(_ text: String) {
        let line = Array((text + "\n").utf8)
        _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    }
}
