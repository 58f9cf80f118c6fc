// `preflight floor`: one line a file for shell scripts, streamed in the order of the input.

import ArgumentParser
import PreflightCore
import PreflightELF
import PreflightInputs
import PreflightReports

struct FloorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "floor",
        abstract: "Print the highest GLIBC_x.y that each file needs.",
        discussion: """
            One line a file: the node, a tab, the path; "-" where there is no numeric need. Directories are walked, and \
            files in them that are no ELF files are left out. What cannot be read goes to standard error, and the status \
            is 3 at the end.
            """
    )

    @OptionGroup var inputs: InputOptions

    func run() throws {
        let source = try inputs.source()
        let sink = Sink(descriptor: 1)
        var seen = 0
        var failed = false
        inOrder(
            workers: inputs.workerCount,
            next: source.next,
            makeWorker: {
                let buffers = ReadBuffers()
                return { item in FloorLine(item, buffers) }
            },
            deliver: { line in
                switch line {
                case .floor(let floor, let path):
                    seen += 1
                    sink.write(floor)
                    sink.write("\t")
                    if inputs.isNulSeparated {
                        sink.write(bytes: RawText.bytes(path))
                        sink.write("\0")
                    } else {
                        sink.write(RawText.visible(path))
                        sink.write("\n")
                    }
                case .nothing: break
                case .failure(let error):
                    failed = true
                    sink.flush()
                    complain("preflight: \(RawText.visible(error.path)): \(RawText.visible(error.message))")
                }
                return sink.isOpen
            }
        )
        sink.flush()
        if case .failed(let why) = sink.failure {
            complain("preflight: standard output: \(why)")
            throw Status.unknown
        }
        if sink.failure == .closed { return }
        if failed { throw Status.unknown }
        if seen == 0 {
            complain("preflight: there is no ELF file among what was named")
            throw Status.unknown
        }
    }
}

/// What one file contributes.
private enum FloorLine {
    case floor(String, path: String)
    case nothing
    case failure(InputError)

    init(_ item: Walk.Element, _ buffers: ReadBuffers) {
        switch item {
        case .failure(let error): self = .failure(error)
        case .success(let input):
            do throws(ReadError) {
                let file = try ObjectFile(path: input.path, isExpectedRegular: !input.isNamed, buffers: buffers)
                if file.object.isOpaque {
                    self = .failure(InputError(path: input.name, message: file.object.remark ?? "is packed"))
                    return
                }
                self = .floor(glibcFloor(file.object) ?? "-", path: input.name)
            } catch {
                if error.kind == .notELF || error.kind == .archive, !input.isNamed {
                    self = .nothing
                } else {
                    self = .failure(InputError(path: input.name, message: error.description))
                }
            }
        }
    }
}
