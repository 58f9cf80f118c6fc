// The directories that SwiftPM leaves: which list of objects belongs to a product, how the link was driven, and which target and
// source an object came from.
//
// SwiftPM's own build system writes `<product>.product/Objects.LinkFileList` beside the product, `<target>.build/…` with
// `sources` beside that, and `.build/<configuration>.yaml` with all commands. Swift Build (`--build-system swiftbuild`)
// writes `out/Products/<configuration>/<product>` and
// `out/Intermediates.noindex/<package>.build/<configuration>/<target>.build/Objects-normal/<architecture>/<target>.LinkFileList`;
// its commands are in a database that is not read, so the options of the link are guessed there.

import PreflightELF
import PreflightLoader
import PreflightInputs

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What could not be found, in a sentence with the next step.
public struct BlameError: Error, Equatable, CustomStringConvertible, Sendable {
    /// The sentence.
    public var description: String
}

/// Where an object of the build came from.
struct Origin: Hashable {
    var package: String?
    var target: String?
    /// The source file; absolute where the build says so.
    var source: String?
}

/// The part of a build directory that made one product.
struct BuildTree {
    /// The objects and archives that the product was linked from, in order.
    let inputs: [String]
    /// The words of the command that linked it, without the program; nil where it is not known.
    let command: [String]?
    /// The program that linked it: swiftc.
    let linker: String?

    /// No list of a link is longer than this.
    private static let largestManifest = 512 << 20

    /// Finds what made `product`.
    ///
    /// - Parameter buildDirectory: `.build`, `.build/debug`, `.build/<triple>/<configuration>`; nil for where the product lies.
    /// - Throws: ``BlameError``.
    init(product: String, buildDirectory: String?) throws(BlameError) {
        let names = Self.productNames(lastComponent(product))
        let places = Self.places(buildDirectory ?? directory(of: realPath(product)), like: product)
        for place in places {
            for name in names {
                let list = "\(place)/\(name).product/Objects.LinkFileList"
                if isReadableFile(list) {
                    self = try Self(native: list, name: name, in: realPath(place))
                    return
                }
                if let list = Self.swiftBuildList(of: name, in: place) {
                    inputs = Self.expanded(try Self.paths(in: list), list)
                    command = nil
                    linker = nil
                    return
                }
            }
        }
        let looked = buildDirectory.map { "in \(RawText.visible($0))" } ?? "beside it"
        throw BlameError(
            description:
                "\(RawText.visible(product)): there is no \(RawText.visible(names[0])).product/Objects.LinkFileList \(looked), so the inputs of its link are not known; name the build directory that made it (.build/release)"
        )
    }

    private init(native list: String, name: String, in place: String) throws(BlameError) {
        let found = Self.manifestCommand(name, in: place)
        // A build directory that was moved or mounted elsewhere still names its old place.
        let listed = try Self.paths(in: list)
        let old =
            found.flatMap { command in
                command.lazy.compactMap { without("/\(name).product/Objects.LinkFileList", $0) }.first { $0.hasPrefix("@") }
            }.map { String($0.dropFirst()) }
        func moved(_ path: String) -> String {
            guard let old, old != place, path.hasPrefix(old + "/") else { return path }
            return place + path.dropFirst(old.count)
        }
        inputs = listed.map(moved)
        linker = found?.first
        command = found.map { words in words.dropFirst().filter { !$0.hasSuffix("Objects.LinkFileList") }.map(moved) }
    }

    /// What the product directory may be called: `libX.so` is product X, `XPackageTests.xctest` is XPackageTests.
    private static func productNames(_ file: String) -> [String] {
        var names = [file]
        if let bare = without(".xctest", file) { names.append(bare) }
        if file.hasPrefix("lib"), let bare = without(".so", file) { names.append(String(bare.dropFirst(3))) }
        return names
    }

    /// The directories below `root` that may hold the product, those that do hold this very file first.
    private static func places(_ root: String, like product: String) -> [String] {
        var places = [root]
        for inner in ["release", "debug", "out/Products"] { places.append("\(root)/\(inner)") }
        for entry in entries(of: root) {
            for inner in ["release", "debug"] { places.append("\(root)/\(entry)/\(inner)") }
        }
        for products in ["\(root)/out/Products", root] {
            for entry in entries(of: products) where entry.hasPrefix("Debug") || entry.hasPrefix("Release") {
                places.append("\(products)/\(entry)")
            }
        }
        let status = fileStatus(product)
        let name = lastComponent(product)
        return places.enumerated().map { (offset, place) in
            let other = fileStatus("\(place)/\(name)")
            let isSame = other != nil && other?.st_ino == status?.st_ino && other?.st_dev == status?.st_dev
            let isAlike = other != nil && other?.st_size == status?.st_size
            return (rank: isSame ? 0 : isAlike ? 1 : 2, offset: offset, place: place)
        }
        .sorted { ($0.rank, $0.offset) < ($1.rank, $1.offset) }.map(\.place)
    }

    /// A list of files, one a line, in quotes where a name needs them.
    private static func paths(in list: String) throws(BlameError) -> [String] {
        guard let lines = lines(of: list) else {
            throw BlameError(description: "\(RawText.visible(list)): cannot be read, or is larger than 16 MiB; build again")
        }
        var paths: [String] = []
        while let line = lines.next() { paths += words(in: line) }
        return paths
    }

    /// The command that links the product, from the manifest of the configuration that `place` is of.
    private static func manifestCommand(_ name: String, in place: String) -> [String]? {
        // .build/<triple>/<configuration>; tools of plugins and plugins themselves have a manifest of their own.
        let scratch = directory(of: directory(of: place))
        let end = "/\(name).product/Objects.LinkFileList\""
        var candidates = ["\(scratch)/\(lastComponent(place)).yaml", "\(scratch)/plugin-tools.yaml"]
        // The one that was written last has what was linked last.
        candidates.sort { (fileStatus($0)?.st_mtim.tv_sec ?? 0) > (fileStatus($1)?.st_mtim.tv_sec ?? 0) }
        for manifest in candidates {
            guard let lines = lines(of: manifest, most: largestManifest) else { continue }
            while let line = lines.next() {
                guard line.hasPrefix("    args: ["), line.contains(end), line.contains("\"@") else { continue }
                guard case .array(let words)? = try? JSONValue.parse(Array(line.utf8.dropFirst(10))) else { continue }
                return words.compactMap { word in
                    guard case .string(let text) = word else { return nil }
                    return text
                }
            }
        }
        return nil
    }
}

extension BuildTree {
    /// The list of objects that Swift Build linked the product `name` in `place` from.
    private static func swiftBuildList(of name: String, in place: String) -> String? {
        let products = directory(of: place)
        guard lastComponent(products) == "Products" else { return nil }
        let intermediates = "\(directory(of: products))/Intermediates.noindex"
        for package in entries(of: intermediates) where package.hasSuffix(".build") {
            // An executable's target and its product may have one name, and the product's then has a suffix.
            for target in ["\(name)-product", name] {
                let normal = "\(intermediates)/\(package)/\(lastComponent(place))/\(target).build/Objects-normal"
                for architecture in entries(of: normal) {
                    let list = "\(normal)/\(architecture)/\(target).LinkFileList"
                    if isReadableFile(list) { return list }
                }
            }
        }
        return nil
    }

    /// Swift Build links the objects of a target into one first; its own list names them.
    private static func expanded(_ inputs: [String], _ list: String) -> [String] {
        let architecture = lastComponent(directory(of: list))
        let configuration = directory(of: directory(of: directory(of: directory(of: list))))
        let intermediates = directory(of: directory(of: configuration))
        return inputs.flatMap { input -> [String] in
            guard let target = without(".o", lastComponent(input)),
                lastComponent(directory(of: directory(of: input))) == "Products"
            else {
                return [input]
            }
            for package in entries(of: intermediates) where package.hasSuffix(".build") {
                let inner =
                    "\(intermediates)/\(package)/\(lastComponent(configuration))/\(target).build/Objects-normal/\(architecture)/\(target).LinkFileList"
                if isReadableFile(inner), let paths = try? paths(in: inner) { return paths }
            }
            return [input]
        }
    }

    /// The target and source of an object of the build, by its path: `<target>.build/…/File.swift.o`.
    static func origin(of object: String) -> Origin {
        let parts = object.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let place = parts.lastIndex(where: { $0.hasSuffix(".build") && $0 != ".build" }), place < parts.count - 1,
            let target = without(".build", parts[place])
        else { return Origin() }
        let folder = parts[...place].joined(separator: "/")
        let inner = parts[(place + 1)...].joined(separator: "/")
        var origin = Origin(target: target)
        guard let file = without(".o", lastComponent(inner)), !file.hasSuffix(".swiftmodule") else {
            origin.package = nil
            return origin
        }
        let isSwiftBuild = parts.contains("Intermediates.noindex")
        let sources = isSwiftBuild ? "\(directory(of: object))/\(target).SwiftFileList" : "\(folder)/sources"
        origin.source = source(called: isSwiftBuild ? "\(file).swift" : file, in: sources)
        if origin.source == nil, let known = dependency("\(without(".o", object) ?? object).d") { origin.source = known }
        // One object for a whole module is named after the module, not after a file.
        if origin.source == nil, !isSwiftBuild, file.utf8.contains(UInt8(ascii: ".")), !file.hasSuffix(".swift") {
            origin.source = without(".o", inner)
        }
        origin.package = origin.source.flatMap(package)
        return origin
    }

    /// The path in the list `sources` whose last part is `name`.
    private static func source(called name: String, in sources: String) -> String? {
        guard let lines = lines(of: sources) else { return nil }
        while let line = lines.next() {
            for path in line.hasPrefix("/") && !line.utf8.contains(UInt8(ascii: "\\")) ? [line] : words(in: line)
            where lastComponent(path) == name { return path }
        }
        return nil
    }

    /// The first file that a compiler says an object depends on (`x.o: x.c x.h`), which is its source.
    private static func dependency(_ path: String) -> String? {
        guard let lines = lines(of: path), var line = lines.next(), let colon = line.firstIndex(of: ":") else { return nil }
        line = String(line[line.index(after: colon)...])
        if line.hasSuffix("\\") { line.removeLast() }
        if let word = words(in: line).first { return word }
        guard var next = lines.next() else { return nil }
        if next.hasSuffix("\\") { next.removeLast() }
        return words(in: next).first
    }

    /// The name of the package that a source lies in: the nearest directory above with a manifest.
    private static func package(of source: String) -> String? {
        var place = directory(of: source)
        while place.utf8.count > 1, place.hasPrefix("/") {
            if isReadableFile("\(place)/Package.swift") { return lastComponent(place) }
            place = directory(of: place)
        }
        return nil
    }
}
