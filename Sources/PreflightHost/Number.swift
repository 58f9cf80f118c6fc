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

    /// Reads digits with an optional sign: what the kernel writes. Nil for anything else, and beyond 2^100.
    public init?(kernel text: some StringProtocol) {
        guard let value = Int128(text), value.magnitude < 1 << 100, !text.hasPrefix("+") else { return nil }
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
        return left.floor != right.floor ? left.floor < right.floor : left.denominator > right.denominator
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

    /// Digits; a fraction as a decimal of at most four places: 0.5, 0.25, 1.3333.
    public var description: String {
        guard denominator != 1 else { return String(numerator) }
        let scaled = Number(numerator * 10_000, over: denominator)?.floor ?? 0
        var places = String(scaled.magnitude % 10_000)
        places = String(repeating: "0", count: 4 - places.count) + places
        while places.hasSuffix("0") { places.removeLast() }
        return (numerator < 0 ? "-" : "") + String(scaled.magnitude / 10_000) + (places.isEmpty ? "" : "." + places)
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
