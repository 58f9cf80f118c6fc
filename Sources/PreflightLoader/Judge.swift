// The loader's rules, applied to one object in one place. The specification is glibc's elf/dl-version.c, dl-lookup.c,
// dl-load.c and rtld.c; every rule here can be seen in a real start.

public import PreflightELF

/// Judges `object` for `place`.
///
/// Symbols and notes of the object are used where they were read; what depends on them is `unknown` or cautious without.
public func judge(_ object: Object, in place: some Place) -> Judgement {
    judge(Subject(object, names: NameTable()), in: place)
}

/// Judges a prepared object for `place`; see ``judge(_:in:)``.
public func judge(_ subject: Subject, in place: some Place) -> Judgement {
    var judge = Judging(subject: subject, object: subject.object, place: place)
    return judge.run()
}

/// Whether an object uses glibc or musl, judged by what it says itself.
public enum ObjectLibC: Sendable, Equatable {
    case glibc
    case musl
    case none

    /// The libc that `object` was linked with: by its interpreter, else by the libraries it needs.
    public init(_ object: Object) {
        if let interpreter = object.interpreter {
            let name = lastComponent(interpreter)
            if name.hasPrefix("ld-musl-") {
                self = .musl
                return
            }
            if name.hasPrefix("ld-linux") || name.hasPrefix("ld64.so") || name.hasPrefix("ld.so") {
                self = .glibc
                return
            }
            // A loader that is neither: Android's, BSD's.
            self = .none
            return
        }
        if object.needed.contains(where: { $0.hasPrefix("libc.so.6") || $0.hasPrefix("ld-linux") || $0.hasPrefix("ld64.so") })
            || object.needs.contains(where: { $0.library.hasPrefix("libc.so.6") })
        {
            self = .glibc
        } else if object.needed.contains(where: { $0 == "libc.so" || $0.hasPrefix("libc.musl-") || $0.hasPrefix("ld-musl-") }) {
            self = .musl
        } else {
            self = .none
        }
    }
}

struct Judging<There: Place> {
    let subject: Subject
    let object: Object
    let place: There
    var reasons: [Reason] = []
    var alsoNeeds: [String] = []
    /// The libraries that ``alsoNeeds`` speaks of.
    var told: Set<String> = []

    mutating func run() -> Judgement {
        switch object.kind {
        case .relocatable:
            reasons.append(Reason(.notLoadable, .unknown, "is a relocatable object (.o); link it and judge the result"))
            return Judgement(reasons: reasons)
        case .core:
            reasons.append(Reason(.notLoadable, .unknown, "is a core file; judge the program that left it"))
            return Judgement(reasons: reasons)
        case .other:
            reasons.append(Reason(.notLoadable, .unknown, object.remark ?? "is nothing that a loader starts"))
            return Judgement(reasons: reasons)
        case .executable, .shared, .static, .staticPIE: break
        }
        if object.isOpaque {
            reasons.append(Reason(.opaque, .unknown, object.remark ?? "is packed; what it needs cannot be seen"))
            return Judgement(reasons: reasons)
        }
        if let gap = place.gap {
            reasons.append(Reason(.noData, .unknown, gap))
            return Judgement(reasons: reasons)
        }
        cpu()
        // Nothing loads a static program but the kernel.
        guard object.isDynamic else {
            system()
            staticKernel()
            return Judgement(reasons: reasons)
        }
        guard hasSenseAsProgram(), libCFits() else { return Judgement(reasons: reasons) }
        header()
        if case .glibc(let version) = place.libC {
            kernel(version)
            relativeRelocations(version)
            versionNeeds(version)
            symbols(version)
        } else if case .musl(let version) = place.libC, object.hasRELR, let first = Version("1.2.4"), version < first {
            reasons.append(
                Reason(
                    .relativeRelocations, .failsAtLoad, "uses DT_RELR relocations, which musl \(version) does not apply",
                    remedy: "link with -Wl,-z,nopack-relative-relocs"
                )
            )
        }
        libraries()
        return Judgement(reasons: reasons, alsoNeeds: alsoNeeds)
    }

    // MARK: The C library and the interpreter

    /// False where the object cannot work with this libc at all, so that single nodes are beside the point.
    private mutating func libCFits() -> Bool {
        switch (subject.libC, place.libC) {
        case (.glibc, .musl(let version)):
            let loader = object.interpreter.map { "its interpreter \($0) does not exist there" } ?? "it needs glibc"
            reasons.append(
                Reason(
                    .otherLibC, .failsAtLoad,
                    "was linked with glibc, but \(place.name) has musl \(version): \(loader)",
                    remedy: "build with the Static Linux SDK, or ship to a glibc release"
                )
            )
            return false
        case (.musl, .glibc(let version)):
            reasons.append(
                Reason(
                    .otherLibC, .failsAtLoad,
                    "was linked with musl, but \(place.name) has glibc \(version)"
                        + (object.interpreter.map { ": its interpreter \($0) does not exist there" } ?? ""),
                    remedy: "link it statically, or build it on a glibc release"
                )
            )
            return false
        default:
            return interpreterFits()
        }
    }

    /// The kernel starts the interpreter of a program by its path, so a path that is not there is the end. The interpreter of a
    /// library matters to nobody.
    private mutating func interpreterFits() -> Bool {
        guard object.kind == .executable, let interpreter = object.interpreter, let expected = place.interpreter else {
            return true
        }
        if interpreter == expected { return true }
        // Where /lib and /lib64 are merged into /usr, and where both are one, other spellings lead there as well.
        let usual = ["/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/"].map { $0 + lastComponent(expected) }
        if usual.contains(interpreter) {
            reasons.append(
                Reason(
                    .interpreter, .unknown,
                    "names the interpreter \(interpreter); it is \(expected) on \(object.machine.name), and not every release has both",
                    remedy: "patchelf --set-interpreter \(expected)"
                )
            )
            return true
        }
        reasons.append(
            Reason(
                .interpreter, .failsAtLoad,
                "names the interpreter \(interpreter), which \(place.name) does not have; the loader of \(object.machine.name) is \(expected)",
                remedy: "patchelf --set-interpreter \(expected), or build with that release's own linker settings"
            )
        )
        return false
    }

    /// glibc's open_verify checks these in libraries; the kernel does not check them in programs.
    private mutating func header() {
        if object.loadAlignment < 4096 {
            reasons.append(
                Reason(
                    .headerRefused, .failsAtLoad,
                    "has PT_LOAD segments aligned to \(object.loadAlignment) bytes; they must be aligned to pages",
                    remedy: "link with -Wl,-z,max-page-size=4096 or the default", evidence: "file"
                )
            )
        }
        if object.flags1 & 0x800 != 0, !place.knowsFiles {
            reasons.append(
                Reason(
                    .headerRefused, .unknown,
                    "keeps the loader from the default directories (DF_1_NODEFLIB), so even libc.so.6 must lie in its own search path",
                    remedy: "link without -z nodefaultlib", evidence: "file"
                )
            )
        }
        guard object.kind == .shared else { return }
        if case .glibc(let version) = place.libC, version >= Version(2, 41), object.hasExecutableStack {
            reasons.append(
                Reason(
                    .headerRefused, .warns,
                    "asks for an executable stack; glibc \(version) refuses to load it by dlopen (\"cannot enable executable stack\")",
                    remedy: "link with -Wl,-z,noexecstack", evidence: "file"
                )
            )
        }
        let header = object.header
        var wrong: String?
        if header.osABI != 0, header.osABI != 3 { wrong = "EI_OSABI is \(header.osABI)" }
        if header.osABI == 0, header.abiVersion != 0 { wrong = "EI_ABIVERSION is \(header.abiVersion)" }
        if header.hasPadding { wrong = "e_ident has bytes behind EI_ABIVERSION" }
        if !header.isCurrentVersion { wrong = "the ELF version is not 1" }
        // ARM's loader takes its own EI_OSABI values.
        if header.machine.name.hasPrefix("arm"), header.osABI == 97 { wrong = nil }
        // MIPS marks features of its own in EI_ABIVERSION.
        if header.machine.name.hasPrefix("mips"), header.osABI == 0 || header.osABI == 3, !header.hasPadding { wrong = nil }
        if let wrong {
            reasons.append(
                Reason(
                    .headerRefused, .failsAtLoad, "has a header that the loader refuses in a library: \(wrong)", evidence: "file")
            )
        }
    }

    // MARK: Kernel and CPU

    /// A static glibc of before 2.36 looks at the kernel when it starts ("FATAL: kernel too old"); which glibc it is, the file
    /// does not tell.
    private mutating func staticKernel() {
        guard let tag = object.notes.abiTag, tag.system == 0, let kernel = place.kernel else { return }
        guard (kernel.parts + [Int.max]).lexicographicallyPrecedes(tag.kernel.map(Int.init)) else { return }
        reasons.append(
            Reason(
                .kernelTooOld, .unknown,
                "was built for Linux \(tag.kernelText) or later; \(place.name) has \(kernel), and a static glibc from before 2.36 refuses that",
                evidence: "file"
            )
        )
    }

    /// What the kernel refuses in a program, or the loader dies of.
    private mutating func hasSenseAsProgram() -> Bool {
        guard object.kind == .executable else { return true }
        var wrong: String?
        if !object.hasDynamicTable { wrong = "names an interpreter, but has no dynamic table, so the loader crashes" }
        if object.programHeaderSize > 65536 { wrong = "has more than 64 KiB of program headers, which the kernel refuses" }
        guard let wrong else { return true }
        reasons.append(Reason(.headerRefused, .failsAtLoad, wrong, evidence: "file"))
        return false
    }

    /// The kernel starts a static program of another system as well; its system calls mean something else then.
    private mutating func system() {
        let names: [UInt8: String] = [2: "NetBSD", 6: "Solaris", 9: "FreeBSD", 12: "OpenBSD", 17: "CloudABI"]
        guard let name = names[object.header.osABI] else { return }
        reasons.append(
            Reason(
                .headerRefused, .unknown,
                "was made for \(name) (EI_OSABI \(object.header.osABI)); Linux starts it, but does not know its system calls",
                evidence: "file"
            )
        )
    }

    private mutating func kernel(_ glibc: Version) {
        // The check of the note was removed in glibc 2.36 (b46d250656), and it never looked at programs: the kernel
        // maps those, and the loader only looks at what it opens itself.
        guard object.kind == .shared, glibc < Version(2, 36) else { return }
        guard let tag = object.notes.abiTag, let kernel = place.kernel else { return }
        if tag.system != 0 {
            reasons.append(
                Reason(
                    .kernelTooOld, .failsAtLoad, "was built for another operating system (NT_GNU_ABI_TAG \(tag.system))",
                    evidence: "file"
                )
            )
            return
        }
        let needed = tag.kernel.map(Int.init)
        // The release's kernel is known as major.minor; its patch level is taken as high enough.
        let have = kernel.parts + [Int.max]
        if have.lexicographicallyPrecedes(needed) {
            reasons.append(
                Reason(
                    .kernelTooOld, .failsAtLoad,
                    "was built for Linux \(tag.kernelText) or later; \(place.name) has \(kernel), and glibc \(glibc) refuses it there",
                    remedy: "build on an older release, or run it on a newer kernel"
                )
            )
        }
    }

    private mutating func cpu() {
        if object.machine.name == "x86_64", object.notes.unknownISA != 0 {
            reasons.append(
                Reason(
                    .cpuLevel, .unknown,
                    "demands a CPU level beyond x86-64-v4 (GNU_PROPERTY_X86_ISA_1_NEEDED), which no CPU at hand has",
                    evidence: "file"
                )
            )
        }
        guard object.machine.name == "x86_64", let level = object.notes.isaLevel, level > 1 else { return }
        guard let baseline = place.cpuLevel, level > baseline else { return }
        let checks: String
        if case .glibc(let version) = place.libC, version >= Version(2, 33), object.isDynamic {
            checks = "the loader refuses it on a CPU below that (\"CPU ISA level is lower than required\")"
        } else {
            checks = "it dies of an illegal instruction on a CPU below that"
        }
        reasons.append(
            Reason(
                .cpuLevel, .warns,
                "demands an x86-64-v\(level) CPU (\(Self.cpuNames[level] ?? "")); \(place.name) runs on x86-64-v\(baseline) as well, and \(checks)",
                remedy: "compile for x86-64-v\(baseline), or make sure of the CPUs"
            )
        )
    }

    private static var cpuNames: [Int: String] {
        [2: "Nehalem, 2009, or later", 3: "Haswell, 2013, or later", 4: "with AVX-512"]
    }

    // MARK: Relocations

    private mutating func relativeRelocations(_ glibc: Version) {
        guard object.hasRELR else { return }
        let hasMarker = subject.hasRELRMarker
        let remedy = "link with -Wl,-z,nopack-relative-relocs"
        if glibc < Version(2, 36) {
            // With the marker the missing node says it already.
            if !hasMarker {
                reasons.append(
                    Reason(
                        .relativeRelocations, .failsAtLoad,
                        "uses DT_RELR relocations, which glibc \(glibc) silently leaves out: it would crash", remedy: remedy
                    )
                )
            }
        } else if !hasMarker, !object.needs.isEmpty, subject.needsLibC {
            reasons.append(
                Reason(
                    .relativeRelocations, .failsAtLoad,
                    "uses DT_RELR relocations without needing \(Markers.relr); the loader refuses that from glibc 2.36 on",
                    remedy:
                        "link with a linker that adds the marker (binutils 2.38, lld 15, mold 1.9), or with -Wl,-z,nopack-relative-relocs"
                )
            )
        }
    }

    // MARK: Version needs

    private mutating func versionNeeds(_ glibc: Version) {
        guard !object.needs.isEmpty else { return }
        guard object.hasVersionSymbols else {
            reasons.append(
                Reason(
                    .noVersionSymbols, .failsAtLoad,
                    "has version needs but no DT_VERSYM; the loader crashes on it", evidence: "file"
                )
            )
            return
        }
        var unlisted: [(library: String, nodes: [String])] = []
        for need in subject.needs where subject.bundled.isEmpty || !subject.bundled.contains(need.library) {
            let isLoaded = place.isLoaded(need.library)
            // Where a needed library is missing, the loader does not come this far.
            if isLoaded == false, subject.isLoaded(need.library) { continue }
            if !(isLoaded ?? subject.isLoaded(need.library)) {
                notLoaded(need)
                continue
            }
            if check(need, glibc) { continue }
            if let last = unlisted.indices.last, unlisted[last].library == need.library {
                unlisted[last].nodes.append(need.node.name)
            } else {
                unlisted.append((need.library, [need.node.name]))
            }
        }
        alsoNeeds += unlisted.map { "\($0.library) (\($0.nodes.joined(separator: ", ")))" }
        told.formUnion(unlisted.map(\.library))
    }

    /// A version need of a library that the object does not need: the loader looks only among what is loaded, and dies of an
    /// assertion if nothing else brings it.
    private mutating func notLoaded(_ need: NeedKey) {
        let others = object.needed.filter { name in
            if case .base = place.answer(LibraryKey(name: name, number: -1)) { return false }
            return true
        }
        let isSure = place.isLoaded(need.library) == false || object.kind == .executable && others.isEmpty
        reasons.append(
            Reason(
                .libraryMissing, isSure ? .failsAtLoad : .unknown, library: need.library, node: need.node.name,
                "has a version need of \(need.library), which is not among the libraries that it needs; "
                    + (isSure
                        ? "the loader stops with an assertion (needed != NULL)"
                        : "the loader stops with an assertion unless another library brings it"),
                remedy: "link it again with that library, or remove the need", evidence: "file"
            )
        )
    }

    /// False where the place says nothing about the node.
    private mutating func check(_ need: NeedKey, _ glibc: Version) -> Bool {
        let (node, library) = (need.node, need.library)
        if !need.hasTrueHash {
            if node.isWeak, glibc >= Version(2, 30) {
                weakMissing(node, library, evidence: "file")
                return true
            }
            reasons.append(
                Reason(
                    .falseHash, .failsAtLoad, library: library, node: node.name,
                    "needs \(node.name) from \(library) with a hash that is not the name's; the loader compares it first and finds no such node anywhere",
                    evidence: "file"
                )
            )
            return true
        }
        switch place.answer(need) {
        case .present: break
        case .unlisted: return false
        case .unversioned:
            reasons.append(
                Reason(
                    .libraryUnversioned, .warns, library: library, node: node.name,
                    "needs \(node.name) from \(library), which has no versions there: the loader warns (\"no version information available\")",
                    remedy: "use the build of \(library) that it was linked with"
                )
            )
        case .undecided(let why):
            let rule: Rule = node.name == "GLIBC_PRIVATE" ? .privateNode : .nodeUndecided
            reasons.append(
                Reason(
                    rule, .unknown, library: library, node: node.name,
                    "needs \(node.name) from \(library), which cannot be decided: \(why)"
                )
            )
        case .absent where node.name == library:
            // The base definition bears the soname and passes the version check, but has no symbols to find.
            reasons.append(
                Reason(
                    .nodeUndecided, .unknown, library: library, node: node.name,
                    "needs the name of \(library) itself as a version node; such a symbol is not found when it is bound"
                )
            )
        case .absent(let evidence):
            if node.isWeak, glibc >= Version(2, 30) {
                weakMissing(node, library, evidence: evidence)
            } else {
                missing(node, library, glibc, evidence: evidence)
            }
        }
        return true
    }

    private mutating func missing(_ node: NeededNode, _ library: String, _ glibc: Version, evidence: String) {
        if node.name.hasPrefix("GLIBC_ABI_") {
            reasons.append(
                Reason(
                    .markerMissing, .failsAtLoad, library: library, node: node.name,
                    "needs the marker \(node.name), which \(library) there does not define",
                    remedy: Markers.remedy[node.name], evidence: evidence
                )
            )
            return
        }
        let old = node.isWeak ? " (the need is weak, but glibc \(glibc) does not know weak needs yet)" : ""
        reasons.append(
            Reason(
                .nodeMissing, .failsAtLoad, library: library, node: node.name,
                "needs \(node.name), which \(library) there does not define\(old)", evidence: evidence
            )
        )
    }

    /// A weak need that is not met: a warning of the loader, and then it depends on the symbols (glibc 2.30 and later).
    private mutating func weakMissing(_ node: NeededNode, _ library: String, evidence: String) {
        let users = object.symbols(ofVersion: node.index)
        let strong = users.filter { $0.binding != .weak }
        let verdict: Verdict
        let outcome: String
        if strong.contains(where: { $0.moment == .now || $0.moment == nil && object.bindsNow }) {
            verdict = .failsAtLoad
            outcome = "it is bound at load, so the program does not start"
        } else if strong.contains(where: { $0.moment == nil }) {
            verdict = .unknown
            outcome = "when it is bound was not read"
        } else if !strong.isEmpty {
            verdict = .failsOnCall
            outcome = "it starts and dies when one of them is called"
        } else if !users.isEmpty {
            verdict = .degrades
            outcome = "it starts without them"
        } else {
            verdict = .warns
            outcome = "it starts; the loader prints a warning"
        }
        reasons.append(
            Reason(
                .weakNodeMissing, verdict, library: library, node: node.name,
                "weakly needs \(node.name), which \(library) there does not define: \(outcome)", evidence: evidence
            )
        )
    }

    // MARK: Libraries

    private mutating func byPath(_ name: String) {
        let from = name.hasPrefix("/") ? "the file \(name)" : "the file \(name), seen from the directory it is started in,"
        reasons.append(
            Reason(
                .libraryPath, .unknown, library: name,
                "needs \(from) by its path: the loader opens just that and searches nowhere, and whether it is there no release tells",
                remedy: "give the library a soname without a slash (-Wl,-soname,NAME) and link again"
            )
        )
    }

    private mutating func libraries() {
        for library in subject.libraries where subject.bundled.isEmpty || !subject.bundled.contains(library.name) {
            if library.name.utf8.contains(UInt8(ascii: "/")), !place.knowsFiles {
                byPath(library.name)
                continue
            }
            switch place.answer(library) {
            case .base, .archive: break
            case .unlisted:
                if told.insert(library.name).inserted { alsoNeeds.append(library.name) }
            case .missing(let why):
                reasons.append(
                    Reason(
                        .libraryMissing, .failsAtLoad, library: library.name,
                        "needs \(library.name), which \(place.name) does not have where the loader looks: \(why)",
                        remedy: "install the package that has it, bundle it, or link it statically", evidence: "root"
                    )
                )
            case .undecided(let why):
                reasons.append(
                    Reason(
                        .libraryMissing, .unknown, library: library.name,
                        "needs \(library.name), and whether \(place.name) has it is not known: \(why)"
                    )
                )
            case .absent(let instead):
                reasons.append(
                    Reason(
                        .libraryMissing, .failsAtLoad, library: library.name,
                        "needs \(library.name), which \(place.name) does not have (it has \(instead.joined(separator: ", ")))",
                        remedy: "build on that release, bundle the library, or link it statically"
                    )
                )
            }
        }
    }
}
