// Who is to blame for a symbol: the objects and members of archives that reference it, with target and source, and for a member
// the way from the build's own objects to it.

import PreflightELF

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// An object or member that references a symbol, and why it is in the product.
public struct SymbolUse: Sendable, Hashable {
    /// One step from the build's own objects to a member: this file needs `symbol`, which the next step's file, or
    /// at last the member in question, defines.
    public struct Link: Sendable, Hashable {
        /// The path of the object or archive.
        public var file: String
        /// The name in the archive.
        public var member: String?
        /// The SwiftPM target.
        public var target: String?
        /// The source file; absolute where the build says so.
        public var source: String?
        /// The symbol it needs.
        public var symbol: String
    }

    /// The symbol, as it was asked for.
    public var symbol: String
    /// The path of the object or archive that references it.
    public var file: String
    /// The name in the archive, nil for an object.
    public var member: String?
    /// The package of the target, nil where the build does not tell.
    public var package: String?
    /// The SwiftPM target, nil for what no target made: archives, start-up code.
    public var target: String?
    /// The source file, absolute where the build says so; nil where one object holds several.
    public var source: String?
    /// Empty for objects that the link names; for members a shortest way to them.
    public var because: [Link]
    /// The reference may stay without definition.
    public var isWeak: Bool
    /// Start-up code that compiler or system adds to every program (`Scrt1.o`, `swiftrt.o`), or what that alone pulls in.
    public var isStartCode: Bool
}

/// Finds who references symbols of one product.
public struct BlameIndex {
    private let graph: LinkGraph
    /// What makes the answers doubtful, in sentences with paths: inputs that cannot be read or are newer than the product.
    public let remarks: [String]
    /// The objects, and members of archives, that the link takes.
    public var inputs: [(file: String, member: String?)] { graph.nodes.map { ($0.file, $0.member) } }

    /// Reads all that `product` was linked from: symbol tables of its objects, and of the members that the link pulls in.
    ///
    /// - Parameters:
    ///   - product: the linked program or library.
    ///   - buildDirectory: `.build`, `.build/release`, `.build/<triple>/<configuration>`; nil where the product lies in it.
    /// - Throws: ``BlameError``: product or list of inputs are not to be found or read.
    public init(product: String, buildDirectory: String? = nil) throws(BlameError) {
        let buffers = ReadBuffers()
        let object: Object
        do throws(ReadError) {
            var file = try ObjectFile(path: product, buffers: buffers)
            try file.read(.references)
            object = file.object
        } catch {
            throw BlameError(description: "\(RawText.visible(product)): \(error.description)")
        }
        let tree = try BuildTree(product: product, buildDirectory: buildDirectory)
        let inputs = LinkInputs(tree, product: object) { Self.autolinkEntries($0, buffers) }
        let imports = Set(object.symbols.lazy.filter(\.isUndefined).map { SymbolHash($0.name) })
        graph = LinkGraph(inputs, imports: imports, buffers: buffers)
        remarks = graph.remarks + Self.newer(tree.inputs, than: product)
    }

    /// What an object, or the members of an archive, ask the linker for; what cannot be read is told when it is linked.
    private static func autolinkEntries(_ path: String, _ buffers: ReadBuffers) -> [String] {
        do throws(ReadError) {
            return try ObjectFile(path: path, buffers: buffers).autolinkEntries()
        } catch {
            guard error.kind == .archive, var archive = try? StaticArchive(path: path, buffers: buffers) else { return [] }
            // Members of one library mostly ask for the same.
            var seen: Set<String> = []
            var entries: [String] = []
            while let member = try? archive.next() {
                let found = (try? archive.open(member).autolinkEntries()) ?? []
                entries += found.filter { seen.insert($0).inserted }
            }
            return entries
        }
    }

    /// A product that was not linked again since its objects were made is not what they say.
    private static func newer(_ inputs: [String], than product: String) -> [String] {
        guard let linked = fileStatus(product)?.st_mtim.tv_sec else { return [] }
        let path = inputs.first { (fileStatus($0)?.st_mtim.tv_sec ?? 0) > linked }
        return path.map { ["\($0): is newer than \(product); build again"] } ?? []
    }

    /// Who references `symbols`: the build's own objects first, then members by their distance, then start-up code.
    ///
    /// A reference counts though the linker may have dropped the section that has it (`--gc-sections`): symbol tables do not
    /// tell. The symbols are named without version. A symbol that nobody references has no use in the answer.
    public func users(of symbols: [String]) -> [SymbolUse] {
        var wanted: [SymbolHash: String] = [:]
        for symbol in symbols { wanted[SymbolHash(symbol)] = symbol }
        var origins: [Int: Origin] = [:]
        func origin(_ number: Int) -> Origin {
            if let known = origins[number] { return known }
            let node = graph.nodes[number]
            let origin = node.member == nil && !node.isStart ? BuildTree.origin(of: node.file) : Origin()
            origins[number] = origin
            return origin
        }
        var uses: [(rank: Int, use: SymbolUse)] = []
        for (number, node) in graph.nodes.enumerated() {
            for place in node.references {
                guard let symbol = wanted[graph.references[place].symbol] else { continue }
                let own = origin(number)
                let use = SymbolUse(
                    symbol: symbol, file: node.file, member: node.member, package: own.package, target: own.target,
                    source: own.source, because: way(to: number, origin), isWeak: graph.references[place].isWeak,
                    isStartCode: node.isStart
                )
                uses.append((node.isStart ? Int.max : node.depth, use))
            }
        }
        func key(_ item: (rank: Int, use: SymbolUse)) -> (String, Int, String, String) {
            (item.use.symbol, item.rank, item.use.file, item.use.member ?? "")
        }
        return uses.sorted { key($0) < key($1) }.map(\.use)
    }

    private func way(to number: Int, _ origin: (Int) -> Origin) -> [SymbolUse.Link] {
        var links: [SymbolUse.Link] = []
        var place = number
        while let parent = graph.nodes[place].parent, let symbol = graph.nodes[place].symbol {
            let node = graph.nodes[parent]
            let own = origin(parent)
            links.append(
                SymbolUse.Link(
                    file: node.file, member: node.member, target: own.target, source: own.source, symbol: symbol))
            place = parent
        }
        return links.reversed()
    }
}
