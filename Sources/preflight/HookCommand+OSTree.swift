// `preflight hook ostree`: what the units of Plugins/ostree call when a deployment is staged, and again before it is finalized.

import ArgumentParser
import PreflightELF
import PreflightHooks
import PreflightInputs

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

struct OSTreeHookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ostree",
        abstract: "Judge the staged deployment of OSTree, rpm-ostree or bootc by the local programs that will run in it.",
        discussion: "Without an OSTree system or a staged deployment there is nothing to judge, and the answer is 0."
    )

    @OptionGroup var options: HookOptions

    @Option(help: ArgumentHelp("The root of the running system, with run and var.", valueName: "dir"), completion: .directory)
    var root = "/"

    @Option(
        help: ArgumentHelp("The physical root, with ostree/deploy. Default: /sysroot of the root.", valueName: "dir"),
        completion: .directory)
    var sysroot: String?

    @Option(
        help: ArgumentHelp("Judge the deployment in this directory instead of the staged one.", valueName: "dir"),
        completion: .directory)
    var deployment: String?

    func run() throws {
        let places = OSTreePlaces(
            root: absolute(root), sysroot: sysroot.map(absolute), deployment: deployment.map(absolute))
        try options.run(.ostree) { (session) throws(InputError) in try OSTreeHook.judge(session, places) }
    }
}

struct GreenbootHookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "greenboot",
        abstract: "Judge the booted system: local programs that do not start here, and what is expected of the host."
    )

    @OptionGroup var options: HookOptions

    @Option(help: ArgumentHelp("The root to judge.", valueName: "dir"), completion: .directory)
    var root = "/"

    func run() throws {
        let root = absolute(root)
        try options.run(.greenboot) { (session) throws(InputError) in try GreenbootHook.judge(session, root: root) }
    }
}

/// `path` from the top, without slashes at its end: hooks leave the working directory.
private func absolute(_ path: String) -> String {
    var full = path
    if !path.hasPrefix("/") {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        guard getcwd(&buffer, buffer.count) != nil else { return path }
        full = buffer.withUnsafeBytes { RawText.string(UnsafeRawBufferPointer(rebasing: $0.prefix { $0 != 0 })) } + "/" + path
    }
    while full.utf8.count > 1, full.utf8.last == UInt8(ascii: "/") { full.removeLast() }
    return full
}
