// /etc/ld.so.cache, which the loader believes, and /etc/ld.so.conf, from which ldconfig makes it (elf/cache.c,
// sysdeps/generic/dl-cache.h).

import PreflightELF

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The cache of one root: sonames with the files that ldconfig found for them.
struct LoaderCache {
    /// The file; a program asks for a few of its names, so they are looked up and not all taken apart.
    private let bytes: [UInt8]
    private let start: Int
    private let count: Int
    private let isBigEndian: Bool
    private let levels: [String]
    /// What a record has instead of a file.
    private let found: [String: String]

    /// The largest cache at hand has 200 KB and 3,000 entries.
    static let mostBytes = 16 << 20
    private static let mostEntries = 20_000
    /// Bytes of all names and paths; entries of a cache that means harm share one long text.
    private static let mostText = 2 << 20

    /// Parses the format that glibc has written since 2.2 ("glibc-ld.so.cache1.1"), which may stand behind the older one.
    ///
    /// - Returns: nil where `bytes` are no such cache; the loader then goes on without.
    init?(_ bytes: [UInt8], isBigEndian: Bool) {
        guard let start = bytes.firstRange(of: Array("glibc-ld.so.cache1.1".utf8))?.lowerBound else { return nil }
        func u32(_ place: Int) -> Int? { Self.u32(bytes, place, isBigEndian) }
        guard let count = u32(start + 20), count <= Self.mostEntries, start + 48 + count * 24 <= bytes.count else { return nil }
        self.bytes = bytes
        self.start = start
        self.count = count
        self.isBigEndian = isBigEndian
        found = [:]
        levels = Self.levels(start, u32) { Self.text(bytes, $0) }
    }

    /// A cache that lists `found`, each name once.
    init(found: [String: String]) {
        self.found = found
        (bytes, start, count, isBigEndian, levels) = ([], 0, 0, false, [])
    }

    private static func u32(_ bytes: [UInt8], _ place: Int, _ isBigEndian: Bool) -> Int? {
        guard place >= 0, place + 4 <= bytes.count else { return nil }
        let word = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: UInt32.self) }
        return Int(isBigEndian ? UInt32(bigEndian: word) : UInt32(littleEndian: word))
    }

    private static func text(_ bytes: [UInt8], _ place: Int) -> String? {
        guard place >= 0, place < bytes.count else { return nil }
        return bytes.withUnsafeBytes { all in
            let rest = all[place...].prefix(4096)
            return RawText.string(UnsafeRawBufferPointer(rebasing: rest.prefix { $0 != 0 }))
        }
    }

    /// The paths for `name`, those of glibc-hwcaps subdirectories with their level, in the order of the cache.
    subscript(name: String) -> [(path: String, hardware: String?)] {
        if let path = found[name] { return [(path, nil)] }
        var entries: [(path: String, hardware: String?)] = []
        let wanted = RawText.bytes(name) + [0]
        for number in 0..<count where isKey(number, wanted) {
            if let entry = entry(number) { entries.append(entry) }
        }
        return entries
    }

    /// All names with the path that a CPU of the lowest level gets.
    var plain: [String: String] {
        var all = found
        var left = Self.mostText
        for number in 0..<count {
            guard let key = Self.u32(bytes, start + 52 + number * 24, isBigEndian), let name = Self.text(bytes, start + key),
                let entry = entry(number), entry.hardware == nil, all[name] == nil
            else { continue }
            left -= name.utf8.count + entry.path.utf8.count
            if left < 0 { break }
            all[name] = entry.path
        }
        return all
    }

    private func isKey(_ number: Int, _ wanted: [UInt8]) -> Bool {
        guard let key = Self.u32(bytes, start + 52 + number * 24, isBigEndian) else { return false }
        let place = start + key
        guard place + wanted.count <= bytes.count else { return false }
        return bytes.withUnsafeBytes { all in
            wanted.withUnsafeBytes { other in
                guard let left = all.baseAddress, let right = other.baseAddress else { return false }
                return memcmp(left + place, right, wanted.count) == 0
            }
        }
    }

    /// One entry; nil for libraries of another libc and of the older scheme of hardware.
    private func entry(_ number: Int) -> (path: String, hardware: String?)? {
        func u32(_ place: Int) -> Int? { Self.u32(bytes, place, isBigEndian) }
        let place = start + 48 + number * 24
        guard let flags = u32(place), let value = u32(place + 8), let high = u32(place + (isBigEndian ? 16 : 20)),
            let low = u32(place + (isBigEndian ? 20 : 16))
        else { return nil }
        // 3 in the low byte: a library for libc 6. Bit 62 of the hardware word: an index of glibc-hwcaps names; other
        // bits are the older scheme, which no loader since 2.37 looks at.
        guard flags & 0xFF == 3, let path = Self.text(bytes, start + value) else { return nil }
        if high & 0x4000_0000 != 0 { return low < levels.count ? (path, levels[low]) : nil }
        return high == 0 && low == 0 ? (path, nil) : nil
    }

    /// Names of glibc-hwcaps subdirectories: an extension section of the cache (tag 1: indexes of strings).
    private static func levels(_ start: Int, _ u32: (Int) -> Int?, _ text: (Int) -> String?) -> [String] {
        guard let offset = u32(start + 32), offset > 0, u32(start + offset) == 0xEAA4_2174,
            let sections = u32(start + offset + 4),
            sections <= 64
        else { return [] }
        for number in 0..<sections {
            let place = start + offset + 8 + number * 16
            guard let tag = u32(place), let where_ = u32(place + 8), let size = u32(place + 12) else { return [] }
            guard tag == 1, size <= 4096 else { continue }
            return (0..<size / 4).map { index in u32(start + where_ + index * 4).flatMap { text(start + $0) } ?? "" }
        }
        return []
    }
}

/// The directories of /etc/ld.so.conf, includes followed, as ldconfig reads them.
public func configuredDirectories(in root: some Root) -> [String] {
    var found: [String] = []
    var visited: Set<String> = []
    // Directories are listed for each pattern, so a thousand files that include each other must not ask again.
    var patterns: Set<String> = []
    func read(_ path: String, depth: Int) {
        guard depth < 32, visited.count < 1024, visited.insert(path).inserted, let bytes = root.bytes(of: path, most: 1 << 20)
        else {
            return
        }
        for raw in bytes.split(separator: UInt8(ascii: "\n")) {
            let line = raw.prefix { $0 != UInt8(ascii: "#") }.withUnsafeBytes { RawText.string($0) }
            let words = line.split { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\u{0B}" || $0 == "\u{0C}" }
            guard let first = words.first else { continue }
            if first == "include", words.count > 1 {
                for pattern in words.dropFirst() {
                    let full = pattern.hasPrefix("/") ? String(pattern) : directory(of: path) + "/" + pattern
                    guard patterns.count < 64, patterns.insert(full).inserted else { continue }
                    for name in matches(full, in: root) { read(name, depth: depth + 1) }
                }
            } else if first.lowercased() == "hwcap", words.count > 1 {
                continue
            } else if first.hasPrefix("/"), let last = words.last {
                // A line is one directory, whatever is in its name (elf/ldconfig.c, parse_conf). "dir=type" was a way to
                // name the C library; what stands before it counts.
                var name = line[first.startIndex..<last.endIndex].prefix { $0 != "=" }
                while name.utf8.count > 1, name.utf8.last == UInt8(ascii: "/") { name.removeLast() }
                if !found.contains(String(name)), found.count < 1024 { found.append(String(name)) }
            }
        }
    }
    read("/etc/ld.so.conf", depth: 0)
    return found
}

/// The files that a pattern of an include line means; only the last part of the path is looked at as a pattern, as in every
/// distribution's file.
private func matches(_ pattern: String, in root: some Root) -> [String] {
    let folder = directory(of: pattern)
    let last = lastComponent(pattern)
    guard last.contains(where: { "*?[".contains($0) }) else { return [pattern] }
    return root.names(in: folder).filter { isMatch($0, last) }
        .map { folder + "/" + $0 }
}

private func isMatch(_ name: String, _ pattern: String) -> Bool {
    RawText.withPath(pattern) { pattern in RawText.withPath(name) { fnmatch(pattern, $0, FNM_PERIOD) == 0 } }
}
