"""Writes the artifact bundle of a release, and the package with the SwiftPM plugin that uses it and compiles nothing of preflight.

    bundle.py PRODUCT VERSION MACHINE OUT_DIR

OUT_DIR gets swift-preflight-plugin (a package, with the bundle beside its manifest) and preflight-VERSION-linux-MACHINE.artifactbundle.zip,
which a manifest can name by its address and checksum (`swift package compute-checksum`). The sources of the plugin are those of
Plugins/Preflight. https://github.com/swiftlang/swift-evolution/blob/main/proposals/0305-swiftpm-binary-target-improvements.md
"""
import json, os, pathlib, shutil, sys, time, zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
MANIFEST = """\
// swift-tools-version: 6.1
// `swift package preflight` with the finished tool of release {version} for linux-{machine}: nothing of preflight is compiled.
import PackageDescription

let package = Package(
    name: "swift-preflight-plugin",
    products: [.plugin(name: "Preflight", targets: ["PreflightPlugin"])],
    targets: [
        // Published by itself, the bundle is named by .binaryTarget(name:url:checksum:).
        .binaryTarget(name: "preflight", path: "preflight.artifactbundle"),
        .plugin(
            name: "PreflightPlugin",
            capability: .command(
                intent: .custom(
                    verb: "preflight",
                    description: "{description}"
                )
            ),
            dependencies: ["preflight"],
            path: "Plugins/Preflight",
            exclude: ["README.md"]
        ),
    ],
    swiftLanguageModes: [.v6]
)
"""


def main(product, version, machine, out):
    package = pathlib.Path(out, "swift-preflight-plugin")
    bundle = package / "preflight.artifactbundle"
    inside = pathlib.Path(f"preflight-{version}-linux-{machine}") / "bin" / "preflight"
    (bundle / inside).parent.mkdir(parents=True)
    shutil.copy(product, bundle / inside)
    os.chmod(bundle / inside, 0o755)
    shutil.copy(ROOT / "LICENSE", bundle / "LICENSE")
    info = {
        "schemaVersion": "1.0",
        "artifacts": {
            "preflight": {
                "type": "executable", "version": version,
                # A static executable runs beside any C library, so musl machines take it too.
                "variants": [{"path": str(inside), "supportedTriples": [f"{machine}-unknown-linux-gnu", f"{machine}-unknown-linux-musl"]}],
            }
        },
    }
    (bundle / "info.json").write_text(json.dumps(info, indent=2) + "\n")
    described = (ROOT / "Package.swift").read_text().split('verb: "preflight",', 1)[1].split('description: "', 1)[1].split('"', 1)[0]
    (package / "Package.swift").write_text(MANIFEST.format(version=version, machine=machine, description=described))
    shutil.copytree(ROOT / "Plugins" / "Preflight", package / "Plugins" / "Preflight")
    shutil.copy(ROOT / "LICENSE", package / "LICENSE")

    moment = time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))[:6]
    with zipfile.ZipFile(pathlib.Path(out, f"preflight-{version}-linux-{machine}.artifactbundle.zip"), "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(bundle.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(str(path.relative_to(package)), moment)
                entry.external_attr = (path.stat().st_mode & 0o177777) << 16
                entry.create_system = 3
                archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)
    for path in [package, *package.rglob("*")]:
        os.utime(path, (int(os.environ["SOURCE_DATE_EPOCH"]),) * 2)


main(*sys.argv[1:])
