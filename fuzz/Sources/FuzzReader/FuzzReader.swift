// The bytes of the fuzzer as a file, through the reader with every option and through the judgement of a place that
// defines some nodes, lacks others and knows nothing of the rest.

import PreflightELF
import PreflightLoader

#if canImport(Glibc)
    import Glibc
#endif

/// A file in memory, made once and rewritten for each input.
private let file: (path: String, descriptor: CInt) = {
    let path = "/dev/shm/preflight-fuzz-\(getpid())"
    let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { fatalError("\(path) cannot be made; the fuzzer needs /dev/shm") }
    atexit { unlink(file.path) }
    return (path, descriptor)
}()

nonisolated(unsafe) private let buffers = ReadBuffers()

private struct FuzzPlace: Place {
    let name = "the place of the fuzzer"
    var libC: LibC
    let gap: String? = nil
    let interpreter: String? = "/lib64/ld-linux-x86-64.so.2"
    let kernel = Version("5.4")
    let cpuLevel: Int? = 1

    func answer(_ need: NeedKey) -> NodeAnswer {
        if need.library.hasPrefix("libc") {
            return need.node.name.hasPrefix("GLIBC_2.3") ? .present(evidence: "fuzz") : .absent(evidence: "fuzz")
        }
        return need.library.hasPrefix("libm") ? .undecided("the fuzzer does not say") : .unlisted
    }

    func answer(_ library: LibraryKey) -> LibraryAnswer { library.name.hasPrefix("libc") ? .base : .unlisted }
}

private let places = [
    FuzzPlace(libC: .glibc(Version(2, 29))), FuzzPlace(libC: .glibc(Version(2, 36))), FuzzPlace(libC: .musl(Version(1, 2))),
]

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    _ = ftruncate(file.descriptor, 0)
    guard pwrite(file.descriptor, data, count, 0) == count else { fatalError("/dev/shm is full") }
    do throws(ReadError) {
        var object = try ObjectFile(path: file.path, buffers: buffers)
        check(object.object)
        try object.read(.all)
        check(object.object)
    } catch {
        precondition(!error.message.isEmpty && !error.message.contains("\n"), "not one sentence: \(error)")
        precondition(error.kind == .malformed || error.kind == .notELF, "a file in memory can be read: \(error)")
    }
    return 0
}

/// Whatever was read can be judged and shown.
private func check(_ object: Object) {
    for place in places {
        let judgement = judge(object, in: place)
        precondition(judgement.verdict == (judgement.reasons.map(\.verdict).max() ?? .runs))
    }
    for name in object.needed + object.symbols.prefix(100).map(\.name) {
        precondition(RawText.bytes(name).withUnsafeBytes { RawText.string($0) } == name)
        precondition(RawText.visible(name).unicodeScalars.allSatisfy { $0.value >= 0x20 })
    }
    for need in object.needs { for node in need.nodes { _ = object.symbols(ofVersion: node.index) } }
}
