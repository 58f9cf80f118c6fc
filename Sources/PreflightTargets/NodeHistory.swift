// Which library of glibc defined which node in which release: concluded from the builds that were read library by
// library, so that a release of which only the union of all nodes is known can be judged per library.
//
// glibc 2.34 merged libpthread, libdl, librt, libutil and libanl into libc.so.6. Before the merge libc.so.6 lacks nodes
// that those libraries had (GLIBC_2.31 on x86_64); after it they keep empty nodes. So a release is compared with builds
// from its own side of the merge, and what only the other side could tell stays undecided.

import PreflightLoader

/// What a derivation concludes about a node in a library.
enum Derived: Equatable {
    case present
    case absent
    case undecided(String)
}

/// The builds that were read library by library, arranged for questions.
struct NodeHistory {
    /// One build: a release's glibc on one architecture.
    struct Build {
        let target: String
        let architecture: String
        let version: Version
        let libraries: [String: Set<String>]
    }

    /// The sonames that come with glibc; the dynamic loader's are in the matrix.
    static let glibcLibraries: Set<String> = [
        "libc.so.6", "libc.so.6.1", "libm.so.6", "libm.so.6.1", "libmvec.so.1", "libpthread.so.0", "libdl.so.2",
        "librt.so.1", "libutil.so.1", "libanl.so.1", "libresolv.so.2", "libnsl.so.1", "libBrokenLocale.so.1",
        "libthread_db.so.1", "libc_malloc_debug.so.0", "libnss_files.so.2", "libnss_dns.so.2", "libnss_compat.so.2",
        "libnss_hesiod.so.2", "libnss_db.so.2", "libmemusage.so", "libpcprofile.so",
    ]

    private static let merged: Set<String> = ["libpthread.so.0", "libdl.so.2", "librt.so.1", "libutil.so.1", "libanl.so.1"]
    private static let merge = Version(2, 34)

    let builds: [Build]

    /// The history that `matrix` holds.
    ///
    /// - Parameter excluded: a target whose own rows are left out, so that tests can ask for what is already known.
    init(_ matrix: Matrix, excluding excluded: String? = nil) {
        var builds: [Build] = []
        for target in matrix.targets where target.id != excluded {
            guard case .glibc(let version) = target.libC else { continue }
            for (architecture, row) in target.rows where row.evidence == .package {
                builds.append(
                    Build(
                        target: target.id, architecture: architecture, version: version,
                        libraries: row.sets.mapValues { Set(matrix.nodes($0)) }
                    )
                )
            }
        }
        self.builds = builds.sorted { ($0.version, $0.target, $0.architecture) < ($1.version, $1.target, $1.architecture) }
    }

    /// Whether `library` of glibc `version` defines `node` on `architecture`.
    ///
    /// - Parameter union: all nodes of the release, where they are known.
    func derive(
        _ node: String, in library: String, of version: Version, on architecture: String, union: Set<String>?
    ) -> Derived {
        if let union, NumericNode(node)?.series == "GLIBC", !union.contains(node) { return .absent }
        let isAfter = version >= Self.merge
        let own = builds.filter { $0.architecture == architecture && $0.libraries[library] != nil }
        guard !own.isEmpty else {
            return .undecided("no build of \(library) for \(architecture) was read")
        }
        let side = own.filter { ($0.version >= Self.merge) == isAfter }
        guard let numeric = NumericNode(node), numeric.series == "GLIBC" else {
            return byAgreement(node, library, side)
        }
        if numeric.version > version {
            return backported(node, library, version, architecture, union, isAfter)
        }
        // A build as new as the node, and no newer than needed, shows where it is.
        if let build = side.first(where: { $0.version >= numeric.version && $0.version >= version })
            ?? side.last(where: { $0.version >= numeric.version })
        {
            return build.libraries[library]?.contains(node) == true ? .present : .absent
        }
        if isAfter { return .undecided("no build of glibc \(numeric.version) or later was read for \(architecture)") }
        return beforeMerge(node, numeric.version, library, architecture, own)
    }

    /// A name without a number, or of another series (GCC_3.0 in libc.so.6 of i686): in all builds or in none.
    private func byAgreement(_ node: String, _ library: String, _ side: [Build]) -> Derived {
        let answers = Set(side.map { $0.libraries[library]?.contains(node) == true })
        switch answers {
        case [true]: return .present
        case [false]: return .absent
        default: return .undecided("builds of \(library) differ in \(node)")
        }
    }

    /// A node newer than the release: absent, unless the union says that the distribution took it over.
    private func backported(
        _ node: String, _ library: String, _ version: Version, _ architecture: String, _ union: Set<String>?,
        _ isAfter: Bool
    ) -> Derived {
        guard let union, union.contains(node) else { return .absent }
        let homes = Set(
            builds.filter { $0.architecture == architecture && ($0.version >= Self.merge) == isAfter }
                .flatMap { build in
                    build.libraries.filter { Self.glibcLibraries.contains($0.key) && $0.value.contains(node) }.keys
                }
        )
        if homes == [library] { return .present }
        if !homes.contains(library), !homes.isEmpty { return .absent }
        return .undecided("the release has \(node) although its glibc is \(version), and which library has it was not read")
    }

    /// Before the merge, where no build of this side is new enough for the node (or the architecture): after the merge
    /// libc.so.6 has its own nodes and those of the merged libraries. A node that none of those ever had is libc's own;
    /// otherwise other architectures tell, since glibc adds symbols to all of them alike.
    private func beforeMerge(
        _ node: String, _ number: Version, _ library: String, _ architecture: String, _ own: [Build]
    ) -> Derived {
        guard let after = own.first(where: { $0.version >= Self.merge && $0.version >= number }) else {
            return .undecided("no build of glibc \(number) or later was read for \(architecture)")
        }
        let isThere = after.libraries[library]?.contains(node) == true
        // What is no longer there after the merge was not there before: nodes are never taken away.
        guard isThere else { return .absent }
        if Self.merged.contains(library) {
            // Their empty remains after the merge have nodes that they did not have before (GLIBC_2.3.3 in librt.so.1 of
            // i686), so only the first node of the architecture is certain.
            let first = after.libraries["libc.so.6"]?.compactMap(NumericNode.init).filter { $0.series == "GLIBC" }.map(\.version)
                .min()
            return number == first
                ? .present : .undecided("no build of \(library) from before glibc 2.34 was read for \(architecture)")
        }
        if library != "libc.so.6" { return .present }
        let elsewhere = Self.merged.contains { after.libraries[$0]?.contains(node) == true }
        let mergedWereRead = Self.merged.contains { after.libraries[$0] != nil }
        if mergedWereRead, !elsewhere { return .present }
        // An architecture that has the node nowhere tells nothing (GLIBC_2.19 is s390x's alone).
        let knowing = Set(
            builds.filter { $0.libraries.values.contains { $0.contains(node) } }.map(\.architecture)
        )
        let others = builds.filter {
            knowing.contains($0.architecture) && $0.version < Self.merge && $0.version >= number
                && Self.isOlder(than: number, $0.libraries[library] ?? [])
        }
        let votes = Set(others.map { $0.libraries[library]?.contains(node) == true })
        if votes == [true] { return .present }
        if votes == [false] { return .absent }
        return .undecided("\(node) may have come into libc.so.6 with the merge of glibc 2.34")
    }

    /// Whether an architecture's libc is older than the number: one that came later has no node for it and tells nothing.
    private static func isOlder(than number: Version, _ nodes: Set<String>) -> Bool {
        nodes.contains { node in NumericNode(node).map { $0.series == "GLIBC" && $0.version < number } ?? false }
    }
}
