// One unit: its own file, the names it has, and the drop-ins of all levels, as the manager would read them.

/// A unit as its files say; nothing of it is running yet.
public struct UnitFile: Sendable {
    /// Whether there is anything to run.
    public enum State: Sendable, Equatable {
        /// It has a file.
        case loaded
        /// A link to /dev/null or an empty file forbids it.
        case masked
        /// No file bears its name; a slice or a scope needs none.
        case missing
        /// A file could not be read, so that nothing is known for sure.
        case unreadable(Unknown)
    }

    /// The name it goes by: that of the file an alias leads to.
    public let name: UnitName
    /// Its other names.
    public let aliases: [String]
    /// The file itself, absolute in the root.
    public let fragment: String?
    /// The drop-ins, in the order they are read.
    public let dropIns: [String]
    /// Whether there is anything to run.
    public let state: State
    /// All assignments in the order they are read.
    public let assignments: [SystemdAssignment]
    let faults: [SystemdFault]

    /// Finds and reads a unit of the system manager.
    public init(_ name: UnitName, root: HostRoot) {
        let directories = SystemdPlaces.units(root)
        var files: [SystemdFile] = []
        var state = State.missing
        let found = Self.find(name, root, directories)
        let names = [found.name] + Self.aliases(of: found.name, root, directories)
        var dropIns: [String] = []
        do throws(Unknown) {
            if found.isMasked {
                state = .masked
            } else if let fragment = found.fragment, let file = try SystemdPlaces.file(root, fragment) {
                state = (try root.bytes(fragment)).isEmpty ? .masked : .loaded
                files.append(file)
            }
            // Per name, all directories; the type's own `service.d` comes last.
            var places = names.flatMap { name in directories.flatMap { place in name.dropInNames.map { "\(place)/\($0).d" } } }
            places += directories.map { "\($0)/\(found.name.type).d" }
            dropIns = try SystemdPlaces.dropIns(root, places)
            for path in dropIns {
                if let file = try SystemdPlaces.file(root, path) { files.append(file) }
            }
        } catch {
            state = .unreadable(error)
        }
        self.name = found.name
        self.state = state
        self.dropIns = dropIns
        aliases = names.dropFirst().map(\.text)
        fragment = found.fragment
        assignments = files.flatMap(\.assignments)
        faults = files.flatMap(\.faults)
    }

    /// Follows aliases, and takes the template of an instance that has no file of its own.
    private static func find(
        _ name: UnitName, _ root: HostRoot, _ directories: [String], depth: Int = 0
    ) -> (name: UnitName, fragment: String?, isMasked: Bool) {
        for candidate in [name, name.template].compactMap({ $0 }) {
            for directory in directories {
                let path = "\(directory)/\(candidate.text)"
                guard let target = try? root.link(path) else {
                    if root.exists(path) { return (name, path, false) }
                    continue
                }
                if SystemdPlaces.isMask(root, path) { return (name, path, true) }
                let last = String(target.split(separator: "/").last ?? "")
                guard let other = UnitName(last), other.text == last, other.type == name.type, other.text != candidate.text,
                    depth < 8
                else {
                    return (name, path, false)
                }
                // An instance that links to its template stays itself; an alias of a template keeps its instance.
                if other.instance == "", let instance = name.instance, !instance.isEmpty {
                    if other.prefix == name.prefix { return (name, path, false) }
                    if let made = UnitName("\(other.prefix)@\(instance).\(other.type)") {
                        return find(made, root, directories, depth: depth + 1)
                    }
                }
                let place = target.hasPrefix("/") ? target : "\(directory)/\(target)"
                // A file from outside of the search path is read where it lies.
                let isOutside = target.hasPrefix("/") && !directories.contains { place == "\($0)/\(last)" }
                return isOutside ? (name, path, false) : find(other, root, directories, depth: depth + 1)
            }
        }
        return (name, nil, false)
    }

    /// The links in the search path that lead to a unit of another name.
    private static func aliases(of name: UnitName, _ root: HostRoot, _ directories: [String]) -> [UnitName] {
        var found: Set<UnitName> = []
        let goals = [name.text, name.template?.text].compactMap { $0 }
        for directory in directories {
            for entry in (try? root.names(in: directory)) ?? [] where entry.hasSuffix(".\(name.type)") && entry != name.text {
                guard let target = try? root.link("\(directory)/\(entry)"), let last = target.split(separator: "/").last,
                    goals.contains(String(last)), let alias = UnitName(entry)
                else { continue }
                if String(last) == name.text {
                    found.insert(alias)
                } else if alias.instance == "", let made = UnitName("\(alias.prefix)@\(name.instance ?? "").\(alias.type)") {
                    found.insert(made)
                }
            }
        }
        return found.sorted { $0.text < $1.text }
    }

    /// The assignments of a key in the unit's own section, in order.
    func assignments(of key: String, section: String? = nil) -> [SystemdAssignment] {
        let section = section ?? name.section
        return assignments.filter { $0.key == key && $0.section == section }
    }

    /// The last text that is not taken back by an empty one.
    func text(_ key: String, section: String? = nil) -> SystemdAssignment? {
        assignments(of: key, section: section).last.flatMap { $0.value.isEmpty ? nil : $0 }
    }
}
