// The objects in a package that is about to come, as they will lie in the root.

internal import PreflightELF
internal import PreflightInputs

/// Reads the objects in a package file.
enum PackageObjects {
    /// Unpacks `path` into a private directory, which is gone again afterwards, and reads what each object needs.
    ///
    /// - Throws: ``InputError`` where it cannot be unpacked or read whole before the deadline.
    static func read(_ path: String, deadline: Deadline) throws(InputError) -> [LocalObject] {
        let tree = try unpack(path, deadline: deadline)
        return try objects(in: tree, deadline: deadline)
    }

    /// Unpacks `path` into a private directory, which lasts as long as somebody holds it.
    ///
    /// - Parameter isDebian: it is a .deb, which dpkg-deb decodes.
    /// - Throws: ``InputError`` where it cannot be unpacked whole before the deadline.
    static func unpack(_ path: String, isDebian: Bool = false, deadline: Deadline) throws(InputError) -> UnpackedTree {
        var limits = UnpackLimits()
        limits.seconds = Int(deadline.milliseconds) / 1000
        guard limits.seconds > 0 else {
            throw InputError(path: path, message: "was not unpacked: less than a second of \(deadline.words) was left")
        }
        let unpacker = Unpacker(limits: limits, programs: programs, prefersDpkg: isDebian)
        let tree = try unpacker.unpack(path)
        if let complaint = tree.complaints.first { throw complaint }
        return tree
    }

    /// Where the programs lie that decode packages; an administrator's own directory is none of them.
    static let programs = ["/usr/bin", "/bin"]

    /// What each object in `tree` needs.
    ///
    /// - Throws: ``InputError`` where one cannot be read, or the deadline comes first.
    static func objects(in tree: UnpackedTree, deadline: Deadline) throws(InputError) -> [LocalObject] {
        let buffers = ReadBuffers()
        var objects: [LocalObject] = []
        var walk = Walk([tree.directory])
        while let element = walk.next() {
            guard !deadline.isOver else {
                throw InputError(path: tree.name, message: "was not read to its end: the time of \(deadline.words) is up")
            }
            let input = try element.get()
            do throws(ReadError) {
                let file = try ObjectFile(path: input.path, isExpectedRegular: true, buffers: buffers)
                if let needs = try ObjectNeeds.kept(of: file.object) {
                    objects.append(LocalObject(path: tree.member(input.path), needs: needs))
                }
            } catch {
                if error.kind == .unreadable { throw InputError(path: tree.name, message: error.description) }
            }
        }
        return objects
    }
}
