"""What GNU readelf says of an ELF file: the independent reading that ci/e2e/loader and ci/e2e/foreign compare with."""
import collections, os, re, subprocess

Need = collections.namedtuple("Need", "library node weak index")
Symbol = collections.namedtuple("Symbol", "name node index default undefined unresolved weak type size")


def words(path, *options):
    done = subprocess.run(["readelf", "-W", *options, path], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, errors="surrogateescape", env={**os.environ, "LC_ALL": "C"})
    return done.stdout


class File:
    def __init__(self, path):
        self.path, text = path, words(path, "-h", "-l", "-d", "-V")
        field = lambda pattern: (re.search(pattern, text, re.M) or [None, None])[1]
        self.machine, self.type = field(r"^  Machine: +(.*)$"), field(r"^  Type: +(\w+)")
        self.interpreter = field(r"Requesting program interpreter: (.*)\]$")
        self.soname = field(r"\(SONAME\) +Library soname: \[(.*)\]$")
        self.rpath, self.runpath = field(r"\(RPATH\) +Library rpath: \[(.*)\]$"), field(r"\(RUNPATH\) +Library runpath: \[(.*)\]$")
        self.relr = bool(re.search(r"\(RELR\)", text))
        self.needed = re.findall(r"\(NEEDED\) +Shared library: \[(.*)\]$", text, re.M)
        self.dynamic = bool(re.search(r"^ +DYNAMIC ", text, re.M))
        self.now = bool(re.search(r"\(BIND_NOW\)|\(FLAGS\).*BIND_NOW|\(FLAGS_1\).*\bNOW\b", text))
        self.needs, self.definitions, library = [], [], None
        for line in text.splitlines():
            if found := re.match(r" +(?:0x)?[0-9a-f]+: +Version: \d+ +File: (.*?) +Cnt: \d+$", line):
                library = found[1]
            elif found := re.match(r" +0x[0-9a-f]+: +Name: (.*?) +Flags: (.*?) +Version: (\d+)$", line):
                self.needs.append(Need(library, found[1], "WEAK" in found[2], int(found[3])))
            elif found := re.match(r" +(?:0x)?[0-9a-f]+: Rev: \d+ +Flags: (.*?) +Index: \d+ +Cnt: \d+ +Name: (.*)$", line):
                self.definitions.append((found[2], "BASE" in found[1]))

    @property
    def kind(self):
        if not self.dynamic:
            return "static"
        return "executable" if self.interpreter and not self.soname else "library" if self.needed or self.soname or self.type == "DYN" else "static"

    @property
    def nodes(self):
        """Everything that a version need can match: the base definition counts."""
        return {name for name, _ in self.definitions}

    def symbols(self):
        """The symbols that other files can see or must have. A copied variable is defined here, but looked up elsewhere."""
        copied = set(re.findall(r" R_\w+_COPY +[0-9a-f]+ ([^@\s]+)", words(self.path, "-r"))) if self.kind == "executable" else set()
        for line in words(self.path, "--dyn-syms").splitlines():
            found = re.match(r" *\d+: [0-9a-f]+ +(\S+) (\S+) +(\S+) +\S+ +(?:\[.*?\] +)?(\S+) (\S+)(?: \((\d+)\))?", line)
            if not found or found[3] not in ("GLOBAL", "WEAK", "UNIQUE"):
                continue
            name, at, node = found[5].partition("@")
            index = int(found[6]) if found[6] else None
            undefined = found[4] == "UND"
            yield Symbol(name, node.lstrip("@") or None, index, node.startswith("@") or not at, undefined or index is not None or name in copied,
                         undefined, found[3] == "WEAK", found[2], int(found[1], 0))
