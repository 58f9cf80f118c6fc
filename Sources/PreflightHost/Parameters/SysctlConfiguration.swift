// Which files of kernel parameters are read, in which order, and what comes of them.

internal import PreflightELF

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// What one program makes of all files of a root.
struct SysctlConfiguration {
    /// A file of a directory of sysctl.d; paths as in the root.
    struct File: Equatable {
        var path: String
        /// The file of the same name in a directory of higher rank, which is read in its place.
        var replacedBy: String?
        var name: Substring { path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...] }
    }

    let root: HostRoot
    let manager: SysctlManager
    /// In the order in which they are read.
    private(set) var files: [File] = []
    /// Files that another of the same name replaces.
    private(set) var replaced: [File] = []
    /// Every assignment in the order of reading.
    private(set) var assignments: [SysctlAssignment] = []
    private(set) var problems: [SysctlFile.Problem] = []
    /// Files that are there and could not be read: what they say is not known.
    private(set) var unreadable: [Unknown] = []
    /// A credential may come last and could not be looked at.
    private(set) var hasUnreadableCredential = false
    /// The lines that name one parameter without a pattern, as they are applied, by the path of the parameter.
    private(set) var explicit: [String: [SysctlAssignment]] = [:]
    /// The patterns in the order of application.
    private(set) var patterns: [SysctlAssignment] = []

    /// Distributions ship some dozens of lines; every key may have to be held against every pattern.
    private static let (mostAssignments, mostPatterns) = (10_000, 500)

    /// By falling rank (CONF_PATHS of systemd, PreloadSystem of procps). /lib is a link to /usr/lib nearly everywhere, so its names
    /// have been seen; where it is none, both programs of that time read it.
    static let directories = ["/etc/sysctl.d", "/run/sysctl.d", "/usr/local/lib/sysctl.d", "/usr/lib/sysctl.d", "/lib/sysctl.d"]
    static let single = "/etc/sysctl.conf"
    static let credential = "/run/credentials/systemd-sysctl.service/sysctl.extra"

    init(_ root: HostRoot, _ manager: SysctlManager) {
        self.root = root
        self.manager = manager
        listFiles()
        for file in files { read(file.path) }
        if manager == .procps, root.exists(Self.single) { read(Self.single) }
        if manager == .systemd {
            do throws(Unknown) { add(try root.text(Self.credential), Self.credential) } catch {
                hasUnreadableCredential = error.kind != .absent
            }
        }
        apply()
    }

    private mutating func listFiles() {
        var seen: [String: String] = [:]
        for directory in Self.directories {
            let names: [String]
            do throws(Unknown) { names = try root.names(in: directory) } catch {
                if error.kind != .absent { unreadable.append(error) }
                continue
            }
            let isLink = directory == "/lib/sysctl.d" && (try? root.link("/lib")) != nil
            for name in names where name.hasSuffix(".conf") && !(manager == .systemd && name.hasPrefix(".")) {
                let path = "\(directory)/\(name)"
                if let higher = seen[name] {
                    if !isLink { replaced.append(File(path: path, replacedBy: higher)) }
                } else {
                    seen[name] = path
                    files.append(File(path: path))
                }
            }
        }
        // strcmp of the names, whatever directory they are in.
        files.sort { RawText.bytes(String($0.name)).lexicographicallyPrecedes(RawText.bytes(String($1.name))) }
    }

    private mutating func read(_ path: String) {
        do throws(Unknown) { add(try root.text(path), path) } catch {
            // A link to /dev/null masks a file, in an image whose /dev is empty too; a link to nothing does the same.
            if error.kind == .absent { return }
            if (try? root.names(in: path)) != nil {
                problems.append(.init(file: root.shown(path), line: 0, reason: "is a directory, and what is in it is never read"))
            } else {
                unreadable.append(error)
            }
        }
    }

    private mutating func add(_ text: String, _ path: String) {
        let file = SysctlFile(text, file: root.shown(path), manager: manager)
        assignments += file.assignments
        problems += file.problems
    }

    private mutating func apply() {
        var applied = assignments
        // procps applies every line. For systemd a later line takes the place of an earlier one and goes to the end, and with the
        // same value the earlier one stays; a line without value takes the place of one with value.
        if manager == .systemd {
            var order: [String: Int] = [:]
            var slots: [SysctlAssignment?] = []
            for assignment in assignments {
                if let slot = order[assignment.path] {
                    if slots[slot]?.value == assignment.value {
                        if assignment.ignoresErrors { slots[slot]?.ignoresErrors = true }
                        continue
                    }
                    slots[slot] = nil
                }
                order[assignment.path] = slots.count
                slots.append(assignment)
            }
            applied = slots.compactMap(\.self)
        }
        patterns = applied.filter { $0.isPattern && $0.value != nil }
        explicit = Dictionary(grouping: applied.filter { !$0.isPattern }, by: \.path)
        if assignments.count > Self.mostAssignments || patterns.count > Self.mostPatterns {
            unreadable.append(
                Unknown(
                    .malformed,
                    "\(root.shown("/etc/sysctl.d")) and the directories beside it hold \(assignments.count) assignments with "
                        + "\(patterns.count) patterns; more than \(Self.mostAssignments) with \(Self.mostPatterns) are not judged"
                ))
            (assignments, patterns, explicit) = ([], [], [:])
        }
    }

    /// The line that decides a parameter; nil where none does.
    ///
    /// A parameter that is named is not touched by patterns, wherever they stand; among patterns the last one decides.
    func decision(on path: String) -> SysctlAssignment? {
        if let named = explicit[path] { return named.last { $0.value != nil } }
        return patterns.last { Self.matches($0.path, path) }
    }

    /// What glob(3) would find: no star passes a slash or takes a leading dot.
    static func matches(_ pattern: String, _ path: String) -> Bool {
        RawText.withPath("/" + pattern) { pattern in
            RawText.withPath("/" + path) { fnmatch(pattern, $0, FNM_PATHNAME | FNM_PERIOD) == 0 }
        }
    }
}
