// The conversation with dnf5's actions plugin in its mode "json" (libdnf5-actions(8)): a request on standard output, a reply on standard
// input, one JSON object a line. Nothing else may be written there: what the plugin cannot read is an error that stops dnf5.

internal import PreflightELF
public import PreflightInputs
internal import PreflightReports

/// What is asked of the plugin, and what its replies say.
public enum DNF5Protocol {
    /// A request for values: of the configuration (`conf`), of variables (`vars`).
    public static func request(_ domain: String, _ key: String, _ name: String) -> String {
        #"{"op":"get","domain":"\#(domain)","args":{"\#(key)":"\#(name)"}}"#
    }

    /// A request for the packages of the transaction.
    public static let packages =
        #"{"op":"get","domain":"trans_packages","args":{"output":["#
        + attributes.map { "\"\($0)\"" }.joined(separator: ",") + "]}}"

    private static let attributes = ["name", "full_nevra", "action", "direction", "repo_id", "location"]

    /// A line for dnf5's log.
    ///
    /// - Parameter level: `ERROR`, `WARNING`, `NOTICE`, `INFO`.
    public static func log(_ level: String, _ message: String) -> String {
        #"{"op":"log","args":{"level":"\#(level)","message":\#(quoted(message))}}"#
    }

    /// The end of the transaction, with `raise_error=1`.
    public static func error(_ message: String) -> String { #"{"op":"error","args":{"message":\#(quoted(message))}}"# }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in RawText.visible(text).unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted += "\\" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    // MARK: Replies

    /// The content of a reply.
    ///
    /// - Throws: ``InputError`` where it is none, or says that something went wrong.
    static func content(_ line: [UInt8], of domain: String) throws(InputError) -> [String: JSONValue] {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONValue.parse(line)
        } catch {
            throw failure("\(domain): \(error.message) (column \(error.column))")
        }
        guard case .object(let reply) = value, reply["op"] == .string("reply") else { throw failure("\(domain): is no reply") }
        guard reply["status"] == .string("OK"), case .object(let content)? = reply["return"] else {
            let why = if case .string(let text)? = reply["message"] { text } else { "it does not say why" }
            throw failure("\(domain): failed: \(why)")
        }
        return content
    }

    private static func failure(_ message: String) -> InputError {
        InputError(path: "the reply of dnf5's actions plugin", message: message)
    }

    /// The first value in a reply on `conf` or `vars`.
    public static func value(_ line: [UInt8], of domain: String) throws(InputError) -> String {
        let list = domain == "conf" ? "keys_val" : domain
        guard case .array(let items)? = try content(line, of: domain)[list], case .object(let item)? = items.first,
            case .string(let value)? = item["value"]
        else { throw failure("\(domain): holds no value") }
        return value
    }

    /// One package of a transaction.
    public struct Package: Sendable, Equatable {
        /// RPMTAG_NAME.
        public var name: String
        /// `name-epoch:version-release.arch`, always with the epoch.
        public var nevra: String
        /// It comes; else it goes.
        public var isIncoming: Bool
        /// The repository; `@commandline` for a file that was named.
        public var repository: String
        /// The path in the repository, or that of the file.
        public var location: String
    }

    /// The packages of the transaction; those of which only the reason is changed are left out.
    public static func packages(_ line: [UInt8]) throws(InputError) -> [Package] {
        guard case .array(let items)? = try content(line, of: "trans_packages")["trans_packages"] else {
            throw failure("trans_packages: holds no list")
        }
        var packages: [Package] = []
        for item in items {
            guard case .object(let members) = item else { throw failure("trans_packages: holds \(item.sort)") }
            var texts: [String: String] = [:]
            for name in attributes {
                guard case .string(let text)? = members[name] else { throw failure("trans_packages: a package has no \(name)") }
                texts[name] = text
            }
            guard let action = texts["action"], action != "?" else { continue }
            guard "IUDREO".contains(action), action.utf8.count == 1, let direction = texts["direction"],
                ["IN", "OUT"].contains(direction)
            else { throw failure("trans_packages: \(texts["full_nevra"] ?? "") has an unknown action") }
            packages.append(
                Package(
                    name: texts["name"] ?? "", nevra: texts["full_nevra"] ?? "", isIncoming: direction == "IN",
                    repository: texts["repo_id"] ?? "", location: texts["location"] ?? ""))
        }
        return packages
    }
}
