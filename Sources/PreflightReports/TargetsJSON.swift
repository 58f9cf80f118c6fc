// `targets --format json`.

import PreflightLoader
public import PreflightTargets

/// Writes targets as JSON.
public struct TargetsJSON {
    private let sink: Sink

    /// A document on `sink`.
    public init(_ sink: Sink) { self.sink = sink }

    /// Writes one document with all of `targets`.
    public func list(_ targets: [Target], in matrix: Matrix) {
        var json = JSONWriter(sink)
        json.object { root in
            root.head()
            root.key("dataOf")
            root.string(matrix.asOf.description)
            root.key("targets")
            root.array { list in for target in targets { list.object { write(target, matrix, &$0) } } }
        }
        sink.write("\n")
    }

    private func write(_ target: Target, _ matrix: Matrix, _ members: inout JSONWriter) {
        func text(_ key: StaticString, _ value: String?) {
            members.key(key)
            members.string(value)
        }
        text("id", target.id)
        text("name", target.name)
        text("line", target.line)
        members.key("aliases")
        members.strings(target.aliases)
        switch target.libC {
        case .glibc(let version):
            text("libc", "glibc")
            text("libcVersion", version.description)
        case .musl(let version):
            text("libc", "musl")
            text("libcVersion", version.description)
        }
        text("glibcxx", matrix.newestGLIBCXX(of: target)?.description)
        text("kernel", target.kernel?.description)
        text("released", target.released?.description)
        text("endOfLife", target.endOfLife?.description)
        text("extendedEnd", target.extendedEnd?.description)
        text("evidence", target.evidence?.rawValue)
        members.key("architectures")
        members.strings(target.architectures)
        members.key("sonames")
        members.strings(target.sonames.keys.sorted())
    }
}
