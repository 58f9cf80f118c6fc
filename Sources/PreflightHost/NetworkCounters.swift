// Counters of the network stack that say what limits have already cost: connections that no accept queue had room for.

internal import PreflightELF

/// Facts `netstat.NAME` from /proc/PID/net/netstat and snmp, of the network namespace of the process.
public struct NetworkCounters: HostReader {
    private let root: HostRoot
    private let process: String

    /// The counters of the namespace that `process`, a PID or `self`, is in.
    public init(root: HostRoot = .live, process: String = "self") {
        self.root = root
        self.process = process
    }

    /// The counters with what they mean (Documentation/networking/snmp_counter.rst).
    private static let counters: [(name: String, meaning: String)] = [
        ("ListenOverflows", "connections that found the accept queue of their listener full"),
        ("ListenDrops", "connections that a listener dropped, for any reason"),
        ("TCPReqQFullDrop", "SYNs dropped because the queue of half-open connections was full"),
        ("TCPReqQFullDoCookies", "SYNs answered with a cookie because that queue was full"),
    ]

    /// One name for each counter.
    public var names: [String] { Self.counters.map { "netstat." + $0.name } }

    /// A count since the namespace was made.
    public func reading(of name: String) -> Reading? {
        guard let counter = Self.counters.first(where: { "netstat." + $0.name == name }) else { return nil }
        let file = "/proc/\(process)/net/netstat"
        let value: Result<Value, Unknown>
        do throws(Unknown) {
            value = .success(.number(try count(counter.name, file)))
        } catch {
            value = .failure(error)
        }
        return Reading(
            value, source: root.shown(file), scope: .networkNamespace,
            notes: ["\(counter.meaning), since this network namespace was made"])
    }

    /// A line of names, then a line of numbers in the same order, both behind `TcpExt:`.
    private func count(_ name: String, _ file: String) throws(Unknown) -> Number {
        let lines = try root.text(file).split(separator: "\n").filter { $0.hasPrefix("TcpExt:") }.map(\.words)
        guard lines.count == 2, let place = lines[0].firstIndex(of: name[...]) else {
            throw Unknown(.absent, "\(root.shown(file)) has no counter \(name)")
        }
        guard place < lines[1].count, let number = Number(kernel: lines[1][place]) else {
            throw Unknown(.malformed, "\(root.shown(file)) has no number for \(name)")
        }
        return number
    }

    /// All of them.
    public func overview() -> [Fact] { names.compactMap { name in reading(of: name).map { Fact(name, $0) } } }

    /// A listener that has turned connections away.
    public func remarks() -> [Remark] {
        let name = "netstat.ListenOverflows"
        guard let reading = reading(of: name), case .success(.number(let count)) = reading.value, Number(0) < count else {
            return []
        }
        return [
            Remark(
                .listenOverflows, .info, name,
                "\(count) connections found an accept queue full in this network namespace: the backlog of a listener, or "
                    + "net.core.somaxconn above it, is too small, or the program accepts too slowly",
                source: reading.source,
                remedy: HostRemedy(
                    now: "ss -ltn    # Recv-Q near Send-Q: which listener it is",
                    forGood:
                        "a larger backlog in the program (SwiftNIO: ServerBootstrap's .backlog), net.core.somaxconn not below it"),
                citation: "https://docs.kernel.org/networking/snmp_counter.html")
        ]
    }
}
