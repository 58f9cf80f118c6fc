// What the shell offers for a word that is being typed. The scripts are written by ArgumentParser (ci/man keeps them); they call the
// command again for names that change with the matrix.

import ArgumentParser
import PreflightTargets

extension CompletionKind {
    /// The words that an option takes.
    static func words<Word: RawRepresentable & CaseIterable>(_ words: Word.Type) -> CompletionKind
    where Word.RawValue == String {
        .list(words.allCases.map(\.rawValue))
    }
}

/// Releases and groups for the last name of a list such as `jammy,!rhel-`; what stands before it is kept.
@Sendable func completeTargets(_: [String], _: Int, _ typed: String) -> [String] {
    let last = typed.lastIndex(of: ",").map { typed.index(after: $0) } ?? typed.startIndex
    let name = typed[last...].first == "!" ? typed.index(after: last) : last
    let kept = typed[..<name]
    let matrix = Matrix.builtIn
    let known = Matrix.groups.map(\.name) + Set(matrix.targets.map(\.line)).sorted() + matrix.targets.map(\.id)
    return known.filter { $0.hasPrefix(typed[name...]) }.map { kept + $0 }
}
