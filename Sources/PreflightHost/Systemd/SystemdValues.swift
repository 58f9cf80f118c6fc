// How systemd reads numbers, sizes, times, shares and limits: parse_size, parse_time, parse_permyriad, safe_atou64, rlimit_parse
// and parse_boolean of its source, version 252 to 262. Exact, and nil for what systemd refuses.

/// Texts of unit files and of the manager's configuration, as values.
enum SystemdValue {
    /// RLIM_INFINITY; systemd refuses it and all above it as a number.
    private static let tooLarge = Int128(UInt64.max)

    /// A number as strtoull reads it with base 0: a leading 0 makes it octal, 0x hexadecimal.
    static func count(_ text: some StringProtocol) -> Number? {
        // A plus sign is taken.
        let text = text.hasPrefix("+") ? text.dropFirst().lowercased() : text.lowercased()
        let bases = [("0x", 16), ("0b", 2), ("0o", 8)]
        let digits: (Substring, Int) =
            bases.first { text.hasPrefix($0.0) && text.utf8.count > 2 }.map { (text.dropFirst(2), $0.1) }
            ?? (text.utf8.count > 1 && text.hasPrefix("0") ? (text.dropFirst(), 8) : (text[...], 10))
        guard !digits.0.hasPrefix("+"), !digits.0.hasPrefix("-"), let value = UInt64(digits.0, radix: digits.1) else {
            return nil
        }
        return Number(value)
    }

    /// Bytes: `16G`, `1.5K`, `1G 512M`; the suffixes K to E count by 1024, and only in capitals.
    static func bytes(_ text: some StringProtocol) -> Number? {
        sum(text, units: sizes, unitless: 1) { place, previous in place < previous }
    }

    private static let sizes: [(String, Int128)] = [
        ("E", 1 << 60), ("P", 1 << 50), ("T", 1 << 40), ("G", 1 << 30), ("M", 1 << 20), ("K", 1 << 10), ("B", 1),
    ]

    /// Microseconds of a time span: `5min 20s`, `1.5h`, `infinity` is not among them; `unitless` is what a bare number counts.
    static func microseconds(_ text: some StringProtocol, unitless: Int128) -> Number? {
        sum(text, units: times, unitless: unitless) { _, _ in true }
    }

    /// Longer names first: `m` is a prefix of `min` and of `ms`.
    private static let times: [(String, Int128)] = [
        ("seconds", 1_000_000), ("second", 1_000_000), ("minutes", 60_000_000), ("minute", 60_000_000),
        ("months", 2_629_800_000_000),
        ("month", 2_629_800_000_000), ("hours", 3_600_000_000), ("hour", 3_600_000_000), ("days", 86_400_000_000),
        ("weeks", 604_800_000_000), ("week", 604_800_000_000), ("years", 31_557_600_000_000), ("year", 31_557_600_000_000),
        ("msec", 1000), ("usec", 1), ("sec", 1_000_000), ("min", 60_000_000), ("day", 86_400_000_000), ("ms", 1000), ("us", 1),
        ("µs", 1), ("μs", 1), ("hr", 3_600_000_000), ("s", 1_000_000), ("M", 2_629_800_000_000), ("m", 60_000_000),
        ("h", 3_600_000_000),
        ("d", 86_400_000_000), ("w", 604_800_000_000), ("y", 31_557_600_000_000),
    ]

    /// Numbers with units, added up; each whole part and fraction of at most 18 digits.
    private static func sum(
        _ text: some StringProtocol, units: [(String, Int128)], unitless: Int128, mayFollow: (Int128, Int128) -> Bool
    ) -> Number? {
        var rest = Substring(text.trimmed)
        var total: Int128 = 0
        var previous = Int128.max
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let whole = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(whole.count)
            var fraction: Substring = ""
            if rest.hasPrefix(".") {
                fraction = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
                rest = rest.dropFirst(fraction.count + 1)
            }
            guard !whole.isEmpty || !fraction.isEmpty, whole.utf8.count <= 20, fraction.utf8.count <= 18 else { return nil }
            rest = Substring(rest.trimmed)
            let unit = units.first { rest.hasPrefix($0.0) }
            let factor = unit?.1 ?? unitless
            // Two numbers side by side without a unit between them are no sum.
            if unit == nil, !rest.isEmpty { return nil }
            rest = Substring(rest.dropFirst(unit?.0.count ?? 0).trimmed)
            guard mayFollow(factor, previous) else { return nil }
            previous = factor
            var scale: Int128 = 1
            for _ in fraction.utf8 { scale *= 10 }
            guard let large = whole.isEmpty ? 0 : Int128(whole), let small = fraction.isEmpty ? 0 : Int128(fraction) else {
                return nil
            }
            let (product, isOver) = large.multipliedReportingOverflow(by: factor)
            guard !isOver, product < tooLarge, total < tooLarge else { return nil }
            total += product + small * factor / scale
        }
        return total < tooLarge ? Number(total) : nil
    }

    /// A share: `15%`, `12.5%`, `33‰`, `5‱`; exact to a ten-thousandth.
    static func share(_ text: some StringProtocol) -> Number? {
        let text = text.trimmed
        let signs: [(Character, Int128, Int)] = [("%", 100, 2), ("‰", 1000, 1), ("‱", 10_000, 0)]
        guard let last = text.last, let sign = signs.first(where: { $0.0 == last }) else { return nil }
        let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
        guard let first = parts.first, parts.count <= 2, let whole = UInt32(first), !first.hasPrefix("+") else { return nil }
        var total = Number(Int128(whole), over: sign.1)
        if parts.count == 2 {
            guard (1...2).contains(parts[1].utf8.count), parts[1].utf8.count <= sign.2, let places = UInt8(parts[1]),
                !parts[1].hasPrefix("+")
            else { return nil }
            let scale: Int128 = parts[1].utf8.count == 2 ? 100 : 10
            total = Number(Int128(whole) * scale + Int128(places), over: sign.1 * scale)
        }
        return total
    }

    /// `yes`, `no` and their like.
    static func truth(_ text: String) -> Bool? {
        let text = text.lowercased()
        if ["1", "yes", "y", "true", "t", "on"].contains(text) { return true }
        return ["0", "no", "n", "false", "f", "off"].contains(text) ? false : nil
    }

    /// A `Limit…=`: soft and hard, or one number for both; nil where systemd refuses it (a soft limit above the hard one, too).
    static func limit(_ text: String, of resource: LimitResource) -> SystemdLimit? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let soft = bound(String(parts[0]), of: resource) else { return nil }
        guard parts.count == 2 else { return SystemdLimit(soft: soft, hard: soft) }
        guard let hard = bound(String(parts[1]), of: resource) else { return nil }
        switch (soft, hard) {
        case (.unlimited, .number): return nil
        case (.number(let low), .number(let high)) where low > high: return nil
        default: return SystemdLimit(soft: soft, hard: hard)
        }
    }

    private static func bound(_ text: String, of resource: LimitResource) -> Value? {
        if text == "infinity", resource.syntax != .nice { return .unlimited }
        let number: Number? =
            switch resource.syntax {
            case .count: count(text)
            case .bytes: bytes(text)
            // The kernel counts whole seconds; what is left over makes one more.
            case .seconds:
                microseconds(text, unitless: 1_000_000).flatMap { Number($0.numerator, over: 1_000_000) }.map {
                    Number($0.ceiling)
                }
            case .microseconds: microseconds(text, unitless: 1)
            case .nice: nice(text)
            }
        guard let number, number < Number(tooLarge) else { return nil }
        return .number(number)
    }

    /// `+5` and `-5` are nice values, bare numbers the kernel's own scale from 0 to 40.
    private static func nice(_ text: String) -> Number? {
        guard let number = count(text.hasPrefix("+") || text.hasPrefix("-") ? String(text.dropFirst()) : text)?.int else {
            return nil
        }
        if text.hasPrefix("+") { return number < 20 ? Number(20 - number) : nil }
        if text.hasPrefix("-") { return number <= 20 ? Number(20 + number) : nil }
        return number <= 40 ? Number(number) : nil
    }
}

/// A soft and a hard limit.
public struct SystemdLimit: Sendable, Hashable {
    /// What the kernel enforces.
    public var soft: Value
    /// How far the process may raise it.
    public var hard: Value

    /// A limit as it is.
    public init(soft: Value, hard: Value) {
        self.soft = soft
        self.hard = hard
    }
}
