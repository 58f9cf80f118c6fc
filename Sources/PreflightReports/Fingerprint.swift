// What names a finding over builds and runs: the object, the rule and what it is about, never a target list, a count or a build id.

import PreflightCore
import PreflightInputs
import PreflightLoader
import PreflightELF

enum Fingerprint {
    /// The fingerprint of what `parts` name together.
    static func of(_ parts: [String]) -> String {
        // NUL cannot be in a path, and escaped names have none.
        SHA256.hexadecimal(Array(parts.map(RawText.bytes).joined(separator: [0])))
    }

    /// The parts that name the finding `key` of the object at `path`.
    static func parts(_ path: String, _ key: FindingKey) -> [String] {
        [path, key.rule.rawValue, key.library, key.node, key.bearer, key.subject]
    }

    /// Fingerprints of all findings of the object at `path`, each its own: services take equal ones for one finding.
    static func of(_ findings: [Finding], path: String) -> [String] {
        var seen: Set<String> = []
        return findings.map { finding in
            let parts = parts(path, FindingKey(finding.reason))
            for more in [[], [finding.level.rawValue], [finding.level.rawValue, RawText.visible(finding.reason.message)]] {
                let name = of(parts + more)
                if seen.insert(name).inserted { return name }
            }
            // Nothing of what is shown differs.
            return of(parts + ["\(finding.targets)"])
        }
    }
}
