// What the header says: class, byte order, machine, and what an object is.

import PreflightTestSupport
import Testing

@testable import PreflightELF

@Suite("Header")
struct HeaderTests {
    @Test("all classes and byte orders give the same reading", arguments: Encoding.all)
    func encodings(encoding: Encoding) throws {
        let object = try read(.rich(encoding))
        #expect(object.machine.is64Bit == encoding.is64Bit)
        #expect(object.machine.isBigEndian == encoding.isBigEndian)
        var usual = try read(.rich(.usual))
        usual.header = object.header
        #expect(summary(object) == summary(usual))
    }

    /// One machine as its header spells it.
    struct MachineCase: CustomTestStringConvertible {
        let number: UInt16
        let is64Bit: Bool
        let isBigEndian: Bool
        var flags: UInt32 = 0
        let name: String
        var testDescription: String { name }
    }

    static let machines: [MachineCase] = [
        .init(number: 62, is64Bit: true, isBigEndian: false, name: "x86_64"),
        .init(number: 62, is64Bit: false, isBigEndian: false, name: "x32"),
        .init(number: 3, is64Bit: false, isBigEndian: false, name: "i686"),
        .init(number: 183, is64Bit: true, isBigEndian: false, name: "aarch64"),
        .init(number: 183, is64Bit: true, isBigEndian: true, name: "aarch64_be"),
        .init(number: 40, is64Bit: false, isBigEndian: false, flags: 0x0500_0400, name: "armv7l"),
        .init(number: 40, is64Bit: false, isBigEndian: false, flags: 0x0500_0200, name: "armv5tel"),
        .init(number: 40, is64Bit: false, isBigEndian: true, flags: 0x0500_0400, name: "armv7b"),
        .init(number: 243, is64Bit: true, isBigEndian: false, name: "riscv64"),
        .init(number: 243, is64Bit: false, isBigEndian: false, name: "riscv32"),
        .init(number: 21, is64Bit: true, isBigEndian: false, flags: 2, name: "ppc64le"),
        .init(number: 21, is64Bit: true, isBigEndian: true, flags: 1, name: "ppc64"),
        .init(number: 20, is64Bit: false, isBigEndian: true, name: "ppc"),
        .init(number: 22, is64Bit: true, isBigEndian: true, name: "s390x"),
        .init(number: 22, is64Bit: false, isBigEndian: true, name: "s390"),
        .init(number: 258, is64Bit: true, isBigEndian: false, name: "loongarch64"),
        .init(number: 8, is64Bit: false, isBigEndian: true, flags: 0x1000, name: "mips"),
        .init(number: 8, is64Bit: false, isBigEndian: false, flags: 0x1000, name: "mipsel"),
        .init(number: 8, is64Bit: true, isBigEndian: true, name: "mips64"),
        .init(number: 8, is64Bit: true, isBigEndian: false, name: "mips64el"),
        .init(number: 8, is64Bit: false, isBigEndian: true, flags: 0x20, name: "mipsn32"),
        .init(number: 8, is64Bit: false, isBigEndian: false, flags: 0x20, name: "mipsn32el"),
        .init(number: 2, is64Bit: false, isBigEndian: true, name: "sparc"),
        .init(number: 43, is64Bit: true, isBigEndian: true, name: "sparc64"),
        .init(number: 0x9026, is64Bit: true, isBigEndian: false, name: "alpha"),
        .init(number: 4, is64Bit: false, isBigEndian: true, name: "m68k"),
        .init(number: 247, is64Bit: true, isBigEndian: false, name: "bpf"),
        // What does not exist is named by its number rather than by a machine that it is not.
        .init(number: 62, is64Bit: true, isBigEndian: true, name: "EM_62"),
        .init(number: 3, is64Bit: true, isBigEndian: false, name: "EM_3"),
        .init(number: 0, is64Bit: true, isBigEndian: false, name: "EM_0"),
        .init(number: 0xFFFF, is64Bit: false, isBigEndian: true, name: "EM_65535"),
    ]

    @Test("a machine has the name that uname gives it", arguments: machines)
    func machine(expected: MachineCase) throws {
        var builder = ELFBuilder.rich(Encoding(is64Bit: expected.is64Bit, isBigEndian: expected.isBigEndian))
        builder.machine = expected.number
        builder.flags = expected.flags
        let object = try read(builder)
        #expect(object.machine.name == expected.name)
        #expect(object.machine.number == expected.number)
        #expect(object.header.flags == expected.flags)
        // Alpha and s390x count symbols in 64-bit words, MIPS64 splits r_info: nothing else may differ.
        #expect(object.symbols.map(\.name) == ["pow", "stdout", "arc4random", "rich_open", "rich_close", "environ"])
        #expect(object.symbols.map(\.moment) == [.lazy, .now, .lazy, .never, .never, .now])
    }

    @Test("this machine's compiler makes what uname says", .enabled(if: compiler != nil))
    func ownMachine() throws {
        let directory = try TemporaryDirectory()
        let uname = try run(try #require(find("uname")), ["-m"]).outputText.dropLast()
        #expect(try read(try compile(Source.empty, as: "own", in: directory)).machine.name == uname)
    }

    @Test("the kind of what a compiler makes", .enabled(if: compiler != nil))
    func kinds() throws {
        let directory = try TemporaryDirectory()
        func kind(_ source: String, _ flags: [String], _ name: String) throws -> Object.Kind {
            try read(try compile(source, flags, as: name, in: directory)).kind
        }
        #expect(try kind(Source.empty, ["-pie", "-fPIE"], "pie") == .executable)
        #expect(try kind(Source.empty, ["-no-pie"], "exec") == .executable)
        #expect(try kind(Source.library, ["-shared", "-fPIC"], "library") == .shared)
        #expect(try kind(Source.library, ["-shared", "-fPIC", "-nostdlib", "-Wl,-soname,l"], "bare") == .shared)
        #expect(try kind(Source.library, ["-c"], "relocatable") == .relocatable)
        #expect(try kind(Source.bare, ["-static", "-nostdlib"], "static") == .static)
        #expect(try kind(Source.bare, ["-static-pie", "-fPIE", "-nostdlib"], "static-pie") == .staticPIE)
        // A program that also exports symbols, and a library that can be started.
        #expect(try kind(Source.empty, ["-pie", "-fPIE", "-rdynamic"], "exporting") == .executable)
        let startable = """
            const char path[] __attribute__((section(".interp"))) = "/lib64/ld-linux-x86-64.so.2";
            void start(void) { for (;;); }
            """
        #expect(
            try kind(startable, ["-shared", "-fPIC", "-Wl,-soname,libstart.so.1,-e,start"], "startable") == .shared
        )
    }

    @Test("debug information alone is named as what it is", .enabled(if: compiler != nil && find("objcopy") != nil))
    func debugInformation() throws {
        let directory = try TemporaryDirectory()
        for (name, flags) in [("pie", ["-pie", "-fPIE"]), ("exec", ["-no-pie"]), ("library", ["-shared", "-fPIC"])] {
            let path = try compile(Source.empty, ["-g"] + flags, as: name, in: directory)
            let debug = try tool("objcopy", ["--only-keep-debug", path, "\(name).debug"], makes: "\(name).debug", in: directory)
            let object = try read(debug)
            #expect(object.kind == .other, "\(name)")
            #expect(object.remark == "holds debug information alone; the program itself is in another file")
            #expect(object.needs.isEmpty)
        }
    }

    @Test(
        "types that no loader starts",
        arguments: [(1, .relocatable), (4, .core), (0, .other), (0xFE00, .other)] as [(UInt16, Object.Kind)])
    func types(type: UInt16, kind: Object.Kind) throws {
        var image = ELFBuilder.rich(.usual).image()
        image["e_type"] = UInt64(type)
        let object = try read(image)
        #expect(object.kind == kind)
        #expect(object.remark == (kind == .other ? "has the ELF type \(type), which no loader starts" : nil))
        #expect(!object.isDynamic)
    }

    @Test("a core file with more segments than its header can count is no error")
    func largeCore() throws {
        var image = ELFBuilder.rich(.usual).image()
        image["e_type"] = 4
        image["e_phnum"] = 0xFFFF
        #expect(try read(image).kind == .core)
    }

    @Test("UPX is seen at the start and at the end of a file", arguments: Encoding.all)
    func packed(encoding: Encoding) throws {
        var builder = ELFBuilder(encoding)
        builder.type = 2
        builder.isDynamic = false
        builder.entry = builder.base
        let plain = builder.write()
        #expect(try read(bytes: plain).kind == .static)
        #expect(try !read(bytes: plain).isOpaque)
        let mark = Array("UPX!".utf8)
        for bytes in [
            plain + mark, plain + [UInt8](repeating: 1, count: 2000) + mark + [UInt8](repeating: 0, count: 32),
            plain + [UInt8](repeating: 1, count: 100) + mark + [UInt8](repeating: 1, count: 2000),
        ] {
            let object = try read(bytes: bytes)
            #expect(object.isOpaque)
            #expect(object.remark == "is packed (UPX): what it needs shows only after unpacking (upx -d)")
        }
        // Text that merely mentions it, somewhere in the middle of a program.
        let mention = plain + [UInt8](repeating: 1, count: 2000) + mark + [UInt8](repeating: 1, count: 2000)
        #expect(try !read(bytes: mention).isOpaque)
    }

    @Test("what is not ELF says so, and is told apart from what is broken")
    func notELF() throws {
        let texts = ["#!/bin/sh\nexec true\n", "!<arch>", "GROUP ( libc.so.6 )\n", "\u{7F}EL", "MZ", "E"]
        for text in texts {
            #expect(try readError(bytes: Array(text.utf8)) == ReadError(.notELF, "is not an ELF file"))
        }
        for text in ["!<arch>\n", "!<thin>\n"] {
            #expect(try readError(bytes: Array(text.utf8))?.kind == .archive)
        }
        #expect(try readError(bytes: []) == ReadError(.notELF, "is empty"))
        #expect(try readError(bytes: Array("\u{7F}ELF".utf8))?.kind == .malformed)
    }

    @Test("identification bytes are kept for the judgement of a library")
    func identification() throws {
        var image = ELFBuilder.rich(.usual).image()
        #expect(try !read(image).header.hasPadding)
        #expect(try read(image).header.isCurrentVersion)
        image["EI_OSABI"] = 9
        image["EI_ABIVERSION"] = 2
        image["EI_PAD"] = 1
        image["e_version"] = 3
        var header = try read(image).header
        #expect(header.osABI == 9)
        #expect(header.abiVersion == 2)
        #expect(header.hasPadding)
        #expect(!header.isCurrentVersion)
        // The kernel looks at neither version, so an executable that lies about them still starts.
        image["e_version"] = 1
        image["EI_VERSION"] = 2
        header = try read(image).header
        #expect(!header.isCurrentVersion)
    }
}
