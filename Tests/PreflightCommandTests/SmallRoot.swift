// A root of this machine's loader and C library and of what a test compiles into it, judged by the command and, where this
// machine lets anybody change the root directory, started for real.

import PreflightTestSupport

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A small root, gone with its last reference.
final class SmallRoot {
    /// How a start ended.
    enum Start: String, Equatable {
        /// It came to its own code, lazily and with LD_BIND_NOW=1.
        case starts
        /// It came to its own code lazily only.
        case lazily
        /// It did not.
        case fails
    }

    let directory: TemporaryDirectory
    /// The directory of the root.
    let path: String
    /// LD_LIBRARY_PATH of a start.
    var libraryPath: String?

    /// Where this machine keeps its loader.
    static let loader = loaders.first { access($0, R_OK) == 0 }
    private static let loaders: [String] = ["/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1"]
    /// The default directory that has the C library.
    static let libraries = folders.first { access("\($0)/libc.so.6", R_OK) == 0 }
    private static let folders: [String] = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/lib64"]
    /// Why nothing of it can be done here; nil where it can.
    static let obstacle: String? =
        loader == nil || libraries == nil
        ? "this machine has no glibc that is known here" : compiler == nil ? "there is no C compiler" : nil
    /// Why programs cannot be started in a root here; nil where they can.
    static let startObstacle: String? = {
        guard let unshare = find("unshare"), let chroot = find("chroot") else { return "there is no unshare or chroot" }
        guard let outcome = try? run(unshare, ["-r", chroot, "/", "/bin/true"]), outcome.status == 0 else {
            return "this machine does not let users have namespaces of their own"
        }
        return nil
    }()

    init() throws {
        directory = try TemporaryDirectory()
        path = try directory.makeDirectory("root")
        guard let loader = Self.loader, let libraries = Self.libraries else { throw SupportError("no glibc") }
        try write(loader, try readFile(loader), mode: 0o755)
        try write("\(libraries)/libc.so.6", try readFile("\(libraries)/libc.so.6"))
    }

    /// Makes the directories above `name`, an absolute path in the root, and returns the path outside.
    @discardableResult
    func place(_ name: String) throws -> String {
        var made = path
        for part in name.split(separator: "/").dropLast() {
            made += "/\(part)"
            mkdir(made, 0o755)
        }
        return path + name
    }

    func write(_ name: String, _ bytes: [UInt8], mode: UInt32 = 0o644) throws {
        try writeFile(try place(name), bytes)
        chmod(path + name, mode)
    }

    func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

    func link(_ name: String, to target: String) throws {
        guard symlink(target, try place(name)) == 0 else { throw SupportError("symlink \(name)") }
    }

    /// The flags that make an object need `names`, which need not exist.
    private func stubs(_ names: [String]) throws -> [String] {
        var flags = ["-Wl,--no-as-needed"]
        for name in names {
            let file = "stub-" + String(name.map { $0 == "/" || $0 == "$" ? "_" : $0 })
            flags.append(try compile("", ["-shared", "-nostdlib", "-Wl,-soname,\(name)"], as: file, in: directory))
        }
        return flags
    }

    /// Compiles a library to `name` in the root, or beside the root where it shall only be linked with; its soname is the
    /// last part of the name.
    @discardableResult
    func library(
        _ name: String, _ source: String = "", _ flags: [String] = [], soname: String? = nil, needs: [String] = [],
        versions: String? = nil
    ) throws -> String {
        let last = String(name.split(separator: "/").last ?? "")
        var flags = flags
        if let versions { flags.append("-Wl,--version-script=\(try directory.write("versions", versions))") }
        let built = try compile(
            source, ["-shared", "-fPIC", "-w", "-nostdlib", "-Wl,-soname,\(soname ?? last)"] + (try stubs(needs)) + flags,
            as: "built-\(last)", in: directory
        )
        guard name.hasPrefix("/") else { return built }
        try write(name, try readFile(built), mode: 0o755)
        return built
    }

    /// Compiles a program that leaves with status 42 and mentions what `source` has in `use`.
    func program(_ source: String = "", _ flags: [String] = [], needs: [String] = [], at name: String = "/prog") throws {
        let leave = """

            volatile int never;
            void use(void);
            void _start(void) {
              if (never) use();
            #if defined __x86_64__
              __asm__ volatile("syscall" : : "a"(231L), "D"(42L));
            #else
              register long status __asm__("x0") = 42; register long number __asm__("x8") = 94;
              __asm__ volatile("svc 0" : : "r"(status), "r"(number));
            #endif
              for (;;);
            }

            """
        let built = try compile(
            (source.isEmpty ? "void use(void) {}" : source) + leave,
            ["-w", "-O1", "-nostdlib", "-no-pie", "-fno-stack-protector", "-Wl,-z,lazy", "-Wl,--allow-shlib-undefined"]
                + (try stubs(needs)) + flags, as: "program", in: directory
        )
        try write(name, try readFile(built), mode: 0o755)
    }

    /// The report of `check` on `subject`, as JSON.
    func check(_ subject: String = "/prog", _ options: [String] = []) throws -> Outcome {
        try preflight(["check", path + subject, "--root", path, "--format", "json"] + searchOptions + options)
    }

    /// The verdict of `check` on `subject`.
    func verdict(_ subject: String = "/prog", _ options: [String] = []) throws -> String? {
        PreflightCommandTests.verdict(on: path, in: try check(subject, options).outputText)
    }

    /// The paths of the libraries that `tree` lists, the subject and the loader left out.
    func libraries(_ subject: String = "/prog") throws -> [String] {
        let text = try preflight(["tree", path + subject, "--root", path, "--format", "json"] + searchOptions).outputText
        let members = text.split(separator: "\"members\":[").dropFirst().first?.split(separator: "\"edges\"").first ?? ""
        return members.split(separator: "{\"path\":\"").map { String($0.prefix { $0 != "\"" }) }
            .filter { $0 != subject && $0 != Self.loader && $0.hasPrefix("/") }
    }

    private var searchOptions: [String] { libraryPath.map { ["--library-path", $0] } ?? [] }

    /// Starts a program in the root; nil where that cannot be done here.
    func start(_ subject: String = "/prog") throws -> Start? {
        guard Self.startObstacle == nil, let unshare = find("unshare"), let chroot = find("chroot") else { return nil }
        func status(_ variables: [String]) throws -> Int32? {
            let search = libraryPath.map { ["LD_LIBRARY_PATH=\($0)"] } ?? []
            return try run("/usr/bin/env", variables + [unshare, "-r", chroot, path, "/entry"] + [subject] + search).status
        }
        // The environment is for the program alone: env, unshare and chroot are programs of this machine.
        try enter()
        if try status(["X=1"]) != 42 { return .fails }
        return try status(["X=1", "NOW=1"]) == 42 ? .starts : .lazily
    }

    /// A static program in the root that starts another with an environment of its own.
    private func enter() throws {
        guard access(path + "/entry", X_OK) != 0 else { return }
        let source = """
            #include <stdlib.h>
            #include <unistd.h>
            int main(int count, char **words) {
              char *environment[3] = {0}; int next = 0;
              if (getenv("NOW")) environment[next++] = "LD_BIND_NOW=1";
              if (count > 2) environment[next++] = words[2];
              execve(words[1], (char *[]){words[1], 0}, environment);
              return 126;
            }

            """
        let built = try compile(source, ["-static", "-O1"], as: "entry", in: directory)
        try write("/entry", try readFile(built), mode: 0o755)
    }
}
