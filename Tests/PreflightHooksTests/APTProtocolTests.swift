// What apt hands over, in its three versions, whole and hostile.

import PreflightInputs
import Testing

@testable import PreflightHooks

@Suite("apt's protocol")
struct APTProtocolTests {
    static let head =
        "VERSION 3\nAPT::Architecture=amd64\nDPkg::Options::=--root=/srv/a%20b/\nDPkg::Options::=--force-x\nquiet=1\n\n"

    static func read(_ text: String) throws -> APTProtocol { try APTProtocol(Array(text.utf8)) }

    @Test("version 3 is read as apt 2.6 writes it")
    func third() throws {
        let apt = try Self.read(
            Self.head
                + """
                bar - - none < 1 amd64 same /tmp/x/bar_1.deb
                foo 1.0 amd64 same < 2.0-1~b amd64 same /tmp/a b/c  d.deb
                foo 1.0 amd64 same < 2.0 amd64 same **CONFIGURE**
                gone 2:2.0 all none > - - none **REMOVE**
                lost - - none < 1 amd64 none **ERROR**

                """)
        #expect(apt.version == 3)
        #expect(apt.changes.count == 5)
        #expect(
            apt.changes[0]
                == .init(name: "bar", new: .init(version: "1", architecture: "amd64"), action: .unpack("/tmp/x/bar_1.deb")))
        #expect(apt.changes[1].action == .unpack("/tmp/a b/c  d.deb"))
        #expect(apt.changes[1].old == .init(version: "1.0", architecture: "amd64"))
        #expect(apt.changes[2].action == .configure)
        #expect(apt.changes[3].action == .remove)
        #expect(apt.changes[3].old?.architecture == "all")
        #expect(apt.changes[4].action == .unpack(nil))
        #expect(apt.root == "/srv/a b")
        #expect(apt.database == "/srv/a b/var/lib/dpkg")
    }

    @Test("version 2 has no architectures")
    func second() throws {
        let apt = try Self.read("VERSION 2\n\nfoo 1.0 < 2.0 /x/foo_2.0.deb\nold 1 > - **REMOVE**\n")
        #expect(apt.changes.map(\.name) == ["foo", "old"])
        #expect(apt.changes[0].new == .init(version: "2.0"))
        #expect(apt.changes[1].action == .remove)
        #expect(apt.root == "/")
    }

    @Test("version 1 is paths")
    func first() throws {
        let apt = try Self.read("/var/cache/apt/archives/libc6_2.36-9_amd64.deb\n/x/a_1.deb\n")
        #expect(apt.version == 1)
        #expect(apt.changes.map(\.name) == ["libc6", "a"])
        #expect(try Self.read("").changes.isEmpty)
    }

    @Test(
        "what makes no sense is refused whole",
        arguments: [
            "VERSION 4\n\n", "VERSION\n\n", "VERSION 3\nquiet=1\n", "VERSION 3", "no path\n",
            "VERSION 3\n\nfoo\n", "VERSION 3\n\n../../etc 1 amd64 same < 2 amd64 same /x.deb\n",
            "VERSION 3\n\n.foo 1 amd64 same < 2 amd64 same /x.deb\n", "VERSION 3\n\nfoo 1 ../a same < 2 amd64 same /x.deb\n",
            "VERSION 3\n\nfoo 1 amd64 same ! 2 amd64 same /x.deb\n", "VERSION 3\n\nfoo 1 amd64 same < 2 amd64 same x.deb\n",
            "VERSION 3\n\nfoo - - none > - - none **REMOVE**\n", "VERSION 3\n\nfoo 1 amd64 same < 2 amd64 same **EXPLODE**\n",
            "VERSION 3\n\nfoo 1 amd64 same < 2 amd64 same /x\nbar\n", "VERSION 3\n\nfoo 1 amd64 same < 2 amd64 same /x.deb",
            "VERSION 3\n\nfoo 1 < 2 /x.deb\n", "VERSION 3\n\n\n", "/x/.deb\n",
        ])
    func hostile(_ text: String) {
        #expect(throws: InputError.self) { try Self.read(text) }
    }

    @Test("any cut and any changed byte is read or refused, and never ends the process")
    func damaged() {
        let whole = Array((Self.head + "foo 1.0 amd64 same < 2.0 amd64 same /tmp/foo.deb\n").utf8)
        for count in whole.indices { _ = try? APTProtocol(Array(whole.prefix(count))) }
        for index in whole.indices {
            for byte in [0x00, 0x0A, 0x20, 0x25, 0xFF] as [UInt8] {
                var text = whole
                text[index] = byte
                _ = try? APTProtocol(text)
            }
        }
    }

    @Test("percent signs of the configuration are undone, and half ones left")
    func percent() throws {
        let apt = try Self.read("VERSION 3\na=x%20y%zz%4\nno value\n=\n\n")
        #expect(apt.configuration["a"] == ["x y%zz%4"])
    }
}

@Suite("dpkg's words")
struct DpkgTests {
    @Test("diversions are three lines each")
    func diversions() {
        let found = DpkgDatabase.diversions(Array("/a\n/a.real\nnvidia\n/b\n/b.x\n:\n/cut\n".utf8))
        #expect(
            found == [
                .init(from: "/a", to: "/a.real", package: "nvidia"), .init(from: "/b", to: "/b.x", package: nil),
            ])
    }

    @Test("a package that does not depend on the C library may hide its needs")
    func hidden() {
        func hides(_ text: String) -> Bool { PackageFormat.hidesNeeds(DebianControl(Array(text.utf8))) }
        #expect(hides("Package: a\nArchitecture: amd64\n"))
        #expect(hides("Architecture: amd64\nDepends: libfoo, libc6-dev\n"))
        #expect(!hides("Architecture: all\n"))
        #expect(!hides("Architecture: amd64\nDEPENDS: x | y,\n libc6 (>= 2.36),\n z\n"))
        #expect(!hides("Architecture: amd64\nPre-Depends: libc6:amd64\n"))
        #expect(hides(""))
    }
}
