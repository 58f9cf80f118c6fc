// Marker nodes (`GLIBC_ABI_*`): no symbol has them; a linker or compiler option puts them in.

/// What emits a marker node, and how to do without it.
public enum Markers {
    /// The marker of DT_RELR.
    static let relr = "GLIBC_ABI_DT_RELR"

    /// What a marker means, in words.
    public static let meaning: [String: String] = [
        "GLIBC_ABI_DT_RELR": "relative relocations are packed (DT_RELR)",
        "GLIBC_ABI_GNU2_TLS": "thread-local storage goes through TLS descriptors (gnu2)",
        "GLIBC_ABI_GNU_TLS": "thread-local storage calls ___tls_get_addr",
        "GLIBC_ABI_DT_X86_64_PLT": "the procedure linkage table is marked for rewriting (DT_X86_64_PLT)",
    ]

    /// The flag that avoids it.
    public static let remedy: [String: String] = [
        "GLIBC_ABI_DT_RELR": "link with -Wl,-z,nopack-relative-relocs",
        "GLIBC_ABI_GNU2_TLS": "compile with -mtls-dialect=gnu",
        "GLIBC_ABI_DT_X86_64_PLT": "link with -Wl,-z,nomark-plt",
    ]
}
