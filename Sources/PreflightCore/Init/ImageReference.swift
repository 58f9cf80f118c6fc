// From the name of a container image (`ubuntu:22.04`, `swift:6.1-jammy-slim`, `registry.access.redhat.com/ubi9/ubi`) to the release in it.
// What only its maker knows is not guessed: a tag that moves, an image that somebody built.

import PreflightTargets

/// An image as `FROM` and `image:` name it.
struct ImageReference {
    /// With registry and namespace: `docker.io/library/ubuntu`.
    var repository: String
    /// `22.04`; nil where none is named.
    var tag: String?

    /// What an image says of the release in it.
    enum Meaning {
        /// This release; whether the Swift libraries are there.
        case target(Target, hasSwift: Bool)
        /// Nobody can tell, and why.
        case unknown(String)
    }

    /// Takes `text` apart; nil where it is empty or holds what no name of an image does.
    init?(_ text: String) {
        let allowed = { (byte: UInt8) in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "-_./:@".utf8.contains(byte)
        }
        guard !text.isEmpty, text.utf8.count <= 512, text.utf8.allSatisfy(allowed) else { return nil }
        var name = text.prefix { $0 != "@" }
        if let colon = name.lastIndex(of: ":"), !name[colon...].contains("/") {
            tag = String(name[name.index(after: colon)...])
            name = name[..<colon]
        }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = parts.first, !parts.contains("") else { return nil }
        if parts.count > 1, first.contains(".") || first.contains(":") || first == "localhost" {
            repository = String(name)
        } else {
            repository = "docker.io/" + (parts.count == 1 ? "library/" : "") + name
        }
        for alias in Self.hubs where repository.hasPrefix(alias) {
            repository = "docker.io/library/" + repository.dropFirst(alias.count)
        }
    }

    /// The release in it.
    func meaning(in matrix: Matrix) -> Meaning {
        let parts = repository.split(separator: "/").map(String.init)
        let path = parts.dropFirst(repository.hasPrefix("docker.io/library/") ? 2 : 1).joined(separator: "/")
        if repository == "docker.io/library/scratch" {
            return .unknown("scratch holds no C library: link with -static-executable, and it runs on any release")
        }
        if Self.swift.contains(repository) { return swiftImage(in: matrix) }
        if repository.hasPrefix("gcr.io/distroless/") { return distroless(parts[parts.count - 1], in: matrix) }
        let words = tag.map { $0.split(separator: "-").map(String.init) } ?? []
        if Self.universal.contains(where: repository.hasPrefix) {
            // ubi9, ubi9/ubi, ubi9-minimal: the tag says no more than the build of it.
            let major = (parts.first { $0.hasPrefix("ubi") } ?? "").dropFirst(3).prefix { $0.isNumber }
            let names = (words.first.map(Self.shortened) ?? []).filter { $0.hasPrefix("\(major).") } + [String(major)]
            return found(names.map { "ubi:\($0)" }, in: matrix, "it names no release")
        }
        let prefix = Self.vendors[repository]
        guard let tag else {
            return matrix.target(named: path).map { .target($0, hasSwift: false) }
                ?? .unknown("no tag says which release it is")
        }
        if let prefix {
            return found(Self.shortened(words.first ?? tag).map { "\(prefix):\($0)" }, in: matrix, "\(tag) names no release")
        }
        guard repository.hasPrefix("docker.io/") else { return .unknown("what it is made of is not known") }
        if let target = matrix.target(named: "\(path):\(tag)") { return .target(target, hasSwift: false) }
        guard repository.hasPrefix("docker.io/library/") else { return .unknown("what it is made of is not known") }
        // Official images name the release that they are made of by its code name.
        let names = words.flatMap { word in
            word.hasPrefix("alpine") && word.count > 6 ? ["alpine:\(word.dropFirst(6))"] : ["debian:\(word)", "ubuntu:\(word)"]
        }
        return found(names.filter { $0.contains { $0.isLetter } && !Self.isNumbered($0) }, in: matrix, "its tag names no release")
    }

    private func swiftImage(in matrix: Matrix) -> Meaning {
        guard let tag else { return .unknown("no tag says on which release it is") }
        let plain = without("-slim", tag) ?? tag
        let matches = matrix.targets.filter { target in
            guard let family = target.image?.split(separator: ":").last else { return false }
            return plain == family || plain.hasSuffix("-\(family)")
        }
        // One family serves several rows of one release; the image is made of UBI.
        guard let target = matches.first(where: { $0.line == "ubi" }) ?? matches.first else {
            return .unknown("its tag names no release; swift:\(plain)-jammy, for one, does")
        }
        return .target(target, hasSwift: true)
    }

    private func distroless(_ name: String, in matrix: Matrix) -> Meaning {
        if name.hasPrefix("static") {
            return .unknown("it holds no C library: link with -static-executable, and it runs on any release")
        }
        guard let release = name.split(separator: "-").last, release.hasPrefix("debian") else {
            return .unknown("it names no release")
        }
        return found(["distroless:\(release)"], in: matrix, "it names no release that is known")
    }

    private func found(_ names: [String], in matrix: Matrix, _ otherwise: String) -> Meaning {
        for name in names {
            if let target = matrix.target(named: name) { return .target(target, hasSwift: false) }
        }
        return .unknown(otherwise)
    }

    /// `debian:12` in the tag of an image that is not Debian's is the number of something else.
    private static func isNumbered(_ name: String) -> Bool {
        !name.hasPrefix("alpine:") && (name.split(separator: ":").last?.first?.isNumber ?? true)
    }

    /// `3.20.3`, `3.20`, `3`: the release among them is the longest that is known.
    private static func shortened(_ version: String) -> [String] {
        var names = [version]
        while let dot = names[names.count - 1].lastIndex(of: ".") { names.append(String(names[names.count - 1][..<dot])) }
        return names
    }

    /// Where the official images of Docker's library lie besides.
    private static let hubs = [
        "index.docker.io/library/", "registry-1.docker.io/library/", "public.ecr.aws/docker/library/", "mirror.gcr.io/library/",
    ]
    private static let swift: Set = ["docker.io/library/swift", "docker.io/swiftlang/swift"]
    /// Red Hat's universal base images, by the start of their names.
    private static let universal = ["registry.access.redhat.com/ubi", "registry.redhat.io/ubi", "docker.io/redhat/ubi"]
    /// Images that a distribution publishes of itself, with the word that its releases are aliased by in the matrix.
    private static let vendors = [
        "docker.io/library/ubuntu": "ubuntu", "docker.io/library/debian": "debian", "docker.io/library/alpine": "alpine",
        "docker.io/library/fedora": "fedora", "registry.fedoraproject.org/fedora": "fedora",
        "registry.fedoraproject.org/fedora-minimal": "fedora", "quay.io/fedora/fedora": "fedora",
        "quay.io/fedora/fedora-minimal": "fedora", "docker.io/library/centos": "centos", "quay.io/centos/centos": "centos",
        "docker.io/library/rockylinux": "rocky", "docker.io/rockylinux/rockylinux": "rocky",
        "quay.io/rockylinux/rockylinux": "rocky", "docker.io/library/almalinux": "almalinux",
        "quay.io/almalinuxorg/almalinux": "almalinux", "docker.io/library/oraclelinux": "oraclelinux",
        "container-registry.oracle.com/os/oraclelinux": "oraclelinux", "docker.io/library/amazonlinux": "amazonlinux",
        "public.ecr.aws/amazonlinux/amazonlinux": "amazonlinux", "docker.io/opensuse/leap": "leap",
        "registry.opensuse.org/opensuse/leap": "leap", "registry.suse.com/bci/bci-base": "bci",
        "registry.suse.com/bci/bci-minimal": "bci", "registry.suse.com/bci/bci-micro": "bci",
        "mcr.microsoft.com/azurelinux/base/core": "azurelinux", "mcr.microsoft.com/cbl-mariner/base/core": "mariner",
        "docker.io/library/photon": "photon",
    ]
}
