// PT_NOTE and PT_GNU_PROPERTY: the kernel an object was built for, the CPU level it demands, and what it tells about
// itself.

internal import CPreflightELF

/// NT_GNU_ABI_TAG: the operating system and the oldest kernel an object was built for.
public struct ABITag: Hashable, Sendable {
    /// 0 Linux, 1 Hurd, 2 Solaris, 3 FreeBSD.
    public var system: UInt32
    /// Major, minor and patch of the oldest kernel.
    public var kernel: [UInt32]

    /// A tag as it is.
    public init(system: UInt32, kernel: [UInt32]) {
        self.system = system
        self.kernel = kernel
    }

    /// The kernel as text: `3.2.0`.
    public var kernelText: String { kernel.map(String.init).joined(separator: ".") }
}

/// What the notes of an object say.
public struct Notes: Hashable, Sendable {
    /// Nothing said.
    public init() {}

    /// NT_GNU_ABI_TAG.
    public var abiTag: ABITag?
    /// GNU_PROPERTY_X86_ISA_1_NEEDED: bit 0 baseline, bit 1 x86-64-v2, bit 2 v3, bit 3 v4.
    public var isaNeeded: UInt32?
    /// The JSON texts of `.note.dlopen` (owner FDO): libraries that are loaded at run time if they are there.
    public var dlopen: [String] = []
    /// The JSON text of `.note.package` (owner FDO): the package the object came with.
    public var package: String?

    /// Bits of ``isaNeeded`` beyond x86-64-v4: a CPU level that is not known yet.
    public var unknownISA: UInt32 { (isaNeeded ?? 0) & ~0xF }

    /// The x86-64 level that the CPU must have, 1 to 4; nil where none is demanded.
    public var isaLevel: Int? {
        guard let bits = isaNeeded, bits & 0xF != 0 else { return nil }
        return (1...4).last { bits & (1 << UInt32($0 - 1)) != 0 }
    }
}

extension FileBytes {
    /// All note segments together, which may overlap; programs have a few hundred bytes of notes.
    private static let mostNotes: UInt64 = 1 << 20

    /// Reads the notes of all note segments; a broken note ends its segment, as it does for the loader.
    func notes(_ segments: [Segment], _ machine: Machine) throws(ReadError) -> Notes {
        var notes = Notes()
        var seen: [UInt64] = []
        var left = Self.mostNotes
        for segment in segments where segment.type == UInt32(PT_NOTE) || segment.type == UInt32(PT_GNU_PROPERTY) {
            guard segment.fileSize >= 12, !seen.contains(segment.offset) else { continue }
            seen.append(segment.offset)
            guard segment.offset <= size, segment.fileSize <= size - segment.offset else {
                throw .malformed("a note segment ends beyond the file (\(hexadecimal(size)) bytes)", at: segment.offset)
            }
            guard segment.fileSize <= left else {
                throw .malformed("the note segments take more than \(Self.mostNotes) bytes together", at: segment.offset)
            }
            left -= segment.fileSize
            let alignment = segment.alignment == 8 ? 8 : 4
            if segment.fileSize <= UInt64(ReadBuffers.windowSize) {
                let view = try bytes(at: segment.offset, count: Int(segment.fileSize), what: "a note segment")
                parse(view, Int(segment.fileSize), alignment, machine, &notes)
            } else {
                let whole = try copy(at: segment.offset, count: segment.fileSize, what: "a note segment")
                whole.withUnsafeBytes { memory in
                    guard let base = memory.baseAddress else { return }
                    let view = ByteView(base: base, count: memory.count, isBigEndian: isBigEndian)
                    parse(view, memory.count, alignment, machine, &notes)
                }
            }
        }
        return notes
    }

    private func parse(_ view: ByteView, _ length: Int, _ alignment: Int, _ machine: Machine, _ notes: inout Notes) {
        func aligned(_ value: Int) -> Int { (value + alignment - 1) & ~(alignment - 1) }
        var place = 0
        while length - place >= 12 {
            let (nameSize, size, type) = (Int(view.u32(place)), Int(view.u32(place + 4)), view.u32(place + 8))
            let name = place + 12
            guard nameSize <= length - name else { return }
            let start = aligned(name + nameSize)
            guard start <= length, size <= length - start else { return }
            let owner = view.slice(name, nameSize)
            if owner.elementsEqual("GNU\0".utf8) {
                if type == UInt32(NT_GNU_ABI_TAG), size >= 16, notes.abiTag == nil {
                    notes.abiTag = ABITag(
                        system: view.u32(start),
                        kernel: [view.u32(start + 4), view.u32(start + 8), view.u32(start + 12)]
                    )
                } else if type == UInt32(NT_GNU_PROPERTY_TYPE_0),
                    machine.number == UInt16(EM_X86_64) || machine.number == UInt16(EM_386)
                {
                    properties(view, start, size, machine, &notes)
                }
            } else if owner.elementsEqual("FDO\0".utf8) {
                // NUL-padded JSON: https://uapi-group.org/specifications/specs/package_metadata_for_executable_files/
                let text = RawText.string(UnsafeRawBufferPointer(rebasing: view.slice(start, size).prefix { $0 != 0 }))
                if type == 0xCAFE_1A7E { notes.package = notes.package ?? text }
                if type == 0x407C_0C0A { notes.dlopen.append(text) }
            }
            place = aligned(start + size)
        }
    }

    private func properties(_ view: ByteView, _ start: Int, _ size: Int, _ machine: Machine, _ notes: inout Notes) {
        let alignment = machine.is64Bit ? 8 : 4
        var place = start
        let end = start + size
        while end - place >= 8 {
            let (type, length) = (view.u32(place), Int(view.u32(place + 4)))
            guard length <= end - place - 8 else { return }
            if type == 0xC000_8002, length == 4 {  // GNU_PROPERTY_X86_ISA_1_NEEDED
                notes.isaNeeded = (notes.isaNeeded ?? 0) | view.u32(place + 8)
            }
            place += 8 + (length + alignment - 1) & ~(alignment - 1)
        }
    }
}
