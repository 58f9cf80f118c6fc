// The root that a deployment will be once it runs: its own /usr, the /var of its stateroot, and an /etc that does not exist yet, because
// libostree merges what was changed on this machine only when it finalizes.

internal import PreflightELF
internal import PreflightInputs
internal import PreflightLoader

/// A deployment as a loader will see it.
final class DeploymentRoot: Root {
    private let base: DirectoryRoot
    /// The running deployment, whose `/etc` was changed on this machine and whose `/usr/etc` was not.
    private let running: DirectoryRoot?
    private let hasCache: Bool

    /// The deployment in `directory`.
    ///
    /// - Parameters:
    ///   - name: what reports call it.
    ///   - variable: the directory that will be /var; nil for its own.
    ///   - running: the deployment whose changes of /etc will be merged; nil where its own /etc is what will be.
    ///   - isStaged: its /etc is still a copy of /usr/etc, and its /etc/ld.so.cache is of whoever ran ldconfig last, so it is not believed.
    /// - Throws: ``InputError`` for a directory that cannot be opened.
    init(
        _ directory: String, name: String, variable: String?, running: String?, isStaged: Bool, buffers: ReadBuffers
    ) throws(InputError) {
        base = try DirectoryRoot([directory], name: name, mounts: variable.map { [("/var", $0)] } ?? [], buffers: buffers)
        if let running { self.running = try DirectoryRoot([running], buffers: buffers) } else { self.running = nil }
        hasCache = !isStaged
    }

    var name: String { base.name }
    func load(_ path: String, wantsSymbols: Bool) -> Loading { base.load(path, wantsSymbols: wantsSymbols) }
    func realPath(_ path: String) -> String? { base.realPath(path) }
    func moments(of file: Loadable) -> [Symbol.Moment]? { base.moments(of: file) }
    func copiedSymbols(of file: Loadable) -> Set<Int> { base.copiedSymbols(of: file) }

    func bytes(of path: String, most: Int) -> [UInt8]? {
        guard path.hasPrefix("/etc/") else { return base.bytes(of: path, most: most) }
        if path == "/etc/ld.so.cache", !hasCache { return nil }
        guard let running else { return base.bytes(of: path, most: most) }
        // As libostree does it: what was changed, added or removed here stays so, and all else is the new tree's.
        let local = running.bytes(of: path, most: most)
        return local == running.bytes(of: "/usr" + path, most: most) ? base.bytes(of: "/usr" + path, most: most) : local
    }

    func names(in path: String) -> [String] {
        guard let running, path == "/etc" || path.hasPrefix("/etc/") else { return base.names(in: path) }
        let local = Set(running.names(in: path))
        let removed = Set(running.names(in: "/usr" + path)).subtracting(local)
        return local.union(base.names(in: "/usr" + path)).subtracting(removed).sorted()
    }
}
