// The root as it will be when a transaction is done: the files of packages that go are taken out, and those that come lie over the rest.
// Only packages that matter are unpacked; the others are taken to stay as they are.

internal import PreflightELF
internal import PreflightInputs

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// How the packages of one package manager are handled.
public struct PackageFormat {
    /// They are .debs, which dpkg-deb decodes.
    var isDebian = false
    /// Where files that a package puts somewhere really go.
    var moves: (_ package: String) -> [String: String] = { _ in [:] }
    /// Whether the package file may hold objects that need what it does not say.
    var hidesNeeds: (_ path: String, Deadline) throws(InputError) -> Bool = { (_, _) throws(InputError) in false }

    /// Packages as libarchive reads them, which say what they need and lie where they say.
    public static var archives: PackageFormat { PackageFormat() }
}

/// A root as it will be.
final class FutureRoot {
    /// An incoming package that lies unpacked.
    struct Unpacked {
        let tree: UnpackedTree
        let objects: [LocalObject]
    }

    let transaction: Transaction
    private let format: PackageFormat
    private let deadline: Deadline
    /// By number among the incoming; nil for what could not be unpacked.
    private(set) var unpacked: [Int: Unpacked?] = [:]
    /// Why some could not be.
    private(set) var problems: [InputError] = []
    /// Outgoing packages by the names of shared libraries that they have.
    let owners: [String: [Transaction.Package]]
    private let incomingNames: Set<String>

    init(_ transaction: Transaction, _ format: PackageFormat, deadline: Deadline) {
        self.transaction = transaction
        self.format = format
        self.deadline = deadline
        incomingNames = Set(transaction.incoming.map(\.name))
        var owners: [String: [Transaction.Package]] = [:]
        for package in transaction.outgoing {
            for name in Set(package.files.lazy.map(lastPart).filter { $0.contains(".so") }) {
                owners[name, default: []].append(package)
            }
        }
        self.owners = owners
    }

    // MARK: Unpacking

    /// Unpacks the incoming package `number`, once.
    @discardableResult
    func unpack(_ number: Int) -> Unpacked? {
        if let known = unpacked[number] { return known }
        let package = transaction.incoming[number]
        do throws(InputError) {
            guard let path = package.path else {
                throw InputError(path: package.label, message: "has no file that could be read")
            }
            guard !deadline.isOver else {
                throw InputError(path: package.label, message: "was not looked at: the time of \(deadline.words) is up")
            }
            let tree = try PackageObjects.unpack(path, isDebian: format.isDebian, deadline: deadline)
            for (from, to) in format.moves(package.name) { Self.move(from, to, in: tree.directory) }
            let made = Unpacked(tree: tree, objects: try PackageObjects.objects(in: tree, deadline: deadline))
            unpacked[number] = .some(made)
            return made
        } catch {
            problems.append(InputError(path: package.label, message: error.message))
            unpacked[number] = .some(nil)
            return nil
        }
    }

    private static func move(_ from: String, _ to: String, in directory: String) {
        let (old, new) = (directory + normalized(from), directory + normalized(to))
        guard isThere(old) else { return }
        var parent = directory
        for part in normalized(to).split(separator: "/").dropLast() {
            parent += "/" + part
            _ = RawText.withPath(parent) { mkdir($0, 0o700) }
        }
        _ = RawText.withPath(old) { old in RawText.withPath(new) { rename(old, $0) } }
    }

    /// Unpacks the new versions of packages that have one of the libraries `names`, and those of the libraries that these need.
    func unpackSuccessors(of names: some Sequence<String>) {
        var queue = Array(Set(names))
        var seen = Set(queue)
        while let name = queue.popLast() {
            let packages = Set((owners[name] ?? []).map(\.name))
            for (number, package) in transaction.incoming.enumerated() where packages.contains(package.name) { unpack(number) }
            for object in libraries(name) {
                for need in object.needs.needed.map(lastPart) where seen.insert(need).inserted { queue.append(need) }
            }
        }
    }

    /// Unpacks one more package after the other until one has a library of `names`: what is missed may have moved to a package of
    /// another name.
    ///
    /// - Returns: whether one was found.
    func unpackProvider(of names: Set<String>) -> Bool {
        let last = names.flatMap { owners[$0] ?? [] }.map(\.name)
        let order = transaction.incoming.indices.filter { unpacked[$0] == nil }.sorted {
            kinship(transaction.incoming[$0].name, last) > kinship(transaction.incoming[$1].name, last)
        }
        for number in order where !deadline.isOver {
            guard let made = unpack(number) else { continue }
            if made.objects.contains(where: { !names.isDisjoint(with: $0.libraryNames) }) { return true }
        }
        return false
    }

    /// How long a beginning a name shares with one of `others`: libssl3t64 has what libssl3 had.
    private func kinship(_ name: String, _ others: [String]) -> Int {
        others.map { zip(name.utf8, $0.utf8).prefix { $0 == $1 }.count }.max() ?? 0
    }

    private func libraries(_ name: String) -> [LocalObject] {
        unpacked.values.compactMap(\.self).flatMap(\.objects).filter { $0.libraryNames.contains(name) }
    }

    // MARK: Roots

    /// The root as it will be.
    ///
    /// - Throws: ``InputError`` where the root cannot be read.
    func root() throws(InputError) -> DirectoryRoot {
        let came = unpacked.filter { $0.value != nil }.keys.sorted()
        let replaced = Set(came.map { transaction.incoming[$0].name })
        var gone: Set<String> = []
        for package in transaction.outgoing where !incomingNames.contains(package.name) || replaced.contains(package.name) {
            gone.formUnion(package.files.lazy.filter { lastPart($0).contains(".so") })
        }
        let trees = came.compactMap { unpacked[$0]??.tree.directory }
        return try DirectoryRoot(
            trees + [transaction.root], name: "the system", without: gone, buffers: ReadBuffers())
    }

    /// What the transaction does to the library `name`: "libfoo 2.0 comes".
    func cause(_ name: String) -> String? {
        for number in unpacked.keys.sorted() {
            if unpacked[number]??.objects.contains(where: { $0.libraryNames.contains(name) }) == true {
                return "\(transaction.incoming[number].label) comes"
            }
        }
        return owners[name]?.first.map { "\($0.label) goes" }
    }
}

extension LocalObject {
    /// The names that a loader would find it by.
    var libraryNames: Set<String> { [lastPart(path), needs.soname ?? lastPart(path)] }
}
