// What one known program says: rpm about its database, for instance. It gets nothing to read and no environment.

internal import PreflightELF

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Runs programs for what they write.
public enum ProgramOutput {
    /// What the program at `path` writes to its standard output.
    ///
    /// - Parameters:
    ///   - path: absolute.
    ///   - most: in bytes.
    ///   - deadline: when it is killed.
    /// - Throws: ``InputError`` that names `path`, where it is not there, fails, or says too much or too late.
    public static func of(
        _ path: String, _ arguments: [String], most: Int = 64 << 20, deadline: Deadline
    ) throws(InputError) -> [UInt8] {
        do throws(UnpackError) {
            let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
            guard nothing >= 0 else { throw UnpackError("cannot be run without /dev/null: \(String(cString: strerror(errno)))") }
            let stream = try ByteStream(words: [path] + arguments, on: nothing, deadline: deadline)
            var bytes: [UInt8] = []
            do throws(UnpackError) {
                while let piece = try stream.takeSome() {
                    guard bytes.count + piece.count <= most else { throw UnpackError("says more than \(most >> 20) MiB") }
                    bytes += piece
                }
            } catch {
                _ = stream.finish(isEarly: true)
                throw deadline.isOver ? UnpackError("gave no answer within \(deadline.words)") : error
            }
            let end = stream.finish(isEarly: false)
            guard end.isContent else { throw UnpackError("failed: \(end.words.isEmpty ? "it does not say why" : end.words)") }
            return bytes
        } catch {
            throw InputError(path: path, message: error.message)
        }
    }
}
