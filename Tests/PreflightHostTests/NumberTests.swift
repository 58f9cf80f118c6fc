// Exact numbers: the edges of 64 bits and fractions of processors.

import PreflightHost
import Testing

@Suite struct NumberTests {
    @Test func quotientsAreExact() {
        #expect(Number(50000, over: 100_000) == Number(1, over: 2))
        #expect(Number(12000, over: 100_000)?.description == "0.12")
        #expect(Number(25000, over: 100_000)?.description == "0.25")
        #expect(Number(4, over: 3)?.description == "1.3333")
        #expect(Number(4, over: 3)?.precise == "1.333333333")
        #expect(Number(-1, over: 3)?.description == "-0.3333")
        #expect(Number(-1, over: 100_000)?.precise == "-0.00001")
        #expect(Number(1, over: 3_000_000_000_000)?.precise == "0")
        #expect(Number(100, over: 0) == nil)
    }

    @Test func nothingIsTooLargeToBeShownOrCompared() throws {
        let large = try #require(Number(Int128.max, over: 1_000_000_007))
        let above = try #require(Number(Int128.max, over: 1_000_000_006))
        #expect(large < above)
        #expect(!(above < large))
        #expect(!(large < large))
        #expect(large.description.hasPrefix("170141182269480"))
        let tiny = try #require(Number(1, over: Int128.max))
        #expect(tiny < Number(1, over: Int128.max - 1) ?? tiny)
        #expect(Number(-1, over: Int128.max) ?? tiny < tiny)
        #expect(Number(0) < tiny)
        #expect(tiny.description == "0")
        // Equal but for a part far behind the point.
        let third = try #require(Number(Int128.max / 3, over: Int128.max))
        #expect(third < Number(1, over: 3) ?? third)
        #expect(Number(0).precise == "0")
    }

    @Test func comparesAtTheEdges() throws {
        let max63 = try #require(Number(kernel: "9223372036854775807"))
        let max64 = try #require(Number(kernel: "18446744073709551615"))
        #expect(max63 < max64)
        #expect(Number(2_097_152) < max63)
        #expect(Number(kernel: "-1") == Number(-1))
        #expect(try #require(Number(1, over: 2)) < Number(1))
    }

    @Test(arguments: ["", "+5", "0x10", "1 2", "1.5", "9999999999999999999999999999999999999999"])
    func otherTextIsNoNumber(_ text: String) { #expect(Number(kernel: text) == nil) }

    @Test func roundsBothWays() throws {
        let half = try #require(Number(-1, over: 2))
        #expect(half.floor == -1)
        #expect(half.ceiling == 0)
        #expect(try #require(Number(3, over: 2)).ceiling == 2)
    }
}
