// `preflight init`: a configuration for the package in the working directory.

import ArgumentParser
import PreflightCore
import PreflightELF
import PreflightInputs
import PreflightReports

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a .preflight.json for the package in the working directory.",
        discussion: """
            Products come from Package.swift, targets from the images of Dockerfile and Containerfile and from the machines of \
            .github/workflows, the profile of the host from the dependencies. Each value says where it came from; an image whose \
            release is not known is named and not guessed. Nothing is run without --swift. A file that is there is never \
            overwritten. The status is 2 where one is there, and 3 where something here could not be read.
            """
    )

    @Flag(name: .customLong("print"), help: "Print the file and write nothing.")
    var isPrinted = false

    @Flag(
        name: .customLong("swift"),
        help: "Ask `swift package dump-package` for the products, which runs Package.swift. Default: read its text.")
    var asksSwift = false

    func run() throws {
        let name = Configuration.fileName
        var status = stat()
        if !isPrinted, lstat(name, &status) == 0 { throw Self.refusal }
        let proposal = Proposal(".", today: .today, swift: try asksSwift ? Self.swift() : nil)
        for complaint in proposal.complaints {
            complain("preflight: \(RawText.visible(complaint.path)) \(RawText.visible(complaint.message))")
        }
        if isPrinted {
            let sink = try openSink(nil)
            sink.write(proposal.text)
            guard sink.close(nil) else { throw Status.unknown }
        } else {
            try Self.write(proposal.text, to: name)
            print("written: \(name); `preflight check` judges by it after `swift build -c release`")
        }
        if !proposal.complaints.isEmpty { throw Status.unknown }
    }

    private static var refusal: any Error {
        complain("preflight: \(Configuration.fileName) is there already and stays as it is; --print shows what would be written")
        return Status.usage
    }

    /// Writes a file that is not there, whole or not at all.
    private static func write(_ text: String, to name: String) throws {
        let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            if errno == EEXIST { throw refusal }
            throw failure("cannot be written here: \(String(cString: strerror(errno))); --print shows what would be")
        }
        let sink = Sink(descriptor: descriptor)
        sink.write(text)
        sink.flush()
        let isClosed = close(descriptor) == 0
        guard sink.failure == nil, isClosed else {
            unlink(name)
            throw failure("could not be written whole, so it was removed; is the disk full?")
        }
    }

    private static func failure(_ words: String) -> any Error {
        complain("preflight: \(Configuration.fileName) \(words)")
        return Status.unknown
    }

    /// The swift of PATH; places that are not absolute are passed over.
    private static func swift() throws -> String {
        let path = getenv("PATH").map { RawText.string(UnsafeRawBufferPointer(start: $0, count: strlen($0))) } ?? ""
        for directory in path.split(separator: ":") where directory.hasPrefix("/") {
            let candidate = "\(directory)/swift"
            if RawText.withPath(candidate, { access($0, X_OK) }) == 0 { return candidate }
        }
        throw ValidationError("--swift needs a swift, and there is none in PATH; without it the text of Package.swift is read.")
    }
}
