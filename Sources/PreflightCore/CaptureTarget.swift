// From what a root has to the record of it, and from a file to the record in it.

import PreflightELF
public import PreflightInputs
import PreflightLoader
public import PreflightTargets

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

extension CapturedTarget {
    /// Records what `root` provides.
    ///
    /// - Parameter name: what reports call it; PRETTY_NAME of os-release, or the root's path, where it is nil.
    /// - Returns: the record, with the files that could not be read.
    public static func capture(_ root: DirectoryRoot, name: String?) -> (target: CapturedTarget, errors: [InputError]) {
        var target = CapturedTarget()
        let inventory = root.inventory { met in
            let object = met.file.object
            var library = CapturedLibrary(architecture: object.machine.name, path: met.path)
            library.names = met.names.sorted()
            library.soname = object.soname
            library.needed = object.needed
            library.nodes = object.definitions.filter { !$0.isBase }.map { ($0.index & 0x7FFF, $0.name) }
            if let tag = object.notes.abiTag, tag.system == 0 { library.kernel = tag.kernel }
            library.isaLevel = object.notes.isaLevel
            if let symbols = met.file.symbols { library.symbols = SymbolHashes.pack(symbols) }
            target.libraries.append(library)
        }
        target.name = name ?? inventory.name ?? root.name
        target.machines = inventory.machines
        target.loaders = inventory.loaders
        target.kernel = inventory.kernels.compactMap { text in
            Version(text.prefix { ("0"..."9").contains($0) || $0 == "." }.split(separator: ".").prefix(3).joined(separator: "."))
        }.max()
        return (target, inventory.errors)
    }

    /// A record is a few hundred kilobytes.
    private static let mostBytes = 64 << 20

    /// The record in the file `path`; nil where that is no regular file.
    ///
    /// - Throws: `InputError` for a file that cannot be read or is no record.
    public static func read(_ path: String) throws(InputError) -> CapturedTarget? {
        var status = stat()
        guard RawText.withPath(path, { stat($0, &status) }) != 0 || status.st_mode & S_IFMT == S_IFREG else { return nil }
        let bytes = try wholeFile(path, most: mostBytes, what: "no captured target is")
        do throws(ParseError) {
            return try CapturedTarget(bytes: bytes)
        } catch {
            throw InputError(path: path, message: error.description)
        }
    }
}
