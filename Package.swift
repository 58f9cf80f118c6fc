// swift-tools-version: 6.1
// One folder under Sources/ is one room is one module; a room knows only the rooms below it (docs/Preflight.docc/Structure.md).
import PackageDescription

let package = Package(
    name: "swift-preflight",
    products: [
        .executable(name: "preflight", targets: ["preflight"]),
        .plugin(name: "Preflight", targets: ["PreflightPlugin"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
    ],
    targets: [
        .systemLibrary(
            name: "CPreflightELF",
            pkgConfig: "libelf",
            providers: [.apt(["libelf-dev"]), .yum(["elfutils-libelf-devel"])]
        ),
        .systemLibrary(name: "CPreflightRoot"),
        .target(name: "PreflightELF", dependencies: ["CPreflightELF"]),
        .target(name: "PreflightLoader", dependencies: ["PreflightELF"]),
        .target(name: "PreflightTargets", dependencies: ["PreflightLoader", "PreflightELF"]),
        .target(name: "PreflightInputs", dependencies: ["PreflightLoader", "PreflightELF", "CPreflightRoot"]),
        .target(name: "CPreflightProbe"),
        .target(name: "PreflightHost", dependencies: ["PreflightELF", "CPreflightProbe", "CPreflightRoot"]),
        .target(
            name: "PreflightCore",
            dependencies: ["PreflightTargets", "PreflightLoader", "PreflightInputs", "PreflightHost", "PreflightELF"]
        ),
        .target(
            name: "PreflightReports",
            dependencies: [
                "PreflightCore", "PreflightTargets", "PreflightInputs", "PreflightLoader", "PreflightHost", "PreflightELF",
            ],
            exclude: ["Schemas", "Formats/HTML/page"]
        ),
        .target(
            name: "PreflightHooks",
            dependencies: [
                "PreflightReports", "PreflightCore", "PreflightTargets", "PreflightInputs", "PreflightLoader", "PreflightHost",
                "PreflightELF", "CPreflightRoot",
            ]
        ),
        .executableTarget(
            name: "preflight",
            dependencies: [
                "PreflightHooks", "PreflightReports", "PreflightCore", "PreflightTargets", "PreflightInputs", "PreflightLoader",
                "PreflightHost",
                "PreflightELF",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .plugin(
            name: "PreflightPlugin",
            capability: .command(
                intent: .custom(
                    verb: "preflight",
                    description: "Judge whether the built products will start on other Linux releases."
                )
            ),
            dependencies: ["preflight"],
            path: "Plugins/Preflight",
            exclude: ["README.md"]
        ),
        .target(name: "PreflightTestSupport", path: "Tests/PreflightTestSupport"),
        .testTarget(name: "PreflightELFTests", dependencies: ["PreflightLoader", "PreflightELF", "PreflightTestSupport"]),
        .testTarget(
            name: "PreflightTargetsTests",
            dependencies: ["PreflightTargets", "PreflightLoader", "PreflightELF", "PreflightTestSupport"]
        ),
        .testTarget(
            name: "PreflightCoreTests",
            dependencies: [
                "PreflightCore", "PreflightTargets", "PreflightInputs", "PreflightLoader", "PreflightHost", "PreflightELF",
                "PreflightTestSupport",
            ]
        ),
        .testTarget(name: "PreflightHostTests", dependencies: ["PreflightHost", "PreflightTestSupport"]),
        .testTarget(
            name: "PreflightHooksTests",
            dependencies: [
                "PreflightHooks", "PreflightCore", "PreflightInputs", "PreflightLoader", "PreflightELF", "PreflightTestSupport",
                "preflight",
            ]
        ),
        .testTarget(name: "PreflightPluginTests"),
        .testTarget(
            name: "PreflightCommandTests",
            dependencies: [
                "PreflightReports", "PreflightCore", "PreflightTargets", "PreflightInputs", "PreflightLoader", "PreflightHost",
                "PreflightELF", "PreflightTestSupport", "preflight",
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)

let upcoming: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
for target in package.targets where target.type != .system && target.type != .plugin {
    target.swiftSettings = (target.swiftSettings ?? []) + upcoming
}
