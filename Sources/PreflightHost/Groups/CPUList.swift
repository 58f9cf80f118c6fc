// Lists of processors as the kernel writes them: `0-4,6,8-10`.

/// A list of processors.
public struct CPUList: Sendable, Equatable {
    /// The ranges in the order of the text.
    public var ranges: [ClosedRange<Int>]

    /// Reads `0-4,6,8-10`; the empty text is the empty list. Nil for anything else, for a range that runs backwards, and for
    /// numbers beyond any kernel's.
    public init?(_ text: some StringProtocol) {
        ranges = []
        let text = text.trimmed
        guard !text.isEmpty else { return }
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Self.number($0) }
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first <= last else {
                return nil
            }
            ranges.append(first...last)
        }
    }

    /// The processors that are in both, in the order of this list.
    public func intersection(_ other: CPUList) -> CPUList {
        var both = self
        both.ranges = ranges.flatMap { range in
            other.ranges.compactMap { $0.overlaps(range) ? $0.clamped(to: range) : nil }
        }
        return both
    }

    /// How many.
    public var count: Int { ranges.reduce(0) { $0 + $1.count } }

    /// NR_CPUS is at most 8192 today; the bound keeps sums from overflowing.
    private static func number(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int(text), number < 1 << 20 else {
            return nil
        }
        return number
    }
}
