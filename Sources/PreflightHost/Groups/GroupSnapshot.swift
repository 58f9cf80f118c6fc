// One look at the control groups of a process: a file of a group, the lowest of a limit over all levels, and what it means when no
// level has the file. What is asked here is said in ControlGroups; this file knows no name of a fact.

/// The control groups of one process at one moment.
struct GroupSnapshot {
    let root: HostRoot
    let process: Int?
    /// The paths, or why there are none.
    let paths: Result<GroupPaths, Unknown>
    /// The reader is in a control group namespace that is not the machine's first.
    let isNamespaced: Bool

    /// Inode of the machine's first control group namespace (PROC_CGROUP_INIT_INO of linux/proc_ns.h).
    private static let firstNamespace = "cgroup:[4026531835]"

    init(root: HostRoot, process: Int?) {
        self.root = root
        self.process = process
        do throws(Unknown) { paths = .success(try GroupPaths(root: root, process: process)) } catch { paths = .failure(error) }
        isNamespaced = ((try? root.link("/proc/self/ns/cgroup")) ?? Self.firstNamespace) != Self.firstNamespace
    }

    /// The directories of a controller.
    func directory(_ controller: String) throws(Unknown) -> GroupDirectory { try paths.get().directory(of: controller) }

    /// Whether levels above the mount point are out of sight.
    func isCut(_ group: GroupDirectory) -> Bool {
        let top = group.levels.last ?? group.leaf
        // Only the machine's own root of a v1 hierarchy has this file, whatever a namespace calls its root (CFTYPE_ONLY_ON_ROOT).
        if group.version == .v1, root.exists(top + "/cgroup.sane_behavior") { return false }
        return isNamespaced || group.mount.root != "/" || (group.version == .v2 && root.exists(top + "/cgroup.type"))
    }

    /// The note that limits above may be lower, where they may.
    func notes(_ group: GroupDirectory) -> [String] {
        isCut(group) ? ["visible hierarchy only: limits above \(group.mount.point) cannot be seen from here"] : []
    }

    /// The text of a file of one level; nil where there is none.
    func text(_ level: String, _ file: String) throws(Unknown) -> String? {
        do throws(Unknown) { return try root.text(level + "/" + file) } catch {
            guard error.kind == .absent else { throw error }
            return nil
        }
    }

    /// The number after `key` in a file of lines `key number`; nil where file or line are missing.
    func value(_ level: String, _ file: String, key: String) throws(Unknown) -> Number? {
        guard let text = try text(level, file) else { return nil }
        for line in text.split(separator: "\n") {
            let words = line.words
            guard words.count == 2, words[0] == key else { continue }
            guard let number = Number(kernel: words[1]), number >= Number(0) else { throw malformed(level, file, String(line)) }
            return number
        }
        return nil
    }

    func malformed(_ level: String, _ file: String, _ text: String) -> Unknown {
        Unknown(.malformed, "\(root.shown("\(level)/\(file)")) holds `\(text.prefix(80))`, which is not of its format")
    }

    /// A reading, or the reason for none, with the place where it was looked for.
    func reading(
        _ controller: String, unit: Unit, file: String, _ read: (GroupDirectory) throws(Unknown) -> Reading
    ) -> Reading {
        var source = root.shown(ProcessFile.path("cgroup", of: process))
        do throws(Unknown) {
            let group = try directory(controller)
            source = root.shown("\(group.leaf)/\(file)")
            return try read(group)
        } catch { return Reading(.failure(error), source: source, scope: .cgroup, unit: unit) }
    }

    /// The value with the lowest number of all levels; of equal ones, that nearest to the process.
    ///
    /// - Throws: ``Unknown`` of any level that has the file but does not let it be read: a lower limit may be in it.
    func lowest(
        _ group: GroupDirectory, _ limit: (String) throws(Unknown) -> LevelLimit?
    ) throws(Unknown) -> (level: String, limit: LevelLimit)? {
        var best: (level: String, limit: LevelLimit)?
        for level in group.levels {
            guard let found = try limit(level) else { continue }
            guard let known = best else {
                best = (level, found)
                continue
            }
            if found.isLower(than: known.limit) { best = (level, found) }
        }
        return best
    }

    /// What it means that no level has a limit's file: nothing limits, or nothing can be said.
    ///
    /// - Parameter file: for the sentence.
    func withoutFile(_ group: GroupDirectory, _ file: String, unit: Unit) throws(Unknown) -> Reading {
        let top = group.levels.last ?? group.leaf
        guard root.exists(group.leaf) else {
            throw Unknown(
                .absent, "\(root.shown(group.leaf)) does not exist: the group was removed, or the mount is not what it says")
        }
        let source = root.shown("\(group.leaf)/\(file)")
        var notes = notes(group)
        switch group.version {
        case .v1:
            // Only the root of a v1 hierarchy has no file of a limit that its kernel knows.
            guard group.levels.count == 1, !isCut(group) else {
                throw Unknown(.absent, "\(source) does not exist: this kernel was built or started without that limit")
            }
            notes.append("the root of the \(group.controller) hierarchy has no limit")
        case .v2:
            guard let available = try text(top, "cgroup.controllers") else {
                throw Unknown(
                    .absent, "\(root.shown(top))/cgroup.controllers does not exist: no control groups v2 are mounted there")
            }
            guard available.words.contains(Substring(group.controller)) else {
                throw Unknown(
                    .absent,
                    "the controller \(group.controller) is not available in \(root.shown(top)) (its cgroup.controllers: "
                        + "\(available.isEmpty ? "none" : available)); enable it in the cgroup.subtree_control of the group above"
                )
            }
            notes.append(
                group.levels.count == 1 && !isCut(group)
                    ? "the root group has no limits"
                    : "the controller \(group.controller) is not enabled for \(group.path): no visible level has \(file)")
        }
        return Reading(.success(.unlimited), source: source, scope: .cgroup, unit: unit, notes: notes)
    }
}

/// A limit as one level has it.
struct LevelLimit {
    /// A number or ``Value/unlimited``.
    var value: Value
    /// The file's text.
    var raw: String
    /// The file's name.
    var file: String

    /// The number; nil for no limit.
    var number: Number? { if case .number(let number) = value { number } else { nil } }

    func isLower(than other: LevelLimit) -> Bool {
        guard let number else { return false }
        guard let theirs = other.number else { return true }
        return number < theirs
    }
}
