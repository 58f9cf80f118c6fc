// Capabilities in rpm's words: what a package says of each shared library that it has, and what an object needs in the same words
// (rpm's tools/elfdeps.c, rpm 4.18 and 6.1).

/// A shared library, or one version node of it, as rpm writes it: `libfoo.so.1`, `libfoo.so.1()(64bit)`,
/// `libc.so.6(GLIBC_2.38)(64bit)`; and `rtld(GNU_HASH)`, which is written alike.
public struct Capability: Hashable, Sendable, CustomStringConvertible {
    /// DT_SONAME of the library.
    public var soname: String
    /// The version node; nil for the library itself.
    public var node: String?
    /// Carries the marker of 64-bit objects.
    public var is64Bit: Bool

    /// A capability of its parts.
    public init(soname: String, node: String? = nil, is64Bit: Bool) {
        self.soname = soname
        self.node = node
        self.is64Bit = is64Bit
    }

    private static let marker = Array("(64bit)".utf8)

    /// Takes a capability apart; a version behind it (`libfoo.so.1 = 1.2`) means nothing here, as to rpm, which writes none.
    ///
    /// - Returns: nil for what is no word on a shared library: `bash`, `pkgconfig(zlib)`, `/bin/sh`.
    public init?(_ text: String) {
        var rest = Array(text.utf8.prefix { $0 != UInt8(ascii: " ") })[...]
        is64Bit = rest.count > Self.marker.count && rest.suffix(Self.marker.count).elementsEqual(Self.marker)
        if is64Bit { rest.removeLast(Self.marker.count) }
        node = nil
        if rest.last == UInt8(ascii: ")") {
            guard let open = rest.firstIndex(of: UInt8(ascii: "(")) else { return nil }
            let inner = rest[(open + 1)...].dropLast()
            if !inner.isEmpty { node = String(decoding: inner, as: UTF8.self) }
            rest = rest[..<open]
        } else if is64Bit {
            // The marker stands behind parentheses only: libfoo.so.1()(64bit).
            return nil
        }
        soname = String(decoding: rest, as: UTF8.self)
        guard soname == Self.runtimeLinker && node != nil || Self.isLibrary(soname) else { return nil }
    }

    private static let runtimeLinker = "rtld"

    /// `rtld(GNU_HASH)`: a loader that needs no DT_HASH.
    public static let gnuHash = Capability(soname: runtimeLinker, node: "GNU_HASH", is64Bit: false)

    /// Whether rpm has a word for a library of this name; plugins and oddly named libraries it passes over in silence.
    public static func isLibrary(_ soname: String) -> Bool {
        soname.utf8.count > 3 && soname.contains(".so") && prefixes.contains { soname.hasPrefix($0) }
    }

    private static let prefixes = ["lib", "ld-", "ld.", "ld64.", "ld64-"]

    /// As rpm writes it.
    public var description: String {
        if node == nil, !is64Bit { return soname }
        return "\(soname)(\(node ?? ""))\(is64Bit ? "(64bit)" : "")"
    }

    /// The library as such.
    public var library: Capability { Capability(soname: soname, is64Bit: is64Bit) }
}

/// What a machine can run, which capabilities do not say: `(64bit)` means the one 64-bit architecture of the distribution.
public struct PackageArchitecture: Sendable, Equatable {
    /// Names as of ``Machine/name``, for objects with and without the marker.
    let marked: String?
    let unmarked: String?

    /// By the name that rpm or the kernel has for the machine: `x86_64`, `i686`, `aarch64`.
    ///
    /// - Returns: nil for one that is not known; then no object can be put beside capabilities.
    public init?(_ name: String) {
        guard let row = Self.rows.first(where: { $0.names.contains(name) }) else { return nil }
        (marked, unmarked) = (row.marked, row.unmarked)
    }

    /// dnf's base architectures and uname's words for the same.
    private static let rows: [(names: Set<String>, marked: String?, unmarked: String?)] = [
        (["x86_64", "x86_64_v2", "x86_64_v3", "x86_64_v4", "amd64"], "x86_64", "i686"),
        (["i386", "i486", "i586", "i686"], nil, "i686"),
        (["aarch64", "arm64"], "aarch64", "armv7l"),
        (["armhfp", "armv7hl", "armv7l"], nil, "armv7l"),
        (["ppc64le"], "ppc64le", nil),
        (["s390x"], "s390x", "s390"),
        (["riscv64"], "riscv64", nil),
        (["loongarch64"], "loongarch64", nil),
    ]

    /// Whether an object of `machine` is one of those that the capabilities of its class speak of.
    public func runs(_ machine: String, is64Bit: Bool) -> Bool { machine == (is64Bit ? marked : unmarked) }
}

/// One capability that an object needs.
public struct CapabilityNeed: Hashable, Sendable {
    /// What.
    public var capability: Capability
    /// Only weak references use the node: its absence is a warning (glibc 2.30 and later).
    public var isWeak: Bool

    /// A need of `capability`.
    public init(_ capability: Capability, isWeak: Bool = false) {
        self.capability = capability
        self.isWeak = isWeak
    }
}

extension ObjectNeeds {
    /// What the object needs, in rpm's words, in file order; libraries that rpm has no word for are left out.
    public var capabilities: [CapabilityNeed] {
        var needs = needed.filter(Capability.isLibrary).map { CapabilityNeed(Capability(soname: $0, is64Bit: is64Bit)) }
        for library in libraries where Capability.isLibrary(library.name) {
            for node in library.nodes {
                let capability = Capability(soname: library.name, node: node.name, is64Bit: is64Bit)
                needs.append(CapabilityNeed(capability, isWeak: node.isWeak))
            }
        }
        return needs
    }
}
