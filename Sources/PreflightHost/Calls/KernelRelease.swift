// Which kernel runs: some answers mean one thing on an old kernel and another on a new one.

/// The version numbers of a kernel.
public struct KernelRelease: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// 6 of 6.18.44.
    public let major: Int
    /// 18 of 6.18.44.
    public let minor: Int
    /// 44 of 6.18.44; 0 where it is not said.
    public let patch: Int

    /// Version numbers.
    public init(_ major: Int, _ minor: Int, _ patch: Int = 0) {
        self.major = major
        self.minor = minor
        self.patch = patch
    }

    /// What uname -r says: `6.18.44-generic`, `5.4`. Nil for what does not begin with two numbers and a dot between them.
    public init?(_ text: some StringProtocol) {
        let numbers = text.prefix { $0 == "." || ("0"..."9").contains($0) }.split(
            separator: ".", omittingEmptySubsequences: false)
        guard numbers.count >= 2, let major = Int(numbers[0]), let minor = Int(numbers[1]) else { return nil }
        self.init(major, minor, numbers.count > 2 ? Int(numbers[2]) ?? 0 : 0)
    }

    /// The kernel of a root, by /proc/sys/kernel/osrelease.
    ///
    /// - Throws: ``Unknown`` where it cannot be read or is no version.
    public init(root: HostRoot) throws(Unknown) {
        let file = "/proc/sys/kernel/osrelease"
        let text = try root.text(file)
        guard let release = KernelRelease(text) else {
            throw Unknown(.malformed, "\(root.shown(file)) says \"\(text)\", which is no version of a kernel")
        }
        self = release
    }

    /// By major, minor, patch.
    public static func < (left: KernelRelease, right: KernelRelease) -> Bool {
        (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
    }

    /// `6.18.44`; `5.4` where the patch is 0.
    public var description: String { patch == 0 ? "\(major).\(minor)" : "\(major).\(minor).\(patch)" }
}
