// `.preflight.json`: read strictly, so that a misspelt key is an error and not a gate that is silently open.

import PreflightELF
public import PreflightInputs
import PreflightLoader
public import PreflightTargets

/// What a `.preflight.json` says; nil and empty where it says nothing.
public struct Configuration: Sendable, Equatable {
    /// Target names, groups and exclusions.
    public var targets: [String] = []
    /// The day that `supported` and `lts` refer to.
    public var asOf: Day?
    /// Products that the SwiftPM plugin builds.
    public var products: [String] = []
    /// Files and directories to check when the command line names none, relative to the configuration file.
    public var paths: [String] = []
    /// Patterns of what is left out.
    public var exclude: [String] = []
    /// Assumptions.
    public var assume: [Assumption] = []
    /// The least finding that fails.
    public var failOn: FailOn?
    /// What an unknown does.
    public var onUnknown: OnUnknown?
    /// Waivers.
    public var waivers: [Waiver] = []
    /// Names of the profiles that the host has to meet.
    public var hostProfiles: [String] = []
    /// What else is expected of the host.
    public var hostExpectations: [Expectation] = []

    /// Where hooks look for programs of their own besides the usual places: absolute paths.
    public var hookPaths: [String] = []
    /// Patterns of what hooks leave out.
    public var hookExclude: [String] = []
    /// What a hook does that could not judge; `warn` is a pass.
    public var hookOnUnknown: OnUnknown?

    /// A configuration that says nothing.
    public init() {}

    /// The name that is looked for.
    public static let fileName = ".preflight.json"
}

/// A configuration that cannot be used: one sentence with file, place and what was expected.
public struct ConfigurationError: Error, Equatable, CustomStringConvertible, Sendable {
    /// The sentence.
    public var description: String
}

extension Configuration {
    /// Reads the file at `path`.
    ///
    /// - Throws: ``ConfigurationError``.
    public init(path: String) throws(ConfigurationError) {
        func failure(_ message: String) -> ConfigurationError {
            ConfigurationError(description: "\(RawText.visible(path)): \(message)")
        }
        let bytes: [UInt8]
        do throws(InputError) {
            bytes = try wholeFile(path, most: 1 << 20, what: "no configuration is")
        } catch {
            throw failure(error.message)
        }
        let document: JSONValue
        do throws(JSONSyntaxError) {
            document = try JSONValue.parse(bytes)
        } catch {
            throw failure(error.description)
        }
        do throws(ConfigurationError) {
            try self.init(document)
        } catch {
            throw failure(error.description)
        }
        if let slash = path.lastIndex(of: "/") {
            let directory = path[...slash]
            paths = paths.map { $0.hasPrefix("/") ? $0 : directory + $0 }
        }
    }

    /// Takes a parsed document apart.
    ///
    /// - Throws: ``ConfigurationError`` with the key path.
    public init(_ document: JSONValue) throws(ConfigurationError) {
        let root = try Node(document, "the document").members(Self.keys)
        targets = try root["targets"]?.strings() ?? []
        asOf = try root["asOf"]?.day()
        products = try root["products"]?.strings() ?? []
        paths = try root["paths"]?.strings() ?? []
        exclude = try root["exclude"]?.strings() ?? []
        failOn = try root["failOn"]?.word(FailOn.allCases)
        onUnknown = try root["onUnknown"]?.word(OnUnknown.allCases)
        for item in try root["assume"]?.items() ?? [] { assume.append(try item.word(Assumption.allCases)) }
        for item in try root["waivers"]?.items() ?? [] { waivers.append(try Self.waiver(item)) }
        if let host = try root["host"]?.members(Self.hostKeys) {
            for item in try host["profiles"]?.items() ?? [] {
                hostProfiles.append(try item.word(Profile.all.map(\.name)))
            }
            for item in try host["expect"]?.items() ?? [] { hostExpectations.append(try Expectation(item)) }
        }
        if let hooks = try root["hooks"]?.members(Self.hookKeys) {
            for item in try hooks["paths"]?.items() ?? [] {
                let path = try item.string()
                guard path.hasPrefix("/") else {
                    throw ConfigurationError(
                        description:
                            "\(item.path): \"\(RawText.visible(path))\" is no absolute path; hooks run in no directory of yours")
                }
                hookPaths.append(path)
            }
            hookExclude = try hooks["exclude"]?.strings() ?? []
            hookOnUnknown = try hooks["onUnknown"]?.word(OnUnknown.allCases)
        }
        // A schema reference helps editors and means nothing here.
        _ = try root["$schema"]?.string()
    }

    private static let keys = [
        "$schema", "targets", "asOf", "products", "paths", "exclude", "assume", "failOn", "onUnknown", "waivers",
        "host", "hooks",
    ]
    private static let hookKeys = ["paths", "exclude", "onUnknown"]
    private static let hostKeys = ["profiles", "expect"]
    private static let waiverKeys = ["path", "targets", "rule", "library", "node", "reason", "expires"]

    private static func waiver(_ item: Node) throws(ConfigurationError) -> Waiver {
        let members = try item.members(waiverKeys)
        guard let reason = members["reason"] else {
            throw ConfigurationError(description: "\(item.path): a waiver needs a \"reason\"")
        }
        var targets: Set<String> = []
        for target in try members["targets"]?.items() ?? [] {
            let name = try target.string()
            guard let known = Matrix.builtIn.target(named: name) else {
                throw ConfigurationError(description: "\(target.path): there is no target \"\(RawText.visible(name))\"")
            }
            targets.insert(known.id)
        }
        return Waiver(
            path: try members["path"].map { (node) throws(ConfigurationError) in Glob(try node.string()) },
            targets: targets,
            rule: try members["rule"]?.word(Rule.allCases),
            library: try members["library"]?.string(),
            node: try members["node"]?.string(),
            reason: try reason.string(),
            expires: try members["expires"]?.day()
        )
    }
}
