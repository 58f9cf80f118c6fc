// Taking text apart by bytes. Characters do not do: "\r\n" is one of them, and so is a slash with an accent behind it.

extension StringProtocol {
    /// The pieces between bytes of one kind.
    func pieces(between byte: Character, keepingEmpty: Bool = false) -> [Substring] {
        // A separator is ASCII wherever this is called.
        Substring(self).utf8.split(separator: byte.asciiValue ?? 0, omittingEmptySubsequences: !keepingEmpty).map {
            Substring($0)
        }
    }

    /// The lines that are not empty.
    var lines: [Substring] { pieces(between: "\n") }
}
