// Control groups that a test makes on the machine it runs on, and processes in them; all gone when the test lets go.

import PreflightHost
import PreflightTestSupport
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A process that a test started; killed and reaped in the end.
final class LiveChild: Sendable {
    let process: pid_t
    private let isReaped = Mutex(false)

    /// Starts a program with these words.
    init(_ words: [String]) throws {
        var child: pid_t = 0
        let copies = words.map { strdup($0) } + [nil]
        defer { for copy in copies { free(copy) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in 0...2 as ClosedRange<CInt> {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        let refusal = posix_spawnp(&child, words[0], &actions, nil, copies, environ)
        guard refusal == 0 else { throw SupportError("\(words[0]) cannot be run: \(String(cString: strerror(refusal)))") }
        process = child
    }

    /// Starts a shell script.
    convenience init(shell script: String) throws { try self.init(["/bin/sh", "-c", script]) }

    /// Waits for its end.
    func wait() {
        isReaped.withLock { isReaped in
            var status: CInt = 0
            while !isReaped, waitpid(process, &status, 0) < 0, errno == EINTR {}
            isReaped = true
        }
    }

    /// Kills it and waits for its end.
    func end() {
        isReaped.withLock { isReaped in if !isReaped { kill(process, SIGKILL) } }
        wait()
    }

    deinit { end() }
}

/// Groups of one v1 controller, or of v2 where it has no name: `parent`, and `leaf` in it.
final class LiveGroup: Sendable {
    /// The directory of the outer one.
    let parent: String
    /// The directory of the inner one.
    var leaf: String { parent + "/leaf" }
    private static let made = Atomic<Int>(0)

    /// Why groups of a controller cannot be made here; nil where they can.
    static func obstacle(_ controller: String) -> String? {
        do { _ = try LiveGroup(controller) } catch {
            return "no group of \(controller.isEmpty ? "v2" : controller) can be made here: \(error)"
        }
        return nil
    }

    /// Makes both.
    init(_ controller: String) throws {
        let group = try GroupPaths(root: .live).directory(of: controller)
        guard group.version == (controller.isEmpty ? .v2 : .v1) else { throw SupportError("\(controller) is not in v1") }
        let number = Self.made.add(1, ordering: .relaxed).newValue
        parent = "\(group.mount.point)/preflight-test-\(getpid())-\(number)"
        for directory in [parent, parent + "/leaf"] {
            guard mkdir(directory, 0o755) == 0 else { throw failure("mkdir \(directory)") }
        }
    }

    /// Writes a file of the outer group.
    func setParent(_ file: String, _ text: String) throws { try put("\(parent)/\(file)", text) }

    /// Writes a file of the inner group.
    func set(_ file: String, _ text: String) throws { try put("\(leaf)/\(file)", text) }

    /// Moves a process into the inner group.
    func take(_ child: LiveChild) throws { try set("cgroup.procs", "\(child.process)") }

    private func put(_ file: String, _ text: String) throws {
        let opened = open(file, O_WRONLY | O_CLOEXEC)
        guard opened >= 0 else { throw failure("open \(file)") }
        defer { close(opened) }
        // One write: the kernel takes each for a setting.
        guard write(opened, text, text.utf8.count) == text.utf8.count else { throw failure("write \(text) to \(file)") }
    }

    deinit {
        for directory in [leaf, parent] {
            // What was killed leaves its group a moment later.
            for _ in 0..<200 where rmdir(directory) != 0 && errno == EBUSY {
                for process in (try? HostRoot.live.text(directory + "/cgroup.procs").split(separator: "\n")) ?? [] {
                    if let process = pid_t(process), process > 1 { kill(process, SIGKILL) }
                }
                usleep(10_000)
            }
        }
    }
}

/// The last system error, behind what was tried.
private func failure(_ what: String) -> SupportError { SupportError("\(what): \(String(cString: strerror(errno)))") }

/// Asks until the answer is yes, for four seconds at most.
func eventually(_ isSo: () throws -> Bool) rethrows -> Bool {
    for _ in 0..<400 {
        if try isSo() { return true }
        usleep(10_000)
    }
    return false
}
