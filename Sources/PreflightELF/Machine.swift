// The name of a machine: e_machine, class, byte order and flags of the header, as `uname -m` says it where Linux runs on it.

internal import CPreflightELF

/// The architecture an object was made for.
public struct Machine: Hashable, Sendable {
    /// The name: `uname -m`'s where there is one (`x86_64`, `aarch64`, `armv7l`, `ppc64le`), else the ABI's usual name
    /// (`x32`, `mipsn32`), else `EM_` and the number of e_machine.
    public var name: String
    /// e_machine as it stands in the header.
    public var number: UInt16
    /// ELFCLASS64.
    public var is64Bit: Bool
    /// ELFDATA2MSB.
    public var isBigEndian: Bool

    /// The machine with the number of e_machine and the class and byte order of e_ident.
    ///
    /// - Parameter flags: e_flags, which tell two ABIs of MIPS and of ARM apart.
    public init(number: UInt16, is64Bit: Bool, isBigEndian: Bool, flags: UInt32 = 0) {
        self.number = number
        self.is64Bit = is64Bit
        self.isBigEndian = isBigEndian
        name = Machine.name(number, is64Bit, isBigEndian, flags)
    }

    /// One row of the table: e_machine with the names for 32 and 64 bit, little and big endian.
    private struct Row {
        let number: CInt
        let little32: String?
        let little64: String?
        let big32: String?
        let big64: String?
    }

    private static let rows: [Row] = [
        Row(number: EM_X86_64, little32: "x32", little64: "x86_64", big32: nil, big64: nil),
        Row(number: EM_386, little32: "i686", little64: nil, big32: nil, big64: nil),
        Row(number: EM_AARCH64, little32: "aarch64_ilp32", little64: "aarch64", big32: nil, big64: "aarch64_be"),
        Row(number: EM_ARM, little32: "armv7l", little64: nil, big32: "armv7b", big64: nil),
        Row(number: EM_RISCV, little32: "riscv32", little64: "riscv64", big32: nil, big64: nil),
        Row(number: EM_PPC64, little32: nil, little64: "ppc64le", big32: nil, big64: "ppc64"),
        Row(number: EM_PPC, little32: "ppcle", little64: nil, big32: "ppc", big64: nil),
        Row(number: EM_S390, little32: nil, little64: nil, big32: "s390", big64: "s390x"),
        Row(number: 258, little32: "loongarch32", little64: "loongarch64", big32: nil, big64: nil),
        Row(number: EM_MIPS, little32: "mipsel", little64: "mips64el", big32: "mips", big64: "mips64"),
        Row(number: EM_SPARC, little32: nil, little64: nil, big32: "sparc", big64: nil),
        Row(number: EM_SPARC32PLUS, little32: nil, little64: nil, big32: "sparc", big64: nil),
        Row(number: EM_SPARCV9, little32: nil, little64: nil, big32: nil, big64: "sparc64"),
        Row(number: EM_68K, little32: nil, little64: nil, big32: "m68k", big64: nil),
        Row(number: EM_PARISC, little32: nil, little64: nil, big32: "parisc", big64: "parisc64"),
        Row(number: EM_SH, little32: "sh4", little64: nil, big32: "sh4eb", big64: nil),
        Row(number: EM_ALPHA, little32: nil, little64: "alpha", big32: nil, big64: nil),
        Row(number: EM_IA_64, little32: nil, little64: "ia64", big32: nil, big64: nil),
        Row(number: EM_ARCV2, little32: "arc", little64: nil, big32: "arceb", big64: nil),
        Row(number: EM_CSKY, little32: "csky", little64: nil, big32: nil, big64: nil),
        Row(number: EM_MICROBLAZE, little32: "microblazeel", little64: nil, big32: "microblaze", big64: nil),
        Row(number: 92, little32: nil, little64: nil, big32: "or1k", big64: nil),
        Row(number: EM_BPF, little32: nil, little64: "bpf", big32: nil, big64: "bpf"),
    ]

    /// R_*_COPY: the relocation that takes the content of a variable out of a library; nil where it is not known or there is
    /// none.
    var copyRelocation: UInt32? {
        switch (Int32(number), is64Bit) {
        case (EM_AARCH64, false): 180
        default: Self.copies[number]
        }
    }

    private static let copies: [UInt16: UInt32] = [
        UInt16(EM_X86_64): 5, UInt16(EM_386): 5, UInt16(EM_AARCH64): 1024, UInt16(EM_ARM): 20, UInt16(EM_RISCV): 4,
        UInt16(EM_PPC64): 19, UInt16(EM_PPC): 19, UInt16(EM_S390): 9, 258: 4, UInt16(EM_MIPS): 126, UInt16(EM_SPARC): 19,
        UInt16(EM_SPARCV9): 19, UInt16(EM_68K): 19, UInt16(EM_PARISC): 128, UInt16(EM_SH): 162, UInt16(EM_ALPHA): 24,
    ]

    private static func name(_ number: UInt16, _ is64Bit: Bool, _ isBigEndian: Bool, _ flags: UInt32) -> String {
        // Two ABIs share a header but for a flag: MIPS n32 is a 32-bit file of a 64-bit machine, and ARM EABI before
        // version 5 or with soft-float calls is Debian's armel, which cannot use armhf's libraries.
        if number == UInt16(EM_MIPS), !is64Bit, flags & UInt32(EF_MIPS_ABI2) != 0 {
            return isBigEndian ? "mipsn32" : "mipsn32el"
        }
        if number == UInt16(EM_ARM), !is64Bit, !isBigEndian, flags & UInt32(EF_ARM_ABI_FLOAT_SOFT) != 0,
            flags & UInt32(EF_ARM_ABI_FLOAT_HARD) == 0
        {
            return "armv5tel"
        }
        let row = rows.first { $0.number == CInt(number) }
        let known: String? =
            switch (is64Bit, isBigEndian) {
            case (false, false): row?.little32
            case (true, false): row?.little64
            case (false, true): row?.big32
            case (true, true): row?.big64
            }
        return known ?? "EM_\(number)"
    }
}
