// What a dynamic loader says about itself: the directories that are compiled into it and the release it belongs to. Both are
// the distribution's choice, so they are read from its own file instead of being guessed from its name.

import PreflightELF

/// The dynamic loader of one architecture in one root.
struct LoaderFile {
    /// PT_INTERP of the programs it starts.
    var path: String
    /// glibc or musl with its release.
    var libC: LibC
    /// The directories that are searched last, in order, without a slash at the end.
    var defaultDirectories: [String]
    /// What `$LIB` stands for.
    var lib: String
    /// Looks into glibc-hwcaps subdirectories: from 2.33 on, and where a distribution brought it into an older one.
    var knowsHardware = false

    /// A loader of 2.44 has 260 KB, and a libc.so.6 with its release at the start of its constants 2 MB.
    private static let mostBytes = 8 << 20

    /// Where programs of each architecture look for their loader (sysdeps/**/shlib-versions; musl's configure).
    static let usual: [String: [String]] = [
        "x86_64": ["/lib64/ld-linux-x86-64.so.2"], "x32": ["/libx32/ld-linux-x32.so.2"], "i686": ["/lib/ld-linux.so.2"],
        "aarch64": ["/lib/ld-linux-aarch64.so.1"], "aarch64_be": ["/lib/ld-linux-aarch64_be.so.1"],
        "armv7l": ["/lib/ld-linux-armhf.so.3"], "armv5tel": ["/lib/ld-linux.so.3"], "ppc64le": ["/lib64/ld64.so.2"],
        "ppc64": ["/lib64/ld64.so.1"], "ppc": ["/lib/ld.so.1"], "s390x": ["/lib/ld64.so.1"], "s390": ["/lib/ld.so.1"],
        "riscv64": ["/lib/ld-linux-riscv64-lp64d.so.1"], "loongarch64": ["/lib64/ld-linux-loongarch-lp64d.so.1"],
        "mips64el": ["/lib64/ld.so.1"], "mips64": ["/lib64/ld.so.1"], "mipsel": ["/lib/ld.so.1"], "mips": ["/lib/ld.so.1"],
        "sparc64": ["/lib64/ld-linux.so.2"], "alpha": ["/lib/ld-linux.so.2"], "m68k": ["/lib/ld.so.1"],
        "sh4": ["/lib/ld-linux.so.2"], "parisc": ["/lib/ld.so.1"],
    ]
    static let muslNames: [String: String] = [
        "x86_64": "x86_64", "aarch64": "aarch64", "i686": "i386", "armv7l": "armhf", "armv5tel": "arm", "ppc64le": "powerpc64le",
        "ppc64": "powerpc64", "s390x": "s390x", "riscv64": "riscv64", "loongarch64": "loongarch64", "mips64el": "mips64el",
        "mipsel": "mipsel", "x32": "x32",
    ]

    /// A loader that was recorded.
    init(_ recorded: RecordedLoader) {
        path = recorded.path
        libC = recorded.libC
        defaultDirectories = recorded.defaultDirectories
        lib = recorded.lib
    }

    /// The paths where the loader of `machine` can be, those of musl first or last.
    static func paths(_ machine: String, prefersMusl: Bool) -> [String] {
        let musl = muslNames[machine].map { ["/lib/ld-musl-\($0).so.1"] } ?? []
        let glibc = usual[machine] ?? []
        return prefersMusl ? musl + glibc : glibc + musl
    }

    /// Reads the loader at `path`.
    ///
    /// - Parameters:
    ///   - libCPath: where libc.so.6 is; loaders before glibc 2.33 do not name their release, and it does.
    init?(path: String, in root: some Root, machine: Machine, libCPath: (LoaderFile) -> String?) {
        guard let bytes = root.bytes(of: path, most: Self.mostBytes) else { return nil }
        self.path = path
        if lastComponent(path).hasPrefix("ld-musl-") {
            libC = .musl(Self.muslVersion(bytes) ?? Version(1, 2))
            let name = lastComponent(path).dropFirst("ld-musl-".count).prefix { $0 != "." }
            let configured = root.bytes(of: "/etc/ld-musl-\(name).path", most: 1 << 16).map { text in
                text.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: ":") }
                    .map { word in word.withUnsafeBytes { RawText.string($0) } }
            }
            defaultDirectories = (configured ?? ["/lib", "/usr/local/lib", "/usr/lib"]).map(Self.withoutSlash)
            lib = "lib"
            return
        }
        libC = .glibc(Version(0, 0))
        knowsHardware = bytes.firstRange(of: Array("glibc-hwcaps".utf8)) != nil
        defaultDirectories = Self.directories(in: bytes) ?? Self.fallback(machine)
        lib = defaultDirectories.first.map { String($0.drop { $0 == "/" }) } ?? "lib"
        if lib.hasPrefix("usr/") { lib = String(lib.dropFirst(4)) }
        if let version = Self.release(in: bytes) {
            libC = .glibc(version)
        } else if let libc = libCPath(self), let bytes = root.bytes(of: libc, most: Self.mostBytes),
            let version = Self.release(in: bytes)
        {
            libC = .glibc(version)
        } else {
            return nil
        }
    }

    private static func withoutSlash(_ path: String) -> String {
        path.utf8.count > 1 && path.utf8.last == UInt8(ascii: "/") ? String(path.dropLast()) : path
    }

    private static func fallback(_ machine: Machine) -> [String] {
        machine.is64Bit ? ["/lib64", "/usr/lib64", "/lib", "/usr/lib"] : ["/lib", "/usr/lib"]
    }

    /// "stable release version 2.36." or "development release version 2.43.9000."
    private static func release(in bytes: [UInt8]) -> Version? {
        guard let start = bytes.firstRange(of: Array("release version ".utf8))?.upperBound else { return nil }
        let word = bytes[start...].prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
        let trimmed = word.last == UInt8(ascii: ".") ? word.dropLast() : word
        // 2.43.9000 is on the way to 2.44: what it has is not certain, so it counts as what is certain.
        return Version(bytes: Array(trimmed)).map { Version(UInt32($0.parts[0]), UInt32($0.parts.dropFirst().first ?? 0)) }
    }

    /// musl prints "Version " and its number when it is run as a program.
    private static func muslVersion(_ bytes: [UInt8]) -> Version? {
        guard let place = bytes.firstRange(of: Array("musl libc (".utf8)) else { return nil }
        // The number is a constant of its own, next to the text.
        let near = bytes[max(0, place.lowerBound - 4096)..<min(bytes.count, place.upperBound + 4096)]
        for word in near.split(separator: 0) where word.count >= 5 && word.count <= 12 {
            let head = word.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
            if head.first == UInt8(ascii: "1"), let version = Version(bytes: Array(head)), version.parts.count == 3 {
                return version
            }
        }
        return nil
    }

    /// `system_dirs` of elf/dl-load.c: paths that end in a slash, one behind the other, each with a NUL.
    private static func directories(in bytes: [UInt8]) -> [String]? {
        let slash = UInt8(ascii: "/")
        var index = 0
        while let start = bytes.firstRange(of: [0, slash], from: index).map({ $0.lowerBound + 1 }) {
            var found: [String] = []
            var place = start
            while place < bytes.count, bytes[place] == slash, let end = bytes[place...].prefix(512).firstIndex(of: 0),
                bytes[end - 1] == slash, end - place > 1
            {
                found.append(bytes[place..<end].withUnsafeBytes { withoutSlash(RawText.string($0)) })
                place = end + 1
            }
            if found.contains(where: { $0.contains("/lib") }) { return found }
            // The NUL behind what was looked at may stand in front of the next path.
            index = max(start, place - 1)
        }
        return nil
    }
}
