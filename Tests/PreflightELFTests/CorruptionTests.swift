// The same broken files as for the commands, read with every option and judged, in a process of their own that may crash.

import PreflightLoader
import PreflightTestSupport
import Testing

@testable import PreflightELF

@Suite("Broken files, read whole")
struct CorruptionTests {
    @Test("end in an object that can be judged, or in a sentence")
    func readAndJudge() async throws {
        let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            var outcomes = (readings: 0, errors: 0)
            try Corruptor.forEach(seed: 0x5EED_0002) { try check($0, &outcomes) }
            if outcomes.readings < 500 || outcomes.errors < 1500 { preconditionFailure("too few: \(outcomes)") }
        }
        if let result, let text = String(validating: result.standardErrorContent, as: UTF8.self), !text.isEmpty {
            Issue.record("the last file before the end: \(text.suffix(500))")
        }
    }
}

/// Reads and judges each file; stops the process where the outcome is none that may be.
private func check(_ corruptions: [Corruption], _ outcomes: inout (readings: Int, errors: Int)) throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("broken")
    let buffers = ReadBuffers()
    let place = FakePlace(glibc: 36, ["libc.so.6": ["GLIBC_2.2.5", "GLIBC_2.34"], "libm.so.6": []])
    for corruption in corruptions {
        try writeFile(path, corruption.bytes)
        let note = { (what: String) in preconditionFailure("\(corruption.description): \(what)") }
        do throws(ReadError) {
            var file = try ObjectFile(path: path, buffers: buffers)
            try file.read(.all)
            let judgement = judge(file.object, in: place)
            if judgement.verdict != (judgement.reasons.map(\.verdict).max() ?? .runs) { note("\(judgement)") }
            outcomes.readings += 1
        } catch {
            // One sentence: not empty, no full stop, no line break, no path.
            let words = error.description
            if error.message.isEmpty || words.contains("\n") || words.hasSuffix(".") || words.contains(path) { note(words) }
            if error.kind != .malformed, error.kind != .notELF { note(words) }
            outcomes.errors += 1
        }
    }
}
