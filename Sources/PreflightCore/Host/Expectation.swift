// What a policy demands of one fact of a host: at least, at most, between, one of, none of. Equality is seldom what is meant: systemd
// sets fs.file-max to 2^63-1, and who demands 2097152 of it wants no less than that.

public import PreflightHost

/// One demand with its reason.
public struct Expectation: Sendable, Equatable {
    /// The name of the fact.
    public var fact: String
    /// What is demanded.
    public var demand: Demand
    /// What a miss means.
    public var severity: Severity = .error
    /// The configuration says the severity; else it is the default, or a profile's.
    public var isSeverityChosen = false
    /// Only counts where this holds.
    public var condition: Condition?
    /// Why somebody wants it.
    public var reason: String?
    /// Who wants it.
    public var origin: Origin

    /// Another demand that has to hold first.
    public struct Condition: Sendable, Equatable {
        /// The name of the fact.
        public var fact: String
        /// What has to hold of it.
        public var demand: Demand
        /// As it was written.
        public var text: String
    }

    /// Where a demand comes from.
    public enum Origin: Sendable, Equatable {
        case commandLine
        /// The key path in the configuration.
        case configuration(String)
        /// A built-in profile; with whether its source documents the value, and the source.
        case profile(String, isDocumented: Bool, citation: String)
    }

    /// The demand as it would be written on a command line.
    public var text: String { fact + demand.description }
}

/// What may be demanded of a value.
public enum Demand: Sendable, Equatable, CustomStringConvertible {
    case atLeast(Amount)
    case atMost(Amount)
    case between(Amount, Amount)
    case oneOf([Operand])
    case noneOf([Operand])

    /// As on a command line, with the operator first.
    public var description: String {
        switch self {
        case .atLeast(let amount): ">=\(amount.text)"
        case .atMost(let amount): "<=\(amount.text)"
        case .between(let low, let high): "=\(low.text)..\(high.text)"
        case .oneOf(let operands): "=" + operands.map(\.description).joined(separator: "|")
        case .noneOf(let operands): "!=" + operands.map(\.description).joined(separator: "|")
        }
    }

    /// In words, behind "expected".
    public var words: String {
        switch self {
        case .atLeast(let amount): "at least \(amount.text)"
        case .atMost(let amount): "at most \(amount.text)"
        case .between(let low, let high): "\(low.text) to \(high.text)"
        case .oneOf(let operands): operands.map(\.description).joined(separator: " or ")
        case .noneOf(let operands): "anything but \(operands.map(\.description).joined(separator: " and "))"
        }
    }

    /// The amounts in it.
    var amounts: [Amount] {
        switch self {
        case .atLeast(let amount), .atMost(let amount): [amount]
        case .between(let low, let high): [low, high]
        case .oneOf(let operands), .noneOf(let operands):
            operands.compactMap { if case .amount(let amount) = $0 { amount } else { nil } }
        }
    }
}

/// One of the values that a fact may or may not have.
public enum Operand: Sendable, Equatable, CustomStringConvertible {
    case amount(Amount)
    case unlimited
    case text(String)

    /// As on a command line.
    public var description: String {
        switch self {
        case .amount(let amount): amount.text
        case .unlimited: "unlimited"
        case .text(let text): text
        }
    }
}

extension PreflightHost.Unit {
    /// For sentences: "is measured in …".
    var words: String {
        switch self {
        case .count: "plain numbers"
        case .bytes: "bytes"
        case .cpus: "processors"
        case .seconds: "seconds"
        case .ratio: "shares of a whole"
        }
    }
}

/// A number with a unit, or a sum of numbers and multiples of other facts: `64Ki`, `0.5 cpu`, `4*cpu.effective+32`.
public struct Amount: Sendable, Equatable {
    /// A number, times a fact where one is named.
    public struct Term: Sendable, Equatable {
        /// The factor.
        public var factor: Number
        /// The fact; nil for the number alone.
        public var fact: String?
    }

    /// What is added up.
    public var terms: [Term]
    /// The unit that was written; nil for none, which fits everything.
    public var unit: PreflightHost.Unit?
    /// As it was written.
    public var text: String

    /// The number, where it depends on no fact.
    public var constant: Number? {
        terms.contains { $0.fact != nil }
            ? nil : terms.reduce(Optional(Number(0))) { sum, term in sum.flatMap { $0.plus(term.factor) } }
    }
}
