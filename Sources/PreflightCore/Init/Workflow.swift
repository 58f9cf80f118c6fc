// The machines and images of a GitHub workflow: `runs-on`, `container`, and the matrices that their values come from. A small part of
// YAML is read, as workflows are written: block and flow collections, scalars on one line. What is written otherwise is passed over.

/// Where the jobs of one workflow run.
struct Workflow {
    /// One value of `runs-on` or of a container's image.
    struct Place: Equatable {
        var line: Int
        /// `runs-on` or `container`.
        var key: String
        /// As it is written.
        var written: String
        /// With the values of the matrix; the expression itself where they are not known.
        var value: String
    }

    var places: [Place] = []

    /// Reads `text`.
    init(_ text: String) {
        let leaves = YAMLLines(text).leaves.filter { $0.path.first == "jobs" && $0.path.count > 2 }
        for job in Self.distinct(leaves.map { $0.path[1] }) {
            let own = leaves.filter { $0.path[1] == job }.map { ($0.path.dropFirst(2).joined(separator: "."), $0) }
            let isContained = own.contains { $0.0 == "container" || $0.0 == "container.image" }
            for (path, leaf) in own {
                let key: String
                switch path {
                case "container", "container.image": key = "container"
                // A job in a container sees nothing of its machine but the kernel.
                case "runs-on", "runs-on.[]", "runs-on.labels", "runs-on.labels.[]":
                    if isContained { continue }
                    key = "runs-on"
                default: continue
                }
                for value in Self.values(of: leaf.value, own) {
                    let place = Place(line: leaf.line, key: key, written: leaf.value, value: value)
                    if !places.contains(place), places.count < 256 { places.append(place) }
                }
            }
        }
    }

    private static func distinct(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    /// `text` with each value that the job's matrix has for its first expression, and so on for the next.
    private static func values(of text: String, _ job: [(String, YAMLLines.Leaf)], depth: Int = 0) -> [String] {
        guard depth < 4, let start = text.firstRange(of: "${{"),
            let end = text[start.upperBound...].firstRange(of: "}}")
        else { return [text] }
        let expression = text[start.upperBound..<end.lowerBound].filter { $0 != " " }
        guard expression.hasPrefix("matrix.") else { return [text] }
        let words = expression.dropFirst(7).split(separator: ".", maxSplits: 1).map(String.init)
        guard let name = words.first else { return [text] }
        let rest = words.count > 1 ? ".\(words[1])" : ""
        let sources: Set = [
            "strategy.matrix.\(name).[]\(rest)", "strategy.matrix.include.[].\(name)\(rest)", "strategy.matrix.\(name)\(rest)",
        ]
        let known = distinct(job.filter { sources.contains($0.0) }.map(\.1.value)).prefix(64)
        if known.isEmpty { return [text] }
        return known.flatMap { value in
            values(of: text[..<start.lowerBound] + value + text[end.upperBound...], job, depth: depth + 1)
        }
    }
}

/// The scalars of a YAML text with the keys above them; items of a list have the key `[]`.
struct YAMLLines {
    /// One scalar.
    struct Leaf {
        var path: [String]
        var value: String
        var line: Int
    }

    private(set) var leaves: [Leaf] = []
    private var stack: [(key: String, indent: Int, isItem: Bool)] = []

    init(_ text: String) {
        var blockIndent: Int?
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        var number = 0
        while number < lines.count {
            var line = lines[number][...]
            number += 1
            let indent = line.prefix { $0 == " " }.count
            line = line.dropFirst(indent)
            if line.isEmpty || line.first == "#" { continue }
            if let block = blockIndent {
                if indent > block { continue }
                blockIndent = nil
            }
            var column = indent
            while line.first == "-", line.dropFirst().first ?? " " == " " {
                guard stack.count < 64 else { return }
                while let top = stack.last, top.indent > column || top.indent == column && top.isItem { stack.removeLast() }
                stack.append(("[]", column, true))
                let blanks = line.dropFirst().prefix { $0 == " " }.count
                line = line.dropFirst(1 + blanks)
                column += 1 + blanks
            }
            guard stack.count < 64 else { return }
            guard let (key, value) = Self.pair(line) else {
                let scalar = Self.scalar(line)
                if stack.last?.isItem == true, !scalar.isEmpty { take(scalar, [], at: number) }
                continue
            }
            while let top = stack.last, top.indent >= column { stack.removeLast() }
            stack.append((key, column, false))
            if value.first == "|" || value.first == ">" {
                blockIndent = column
            } else if value.first == "[" || value.first == "{" {
                var whole = String(value)
                let first = number
                let closing: Character = value.first == "[" ? "]" : "}"
                while !Self.scalarText(whole[...]).hasSuffix(String(closing)), number < lines.count, number - first < 100 {
                    whole = String(Self.scalarText(whole[...])) + " " + lines[number].drop { $0 == " " }
                    number += 1
                }
                flow(Self.scalarText(whole[...]), at: first)
            } else {
                let scalar = Self.scalar(value)
                if !scalar.isEmpty { take(scalar, [], at: number) }
            }
        }
    }

    private mutating func take(_ value: String, _ further: [String], at line: Int) {
        guard leaves.count < 100_000 else { return }
        leaves.append(Leaf(path: stack.map(\.key) + further, value: value, line: line))
    }

    /// `[a, b]` and `{a: b}`; what is nested in them is passed over.
    private mutating func flow(_ text: Substring, at line: Int) {
        let isList = text.first == "["
        for item in text.dropFirst().dropLast().split(separator: ",") {
            let item = item.drop { $0 == " " }
            if isList {
                let value = Self.scalar(item)
                if !value.isEmpty { take(value, ["[]"], at: line) }
            } else if let (key, value) = Self.pair(item) {
                take(Self.scalar(value), [key], at: line)
            }
        }
    }

    /// `key: value`; nil for what is no pair, such as `swift:6.1-jammy`.
    private static func pair(_ line: Substring) -> (String, Substring)? {
        if let quote = line.first, quote == "\"" || quote == "'" {
            guard let end = line.dropFirst().firstIndex(of: quote) else { return nil }
            let rest = line[end...].dropFirst()
            guard rest.first == ":" else { return nil }
            return (String(line[..<end].dropFirst()), rest.dropFirst().drop { $0 == " " })
        }
        var place = line.startIndex
        while let colon = line[place...].firstIndex(of: ":") {
            let next = line.index(after: colon)
            if next == line.endIndex || line[next] == " " {
                return (String(line[..<colon]), line[next...].drop { $0 == " " })
            }
            place = next
        }
        return nil
    }

    /// A scalar without its comment and the blanks behind it.
    private static func scalarText(_ text: Substring) -> Substring {
        var text = text
        if let comment = text.firstRange(of: " #") { text = text[..<comment.lowerBound] }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return text
    }

    /// A scalar as a value.
    private static func scalar(_ text: Substring) -> String {
        if let quote = text.first, quote == "\"" || quote == "'" {
            let inside = text.dropFirst()
            return String(inside[..<(inside.firstIndex(of: quote) ?? inside.endIndex)])
        }
        return String(scalarText(text))
    }
}
