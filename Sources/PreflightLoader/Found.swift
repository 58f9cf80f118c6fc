// Why a member of a closure is the file that it is.

/// Why a library was taken from where it was.
public enum Found: Sendable, Equatable {
    /// The object that is judged.
    case subject
    /// DT_RPATH of the object with this number, which is the one that needs it or one above it.
    case rpath(of: Int)
    /// LD_LIBRARY_PATH.
    case libraryPath
    /// DT_RUNPATH of the object that needs it.
    case runpath
    /// /etc/ld.so.cache.
    case cache
    /// A directory of /etc/ld.so.conf that the cache does not list yet.
    case configuration
    /// A directory that is compiled into the loader.
    case defaultDirectory
    /// Needed by a path.
    case path
    /// The loader itself, PT_INTERP.
    case interpreter
    /// Every program has it in hand: the C library of a process that opens a plugin.
    case process

    /// The word that reports use.
    public var word: String {
        switch self {
        case .subject: "subject"
        case .rpath: "rpath"
        case .libraryPath: "LD_LIBRARY_PATH"
        case .runpath: "runpath"
        case .cache: "ld.so.cache"
        case .configuration: "ld.so.conf"
        case .defaultDirectory: "default"
        case .path: "path"
        case .interpreter: "interpreter"
        case .process: "process"
        }
    }
}
