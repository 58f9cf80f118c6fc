"""What the libraries of glibc define, from Debian's libc6 packages: {library: {(symbol, node): (type, is default)}}.

readelf does the reading, so that the history does not rest on the decoder which it serves to judge.
"""

import collections
import concurrent.futures
import json
import os
import re
import subprocess
import sys
import tempfile

import archive
import captures
import matrix

# The suites, oldest first: one before the merge of glibc 2.34, the newest glibc that there is, and those between.
SUITES = ["bullseye", "bookworm", "trixie", "sid", "experimental"]
# Letters of the history's text. The loader has another name on every architecture and stands under its letter alone.
LIBRARIES = {
    "c": "libc.so.6", "m": "libm.so.6", "p": "libpthread.so.0", "d": "libdl.so.2", "r": "librt.so.1", "u": "libutil.so.1",
    "a": "libanl.so.1", "s": "libresolv.so.2", "n": "libnsl.so.1", "v": "libmvec.so.1", "t": "libthread_db.so.1",
    "b": "libBrokenLocale.so.1", "g": "libc_malloc_debug.so.0", "l": "ld.so",
}
LETTERS = {soname: letter for letter, soname in LIBRARIES.items()}
LOADER = re.compile(r"ld-linux.*|ld64\.so\..*|ld\.so\..*")
SYMBOL = re.compile(r"\s*\d+: [0-9a-f]+\s+\S+\s+(\S+)\s+\S+\s+\S+\s+(?:\[.*?\]\s+)?(\S+)\s+(\S+?)(@@?)(\S+)$")
SONAME = re.compile(r"\(SONAME\)\s+Library soname: \[(.*)\]")
NODE = re.compile(r"(GLIBC|GCC)_[0-9.]+")
# They only keep old nodes alive in what is left of the merged libraries; nothing refers to them.
PLACEHOLDER = re.compile(r"__\w+_version_placeholder|GLIBC_[0-9.]+")
KINDS = {"FUNC": "F", "IFUNC": "F", "OBJECT": "O", "TLS": "T", "NOTYPE": "F"}
WORKERS = 2


def letter(soname):
    return "l" if LOADER.fullmatch(soname) else LETTERS.get(soname)


def readelf(option, path):
    report = subprocess.run(["readelf", "-W", option, path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                            env={**os.environ, "LC_ALL": "C"}, check=True)
    return report.stdout.decode("utf-8", "surrogateescape").split("\n")


def read_soname(path):
    return next((match[1] for match in map(SONAME.search, readelf("-d", path)) if match), None)


def read_library(path):
    """-> [[symbol, node, kind, is default]]; GLIBC_PRIVATE and markers left out."""
    found = []
    for line in readelf("--dyn-syms", path):
        match = SYMBOL.match(line)
        if match and match[2] != "UND" and NODE.fullmatch(match[5]) and not PLACEHOLDER.fullmatch(match[3]):
            found.append([match[3], match[5], KINDS[match[1]], match[4] == "@@"])
    return sorted(found)


def read_package(versions, cache):
    """-> (version, {letter: symbols}, loader) of the newest version that can be had; what was read is remembered."""
    for address, stanza in versions:
        memory = os.path.join(cache, "read", f"{stanza['SHA256']}.{archive.file_sum(__file__)[:8]}.symbols.json")
        if os.path.exists(memory):
            with open(memory, encoding="ascii") as file:
                return stanza["Version"], *json.load(file)
        try:
            package = archive.download(address, stanza, os.path.join(cache, "packages"))
        except archive.NotServed as problem:
            print(f"  {problem} The next older version is read.", file=sys.stderr)
            continue
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["dpkg-deb", "-x", package, folder], check=True)
            libraries, loader = {}, None
            for path in captures.public_libraries(folder):
                soname = read_soname(path)
                if soname and letter(soname):
                    libraries[letter(soname)] = read_library(path)
                if soname and letter(soname) == "l":
                    loader = soname
        os.makedirs(os.path.dirname(memory), exist_ok=True)
        with open(memory + ".new", "w", encoding="ascii") as file:
            json.dump([libraries, loader], file)
        os.replace(memory + ".new", memory)
        return stanza["Version"], libraries, loader
    return None


def read_builds(cache, say):
    """-> ({architecture: {glibc release: {letter: symbols}}}, {architecture: loader}, [(release, architecture, version)])"""
    archives, builds, loaders, sources = archive.configured_archives(), collections.defaultdict(dict), {}, []
    archive.use_proxy_of_apt()
    for codename in SUITES:
        suites = archive.served_suites(archives, codename)
        if not suites:
            say(f"{codename}: not served by the configured archive.")
            continue
        known = [name for name in suites[0].architectures if name in archive.ARCHITECTURES]
        with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
            results = pool.map(lambda name: read_architecture(suites, name, cache), known)
        for name, result in zip(known, results):
            if result is None:
                say(f"{codename}: {name} is announced but not served.")
                continue
            version, libraries, loader = result
            release = re.match(r"\d+\.\d+", version).group()
            architecture = archive.ARCHITECTURES[name]
            if release not in builds[architecture]:
                builds[architecture][release], loaders[architecture] = libraries, loader
                sources.append((release, architecture, version))
                say(f"{codename} {name}: libc6 {version}, {sum(map(len, libraries.values()))} symbols")
    ordered = {name: dict(sorted(read.items(), key=lambda item: matrix.version_key(item[0]))) for name, read in builds.items()}
    return ordered, loaders, sources


def read_architecture(suites, architecture, cache):
    found = archive.candidates(suites, architecture, re.compile(r"libc6(\.1)?"))
    return next((read_package(versions, cache) for versions in found.values()), None)
