// The probes under real filters: a small program installs one and asks there; its raw answers are judged here.

import PreflightTestSupport

@testable import PreflightHost

/// What the program found.
struct FilteredProbes {
    /// The answers by the names of the calls.
    var answers: [String: SystemCall.Answer] = [:]
    /// The try at a user namespace.
    var namespaces: UserNamespaces?
    /// The error number of a fork that failed.
    var failure: CInt?
    /// A tree with the status of the thread, its mount table and files that a test adds.
    let tree: TemporaryDirectory

    /// The program, compiled once.
    private static let program: Result<(path: String, directory: TemporaryDirectory), any Error> = Result {
        let directory = try TemporaryDirectory()
        let source = String(decoding: try readFile("\(repositoryDirectory)/fixtures/host/seccomp.c"), as: UTF8.self)
        let probes = "\(repositoryDirectory)/Sources/CPreflightProbe"
        let flags = ["-O1", "-pthread", "-I\(probes)/include", "\(probes)/probe.c", "\(probes)/calls.c"]
        return (try compile(source, flags, as: "seccomp", in: directory), directory)
    }

    /// Runs the program with these words (see its head) and files beside its own in the tree.
    ///
    /// - Parameter files: such as `proc/sys/kernel/io_uring_disabled`.
    init(_ words: [String], kernel: String? = nil, files: [String: String] = [:]) throws {
        tree = try TemporaryDirectory()
        let outcome = try run(try Self.program.get().path, words)
        // It ends itself by SIGKILL; a status is a complaint.
        guard outcome.signal == 9, !outcome.timedOut else { throw SupportError("seccomp \(words): \(outcome)") }
        var section = ""
        var texts: [String: String] = [:]
        for line in outcome.outputText.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "/status" || line == "/mountinfo" {
                section = String(line)
            } else if !section.isEmpty {
                texts[section, default: ""] += line + "\n"
            } else if line.hasPrefix("/failed ") {
                failure = CInt(line.dropFirst(8))
            } else if !line.isEmpty {
                take(line.split(separator: " "))
            }
        }
        let live = String(decoding: try readFile("/proc/sys/kernel/osrelease"), as: UTF8.self)
        let own = [
            "proc/thread-self/status": texts["/status"] ?? "", "proc/self/mountinfo": texts["/mountinfo"] ?? "",
            "proc/sys/kernel/osrelease": kernel ?? live,
        ]
        for (file, text) in own.merging(files, uniquingKeysWith: { $1 }) { try tree.writeDeep(file, text) }
    }

    /// Runs the program with these words and has it copy the status of its threads to `directory`.
    static func writeTree(_ words: [String], to directory: String) throws {
        let outcome = try run(try program.get().path, words + ["--tree", directory])
        guard outcome.status == 0 else { throw SupportError("seccomp \(words): \(outcome)") }
    }

    private mutating func take(_ words: [Substring]) {
        let numbers = words.dropFirst().compactMap { Int($0) }
        let isNamespace = words[0] == "/namespace"
        guard numbers.count == (isNamespace ? 5 : 4) else { return }
        let rest = isNamespace ? Array(numbers.dropFirst()) : numbers
        let answer: SystemCall.Answer =
            switch rest[0] {
            case 1: rest[1] == 0 ? .value(rest[3]) : .error(CInt(rest[1]))
            case 2: .killed(CInt(rest[2]))
            case 3: .timedOut
            case 4: .noNumber
            default: .notAsked
            }
        if isNamespace {
            namespaces = UserNamespaces(step: .init(rawValue: numbers[0]) ?? .drop, answer: answer, user: rest[3])
        } else {
            answers[String(words[0])] = answer
        }
    }

    /// What is known beside the answers.
    func context() throws -> ProbeContext { ProbeContext(root: try HostRoot(path: tree.path)) }

    /// All verdicts, in the order of the table.
    func verdicts() throws -> [CallVerdict] {
        let context = try context()
        return SystemCall.all.compactMap { call in answers[call.name].map { CallVerdict(call, $0, in: context) } }
    }

    /// The verdict on one call.
    func verdict(_ name: String) throws -> CallVerdict {
        guard let verdict = try verdicts().first(where: { $0.call.name == name }) else {
            throw SupportError("no answer for \(name)")
        }
        return verdict
    }
}

extension TemporaryDirectory {
    /// Writes a file and makes the directories on the way to it.
    func writeDeep(_ name: String, _ text: String) throws {
        var path = ""
        for part in name.split(separator: "/").dropLast() {
            path += path.isEmpty ? String(part) : "/\(part)"
            if (try? listDirectory(file(path))) == nil { _ = try makeDirectory(path) }
        }
        try write(name, text)
    }
}
