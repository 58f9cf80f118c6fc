// How much of a limited thing may be used before it is told.

/// A count beside its limit.
struct UsageRule {
    /// Names of the readings.
    var used: String
    var limit: String
    /// What is counted, and what happens at the limit.
    var things: String
    var consequence: String
    /// Percent of the limit.
    var warning: Int128 = 80
    var error: Int128 = 95
    var citation: String?

    /// A remark where a share of the limit is reached; nil below it, and where either number is not known.
    func remark(_ used: Reading?, of limit: Reading?, remedy: HostRemedy?) -> Remark? {
        guard let used, let limit, case .success(.number(let count)) = used.value, case .success(.number(let most)) = limit.value,
            most > Number(0), let share = count.times(100, over: most)
        else { return nil }
        guard share >= Number(warning) else { return nil }
        return Remark(
            .nearlyExhausted, share >= Number(error) ? .error : .warning, self.used,
            "\(count) of \(most) \(things) are in use (\(share.floor) %, \(self.used) of \(self.limit)); \(consequence)",
            source: "\(used.source), \(limit.source)", remedy: remedy, citation: citation)
    }
}

extension Number {
    /// This number times `factor` over another; nil where there is no such number.
    func times(_ factor: Int128, over other: Number) -> Number? {
        guard other.numerator > 0 else { return nil }
        let (above, isTooLarge) = numerator.multipliedReportingOverflow(by: factor)
        let (top, topIsTooLarge) = above.multipliedReportingOverflow(by: other.denominator)
        let (below, belowIsTooLarge) = denominator.multipliedReportingOverflow(by: other.numerator)
        return isTooLarge || topIsTooLarge || belowIsTooLarge ? nil : Number(top, over: below)
    }
}
