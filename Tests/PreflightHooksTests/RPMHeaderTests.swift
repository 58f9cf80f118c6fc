// Headers of .rpm files: real ones against rpm itself, and broken ones by the thousand.

import PreflightInputs
import PreflightTestSupport
import Testing

@testable import PreflightHooks

struct RPMHeaderTests {
    /// A package of one file, made by rpmbuild.
    private static func package(_ options: String, in place: TemporaryDirectory) throws -> String {
        let tree = place.file("tree")
        _ = try run("/bin/mkdir", ["-p", "\(tree)/opt/pf"])
        _ = try run("/bin/cp", ["-L", "/bin/true", "\(tree)/opt/pf/true"])
        try place.write(
            "pf.spec",
            """
            %global debug_package %{nil}
            %global __os_install_post %{nil}
            %global _build_id_links none
            Name: pf
            Version: 1
            Release: 1
            Summary: pf
            License: none
            \(options)
            %description
            pf
            %install
            cp -a \(tree)/. %{buildroot}/
            %files
            /opt/pf/true

            """)
        let build = find("rpmbuild") ?? "rpmbuild"
        let outcome = try run(
            build,
            ["-bb", "--quiet", "--define", "_topdir \(place.path)", "--define", "_rpmdir \(place.path)", place.file("pf.spec")],
            seconds: 60)
        let found = try run("/usr/bin/find", [place.path, "-name", "*.rpm"]).outputText.split(separator: "\n")
        guard let path = found.first else { throw SupportError("rpmbuild made no package: \(outcome)") }
        return String(path)
    }

    private static let hasTools = find("rpmbuild") != nil && find("rpm") != nil

    @Test(.enabled(if: hasTools, "rpmbuild is not installed"), arguments: ["", "AutoReqProv: no", "AutoReq: no"])
    func isWhatRPMSays(_ options: String) throws {
        let place = try TemporaryDirectory()
        let path = try Self.package(options, in: place)
        let header = try RPMHeader(path: path)
        func words(_ format: String) throws -> [String] {
            try run(find("rpm") ?? "rpm", ["-qp", "--qf", format, path]).outputText.split(separator: "\n").map(String.init)
        }
        #expect(header.name == "pf")
        #expect(header.provides == (try words("[%{PROVIDENAME}\n]")))
        #expect(header.requires == (try words("[%{REQUIRENAME}\n]")))
        #expect(header.files == (try words("[%{FILENAMES}\n]")))
        #expect(header.mayHideNeeds == !options.isEmpty)
        let objects = try PackageObjects.read(path, deadline: Deadline(milliseconds: 60_000))
        #expect(objects.map(\.path) == ["/opt/pf/true"])
        #expect(objects.first?.needs.needed.contains("libc.so.6") == true)
    }

    @Test(.enabled(if: hasTools, "rpmbuild is not installed")) func aPackageThatHidesItsNeedsIsLookedInto() throws {
        let place = try TemporaryDirectory()
        let path = try Self.package("AutoReqProv: no", in: place)
        let package = Transaction.Package(label: "pf-1-1.x86_64", name: "pf", provides: [], path: path)
        let needs = try PackageObjects.read(path, deadline: Deadline(milliseconds: 60_000)).flatMap(\.needs.capabilities)
        let architecture = try run("/bin/uname", ["-m"]).outputText.split(separator: "\n").map(String.init).first ?? ""
        var transaction = Transaction(host: "dnf", architecture: architecture, incoming: [package])
        transaction.staying = needs.map(\.capability.description)
        #expect(TransactionJudge.judge(transaction, inventory()).outcome == .pass)
        // The library without its newest node.
        let node = try #require(needs.last { $0.capability.node != nil })
        transaction.staying.removeAll { $0 == node.capability.description }
        let verdict = TransactionJudge.judge(transaction, inventory())
        #expect(verdict.outcome == .stop)
        #expect(verdict.findings.first?.subject == "/opt/pf/true")
        // Without the library it may come from anywhere.
        transaction.staying = []
        #expect(TransactionJudge.judge(transaction, inventory()).outcome == .unknown)
    }

    @Test(.enabled(if: hasTools, "rpmbuild is not installed")) func damageNeverCrashes() throws {
        let place = try TemporaryDirectory()
        let whole = try readFile(try Self.package("", in: place))
        var generator = Generator(seed: 31)
        for _ in 0..<400 {
            var damaged = Array(whole.prefix(96 + generator.below(8000)))
            for _ in 0..<4 { damaged[generator.below(damaged.count)] = UInt8(generator.below(256)) }
            let path = try place.write("damaged.rpm", damaged)
            _ = try? RPMHeader(path: path)
        }
        for text in ["", "no rpm"] {
            let path = try place.write("other.rpm", text)
            #expect(throws: InputError.self) { try RPMHeader(path: path) }
        }
        let pipe = try place.makeFIFO("pipe.rpm")
        #expect(throws: InputError.self) { try RPMHeader(path: pipe) }
    }
}
