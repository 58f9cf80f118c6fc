// `--format github`: annotations for GitHub Actions, the Markdown report in the step's summary, and outputs for later steps.

import PreflightCore
import PreflightLoader
import PreflightELF
import PreflightHost
import PreflightInputs
import PreflightTargets

/// Workflow commands on the sink; the files that the runner names in its environment are appended to.
struct GitHubReport: Report {
    private let sink: Sink
    private let context: ReportContext
    private var rows: ObjectRows
    private let words: FindingWords
    private var errors: [InputError] = []

    /// A step shows ten of each kind and drops the others without a word.
    private static let mostOfAKind = 10
    /// The runner takes 1 MiB of summary a step.
    private static let summaryLimit = 1_000_000

    init(_ sink: Sink, _ context: ReportContext) {
        self.sink = sink
        self.context = context
        rows = ObjectRows(context.targets)
        words = FindingWords(context.targets)
    }

    mutating func add(_ outcome: CheckOutcome) {
        switch outcome {
        case .nothing, .passedOver: break
        case .failure(let error): if errors.count < MarkdownReport.mostErrors { errors.append(error) }
        case .object(let report): rows.add(report)
        }
    }

    mutating func finish(_ summary: Summary) {
        annotate(summary)
        if let path = context.environment("GITHUB_STEP_SUMMARY"), !path.isEmpty {
            append(to: path) { file in
                MarkdownReport.write(rows, errors, summary, context, limit: Self.summaryLimit, to: file)
                file.write("\n")
            }
        }
        if let path = context.environment("GITHUB_OUTPUT"), !path.isEmpty {
            append(to: path) { file in for (name, value) in outputs(summary) { file.write("\(name)=\(value)\n") } }
        }
    }

    private func append(to path: String, _ body: (Sink) -> Void) {
        do throws(Sink.Failure) {
            let file = try Sink(appendingTo: path)
            body(file)
            file.flush()
            if let failure = file.failure { throw failure }
        } catch {
            context.complain("preflight: \(RawText.visible(path)): cannot be written: \(error)")
        }
    }

    // MARK: Annotations

    private struct Annotation {
        var kind: String
        var title: String
        var text: String
        var file: String?
    }

    private func annotate(_ summary: Summary) {
        var left: [String: Int] = [:]
        var written: [String: Int] = [:]
        for annotation in annotations(summary) {
            guard written[annotation.kind, default: 0] < Self.mostOfAKind else {
                left[annotation.kind, default: 0] += 1
                continue
            }
            written[annotation.kind, default: 0] += 1
            write(annotation)
        }
        for (kind, word) in [("error", "error"), ("warning", "warning")] {
            guard let count = left[kind] else { continue }
            write(
                Annotation(
                    kind: "notice", title: "preflight",
                    text: "\(counted(count, "more \(word)")) of this step \(count == 1 ? "is" : "are") in its summary."))
        }
    }

    private func annotations(_ summary: Summary) -> [Annotation] {
        let unknown = summary.policy.onUnknown == .fail ? "error" : "warning"
        let kinds: [Finding.Level: String] = [
            .error: summary.policy.failOn == .never ? "warning" : "error", .unknown: unknown,
            .warning: summary.policy.failOn == .warning ? "error" : "warning",
        ]
        var annotations = errors.map { error in
            Annotation(kind: unknown, title: "\(shown(error.path)) cannot be read", text: shown(error.message))
        }
        for row in rows.byFindings {
            let name = shown(row.path) + (row.others.isEmpty ? "" : " and \(counted(row.others.count, "other"))")
            for place in row.worstFirst {
                let finding = row.findings[place]
                // What does not count is in the summary.
                guard finding.suppression == nil else { continue }
                var text = words.sentence(finding, judged: row.judged)
                for line in words.blame(finding) { text += "\nfrom: " + line }
                if let remedy = finding.reason.remedy { text += "\nremedy: " + shown(remedy) }
                annotations.append(
                    Annotation(
                        kind: kinds[finding.level] ?? "error", title: "\(name): \(finding.reason.rule.rawValue)", text: text,
                        file: finding.source(in: context)))
            }
        }
        for trouble in summary.host?.troubles ?? [] {
            let text = ([trouble.sentence] + trouble.remedies).joined(separator: "\n")
            annotations.append(Annotation(kind: kinds[trouble.level] ?? "error", title: HostReport.name, text: text))
        }
        for waiver in summary.expiredWaivers {
            annotations.append(
                Annotation(
                    kind: "error", title: "Expired waiver",
                    text: "expired on \(waiver.expires?.description ?? ""): \(shown(waiver.reason))",
                    file: Configuration.fileName))
        }
        return annotations
    }

    private func write(_ annotation: Annotation) {
        let file = annotation.file.map { "file=\(Escape.workflowProperty(shown($0))),line=1," } ?? ""
        let text = annotation.text.split(separator: "\n").joined(separator: "\n")
        sink.write(
            "::\(annotation.kind) \(file)title=\(Escape.workflowProperty(annotation.title))::\(Escape.workflowMessage(text))\n")
    }

    // MARK: Outputs

    private func outputs(_ summary: Summary) -> [(String, String)] {
        let decision = Decision(summary)
        return [
            ("shippable", summary.isShippable ? "true" : "false"), ("status", "\(summary.status)"),
            ("decision", decision.word + decision.rest), ("objects", "\(summary.objects)"), ("failing", "\(summary.failing)"),
            ("unknown", "\(summary.unknown)"), ("unreadable", "\(summary.unreadable)"),
            ("lowest", summary.lowest.compactMap { $0.target.map { shown($0.id) } }.joined(separator: ",")),
        ]
    }
}
