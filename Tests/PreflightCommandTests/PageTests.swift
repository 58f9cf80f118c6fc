// `check --format html` without a browser: the page is well formed and whole, its policy names just its own style and script, and no
// name from a file gets into it as markup. ci/e2e/page has the browser.

import PreflightTestSupport
import Testing

@Suite("The page of a check")
struct PageTests {
    /// The text of the only element between `open` and `close`.
    private static func element(_ open: String, _ close: String, in page: String) throws -> String {
        let start = try #require(page.firstRange(of: open), "\(open) is not on the page")
        let end = try #require(page[start.upperBound...].firstRange(of: close), "\(close) is not on the page")
        return String(page[start.upperBound..<end.lowerBound])
    }

    private static func page(_ arguments: [String], status: Int32?, in directory: String? = nil) throws -> String {
        let outcome = try preflight(["check", "--format", "html"] + arguments, in: directory)
        #expect(outcome.isOrderly && (status == nil || outcome.status == status), "\(outcome)")
        return outcome.outputText
    }

    /// What is wrong with a page: nesting, what acts or asks for something, the data, the policy.
    private static func problems(_ page: String) throws -> String {
        let place = try TemporaryDirectory()
        let file = try place.write("page.html", page)
        let outcome = try run("\(repositoryDirectory)/ci/e2e/formats.d/validate", ["html:\(file)"], seconds: 60)
        return outcome.status == 0 ? "" : "\(outcome.outputText)\(outcome)"
    }

    @Test("It is well formed and whole, and its policy lets nothing in but its own style and script")
    func isWhole() throws {
        let place = try TemporaryDirectory()
        let old = try place.write("old", program("GLIBC_2.2.5").image().bytes)
        let new = try place.write("new", program("GLIBC_2.38").image().bytes)
        let broken = try place.write("broken", Array("not ELF".utf8))
        let page = try Self.page([old, new, broken, "--targets", "debian-12,debian-13"], status: 1)
        #expect(try Self.problems(page) == "")
        #expect(page.contains("<strong>Not shippable</strong>"))
        #expect(page.contains("GLIBC_2.38 of libc.so.6"))
        let unread = try Self.element("Not read</h2>", "</section>", in: page)
        #expect(unread.contains("broken"))
        // One object a line, its marks by number; what is good everywhere has no finding.
        let objects = try Self.element(#"id="objects">"#, "</script>", in: page)
        #expect(objects.contains(#"{"m":"rr"}"#) && objects.contains(#"{"m":"xr"}"#), "\(objects)")
        #expect(objects.contains(#"old",0,[],0]"#), "\(objects)")
    }

    @Test("A page that says something else than its policy is seen by this test")
    func isJudged() throws {
        let place = try TemporaryDirectory()
        let old = try place.write("old", program("GLIBC_2.2.5").image().bytes)
        let page = try Self.page([old, "--targets", "debian-12"], status: 0)
        let start = try #require(page.firstRange(of: "'use strict';"))
        let changed = page[..<start.lowerBound] + "'use strict'; " + page[start.upperBound...] + "<img src=x onerror=alert(1)>"
        let words = try Self.problems(String(changed))
        for part in ["attribute that acts: onerror", "not ours: img", "the policy is not"] {
            #expect(words.contains(part), "\(words)")
        }
    }

    /// Names that would act if they were markup, script or terminal sequences.
    static let names: [[UInt8]] = [
        Array("</script><script>alert(1)</script>".utf8), Array("<!--<script>".utf8), Array("]]>".utf8),
        Array(#"" onmouseover="alert(1)"#.utf8), Array("' autofocus onfocus=alert(1) '".utf8), Array("&lt;b&gt; &#60;".utf8),
        Array("<img src=x onerror=alert(1)>".utf8), Array("new\nline\r\u{1B}[31m\u{07}".utf8), Array("turn\u{202E}\u{2066}".utf8),
        Array("\u{2028}\u{2029}\u{85}".utf8), [0x72, 0xFF, 0xFE, 0xC0, 0x80, 0xED, 0xA0, 0x80],
        Array("{{objects}}{{script}}".utf8),
        Array("\\u003cscript>".utf8), Array(repeating: 0x3C, count: 64 << 10),
    ]

    @Test("Names from files are text and nothing else", arguments: names.indices)
    func isInert(_ number: Int) throws {
        let place = try TemporaryDirectory()
        let hostile = Self.names[number]
        var builder = program("GLIBC_2.2.5")
        builder.needed.append(Name(bytes: hostile))
        builder.runpath = Name(bytes: Array("/builds/".utf8) + hostile)
        let name = String(decoding: hostile.filter { $0 != 0x2F && $0 != 0 }.prefix(200), as: UTF8.self)
        try place.write(name, builder.image().bytes)
        let page = try Self.page([".", "--targets", "debian-12,ubuntu-20.04"], status: nil, in: place.path)
        #expect(try Self.problems(page) == "", "\(name)")
    }

    @Test("What is forgiven is shown as forgiven, with the reason and the end")
    func showsWaivers() throws {
        let place = try TemporaryDirectory()
        let new = try place.write("new", program("GLIBC_2.38").image().bytes)
        let configuration = try place.write(
            ".preflight.json",
            Array(#"{ "waivers": [{ "node": "GLIBC_2.38", "reason": "gone in <March>", "expires": "2099-01-01" }] }"#.utf8))
        let page = try Self.page([new, "--targets", "debian-12", "--config", configuration], status: 0)
        #expect(page.contains("waived until 2099-01-01: gone in &lt;March&gt;"))
        #expect(try Self.element(#"id="objects">"#, "</script>", in: page).contains(#"{"m":"R"}"#))
        #expect(try Self.problems(page) == "")
    }

    @Test("What this machine lacks, and what was left out, is on the page")
    func showsTheRest() throws {
        let place = try TemporaryDirectory()
        let old = try place.write("old", program("GLIBC_2.2.5").image().bytes)
        let configuration = try place.write(
            ".preflight.json",
            Array(#"{ "host": { "expect": [{ "fact": "nofile", "atLeast": "1Ti", "reason": "many <files>" }] } }"#.utf8))
        let page = try Self.page([old, "--targets", "supported", "--config", configuration], status: 1)
        let machine = try Self.element(#"<section class="machine""#, "</section>", in: page)
        #expect(machine.contains("nofile is ") && machine.contains("many &lt;files&gt;"), "\(machine)")
        #expect(page.contains("Left out (a musl release; the object was linked with glibc)"))
        #expect(try Self.problems(page) == "")
    }

    @Test("The files under page/ are what the executable carries")
    func isEmbedded() throws {
        let outcome = try run("\(repositoryDirectory)/ci/page/embed", ["--check"])
        #expect(outcome.status == 0, "\(outcome.outputText)\(outcome.errorText)")
    }
}
