"""What the loader of a root does with a file: real starts, lazy and with LD_BIND_NOW, and the listing that ldd shows, with every symbol it misses.

A library is started through a carrier: a program that needs it by its path. Behind it the carrier needs a second one that brings the C library,
as the program would that opens a plugin.
"""
import collections, os, pathlib, re, shutil, subprocess

HERE = pathlib.Path(__file__).resolve().parent
STARTED, MOST = 42, 600   # MOST: bytes of the longest path of a library
# word: starts, call (a lazily bound symbol is missing), or the class of the message that ends the start: see CLASSES.
# library, symbol: what that message names; nodes: {(library, node)} that are not found; assertion: of dl-lookup.c when bound now.
# members: [(name, path)] in order, absent: names, both None where the listing ends early; unbound: {(symbol, version, moment, object)}, None likewise.
Truth = collections.namedtuple("Truth", "word library symbol nodes members absent unbound words optional")
CLASSES = [   # the first that matches; the group is what it is about
    ("version", r"(?<!weak )version `[^']*' not found \(required by"),
    ("library", r"error while loading shared libraries: (.+?): cannot open shared object file: No such"),
    ("denied", r"error while loading shared libraries: (.+?): cannot open shared object file"),
    ("cpu", r"CPU ISA level is lower than required"),
    ("relr", r"without GLIBC_ABI_DT_RELR"),
    ("refused", r"error while loading shared libraries: (.+?): (?:wrong ELF class|invalid ELF header|file too short|cannot read file data|ELF |only ET_DYN|"
                r"cannot dynamically load|object file has no|invalid|internal error|unsupported|nonzero padding|failed to map|cannot map)"),
    ("kernel", r"kernel too old"),
    ("symbol", r"(?:symbol lookup error|relocation error): .*?(?:undefined symbol: |symbol )([^\s,]+)"),
    ("needed", r"dl-version\.c.*needed != NULL"),
    ("assertion", r"dl-lookup\.c.*version->filename == NULL"),
    ("interpreter", r"cannot be started: .*(?:No such file|Exec format)"),
    ("not allowed", r"cannot be started: .*Permission denied"),   # to nobody; preflight says nothing of rights
]


def classify(answer):
    """(word, what it is about)"""
    if answer["status"] == STARTED:
        return "starts", None
    for word, pattern in CLASSES:
        if found := re.search(pattern, answer["words"]):
            return word, found[1] if found.groups() else None
    return "timeout" if answer["status"] is None else f"signal {-answer['status']}" if answer["status"] < 0 else "other", None


def nodes(words):
    """{(library, node)} that some object strongly needs and does not find."""
    return {(os.path.basename(library), node) for library, weak, node in
            re.findall(r"([^ :\n]+): (weak )?version `([^']*)' not found \(required by", words) if not weak}


def unbound(words):
    """{(symbol, version, path of the object)} of a start with LD_WARN."""
    found = set()
    for symbol, version, path in re.findall(r"undefined symbol: ([^\s,]+)(?:, version (\S+))?\t\((.*?)\)", words):
        found.add((symbol, version or None, path))
    for symbol, version, path in re.findall(r"symbol ([^\s,]+),? version (\S+) not defined in file .*?\t\((.*?)\)", words):
        found.add((symbol, version, path))
    return found


def members(listing, subject):
    """([(name, path)], {absent names}) of a listing; paths as they are in the root."""
    loaded, absent = [], set()
    for line in listing.splitlines():
        if found := re.match(r"\t(.*?) => not found$", line):
            absent.add(found[1])
        elif found := re.match(r"\t(?:(.*?) => )?(/.*) \(0x[0-9a-f]+\)$", line):
            if found[2] != subject and not re.match(r"/mnt/(carrier|process)$|/(carrier|process)$", found[2]):
                loaded.append((found[1] or found[2], found[2]))
    return loaded, absent


class Starter:
    """Starts files by their paths in roots; `tools` is the folder with the preloaded object, the process and the carrier as files there see it."""

    def __init__(self, jail):
        self.jail = jail

    def truth(self, place, path, tools, subject, environment=()):
        """`path` is what is started in the root `place`; the subject of the comparison may be a library that it carries."""
        env = dict(environment)
        lazy = self.jail.start_in(place, path, False, {**env, "LD_PRELOAD": f"{tools}/leave"})
        now = self.jail.start_in(place, path, False, {**env, "LD_PRELOAD": f"{tools}/leave", "LD_BIND_NOW": "1"})
        (word, about), (word_now, about_now) = classify(lazy), classify(now)
        words = "\n".join(dict.fromkeys((lazy["words"] + "\n" + now["words"]).strip().splitlines()))
        if word == "starts" and word_now != "starts":
            word, about = ("call" if word_now == "symbol" else f"now: {word_now}"), about_now
        library, symbol = (None, about) if word in ("symbol", "call") else (about, None)
        listing = self.jail.start_in(place, path, True, {**env, "LD_TRACE_LOADED_OBJECTS": "1", "LD_WARN": "1", "LD_BIND_NOW": "1"})
        listed = (None, None) if listing["status"] != 0 else members(listing["listing"], subject)
        missing = None
        if listing["status"] == 0 and not listed[1]:
            missing = unbound(listing["words"])
            if missing:
                early = unbound(self.jail.start_in(place, path, True, {**env, "LD_TRACE_LOADED_OBJECTS": "1", "LD_WARN": "1"})["words"])
                missing = {(name, version, "load" if (name, version, by) in early else "call", by) for name, version, by in missing}
        if word == "symbol" and any(name == symbol and moment == "call" for name, _, moment, _ in missing or ()):
            word = "call"   # a constructor calls it
        return Truth(word, library, symbol, nodes(words), *listed, missing, words, set())


class Tools:
    """The objects that starting takes, built in a folder."""

    def __init__(self, folder, loader):
        self.folder = folder
        compile_(folder / "leave", (loader / "leave.c").read_text(), "-shared", "-fPIC", "-Wl,-z,initfirst")
        libc = compile_(folder / "libc.stub", "", "-shared", "-fPIC", "-Wl,-soname,libc.so.6")
        compile_(folder / "process", "", "-shared", "-fPIC", "-Wl,--no-as-needed", libc)
        second = compile_(folder / "second.stub", "", "-shared", "-fPIC", "-Wl,-soname," + "P" * MOST)
        first = compile_(folder / "first.stub", "", "-shared", "-fPIC", "-Wl,-soname," + "S" * MOST)
        compile_(folder / "template", (loader / "carrier.c").read_text(), "-no-pie", "-Wl,--no-as-needed", first, second)
        self.template = (folder / "template").read_bytes()

    def carrier(self, target, subject, process):
        """Writes a program to `target` that needs the library at `subject` in the root, and then `process`."""
        made = self.template
        for letter, path in (b"S", subject), (b"P", process):
            name = os.fsencode(path)
            made = made.replace(letter * MOST, name + b"\0" * (MOST - len(name)))
        target.write_bytes(made)
        target.chmod(0o755)


def compile_(target, source, *options):
    code = target.with_name(target.name + ".c")
    code.write_text(source)
    done = subprocess.run(["gcc", "-w", "-O1", "-fno-stack-protector", "-nostdlib", code, *options, "-o", target], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    code.unlink()
    if done.returncode:
        raise RuntimeError(f"{target.name} cannot be built: {done.stderr.strip()[:500]}")
    return target
