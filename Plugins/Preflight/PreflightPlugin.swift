// `swift package preflight`: builds what the package ships and has the tool judge it, in one call.

import Foundation
import PackagePlugin

@main
struct PreflightPlugin: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let offers = context.package.products.compactMap(ProductOffer.init)
        var words = try PluginArguments(arguments, offers: offers)
        let tool = try context.tool(named: "preflight").url
        if words.isSubcommand { return try finish(tool, words.tool) }
        if words.wantsHelp {
            print(help)
            return try finish(tool, ["check", "--help"])
        }
        let configuration = context.package.directoryURL.appending(path: ".preflight.json").path
        if !words.namesConfiguration, FileManager.default.fileExists(atPath: configuration) {
            words.tool = ["--config", readable(configuration)] + words.tool
        }
        if words.skipsBuild { return try finish(tool, ["check"] + words.tool) }

        // Wrong words and a wrong configuration are told before a long build, and by the tool, which alone reads them.
        let configured = Pipe()
        let status = try run(tool, ["check", "--list-products"] + words.tool, output: configured)
        guard status == 0 else { return report(status) }
        let listed = String(decoding: configured.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let (chosen, skipped) =
            try words.products.isEmpty
            ? offers.choose(listed.split(separator: "\n").map(String.init), from: "The configuration")
            : offers.choose(words.products)
        if !skipped.isEmpty {
            let list = skipped.map(\.description).joined(separator: ", ")
            Diagnostics.progress("left out, because they leave no file that is loaded: \(list)")
        }
        let companions = context.package.dynamicLibraries(linkedBy: chosen).filter { !chosen.contains($0) }
        let paths = try (chosen + companions).map { try build($0, words) }
        try finish(tool, ["check"] + paths + words.tool)
    }

    /// Builds one product.
    ///
    /// - Returns: the path of its file.
    private func build(_ product: ProductOffer, _ words: PluginArguments) throws -> String {
        var parameters = PackageManager.BuildParameters(
            configuration: words.isDebug ? .debug : .release, logging: words.isVerbose ? .verbose : .concise, echoLogs: true
        )
        parameters.otherSwiftcFlags = words.compilerFlags["-Xswiftc"] ?? []
        parameters.otherCFlags = words.compilerFlags["-Xcc"] ?? []
        parameters.otherLinkerFlags = words.compilerFlags["-Xlinker"] ?? []
        if product.kind == .executable, let linkage = words.linkage { parameters.otherSwiftcFlags.append(linkage) }
        let result = try packageManager.build(.product(product.name), parameters: parameters)
        let kind: PackageManager.BuildResult.BuiltArtifact.Kind =
            product.kind == .executable ? .executable : .dynamicLibrary
        guard result.succeeded, let artifact = result.builtArtifacts.first(where: { $0.kind == kind }) else {
            throw PluginRefusal("\(product.name) could not be built, so nothing was judged.")
        }
        return readable(artifact.url.path)
    }
}

/// Runs the tool and turns its status into the end of the run, which knows only 0 and 1.
private func finish(_ tool: URL, _ words: [String]) throws { report(try run(tool, words)) }

private func report(_ status: Int32) {
    switch status {
    case 0: break
    case 1: Diagnostics.error("preflight: there are findings, see the report (status 1)")
    case 2: Diagnostics.error("preflight: an option or the configuration is wrong, nothing was judged (status 2)")
    case 3: Diagnostics.error("preflight: something could not be judged, or there was nothing to judge (status 3)")
    default: Diagnostics.error("preflight: the tool itself broke down (status \(status)); please report it")
    }
}

private func run(_ tool: URL, _ words: [String], output: Pipe? = nil) throws -> Int32 {
    let process = Process()
    process.executableURL = tool
    process.arguments = words
    if let output { process.standardOutput = output }
    try process.run()
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
}

/// The path as a person in the working directory would write it.
private func readable(_ path: String) -> String {
    let directory = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(directory) ? String(path.dropFirst(directory.count)) : path
}

private let help = """
    swift package preflight [option]... [option of the tool]...
      --product NAME                        build and judge this product; may be repeated; default: "products" of the
                                            configuration, else every executable and dynamic library
      --build-configuration debug|release   default: release
      --static-swift-stdlib                 link executables as `swift build --static-swift-stdlib` does
      --static-executable                   link executables without any library of the system
      -Xswiftc, -Xcc, -Xlinker FLAG         for the build, as `swift build` takes them
      --skip-build PATH...                  judge finished files
      -v, --verbose                         show the commands of the build
    swift package preflight SUBCOMMAND ...  call the tool and build nothing: inspect, floor, targets, ...

    Everything else goes to `preflight check`:

    """
