// The definitions of a library as hashes: 32 bits of each name (DT_GNU_HASH's own) and its entry of .gnu.version. That is all a
// loader's lookup compares but the name itself, in a fifth of the space.
//
// Sorted by hash, each as the difference to the one before and, in libraries with versions, the version index times two plus
// the hidden bit; both as LEB128, all of it as base64. The first byte is 1 for a library with versions, else 0.

public import PreflightELF

/// Packs and unpacks definitions.
public enum SymbolHashes {
    /// The text for the definitions of `image`.
    public static func pack(_ image: SymbolImage) -> String {
        var entries: [(hash: UInt32, version: UInt16)] = []
        image.definitions { hash, version in entries.append((hash, version ?? 0)) }
        entries.sort { ($0.hash, $0.version) < ($1.hash, $1.version) }
        var bytes: [UInt8] = [image.hasVersions ? 1 : 0]
        var last: UInt32 = 0
        func add(_ value: UInt32) {
            var rest = value
            while rest >= 0x80 {
                bytes.append(UInt8(rest & 0x7F) | 0x80)
                rest >>= 7
            }
            bytes.append(UInt8(rest))
        }
        for entry in entries {
            add(entry.hash - last)
            last = entry.hash
            if image.hasVersions { add(UInt32(entry.version & 0x7FFF) << 1 | UInt32(entry.version >> 15)) }
        }
        return base64(bytes)
    }

    /// The definitions behind `text`; nil where it is damaged.
    public static func unpack(_ text: String) -> (hashes: [UInt32], versions: [UInt16]?)? {
        guard let bytes = bytes(text), let first = bytes.first, first <= 1 else { return nil }
        var hashes: [UInt32] = []
        var versions: [UInt16] = []
        var place = 1
        func value() -> UInt32? {
            var result: UInt32 = 0
            var shift: UInt32 = 0
            while place < bytes.count, shift < 32 {
                let byte = bytes[place]
                place += 1
                result |= UInt32(byte & 0x7F) << shift
                if byte < 0x80 { return result }
                shift += 7
            }
            return nil
        }
        var last: UInt32 = 0
        while place < bytes.count {
            guard let step = value() else { return nil }
            last = last &+ step
            hashes.append(last)
            if first == 1 {
                guard let version = value(), version <= 0xFFFF else { return nil }
                versions.append(UInt16(version >> 1) | UInt16(version & 1) << 15)
            }
        }
        return (hashes, first == 1 ? versions : nil)
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static func base64(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 4 / 3 + 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = (0..<3).map { start + $0 < bytes.count ? UInt32(bytes[start + $0]) : 0 }
            let word = group[0] << 16 | group[1] << 8 | group[2]
            let count = min(3, bytes.count - start) + 1
            for digit in 0..<count { text.append(alphabet[Int(word >> UInt32(18 - 6 * digit) & 63)]) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, digit) in alphabet.enumerated() { values[Int(digit)] = UInt8(value) }
        return values
    }()

    private static func bytes(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count * 3 / 4)
        var word: UInt32 = 0
        var count = 0
        for digit in text.utf8 {
            let value = values[Int(digit)]
            guard value < 64 else { return nil }
            word = word << 6 | UInt32(value)
            count += 1
            if count == 4 {
                bytes += [UInt8(word >> 16 & 255), UInt8(word >> 8 & 255), UInt8(word & 255)]
                (word, count) = (0, 0)
            }
        }
        switch count {
        case 0: break
        case 2: bytes.append(UInt8(word >> 4 & 255))
        case 3: bytes += [UInt8(word >> 10 & 255), UInt8(word >> 2 & 255)]
        default: return nil
        }
        return bytes
    }
}
