// `preflight hook install` and `uninstall`: the files of a host, shown first where that is wanted.

public import ArgumentParser
import PreflightELF
public import PreflightHooks
import PreflightInputs

struct HookInstallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: "Put the files of a hook where its host looks for them.",
        discussion: """
            Files that somebody has changed are left alone and named; then the status is 1. The hook calls /usr/bin/preflight, \
            which has to be there.
            """
    )

    @OptionGroup var place: InstallationOptions

    func run() throws {
        let installation = try place.installation()
        let steps: [InstallationStep]
        do throws(InputError) {
            steps = try installation.plan()
        } catch {
            throw ValidationError("\(RawText.visible(error.path)) \(RawText.visible(error.message))")
        }
        try place.apply(steps, of: installation)
        print("To go on in spite of a stop: \(place.host.escape)")
        print("To take it out again: preflight hook uninstall \(place.host.name)")
        if steps.contains(where: { $0.action == .changed }) { throw Status.findings }
    }
}

struct HookUninstallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "uninstall",
        abstract: "Remove the files of a hook, unless somebody has changed them."
    )

    @OptionGroup var place: InstallationOptions

    func run() throws {
        let installation = try place.installation()
        let steps = installation.removal()
        try place.apply(steps, of: installation)
        // Other hooks make it again when they need it.
        if place.root == "/", !place.isDry, StateDirectory.remove(StateDirectory.standard) {
            print("remove: \(StateDirectory.standard)")
        }
        if steps.contains(where: { $0.action == .changed }) { throw Status.findings }
    }
}

struct InstallationOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Which hook: \(HookHost.all.map(\.name).joined(separator: ", ")).", valueName: "host"))
    var host: HookHost

    @Option(help: ArgumentHelp("The root to install into. Default: this system.", valueName: "dir"), completion: .directory)
    var root = "/"

    @Flag(name: .customLong("dry-run"), help: "Show what would be done, with the content of each file, and do nothing.")
    var isDry = false

    func installation() throws -> Installation {
        do throws(InputError) {
            return try Installation(host, root: root)
        } catch {
            throw ValidationError("\(RawText.visible(error.path)) \(error.message)")
        }
    }

    /// Does or shows `steps`, and says what was done.
    func apply(_ steps: [InstallationStep], of installation: Installation) throws {
        for step in steps {
            if isDry {
                print("would \(step.action.words): \(RawText.visible(step.path))")
                for line in String(decoding: step.content, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
                    .dropLast()
                {
                    print("    \(line)")
                }
                continue
            }
            do throws(InputError) {
                try installation.apply(step)
            } catch {
                complain("preflight: \(RawText.visible(error.path)) \(error.message)")
                throw Status.unknown
            }
            print("\(step.action.words): \(RawText.visible(step.path))")
        }
    }
}

extension InstallationStep.Action {
    fileprivate var words: String {
        switch self {
        case .create: "create"
        case .update: "update"
        case .keep: "keep, it is there"
        case .remove: "remove"
        case .absent: "pass over, it is not there"
        case .changed: "leave alone, it is not as it was installed"
        }
    }
}

extension HookHost: ExpressibleByArgument {
    /// The host of this name.
    public init?(argument: String) { self.init(named: argument) }
    /// The names of all.
    public static var allValueStrings: [String] { all.map(\.name) }
    /// The names of all, for the shell.
    public static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
