"""Small files that real ones are rarely like: each shows one rule of the loader that other tools get wrong.

They are linked against the C library of the newest root and then, where no linker makes such a file, patched.
`expected` is what the loader is documented to do: its word for the suites whose glibc lacks the node, and for those that have it.
"""
import collections, struct, subprocess

Fixture = collections.namedtuple("Fixture", "name needs_glibc lacking having source options patch")
GLIBC = {"bullseye": (2, 31), "bookworm": (2, 36), "trixie": (2, 41), "sid": (2, 43)}
NEWEST = (2, 38)   # what they link with
CALL = "unsigned long strlcpy(char *, const char *, unsigned long); char b[4]; void _start(void) { strlcpy(b, b, 4); }"
WEAK = "__attribute__((weak)) " + CALL.replace("strlcpy(b, b, 4);", "if (strlcpy) strlcpy(b, b, 4);")
RANDOM = "unsigned arc4random(void); void _start(void) { arc4random(); }"   # libc has GLIBC_2.36, libm never had
RELR = "void exit(int); void *here = &here; void _start(void) { exit(here != 0); }"
LIBC, LIBM, LOADER = "libc.so.6", "libm.so.6", "ld-linux-x86-64.so.2"


class Patch:
    """A fresh little-endian 64-bit file of GNU ld."""

    def __init__(self, path):
        self.path, self.bytes = path, bytearray(path.read_bytes())
        shoff, = struct.unpack_from("<Q", self.bytes, 0x28)
        size, count, names = struct.unpack_from("<HHH", self.bytes, 0x3a)
        headers = [struct.unpack_from("<IIQQQQIIQQ", self.bytes, shoff + number * size) for number in range(count)]
        self.sections = {self.text(headers[names][4] + header[0]): (header[4], header[5]) for header in headers}
        self.needs, self.strings = self.sections[".gnu.version_r"][0] if ".gnu.version_r" in self.sections else None, self.sections[".dynstr"][0]

    def text(self, offset):
        return self.bytes[offset:self.bytes.index(0, offset)].decode()

    def string(self, name):
        """Offset in the string table; of a whole string, so that no other use of it is changed."""
        start, size = self.sections[".dynstr"]
        return self.bytes.index(b"\0" + name.encode() + b"\0", start, start + size) + 1 - start

    def put(self, form, offset, *values):
        struct.pack_into("<" + form, self.bytes, offset, *values)

    def auxiliaries(self):
        """Offsets of the vernaux records of the first need."""
        offset = self.needs + struct.unpack_from("<I", self.bytes, self.needs + 8)[0]
        while True:
            yield offset
            following, = struct.unpack_from("<I", self.bytes, offset + 12)
            if not following:
                return
            offset += following

    def auxiliary(self, node):
        return next(offset for offset in self.auxiliaries() if self.text(self.strings + struct.unpack_from("<I", self.bytes, offset + 8)[0]) == node)

    def rename(self, node, name):
        """Names the node otherwise, with the hash that belongs to the name."""
        offset = self.auxiliary(node)
        if len(name) == len(node):
            start = self.strings + self.string(node)
            self.bytes[start:start + len(name)] = name.encode()
        else:
            self.put("I", offset + 8, self.string(name))
        self.put("I", offset, elf_hash(name))


def elf_hash(name):
    value = 0
    for byte in name.encode():
        value = (value << 4) + byte
        value = (value ^ (value >> 24 & 0xf0)) & 0x0fffffff
    return value


def weak_need(file):
    file.put("H", file.auxiliary("GLIBC_2.38") + 4, 2)   # VER_FLG_WEAK


def no_sections(file):
    file.put("Q", 0x28, 0)
    file.put("HHH", 0x3a, 0, 0, 0)


def no_count(file):
    file.put("H", file.needs + 2, 0)


def wrong_hash(file):
    file.put("I", file.auxiliary("GLIBC_2.38"), elf_hash("GLIBC_2.38") ^ 1)


def lower_number(file):
    file.rename("GLIBC_2.38", "GLIBC_2.08")


def base_name(file):
    file.rename("GLIBC_2.38", LIBC)


def other_symbol(file):
    start = file.strings + file.string("strlcpy")
    file.bytes[start:start + 7] = b"strlcpz"


def other_library(file):
    file.put("I", file.needs + 4, file.string(LIBM))


def other_record(file):
    file.put("H", file.needs, 2)


def no_versions(file):
    start, size = file.sections[".dynamic"]
    for offset in range(start, start + size, 16):
        if struct.unpack_from("<Q", file.bytes, offset)[0] == 0x6ffffff0:   # DT_VERSYM
            file.put("Q", offset, 0x6ffffef0)


def no_marker(file):
    marker, before = file.auxiliary("GLIBC_ABI_DT_RELR"), None
    following, = struct.unpack_from("<I", file.bytes, marker + 12)
    for offset in file.auxiliaries():
        if offset == marker:
            break
        before = offset
    if before is None:
        file.put("I", file.needs + 8, marker + following - file.needs)
    else:
        file.put("I", before + 12, marker + following - before if following else 0)


PROGRAM, LIBRARY = ["-no-pie", LIBC], ["-shared", "-fPIC"]
FIXTURES = [Fixture(*row) for row in [
    # name, glibc that has the node, the loader's word without it and with it, source, options and libraries, patch
    ("strong need", (2, 38), "version", "starts", CALL, PROGRAM, None),
    ("weak symbol, strong need", (2, 38), "version", "starts", WEAK, PROGRAM, None),
    ("weak symbol, weak need", (2, 38), "starts", "starts", WEAK, PROGRAM, weak_need),
    ("strong symbol, weak need, lazy", (2, 38), "call", "starts", CALL, PROGRAM, weak_need),
    ("strong symbol, weak need, now", (2, 38), "symbol", "starts", CALL, [*PROGRAM, "-Wl,-z,now"], weak_need),
    ("no version, lazy", (2, 38), "call", "starts", CALL, LIBRARY, None),
    ("no version, now", (2, 38), "symbol", "starts", CALL, [*LIBRARY, "-Wl,-z,now"], None),
    ("no version, weak", (2, 38), "starts", "starts", WEAK, LIBRARY, None),
    ("no version, in data", (2, 38), "symbol", "starts", "extern char strlcpy[]; void *here = strlcpy;", LIBRARY, None),
    ("library, strong need", (2, 38), "version", "starts", CALL, [*LIBRARY, LIBC], None),
    ("relative relocations", (2, 36), "version", "starts", RELR, ["-pie", "-fPIE", "-Wl,-z,pack-relative-relocs", LIBC], None),
    ("relative relocations without marker", (2, 36), "starts", "refused", RELR, ["-pie", "-fPIE", "-Wl,-z,pack-relative-relocs", LIBC], no_marker),
    ("need of the loader", (2, 35), "version", "starts", "extern char __rseq_flags; void *_start(void) { return &__rseq_flags; }",
     ["-no-pie", LIBC, LOADER], None),
    ("need of libm", (2, 38), "version", "starts", "double fmod(double, double); double _start(double a) { return fmod(a, a); }",
     ["-no-pie", "-fno-builtin", LIBM], None),
    ("no section headers", (2, 38), "version", "starts", CALL, PROGRAM, no_sections),
    ("count of needs is 0", (2, 38), "version", "starts", CALL, PROGRAM, no_count),
    ("wrong hash", (9, 9), "version", "", CALL, PROGRAM, wrong_hash),
    ("lower number", (9, 9), "version", "", CALL, PROGRAM, lower_number),
    ("node of another library", (9, 9), "version", "", RANDOM, [*PROGRAM, LIBM], other_library),
    ("node without the symbol, lazy", (2, 38), "version", "call", CALL, PROGRAM, other_symbol),
    ("node without the symbol, now", (2, 38), "version", "symbol", CALL, [*PROGRAM, "-Wl,-z,now"], other_symbol),
    ("base name as node", (9, 9), "call", "", CALL, PROGRAM, base_name),
    ("record of version 2", (9, 9), "refused", "", CALL, PROGRAM, other_record),
    ("needs without version table", (2, 38), "version", "signal 11", CALL, PROGRAM, no_versions),
]]


def expected(fixture, suite):
    return fixture.having if GLIBC[suite] >= fixture.needs_glibc else fixture.lacking


def build(folder, libraries):
    """Yields (fixture, path, words); the path is None if the linker refuses, with its words."""
    folder.mkdir()
    for fixture in FIXTURES:
        source, path = folder / "source.c", folder / fixture.name.replace(" ", "-").replace(",", "")
        source.write_text(fixture.source)
        options = [libraries[option].path if option in libraries else option for option in fixture.options]
        done = subprocess.run(["gcc", "-w", "-O1", "-nostdlib", "-fno-stack-protector", "-Wl,--no-as-needed", "-Wl,--allow-shlib-undefined",
                               "-Wl,-z,lazy", source, *options, "-o", path], capture_output=True, text=True)
        if done.returncode:
            yield fixture, None, done.stderr.strip()[:300]
            continue
        if fixture.patch:
            patched = Patch(path)
            fixture.patch(patched)
            path.write_bytes(patched.bytes)
        source.unlink()
        yield fixture, str(path), ""
