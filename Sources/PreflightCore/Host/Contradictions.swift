// Expectations that cannot all hold: Redis wants vm.overcommit_memory 1, PostgreSQL 2. That is said before anything is judged, because
// no host can mend it.

internal import PreflightELF
internal import PreflightHost

/// Two expectations of one fact that no value meets.
public struct Contradiction: Sendable, Equatable {
    /// The first, in the order given.
    public var first: Expectation
    /// The other.
    public var second: Expectation

    /// All pairs among `expectations` that contradict each other. What depends on other facts is taken to agree.
    public static func find(in expectations: [Expectation]) -> [Contradiction] {
        var found: [Contradiction] = []
        var byFact: [String: [Expectation]] = [:]
        for expectation in expectations {
            let fact = canonical(expectation.fact)
            for other in byFact[fact, default: []]
            where other.condition == nil && expectation.condition == nil && excludes(other.demand, expectation.demand) {
                found.append(Contradiction(first: other, second: expectation))
            }
            byFact[fact, default: []].append(expectation)
        }
        return found
    }

    /// A kernel parameter has several names: with dots, with slashes, as a path.
    private static func canonical(_ fact: String) -> String {
        guard let name = try? ParameterName(fact) else { return fact }
        switch name.selection {
        case .whole: return name.key
        case .index(let index): return "\(name.key)[\(index)]"
        case .span: return name.key + ".span"
        }
    }

    private static func excludes(_ left: Demand, _ right: Demand) -> Bool {
        if case .oneOf(let values) = left { return values.allSatisfy { !admits(right, $0) } }
        if case .oneOf(let values) = right { return values.allSatisfy { !admits(left, $0) } }
        guard let left = bounds(left), let right = bounds(right) else { return false }
        return isEmpty(left.low, right.high) || isEmpty(right.low, left.high)
    }

    private static func isEmpty(_ low: Number?, _ high: Number?) -> Bool {
        guard let low, let high else { return false }
        return high < low
    }

    /// Whether `demand` lets `operand` pass, as far as that is known.
    private static func admits(_ demand: Demand, _ operand: Operand) -> Bool {
        switch (demand, operand) {
        case (.oneOf(let others), _): return others.contains { isSame($0, operand) }
        case (.noneOf(let others), _): return !others.contains { isSame($0, operand) }
        case (.atLeast, .unlimited): return true
        case (.atMost, .unlimited), (.between, .unlimited): return false
        case (_, .amount(let amount)):
            guard let value = amount.constant, let bounds = bounds(demand) else { return true }
            return !isEmpty(bounds.low, value) && !isEmpty(value, bounds.high)
        case (_, .text): return false
        }
    }

    /// 1Ki and 1024 are one value.
    private static func isSame(_ left: Operand, _ right: Operand) -> Bool {
        if case .amount(let a) = left, case .amount(let b) = right {
            guard let a = a.constant, let b = b.constant else { return true }
            return a == b
        }
        return left == right
    }

    private static func bounds(_ demand: Demand) -> (low: Number?, high: Number?)? {
        switch demand {
        case .atLeast(let low): (low.constant, nil)
        case .atMost(let high): (nil, high.constant)
        case .between(let low, let high): (low.constant, high.constant)
        case .oneOf, .noneOf: nil
        }
    }
}
