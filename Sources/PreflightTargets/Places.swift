// The places of a selection for any architecture, made when an architecture first turns up.

import PreflightELF
public import PreflightLoader

/// Places for one worker; not to be shared between threads.
public final class Places {
    private let matrix: Matrix
    private let history: NodeHistory
    private let sets: NodeSets
    private let selection: Selection
    /// The numbers of names that these places are asked with.
    public let names = NameTable()
    private var made: [String: [(place: ReleasePlace, isNamed: Bool)]] = [:]
    private var backports: [String: Set<String>] = [:]

    /// Places of `selection` in `matrix`.
    public init(_ selection: Selection, in matrix: Matrix) {
        self.selection = selection
        self.matrix = matrix
        history = NodeHistory(matrix)
        sets = NodeSets(matrix)
    }

    /// The places for `architecture`, in the order of the selection.
    public func places(for architecture: String) -> [(place: ReleasePlace, isNamed: Bool)] {
        if let known = made[architecture] { return known }
        let places = selection.chosen.filter { $0.root == nil }.map { chosen in
            (
                place: ReleasePlace(chosen.target, architecture: architecture, matrix: matrix, history: history, sets: sets),
                isNamed: chosen.isNamed
            )
        }
        made[architecture] = places
        return places
    }

    /// Nodes that some place of `architecture` has ahead of its glibc.
    public func backported(on architecture: String) -> Set<String> {
        if let known = backports[architecture] { return known }
        let all = places(for: architecture).reduce(into: Set<String>()) { $0.formUnion($1.place.backported) }
        backports[architecture] = all
        return all
    }
}
