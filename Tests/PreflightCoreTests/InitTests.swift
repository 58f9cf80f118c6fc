// What `preflight init` reads: images, Dockerfiles, workflows, manifests; and that hostile ones cost nothing.

import PreflightInputs
import PreflightTargets
import PreflightTestSupport
import Testing

@testable import PreflightCore

@Suite struct InitTests {
    @Test(arguments: [
        ("ubuntu:22.04", "ubuntu-22.04"), ("ubuntu:jammy-20240530", "ubuntu-22.04"),
        ("docker.io/library/ubuntu:24.04@sha256:00", "ubuntu-24.04"), ("debian:12.6-slim", "debian-12"),
        ("debian:bookworm-slim", "debian-12"), ("public.ecr.aws/docker/library/debian:13", "debian-13"),
        ("swift:6.0-jammy-slim", "ubuntu-22.04"), ("swift:6.1.2-noble", "ubuntu-24.04"), ("swift:bookworm", "debian-12"),
        ("swift:5.10-amazonlinux2", "amazonlinux-2"), ("swift:6.0-rhel-ubi9-slim", "ubi-9"),
        ("swiftlang/swift:nightly-main-jammy", "ubuntu-22.04"), ("registry.access.redhat.com/ubi9/ubi-minimal:9.4-1134", "ubi-9"),
        ("redhat/ubi8", "ubi-8"), ("registry.access.redhat.com/ubi9:9.7", "rhel-9.7"), ("rockylinux:9.3-minimal", "rocky-9"),
        ("quay.io/centos/centos:stream9", "centos-stream-9"), ("almalinux:8", "almalinux-8"),
        ("oraclelinux:9-slim", "oraclelinux-9"),
        ("amazonlinux:2023.6.20241010.0", "amazonlinux-2023"), ("public.ecr.aws/amazonlinux/amazonlinux:2", "amazonlinux-2"),
        ("fedora:43", "fedora-43"), ("alpine:3.20.3", "alpine-3.20"), ("opensuse/leap:15.6", "opensuse-leap-15.6"),
        ("registry.suse.com/bci/bci-base:15.7", "sles-15.7"), ("gcr.io/distroless/cc-debian12:nonroot", "distroless-debian12"),
        ("mcr.microsoft.com/azurelinux/base/core:3.0", "azurelinux-3"), ("python:3.12-slim-bookworm", "debian-12"),
        ("postgres:16-alpine3.20", "alpine-3.20"), ("archlinux:latest", "arch"), ("photon:5.0", "photon-5"),
    ])
    func imagesHaveReleases(image: String, id: String) throws {
        guard case .target(let target, let hasSwift) = try #require(ImageReference(image)).meaning(in: .builtIn) else {
            Issue.record("\(image) is not known")
            return
        }
        #expect(target.id == id)
        #expect(hasSwift == image.contains("swift"))
    }

    @Test(arguments: [
        "ubuntu", "ubuntu:latest", "ubuntu:22", "debian:stable-slim", "swift", "swift:6.1", "swift:6.1-slim", "scratch",
        "alpine:3",
        "ghcr.io/acme/ubuntu:22.04", "acme/debian:12", "localhost/debian:12", "localhost:5000/ubuntu:22.04", "python:3.12",
        "python:12", "node:12-slim", "gcr.io/distroless/static-debian12", "gcr.io/acme/distroless/cc-debian12", "fedora:rawhide",
        "ghcr.io/acme/swift:6.0-jammy", "redhat/ubi99:9.7", "ubuntu@sha256:00", "registry.access.redhat.com/ubix",
    ])
    func otherImagesAreNotGuessed(image: String) throws {
        if case .target(let target, _) = try #require(ImageReference(image)).meaning(in: .builtIn) {
            Issue.record("\(image) was taken for \(target.id)")
        }
    }

    @Test(arguments: ["", "a//b", "ubuntu:22.04\u{1B}[31m", "über:1", String(repeating: "a", count: 600), "$(id)", "/x"])
    func whatIsNoNameIsNoImage(text: String) {
        #expect(ImageReference(text) == nil)
    }

    @Test func dockerfilesAreReadByStages() {
        let file = Dockerfile(
            """
            # escape=`
            ARG TAG=22.04 NAME="ubuntu"
            FROM --platform=$BUILDPLATFORM swift:6.0-jammy AS Build
            ARG TAG=99
            RUN <<-END cat
            FROM inside:1
            \tEND
            RUN echo `
            # a comment in between
            FROM continued
            from ${NAME}:${TAG} AS base
            FROM BASE
            """
        )
        #expect(file.stages.map(\.image) == ["swift:6.0-jammy", "ubuntu:22.04", "BASE"])
        #expect(file.stages.map(\.line) == [3, 11, 12])
        #expect(file.root(of: 2) == 1)
        #expect(file.root(of: 0) == 0)
    }

    @Test func argumentsHaveDefaultsAlternativesAndEnds() {
        let file = Dockerfile(
            "ARG A=x\nFROM a:${A:+set}\nFROM b:${B:-other}\nFROM c:$C\r\nFROM d:${A\nFROM a:${B:+set}\nFROM e:1 AS e\nFROM e AS e\n"
        )
        #expect(file.stages.map(\.image) == ["a:set", "b:other", "c:", "d:x", "a:", "e:1", "e"])
        #expect(file.stages.map(\.unset) == [[], [], ["C"], [], [], [], []])
        #expect(file.root(of: 6) == 5)
        // Each argument is the one before twice: 2^60 characters.
        let bomb = "ARG A0=aaaaaaaa\n" + (1...60).map { "ARG A\($0)=$A\($0 - 1)$A\($0 - 1)\n" }.joined() + "FROM $A60$A60\n"
        #expect(Dockerfile(bomb).stages.allSatisfy { $0.image.utf8.count <= 8192 })
    }

    @Test func workflowsAreReadByJobs() {
        let flow = Workflow(
            """
            jobs:
              "one":
                runs-on: ubuntu-24.04 # the newest
                steps:
                  - run: |
                      runs-on: no
                    name: x
              two:
                strategy:
                  matrix:
                    os: [ 'ubuntu-22.04',
                          ubuntu-24.04 ]
                    image: [{name: x}]
                    include:
                    - os: self
                runs-on: ${{ matrix.os }}
              three:
                runs-on: ubuntu-22.04
                container: { image: "debian:12" }
              four:
                strategy: {matrix: {a: [b]}}
                container:
                  image: swift:${{matrix.swift}}-${{ matrix.family }}
              five:
                strategy:
                  matrix:
                    swift: ["6.0", 6.1]
                    family:
                    - jammy
                    - noble
                container: swift:${{ matrix.swift }}-${{ matrix.family }}
            """
        )
        #expect(
            flow.places.map { "\($0.line) \($0.key) \($0.value)" } == [
                "3 runs-on ubuntu-24.04", "16 runs-on ubuntu-22.04", "16 runs-on ubuntu-24.04", "16 runs-on self",
                "19 container debian:12", "23 container swift:${{matrix.swift}}-${{ matrix.family }}",
                "31 container swift:6.0-jammy", "31 container swift:6.0-noble", "31 container swift:6.1-jammy",
                "31 container swift:6.1-noble",
            ]
        )
    }

    private static let manifest = ##"""
        // swift-tools-version:5.9
        /* .executable(name: "No", targets: []) /* nested */ */
        import PackageDescription
        let name = "x"
        let package = Package(
            name: "shop", // .library(name: "No", type: .dynamic)
            products: [
                .executable(name: "App", targets: ["Main"]), Product.library(name: #"D"y"#, type: .dynamic, targets: ["Core"]),
                .library(name: "Static", type: .static, targets: ["Core"]), .library(name: "Core", targets: ["Core"]),
            ],
            dependencies: [.package(url: "https://github.com/Apple/Swift-NIO.git", from: "2.0.0"), .package(path: "../vapor")],
            targets: [
                .executableTarget(name: "Main", dependencies: [.product(name: "NIO", package: "swift-nio")]),
                .executableTarget(name: "Tool"), .target(name: "Core"), .testTarget(name: "Tests"),
            ]
        )
        """##

    @Test func manifestsAreReadAsText() {
        let read = PackageManifest(text: Self.manifest)
        #expect(read.toolsVersion == "5.9")
        #expect(read.products.map(\.name) == ["App", "D\"y", "Tool"])
        #expect(read.products.map(\.file) == ["App", "libD\"y.so", "Tool"])
        #expect(read.dependencies == ["swift-nio", "vapor"])
        #expect(!read.hasComputedNames)
        let computed = PackageManifest(
            text: #"products: [.executable(name: "\(x)", targets: [])], targets: [.executableTarget(name: x)]"#)
        #expect(computed.products.isEmpty && computed.hasComputedNames)
    }

    @Test func theTextSaysWhatSwiftSays() throws {
        let directory = try TemporaryDirectory()
        for folder in ["Sources", "Sources/Main", "Sources/Tool", "Sources/Core", "Tests", "Tests/Tests"] {
            _ = try directory.makeDirectory(folder)
        }
        for (file, text) in ["Sources/Main/main.swift": "", "Sources/Tool/main.swift": "", "Sources/Core/a.swift": ""] {
            try directory.write(file, text)
        }
        try directory.write("Package.swift", Self.manifest)
        let said = try run("/usr/bin/env", ["swift", "package", "--package-path", directory.path, "dump-package"], seconds: 120)
        guard said.status == 0 else {
            print("skipped: there is no swift that describes a package here: \(said.errorText.prefix(200))")
            return
        }
        let dumped = try #require(try PackageManifest(dump: JSONValue.parse(Array(said.outputText.utf8))))
        let read = PackageManifest(text: Self.manifest)
        #expect(dumped.products == read.products)
        #expect(dumped.dependencies.sorted() == read.dependencies.sorted())
        #expect(dumped.toolsVersion == "5.9.0")
    }

    @Test(arguments: [
        String(repeating: "#", count: 500_000), String(repeating: ".library(", count: 100_000),
        String(repeating: "/*", count: 300_000), String(repeating: "\"", count: 500_001),
        String(repeating: "#\"", count: 300_000),
        ".executable(name:", "\\", "\"\\", String(repeating: "[", count: 500_000), "\u{0}\u{1B}",
    ])
    func hostileTextsEnd(text: String) {
        #expect(PackageManifest(text: text).products.isEmpty)
        #expect(Dockerfile(text).stages.isEmpty)
        #expect(Workflow("jobs:\n  a:\n" + text).places.isEmpty)
        #expect(Workflow("jobs:\n  a:\n    runs-on: [" + text + "\n").places.allSatisfy { $0.key == "runs-on" })
        #expect(Workflow(String(repeating: "- ", count: 200_000)).places.isEmpty)
    }

    @Test func whatIsProposedIsReadAgain() throws {
        let directory = try TemporaryDirectory()
        try directory.write("Package.swift", Self.manifest)
        try directory.write("Dockerfile", "FROM swift:6.0-jammy-slim\n")
        try directory.write("web.Dockerfile", "FROM ubuntu:24.04\nFROM acme\u{2028}/\u{1B}[1m*/\u{202E}x\n")
        _ = try directory.makeDirectory(".github")
        _ = try directory.makeDirectory(".github/workflows")
        try directory.write(".github/workflows/a.yml", "jobs:\n  a:\n    runs-on: ubuntu-24.04\n")
        let proposal = Proposal(directory.path, today: try #require(Day("2026-11-21")))
        let text = proposal.text
        let configuration = try Configuration(JSONValue.parse(Array(text.utf8)))
        #expect(configuration.targets == ["ubuntu-22.04", "ubuntu-24.04"])
        #expect(configuration.products == ["App", "D\"y", "Tool"])
        #expect(configuration.paths == [".build/release/App", ".build/release/libD\"y.so", ".build/release/Tool"])
        #expect(configuration.assume == [.swiftRuntime])
        #expect(configuration.hostProfiles == ["swift-server"])
        #expect(configuration.asOf == nil)
        #expect(text.contains("web.Dockerfile, line 2: FROM acme\\u{2028}/\\x1b[1m*/\\u{202e}x"), "\(text)")
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x2028 && $0.value != 0x202E })
    }

    @Test func withoutAnImageItIsEverySupportedRelease() throws {
        let directory = try TemporaryDirectory()
        let proposal = Proposal(directory.path, today: try #require(Day("2026-11-21")))
        let configuration = try Configuration(JSONValue.parse(Array(proposal.text.utf8)))
        #expect(configuration.targets == ["supported"])
        #expect(configuration.asOf == Day("2026-11-21"))
        #expect(configuration.products.isEmpty && configuration.paths.isEmpty && configuration.hostProfiles.isEmpty)
        #expect(proposal.complaints.isEmpty)
    }

    @Test func whatCannotBeReadIsTold() throws {
        let directory = try TemporaryDirectory()
        _ = try directory.makeDirectory("Package.swift")
        try directory.write("Containerfile", [0xFF, 0xFE])
        _ = try directory.makeSparse("Dockerfile", Array("FROM ubuntu:22.04\n".utf8), size: 10 << 20)
        let proposal = Proposal(directory.path, today: try #require(Day("2026-11-21")))
        #expect(
            proposal.complaints.map(\.message).sorted().map { String($0.prefix(20)) } == [
                "cannot be read: Is a", "is larger than 1 MiB", "is not UTF-8",
            ])
        #expect(try Configuration(JSONValue.parse(Array(proposal.text.utf8))).targets == ["supported"])
    }

    @Test(arguments: ["", "a\"b\\c", "\u{0}\u{1B}\u{7F}\u{2028}\u{202E}", "ü\u{1F600}\u{E0001}", "\u{10FF41}"])
    func quotedStringsAreReadAgain(text: String) throws {
        #expect(try JSONValue.parse(Array(JSONValue.quoted(text).utf8)) == .string(text))
    }
}
