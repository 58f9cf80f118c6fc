// The syntax of systemd's configuration files: sections, assignments, comments, continued lines (systemd.syntax(7)).

/// One `Key=value` with the place it stands at.
public struct SystemdAssignment: Sendable, Equatable {
    /// The section: `Service`, `Manager`.
    public var section: String
    /// Before the equals sign.
    public var key: String
    /// Behind it, with continued lines joined; empty takes back what was assigned before.
    public var value: String
    /// The file, as people write it.
    public var file: String
    /// The line it begins on, from 1.
    public var line: Int

    /// `file:line`.
    public var place: String { "\(file):\(line)" }
}

/// A line that systemd warns of and passes over.
struct SystemdFault: Sendable, Equatable {
    var file: String
    var line: Int
    var message: String

    var place: String { "\(file):\(line)" }
}

/// One file, taken apart.
struct SystemdFile: Sendable {
    /// As people write it.
    var shown: String
    var assignments: [SystemdAssignment] = []
    var faults: [SystemdFault] = []

    /// Takes `text` apart; nothing in it is an error, for systemd goes on too.
    init(_ text: String, shown: String) {
        self.shown = shown
        var section: String?
        var joined: (text: String, line: Int)?
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, raw) in lines.enumerated() {
            let line = index == 0 && raw.unicodeScalars.first == "\u{FEFF}" ? String(raw.unicodeScalars.dropFirst()) : String(raw)
            let bare = line.trimmed
            // A comment inside of a continued line does not end it.
            if bare.hasPrefix("#") || bare.hasPrefix(";") { continue }
            let whole = (joined?.text ?? "") + line
            let first = joined?.line ?? index + 1
            if Self.isContinued(line) {
                joined = (String(whole.dropLast()) + " ", first)
                continue
            }
            joined = nil
            guard take(whole.trimmed, first, &section) else { return }
        }
        if let joined { _ = take(joined.text.trimmed, joined.line, &section) }
    }

    /// An odd number of backslashes at the end: the last one is not escaped itself.
    private static func isContinued(_ line: String) -> Bool {
        var count = 0
        for byte in line.utf8.reversed() {
            if byte == UInt8(ascii: "\r"), count == 0 { continue }
            guard byte == UInt8(ascii: "\\") else { break }
            count += 1
        }
        return count % 2 == 1
    }

    /// False where systemd gives the rest of the file up.
    private mutating func take(_ text: String, _ line: Int, _ section: inout String?) -> Bool {
        if text.isEmpty { return true }
        if text.hasPrefix("[") {
            guard text.hasSuffix("]") else {
                faults.append(
                    SystemdFault(file: shown, line: line, message: "the section header \(text) has no end; the rest is not read"))
                return false
            }
            section = String(text.dropFirst().dropLast())
            return true
        }
        guard let section else {
            faults.append(SystemdFault(file: shown, line: line, message: "\(text) stands before any section and is ignored"))
            return true
        }
        guard let equals = text.firstIndex(of: "=") else {
            faults.append(SystemdFault(file: shown, line: line, message: "\(text) has no equals sign and is ignored"))
            return true
        }
        let value = text[text.index(after: equals)...].trimmed
        assignments.append(
            SystemdAssignment(section: section, key: text[..<equals].trimmed, value: value, file: shown, line: line))
        return true
    }
}
