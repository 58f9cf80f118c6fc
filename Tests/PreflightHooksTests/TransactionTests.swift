// Verdicts on transactions, without any package manager.

import PreflightCore
import PreflightInputs
import PreflightTestSupport
import Testing

@testable import PreflightHooks

struct TransactionJudgeTests {
    @Test func aNodeThatGoesStops() {
        let verdict = TransactionJudge.judge(
            downgrade(), inventory(object("/opt/tool", "GLIBC_2.2.5", "GLIBC_2.34"), object("/opt/old", "GLIBC_2.2.5")))
        #expect(verdict.outcome == .stop)
        #expect(verdict.findings.map(\.subject) == ["/opt/tool"])
        #expect(verdict.findings.first?.message.contains("GLIBC_2.34 of libc.so.6, and glibc-2.36-1.x86_64") == true)
    }

    @Test func nothingLostIsOutAtOnce() {
        var transaction = downgrade()
        transaction.outgoing[0].provides = transaction.incoming[0].provides
        let verdict = TransactionJudge.judge(
            transaction,
            inventory: {
                Issue.record("nothing had to be looked at"); return LocalInventory()
            },
            deadline: Deadline(milliseconds: 1000))
        #expect(verdict.outcome == .pass)
        #expect(verdict.coverage == nil)
    }

    @Test func aRemovalOfWhatIsNeededStopsAndOneOfOtherThingsDoesNot() {
        let removal = Transaction(
            host: "dnf", architecture: "x86_64",
            outgoing: [.init(label: "libpf-1", name: "libpf", provides: ["libpf.so.1()(64bit)", "libpf.so.1(PF_1)(64bit)"])])
        #expect(TransactionJudge.judge(removal, inventory(object("/opt/a", needed: ["libpf.so.1"]))).outcome == .stop)
        #expect(TransactionJudge.judge(removal, inventory(object("/opt/a", needed: ["libother.so.1"]))).outcome == .pass)
    }

    @Test func aWeakNeedIsToldAndGoesOn() {
        let verdict = TransactionJudge.judge(downgrade(), inventory(object("/opt/tool", "GLIBC_2.34", isWeak: true)))
        #expect(verdict.outcome == .pass)
        #expect(verdict.findings.map(\.stops) == [false])
    }

    @Test func whatNeverWorkedIsNotThisUpdatesDoing() {
        #expect(TransactionJudge.judge(downgrade(), inventory(object("/opt/tool", "GLIBC_2.99"))).outcome == .pass)
    }

    @Test func otherMachinesAreNotSpokenOf() {
        var foreign = object("/opt/tool", "GLIBC_2.34")
        foreign.needs.machine = "aarch64"
        #expect(TransactionJudge.judge(downgrade(), inventory(foreign)).outcome == .pass)
        var transaction = downgrade()
        transaction.architecture = "vax"
        #expect(TransactionJudge.judge(transaction, inventory()).outcome == .unknown)
    }

    @Test func packedProgramsAreUnknown() {
        var packed = object("/opt/tool", needed: [])
        packed.needs.isOpaque = true
        #expect(TransactionJudge.judge(downgrade(), inventory(packed)).outcome == .unknown)
    }

    @Test func whatThePackagesOwnIsTheirAffair() {
        var transaction = downgrade()
        transaction.outgoing.append(.init(label: "app-1", name: "app", provides: [], files: ["/opt/app/tool"]))
        #expect(TransactionJudge.judge(transaction, inventory(object("/opt/app/tool", "GLIBC_2.34"))).outcome == .pass)
        #expect(TransactionJudge.judge(transaction, inventory(object("/opt/app/other", "GLIBC_2.34"))).outcome == .stop)
    }

    @Test func aBundledLibraryIsTakenWhereTheObjectNamesItsDirectory() {
        let bundled = object("/opt/app/lib/libc.so.6", needed: [])
        let named = object("/opt/app/bin/tool", "GLIBC_2.34", search: "$ORIGIN/../lib")
        #expect(TransactionJudge.judge(downgrade(), inventory(named, bundled)).outcome == .pass)
        let unnamed = object("/opt/app/bin/tool", "GLIBC_2.34")
        #expect(TransactionJudge.judge(downgrade(), inventory(unnamed, bundled)).outcome == .unknown)
    }

    @Test func aPartialLookIsUnknownUnlessItHasFoundSomething() {
        var partial = inventory(object("/opt/old", "GLIBC_2.2.5"))
        partial.coverage = Coverage(checked: 812, total: 4020)
        let verdict = TransactionJudge.judge(downgrade(), partial)
        #expect(verdict.outcome == .unknown)
        #expect(verdict.unknowns.first?.message.contains("checked 812 of 4,020 files") == true)
        partial.objects.append(object("/opt/tool", "GLIBC_2.34"))
        #expect(TransactionJudge.judge(downgrade(), partial).outcome == .stop)
    }

    @Test func aRepairOfPreflightPasses() {
        let repair = Transaction(
            host: "dnf", architecture: "x86_64", incoming: [.init(label: "dnf-5", name: "dnf")],
            outgoing: [.init(label: "preflight-1", name: "preflight", provides: ["libc.so.6(GLIBC_2.34)(64bit)"])])
        #expect(TransactionJudge.judge(repair, inventory(object("/opt/tool", "GLIBC_2.34"))).outcome == .pass)
        #expect(!downgrade(also: repair.incoming).isRepair)
    }
}

struct DNFTransactionTests {
    private let head = #"{"preflight":1,"host":"dnf","arch":"x86_64","root":"/"}"#

    @Test func isRead() throws {
        let lines = [
            head, #"{"out":"a-1","name":"a","provides":["liba.so()(64bit)"],"files":["/opt/a\#u{10FFFF}"]}"#,
            #"{"in":"a-2","name":"a","provides":[],"path":null}"#, #"{"staying":["libz.so.1()(64bit)"]}"#,
            #"{"staying":["libx.so"]}"#,
            #"{"end":2}"#,
        ]
        let transaction = try Transaction(dnf: Array(lines.joined(separator: "\n").utf8))
        #expect(
            transaction.outgoing == [.init(label: "a-1", name: "a", provides: ["liba.so()(64bit)"], files: ["/opt/a\u{10FFFF}"])])
        #expect(transaction.incoming == [.init(label: "a-2", name: "a", provides: [])])
        #expect(transaction.staying == ["libz.so.1()(64bit)", "libx.so"])
    }

    @Test(arguments: [
        ("", "no end"), ("{}", "version 1"), (#"{"preflight":2}"#, "version 1"), ("nonsense", "line 1"),
        ("HEAD", "no end"), ("HEAD\n{\"end\":1}", "1 packages were announced"),
        ("HEAD\n{\"end\":0}\n{\"end\":0}", "behind the end"),
        ("HEAD\n{\"in\":\"a\"}", "\"name\""), ("HEAD\n{\"in\":\"a\",\"name\":\"a\",\"provides\":[1]}", "a number"),
        ("HEAD\n{\"in\":\"a\",\"name\":\"a\",\"provides\":{}}", "no list"), ("HEAD\n{\"odd\":1}", "neither"),
        ("HEAD\n[]", "expected an object"), (#"{"preflight":1,"arch":"x","root":"relative"}"#, "absolute"),
    ]) func brokenInputIsToldWithItsLine(_ text: String, _ expected: String) {
        let text = text.split(separator: "HEAD", omittingEmptySubsequences: false).joined(separator: head)
        let error = #expect(throws: InputError.self) { try Transaction(dnf: Array(text.utf8)) }
        #expect(error?.message.contains(expected) == true, "\(error?.message ?? "")")
    }

    @Test func noCutIsTakenForTheWhole() throws {
        let bytes = Array((head + "\n" + #"{"out":"a-1","name":"a","provides":["liba.so"]}"# + "\n" + #"{"end":1}"#).utf8)
        for count in 0..<bytes.count {
            #expect(throws: InputError.self) { try Transaction(dnf: Array(bytes.prefix(count))) }
        }
        #expect(try Transaction(dnf: bytes).outgoing.count == 1)
    }
}

struct HookPolicyTests {
    @Test func answersFollowTheTable() {
        for onUnknown in OnUnknown.allCases {
            for isReportOnly in [false, true] {
                let policy = HookPolicy(onUnknown: onUnknown, isReportOnly: isReportOnly)
                #expect(policy.answer(to: .pass) == .goOn)
                #expect(policy.answer(to: .stop) == (isReportOnly ? .goOn : .stop))
                #expect(policy.answer(to: .unknown) == (onUnknown == .fail && !isReportOnly ? .stop : .goOn))
            }
        }
    }

    @Test func aFindingStopsEvenWhereOtherThingsAreUnknown() {
        var verdict = HookVerdict(unknown: "/opt/x", "cannot be read")
        #expect(verdict.outcome == .unknown)
        verdict.findings.append(.init(subject: "a", message: "b", stops: false))
        #expect(verdict.outcome == .unknown)
        verdict.findings.append(.init(subject: "a", message: "b", stops: true))
        #expect(verdict.outcome == .stop)
    }
}

struct HostExpectationTests {
    private func verdict(_ expect: String) throws -> HookVerdict {
        let document = try JSONValue.parse(Array("{\"host\": {\"expect\": [\(expect)]}}".utf8))
        return HookVerdict(host: try Configuration(document))
    }

    @Test func onlyWhatTheConfigurationCallsAnErrorStops() throws {
        #expect(try verdict("").findings == [])
        #expect(try verdict(#""nofile>=1""#).findings == [])
        let missed = try verdict(#""nofile<=1""#)
        #expect(missed.outcome == .pass)
        #expect(missed.findings.map(\.stops) == [false])
        #expect(missed.findings.first?.message.contains("expected at most 1") == true)
        #expect(try verdict(#"{"fact": "nofile", "atMost": 1, "severity": "error"}"#).outcome == .stop)
        #expect(try verdict(#"{"fact": "nofile", "atMost": 1, "severity": "warning"}"#).outcome == .pass)
        #expect(try verdict(#""no.such.fact>=1""#).outcome == .unknown)
    }
}
