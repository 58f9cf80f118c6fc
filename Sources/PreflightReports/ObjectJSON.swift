// The part of the JSON that describes one object: the same in `check` and `inspect`. Sources/…/schema documents it.

import PreflightCore
public import PreflightELF
public import PreflightLoader

extension JSONWriter {
    /// Writes what `object` says, as members of the open object.
    ///
    /// - Parameter isWhole: with everything that `inspect` shows; else what `check` needs.
    public mutating func members(of object: Object, path: String, isWhole: Bool) {
        key("path")
        string(path)
        key("kind")
        string(object.kind.rawValue)
        if let remark = object.remark {
            key("remark")
            string(remark)
        }
        key("machine")
        string(object.machine.name)
        key("class")
        number(object.machine.is64Bit ? 64 : 32)
        key("endian")
        string(object.machine.isBigEndian ? "big" : "little")
        key("interpreter")
        string(object.interpreter)
        key("soname")
        string(object.soname)
        key("needed")
        strings(object.needed)
        key("needs")
        needs(of: object)
        key("floors")
        let floors = Floors(object).highest
        self.object { members in
            for series in floors.keys.sorted() {
                members.key(named: series)
                members.string(floors[series]?.description)
            }
        }
        key("isa")
        string(object.notes.isaLevel.map { "x86-64-v\($0)" })
        key("kernel")
        string(object.notes.abiTag.flatMap { $0.system == 0 ? $0.kernelText : nil })
        if isWhole { wholeMembers(of: object) }
    }

    /// Needs in a stable order: by library, then by node as numbers run.
    private mutating func needs(of object: Object) {
        var users: [UInt16: [String]] = [:]
        for symbol in object.symbols {
            if let version = symbol.version, version > 1 { users[version, default: []].append(symbol.name) }
        }
        var rows: [(library: String, node: NeededNode)] = []
        for need in object.needs { for node in need.nodes { rows.append((need.library, node)) } }
        rows.sort { ($0.library, NodeOrder($0.node.name)) < ($1.library, NodeOrder($1.node.name)) }
        array { list in
            for row in rows {
                list.object { members in
                    members.key("library")
                    members.string(row.library)
                    members.key("node")
                    members.string(row.node.name)
                    members.key("weak")
                    members.bool(row.node.isWeak)
                    members.key("symbols")
                    members.strings((users[row.node.index & 0x7FFF] ?? []).sorted())
                }
            }
        }
    }

    private mutating func wholeMembers(of object: Object) {
        key("rpath")
        string(object.rpath)
        key("runpath")
        string(object.runpath)
        key("bindNow")
        bool(object.bindsNow)
        key("relr")
        bool(object.hasRELR)
        key("definitions")
        array { list in
            for definition in object.definitions where !definition.isBase {
                list.object { members in
                    members.key("node")
                    members.string(definition.name)
                    members.key("parents")
                    members.strings(definition.parents)
                    members.key("weak")
                    members.bool(definition.flags & 2 != 0)
                }
            }
        }
        let unversioned = object.symbols.filter { $0.isUndefined && ($0.version ?? 0) <= 1 }
        key("unversioned")
        array { list in
            for symbol in unversioned.sorted(by: { $0.name < $1.name }) {
                list.object { members in
                    members.key("symbol")
                    members.string(symbol.name)
                    members.key("weak")
                    members.bool(symbol.binding == .weak)
                    members.key("bound")
                    members.string(symbol.moment?.rawValue)
                }
            }
        }
        key("dlopen")
        strings(object.notes.dlopen)
        key("package")
        string(object.notes.package)
        if object.kind == .relocatable { linkMembers(of: object) }
    }

    /// What the object needs from the link and defines for it.
    private mutating func linkMembers(of object: Object) {
        let symbols = object.linkSymbols.sorted { $0.name < $1.name }
        key("link")
        self.object { link in
            link.key("undefined")
            link.array { list in
                for symbol in symbols where symbol.state == .undefined {
                    list.object { members in
                        members.key("symbol")
                        members.string(symbol.name)
                        members.key("weak")
                        members.bool(symbol.binding == .weak)
                    }
                }
            }
            link.key("defined")
            link.array { list in
                for symbol in symbols where symbol.state != .undefined {
                    list.object { members in
                        members.key("symbol")
                        members.string(symbol.name)
                        members.key("weak")
                        members.bool(symbol.binding == .weak)
                        members.key("common")
                        members.bool(symbol.state == .common)
                    }
                }
            }
        }
    }

    /// Writes one reason as an object.
    public mutating func reason(_ reason: Reason) { object { $0.members(of: reason) } }

    /// Writes one reason as members of the open object.
    mutating func members(of reason: Reason) {
        key("rule")
        string(reason.rule.rawValue)
        key("verdict")
        string(reason.verdict.rawValue)
        key("library")
        string(reason.library)
        key("node")
        string(reason.node)
        key("bearer")
        string(reason.bearer)
        if !reason.symbols.isEmpty {
            key("symbols")
            strings(reason.symbols)
        }
        key("message")
        string(reason.message)
        key("remedy")
        string(reason.remedy)
        if !reason.remedyLines.isEmpty {
            key("remedyLines")
            strings(reason.remedyLines)
        }
        key("evidence")
        string(reason.evidence)
    }
}

/// Node names as people order them: by series, then by number, names without number last.
public struct NodeOrder: Comparable {
    private let series: String
    private let version: Version?
    private let name: String

    /// The place of `name`.
    public init(_ name: String) {
        let numeric = NumericNode(name)
        series = numeric?.series ?? name
        version = numeric?.version
        self.name = name
    }

    /// Orders two nodes.
    public static func < (left: NodeOrder, right: NodeOrder) -> Bool {
        if left.series != right.series { return left.series < right.series }
        switch (left.version, right.version) {
        case (let left?, let right?): return left < right
        case (_?, nil): return true
        case (nil, _?): return false
        default: return left.name < right.name
        }
    }
}
