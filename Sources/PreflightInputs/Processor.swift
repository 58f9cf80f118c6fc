// The CPU of this machine, as far as loaders choose libraries by it.

import PreflightELF

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The CPU of this machine.
public enum Processor {
    /// What each x86-64 level has beyond the one below it, in the words of /proc/cpuinfo (x86-64 psABI, table 3.1).
    private static let levels: [[String]] = [
        ["cx16", "lahf_lm", "popcnt", "sse4_1", "sse4_2", "ssse3"],
        ["avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe", "xsave"],
        ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"],
    ]

    /// The x86-64 level of the first CPU, 1 to 4; nil where this is another architecture or /proc is not mounted.
    public static func level() -> Int? { known }

    private static let known: Int? = {
        #if arch(x86_64)
            let descriptor = open("/proc/cpuinfo", O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { return nil }
            defer { close(descriptor) }
            // The flags of the first CPU stand in the first kilobytes; the kernel prints no more than is read.
            var text: [UInt8] = []
            var piece = [UInt8](repeating: 0, count: 4096)
            while text.count < 1 << 16 {
                let got = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
                if got <= 0 { return nil }
                text += piece.prefix(got)
                guard let start = text.firstRange(of: Array("\nflags".utf8))?.upperBound,
                    let end = text[start...].firstIndex(of: UInt8(ascii: "\n"))
                else { continue }
                let flags = [UInt8(ascii: " ")] + text[start..<end] + [UInt8(ascii: " ")]
                return 1 + levels.prefix { $0.allSatisfy { flags.firstRange(of: Array(" \($0) ".utf8)) != nil } }.count
            }
            return nil
        #else
            return nil
        #endif
    }()
}
