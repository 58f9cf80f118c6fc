// Expectations put beside readings. Four outcomes, never mixed: pass, fail, warn, unknown; and a demand whose condition does not hold
// is told as such.

internal import PreflightELF
public import PreflightHost

/// What became of one expectation.
public struct HostFinding: Sendable {
    /// The sorts of outcome.
    public enum Outcome: String, Sendable, CaseIterable {
        case pass
        case fail
        /// Missed, and the expectation is no error.
        case warn
        /// Could not be read or compared.
        case unknown
        /// Its condition does not hold.
        case notApplicable = "not-applicable"
    }

    /// The expectation.
    public var expectation: Expectation
    /// What became of it.
    public var outcome: Outcome
    /// What was read; nil where the condition does not hold.
    public var reading: Reading?
    /// The demand with its formulas worked out: "at least 128 (4*cpu.effective+120)".
    public var expected: String
    /// Why it is unknown or does not apply; nil otherwise. Names from the system in it are not yet escaped.
    public var why: String?
    /// What to do.
    public var remedy: HostRemedy?
}

/// Judges expectations on one host.
public struct HostJudge {
    private let host: Host

    /// A judge of `host`.
    public init(_ host: Host) { self.host = host }

    /// Judges one expectation.
    ///
    /// - Throws: ``ExpectationError`` where it makes no sense whatever was read: an unknown name, a unit that does not fit.
    public func judge(_ expectation: Expectation) throws(ExpectationError) -> HostFinding {
        do throws(ExpectationError) { return try finding(expectation) } catch {
            guard case .configuration(let path) = expectation.origin else { throw error }
            throw ExpectationError("\(path): \(error.description)")
        }
    }

    private func finding(_ expectation: Expectation) throws(ExpectationError) -> HostFinding {
        var finding = HostFinding(expectation: expectation, outcome: .unknown, expected: expectation.demand.words)
        // A misspelt name is told on every host, whether or not the condition holds on this one.
        let reading = try reading(expectation.fact)
        try refuseOtherUnits(expectation.demand, reading, expectation.fact)
        for fact in expectation.demand.amounts.flatMap(\.terms).compactMap(\.fact) { _ = try self.reading(fact) }
        if let condition = expectation.condition {
            switch try holds(condition.demand, condition.fact) {
            case .yes: break
            case .no:
                finding.outcome = .notApplicable
                finding.why = "it counts only where \(condition.text)"
                return finding
            case .unknown(let why):
                finding.why = "whether \(condition.text) holds is not known: \(why)"
                return finding
            }
        }
        finding.reading = reading
        finding.expected = worked(expectation.demand)
        switch try compare(expectation.demand, reading, expectation.fact) {
        case .yes: finding.outcome = .pass
        case .no:
            finding.outcome = expectation.severity == .error ? .fail : .warn
            finding.remedy = host.remedy(for: expectation.fact, wanted: wanted(expectation.demand, reading))
        case .unknown(let why): finding.why = why
        }
        return finding
    }

    private enum Answer {
        case yes
        case no
        case unknown(String)
    }

    private func holds(_ demand: Demand, _ fact: String) throws(ExpectationError) -> Answer {
        try compare(demand, try reading(fact), fact)
    }

    private func reading(_ fact: String) throws(ExpectationError) -> Reading {
        if let reading = host.reading(of: fact) { return reading }
        let near = nearest(to: fact, among: host.names)
        throw ExpectationError(
            "\(Expectation.quoted(fact)) is the name of nothing that is known of a host"
                + (near.isEmpty ? "; preflight host --list names all" : "; did you mean \(near.joined(separator: " or "))?"))
    }

    private func refuseOtherUnits(_ demand: Demand, _ reading: Reading, _ fact: String) throws(ExpectationError) {
        for amount in demand.amounts {
            if let unit = amount.unit, unit != reading.unit {
                throw ExpectationError(
                    "\(RawText.visible(fact)) is measured in \(reading.unit.words), and \(RawText.visible(amount.text)) in "
                        + unit.words)
            }
        }
    }

    private func compare(_ demand: Demand, _ reading: Reading, _ fact: String) throws(ExpectationError) -> Answer {
        try refuseOtherUnits(demand, reading, fact)
        let value: Value
        switch reading.value {
        case .success(let read): value = read
        case .failure(let unknown): return .unknown(unknown.description)
        }
        switch demand {
        case .atLeast(let low): return try within(value, low, nil, fact)
        case .atMost(let high): return try within(value, nil, high, fact)
        case .between(let low, let high): return try within(value, low, high, fact)
        case .oneOf(let operands): return try isOne(value, of: operands, fact)
        case .noneOf(let operands):
            switch try isOne(value, of: operands, fact) {
            case .yes: return .no
            case .no: return .yes
            case .unknown(let why): return .unknown(why)
            }
        }
    }

    private func within(_ value: Value, _ low: Amount?, _ high: Amount?, _ fact: String) throws(ExpectationError) -> Answer {
        for (bound, isLow) in [(low, true), (high, false)] {
            guard let bound else { continue }
            switch value {
            case .text(let text):
                throw ExpectationError(
                    "\(RawText.visible(fact)) is a word (here \(Expectation.quoted(text))); compare it with = or !=")
            case .numbers(let numbers): throw several(numbers, fact)
            case .unlimited:
                // No limit is more than any number, whatever that is here; but no more than no limit.
                if isLow { continue }
                switch amount(bound) {
                case .failure(let why): return .unknown(why.description)
                case .success(.unlimited): continue
                case .success: return .no
                }
            case .number(let number):
                switch amount(bound) {
                case .failure(let why): return .unknown(why.description)
                case .success(.unlimited): if isLow { return .no }
                case .success(.number(let limit)): if isLow ? number < limit : limit < number { return .no }
                case .success: return .unknown("\(bound.text) is no number")
                }
            }
        }
        return .yes
    }

    private func several(_ numbers: [Number], _ fact: String) -> ExpectationError {
        let fact = RawText.visible(fact)
        return ExpectationError("\(fact) holds \(numbers.count) numbers; compare one of them: \(fact)[0]>=…")
    }

    private func isOne(_ value: Value, of operands: [Operand], _ fact: String) throws(ExpectationError) -> Answer {
        var why: String?
        for operand in operands {
            switch (operand, value) {
            case (.unlimited, .unlimited): return .yes
            // `max` is a word for some: the text counts where the value is one.
            case (.unlimited, .text(let text)): if Operand.wordsForUnlimited.contains(text) { return .yes }
            case (.amount(let amount), .number), (.amount(let amount), .unlimited):
                switch self.amount(amount) {
                case .failure(let reason): why = reason.description
                case .success(let wanted): if wanted == value { return .yes }
                }
            case (.text(let word), .number), (.text(let word), .unlimited):
                // Never equal, so that != would hold whatever was meant.
                throw noNumber(word, fact)
            case (.amount, .numbers(let numbers)): throw several(numbers, fact)
            case (_, .numbers(let numbers)):
                let text = numbers.map(\.description).joined(separator: " ")
                if operand.description.split(whereSeparator: { $0 == " " || $0 == "\t" }).joined(separator: " ") == text {
                    return .yes
                }
            case (_, .text(let text)): if operand.description == text { return .yes }
            default: break
            }
        }
        return why.map { .unknown($0) } ?? .no
    }

    private func noNumber(_ word: String, _ fact: String) -> ExpectationError {
        var reason = "\(Expectation.quoted(word)) is none"
        if host.reading(of: word) != nil {
            reason = "for the value of another fact write 1*\(RawText.visible(word))"
        } else if word.utf8.first.map({ $0 >= 0x30 && $0 <= 0x39 }) ?? false {
            do throws(ExpectationError) { _ = try Amount(word) } catch { reason = error.description }
        }
        return ExpectationError("\(RawText.visible(fact)) is a number: \(reason)")
    }

    /// What `amount` is on this host.
    private func amount(_ amount: Amount) -> Result<Value, Unknown> {
        var sum = Number(0)
        for term in amount.terms {
            var product = term.factor
            if let fact = term.fact {
                guard let reading = host.reading(of: fact) else {
                    return .failure(Unknown(.absent, "there is no fact \"\(fact)\" to compare with"))
                }
                switch reading.value {
                case .failure(let unknown): return .failure(unknown)
                case .success(.number(let number)):
                    guard let times = number.times(term.factor) else {
                        return .failure(Unknown(.malformed, "\(amount.text) is larger than any limit"))
                    }
                    product = times
                case .success(.unlimited): return .success(.unlimited)
                case .success: return .failure(Unknown(.malformed, "\(fact) is no number"))
                }
            }
            guard let total = sum.plus(product) else {
                return .failure(Unknown(.malformed, "\(amount.text) is larger than any limit"))
            }
            sum = total
        }
        return .success(.number(sum))
    }

    /// The demand in words, with what formulas come to.
    private func worked(_ demand: Demand) -> String {
        let formulas = demand.amounts.filter { $0.constant == nil }
        guard !formulas.isEmpty else { return demand.words }
        let values = formulas.map { formula in
            switch amount(formula) {
            case .success(.number(let number)): "\(formula.text) is \(number) here"
            case .success: "\(formula.text) is unlimited here"
            case .failure: "\(formula.text) is not known here"
            }
        }
        return "\(demand.words) (\(values.joined(separator: ", ")))"
    }

    /// The value that a remedy should set: the nearest that is right. What is counted in whole things is set to whole numbers.
    private func wanted(_ demand: Demand, _ reading: Reading) -> Value? {
        func value(_ amount: Amount, isLow: Bool = true) -> Value? {
            guard case .success(let value) = self.amount(amount) else { return nil }
            guard case .number(let number) = value, reading.unit == .count || reading.unit == .bytes else { return value }
            return .number(Number(isLow ? number.ceiling : number.floor))
        }
        switch demand {
        case .atLeast(let amount): return value(amount)
        case .atMost(let amount): return value(amount, isLow: false)
        case .between(let low, let high):
            if case .success(.number(let number)) = reading.value, case .number(let least)? = value(low), number < least {
                return .number(least)
            }
            return value(high, isLow: false)
        case .oneOf(let operands):
            switch operands.first {
            case .amount(let amount): return value(amount)
            case .unlimited: return .unlimited
            case .text(let text): return .text(text)
            case nil: return nil
            }
        case .noneOf: return nil
        }
    }
}
