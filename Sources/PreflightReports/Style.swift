// Colour, columns and other matters of terminals.

import PreflightELF

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// How text is shown on its sink.
public struct Style: Sendable {
    /// Whether colours are used.
    public var hasColor: Bool
    /// Columns; a table that needs more is split.
    public var width: Int

    /// A style as it is.
    public init(hasColor: Bool, width: Int) {
        self.hasColor = hasColor
        self.width = width
    }

    /// The style for a descriptor: colour on a terminal unless TERM=dumb, anywhere with FORCE_COLOR, nowhere with
    /// NO_COLOR, which wins; its width, else 120.
    public init(descriptor: CInt, color: ColorChoice) {
        let isTerminal = isatty(descriptor) == 1
        switch color {
        case .always: hasColor = true
        case .never: hasColor = false
        case .auto:
            let refused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
            let forced = getenv("FORCE_COLOR").map { $0.pointee != 0 && String(cString: $0) != "0" } ?? false
            let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
            hasColor = !refused && (forced || isTerminal && !isDumb)
        }
        var size = winsize()
        if isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 {
            width = Int(size.ws_col)
        } else {
            width = 120
        }
    }

    func good(_ text: String) -> String { paint(text, "32") }
    func bad(_ text: String) -> String { paint(text, "31") }
    func doubtful(_ text: String) -> String { paint(text, "33") }
    func strong(_ text: String) -> String { paint(text, "1") }
    func faint(_ text: String) -> String { paint(text, "2") }

    /// `text` in lines of at most ``width`` columns; it keeps its own indentation, further lines get `indent`.
    func wrapped(_ text: String, indent: String = "  ") -> String {
        var lines: [String] = []
        // Empty words are kept: columns are made of blanks.
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        var current = String(words.first ?? "")
        for word in words.dropFirst() {
            if !word.isEmpty, current.unicodeScalars.count + word.unicodeScalars.count + 1 > width {
                lines.append(current)
                current = indent + word
            } else {
                current += " " + word
            }
        }
        lines.append(current)
        return lines.joined(separator: "\n")
    }

    private func paint(_ text: String, _ code: String) -> String {
        hasColor && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

/// `--color`.
public enum ColorChoice: String, CaseIterable, Sendable {
    case auto
    case always
    case never
}

/// `text` and as many blanks as fill `width` columns.
func padded(_ text: String, _ width: Int) -> String {
    let count = text.unicodeScalars.count
    return count >= width ? text : text + String(repeating: " ", count: width - count)
}

/// The first `limit` of `names`, and how many there are besides.
func shortened(_ names: [String], _ limit: Int) -> String {
    let shown = names.prefix(limit).joined(separator: ", ")
    return names.count <= limit ? shown : shown + ", and \(names.count - limit) more"
}

/// A symbol name that is not longer than a line bears; mangled ones keep both ends.
func brief(_ name: String) -> String {
    let scalars = name.unicodeScalars
    guard scalars.count > 56 else { return name }
    return String(String.UnicodeScalarView(scalars.prefix(36))) + "…" + String(String.UnicodeScalarView(scalars.suffix(18)))
}

/// `count` things, in words.
func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    count == 1 ? "1 \(one)" : "\(grouped(count)) \(many ?? one + "s")"
}

/// 12345 as 12,345.
public func grouped(_ number: Int) -> String {
    let digits = Array(String(number).utf8)
    var text: [UInt8] = []
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index) % 3 == 0, text != [UInt8(ascii: "-")] { text.append(UInt8(ascii: ",")) }
        text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
}
