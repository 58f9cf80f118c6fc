// Resource limits of one process, and how much of them it uses.

internal import CPreflightProbe

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The resource limits of a process and its use of descriptors, threads and mappings.
///
/// Names: the sixteen of ``ResourceLimit/all`` for the soft limit, which is the one that is enforced, the same with `.hard` for its
/// ceiling, `nproc.used`, `process.open-files`, `process.threads`, `process.maps`.
public struct LimitReader: HostReader {
    let root: HostRoot
    let process: Int32?
    /// The directory of the process.
    let directory: String

    /// The limits of `process`, or of the process that reads.
    public init(root: HostRoot, process: Int32? = nil) {
        self.root = root
        self.process = process
        directory = process.map { "/proc/\($0)" } ?? "/proc/self"
    }

    /// The 32 limits and the four counts of use.
    public var names: [String] { ResourceLimit.all.flatMap { [$0.name, "\($0.name).hard"] } + Self.uses.map(\.name) }

    /// What is counted, in the order to show.
    private static let uses: [(name: String, read: @Sendable (LimitReader) -> Reading)] = [
        ("nproc.used", { $0.threadsOfUser }), ("process.open-files", { $0.openFiles }), ("process.threads", { $0.threads }),
        ("process.maps", { $0.maps }),
    ]

    /// A soft limit, a hard limit, or a count of use.
    public func reading(of name: String) -> Reading? {
        if let use = Self.uses.first(where: { $0.name == name }) { return use.read(self) }
        let isHard = name.hasSuffix(".hard")
        guard let limit = ResourceLimit.named(isHard ? name.dropLast(5) : name[...]) else { return nil }
        return reading(of: limit, isHard: isHard)
    }

    /// All of them, soft before hard.
    public func overview() -> [Fact] { names.compactMap { name in reading(of: name).map { Fact(name, $0) } } }

    /// How a limit is set to `wanted`; a soft limit above the hard one takes that along.
    public func remedy(for name: String, wanted: Value?) -> HostRemedy? {
        let isHard = name.hasSuffix(".hard")
        guard let wanted, let limit = ResourceLimit.named(isHard ? name.dropLast(5) : name[...]) else { return nil }
        if isHard {
            var remedy = limit.remedy(soft: nil, hard: wanted, process: process)
            if reading(of: limit, isHard: true).isBelow(wanted) { remedy.now = remedy.now.map { $0 + raising } }
            return remedy
        }
        let isWithin = !reading(of: limit, isHard: true).isBelow(wanted)
        var remedy = limit.remedy(soft: wanted, hard: isWithin ? nil : wanted, process: process)
        // Whoever makes containers and services sets both: the hard limit is to stay what it is.
        if isWithin, case .success(let ceiling) = reading(of: limit, isHard: true).value {
            remedy.forGood = limit.remedy(soft: wanted, hard: ceiling, process: process).forGood
        }
        if !isWithin { remedy.now = remedy.now.map { $0 + raising } }
        return remedy
    }

    /// A remark behind a command that raises a hard limit, where the reader could not run it: not even root of a container may.
    private var raising: String {
        let own = try? ProcessStatus(root, "\(Namespaces(root: root).task)/status")
        guard let own, root.isLive, own.has(ProcessStatus.systemResource) else {
            return "   # takes CAP_SYS_RESOURCE, which containers seldom have: set it from outside"
        }
        return ""
    }

    private func reading(of limit: ResourceLimit, isHard: Bool) -> Reading {
        let scope: Scope = limit.isPerUser ? .user : .process
        var notes = limit.name == "nproc" ? [enforcement.sentence] : []
        do throws(Unknown) {
            let (pair, source) = try pair(of: limit)
            let value: Value =
                (isHard ? pair.hard : pair.soft).flatMap { Number(Int128($0), over: limit.partsOfUnit) }.map { .number($0) }
                ?? .unlimited
            if limit.name == "nofile", let soft = pair.soft, let hard = pair.hard, soft > 1, soft == hard - 1 {
                notes.append(
                    "one less than the hard limit: so Go sets it in its own process, and gives its children what was before")
            }
            return Reading(.success(value), raw: pair.line, source: source, scope: scope, unit: limit.unit, notes: notes)
        } catch {
            return Reading(
                .failure(error), source: root.shown("\(directory)/limits"), scope: scope, unit: limit.unit, notes: notes)
        }
    }

    /// By prlimit(2) where that is allowed, else from the file, which anyone may read.
    func pair(of limit: ResourceLimit) throws(Unknown) -> (LimitPair, source: String) {
        let file = "\(directory)/limits"
        // For the call 0 is the caller.
        if let process, process <= 0 { throw Unknown(.gone, "there is no process \(process)") }
        if root.isLive {
            var (soft, hard): (UInt64, UInt64) = (0, 0)
            // Not nil: the limit is one of the table.
            let place = ResourceLimit.all.firstIndex(of: limit).map { Int32($0) } ?? 0
            if preflight_limit(process ?? 0, place, &soft, &hard) == 0 {
                try refuseEnded()
                return (LimitPair(soft: soft == .max ? nil : soft, hard: hard == .max ? nil : hard), "prlimit(2)")
            }
            if errno == ESRCH { throw Unknown(.gone, "there is no process \(process ?? 0)") }
        }
        do throws(Unknown) {
            let text = try root.text(file)
            let pair = try LimitFile.pair(of: limit, in: text, file: root.shown(file))
            try refuseEnded()
            return (pair, root.shown(file))
        } catch {
            guard error.kind == .absent else { throw error }
            throw missing(file)
        }
    }

    /// A process that has ended keeps its numbers until it is reaped, but nothing is limited by them.
    private func refuseEnded() throws(Unknown) {
        guard let process, isEnded else { return }
        throw Unknown(.gone, "process \(process) has ended and waits to be reaped: its limits hold for nothing")
    }

    private var isEnded: Bool {
        guard let text = try? root.text("\(directory)/stat"), let end = text.lastIndex(of: ")") else { return false }
        let state = text[end...].dropFirst(2).first
        return state == "Z" || state == "X"
    }

    /// Why a file of the process is not there: it has ended, or its directory is kept from us, or there is no /proc at all.
    private func missing(_ file: String) -> Unknown {
        guard root.exists("/proc/self") || root.exists("/proc/1") else {
            return Unknown(
                .absent, "\(root.shown("/proc")) is no mounted proc file system: mount it, or record one with its processes")
        }
        if let process {
            var (soft, hard): (UInt64, UInt64) = (0, 0)
            // The call tells a process that may not be looked at (EPERM) from one that is none (ESRCH).
            if root.isLive, process > 0, preflight_limit(process, 0, &soft, &hard) == 0 || errno == EPERM {
                return Unknown(
                    .hidden, "process \(process) is not shown: /proc is mounted with hidepid; ask as root or as its user")
            }
            return Unknown(.gone, "there is no process \(process) in \(root.shown("/proc"))")
        }
        return Unknown(.absent, "\(root.shown(file)) does not exist")
    }

    /// Whether processes of other users are kept from us (hidepid of proc(5)).
    private var isHidden: Bool {
        // Whoever may not even see his own mounts sees little else.
        guard let mounts = try? Mounts(root) else { return root.isLive }
        guard let mount = mounts.mount(of: "/proc"), mount.type == "proc" else { return false }
        func option(_ name: String) -> String? {
            mount.options.last { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
        }
        guard let mode = option("hidepid"), mode != "0", mode != "off" else { return false }
        guard let own = try? ProcessStatus(root, "\(Namespaces(root: root).task)/status") else { return true }
        // Members of one group see all, which is root's where none is named; but not in the mode that asks ptrace alone.
        let isExempt = mode != "4" && mode != "ptraceable" && own.groups.contains(option("gid").flatMap { UInt32($0) } ?? 0)
        return !isExempt && !own.has(ProcessStatus.tracing)
    }

    // MARK: - Use

    /// Whether RLIMIT_NPROC holds for the process, and a sentence on who shares it.
    var enforcement: (holds: Bool?, sentence: String) {
        let shared =
            "shared: counts the threads of this real user in all containers of its user namespace and of those above it"
        guard let status = try? ProcessStatus(root, "\(directory)/status") else {
            return (nil, "\(shared); whether it holds for this process is not known: its status cannot be read")
        }
        // The kernel asks for uid 0 and capabilities of the first user namespace (copy_process in kernel/fork.c).
        guard isInFirstUserNamespace ?? true else {
            return (true, "\(shared); holds here, even for root: uid and capabilities of a user namespace do not lift it")
        }
        if status.user == 0 { return (false, "\(shared); not enforced for this process: its real user is root") }
        if status.has(ProcessStatus.systemAdministration | ProcessStatus.systemResource) {
            return (false, "\(shared); not enforced for this process: it has CAP_SYS_ADMIN or CAP_SYS_RESOURCE")
        }
        return (true, "\(shared); holds for this process (uid \(status.user), without CAP_SYS_ADMIN and CAP_SYS_RESOURCE)")
    }

    private var isInFirstUserNamespace: Bool? {
        if let link = try? root.link("\(directory)/ns/user") { return link == Namespaces.first["user"] }
        return (try? root.text("\(directory)/uid_map")).map { $0.words == ["0", "0", "4294967295"] }
    }

    private var threadsOfUser: Reading {
        var notes: [String] = []
        if Namespaces(root: root).isFirst("pid") == false {
            notes.append("at least: only this PID namespace is visible, and threads of the same user outside count too")
        }
        let source = root.shown("/proc/*/status")
        do throws(Unknown) {
            let user = try status.user
            if isHidden {
                throw Unknown(.hidden, "/proc is mounted with hidepid: threads of other processes are not visible; ask as root")
            }
            var count = 0
            for name in try root.names(in: "/proc") where name.utf8.first.map({ $0 >= 0x30 && $0 <= 0x39 }) ?? false {
                do throws(Unknown) {
                    let status = try ProcessStatus(root, "/proc/\(name)/status")
                    if status.user == user { count += status.threads ?? 1 }
                } catch {
                    // A process may end between the listing and the reading.
                    if error.kind != .absent, error.kind != .gone { throw error }
                }
            }
            notes.append("threads of uid \(user) in all processes of \(root.shown("/proc"))")
            return Reading(.success(.number(Number(count))), source: source, scope: .user, notes: notes)
        } catch { return Reading(.failure(error), source: source, scope: .user, notes: notes) }
    }

    private var status: ProcessStatus {
        get throws(Unknown) {
            do throws(Unknown) { return try ProcessStatus(root, "\(directory)/status") } catch {
                throw error.kind == .absent ? missing("\(directory)/status") : error
            }
        }
    }

    private var openFiles: Reading {
        count("\(directory)/fd") { () throws(Unknown) in
            let names = try root.names(in: "\(directory)/fd")
            // Listing our own descriptors opens one more.
            return names.count - (root.isLive && isSelf ? 1 : 0)
        }
    }

    private var isSelf: Bool { process == nil || process == getpid() }

    private var threads: Reading {
        count("\(directory)/status") { () throws(Unknown) in
            guard let threads = try status.threads else {
                throw Unknown(.malformed, "\(root.shown("\(directory)/status")) has no line \"Threads\" with a number")
            }
            return threads
        }
    }

    private var maps: Reading {
        count("\(directory)/maps") { () throws(Unknown) in try root.count(of: UInt8(ascii: "\n"), in: "\(directory)/maps") }
    }

    private func count(_ file: String, _ read: () throws(Unknown) -> Int) -> Reading {
        do throws(Unknown) {
            try refuseEnded()
            return Reading(.success(.number(Number(try read()))), source: root.shown(file), scope: .process)
        } catch {
            let reason = error.kind == .absent ? missing(file) : error
            return Reading(.failure(reason), source: root.shown(file), scope: .process)
        }
    }
}

extension Reading {
    /// Whether it would have to be raised for `wanted`; yes where that is not known.
    fileprivate func isBelow(_ wanted: Value) -> Bool {
        switch (value, wanted) {
        case (.success(.number(let present)), .number(let number)): present < number
        case (.success(.unlimited), _): false
        default: true
        }
    }
}
