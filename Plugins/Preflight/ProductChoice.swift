// Which products are built and judged.

/// A product of the package.
struct ProductOffer: Equatable, CustomStringConvertible {
    enum Kind: Equatable {
        case executable
        case dynamicLibrary
        /// Leaves no file that a loader starts; the words say what it is.
        case other(String)
    }

    var name: String
    var kind: Kind

    var isJudged: Bool { kind == .executable || kind == .dynamicLibrary }

    var description: String {
        if case .other(let what) = kind { return "\(name) (\(what))" }
        return name
    }
}

extension [ProductOffer] {
    /// What can be named, for the end of an error.
    var sentence: String {
        let names = filter(\.isJudged).map(\.name)
        return names.isEmpty
            ? "this package has no executable and no dynamic library product"
            : "this package has \(names.joined(separator: ", "))"
    }

    /// The products of `names`, or all where there are none, and those that are left out.
    ///
    /// - Parameter source: where the names stand, for errors.
    func choose(
        _ names: [String], from source: String = "--product"
    ) throws(PluginRefusal) -> (chosen: [ProductOffer], skipped: [ProductOffer]) {
        var chosen: [ProductOffer] = []
        for name in names where !chosen.contains(where: { $0.name == name }) {
            guard let offer = first(where: { $0.name == name }) else {
                throw PluginRefusal("\(source) names \"\(name)\", which is no product; \(sentence).")
            }
            if case .other(let what) = offer.kind {
                throw PluginRefusal("\(name) is \(what), which leaves no file to judge; \(sentence).")
            }
            chosen.append(offer)
        }
        if names.isEmpty { chosen = filter(\.isJudged) }
        guard !chosen.isEmpty else { throw PluginRefusal("There is nothing to judge: \(sentence).") }
        return (chosen, names.isEmpty ? filter { !$0.isJudged } : [])
    }
}
