// Whole runs of a hook, in which time goes as the test wants it.

import PreflightCore
import PreflightInputs
import PreflightTestSupport
import Testing

@testable import PreflightHooks

struct HookSessionTests {
    private let place: TemporaryDirectory

    init() throws {
        place = try TemporaryDirectory()
        _ = try place.makeDirectory("root")
        _ = try place.makeDirectory("root/opt")
        for number in 1...6 {
            try place.write("root/opt/tool-\(number)", program(number == 2 ? "GLIBC_2.34" : "GLIBC_2.2.5"))
            try place.setMode("root/opt/tool-\(number)", 0o755)
        }
    }

    private func run(_ clock: Clock, _ onUnknown: OnUnknown) -> (answer: HookAnswer, lines: [String]) {
        var settings = HookSettings()
        settings.milliseconds = 4000
        settings.onUnknown = onUnknown
        settings.state = place.file("state")
        settings.configuration = place.file("preflight.json")
        let session = HookSession(
            .dnf, settings, log: HookLog(journal: "/nowhere/journal", syslog: "/nowhere/log"), clock: clock.now)
        session.root = place.file("root")
        var lines: [String] = []
        let answer = session.run(say: { lines.append($0) }) { (session) throws(InputError) in
            TransactionJudge.judge(downgrade(), inventory: session.inventory, deadline: session.deadline)
        }
        return (answer, lines)
    }

    /// The deadline comes while files are read: what was found by then counts, and how far it came is told and written down.
    @Test(arguments: [(1, OnUnknown.warn, HookAnswer.goOn), (1, .fail, .stop), (4, .warn, .stop)])
    func whatWasFoundBeforeTheDeadlineCounts(_ read: Int, _ onUnknown: OnUnknown, _ answer: HookAnswer) throws {
        try place.write("preflight.json", "{}")
        let whole = Clock(after: .max, ends: false)
        #expect(run(whole, .warn).answer == .stop)
        // Asked once at the start, once for each of six files that are met, and once before each that is read.
        let result = run(Clock(after: 1 + 6 + read + 1, ends: true), onUnknown)
        #expect(result.answer == answer)
        let partial = "the time of 4 s is up: checked \(read) of 6 files"
        #expect(result.lines.contains { $0.contains("not judged: local programs: \(partial)") }, "\(result.lines)")
        #expect(result.lines.contains { $0.contains("/opt/tool-2 would not start") } == (read > 1))
        let file = String(decoding: try readFile(place.file("state/last-verdict.json")), as: UTF8.self)
        let verdict = file.filter { !$0.isWhitespace }
        #expect(verdict.contains(#""coverage":{"checked":\#(read),"total":6}"#), "\(verdict)")
        #expect(file.contains(partial))
    }
}
