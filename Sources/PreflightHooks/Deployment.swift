// OSTree's deployments: their names, and which one waits for the next shutdown (libostree's /run/ostree/staged-deployment).

internal import PreflightELF

/// The name of a deployment.
public struct Deployment: Sendable, Equatable {
    /// The stateroot, also called osname.
    public var stateroot: String
    /// The commit and the serial number: 64 hexadecimal digits, a dot, a number.
    public var name: String

    /// A name of its parts; nil where they are not what libostree writes, which could lead out of the sysroot.
    public init?(stateroot: String, name: String) {
        let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 64, parts[0].allSatisfy(Self.isHexadecimal),
            (1...9).contains(parts[1].count), parts[1].allSatisfy({ (0x30...0x39).contains($0) }),
            !stateroot.isEmpty, stateroot != ".", stateroot != "..", stateroot.utf8.count <= 255,
            !stateroot.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == 0 })
        else { return nil }
        self.stateroot = stateroot
        self.name = name
    }

    /// The deployment in the directory `path`: `…/ostree/deploy/STATEROOT/deploy/NAME`; nil for any other.
    public init?(path: String) {
        let parts = path.split(separator: "/").filter { $0 != "." }.suffix(5).map(String.init)
        guard parts.count == 5, parts[0] == "ostree", parts[1] == "deploy", parts[3] == "deploy" else { return nil }
        self.init(stateroot: parts[2], name: parts[4])
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) }

    /// Where its stateroot lies in `sysroot`.
    public func stateDirectory(in sysroot: String) -> String { "\(sysroot == "/" ? "" : sysroot)/ostree/deploy/\(stateroot)" }
    /// Its root in `sysroot`.
    public func directory(in sysroot: String) -> String { "\(stateDirectory(in: sysroot))/deploy/\(name)" }
}

/// What libostree says about the deployment that the shutdown will make the next one.
public struct StagedDeployment: Sendable, Equatable {
    /// The deployment.
    public var target: Deployment
    /// The one whose /etc is merged into it: that of the running system; nil where it says none.
    public var merge: Deployment?
    /// The deployment is locked: it is not made the next one until somebody unlocks it.
    public var isLocked: Bool

    /// Where it is said.
    public static let path = "/run/ostree/staged-deployment"
    /// In bytes; with all kernel arguments and initrds it is a few thousand.
    public static let mostBytes = 1 << 20

    /// Reads the content of the file; nil where it says nothing that can be believed.
    public init?(_ bytes: [UInt8]) {
        guard let document = GVariant(dictionary: bytes), let target = document["target"].flatMap(Self.deployment) else {
            return nil
        }
        self.target = target
        merge = document["merge-deployment"].flatMap(Self.deployment)
        isLocked = document["locked"]?.truth ?? false
    }

    private static func deployment(_ value: GVariant) -> Deployment? {
        guard let stateroot = value["osname"]?.text, let name = value["name"]?.text else { return nil }
        return Deployment(stateroot: stateroot, name: name)
    }
}
