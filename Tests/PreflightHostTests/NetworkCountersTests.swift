// Counters of the network stack, in a recorded tree and on this machine.

import PreflightHost
import PreflightTestSupport
import Testing

@Suite struct NetworkCountersTests {
    private func counters(_ text: String) throws -> (NetworkCounters, TemporaryDirectory) {
        let directory = try TemporaryDirectory()
        for name in ["proc", "proc/self", "proc/self/net"] { _ = try directory.makeDirectory(name) }
        _ = try directory.write("proc/self/net/netstat", text)
        return (NetworkCounters(root: try HostRoot(path: directory.path)), directory)
    }

    @Test func numbersStandBelowTheirNames() throws {
        let (reader, directory) = try counters(
            "TcpExt: SyncookiesSent ListenOverflows ListenDrops\nTcpExt: 1 7 9\nIpExt: InNoRoutes\nIpExt: 3\n")
        #expect(reader.reading(of: "netstat.ListenOverflows")?.value == .success(.number(Number(7))))
        #expect(reader.reading(of: "netstat.ListenDrops")?.value == .success(.number(Number(9))))
        #expect(reader.remarks().map(\.rule) == [.listenOverflows])
        guard case .failure(let why)? = reader.reading(of: "netstat.TCPReqQFullDrop")?.value else {
            Issue.record("a counter that is not there was read")
            return
        }
        #expect(why.kind == .absent)
        withExtendedLifetime(directory) {}
    }

    @Test(arguments: [
        "", "TcpExt: ListenOverflows\n", "TcpExt: ListenOverflows\nTcpExt: x\n", "TcpExt: ListenOverflows\nTcpExt:\n",
    ])
    func whatIsCutIsUnknown(_ text: String) throws {
        let (reader, directory) = try counters(text)
        guard case .failure? = reader.reading(of: "netstat.ListenOverflows")?.value else {
            Issue.record("\(text) was read as a number")
            return
        }
        #expect(reader.remarks().isEmpty)
        withExtendedLifetime(directory) {}
    }

    @Test func thisMachineHasThem() {
        for name in NetworkCounters().names {
            guard case .success(.number)? = NetworkCounters().reading(of: name)?.value else {
                Issue.record("\(name) was not read")
                continue
            }
        }
    }
}
