// The objects in a package that is about to come, as they will lie in the root.

internal import PreflightELF
internal import PreflightInputs

/// Reads the objects in a package file.
enum PackageObjects {
    /// Unpacks `path` into a private directory, which is gone again afterwards, and reads what each object needs.
    ///
    /// - Throws: ``InputError`` where it cannot be unpacked or read whole before the deadline.
    static func read(_ path: String, deadline: Deadline) throws(InputError) -> [LocalObject] {
        var limits = UnpackLimits()
        limits.seconds = Int(deadline.milliseconds) / 1000
        guard limits.seconds > 0 else {
            throw InputError(path: path, message: "was not unpacked: less than a second of \(deadline.words) was left")
        }
        let tree = try Unpacker(limits: limits).unpack(path)
        if let complaint = tree.complaints.first { throw complaint }
        let buffers = ReadBuffers()
        var objects: [LocalObject] = []
        var walk = Walk([tree.directory])
        while let element = walk.next() {
            guard !deadline.isOver else {
                throw InputError(path: path, message: "was not read to its end: the time of \(deadline.words) is up")
            }
            let input = try element.get()
            do throws(ReadError) {
                let file = try ObjectFile(path: input.path, isExpectedRegular: true, buffers: buffers)
                if let needs = try ObjectNeeds.kept(of: file.object) {
                    objects.append(LocalObject(path: tree.member(input.path), needs: needs))
                }
            } catch {
                if error.kind == .unreadable { throw InputError(path: path, message: error.description) }
            }
        }
        return objects
    }
}
