// Children that wait, and threads in namespaces of their own or without privileges: the kernel keeps both per task.

import PreflightTestSupport

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A child that runs until the test lets go of it; then it is killed and reaped.
final class WaitingChild: Sendable {
    let process: pid_t

    /// Starts a program with its arguments.
    init(_ words: [String]) throws {
        var child: pid_t = 0
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
        arguments.append(nil)
        defer { for word in arguments { free(word) } }
        guard posix_spawn(&child, words[0], nil, nil, arguments, environ) == 0 else {
            throw SupportError("\(words[0]) cannot be run")
        }
        process = child
    }

    deinit {
        kill(process, SIGKILL)
        var status: CInt = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    /// Waits up to four seconds for `condition`; the child needs a moment to become what it is to be.
    func wait(_ condition: () -> Bool) -> Bool {
        for _ in 0..<800 {
            if condition() { return true }
            usleep(5000)
        }
        return condition()
    }

    /// The name of the program that runs, from /proc/PID/comm.
    var name: String {
        (try? readFile("/proc/\(process)/comm")).map { String(decoding: $0.dropLast(), as: UTF8.self) } ?? ""
    }

    /// The state letter of /proc/PID/stat.
    var state: Character? {
        let text = (try? readFile("/proc/\(process)/stat")).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return text.lastIndex(of: ")").flatMap { text[$0...].dropFirst(2).first }
    }
}

/// Runs `body` on a thread of its own, which ends with it, so what the body does to its credentials and namespaces ends too.
func onOwnThread<Answer: Sendable>(_ body: @escaping @Sendable () throws -> Answer) throws -> Answer {
    let box = ThreadBox(body)
    var thread = pthread_t()
    let failure = pthread_create(
        &thread, nil,
        { pointer in
            #if canImport(Glibc)
                let box = pointer.map { Unmanaged<AnyThreadBox>.fromOpaque($0).takeRetainedValue() }
            #else
                let box = Unmanaged<AnyThreadBox>.fromOpaque(pointer!).takeRetainedValue()
            #endif
            box?.run()
            return nil
        }, Unmanaged<AnyThreadBox>.passRetained(box).toOpaque())
    guard failure == 0 else { throw SupportError("no thread: \(String(cString: strerror(failure)))") }
    pthread_join(thread, nil)
    guard let answer = box.answer else { throw SupportError("the thread gave no answer") }
    return try answer.get()
}

private class AnyThreadBox {
    func run() {}
}

private final class ThreadBox<Answer>: AnyThreadBox {
    let body: () throws -> Answer
    var answer: Result<Answer, any Error>?
    init(_ body: @escaping () throws -> Answer) { self.body = body }
    override func run() { answer = Result { try body() } }
}

/// Functions that the C libraries show only to those who ask for GNU extensions.
enum Task {
    static let newUTS: CInt = 0x0400_0000
    static let newIPC: CInt = 0x0800_0000
    static let newNetwork: CInt = 0x4000_0000
    static let newMounts: CInt = 0x0002_0000

    /// Gives the calling thread namespaces of its own.
    static func unshare(_ flags: CInt) throws {
        guard let address = dlsym(nil, "unshare") else { throw SupportError("there is no unshare") }
        let call = unsafeBitCast(address, to: (@convention(c) (CInt) -> CInt).self)
        guard call(flags) == 0 else { throw SupportError("unshare: \(String(cString: strerror(errno)))") }
    }

    /// Puts a directory over another, for the mount namespace of the calling thread alone.
    static func bind(_ directory: String, _ place: String) throws {
        let (recursive, isPrivate, isBind): (UInt, UInt, UInt) = (0x4000, 0x4_0000, 0x1000)
        guard mount(nil, "/", nil, recursive | isPrivate, nil) == 0, mount(directory, place, nil, isBind, nil) == 0 else {
            throw SupportError("mount: \(String(cString: strerror(errno)))")
        }
    }

    /// Mounts another /proc over the one there is, for the mount namespace of the calling thread alone.
    static func mountProc(options: String) throws {
        let (recursive, isPrivate): (UInt, UInt) = (0x4000, 0x4_0000)
        guard mount(nil, "/", nil, recursive | isPrivate, nil) == 0, mount("proc", "/proc", "proc", 0, options) == 0 else {
            throw SupportError("mount: \(String(cString: strerror(errno)))")
        }
    }

    /// Takes all privileges from the calling thread alone: it becomes nobody.
    static func becomeNobody(keepsGroups: Bool = false) throws {
        guard let address = dlsym(nil, "syscall") else { throw SupportError("there is no syscall") }
        let call = unsafeBitCast(address, to: (@convention(c) (Int, Int, Int, Int, Int) -> Int).self)
        #if arch(x86_64)
            let (user, group, groups, control) = (117, 119, 116, 157)
        #else
            let (user, group, groups, control) = (147, 149, 159, 167)
        #endif
        guard keepsGroups || call(groups, 0, 0, 0, 0) == 0 && call(group, 65534, 65534, 65534, 0) == 0 else {
            throw SupportError("setresgid: \(String(cString: strerror(errno)))")
        }
        guard call(user, 65534, 65534, 65534, 0) == 0 else {
            throw SupportError("setresuid: \(String(cString: strerror(errno)))")
        }
        // PR_SET_DUMPABLE: other threads' files in /proc must stay what they were.
        _ = call(control, 4, 1, 0, 0)
    }

    /// Whether this process may have a network namespace of its own.
    static let canUnshare: Bool = {
        let may = (try? onOwnThread { try unshare(newNetwork | newIPC | newUTS) }) != nil
        if !may { print("skipped: tests in namespaces of their own need CAP_SYS_ADMIN") }
        return may
    }()

    /// Whether this process is root, so that there is somebody with fewer rights.
    static let isRoot: Bool = {
        if geteuid() != 0 { print("skipped: tests as another user need root") }
        return geteuid() == 0
    }()
}
