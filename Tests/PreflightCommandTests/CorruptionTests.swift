// Thousands of broken files through the real commands. Whatever is broken, each file gets a reading or one sentence, and
// no process crashes, hangs or takes more memory than it may.

import PreflightTestSupport
import Testing

@Suite("Broken files")
struct CorruptionTests {
    static let seed: UInt64 = 0x5EED_0001
    static let batchSize = 500

    @Test("each gets a reading or a sentence from every command")
    func commands() throws {
        var (total, seen) = (0, 0)
        try Corruptor.forEach(seed: Self.seed) { corruptions in
            total += corruptions.count
            for start in stride(from: 0, to: corruptions.count, by: Self.batchSize) {
                let batch = try Batch(Array(corruptions[start..<min(start + Self.batchSize, corruptions.count)]))
                for command in [["inspect", "--format", "json"], ["check", "--format", "json"], ["floor"]] {
                    let all = 0..<batch.corruptions.count
                    if let failure = try run(command, batch, all) { try report(command, batch, all, failure) }
                }
                seen += batch.corruptions.count
            }
        }
        #expect(total >= 3000 && seen == total, "\(total) broken files are too few")
    }

    @Test("one by one none takes more than 40 MB")
    func memory() throws {
        var generator = Generator(seed: Self.seed)
        try Corruptor.forEach(seed: Self.seed) { corruptions in
            let batch = try Batch((0..<5).map { _ in generator.pick(corruptions) })
            for number in batch.corruptions.indices {
                let failure = try run(["inspect", "--format", "json"], batch, number..<number + 1)
                #expect(failure == nil, "\(batch.corruptions[number].description) (seed \(Self.seed))")
            }
        }
    }

    /// Broken files on the disk.
    private struct Batch {
        let corruptions: [Corruption]
        let directory: TemporaryDirectory
        let paths: [String]

        init(_ corruptions: [Corruption]) throws {
            self.corruptions = corruptions
            let directory = try TemporaryDirectory()
            self.directory = directory
            paths = try corruptions.enumerated().map { number, corruption in
                try directory.write("\(number)", corruption.bytes)
            }
        }
    }

    /// Runs `command` over some files of `batch`; says what was wrong, nil where nothing was.
    private func run(_ command: [String], _ batch: Batch, _ range: Range<Int>) throws -> String? {
        let list = batch.paths[range].map { $0 + "\n" }.joined()
        let seconds = 10 + Double(range.count) / 20
        let outcome = try preflight(command + ["--files-from", "-"], input: Array(list.utf8), seconds: seconds)
        guard outcome.isOrderly else { return "\(outcome)" }
        guard outcome.status == 0 || outcome.status == 1 || outcome.status == 3 else { return "\(outcome)" }
        if let peak = outcome.peakKilobytes, peak > 40 << 10 { return "took \(peak) KiB" }
        let place = batch.directory.path
        let answers =
            command == ["floor"]
            ? outcome.outputText.split(separator: "\n").count { $0.contains(place) }
                + outcome.errorText.split(separator: "\n").count { $0.hasPrefix("preflight: \(place)/") }
            : count("\"path\":\"\(place)/", in: outcome.output)
        return answers == range.count ? nil : "\(answers) of \(range.count) files got an answer"
    }

    /// Looks for the file that a batch failed for, by halves.
    private func report(_ command: [String], _ batch: Batch, _ range: Range<Int>, _ failure: String) throws {
        var (guilty, words) = (range, failure)
        while guilty.count > 1 {
            let middle = guilty.lowerBound + guilty.count / 2
            if let failure = try run(command, batch, guilty.lowerBound..<middle) {
                (guilty, words) = (guilty.lowerBound..<middle, failure)
            } else if let failure = try run(command, batch, middle..<guilty.upperBound) {
                (guilty, words) = (middle..<guilty.upperBound, failure)
            } else {
                break
            }
        }
        let names = batch.corruptions[guilty].prefix(3).map(\.description).joined(separator: "; ")
        Issue.record(
            "\(command.joined(separator: " ")) with seed \(Self.seed) on \(guilty.count) files, \(names): \(words)"
        )
    }

    private func count(_ mark: String, in text: [UInt8]) -> Int {
        let (mark, first) = (Array(mark.utf8), text.startIndex)
        var (found, place) = (0, first)
        while let start = text[place...].firstIndex(of: mark[0]) {
            if text[start...].starts(with: mark) { found += 1 }
            place = start + 1
        }
        return found
    }
}
