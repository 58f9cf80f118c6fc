// Plain HTML: elements around escaped text. No text from outside gets into a page but through here.

import PreflightELF

/// Writes elements to a sink.
struct HTMLWriter {
    private let sink: Sink

    init(_ sink: Sink) { self.sink = sink }

    /// Writes text; what markup is made of is escaped, for elements and quoted attributes alike.
    func text(_ text: String) { sink.write(Self.escaped(text)) }

    /// Writes an element around text.
    func element(_ name: StaticString, class kind: StaticString? = nil, _ text: String) {
        element(name, class: kind) { self.text(text) }
    }

    /// Writes an element around what `body` writes.
    ///
    /// - Parameters:
    ///   - kind: the class.
    ///   - attributes: further attributes, ours; their values are escaped.
    func element(
        _ name: StaticString, class kind: StaticString? = nil, _ attributes: [(StaticString, String)] = [],
        _ body: () -> Void
    ) {
        sink.write("<\(name)")
        if let kind { sink.write(" class=\"\(kind)\"") }
        for (key, value) in attributes { sink.write(" \(key)=\"\(Self.escaped(value))\"") }
        sink.write(">")
        body()
        sink.write("</\(name)>\n")
    }

    /// `text` with what has a meaning in HTML as references.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { references[$0] != nil }) else { return text }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if let reference = references[byte] { bytes += Array(reference.utf8) } else { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let references: [UInt8: String] = [
        UInt8(ascii: "&"): "&amp;", UInt8(ascii: "<"): "&lt;", UInt8(ascii: ">"): "&gt;", UInt8(ascii: "\""): "&quot;",
        UInt8(ascii: "'"): "&#39;",
    ]
}
