// What most tests of the reader start with: a file made of bytes, read as a whole.

import PreflightTestSupport

@testable import PreflightELF

/// Reads the file at `path`.
func read(_ path: String, _ options: ReadOptions = .all) throws -> Object {
    var file = try ObjectFile(path: path, buffers: ReadBuffers())
    try file.read(options)
    return file.object
}

/// Writes `image` to a file of its own and reads it.
func read(_ image: ELFImage, _ options: ReadOptions = .all) throws -> Object {
    try read(bytes: image.bytes, options)
}

/// Writes what `builder` builds to a file of its own and reads it.
func read(_ builder: ELFBuilder, _ options: ReadOptions = .all) throws -> Object {
    try read(bytes: builder.write(), options)
}

/// Writes `bytes` to a file of their own and reads it.
func read(bytes: [UInt8], _ options: ReadOptions = .all) throws -> Object {
    let directory = try TemporaryDirectory()
    return try read(try directory.write("object", bytes), options)
}

/// The error that reading `image` ends in, nil where it ends well.
func readError(_ image: ELFImage, _ options: ReadOptions = .all) throws -> ReadError? {
    try readError(bytes: image.bytes, options)
}

/// The error that reading `bytes` ends in, nil where it ends well.
func readError(bytes: [UInt8], _ options: ReadOptions = .all) throws -> ReadError? {
    let directory = try TemporaryDirectory()
    return readError(try directory.write("object", bytes), options)
}

/// The error that reading the file at `path` ends in, nil where it ends well.
func readError(_ path: String, _ options: ReadOptions = .all) -> ReadError? {
    do throws(ReadError) {
        var file = try ObjectFile(path: path, buffers: ReadBuffers())
        try file.read(options)
        return nil
    } catch {
        return error
    }
}

/// All that was read, as text that two readings can be compared by; the place of the section table is left out.
func summary(_ object: Object) -> String {
    var object = object
    object.header.sectionOffset = 0
    object.header.sectionCount = 0
    object.users = [:]
    // Facts of the program headers, which differ by class and by what a test appends.
    object.loadAlignment = 0
    object.programHeaderSize = 0
    return String(reflecting: object)
}

/// `Library: node, node` for each need, in file order.
func needs(_ object: Object) -> [String] {
    object.needs.map { "\($0.library): " + $0.nodes.map(\.name).joined(separator: ", ") }
}

extension Encoding {
    /// The encoding of the machines that most people have.
    static let usual = Encoding(is64Bit: true, isBigEndian: false)
}

/// Names of a handful of programs that tests build.
enum Source {
    static let empty = "int main(void) { return 0; }\n"
    /// With two nodes of its own; needs the script ``versions``.
    static let library = "int one(void) { return 1; }\nint two(void) { return 2; }\n"
    static let versions = "V_1 { global: one; local: *; };\nV_2 { global: two; } V_1;\n"
    static let user = "int one(void); int two(void);\nint main(void) { return one() + two(); }\n"
    /// For static programs without a C library.
    static let bare = "void _start(void) { for (;;); }\n"

    /// Builds `libversions.so`, whose nodes are V_1 and V_2, in `directory`.
    static func buildLibrary(in directory: TemporaryDirectory) throws -> String {
        try directory.write("versions.map", versions)
        return try compile(
            library, ["-shared", "-fPIC", "-Wl,--version-script=versions.map", "-Wl,-soname,libversions.so.1"],
            as: "libversions.so", in: directory
        )
    }

    /// Builds a program that needs one and two of `libversions.so`, which is built first.
    static func buildUser(_ flags: [String] = [], in directory: TemporaryDirectory) throws -> String {
        _ = try buildLibrary(in: directory)
        return try compile(user, flags + ["-L.", "-lversions"], as: "user", in: directory)
    }
}
