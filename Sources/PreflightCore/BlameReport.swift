// Puts blame where reports show it: who references the symbols that a target does not have.

import PreflightELF
import PreflightLoader

extension ObjectReport {
    /// More symbols than this are not asked for; what is to be changed shows before.
    private static var mostSymbols: Int { 512 }

    /// The symbols behind everything that fails, sorted. ``object`` must have its symbols.
    private var failingSymbols: [String] {
        var names: Set<String> = []
        var seen: Set<Cause> = []
        for reason in verdicts.flatMap(\.reasons) where reason.bearer == nil && reason.verdict > .warns {
            guard seen.insert(Cause(reason)).inserted || reason.rule == .symbolMissing else { continue }
            names.formUnion(reason.symbols)
            guard let library = reason.library, let node = reason.node else { continue }
            for need in object.needs where need.library == library {
                for known in need.nodes where known.name == node {
                    names.formUnion(object.symbols(ofVersion: known.index).map(\.name))
                }
            }
        }
        return Array(names.sorted().prefix(Self.mostSymbols))
    }

    /// Looks for the build of the product at `path` and asks it who references what fails.
    ///
    /// - Parameter buildDirectory: the build; nil to look beside the product, where nothing is said if there is none.
    mutating func addBlame(_ path: String, buildDirectory: String?) {
        let symbols = failingSymbols
        guard !symbols.isEmpty else { return }
        do throws(BlameError) {
            let index = try BlameIndex(product: path, buildDirectory: buildDirectory)
            blame = index.users(of: symbols)
            blameRemarks = index.remarks
        } catch {
            if buildDirectory != nil { blameRemarks = ["\(error)"] }
        }
    }
}
