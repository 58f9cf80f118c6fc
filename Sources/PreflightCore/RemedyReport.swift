// Puts remedies where reports show them.

import PreflightELF
import PreflightLoader
import PreflightTargets

extension ObjectReport {
    /// Gives reasons that have no remedy yet the sentence of their plan. ``object`` must have its symbols.
    mutating func addRemedies(from places: Places) {
        let known = places.places(for: object.machine.name)
        for index in verdicts.indices {
            let reasons = verdicts[index].reasons
            guard reasons.contains(where: { $0.remedy == nil && $0.verdict > .warns && $0.bearer == nil }),
                let place = known.first(where: { $0.place.target.id == verdicts[index].target })?.place
            else { continue }
            let judgement = Judgement(reasons: reasons + verdicts[index].waived.map(\.reason))
            for plan in plans(for: judgement, of: object, in: place, bundled: Set(bundled)) {
                for number in reasons.indices
                where reasons[number].remedy == nil && Cause(reasons[number]) == Cause(plan.reason) {
                    verdicts[index].reasons[number].remedy = plan.sentence
                }
            }
        }
    }
}
