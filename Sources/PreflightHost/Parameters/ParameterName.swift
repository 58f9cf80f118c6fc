// Names of kernel parameters: with dots, with slashes, with a dot inside a component, or a path.

/// Which kernel parameter is meant, and which of its values.
public struct ParameterName: Sendable, Equatable {
    /// The file, absolute: `/proc/sys/net/ipv4/ip_forward`, `/sys/kernel/mm/transparent_hugepage/enabled`.
    public var path: String
    /// The one name of the parameter: dots between components, slashes for the dots in them
    /// (`net.ipv4.conf.enp3s0/200.forwarding`); for a file of /sys its path.
    public var key: String
    /// Which of several values.
    public var selection: Selection

    /// A part of a parameter with several values.
    public enum Selection: Sendable, Equatable {
        /// All of it.
        case whole
        /// `[0]`: one of them, counted from 0.
        case index(Int)
        /// `.span`: the last less the first and one; how many ports a range has.
        case span
    }

    /// Takes a name apart.
    ///
    /// The first separator decides, as in sysctl.d(5): after a slash the rest is literal, after a dot dots and slashes change
    /// places. A name that begins with /proc/sys/ or /sys/ is a path.
    ///
    /// - Throws: ``Unknown`` (`.malformed`) for what can be no parameter or leads out of /proc/sys and /sys.
    public init(_ text: String) throws(Unknown) {
        func refuse(_ reason: String) -> Unknown {
            Unknown(.malformed, "\"\(text)\" is no name of a kernel parameter: \(reason)")
        }
        var name = text[...]
        selection = .whole
        if name.hasSuffix("]") {
            guard let bracket = name.lastIndex(of: "["), case let digits = name[name.index(after: bracket)...].dropLast(),
                digits.utf8.count <= 9, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let index = Int(digits)
            else { throw refuse("between the brackets stands no number from 0 on") }
            selection = .index(index)
            name = name[..<bracket]
        } else if name.hasSuffix(".span") {
            selection = .span
            name = name.dropLast(5)
        }
        guard !name.isEmpty else { throw refuse("it is empty") }
        guard name.utf8.count <= 1024 else {
            throw Unknown(.malformed, "a name of \(name.utf8.count) bytes is no name of a kernel parameter")
        }
        guard !name.unicodeScalars.contains(where: { $0 == "[" || $0 == "]" }) else {
            throw refuse("a bracket stands elsewhere than around an index at its end")
        }
        guard !name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            throw refuse("it holds a control character")
        }
        let parts: [String]
        var base = "/proc/sys"
        if name.hasPrefix("/proc/sys/") {
            parts = Self.split(name.dropFirst(10))
        } else if name.hasPrefix("/sys/") {
            base = "/sys"
            parts = Self.split(name.dropFirst(5))
        } else if name.hasPrefix("/") {
            throw refuse("the path is neither below /proc/sys nor below /sys")
        } else {
            parts = Self.components(name)
        }
        for part in parts {
            if part.isEmpty { throw refuse("a component is empty") }
            if part == "." || part == ".." { throw refuse("\"\(part)\" is no component of it") }
            if part.utf8.contains(UInt8(ascii: "/")) { throw refuse("a slash stands where only a dot can separate") }
        }
        path = base + "/" + parts.joined(separator: "/")
        key = base == "/sys" ? path : Self.key(parts)
    }

    private static func split(_ text: Substring) -> [String] {
        text.pieces(between: "/", keepingEmpty: true).map(String.init)
    }

    /// The components of a name without a leading slash.
    static func components(_ name: Substring) -> [String] {
        guard let separator = name.unicodeScalars.first(where: { $0 == "." || $0 == "/" }), separator == "." else {
            return split(name)
        }
        return name.pieces(between: ".", keepingEmpty: true).map { exchange("/", ".", in: $0) }
    }

    /// The name of the components.
    static func key(_ components: [String]) -> String {
        components.map { exchange(".", "/", in: $0[...]) }.joined(separator: ".")
    }

    private static func exchange(_ old: Unicode.Scalar, _ new: Unicode.Scalar, in text: Substring) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(scalar == old ? new : scalar) }
        return String(scalars)
    }

    /// The value that is meant, taken from what the file holds.
    ///
    /// - Throws: ``Unknown`` where there is no such value.
    func select(_ value: Value) throws(Unknown) -> Value {
        switch (selection, value) {
        case (.whole, _): return value
        case (.index(0), .number): return value
        case (.index(let index), .numbers(let numbers)) where index < numbers.count: return .number(numbers[index])
        case (.index(let index), .text(let text)) where index < text.words.count: return .text(String(text.words[index]))
        case (.index(let index), _):
            let count: Int =
                switch value {
                case .numbers(let numbers): numbers.count
                case .text(let text): text.words.count
                case .number, .unlimited: 1
                }
            throw Unknown(
                .notApplicable, "\(key) has \(count == 1 ? "one value" : "\(count) values"), none at [\(index)]: the first is [0]"
            )
        case (.span, .numbers(let numbers)):
            guard numbers.count == 2, numbers[0] <= numbers[1], let first = numbers[0].int, let last = numbers[1].int,
                case let (span, isTooLarge) = last.subtractingReportingOverflow(first), !isTooLarge
            else { throw Unknown(.notApplicable, "\(key) is no range of two numbers: \(value.shown)") }
            return .number(Number(Int128(span) + 1))
        case (.span, _): throw Unknown(.notApplicable, "\(key) is no range of two numbers: \(value.shown)")
        }
    }
}
