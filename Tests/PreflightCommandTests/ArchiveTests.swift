// Archives and images as inputs: each sort, what hostile ones try, and that nothing stays behind whatever happens.

import PreflightInputs
import PreflightTestSupport
import Testing

/// A directory for one test, with a temporary directory of its own for what is tested.
private struct Bench {
    let directory: TemporaryDirectory
    let temporary: String

    init() throws {
        directory = try TemporaryDirectory()
        temporary = try directory.makeDirectory("tmp")
    }

    /// Runs `preflight` and expects that it leaves nothing behind.
    func preflight(_ words: [String], seconds: Double = 20) throws -> Outcome {
        let outcome = try run(
            "/usr/bin/env", ["TMPDIR=\(temporary)", "\(buildDirectory)/preflight"] + words, in: directory.path, seconds: seconds)
        #expect(outcome.isOrderly, "\(outcome)")
        #expect(try listDirectory(temporary) == [])
        return outcome
    }

    /// The lines of `preflight floor` on one file, without its name.
    func floor(_ name: String, _ words: String...) throws -> (lines: [String], outcome: Outcome) {
        let outcome = try preflight(["floor", name] + words)
        let lines = outcome.outputText.split(separator: "\n").map { String($0).replacing("\(name):", with: "") }
        return (lines, outcome)
    }

    /// `bytes` through a compressor such as gzip.
    func compressed(_ bytes: [UInt8], by program: String) throws -> [UInt8] {
        let outcome = try run(find(program) ?? program, ["-c"], input: bytes)
        guard outcome.status == 0 else { throw SupportError("\(program) failed: \(outcome)") }
        return outcome.output
    }
}

/// Where bsdtar and bsdcat are what the tool would use; `ci/test` installs them.
private let hasDecoders = find("bsdtar") != nil && find("bsdcat") != nil

private let needy = program("GLIBC_2.38")
private let modest = program("GLIBC_2.17")

private func simple() -> TarBuilder {
    var tar = TarBuilder()
    tar.directory("./usr/")
    tar.file("./usr/bin/tool", needy)
    tar.file("./usr/share/text", text: "no ELF file")
    return tar
}

@Suite(.enabled(if: hasDecoders, "bsdtar and bsdcat are missing; install libarchive-tools"))
struct ArchiveTests {
    @Test(arguments: ["", "gzip", "xz", "zstd", "bzip2"])
    func tarArchives(compressor: String) throws {
        guard compressor.isEmpty || find(compressor) != nil else {
            print("passed over: there is no \(compressor)")
            return
        }
        let bench = try Bench()
        let tar = simple().finished
        // The name says nothing; the content does.
        try bench.directory.write("thing", compressor.isEmpty ? tar : try bench.compressed(tar, by: compressor))
        let (lines, outcome) = try bench.floor("thing")
        #expect(lines == ["GLIBC_2.38\t/usr/bin/tool"])
        #expect(outcome.status == 0, "\(outcome)")
    }

    @Test func everyCommandNamesMembersTheSameWay() throws {
        let bench = try Bench()
        try bench.directory.write(
            "p.deb", debianPackage([("control.tar", TarBuilder().finished), ("data.tar", simple().finished)]))
        let check = try bench.preflight(["check", "p.deb", "--targets", "debian-12"])
        #expect(check.status == 1)
        #expect(check.outputText.contains("p.deb:/usr/bin/tool"))
        #expect(!check.outputText.contains(bench.temporary))
        let json = try bench.preflight(["check", "p.deb", "--targets", "debian-12", "--format", "json"])
        #expect(json.outputText.contains(#""path":"p.deb:/usr/bin/tool""#))
        let inspect = try bench.preflight(["inspect", "p.deb"])
        #expect(inspect.outputText.contains("p.deb:/usr/bin/tool"))
        #expect(!inspect.outputText.contains(bench.temporary))
        try bench.directory.write("c.json", #"{"waivers": [{"path": "p.deb:/usr/bin/*", "reason": "known"}]}"#)
        let waived = try bench.preflight(["check", "p.deb", "--targets", "debian-12", "--config", "c.json"])
        #expect(waived.status == 0, "\(waived.outputText)")
        for pattern in ["/usr/bin/**", "tool", "*.deb:/usr/bin"] {
            #expect(try bench.preflight(["check", "p.deb", "--exclude", pattern]).status == 3, "\(pattern)")
        }
    }

    @Test func debianPackagesOfAnyCompression() throws {
        let bench = try Bench()
        let tar = simple().finished
        for (compressor, name) in [("gzip", "data.tar.gz"), ("xz", "data.tar.xz"), ("zstd", "data.tar.zst")] {
            guard find(compressor) != nil else { continue }
            // A signature behind the data is none of its bytes.
            let members = [
                ("control.tar.xz", [1, 2, 3]), (name, try bench.compressed(tar, by: compressor)), ("_gpgorigin", [4, 5, 6]),
            ]
            try bench.directory.write("p.deb", debianPackage(members))
            let (lines, outcome) = try bench.floor("p.deb")
            #expect(lines == ["GLIBC_2.38\t/usr/bin/tool"])
            #expect(outcome.status == 0, "\(name): \(outcome)")
        }
        try bench.directory.write("none.deb", debianPackage([("control.tar", tar)]))
        #expect(try bench.floor("none.deb").outcome.errorText.contains("none.deb: is damaged: it ends before its data.tar"))
    }

    @Test func wheelsCountWithAllTheirFiles() throws {
        let bench = try Bench()
        _ = try bench.directory.makeDirectory("wheel")
        try bench.directory.write("wheel/module.so", needy)
        try bench.directory.write("wheel/RECORD", "")
        _ = try tool("bsdtar", ["--format", "zip", "-cf", "w.whl", "-C", "wheel", "."], makes: "w.whl", in: bench.directory)
        #expect(try bench.floor("w.whl").lines == ["GLIBC_2.38\t/module.so"])
        _ = try tool("bsdtar", ["--format", "zip", "-cf", "d.zip", "-C", "wheel", "RECORD"], makes: "d.zip", in: bench.directory)
        let (lines, outcome) = try bench.floor("d.zip")
        #expect(lines == [] && outcome.status == 3)
        #expect(outcome.errorText.contains("there is no ELF file among what was named"))
    }

    @Test(.enabled(if: find("rpmbuild") != nil, "there is no rpmbuild"))
    func packagesOfRPM() throws {
        let bench = try Bench()
        try bench.directory.write("tool", needy)
        let source = """
            Name: t
            Version: 1
            Release: 1
            Summary: t
            License: t
            AutoReqProv: no
            %define __strip /bin/true
            %define debug_package %{nil}
            %define _build_id_links none
            %description
            t
            %install
            mkdir -p %{buildroot}/opt
            cp \(bench.directory.file("tool")) %{buildroot}/opt/a
            ln %{buildroot}/opt/a %{buildroot}/opt/b
            ln -s a %{buildroot}/opt/c
            %files
            /opt/*

            """
        try bench.directory.write("t.spec", source)
        let words = ["-bb", "--define", "_topdir \(bench.directory.path)", "--define", "_rpmfilename t.rpm", "t.spec"]
        _ = try tool("rpmbuild", words, makes: "RPMS/t.rpm", in: bench.directory)
        let (lines, outcome) = try bench.floor("RPMS/t.rpm")
        // cpio has the content with the last name alone.
        #expect(lines == ["GLIBC_2.38\t/opt/a", "GLIBC_2.38\t/opt/b"])
        #expect(outcome.status == 0, "\(outcome)")
        let whole = try readFile(bench.directory.file("RPMS/t.rpm"))
        try bench.directory.write("cut.rpm", Array(whole.dropLast(200)))
        let cut = try bench.floor("cut.rpm").outcome
        #expect(cut.status == 3 && cut.errorText.contains("cut.rpm: is "), "\(cut)")
    }

    @Test func whatAWalkMeetsIsPassedOver() throws {
        let bench = try Bench()
        _ = try bench.directory.makeDirectory("d")
        try bench.directory.write("d/a.tar", simple().finished)
        try bench.directory.write("d/tool", modest)
        #expect(try bench.floor("d").lines == ["GLIBC_2.17\td/tool"])
        try bench.directory.write("list", "d/a.tar\nd/tool\n")
        let listed = try bench.preflight(["floor", "--files-from", "list"])
        #expect(listed.outputText == "GLIBC_2.38\td/a.tar:/usr/bin/tool\nGLIBC_2.17\td/tool\n")
    }

    @Test func aPackageIsJudgedWithItsOwnLibraries() throws {
        let bench = try Bench()
        var tar = TarBuilder()
        tar.file("opt/bin/app", program("GLIBC_2.17", needed: ["libswiftCore.so", "libc.so.6"], runpath: "$ORIGIN/../lib"))
        var library = ELFBuilder()
        library.soname = "libswiftCore.so"
        tar.file("opt/lib/libswiftCore.so.1", library)
        // As packages have it: absolute, and meant for the target.
        tar.link("opt/lib/libswiftCore.so", to: "/opt/lib/libswiftCore.so.1")
        try bench.directory.write("a.tar", tar.finished)
        let outcome = try bench.preflight(["check", "a.tar", "--targets", "ubuntu-22.04"])
        #expect(outcome.status == 0, "\(outcome.outputText)")
    }

    // MARK: Bad input

    @Test func membersThatWouldLeadOutAreRefused() throws {
        let bench = try Bench()
        var tar = TarBuilder()
        tar.file("../outside", needy)
        tar.file("a/../../outside", needy)
        tar.file("/absolute", modest)
        tar.link("up", to: "../../../../../..")
        tar.file("up/below", modest)
        tar.link("here", to: Name(bench.directory.path))
        tar.file("here/written", modest)
        // Links that are harmless by themselves, and lead up together.
        tar.directory("deep/er")
        tar.link("d", to: "deep/er")
        tar.link("trick", to: "d/../../..")
        tar.file("trick/../x", modest)
        tar.file("trick/tricked", modest)
        tar.hardLink("passwd", to: "../../../../../../etc/passwd")
        tar.hardLink("passwd2", to: "here/../../etc/passwd")
        tar.add("device", type: "3")
        tar.add("fifo", type: "6")
        tar.file("good", modest)
        try bench.directory.write("evil.tar", tar.finished)
        let before = try listDirectory(bench.directory.path)
        let (lines, outcome) = try bench.floor("evil.tar")
        #expect(try listDirectory(bench.directory.path) == before)
        #expect(outcome.status == 3)
        #expect(outcome.errors.count { $0 == 0x0A } == 1, "\(outcome)")
        #expect(outcome.errorText.contains("evil.tar: 5 members were left out, the rest is judged: ../outside, a/../../outside"))
        let expected = ["/absolute", "/below", "/good", "/tricked", bench.directory.path + "/written"].sorted()
        #expect(lines == expected.map { "GLIBC_2.17\t\($0)" })
    }

    @Test func noLinkOfATreeLeadsOut() throws {
        let bench = try Bench()
        try bench.directory.write("secret", modest)
        var tar = TarBuilder()
        tar.directory("usr/lib")
        for (number, target) in ["/etc", "../../../../../etc", "../../..", "x/../../../../..", "/../../tmp", "."].enumerated() {
            tar.link(Name("usr/lib/l\(number)"), to: Name(target))
        }
        tar.hardLink("l6", to: "usr/lib/l1")
        try bench.directory.write("a.tar", tar.finished)
        let tree = try Unpacker().unpack(bench.directory.file("a.tar"))
        #expect(tree.complaints == [] && tree.kind == .package)
        func text(_ name: String) throws -> String {
            try run("/usr/bin/readlink", ["\(tree.directory)/\(name)"]).outputText.replacing("\n", with: "")
        }
        #expect(try text("usr/lib/l0") == "../../etc")
        #expect(try text("usr/lib/l1") == "../../etc")
        #expect(try text("usr/lib/l2") == "../..")
        #expect(try text("usr/lib/l3") == "../..")
        #expect(try text("usr/lib/l4") == "../../tmp")
        #expect(try text("usr/lib/l5") == ".")
        #expect(try text("l6") == "etc")
    }

    @Test func aTreeGoesWithItsLastUser() throws {
        let bench = try Bench()
        try bench.directory.write("a.tar", simple().finished)
        var tree: UnpackedTree? = try Unpacker().unpack(bench.directory.file("a.tar"))
        let directory = try #require(tree?.directory)
        #expect(try listDirectory(directory + "/usr") == ["bin", "share"])
        #expect(tree?.name(of: directory + "/usr/bin/tool") == bench.directory.file("a.tar") + ":/usr/bin/tool")
        tree = nil
        #expect(throws: SupportError.self) { try listDirectory(directory) }
    }

    @Test func truncatedArchivesAreJudgedAsFarAsTheyGo() throws {
        let bench = try Bench()
        var tar = TarBuilder()
        tar.file("first", modest)
        tar.file("second", needy)
        let whole = tar.finished
        try bench.directory.write("cut.tar", Array(whole.dropLast(1600)))
        let (lines, outcome) = try bench.floor("cut.tar")
        #expect(lines == ["GLIBC_2.17\t/first"])
        #expect(outcome.status == 3 && outcome.errorText.contains("cut.tar: is cut off"), "\(outcome)")
        try bench.directory.write("cut.tar.gz", Array(try bench.compressed(whole, by: "gzip").dropLast(40)))
        let packed = try bench.floor("cut.tar.gz").outcome
        #expect(packed.status == 3 && packed.errorText.contains("truncated"), "\(packed)")
        try bench.directory.write("text.gz", try bench.compressed(Array("no archive".utf8), by: "gzip"))
        #expect(try bench.floor("text.gz").outcome.errorText.contains("text.gz: holds no tar archive"))
        try bench.directory.write("empty.deb", "")
        #expect(try bench.floor("empty.deb").outcome.errorText.contains("empty.deb: is called like an archive"))
    }

    @Test(arguments: ["18446744073709551615", "9223372036854775807", "18446744073709551616", "-1", ""])
    func sizesThatCannotBe(size: String) throws {
        let bench = try Bench()
        var tar = TarBuilder()
        tar.file("first", modest)
        // Of all lengths one is right, as the length counts its own digits.
        let record = (10..<99).map { "\($0) size=\(size)\n" }.first { $0.utf8.count == Int($0.prefix(2)) } ?? ""
        tar.add("pax", type: "x", content: Array(record.utf8))
        tar.file("second", modest)
        try bench.directory.write("a.tar", tar.finished)
        let (lines, outcome) = try bench.floor("a.tar")
        #expect(lines.first == "GLIBC_2.17\t/first", "\(outcome)")
        #expect(outcome.status == (size.utf8.count > 18 && !size.hasSuffix("6") ? 3 : 0), "\(outcome)")
    }

    @Test(.enabled(if: find("zip") != nil, "there is no zip")) func encryptedArchives() throws {
        let bench = try Bench()
        try bench.directory.write("tool", modest)
        _ = try tool("zip", ["-q", "-P", "word", "e.zip", "tool"], makes: "e.zip", in: bench.directory)
        let (lines, outcome) = try bench.floor("e.zip")
        #expect(lines == [] && outcome.status == 3)
        #expect(outcome.errorText == "preflight: e.zip: is encrypted; unpack it and name the directory\n")
    }

    @Test func bombsAreStopped() throws {
        let bench = try Bench()
        var tar = TarBuilder()
        tar.file("zeros", [UInt8](repeating: 0, count: 8 << 20))
        try bench.directory.write("bomb.tar.gz", try bench.compressed(tar.finished, by: "gzip"))
        let size = try bench.floor("bomb.tar.gz", "--unpack-limit", "bytes=1M").outcome
        #expect(size.status == 3 && size.errorText.contains("bomb.tar.gz: unpacks to more than 1048576 bytes, the limit"))
        var many = TarBuilder()
        for number in 0..<50 { many.file(Name("f\(number)/g")) }
        try bench.directory.write("many.tar", many.finished)
        // Directories that no member names count as well.
        let files = try bench.floor("many.tar", "--unpack-limit", "files=60").outcome
        #expect(files.status == 3 && files.errorText.contains("many.tar: holds more than 60 files, the limit"))
        try bench.directory.write("bsdcat", "#!/bin/sh\nexec /bin/sleep 60\n")
        try bench.directory.setMode("bsdcat", 0o755)
        let words = ["--unpack-limit", "seconds=1", "--unpack-programs", bench.directory.path]
        let slow = try bench.preflight(["floor", "bomb.tar.gz"] + words)
        #expect(slow.status == 3 && slow.errorText.contains("bomb.tar.gz: takes longer to unpack than 1 seconds"))
        for wrong in ["bytes=", "bytes=-1", "files=1X", "bytes=9999999999T", "things=1", "seconds"] {
            #expect(try bench.preflight(["floor", "many.tar", "--unpack-limit", wrong]).status == 2, "\(wrong)")
        }
    }

    @Test func pathsWithoutEndAreRefused() throws {
        let bench = try Bench()
        var tar = TarBuilder()
        let deep = Array(repeating: "d", count: 150).joined(separator: "/")
        tar.file(Name("\(deep)/x"), modest)
        tar.link("short", to: Name(Array(repeating: "d", count: 50).joined(separator: "/")))
        tar.file(Name("short/\(deep)/\(deep)/y"), modest)
        tar.file(Name(String(repeating: "n", count: 300)), modest)
        tar.link("loop", to: "loop")
        tar.file("loop/z", modest)
        try bench.directory.write("deep.tar", tar.finished)
        let (lines, outcome) = try bench.floor("deep.tar")
        #expect(lines == ["GLIBC_2.17\t/\(deep)/x"])
        #expect(outcome.errorText.contains("3 members were left out"), "\(outcome)")
    }

    @Test func hostileNames() throws {
        let bench = try Bench()
        var tar = TarBuilder()
        tar.file(Name(bytes: Array("new\nline".utf8)), modest)
        tar.file(Name(bytes: [0x62, 0xFF, 0x61, 0x64]), modest)
        tar.file("-rf", modest)
        tar.file(Name(String(repeating: "long/", count: 60) + "name"), modest)
        tar.directory("locked", mode: 0)
        tar.file("locked/inside", modest)
        try bench.directory.write("-n\u{1B}[31m.tar", tar.finished)
        let outcome = try bench.preflight(["floor", "--", "-n\u{1B}[31m.tar"])
        #expect(outcome.status == 0, "\(outcome)")
        let name = #"-n\x1b[31m.tar:/"#
        let members = [#"-rf"#, #"b\xffad"#, "locked/inside", String(repeating: "long/", count: 60) + "name", #"new\nline"#]
        #expect(outcome.outputText == members.map { "GLIBC_2.17\t\(name)\($0)\n" }.joined())
    }

    @Test func laterMembersReplaceEarlierOnes() throws {
        let bench = try Bench()
        try bench.directory.write("precious", "kept")
        var tar = TarBuilder()
        tar.link("a", to: Name(bench.directory.file("precious")))
        tar.file("a", modest)
        tar.file("first", needy)
        tar.hardLink("second", to: "first")
        tar.file("first", modest)
        tar.directory("dir")
        tar.file("dir/x", needy)
        tar.file("dir", modest)
        try bench.directory.write("a.tar", tar.finished)
        let lines = try bench.floor("a.tar").lines
        #expect(lines == ["GLIBC_2.17\t/a", "GLIBC_2.17\t/dir", "GLIBC_2.17\t/first", "GLIBC_2.38\t/second"])
        #expect(try readFile(bench.directory.file("precious")) == Array("kept".utf8))
    }

    @Test func manyMembersCostLittleMemory() throws {
        let directory = try TemporaryDirectory()
        var tar = TarBuilder()
        for number in 0..<3000 { tar.file(Name("some/where/file\(number)"), text: "text") }
        tar.file("large", [UInt8](repeating: 1, count: 50 << 20))
        tar.file("tool", modest)
        try directory.write("a.tar", tar.finished)
        let outcome = try preflight(["floor", directory.file("a.tar")], seconds: 60)
        #expect(outcome.status == 0, "\(outcome)")
        #expect(outcome.peakKilobytes ?? 0 <= 40 << 10, "\(outcome)")
    }

    // MARK: Ways out

    @Test func withoutDecodersThereIsOneSentence() throws {
        let bench = try Bench()
        try bench.directory.write("tool", modest)
        try bench.directory.write("a.tar.gz", try bench.compressed(simple().finished, by: "gzip"))
        let outcome = try bench.preflight(["floor", "a.tar.gz", "tool", "--unpack-programs", bench.temporary])
        #expect(outcome.status == 3)
        #expect(outcome.outputText == "GLIBC_2.17\ttool\n")
        #expect(outcome.errorText.contains("a.tar.gz: cannot be unpacked without bsdcat"))
        #expect(outcome.errorText.contains("install libarchive-tools"))
    }

    @Test(arguments: ["TERM", "HUP", "INT", "QUIT"])
    func aSignalLeavesNothingBehind(signal: String) throws {
        let bench = try Bench()
        try bench.directory.write("a.tar.gz", try bench.compressed(simple().finished, by: "gzip"))
        // A decoder that never ends, and says when it has started and when it is gone.
        try bench.directory.write("bsdcat", "#!/bin/sh\necho $$ > \(bench.directory.path)/started\nexec /bin/sleep 60\n")
        try bench.directory.setMode("bsdcat", 0o755)
        let script = """
            TMPDIR=$2/tmp env --default-signal=INT,QUIT,TERM,HUP "$1" floor "$2/a.tar.gz" --unpack-programs "$2" & tool=$!
            while [ ! -s "$2/started" ]; do sleep 0.05; done
            ls "$2/tmp" | wc -l
            kill -\(signal) $tool; wait $tool; echo $(( $? - 128 ))
            # Killed and waited for.
            for try in 1 2 3 4 5 6 7 8 9 10; do kill -0 $(cat "$2/started") 2>/dev/null || { echo gone; break; }; sleep 0.1; done
            """
        let outcome = try run("/bin/sh", ["-c", script, "sh", "\(buildDirectory)/preflight", bench.directory.path], seconds: 20)
        let number = ["TERM": 15, "HUP": 1, "INT": 2, "QUIT": 3][signal] ?? 0
        #expect(outcome.outputText == "1\n\(number)\ngone\n", "\(outcome)")
        #expect(try listDirectory(bench.temporary) == [])
    }
}

@Suite(.enabled(if: hasDecoders, "bsdtar and bsdcat are missing; install libarchive-tools"))
struct ImageTests {
    /// Three layers: the second hides, the third goes through a link of the first.
    private static func layers() -> [TarBuilder] {
        var first = TarBuilder()
        first.file("usr/lib/kept", modest)
        first.file("usr/lib/hidden", modest)
        first.file("opaque/old", modest)
        first.file("opaque/deeper/old", modest)
        first.file("gone/with/all", modest)
        first.link("lib", to: "usr/lib")
        first.link("out", to: "/../../../../..")
        var second = TarBuilder()
        // A whiteout speaks of the layers below alone, even where it comes last.
        second.file("opaque/new", needy)
        second.file("opaque/.wh..wh..opq")
        second.file("usr/lib/.wh.hidden")
        second.file(".wh.gone")
        second.file("gone", needy)
        var third = TarBuilder()
        third.file("lib/added", needy)
        third.file("lib/.wh.kept")
        third.file("out/.wh.tmp")
        third.file("out/inside", needy)
        third.file("none/.wh.such")
        third.file(".wh...")
        third.file(".wh..wh.plnk")
        return [first, second, third]
    }

    private static let expected = [
        "GLIBC_2.38\t/gone", "GLIBC_2.38\t/inside", "GLIBC_2.38\t/opaque/new", "GLIBC_2.38\t/usr/lib/added",
    ]

    private func expectLayers(_ bench: Bench, _ name: String) throws {
        try bench.directory.write("tmp-guard", "kept")
        let (lines, outcome) = try bench.floor(name)
        #expect(lines == Self.expected, "\(outcome)")
        // The one whiteout that has no name to hide.
        #expect(
            outcome.status == 3 && outcome.errorText.contains("1 member was left out, the rest is judged: .wh... "), "\(outcome)")
    }

    /// An OCI layout in the making: file names and contents.
    private struct Layout {
        var files: [(name: String, content: [UInt8])] = [("oci-layout", Array(#"{"imageLayoutVersion":"1.0.0"}"#.utf8))]
        private var count = 0

        /// Adds a blob and returns its digest, which nobody compares.
        mutating func blob(_ content: [UInt8]) -> String {
            count += 1
            files.append(("blobs/sha256/\(count)abc", content))
            return "sha256:\(count)abc"
        }

        mutating func image(_ layers: [[UInt8]], architecture: String) -> String {
            let config = blob(Array(#"{"architecture":"\#(architecture)","os":"linux"}"#.utf8))
            let list = layers.map { #"{"digest":"\#(blob($0))"}"# }.joined(separator: ",")
            return blob(Array(#"{"config":{"digest":"\#(config)"},"layers":[\#(list)]}"#.utf8))
        }

        mutating func index(_ manifests: [String]) { files.append(("index.json", Array(Self.index(manifests).utf8))) }

        static func index(_ manifests: [String]) -> String { #"{"manifests":[\#(manifests.joined(separator: ","))]}"# }

        func write(to directory: TemporaryDirectory, _ name: String) throws {
            for path in [name, "\(name)/blobs", "\(name)/blobs/sha256"] { _ = try directory.makeDirectory(path) }
            for (file, content) in files { try directory.write("\(name)/\(file)", content) }
        }

        var tar: [UInt8] {
            var tar = TarBuilder()
            for (name, content) in files { tar.file(Name(name), content) }
            return tar.finished
        }
    }

    @Test func layoutsAsDirectoryAndAsArchive() throws {
        let bench = try Bench()
        var layout = Layout()
        var layers = Self.layers().map(\.finished)
        layers[1] = try bench.compressed(layers[1], by: "gzip")
        layout.index([#"{"digest":"\#(layout.image(layers, architecture: "amd64"))"}"#])
        try layout.write(to: bench.directory, "layout")
        try expectLayers(bench, "layout")
        try bench.directory.write("image.tar", layout.tar)
        try expectLayers(bench, "image.tar")
        let tree = try Unpacker().unpack(bench.directory.file("image.tar"))
        #expect(tree.kind == .image && tree.notes == [] && tree.complaints.count == 1)
    }

    @Test func dockerSave() throws {
        let bench = try Bench()
        var tar = TarBuilder()
        for (number, layer) in Self.layers().enumerated() { tar.file(Name("\(number)/layer.tar"), layer.finished) }
        // Old versions store a layer once, and link to it.
        tar.link("last.tar", to: "2/layer.tar")
        tar.file("config.json", text: #"{"architecture":"arm64"}"#)
        tar.file(
            "manifest.json",
            text: #"[{"Config":"config.json","RepoTags":["a:1"],"Layers":["0/layer.tar","1/layer.tar","last.tar"]}]"#)
        try bench.directory.write("save.tar", tar.finished)
        try expectLayers(bench, "save.tar")
        var evil = TarBuilder()
        evil.file("manifest.json", text: #"[{"Layers":["../../../../etc/passwd"]}]"#)
        try bench.directory.write("evil.tar", evil.finished)
        #expect(try bench.floor("evil.tar").outcome.errorText.contains("evil.tar: names a part by a path that leads out of it"))
        // A manifest.json of something else makes no image.
        var other = TarBuilder()
        other.file("manifest.json", text: #"{"name": "browser extension"}"#)
        other.file("tool", modest)
        try bench.directory.write("other.tar", other.finished)
        #expect(try bench.floor("other.tar").lines == ["GLIBC_2.17\t/tool"])
    }

    @Test func oneOfSeveralPlatforms() throws {
        let bench = try Bench()
        var layout = Layout()
        func layer(_ name: Name) -> [UInt8] {
            var tar = TarBuilder()
            tar.file(name, modest)
            return tar.finished
        }
        let images = ["s390x", "riscv64"].map { architecture in
            #"{"digest":"\#(layout.image([layer(Name(architecture))], architecture: architecture))","platform":{"architecture":"\#(architecture)"}}"#
        }
        let attestation = layout.image([layer("attestation")], architecture: "unknown")
        let note = #"{"digest":"\#(attestation)","annotations":{"vnd.docker.reference.type":"attestation-manifest"}}"#
        let missing = #"{"digest":"sha256:ffff","platform":{"architecture":"ppc64le"}}"#
        let nested = layout.blob(Array(Layout.index(images + [note, missing]).utf8))
        layout.index([#"{"digest":"\#(nested)"}"#])
        try bench.directory.write("image.tar", layout.tar)
        let (lines, outcome) = try bench.floor("image.tar", "--platform", "linux/riscv64")
        #expect(lines == ["GLIBC_2.17\t/riscv64"] && outcome.status == 0)
        #expect(outcome.errorText.contains("image.tar: holds images for riscv64, s390x; the one for riscv64 is taken"))
        let none = try bench.floor("image.tar", "--platform", "mips64el").outcome
        #expect(none.status == 3 && none.errorText.contains("none for mips64el; choose one with --platform"), "\(none)")
        var twice = Layout()
        let both = ["a", "b"].map { name in
            #"{"digest":"\#(twice.image([layer(Name(name))], architecture: "s390x"))"}"#
        }
        twice.index(both)
        try bench.directory.write("twice.tar", twice.tar)
        #expect(try bench.floor("twice.tar", "--platform", "s390x").outcome.errorText.contains("holds 2 images for s390x"))
    }

    @Test func brokenImages() throws {
        let bench = try Bench()
        func expect(_ sentence: String, _ layout: Layout) throws {
            try bench.directory.write("i.tar", layout.tar)
            let outcome = try bench.floor("i.tar").outcome
            #expect(
                outcome.status == 3 && outcome.errorText.contains("i.tar: ") && outcome.errorText.contains(sentence), "\(outcome)"
            )
        }
        var layout = Layout()
        layout.index([#"{"digest":"sha256:../../../etc/passwd"}"#])
        try expect("which is no digest", layout)
        layout = Layout()
        layout.index([#"{"digest":"sha256:00"}"#])
        try expect("without an image whose parts are all there", layout)
        layout = Layout()
        layout.files.append(("index.json", Array("{".utf8)))
        try expect("that is no JSON", layout)
        layout = Layout()
        layout.files.append(("index.json", [UInt8](repeating: 0x20, count: 300_000)))
        try expect("more than 262144 bytes", layout)
        layout = Layout()
        layout.files.append(("index.json", Array(#"{"manifests":[{"digest":"sha256:1abc"}]}"#.utf8)))
        // An index that names itself.
        _ = layout.blob(Array(#"{"manifests":[{"digest":"sha256:1abc"},{"digest":"sha256:1abc"}]}"#.utf8))
        try expect("without an image whose parts are all there", layout)
        layout = Layout()
        layout.index([#"{"digest":"\#(layout.image([Array("no layer".utf8)], architecture: "amd64"))"}"#])
        try expect("layer 1 of 1", layout)
    }
}
