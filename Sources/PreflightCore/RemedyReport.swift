// Puts remedies where reports show them.

import PreflightELF
import PreflightLoader
import PreflightTargets

extension ObjectReport {
    /// Symbols that may be judged again for one object, over all reasons and targets: ten times what the largest programs at hand
    /// take, and half a second.
    private static var mostWork: Int { 500_000 }

    /// The largest programs at hand have 50 nodes.
    private static var mostReasons: Int { 128 }

    /// What makes two targets alike for a remedy.
    private struct Situation: Hashable {
        var glibc: Version
        var kernel: Version?
        var backported: Set<String>
        var causes: [Cause]
    }

    /// The libraries of the C and C++ compiler's run time, with the flag that links them in.
    private static let runtimes = ["libstdc++.so.6": "-static-libstdc++", "libgcc_s.so.1": "-static-libgcc"]

    /// Where no symbol can be replaced, a library of the compiler's run time can still come along; nil where that does not help.
    private func runtime(_ plan: RemedyPlan, in place: ReleasePlace) -> String? {
        guard plan.remedies.isEmpty, let library = plan.reason.library, let flag = Self.runtimes[library] else { return nil }
        let changed = Subject(object, bundled: Set(bundled).union([library]), names: NameTable(most: 0))
        let after = judge(changed, in: place).reasons.map(Cause.init)
        guard !after.contains(Cause(plan.reason)) else { return nil }
        return
            "bring \(library) along beside it (RUNPATH $ORIGIN), link it in (\(flag) where g++ or clang++ links), or build on an older release"
    }

    /// Gives reasons that have no remedy yet the sentence of their plan. ``object`` must have its symbols.
    mutating func addRemedies(from places: Places) {
        let known = places.places(for: object.machine.name)
        var sentences: [Situation: [Cause: (sentence: String, lines: [String])]] = [:]
        var work = 0
        for index in verdicts.indices {
            let reasons = verdicts[index].reasons
            let open = reasons.count { $0.remedy == nil && $0.verdict > .warns && $0.bearer == nil }
            // Where more than this fails nothing was ever going to run there, and memory is for files that people have.
            guard open > 0, reasons.count <= Self.mostReasons,
                let place = known.first(where: { $0.place.target.id == verdicts[index].target })?.place,
                case .glibc(let glibc) = place.libC
            else { continue }
            let judgement = Judgement(reasons: reasons + verdicts[index].suppressed.map(\.reason))
            let situation = Situation(
                glibc: glibc, kernel: place.kernel, backported: place.backported, causes: judgement.reasons.map(Cause.init)
            )
            if sentences[situation] == nil {
                work += open * (object.symbols.count + reasons.count)
                guard work <= Self.mostWork else { return }
                let plans = plans(for: judgement, of: object, in: place, bundled: Set(bundled))
                sentences[situation] = Dictionary(
                    plans.map { plan in
                        (Cause(plan.reason), (runtime(plan, in: place) ?? plan.sentence, plan.remedies.flatMap(\.lines)))
                    },
                    uniquingKeysWith: { first, _ in first }
                )
            }
            for number in reasons.indices where reasons[number].remedy == nil {
                guard let (sentence, lines) = sentences[situation]?[Cause(reasons[number])] else { continue }
                verdicts[index].reasons[number].remedy = sentence
                verdicts[index].reasons[number].remedyLines = lines
            }
        }
    }
}
