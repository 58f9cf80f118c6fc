// Fixtures from three-line sources, by the compiler of the machine.

/// The C compiler, if there is one.
public let compiler = find("gcc") ?? find("cc")

/// Compiles `source` into the file `name` of `directory` and returns its path.
///
/// - Parameter flags: such as `-shared`; libraries belong here too, they come behind the source.
@discardableResult
public func compile(
    _ source: String, _ flags: [String] = [], as name: String, in directory: TemporaryDirectory
) throws -> String {
    guard let compiler else { throw SupportError("there is no C compiler; install gcc to run this test") }
    try directory.write("\(name).c", source)
    return try tool(compiler, ["-o", name, "\(name).c"] + flags, makes: name, in: directory)
}

/// Runs a tool that makes the file `name` in `directory`, such as objcopy, and returns the path of the file.
@discardableResult
public func tool(
    _ program: String, _ arguments: [String], makes name: String, in directory: TemporaryDirectory
) throws -> String {
    let path = program.contains("/") ? program : find(program) ?? program
    let outcome = try run(path, arguments, in: directory.path, seconds: 60)
    guard outcome.status == 0 else {
        throw SupportError("\(program) \(arguments.joined(separator: " ")) failed: \(outcome)")
    }
    return directory.file(name)
}
