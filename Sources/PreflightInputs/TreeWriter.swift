// Writes members of archives below one directory and nowhere else.
//
// Three rules keep everything inside: a path is walked part by part from the root of the tree, links that it meets are
// followed here and not by the kernel; nothing is opened that was not just made (O_EXCL, O_NOFOLLOW); and a link's text is
// rewritten so that it cannot lead out, whoever follows it later: as many `..` in front as its directory is deep at most,
// names behind them. An absolute link becomes one that is relative to the root of the tree, as it will be on the target.

import PreflightELF

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What unpacking may take, counted over all parts of an archive.
struct Budget {
    var limits: UnpackLimits
    private var bytes: UInt64 = 0
    private var files = 0

    init(_ limits: UnpackLimits) { self.limits = limits }

    /// Counts one more file, link or directory.
    mutating func charge() throws(UnpackError) {
        files += 1
        guard files <= limits.files else { throw UnpackError("holds more than \(limits.files) files, the limit") }
    }

    /// Counts content.
    mutating func charge(bytes count: Int) throws(UnpackError) {
        bytes += UInt64(count)
        guard bytes <= limits.bytes else {
            throw UnpackError("unpacks to more than \(limits.bytes) bytes, the limit; --unpack-limit sets another")
        }
    }
}

/// Writes a tree.
final class TreeWriter {
    /// A path is opened by others as a whole: with the name of the tree it must stay below the kernel's 4,096 bytes.
    private static let longestPath = 3500
    private static let deepest = 200
    private static let mostLinks = 40

    let root: CInt
    private var budget: Budget
    /// Members that were not unpacked, the first few by name.
    private(set) var refused: (count: Int, names: [String], reason: String) = (0, [], "")
    /// The directory of the last member: neighbours need no second walk.
    private var last: (path: String, place: String)?

    /// A writer below `directory`, which exists.
    init(_ directory: String, _ budget: Budget) throws(UnpackError) {
        root = RawText.withPath(directory) { open($0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
        self.budget = budget
        guard root >= 0 else { throw UnpackError("cannot be unpacked: \(String(cString: strerror(errno)))") }
    }

    deinit { close(root) }

    /// What is left of the budget.
    var rest: Budget { budget }

    /// Writes `member` with its content; what cannot be written safely is remembered and left out.
    func write(_ member: Member, from reader: inout some MemberReader) throws(UnpackError) {
        try budget.charge()
        do throws(UnpackError) {
            // Before anything is split: a header can hold a megabyte of slashes.
            guard member.path.utf8.count <= Self.longestPath else { throw Self.tooLong }
            guard let (parent, name) = try split(member.path) else { return }
            switch member.kind {
            case .other: return
            case .sparse: throw UnpackError(refusal: "stored with holes, which is not supported")
            case .directory: try makeDirectory(name, in: place(parent))
            case .file(let isExecutable):
                let (descriptor, path) = try makeFile(name, in: place(parent), isExecutable: isExecutable)
                try fill(descriptor, path, from: &reader)
            case .link(let target): try makeLink(name, in: place(parent), to: target)
            case .hardLink(let target): try makeHardLink(name, in: place(parent), to: target, member.size, &reader)
            }
        } catch {
            guard error.reach == .member else { throw error }
            refuse(member.path, error.message)
        }
    }

    private func refuse(_ path: String, _ reason: String) {
        refused.count += 1
        if refused.names.isEmpty { refused.reason = reason }
        if refused.names.count < 3 { refused.names.append(path) }
    }

    // MARK: Layers of images

    /// Does what a whiteout of a layer says (OCI image specification, "Layer Filesystem Changeset") to the layers below it.
    ///
    /// - Returns: whether `path` names a whiteout.
    func applyWhiteout(_ path: String, isDryRun: Bool) throws(UnpackError) -> Bool {
        let file = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) } ?? path
        guard file.hasPrefix(Self.whiteout), path.utf8.count <= Self.longestPath else { return false }
        if isDryRun { return true }
        do throws(UnpackError) {
            guard let (parent, name) = try split(path), let place = try place(parent, isMade: false) else { return true }
            if name == Self.opaque {
                TemporaryPlaces.shared.exclusively { removeContent(of: place.isEmpty ? "." : place, in: root) }
                last = nil
            } else if !name.hasPrefix(Self.whiteout + Self.whiteout) {
                let hidden = String(name.dropFirst(Self.whiteout.count))
                guard !["", ".", ".."].contains(hidden) else { throw UnpackError(refusal: "a whiteout of no name") }
                remove(join(place, hidden))
            }
        } catch {
            guard error.reach == .member else { throw error }
            refuse(path, error.message)
        }
        return true
    }

    private static let whiteout = ".wh."
    private static let opaque = ".wh..wh..opq"

    private func remove(_ path: String) {
        TemporaryPlaces.shared.exclusively { removeTree(path, in: root) }
        last = nil
    }

    // MARK: Paths

    /// The directory and the name in it; nil for the root of the tree.
    private func split(_ path: String) throws(UnpackError) -> (parent: String, name: String)? {
        let parts = Self.parts(path)
        guard !parts.contains("..") else { throw UnpackError(refusal: "a path with \"..\"") }
        guard let name = parts.last else { return nil }
        return (parts.dropLast().joined(separator: "/"), name)
    }

    /// The parts of a path, without empty ones and dots.
    private static func parts(_ path: String) -> [String] {
        path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }.filter { $0 != "." && !$0.isEmpty }
    }

    private func join(_ place: String, _ name: String) -> String { place.isEmpty ? name : "\(place)/\(name)" }

    /// The real directory that `path` means, without any link in it; made where it is missing.
    private func place(_ path: String) throws(UnpackError) -> String {
        guard let place = try place(path, isMade: true) else { throw UnpackError(refusal: "has no directory") }
        return place
    }

    private func place(_ path: String, isMade: Bool) throws(UnpackError) -> String? {
        if let last, last.path == path { return last.place }
        var pending = Array(Self.parts(path).reversed())
        var real: [String] = []
        var links = 0
        while let part = pending.popLast() {
            if part == ".." {
                _ = real.popLast()
                continue
            }
            let candidate = (real + [part]).joined(separator: "/")
            switch kind(of: candidate) {
            case S_IFDIR: real.append(part)
            case S_IFLNK:
                links += 1
                guard links <= Self.mostLinks, pending.count < 1000, let target = text(ofLink: candidate) else {
                    throw UnpackError(refusal: "lies behind a loop of links")
                }
                pending += Self.parts(target).reversed()
            case nil:
                guard isMade else { return nil }
                try budget.charge()
                try limit(real.count + 1, candidate)
                try make(candidate) { mkdirat(root, $0, 0o700) }
                real.append(part)
            default: throw UnpackError(refusal: "lies below something that is no directory")
            }
        }
        let place = real.joined(separator: "/")
        last = (path, place)
        return place
    }

    private static let tooLong = UnpackError(
        refusal: "a path longer than \(longestPath) bytes or \(deepest) directories"
    )

    private func limit(_ depth: Int, _ path: String) throws(UnpackError) {
        guard depth <= Self.deepest, path.utf8.count <= Self.longestPath else {
            throw Self.tooLong
        }
    }

    /// The type bits of what `path` is, without following it.
    private func kind(of path: String) -> mode_t? {
        var status = stat()
        let isThere = RawText.withPath(path) { fstatat(root, $0, &status, AT_SYMLINK_NOFOLLOW) == 0 }
        return isThere ? status.st_mode & S_IFMT : nil
    }

    private func text(ofLink path: String) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { text in
            guard let start = text.baseAddress else { return nil }
            let count = RawText.withPath(path) { readlinkat(root, $0, start, text.count) }
            return count < 0 ? nil : RawText.string(UnsafeRawBufferPointer(start: start, count: count))
        }
    }

    // MARK: Making

    /// Makes something by a system call; that the disk is full ends it all, any other reason concerns this member alone.
    @discardableResult
    private func make(_ path: String, _ call: (UnsafePointer<CChar>) -> CInt) throws(UnpackError) -> CInt {
        let (result, error) = TemporaryPlaces.shared.exclusively {
            let result = RawText.withPath(path, call)
            return (result, errno)
        }
        if result >= 0 { return result }
        let reason = String(cString: strerror(error))
        if [ENOSPC, EDQUOT, EIO, EROFS, EMFILE, ENFILE].contains(error) { throw UnpackError("cannot be unpacked: \(reason)") }
        throw UnpackError(refusal: reason)
    }

    /// The path of `name` in `place`, where nothing lies afterwards.
    private func vacant(_ name: String, in place: String) throws(UnpackError) -> String {
        let path = join(place, name)
        try limit(place.isEmpty ? 1 : place.utf8.count { $0 == UInt8(ascii: "/") } + 2, path)
        if kind(of: path) != nil { remove(path) }
        return path
    }

    private func makeDirectory(_ name: String, in place: String) throws(UnpackError) {
        if kind(of: join(place, name)) == S_IFDIR { return }
        let path = try vacant(name, in: place)
        try make(path) { mkdirat(root, $0, 0o700) }
    }

    private func makeFile(
        _ name: String, in place: String, isExecutable: Bool
    ) throws(UnpackError) -> (descriptor: CInt, path: String) {
        let path = try vacant(name, in: place)
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        return (try make(path) { openat(root, $0, flags, isExecutable ? 0o700 : 0o600) }, path)
    }

    /// Writes the content of the current member; half a file is no file.
    private func fill(_ descriptor: CInt, _ path: String, from reader: inout some MemberReader) throws(UnpackError) {
        defer { close(descriptor) }
        do throws(UnpackError) {
            try reader.content { (piece) throws(UnpackError) in
                try budget.charge(bytes: piece.count)
                try writeAll(piece, to: descriptor)
            }
        } catch {
            remove(path)
            throw error
        }
    }

    private func makeLink(_ name: String, in place: String, to target: String) throws(UnpackError) {
        guard target.utf8.count <= Self.longestPath else { throw Self.tooLong }
        let path = try vacant(name, in: place)
        let text = Self.contained(target, in: place)
        try make(path) { link in RawText.withPath(text) { symlinkat($0, root, link) } }
        // A path that was walked before may mean something else now.
        last = nil
    }

    /// `target` as a link in `place` can hold it without leading out.
    private static func contained(_ target: String, in place: String) -> String {
        var names: [String] = []
        var ups = 0
        for part in parts(target) {
            if part != ".." { names.append(part) } else if names.popLast() == nil { ups += 1 }
        }
        let depth = parts(place).count
        ups = target.utf8.first == UInt8(ascii: "/") ? depth : min(ups, depth)
        let all = Array(repeating: "..", count: ups) + names
        return all.isEmpty ? "." : all.joined(separator: "/")
    }

    private func makeHardLink(
        _ name: String, in place: String, to target: String, _ size: UInt64, _ reader: inout some MemberReader
    ) throws(UnpackError) {
        guard target.utf8.count <= Self.longestPath else { throw Self.tooLong }
        guard let (parent, other) = try split(target), let origin = try self.place(parent, isMade: false) else {
            throw UnpackError(refusal: "a second name of a file that is not there")
        }
        let first = join(origin, other)
        if first == join(place, name) { return }
        switch kind(of: first) {
        case S_IFREG: break
        case S_IFLNK:
            // A link's text holds for its own directory.
            guard let text = text(ofLink: first) else { return }
            return try makeLink(name, in: place, to: "/" + Self.contained("/\(origin)/\(text)", in: ""))
        default: throw UnpackError(refusal: "a second name of a file that is not there")
        }
        let path = try vacant(name, in: place)
        try make(path) { new in RawText.withPath(first) { linkat(root, $0, root, new, 0) } }
        // cpio stores the content with the last name.
        guard size > 0 else { return }
        let descriptor = try make(path) { openat(root, $0, O_WRONLY | O_TRUNC | O_NOFOLLOW | O_CLOEXEC) }
        try fill(descriptor, path, from: &reader)
    }
}

/// Writes all of `bytes`.
func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: CInt) throws(UnpackError) {
    var rest = bytes
    while !rest.isEmpty {
        let count = write(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw UnpackError("cannot be unpacked: \(String(cString: strerror(errno)))") }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    }
}
