// Services show findings beside code by paths below their check-out, wherever in it the command runs.

import PreflightTestSupport
import Testing

@Suite struct CheckoutTests {
    @Test(arguments: [
        ("", "program", "program"), ("", "TOP/sub/program", "program"), ("GITHUB_WORKSPACE", "program", "sub/program"),
        ("CI_PROJECT_DIR", "./program", "sub/program"), ("GITHUB_WORKSPACE", "../sub/program", "sub/program"),
        ("CI_PROJECT_DIR", "../program", "program"), ("GITHUB_WORKSPACE", "TOP/sub/program", "sub/program"),
        ("GITHUB_WORKSPACE", "../../NAME/program", "../NAME/program"),
    ])
    func placesAreBelowTheCheckout(variable: String, path: String, expected: String) throws {
        let top = try makeTop()
        let name = top.path.split(separator: "/").last.map(String.init) ?? ""
        let filled = [path, expected].map { $0.replacing("TOP", with: top.path).replacing("NAME", with: name) }
        #expect(try placed(filled[0], variable: variable, top: top.path) == filled[1])
    }

    private func makeTop() throws -> TemporaryDirectory {
        let top = try TemporaryDirectory()
        _ = try top.makeDirectory("sub")
        for name in ["sub/program", "program"] { _ = try top.write(name, program("GLIBC_2.40")) }
        return top
    }

    @Test func aCheckoutElsewhereDoesNotCount() throws {
        let top = try makeTop()
        #expect(try placed("program", variable: "GITHUB_WORKSPACE", top: top.path, value: "/nowhere") == "program")
        #expect(try placed("program", variable: "CI_PROJECT_DIR", top: top.path, value: top.path + "/su") == "program")
    }

    /// Where GitLab's report puts the finding of `path`, judged in `top`/sub.
    private func placed(_ path: String, variable: String, top: String, value: String? = nil) throws -> String? {
        let cleared = ["-u", "GITHUB_WORKSPACE", "-u", "CI_PROJECT_DIR"]
        let set = variable.isEmpty ? [] : ["\(variable)=\(value ?? top)"]
        let outcome = try run(
            "/usr/bin/env",
            cleared + set + ["\(buildDirectory)/preflight", "check", path, "--targets", "rhel-9", "--format", "gitlab"],
            in: top + "/sub")
        #expect(outcome.status == 1, "\(outcome)")
        let text = outcome.outputText
        guard let key = text.firstRange(of: "\"path\":") else { return nil }
        return text[key.upperBound...].split(separator: "\"", omittingEmptySubsequences: false).dropFirst().first.map(String.init)
    }
}
