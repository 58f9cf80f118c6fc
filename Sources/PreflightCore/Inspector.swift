// What `inspect` reads: objects as a whole, and static archives member by member.

public import PreflightELF
public import PreflightInputs

/// Reads inputs as a whole; not to be shared between threads.
public struct Inspector {
    /// What comes of an input, or of one member of an archive.
    public enum Outcome: Sendable {
        /// An object; a member of an archive is called `archive.a(member.o)`.
        case object(Object, path: String)
        /// A member that is no object, with a word why; nothing is wrong with it.
        case passedOver(InputError)
        /// Could not be read.
        case failure(InputError)
    }

    private let buffers = ReadBuffers()

    /// An inspector with memory of its own.
    public init() {}

    /// Hands what comes of `item` to `deliver`, which says whether to go on.
    public func inspect(_ item: Walk.Element, _ deliver: (Outcome) -> Bool) {
        let input: Input
        switch item {
        case .failure(let error):
            _ = deliver(.failure(error))
            return
        case .success(let found): input = found
        }
        do throws(ReadError) {
            var file = try ObjectFile(path: input.path, isExpectedRegular: !input.isNamed, buffers: buffers)
            _ = deliver(.object(try Self.whole(&file), path: input.name))
        } catch {
            switch error.kind {
            case .archive: members(of: input, deliver)
            case .notELF where !input.isNamed: return
            default: _ = deliver(.failure(InputError(path: input.name, message: error.description)))
            }
        }
    }

    private static func whole(_ file: inout ObjectFile) throws(ReadError) -> Object {
        // What a library exports is legion and told by its nodes; what an object defines is what a link wants of it.
        try file.read(
            file.object.kind == .relocatable ? [.references, .exports] : [.definitions, .references, .bindings, .notes])
        return file.object
    }

    private func members(of input: Input, _ deliver: (Outcome) -> Bool) {
        let path = input.name
        var archive: StaticArchive
        do throws(ReadError) {
            archive = try StaticArchive(path: input.path, buffers: buffers)
        } catch {
            _ = deliver(.failure(InputError(path: path, message: error.description)))
            return
        }
        var faults = 0
        while faults < Self.mostFaults {
            let member: StaticArchive.Member
            do throws(ReadError) {
                guard let next = try archive.next() else { return }
                member = next
            } catch {
                faults += 1
                guard deliver(.failure(InputError(path: path, message: error.description))) else { return }
                continue
            }
            let name = "\(path)(\(member.name))"
            var outcome: Outcome
            do throws(ReadError) {
                var file = try archive.open(member)
                outcome = .object(try Self.whole(&file), path: name)
            } catch {
                let remark = InputError(path: name, message: error.description)
                outcome = error.kind == .notELF ? .passedOver(remark) : .failure(remark)
                faults += 1
            }
            guard deliver(outcome) else { return }
        }
        _ = deliver(
            .failure(
                InputError(
                    path: path, message: "has more than \(Self.mostFaults) members that cannot be read; the rest is left out")
            )
        )
    }

    /// Reports remember them all; no archive of use has as many.
    private static let mostFaults = 10_000
}
