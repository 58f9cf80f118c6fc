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
    /// The path as the user would write it; text as of ``RawText``.
    public var path: String
    /// Named by the user, so that being no ELF file is worth a word; false for what a walk came across.
    public var isNamed: Bool

    /// An input for `path`.
    public init(path: String, isNamed: Bool) {
        self.path = path
        self.isNamed = isNamed
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
/// met by itself or belongs to somebody else.
public struct Walk {
    /// An input, or why there is none.
    public typealias Element = Result<Input, InputError>

    private var named: ArraySlice<String>
    private let exclusions: [Glob]
    /// Directories that are being walked, each with the entries still to come, last first.
    private var stack: [(path: String, entries: [Entry])] = []

    private struct Entry {
        var name: String
        var isDirectory: Bool
    }

    /// A walk over `paths`, without what `exclusions` match.
    public init(_ paths: [String], excluding exclusions: [Glob] = []) {
        named = paths[...]
        self.exclusions = exclusions
    }

    /// The next input.
    public mutating func next() -> Element? {
        while true {
            if let top = stack.indices.last {
                guard let entry = stack[top].entries.popLast() else {
                    stack.removeLast()
                    continue
                }
                let path = Self.join(stack[top].path, entry.name)
                if exclusions.contains(where: { $0.matches(path) }) { continue }
                if !entry.isDirectory { return .success(Input(path: path, isNamed: false)) }
                switch Self.list(path) {
                case .success(let entries): stack.append((path, entries))
                case .failure(let error): return .failure(error)
                }
                continue
            }
            guard let path = named.popFirst() else { return nil }
            if exclusions.contains(where: { $0.matches(path) }) { continue }
            if Self.isDirectory(path) {
                switch Self.list(path) {
                case .success(let entries): stack.append((path, entries))
                case .failure(let error): return .failure(error)
                }
                continue
            }
            return .success(Input(path: path, isNamed: true))
        }
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

    /// The regular files and directories in `path`, in descending order of their bytes.
    private static func list(_ path: String) -> Result<[Entry], InputError> {
        RawText.withPath(path) { name in
            guard let stream = opendir(name) else {
                return .failure(InputError(path: path, message: "cannot be listed: \(String(cString: strerror(errno)))"))
            }
            defer { closedir(stream) }
            var entries: [Entry] = []
            while true {
                errno = 0
                guard let record = readdir(stream) else {
                    if errno != 0 {
                        let message = "cannot be listed to its end: \(String(cString: strerror(errno)))"
                        return .failure(InputError(path: path, message: message))
                    }
                    break
                }
                let entry = withUnsafePointer(to: &record.pointee.d_name) { pointer -> String in
                    let start = UnsafeRawPointer(pointer)
                    return RawText.string(
                        UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self))))
                }
                if entry == "." || entry == ".." { continue }
                switch Int(record.pointee.d_type) {
                case Int(DT_REG): entries.append(Entry(name: entry, isDirectory: false))
                case Int(DT_DIR): entries.append(Entry(name: entry, isDirectory: true))
                case Int(DT_UNKNOWN):
                    // A file system that does not say; only there a stat is needed.
                    var status = stat()
                    let known = RawText.withPath(entry) { fstatat(dirfd(stream), $0, &status, AT_SYMLINK_NOFOLLOW) == 0 }
                    if known, status.st_mode & S_IFMT == S_IFREG { entries.append(Entry(name: entry, isDirectory: false)) }
                    if known, status.st_mode & S_IFMT == S_IFDIR { entries.append(Entry(name: entry, isDirectory: true)) }
                default: break
                }
            }
            // Last first: the stack of entries is taken from the end.
            entries.sort { $1.name < $0.name }
            return .success(entries)
        }
    }
}
