// What an object says in .note.dlopen that it opens at run time (uapi-group.org, ELF dlopen metadata).

import PreflightELF
import PreflightInputs
public import PreflightLoader

/// Reads dlopen notes.
public enum OptionalNeeds {
    /// No object at hand has more than twenty.
    private static let most = 256

    /// The needs in the JSON texts of an object's notes. A text that is damaged says nothing: it is advice of the builder's, and no
    /// loader reads it.
    public static func read(_ texts: [String]) -> [OptionalNeed] {
        var needs: [OptionalNeed] = []
        for text in texts.prefix(most) {
            guard case .array(let entries)? = try? JSONValue.parse(RawText.bytes(text)) else { continue }
            for entry in entries.prefix(most) where needs.count < most {
                guard case .object(let object) = entry, case .array(let names)? = object["soname"] else { continue }
                let sonames = names.compactMap { name -> String? in
                    if case .string(let text) = name { text } else { nil }
                }
                guard !sonames.isEmpty else { continue }
                // "suggested" is what the specification takes where nothing is said.
                needs.append(
                    OptionalNeed(
                        sonames: sonames, feature: self.text(object["feature"]),
                        priority: self.text(object["priority"]) ?? "suggested"
                    )
                )
            }
        }
        return needs
    }

    private static func text(_ value: JSONValue?) -> String? {
        if case .string(let text)? = value { text } else { nil }
    }
}
