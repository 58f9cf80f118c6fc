// The verdict on an object in a root: the loader's rules for everything that would be loaded with it, and then its symbols.

import PreflightELF

/// What is known of a root beyond its files.
public struct Surroundings: Sendable {
    /// The kernel that will run it; nil where that is not known.
    public var kernel: Version?
    /// The x86-64 level of the CPU, or of the release's own libraries.
    public var cpuLevel: Int?

    /// Nothing known.
    public init(kernel: Version? = nil, cpuLevel: Int? = nil) {
        self.kernel = kernel
        self.cpuLevel = cpuLevel
    }
}

/// Says whether a name is a function of the C library in some release: a plugin's reference without a version that nothing
/// answers is then no matter of the program that opens it.
public typealias IsSystemSymbol = (_ name: String, _ architecture: String) -> Bool

/// A library that an object says it opens at run time (.note.dlopen, the FDO ELF dlopen metadata).
public struct OptionalNeed: Sendable {
    /// The sonames that are tried, in order; one is enough.
    public var sonames: [String]
    /// What it is for.
    public var feature: String?
    /// required, recommended or suggested.
    public var priority: String

    /// A need as it is.
    public init(sonames: [String], feature: String?, priority: String) {
        self.sonames = sonames
        self.feature = feature
        self.priority = priority
    }
}

/// Judges objects in one root; not to be shared between threads.
public final class ClosureJudge {
    /// The builder of closures.
    public let builder: ClosureBuilder
    private let surroundings: Surroundings
    private let names = NameTable()
    private let isSystemSymbol: IsSystemSymbol

    /// A judge for `root`.
    public init(
        _ root: any Root, outside: any Root, options: LoaderOptions, surroundings: Surroundings,
        isSystemSymbol: @escaping IsSystemSymbol
    ) {
        builder = ClosureBuilder(root, outside: outside, options: options, wantsSymbols: true)
        self.surroundings = surroundings
        self.isSystemSymbol = isSystemSymbol
    }

    private var root: any Root { builder.loaders.root }

    /// Judges `subject` in the root.
    ///
    /// - Parameter optional: what it says it opens at run time.
    /// - Returns: the judgement with the closure it rests on; nil in its place where nothing would be loaded.
    public func judge(
        _ subject: Loadable, optional: [OptionalNeed] = []
    ) -> (judgement: Judgement, closure: Closure?) {
        let object = subject.object
        guard object.isDynamic, !object.isOpaque else {
            let place = Bare(name: root.name, kernel: surroundings.kernel, cpuLevel: surroundings.cpuLevel)
            return (PreflightLoader.judge(Subject(object, names: names), in: place), nil)
        }
        let closure = builder.closure(of: subject)
        guard let libC = closure.libC else { return (Judgement(reasons: [noLoader(object)]), nil) }
        var reasons: [Reason] = []
        var also: [String] = []
        let level =
            surroundings.cpuLevel
            ?? closure.members.lazy.compactMap { member in
                member.names.contains("libc.so.6") ? member.file.object.notes.isaLevel ?? 1 : nil
            }.first
        for number in closure.members.indices {
            let member = closure.members[number]
            let place = ClosurePlace(
                name: root.name, closure: closure, libC: libC, member: number, kernel: surroundings.kernel,
                cpuLevel: level
            )
            let judgement = PreflightLoader.judge(member.file.subject(names), in: place)
            take(judgement.reasons, of: number, closure, into: &reasons)
            if number == 0 { also = judgement.alsoNeeds }
        }
        // What is missing at load stops the loader before it looks at symbols; they are told all the same, unless a library
        // that should have them is not there at all.
        if closure.missing.isEmpty {
            var scope = Scope(closure)
            // Where the symbols of one cannot be read, it may have what others seem to miss.
            let damaged = closure.members.indices.filter { closure.members[$0].file.damage != nil }
            for number in damaged.isEmpty ? Array(closure.members.indices) : damaged {
                take(symbols(&scope, number, closure, libC, &also), of: number, closure, into: &reasons)
            }
            if scope.isExhausted {
                reasons.append(Reason(.noData, .unknown, "needs more symbols to be looked up than any program; the rest was not"))
            }
        }
        for need in optional where !need.sonames.contains(where: { builder.opens($0, in: closure) }) {
            open(need, &reasons, &also)
        }
        if closure.isCut {
            reasons.append(
                Reason(.noData, .unknown, "needs more libraries than any program has; what is beyond was not looked at"))
        }
        return (Judgement(reasons: reasons, alsoNeeds: also), closure)
    }

    /// A library that is opened at run time and is not there. What is merely suggested is told and changes nothing.
    private func open(_ need: OptionalNeed, _ reasons: inout [Reason], _ also: inout [String]) {
        guard let first = need.sonames.first else { return }
        let names = need.sonames.joined(separator: " or ")
        let feature = need.feature.map { " for \($0)" } ?? ""
        guard need.priority != "suggested" else {
            also.append("\(names) (opened at run time\(feature), suggested)")
            return
        }
        let isRequired = need.priority == "required"
        reasons.append(
            Reason(
                .openedMissing, isRequired ? .failsOnCall : .degrades, library: first,
                "says that it opens \(names) at run time\(feature) (\(need.priority)), which \(root.name) does not have",
                remedy: "install the package that has it, or bundle it", evidence: "file"
            )
        )
    }

    /// What stops a library stops the object.
    private func take(_ found: [Reason], of number: Int, _ closure: Closure, into reasons: inout [Reason]) {
        guard number > 0 else {
            reasons += found
            return
        }
        let member = closure.members[number]
        let name = member.names.first { !$0.contains("/") } ?? member.file.path
        let told = Set(reasons.filter { $0.rule == .libraryMissing }.compactMap(\.library))
        for reason in found where reason.verdict.isFailure || reason.verdict == .unknown || reason.verdict == .degrades {
            if reason.rule == .libraryMissing, let library = reason.library, told.contains(library) { continue }
            var reason = reason
            reason.bearer = name
            reason.message = "its \(name) (\(member.file.path)) \(reason.message)"
            reasons.append(reason)
        }
    }

    private func noLoader(_ object: Object) -> Reason {
        if object.kind == .executable, let interpreter = object.interpreter {
            let why: String
            switch builder.loaders.load(interpreter, wantsSymbols: false) {
            case .missing: why = "which \(root.name) does not have"
            case .refused(let reason): why = "which \(reason) in \(root.name)"
            case .object(let file) where file.object.machine != object.machine:
                why = "which is for \(file.object.machine.name) in \(root.name), and the program is for \(object.machine.name)"
            case .object: why = "which is neither glibc's nor musl's in \(root.name)"
            }
            return Reason(
                .interpreter, .failsAtLoad, "names the interpreter \(interpreter), \(why)",
                remedy: hasAnyLoader
                    ? "install the C library of \(object.machine.name) there, or build for what is there"
                    : "there is no dynamic loader at all: name the top of a root, the directory that holds usr, etc and lib",
                evidence: "root"
            )
        }
        let looked = LoaderFile.usual[object.machine.name]?.first.map { " (\($0))" } ?? ""
        return Reason(
            .noData, .unknown, "cannot be judged: \(root.name) has no dynamic loader for \(object.machine.name)\(looked)",
            remedy: "name a root of that architecture with --root", evidence: "root"
        )
    }

    /// Whether there is a dynamic loader of any architecture at its usual place.
    private var hasAnyLoader: Bool {
        let machines = Set(LoaderFile.usual.keys).union(LoaderFile.muslNames.keys)
        return Set(machines.flatMap { LoaderFile.paths($0, prefersMusl: false) }).contains {
            if case .object = builder.loaders.load($0, wantsSymbols: false) { true } else { false }
        }
    }

    // MARK: Symbols

    /// One reason for all symbols that fail alike for want of the same node.
    private struct Group: Hashable {
        var verdict: Verdict
        var node: String?
        var library: String?
        var isAssertion: Bool
    }

    private func symbols(
        _ scope: inout Scope, _ number: Int, _ closure: Closure, _ libC: LibC, _ also: inout [String]
    ) -> [Reason] {
        let file = closure.members[number].file
        if let damage = file.damage {
            return [Reason(.noData, .unknown, "has symbols that cannot be read: \(damage.description)", evidence: "file")]
        }
        let missing = scope.unresolved(of: number)
        guard !missing.isEmpty else { return [] }
        var moments: [Symbol.Moment]?
        var isRead = false
        func moment(_ index: Int) -> Symbol.Moment? {
            if !isRead {
                moments = builder.moments(of: file)
                isRead = true
            }
            guard let moments, index < moments.count else { return nil }
            return moments[index]
        }
        lazy var copied = builder.copiedSymbols(of: file)
        let isPlugin = closure.members[0].file.object.kind == .shared
        var groups: [Group: [String]] = [:]
        var order: [Group] = []
        var fromHost: [String] = []
        for symbol in missing {
            // Most programs refer weakly to a few names that exist nowhere; a version says that it was there once.
            if symbol.isWeak, symbol.node == nil { continue }
            if symbol.isCopy, symbol.node == nil, !copied.contains(symbol.index) { continue }
            let moment: Symbol.Moment? = symbol.isCopy ? .now : moment(symbol.index)
            if moment == .never { continue }
            // What was linked with the C library has versions for all that it took from there; the rest is the program's, as
            // the strlcpy of postgres is.
            if isPlugin, symbol.node == nil,
                !file.object.lacksVersionsOfLibC || !isSystemSymbol(symbol.name, file.object.machine.name)
            {
                fromHost.append(symbol.name)
                continue
            }
            let verdict: Verdict =
                if symbol.isWeak, !symbol.isAssertion { .degrades } else {
                    switch moment {
                    case .now: .failsAtLoad
                    case .lazy: libC.bindsAll ? .failsAtLoad : .failsOnCall
                    default: .unknown
                    }
                }
            // A node that is missing was told already, and its symbols with it.
            if let node = symbol.node, let library = symbol.library, !symbol.isAssertion, isNodeMissing(node, library, closure) {
                continue
            }
            let group = Group(verdict: verdict, node: symbol.node, library: symbol.library, isAssertion: symbol.isAssertion)
            if groups[group] == nil { order.append(group) }
            groups[group, default: []].append(symbol.name)
        }
        if number == 0, !fromHost.isEmpty { also.append(Self.host(fromHost)) }
        return order.map { reason($0, groups[$0] ?? [], file) }
    }

    /// How what a plugin takes from the program that opens it begins, in ``Judgement/alsoNeeds``.
    public static let hostNeed = "the program that opens it"

    private static func host(_ names: [String]) -> String {
        let rest = names.count > 3 ? " and \(names.count - 3) more" : ""
        return "\(hostNeed) (\(names.prefix(3).joined(separator: ", "))\(rest))"
    }

    private func isNodeMissing(_ node: String, _ library: String, _ closure: Closure) -> Bool {
        guard let provider = closure.number(of: library) else { return true }
        let definitions = closure.members[provider].file.object.definitions
        return !definitions.isEmpty && !definitions.contains { $0.name == node }
    }

    private func reason(_ group: Group, _ symbols: [String], _ file: Loadable) -> Reason {
        let names = symbols.sorted()
        let first = names[0]
        let rest = names.count == 1 ? "" : " and \(names.count - 1) more"
        let outcome: String =
            switch group.verdict {
            case .failsAtLoad: "it is bound at load, so it does not start"
            case .failsOnCall: "it starts, and dies when \(names.count == 1 ? "it" : "one of them") is first called"
            case .degrades: "it is weak, so it starts without"
            default: "when it is bound could not be read"
            }
        var message: String
        if group.isAssertion, let node = group.node, let library = group.library {
            message =
                "takes \(first)\(rest) with the version \(node) from \(library), which has no versions there; glibc up to 2.40 stops with an assertion (dl-lookup.c): \(outcome)"
        } else if let node = group.node, let library = group.library {
            message = "needs \(first)@\(node)\(rest) from \(library), which has that node there but not the symbol: \(outcome)"
        } else {
            message = "needs \(first)\(rest), without a version, and nothing that is loaded with it has it: \(outcome)"
        }
        var reason = Reason(
            .symbolMissing, group.verdict, library: group.library, node: group.node, message, evidence: "root"
        )
        reason.symbols = Array(names.prefix(64))
        return reason
    }
}

/// A root without anything that is loaded, for static programs and files that no loader starts.
private struct Bare: Place {
    let name: String
    let kernel: Version?
    let cpuLevel: Int?
    var libC: LibC { .glibc(Version(2, 36)) }
    var gap: String? { nil }
    var interpreter: String? { nil }
    func answer(_ need: NeedKey) -> NodeAnswer { .unlisted }
    func answer(_ library: LibraryKey) -> LibraryAnswer { .unlisted }
}

extension LibC {
    /// musl binds every symbol at load.
    var bindsAll: Bool {
        if case .musl = self { return true }
        return false
    }
}
