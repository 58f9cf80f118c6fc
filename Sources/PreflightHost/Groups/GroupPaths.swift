// Where a process's control groups lie in the file system: /proc/PID/cgroup joined with /proc/self/mountinfo, for each
// controller by itself, because on hybrid machines one controller lives in v1 and the next in v2. Algorithm: cgroups(7),
// cgroup_namespaces(7).

internal import PreflightELF

/// The two interfaces of control groups.
public enum GroupVersion: String, Sendable, CaseIterable {
    /// One hierarchy for each controller or few of them.
    case v1
    /// One hierarchy for all.
    case v2
}

/// The control groups of one process and the mounts through which the reading process sees them.
public struct GroupPaths: Sendable, Equatable {
    /// One line of /proc/PID/cgroup.
    public struct Membership: Sendable, Equatable {
        /// 0 for v2.
        public var hierarchy: Int
        /// Controllers of a v1 hierarchy; `name=systemd` for one without; empty for v2.
        public var controllers: [String]
        /// As the kernel shows it to the reader: from the root of the reader's control group namespace.
        public var path: String

        /// Which interface the hierarchy has.
        public var version: GroupVersion { hierarchy == 0 ? .v2 : .v1 }
    }

    /// One control group mount of /proc/PID/mountinfo.
    public struct Mount: Sendable, Equatable {
        /// Which group of the hierarchy is at the mount point.
        public var root: String
        /// Where it is mounted.
        public var point: String
        /// By its file system type.
        public var version: GroupVersion
        /// What the superblock's options say: controllers among other words; empty for v2.
        public var options: [String]
    }

    /// In the order of the file.
    public var memberships: [Membership]
    /// In the order of the file: later ones cover earlier ones at the same point.
    public var mounts: [Mount]

    /// Reads both files.
    ///
    /// - Parameter process: whose groups; the reading process itself where nil.
    /// - Throws: ``Unknown`` when one cannot be read, or has a line that is not of its format.
    public init(root: HostRoot, process: Int? = nil) throws(Unknown) {
        let file = ProcessFile.path("cgroup", of: process)
        memberships = try Self.memberships(try ProcessFile.bytes("cgroup", of: process, in: root), root.shown(file))
        let mountFile = ProcessFile.path("mountinfo", of: nil)
        mounts = try Self.mounts(try root.bytes(mountFile, limit: 16 << 20), root.shown(mountFile))
    }

    /// The lines of /proc/PID/cgroup.
    ///
    /// - Parameter place: the file, for errors.
    /// - Throws: ``Unknown`` for a line that has not three fields.
    public static func memberships(_ bytes: [UInt8], _ place: String) throws(Unknown) -> [Membership] {
        var found: [Membership] = []
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            // Only the first two colons separate: a path may hold more.
            let fields = line.split(separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false)
            guard fields.count == 3, let hierarchy = Int(text(fields[0])) else {
                throw Unknown(.malformed, "\(place): a line is not `id:controllers:path`: \(text(line.prefix(80)))")
            }
            let controllers = text(fields[1]).split(separator: ",").map(String.init)
            found.append(Membership(hierarchy: hierarchy, controllers: controllers, path: text(fields[2])))
        }
        return found
    }

    /// The control group mounts among the lines of a mountinfo file.
    ///
    /// - Parameter place: the file, for errors.
    /// - Throws: ``Unknown`` for a line of a control group mount that has too few fields.
    public static func mounts(_ bytes: [UInt8], _ place: String) throws(Unknown) -> [Mount] {
        var found: [Mount] = []
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let words = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
            // Optional fields end at a lone hyphen; the seventh word is the first that may be it.
            guard words.count > 6, let hyphen = words[6...].firstIndex(where: { $0.elementsEqual([UInt8(ascii: "-")]) }),
                words.count > hyphen + 1
            else {
                throw Unknown(.malformed, "\(place): a line has no ` - ` before the file system's type: \(text(line.prefix(80)))")
            }
            let type = text(words[hyphen + 1])
            guard let version: GroupVersion = type == "cgroup2" ? .v2 : type == "cgroup" ? .v1 : nil else { continue }
            // The options are the rest of the line: some hold blanks.
            let options = words.dropFirst(hyphen + 3).map { text($0) }.joined(separator: " ")
            found.append(
                Mount(
                    root: Mounts.unescaped(words[3]), point: Mounts.unescaped(words[4]), version: version,
                    options: version == .v2 ? [] : options.split(separator: ",").map(String.init)))
        }
        return found
    }

    /// The version that a controller of this process has: a v1 hierarchy with its name wins over v2.
    ///
    /// - Parameter controller: `cpu`; the empty string asks for v2 itself.
    func membership(of controller: String) -> Membership? {
        let ofItsOwn = memberships.first { $0.hierarchy != 0 && !controller.isEmpty && $0.controllers.contains(controller) }
        return ofItsOwn ?? memberships.first { $0.hierarchy == 0 && $0.controllers.isEmpty }
    }

    /// The directories in which a controller's limits for this process are.
    ///
    /// - Parameter controller: `cpu`, `cpuset`, `memory`, `pids`; the empty string for the group of v2 itself.
    /// - Throws: ``Unknown``: `absent` where no hierarchy has the controller, `hidden` where the group lies outside of what is
    ///   mounted or of the reader's namespace, `gone` where the group has been removed.
    public func directory(of controller: String) throws(Unknown) -> GroupDirectory {
        let title = controller.isEmpty ? "v2" : controller
        guard let member = membership(of: controller) else {
            throw Unknown(.absent, "no control group hierarchy has \(title): the kernel was built or started without it")
        }
        guard !member.path.hasSuffix(" (deleted)") else {
            throw Unknown(.gone, "the control group \(member.path.dropLast(10)) (\(title)) has been removed")
        }
        return try directory(
            of: member.controllers, controller, member.version, at: Self.components(member.path), shown: member.path)
    }

    /// The directories of a group that is not the process's own: of that at the root of somebody else's mount.
    ///
    /// - Parameter root: the group as the reader's mountinfo names it.
    func directory(at root: String, like group: GroupDirectory) throws(Unknown) -> GroupDirectory {
        let controllers = membership(of: group.controller)?.controllers ?? []
        return try directory(of: controllers, group.controller, group.version, at: Self.components(root), shown: root)
    }

    private func directory(
        of controllers: [String], _ controller: String, _ version: GroupVersion, at path: [String], shown: String
    ) throws(Unknown) -> GroupDirectory {
        let title = "\(controller.isEmpty ? "" : controller + ", ")\(version.rawValue)"
        let candidates = mounts.filter {
            $0.version == version && (version == .v2 || $0.options.contains(where: controllers.contains))
        }
        guard !candidates.isEmpty else {
            throw Unknown(
                .hidden,
                "the control group \(shown) (\(title)) cannot be looked into: no mount of it is visible; mount its hierarchy "
                    + "below /sys/fs/cgroup, or look from the host")
        }
        // The mount that shows most ancestors is best; of two at the same point the later one covers the earlier.
        var best: (mount: Mount, rest: ArraySlice<String>)?
        for mount in candidates {
            let root = Self.components(mount.root)
            guard path.starts(with: root), !path.dropFirst(root.count).contains("..") else { continue }
            let rest = path.dropFirst(root.count)
            if let known = best {
                let isOther = known.mount.point != mount.point && known.mount.point.hasPrefix("/sys/fs/cgroup")
                guard rest.count > known.rest.count || (rest.count == known.rest.count && !isOther) else { continue }
            }
            best = (mount, rest)
        }
        guard let best else {
            throw Unknown(
                .hidden,
                "the control group \(shown) (\(title)) lies outside of what this process can see (mounted: "
                    + "\(candidates.map(\.root).joined(separator: ", "))); look from the host's control group namespace")
        }
        return GroupDirectory(controller: controller, version: version, path: path, mount: best.mount, rest: Array(best.rest))
    }

    /// Names between slashes; `//` is one slash.
    static func components(_ path: String) -> [String] {
        path.split(separator: "/").filter { $0 != "." }.map(String.init)
    }

    private static func text(_ bytes: some Sequence<UInt8>) -> String { Array(bytes).withUnsafeBytes { RawText.string($0) } }
}

/// A control group of one controller as directories.
public struct GroupDirectory: Sendable, Equatable {
    /// The controller asked for.
    public var controller: String
    /// Which interface its files have.
    public var version: GroupVersion
    /// The group's path in its hierarchy, from the root of the reader's namespace.
    public var path: String
    /// The mount it was found through.
    public var mount: GroupPaths.Mount
    /// The group's own directory first, the mount point last.
    public var levels: [String]

    init(controller: String, version: GroupVersion, path: [String], mount: GroupPaths.Mount, rest: [String]) {
        self.controller = controller
        self.version = version
        self.path = "/" + path.joined(separator: "/")
        self.mount = mount
        let point = "/" + GroupPaths.components(mount.point).joined(separator: "/")
        levels = (0...rest.count).reversed().map { ([point] + rest.prefix($0)).joined(separator: "/") }
    }

    /// The group's own directory.
    public var leaf: String { levels[0] }
}

/// Files of one process below /proc.
enum ProcessFile {
    /// `/proc/self/status` or `/proc/12/status`.
    static func path(_ name: String, of process: Int?) -> String { "/proc/\(process.map(String.init) ?? "self")/\(name)" }

    /// The bytes of such a file; a process that is not there is `gone`, not `absent`.
    static func bytes(_ name: String, of process: Int?, in root: HostRoot) throws(Unknown) -> [UInt8] {
        do throws(Unknown) { return try root.bytes(path(name, of: process), limit: 1 << 20) } catch {
            guard let process, error.kind == .absent, !root.exists("/proc/\(process)"), root.exists("/proc/self") else {
                throw error
            }
            throw Unknown(.gone, "there is no process \(process), or \(root.shown("/proc")) hides it (hidepid)")
        }
    }
}
