import PreflightTestSupport
import Testing
@Test func dump() throws {
    for (i, c) in HostileTests.cases.enumerated() where c.size == nil { try writeFile("/tmp/hostile\(i)", c.build().bytes) }
}
