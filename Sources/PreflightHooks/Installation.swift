// Putting the files of a host where its distribution wants them, and taking them away again. Contents are carried in the executable, so
// that one file is enough; what somebody has changed is never overwritten and never removed.

internal import CPreflightRoot
internal import PreflightELF
public import PreflightInputs

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// What `hook install` or `hook uninstall` does to one file.
public struct InstallationStep: Sendable, Equatable {
    /// What there is to do.
    public enum Action: String, Sendable {
        /// It is not there: it is written.
        case create
        /// An earlier version of it, unchanged: it is replaced.
        case update
        /// It is there as it should be.
        case keep
        /// It is as it was installed: it is removed.
        case remove
        /// It is not there, and need not be.
        case absent
        /// Somebody has changed it, or it is somebody else's: it is left alone.
        case changed
    }

    /// What to do.
    public var action: Action
    /// The path inside of the root.
    public var path: String
    /// What is written; empty where nothing is.
    public var content: [UInt8]
    /// Permission bits.
    public var mode: UInt32
}

/// The files of one host in one root.
public final class Installation {
    private let host: HookHost
    private let root: CInt
    private let place: DirectoryRoot

    /// Opens `root`.
    ///
    /// - Throws: ``InputError`` where it is no directory.
    public init(_ host: HookHost, root: String) throws(InputError) {
        self.host = host
        place = try DirectoryRoot([root], buffers: ReadBuffers())
        self.root = RawText.withPath(root) { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard self.root >= 0 else {
            throw InputError(path: root, message: "cannot be opened: \(String(cString: strerror(errno)))")
        }
    }

    deinit { close(root) }

    // MARK: Plans

    /// What installing takes, file by file.
    ///
    /// - Throws: ``InputError`` where the root has no place for a file: the host is not installed there.
    public func plan() throws(InputError) -> [InstallationStep] {
        var steps: [InstallationStep] = []
        for file in host.files {
            guard let text = HookFiles.contents[file.source] else {
                throw InputError(path: file.source, message: "is not carried in this executable; it was built without it")
            }
            let content = Seal.sealed(Array(text.utf8))
            let path = try path(of: file)
            let action: InstallationStep.Action
            switch place.bytes(of: path, most: Self.mostBytes) {
            case nil: action = place.realPath(path) == nil ? .create : .changed
            case content?: action = .keep
            case let found?: action = Seal.isWhole(found) ? .update : .changed
            }
            steps.append(InstallationStep(action: action, path: path, content: content, mode: file.mode))
        }
        return steps
    }

    /// What removing takes, last file first, and then what the files have written.
    public func removal() -> [InstallationStep] {
        let traces = host.traces.filter { place.realPath($0) != nil }
        return host.files.reversed().compactMap { file in
            guard let path = try? path(of: file) else { return nil }
            let action: InstallationStep.Action
            switch place.bytes(of: path, most: Self.mostBytes) {
            case nil: action = place.realPath(path) == nil ? .absent : .changed
            case let found?: action = Seal.isWhole(found) ? .remove : .changed
            }
            return InstallationStep(action: action, path: path, content: [], mode: file.mode)
        } + traces.map { InstallationStep(action: .remove, path: $0, content: [], mode: 0) }
    }

    private static let mostBytes = 1 << 20

    private func path(of file: HookHost.File) throws(InputError) -> String {
        switch file.place {
        case .path(let path): return path
        case .below(let patterns, let mark, let name):
            for pattern in patterns {
                for directory in directories(pattern) where place.realPath("\(directory)/\(mark)") != nil {
                    return "\(directory)/\(name)"
                }
            }
            throw InputError(
                path: host.name,
                message: "is not installed in \(place.name): \(mark) is below none of \(patterns.joined(separator: ", "))")
        }
    }

    /// The directories that match `pattern`, the last by name first: the newest Python.
    private func directories(_ pattern: String) -> [String] {
        var found = [""]
        for part in pattern.split(separator: "/").map(String.init) {
            found = found.flatMap { above in
                guard part.contains("*") else { return ["\(above)/\(part)"] }
                let names = place.names(in: above.isEmpty ? "/" : above)
                return names.filter { Glob(part).matches($0) }.reversed().map { "\(above)/\($0)" }
            }
        }
        return found.filter { place.realPath($0) != nil }
    }

    // MARK: Doing it

    /// Does what `step` says; steps that leave a file alone do nothing.
    ///
    /// - Throws: ``InputError`` with the system's reason; then the file is as it was.
    public func apply(_ step: InstallationStep) throws(InputError) {
        switch step.action {
        case .create, .update: try write(step)
        case .remove: try remove(step.path)
        case .keep, .absent, .changed: break
        }
    }

    private func failure(_ path: String) -> InputError {
        InputError(path: path, message: "cannot be written: \(String(cString: strerror(errno)))")
    }

    /// The directory of `path`, opened inside of the root; made where `makes` says so.
    private func folder(of path: String, makes: Bool) throws(InputError) -> CInt {
        let parts = directory(of: path).split(separator: "/").map(String.init)
        for count in 1...max(1, parts.count) where makes {
            let above = parts.prefix(count - 1).joined(separator: "/")
            let opened = RawText.withPath("/" + above) { preflight_open_in_root(root, $0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
            guard opened >= 0 else { throw failure("/" + above) }
            defer { close(opened) }
            guard let name = parts.dropFirst(count - 1).first else { continue }
            let made = RawText.withPath(name) { mkdirat(opened, $0, 0o755) }
            guard made == 0 || errno == EEXIST else { throw failure("/" + (parts.prefix(count).joined(separator: "/"))) }
        }
        let opened = RawText.withPath(directory(of: path)) {
            preflight_open_in_root(root, $0, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        }
        guard opened >= 0 else { throw failure(directory(of: path)) }
        return opened
    }

    private func write(_ step: InstallationStep) throws(InputError) {
        let folder = try folder(of: step.path, makes: true)
        defer { close(folder) }
        let name = lastPart(step.path)
        let draft = ".\(name).preflight"
        RawText.withPath(draft) { _ = unlinkat(folder, $0, 0) }
        let opened = RawText.withPath(draft) {
            openat(folder, $0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode_t(0o600))
        }
        guard opened >= 0 else { throw failure(step.path) }
        var rest = step.content[...]
        var isWhole = true
        while !rest.isEmpty, isWhole {
            let count = rest.withUnsafeBytes { systemWrite(opened, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { isWhole = false }
        }
        isWhole = isWhole && fchmod(opened, mode_t(step.mode)) == 0 && fsync(opened) == 0
        isWhole = isWhole && RawText.withPath(draft) { old in RawText.withPath(name) { renameat(folder, old, folder, $0) } } == 0
        guard isWhole else {
            let error = failure(step.path)
            RawText.withPath(draft) { _ = unlinkat(folder, $0, 0) }
            close(opened)
            throw error
        }
        close(opened)
    }

    private func remove(_ path: String) throws(InputError) {
        let folder = try folder(of: path, makes: false)
        defer { close(folder) }
        guard RawText.withPath(lastPart(path), { unlinkat(folder, $0, 0) }) == 0 else {
            throw InputError(path: path, message: "cannot be removed: \(String(cString: strerror(errno)))")
        }
    }
}

/// write(2), under a name that a method called `write` does not hide.
private func systemWrite(_ descriptor: CInt, _ memory: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, memory, count)
}

/// The last line of an installed file tells whether somebody has changed it since. It guards against mistakes, not against anybody.
enum Seal {
    private static let mark = "# Installed by preflight; unchanged as long as this is its sum: "

    /// `content` with the line. Every format of a hook has comments that start with #.
    static func sealed(_ content: [UInt8]) -> [UInt8] { content + Array("\(mark)\(sum(content[...]))\n".utf8) }

    /// Whether `content` is as ``sealed(_:)`` made it, of whatever version.
    static func isWhole(_ content: [UInt8]) -> Bool {
        let start = (content.dropLast().lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
        return content[start...].elementsEqual("\(mark)\(sum(content[..<start]))\n".utf8)
    }

    /// FNV-1a with 64 bits.
    private static func sum(_ bytes: ArraySlice<UInt8>) -> String {
        RawText.hex(bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }, digits: 16)
    }
}
