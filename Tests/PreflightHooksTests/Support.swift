// Objects and transactions that the hooks judge.

import PreflightInputs
import PreflightTestSupport

@testable import PreflightHooks

/// A program for x86_64 that needs these nodes of libc.so.6.
func program(_ nodes: String..., needed: [Name] = ["libc.so.6"], runpath: Name? = nil, weak: Bool = false) -> ELFBuilder {
    var builder = ELFBuilder()
    builder.interpreter = "/lib64/ld-linux-x86-64.so.2"
    builder.needed = needed
    builder.runpath = runpath
    builder.hasDebugEntry = true
    builder.entry = 0x10000
    if !nodes.isEmpty {
        builder.needs = [
            .init("libc.so.6", nodes.enumerated().map { .init(Name($1), index: UInt16($0 + 2), flags: weak ? 2 : 0) })
        ]
    }
    return builder
}

/// A shared library for x86_64.
func library(_ soname: Name) -> ELFBuilder {
    var builder = ELFBuilder()
    builder.soname = soname
    return builder
}

/// glibc that loses GLIBC_2.34.
func downgrade(also: [Transaction.Package] = []) -> Transaction {
    let old = ["libc.so.6()(64bit)", "libc.so.6(GLIBC_2.2.5)(64bit)"]
    return Transaction(
        host: "dnf", architecture: "x86_64",
        incoming: [.init(label: "glibc-2.31-1.x86_64", name: "glibc", provides: old)] + also,
        outgoing: [.init(label: "glibc-2.36-1.x86_64", name: "glibc", provides: old + ["libc.so.6(GLIBC_2.34)(64bit)"])],
        staying: ["libz.so.1()(64bit)"])
}

/// An inventory of `objects`, all read.
func inventory(_ objects: LocalObject...) -> LocalInventory {
    var inventory = LocalInventory()
    inventory.objects = objects
    inventory.coverage = Coverage(checked: objects.count, total: objects.count)
    return inventory
}

/// An object of x86_64 that needs nodes of libc.so.6.
func object(_ path: String, _ nodes: String..., needed: [String] = ["libc.so.6"], search: String? = nil, isWeak: Bool = false)
    -> LocalObject
{
    LocalObject(
        path: path,
        needs: ObjectNeeds(
            machine: "x86_64", is64Bit: true, searchPath: search, needed: needed,
            libraries: nodes.isEmpty ? [] : [.init(name: "libc.so.6", nodes: nodes.map { .init(name: $0, isWeak: isWeak) })]))
}

extension TransactionJudge {
    static func judge(_ transaction: Transaction, _ inventory: LocalInventory) -> HookVerdict {
        judge(transaction, inventory: { inventory }, deadline: Deadline(milliseconds: 60_000))
    }
}

/// Time that stands still until the clock has been asked `count` times; then `event` happens, and the time runs out if `ends`.
final class Clock: @unchecked Sendable {
    private var left: Int
    private let ends: Bool
    private let event: () -> Void
    private(set) var asked = 0

    init(after count: Int, ends: Bool, _ event: @escaping () -> Void = {}) {
        (left, self.ends, self.event) = (count, ends, event)
    }

    func now() -> Int {
        asked += 1
        left -= 1
        if left == 0 { event() }
        return ends && left <= 0 ? 1_000_000 : 0
    }
}
