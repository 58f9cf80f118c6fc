// Plain HTML: elements around escaped text. No text from outside gets into a page but through here.

/// Writes elements to a sink.
struct HTMLWriter {
    private let sink: Sink

    init(_ sink: Sink) { self.sink = sink }

    /// Writes text; what markup is made of is escaped, for elements and quoted attributes alike.
    func text(_ text: String) { sink.write(Escape.xml(text)) }

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
        for (key, value) in attributes { sink.write(" \(key)=\"\(Escape.xml(value))\"") }
        sink.write(">")
        body()
        sink.write("</\(name)>\n")
    }
}
