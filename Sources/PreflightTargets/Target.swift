// One Linux release as the matrix describes it.

public import PreflightLoader

/// Where a statement of the matrix comes from.
public enum Evidence: String, Sendable {
    /// Read from the release's own packages.
    case package
    /// Read in a container image of the release.
    case image
    /// The release is built from the packages of another one.
    case inherited
    /// Concluded from versions, not read.
    case inferred
    /// Told by users in an issue, not read.
    case reported
}

/// A calendar day, compared as such.
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Year × 10,000 + month × 100 + day.
    private let number: Int

    /// The day that `text` names as `2026-11-21`; nil for anything else, a thirteenth month and a 31 June included.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        func digits(_ range: Range<Int>) -> Int? {
            bytes[range].reduce(0) { sum, byte in
                sum.flatMap { (0x30...0x39).contains(byte) ? $0 * 10 + Int(byte - 0x30) : nil }
            }
        }
        guard let year = digits(0..<4), let month = digits(5..<7), let day = digits(8..<10), year > 0,
            (1...12).contains(month)
        else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard day >= 1, day <= days[month - 1] else { return nil }
        number = year * 10_000 + month * 100 + day
    }

    /// Orders two of them.
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// Text for people.
    public var description: String {
        let year = String(number / 10_000)
        let rest = number % 10_000 + 10_000
        let digits = String(rest).dropFirst()
        return String(repeating: "0", count: max(0, 4 - year.count)) + year + "-\(digits.prefix(2))-\(digits.suffix(2))"
    }
}

/// Swift toolchains that swift.org publishes for a release.
public struct SwiftToolchains: Hashable, Sendable {
    /// The first and the last version.
    public var first: String
    /// The last version.
    public var last: String
    /// Architectures of the last.
    public var architectures: [String]
}

/// One Linux release, or one build of it.
public struct Target: Sendable {
    /// The name in the matrix: `ubuntu-22.04`.
    public var id: String
    /// The name for people.
    public var name = ""
    /// The product line, for ranges: `ubuntu`.
    public var line = ""
    /// Other spellings.
    public var aliases: [String] = []
    /// The C library.
    public var libC: LibC = .glibc(Version(0, 0))
    /// The package manager: apt, dnf, yum, zypper, apk, pacman; nil where there is none.
    public var installer: String?
    /// Day of the release; nil for rolling and coming ones.
    public var released: Day?
    /// Last day of the support that everybody gets.
    public var endOfLife: Day?
    /// Last day of long-term or paid support.
    public var extendedEnd: Day?
    /// The kernel of the release.
    public var kernel: Version?
    /// CPU baselines by architecture: `v2` for x86_64.
    public var cpu: [String: String] = [:]
    /// The architectures that the release is published for.
    public var architectures: [String] = []
    /// Toolchains of swift.org.
    public var swift: SwiftToolchains?
    /// The docker image family of swift.org: `swift:jammy`.
    public var image: String?
    /// The manylinux tag of its glibc.
    public var manylinux: String?
    /// Released on a day that is not known.
    public var isOut = false
    /// Has no versions, only a current state.
    public var isRolling = false
    /// A long-term support release.
    public var isLTS = false
    /// The target whose rows count where this one has none.
    public var base: (id: String, evidence: Evidence)?
    /// Sonames in the archive, with their package where it is known.
    public var sonames: [String: String?] {
        Dictionary(sonameList.map { ($0.name, $0.package) }, uniquingKeysWith: { first, _ in first })
    }
    /// What a reader should know.
    public var notes: [String] = []

    /// The sonames as they are written; most runs ask for few targets' only.
    var sonameList: [(name: String, package: String?)] = []
    /// Nodes on top of what the base defines.
    var additions: [(library: String, set: Int, evidence: Evidence)] = []
    /// Nodes newer than the release's glibc of which every symbol is known.
    var holdings: [Holding] = []
    /// Complete sets per library, by architecture.
    var rows: [String: LibraryRow] = [:]
    /// Complete sets per series of nodes, over all libraries, by architecture.
    var unions: [String: UnionRow] = [:]
    /// Series of which only the ends are known, by architecture.
    var ends: [String: EndsRow] = [:]

    init(id: String) { self.id = id }

    /// Whether it is supported on `day`: released, and its support for everybody not ended.
    public func isSupported(on day: Day) -> Bool {
        if isRolling { return true }
        guard released.map({ $0 <= day }) ?? isOut else { return false }
        guard let endOfLife else { return true }
        return day <= endOfLife
    }

    /// The best evidence that the matrix has for any architecture; nil where it has only versions.
    public var evidence: Evidence? {
        if let base { return base.evidence }
        let all = rows.values.map(\.evidence) + unions.values.map(\.evidence) + ends.values.map(\.evidence)
        for candidate: Evidence in [.package, .image, .inherited, .inferred, .reported] where all.contains(candidate) {
            return candidate
        }
        return nil
    }
}

/// All symbols of one node that a distribution took over from a newer glibc.
struct Holding: Sendable {
    var architecture: String
    var library: String
    var node: String
    var evidence: Evidence
    var symbols: [String]
}

/// Libraries of one architecture, each with its complete set of nodes.
struct LibraryRow: Sendable {
    var evidence: Evidence
    var sets: [String: Int]
}

/// All nodes of a series (`GLIBC`) that any library of a release defines.
struct UnionRow: Sendable {
    var evidence: Evidence
    var sets: [String: Int]
}

/// First and last number of a series; named nodes are complete.
struct EndsRow: Sendable {
    var evidence: Evidence
    var ranges: [String: ClosedRange<Version>]
    var named: Int?
}
