// Broken files by the thousand, made of good ones: cut, with one field or several fields changed, with counts that lie and
// chains that turn back, and with bytes changed by chance.

/// A broken file.
public struct Corruption: Sendable {
    /// What was done to which file, for the report of a failure.
    public let description: String
    /// The file.
    public let bytes: [UInt8]
}

/// Makes broken files of one good one.
public struct Corruptor {
    private let name: String
    private let image: ELFImage
    private var generator: Generator

    /// - Parameters:
    ///   - name: what the good file is called in descriptions.
    ///   - seed: the same seed gives the same files.
    public init(_ name: String, _ bytes: [UInt8], seed: UInt64) {
        self.name = name
        image = ELFImage(bytes: bytes)
        generator = Generator(seed: seed)
    }

    /// Cuts at every boundary of the structure, then one field at a time, then the chains, then `chance` files with several
    /// changes at once.
    ///
    /// - Parameter cuts: the most cuts; with more boundaries than that, a choice of them.
    public mutating func corruptions(cuts: Int = 150, chance: Int = 150) -> [Corruption] {
        self.cuts(cuts) + singleFields() + chains() + (0..<chance).map { _ in severalFields() }
            + (0..<chance).map { _ in randomBytes() }
    }

    private func made(_ what: String, _ bytes: [UInt8]) -> Corruption {
        Corruption(description: "\(name): \(what)", bytes: bytes)
    }

    private mutating func cuts(_ most: Int) -> [Corruption] {
        var places: Set<Int> = [0, 1, 3, 4, 5, 15, 16, 51, 52, 63, 64, image.bytes.count - 1]
        var boundaries: Set<Int> = []
        for field in image.fields { boundaries.formUnion([field.offset, field.offset + field.width - 1]) }
        places.formUnion(boundaries.count <= most ? boundaries : Set(boundaries.shuffled(using: &generator).prefix(most)))
        return places.sorted().filter { $0 < image.bytes.count }
            .map { made("cut to \($0) bytes", Array(image.bytes[..<$0])) }
    }

    /// Header, program headers and dynamic table field by field; of the other tables too, they are small.
    private mutating func singleFields() -> [Corruption] {
        var result: [Corruption] = []
        for field in image.fields {
            let most = field.width == 8 ? UInt64.max : UInt64(1) << UInt64(field.width * 8) - 1
            for value in [0, 1, most, generator.next() & most] where value != image[field] {
                result.append(changed([(field, value)]))
            }
        }
        return result
    }

    /// Loops, overlaps and unaligned links.
    private mutating func chains() -> [Corruption] {
        var result: [Corruption] = []
        let links = image.fields.filter { $0.name.contains("_next") || $0.name.hasSuffix("_aux") }
        for field in links {
            for value in [2, 3, 4, 15, 17, 0x8000_0000, 0xFFFF_FFFF, 0xFFFF_FFFE, 0xFFFF_FFF0, 0xFFFF_FFE0, 0xFFFF_FF00]
                as [UInt64]
            {
                result.append(changed([(field, value)]))
            }
        }
        for field in image.fields where field.name.hasSuffix("_cnt") || field.name.hasSuffix("NUM") {
            for value: UInt64 in [2, 3, 100, 0x7FFF] { result.append(changed([(field, value)])) }
        }
        return result
    }

    private mutating func severalFields() -> Corruption {
        let count = 2 + generator.below(4)
        let changes = (0..<count).map { _ in
            let field = generator.pick(image.fields)
            return (field, interesting(field))
        }
        return changed(changes)
    }

    /// A number that means something somewhere else in the file, or nearly does.
    private mutating func interesting(_ field: ELFImage.Field) -> UInt64 {
        let other = image[generator.pick(image.fields)]
        let size = UInt64(image.bytes.count)
        let near = UInt64(bitPattern: Int64(generator.below(9) - 4))
        return generator.pick([
            0, UInt64.max, size &+ near, other &+ near, image[field] &+ near, image[field] << 1, generator.next(),
            1 << UInt64(generator.below(64)),
        ])
    }

    private mutating func randomBytes() -> Corruption {
        var bytes = image.bytes
        let count = 1 + generator.below(16)
        // Most of the structure lies at the start, the rest where the fields are.
        for _ in 0..<count {
            let place =
                generator.below(2) == 0
                ? generator.below(min(bytes.count, 1024)) : generator.pick(image.fields).offset + generator.below(8)
            if place < bytes.count { bytes[place] = UInt8(truncatingIfNeeded: generator.next()) }
        }
        return made("\(count) bytes changed by chance", bytes)
    }

    private func changed(_ changes: [(ELFImage.Field, UInt64)]) -> Corruption {
        var image = image
        for (field, value) in changes { image[field] = value }
        let words = changes.map { "\($0.0) = 0x\(String($0.1, radix: 16))" }
        return made(words.joined(separator: ", "), image.bytes)
    }
}

extension Corruptor {
    /// The good files that are broken, made fresh: of ``ELFBuilder`` in all encodings, of the compiler where there is one,
    /// and a program and a library of the system.
    public static func goodFiles() throws -> [(name: String, bytes: [UInt8])] {
        var files = Encoding.all.map { ("rich, \($0)", ELFBuilder.rich($0).write()) }
        var program = ELFBuilder(Encoding(is64Bit: true, isBigEndian: false))
        program.type = 2
        program.isDynamic = false
        program.interpreter = "/lib64/ld-linux-x86-64.so.2"
        files.append(("an interpreter and nothing else", program.write()))
        if compiler != nil {
            let directory = try TemporaryDirectory()
            try directory.write("versions.map", "V_1 { global: one; local: *; };\nV_2 { global: two; } V_1;\n")
            let empty = "int main(void) { return 0; }\n"
            let bare = "void _start(void) { for (;;); }\n"
            for (name, source, flags) in [
                ("pie", empty, ["-pie", "-fPIE"]), ("exec", empty, ["-no-pie"]),
                (
                    "shared", "int one(void) { return 1; }\nint two(void) { return 2; }\n",
                    ["-shared", "-fPIC", "-Wl,--version-script=versions.map"]
                ), ("static", bare, ["-static", "-nostdlib"]), ("static-pie", bare, ["-static-pie", "-fPIE", "-nostdlib"]),
                ("relr", "static int x; int *p = &x;\n\(empty)", ["-pie", "-fPIE", "-Wl,-z,pack-relative-relocs"]),
            ] {
                // Not every linker packs relocations.
                guard let path = try? compile(source, ["-s"] + flags, as: name, in: directory) else { continue }
                files.append((name, try readFile(path)))
            }
        }
        // One program and one library of the system, small ones.
        let directories = ["/lib/x86_64-linux-gnu", "/lib/aarch64-linux-gnu", "/lib64", "/usr/lib64", "/usr/lib"]
        let libraries = directories.flatMap { place in ["libutil.so.1", "libdl.so.2"].map { "\(place)/\($0)" } }
        for paths in [["/bin/true"], libraries] {
            let found = paths.lazy.compactMap { path in (try? readFile(path)).map { (name: path, bytes: $0) } }
            if let file = found.first(where: { $0.bytes.count < 100_000 }) { files.append(file) }
        }
        return files
    }

    /// Hands the broken files of one good file after the other to `body`; all of them at once would take a gigabyte.
    public static func forEach(seed: UInt64, _ body: ([Corruption]) throws -> Void) throws {
        for (index, file) in try goodFiles().enumerated() {
            var corruptor = Corruptor(file.name, file.bytes, seed: seed &+ UInt64(index))
            // Large files take their time to write; their structure is that of the small ones.
            let isLarge = file.bytes.count > 20_000
            try body(corruptor.corruptions(cuts: isLarge ? 40 : 120, chance: isLarge ? 30 : 80))
        }
    }
}
