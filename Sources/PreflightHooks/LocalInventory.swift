// Programs and libraries that lie outside of the package manager's own directories, and what each needs. The walk looks at directory
// entries and stamps; a file is opened only when it is new or has changed.

internal import PreflightELF
internal import PreflightHost
public import PreflightInputs
internal import PreflightLoader
internal import PreflightReports

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// One object that was met.
public struct LocalObject: Sendable, Equatable {
    /// Its path, as a program in the root sees it.
    public var path: String
    /// What it needs.
    public var needs: ObjectNeeds

    /// An object of its parts.
    public init(path: String, needs: ObjectNeeds) {
        self.path = path
        self.needs = needs
    }
}

/// How far a look at many files came.
public struct Coverage: Sendable, Equatable {
    /// Files that were looked at.
    public var checked: Int
    /// Files that there are; nil where the walk itself did not end.
    public var total: Int?

    /// All was looked at.
    public var isWhole: Bool { checked == total }

    /// "checked 812 of 4,020 files".
    public var words: String {
        guard let total else { return "checked \(grouped(checked)) files, and the walk over the directories did not end" }
        return "checked \(grouped(checked)) of \(grouped(total)) files"
    }
}

/// What lies outside of the package manager's directories.
public struct LocalInventory: Sendable {
    /// Objects that a loader works for.
    public var objects: [LocalObject] = []
    /// What could not be read, by paths as a program in the root sees them.
    public var problems: [InputError] = []
    /// How far it came before the deadline.
    public var coverage = Coverage(checked: 0, total: nil)
    /// What a log should say: a cache that was not used or not written.
    public var notes: [String] = []

    /// An inventory of nothing.
    public init() {}
}

/// Makes inventories.
public struct LocalInventoryReader {
    /// Where administrators put what no package owns.
    public static let standardPaths = ["/usr/local", "/opt", "/srv"]

    private let root: String
    private let paths: [String]
    private let exclude: [Glob]
    private let state: StateDirectory?
    private let deadline: Deadline

    /// A reader of `paths` in `root`.
    ///
    /// - Parameters:
    ///   - root: the directory that is `/` to the programs.
    ///   - paths: absolute, inside of the root; one that is not there is passed over. Links in them are followed inside of the root.
    ///   - exclude: shell patterns over paths inside of the root.
    ///   - state: where the cache lies; nil for none.
    ///   - deadline: when to stop, looked at before each file.
    public init(
        root: String = "/", paths: [String] = standardPaths, exclude: [String] = [], state: StateDirectory?, deadline: Deadline
    ) {
        let prefix = root == "/" ? "" : root
        self.root = prefix
        self.paths = paths
        self.exclude = exclude.map { Glob($0.hasPrefix("/") ? Self.literal(prefix) + $0 : $0) }
        self.state = state
        self.deadline = deadline
    }

    /// A path as a pattern that means itself.
    private static func literal(_ path: String) -> String {
        String(path.flatMap { "*?[\\".contains($0) ? ["\\", $0] : [$0] })
    }

    /// One file that may be an object.
    private struct Candidate {
        var path: String
        var stamp: FileStamp
        /// The directory that it was met in; nil for one that is a start of the walk itself.
        var directory: FileIdentity?
    }

    /// Walks and reads.
    public func read() -> LocalInventory {
        var inventory = LocalInventory()
        let known = cache(&inventory)
        var candidates: [Candidate] = []
        let isWalked = walk(&candidates, &inventory)
        // Before the reading: a file that changes while it is read must not be kept under the stamp of before.
        let settled = Self.settled
        let answers = readings(of: candidates.filter { known.files[$0.stamp] == nil })
        var next = answers.startIndex
        var cache = InventoryCache()
        cache.files.reserveCapacity(candidates.count)
        var isNew = false
        inventory.coverage = Coverage(checked: 0, total: isWalked ? candidates.count : nil)
        for candidate in candidates {
            // What the cache knows costs nothing, however late it is.
            if let kept = known.files[candidate.stamp] {
                inventory.coverage.checked += 1
                cache.files[candidate.stamp] = kept
                if let kept { add(candidate, kept, to: &inventory) }
                continue
            }
            // The others were read in this order, as far as the time allowed.
            guard next < answers.endIndex else { continue }
            defer { next += 1 }
            switch answers[next] {
            case .late: break
            case .failure(let error):
                inventory.coverage.checked += 1
                inventory.problems.append(InputError(path: inside(candidate.path), message: error.description))
            case .needs(let kept):
                inventory.coverage.checked += 1
                // Within one tick of the clock a file can change twice under one stamp.
                if candidate.stamp.changed < settled {
                    cache.files[candidate.stamp] = kept
                    isNew = true
                }
                if let kept { add(candidate, kept, to: &inventory) }
            }
        }
        if !inventory.coverage.isWhole { cache.files.merge(known.files) { new, _ in new } }
        if isNew || cache.files.count < known.files.count / 2 { keep(cache, &inventory) }
        return inventory
    }

    /// What became of one file.
    private enum Reading {
        /// What it needs; nil for what no loader has to work for.
        case needs(ObjectNeeds?)
        case failure(ReadError)
        /// The time was up before it.
        case late
    }

    /// Fewer files are read before a second thread would have begun.
    private static let fewest = 256

    /// Reads files, in their order; many of them on two threads, because a cold disk answers two questions in the time of one.
    private func readings(of candidates: [Candidate]) -> [Reading] {
        var readings: [Reading] = []
        readings.reserveCapacity(candidates.count)
        var rest = candidates[...]
        let deadline = deadline
        inOrder(
            workers: candidates.count < Self.fewest ? 1 : 2,
            batchSize: 16,
            next: { rest.popFirst() },
            makeWorker: {
                let opener = Opener()
                return { candidate -> Reading in
                    if deadline.isOver { return .late }
                    do throws(ReadError) {
                        return .needs(try opener.needs(candidate))
                    } catch {
                        return .failure(error)
                    }
                }
            },
            deliver: { reading in
                readings.append(reading)
                return true
            }
        )
        return readings
    }

    private func add(_ candidate: Candidate, _ needs: ObjectNeeds, to inventory: inout LocalInventory) {
        inventory.objects.append(LocalObject(path: inside(candidate.path), needs: needs))
    }

    private func inside(_ path: String) -> String {
        let rest = String(decoding: path.utf8.dropFirst(root.utf8.count), as: UTF8.self)
        return rest.isEmpty ? "/" : rest
    }

    /// Files that changed before this moment, in nanoseconds, have had their last change under their stamp.
    private static var settled: Int64 {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return (Int64(now.tv_sec) - 1) * 1_000_000_000 + Int64(now.tv_nsec)
    }

    // MARK: Cache

    private func cache(_ inventory: inout LocalInventory) -> InventoryCache {
        guard let state else { return InventoryCache() }
        do throws(InputError) {
            guard let bytes = try state.read(InventoryCache.fileName, most: InventoryCache.mostBytes) else {
                return InventoryCache()
            }
            if let cache = InventoryCache(bytes) { return cache }
            inventory.notes.append("\(state.path)/\(InventoryCache.fileName) is of another format or not whole, and is made anew")
        } catch {
            inventory.notes.append("\(error.path) \(error.message), and is not used")
        }
        return InventoryCache()
    }

    private func keep(_ cache: InventoryCache, _ inventory: inout LocalInventory) {
        guard let state else { return }
        do throws(InputError) {
            try state.write(InventoryCache.fileName) { cache.write(to: $0) }
        } catch {
            inventory.notes.append("\(error.path) \(error.message); the next run reads all files again")
        }
    }

    // MARK: Walk

    /// Finds all files that may be objects.
    ///
    /// - Returns: false where the deadline came first, or nothing could be walked.
    private func walk(_ found: inout [Candidate], _ inventory: inout LocalInventory) -> Bool {
        var starts: [String] = []
        do throws(InputError) {
            let place = try DirectoryRoot([root.isEmpty ? "/" : root], buffers: ReadBuffers())
            starts = paths.compactMap { place.realPath($0) }.map { root + $0 }
        } catch {
            inventory.problems.append(error)
            return false
        }
        // Servers that do not answer must not hold an update up, so their directories are not even looked at.
        let remote = Host.mountPoints(where: Self.isRemote)
        var seen: Set<FileIdentity> = []
        var walk = Walk(
            starts.filter { Self.status($0) != nil }, excluding: exclude, entering: { !remote.contains($0) }, followsNamed: false)
        var last: (directory: OpenDirectory, identity: FileIdentity?)?
        while let element = walk.next() {
            if deadline.isOver { return false }
            switch element {
            case .failure(let error):
                inventory.problems.append(InputError(path: inside(error.path), message: error.message))
            case .success(let input):
                let directory = walk.directory
                guard let status = directory.map({ $0.status(of: lastComponent(input.path)) }) ?? Self.status(input.path),
                    status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
                    status.st_mode & 0o111 != 0 || lastPart(input.path).contains(".so")
                else { continue }
                let stamp = FileStamp(status)
                guard seen.insert(stamp.identity).inserted else { continue }
                if let directory, last?.directory !== directory { last = (directory, directory.identity) }
                found.append(Candidate(path: input.path, stamp: stamp, directory: directory == nil ? nil : last?.identity))
            }
        }
        return true
    }

    private static func isRemote(_ type: String) -> Bool { remoteTypes.contains(type) || type.hasPrefix("fuse") }

    /// File systems of other machines, and those that have no files of their own.
    private static let remoteTypes: Set<String> = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "9p", "ceph", "afs", "glusterfs", "lustre", "beegfs", "gfs2", "ocfs2",
        "coda", "autofs", "proc", "sysfs", "cgroup", "cgroup2",
    ]

    private static func status(_ path: String) -> stat? {
        var status = stat()
        return RawText.withPath(path) { lstat($0, &status) } == 0 ? status : nil
    }

    // MARK: Files

    /// Opens files where they were met: a directory that was swapped since, for a link or for another one, is not entered.
    private final class Opener {
        private let buffers = ReadBuffers()
        /// The directory of the last file; most files lie in that of the one before.
        private var last: (path: Substring, directory: OpenDirectory?, identity: FileIdentity?)?

        /// What `candidate` needs; nil for what no loader has to work for, and what is no longer there.
        func needs(_ candidate: Candidate) throws(ReadError) -> ObjectNeeds? {
            let descriptor = descriptor(of: candidate)
            guard descriptor >= 0 else {
                // It went away, or became a link, since it was listed.
                if errno == ENOENT || errno == ELOOP || errno == ENOTDIR { return nil }
                throw ReadError(.unreadable, "cannot be opened: \(String(cString: strerror(errno)))")
            }
            do throws(ReadError) {
                let file = try ObjectFile(descriptor: descriptor, buffers: buffers)
                return try ObjectNeeds.kept(of: file.object)
            } catch {
                switch error.kind {
                // What contradicts itself does not start now either, and no update changes that.
                case .notELF, .archive, .notRegular, .missing, .malformed: return nil
                case .unreadable: throw error
                }
            }
        }

        /// - Returns: the descriptor, or -1 with errno set.
        private func descriptor(of candidate: Candidate) -> CInt {
            guard let identity = candidate.directory else {
                return RawText.withPath(candidate.path) { open($0, ObjectFile.openFlags | O_NOFOLLOW) }
            }
            let name = lastComponent(candidate.path)
            let path = Substring(candidate.path.utf8.dropLast(name.utf8.count))
            if last?.path != path || last?.identity != identity {
                let directory = try? OpenDirectory(String(path), follows: true)
                last = (path, directory, directory?.identity)
            }
            guard let last, let directory = last.directory, last.identity == identity else {
                errno = ENOENT
                return -1
            }
            return directory.open(name, ObjectFile.openFlags)
        }
    }
}

extension ObjectNeeds {
    /// What is kept of `object`; nil where no loader has to work for it.
    ///
    /// - Throws: ``ReadError`` for one with more needs than any program has.
    static func kept(of object: Object) throws(ReadError) -> ObjectNeeds? {
        guard object.isDynamic || object.isOpaque else { return nil }
        let needs = ObjectNeeds(object)
        guard needs.words <= mostWords else {
            throw ReadError(.unreadable, "has \(needs.words) needs; no program has more than \(mostWords)")
        }
        return needs
    }
}
