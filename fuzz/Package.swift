// swift-tools-version: 6.1
// A fuzzer over the reader and the loader's rules. A package of its own, so that nobody who builds preflight builds it;
// its sources are links, because a package cannot depend on the inner modules of another.
import PackageDescription

// `--sanitize fuzzer` alone links libFuzzer but counts nothing: without these the fuzzer is blind.
let coverage: [SwiftSetting] = [
    .unsafeFlags(["-sanitize-coverage=edge,trace-cmp,inline-8bit-counters,pc-table"])
]

let package = Package(
    name: "fuzz",
    targets: [
        .systemLibrary(name: "CPreflightELF", pkgConfig: "libelf"),
        .target(name: "PreflightELF", dependencies: ["CPreflightELF"], swiftSettings: coverage),
        .target(name: "PreflightLoader", dependencies: ["PreflightELF"], swiftSettings: coverage),
        .executableTarget(
            name: "FuzzReader",
            dependencies: ["PreflightLoader", "PreflightELF"],
            // libFuzzer brings main.
            swiftSettings: coverage + [.unsafeFlags(["-parse-as-library"])]
        ),
        .target(name: "PreflightTestSupport"),
        .executableTarget(name: "MakeSeeds", dependencies: ["PreflightTestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)

let upcoming: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
for target in package.targets where target.type != .system {
    target.swiftSettings = (target.swiftSettings ?? []) + upcoming
}
