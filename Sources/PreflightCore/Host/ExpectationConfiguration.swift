// An expectation in `.preflight.json`: the text of the command line, or an object where each part has a key.

import PreflightELF
internal import PreflightHost
import PreflightInputs

extension Expectation {
    private static let comparisons = ["atLeast", "atMost", "between", "oneOf", "noneOf"]
    private static let keys = ["fact"] + comparisons + ["severity", "appliesIf", "reason"]

    /// Reads the expectation at `node`.
    init(_ node: Node) throws(ConfigurationError) {
        if case .string(let text) = node.value {
            do throws(ExpectationError) {
                try self.init(text, origin: .configuration(node.path))
            } catch {
                throw ConfigurationError(description: "\(node.path): \(error.description)")
            }
            return
        }
        let members = try node.members(Self.keys)
        guard let fact = members["fact"] else {
            throw ConfigurationError(description: "\(node.path): an expectation needs a \"fact\"")
        }
        let given = Self.comparisons.filter { members[$0] != nil }
        guard given.count == 1, let name = given.first, let value = members[name] else {
            throw ConfigurationError(
                description:
                    "\(node.path): exactly one of \(Self.comparisons.joined(separator: ", ")) was expected, not \(given.count)")
        }
        self.init(fact: try fact.string(), demand: try Self.demand(name, value), origin: .configuration(node.path))
        if let severity = try members["severity"]?.word(Severity.allCases) {
            self.severity = severity
            isSeverityChosen = true
        }
        reason = try members["reason"]?.string()
        if let condition = members["appliesIf"] {
            let text = try condition.string()
            do throws(ExpectationError) {
                let (fact, demand) = try Self.parts(text)
                self.condition = Condition(fact: fact, demand: demand, text: text)
            } catch {
                throw ConfigurationError(description: "\(condition.path): \(error.description)")
            }
        }
    }

    private static func demand(_ name: String, _ node: Node) throws(ConfigurationError) -> Demand {
        switch name {
        case "atLeast": return .atLeast(try amount(node))
        case "atMost": return .atMost(try amount(node))
        case "between":
            let ends = try node.items()
            guard ends.count == 2 else { throw node.expected("a list of two values, the lowest and the highest") }
            let (low, high) = (try amount(ends[0]), try amount(ends[1]))
            if let first = low.constant, let last = high.constant, last < first {
                throw ConfigurationError(description: "\(node.path): the range is empty: \(low.text) is above \(high.text)")
            }
            return .between(low, high)
        default:
            var operands: [Operand] = []
            for item in try values(node) { operands.append(Operand(try text(item))) }
            return name == "oneOf" ? .oneOf(operands) : .noneOf(operands)
        }
    }

    private static func values(_ node: Node) throws(ConfigurationError) -> [Node] {
        guard case .array(let array) = node.value else { return [node] }
        guard !array.isEmpty else { throw node.expected("a list with a value") }
        return try node.items()
    }

    private static func amount(_ node: Node) throws(ConfigurationError) -> Amount {
        let text = try text(node)
        do throws(ExpectationError) {
            return try Amount(text)
        } catch {
            throw ConfigurationError(description: "\(node.path): \(error.description)")
        }
    }

    /// A number as its digits, which JSON may have without quotes.
    private static func text(_ node: Node) throws(ConfigurationError) -> String {
        switch node.value {
        case .number(let digits): return digits
        case .string(let text): return text
        default: throw node.expected("a number, or a text such as \"64Ki\"")
        }
    }
}
