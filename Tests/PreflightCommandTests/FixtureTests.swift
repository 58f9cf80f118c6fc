// Every input that once broke something, kept under fixtures/malformed: hexadecimal text, with what it broke in a comment.

import PreflightTestSupport
import Testing

@Suite("Fixtures")
struct FixtureTests {
    /// The directory of the fixtures, beside Tests.
    static let place = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/fixtures/malformed"

    static let names = ((try? listDirectory(place)) ?? []).filter { $0.hasSuffix(".hex") }

    @Test("there are some, and nothing else")
    func found() throws {
        #expect(!Self.names.isEmpty)
        #expect(try listDirectory(Self.place).allSatisfy { $0.hasSuffix(".hex") || $0 == "README.md" })
    }

    @Test("what once broke something is read, or refused in one sentence", arguments: names)
    func fixture(name: String) throws {
        let directory = try TemporaryDirectory()
        let path = try directory.write("fixture", try bytes(of: name))
        for arguments in [["floor"], ["inspect"], ["inspect", "--format", "json"], ["check"], ["check", "--format", "json"]] {
            let outcome = try preflight(arguments + [path])
            #expect(outcome.isOrderly, "\(arguments): \(outcome)")
            #expect(outcome.status != 2, "\(arguments): \(outcome)")
            #expect(outcome.peakKilobytes ?? 0 <= 40 << 10, "\(arguments): \(outcome)")
            // Nothing that came out of the file may command a terminal.
            #expect(!outcome.output.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }, "\(arguments)")
            #expect(!outcome.errors.contains { $0 < 0x20 && $0 != 0x0A }, "\(arguments)")
        }
    }

    /// The bytes that the digits of a fixture stand for; lines that start with # are comments.
    private func bytes(of name: String) throws -> [UInt8] {
        let lines = String(decoding: try readFile("\(Self.place)/\(name)"), as: UTF8.self).split(separator: "\n")
        let digits = lines.filter { !$0.hasPrefix("#") }.joined().compactMap { $0.hexDigitValue }
        guard digits.count % 2 == 0 else { throw SupportError("\(name) has an odd number of digits") }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
