// The FROM lines of a Dockerfile or Containerfile, with what their build arguments stand for. Nothing else of it matters here.
// https://docs.docker.com/reference/dockerfile/

/// The stages of a Dockerfile, in order; the last one ends up in the image.
struct Dockerfile {
    /// One `FROM`.
    struct Stage {
        /// The line that it begins on, from 1.
        var line: Int
        /// The image as it is written, with the arguments unresolved.
        var written: String
        /// The image with the defaults of the arguments.
        var image: String
        /// `AS name`, in lower case.
        var name: String?
        /// Arguments without a default.
        var unset: [String]
    }

    var stages: [Stage] = []

    /// Reads `text`; what is no instruction is passed over, as a build would tell.
    init(_ text: String) {
        var arguments: [String: String] = [:]
        for (line, instruction) in Self.instructions(text) {
            let words = instruction.split { $0 == " " || $0 == "\t" }.map(String.init)
            switch words.first?.uppercased() {
            // Only arguments from before the first FROM count in one.
            case "ARG" where stages.isEmpty:
                for word in words.dropFirst() {
                    let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
                    if parts.count == 2 { arguments[parts[0]] = Self.resolved(Self.unquoted(parts[1]), arguments).text }
                }
            case "FROM":
                let rest = words.dropFirst().drop { $0.hasPrefix("--") }
                guard let written = rest.first else { continue }
                let (image, unset) = Self.resolved(Self.unquoted(written), arguments)
                let named = rest.dropFirst().first?.uppercased() == "AS" ? rest.dropFirst(2).first?.lowercased() : nil
                stages.append(Stage(line: line, written: written, image: image, name: named, unset: unset))
            default: break
            }
        }
    }

    /// The stage that `stage` begins with, followed through the names of stages.
    func root(of stage: Int) -> Int {
        var place = stage
        // A name counts for the stages behind it, so this always goes back.
        while let base = stages[..<place].lastIndex(where: { $0.name == stages[place].image.lowercased() }) { place = base }
        return place
    }

    /// Whole instructions with the line they begin on: continued lines joined, comments and here-documents left out.
    private static func instructions(_ text: String) -> [(line: Int, text: String)] {
        var escape: Character = "\\"
        var result: [(line: Int, text: String)] = []
        var pending = ""
        var start = 0
        var ends: [(word: String, isIndented: Bool)] = []
        var mayDirect = true
        // "\r\n" is one character of Swift.
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        for (number, line) in lines.enumerated() {
            if let end = ends.first {
                let bare = end.isIndented ? line.drop { $0 == "\t" } : line[...]
                if bare == end.word[...] { ends.removeFirst() }
                continue
            }
            let trimmed = line.drop { $0 == " " || $0 == "\t" }
            if trimmed.hasPrefix("#") {
                let words = trimmed.dropFirst().filter { $0 != " " && $0 != "\t" }.lowercased()
                if mayDirect, words.hasPrefix("escape="), let sign = words.last { escape = sign }
                continue
            }
            if trimmed.isEmpty { continue }
            mayDirect = false
            if pending.isEmpty { start = number + 1 }
            var content = trimmed
            while content.last == " " || content.last == "\t" { content.removeLast() }
            if content.last == escape {
                pending += content.dropLast() + " "
                continue
            }
            pending += content
            ends = hereDocuments(pending)
            result.append((start, pending))
            pending = ""
        }
        if !pending.isEmpty { result.append((start, pending)) }
        return result
    }

    /// The words that end the here-documents of an instruction.
    private static func hereDocuments(_ instruction: String) -> [(word: String, isIndented: Bool)] {
        let verb = instruction.prefix { $0 != " " && $0 != "\t" }.uppercased()
        guard ["RUN", "COPY", "ADD"].contains(verb) else { return [] }
        var ends: [(word: String, isIndented: Bool)] = []
        for piece in instruction.split(separator: " ") {
            guard let place = piece.firstRange(of: "<<") else { continue }
            var word = piece[place.upperBound...]
            let isIndented = word.first == "-"
            if isIndented { word = word.dropFirst() }
            if word.first == "<" { continue }
            let name = unquoted(String(word))
            if let first = name.first, first.isLetter || first == "_" { ends.append((name, isIndented)) }
        }
        return ends
    }

    /// `text` with `$NAME`, `${NAME}`, `${NAME:-default}` and `${NAME:+other}` replaced; names without a value come second.
    private static func resolved(_ text: String, _ arguments: [String: String]) -> (text: String, unset: [String]) {
        var result = ""
        var unset: [String] = []
        var rest = text[...]
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            // Arguments made of arguments grow fast; no image has such a name.
            guard result.utf8.count <= 4096 else { return ("", ["\(rest[dollar...].prefix(20))"]) }
            rest = rest[dollar...].dropFirst()
            let isBraced = rest.first == "{"
            if isBraced { rest = rest.dropFirst() }
            let name = String(rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") })
            rest = rest.dropFirst(name.count)
            var alternative: String?
            var sign: Character = "-"
            if isBraced {
                let inside = rest.prefix { $0 != "}" }
                rest = rest.dropFirst(inside.count).dropFirst()
                if inside.hasPrefix(":"), let kind = inside.dropFirst().first {
                    sign = kind
                    alternative = String(inside.dropFirst(2))
                }
            }
            let value = arguments[name].flatMap { $0.isEmpty ? nil : $0 }
            switch (value, alternative) {
            case (.some, .some(let other)) where sign == "+": result += other
            case (.some(let value), _): result += value
            case (.none, .some(let other)) where sign == "-": result += other
            case (.none, .some) where sign == "+": break
            default: unset.append(name)
            }
        }
        return (result + rest, unset)
    }

    private static func unquoted(_ text: String) -> String {
        guard text.count >= 2, let first = text.first, first == "\"" || first == "'", text.last == first else { return text }
        return String(text.dropFirst().dropLast())
    }
}
