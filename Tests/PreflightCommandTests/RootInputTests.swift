// Roots that are archives, what objects say they open at run time, several roots at once, and blame in a check.

import PreflightTestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

@Suite("Roots as inputs", .enabled(if: SmallRoot.obstacle == nil, "\(SmallRoot.obstacle ?? "")"))
struct RootInputTests {
    /// A program with one entry of .note.dlopen.
    private func opener(_ root: SmallRoot, _ soname: String, _ priority: String) throws {
        // The reader of JSON takes single quotes as well, which need no escapes in two languages.
        try root.library("\(SmallRoot.libraries ?? "")/libown.so", "void own(void) {}")
        let json = "[{soname:['\(soname)'],feature:'codec',priority:'\(priority)'}]"
        try root.program(
            """
            __asm__(".pushsection .note.dlopen,\\"a\\",%note\\n.balign 4\\n.long 4, 2f-1f, 0x407c0c0a\\n.asciz \\"FDO\\"\\n"
                    "1: .asciz \\"\(json)\\"\\n2:\\n.balign 4\\n.popsection");
            void use(void) {}
            """, needs: ["libown.so"]
        )
    }

    @Test("a library that is opened at run time counts by its priority", arguments: ["required", "recommended", "suggested"])
    func opened(priority: String) throws {
        let root = try SmallRoot()
        try opener(root, "libcodec.so.7", priority)
        let expected = ["required": "failsOnCall", "recommended": "degrades", "suggested": "runs"]
        #expect(try root.verdict() == expected[priority])
        #expect(try root.check("/prog").outputText.contains("libcodec.so.7"))
        // Once it is there nothing is said.
        try root.library("\(SmallRoot.libraries ?? "")/libcodec.so.7", "void codec(void) {}")
        #expect(try root.verdict() == "runs")
    }

    @Test("an archive is a root, and judged whole without paths")
    func archive() throws {
        let root = try SmallRoot()
        try root.library("\(SmallRoot.libraries ?? "")/libown.so", "void own(void) {}")
        try root.program(needs: ["libown.so"])
        let directory = try TemporaryDirectory()
        let file = directory.file("root.tar")
        let packed = try run("/usr/bin/env", ["tar", "-C", root.path, "-cf", file, "."], seconds: 60)
        #expect(packed.status == 0, "\(packed)")
        let good = try preflight(["check", "--root", file])
        #expect(good.status == 0, "\(good)")
        #expect(good.outputText.contains("Shippable to"))
        #expect(unlink(root.path + "\(SmallRoot.libraries ?? "")/libown.so") == 0)
        _ = try run("/usr/bin/env", ["tar", "-C", root.path, "-cf", file, "."], seconds: 60)
        let bad = try preflight(["check", "--root", file, "--format", "json"])
        #expect(bad.status == 1, "\(bad)")
        #expect(bad.outputText.contains("library-missing"))
        #expect(bad.outputText.contains("root.tar:/prog"))
        let tree = try preflight(["tree", root.path + "/prog", "--root", file])
        #expect(tree.outputText.contains("libown.so => not found"))
    }

    @Test("two roots are two targets, and a directory that is none is told")
    func two() throws {
        let (first, second) = (try SmallRoot(), try SmallRoot())
        try first.library("\(SmallRoot.libraries ?? "")/libown.so", "void own(void) {}")
        try first.program(needs: ["libown.so"])
        let both = try preflight(["check", first.path + "/prog", "--root", first.path, "--root", second.path, "--format", "json"])
        #expect(both.status == 1)
        #expect(both.outputText.contains("\"runs\""))
        #expect(both.outputText.contains("\"failsAtLoad\""))
        let empty = try TemporaryDirectory()
        let none = try preflight(["check", first.path + "/prog", "--root", empty.path])
        #expect(none.outputText.contains("there is no dynamic loader at all"), "\(none)")
        let missing = try preflight(["check", first.path + "/prog", "--root", empty.path + "/nowhere"])
        #expect(missing.status == 2)
        #expect(missing.errorText.contains("does not exist"))
    }
}
