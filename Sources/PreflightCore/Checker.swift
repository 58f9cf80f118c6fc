// One file against all targets: reading, judging, waiving. Each worker has one of these.

public import PreflightELF
public import PreflightInputs
public import PreflightLoader
public import PreflightTargets

/// What a check makes of one input.
public enum CheckOutcome: Sendable {
    /// An object with its verdicts.
    case object(ObjectReport)
    /// An object that a walk met and that no loader starts: `.o` files, debug information.
    case passedOver(String)
    /// Not ELF, in a walk.
    case nothing
    /// Could not be read.
    case failure(InputError)
}

/// One target's verdict on an object.
public struct TargetVerdict: Sendable {
    /// The id of the target.
    public var target: String
    /// The verdict without what was waived.
    public var verdict: Verdict
    /// The reasons that count.
    public var reasons: [Reason]
    /// Reasons that do not count, and why.
    public var suppressed: [SuppressedReason]
    /// What the target says nothing about.
    public var alsoNeeds: [String]
}

/// A reason that does not count.
public struct SuppressedReason: Sendable {
    /// The reason.
    public var reason: Reason
    /// Why it does not count.
    public var by: Suppression
}

/// One object with its verdicts.
public struct ObjectReport: Sendable {
    /// The path as given.
    public var path: String
    /// What the file says; with references where they were wanted or explain something.
    public var object: Object
    /// Verdicts in the order of the targets.
    public var verdicts: [TargetVerdict]
    /// Targets of a group that do not apply, with the reason.
    public var leftOut: [(target: String, why: String, isOtherLibC: Bool)]
    /// What it says beyond verdicts: builder paths, what came along.
    public var remarks: [Reason]
    /// Remarks that do not count, and why.
    public var suppressedRemarks: [SuppressedReason] = []
    /// Sonames found beside the object.
    public var bundled: [String]
    /// Who references the symbols behind what fails, in the build at hand.
    public var blame: [SymbolUse] = []
    /// What should be known of that build: inputs that are newer, or could not be read.
    public var blameRemarks: [String] = []
    /// Packages that the run image must have, by target.
    public var packages: [String: [String]]
}

/// Judges files; not to be shared between threads.
public final class Checker {
    private let buffers = ReadBuffers()
    /// Made when the first object comes: without releases among the targets the matrix is not read at all.
    private lazy var places = Places(selection, in: matrix())
    private let selection: Selection
    private let matrix: () -> Matrix
    private let hasReleases: Bool
    private let policy: Policy
    private let wantsSymbols: Bool
    private let roots: RootJudges
    private lazy var companions = Companions(buffers)
    private let buildDirectory: String?

    /// A checker for `selection` under `policy`.
    ///
    /// - Parameters:
    ///   - wantsSymbols: read the symbols behind every need, not only behind those that fail.
    ///   - buildDirectory: where the objects were built, for blame; nil to look beside each product.
    /// - Throws: `InputError` for a root that cannot be read.
    public init(
        _ selection: Selection, _ policy: Policy, wantsSymbols: Bool, buildDirectory: String? = nil,
        matrix: @escaping @autoclosure () -> Matrix = .builtIn
    ) throws(InputError) {
        self.selection = selection
        self.matrix = matrix
        hasReleases = selection.chosen.contains { $0.root == nil }
        self.buildDirectory = buildDirectory
        roots = try RootJudges(selection, buffers)
        self.policy = policy
        self.wantsSymbols = wantsSymbols
    }

    /// Reads and judges one input.
    public func check(_ item: Walk.Element) -> CheckOutcome {
        switch item {
        case .failure(let error): return .failure(error)
        case .success(let input):
            do throws(ReadError) {
                return try check(input)
            } catch {
                if error.kind == .notELF, !input.isNamed { return .nothing }
                if error.kind == .archive, !input.isNamed { return .passedOver("is a static archive") }
                return .failure(InputError(path: input.name, message: error.description))
            }
        }
    }

    private func check(_ input: Input) throws(ReadError) -> CheckOutcome {
        var file = try ObjectFile(path: input.path, isExpectedRegular: !input.isNamed, buffers: buffers)
        let kind = file.object.kind
        if !input.isNamed, kind == .relocatable || kind == .core || kind == .other {
            return .passedOver(file.object.remark ?? "is a \(kind.rawValue) file")
        }
        try file.read(.notes)
        // A weak need that is not met depends on the symbols behind it and on when they are bound.
        var hasSymbols = false
        if file.object.needs.contains(where: { $0.nodes.contains(where: \.isWeak) }) || dependsOnSymbols(file.object, input) {
            try file.read([.references, .bindings])
            hasSymbols = true
        }
        var report = judge(&file, input)
        for (target, judgement) in roots.judge(&file, input) {
            report.verdicts.append(waive(judgement, path: input.name, target: target))
        }
        let explains = report.verdicts.contains {
            $0.reasons.contains { $0.node != nil || $0.rule == .symbolMissing } || !$0.suppressed.isEmpty
        }
        if !hasSymbols, wantsSymbols || explains {
            try file.read(.references)
            report.object = file.object
        }
        // Each is judged again for each target: too much for all files of a walk.
        if explains, hasReleases, isLookedAtWhole(input) { report.addRemedies(from: places) }
        if explains, input.isNamed { report.addBlame(input.path, buildDirectory: buildDirectory) }
        return .object(report)
    }

    /// Whether nodes alone do not tell: nothing in it has a version of libc, or a target has a node ahead of its glibc. Of files that
    /// are named every symbol is looked at; in a walk over thousands that would cost more than all the rest, for symbols that no
    /// linker leaves.
    private func dependsOnSymbols(_ object: Object, _ input: Input) -> Bool {
        guard hasReleases, object.isDynamic, ObjectLibC(object) != .musl else { return false }
        if isLookedAtWhole(input) || object.lacksVersionsOfLibC { return true }
        let backported = places.backported(on: object.machine.name)
        return !backported.isEmpty && object.needs.contains { need in need.nodes.contains { backported.contains($0.name) } }
    }

    /// What was named, and what lies in a package that was.
    private func isLookedAtWhole(_ input: Input) -> Bool { input.isNamed || input.tree != nil }

    private func judge(_ file: inout ObjectFile, _ input: Input) -> ObjectReport {
        let path = input.name
        let companions = companions.find(&file, input)
        let object = file.object
        let bundled = companions.reduce(into: Set<String>()) { $0.formUnion($1.names.filter { !$0.contains("/") }) }
        let remarks = waive(Judgement(reasons: remarks(object)), path: path, target: nil)
        var report = ObjectReport(
            path: path, object: object, verdicts: [], leftOut: [], remarks: remarks.reasons,
            suppressedRemarks: remarks.suppressed, bundled: bundled.sorted(), packages: [:]
        )
        let runtime = object.needed.filter { isSwiftRuntime($0) && !bundled.contains($0) }
        // The toolchain's libraries are asked of no release: what one has under a like name is something else.
        guard hasReleases else { return report }
        let subject = Subject(
            object, bundled: bundled.union(runtime), everySymbol: isLookedAtWhole(input), names: places.names
        )
        let own = runtimeReasons(runtime, object.kind) + companions.flatMap { $0.unmet(needs: object) }
        let others = companions.map { companion in
            (name: companion.name, subject: Subject(companion.object, bundled: bundled.union(runtime), names: places.names))
        }
        let chosen = places.places(for: object.machine.name)
        report.verdicts.reserveCapacity(chosen.count)
        for (place, isNamed) in chosen {
            if !isNamed, let why = inapplicable(subject, place) {
                report.leftOut.append((place.target.id, why, place.isPublished))
                continue
            }
            var judgement = PreflightLoader.judge(subject, in: place)
            if judgement.reasons.allSatisfy({ !$0.rule.isFinal }) {
                var reasons = judgement.reasons + own
                for (name, other) in others { reasons += Self.reasons(of: name, other, in: place) }
                if reasons.count > judgement.reasons.count {
                    judgement = Judgement(reasons: reasons, alsoNeeds: judgement.alsoNeeds)
                }
            }
            report.verdicts.append(waive(judgement, path: path, target: place.target.id))
            let packages = packages(subject, place)
            if !packages.isEmpty { report.packages[place.target.id] = packages }
        }
        return report
    }

    /// What stops a library that comes along stops the object.
    private static func reasons(of name: String, _ subject: Subject, in place: ReleasePlace) -> [Reason] {
        PreflightLoader.judge(subject, in: place).reasons.filter { $0.verdict.isFailure || $0.verdict == .unknown }.map {
            reason in
            var reason = reason
            reason.bearer = name
            reason.message = "its \(name), which lies beside it, \(reason.message)"
            return reason
        }
    }

    /// The packages that bring what the object needs, where the matrix knows them.
    private func packages(_ subject: Subject, _ place: ReleasePlace) -> [String] {
        var packages: [String] = []
        for library in subject.libraries where !subject.bundled.contains(library.name) {
            guard case .archive(let package?) = place.answer(library), !packages.contains(package) else { continue }
            packages.append(package)
        }
        return packages
    }

    /// How the reason begins where a release has no such architecture.
    static let notPublished = "not published for "

    /// Why a target that only a group brought in is not judged for this object.
    private func inapplicable(_ subject: Subject, _ place: ReleasePlace) -> String? {
        if !place.isPublished { return "\(Self.notPublished)\(subject.object.machine.name)" }
        switch (subject.libC, place.libC) {
        case (.glibc, .musl): return "a musl release; the object was linked with glibc"
        case (.musl, .glibc): return "a glibc release; the object was linked with musl"
        default: return nil
        }
    }

    /// The Swift runtime is nowhere but in Swift images and beside the program.
    private func runtimeReasons(_ missing: [String], _ kind: Object.Kind) -> [Reason] {
        guard !policy.assumptions.contains(.swiftRuntime) else { return [] }
        guard let first = missing.first else { return [] }
        let others = missing.count > 1 ? " and \(missing.count - 1) more of the Swift runtime" : ""
        // SwiftPM's --static-swift-stdlib leaves dynamic libraries as they are.
        let link =
            kind == .shared
            ? "link it in (-Xswiftc -static-stdlib) if no other Swift code shares the process"
            : "link it statically (--static-swift-stdlib)"
        return [
            Reason(
                .swiftRuntimeMissing, .failsAtLoad, library: first,
                "needs \(first)\(others), which no release has and which does not lie beside it",
                remedy:
                    "\(link), put the libraries beside it with the RUNPATH $ORIGIN, or say that the run image has them (--assume swift-runtime)",
                evidence: "file"
            )
        ]
    }

    private func remarks(_ object: Object) -> [Reason] {
        let expectsRuntime = policy.assumptions.contains(.swiftRuntime)
        return builderDirectories(object).compactMap { directory in
            if expectsRuntime, directory == swiftImageDirectory { return nil }
            // SwiftPM adds $ORIGIN by itself, and no toolchain directory where the runtime is linked statically.
            let remedy =
                switch (isToolchainDirectory(directory), expectsRuntime) {
                case (true, false): "build with -Xswiftc -no-toolchain-stdlib-rpath, or link the Swift runtime statically"
                case (true, true):
                    "build in a Swift image, or with -Xswiftc -no-toolchain-stdlib-rpath -Xlinker -rpath -Xlinker \(swiftImageDirectory), where Swift images have the runtime"
                case (false, _): "take the -rpath out of the linker settings, or name a directory relative to $ORIGIN"
                }
            return Reason(
                .builderPath, .warns,
                "looks for libraries in \(directory), a directory of the machine that built it",
                remedy: remedy,
                evidence: "file"
            )
        }
    }

    private func waive(_ judgement: Judgement, path: String, target: String?) -> TargetVerdict {
        var verdict = TargetVerdict(
            target: target ?? "", verdict: judgement.verdict, reasons: judgement.reasons, suppressed: [],
            alsoNeeds: judgement.alsoNeeds
        )
        guard policy.forgives, !judgement.reasons.isEmpty else { return verdict }
        verdict.reasons = []
        for reason in judgement.reasons {
            if let by = policy.suppression(of: reason, path: path, target: target) {
                verdict.suppressed.append(SuppressedReason(reason: reason, by: by))
            } else {
                verdict.reasons.append(reason)
            }
        }
        verdict.verdict = verdict.reasons.map(\.verdict).max() ?? .runs
        return verdict
    }
}
