// Where a finding belongs in a repository: services that show findings beside code know paths below their check-out alone.

import PreflightCore
import PreflightELF

extension ReportContext {
    /// `path` as the service that shows it knows it: below the check-out, or below the working directory where there is none; as it
    /// is where it is not below; without `./` in front.
    func place(_ path: String) -> String {
        let (top, below) = checkout
        if path.hasPrefix("/") { return path.hasPrefix(top) ? String(path.dropFirst(top.count)) : path }
        var steps = below
        var rest = path[...]
        while true {
            if rest.hasPrefix("./") {
                rest = rest.dropFirst(2)
            } else if rest.hasPrefix("../"), !steps.isEmpty {
                rest = rest.dropFirst(3)
                steps.removeLast()
            } else {
                return steps.map { $0 + "/" }.joined() + rest
            }
        }
    }

    /// The directory that a service's paths begin in, with a slash, and the steps from there to the working directory.
    private var checkout: (top: String, below: [Substring]) {
        let here = directory.hasSuffix("/") ? directory : directory + "/"
        for name in ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"] {
            guard var top = environment(name), top.hasPrefix("/") else { continue }
            if !top.hasSuffix("/") { top += "/" }
            if here.hasPrefix(top) { return (top, here.dropFirst(top.count).split(separator: "/")) }
        }
        return (here, [])
    }
}

extension Finding {
    /// The first source below the check-out that references what is missing; nil where none is known.
    func source(in context: ReportContext) -> String? {
        for use in uses {
            guard let source = use.source else { continue }
            let place = context.place(source)
            if !place.hasPrefix("/"), !place.hasPrefix("../") { return place }
        }
        return nil
    }
}
