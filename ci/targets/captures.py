"""What the shared libraries of a Debian package define: SONAME, version definitions, kernel of the ABI note.

`preflight targets capture` does the reading, as for every target of one's own; ci/e2e/foreign holds it against readelf.
"""

import os
import re
import subprocess

# Where ld.so of a release looks by itself; plugins and gconv modules live in folders below and are no providers.
PUBLIC_FOLDER = re.compile(r"(usr/)?lib(64|32)?(/[^/]+-linux-gnu[^/]*)?")
FORMAT = b"preflight-target 1"


class CaptureError(Exception):
    """One sentence for the person who runs the tool."""


def public_libraries(root):
    """Regular ELF files that stand directly in a public library folder below root."""
    for folder, _, names in os.walk(root):
        if not PUBLIC_FOLDER.fullmatch(os.path.relpath(folder, root)):
            continue
        for name in sorted(names):
            path = os.path.join(folder, name)
            if os.path.islink(path) or not os.path.isfile(path):
                continue
            with open(path, "rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def decode(word):
    """The text of a word; the header of Sources/PreflightTargets/CapturedTarget.swift says how bytes are written."""
    word = re.sub(rb"%([0-9A-F]{2})", lambda match: bytes.fromhex(match[1].decode()), word)
    return word.decode("utf-8", "surrogateescape")


def parse(text):
    """-> [(path, {keyword: [word...]})] of a captured target, in its order."""
    lines = text.split(b"\n")
    if lines[0] != FORMAT:
        raise CaptureError(f"preflight wrote a captured target that starts with {lines[0][:60]!r}; {FORMAT!r} is read here.")
    libraries = []
    for line in lines[1:]:
        keyword, *words = [decode(word) for word in line.split()] or [None]
        if keyword == "library":
            libraries.append((words[1], {}))
        elif line.startswith(b" "):
            libraries[-1][1][keyword] = words
    return libraries


def capture(preflight, root):
    """The text of the record of root; a package alone has no loader, which preflight only warns of."""
    outcome = subprocess.run([preflight, "targets", "capture", "--root", root, "--name", "package"],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if outcome.returncode != 0:
        reason = outcome.stderr.decode("utf-8", "replace").strip().replace("\n", " ")
        raise CaptureError(f"preflight could not capture a package (status {outcome.returncode}): {reason}")
    return outcome.stdout


def read_folder(preflight, root):
    """-> ({soname: [nodes]}, kernel of libc's ABI note or None) of an unpacked package."""
    provisions, kernel = {}, None
    if not any(public_libraries(root)):
        return provisions, kernel
    for path, facts in parse(capture(preflight, root)):
        if "soname" not in facts or not PUBLIC_FOLDER.fullmatch(os.path.dirname(path).lstrip("/")):
            continue
        soname = facts["soname"][0]
        provisions[soname] = sorted(set(facts.get("nodes", [])[1::2]))
        if soname.startswith("libc.so."):
            kernel = facts.get("abi", [None])[0]
    return provisions, kernel
