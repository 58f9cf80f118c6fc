// The conversation with dnf5's actions plugin, against the words of libdnf5-actions(8).

import PreflightInputs
import PreflightTestSupport
import Testing

@testable import PreflightHooks

@Suite("dnf5's protocol")
struct DNF5Tests {
    static func reply(_ content: String, _ domain: String = "trans_packages") -> [UInt8] {
        Array(
            #"{"op":"reply","requested_op":"get","domain":"\#(domain)","status":"OK","return":{"\#(domain)":[\#(content)]}}"#.utf8
        )
    }

    static func package(_ name: String, _ action: String, _ direction: String, location: String = "") -> String {
        #"{"name":"\#(name)","full_nevra":"\#(name)-0:1-1.x86_64","action":"\#(action)","direction":"\#(direction)","repo_id":"r","location":"\#(location)"}"#
    }

    @Test("requests are one line of JSON, whatever is in a message")
    func requests() throws {
        for text in [
            DNF5Protocol.packages, DNF5Protocol.request("conf", "key", "cachedir"),
            DNF5Protocol.log("WARNING", "a \"b\" \\ \n \u{1B}[31m \u{10FFFF}"), DNF5Protocol.error("/opt/x\u{10FFFF}\r"),
        ] {
            #expect(!text.contains("\n") && !text.contains("\u{1B}"))
            guard case .object(let members) = try JSONValue.parse(Array(text.utf8)) else {
                Issue.record("no object: \(text)")
                continue
            }
            #expect(members["op"] != nil && members["args"] != nil)
        }
    }

    @Test("packages of a transaction are read; a changed reason is no change")
    func packages() throws {
        let line = Self.reply(
            [
                Self.package("new", "I", "IN", location: "a/new.rpm"), Self.package("old", "O", "OUT"),
                Self.package("same", "?", "OUT"),
            ].joined(separator: ","))
        let packages = try DNF5Protocol.packages(line)
        #expect(packages.map(\.name) == ["new", "old"])
        #expect(packages.map(\.isIncoming) == [true, false])
        #expect(packages[0].location == "a/new.rpm")
        #expect(packages[0].nevra == "new-0:1-1.x86_64")
    }

    @Test("a value of the configuration or of a variable")
    func values() throws {
        let conf =
            #"{"op":"reply","requested_op":"get","domain":"conf","status":"OK","return":{"keys_val":[{"key":"cachedir","value":"/c"}]}}"#
        #expect(try DNF5Protocol.value(Array(conf.utf8), of: "conf") == "/c")
        #expect(try DNF5Protocol.value(Self.reply(#"{"name":"basearch","value":"x86_64"}"#, "vars"), of: "vars") == "x86_64")
    }

    @Test(
        "what is no reply, or a bad one, is refused",
        arguments: [
            "", "{}", "null", "[1]", #"{"op":"get"}"#, #"{"op":"reply","status":"ERROR","message":"no \u001b"}"#,
            #"{"op":"reply","status":"OK"}"#, #"{"op":"reply","status":"OK","return":[]}"#,
            #"{"op":"reply","status":"OK","return":{"trans_packages":{}}}"#,
            #"{"op":"reply","status":"OK","return":{"trans_packages":[1]}}"#,
            #"{"op":"reply","status":"OK","return":{"trans_packages":[{"name":"x"}]}}"#,
        ])
    func hostile(_ text: String) {
        #expect(throws: InputError.self) { try DNF5Protocol.packages(Array(text.utf8)) }
        #expect(throws: InputError.self) { try DNF5Protocol.value(Array(text.utf8), of: "conf") }
    }

    @Test("an unknown action is refused", arguments: [("X", "IN"), ("IU", "IN"), ("", "IN"), ("I", "UP")])
    func actions(_ action: String, _ direction: String) {
        #expect(throws: InputError.self) { try DNF5Protocol.packages(Self.reply(Self.package("x", action, direction))) }
    }

    @Test("rpm's answer is taken apart, and a transaction made of it")
    func transaction() throws {
        let text = """
            p\told-0:1-1.x86_64\tlibold.so.1()(64bit)
            p\told-0:1-1.x86_64\told
            p\tother-0:2-1.x86_64\trtld(GNU_HASH)
            p\tempty-0:2-1.noarch\tempty
            f\told-0:1-1.x86_64\t/opt/old/bin/tool
            broken
            x\t\t
            """
        let database = RPMDatabase(Array(text.utf8))
        #expect(database.provides["old-0:1-1.x86_64"] == ["libold.so.1()(64bit)"])
        #expect(database.provides["empty-0:2-1.noarch"] == [])
        let packages = try DNF5Protocol.packages(
            Self.reply(
                [Self.package("new", "I", "IN", location: "n.rpm"), Self.package("old", "E", "OUT")].joined(separator: ",")))
        let transaction = try Transaction(dnf5: packages, architecture: "x86_64", root: "/", database) { "/cache/" + $0.location }
        #expect(transaction.incoming.map(\.path) == ["/cache/n.rpm"])
        #expect(transaction.outgoing.map(\.provides) == [["libold.so.1()(64bit)"]])
        #expect(transaction.outgoing.map(\.files) == [["/opt/old/bin/tool"]])
        #expect(transaction.staying == ["rtld(GNU_HASH)"])
        // What is not known is never taken for nothing.
        #expect(throws: InputError.self) {
            try Transaction(dnf5: packages, architecture: "x86_64", root: "/", database) { _ in nil }
        }
        let strange = try DNF5Protocol.packages(Self.reply(Self.package("stranger", "E", "OUT")))
        #expect(throws: InputError.self) {
            try Transaction(dnf5: strange, architecture: "x86_64", root: "/", database) { _ in nil }
        }
    }

    static let replies = [
        #"{"op":"reply","requested_op":"get","domain":"conf","status":"OK","return":{"keys_val":[{"key":"installroot","value":"/nowhere/at/all"}]}}"#,
        #"{"op":"reply","requested_op":"get","domain":"conf","status":"OK","return":{"keys_val":[{"key":"cachedir","value":"/nowhere"}]}}"#,
        #"{"op":"reply","requested_op":"get","domain":"vars","status":"OK","return":{"vars":[{"name":"basearch","value":"x86_64"}]}}"#,
    ]

    @Test("standard output holds requests, one a line, and nothing else")
    func conversation() throws {
        let input = (Self.replies + [String(decoding: Self.reply(""), as: UTF8.self), ""]).joined(separator: "\n")
        let state = try TemporaryDirectory()
        let outcome = try preflight(["hook", "dnf5", "--state-directory", state.file("s")], input: Array(input.utf8))
        #expect(outcome.status == 0)
        let lines = outcome.output.split(separator: UInt8(ascii: "\n"))
        #expect(lines.count == 4)
        for line in lines { #expect(throws: Never.self) { try JSONValue.parse(Array(line)) } }
    }

    @Test("a plugin that goes away or talks nonsense is an inability to judge", arguments: ["", "hello\n", "{}\n"])
    func broken(_ input: String) throws {
        let state = try TemporaryDirectory()
        let words = ["hook", "dnf5", "--state-directory", state.file("s")]
        let passed = try preflight(words, input: Array(input.utf8))
        #expect(passed.status == 0)
        #expect(passed.errorText.contains("could not be judged"))
        let stopped = try preflight(words + ["--on-unknown", "fail"], input: Array(input.utf8))
        #expect(stopped.status == 1)
        for line in stopped.output.split(separator: UInt8(ascii: "\n")) {
            #expect(throws: Never.self) { try JSONValue.parse(Array(line)) }
        }
    }
}
