// "Did you mean": the nearest of the words that would have been right.

/// Up to three of `candidates` that are close to `word`, nearest first.
///
/// - Returns: words within a third of the length in single-character edits (at least two); none if nothing is close.
public func nearest(to word: String, among candidates: [String]) -> [String] {
    let limit = max(2, word.count / 3)
    let close = candidates.compactMap { candidate -> (distance: Int, word: String)? in
        let distance = editDistance(Array(word), Array(candidate), limit: limit)
        return distance.map { ($0, candidate) }
    }
    return close.sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }.prefix(3).map(\.word)
}

/// The number of insertions, deletions, replacements and swaps of neighbours between two words, nil above `limit`.
private func editDistance(_ left: [Character], _ right: [Character], limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for (row, character) in left.enumerated() {
        var current = [row + 1]
        for (column, other) in right.enumerated() {
            var best = min(previous[column + 1] + 1, current[column] + 1, previous[column] + (character == other ? 0 : 1))
            if row > 0, column > 0, character == right[column - 1], left[row - 1] == other {
                best = min(best, beforePrevious[column - 1] + 1)
            }
            current.append(best)
        }
        beforePrevious = previous
        previous = current
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
}
