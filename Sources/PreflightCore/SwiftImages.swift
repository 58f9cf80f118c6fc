// Where to build so that Swift programs start on all chosen targets: the newest official image whose glibc none of them is behind.

public import PreflightTargets
public import PreflightLoader

/// Where a Swift program for some targets can be built.
public struct BuildAdvice: Sendable {
    /// Chosen targets that have musl: the Static Linux SDK is for them.
    public var musl: [Target] = []
    /// The chosen target with the oldest glibc, published for the architecture; nil where all have musl.
    public var oldest: Target?
    /// The glibc of ``oldest``.
    public var glibc: Version?
    /// The target whose Swift image is newest among those with no newer glibc; nil where only a static executable or the Static
    /// Linux SDK reaches ``oldest``.
    public var platform: Target?

    /// The advice for people, a sentence each.
    public var sentences: [String] {
        var sentences: [String] = []
        if let first = musl.first {
            let others = musl.count > 1 ? " and \(musl.count - 1) more have" : " has"
            sentences.append("\(first.id)\(others) musl: build with the Static Linux SDK for \(musl.count > 1 ? "them" : "it").")
        }
        guard let oldest, let glibc else { return sentences }
        if let platform, let image = platform.image, let swift = platform.swift {
            sentences.append(
                "To reach \(oldest.id) (glibc \(glibc)) as the oldest target, build on \(image) (Swift \(swift.last), \(platform.name))."
            )
        } else {
            sentences.append(
                "No Swift image has a glibc as old as \(oldest.id)'s \(glibc): link with -static-executable or the Static Linux SDK."
            )
        }
        return sentences
    }
}

extension Matrix {
    /// The target with the newest official Swift image for `architecture` whose glibc is at most `glibc`; of several with one Swift
    /// the newest glibc.
    public func swiftPlatform(glibc: Version, on architecture: String) -> Target? {
        func rank(_ target: Target) -> (Version, Version) {
            let swift = target.swift.flatMap { Version($0.last) } ?? Version(0, 0)
            guard case .glibc(let version) = target.libC else { return (swift, Version(0, 0)) }
            return (swift, version)
        }
        return targets.filter { target in
            guard case .glibc(let version) = target.libC, let swift = target.swift, target.image != nil else { return false }
            return version <= glibc && swift.architectures.contains(architecture)
        }
        .max { rank($0) < rank($1) }
    }

    /// Where to build for all of `selection` on `architecture`.
    public func buildAdvice(_ selection: Selection, on architecture: String) -> BuildAdvice {
        var advice = BuildAdvice()
        let places = Places(selection, in: self).places(for: architecture)
        for (choice, (place, _)) in zip(selection.chosen.filter { $0.root == nil }, places) {
            guard case .glibc(let version) = choice.target.libC else {
                advice.musl.append(choice.target)
                continue
            }
            guard place.isPublished, advice.glibc.map({ version < $0 }) ?? true else { continue }
            advice.oldest = choice.target
            advice.glibc = version
        }
        if let glibc = advice.glibc { advice.platform = swiftPlatform(glibc: glibc, on: architecture) }
        return advice
    }
}
