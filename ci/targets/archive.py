"""A Debian archive as apt is configured for it: suites, package indexes, package files.

No host is named here: the archive is the one that apt uses on this machine. Every package is checked against its
index, every index against the Release file, and that by gpgv where Debian's key ring is installed.
"""

import gzip
import hashlib
import lzma
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"
POCKETS = ["", "-updates", "-security"]
# Debian's name -> what `uname -m` says.
ARCHITECTURES = {
    "amd64": "x86_64", "i386": "i686", "arm64": "aarch64", "armhf": "armv7l", "armel": "armv5tel", "ppc64el": "ppc64le",
    "s390x": "s390x", "riscv64": "riscv64", "loong64": "loongarch64", "mips64el": "mips64el", "mipsel": "mipsel",
}


class ArchiveError(Exception):
    """One sentence for the person who runs the tool."""


class NotServed(ArchiveError):
    """The archive answered that it has no such file."""


def configured_archives():
    """The addresses of the archives in apt's configuration, in its order."""
    try:
        listing = subprocess.run(
            ["apt-get", "indextargets", "--format", "$(REPO_URI)"], stdout=subprocess.PIPE, check=True)
    except (OSError, subprocess.CalledProcessError) as problem:
        raise ArchiveError(f"apt did not tell which archive it uses ({problem}); run this on Debian or a child of it.")
    addresses = list(dict.fromkeys(listing.stdout.decode().split()))
    usable = [address for address in addresses if re.match(r"(https?|file)://?", address)]
    if not usable:
        raise ArchiveError("apt has no archive configured that is reached by http, https or file.")
    return usable


def use_proxy_of_apt():
    """urllib only knows the environment; apt may have its own proxy."""
    handlers = {}
    for scheme in ("http", "https"):
        answer = subprocess.run(["apt-config", "shell", "P", f"Acquire::{scheme}::Proxy"], stdout=subprocess.PIPE)
        proxy = re.search(r"'(.+)'", answer.stdout.decode())
        if proxy and proxy.group(1) != "DIRECT":
            handlers[scheme] = proxy.group(1)
    if handlers:
        urllib.request.install_opener(urllib.request.build_opener(urllib.request.ProxyHandler(handlers)))


def fetch(address, attempts=4):
    for attempt in range(attempts):
        try:
            with urllib.request.urlopen(address, timeout=120) as answer:
                return answer.read()
        except urllib.error.HTTPError as problem:
            if problem.code in (403, 404, 410):
                raise NotServed(f"{address} is not served ({problem.code}).")
            cause = problem
        except OSError as problem:  # URLError, time-outs and broken connections alike
            if "No such file" in str(problem):
                raise NotServed(f"{address} is not served.")
            cause = problem
        time.sleep(2 ** attempt)
    raise ArchiveError(f"{address} could not be read: {cause}.")


def paragraphs(text):
    """The stanzas of a control file as dictionaries; continued lines are joined by newlines."""
    for block in re.split(r"\n\s*\n", text):
        fields, name = {}, None
        for line in block.split("\n"):
            if line[:1] in (" ", "\t"):
                if name:
                    fields[name] += "\n" + line.strip()
            elif ":" in line:
                name, _, value = line.partition(":")
                fields[name] = value.strip()
        if fields:
            yield fields


def verified_release(signed):
    """The text of an InRelease file, after gpgv has looked at it where that is possible."""
    text = signed.decode("utf-8")
    if shutil.which("gpgv") and os.path.exists(KEYRING):
        with tempfile.NamedTemporaryFile() as file:
            file.write(signed)
            file.flush()
            answer = subprocess.run(["gpgv", "--keyring", KEYRING, file.name], stderr=subprocess.PIPE)
        # A key that is newer than the key ring is no reason to stop; a signature that does not fit is.
        if b"BAD signature" in answer.stderr:
            raise ArchiveError("the signature of a Release file does not fit what it signs.")
    return text.partition("Hash: ")[2].partition("\n\n")[2] if text.startswith("-----BEGIN PGP") else text


class Suite:
    """One suite or pocket of one archive."""

    def __init__(self, archive, name):
        self.archive, self.name = archive.rstrip("/"), name
        self.fields = next(paragraphs(verified_release(self.read("InRelease"))))
        if self.fields.get("Origin") != "Debian":
            raise NotServed(f"{archive} has a suite {name} that is not Debian's.")
        self.sums = {}
        for line in self.fields.get("SHA256", "").split("\n"):
            words = line.split()
            if len(words) == 3:
                self.sums[words[2]] = words[0]

    def read(self, path):
        return fetch(f"{self.archive}/dists/{self.name}/{path}")

    @property
    def architectures(self):
        return [name for name in self.fields["Architectures"].split() if name not in ("all", "source")]

    def packages(self, architecture, wanted):
        """The main component's stanzas whose name matches; NotServed where no index fits the Release file."""
        folder = f"main/binary-{architecture}"
        for ending, opened in ((".xz", lzma.decompress), (".gz", gzip.decompress)):
            expected = self.sums.get(f"{folder}/Packages{ending}")
            # The name by sum is right even while a mirror is being updated; not every mirror keeps it.
            for path in (f"{folder}/by-hash/SHA256/{expected}", f"{folder}/Packages{ending}") if expected else ():
                try:
                    packed = self.read(path)
                except NotServed:
                    continue
                if hashlib.sha256(packed).hexdigest() == expected:
                    text = opened(packed).decode("utf-8")
                    # Of sixty thousand stanzas few are wanted: looking at the name first saves most of the time.
                    start = len("Package: ")
                    blocks = (block for block in text.split("\n\n")
                              if wanted.fullmatch(block[start:].partition("\n")[0]))
                    return [fields for block in blocks for fields in paragraphs(block)]
        raise NotServed(
            f"the mirror serves no package index of {self.name} for {architecture} that fits its Release file.")


def served_suites(archives, codename):
    """The suite and its pockets, wherever one of the archives serves them."""
    suites = []
    for pocket in POCKETS:
        for archive in archives:
            try:
                suites.append(Suite(archive, codename + pocket))
                break
            except NotServed:
                continue
    return suites


def candidates(suites, architecture, wanted):
    """{package: [(archive, stanza) newest first]} of what a suite and its pockets have under the names that match."""
    found = {}
    for suite in suites:
        if architecture not in suite.architectures:
            continue
        try:
            stanzas = suite.packages(architecture, wanted)
        except NotServed as problem:
            print(f"  {problem}", file=sys.stderr, flush=True)
            continue
        for stanza in stanzas:
            found.setdefault(stanza["Package"], []).append((suite.archive, stanza))
    for versions in found.values():
        versions.sort(key=lambda item: debian_version_key(item[1]["Version"]), reverse=True)
    return found


def download(archive, stanza, folder):
    """The path of a package file below folder, fetched unless it is there already; its SHA256 is always checked."""
    path = os.path.join(folder, os.path.basename(stanza["Filename"]))
    if os.path.exists(path) and file_sum(path) == stanza["SHA256"]:
        return path
    content = fetch(f"{archive}/{stanza['Filename']}")
    if hashlib.sha256(content).hexdigest() != stanza["SHA256"]:
        raise ArchiveError(f"{stanza['Filename']} does not have the SHA256 that its package index names.")
    os.makedirs(folder, exist_ok=True)
    partial = f"{path}.{os.getpid()}"
    with open(partial, "wb") as file:
        file.write(content)
    os.replace(partial, path)
    return path


def file_sum(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def debian_version_key(version):
    """Sorts as dpkg does: epoch, upstream version, revision; '~' before the end, letters before signs."""
    epoch, colon, rest = version.partition(":")
    if not colon:
        epoch, rest = "0", version
    upstream, _, revision = rest.rpartition("-") if "-" in rest else (rest, "", "")
    return (int(epoch), part_key(upstream), part_key(revision))


def part_key(text):
    key = []
    for letters, digits in re.findall(r"(\D*)(\d*)", text):
        # The closing 0 stands for the end of the letters: after '~', before everything else.
        weights = [-1 if c == "~" else ord(c) if c.isalpha() else ord(c) + 256 for c in letters]
        key.append((weights + [0], int(digits or "0")))
    return key
