"""Writes the bill of materials of a release: SPDX 2.3 as JSON, of what the static executable really holds.

    sbom.py PRODUCT VERSION MACHINE OUT_DIR BUILD_DIR     BUILD_DIR: where the executable lies with its symbols

A component is listed if symbols of it are in the executable, with the version that the build took: of Package.resolved, of the toolchain,
of the Debian package that owns the static library. Nothing is listed on suspicion. The document is then held against what SPDX 2.3 demands
of one; with pyspdxtools in PATH that is asked too. Status 1 where it is not as it should be.
"""
import datetime, hashlib, json, os, pathlib, re, shutil, subprocess, sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
HOME = "https://github.com/swift-preflight/swift-preflight"


def said(*words):
    done = subprocess.run(words, capture_output=True, text=True)
    return done.stdout.strip() if done.returncode == 0 else ""


def resolved(identity):
    """Version and revision of a package, as SwiftPM took it."""
    for pin in json.loads((ROOT / "Package.resolved").read_text())["pins"]:
        if pin["identity"] == identity:
            return pin["state"].get("version") or pin["state"]["revision"]
    return ""


def toolchain():
    found = re.search(r"Swift version (\S+)", said("swift", "--version"))
    return found[1] if found else ""


def debian(library):
    """The version of the package that owns a static library of the system."""
    path = said("gcc", f"-print-file-name={library}")
    owner = said("dpkg-query", "--search", os.path.realpath(path)).split(": ")[0] if path else ""
    return said("dpkg-query", "--show", "--showformat=${Version}", owner) if owner else ""


# name, a symbol of it, its version, its licence, where it comes from, package URL without the version
COMPONENTS = [
    ("swift-argument-parser", r"^\$s14ArgumentParser", lambda: resolved("swift-argument-parser"), "Apache-2.0 WITH Swift-exception",
     "https://github.com/apple/swift-argument-parser", "pkg:swift/github.com/apple/swift-argument-parser"),
    ("swift-runtime", r"^swift_retain$", toolchain, "Apache-2.0 WITH Swift-exception", "https://github.com/swiftlang/swift",
     "pkg:github/swiftlang/swift"),
    ("swift-foundation", r"^\$s20FoundationEssentials", toolchain, "Apache-2.0 WITH Swift-exception",
     "https://github.com/swiftlang/swift-foundation", "pkg:github/swiftlang/swift-foundation"),
    ("swift-corelibs-libdispatch", r"^dispatch_async$|^_dispatch_", toolchain, "Apache-2.0 WITH Swift-exception",
     "https://github.com/swiftlang/swift-corelibs-libdispatch", "pkg:github/swiftlang/swift-corelibs-libdispatch"),
    ("libelf", r"^elf_begin$", lambda: debian("libelf.a"), "GPL-2.0-or-later OR LGPL-3.0-or-later", "https://sourceware.org/elfutils/",
     "pkg:deb/debian/libelf-dev"),
    ("zlib", r"^(inflate|deflate)(Init2?_)?$", lambda: debian("libz.a"), "Zlib", "https://zlib.net/", "pkg:deb/debian/zlib1g-dev"),
    ("zstd", r"^ZSTD_", lambda: debian("libzstd.a"), "BSD-3-Clause", "https://github.com/facebook/zstd", "pkg:deb/debian/libzstd-dev"),
    ("glibc", r"^__libc_start_main$", lambda: debian("libc.a"), "LGPL-2.1-or-later", "https://sourceware.org/glibc/", "pkg:deb/debian/libc6-dev"),
    ("libgcc", r"^_Unwind_RaiseException$", lambda: debian("libgcc.a"), "GPL-3.0-or-later WITH GCC-exception-3.1", "https://gcc.gnu.org/",
     "pkg:deb/debian/gcc"),
    ("libstdc++", r"^_ZNSt|^__cxa_throw$", lambda: debian("libstdc++.a"), "GPL-3.0-or-later WITH GCC-exception-3.1", "https://gcc.gnu.org/",
     "pkg:deb/debian/libstdc++"),
]


def main(product, version, machine, out, build):
    name = pathlib.Path(product).name
    listing = subprocess.run(["nm", os.path.join(build, "preflight")], capture_output=True, text=True)
    symbols = {line.split()[-1] for line in listing.stdout.splitlines() if line.strip()}
    if len(symbols) < 1000:
        sys.exit(f"sbom: {build}/preflight has no symbols to tell what is in it; give ci/release the executable as it was built.")
    content = pathlib.Path(product).read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    created = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
    packages = [{
        "SPDXID": "SPDXRef-Package-swift-preflight", "name": "swift-preflight", "versionInfo": version, "downloadLocation": f"git+{HOME}",
        "filesAnalyzed": False, "licenseConcluded": "Apache-2.0", "licenseDeclared": "Apache-2.0", "copyrightText": "NOASSERTION",
        "supplier": "Organization: swift-preflight", "primaryPackagePurpose": "APPLICATION", "packageFileName": name,
        "checksums": [{"algorithm": "SHA256", "checksumValue": digest}],
        "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                          "referenceLocator": f"pkg:github/swift-preflight/swift-preflight@{version}"}],
    }]
    relations = [{"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": packages[0]["SPDXID"]}]
    faults, absent = [], []
    for title, sign, find, licence, home, purl in COMPONENTS:
        if not any(re.search(sign, symbol) for symbol in symbols):
            absent.append(title)
            continue
        number = find()
        if not number:
            faults.append(f"the version of {title} is not known here")
        # What an identifier may not hold is replaced.
        identifier = "SPDXRef-Package-" + re.sub(r"[^A-Za-z0-9.-]", "-", title)
        packages.append({
            "SPDXID": identifier, "name": title, "versionInfo": number or "NOASSERTION", "downloadLocation": home, "filesAnalyzed": False,
            "licenseConcluded": licence, "licenseDeclared": licence, "copyrightText": "NOASSERTION", "supplier": "NOASSERTION",
            "primaryPackagePurpose": "LIBRARY",
            "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                              "referenceLocator": f"{purl}@{number}".replace("+", "%2B")}],
        })
        relations.append({"spdxElementId": packages[0]["SPDXID"], "relationshipType": "STATIC_LINK", "relatedSpdxElement": identifier})
    document = {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": name,
        "documentNamespace": f"{HOME}/spdx/{name}-{digest}",
        "comment": f"Of these no symbol is in the executable: {', '.join(absent) or 'none'}.",
        "creationInfo": {"created": created.strftime("%Y-%m-%dT%H:%M:%SZ"), "creators": ["Organization: swift-preflight", f"Tool: ci/release-{version}"]},
        "packages": packages, "relationships": relations,
    }
    path = pathlib.Path(out, f"{name}.spdx.json")
    path.write_text(json.dumps(document, indent=2, sort_keys=False) + "\n")
    faults += wrong(document)
    if shutil.which("pyspdxtools"):
        asked = subprocess.run(["pyspdxtools", "--infile", str(path)], capture_output=True, text=True)
        if asked.returncode:
            faults.append(f"pyspdxtools: {asked.stdout}{asked.stderr}")
        else:
            print("release: pyspdxtools takes the bill of materials", file=sys.stderr)
    for fault in faults:
        print(f"sbom: {fault}", file=sys.stderr)
    return 1 if faults else 0


def wrong(document):
    """What SPDX 2.3 (clauses 6, 7 and 11) demands and the document lacks."""
    faults = []
    for key in "spdxVersion", "dataLicense", "SPDXID", "name", "documentNamespace", "creationInfo":
        if not document.get(key):
            faults.append(f"the document has no {key}")
    if "#" in document["documentNamespace"]:
        faults.append("the namespace holds a #")
    identifiers = [package["SPDXID"] for package in document["packages"]]
    if len(set(identifiers)) != len(identifiers):
        faults.append("an identifier stands there twice")
    for package in document["packages"]:
        for key in "SPDXID", "name", "downloadLocation", "licenseConcluded", "licenseDeclared", "copyrightText":
            if not package.get(key):
                faults.append(f"{package.get('name')} has no {key}")
        if not re.fullmatch(r"SPDXRef-[A-Za-z0-9.-]+", package["SPDXID"]):
            faults.append(f"{package['SPDXID']} is no identifier")
    for relation in document["relationships"]:
        for key in "spdxElementId", "relatedSpdxElement":
            if relation[key] not in [*identifiers, "SPDXRef-DOCUMENT"]:
                faults.append(f"a relation names {relation[key]}, which is not there")
    return faults


sys.exit(main(*sys.argv[1:]))
