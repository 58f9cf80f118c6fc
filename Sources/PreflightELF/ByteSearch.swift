// Where some bytes first stand in others; the C library's search, which Swift's modules do not show on every platform, in its
// simplest form.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

extension Array where Element == UInt8 {
    /// Where `pattern` first stands at or behind `start`; nil where it does not, and for an empty pattern.
    public func firstRange(of pattern: [UInt8], from start: Int = 0) -> Range<Int>? {
        guard let last = pattern.last else { return nil }
        return withUnsafeBytes { bytes in
            pattern.withUnsafeBytes { pattern in
                guard let base = bytes.baseAddress, let wanted = pattern.baseAddress else { return nil }
                // The last byte is looked for: of the words in question it is the rarer one.
                var place = Swift.max(0, start) + pattern.count - 1
                while place < bytes.count, let found = memchr(base + place, CInt(last), bytes.count - place) {
                    let end = UnsafeRawPointer(found) - base + 1
                    if memcmp(base + end - pattern.count, wanted, pattern.count) == 0 { return end - pattern.count..<end }
                    place = end
                }
                return nil
            }
        }
    }
}
