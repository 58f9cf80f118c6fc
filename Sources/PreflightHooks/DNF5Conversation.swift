// The conversation with dnf5 itself: lines out, lines in, with an end.

internal import PreflightELF
public import PreflightInputs

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The channel to dnf5's actions plugin.
public final class DNF5Conversation {
    private let input: CInt
    private let output: CInt
    private var rest: [UInt8] = []
    /// Somebody listens.
    private var isOpen = true

    /// A conversation over two descriptors.
    public init(input: CInt = 0, output: CInt = 1) {
        self.input = input
        self.output = output
        // A plugin that went away must not end us before we have logged.
        signal(SIGPIPE, SIG_IGN)
    }

    /// Sends `request` and waits for the reply.
    ///
    /// - Returns: one line without its end.
    /// - Throws: ``InputError`` where none comes before the deadline.
    public func ask(_ request: String, _ deadline: Deadline) throws(InputError) -> [UInt8] {
        func failure(_ message: String) -> InputError { InputError(path: "dnf5's actions plugin", message: message) }
        guard isOpen, send(request) else {
            isOpen = false
            throw failure("does not listen; its action needs mode=json")
        }
        var searched = 0
        while true {
            if let end = rest[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = Array(rest[..<end])
                rest.removeSubrange(...end)
                if line.isEmpty { continue }
                return line
            }
            searched = rest.count
            guard rest.count <= HookProcess.mostInput else { throw failure("sends more than any transaction says") }
            guard deadline.milliseconds > 0 else { throw failure("gave no reply within \(deadline.words)") }
            var source = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
            guard poll(&source, 1, deadline.milliseconds) > 0 else { continue }
            var piece = [UInt8](repeating: 0, count: 65536)
            let got = piece.withUnsafeMutableBytes { read(input, $0.baseAddress, $0.count) }
            if got < 0, errno == EINTR || errno == EAGAIN { continue }
            guard got > 0 else {
                isOpen = false
                throw failure(request.isEmpty ? "went away" : "went away without a reply; its action needs mode=json")
            }
            rest += piece.prefix(got)
        }
    }

    private func send(_ line: String) -> Bool {
        let bytes = Array((line + "\n").utf8)
        var done = 0
        while done < bytes.count {
            let sent = bytes.withUnsafeBytes { write(output, $0.baseAddress.map { $0 + done }, bytes.count - done) }
            if sent < 0, errno == EINTR { continue }
            guard sent > 0 else { return false }
            done += sent
        }
        return true
    }

    /// Asks for all that a transaction is made of.
    ///
    /// - Throws: ``InputError`` where the plugin or rpm does not answer.
    public func transaction(_ deadline: Deadline) throws(InputError) -> Transaction {
        func value(_ domain: String, _ key: String, _ name: String) throws(InputError) -> String {
            try DNF5Protocol.value(try ask(DNF5Protocol.request(domain, key, name), deadline), of: domain)
        }
        let root = normalized(try value("conf", "key", "installroot"))
        let cache = try value("conf", "key", "cachedir")
        let architecture = try value("vars", "name", "basearch")
        let packages = try DNF5Protocol.packages(try ask(DNF5Protocol.packages, deadline))
        guard !packages.isEmpty else { return Transaction(host: "dnf5", architecture: architecture, root: root) }
        let going = Set(packages.filter { !$0.isIncoming }.map(\.name))
        let database = try RPMDatabase(root: root, outgoing: going, deadline: deadline)
        return try Transaction(dnf5: packages, architecture: architecture, root: root, database) { package in
            Self.file(of: package, in: cache)
        }
    }

    /// `<cachedir>/<repository>-<hash>/packages/<name of the file>`, or the file that was named.
    private static func file(of package: DNF5Protocol.Package, in cache: String) -> String? {
        func isFile(_ path: String) -> Bool {
            var status = stat()
            return RawText.withPath(path) { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFREG
        }
        if package.location.hasPrefix("/") { return isFile(package.location) ? package.location : nil }
        let name = lastPart(package.location)
        guard !name.isEmpty, name != "..", !package.repository.contains("/"), let stream = opendir(cache) else { return nil }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let directory = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard directory.hasPrefix(package.repository + "-") else { continue }
            let path = "\(cache)/\(directory)/packages/\(name)"
            if isFile(path) { return path }
        }
        return nil
    }
}
