// Reads what a root provides: the libraries that its loaders find by themselves.

public import PreflightELF
public import PreflightLoader

/// One library as it was met.
public struct MetLibrary {
    /// The path in the root.
    public var path: String
    /// The names by which the loader finds it.
    public var names: Set<String>
    /// The library with its symbols.
    public var file: Loadable
}

/// The libraries of one root and what loads them.
public struct Inventory {
    /// Machines by name.
    public var machines: [String: Machine] = [:]
    /// Loaders by machine name.
    public var loaders: [String: RecordedLoader] = [:]
    /// Newest kernel that lies in the root, as its directory or image is named.
    public var kernels: [String] = []
    /// PRETTY_NAME of os-release.
    public var name: String?
    /// Files that could not be read, with the reason.
    public var errors: [InputError] = []
    /// Libraries that were met.
    public var count = 0
}

extension DirectoryRoot {
    /// PRETTY_NAME of os-release; nil where there is none.
    public var prettyName: String? {
        guard let bytes = bytes(of: "/etc/os-release", most: 65536) ?? bytes(of: "/usr/lib/os-release", most: 65536) else {
            return nil
        }
        for line in bytes.split(separator: UInt8(ascii: "\n")) where line.starts(with: Array("PRETTY_NAME=".utf8)) {
            let value = line.dropFirst("PRETTY_NAME=".utf8.count).filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
            return value.withUnsafeBytes { RawText.string($0) }
        }
        return nil
    }

    /// Hands every library that a loader of this root finds by itself to `body`, in a stable order.
    ///
    /// A root without a loader (a package that was unpacked alone) is searched where Debian's and Fedora's would look.
    public func inventory(_ body: (MetLibrary) -> Void) -> Inventory {
        var inventory = Inventory()
        inventory.name = prettyName
        inventory.kernels =
            names(in: "/usr/lib/modules") + names(in: "/lib/modules")
            + names(in: "/boot").filter { $0.hasPrefix("vmlinuz-") }.map { String($0.dropFirst("vmlinuz-".count)) }
        let loaders = Loaders(self)
        var directories = usualDirectories + loaders.configuredDirectories()
        var seen: Set<String> = []
        var met: [FileIdentity: (path: String, machine: String, names: Set<String>)] = [:]
        var place = 0
        while place < directories.count {
            let folder = directories[place]
            place += 1
            guard let real = realPath(folder), seen.insert(real).inserted else { continue }
            for name in names(in: folder) where name.contains(".so") {
                let path = (real == "/" ? "" : real) + "/" + name
                switch load(path, wantsSymbols: false) {
                case .missing: continue
                case .refused(let why):
                    // Linker scripts bear such names as well.
                    if !why.hasPrefix("is not an ELF") { inventory.errors.append(InputError(path: path, message: why)) }
                case .object(let file):
                    guard file.object.kind == .shared || file.object.interpreter != nil else { continue }
                    let machine = file.object.machine
                    if inventory.machines[machine.name] == nil {
                        inventory.machines[machine.name] = machine
                        if let loader = loaders.record(for: machine) {
                            inventory.loaders[machine.name] = loader
                            directories +=
                                loader.defaultDirectories + loader.found.values.map(PreflightLoader.directory(of:)).sorted()
                        }
                    }
                    met[file.identity, default: (realPath(path) ?? path, machine.name, [])].names.insert(name)
                }
            }
        }
        // The symbols of one library at a time are enough for memory.
        for (identity, library) in met.sorted(by: { $0.value.path < $1.value.path }) {
            guard case .object(let file) = load(library.path, wantsSymbols: true) else { continue }
            if let damage = file.damage {
                inventory.errors.append(InputError(path: library.path, message: damage.description))
                continue
            }
            let names = library.names.filter { isFound($0, identity, inventory.loaders[library.machine]) }
            body(MetLibrary(path: library.path, names: names, file: file))
            inventory.count += 1
        }
        return inventory
    }

    /// Whether the loader finds just this file by `name`; another of that name may come first.
    private func isFound(_ name: String, _ identity: FileIdentity, _ loader: RecordedLoader?) -> Bool {
        guard let loader else { return true }
        for path in [loader.found[name]].compactMap(\.self) + loader.defaultDirectories.map({ "\($0)/\(name)" }) {
            guard case .object(let file) = load(path, wantsSymbols: false) else { continue }
            if file.identity == identity { return true }
            // A file of another machine is passed over.
            if file.object.machine.name == loader.machine { return false }
        }
        return false
    }

    /// Where loaders look when nothing else is said, of any distribution.
    public var usualDirectories: [String] {
        var found: [String] = []
        for top in ["/lib", "/usr/lib"] {
            for name in names(in: top) where name.contains("-linux-gnu") || name.contains("-linux-musl") {
                found.append("\(top)/\(name)")
            }
        }
        return found + [
            "/lib64", "/usr/lib64", "/lib", "/usr/lib", "/lib32", "/usr/lib32", "/libx32", "/usr/libx32", "/usr/local/lib",
        ]
    }
}
