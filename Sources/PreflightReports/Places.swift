// Where a finding belongs in a repository: services that show findings beside code know paths below their check-out alone.

import PreflightCore
import PreflightELF

extension ReportContext {
    /// `path` below the working directory where it is below it, else as it is; without `./` in front.
    func place(_ path: String) -> String {
        var path = path
        let top = directory.hasSuffix("/") ? directory : directory + "/"
        if path.hasPrefix(top) { path = String(path.dropFirst(top.count)) }
        while path.hasPrefix("./") { path = String(path.dropFirst(2)) }
        return path
    }
}

extension Finding {
    /// The first source below the working directory that references what is missing; nil where none is known.
    func source(in context: ReportContext) -> String? {
        for use in uses {
            guard let source = use.source else { continue }
            let place = context.place(source)
            if !place.hasPrefix("/"), !place.hasPrefix("../") { return place }
        }
        return nil
    }
}
