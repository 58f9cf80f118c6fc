// `check` judges the machine too where the configuration expects something of it: the build container is gated with the product.

import PreflightTestSupport
import Testing

@Suite struct CheckHostTests {
    private func check(_ host: String, _ words: String...) throws -> Outcome {
        let directory = try TemporaryDirectory()
        try directory.write(".preflight.json", #"{"targets": ["ubuntu-24.04"], "host": \#(host)}"#)
        _ = try directory.write("app", program("GLIBC_2.17"))
        return try preflight(["check", "app"] + words, in: directory.path)
    }

    @Test func aMachineThatIsNotFitFails() throws {
        let outcome = try check(#"{"expect": [{"fact": "nofile.hard", "atLeast": "1T", "reason": "many"}]}"#)
        #expect(outcome.status == 1, "\(outcome)")
        #expect(outcome.outputText.contains("Shippable to ubuntu-24.04"))
        #expect(outcome.outputText.contains("This machine: Not fit: 0 of 1 expectation met, 1 failed."))
        #expect(outcome.outputText.contains("why: many"))
    }

    @Test func aFitMachineAddsOneLine() throws {
        let outcome = try check(#"{"expect": ["nofile>=1"]}"#)
        #expect(outcome.status == 0, "\(outcome)")
        #expect(outcome.outputText.contains("This machine: Fit: 1 of 1 expectation met."))
        #expect(!outcome.outputText.contains("prlimit"))
    }

    @Test func theMachineCanBeLeftOut() throws {
        let outcome = try check(#"{"expect": ["nofile.hard>=1T"]}"#, "--no-host")
        #expect(outcome.status == 0, "\(outcome)")
        #expect(!outcome.outputText.contains("This machine"))
    }

    @Test func whatCannotBeReadIsNoPass() throws {
        let outcome = try check(#"{"expect": ["kernel.no_such_parameter=1"]}"#)
        #expect(outcome.status == 3, "\(outcome)")
        #expect(outcome.outputText.contains("Not known to be fit"))
    }

    @Test(arguments: [
        (#"{"profiles": ["redis", "postgresql"]}"#, "cannot both hold"),
        (#"{"profiles": ["swift-sever"]}"#, "host.profiles[0]: \"swift-sever\" is unknown; did you mean swift-server?"),
        (#"{"expect": ["nofile"]}"#, "host.expect[0]: \"nofile\": no comparison"),
        (#"{"expect": [{"fact": "nofile"}]}"#, "host.expect[0]: exactly one of"),
        (#"{"expect": ["nofiel>=1"]}"#, "did you mean nofile?"),
        (#"{"limits": []}"#, "host.limits: unknown key"),
    ])
    func wrongExpectationsNameTheirPlace(host: String, message: String) throws {
        let outcome = try check(host)
        #expect(outcome.status == 2, "\(outcome)")
        #expect(outcome.errorText.contains(message), "\(outcome.errorText)")
    }

    @Test func jsonHasTheFindings() throws {
        let outcome = try check(#"{"expect": ["nofile.hard>=1T"]}"#, "--format", "json")
        #expect(outcome.status == 1)
        #expect(outcome.outputText.contains(#""outcome":"fail""#))
        #expect(outcome.outputText.contains(#""demand":"nofile.hard>=1T""#))
    }
}
