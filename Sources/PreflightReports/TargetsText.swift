// `targets`: the matrix as a table, and one target whole.

import PreflightELF
import PreflightLoader
public import PreflightTargets

/// Writes targets for people.
public struct TargetsText {
    private let sink: Sink
    private let style: Style

    /// A table on `sink`.
    public init(_ sink: Sink, _ style: Style) {
        self.sink = sink
        self.style = style
    }

    /// The table of `targets`.
    public func table(_ targets: [Target], in matrix: Matrix, asOf: Day) {
        let head = ["target", "libc", "GLIBCXX", "kernel", "CPU", "released", "supported until", "evidence", "name"]
        let rows = targets.map { target in
            [
                target.id, libC(target), matrix.newestGLIBCXX(of: target).map(\.description) ?? "-",
                target.kernel.map(\.description) ?? "-", target.cpu["x86_64"].map { "x86-64-\($0)" } ?? "-",
                target.released?.description ?? (target.isRolling ? "rolling" : "-"),
                target.endOfLife.map { end in end < asOf ? "ended \(end)" : end.description } ?? "-",
                target.evidence?.rawValue ?? "version", target.name,
            ]
        }
        let widths = head.indices.map { column in max(head[column].count, rows.map { $0[column].count }.max() ?? 0) }
        func text(_ row: [String]) -> String {
            row.enumerated().map { $0 == row.count - 1 ? $1 : padded($1, widths[$0]) }.joined(separator: "  ")
        }
        sink.write(style.strong(text(head)) + "\n")
        for row in rows { sink.write(text(row) + "\n") }
    }

    private func libC(_ target: Target) -> String {
        switch target.libC {
        case .glibc(let version): "glibc \(version)"
        case .musl(let version): "musl \(version)"
        }
    }

    /// Everything the matrix says about `target`.
    public func show(_ target: Target, in matrix: Matrix) {
        func row(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { sink.write("  " + padded(name, 16) + value + "\n") }
        }
        sink.write(style.strong(target.id) + "  " + target.name + "\n")
        row("also called", target.aliases.joined(separator: ", "))
        row("libc", libC(target))
        row("GLIBCXX", matrix.newestGLIBCXX(of: target).map { "up to GLIBCXX_\($0)" })
        row("kernel", target.kernel?.description)
        row("CPU", target.cpu.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
        row("architectures", target.architectures.joined(separator: ", "))
        row("released", target.released?.description)
        row("supported until", target.endOfLife?.description)
        row("extended until", target.extendedEnd?.description)
        row("manylinux", target.manylinux)
        row("Swift", target.swift.map { "\($0.first) to \($0.last) for \($0.architectures.joined(separator: ", "))" })
        row("Swift image", target.image)
        row("installer", target.installer)
        row("based on", target.base.map { "\($0.id) (\($0.evidence.rawValue))" })
        for (architecture, evidence, libraries) in matrix.readings(of: target) {
            row("data " + architecture, "\(evidence)\(libraries > 0 ? ", \(libraries) libraries read" : "")")
        }
        let sonames = target.sonames.keys.sorted()
        row("libraries", sonames.joined(separator: ", "))
        for note in target.notes { row("note", note) }
    }
}
