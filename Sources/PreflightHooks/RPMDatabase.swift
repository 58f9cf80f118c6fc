// What rpm's database says of the installed packages, by rpm itself: the database has several formats, and rpm may be asked in the middle
// of a transaction of dnf's (it only reads).

internal import PreflightELF
public import PreflightInputs

/// What installed packages provide and own.
public struct RPMDatabase: Sendable {
    /// Provided capabilities that speak of shared libraries, by `name-epoch:version-release.arch`.
    public private(set) var provides: [String: [String]] = [:]
    /// Paths of all files of the packages that were asked for, by the same.
    public private(set) var files: [String: [String]] = [:]

    private static let label = "%{=NAME}-%{=EPOCHNUM}:%{=VERSION}-%{=RELEASE}.%{=ARCH}"

    /// Asks rpm.
    ///
    /// - Parameters:
    ///   - outgoing: names of packages whose files are wanted, too.
    ///   - root: the root whose database is meant.
    /// - Throws: ``InputError`` where rpm does not answer.
    public init(root: String, outgoing: Set<String>, program: String = "/usr/bin/rpm", deadline: Deadline) throws(InputError) {
        let place = root == "/" ? [] : ["--root", root]
        let provides = "[p\\t\(Self.label)\\t%{PROVIDENAME}\\n]"
        var text = try ProgramOutput.of(program, place + ["-qa", "--queryformat", provides], deadline: deadline)
        if !outgoing.isEmpty {
            let files = "[f\\t\(Self.label)\\t%{FILENAMES}\\n]"
            text += try ProgramOutput.of(
                program, place + ["-q", "--queryformat", files, "--"] + outgoing.sorted(), deadline: deadline)
        }
        self.init(text)
    }

    /// Takes what rpm wrote apart: `p` or `f`, a tab, the package, a tab, and what it provides or owns.
    init(_ text: [UInt8]) {
        var label = ""
        var labelBytes: ArraySlice<UInt8> = []
        let tab = UInt8(ascii: "\t")
        for line in text.split(separator: UInt8(ascii: "\n")) {
            guard line.count > 2, line[line.startIndex + 1] == tab, let second = line.dropFirst(2).firstIndex(of: tab) else {
                continue
            }
            let name = line[(line.startIndex + 2)..<second]
            if name != labelBytes {
                labelBytes = name
                label = name.withUnsafeBytes { RawText.string($0) }
                provides[label, default: []] += []
            }
            let rest = line[(second + 1)...]
            if line.first == UInt8(ascii: "p") {
                guard Self.isLibrary(rest) else { continue }
                provides[label, default: []].append(String(decoding: rest, as: UTF8.self))
            } else if line.first == UInt8(ascii: "f") {
                let path = rest.withUnsafeBytes { RawText.string($0) }
                files[label, default: []].append(path)
            }
        }
    }

    /// `.so` is in the names of all libraries, and `rtld(` at the beginning of the loader's own.
    private static func isLibrary(_ text: ArraySlice<UInt8>) -> Bool {
        if text.starts(with: Array("rtld(".utf8)) { return true }
        var previous: (UInt8, UInt8) = (0, 0)
        for byte in text {
            if previous == (UInt8(ascii: "."), UInt8(ascii: "s")), byte == UInt8(ascii: "o") { return true }
            previous = (previous.1, byte)
        }
        return false
    }
}

extension Transaction {
    /// A transaction of dnf5.
    ///
    /// - Parameters:
    ///   - packages: what the plugin said.
    ///   - database: what is installed.
    ///   - file: where the file of an incoming package lies.
    /// - Throws: ``InputError`` where a package that goes is not in the database, or the file of one that comes is not there.
    public init(
        dnf5 packages: [DNF5Protocol.Package], architecture: String, root: String, _ database: RPMDatabase,
        file: (DNF5Protocol.Package) -> String?
    ) throws(InputError) {
        self.init(host: "dnf5", architecture: architecture, root: root)
        var going: Set<String> = []
        for package in packages {
            if package.isIncoming {
                guard let path = file(package) else {
                    throw InputError(
                        path: package.nevra,
                        message: "lies neither at \(package.location) nor below dnf's cachedir; what it provides is not known")
                }
                incoming.append(Package(label: package.nevra, name: package.name, path: path))
            } else {
                guard let provides = database.provides[package.nevra] else {
                    throw InputError(path: package.nevra, message: "goes, but rpm does not know it")
                }
                going.insert(package.nevra)
                outgoing.append(
                    Package(
                        label: package.nevra, name: package.name, provides: provides, files: database.files[package.nevra] ?? []))
            }
        }
        staying = database.provides.filter { !going.contains($0.key) }.flatMap(\.value)
    }
}
