// `inspect --format text`: everything that one object says, for people.

import PreflightCore
public import PreflightELF
import PreflightLoader
public import PreflightTargets

/// Writes the description of one object.
public struct InspectText {
    private let sink: Sink
    private let style: Style

    /// A description on `sink`.
    public init(_ sink: Sink, _ style: Style) {
        self.sink = sink
        self.style = style
    }

    private func line(_ text: String = "") { sink.write(text + "\n") }
    private func row(_ name: String, _ value: String?) {
        guard let value else { return }
        line(style.wrapped("  " + padded(name, 14) + RawText.visible(value), indent: String(repeating: " ", count: 16)))
    }

    /// Describes `object`, with the releases of `matrix` that it runs on and the images to build it on.
    public func write(_ object: Object, path: String, in matrix: Matrix, chosen: Selection?) {
        line(style.strong(RawText.visible(path)))
        let bits = object.machine.is64Bit ? "64-bit" : "32-bit"
        let order = object.machine.isBigEndian ? "big endian" : "little endian"
        row("kind", "\(words(object.kind)), \(object.machine.name), \(bits) \(order)")
        row("remark", object.remark)
        row("interpreter", object.interpreter)
        row("soname", object.soname)
        row("needed", object.needed.isEmpty ? nil : object.needed.joined(separator: ", "))
        row("rpath", object.rpath)
        row("runpath", object.runpath)
        if object.isDynamic {
            row("binding", object.bindsNow ? "now: every symbol is bound at load" : "lazy: functions are bound when first called")
        }
        row(
            "kernel",
            object.notes.abiTag.map { tag in
                tag.system == 0 ? "Linux \(tag.kernelText) or later" : "another system (\(tag.system))"
            })
        row("CPU", object.notes.isaLevel.map { $0 == 1 ? "x86-64 (baseline)" : "x86-64-v\($0) or better" })
        for text in object.notes.dlopen { row("dlopen", text) }
        row("package", object.notes.package)
        if object.kind == .relocatable { link(object) }
        floors(object)
        needs(object)
        definitions(object)
        releases(object, matrix, chosen)
    }

    private func words(_ kind: Object.Kind) -> String {
        switch kind {
        case .executable: "program"
        case .shared: "shared library"
        case .static: "static program (no loader, no library needed)"
        case .staticPIE: "static position-independent program (no loader, no library needed)"
        case .relocatable: "relocatable object"
        case .core: "core file"
        case .other: "other"
        }
    }

    /// What the object needs from the link and defines for it.
    private func link(_ object: Object) {
        let defined = object.linkSymbols.filter { $0.state != .undefined }
        let parts = [
            ("weak", defined.count { $0.binding == .weak }), ("common", defined.count { $0.state == .common }),
        ]
        .filter { $0.1 > 0 }.map { "\(grouped($0.1)) \($0.0)" }
        row("defines", counted(defined.count, "symbol") + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"))
        for (name, isWeak) in [("needs", false), ("needs, weakly", true)] {
            let names = object.linkSymbols.filter { $0.state == .undefined && ($0.binding == .weak) == isWeak }
                .map(\.name).sorted()
            guard !names.isEmpty || !isWeak else { continue }
            // There may be a hundred thousand; only what is shown is made shorter.
            let list = names.isEmpty ? "nothing" : shortened(names.prefix(12).map { brief($0) } + names.dropFirst(12), 12)
            row(name, names.count > 12 ? "\(counted(names.count, "symbol")): \(list)" : list)
        }
    }

    private func floors(_ object: Object) {
        let floors = Floors(object).highest
        let libC = ObjectLibC(object)
        if floors["GLIBC"] == nil, object.kind != .relocatable, object.kind != .core, object.kind != .other {
            let why: String
            if object.isOpaque {
                why = "not to be seen: the file is packed"
            } else if object.kind == .static || object.kind == .staticPIE {
                why = "none: it is static"
            } else {
                why =
                    libC == .musl
                    ? "none: it was linked with musl" : libC == .none ? "none: it uses no C library" : "none with a number"
            }
            row("GLIBC need", why)
        }
        for series in floors.keys.sorted() { row("floor", "\(series)_\(floors[series]?.description ?? "")") }
    }

    private func needs(_ object: Object) {
        for need in object.needs {
            line()
            line("  needs of " + style.strong(RawText.visible(need.library)))
            for node in need.nodes.sorted(by: { NodeOrder($0.name) > NodeOrder($1.name) }) {
                let symbols = object.symbols(ofVersion: node.index)
                var text = padded(RawText.visible(node.name), 18)
                if let meaning = Markers.meaning[node.name] { text += " marker: \(meaning)" }
                if node.isWeak { text += " weak;" }
                if !node.hasTrueHash { text += " FALSE HASH: found nowhere;" }
                let names = symbols.map { symbol in
                    let remark = [
                        symbol.binding == .weak ? "weak" : nil, symbol.moment == .now && !object.bindsNow ? "at load" : nil,
                    ]
                    .compactMap(\.self)
                    return RawText.visible(brief(symbol.name)) + (remark.isEmpty ? "" : " (\(remark.joined(separator: ", ")))")
                }
                if !names.isEmpty { text += " " + shortened(names, 12) }
                line(style.wrapped("    " + text, indent: String(repeating: " ", count: 23)))
            }
        }
        let unversioned = object.symbols.filter { $0.isUndefined && ($0.version ?? 0) <= 1 && $0.binding != .weak }
        if !unversioned.isEmpty {
            line()
            let names = unversioned.map { RawText.visible(brief($0.name)) }.sorted()
            line(style.wrapped("  without version: " + shortened(names, 12), indent: "    "))
        }
    }

    private func definitions(_ object: Object) {
        let nodes = object.definitions.filter { !$0.isBase }
        guard !nodes.isEmpty else { return }
        line()
        line(
            "  defines " + nodes.map { RawText.visible($0.name) }.sorted { NodeOrder($0) < NodeOrder($1) }.joined(separator: ", ")
        )
    }

    private func releases(_ object: Object, _ matrix: Matrix, _ chosen: Selection?) {
        guard object.isDynamic || object.kind == .static || object.kind == .staticPIE, !object.isOpaque else { return }
        let asOf = chosen?.asOf ?? matrix.asOf
        guard let everything = try? matrix.select(["all"], asOf: asOf) else { return }
        let places = Places(everything, in: matrix).places(for: object.machine.name)
        var good: Set<String> = []
        var judged: [Target] = []
        var undecided = 0
        for (place, _) in places where place.isPublished {
            let verdict = judge(object, in: place).verdict
            judged.append(place.target)
            if verdict == .unknown { undecided += 1 }
            if !verdict.isFailure, verdict != .unknown { good.insert(place.target.id) }
        }
        line()
        guard !judged.isEmpty else {
            line("  The matrix has no release for \(object.machine.name).")
            return
        }
        let text = PreflightReports.releases(good, of: judged)
        line(
            "  Runs on: "
                + (text.isEmpty ? "no release of the matrix" : good.count == judged.count ? "every release of the matrix" : text)
                + ".")
        if undecided > 0 { line("  Not decided: \(undecided) of \(judged.count) releases.") }
        images(object, matrix, chosen, asOf)
    }

    /// The newest Swift image whose glibc is no newer than the oldest chosen target's.
    private func images(_ object: Object, _ matrix: Matrix, _ chosen: Selection?, _ asOf: Day) {
        guard let chosen, object.isDynamic else { return }
        let advice = matrix.buildAdvice(chosen, on: object.machine.name)
        for sentence in advice.sentences { line("  " + sentence) }
    }
}
