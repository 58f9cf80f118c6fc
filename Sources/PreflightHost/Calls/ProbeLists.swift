// The named lists of system calls as facts: one answer for all that a sort of program makes.

extension ProbeReader {
    private static let prefix = "calls."

    /// `calls.NAME` for each list of ``ProbeSets``.
    static let listNames = ProbeSets.all.keys.sorted().map { prefix + $0 }

    /// `met`, or which calls of the list are refused in a way that the program does not get over.
    func listReading(_ name: String) -> Reading? {
        guard name.hasPrefix(Self.prefix), let needs = ProbeSets.all[String(name.dropFirst(Self.prefix.count))] else {
            return nil
        }
        let source = "\(needs.count) system calls, tried"
        let verdicts: [CallVerdict]
        switch self.verdicts() {
        case .failure(let reason): return Reading(.failure(reason), source: source, scope: .process)
        case .success(let known): verdicts = known
        }
        var refused: [String] = []
        var open: [String] = []
        for need in needs {
            let verdict = verdicts.first { $0.call.name == need.call }
            switch verdict.flatMap(need.isMet) {
            case true?: break
            case false?: refused.append("\(need.call) (\(need.reason))")
            case nil: open.append(need.call)
            }
        }
        if !refused.isEmpty {
            let text = "refused: " + refused.joined(separator: ", ")
            return Reading(.success(.text(text)), raw: text, source: source, scope: .process)
        }
        guard open.isEmpty else {
            return Reading(
                .failure(Unknown(.failed, "no clear answer came from \(open.joined(separator: ", "))")), source: source,
                scope: .process)
        }
        return Reading(.success(.text("met")), source: source, scope: .process)
    }
}
