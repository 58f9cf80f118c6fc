// What became of an expectation, for formats that know findings only.

import PreflightCore
import PreflightELF
import PreflightHost

extension HostFinding {
    /// "nofile is 1,024, expected at least 65,536 (configuration)"; escaped.
    var sentence: String {
        let (name, demand) = (RawText.visible(expectation.fact), RawText.visible(expected))
        let text: String
        switch outcome {
        case .fail, .warn, .pass: text = "\(name) is \(observed), expected \(demand)"
        case .unknown: text = "\(name): \(RawText.visible(why ?? "not read")); expected \(demand)"
        case .notApplicable: text = "\(name) was not judged: \(RawText.visible(why ?? ""))"
        }
        return text + " (\(expectation.origin.words))"
    }

    private var observed: String {
        guard let reading, case .success(let value) = reading.value else { return "unknown" }
        return RawText.visible(value.shown(as: reading.unit))
    }

    /// How much it matters; nil where nothing is wrong, or it is only worth knowing.
    var level: Finding.Level? {
        switch outcome {
        case .fail: .error
        case .unknown: expectation.severity == .info ? nil : .unknown
        case .warn: expectation.severity == .warning ? .warning : nil
        case .pass, .notApplicable: nil
        }
    }
}

/// Something wrong with a machine.
struct HostTrouble {
    /// The rule.
    var rule: HostRule
    /// How much it matters.
    var level: Finding.Level
    /// The name of the fact, or what else it is about; as it is.
    var name: String
    /// What tells it apart from all others of its rule.
    var identity: String
    /// The sentence; escaped.
    var sentence: String
    /// The remedies, a sentence each; escaped.
    var remedies: [String]
}

extension HostReport {
    /// What the machine is called in reports on objects.
    static var name: String { "this machine" }

    /// Expectations that are not met, then what stands out whatever was expected; the latter decides nothing, so it is a warning at
    /// most.
    var troubles: [HostTrouble] {
        let missed = findings.compactMap { finding -> HostTrouble? in
            guard let level = finding.level else { return nil }
            return HostTrouble(
                rule: .expectation, level: level, name: finding.expectation.fact, identity: finding.expectation.text,
                sentence: finding.sentence,
                remedies: finding.remedies)
        }
        let outstanding = remarks.filter { $0.severity != .info }.map { remark in
            HostTrouble(
                rule: remark.rule, level: .warning, name: remark.subject,
                identity: remark.subject + remark.message, sentence: RawText.visible(remark.message),
                remedies: remark.remedy.sentences)
        }
        return missed + outstanding
    }
}

extension HostFinding {
    /// The remedies, a sentence each; escaped.
    var remedies: [String] { remedy.sentences }
}

extension HostRemedy? {
    fileprivate var sentences: [String] {
        [self?.now.map { "now: " + $0 }, self?.forGood.map { "for good: " + $0 }].compactMap { $0 }
            // Lines are text to paste: each stays one.
            .flatMap { $0.split(separator: "\n") }.map { RawText.visible(String($0)) }
    }
}
