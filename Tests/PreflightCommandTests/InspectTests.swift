// `preflight inspect` and `preflight targets` from the outside.

import PreflightTestSupport
import Testing

@Suite struct InspectTests {
    @Test func itSaysWhatAnObjectNeedsAndWhereItRuns() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.write("program", program("GLIBC_2.34", "GLIBC_ABI_DT_RELR", "libm.so.6:GLIBC_2.29"))
        let outcome = try preflight(["inspect", path, "--targets", "amazonlinux-2023"])
        let text = outcome.outputText.split { $0.isWhitespace }.joined(separator: " ")
        #expect(outcome.status == 0)
        #expect(text.contains("uses_GLIBC_2.34"))
        #expect(text.contains("marker: relative relocations are packed"))
        #expect(text.contains("ubuntu 22.10 and later") && text.contains("debian 12 and later"))
        #expect(text.contains("To reach amazonlinux-2023 (glibc 2.34) as the oldest target, build on swift:"))
    }

    @Test func noGlibcNeedAlwaysSaysWhich() throws {
        let directory = try TemporaryDirectory()
        let source = "int main(void) { return 0; }"
        let fixed = try compile(source, ["-static"], as: "static", in: directory)
        let pie = try compile(source, ["-static-pie"], as: "static-pie", in: directory)
        #expect(try preflight(["inspect", fixed]).outputText.contains("none: it is static"))
        #expect(try preflight(["inspect", pie]).outputText.contains("static position-independent program"))
        var musl = program("libgcc_s.so.1:GLIBC_2.0", needed: ["libc.so"])
        musl.interpreter = "/lib/ld-musl-x86_64.so.1"
        let path = try directory.write("musl", musl)
        #expect(try preflight(["inspect", path]).outputText.contains("none: it was linked with musl"))
        #expect(try preflight(["check", path, "--targets", "debian-12"]).status == 1)
        #expect(try preflight(["check", path, "--targets", "alpine-3.22"]).status == 0)
    }

    @Test func targetsAreListedAndShown() throws {
        let list = try preflight(["targets", "ubuntu"]).outputText
        #expect(list.contains("ubuntu-22.04") && list.contains("glibc 2.35") && !list.contains("debian-12"))
        let shown = try preflight(["targets", "show", "jammy"]).outputText
        #expect(shown.contains("ubuntu-22.04") && shown.contains("swift:jammy"))
        let typo = try preflight(["targets", "show", "jamy"])
        #expect(typo.status == 2)
        #expect(typo.errorText.contains("did you mean jammy"))
    }
}
