// From the paths a user names to the files to look at: directories are walked in a stable order, without a stat or an
// open more than the directory entries themselves cost.

import PreflightELF

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A file to look at.
public struct Input: Sendable {
    /// The path to open; text as of ``RawText``.
    public var path: String
    /// What reports call it: the path as the user would write it, `package.deb:/usr/bin/tool` in an archive.
    public var name: String
    /// Named by the user, so that being no ELF file is worth a word; false for what a walk came across.
    public var isNamed: Bool
    /// The archive that it lies in, which lasts as long as the input; nil for all others.
    public var tree: UnpackedTree?

    /// An input for `path`.
    public init(path: String, isNamed: Bool) {
        self.path = path
        self.name = path
        self.isNamed = isNamed
    }

    /// A file of an unpacked archive.
    public init(path: String, in tree: UnpackedTree) {
        self.path = path
        self.name = tree.name(of: path)
        self.isNamed = false
        self.tree = tree
    }
}

/// Something that was named or met and cannot be looked at.
public struct InputError: Error, Sendable, Equatable {
    /// The path.
    public var path: String
    /// One sentence without the path.
    public var message: String

    /// An error about `path`.
    public init(path: String, message: String) {
        self.path = path
        self.message = message
    }
}

/// Produces inputs one by one, so that nothing waits for the end of a walk.
///
/// Symbolic links are followed where they were named and left alone where a walk meets them: what they lead to is either
/// met by itself or belongs to somebody else. Directories are opened from the one they lie in and stay open until they are
/// walked, so that one which is swapped for a link meanwhile leads nowhere else. Archives are unpacked where they were named, and passed over where a walk
/// meets them.
public struct Walk {
    /// An input, or why there is none.
    public typealias Element = Result<Input, InputError>

    private var named: ArraySlice<String>
    private let exclusions: [Glob]
    /// Directories that are being walked, each with the entries still to come, last first.
    private var stack: [(path: String, directory: OpenDirectory, entries: [Entry])] = []

    private let unpacker: Unpacker?
    /// Archives that are unpacked already, walked first.
    private var trees: ArraySlice<UnpackedTree>
    private let tell: (InputError) -> Void
    private let entering: (String) -> Bool
    private let followsNamed: Bool
    /// The archive that is being walked, and what is to be said of it at its end.
    private var tree: UnpackedTree?
    private var complaints: ArraySlice<InputError> = []

    private struct Entry {
        var name: String
        var isDirectory: Bool
    }

    /// A walk over `paths`, without what `exclusions` match.
    ///
    /// - Parameters:
    ///   - trees: archives that are unpacked already, walked first.
    ///   - unpacker: unpacks archives among `paths`; where it is nil, they are inputs like other files.
    ///   - tell: gets what a user should know of an archive and what is no error.
    ///   - entering: whether to walk a directory that was met; asked before it is listed.
    ///   - followsNamed: false where what is named has been resolved, and a link there now was put there since.
    public init(
        _ paths: [String], excluding exclusions: [Glob] = [], unpacker: Unpacker? = nil, trees: [UnpackedTree] = [],
        tell: @escaping (InputError) -> Void = { _ in }, entering: @escaping (String) -> Bool = { _ in true },
        followsNamed: Bool = true
    ) {
        self.followsNamed = followsNamed
        self.entering = entering
        named = paths[...]
        self.exclusions = exclusions
        self.unpacker = unpacker
        self.trees = trees[...]
        self.tell = tell
    }

    /// The directory that the last input of ``next()`` was met in; nil where it was named.
    public var directory: OpenDirectory? { stack.last?.directory }

    /// The next input.
    public mutating func next() -> Element? {
        while true {
            if let element = nextMet() { return element }
            if let tree = trees.popFirst() {
                self.tree = tree
                if let error = push(tree.directory, named: tree.directory) { return .failure(error) }
                continue
            }
            guard let path = named.popFirst() else { return nil }
            if isExcluded(path) { continue }
            if let element = enter(path) { return element }
        }
    }

    /// Starts with a path that a long list named, if it is an archive and is called like one: to look into each file of
    /// such a list before it is read would cost as much as reading it.
    ///
    /// - Returns: false where it is none; an archive that cannot be unpacked is told by ``next()``.
    public mutating func enterArchive(_ path: String) -> Bool {
        guard unpacker != nil, Unpacker.isArchiveName(path), Unpacker.isArchive(path) else { return false }
        named.append(path)
        return true
    }

    /// The next file of the directory or archive that is being walked.
    private mutating func nextMet() -> Element? {
        while let top = stack.indices.last {
            guard let entry = stack[top].entries.popLast() else {
                stack.removeLast()
                if stack.isEmpty { leaveTree() }
                continue
            }
            let path = Self.join(stack[top].path, entry.name)
            if isExcluded(path) { continue }
            guard entry.isDirectory else {
                return .success(tree.map { Input(path: path, in: $0) } ?? Input(path: path, isNamed: false))
            }
            if entering(path), let error = push(path, named: entry.name, in: stack[top].directory) { return .failure(error) }
        }
        return complaints.popFirst().map { .failure($0) }
    }

    private mutating func leaveTree() {
        complaints += tree?.complaints ?? []
        tree = nil
    }

    /// Starts with what was named: a file is an input, a directory or an archive is walked.
    private mutating func enter(_ path: String) -> Element? {
        if let unpacker, Unpacker.isArchive(path) {
            do throws(InputError) {
                let tree = try unpacker.unpack(path)
                for note in tree.notes { tell(InputError(path: path, message: note)) }
                self.tree = tree
                return push(tree.directory, named: tree.directory).map { .failure($0) }
            } catch {
                return .failure(error)
            }
        }
        guard Self.isDirectory(path) else { return .success(Input(path: path, isNamed: true)) }
        return push(path, named: path).map { .failure($0) }
    }

    /// Lists the directory `path`, which is `name` in the directory `parent`.
    private mutating func push(_ path: String, named name: String, in parent: OpenDirectory? = nil) -> InputError? {
        do throws(InputError) {
            let directory = try OpenDirectory(name, in: parent, follows: parent == nil && followsNamed)
            stack.append((path, directory, try Self.list(directory)))
            return nil
        } catch {
            return InputError(path: tree?.name(of: path) ?? path, message: error.message)
        }
    }

    /// Members of archives are matched by the name that is shown and by their path on the target.
    private func isExcluded(_ path: String) -> Bool {
        if exclusions.isEmpty { return false }
        guard let tree else { return exclusions.contains { $0.matches(path) } }
        let (name, member) = (tree.name(of: path), tree.member(path))
        return exclusions.contains { $0.matches(name) || $0.matches(member) }
    }

    private static func join(_ directory: String, _ name: String) -> String {
        directory.utf8.last == UInt8(ascii: "/") ? directory + name : directory + "/" + name
    }

    private static func isDirectory(_ path: String) -> Bool {
        RawText.withPath(path) { name in
            var status = stat()
            return stat(name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        }
    }

    /// The regular files and directories in `directory`, in descending order of their bytes.
    private static func list(_ directory: OpenDirectory) throws(InputError) -> [Entry] {
        var entries: [Entry] = []
        for (name, type) in try directory.entries() {
            switch type {
            case Int(DT_REG): entries.append(Entry(name: name, isDirectory: false))
            case Int(DT_DIR): entries.append(Entry(name: name, isDirectory: true))
            case Int(DT_UNKNOWN):
                // A file system that does not say; only there a stat is needed.
                let kind = directory.status(of: name).map { $0.st_mode & S_IFMT }
                if kind == S_IFREG { entries.append(Entry(name: name, isDirectory: false)) }
                if kind == S_IFDIR { entries.append(Entry(name: name, isDirectory: true)) }
            default: break
            }
        }
        // Last first: the stack of entries is taken from the end.
        entries.sort { $1.name < $0.name }
        return entries
    }
}
