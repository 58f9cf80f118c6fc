// `nofile>=64Ki`, `cgroup.cpu.quota>=0.5 cpu`, `clock.source=tsc|kvm-clock`, `nproc>=nofile/2`: the little language of expectations.

import PreflightELF
internal import PreflightHost

/// An expectation that cannot be read: one sentence with the text, the place and what would be right.
public struct ExpectationError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The sentence.
    public var description: String

    /// The sentence as it is.
    public init(_ description: String) { self.description = description }
}

extension Expectation {
    /// Reads `text` as it stands on a command line.
    ///
    /// - Throws: ``ExpectationError``.
    public init(_ text: String, origin: Origin = .commandLine) throws(ExpectationError) {
        (fact, demand) = try Self.parts(text)
        self.origin = origin
    }

    /// The name and the demand in `text`.
    static func parts(_ text: String) throws(ExpectationError) -> (fact: String, demand: Demand) {
        func failure(_ why: String) -> ExpectationError { ExpectationError("\(quoted(text)): \(why)") }
        guard text.utf8.count <= longest else {
            throw failure("an expectation of \(text.utf8.count) bytes; none needs more than \(longest)")
        }
        guard let sign = text.firstIndex(where: { "<>=!≥≤".contains($0) }) else {
            throw failure("no comparison; write NAME>=VALUE, NAME<=VALUE, NAME=A|B, NAME=LOW..HIGH or NAME!=VALUE")
        }
        let fact = trimmed(text[..<sign])
        guard !fact.isEmpty else { throw failure("a name was expected in front of the comparison") }
        let rest = text[sign...]
        guard let (name, comparison) = comparisons.first(where: { rest.hasPrefix($0.0) }) else {
            throw failure("\(rest.prefix(1)) is no comparison; write >=, <=, = or !=")
        }
        let value = trimmed(rest.dropFirst(name.count))
        guard value.first.map({ !"<>=!≥≤".contains($0) }) ?? true else {
            throw failure("\(name)\(value.prefix(1)) is no comparison; write >=, <=, = or !=")
        }
        guard !value.isEmpty else { throw failure("a value was expected behind \(name)") }
        do throws(ExpectationError) {
            return (fact, try comparison(value))
        } catch {
            throw failure(error.description)
        }
    }

    /// Bytes; a name may have 1,024 of them.
    private static let longest = 4096

    /// Text of a user for a sentence: escaped, and not longer than a line or two.
    static func quoted(_ text: String) -> String {
        "\"" + (text.utf8.count <= 200 ? RawText.visible(text) : RawText.visible(String(text.prefix(100))) + "…") + "\""
    }

    private static let comparisons: [(String, @Sendable (String) throws(ExpectationError) -> Demand)] = [
        (">=", { (text) throws(ExpectationError) in .atLeast(try Amount(text)) }),
        ("≥", { (text) throws(ExpectationError) in .atLeast(try Amount(text)) }),
        ("<=", { (text) throws(ExpectationError) in .atMost(try Amount(text)) }),
        ("≤", { (text) throws(ExpectationError) in .atMost(try Amount(text)) }),
        ("!=", { (text) throws(ExpectationError) in .noneOf(try Operand.list(text)) }),
        ("==", { (text) throws(ExpectationError) in try Demand(equal: text) }),
        ("=", { (text) throws(ExpectationError) in try Demand(equal: text) }),
    ]

    static func trimmed(_ text: some StringProtocol) -> String {
        var rest = Substring(text)
        while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
        while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
        return String(rest)
    }
}

extension Demand {
    /// What stands behind `=`: `1..5` or `a|b`.
    init(equal text: String) throws(ExpectationError) {
        let bytes = Array(text.utf8)
        if let dots = bytes.firstRange(of: Array("..".utf8)), dots.lowerBound > 0, dots.upperBound < bytes.count {
            let low = Expectation.trimmed(String(decoding: bytes[..<dots.lowerBound], as: UTF8.self))
            let high = Expectation.trimmed(String(decoding: bytes[dots.upperBound...], as: UTF8.self))
            if let low = try? Amount(low), let high = try? Amount(high) {
                if let first = low.constant, let last = high.constant, last < first {
                    throw ExpectationError("the range \(Expectation.quoted(text)) is empty: its first value is above its last")
                }
                self = .between(low, high)
                return
            }
        }
        self = .oneOf(try Operand.list(text))
    }
}

extension Operand {
    /// Words or amounts between bars.
    static func list(_ text: String) throws(ExpectationError) -> [Operand] {
        var operands: [Operand] = []
        for part in text.split(separator: "|", omittingEmptySubsequences: false) {
            let word = Expectation.trimmed(part)
            guard !word.isEmpty else { throw ExpectationError("a value between two bars is empty") }
            operands.append(Operand(word))
        }
        return operands
    }

    /// What systemd and the kernel call it.
    static let wordsForUnlimited: Set<String> = ["unlimited", "infinity", "max"]

    /// `unlimited` and its other names, an amount, or else a text.
    public init(_ word: String) {
        if Self.wordsForUnlimited.contains(word) {
            self = .unlimited
        } else if let first = word.utf8.first,
            first == UInt8(ascii: "-") || first == UInt8(ascii: ".") || first >= 0x30 && first <= 0x39,
            let amount = try? Amount(word)
        {
            self = .amount(amount)
        } else {
            self = .text(word)
        }
    }
}

extension Amount {
    /// What units are called. Binary multiples end in i as in Kubernetes; a bare K could be either.
    private static let units: [String: (factor: Number, unit: PreflightHost.Unit?)] = {
        var units: [String: (factor: Number, unit: PreflightHost.Unit?)] = [
            "": (Number(1), nil), "B": (Number(1), .bytes), "bytes": (Number(1), .bytes), "cpu": (Number(1), .cpus),
            "cpus": (Number(1), .cpus), "s": (Number(1), .seconds), "min": (Number(60), .seconds), "h": (Number(3600), .seconds),
        ]
        units["ms"] = Number(1, over: 1000).map { ($0, .seconds) }
        units["us"] = Number(1, over: 1_000_000).map { ($0, .seconds) }
        units["ns"] = Number(1, over: 1_000_000_000).map { ($0, .seconds) }
        units["%"] = Number(1, over: 100).map { ($0, .ratio) }
        for (power, letter) in ["K", "M", "G", "T"].enumerated() {
            let binary = Number(Int128(1) << (10 * (power + 1)))
            let decimal = Number((0...power).reduce(Int128(1)) { product, _ in product * 1000 })
            units[letter + "i"] = (binary, nil)
            units[letter + "iB"] = (binary, .bytes)
            units[letter == "K" ? "k" : letter] = (decimal, nil)
            units[(letter == "K" ? "k" : letter) + "B"] = (decimal, .bytes)
        }
        return units
    }()

    /// Reads a number with a unit, a fact, or a sum of such.
    ///
    /// - Throws: ``ExpectationError`` without the text around it.
    public init(_ text: String) throws(ExpectationError) {
        self.text = text
        terms = []
        for part in text.split(separator: "+", omittingEmptySubsequences: false) {
            let word = Expectation.trimmed(part)
            guard let first = word.utf8.first else { throw ExpectationError("a value was expected beside +") }
            let isNumber = first == UInt8(ascii: "-") || first == UInt8(ascii: ".") || first >= 0x30 && first <= 0x39
            if !isNumber {
                guard !Operand.wordsForUnlimited.contains(word) else {
                    throw ExpectationError("nothing is more than unlimited, and all is less; write = or != before \(word)")
                }
                try take(fact: word)
            } else if let star = word.firstIndex(of: "*") {
                let factor = try Self.number(Expectation.trimmed(word[..<star])).number
                try take(fact: Expectation.trimmed(word[word.index(after: star)...]), factor)
            } else {
                let (number, unit) = try Self.number(word)
                terms.append(Term(factor: number, fact: nil))
                if let unit, let before = self.unit, unit != before {
                    throw ExpectationError("\(before.words) and \(unit.words) cannot be added")
                }
                self.unit = self.unit ?? unit
            }
        }
        // What cannot be added up now cannot be later.
        guard terms.contains(where: { $0.fact != nil }) || constant != nil else {
            throw ExpectationError("\(Expectation.quoted(text)) is larger than any limit")
        }
    }

    /// `nofile` or `nofile/2`.
    private mutating func take(fact text: String, _ factor: Number = Number(1)) throws(ExpectationError) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        // Names of interfaces have slashes too; a divisor is a number.
        let divisor = parts.count == 2 ? Int128(Expectation.trimmed(parts[1])) : nil
        let name = divisor == nil ? text : Expectation.trimmed(parts[0])
        guard !name.isEmpty, !name.contains(where: { $0 == " " || $0 == "*" }) else {
            throw ExpectationError(
                "\(Expectation.quoted(text)) is neither a number nor the name of a fact; a formula is written 2*NAME or NAME/2")
        }
        guard let share = Number(1, over: divisor ?? 1), let factor = factor.times(share) else {
            throw ExpectationError("\(Expectation.quoted(text)) divides by what is no positive number")
        }
        terms.append(Term(factor: factor, fact: name))
    }

    private static func number(_ text: String) throws(ExpectationError) -> (number: Number, unit: PreflightHost.Unit?) {
        let digits = text.prefix { $0 == "-" || $0 == "." || $0 == "_" || ("0"..."9").contains($0) }
        let suffix = Expectation.trimmed(text.dropFirst(digits.count))
        guard let number = decimal(digits.filter { $0 != "_" }) else {
            let isTooLarge = !digits.isEmpty && digits.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
            let hint = digits.contains(".") ? "no number; a fraction has at most nine places" : "no number"
            throw ExpectationError("\(Expectation.quoted(text)) is \(isTooLarge ? "larger than any limit" : hint)")
        }
        guard let (factor, unit) = units[suffix] else {
            if suffix == "K" { throw ExpectationError("K could mean 1,000 or 1,024; write k or Ki") }
            let near = nearest(to: suffix, among: units.keys.filter { !$0.isEmpty }.sorted())
            let hint =
                near.isEmpty
                ? "known are \(units.keys.filter { !$0.isEmpty }.sorted().joined(separator: " "))" : "did you mean \(near[0])?"
            throw ExpectationError("\(Expectation.quoted(suffix)) is no unit; \(hint)")
        }
        guard let product = number.times(factor) else {
            throw ExpectationError("\(Expectation.quoted(text)) is larger than any limit")
        }
        return (product, unit)
    }

    /// Digits with at most one point, exactly.
    private static func decimal(_ text: String) -> Number? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.count == 2 && parts[0].isEmpty ? Number(0) : Number(kernel: parts[0]) else { return nil }
        if parts.count == 1 { return whole }
        guard parts.count == 2, (1...9).contains(parts[1].count), let fraction = Int128(parts[1]), fraction >= 0 else {
            return nil
        }
        let scale = (0..<parts[1].count).reduce(Int128(1)) { product, _ in product * 10 }
        return Number(fraction, over: scale).flatMap { text.hasPrefix("-") ? nil : whole.plus($0) }
    }
}
