// Recorded and composed trees of fixtures/hosts.

import PreflightHost
import PreflightTestSupport

/// A tree by its name.
func recorded(_ name: String) throws -> HostRoot {
    let here = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return try HostRoot(path: "/\(here)/fixtures/hosts/\(name)")
}

extension Reading {
    /// The number, nil for anything else.
    var number: Number? { if case .success(.number(let number)) = value { number } else { nil } }
    /// The text, nil for anything else.
    var text: String? { if case .success(.text(let text)) = value { text } else { nil } }
    /// Whether there is no limit.
    var isUnlimited: Bool { value == .success(.unlimited) }
    /// Why it is not known, nil where it is.
    var unknown: Unknown? { if case .failure(let unknown) = value { unknown } else { nil } }
}

extension HostReader {
    /// The reading of a name that there is.
    func read(_ name: String) throws -> Reading {
        guard let reading = reading(of: name) else { throw SupportError("no fact is called \(name)") }
        return reading
    }
}
