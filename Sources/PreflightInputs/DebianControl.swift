// What a Debian package says of itself (deb-control(5)), read by dpkg-deb out of the file.

import PreflightELF

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The fields of a Debian package.
public struct DebianControl: Sendable, Equatable {
    private let fields: [String: String]

    /// No control file at hand is a hundredth as long.
    private static let mostBytes = 1 << 20

    /// Reads the fields of the package file `path`.
    ///
    /// - Parameters:
    ///   - programs: directories that have dpkg-deb.
    ///   - deadline: when to stop.
    /// - Throws: ``InputError`` where it is no package, is damaged, or dpkg-deb is not there.
    public init(of path: String, programs: [String], deadline: Deadline) throws(InputError) {
        do throws(UnpackError) {
            let file = RawText.withPath(path) { open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK) }
            guard file >= 0 else { throw UnpackError("cannot be opened: \(String(cString: strerror(errno)))") }
            let stream = try ByteStream(.debianControl, in: programs, on: file, deadline: deadline)
            var reader = TarReader(stream)
            while let member = try reader.next() {
                guard member.path == "./control" || member.path == "control" else { continue }
                guard member.size <= Self.mostBytes else { throw UnpackError("has a control file of \(member.size) bytes") }
                var text: [UInt8] = []
                try reader.content { text += $0 }
                self.init(text)
                return
            }
            throw UnpackError("has no control file")
        } catch {
            throw InputError(path: path, message: error.message)
        }
    }

    /// The fields of one paragraph; lines that start with a blank go on.
    public init(_ text: [UInt8]) {
        var fields: [String: String] = [:]
        var name: String?
        for line in text.split(separator: UInt8(ascii: "\n")) {
            let line = line.withUnsafeBytes { RawText.string($0) }
            if line.hasPrefix(" ") || line.hasPrefix("\t") {
                if let name { fields[name, default: ""] += line }
                continue
            }
            guard let colon = line.firstIndex(of: ":") else { continue }
            let key = line[..<colon].lowercased()
            name = key
            fields[key] = String(line[line.index(after: colon)...])
        }
        self.fields = fields
    }

    /// The value of the field `name`, in any case; nil where it is not there.
    public subscript(name: String) -> String? { fields[name.lowercased()].map { String($0.trimmingBlanks) } }

    /// The names of the packages in a list of relationships, alternatives included, without versions and architectures.
    public func packages(in field: String) -> Set<String> {
        Set(
            (self[field] ?? "").split { $0 == "," || $0 == "|" }.map { relation in
                String(relation.trimmingBlanks.prefix { !" (:[<".contains($0) })
            })
    }
}

extension StringProtocol {
    fileprivate var trimmingBlanks: SubSequence {
        var rest = self[...]
        while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
        while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
        return rest
    }
}
