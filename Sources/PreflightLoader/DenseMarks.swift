// Sets of small numbers as lists of marks: a closure has a few dozen members, and a Set of Int would be one more generic type to set up.

/// Marks a number of a dense few; false where it was marked already.
func mark(_ marks: inout [Bool], _ number: Int) -> Bool {
    if isMarked(marks, number) { return false }
    while marks.count <= number { marks.append(false) }
    marks[number] = true
    return true
}

func isMarked(_ marks: [Bool], _ number: Int) -> Bool { number < marks.count && marks[number] }
