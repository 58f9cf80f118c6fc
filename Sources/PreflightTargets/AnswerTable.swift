// Answers of a place by the numbers of a name table. There are thousands of numbers, hundreds of places and few different answers,
// so each number costs two bytes.

/// Remembered answers.
struct AnswerTable<Answer: Equatable> {
    /// One more than the place in ``answers``; 0 for a number that was not asked for.
    private var indexes: [UInt16] = []
    private var answers: [Answer] = []

    /// Nearly all are one of the first few; the others are seldom the same, and comparing them would cost more than keeping them.
    private static var compared: Int { 8 }

    subscript(number: Int) -> Answer? {
        guard number < indexes.count, indexes[number] > 0 else { return nil }
        return answers[Int(indexes[number]) - 1]
    }

    /// Remembers `answer` for `number`, as long as there are not more than 65,535.
    mutating func remember(_ answer: Answer, for number: Int) {
        var place = answers.prefix(Self.compared).firstIndex(of: answer)
        if place == nil, answers.count < Int(UInt16.max) {
            place = answers.count
            answers.append(answer)
        }
        guard let place else { return }
        if number >= indexes.count {
            // Rounded up, because numbers come one after the other; doubling would leave half of it empty.
            indexes.reserveCapacity((number | 255) + 1)
            indexes.append(contentsOf: repeatElement(0, count: number + 1 - indexes.count))
        }
        indexes[number] = UInt16(place + 1)
    }
}
