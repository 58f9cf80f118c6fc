// A package over a captured target: the package has files, the target a record.

import PreflightELF
import PreflightInputs
import PreflightLoader

/// Two roots of which the first hides what the second has.
final class OverlayRoot: Root {
    private let over: DirectoryRoot
    private let below: any Root

    init(_ over: DirectoryRoot, _ below: any Root) {
        self.over = over
        self.below = below
    }

    var name: String { below.name }

    func load(_ path: String, wantsSymbols: Bool) -> Loading {
        switch over.load(path, wantsSymbols: wantsSymbols) {
        case .missing: below.load(path, wantsSymbols: wantsSymbols)
        case let answer: answer
        }
    }

    func bytes(of path: String, most: Int) -> [UInt8]? {
        if let found = over.bytes(of: path, most: most) ?? below.bytes(of: path, most: most) { return found }
        // A record has no such file; every distribution's includes what packages leave in the directory.
        return path == "/etc/ld.so.conf" ? Array("include ld.so.conf.d/*.conf\n".utf8) : nil
    }

    func names(in path: String) -> [String] { Set(over.names(in: path) + below.names(in: path)).sorted() }
    func realPath(_ path: String) -> String? { over.realPath(path) ?? below.realPath(path) }
    func moments(of file: Loadable) -> [Symbol.Moment]? { over.moments(of: file) ?? below.moments(of: file) }
    func copiedSymbols(of file: Loadable) -> Set<Int> { over.copiedSymbols(of: file) }
    func recordedLoader(at path: String, _ machine: Machine) -> RecordedLoader? { below.recordedLoader(at: path, machine) }
    /// A directory of the package is known, whatever the record has of it.
    func isKnown(_ directory: String) -> Bool { below.isKnown(directory) || over.realPath(directory) != nil }
}
