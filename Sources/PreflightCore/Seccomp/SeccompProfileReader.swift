// A seccomp profile as a part of a host: what containers that are started with it will be answered.

import PreflightELF
public import PreflightHost
public import PreflightInputs

/// Facts `profile.NAME` for the system calls that probes know, and what is wrong with the profile.
public struct SeccompProfileReader: HostReader {
    private let evaluation: SeccompEvaluation

    /// Reads the profile in the file `path`.
    ///
    /// - Throws: `InputError` for a file that is no JSON.
    public init(path: String, for host: SeccompHost) throws(InputError) {
        let bytes = try wholeFile(path, most: 16 << 20, what: "no profile is")
        do throws(JSONSyntaxError) {
            evaluation = SeccompEvaluation(SeccompProfile(try JSONValue.parse(bytes), file: path), for: host)
        } catch {
            throw InputError(path: path, message: error.description)
        }
    }

    private static let prefix = "profile."

    /// A name for each system call that is probed.
    public var names: [String] { SystemCall.all.map { Self.prefix + $0.name } }

    /// What the profile does to one system call: `allow`, `EPERM`, `kill-process`, or `allow/EPERM` where it depends on arguments.
    public func reading(of name: String) -> Reading? {
        guard name.hasPrefix(Self.prefix), let call = SystemCall.named(String(name.dropFirst(Self.prefix.count))) else {
            return nil
        }
        let outcome = evaluation.outcome(of: call)
        let text = outcome.actions.map(\.word).joined(separator: "/")
        var notes = ["read as \(evaluation.host.reader.rawValue)s do, kernel \(evaluation.host.kernel)"]
        if case .depends = outcome { notes.insert("by its arguments", at: 0) }
        return Reading(.success(.text(text)), raw: text, source: evaluation.profile.file, scope: .file, notes: notes)
    }

    /// What is not simply allowed.
    public func overview() -> [Fact] {
        names.compactMap { name in
            reading(of: name).flatMap { $0.value == .success(.text(SeccompAction.allow.word)) ? nil : Fact(name, $0) }
        }
    }

    /// What is wrong with the profile.
    public func remarks() -> [Remark] { evaluation.remarks() }
}
