// A directory as the root of a file system: every path and every symbolic link is resolved inside, whatever it says.

import CPreflightRoot
public import PreflightELF
public import PreflightLoader

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A root made of one directory, or of several of which the first hides what the later ones have (a package over the system
/// it will be installed on). Not to be shared between threads.
public final class DirectoryRoot: Root {
    /// What a report calls it.
    public let name: String
    /// The directories, uppermost first.
    public let directories: [String]
    /// Of the directories, and behind them of what is mounted.
    private let descriptors: [CInt]
    /// Where `/usr` is merged, for each directory; empty where nothing lies over anything.
    private let links: [Set<String>]
    /// Where something else is mounted, without the slash before it.
    private let mounts: [String]
    /// How many of the descriptors are the directories'.
    private var depth: Int { directories.count }
    /// Where `/usr` is merged in any of them.
    private let merged: Set<String>
    /// Files of the last directory that are taken to be gone, without the slash at the front.
    private let gone: Set<String>
    private let buffers: ReadBuffers
    /// False once openat2 turned out not to be there, or not to be allowed.
    private var hasKernelHelp: Bool
    /// Directories with where they really are; nil for those that are not there.
    private var folders: [String: [String]?] = [:]

    /// Why the last path that was resolved in vain leads nowhere.
    private var failure = ENOENT

    private static let mostLinks = 40
    private static let mostFolders = 4096

    /// Opens `directories`.
    ///
    /// - Parameters:
    ///   - directories: uppermost first.
    ///   - name: what reports call the root; the last directory's path where it is nil.
    ///   - without: absolute paths of files and links (not of directories) of the last directory that are taken to be gone, as a
    ///     package manager wrote them down: `/lib/x` is also `/usr/lib/x` where one is a link to the other.
    ///   - mounts: directories that will be mounted on a path of one name in the root (`/var`) when it runs; what the root itself has
    ///     there is hidden.
    ///   - byHand: resolve links without the kernel's help.
    /// - Throws: ``InputError`` for one that is no directory or may not be read.
    public init(
        _ directories: [String], name: String? = nil, without: Set<String> = [], mounts: [(path: String, directory: String)] = [],
        buffers: ReadBuffers, byHand: Bool = false
    ) throws(InputError) {
        self.directories = directories
        self.buffers = buffers
        self.name = name ?? directories.last ?? ""
        hasKernelHelp = !byHand && without.isEmpty
        var opened: [CInt] = []
        for directory in directories + mounts.map(\.directory) {
            let descriptor = RawText.withPath(directory) { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
            guard descriptor >= 0 else {
                let error = errno
                for descriptor in opened { close(descriptor) }
                throw InputError(path: directory, message: Self.why(error))
            }
            opened.append(descriptor)
        }
        descriptors = opened
        self.mounts = mounts.map { String($0.path.drop { $0 == "/" }) }
        let own = Array(opened.prefix(directories.count))
        links = own.count > 1 || !without.isEmpty ? own.map(Self.merged) : []
        let merged = links.reduce(into: Set<String>()) { $0.formUnion($1) }
        self.merged = merged
        gone = without.reduce(into: []) { gone, path in
            let path = String(path.drop { $0 == "/" })
            let isShort = merged.contains(String(path.prefix { $0 != "/" }))
            gone.formUnion(Self.spellings(isShort ? "usr/" + path : path, merged))
        }
    }

    deinit { for descriptor in descriptors { close(descriptor) } }

    private static func why(_ error: CInt) -> String {
        switch error {
        case ENOENT: "does not exist; --root names the directory that holds usr, etc and lib"
        case ENOTDIR: "is not a directory; --root takes the directory that holds usr, etc and lib"
        case EACCES, EPERM: "may not be read; run as a user who may"
        default: "cannot be opened: \(String(cString: strerror(error)))"
        }
    }

    // MARK: Root

    /// Opens and reads the object at `path`.
    public func load(_ path: String, wantsSymbols: Bool) -> Loading {
        let descriptor = openFile(path)
        guard descriptor >= 0 else {
            // What is not there or may not be read is passed over; any other error ends the search (elf/dl-load.c, open_path).
            switch errno {
            case ENOENT, EACCES, ENOTDIR: return .missing
            case EISDIR: return .refused("is a directory")
            case ELOOP: return .refused("is a symbolic link that leads in a circle, or through too many others")
            case let error: return .refused("cannot be opened: \(String(cString: strerror(error)))")
            }
        }
        do throws(ReadError) {
            var file = try ObjectFile(descriptor: descriptor, buffers: buffers)
            return .object(try Loadable(&file, path: path, isInside: true, wantsSymbols: wantsSymbols))
        } catch {
            return .refused(error.description)
        }
    }

    /// The first `most` bytes of a regular file.
    public func bytes(of path: String, most: Int) -> [UInt8]? {
        let descriptor = openFile(path)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let size = min(most, max(0, Int(status.st_size)))
        var done = 0
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while done < size {
                let got = pread(descriptor, buffer.baseAddress.map { $0 + done }, size - done, off_t(done))
                if got < 0, errno == EINTR { continue }
                if got <= 0 { break }
                done += got
            }
            count = done
        }
    }

    /// The names in a directory of any of the directories.
    public func names(in path: String) -> [String] {
        var found: Set<String> = []
        for (layer, folder) in places(of: path) {
            let descriptor = RawText.withPath(relative(folder, to: layer)) {
                openat(descriptors[layer], $0, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
            }
            guard descriptor >= 0 else { continue }
            guard let stream = fdopendir(descriptor) else {
                close(descriptor)
                continue
            }
            defer { closedir(stream) }
            let hidden = layer == depth - 1 ? gone : []
            while let entry = readdir(stream), found.count < 100_000 {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
                        RawText.string(UnsafeRawBufferPointer(start: $0, count: strlen($0)))
                    }
                }
                if name == "." || name == ".." { continue }
                let full = "\(folder)/\(name)"
                if !hidden.isEmpty, hidden.contains(full), !isDirectory(layer, full) { continue }
                found.insert(name)
            }
        }
        return found.sorted()
    }

    /// `path` without symbolic links.
    public func realPath(_ path: String) -> String? {
        guard let found = resolve(path) else { return nil }
        return "/" + found.path
    }

    /// When the loader binds each symbol of `file`.
    public func moments(of file: Loadable) -> [Symbol.Moment]? {
        let descriptor = openFile(file.path)
        guard descriptor >= 0, let file = try? ObjectFile(descriptor: descriptor, buffers: buffers) else { return nil }
        return try? file.bindingMoments()
    }

    /// The symbols of `file` that have copy relocations.
    public func copiedSymbols(of file: Loadable) -> Set<Int> {
        let descriptor = openFile(file.path)
        guard descriptor >= 0, let file = try? ObjectFile(descriptor: descriptor, buffers: buffers) else { return [] }
        return (try? file.copiedSymbols()) ?? []
    }

    // MARK: Paths

    /// Opens a file for reading; -1 with errno where there is none.
    private func openFile(_ path: String) -> CInt {
        // Most questions are about files that are not there, in directories that are not there.
        guard spellings(ofFolder: directory(of: path)) != nil else {
            errno = ENOENT
            return -1
        }
        if descriptors.count == 1, hasKernelHelp {
            while true {
                let descriptor = RawText.withPath(path) { preflight_open_in_root(descriptors[0], $0, ObjectFile.openFlags) }
                if descriptor >= 0 { return descriptor }
                if errno == EAGAIN || errno == EINTR { continue }
                guard errno == ENOSYS || errno == EPERM else { return -1 }
                hasKernelHelp = false
                break
            }
        }
        guard let found = resolve(path) else {
            errno = failure
            return -1
        }
        return RawText.withPath(relative(found.path, to: found.layer)) {
            openat(descriptors[found.layer], $0, ObjectFile.openFlags | O_NOFOLLOW)
        }
    }

    /// Where a directory really is, in every layer that has it; remembered.
    private func places(of folder: String) -> [(layer: Int, folder: String)] {
        guard let known = spellings(ofFolder: folder) else { return [] }
        return known.flatMap { folder in
            layers(of: folder).filter { folder == known[0] || !isLinked($0, folder) }.map { ($0, folder) }
        }
    }

    /// Where something at `path` (without the first slash) can lie: in what is mounted there, else in any of the directories.
    private func layers(of path: String) -> Range<Int> {
        for (number, mount) in mounts.enumerated() where path.hasPrefix(mount) {
            if path.utf8.count == mount.utf8.count || path.hasPrefix(mount + "/") {
                return (depth + number)..<(depth + number + 1)
            }
        }
        return 0..<depth
    }

    /// What `path` is called below the descriptor of `layer`.
    private func relative(_ path: String, to layer: Int) -> String {
        guard layer >= depth else { return path.isEmpty ? "." : path }
        let rest = String(decoding: path.utf8.dropFirst(mounts[layer - depth].utf8.count + 1), as: UTF8.self)
        return rest.isEmpty ? "." : rest
    }

    /// The paths that a directory can really have in a layer; remembered. Nil where no layer has it.
    private func spellings(ofFolder folder: String) -> [String]? {
        if let answer = folders[folder] { return answer }
        let found = resolve(folder).map { found in spellings(found.path) }
        if folders.count >= Self.mostFolders { folders = [:] }
        folders[folder] = .some(found)
        return found
    }

    /// On a merged system lib is a link to usr/lib; a package may still bring a directory lib.
    private func spellings(_ path: String) -> [String] { Self.spellings(path, merged) }

    private static func spellings(_ path: String, _ merged: Set<String>) -> [String] {
        guard !merged.isEmpty, path.hasPrefix("usr/") else { return [path] }
        let short = path.dropFirst(4)
        return short.split(separator: "/", maxSplits: 1).first.map(String.init).map(merged.contains) == true
            ? [path, String(short)] : [path]
    }

    /// The names at the top that are links to the same name below usr.
    private static func merged(_ descriptor: CInt) -> Set<String> {
        let names: [String] = ["bin", "sbin", "lib", "lib32", "lib64", "libx32", "libo32"]
        let links = names.filter { name in
            var buffer = [CChar](repeating: 0, count: 64)
            let length = RawText.withPath(name) { readlinkat(descriptor, $0, &buffer, buffer.count) }
            let target = buffer.withUnsafeBytes { RawText.string(UnsafeRawBufferPointer(rebasing: $0[..<max(0, length)])) }
            return target == "usr/" + name || target == "/usr/" + name
        }
        return Set(links)
    }

    /// Whether the short spelling says nothing new in a layer: its first part is the link that merges there, which may be
    /// absolute, so the kernel must not follow it.
    private func isLinked(_ layer: Int, _ spelling: String) -> Bool {
        guard layer < links.count, !links[layer].isEmpty else { return false }
        return links[layer].contains(String(spelling.prefix { $0 != "/" }))
    }

    private enum Kind {
        case link(String)
        case other
    }

    /// What stands at a path without links in its directories, and in which layer.
    private func look(_ path: String) -> (layer: Int, path: String, kind: Kind)? {
        var first: (layer: Int, path: String, kind: Kind)?
        let layers = layers(of: path)
        for layer in layers {
            for spelling in spellings(path) {
                // The link that merges is no other spelling of what it leads to.
                if spelling != path,
                    isLinked(layer, spelling) || merged.contains(spelling) && !isDirectory(layer, spelling)
                {
                    continue
                }
                if layer == depth - 1, gone.contains(spelling), !isDirectory(layer, spelling) {
                    failure = ENOENT
                    continue
                }
                var buffer = [CChar](repeating: 0, count: 4096)
                let length = RawText.withPath(relative(spelling, to: layer)) {
                    readlinkat(descriptors[layer], $0, &buffer, buffer.count)
                }
                if length >= 0 {
                    let target = buffer.withUnsafeBytes { RawText.string(UnsafeRawBufferPointer(rebasing: $0[..<length])) }
                    // A package's directory does not replace the link of the system below it.
                    return first.flatMap { isDirectory($0.layer, $0.path) ? nil : $0 } ?? (layer, spelling, .link(target))
                }
                if errno == EINVAL { first = first ?? (layer, spelling, .other) } else { failure = errno }
            }
            if layers.count == 1 { break }
        }
        return first
    }

    private func isDirectory(_ layer: Int, _ path: String) -> Bool {
        var status = stat()
        return RawText.withPath(relative(path, to: layer)) { fstatat(descriptors[layer], $0, &status, AT_SYMLINK_NOFOLLOW) } == 0
            && status.st_mode & S_IFMT == S_IFDIR
    }

    private func isFolder(_ parts: [String]) -> Bool {
        parts.isEmpty
            || layers(of: parts.joined(separator: "/")).contains { layer in
                spellings(parts.joined(separator: "/")).contains { isDirectory(layer, $0) }
            }
    }

    /// The parts of a path, last first; a slash at its end demands a directory, as a dot does.
    private static func parts(_ path: String) -> [String] {
        var parts: [String] = path.utf8.last == UInt8(ascii: "/") ? ["."] : []
        let text = path.utf8
        var end = text.endIndex
        while end > text.startIndex {
            var start = end
            while start > text.startIndex, text[text.index(before: start)] != UInt8(ascii: "/") {
                start = text.index(before: start)
            }
            if start < end { parts.append(String(path[start..<end])) }
            end = start > text.startIndex ? text.index(before: start) : start
        }
        return parts
    }

    /// Follows `path` inside; ".." stops at the top, and an absolute link starts there again.
    private func resolve(_ path: String) -> (layer: Int, path: String)? {
        failure = ENOENT
        guard path.utf8.count < 4096 else {
            failure = ENAMETOOLONG
            return nil
        }
        var rest = Self.parts(path)
        var done: [String] = []
        var links = 0
        var last: (layer: Int, path: String) = (0, "")
        while let part = rest.popLast() {
            if part == "." || part == ".." {
                guard isFolder(done) else {
                    failure = ENOTDIR
                    return nil
                }
                if part == "." { continue }
                _ = done.popLast()
                last = (0, done.joined(separator: "/"))
                continue
            }
            guard let found = look((done + [part]).joined(separator: "/")) else { return nil }
            switch found.kind {
            case .other:
                done.append(part)
                last = (found.layer, found.path)
            case .link(let target):
                links += 1
                guard links <= Self.mostLinks else {
                    failure = ELOOP
                    return nil
                }
                if target.hasPrefix("/") { done = [] }
                rest += Self.parts(target)
                if rest.count > 4096 { return nil }
                last = (0, done.joined(separator: "/"))
            }
        }
        return (last.layer, last.path)
    }
}

extension Loadable {
    /// What a loader wants to know of an open object.
    ///
    /// - Throws: ``ReadError`` where the object itself is broken; symbols that are broken are ``damage``.
    public convenience init(
        _ file: inout ObjectFile, path: String, isInside: Bool, wantsSymbols: Bool
    ) throws(ReadError) {
        try file.read([.definitions, .notes])
        var image: SymbolImage?
        var damage: ReadError?
        if wantsSymbols, file.object.isDynamic {
            do throws(ReadError) { image = try file.symbolImage() } catch { damage = error }
        }
        self.init(
            path: path, isInside: isInside, identity: file.identity, object: file.object, symbols: image, damage: damage
        )
    }
}
