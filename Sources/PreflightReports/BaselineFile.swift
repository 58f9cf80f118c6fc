// The file of a baseline: sorted, one object a line, so that a version control system shows what changed.

public import PreflightCore
import PreflightELF

/// Writes baselines.
public enum BaselineFile {
    /// Writes `baseline` to `sink`. Names are escaped as for a terminal, which loses nothing.
    public static func write(_ baseline: Baseline, to sink: Sink) {
        var writer = JSONWriter(sink)
        writer.begin("{")
        writer.head()
        writer.key("kind")
        writer.string("baseline")
        writer.key("objects")
        writer.array { list in
            for path in baseline.findings.keys.sorted() {
                list.object { members in
                    members.key("path")
                    members.string(path)
                    members.key("findings")
                    members.array { list in
                        let findings = baseline.findings[path] ?? [:]
                        for key in findings.keys.sorted() {
                            list.object { members in
                                members.members(of: key)
                                members.key("targets")
                                members.strings((findings[key] ?? []).sorted())
                            }
                        }
                    }
                }
            }
        }
        writer.end("}")
        sink.write("\n")
    }
}
