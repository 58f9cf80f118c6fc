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

    @Test func relocatableObjectsAndArchivesAreShownAndNeverJudged() throws {
        let directory = try TemporaryDirectory()
        var builder = RelocatableBuilder(Encoding(is64Bit: true, isBigEndian: false))
        builder.symbols = [.init("wanted"), .init("wished", binding: 2), .init("given", binding: 2, section: 1)]
        var archive = ArchiveBuilder()
        archive.add("one.o/", builder.write())
        archive.add("code.bc/", [0x42, 0x43, 0xC0, 0xDE])
        let object = try directory.write("plain.o", builder.write())
        let library = try directory.write("lib.a", archive.bytes)
        let outcome = try preflight(["inspect", object, library])
        #expect(outcome.status == 0)
        #expect(outcome.outputText.contains("\(library)(one.o)\n  kind          relocatable object"))
        #expect(outcome.outputText.contains("defines       1 symbol (1 weak)\n  needs         wanted\n  needs, weakly wished\n"))
        #expect(outcome.errorText == "preflight: \(library)(code.bc): is LLVM bitcode, not an ELF file; passed over\n")
        // Named, they cannot be judged; in a walk they are passed over.
        for path in [object, library] {
            let check = try preflight(["check", path, "--targets", "debian-12"])
            #expect(check.status == 3)
            #expect((check.outputText + check.errorText).contains("link it and judge the result"))
        }
        let walk = try preflight(["check", directory.path, "--targets", "debian-12", "--format", "json"])
        #expect(walk.outputText.contains("\"passedOver\":2"))
        #expect(try preflight(["inspect", directory.path]).outputText.contains("lib.a(one.o)"))
    }

    @Test func aBrokenArchiveIsOneErrorAndTheRestIsShown() throws {
        let directory = try TemporaryDirectory()
        var archive = ArchiveBuilder()
        archive.add("good.o/", RelocatableBuilder(Encoding(is64Bit: true, isBigEndian: true)).write())
        archive.add("cut.o/", [1, 2, 3], size: "4711")
        let path = try directory.write("lib.a", archive.bytes)
        let outcome = try preflight(["inspect", path])
        #expect(outcome.status == 3)
        #expect(outcome.outputText.contains("lib.a(good.o)"))
        #expect(outcome.errorText.contains("a member of 4711 bytes ends beyond the archive"))
    }
}
