// Where /usr/local, /opt and /srv of a deployment really lie: most are links into /var, some images have directories of their own.

internal import PreflightELF
internal import PreflightInputs
internal import PreflightLoader

/// The directories of local programs in a deployment.
struct LocalPaths {
    /// One directory of this machine with paths in it.
    struct Area {
        /// The directory.
        var directory: String
        /// Where the deployment has it; empty for the deployment itself.
        var mount: String
        /// Absolute in the directory.
        var paths: [String] = []
        /// It goes over from one deployment to the next.
        var isShared: Bool
    }

    /// A path that the deployment does not have, with where it leads now.
    struct Lost {
        var path: String
        var directory: String
        var inside: String
    }

    /// What is to be walked.
    private(set) var areas: [Area] = []
    /// What cannot be reached any more.
    private(set) var lost: [Lost] = []
    /// Paths as people write them, and where they lie in the deployment.
    private var names: [(path: String, real: String)] = []

    /// Where `ostree admin state-overlay` keeps what was written over a directory of the image.
    private static let overlays = "/var/ostree/state-overlays"

    init(_ paths: [String], in root: any Root, directory: String, variable: String?, current: (any Root)?) {
        var shared = Area(directory: variable ?? directory, mount: variable == nil ? "" : "/var", isShared: true)
        var own = Area(directory: directory, mount: "", isShared: false)
        func inVariable(_ real: String) -> String? {
            variable != nil && real.hasPrefix("/var/") ? String(real.dropFirst(4)) : nil
        }
        let overlays = root.names(in: Self.overlays).map { "\(Self.overlays)/\($0)/upper" }
        for path in paths + overlays {
            let real = root.realPath(path)
            if let now = current?.realPath(path), now != real, let inside = inVariable(now), let variable {
                lost.append(Lost(path: path, directory: variable, inside: inside))
            }
            guard let real else { continue }
            names.append((path, real))
            if let inside = inVariable(real) { shared.paths.append(inside) } else { own.paths.append(real) }
        }
        // The longest first, so that what lies deeper is called by its own name.
        names.sort { $0.real.utf8.count > $1.real.utf8.count }
        areas = [shared, own].filter { !$0.paths.isEmpty }
    }

    /// A path in the deployment as people write it.
    func shown(_ path: String) -> String {
        for name in names where path == name.real || path.hasPrefix(name.real + "/") {
            return name.path + path.dropFirst(name.real.count)
        }
        return path
    }

    /// Patterns over paths as people write them, over paths in an area.
    func patterns(_ patterns: [String], in area: Area) -> [String] {
        patterns.flatMap { pattern -> [String] in
            guard pattern.hasPrefix("/") else { return [pattern] }
            let real = names.compactMap { name in
                pattern == name.path || pattern.hasPrefix(name.path + "/") ? name.real + pattern.dropFirst(name.path.count) : nil
            }
            return ([pattern] + real).compactMap { path in
                path.hasPrefix(area.mount + "/") ? String(path.dropFirst(area.mount.count)) : nil
            }
        }
    }
}
