// `preflight host`: what this machine gives, and whether that is what is expected of it.

import ArgumentParser
import PreflightCore
import PreflightELF
import PreflightHost
import PreflightInputs
import PreflightReports

struct HostCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "host",
        abstract: "Judge this machine: limits, kernel parameters, control groups, system calls, clock, systemd.",
        discussion: """
            Without --expect, --profile and a "host" in the configuration it prints what it found and what stands out, and never \
            fails. With them the status is 0 all hold, 1 something does not, 2 usage error or expectations that exclude each \
            other, 3 something could not be read.
            """
    )

    @OptionGroup var expected: ExpectationOptions
    @OptionGroup var output: ReportOptions

    @Option(
        help: ArgumentHelp(
            "Read the files of DIR instead of this machine: an image, a chroot, a recorded tree.", valueName: "dir"),
        completion: .directory)
    var root: String?

    @Option(help: ArgumentHelp("Look at the limits and control groups of this process.", valueName: "pid"))
    var pid: Int32?

    @Option(help: ArgumentHelp("Read this systemd unit as well; may be repeated.", valueName: "unit"))
    var unit: [String] = []

    @Option(help: ArgumentHelp("How many threads each --unit is to run; a lower bound on its tasks stands out.", valueName: "n"))
    var threads: Int?

    @Option(
        name: .customLong("seccomp-profile"),
        help: ArgumentHelp(
            "Evaluate this seccomp profile (Docker's format or the OCI runtime's) for this kernel, as facts profile.NAME.",
            valueName: "file"), completion: .file())
    var seccompProfile: String?

    @Option(
        name: .customLong("cap-add"),
        help: ArgumentHelp("A capability beside Docker's usual ones, for --seccomp-profile; may be repeated.", valueName: "cap"))
    var addedCapabilities: [String] = []

    @Option(
        name: .customLong("seccomp-reader"),
        help: ArgumentHelp(
            "Who reads the profile: engine (Docker, Podman) or runtime (kubelet, CRI, runc). Default: engine.", valueName: "who"),
        completion: .words(SeccompReader.self))
    var seccompReaderWord = "engine"

    @OptionGroup var policyOptions: PolicyOptions

    @Flag(name: .shortAndLong, help: "Print the decision only.")
    var quiet = false

    @Flag(help: "With expectations, print all that was read as well.")
    var all = false

    @Flag(name: .customLong("no-probes"), help: "Try no system calls; expectations still try the ones they name.")
    var noProbes = false

    @Option(help: ArgumentHelp("Write all that was read to FILE as JSON, for --diff.", valueName: "file"), completion: .file())
    var snapshot: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Compare two snapshots: builder and production.", valueName: "file"), completion: .file())
    var diff: [String] = []

    @Flag(help: "Print the names of all facts.")
    var list = false

    @Flag(name: .customLong("list-profiles"), help: "Print the profiles and what they demand.")
    var listProfiles = false

    private var seccompReader: SeccompReader { SeccompReader(rawValue: seccompReaderWord) ?? .engine }

    func validate() throws {
        try check(SeccompReader.self, seccompReaderWord, "--seccomp-reader")
        if !diff.isEmpty, diff.count != 2 { throw ValidationError("--diff takes two snapshots, not \(diff.count).") }
        if let pid, pid < 1 { throw ValidationError("--pid takes the number of a process, not \(pid).") }
    }

    func run() throws {
        if !diff.isEmpty { return try compare() }
        if listProfiles { return try list { HostLists($0).profiles() } }
        let host = try host()
        if list { return try list { for name in host.names { $0.write(RawText.visible(name) + "\n") } } }
        let configuration = try expected.configuration()
        let expectations = try expected.expectations(configuration)
        let isWhole = expectations.isEmpty || all || snapshot != nil || output.wantsAll
        let report: HostReport
        do throws(ExpectationError) {
            report = try HostReport(host, expectations, probes: !noProbes, whole: isWhole)
        } catch {
            throw ValidationError(error.description)
        }
        let summary = Summary(report, policyOptions.policy(configuration))
        if let snapshot {
            let file = try openSink(snapshot)
            HostLists(file).snapshot(report, status: summary.status)
            guard file.close(snapshot) else { throw Status.unknown }
        }
        var context = output.context(summary)
        context.isQuiet = quiet
        context.showsWholeHost = all
        var reports = try output.open(context)
        reports.report.finish(summary)
        guard reports.close() else { throw Status.unknown }
        try output.leave(summary)
    }

    /// Writes a list where the report would go.
    private func list(_ body: (Sink) -> Void) throws {
        let sink = try openSink(output.output)
        body(sink)
        guard sink.close(output.output) else { throw Status.unknown }
    }

    private func host() throws -> Host {
        let place: HostRoot
        do throws(Unknown) {
            place = if let root { try HostRoot(path: root) } else { .live }
        } catch {
            throw ValidationError(RawText.visible(error.description))
        }
        return Host(root: place, process: pid, units: unit, threads: threads, further: try profileSection(place))
    }

    private func profileSection(_ place: HostRoot) throws -> [Host.Section] {
        guard let seccompProfile else { return [] }
        let kernel: KernelRelease
        do throws(Unknown) {
            kernel = try KernelRelease(root: place)
        } catch {
            throw ValidationError("--seccomp-profile depends on the kernel: \(RawText.visible(error.description))")
        }
        #if arch(arm64)
            let architecture = "arm64"
        #else
            let architecture = "amd64"
        #endif
        let added = addedCapabilities.map { $0.hasPrefix("CAP_") ? $0 : "CAP_" + $0 }
        let host = SeccompHost(
            reader: seccompReader, capabilities: SeccompHost.dockerCapabilities.union(added), kernel: kernel,
            architecture: architecture)
        do throws(InputError) {
            return [Host.Section(title: "Seccomp profile", reader: try SeccompProfileReader(path: seccompProfile, for: host))]
        } catch {
            throw ValidationError("\(RawText.visible(error.path)): \(RawText.visible(error.message))")
        }
    }

    private func compare() throws {
        if let other = output.destinations.first(where: { !["text", "json"].contains($0.format.name) }) {
            throw ValidationError("--diff writes text or json, not \(other.format.name).")
        }
        var snapshots: [HostSnapshot] = []
        for path in diff {
            do throws(InputError) {
                snapshots.append(try HostSnapshot(path: path))
            } catch {
                throw ValidationError("\(RawText.visible(error.path)): \(error.message)")
            }
        }
        try list { HostLists($0).differences(HostSnapshot.differences(snapshots[0], snapshots[1]), diff, as: output.wantsAll) }
    }
}

/// What is expected of a host, shared by the commands that judge one.
struct ExpectationOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What a fact has to be: 'nofile>=64Ki', 'clock.source=tsc|kvm-clock', 'call.io_uring_setup=reachable'. May be repeated.",
            valueName: "demand")
    )
    var expect: [String] = []

    @Option(
        help: ArgumentHelp(
            "What well-known software wants: swift-server, redis, … (--list-profiles). May be repeated.", valueName: "name"),
        completion: .custom { _, _, _ in Profile.all.map(\.name) })
    var profile: [String] = []

    @Option(
        help: ArgumentHelp(
            "The configuration file. Default: .preflight.json in the working directory, if it is there.", valueName: "file"),
        completion: .file())
    var config: String?

    func configuration() throws -> Configuration {
        var options = TargetOptions()
        options.config = config
        return try options.configuration()
    }

    /// Profiles first, then single expectations; the command line's beside the configuration's.
    func expectations(_ configuration: Configuration) throws -> [Expectation] {
        do throws(ExpectationError) {
            var expectations = try Profile.expectations(
                of: configuration.hostProfiles + profile.flatMap { $0.split(separator: ",").map(String.init) })
            expectations += configuration.hostExpectations
            for text in expect { expectations.append(try Expectation(text)) }
            return expectations
        } catch {
            throw ValidationError(error.description)
        }
    }
}
