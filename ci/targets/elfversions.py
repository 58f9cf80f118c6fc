"""What the shared libraries of a Debian package define: SONAME, version definitions, kernel of the ABI note.

readelf does the reading, so that the matrix does not rest on the decoder which it serves to test.
"""

import os
import re
import subprocess

# Where ld.so of a release looks by itself; plugins and gconv modules live in folders below and are no providers.
PUBLIC_FOLDER = re.compile(r"^(usr/)?lib(64|32)?(/[^/]+-linux-gnu[^/]*)?$")
DEFINITION = re.compile(r"^\s+(?:0x)?[0-9a-f]+: Rev: \d+\s+Flags: (.*?)\s+Index: \d+\s+Cnt: \d+\s+Name: (.+?)\s*$")
SONAME = re.compile(r"\(SONAME\)\s+Library soname: \[(.*)\]")
KERNEL = re.compile(r"OS: Linux, ABI: ([0-9.]+)")


def public_libraries(root):
    """Regular ELF files that stand directly in a public library folder below root."""
    for folder, _, names in os.walk(root):
        if not PUBLIC_FOLDER.match(os.path.relpath(folder, root)):
            continue
        for name in sorted(names):
            path = os.path.join(folder, name)
            if os.path.islink(path) or not os.path.isfile(path):
                continue
            with open(path, "rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def readelf(option, path):
    report = subprocess.run(["readelf", "-W", *option, path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                            env={**os.environ, "LC_ALL": "C"}, check=True)
    return report.stdout.decode("utf-8", "surrogateescape").split("\n")


def read_library(path):
    """-> (soname or None, sorted node names)"""
    soname, nodes, in_definitions = None, set(), False
    for line in readelf(["-V", "-d"], path):
        if line.startswith("Version "):
            in_definitions = line.startswith("Version definition section")
        definition = DEFINITION.match(line) if in_definitions else None
        # The base definition is the library's own name, no node that anybody could need.
        if definition and "BASE" not in definition.group(1):
            nodes.add(definition.group(2))
        if soname is None and SONAME.search(line):
            soname = SONAME.search(line).group(1)
    return soname, sorted(nodes)


def oldest_kernel(path):
    """The kernel in NT_GNU_ABI_TAG; asked of libc only, because readelf fails on notes that it does not know."""
    return next((KERNEL.search(line).group(1) for line in readelf(["-n"], path) if KERNEL.search(line)), None)


def read_folder(root):
    """-> ({soname: [nodes]}, kernel of libc's ABI note or None) of an unpacked package."""
    provisions, kernel = {}, None
    for path in public_libraries(root):
        soname, nodes = read_library(path)
        if soname:
            provisions[soname] = nodes
        if soname and soname.startswith("libc.so."):
            kernel = oldest_kernel(path)
    return provisions, kernel
