// What names a finding over builds and runs: the object, the rule and what it is about, never a target list, a count or a build id.

import PreflightCore
import PreflightInputs
import PreflightLoader
import PreflightELF

enum Fingerprint {
    /// The fingerprint of a finding of the object at `path`.
    static func of(_ path: String, _ key: FindingKey) -> String {
        of([path, key.rule.rawValue, key.library, key.node, key.bearer, key.subject])
    }

    /// The fingerprint of what `parts` name together.
    static func of(_ parts: [String]) -> String {
        // NUL cannot be in a path, and escaped names have none.
        SHA256.hexadecimal(Array(parts.map(RawText.bytes).joined(separator: [0])))
    }
}
