// Names are bytes: kept without loss, shown without harm.

import PreflightTestSupport
import Testing

@testable import PreflightELF

@Suite("RawText")
struct RawTextTests {
    private func string(_ bytes: [UInt8]) -> String { bytes.withUnsafeBytes { RawText.string($0) } }

    @Test("every byte, and every pair around the limits of UTF-8, comes back")
    func roundTrip() {
        for byte in UInt8.min...UInt8.max {
            #expect(RawText.bytes(string([byte])) == [byte])
            for second: UInt8 in [0, 0x41, 0x7F, 0x80, 0xBF, 0xC0, 0xC3, 0xE2, 0xED, 0xF0, 0xF4, 0xFF] {
                #expect(RawText.bytes(string([byte, second])) == [byte, second])
                #expect(RawText.bytes(string([0x61, byte, second, 0xAC])) == [0x61, byte, second, 0xAC])
            }
        }
        var generator = Generator(seed: 1)
        for _ in 0..<2000 {
            let bytes = (0..<generator.below(24)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
            #expect(RawText.bytes(string(bytes)) == bytes)
        }
    }

    @Test(
        "valid UTF-8 stays as it is",
        arguments: ["", "libc.so.6", "\u{E9}\u{20AC}\u{1F600}", "\u{FFFD}", "e\u{301}", "\u{10FDFF}"])
    func valid(text: String) {
        #expect(Array(string(Array(text.utf8)).unicodeScalars) == Array(text.unicodeScalars))
        #expect(RawText.bytes(text) == Array(text.utf8))
    }

    @Test("text that holds the escapes themselves is not mistaken for escaped bytes")
    func escapesInInput() {
        for scalar in ["\u{10FF00}", "\u{10FFFF}", "\u{10FF80}x", "\u{10FFFE}\u{10FEFF}"] {
            let bytes = Array(scalar.utf8)
            #expect(RawText.bytes(string(bytes)) == bytes)
            #expect(string(bytes) != scalar)
        }
    }

    @Test("different bytes are different strings, even where Unicode calls them equal")
    func distinct() {
        let forms: [[UInt8]] = [[0xFF], [0xFE], Array("\u{10FFFF}".utf8), Array("\\xff".utf8), Array("\u{FF}".utf8)]
        #expect(Set(forms.map(string)).count == forms.count)
    }

    static let shown: [(String, String)] = [
        ("libc.so.6", "libc.so.6"), ("\u{E9}\u{20AC}", "\u{E9}\u{20AC}"), ("a b", "a b"), ("a\\b", "a\\\\b"),
        ("a\nb", "a\\nb"), ("a\tb\r", "a\\tb\\r"), ("\u{1B}[31m", "\\x1b[31m"), ("\0", "\\x00"), ("\u{7F}", "\\x7f"),
        ("a\\\n", "a\\\\\\n"), ("\u{9B}31m", "\\u{9b}31m"), ("\u{202E}gpj.so", "\\u{202e}gpj.so"),
        ("\u{2028}", "\\u{2028}"), ("\u{200B}", "\\u{200b}"), ("\u{10FFC3}", "\\xc3"), ("\u{E000}", "\\u{e000}"),
    ]

    @Test("what could harm a terminal or deceive an eye is spelled out", arguments: shown)
    func visible(text: String, expected: String) {
        #expect(RawText.visible(text) == expected)
    }

    @Test("nothing that was made visible holds a control character")
    func noControls() {
        var generator = Generator(seed: 2)
        for _ in 0..<2000 {
            let bytes = (0..<generator.below(24)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
            let text = RawText.visible(string(bytes))
            #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && !(0x80..<0xA0).contains($0.value) })
        }
    }

    @Test("a path with a NUL ends there, as for the kernel")
    func path() {
        func length(_ text: String) -> Int {
            RawText.withPath(text) { path in
                var count = 0
                while path[count] != 0 { count += 1 }
                return count
            }
        }
        #expect(length("abc") == 3)
        #expect(length("ab\0c") == 2)
        #expect(length(string([0xFF, 0xFE])) == 2)
    }
}
