// What Plugins/dnf hands over: JSON, one object a line, so that neither side has to hold or guess the end of a large document.
//
//     {"preflight":1,"host":"dnf","arch":"x86_64","root":"/"}
//     {"out":"glibc-2.36-1.x86_64","name":"glibc","provides":["libc.so.6(GLIBC_2.34)(64bit)"],"files":["/usr/lib64/libc.so.6"]}
//     {"in":"glibc-2.31-1.x86_64","name":"glibc","provides":[],"path":"/var/cache/dnf/…/glibc-2.31-1.x86_64.rpm"}
//     {"staying":["libz.so.1()(64bit)"]}                 any number of these
//     {"end":2}                                          how many packages there were
//
// Bytes that are no UTF-8 stand as U+10FF00 + byte, as in ``RawText``.

internal import PreflightELF
public import PreflightInputs

extension Transaction {
    /// Reads what Plugins/dnf writes.
    ///
    /// - Throws: ``InputError`` where it is another protocol, makes no sense, or ends too early.
    public init(dnf bytes: [UInt8]) throws(InputError) {
        self.init(host: "dnf", architecture: "")
        var number = 0
        var isWhole = false
        func failure(_ message: String) -> InputError {
            InputError(path: "standard input", message: "line \(number): \(message)")
        }
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            number += 1
            guard !isWhole else { throw failure("stands behind the end of the transaction") }
            let value: JSONValue
            do throws(JSONSyntaxError) {
                value = try JSONValue.parse(Array(line))
            } catch {
                throw failure("\(error.message) (column \(error.column))")
            }
            guard case .object(let members) = value else { throw failure("expected an object, not \(value.sort)") }
            if number == 1 {
                guard members["preflight"] == .number("1") else {
                    throw failure(
                        "is not version 1 of the protocol; plugin and preflight belong to one release: preflight hook install dnf"
                    )
                }
                architecture = try Self.text(members, "arch", failure)
                root = try Self.text(members, "root", failure)
                guard root.hasPrefix("/") else { throw failure("\"root\" is no absolute path") }
                root = normalized(root)
            } else if members["out"] != nil {
                outgoing.append(try Self.package(members, "out", failure))
            } else if members["in"] != nil {
                incoming.append(try Self.package(members, "in", failure))
            } else if members["staying"] != nil {
                staying += try Self.texts(members, "staying", failure) ?? []
            } else if case .number(let count)? = members["end"] {
                guard Int(count) == incoming.count + outgoing.count else {
                    throw failure("\(count) packages were announced, \(incoming.count + outgoing.count) came")
                }
                isWhole = true
            } else {
                throw failure("is neither \"in\" nor \"out\", \"staying\" nor \"end\"")
            }
        }
        guard isWhole else { throw failure("the transaction has no end; whoever wrote it broke off") }
    }

    private static func package(
        _ members: [String: JSONValue], _ label: String, _ failure: (String) -> InputError
    ) throws(InputError) -> Package {
        var path: String?
        if members["path"] != nil, members["path"] != .null { path = try text(members, "path", failure) }
        return Package(
            label: try text(members, label, failure), name: try text(members, "name", failure),
            provides: try texts(members, "provides", failure), files: try texts(members, "files", failure) ?? [], path: path)
    }

    private static func text(
        _ members: [String: JSONValue], _ key: String, _ failure: (String) -> InputError
    ) throws(InputError) -> String {
        guard case .string(let text)? = members[key] else { throw failure("\"\(key)\" is no string") }
        return text
    }

    private static func texts(
        _ members: [String: JSONValue], _ key: String, _ failure: (String) -> InputError
    ) throws(InputError) -> [String]? {
        guard let value = members[key], value != .null else { return nil }
        guard case .array(let items) = value else { throw failure("\"\(key)\" is no list") }
        var texts: [String] = []
        for item in items {
            guard case .string(let text) = item else { throw failure("\"\(key)\" holds \(item.sort)") }
            texts.append(text)
        }
        return texts
    }
}
