// Relocatable objects: what they need from the link and define for it.

import PreflightTestSupport
import Testing

@testable import PreflightELF

@Suite("Relocatable objects")
struct LinkSymbolTests {
    fileprivate func object(_ encoding: Encoding) -> RelocatableBuilder {
        var builder = RelocatableBuilder(encoding)
        builder.symbols = [
            .init("own", binding: 0, section: 1), .init("wanted"), .init("wished", binding: 2),
            .init("given", section: 1), .init("lent", binding: 2, section: 1), .init("shared", section: 0xFFF2),
            .init("number", section: 0xFFF1), .init("one", binding: 10, section: 1), .init([0xFF, 0x20]),
        ]
        return builder
    }

    private let expected = [
        LinkSymbol(name: "wanted", state: .undefined, binding: .global),
        LinkSymbol(name: "wished", state: .undefined, binding: .weak),
        LinkSymbol(name: "given", state: .defined, binding: .global),
        LinkSymbol(name: "lent", state: .defined, binding: .weak),
        LinkSymbol(name: "shared", state: .common, binding: .global),
        LinkSymbol(name: "number", state: .defined, binding: .global),
        LinkSymbol(name: "one", state: .defined, binding: .unique),
    ]

    @Test("what is undefined, defined and common, strongly and weakly", arguments: Encoding.all)
    func symbols(encoding: Encoding) throws {
        let bytes: [UInt8] = [0xFF, 0x20]
        let strange = bytes.withUnsafeBytes { RawText.string($0) }
        let expected = expected + [LinkSymbol(name: strange, state: .undefined, binding: .global)]
        var builder = object(encoding)
        #expect(try read(bytes: builder.write()).linkSymbols == expected)
        #expect(try read(bytes: builder.write()).kind == .relocatable)
        #expect(try read(bytes: builder.write(), .references).linkSymbols == expected.filter { $0.state == .undefined })
        #expect(try read(bytes: builder.write(), .exports).linkSymbols == expected.filter { $0.state != .undefined })
        #expect(try read(bytes: builder.write(), .notes).linkSymbols.isEmpty)
        builder.hasLargeNumbers = true
        #expect(try read(bytes: builder.write()).linkSymbols == expected)
    }

    @Test("section numbers that do not fit stand in a table of their own", arguments: Encoding.all)
    func extended(encoding: Encoding) throws {
        var builder = RelocatableBuilder(encoding)
        builder.symbols = [.init("far", section: 0xFFFF), .init("nowhere", section: 0xFFFF), .init("near", section: 1)]
        // A number that is like SHN_COMMON is a section like any other.
        builder.extended = [0xFFF2, 0, 0]
        #expect(try read(bytes: builder.write()).linkSymbols.map(\.state) == [.defined, .undefined, .defined])
        builder.extended = nil
        let error = try readError(bytes: builder.write())
        #expect(error?.message == "a symbol's section stands in SHT_SYMTAB_SHNDX, which is missing or too short")
    }

    @Test("the linker options of a Swift module", arguments: Encoding.all)
    func autolink(encoding: Encoding) throws {
        let directory = try TemporaryDirectory()
        var builder = object(encoding)
        #expect(try ObjectFile(path: directory.write("c.o", builder.write()), buffers: ReadBuffers()).autolinkEntries() == [])
        builder.autolink = "-lswiftCore\0-lm\0"
        let path = try directory.write("swift.o", builder.write())
        #expect(try ObjectFile(path: path, buffers: ReadBuffers()).autolinkEntries() == ["-lswiftCore", "-lm"])
    }

    @Test("tables that lie are told with their place", arguments: Encoding.all)
    func lies(encoding: Encoding) throws {
        func message(_ change: (inout RelocatableBuilder) -> Void) throws -> String {
            var builder = object(encoding)
            change(&builder)
            let error = try readError(bytes: builder.write())
            #expect(error?.kind == .malformed)
            #expect(error?.offset != nil)
            return error?.message ?? ""
        }
        #expect(try message { $0.symbolTable.size = 1 << 30 }.contains("said to have"))
        #expect(try message { $0.symbolTable.size = 1 << 20 }.contains("more than the file holds"))
        #expect(try message { $0.symbolTable.entrySize = 8 }.hasPrefix("an entry of the symbol table has 8 bytes"))
        #expect(try message { $0.symbolTable.link = 99 }.hasPrefix("the string table of the symbol table is section 99"))
        #expect(try message { $0.symbolTable.link = 1 }.contains("are no string table within the file"))
        #expect(try message { $0.sectionHeaderSize = 7 }.hasPrefix("e_shentsize is 7"))
        var image = object(encoding).write()
        image.removeLast(40)
        #expect(try readError(bytes: image)?.message.contains("it is cut short") == true)
    }

    @Test("cut or changed anywhere, it ends in an object or in a sentence")
    func corrupted() async throws {
        await #expect(processExitsWith: .success) {
            let directory = try TemporaryDirectory()
            var generator = Generator(seed: 0x5EED_0003)
            for encoding in Encoding.all {
                var builder = LinkSymbolTests().object(encoding)
                builder.extended = [UInt32](repeating: 0, count: 9)
                builder.symbols[3].section = 0xFFFF
                builder.autolink = "-lx\0"
                let good = builder.write()
                for round in 0..<good.count * 3 {
                    var bytes = good
                    if round < good.count {
                        bytes = Array(bytes[..<round])
                    } else {
                        for _ in 0...generator.below(6) {
                            bytes[generator.below(bytes.count)] = generator.pick([0, 1, 2, 0x7F, 0xFF, 0x80])
                        }
                    }
                    let path = try directory.write("broken.o", bytes)
                    do throws(ReadError) {
                        var file = try ObjectFile(path: path, buffers: ReadBuffers())
                        try file.read(.all)
                        _ = try file.autolinkEntries()
                    } catch {
                        precondition(!error.message.isEmpty && !error.description.contains("\n"))
                    }
                }
            }
        }
    }

    @Test("the same as nm, for objects of this machine's compiler", .enabled(if: compiler != nil && find("nm") != nil))
    func nm() throws {
        let directory = try TemporaryDirectory()
        let source = """
            extern int wanted(void); extern int wished(void) __attribute__((weak));
            int shared; int given = 1; static int own(void) { return given; }
            int lent(void) __attribute__((weak)); int lent(void) { return wished ? wished() + own() : wanted(); }

            """
        let path = try compile(source, ["-c", "-fcommon"], as: "object.o", in: directory)
        let lines = try run(find("nm") ?? "nm", ["-g", path]).outputText.split(separator: "\n")
        let letters = Dictionary(
            uniqueKeysWithValues: lines.map { line in
                let words = line.split(separator: " ")
                return (String(words[words.count - 1]), String(words[words.count - 2]))
            })
        let symbols = try read(path).linkSymbols
        #expect(Set(symbols.map(\.name)) == Set(letters.keys))
        for symbol in symbols {
            let isWeak = symbol.binding == .weak
            let expected =
                switch symbol.state {
                case .undefined: isWeak ? ["w"] : ["U"]
                case .common: ["C"]
                case .defined: isWeak ? ["W", "V"] : ["T", "D", "B"]
                }
            #expect(expected.contains(letters[symbol.name] ?? ""), "\(symbol)")
        }
    }
}
