// What a package manager is about to do, and the arithmetic on it: installed − out + in.

/// A transaction, as a hook was told of it.
public struct Transaction: Sendable, Equatable {
    /// One package that comes or goes.
    public struct Package: Sendable, Equatable {
        /// Name, version and architecture as its manager writes them.
        public var label: String
        /// The name alone.
        public var name: String
        /// The capabilities that it says it provides, as text; nil where nobody said, which its file may tell.
        public var provides: [String]?
        /// Absolute paths that it owns, as far as they can hold objects; empty where nobody said.
        public var files: [String]
        /// Where its file lies; nil for what leaves or is not there yet.
        public var path: String?

        /// A package of its parts.
        public init(label: String, name: String, provides: [String]? = nil, files: [String] = [], path: String? = nil) {
            self.label = label
            self.name = name
            self.provides = provides
            self.files = files
            self.path = path
        }
    }

    /// Who says so: `dnf`.
    public var host: String
    /// The machine, by rpm's or uname's word.
    public var architecture: String
    /// The root that is changed; `/` is this system.
    public var root: String
    /// What comes, upgrades included.
    public var incoming: [Package]
    /// What goes, what is replaced included.
    public var outgoing: [Package]
    /// What the packages that stay provide.
    public var staying: [String]

    /// A transaction of its parts.
    public init(
        host: String, architecture: String, root: String = "/", incoming: [Package] = [], outgoing: [Package] = [],
        staying: [String] = []
    ) {
        self.host = host
        self.architecture = architecture
        self.root = root
        self.incoming = incoming
        self.outgoing = outgoing
        self.staying = staying
    }

    /// Packages that a repair of preflight or of the package manager itself consists of; a hook must never stand in the way of
    /// its own correction.
    private static let repairs: Set<String> = [
        "preflight", "swift-preflight", "dnf", "dnf-data", "python3-dnf", "yum", "dnf5", "libdnf", "python3-libdnf", "libdnf5",
        "libdnf5-cli", "libdnf5-plugin-actions", "python3-hawkey", "dnf-plugins-core", "python3-dnf-plugins-core", "rpm",
        "rpm-libs",
        "python3-rpm", "librepo", "libsolv", "python3-librepo", "apt", "libapt-pkg6.0", "libapt-pkg7.0", "dpkg", "pacman",
    ]

    /// Whether only preflight and the package manager are changed.
    public var isRepair: Bool {
        let names = Set((incoming + outgoing).map(\.name))
        return !names.isEmpty && names.isSubset(of: Self.repairs)
    }
}

/// What a transaction does to the capabilities of a system.
public struct CapabilityChange: Sendable {
    /// What the system provides when it is done.
    public let after: Set<Capability>
    /// What it provided and will not any more, each with the package that takes it away.
    public let lost: [Capability: String]

    /// Works out installed − out + in.
    ///
    /// - Parameters:
    ///   - staying: of the packages that are not touched.
    ///   - outgoing: of each package that goes, with its label.
    ///   - incoming: of all that come.
    public init(
        staying: some Sequence<Capability>, outgoing: [(label: String, provides: [Capability])],
        incoming: some Sequence<Capability>
    ) {
        var after = Set(staying)
        after.formUnion(incoming)
        var lost: [Capability: String] = [:]
        for package in outgoing {
            for capability in package.provides where !after.contains(capability) && lost[capability] == nil {
                lost[capability] = package.label
            }
        }
        self.after = after
        self.lost = lost
    }

    /// The change that `transaction` makes, with what `provides` adds for packages whose manager said nothing.
    public init(_ transaction: Transaction, provides: (Transaction.Package) -> [String] = { $0.provides ?? [] }) {
        self.init(
            staying: transaction.staying.lazy.compactMap { Capability($0) },
            outgoing: transaction.outgoing.map { ($0.label, provides($0).compactMap { Capability($0) }) },
            incoming: transaction.incoming.flatMap { provides($0).compactMap { Capability($0) } })
    }
}
