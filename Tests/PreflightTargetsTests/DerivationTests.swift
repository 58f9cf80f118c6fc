// Most releases are known by the union of their nodes. Here the derivation per library is asked for what is known
// already: every row that was read library by library, with that release left out of the history.

import PreflightELF
import PreflightLoader
import Testing

@testable import PreflightTargets

@Suite struct DerivationTests {
    static let matrix = Matrix.builtIn

    /// Every build that was read: target, architecture.
    static let readings: [(target: String, architecture: String)] = matrix.targets.flatMap { target in
        target.rows.filter { $0.value.evidence == .package }.keys.sorted().map { (target.id, $0) }
    }

    /// Nodes that any build of an architecture has in any library of glibc, numbers only.
    private func candidates(_ history: NodeHistory, _ architecture: String) -> Set<String> {
        Set(
            history.builds.filter { $0.architecture == architecture }.flatMap { build in
                build.libraries.filter { NodeHistory.glibcLibraries.contains($0.key) || $0.key.hasPrefix("ld") }
                    .flatMap(\.value).filter { $0.hasPrefix("GLIBC_") && NumericNode($0) != nil }
            }
        )
    }

    @Test(arguments: readings)
    func aReadRowIsReproduced(reading: (target: String, architecture: String)) throws {
        let matrix = Self.matrix
        let target = try #require(matrix.target(named: reading.target))
        guard case .glibc(let version) = target.libC else { return }
        let row = try #require(target.rows[reading.architecture])
        let whole = NodeHistory(matrix)
        let others = NodeHistory(matrix, excluding: target.id)
        let libraries = row.sets.keys.filter {
            NodeHistory.glibcLibraries.contains($0) || $0.hasPrefix("ld-") || $0.hasPrefix("ld64")
        }
        // The union as an image reading would give it: numbers of all libraries together.
        let union = Set(libraries.flatMap { matrix.nodes(row.sets[$0] ?? 0) }.filter { NumericNode($0) != nil })
        var wrong: [String] = []
        var decided = 0
        for library in libraries {
            let real = Set(matrix.nodes(row.sets[library] ?? 0))
            for node in candidates(whole, reading.architecture) {
                let truth: Derived = real.contains(node) ? .present : .absent
                for known in [union, nil] {
                    switch others.derive(node, in: library, of: version, on: reading.architecture, union: known) {
                    case .undecided: break
                    case let answer:
                        decided += 1
                        if answer != truth { wrong.append("\(node) in \(library): derived \(answer), read \(truth)") }
                    }
                }
            }
        }
        #expect(wrong.isEmpty)
        // Releases with a neighbour on their side of the merge must be decided nearly always.
        let hasNeighbour = others.builds.contains {
            $0.architecture == reading.architecture && ($0.version >= Version(2, 34)) == (version >= Version(2, 34))
                && $0.version >= version && $0.libraries["libm.so.6"] != nil
        }
        if hasNeighbour { #expect(decided > libraries.count * 10) }
    }

    @Test(arguments: [
        // libc.so.6 of 2.31 has no node GLIBC_2.31, libpthread.so.0 has it.
        ("debian-11", "x86_64", "libc.so.6", "GLIBC_2.31", false), ("debian-11", "x86_64", "libpthread.so.0", "GLIBC_2.31", true),
        ("debian-12", "x86_64", "libc.so.6", "GLIBC_2.31", true), ("debian-12", "x86_64", "libm.so.6", "GLIBC_2.4", true),
        ("ubuntu-20.04", "x86_64", "libpthread.so.0", "GLIBC_2.30", true), ("rhel-8", "x86_64", "libc.so.6", "GLIBC_2.28", true),
        ("rhel-8", "x86_64", "libc.so.6", "GLIBC_2.29", false), ("rhel-9", "x86_64", "libc.so.6", "GLIBC_2.34", true),
        ("rhel-9", "x86_64", "libc.so.6", "GLIBC_2.35", false), ("rhel-9.7", "x86_64", "libc.so.6", "GLIBC_2.35", true),
        ("rhel-9.7", "x86_64", "libm.so.6", "GLIBC_2.35", false), ("rhel-10.2", "x86_64", "libc.so.6", "GLIBC_2.40", true),
        ("rhel-10", "x86_64", "libc.so.6", "GLIBC_2.40", false), ("amazonlinux-2023", "aarch64", "libm.so.6", "GLIBC_2.29", true),
        ("fedora-43", "s390x", "libc.so.6", "GLIBC_2.38", true), ("rhel-8", "s390x", "libm.so.6", "GLIBC_2.27", true),
        ("debian-13", "x86_64", "libc.so.6", "GLIBC_2.40", false), ("debian-13", "x86_64", "libm.so.6", "GLIBC_2.40", true),
        ("rhel-8", "x86_64", "libstdc++.so.6", "GLIBCXX_3.4.25", true),
        ("rhel-8", "x86_64", "libstdc++.so.6", "GLIBCXX_3.4.26", false),
        ("azurelinux-3", "x86_64", "libstdc++.so.6", "GLIBCXX_3.4.32", true),
        ("nixos-26.05", "x86_64", "libstdc++.so.6", "GLIBCXX_3.4.30", true),
        ("sles-15.7", "x86_64", "libstdc++.so.6", "CXXABI_1.3.9", true),
        ("bottlerocket", "aarch64", "libgcc_s.so.1", "GCC_3.0", true),
        ("azurelinux-3", "x86_64", "libstdc++.so.6", "GLIBCXX_3.4.33", false),
        ("rhel-9", "aarch64", "libgcc_s.so.1", "GLIBC_2.0", true),
        ("rhel-9", "x86_64", "libgcc_s.so.1", "GCC_7.0.0", true), ("rhel-9", "x86_64", "libgcc_s.so.1", "GCC_12.0.0", false),
        // Numbers are names, never compared: these exist nowhere.
        ("debian-sid", "x86_64", "libc.so.6", "GLIBC_2.3.10", false), ("debian-sid", "x86_64", "libc.so.6", "GLIBC_2.039", false),
        ("rhel-9", "x86_64", "libc.so.6", "GLIBC_2", false), ("rhel-9", "x86_64", "libc.so.6", "GLIBC_2.34.1", false),
        ("rhel-9", "x86_64", "libc.so.6", "GLIBC_2.19", false),
    ])
    func knownFacts(id: String, architecture: String, library: String, node: String, isThere: Bool) throws {
        let answer = try answer(id, architecture, library, node)
        switch answer {
        case .present: #expect(isThere)
        case .absent: #expect(!isThere)
        default: Issue.record("\(id) \(architecture) \(library) \(node): \(answer)")
        }
    }

    @Test(arguments: [
        // A marker that builds of the branch may have got by backport, and nobody read this one.
        ("rhel-9", "x86_64", "libc.so.6", "GLIBC_ABI_DT_X86_64_PLT"), ("fedora-42", "ppc64le", "libc.so.6", "GLIBC_ABI_FUTURE"),
        ("debian-12", "x86_64", "libc.so.6", "GLIBC_PRIVATE"), ("nixos-26.05", "x86_64", "libstdc++.so.6", "GLIBCXX_3.4.36"),
    ])
    func undecided(id: String, architecture: String, library: String, node: String) throws {
        guard case .undecided(let why) = try answer(id, architecture, library, node) else {
            Issue.record("decided")
            return
        }
        #expect(!why.isEmpty)
    }

    @Test(arguments: [
        ("debian-11", "GLIBC_ABI_DT_RELR", false), ("debian-12", "GLIBC_ABI_DT_RELR", true),
        ("rhel-9", "GLIBC_ABI_DT_RELR", false),
        ("rhel-10", "GLIBC_ABI_DT_RELR", true), ("azurelinux-3", "GLIBC_ABI_DT_RELR", true),
        ("debian-12", "GLIBC_ABI_DT_X86_64_PLT", false), ("debian-13", "GLIBC_ABI_DT_X86_64_PLT", true),
        ("rhel-8", "GLIBC_ABI_GNU2_TLS", false), ("debian-13", "GLIBC_ABI_GNU2_TLS", true),
    ])
    func markersAreSets(id: String, marker: String, isThere: Bool) throws {
        switch try answer(id, "x86_64", "libc.so.6", marker) {
        case .present: #expect(isThere)
        case .absent: #expect(!isThere)
        case let other: Issue.record("\(other)")
        }
    }

    @Test func architecturesWithoutDataAreGaps() throws {
        #expect(try place("amazonlinux-2023", "riscv64").gap?.contains("not published") == true)
        #expect(try place("debian-12", "x86_64").gap == nil)
        #expect(try place("azurelinux-3", "x86_64").gap == nil)
        #expect(try place("alpine-3.22", "x86_64").gap == nil)
    }

    @Test func unionsAreCoveredByTheirLibraries() {
        // Every number of a union must be derivable for some library, or be undecided; else the history contradicts it.
        let matrix = Self.matrix
        let history = NodeHistory(matrix)
        for target in matrix.targets {
            guard case .glibc(let version) = target.libC else { continue }
            for (architecture, union) in target.unions {
                guard let set = union.sets["GLIBC"] else { continue }
                let nodes = Set(matrix.nodes(set))
                for node in nodes where NumericNode(node) != nil {
                    let answers = NodeHistory.glibcLibraries.union([matrix.loaders[architecture]?.soname ?? ""]).map {
                        history.derive(node, in: $0, of: version, on: architecture, union: nodes)
                    }
                    #expect(answers.contains { $0 != .absent }, "\(target.id) \(architecture): \(node)")
                }
            }
        }
    }

    private func place(_ id: String, _ architecture: String) throws -> ReleasePlace {
        let selection = try Self.matrix.select([id], asOf: Self.matrix.asOf)
        return try #require(Places(selection, in: Self.matrix).places(for: architecture).first).place
    }

    private func answer(_ id: String, _ architecture: String, _ library: String, _ node: String) throws -> NodeAnswer {
        try place(id, architecture).decide(node, library)
    }
}
