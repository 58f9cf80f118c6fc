// The parts of a unit's name: type, template, instance, and the names whose drop-ins apply to it (systemd.unit(5)).

/// The name of a unit.
public struct UnitName: Sendable, Hashable {
    /// All of it: `foo-bar@7.service`.
    public let text: String
    /// Before `@` or the type: `foo-bar`.
    public let prefix: String
    /// Between `@` and the type; nil without `@`, empty for a template.
    public let instance: String?
    /// `service`, `slice`, ….
    public let type: String

    static let types = ["service", "socket", "mount", "automount", "swap", "target", "device", "timer", "path", "slice", "scope"]

    /// Takes a name apart; a name without a type is a service's, as for systemctl.
    ///
    /// - Returns: nil for what cannot be the name of a unit.
    public init?(_ name: String) {
        let dotted = name.split(separator: ".", omittingEmptySubsequences: false)
        let hasType = dotted.count > 1 && Self.types.contains(String(dotted[dotted.count - 1]))
        text = hasType ? name : name + ".service"
        type = hasType ? String(dotted[dotted.count - 1]) : "service"
        let stem = text.dropLast(type.count + 1)
        let allowed = stem.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || ":-_.\\@".utf8.contains(byte)
        }
        guard !stem.isEmpty, !stem.hasPrefix("@"), allowed, text.utf8.count <= 255 else { return nil }
        let at = stem.firstIndex(of: "@")
        prefix = String(stem[..<(at ?? stem.endIndex)])
        instance = at.map { String(stem[stem.index(after: $0)...]) }
    }

    /// Whether it has an instance, or could have one.
    var isInstance: Bool { instance.map { !$0.isEmpty } ?? false }
    /// The template of an instance.
    var template: UnitName? { isInstance ? UnitName("\(prefix)@.\(type)") : nil }
    /// The section of its own type: `[Service]`.
    var section: String { type.prefix(1).uppercased() + type.dropFirst() }

    /// The names whose `.d` directories hold drop-ins for it, most specific first: itself, its template, then with parts cut off at
    /// dashes, `foo-bar-.service` before `foo-.service`.
    var dropInNames: [String] {
        var names: [String] = []
        gather(into: &names)
        return names
    }

    /// As unit_file_find_dirs of systemd's src/shared/dropin.c goes.
    private func gather(into names: inout [String]) {
        names.append(text)
        template?.gather(into: &names)
        var stem = Substring(prefix)
        // A dash at the end was cut to before; the next cut is at the dash before it.
        if stem.hasSuffix("-") { stem = stem.dropLast() }
        guard let dash = stem.lastIndex(of: "-"), dash != stem.startIndex else { return }
        let kept = stem[...dash]
        let middle = isInstance ? "@\(instance ?? "")" : ""
        if let shorter = UnitName("\(kept)\(middle).\(type)"), shorter != self { shorter.gather(into: &names) }
    }

    /// The slices that hold a slice, nearest first, without the root slice: `a-b-c.slice` lies in `a-b.slice`, that in `a.slice`.
    var enclosingSlices: [UnitName] {
        guard type == "slice", prefix != "-" else { return [] }
        var found: [UnitName] = []
        var stem = Substring(prefix)
        while let dash = stem.lastIndex(of: "-"), dash != stem.startIndex {
            stem = stem[..<dash]
            if let slice = UnitName("\(stem).slice") { found.append(slice) }
        }
        return found
    }

    /// Where the system manager puts a unit that names no slice; nil for the root slice.
    var standardSlice: UnitName? {
        if type == "slice" { return enclosingSlices.first }
        if text == "init.scope" { return nil }
        // Instances of one template share a slice; a dash in its name would make it a nested one and is escaped.
        if instance != nil {
            let escaped = prefix.split(separator: "-", omittingEmptySubsequences: false).joined(separator: "\\x2d")
            return UnitName("system-\(escaped).slice")
        }
        return UnitName("system.slice")
    }

    /// Puts the parts of the name in place of the specifiers that slices and users are named by; nil where another one is used.
    func expand(_ text: String) -> String? {
        var result = ""
        var rest = Substring(text)
        while let percent = rest.firstIndex(of: "%") {
            result += rest[..<percent]
            rest = rest[percent...].dropFirst()
            guard let letter = rest.first else { return nil }
            rest = rest.dropFirst()
            switch letter {
            case "%": result += "%"
            case "i", "I": result += instance ?? ""
            case "p", "P": result += prefix
            case "n": result += self.text
            case "N": result += self.text.dropLast(type.count + 1)
            case "j", "J": result += prefix.split(separator: "-").last ?? ""
            default: return nil
            }
        }
        return result + rest
    }
}
