// Exact numbers with units: 0.5 cpu must not become 0.49999, and 2^63-1 must not become 2^63.

/// A rational number whose bounds hold every 64-bit value, signed or not, and its quotient by another.
public struct Number: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Above the line; the sign is here.
    public let numerator: Int128
    /// Below the line; at least 1, without a common divisor with the numerator.
    public let denominator: Int128

    /// A whole number.
    public init(_ whole: some BinaryInteger) {
        numerator = Int128(whole)
        denominator = 1
    }

    /// `numerator / denominator`; nil where the denominator is not positive.
    public init?(_ numerator: Int128, over denominator: Int128) {
        guard denominator > 0 else { return nil }
        var (large, small) = (numerator.magnitude, denominator.magnitude)
        while small != 0 { (large, small) = (small, large % small) }
        let divisor = Int128(large == 0 ? 1 : large)
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    /// Reads digits with an optional sign: what the kernel writes. Nil for anything else, and beyond 2^64, which no limit is.
    public init?(kernel text: some StringProtocol) {
        guard let value = Int128(text), value.magnitude <= 1 << 64, !text.hasPrefix("+") else { return nil }
        self.init(value)
    }

    /// The whole number not above this one.
    public var floor: Int128 {
        let quotient = numerator / denominator
        return numerator < 0 && quotient * denominator != numerator ? quotient - 1 : quotient
    }

    /// The whole number not below this one.
    public var ceiling: Int128 { denominator == 1 ? numerator : floor + 1 }

    /// The whole number this is; nil for a fraction and for what has no place in Int.
    public var int: Int? { denominator == 1 ? Int(exactly: numerator) : nil }

    /// Compares exactly: nothing is rounded on the way.
    public static func < (left: Number, right: Number) -> Bool {
        let (a, aOver) = left.numerator.multipliedReportingOverflow(by: right.denominator)
        let (b, bOver) = right.numerator.multipliedReportingOverflow(by: left.denominator)
        if !aOver, !bOver { return a < b }
        guard left.floor == right.floor else { return left.floor < right.floor }
        // Both lie between the same whole numbers: what is left over is less than one, and of those the one with the larger
        // inverse is the smaller. The denominators shrink as in Euclid's algorithm.
        let (one, other) = (left.rest, right.rest)
        guard one != 0, other != 0 else { return one == 0 && other != 0 }
        guard let inverse = Number(left.denominator, over: one), let otherInverse = Number(right.denominator, over: other) else {
            return false
        }
        return otherInverse < inverse
    }

    /// The numerator of what is left above ``floor``.
    private var rest: Int128 {
        let rest = numerator % denominator
        return rest < 0 ? rest + denominator : rest
    }

    /// The sum; nil where it has no place.
    public func plus(_ other: Number) -> Number? {
        let (left, a) = numerator.multipliedReportingOverflow(by: other.denominator)
        let (right, b) = other.numerator.multipliedReportingOverflow(by: denominator)
        let (sum, c) = left.addingReportingOverflow(right)
        let (below, d) = denominator.multipliedReportingOverflow(by: other.denominator)
        return a || b || c || d ? nil : Number(sum, over: below)
    }

    /// The product; nil where it has no place.
    public func times(_ other: Number) -> Number? {
        let (above, a) = numerator.multipliedReportingOverflow(by: other.numerator)
        let (below, b) = denominator.multipliedReportingOverflow(by: other.denominator)
        return a || b ? nil : Number(above, over: below)
    }

    /// For people: digits; a fraction as a decimal of at most four places, the rest cut off: 0.5, 0.25, 1.3333.
    public var description: String { digits(places: 4) }

    /// For files: a thousandth of a microsecond is still told from none.
    public var precise: String { digits(places: 9) }

    /// Digits with at most `places` behind the point, the rest cut off.
    private func digits(places: Int) -> String {
        guard denominator != 1 else { return String(numerator) }
        let below = denominator.magnitude
        var (whole, rest) = numerator.magnitude.quotientAndRemainder(dividingBy: below)
        var text = (numerator < 0 ? "-" : "") + String(whole)
        var fraction = ""
        for _ in 0..<places where rest != 0 {
            // A denominator near 2^127 leaves no room for ten times the rest.
            let (ten, isTooLarge) = rest.multipliedReportingOverflow(by: 10)
            if isTooLarge { break }
            (whole, rest) = ten.quotientAndRemainder(dividingBy: below)
            fraction += String(whole)
        }
        while fraction.hasSuffix("0") { fraction.removeLast() }
        if !fraction.isEmpty { text += "." + fraction }
        return text
    }
}

/// What a value counts. A unit in an expectation must fit it.
public enum Unit: String, Sendable, CaseIterable {
    /// Things: open files, processes, mappings.
    case count
    /// Bytes.
    case bytes
    /// Processors.
    case cpus
    /// Seconds.
    case seconds
    /// Shares of a whole, 0 to 1.
    case ratio
}
