// Notes: kernel, CPU level, libraries that are opened at run time, the package.

import PreflightTestSupport
import Testing

@testable import PreflightELF

@Suite("Notes")
struct NoteTests {
    @Test("the ABI tag and the notes of systemd", arguments: Encoding.all)
    func notes(encoding: Encoding) throws {
        let notes = try read(.rich(encoding)).notes
        #expect(notes.abiTag == ABITag(system: 0, kernel: [3, 2, 0]))
        #expect(notes.abiTag?.kernelText == "3.2.0")
        #expect(notes.package == #"{"type":"deb","name":"rich"}"#)
        #expect(notes.dlopen == [#"[{"soname":["libz.so.1"]}]"#])
        #expect(notes.isaNeeded == nil)
        #expect(notes.isaLevel == nil)
        #expect(try read(.rich(encoding), []).notes == Notes())
    }

    /// A file with one property note of `properties`: type, size and bytes as they stand.
    private func properties(_ encoding: Encoding, machine: UInt16, _ words: [UInt32]) throws -> Notes {
        var builder = ELFBuilder(encoding)
        builder.machine = machine
        builder.noteAlignment = encoding.wordSize
        builder.notes = [.init("GNU", type: 5, words: words)]
        return try read(builder).notes
    }

    @Test("the x86 level is the highest bit of ISA_1_NEEDED, wherever it stands among the properties")
    func isa() throws {
        let wide = Encoding(is64Bit: true, isBigEndian: false)
        let narrow = Encoding(is64Bit: false, isBigEndian: false)
        for (bits, level) in [(1, 1), (2, 2), (3, 2), (7, 3), (4, 3), (15, 4), (8, 4), (0, nil), (0x10, nil)] as [(UInt32, Int?)]
        {
            #expect(try properties(wide, machine: 62, [0xC000_8002, 4, bits, 0]).isaLevel == level)
            #expect(try properties(narrow, machine: 3, [0xC000_8002, 4, bits]).isaLevel == level)
            // Behind IBT and shadow stacks, and in front of what the compiler used.
            let among = [0xC000_0002, 4, 3, 0, 0xC000_8002, 4, bits, 0, 0xC001_0002, 4, 15, 0]
            #expect(try properties(wide, machine: 62, among).isaLevel == level)
        }
        #expect(try properties(wide, machine: 62, [0xC001_0002, 4, 15, 0]).isaNeeded == nil)
        #expect(try properties(wide, machine: 62, [0xC000_8002, 8, 15, 0]).isaNeeded == nil)
        // The number means something else on other machines.
        #expect(try properties(wide, machine: 183, [0xC000_8002, 4, 15, 0]).isaNeeded == nil)
    }

    @Test("a compiler's x86-64-v3 is read", .enabled(if: compiler != nil))
    func compiledISA() throws {
        let directory = try TemporaryDirectory()
        guard let path = try? compile(Source.empty, ["-Wl,-z,x86-64-v3"], as: "v3", in: directory) else { return }
        #expect(try read(path).notes.isaLevel == 3)
        #expect(try read(path).notes.abiTag?.system == 0)
    }

    @Test("the ABI tag as readelf shows it", .enabled(if: compiler != nil && find("readelf") != nil))
    func readelf() throws {
        let directory = try TemporaryDirectory()
        let path = try compile(Source.empty, as: "program", in: directory)
        let tag = try #require(try read(path).notes.abiTag)
        let text = try run(try #require(find("readelf")), ["-n", path]).outputText
        #expect(text.contains("OS: Linux, ABI: \(tag.kernelText)"))
    }

    @Test("the first ABI tag counts, a short one is none")
    func abiTags() throws {
        var builder = ELFBuilder(.usual)
        builder.notes = [.init("GNU", type: 1, words: [1, 2, 3, 4]), .init("GNU", type: 1, words: [0, 9, 9, 9])]
        #expect(try read(builder).notes.abiTag == ABITag(system: 1, kernel: [2, 3, 4]))
        builder.notes = [.init("GNU", type: 1, words: [0, 9, 9]), .init("FreeBSD", type: 1, words: [0, 9, 9, 9])]
        #expect(try read(builder).notes.abiTag == nil)
    }

    @Test("a note that lies about its sizes ends the notes, not the reading", arguments: Encoding.all)
    func lyingSizes(encoding: Encoding) throws {
        let honest = ELFBuilder.rich(encoding).image()
        for field in ["note[1].n_namesz", "note[1].n_descsz"] {
            for value: UInt64 in [0xFFFF_FFFF, 0x8000_0000, 0x7FFF_FFFF, 1000] {
                var image = honest
                image[field] = value
                let notes = try read(image).notes
                #expect(notes.abiTag != nil)
                #expect(notes.package == nil)
                #expect(notes.dlopen.isEmpty)
            }
        }
    }

    @Test("JSON that is padded with NULs, or is no UTF-8, is kept as far as it goes")
    func texts() throws {
        var builder = ELFBuilder(.usual)
        builder.notes = [
            .init("FDO", type: 0xCAFE_1A7E, content: [0x7B, 0x7D, 0, 0, 0x41]),
            .init("FDO", type: 0x407C_0C0A, content: [0xFF]), .init("FDO", type: 0x407C_0C0A, content: []),
        ]
        let notes = try read(builder).notes
        #expect(notes.package == "{}")
        #expect(notes.dlopen.map(RawText.bytes) == [[0xFF], []])
    }
}
