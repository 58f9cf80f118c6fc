// What a linker was given: the build's own objects, the start-up objects of system and Swift runtime, and the archives that its
// options lead to, in the order in which it looks into them.

import PreflightELF
import PreflightLoader
import PreflightInputs

/// The inputs of one link. Shared libraries are left out: what they define is not in the product.
struct LinkInputs {
    /// The objects of the build.
    private(set) var objects: [String] = []
    /// The start-up objects that compiler and system add.
    private(set) var startObjects: [String] = []
    /// Archives in order.
    private(set) var archives: [String] = []

    /// lld links, which has rules of its own for archives.
    let isLLD: Bool

    private let root: String
    private let product: Object
    private let swiftDirectory: String?
    private var directories: [String] = []
    private var seen: Set<String> = []
    private var libraries: Set<String> = []

    /// Works out what was linked into `product`.
    ///
    /// - Parameter autolink: tells what an object, or the members of an archive, ask the linker for.
    init(_ tree: BuildTree, product: Object, autolink: (String) -> [String]) {
        let options = LinkOptions(tree.command ?? [])
        self.product = product
        root = options.root
        isLLD = options.linker.hasPrefix("lld")
        // The product tells better than any option whether its runtime is inside.
        let isDynamic = product.needed.contains { $0.hasPrefix("libswiftCore.so") }
        let toolchain = Self.toolchain(tree.linker)
        let resources =
            options.resources ?? toolchain.map { "\($0)/\(isDynamic ? "swift" : "swift_static")" }
        swiftDirectory = resources.map { "\($0)/linux" }
        let system = Self.systemDirectories(root, product.machine)
        directories = (swiftDirectory.map { [$0] } ?? []) + options.directories + system

        var asked: [String] = []
        for input in tree.inputs + options.files { add(file: input) }
        for input in objects + archives { asked += autolink(input) }
        asked += options.libraries
        // swiftc links its runtime into what holds Swift; a program of C alone has none.
        if let swiftDirectory, asked.contains("-lswiftCore") {
            let isStatic = product.kind == .static || product.kind == .staticPIE
            let list = isDynamic ? nil : isStatic ? "static-executable-args.lnk" : "static-stdlib-args.lnk"
            if let list, let lines = lines(of: "\(swiftDirectory)/\(list)") {
                while let line = lines.next() { asked += words(in: line) }
            }
            add(start: "\(swiftDirectory)/\(product.machine.name)/swiftrt.o")
        }
        // What the compiler driver adds behind everything.
        asked += ["-lstdc++", "-lm", "-lgcc", "-lgcc_eh", "-lc"]
        for word in asked where word.hasPrefix("-l") { add(library: String(word.dropFirst(2))) }
        for names in Self.startNames(product) {
            if let path = system.lazy.map({ "\($0)/\(names)" }).first(where: isReadableFile) { add(start: path) }
        }
    }

    private mutating func add(file path: String) {
        guard seen.insert(path).inserted else { return }
        if path.hasSuffix(".a") { archives.append(path) } else if path.hasSuffix(".o") { objects.append(path) }
    }

    private mutating func add(start path: String) {
        if isReadableFile(path), seen.insert(path).inserted { startObjects.append(path) }
    }

    /// Looks `-l` up as the linker does: in each directory the shared library before the archive.
    private mutating func add(library name: String) {
        guard libraries.insert(name).inserted else { return }
        let isStatic = product.kind == .static || product.kind == .staticPIE
        let files =
            name.hasPrefix(":") ? [String(name.dropFirst())] : (isStatic ? [] : ["lib\(name).so"]) + ["lib\(name).a"]
        for directory in directories {
            for file in files {
                let path = "\(directory)/\(file)"
                guard isReadableFile(path) else { continue }
                if let members = Self.script(path) {
                    for member in members where member.hasSuffix(".a") { add(file: root + member) }
                } else if file.hasSuffix(".a") {
                    add(file: path)
                }
                return
            }
        }
    }

    /// The absolute paths in a linker script such as Debian's libc.so; nil for what is none.
    private static func script(_ path: String) -> [String]? {
        guard let lines = lines(of: path, most: 65536), let first = lines.next(),
            first.hasPrefix("/*") || first.hasPrefix("GROUP")
                || first.hasPrefix("INPUT") || first.hasPrefix("OUTPUT_FORMAT")
        else { return nil }
        var text = first
        while let line = lines.next() { text += " " + line }
        return text.split { " ()\t,".contains($0) }.map(String.init).filter { $0.hasPrefix("/") && !$0.hasPrefix("/*") }
    }

    /// `usr/lib` of the toolchain: the linker's, or that of the swiftc in PATH.
    private static func toolchain(_ linker: String?) -> String? {
        let candidates = [linker].compactMap(\.self) + environment("PATH").split(separator: ":").map { "\($0)/swiftc" }
        for path in candidates where isReadableFile(path) {
            let library = "\(directory(of: directory(of: realPath(path))))/lib"
            if isDirectory("\(library)/swift") || isDirectory("\(library)/swift_static") { return library }
        }
        return nil
    }

    /// Debian's name for directories of a machine where it differs from `<uname -m>-linux-gnu`.
    private static let multiarch = [
        "armv7l": "arm-linux-gnueabihf", "armv5tel": "arm-linux-gnueabi", "i686": "i386-linux-gnu",
        "ppc64le": "powerpc64le-linux-gnu", "x32": "x86_64-linux-gnux32", "mips64el": "mips64el-linux-gnuabi64",
    ]

    private static func systemDirectories(_ root: String, _ machine: Machine) -> [String] {
        let triple = multiarch[machine.name] ?? "\(machine.name)-linux-gnu"
        // gcc's own directory, newest first, by any vendor's triple.
        let compilers = "\(root)/usr/lib/gcc"
        let start = triple.prefix { $0 != "-" }
        let own = entries(of: compilers).filter { $0.hasPrefix(start + "-") }.flatMap { vendor in
            entries(of: "\(compilers)/\(vendor)").sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }.map {
                "\(compilers)/\(vendor)/\($0)"
            }
        }
        return own + ["lib/\(triple)", "usr/lib/\(triple)", "lib64", "usr/lib64", "lib", "usr/lib"].map { "\(root)/\($0)" }
    }

    /// The objects that start a program or library, as gcc and clang name them.
    private static func startNames(_ product: Object) -> [String] {
        switch product.kind {
        case .shared: ["crti.o", "crtbeginS.o", "crtendS.o", "crtn.o"]
        case .executable where product.header.type == 3: ["Scrt1.o", "crti.o", "crtbeginS.o", "crtendS.o", "crtn.o"]
        case .staticPIE: ["rcrt1.o", "crti.o", "crtbeginS.o", "crtendS.o", "crtn.o"]
        case .static: ["crt1.o", "crti.o", "crtbeginT.o", "crtend.o", "crtn.o"]
        default: ["crt1.o", "crti.o", "crtbegin.o", "crtend.o", "crtn.o"]
        }
    }
}

/// The options of a link that say where its inputs are.
private struct LinkOptions {
    var directories: [String] = []
    var libraries: [String] = []
    /// Objects and archives that are named outright.
    var files: [String] = []
    /// `-resource-dir`.
    var resources: String?
    /// `-use-ld`.
    var linker = ""
    /// The system root without the slash at its end; empty for the machine itself.
    var root = ""

    /// Options whose value is the next word.
    private static let valued: Set = [
        "-o", "-target", "-module-name", "-sdk", "-sysroot", "--sysroot", "-resource-dir", "-L", "-F", "-I", "-tools-directory",
        "-module-cache-path", "-Xcc", "-Xfrontend", "-framework",
    ]
    private static let passed: Set = ["-Xlinker", "-Xclang-linker"]

    init(_ words: [String]) {
        var rest = words[...]
        while let word = rest.popFirst() {
            if Self.passed.contains(word) {
                // Of what goes on to the linker, values of its own options look like nothing below.
                if let inner = rest.popFirst() { take(inner) }
            } else if Self.valued.contains(word) {
                guard let value = rest.popFirst() else { return }
                switch word {
                case "-L": directories.append(value)
                case "-resource-dir": resources = value
                case "-sdk", "-sysroot", "--sysroot": root = value == "/" ? "" : without("/", value) ?? value
                default: break
                }
            } else {
                take(word)
            }
        }
    }

    private mutating func take(_ word: String) {
        if word.hasPrefix("-L") {
            directories.append(String(word.dropFirst(2)))
        } else if word.hasPrefix("-l") {
            libraries.append(word)
        } else if !word.hasPrefix("-"), word.hasSuffix(".o") || word.hasSuffix(".a") {
            files.append(word)
        } else {
            for option in ["-use-ld=", "-fuse-ld="] where word.hasPrefix(option) {
                linker = String(word.dropFirst(option.utf8.count))
            }
        }
    }
}
