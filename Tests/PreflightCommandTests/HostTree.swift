// Trees of /proc and /sys that a test writes, and the small program that runs others under a seccomp filter.

import PreflightTestSupport

/// A root for `preflight host --root`.
struct HostTree {
    let directory: TemporaryDirectory
    var path: String { directory.path }

    /// Writes files with the directories on the way to them.
    init(_ files: [String: String] = [:]) throws {
        directory = try TemporaryDirectory()
        for (name, text) in files { try write(name, text) }
    }

    /// Writes a file with the directories on the way to it.
    func write(_ name: String, _ text: String) throws {
        try makeParents(name)
        try directory.write(name, text)
    }

    /// Makes the directories on the way to a file.
    func makeParents(_ name: String) throws {
        var path = ""
        for part in name.split(separator: "/").dropLast() {
            path += (path.isEmpty ? "" : "/") + part
            if (try? listDirectory(directory.file(path))) == nil { _ = try directory.makeDirectory(path) }
        }
    }
}

/// The program of fixtures/host/seccomp.c, compiled once.
enum SeccompRunner {
    private static let program: Result<(path: String, directory: TemporaryDirectory), any Error> = Result {
        let directory = try TemporaryDirectory()
        let source = String(decoding: try readFile("\(repositoryDirectory)/fixtures/host/seccomp.c"), as: UTF8.self)
        let probes = "\(repositoryDirectory)/Sources/CPreflightProbe"
        let flags = ["-O1", "-pthread", "-I\(probes)/include", "\(probes)/probe.c", "\(probes)/calls.c"]
        return (try compile(source, flags, as: "seccomp", in: directory), directory)
    }

    /// Runs `preflight` with `words` under a filter such as `clone3=EPERM`.
    static func preflight(under filter: [String], _ words: [String]) throws -> Outcome {
        try run(try program.get().path, filter + ["--exec", "\(buildDirectory)/preflight"] + words, seconds: 60)
    }
}
