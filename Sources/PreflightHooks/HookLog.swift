// One line for each decision: to the journal by its own protocol, else to syslog, else to standard error. Neither may hold an update up,
// so nothing here waits.

internal import PreflightELF

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Where decisions are told to the system.
public struct HookLog: Sendable {
    /// How much a line matters, by its number in syslog(3).
    public enum Priority: Int, Sendable {
        case error = 3
        case warning = 4
        case notice = 5
        case info = 6
    }

    /// Who took the line.
    public enum Taker: Sendable, Equatable {
        case journal
        case syslog
        case none
    }

    private let journal: String
    private let syslog: String

    /// The log of this system.
    ///
    /// - Parameters:
    ///   - journal: systemd-journald's socket (systemd.io/JOURNAL_NATIVE_PROTOCOL).
    ///   - syslog: where syslog(3) sends its datagrams.
    public init(journal: String = "/run/systemd/journal/socket", syslog: String = "/dev/log") {
        self.journal = journal
        self.syslog = syslog
    }

    /// Sends `message`, one line of printable text, with more fields for the journal.
    ///
    /// - Parameter fields: names of A to Z and underscores, with values on one line.
    /// - Returns: `.none` where nobody listens; then it belongs on standard error.
    public func send(_ message: String, _ priority: Priority, fields: [(name: String, value: String)] = []) -> Taker {
        let line = Self.line(message)
        var entry = "MESSAGE=\(line)\nPRIORITY=\(priority.rawValue)\nSYSLOG_IDENTIFIER=preflight\nSYSLOG_PID=\(getpid())\n"
        for field in fields { entry += "\(field.name)=\(Self.line(field.value))\n" }
        if Self.send(Array(entry.utf8), to: journal) { return .journal }
        // The facility is LOG_DAEMON.
        if Self.send(Array("<\(3 << 3 | priority.rawValue)>preflight[\(getpid())]: \(line)".utf8), to: syslog) { return .syslog }
        return .none
    }

    /// Without line ends, which would be the end of a field, and no longer than a datagram may be.
    private static func line(_ text: String) -> String {
        let visible = text.unicodeScalars.contains { $0.value < 0x20 } ? RawText.visible(text) : text
        return visible.utf8.count <= 4096 ? visible : String(visible.prefix(1000)) + "…"
    }

    private static func send(_ bytes: [UInt8], to path: String) -> Bool {
        let descriptor = socket(AF_UNIX, datagram | CInt(closeOnExec), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let name = RawText.bytes(path)
        guard name.count < MemoryLayout.size(ofValue: address.sun_path) else { return false }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bytes.withUnsafeBytes { memory in
                    sendto(
                        descriptor, memory.baseAddress, memory.count, CInt(dontWait), address,
                        socklen_t(MemoryLayout<sockaddr_un>.size)) == memory.count
                }
            }
        }
    }

    #if canImport(Glibc)
        private static let datagram = CInt(SOCK_DGRAM.rawValue)
        private static let closeOnExec = SOCK_CLOEXEC.rawValue
    #else
        private static let datagram = CInt(SOCK_DGRAM)
        private static let closeOnExec = SOCK_CLOEXEC
    #endif
    private static let dontWait = Int(MSG_DONTWAIT) | Int(MSG_NOSIGNAL)
}
