// The hosts that preflight plugs into, as rows: adding one is a row here, its files under Plugins/, and a function that reads what it
// hands over.

public import PreflightCore
import PreflightLoader

/// Who asks a hook.
public struct HookHost: Sendable {
    /// The name on the command line.
    public let name: String
    /// How to go on in spite of a stop, for the person who was stopped.
    public let escape: String
    /// What a stop means for the system.
    public let consequence: String
    /// How long a run may take unless the command line says otherwise.
    public let milliseconds: Int
    /// What an update does that could not be judged.
    public let onUnknown: OnUnknown
    /// What `hook install` puts where.
    public let files: [File]
    /// What these files may have written by the time they are removed.
    public let traces: [String]

    /// One file of a host.
    public struct File: Sendable {
        /// Its path below Plugins/.
        public let source: String
        /// Where it goes.
        public let place: Place
        /// Its permission bits.
        public let mode: UInt32
    }

    /// Where a file goes.
    public enum Place: Sendable {
        /// To this path.
        case path(String)
        /// To the path `file`, below the first directory matching one of the patterns that has `mark` in it: Python's directories
        /// bear its version. A `*` stands for anything within one name.
        case below(patterns: [String], mark: String, file: String)
    }

    /// The host `name`; nil where there is none.
    public init?(named name: String) {
        guard let host = Self.all.first(where: { $0.name == name }) else { return nil }
        self = host
    }

    private init(
        name: String, escape: String, consequence: String = "Nothing was changed.", milliseconds: Int = 4000,
        onUnknown: OnUnknown = .warn, files: [File], traces: [String] = []
    ) {
        self.name = name
        self.escape = escape
        self.consequence = consequence
        self.milliseconds = milliseconds
        self.onUnknown = onUnknown
        self.files = files
        self.traces = traces
    }

    /// All of them.
    public static let all = [dnf, dnf5, apt, alpm, ostree, greenboot]

    /// dnf 4: a Python plugin.
    public static let dnf = HookHost(
        name: "dnf",
        escape: "dnf --disableplugin=preflight …, or PREFLIGHT_SKIP=1 dnf …",
        files: [
            File(
                source: "dnf/preflight.py",
                place: .below(
                    patterns: [
                        "/usr/lib/python3.*/site-packages", "/usr/lib/python3/dist-packages",
                        "/usr/lib64/python3.*/site-packages",
                    ], mark: "dnf/plugin.py", file: "dnf-plugins/preflight.py"),
                mode: 0o644),
            File(source: "dnf/preflight.conf", place: .path("/etc/dnf/plugins/preflight.conf"), mode: 0o644),
        ]
    )

    /// apt: a snippet of its configuration.
    public static let apt = HookHost(
        name: "apt",
        escape: "PREFLIGHT_SKIP=1 apt … (behind sudo: sudo PREFLIGHT_SKIP=1 apt …)",
        files: [
            // Behind 20listchanges and the like, so that nobody is asked before it is known that nothing will come of it.
            File(source: "apt/80preflight", place: .path("/etc/apt/apt.conf.d/80preflight"), mode: 0o644)
        ]
    )

    /// dnf5: an action of its actions plugin.
    public static let dnf5 = HookHost(
        name: "dnf5",
        escape: "dnf --disable-plugin=actions …, or PREFLIGHT_SKIP=1 dnf …",
        files: [
            File(
                source: "dnf5/preflight.actions", place: .path("/etc/dnf/libdnf5-plugins/actions.d/preflight.actions"),
                mode: 0o644)
        ]
    )

    /// libalpm, which pacman is a front end of: two of its hooks. Their names put them before all others, so that nothing is done yet
    /// when they stop.
    public static let alpm = HookHost(
        name: "alpm",
        escape: "PREFLIGHT_SKIP=1 pacman … (behind sudo: sudo PREFLIGHT_SKIP=1 pacman …)",
        files: ["alpm/00-preflight-1-removed.hook", "alpm/00-preflight-2.hook"].map { below("/usr/share/libalpm/hooks", $0) }
    )

    /// OSTree: units beside its own. Staying on the old root is harmless, so what cannot be judged waits.
    public static let ostree = HookHost(
        name: "ostree",
        escape: "systemctl set-environment PREFLIGHT_SKIP=1, then systemctl start preflight-ostree.service",
        consequence: "The staged deployment is kept and not made the next one.",
        milliseconds: 3000,
        onUnknown: .fail,
        files: [
            "ostree/preflight-ostree.path", "ostree/preflight-ostree.service", "ostree/preflight-ostree-lock.service",
            "ostree/preflight-ostree-gate.service",
        ]
        .map { below("/etc/systemd/system", $0) },
        // The gate's word to who logs in.
        traces: ["/etc/motd.d/preflight"]
    )

    /// greenboot: a check that is wanted; whoever wants it to be required moves it.
    public static let greenboot = HookHost(
        name: "greenboot",
        escape: "take 50_preflight.sh out of required.d, or systemctl set-environment PREFLIGHT_SKIP=1",
        consequence: "Where the check is required, this boot counts as failed.",
        milliseconds: 3000,
        files: [
            File(
                source: "greenboot/50_preflight.sh", place: .path("/etc/greenboot/check/wanted.d/50_preflight.sh"), mode: 0o755)
        ]
    )

    /// A file that keeps its name, in a directory of others like it.
    private static func below(_ directory: String, _ source: String) -> File {
        File(source: source, place: .path(directory + "/" + lastComponent(source)), mode: 0o644)
    }
}
