// What stands after `swift package preflight`, parted into what the plugin takes and what the tool is given.
// This file and ProductChoice.swift import nothing: the unit tests share them, because nobody can depend on a plugin.

/// The words of one call.
struct PluginArguments: Equatable {
    /// Products named by `--product`.
    var products: [String] = []
    var isDebug = false
    /// What executables alone are compiled with. SwiftPM's `--static-swift-stdlib` leaves dynamic libraries as they are, and no
    /// linker makes a shared object with `-static`: a flag for all would judge what is not shipped.
    var linkage: String?
    /// `-Xswiftc`, `-Xcc` and `-Xlinker` with their values. Before the verb they would reach the tool as well and may break it.
    var compilerFlags: [String: [String]] = [:]
    var isVerbose = false
    var skipsBuild = false
    /// The first word was a subcommand of the tool: all words are its own.
    var isSubcommand = false
    var wantsHelp = false
    /// The words of the tool, in their order.
    var tool: [String] = []

    /// - Parameter offers: what the package has, for sentences that help.
    init(_ arguments: [String], offers: [ProductOffer] = []) throws(PluginRefusal) {
        var words = arguments[...]
        // SwiftPM looks for its own options even after the verb; a leading "--" keeps it from that and says nothing to us.
        if words.first == "--" { words.removeFirst() }
        var isFirst = true
        var buildOption: String?
        while let word = words.popFirst() {
            let halves = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let isAttached = halves.count == 2 && Self.valued.contains(halves[0])
            let name = isAttached ? halves[0] : word

            func value(_ what: String, orOption: Bool = false) throws(PluginRefusal) -> String {
                let value = isAttached ? halves[1] : words.first ?? ""
                guard !value.isEmpty, orOption || !value.hasPrefix("-") else {
                    let help = name == "--product" ? "; \(offers.sentence)" : ""
                    throw PluginRefusal("\(name) needs \(what) after it\(help).")
                }
                if !isAttached { words.removeFirst() }
                return value
            }

            switch name {
            case "--disable-sandbox", "--allow-writing-to-package-directory": continue
            case "--allow-network-connections", "--allow-writing-to-directory":
                _ = try value("a value")
                continue
            case "--":
                tool += [word] + words
                words = []
            case _ where isSubcommand: tool.append(word)
            case "--product":
                products.append(try value("the name of a product"))
                buildOption = name
            case "--build-configuration":
                let configuration = try value("debug or release")
                guard ["debug", "release"].contains(configuration) else {
                    throw PluginRefusal("--build-configuration takes debug or release, not \"\(configuration)\".")
                }
                isDebug = configuration == "debug"
                buildOption = name
            case "--static-swift-stdlib":
                linkage = linkage ?? "-static-stdlib"
                buildOption = name
            case "--static-executable":
                linkage = "-static-executable"
                buildOption = name
            case "-Xswiftc", "-Xcc", "-Xlinker":
                compilerFlags[name, default: []].append(try value("a flag", orOption: true))
                buildOption = name
            case "--verbose", "-v": isVerbose = true
            case "--skip-build": skipsBuild = true
            case "--help", "-h", "--help-hidden": wantsHelp = true
            default:
                isSubcommand = isFirst && (!word.hasPrefix("-") || word == "--version")
                tool.append(word)
            }
            isFirst = false
        }
        if skipsBuild, let buildOption {
            throw PluginRefusal("--skip-build builds nothing, so \(buildOption) cannot stand beside it.")
        }
    }

    /// The user has named a configuration.
    var namesConfiguration: Bool {
        tool.prefix { $0 != "--" }.contains { $0 == "--config" || $0.hasPrefix("--config=") }
    }

    private static let valued = [
        "--product", "--build-configuration", "--allow-network-connections", "--allow-writing-to-directory",
    ]
}

/// Why nothing was done: a sentence that ends the run.
struct PluginRefusal: Error, Equatable, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}
