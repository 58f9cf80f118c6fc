// The rules that a remark on a host can rest on. The raw value names the rule in reports and configuration.

/// A rule of the host's part.
public enum HostRule: String, Sendable, CaseIterable {
    /// A demanded value is not met.
    case expectation
}
