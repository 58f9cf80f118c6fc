// What tables say about a target beside its own fields.

public import PreflightLoader

extension Matrix {
    /// The newest GLIBCXX of `target`, on x86_64 or the first architecture that has data.
    public func newestGLIBCXX(of target: Target) -> Version? {
        for member in chain(of: target) {
            let architectures = ["x86_64"] + Set(member.rows.keys).union(member.unions.keys).union(member.ends.keys).sorted()
            for architecture in architectures {
                if let set = member.rows[architecture]?.sets["libstdc++.so.6"] ?? member.unions[architecture]?.sets["GLIBCXX"] {
                    let numbers = nodes(set).compactMap(NumericNode.init).filter { $0.series == "GLIBCXX" }
                    if let newest = numbers.map(\.version).max() { return newest }
                }
                if let range = member.ends[architecture]?.ranges["GLIBCXX"] { return range.upperBound }
            }
        }
        return nil
    }

    /// The least of the newest GLIBCXX that releases with glibc `version` or later have; nil where none was read.
    func leastGLIBCXX(withGlibc version: Version) -> Version? {
        targets.compactMap { target -> Version? in
            guard case .glibc(let its) = target.libC, its >= version else { return nil }
            return newestGLIBCXX(of: target)
        }.min()
    }

    /// For each architecture with data: the evidence, and how many libraries were read one by one.
    public func readings(of target: Target) -> [(architecture: String, evidence: String, libraries: Int)] {
        var found: [String: (evidence: String, libraries: Int)] = [:]
        for (depth, member) in chain(of: target).enumerated() {
            let word = depth == 0 ? nil : target.base?.evidence.rawValue
            for (architecture, row) in member.rows where found[architecture] == nil {
                found[architecture] = (word ?? row.evidence.rawValue, row.sets.count)
            }
            for (architecture, row) in member.unions where found[architecture] == nil {
                found[architecture] = (word ?? row.evidence.rawValue, 0)
            }
            for (architecture, row) in member.ends where found[architecture] == nil && architecture != "*" {
                found[architecture] = (word ?? row.evidence.rawValue, 0)
            }
        }
        return found.keys.sorted().map { ($0, found[$0]?.evidence ?? "", found[$0]?.libraries ?? 0) }
    }

    /// The nodes of every library that was read one by one, by architecture and soname.
    public func libraries(of target: Target) -> [String: [String: Set<String>]] {
        var found: [String: [String: Set<String>]] = [:]
        for member in chain(of: target) {
            for (architecture, row) in member.rows where found[architecture] == nil {
                found[architecture] = row.sets.mapValues { Set(nodes($0)) }
            }
        }
        return found
    }

    /// `target` and what it is based on, nearest first.
    func chain(of target: Target) -> [Target] {
        var chain = [target]
        while let base = chain[chain.count - 1].base, let number = index[base.id.lowercased()], chain.count < 8 {
            chain.append(targets[number])
        }
        return chain
    }
}
