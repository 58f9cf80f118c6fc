// The CPU of this machine, as far as loaders choose libraries by it.

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
    public static func level() -> Int? {
        #if arch(x86_64)
            let descriptor = open("/proc/cpuinfo", O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { return nil }
            defer { close(descriptor) }
            // The first CPU's entry stands in the first two kilobytes.
            var buffer = [UInt8](repeating: 0, count: 16384)
            var count = 0
            while count < buffer.count {
                let got = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress.map { $0 + count }, $0.count - count) }
                if got <= 0 { break }
                count += got
            }
            let text = String(decoding: buffer[..<count], as: UTF8.self)
            guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("flags") }) else { return nil }
            let flags = Set(line.split { $0 == " " || $0 == "\t" || $0 == ":" })
            return 1 + levels.prefix { $0.allSatisfy { flags.contains(Substring($0)) } }.count
        #else
            return nil
        #endif
    }
}
