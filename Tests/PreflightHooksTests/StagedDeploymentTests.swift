// The file in which libostree says what is staged: a real one, and what no libostree writes.

import PreflightHooks
import PreflightTestSupport
import Testing

/// Writes GVariants as the specification says, so that the reader is not its own witness.
private enum Writer {
    static func offset(_ value: Int, in size: Int) -> [UInt8] {
        let width = size <= 0xFF ? 1 : size <= 0xFFFF ? 2 : 4
        let bytes = (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
        #if _endian(big)
            return bytes.reversed()
        #else
            return bytes
        #endif
    }

    /// A container whose parts end at `ends`: the offsets themselves count towards its size.
    static func framed(_ body: [UInt8], _ ends: [Int]) -> [UInt8] {
        for width in [1, 2, 4] {
            let size = body.count + ends.count * width
            let table = ends.flatMap { offset($0, in: size) }
            if table.count == ends.count * width { return body + table }
        }
        return []
    }

    static func padded(_ bytes: [UInt8]) -> [UInt8] { bytes + [UInt8](repeating: 0, count: (8 - bytes.count % 8) % 8) }
    static func text(_ text: String) -> [UInt8] { Array(text.utf8) + [0] + [0] + Array("s".utf8) }
    static func truth(_ truth: Bool) -> [UInt8] { [truth ? 1 : 0, 0] + Array("b".utf8) }
    static func nested(_ members: [(String, [UInt8])]) -> [UInt8] { dictionary(members) + [0] + Array("a{sv}".utf8) }

    static func dictionary(_ members: [(String, [UInt8])]) -> [UInt8] {
        var body: [UInt8] = []
        var ends: [Int] = []
        for (key, value) in members {
            let name = Array(key.utf8) + [0]
            body = padded(body) + framed(padded(name) + value, [name.count])
            ends.append(body.count)
        }
        return framed(body, ends)
    }

    static func deployment(_ stateroot: String, _ name: String) -> [UInt8] {
        nested([("name", text(name)), ("osname", text(stateroot)), ("bootcsum", text(String(repeating: "c", count: 64)))])
    }
}

private let commit = String(repeating: "0123456789abcdef", count: 4)

/// Stateroots and names that libostree does not write; C stands for a commit.
private let foreignNames: [[String]] = [
    ["..", "C.0"], [".", "C.0"], ["", "C.0"], ["a/b", "C.0"], ["pf", "../C.0"], ["pf", "C"], ["pf", "C.x"], ["pf", "C."],
    ["pf", "C.0.0"], ["pf", "cC.0"], ["pf", "C/.0"], ["pf", "C.1234567890"], ["pf", "../../../.0"],
]

/// What libostree 2022.7 wrote in ci/hooks/ostree, in hexadecimal.
private let recordedState: [UInt8] = {
    let text = """
        74617267657400006e616d650000000065303032333038396338653434633135653765633363306337383934346235376435366366643666\
        3238306338346232646632656263666562613938333065342e300000730500006f736e616d6500007066000073070000626f6f746373756d\
        0000000000000000346664303332373463353434396262613735336334396437393763616261306530383261643766613465663863646265\
        37653833653931323733393362316233000073094e5eb400617b73767d0700006d657267652d6465706c6f796d656e740000000000000000\
        6e616d6500000000306638343830316166326161323838633731333966633861656339373238663566363937616638653138346138646333\
        636439666534306262386637626231352e300000730500006f736e616d6500007066000073070000626f6f746373756d0000000000000000\
        3466643033323734633534343962626137353363343964373937636162613065303832616437666134656638636462653765383365393132\
        3733393362316233000073094e5eb400617b73767d11c6009e01\

        """.utf8.map { $0 }
    return stride(from: 0, to: text.count - 1, by: 2).compactMap {
        UInt8(String(decoding: text[$0..<$0 + 2], as: UTF8.self), radix: 16)
    }
}()

@Suite struct StagedDeploymentTests {
    /// What libostree 2022.7 wrote, byte for byte.
    @Test func readsWhatLibostreeWrote() throws {
        let staged = try #require(StagedDeployment(recordedState))
        #expect(staged.target.stateroot == "pf")
        #expect(staged.target.name.hasSuffix(".0"))
        #expect(staged.merge?.stateroot == "pf")
        #expect(staged.merge != staged.target)
        #expect(!staged.isLocked)
    }

    @Test(arguments: [0, 300, 70_000]) func readsAllWidthsOfOffsets(padding: Int) throws {
        let bytes = Writer.dictionary([
            ("kargs", Writer.text(String(repeating: "k", count: padding))),
            ("target", Writer.deployment("fedora-coreos", commit + ".12")), ("locked", Writer.truth(true)),
            ("merge-deployment", Writer.deployment("fedora-coreos", commit + ".11")),
        ])
        let staged = try #require(StagedDeployment(bytes))
        #expect(staged.target == Deployment(stateroot: "fedora-coreos", name: commit + ".12"))
        #expect(staged.merge == Deployment(stateroot: "fedora-coreos", name: commit + ".11"))
        #expect(staged.isLocked)
        #expect(staged.target.directory(in: "/sysroot") == "/sysroot/ostree/deploy/fedora-coreos/deploy/\(commit).12")
    }

    @Test func aMissingTargetIsNoStagedDeployment() {
        #expect(StagedDeployment([]) == nil)
        #expect(StagedDeployment(Writer.dictionary([("locked", Writer.truth(false))])) == nil)
        #expect(StagedDeployment(Writer.dictionary([("target", Writer.text("pf"))])) == nil)
    }

    @Test(arguments: foreignNames) func namesThatCouldLeadElsewhereAreNone(row: [String]) {
        let (stateroot, name) = (row[0], row[1].split(separator: "C", omittingEmptySubsequences: false).joined(separator: commit))
        #expect(Deployment(stateroot: stateroot, name: name) == nil)
        #expect(StagedDeployment(Writer.dictionary([("target", Writer.deployment(stateroot, name))])) == nil)
    }

    @Test func pathsOfDeploymentsAreTold() {
        #expect(
            Deployment(path: "/sysroot/ostree/deploy/pf/deploy/\(commit).0") == Deployment(stateroot: "pf", name: commit + ".0"))
        #expect(Deployment(path: "/mnt//ostree/./deploy/pf/deploy/\(commit).3/")?.name == commit + ".3")
        #expect(Deployment(path: "/ostree/deploy/pf/\(commit).0") == nil)
        #expect(Deployment(path: "/") == nil)
    }

    /// Every cut and every change of one byte is read to its end, as something or as nothing.
    @Test func damageIsNeverFatal() {
        for length in 0..<recordedState.count { _ = StagedDeployment(Array(recordedState.prefix(length))) }
        for place in recordedState.indices {
            for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
                var bytes = recordedState
                bytes[place] = value
                guard let staged = StagedDeployment(bytes) else { continue }
                #expect(!staged.target.stateroot.contains("/") && !staged.target.name.contains("/"))
            }
        }
        var chance = Generator(seed: 5)
        for _ in 0..<2000 {
            var bytes = recordedState
            for _ in 0..<4 { bytes[chance.below(bytes.count)] = UInt8(chance.below(256)) }
            _ = StagedDeployment(bytes)
        }
    }

    @Test func depthAndNumberHaveAnEnd() {
        var value = Writer.truth(true)
        for _ in 0..<200 { value = Writer.nested([("in", value)]) }
        #expect(GVariant(dictionary: Writer.dictionary([("in", value)])) == nil)
        let many = Writer.dictionary((0..<5000).map { ("k\($0)", Writer.truth(true)) })
        #expect(GVariant(dictionary: many) == nil)
        // Offsets that all name the same place: entries of nothing.
        #expect(GVariant(dictionary: [UInt8](repeating: 0, count: 255)) == nil)
    }
}
