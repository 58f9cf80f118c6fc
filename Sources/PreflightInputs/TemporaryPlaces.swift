// Private directories for what is unpacked, gone on every way out: when the last user lets go, at exit, and on a signal
// that ends the process, together with the programs that were filling them.

import PreflightELF

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// All temporary directories and running programs of this process.
final class TemporaryPlaces: @unchecked Sendable {
    static let shared = TemporaryPlaces()

    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private var paths: Set<String> = []
    private var children: Set<pid_t> = []
    private var isArmed = false

    private init() { pthread_mutex_init(mutex, nil) }

    /// Runs `body` while nothing is being removed; what makes a file below a temporary directory belongs in here, so that a
    /// signal never removes a directory that is still filled.
    func exclusively<Result>(_ body: () -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }

    /// A new directory that only this user can enter, below TMPDIR or /tmp.
    func make() throws(UnpackError) -> String {
        arm()
        let parent = getenv("TMPDIR").map { RawText.string(UnsafeRawBufferPointer(start: $0, count: strlen($0))) } ?? ""
        let place = parent.isEmpty ? "/tmp" : parent
        let (made, error): (String?, CInt) = exclusively {
            var template = RawText.bytes("\(place)/preflight-XXXXXX").map { CChar(bitPattern: $0) } + [0]
            guard mkdtemp(&template) != nil else { return (nil, errno) }
            let path = template.dropLast().withUnsafeBytes { RawText.string($0) }
            paths.insert(path)
            return (path, 0)
        }
        guard let made else {
            throw UnpackError("cannot be unpacked into \(RawText.visible(place)): \(String(cString: strerror(error)))")
        }
        return made
    }

    /// Removes a directory that `make` made.
    func remove(_ path: String) {
        exclusively { if paths.remove(path) != nil { removeTree(path, in: AT_FDCWD) } }
    }

    /// Starts a program by `start`, which returns its id, and remembers it until `forget`.
    func run(_ start: () -> pid_t?) -> pid_t? {
        exclusively {
            let child = start()
            if let child { children.insert(child) }
            return child
        }
    }

    /// Takes note that a program is about to be waited for.
    func forget(_ child: pid_t) { exclusively { _ = children.remove(child) } }

    private func removeAll() {
        for child in children { kill(child, SIGKILL) }
        for child in children { waitpid(child, nil, 0) }
        children = []
        for path in paths { removeTree(path, in: AT_FDCWD) }
        paths = []
    }

    // MARK: Ways out

    private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

    /// Makes sure that nothing stays behind; done once, when the first archive is unpacked.
    private func arm() {
        let isFirst = exclusively {
            defer { isArmed = true }
            return !isArmed
        }
        guard isFirst else { return }
        atexit { TemporaryPlaces.shared.exclusively { TemporaryPlaces.shared.removeAll() } }
        // Threads that run already would not inherit a mask, so a handler it is; all that it may do is wake a thread.
        var ends: [CInt] = [0, 0]
        guard pipe(&ends) == 0 else { return }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        wakeEnd = ends[1]
        let box = UnsafeMutablePointer<CInt>.allocate(capacity: 1)
        box.pointee = ends[0]
        var thread = pthread_t()
        let failed = pthread_create(
            &thread, nil,
            { argument in
                if let argument { TemporaryPlaces.shared.awaitSignal(argument.assumingMemoryBound(to: CInt.self).pointee) }
                return nil
            }, box
        )
        guard failed == 0 else { return }
        pthread_detach(thread)
        for number in Self.signals {
            let previous = signal(number) { number in
                let error = errno
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(wakeEnd, &byte, 1)
                errno = error
            }
            // What the caller ignores (nohup) stays ignored.
            if unsafeBitCast(previous, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { signal(number, SIG_IGN) }
        }
    }

    private func awaitSignal(_ source: CInt) {
        var byte: UInt8 = 0
        while read(source, &byte, 1) != 1 { if errno != EINTR { return } }
        // Never unlocked: who wants to make one more file waits for the end.
        pthread_mutex_lock(mutex)
        removeAll()
        signal(CInt(byte), SIG_DFL)
        kill(getpid(), CInt(byte))
        sleep(1)
        _exit(128 + CInt(byte))
    }
}

/// Where the handler of signals writes to.
nonisolated(unsafe) private var wakeEnd: CInt = -1

/// Removes what `path` names in `directory`, with all that lies below; links are not followed.
func removeTree(_ path: String, in directory: CInt) {
    RawText.withPath(path) { removeEntry($0, in: directory) }
}

private func removeEntry(_ name: UnsafePointer<CChar>, in directory: CInt) {
    if unlinkat(directory, name, 0) == 0 || errno == ENOENT { return }
    let descriptor = openat(directory, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    removeContent(descriptor)
    unlinkat(directory, name, AT_REMOVEDIR)
}

/// Removes all that lies in the open directory `descriptor`, and closes it.
private func removeContent(_ descriptor: CInt) {
    guard let stream = fdopendir(descriptor) else {
        close(descriptor)
        return
    }
    defer { closedir(stream) }
    // A directory that changes under readdir may hide entries; it is read again until it shows none.
    var isChanging = true
    var rounds = 0
    while isChanging, rounds < 1000 {
        isChanging = false
        rounds += 1
        rewinddir(stream)
        while let entry = readdir(stream) {
            withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                let name = UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self)
                if strcmp(name, ".") == 0 || strcmp(name, "..") == 0 { return }
                isChanging = true
                removeEntry(name, in: descriptor)
            }
        }
    }
}

/// Removes all that lies in the directory `path` of `directory`, but not itself.
func removeContent(of path: String, in directory: CInt) {
    let descriptor = RawText.withPath(path) { openat(directory, $0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
    if descriptor >= 0 { removeContent(descriptor) }
}
