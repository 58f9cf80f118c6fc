// Trees of systemd's files, written out by tests.

import PreflightTestSupport

@testable import PreflightHost

/// A root with files, made for one test.
struct SystemdTree {
    let directory: TemporaryDirectory

    /// A root with the given files: from path to text, or to the target of a link behind `->`.
    init(_ files: [String: String] = [:]) throws {
        directory = try TemporaryDirectory()
        for path in ["etc/systemd/system", "run/systemd/system", "usr/local/lib/systemd/system", "proc/sys/kernel"] {
            try make(path)
        }
        for (path, text) in files { try write(path, text) }
    }

    var root: HostRoot { get throws { try HostRoot(path: directory.path) } }

    func write(_ path: String, _ text: String) throws {
        try make(path.split(separator: "/").dropLast().joined(separator: "/"))
        if text.hasPrefix("->") {
            _ = try directory.makeLink(path, to: String(text.dropFirst(2)))
        } else {
            try directory.write(path, text)
        }
    }

    private func make(_ path: String) throws {
        var made = ""
        for part in path.split(separator: "/") {
            made += (made.isEmpty ? "" : "/") + part
            _ = try? directory.makeDirectory(made)
        }
    }

    /// Takes what shares are shares of from this machine.
    func copySizes() throws {
        for place in ["/proc/sys/kernel/pid_max", "/proc/sys/kernel/threads-max", "/proc/meminfo"] {
            try write(String(place.dropFirst()), try HostRoot.live.text(place) + "\n")
        }
    }

    func reader(_ units: [String] = [], threads: Int? = nil) throws -> SystemdReader {
        SystemdReader(root: try root, units: units, threads: threads)
    }

    /// The value of a fact.
    func value(_ name: String) throws -> Result<Value, Unknown>? { try reader().reading(of: name)?.value }
}
