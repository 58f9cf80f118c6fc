// A release of the matrix, narrowed to one architecture: what the loader's rules are applied to.

import PreflightELF
public import PreflightLoader

/// One target on one architecture.
public final class ReleasePlace: Place {
    /// The target.
    public let target: Target
    /// The architecture, as `uname -m` says it.
    public let architecture: String
    /// The C library of the release.
    public let libC: LibC
    /// Why nothing can be said about the architecture.
    public let gap: String?
    /// The path of the dynamic loader.
    public let interpreter: String?
    private let loader: String?
    /// The kernel of the release.
    public let kernel: Version?
    /// The x86-64 level of the packages of the release.
    public let cpuLevel: Int?

    /// The name of the release.
    public var name: String { target.name }

    private let matrix: Matrix
    private let history: NodeHistory
    private let sets: NodeSets
    /// The target itself and what it is based on, nearest first.
    private let chain: [(target: Target, evidence: Evidence?)]
    /// Answers given so far, by the numbers of a ``NameTable``: programs ask for the same few names over and over. A place
    /// must therefore be asked with numbers of one table only.
    @exclusivity(unchecked) private var nodeAnswers = AnswerTable<NodeAnswer>()
    @exclusivity(unchecked) private var libraryAnswers = AnswerTable<LibraryAnswer>()

    /// The data of `target` for `architecture`.
    init(_ target: Target, architecture: String, matrix: Matrix, history: NodeHistory, sets: NodeSets) {
        self.target = target
        self.architecture = architecture
        self.matrix = matrix
        self.history = history
        self.sets = sets
        let members = matrix.chain(of: target)
        chain = zip(members, [nil] + members.map { $0.base?.evidence }).map { (target: $0, evidence: $1) }
        libC = target.libC
        kernel = target.kernel ?? chain.lazy.compactMap(\.target.kernel).first
        let loaderRecord = matrix.loaders[architecture]
        loader = loaderRecord?.soname
        if case .musl = target.libC {
            interpreter = Self.muslNames[architecture].map { "/lib/ld-musl-\($0).so.1" }
        } else {
            interpreter = matrix.interpreters[architecture]
        }
        let level = chain.lazy.compactMap { $0.target.cpu[architecture] }.first
        cpuLevel = architecture == "x86_64" ? Int(level?.drop { $0 == "v" } ?? "1") : nil
        gap = Self.gap(chain, architecture, history)
    }

    /// musl's own names of architectures (its configure script).
    private static let muslNames = [
        "x86_64": "x86_64", "aarch64": "aarch64", "i686": "i386", "armv7l": "armhf", "armv5tel": "arm", "ppc64le": "powerpc64le",
        "s390x": "s390x", "riscv64": "riscv64", "loongarch64": "loongarch64", "mips64el": "mips64el", "mipsel": "mipsel",
    ]

    private static func gap(
        _ chain: [(target: Target, evidence: Evidence?)], _ architecture: String, _ history: NodeHistory
    ) -> String? {
        let target = chain[0].target
        let hasRow = chain.contains {
            $0.target.rows[architecture] != nil || $0.target.unions[architecture] != nil || $0.target.ends[architecture] != nil
        }
        if hasRow { return nil }
        let published = target.architectures
        if !published.isEmpty, !published.contains(architecture) {
            return "\(target.name) is not published for \(architecture)"
        }
        if case .musl = target.libC { return nil }
        // A release that was never read for any architecture is known by its glibc alone; that is as good for one
        // architecture as for another.
        let wasRead = chain.contains {
            !$0.target.rows.isEmpty || !$0.target.unions.isEmpty || $0.target.ends.keys.contains { $0 != "*" }
        }
        if !wasRead, published.contains(architecture), history.builds.contains(where: { $0.architecture == architecture }) {
            return nil
        }
        return "the matrix has no data of \(target.name) for \(architecture)"
    }

    /// Whether the release is published for the architecture at all; a group leaves out those that are not.
    public var isPublished: Bool {
        target.architectures.isEmpty || target.architectures.contains(architecture)
            || chain.contains { $0.target.rows[architecture] != nil }
    }

    // MARK: Nodes

    /// Whether a library defines a node; remembered by number.
    public func answer(_ need: NeedKey) -> NodeAnswer {
        guard need.number >= 0 else { return decide(need.node.name, need.library) }
        if let known = nodeAnswers[need.number] { return known }
        let answer = decide(need.node.name, need.library)
        nodeAnswers.remember(answer, for: need.number)
        return answer
    }

    private var isGlibcLoader: (String) -> Bool {
        { name in name == self.loader || name.hasPrefix("ld-linux") || name.hasPrefix("ld64.so.") || name == "ld.so.1" }
    }

    func decide(_ node: String, _ library: String) -> NodeAnswer {
        guard case .glibc(let version) = libC else { return .unlisted }
        if node == "GLIBC_PRIVATE" {
            return .undecided("GLIBC_PRIVATE symbols belong to one exact build of glibc; judge against the root itself")
        }
        for (target, evidence) in chain {
            for addition in target.additions where addition.library == library {
                if nodes(addition.set).contains(node) { return .present(evidence: addition.evidence.rawValue) }
            }
            if let held = holding(node, library, in: target) { return .present(evidence: (evidence ?? held.evidence).rawValue) }
            if let row = target.rows[architecture], let set = row.sets[library] {
                let word = (evidence ?? row.evidence).rawValue
                return nodes(set).contains(node) ? .present(evidence: word) : .absent(evidence: word)
            }
        }
        if node.hasPrefix("GLIBC_ABI_") { return marker(node, library, version) }
        if NodeHistory.glibcLibraries.contains(library) || isGlibcLoader(library) {
            return glibcNode(node, library, version)
        }
        if library == "libstdc++.so.6" || library == "libgcc_s.so.1" { return compilerNode(node, library) }
        return .unlisted
    }

    private func nodes(_ number: Int) -> Set<String> { sets.nodes(number) }

    /// The first union or pair of ends in the chain, with the evidence word.
    private func summary() -> (union: UnionRow?, ends: EndsRow?, evidence: String)? {
        for (target, evidence) in chain {
            if let union = target.unions[architecture] { return (union, nil, (evidence ?? union.evidence).rawValue) }
            if let ends = target.ends[architecture] { return (nil, ends, (evidence ?? ends.evidence).rawValue) }
        }
        return nil
    }

    private func named(_ ends: EndsRow?) -> [String] { ends?.named.map(matrix.nodes) ?? [] }

    private func glibcNode(_ node: String, _ library: String, _ version: Version) -> NodeAnswer {
        let summary = summary()
        let union = summary?.union?.sets["GLIBC"].map(nodes)
        let evidence = summary.map { "derived from \($0.evidence)" } ?? "inferred from glibc \(version)"
        // A range that ends above the release's glibc shows a backport, and one that starts later shows a newer base.
        if let range = summary?.ends?.ranges["GLIBC"], let numeric = NumericNode(node), numeric.series == "GLIBC" {
            if !range.contains(numeric.version) { return .absent(evidence: evidence) }
            if numeric.version > version {
                return .undecided("\(target.name) has nodes newer than its glibc \(version); which ones was not read")
            }
        }
        switch history.derive(node, in: library, of: version, on: architecture, union: union) {
        case .present: return .present(evidence: evidence)
        case .absent: return .absent(evidence: evidence)
        case .undecided(let why): return .undecided(why)
        }
    }

    private func marker(_ node: String, _ library: String, _ version: Version) -> NodeAnswer {
        let summary = summary()
        let evidence = summary?.evidence ?? "inferred"
        if library == "libc.so.6" {
            let listed = summary?.union?.sets["GLIBC"].map(matrix.nodes) ?? named(summary?.ends)
            if listed.contains(node) { return .present(evidence: evidence) }
        }
        guard let marker = matrix.markers[node] else {
            return .undecided("\(node) is a marker that the matrix does not know")
        }
        if !marker.architectures.isEmpty, !marker.architectures.contains(architecture) {
            return .absent(evidence: "glibc \(version)")
        }
        guard library == "libc.so.6" else {
            return .undecided("\(node) is known of libc.so.6 alone")
        }
        if version >= marker.since { return .present(evidence: "glibc \(version)") }
        if version < marker.perhaps ?? marker.since { return .absent(evidence: "glibc \(version)") }
        return .undecided(
            "builds of glibc \(version) from August 2025 on may define \(node), and the libc.so.6 of \(target.name) was not read"
        )
    }

    /// libstdc++ and libgcc_s are the only libraries of their series, so what is known of the series is the set.
    private func compilerNode(_ node: String, _ library: String) -> NodeAnswer {
        let series = node.firstIndex(of: "_").map { String(node[..<$0]) } ?? node
        let isOwn = library == "libgcc_s.so.1" ? series == "GCC" : series == "GLIBCXX" || series == "CXXABI"
        let summary = summary()
        if let union = summary?.union, let number = union.sets[series], isOwn {
            let word = summary?.evidence ?? union.evidence.rawValue
            return nodes(number).contains(node) ? .present(evidence: word) : .absent(evidence: word)
        }
        // A release known by versions alone has one pair of ends for all its architectures.
        let versions = chain.lazy.compactMap { $0.target.ends["*"] }.first
        if summary == nil, versions == nil { return atLeast(node, library) }
        let ends = summary?.ends ?? versions
        let evidence = summary?.evidence ?? versions?.evidence.rawValue ?? ""
        guard isOwn, let range = ends?.ranges[series] else { return besides(node, library, summary?.union, ends, evidence) }
        guard let numeric = NumericNode(node), numeric.series == series else {
            guard let named = ends?.named.map(matrix.nodes) else {
                return besides(node, library, nil, ends, evidence)
            }
            return named.contains(node) ? .present(evidence: evidence) : .absent(evidence: evidence)
        }
        if !range.contains(numeric.version) { return .absent(evidence: evidence) }
        let wasSeen = history.builds.contains { $0.architecture == architecture && $0.libraries[library]?.contains(node) == true }
        if wasSeen { return .present(evidence: "derived from \(evidence)") }
        return .undecided("no build of \(library) for \(architecture) that was read has \(node)")
    }

    /// A release of which only glibc is known has at least the GCC runtime that every release with such a glibc has: nobody
    /// ships a compiler older than the C library. That shows what is there, never what is not.
    private func atLeast(_ node: String, _ library: String) -> NodeAnswer {
        let unknown = NodeAnswer.undecided("\(library) of \(target.name) was not read")
        guard case .glibc(let version) = libC, let least = sets.leastGLIBCXX(withGlibc: version) else { return unknown }
        guard let cxxabi = matrix.gccReleases.last(where: { $0.glibcxx <= least })?.cxxabi, let lowest = Version("3.4"),
            let first = Version("1.3")
        else { return unknown }
        let ends = EndsRow(evidence: .inferred, ranges: ["GLIBCXX": lowest...least, "CXXABI": first...cxxabi], named: nil)
        let evidence = "inferred from releases with glibc \(version) and later"
        if let numeric = NumericNode(node), let range = ends.ranges[numeric.series] {
            let wasSeen = history.builds.contains {
                $0.architecture == architecture && $0.libraries[library]?.contains(node) == true
            }
            return wasSeen && range.contains(numeric.version) ? .present(evidence: evidence) : unknown
        }
        if case .present = besides(node, library, nil, ends, "inferred") { return .present(evidence: evidence) }
        return unknown
    }

    /// A node that the release's own data does not speak of (GCC_* where only GLIBCXX is known, the unwinder's GLIBC_2.0,
    /// CXXABI_FLOAT128): builds with a libstdc++ as old or older have it, or those as new or newer lack it.
    private func besides(
        _ node: String, _ library: String, _ union: UnionRow?, _ ends: EndsRow?, _ evidence: String
    ) -> NodeAnswer {
        let unknown = NodeAnswer.undecided("\(library) of \(target.name) was not read")
        let newest = union?.sets["GLIBCXX"].flatMap { newestGLIBCXX(matrix.nodes($0)) } ?? ends?.ranges["GLIBCXX"]?.upperBound
        guard let newest else { return unknown }
        for build in history.builds where build.architecture == architecture {
            guard let nodes = build.libraries[library], let runtime = build.libraries["libstdc++.so.6"],
                let its = newestGLIBCXX(runtime)
            else { continue }
            if its <= newest, nodes.contains(node) { return .present(evidence: "derived from \(evidence)") }
            if its >= newest, !nodes.contains(node) { return .absent(evidence: "derived from \(evidence)") }
        }
        return unknown
    }

    private func newestGLIBCXX(_ nodes: some Sequence<String>) -> Version? {
        nodes.compactMap(NumericNode.init).filter { $0.series == "GLIBCXX" }.map(\.version).max()
    }

    // MARK: Symbols

    /// Whether a symbol of glibc is there. A node that the distribution took over from a newer glibc need not have all that it
    /// has there.
    public func answer(_ symbol: SymbolKey) -> SymbolAnswer {
        guard case .glibc(let version) = libC else { return .unlisted }
        let versions = sets.symbols.versions(of: symbol.name, on: architecture)
        guard let node = symbol.node, let library = symbol.library else {
            return SymbolHistory.builtIn.answer(
                versions, glibc: version, on: architecture, loadedLibraries: symbol.loaded
            )
        }
        guard NodeHistory.glibcLibraries.contains(library) || isGlibcLoader(library) else { return .unlisted }
        guard let numeric = NumericNode(node), numeric.series == "GLIBC" else { return .unlisted }
        guard numeric.version > version else {
            return SymbolHistory.builtIn.answer(
                symbol.name, versions, node: node, library: library, glibc: version, on: architecture,
                loadedLibraries: symbol.loaded ?? []
            )
        }
        for (target, evidence) in chain {
            if let held = holding(node, library, in: target) {
                let word = (evidence ?? held.evidence).rawValue
                if held.symbols.contains(symbol.name) { return .present(evidence: word) }
                return .absent(why: "\(node) has only \(held.symbols.joined(separator: ", ")) there", evidence: word)
            }
        }
        return .undecided(
            "\(node) is newer than its glibc \(version), and which symbols were taken over with it was not read"
        )
    }

    private func holding(_ node: String, _ library: String, in target: Target) -> Holding? {
        target.holdings.first { $0.architecture == architecture && $0.library == library && $0.node == node }
    }

    /// Nodes of glibc that are there although they are newer than the release's glibc: what they hold is another question.
    public private(set) lazy var backported: Set<String> = {
        guard case .glibc(let version) = libC else { return [] }
        var all: Set<String> = []
        for (target, _) in chain {
            for addition in target.additions { all.formUnion(nodes(addition.set)) }
            for (library, set) in target.rows[architecture]?.sets ?? [:] where NodeHistory.glibcLibraries.contains(library) {
                all.formUnion(nodes(set))
            }
            if let set = target.unions[architecture]?.sets["GLIBC"] { all.formUnion(nodes(set)) }
        }
        return all.filter { node in NumericNode(node).map { $0.series == "GLIBC" && $0.version > version } ?? false }
    }()

    // MARK: Libraries

    private static let systemLibraries: [Substring: String] = [
        "libc": "libc.so.6", "libm": "libm.so.6", "libpthread": "libpthread.so.0", "libdl": "libdl.so.2", "librt": "librt.so.1",
        "libstdc++": "libstdc++.so.6", "libgcc_s": "libgcc_s.so.1",
    ]

    /// Sonames of other releases of the line whose archives were read from packages, if this one's was: soname to release.
    private lazy var siblings: [String: String] = {
        func wasRead(_ target: Target) -> Bool { target.rows.values.contains { $0.evidence == .package } }
        guard chain.contains(where: { wasRead($0.target) && !$0.target.sonameList.isEmpty }) else { return [:] }
        let lines = chain.map(\.target.line)
        var siblings: [String: String] = [:]
        for other in matrix.targets where lines.contains(other.line) && other.id != target.id && wasRead(other) {
            for soname in other.sonameList { siblings[soname.name] = other.id }
        }
        return siblings
    }()

    /// The sonames of the archive, the base's where the target has none of its own.
    private lazy var listed: [String: String?] = chain.lazy.map(\.target.sonames).first { !$0.isEmpty } ?? [:]
    private lazy var stems: [Substring: [String]] = Dictionary(grouping: listed.keys) { Self.stem($0) }

    /// Whether a library can be had; remembered by number.
    public func answer(_ library: LibraryKey) -> LibraryAnswer {
        guard library.number >= 0 else { return decide(library: library.name) }
        if let known = libraryAnswers[library.number] { return known }
        let answer = decide(library: library.name)
        libraryAnswers.remember(answer, for: library.number)
        return answer
    }

    private func decide(library: String) -> LibraryAnswer {
        if case .musl = libC {
            if library.hasPrefix("libc.musl-") || library.hasPrefix("ld-musl-") || library == "libc.so" { return .base }
        } else if NodeHistory.glibcLibraries.contains(library) || isGlibcLoader(library) {
            return .base
        }
        if library == "libstdc++.so.6" || library == "libgcc_s.so.1" { return .base }
        if let package = listed[library] {
            return .archive(package: package ?? target.installer.flatMap { matrix.packages[$0]?[library] })
        }
        let stem = Self.stem(library)
        // Another libc.so or libm.so is another system's; every glibc release has just these.
        if case .glibc = libC, let own = Self.systemLibraries[stem] { return .absent(instead: [own]) }
        if let instead = stems[stem]?.sorted() {
            if matrix.searched.contains(String(stem)) { return .absent(instead: instead) }
            return .undecided("it has \(instead.joined(separator: ", ")), and its archive was not searched for others")
        }
        if let other = siblings[library] { return .undecided("\(other) has it, and this release was not searched for it") }
        return .unlisted
    }

    /// `libxml2.so.2` and `libxml2.so.16` are versions of `libxml2`.
    static func stem(_ soname: String) -> Substring {
        let bytes = Array(soname.utf8)
        guard bytes.count > 3 else { return soname[...] }
        for start in 0..<bytes.count - 2
        where bytes[start] == UInt8(ascii: ".") && bytes[start + 1] == UInt8(ascii: "s")
            && bytes[start + 2] == UInt8(ascii: "o")
        {
            return soname[..<soname.utf8.index(soname.startIndex, offsetBy: start)]
        }
        return soname[...]
    }
}

/// What all places of a worker ask of the matrix, found out once.
final class NodeSets {
    let symbols = SymbolMemory()
    private let matrix: Matrix
    private var known: [Int: Set<String>] = [:]
    private var least: [Version: Version?] = [:]

    init(_ matrix: Matrix) { self.matrix = matrix }

    /// ``Matrix/leastGLIBCXX(withGlibc:)``, asked once.
    func leastGLIBCXX(withGlibc version: Version) -> Version? {
        if let answer = least[version] { return answer }
        let answer = matrix.leastGLIBCXX(withGlibc: version)
        least[version] = .some(answer)
        return answer
    }

    func nodes(_ number: Int) -> Set<String> {
        if let nodes = known[number] { return nodes }
        let nodes = Set(matrix.nodes(number))
        known[number] = nodes
        return nodes
    }
}
