// systemd itself, asked what it makes of a tree: `systemd --test` loads units without starting them and shows what it holds.

import PreflightTestSupport
import Testing

enum SystemdTruth {
    private static let program = ["/usr/lib/systemd/systemd", "/lib/systemd/systemd"].first {
        (try? run("/usr/bin/test", ["-x", $0]))?.status == 0
    }

    /// Whether systemd can be asked: it must be installed, and only root can give it another /etc.
    static let isHere: Bool = {
        guard let unshare = find("unshare"), find("setpriv") != nil, program != nil else { return false }
        return (try? run(unshare, ["--mount", "mount", "--bind", "/etc", "/etc"]))?.status == 0
    }()

    static let reason: Comment =
        "systemd, unshare or setpriv is missing, or this is not root: systemd cannot be asked about a tree"

    /// What systemd holds of each unit it loaded: its properties, and the paths of its drop-ins in their order.
    struct Unit {
        var properties: [String: String] = [:]
        var dropIns: [String] = []
    }

    /// Loads `unit` of the tree in `directory` (which has etc/systemd, run/systemd and usr/local/lib/systemd) and all it wants.
    static func units(_ directory: TemporaryDirectory, starting unit: String) throws -> (units: [String: Unit], output: String) {
        let script = """
            set -e
            for place in etc/systemd run/systemd usr/local/lib; do mount --bind "$1/$place" "/$place"; done
            exec setpriv --reuid 65534 --regid 65534 --clear-groups env -i "$3" --test --system --unit="$2"
            """
        let outcome = try run(
            #require(find("unshare")), ["--mount", "sh", "-c", script, "sh", directory.path, unit, #require(program)])
        try #require(outcome.status == 0, "\(outcome)")
        var units: [String: Unit] = [:]
        var name: String?
        for line in outcome.outputText.split(separator: "\n") {
            let text = line.drop { $0 == "\t" || $0 == " " }
            if text.hasPrefix("-> Unit ") {
                name = String(text.dropFirst(8).dropLast())
                units[name ?? ""] = Unit()
            } else if text.hasPrefix("-> By jobs") {
                name = nil
            } else if let name, let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix(": ") {
                let (key, value) = (String(text[..<colon]), String(text[colon...].dropFirst(2)))
                if key == "DropIn Path" { units[name]?.dropIns.append(value) } else { units[name]?.properties[key] = value }
            }
        }
        return (units, outcome.outputText + outcome.errorText)
    }
}
