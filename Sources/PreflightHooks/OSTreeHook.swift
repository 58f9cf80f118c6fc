// Judges the deployment that waits for the next shutdown: the programs that lie in /usr/local, /opt and /srv, which go over to it through
// /var, against the tree that it brings. Only files are asked: no bus, no other program, nothing that is gone at shutdown.

internal import PreflightCore
internal import PreflightELF
public import PreflightInputs
internal import PreflightLoader

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Where to look for deployments.
public struct OSTreePlaces: Sendable {
    /// The root of the running system, with /run and /var.
    public var root: String
    /// The physical root, with ostree/deploy; nil for /sysroot of the root.
    public var sysroot: String?
    /// The directory of the deployment to judge; nil for the one that is staged.
    public var deployment: String?

    /// Places.
    public init(root: String = "/", sysroot: String? = nil, deployment: String? = nil) {
        self.root = root
        self.sysroot = sysroot
        self.deployment = deployment
    }

    private var prefix: String { root == "/" ? "" : root }
    fileprivate func path(_ path: String) -> String { prefix + path }
    fileprivate var physical: String { sysroot ?? path("/sysroot") }
}

/// Judges staged deployments.
public struct OSTreeHook {
    private let session: HookSession
    private let places: OSTreePlaces

    /// What `session` shall judge, and where it lies.
    public static func judge(_ session: HookSession, _ places: OSTreePlaces) throws(InputError) -> HookVerdict {
        session.root = places.root
        return try OSTreeHook(session: session, places: places).judge()
    }

    /// A deployment with what will be mounted in it.
    private struct Candidate {
        var directory: String
        var variable: String?
        var running: String?
        var isStaged: Bool
    }

    private func judge() throws(InputError) -> HookVerdict {
        if let directory = places.deployment {
            guard let deployment = Deployment(path: directory) else {
                throw InputError(
                    path: directory, message: "is no deployment: its path ends in ostree/deploy/NAME/deploy/COMMIT.SERIAL")
            }
            let variable =
                places.sysroot == nil && places.root == "/" ? "/var" : deployment.stateDirectory(in: places.physical) + "/var"
            return try judge(Candidate(directory: directory, variable: variable, running: nil, isStaged: false))
        }
        guard isThere(places.path("/run/ostree-booted")) else {
            return HookVerdict(basis: "this system was not booted from an OSTree deployment")
        }
        if isThere(places.path("/run/composefs/staged-deployment")) {
            throw InputError(
                path: places.path("/run/composefs/staged-deployment"),
                message: "tells of an image without a tree (bootc's composefs backend), which cannot be judged")
        }
        let file = places.path(StagedDeployment.path)
        guard isThere(file) else { return HookVerdict(basis: "no deployment is staged") }
        let bytes = try wholeFile(file, most: StagedDeployment.mostBytes, what: "no staged deployment says")
        guard let staged = StagedDeployment(bytes) else {
            throw InputError(
                path: file, message: "does not tell which deployment is staged, in the form of libostree 2018 to 2026")
        }
        let directory = staged.target.directory(in: places.physical)
        // The stateroot of the running system has its /var mounted, perhaps from a disk of its own.
        let isOwn = staged.merge.map { $0.stateroot == staged.target.stateroot } ?? true
        let mounted = places.path("/var")
        let variable =
            isOwn && (places.root == "/" || isThere(mounted))
            ? mounted : staged.target.stateDirectory(in: places.physical) + "/var"
        let running = staged.merge?.directory(in: places.physical)
        return try judge(
            Candidate(
                directory: directory, variable: variable, running: running.flatMap { isThere($0) ? $0 : nil },
                isStaged: true))
    }

    private func judge(_ candidate: Candidate) throws(InputError) -> HookVerdict {
        let buffers = ReadBuffers()
        let root = try DeploymentRoot(
            candidate.directory, name: "the deployment", variable: candidate.variable, running: candidate.running,
            isStaged: candidate.isStaged, buffers: buffers)
        guard root.realPath("/usr/lib/os-release") != nil || root.realPath("/etc/os-release") != nil else {
            throw InputError(path: candidate.directory, message: "has no usr/lib/os-release: it is not the tree of a system")
        }
        var current: DirectoryRoot?
        if let running = candidate.running {
            current = try DirectoryRoot(
                [running], name: "the running deployment", mounts: candidate.variable.map { [("/var", $0)] } ?? [],
                buffers: buffers)
        }
        let local = LocalPaths(
            session.localPaths, in: root, directory: candidate.directory, variable: candidate.variable, current: current)
        var verdict = HookVerdict(basis: "what lies outside of the image and works now works in the staged deployment")
        var inventory = LocalInventory()
        inventory.coverage = Coverage(checked: 0, total: 0)
        for area in local.areas {
            inventory.add(
                session.inventory(
                    in: area.directory, area.paths, excluding: local.patterns(session.excluded, in: area), isKept: area.isShared),
                below: area.mount)
        }
        verdict.notes += inventory.notes
        verdict.unknowns += inventory.problems.map { InputError(path: local.shown($0.path), message: $0.message) }
        if !inventory.coverage.isWhole {
            verdict.unknowns.append(
                InputError(
                    path: "local programs", message: "the time of \(session.deadline.words) is up: \(inventory.coverage.words)"))
        }
        for lost in local.lost {
            let there = session.inventory(in: lost.directory, [lost.inside], excluding: [], isKept: false)
            guard let first = there.objects.first else { continue }
            let count = there.objects.count
            verdict.findings.append(
                .init(
                    subject: lost.path,
                    message:
                        "would not lead to \(count == 1 ? "the program" : "the \(count) programs") there any more (\(lastPart(first.path)) for one)",
                    stops: true))
        }
        let judge = RootJudge(
            root, current: current, kernel: Self.kernel(of: root), assumesLdconfig: candidate.isStaged, deadline: session.deadline
        )
        verdict.add(judge.verdict(on: inventory.objects, basis: "", shown: local.shown))
        return verdict
    }

    /// The release of the only kernel in the tree.
    private static func kernel(of root: any Root) -> Version? {
        let names = root.names(in: "/usr/lib/modules")
        guard names.count == 1, let name = names.first else { return nil }
        return Version(
            name.prefix { $0.isASCII && $0.isNumber || $0 == "." }.split(separator: ".").prefix(3).joined(separator: "."))
    }
}

extension LocalInventory {
    /// Adds what was met in a directory that is mounted on `mount`.
    fileprivate mutating func add(_ other: LocalInventory, below mount: String) {
        objects += other.objects.map { LocalObject(path: mount + $0.path, needs: $0.needs) }
        problems += other.problems.map { InputError(path: mount + $0.path, message: $0.message) }
        notes += other.notes
        coverage.checked += other.coverage.checked
        coverage.total = coverage.total.flatMap { mine in other.coverage.total.map { mine + $0 } }
    }
}
