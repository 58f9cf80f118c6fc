// Text from files, made harmless for the place it goes to. Everything takes text that is escaped for a terminal already
// (`shown`), so that no control character, line break or direction mark is left; what is special in one format is done here.

import PreflightELF

/// Escapes for one format each.
enum Escape {
    /// Character data and attribute values of XML.
    static func xml(_ text: String) -> String {
        replaced(text) { byte in
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            // ]]> ends a CDATA section, and is forbidden outside of one.
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\""): "&quot;"
            case UInt8(ascii: "'"): "&#39;"
            default: nil
            }
        }
    }

    /// A code span of Markdown, in a table too: mentions, links and issue numbers do not act in one.
    static func markdownCode(_ text: String) -> String {
        if text.isEmpty { return "" }
        // Backticks, pipes and what an end of the span would let loose go into an element, as character references.
        let isPlain = text.utf8.allSatisfy { byte in
            byte != UInt8(ascii: "`") && byte != UInt8(ascii: "|") && byte != UInt8(ascii: "\\")
        }
        return isPlain ? "`\(text)`" : "<code>\(references(text))</code>"
    }

    /// Prose of Markdown: nothing in it is markup, a mention, a reference or a link.
    static func markdown(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 16)
        for (place, byte) in bytes.enumerated() {
            switch byte {
            // In a span of its own the sign does not make what follows a mention, an issue or a label.
            case UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "!"), UInt8(ascii: "~"), UInt8(ascii: "%"), UInt8(ascii: "$"):
                result += [UInt8(ascii: "`"), byte, UInt8(ascii: "`")]
            // Before a blank it ends a clause; elsewhere it may begin a link or an emoji.
            case UInt8(ascii: ":"):
                let ends = place + 1 == bytes.count || bytes[place + 1] == UInt8(ascii: " ")
                result += ends ? [byte] : Array("&#58;".utf8)
            case UInt8(ascii: ".") where place >= 3 && bytes[place - 3..<place].allSatisfy { $0 | 0x20 == UInt8(ascii: "w") }:
                result += "&#46;".utf8
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\"):
                result += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "`"):
                result += "&#\(byte);".utf8
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func references(_ text: String) -> String {
        replaced(text) { byte in
            let isWord = byte >= 0x80 || byte == UInt8(ascii: " ") || isLetterOrDigit(byte) || "/.-+=,:;()".utf8.contains(byte)
            return isWord ? nil : "&#\(byte);"
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// The message of a workflow command of GitHub.
    static func workflowMessage(_ text: String) -> String {
        replaced(text) { byte in
            switch byte {
            case UInt8(ascii: "%"): "%25"
            case 13: "%0D"
            case 10: "%0A"
            default: nil
            }
        }
    }

    /// A property of a workflow command of GitHub.
    static func workflowProperty(_ text: String) -> String {
        replaced(workflowMessage(text)) { byte in
            switch byte {
            case UInt8(ascii: ":"): "%3A"
            case UInt8(ascii: ","): "%2C"
            default: nil
            }
        }
    }

    /// A description of TAP: a number sign would begin a directive.
    static func tap(_ text: String) -> String {
        replaced(text) { $0 == UInt8(ascii: "#") ? "\\#" : $0 == UInt8(ascii: "\\") ? "\\\\" : nil }
    }

    /// Output of a Nagios plugin: a bar would begin the performance data.
    static func nagios(_ text: String) -> String { replaced(text) { $0 == UInt8(ascii: "|") ? "\\x7c" : nil } }

    /// The value of a label of OpenMetrics.
    static func label(_ text: String) -> String {
        replaced(text) { $0 == UInt8(ascii: "\"") ? "\\\"" : $0 == UInt8(ascii: "\\") ? "\\\\" : $0 == 10 ? "\\n" : nil }
    }

    /// A path as a relative or file URI: bytes, percent-encoded where the standard wants it. Takes the text as it is in the file.
    static func uri(_ path: String) -> String {
        var text = path.utf8.first == UInt8(ascii: "/") ? "file://" : ""
        for byte in RawText.bytes(path) {
            if isLetterOrDigit(byte) || "/._-~".utf8.contains(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = Array(RawText.hex(UInt64(byte), digits: 2).uppercased())
                text += "%" + String(digits)
            }
        }
        return text
    }

    private static func replaced(_ text: String, _ replacement: (UInt8) -> String?) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if byte < 0x80, let other = replacement(byte) { result += other.utf8 } else { result.append(byte) }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
