// The instrument is checked by somebody else's reader before anything is measured with it.

import PreflightTestSupport
import Testing

@Suite("ELFBuilder", .enabled(if: find("readelf") != nil, "readelf is not installed"))
struct BuilderTests {
    @Test("readelf finds no fault with what is built, and reads the same", arguments: Encoding.all)
    func readelf(encoding: Encoding) throws {
        let directory = try TemporaryDirectory()
        let path = try directory.write("rich", .rich(encoding))
        let program = try #require(find("readelf"))
        let tables = try run(program, ["-W", "-l", "-d", "-n", path])
        for line in [
            "Shared library: [libm.so.6]", "Shared library: [libc.so.6]", "Library soname: [librich.so.1]",
            "Library runpath: [$ORIGIN/../lib:/opt/lib]", "OS: Linux, ABI: 3.2.0", #"{"type":"deb","name":"rich"}"#,
        ] {
            #expect(tables.outputText.contains(line), "\(line)")
        }
        // By the dynamic table: there are no sections that it could go by.
        let symbols = try run(program, ["-W", "-D", "-s", path])
        #expect(symbols.status == 0)
        #expect(symbols.errorText == "")
        for name in [
            "FUNC GLOBAL DEFAULT UND pow@GLIBC_2.29 (4)", "OBJECT GLOBAL DEFAULT UND stdout@GLIBC_2.34 (5)",
            "FUNC WEAK DEFAULT UND arc4random@GLIBC_2.36 (6)", "FUNC GLOBAL DEFAULT 1 rich_open@@RICH_1",
            "FUNC GLOBAL DEFAULT 1 rich_close@@RICH_2", "OBJECT WEAK DEFAULT 1 environ@GLIBC_2.34 (5)",
        ] {
            #expect(squeezed(symbols.outputText).contains(name), "\(name)")
        }
    }

    /// `text` with single spaces.
    private func squeezed(_ text: String) -> String { text.split(separator: " ").joined(separator: " ") }
}
