// A report that `check --format json` wrote, read back: what merging and comparing start from. Nothing is judged again.

internal import PreflightELF
public import PreflightInputs
internal import PreflightLoader
public import PreflightTargets

/// One report as it was.
public struct RecordedReport: Sendable {
    /// What it is called: the file it was read from.
    public var name: String
    /// The day that groups of targets referred to.
    public var asOf: Day
    /// The ids of the targets, in order.
    public var targets: [String]
    /// The objects, in order. The numbers of waivers in them count in ``waivers``.
    public var objects: [ObjectReport]
    /// What could not be read.
    public var errors: [InputError]
    /// How many files were passed over.
    public var passedOver: Int
    /// The waivers that forgave something or have run out, with reason and end alone.
    public var waivers: [Waiver]
    /// What was expected of the machine; nil where nothing was.
    public var host: HostReport?

    /// Reads the report in `path`.
    ///
    /// - Throws: `InputError` with the key path of what is wrong.
    public init(path: String) throws(InputError) {
        let bytes = try wholeFile(path, most: 1 << 30, what: "no report is")
        let document: JSONValue
        do throws(JSONSyntaxError) {
            document = try JSONValue.parse(bytes)
        } catch {
            throw InputError(path: path, message: "is no JSON report: \(error)")
        }
        guard case .object(let members) = document, members["tool"] == .string("preflight"), members["objects"] != nil,
            members["summary"] != nil
        else { throw InputError(path: path, message: "is no report of preflight check; write one with --format json:FILE") }
        do throws(RecordedError) {
            try self.init(RecordedNode(document, ""), name: path)
        } catch {
            throw InputError(path: path, message: error.description)
        }
    }

    init(_ root: RecordedNode, name: String) throws(RecordedError) {
        self.name = name
        guard let day = try root.day("asOf") else { throw RecordedError("asOf: is missing") }
        asOf = day
        targets = try root.strings("targets")
        errors = []
        for error in try root.list("errors") {
            errors.append(InputError(path: try error.string("path"), message: try error.string("message")))
        }
        var reader = ObjectReader()
        objects = []
        for object in try root.list("objects") { objects.append(try reader.object(object)) }
        let summary = try root["summary"]
        passedOver = try summary.int("passedOver")
        for waiver in try summary.list("expiredWaivers") + summary.list("unusedWaivers") {
            _ = reader.number(try waiver.string("reason"), try waiver.day("expires"))
        }
        waivers = reader.waivers
        // Packages stand in the summary alone; the first object that was judged for a target brings them back.
        if let packages = try summary.optional("packages") {
            for target in targets {
                let names = try packages.strings(target)
                guard !names.isEmpty, let place = objects.firstIndex(where: { $0.verdicts.contains { $0.target == target } })
                else { continue }
                objects[place].packages[target] = names
            }
        }
        host = try root.optional("host").map { (node) throws(RecordedError) in try HostReport(recorded: node) }
    }
}

/// Reads objects, and numbers the waivers that they name.
private struct ObjectReader {
    private(set) var waivers: [Waiver] = []

    mutating func number(_ reason: String, _ expires: Day?) -> Int {
        if let known = waivers.firstIndex(where: { $0.reason == reason && $0.expires == expires }) { return known }
        waivers.append(Waiver(path: nil, targets: [], rule: nil, library: nil, node: nil, reason: reason, expires: expires))
        return waivers.count - 1
    }

    mutating func object(_ node: RecordedNode) throws(RecordedError) -> ObjectReport {
        var needs: [(library: String, node: String, isWeak: Bool, symbols: [String])] = []
        for need in try node.list("needs") {
            needs.append(
                (try need.string("library"), try need.string("node"), try need.bool("weak"), try need.strings("symbols")))
        }
        var object = Object.reported(
            kind: try node.word("kind", Object.Kind.self), machine: try node.string("machine"),
            is64Bit: try node.int("class") == 64,
            isBigEndian: try node.optionalString("endian") == "big", needs: needs)
        object.remark = try node.optionalString("remark")
        object.interpreter = try node.optionalString("interpreter")
        object.soname = try node.optionalString("soname")
        object.needed = try node.strings("needed")
        if let level = try node.optionalString("isa")?.last?.wholeNumberValue, (1...4).contains(level) {
            object.notes.isaNeeded = 1 << UInt32(level - 1)
        }
        if let kernel = try node.optionalString("kernel") {
            object.notes.abiTag = ABITag(system: 0, kernel: kernel.split(separator: ".").compactMap { UInt32($0) })
        }
        var report = ObjectReport(
            path: try node.string("path"), object: object, verdicts: [], leftOut: [], remarks: [],
            bundled: try node.strings("bundled"), packages: [:])
        for verdict in try node.list("verdicts") {
            report.verdicts.append(
                TargetVerdict(
                    target: try verdict.string("target"), verdict: try verdict.word("verdict", Verdict.self),
                    reasons: try reasons(verdict.list("reasons")), suppressed: try suppressed(verdict.list("waived")),
                    alsoNeeds: try verdict.strings("alsoNeeds")))
        }
        for entry in try node.list("leftOut") {
            let why = try entry.string("why")
            report.leftOut.append((try entry.string("target"), why, !why.hasPrefix(Checker.notPublished)))
        }
        report.remarks = try reasons(node.list("remarks"))
        report.suppressedRemarks = try suppressed(node.list("waivedRemarks"))
        for use in try node.list("uses") { report.blame.append(try self.use(use)) }
        report.blameRemarks = try node.strings("blameRemarks")
        return report
    }

    private func reasons(_ nodes: [RecordedNode]) throws(RecordedError) -> [Reason] {
        var reasons: [Reason] = []
        for node in nodes { reasons.append(try reason(node)) }
        return reasons
    }

    private func reason(_ node: RecordedNode) throws(RecordedError) -> Reason {
        var reason = Reason(
            try node.word("rule", Rule.self), try node.word("verdict", Verdict.self), library: try node.optionalString("library"),
            node: try node.optionalString("node"), try node.string("message"), remedy: try node.optionalString("remedy"),
            evidence: try node.optionalString("evidence"))
        reason.bearer = try node.optionalString("bearer")
        reason.symbols = try node.strings("symbols")
        reason.remedyLines = try node.strings("remedyLines")
        return reason
    }

    private mutating func suppressed(_ nodes: [RecordedNode]) throws(RecordedError) -> [SuppressedReason] {
        var entries: [SuppressedReason] = []
        for node in nodes {
            let by: Suppression =
                if let waiver = try node.optionalString("waiver") {
                    .waiver(number(waiver, try node.day("expires")))
                } else {
                    .baseline
                }
            entries.append(SuppressedReason(reason: try reason(node), by: by))
        }
        return entries
    }

    private func use(_ node: RecordedNode) throws(RecordedError) -> SymbolUse {
        var steps: [SymbolUse.Link] = []
        for step in try node.list("because") {
            steps.append(
                SymbolUse.Link(
                    file: try step.string("file"), member: try step.optionalString("member"),
                    target: try step.optionalString("target"),
                    source: try step.optionalString("source"), symbol: try step.string("symbol")))
        }
        return SymbolUse(
            symbol: try node.string("symbol"), file: try node.string("file"), member: try node.optionalString("member"),
            package: try node.optionalString("package"), target: try node.optionalString("target"),
            source: try node.optionalString("source"), because: steps, isWeak: try node.bool("weak"),
            isStartCode: try node.bool("startCode"))
    }
}
