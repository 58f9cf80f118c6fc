"""Small roots in each of which one rule of the loader decides. A scene is a function: it puts a few files into a tree; the loader and the C library
of each suite are added, the subject (/prog, or a library) is started there, and preflight is asked about the same root.

The word that a scene gives is what it is meant to show: the scene itself is wrong where the loader says otherwise.
"""
import os, pathlib, re, shutil, struct, subprocess
import truth
from fixtures import GLIBC, Patch

BASE = {   # of each suite, with links resolved: where a Debian root has them
    "usr/lib64/ld-linux-x86-64.so.2": "lib64/ld-linux-x86-64.so.2",
    "usr/lib/x86_64-linux-gnu/libc.so.6": "lib/x86_64-linux-gnu/libc.so.6",
    "usr/lib/x86_64-linux-gnu/libm.so.6": "lib/x86_64-linux-gnu/libm.so.6",
}
LIBS = "/usr/lib/x86_64-linux-gnu"
SCENES = []


def scene(word="starts", **settings):
    """Registers a scene: `word` for every suite, or a function of the glibc release; `env` and `options` of the run; `subject` if not /prog."""
    def register(make):
        SCENES.append((settings.pop("name", None) or make.__name__.replace("_", " "), make, word, settings))
        return make
    return register


class Builder:
    def __init__(self, tree, aside):
        self.tree, self.aside = tree, aside
        self.finish = None    # what is to be done in each root: a function of its folder

    def at(self, path):
        place = self.tree / path.lstrip("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        return place

    def stub(self, name):
        made = self.aside / ("stub-" + re.sub(r"\W", "_", name))
        return made if made.exists() else truth.compile_(made, "", "-shared", "-fPIC", f"-Wl,-soname,{name}")

    def build(self, target, source, *options, needs=(), link=(), rpath=None, runpath=None, map=None):
        options = list(options)
        if map:
            script = self.aside / "map"
            script.write_text(map)
            options.append(f"-Wl,--version-script={script}")
        if rpath is not None:
            options += ["-Wl,--disable-new-dtags", f"-Wl,-rpath,{rpath}"]
        if runpath is not None:
            options += ["-Wl,--enable-new-dtags", f"-Wl,-rpath,{runpath}"]
        libraries = [self.stub(name) for name in needs] + list(link)
        return truth.compile_(target, source, "-Wl,--no-as-needed", "-Wl,--allow-shlib-undefined", "-Wl,-z,lazy", *options, *libraries)

    def lib(self, path, source="", *options, soname="", **more):
        """A library in the tree; its soname is the name of its file unless said otherwise (None: no soname)."""
        name = os.path.basename(path) if soname == "" else soname
        return self.build(self.at(path), source, "-shared", "-fPIC", *([f"-Wl,-soname,{name}"] if name else []), *options, **more)

    def other(self, name, source="", *options, soname="", **more):
        """A library to link with that does not come into the tree."""
        place = self.aside / name
        return self.build(place, source, "-shared", "-fPIC", *([f"-Wl,-soname,{name if soname == '' else soname}"]), *options, **more)

    def prog(self, source="void _start(void) {}", *options, path="/prog", needs=(), **more):
        place = self.build(self.at(path), source, *(options or ["-no-pie"]), needs=needs, **more)
        return place

    def write(self, path, content):
        place = self.at(path)
        place.write_bytes(content if isinstance(content, bytes) else content.encode())
        return place

    def link(self, path, target):
        self.at(path).symlink_to(target)

    def cached(self, conf="", links=False):
        """/etc/ld.so.conf, and a cache that ldconfig makes of it."""
        self.write("/etc/ld.so.conf", conf)
        self.finish = lambda root: subprocess.run(["ldconfig", *([] if links else ["-X"]), "-r", root], check=True, env={**os.environ, "PATH": os.environ["PATH"] + ":/usr/sbin:/sbin"}, capture_output=True)


def patch(path, *edits):
    """Writes bytes at offsets of the ELF header or elsewhere: (format, offset, value)."""
    content = bytearray(path.read_bytes())
    for form, offset, value in edits:
        struct.pack_into("<" + form, content, offset, value)
    path.write_bytes(content)


def dynamic(path, tag, value, new_tag=None, new_value=None):
    """Changes an entry of the dynamic table: flags are or-ed."""
    file = Patch(path)
    start, size = file.sections[".dynamic"]
    for offset in range(start, start + size, 16):
        found, old = struct.unpack_from("<QQ", file.bytes, offset)
        if found == tag or tag == 0 and found == 0:
            struct.pack_into("<QQ", file.bytes, offset, new_tag or tag, old | value if new_value is None else new_value)
            path.write_bytes(file.bytes)
            return
    raise RuntimeError(f"{path} has no entry {tag:#x}")


# Search order

@scene()
def rpath_of_the_program(b):
    b.lib("/a/libx.so"), b.lib(f"{LIBS}/libx.so")
    b.prog(needs=["libx.so"], rpath="/a")


@scene()
def rpath_of_a_grandparent(b):
    b.lib("/a/liby.so", needs=["libz.so"]), b.lib("/a/libz.so"), b.lib(f"{LIBS}/libz.so")
    b.prog(needs=["liby.so"], rpath="/a")


@scene()
def rpath_of_the_parent_before_the_grandparents(b):
    b.lib("/a/liby.so", needs=["libz.so"], rpath="/b"), b.lib("/a/libz.so"), b.lib("/b/libz.so")
    b.prog(needs=["liby.so"], rpath="/a")


@scene("library")
def rpath_ignored_with_runpath(b):
    b.lib("/a/libx.so")
    program = b.prog(needs=["libx.so"], rpath="/a")
    dynamic(program, 0, 0, 29, struct.unpack_from("<Q", program.read_bytes(), find_dynamic(program, 1) + 8)[0])   # DT_RUNPATH "libx.so"


@scene("library")
def runpath_is_not_inherited(b):
    b.lib("/a/liby.so", needs=["libz.so"]), b.lib("/a/libz.so")
    b.prog(needs=["liby.so"], runpath="/a")


@scene("library")
def runpath_of_a_library_hides_the_programs_rpath(b):
    b.lib("/a/liby.so", needs=["libz.so"], runpath="/nowhere"), b.lib("/a/libz.so")
    b.prog(needs=["liby.so"], rpath="/a")


@scene()
def rpath_of_the_program_below_a_parent_with_runpath(b):
    b.lib("/a/libx.so", needs=["liby.so"], runpath="/b"), b.lib("/b/liby.so", needs=["libz.so"]), b.lib("/a/libz.so")
    b.prog(needs=["libx.so"], rpath="/a")


@scene("library")
def rpath_of_the_program_does_not_count_when_it_has_runpath(b):
    b.lib("/a/libx.so", needs=["liby.so"], rpath="/b"), b.lib("/b/liby.so", needs=["libz.so"]), b.lib("/a/libz.so")
    b.prog(needs=["libx.so"], runpath="/a")


@scene(env={"LD_LIBRARY_PATH": "/l"}, options=["--library-path", "/l"])
def library_path_before_runpath(b):
    b.lib("/l/libx.so"), b.lib("/a/libx.so")
    b.prog(needs=["libx.so"], runpath="/a")


@scene(env={"LD_LIBRARY_PATH": "/l"}, options=["--library-path", "/l"])
def library_path_after_rpath(b):
    b.lib("/l/libx.so"), b.lib("/a/libx.so")
    b.prog(needs=["libx.so"], rpath="/a")


@scene(env={"LD_LIBRARY_PATH": "/n::/l/"}, options=["--library-path", "/n::/l/"])
def library_path_with_an_empty_entry(b):
    b.lib("/l/libx.so"), b.lib("/libx.so")
    b.prog(needs=["libx.so"])


@scene(env={"LD_LIBRARY_PATH": "/n;/l"}, options=["--library-path", "/n;/l"])
def library_path_with_semicolons(b):
    b.lib("/l/libx.so")
    b.prog(needs=["libx.so"])


@scene(env={"LD_LIBRARY_PATH": "$ORIGIN/l:/$LIB/m"}, options=["--library-path", "$ORIGIN/l:/$LIB/m"])
def library_path_with_tokens(b):
    b.lib("/p/l/libx.so"), b.lib("/usr/lib/x86_64-linux-gnu/m/liby.so")
    b.prog(needs=["libx.so", "liby.so"], path="/p/prog")
    b.link("/prog", "p/prog")


def origins(word, entry, name, **settings):
    @scene(word, name=f"origin: {name}", **settings)
    def make(b):
        b.lib("/p/lib/libx.so", needs=["liby.so"], runpath="$ORIGIN/deep"), b.lib("/p/lib/deep/liby.so")
        b.prog(needs=["libx.so"], runpath=entry)


origins("starts", "$ORIGIN/p/lib", "plain")
origins("starts", "${ORIGIN}/p/lib", "in braces")
origins("starts", "/nowhere:$ORIGIN/p/lib:/also", "one of several")
origins("library", "$ORIGINAL/p/lib", "longer name")
origins("library", "${ORIGIN/p/lib", "brace not closed")
origins("starts", "/./p//lib/", "dots and slashes")
origins("library", "/q/../p/lib/.", "up again from what is not there")


@scene()
def origin_in_the_middle(b):
    b.lib("/p/x/p/libx.so")
    b.prog(needs=["libx.so"], runpath="/p/x$ORIGIN", path="/p/prog")
    b.link("/prog", "p/prog")


@scene()
def origin_of_a_program_behind_a_link(b):
    b.lib("/p/lib/libx.so")
    b.prog(needs=["libx.so"], runpath="$ORIGIN/lib", path="/p/prog")
    b.link("/prog", "p/prog")


@scene()
def origin_of_a_library_in_a_linked_directory(b):
    b.lib("/real/deep/liby.so"), b.lib("/real/lib/libx.so", needs=["liby.so"], runpath="$ORIGIN/../deep")
    b.link("/alias", "real/lib")
    b.prog(needs=["libx.so"], runpath="/alias")


@scene("library")
def origin_of_a_library_that_is_a_link_itself(b):
    b.lib("/real/libx.so", needs=["liby.so"], runpath="$ORIGIN"), b.lib("/real/liby.so")
    b.link("/lib-a/libx.so", "../real/libx.so")
    b.prog(needs=["libx.so"], runpath="/lib-a")


@scene()
def lib_token(b):
    b.lib("/p/lib/x86_64-linux-gnu/libx.so"), b.lib("/p/lib64/libx.so"), b.lib("/p/lib/libx.so")
    b.prog(needs=["libx.so"], runpath="/p/$LIB")


@scene()
def platform_token(b):
    for name in "haswell", "x86_64", "xeon_phi":
        b.lib(f"/p/{name}/libx.so")
    b.prog(needs=["libx.so"], runpath="/p/${PLATFORM}")


@scene("library")
def empty_rpath_entry_is_the_working_directory(b):
    b.lib("/elsewhere/libx.so")
    b.prog(needs=["libx.so"], rpath="/nowhere:")


@scene("starts")
def nodeflib_with_its_own_path(b):
    b.lib("/a/libx.so")
    b.prog("void _start(void) {}", "-no-pie", "-Wl,-z,nodefaultlib", needs=["libx.so"], runpath="/a")


@scene("library")
def nodeflib_keeps_from_default_directories(b):
    b.lib(f"{LIBS}/libx.so")
    b.prog("void _start(void) {}", "-no-pie", "-Wl,-z,nodefaultlib", needs=["libx.so"])


@scene("denied")
def nodeflib_and_the_cache_of_a_default_directory(b):
    b.lib(f"{LIBS}/libx.so"), b.cached()
    b.prog("void _start(void) {}", "-no-pie", "-Wl,-z,nodefaultlib", needs=["libx.so"])


@scene()
def nodeflib_and_the_cache_of_another_directory(b):
    b.lib("/opt/lib/libx.so"), b.cached("/opt/lib\n")
    b.prog("void _start(void) {}", "-no-pie", "-Wl,-z,nodefaultlib", needs=["libx.so"])


@scene()
def nodeflib_of_a_library_only(b):
    b.lib("/a/libx.so", "", "-Wl,-z,nodefaultlib", needs=["liby.so"], runpath="/a"), b.lib("/a/liby.so"), b.lib(f"{LIBS}/liby.so")
    b.prog(needs=["libx.so"], runpath="/a")


for where in ["/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib", "/usr/lib", "/lib64", "/usr/local/lib"]:
    @scene("library" if where in ("/lib64", "/usr/local/lib") else "starts", name=f"default directory {where}")
    def default_directory(b, where=where):
        b.lib(f"{where}/libx.so" if where.startswith("/usr") else f"/usr{where}/libx.so")
        b.prog(needs=["libx.so"])


# glibc-hwcaps and what was before

def hardware(name, levels, where, word="starts", cache=None, runpath=None, **settings):
    @scene(word, name=f"hwcaps: {name}", **settings)
    def make(b):
        for level in levels:
            b.lib(f"{where}/{level}/libx.so" if level else f"{where}/libx.so")
        if cache is not None:
            b.cached(cache)
        b.prog(needs=["libx.so"], runpath=runpath)


V2, V3, V4 = ("glibc-hwcaps/x86-64-v%d" % level for level in (2, 3, 4))
hardware("v2 in runpath", [V2, ""], "/a", runpath="/a")
hardware("v3 and v2 in runpath", [V3, V2, ""], "/a", runpath="/a")
hardware("v4, v3 and v2 in runpath", [V4, V3, V2, ""], "/a", runpath="/a")
hardware("v2 alone in runpath", [V2], "/a", word=lambda glibc: "starts" if glibc >= (2, 33) else "library", runpath="/a")
hardware("an unknown level", ["glibc-hwcaps/x86-64-v9", ""], "/a", runpath="/a")
hardware("v3 in a default directory", [V3, ""], LIBS)
hardware("v3 and v2 through the cache", [V3, V2, ""], "/opt/lib", cache="/opt/lib\n")
hardware("v2 alone through the cache", [V2], "/opt/lib", word=lambda glibc: "starts" if glibc >= (2, 33) else "library", cache="/opt/lib\n")
hardware("default directory through the cache", [V3, ""], LIBS, cache="")
for old in ["tls", "haswell", "x86_64", "tls/x86_64", "haswell/x86_64", "tls/haswell/x86_64", "avx512_1", "xeon_phi", "haswell/avx512_1/x86_64", "sse2"]:
    hardware(f"old directory {old} in runpath", [old, ""], "/a", runpath="/a")
hardware("old directories tls and haswell", ["tls", "haswell", "x86_64", ""], "/a", runpath="/a")
hardware("old directory haswell in a default directory", ["haswell", ""], LIBS)
hardware("old directory tls alone", ["tls"], LIBS, word=lambda glibc: "starts" if glibc < (2, 37) else "library")
hardware("old directory haswell through the cache", ["haswell", ""], "/opt/lib", cache="/opt/lib\n")


@scene(name="hwcaps: v2 has another of two")
def hwcaps_split(b):
    b.lib("/a/glibc-hwcaps/x86-64-v2/libx.so", needs=["liby.so"], runpath="$ORIGIN"), b.lib("/a/libx.so"), b.lib("/a/liby.so"), b.lib("/a/glibc-hwcaps/x86-64-v2/liby.so")
    b.lib("/a/liby.so")
    b.prog(needs=["libx.so", "liby.so"], rpath="/a")


@scene(name="hwcaps: subdirectory that is a broken link")
def hwcaps_broken(b):
    b.link("/a/glibc-hwcaps/x86-64-v2", "nowhere"), b.lib("/a/libx.so")
    b.prog(needs=["libx.so"], runpath="/a")


# What is in the way

def obstacle(name, put, word, **settings):
    @scene(word, name=f"in the way: {name}", **settings)
    def make(b):
        b.lib("/b/libx.so")
        put(b, "/a/libx.so")
        b.prog(needs=["libx.so"], runpath="/a:/b")


def edited(*edits):
    return lambda b, path: patch(b.lib(path), *edits)


def truncated(length):
    def put(b, path):
        made = b.lib(path)
        made.write_bytes(made.read_bytes()[:length])
    return put


obstacle("another class", lambda b, path: b.lib(path, "", "-m32"), "starts")
obstacle("another machine of the same class", edited(("H", 18, 183)), "starts")
obstacle("another machine without a machine", edited(("H", 18, 0)), "starts")
obstacle("the other byte order", edited(("B", 5, 2)), "refused")
obstacle("a relocatable object", edited(("H", 16, 1)), "refused")
obstacle("a core file", edited(("H", 16, 4)), "refused")
obstacle("EI_OSABI 9", edited(("B", 7, 9)), "refused")
obstacle("EI_ABIVERSION 9", edited(("B", 8, 9)), "refused")
obstacle("EI_OSABI 3 with EI_ABIVERSION 1", edited(("B", 7, 3), ("B", 8, 1)), "starts")
obstacle("padding that is not zero", edited(("B", 12, 1)), "refused")
obstacle("ELF version 2", edited(("I", 20, 2)), "refused")
obstacle("EI_VERSION 2", edited(("B", 6, 2)), "refused")
obstacle("a wrong size of program headers", edited(("H", 54, 32)), "refused")
obstacle("no program headers", edited(("H", 56, 0)), "refused")
obstacle("a text", lambda b, path: b.write(path, "INPUT(libx.so.1)\n" * 99), "refused")
obstacle("a short text", lambda b, path: b.write(path, "GROUP (x)\n"), "refused")
obstacle("an empty file", lambda b, path: b.write(path, ""), "refused")
obstacle("a directory", lambda b, path: b.at(path).mkdir(), "refused")
obstacle("a file cut in its header", truncated(40), "refused")
obstacle("a file of the header alone", truncated(64), "refused")
obstacle("a file cut in its program headers", truncated(200), "refused")
obstacle("a dangling link", lambda b, path: b.link(path, "nowhere"), "starts")
obstacle("a link to itself", lambda b, path: b.link(path, "libx.so"), "library")
obstacle("a file that may not be read", lambda b, path: b.lib(path).chmod(0), "starts", nobody=True)
obstacle("a directory that may not be searched", lambda b, path: b.lib(path).parent.chmod(0), "starts", nobody=True)
obstacle("a directory that is a file", lambda b, path: b.write("/a", "x"), "starts")


def needs_program(b, path, *options):
    b.prog("void _start(void) {}", *options, path=path)


obstacle("a position-independent program", lambda b, path: needs_program(b, path, "-pie", "-fPIE"), lambda glibc: "refused" if glibc >= (2, 30) else "starts")
obstacle("a program at a fixed address", lambda b, path: needs_program(b, path, "-no-pie", "-Wl,--no-as-needed"), lambda glibc: None)


@scene("refused", name="in the way: wrong class is the only one")
def wrong_class_only(b):
    b.lib("/a/libx.so", "", "-m32")
    b.prog(needs=["libx.so"], runpath="/a")


@scene("library", name="in the way: another machine is the only one")
def wrong_machine_only(b):
    patch(b.lib("/a/libx.so"), ("H", 18, 183))
    b.prog(needs=["libx.so"], runpath="/a")


@scene("refused", name="in the way: a text in a default directory")
def text_in_default(b):
    b.write(f"{LIBS}/libx.so", "INPUT(libx.so.1)\n" * 99)
    b.prog(needs=["libx.so"])


@scene(lambda glibc: None, name="in the way: another class through the cache")
def class_in_cache(b):
    b.lib("/opt/a/libx.so"), b.cached("/opt/a\n")
    inner, other = b.finish, b.lib("/opt/b/libx.so", "", "-m32").relative_to(b.tree)

    def swap(root):
        inner(root)
        pathlib.Path(root, other).rename(pathlib.Path(root, "opt/a/libx.so"))
    b.finish = swap
    b.lib(f"{LIBS}/libx.so")
    b.prog(needs=["libx.so"])


# Names and identities

@scene()
def soname_is_not_the_file_name(b):
    b.lib("/a/libx.so", soname="liby.so"), b.lib("/a/libz.so", needs=["liby.so"])
    b.prog(needs=["libx.so", "libz.so"], rpath="/a")


@scene("library")
def soname_is_asked_for_before_the_file_is_loaded(b):
    b.lib("/a/libx.so", soname="liby.so")
    b.prog(needs=["liby.so", "libx.so"], rpath="/a")


@scene()
def one_library_by_two_names(b):
    b.lib("/a/libx.so.1"), b.link("/a/libx.so", "libx.so.1")
    b.prog(needs=["libx.so", "libx.so.1"], rpath="/a")


@scene()
def two_libraries_of_one_soname(b):
    b.lib("/a/libx.so", soname="libsame.so"), b.lib("/a/liby.so", soname="libsame.so"), b.lib("/a/libz.so", needs=["libsame.so"])
    b.prog(needs=["libx.so", "liby.so", "libz.so"], rpath="/a")


@scene()
def hard_links(b):
    os.link(b.lib("/a/libx.so", soname=None), b.at("/a/liby.so"))
    b.prog(needs=["libx.so", "liby.so"], rpath="/a")


@scene()
def copies(b):
    shutil.copy(b.lib("/a/libx.so", soname=None), b.at("/a/liby.so"))
    b.prog(needs=["libx.so", "liby.so"], rpath="/a")


@scene()
def cycle(b):
    b.lib("/a/libx.so", needs=["liby.so"]), b.lib("/a/liby.so", needs=["libz.so"]), b.lib("/a/libz.so", needs=["libx.so"])
    b.prog(needs=["libx.so"], rpath="/a")


@scene()
def self_need(b):
    b.lib("/a/libx.so", needs=["libx.so"])
    b.prog(needs=["libx.so"], rpath="/a")


@scene()
def self_need_without_soname(b):
    b.lib("/a/libx.so", soname=None, needs=["libx.so"])
    b.prog(needs=["libx.so"], rpath="/a")


@scene()
def absolute_path_then_soname(b):
    b.lib("/q/libx.so"), b.lib("/a/libx.so")
    b.prog(needs=["/q/libx.so", "libx.so"], rpath="/a")


@scene()
def soname_then_absolute_path(b):
    b.lib("/q/libx.so"), b.lib("/a/libx.so")
    b.prog(needs=["libx.so", "/q/libx.so"], rpath="/a")


@scene("library")
def absolute_path_without_soname_then_name(b):
    b.lib("/q/libx.so", soname=None)
    b.prog(needs=["/q/libx.so", "libx.so"])


@scene("library")
def relative_path(b):
    b.lib("/q/libx.so")
    b.prog(needs=["q/libx.so"])


@scene()
def origin_in_a_need(b):
    b.lib("/p/q/libx.so")
    b.prog(needs=["$ORIGIN/q/libx.so"], path="/p/prog")
    b.link("/prog", "p/prog")


@scene("library")
def absolute_path_that_is_not_there(b):
    b.lib(f"{LIBS}/libx.so")
    b.prog(needs=["/nowhere/libx.so"])


@scene()
def breadth_first_order(b):
    for name, needs in {"a": "dg", "b": "ed", "g": "", "d": "f", "e": "g", "f": ""}.items():
        b.lib(f"/a/lib{name}.so", needs=[f"lib{need}.so" for need in needs])
    b.prog(needs=["liba.so", "libb.so"], rpath="/a")


@scene()
def the_loader_by_its_soname(b):
    b.lib("/a/libx.so", needs=["ld-linux-x86-64.so.2"])
    b.prog(needs=["ld-linux-x86-64.so.2", "libx.so", "libc.so.6"], rpath="/a")


@scene()
def the_loader_beside_another_of_its_name(b):
    b.lib("/a/ld-linux-x86-64.so.2")
    b.prog(needs=["ld-linux-x86-64.so.2", "libc.so.6"], rpath="/a")


@scene()
def libc_of_the_program(b):
    b.lib("/a/libx.so", needs=["libm.so.6"])
    b.prog(needs=["libx.so", "libc.so.6"], rpath="/a")


@scene("interpreter")
def interpreter_is_missing(b):
    b.prog("void _start(void) {}", "-no-pie", "-Wl,--dynamic-linker,/lib/ld-other.so.2", needs=["libx.so"])


@scene("interpreter")
def interpreter_is_a_dangling_link(b):
    b.link("/lib/ld-other.so.2", "/nowhere")
    b.prog("void _start(void) {}", "-no-pie", "-Wl,--dynamic-linker,/lib/ld-other.so.2", needs=["libc.so.6"])


@scene()
def interpreter_at_another_path(b):
    b.link("/opt/ld.so", "/lib64/ld-linux-x86-64.so.2")
    b.prog("void _start(void) {}", "-no-pie", "-Wl,--dynamic-linker,/opt/ld.so", needs=["libc.so.6", "ld-linux-x86-64.so.2"])


# The cache and its configuration

@scene()
def cache_of_another_directory(b):
    b.lib("/opt/lib/libx.so"), b.cached("/opt/lib\n")
    b.prog(needs=["libx.so"])


@scene("library")
def configuration_without_a_cache(b):
    b.lib("/opt/lib/libx.so"), b.write("/etc/ld.so.conf", "/opt/lib\n")
    b.prog(needs=["libx.so"])


@scene("library")
def in_the_directory_and_not_in_the_cache(b):
    b.cached("/opt/lib\n")
    inner = b.finish

    def late(root):
        pathlib.Path(root, "late").rename(pathlib.Path(root, "opt/lib/libx.so"))
    b.lib("/opt/lib/libother.so")
    b.lib("/late", soname="libx.so")
    b.finish = lambda root: (inner(root), late(root))
    b.prog(needs=["libx.so"])


@scene("library")
def in_the_cache_and_not_in_the_directory(b):
    b.lib("/opt/lib/libx.so"), b.cached("/opt/lib\n")
    inner = b.finish
    b.finish = lambda root: (inner(root), pathlib.Path(root, "opt/lib/libx.so").unlink())
    b.prog(needs=["libx.so"])


@scene()
def gone_from_the_cache_but_in_a_default_directory(b):
    b.lib("/opt/lib/libx.so"), b.lib(f"{LIBS}/libx.so"), b.cached("/opt/lib\n")
    inner = b.finish
    b.finish = lambda root: (inner(root), pathlib.Path(root, "opt/lib/libx.so").unlink())
    b.prog(needs=["libx.so"])


@scene()
def first_directory_of_the_configuration(b):
    b.lib("/opt/a/libx.so"), b.lib("/opt/b/libx.so"), b.lib(f"{LIBS}/libx.so"), b.cached("/opt/b\n/opt/a\n")
    b.prog(needs=["libx.so"])


@scene()
def includes_of_the_configuration(b):
    b.lib("/opt/a/libx.so"), b.lib("/opt/b/liby.so"), b.lib("/opt/c/libz.so")
    b.write("/etc/ld.so.conf.d/1.conf", "# a comment\n  /opt/a   # and another\n"), b.write("/etc/ld.so.conf.d/2.conf", "\t/opt/b/ \n/opt/d,/opt/e\ninclude deeper/x* nothing*\n")
    b.write("/etc/ld.so.conf.d/deeper/x1", "/opt/c\n"), b.cached("include ld.so.conf.d/*.conf\n")
    b.prog(needs=["libx.so", "liby.so", "libz.so"])


@scene(options=["--assume", "ldconfig"])
def assumed_ldconfig(b):
    """The loader's side has the cache, preflight's root has none: it must find what ldconfig would."""
    b.lib("/opt/a/libx.so"), b.lib("/opt/b/liby.so")
    b.write("/etc/ld.so.conf.d/1.conf", "/opt/a\n/opt/b\n"), b.cached("include /etc/ld.so.conf.d/*.conf\n")
    b.without_cache = True
    b.prog(needs=["libx.so", "liby.so"])


@scene(options=["--assume", "ldconfig"])
def assumed_ldconfig_goes_before_default_directories(b):
    b.lib("/opt/a/libx.so"), b.lib(f"{LIBS}/libx.so"), b.cached("/opt/a\n")
    b.without_cache = True
    b.prog(needs=["libx.so"])


@scene("library", options=["--assume", "ldconfig"])
def assumed_ldconfig_takes_a_line_for_one_directory(b):
    b.lib("/opt/a/libx.so"), b.lib("/opt/b/libx.so"), b.cached("/opt/a,/opt/b\n/opt/a /opt/b\n/opt/a:/opt/b\n")
    b.without_cache = True
    b.prog(needs=["libx.so"])


@scene(options=["--assume", "ldconfig"])
def assumed_ldconfig_of_directories_with_strange_names(b):
    b.lib("/opt/a b/libx.so"), b.lib("/opt/c,d/liby.so"), b.cached("/opt/a b \n/opt/c,d//\n")
    b.without_cache = True
    b.prog(needs=["libx.so", "liby.so"])


@scene()
def cache_by_soname_and_links(b):
    b.lib("/opt/a/libx.so.1.2.3", soname="libx.so.1"), b.cached("/opt/a\n", links=True)
    b.prog(needs=["libx.so.1"])


@scene("library")
def cache_that_is_no_cache(b):
    b.lib("/opt/a/libx.so"), b.write("/etc/ld.so.cache", "nothing of the kind" * 99)
    b.prog(needs=["libx.so"])


@scene("library")
def cache_that_is_cut(b):
    b.lib("/opt/a/libx.so"), b.cached("/opt/a\n")
    inner = b.finish

    def cut(root):
        inner(root)
        path = pathlib.Path(root, "etc/ld.so.cache")
        path.write_bytes(path.read_bytes()[:90])
    b.finish = cut
    b.prog(needs=["libx.so"])


@scene(lambda glibc: None)
def cache_of_the_old_format_first(b):
    b.lib("/opt/a/libx.so")
    b.write("/etc/ld.so.conf", "/opt/a\n")
    b.finish = lambda root: subprocess.run(["ldconfig", "-X", "-c", "compat", "-r", root], check=True, capture_output=True,
                                           env={**os.environ, "PATH": os.environ["PATH"] + ":/usr/sbin:/sbin"})
    b.prog(needs=["libx.so"])


# Filters

@scene()
def filter_is_loaded(b):
    b.lib("/a/libf.so", "", "-Wl,-F,libx.so"), b.lib("/a/libx.so")
    b.prog(needs=["libf.so"], rpath="/a")


@scene("library")
def filter_is_missing(b):
    b.lib("/a/libf.so", "", "-Wl,-F,libx.so")
    b.prog(needs=["libf.so"], rpath="/a")


@scene()
def auxiliary_is_loaded(b):
    b.lib("/a/libf.so", "", "-Wl,-f,libx.so", needs=["liby.so"]), b.lib("/a/libx.so"), b.lib("/a/liby.so")
    b.prog(needs=["libf.so"], rpath="/a")


@scene(optional={"libx.so"})   # the listing calls it not found, and the program starts
def auxiliary_may_be_missing(b):
    b.lib("/a/libf.so", "", "-Wl,-f,libx.so", needs=["liby.so"]), b.lib("/a/liby.so")
    b.prog(needs=["libf.so"], rpath="/a")


@scene()
def filter_before_what_is_needed(b):
    b.lib("/a/libf.so", "", "-Wl,-F,libx.so", needs=["liby.so"]), b.lib("/a/libx.so", needs=["libz.so"]), b.lib("/a/liby.so"), b.lib("/a/libz.so")
    b.prog(needs=["libf.so", "libw.so"], rpath="/a"), b.lib("/a/libw.so")


@scene("call")
def auxiliary_has_the_symbol_in_vain(b):
    b.lib("/a/libf.so", "", "-Wl,-f,libx.so"), b.lib("/a/libx.so")
    b.prog("void gone(void); void _start(void) { gone(); }", link=[b.other("libf.so", "void gone(void) {}")], rpath="/a")


@scene()
def auxiliary_has_the_symbol(b):
    b.lib("/a/libf.so", "", "-Wl,-f,libx.so"), b.lib("/a/libx.so", "void gone(void) {}")
    b.prog("void gone(void); void _start(void) { gone(); }", link=[b.other("libf.so", "void gone(void) {}")], rpath="/a")


# Staying inside the root

@scene()
def absolute_links(b):
    b.lib("/opt/deep/libx.so.1"), b.link("/usr/lib/x86_64-linux-gnu/libx.so", "/opt/alias/libx.so.1"), b.link("/opt/alias", "/opt/deep")
    b.prog(needs=["libx.so"])


@scene()
def links_above_the_top(b):
    b.lib("/opt/deep/libx.so"), b.link("/a", "../../../../opt/deep"), b.link("/b/libx.so", "../../../../../a/libx.so")
    b.prog(needs=["libx.so"], runpath="/b")


@scene()
def directories_above_the_top(b):
    b.lib("/opt/deep/libx.so")
    b.prog(needs=["libx.so"], runpath="/../../opt/./deep/../deep")


@scene("library")
def a_file_as_a_directory(b):
    b.lib("/a/libx.so"), b.write("/f", "x")
    b.prog(needs=["libx.so"], runpath="/f/../a")


# Symbols

FULL = "V1 { global: foo; local: *; }; V2 { global: bar; } V1;"
BOTH = "void foo(void) {} void bar(void) {}"
PROVIDERS = {
    "full": (BOTH, FULL), "lacks node": ("void foo(void) {}", "V1 { global: foo; local: *; };"),
    "node without symbol": ("void foo(void) {} void baz(void) {}", "V1 { global: foo; local: *; }; V2 { global: baz; } V1;"),
    "unversioned": (BOTH, None), "unversioned and without it": ("void foo(void) {}", None),
}


def old_assertion(glibc):
    return "assertion" if glibc <= (2, 40) else None


def cell(binding, need, moment, provider, kind):
    name = f"versions: {binding} symbol, {need} need, {moment}, {kind}, provider {provider}"
    # The subject of some cells is a library.
    @scene(lambda glibc: None, name=name, **({"subject": "/subject.so"} if kind == "library" else {}))
    def make(b):
        source, script = PROVIDERS[provider]
        b.lib("/a/libv.so", source, map=script)
        whole = b.other("libv.so", BOTH, map=FULL)
        weak = "__attribute__((weak)) " if binding == "weak" else ""
        use = "if (bar) bar();" if binding == "weak" else "bar();"
        data = "void *here = bar;" if moment == "data" else ""
        text = f"void foo(void); {weak}void bar(void); {data} void {'_start' if kind != 'library' else 'use'}(void) {{ foo(); {use} }}"
        options = {"program": ["-no-pie"], "pie": ["-pie", "-fPIE"], "library": ["-shared", "-fPIC"]}[kind] + (["-Wl,-z,now"] if moment == "now" else [])
        place = b.build(b.at("/subject.so" if kind == "library" else "/prog"), text, *options, link=[whole], rpath="/a")
        if need == "weak":
            file = Patch(place)
            file.put("H", file.auxiliary("V2") + 4, 2)
            place.write_bytes(file.bytes)


for binding in "strong", "weak":
    for need in "strong", "weak":
        for moment in "lazy", "now", "data":
            for provider in PROVIDERS:
                for kind in ("program", "library") if moment != "data" else ("pie",):
                    cell(binding, need, moment, provider, kind)


def lookup(name, word, given, source="void bar(void); void _start(void) { bar(); }", linked=None, options=("-no-pie",), **settings):
    """The program is linked with one library and finds another: `linked` and `given` are (source, version script)."""
    @scene(word, name=f"symbols: {name}", **settings)
    def make(b):
        b.lib("/a/libv.so", given[0], *given[2:], map=given[1])
        whole = b.other("libv.so", *(linked or ("void bar(void) {}", None))[:1], map=(linked or (0, None))[1])
        b.prog(source, *options, link=[whole], rpath="/a")


HIDDEN = 'void b1(void) {} __asm__(".symver b1,bar@V1");'
TWO = 'void b1(void) {} void b2(void) {} __asm__(".symver b1,bar@V1"); __asm__(".symver b2,bar@@V2");'
SECOND = 'void b2(void) {} __asm__(".symver b2,bar@V2");'
NODES = "V1 { local: b1; b2; }; V2 { } V1;"
lookup("unversioned reference, first version alone and hidden", "starts", (HIDDEN, NODES))
lookup("unversioned reference, two versions", "starts", (TWO, NODES))
lookup("unversioned reference, second version alone and hidden", "call", (SECOND, NODES))
lookup("unversioned reference, default version", "starts", ("void bar(void) {}", "V1 { }; V2 { global: bar; } V1;"))
lookup("unversioned reference, two later hidden versions", "call",
       ('void b2(void) {} void b3(void) {} __asm__(".symver b2,bar@V2"); __asm__(".symver b3,bar@V3");', "V1 { local: b2; b3; }; V2 { } V1; V3 { } V2;"))
lookup("unversioned reference to data that vanished", "symbol", ("", None), "extern int bar; int *here = &bar; void _start(void) {}", ("int bar;", None), ("-pie", "-fPIE"))
lookup("copy relocation", "starts", ("int bar[4] = {1};", None), "extern int bar[4]; int _start(void) { return bar[1]; }", ("int bar[4] = {1};", None))
lookup("copy relocation of a symbol that vanished", "symbol", ("", None), "extern int bar[4]; int _start(void) { return bar[1]; }", ("int bar[4] = {1};", None))
lookup("copy relocation with a version that vanished", "version", ("int foo;", "V1 { global: foo; };"), "extern int bar[4]; int _start(void) { return bar[1]; }",
       ("int bar[4] = {1};", "V1 { }; V2 { global: bar; } V1;"))
lookup("copy relocation with a version, symbol vanished", "symbol", ("int foo;", "V1 { }; V2 { global: foo; } V1;"), "extern int bar[4]; int _start(void) { return bar[1]; }",
       ("int bar[4] = {1};", "V1 { }; V2 { global: bar; } V1;"))
TLS = "extern __thread int bar; int _start(void) { return bar; }"
lookup("thread-local symbol", "starts", ("__thread int bar;", None), TLS, ("__thread int bar;", None))
lookup("thread-local symbol that vanished", "symbol", ("", None), TLS, ("__thread int bar;", None))
lookup("thread-local descriptor that vanished", None, ("", None), TLS, ("__thread int bar;", None), ("-pie", "-fPIC", "-mtls-dialect=gnu2"))
lookup("indirect function", "starts", ("static void f(void) {} static void *r(void) { return f; } void bar(void) __attribute__((ifunc(\"r\")));", None))
lookup("indirect function, now", "starts", ("static void f(void) {} static void *r(void) { return f; } void bar(void) __attribute__((ifunc(\"r\")));", None),
       options=("-no-pie", "-Wl,-z,now"))
lookup("protected symbol", "starts", ("__attribute__((visibility(\"protected\"))) void bar(void) {}", None))
lookup("hidden symbol", "call", ("__attribute__((visibility(\"hidden\"))) void bar(void) {}", None))
lookup("internal symbol", "call", ("__attribute__((visibility(\"internal\"))) void bar(void) {}", None))
lookup("weak definition", "starts", ("__attribute__((weak)) void bar(void) {}", None))
lookup("unique symbol", "starts", ('__asm__(".data\\n.globl bar\\n.type bar,@gnu_unique_object\\n.size bar,4\\nbar: .long 1\\n.text");', None),
       "extern int bar; int _start(void) { return bar; }", ("int bar;", None), ("-pie", "-fPIC"))
lookup("absolute symbol of value 0", None, ('__asm__(".globl bar\\nbar=0");', None))
lookup("absolute symbol", None, ('__asm__(".globl bar\\nbar=5");', None))
lookup("reference without a relocation that counts", "starts", ("", None), "extern int bar; void _start(void) {} __asm__(\".weak bar\");", ("int bar;", None))
lookup("common symbol", "starts", ("int bar;", None, "-fcommon"), "extern int bar; int _start(void) { return bar; }", ("int bar;", None), ("-pie", "-fPIC"))
lookup("hash table of the old kind", "starts", ("void bar(void) {}", None, "-Wl,--hash-style=sysv"))
lookup("hash table of the old kind, missing", "call", ("void baz(void) {}", None, "-Wl,--hash-style=sysv"))
lookup("both hash tables, missing", "call", ("void baz(void) {}", None, "-Wl,--hash-style=both"))
lookup("no plt", "symbol", ("", None), options=("-no-pie", "-fno-plt"))
lookup("address of a function in code", None, ("", None), "void bar(void); void *_start(void) { return bar; }")
lookup("address of a function in code of a pie", "symbol", ("", None), "void bar(void); void *_start(void) { return bar; }", None, ("-pie", "-fPIC"))
lookup("DF_BIND_NOW", "symbol", ("", None), options=("-no-pie", "-Wl,-z,now"))


def flags(name, edit, word):
    @scene(word, name=f"flags: {name}")
    def make(b):
        b.lib("/a/libv.so")
        program = b.prog("void bar(void); void _start(void) { bar(); }", "-no-pie", "-Wl,-z,now", link=[b.other("libv.so", "void bar(void) {}")], runpath="/a")
        edit(program)


def find_dynamic(path, tag):
    file = Patch(path)
    start, size = file.sections[".dynamic"]
    return next(offset for offset in range(start, start + size, 16) if struct.unpack_from("<Q", file.bytes, offset)[0] == tag)


def without(path, tag):
    patch(path, ("Q", find_dynamic(path, tag), 0x6ffffef0))


FLAGS, FLAGS_1 = 30, 0x6ffffffb
flags("DF_BIND_NOW alone", lambda path: without(path, FLAGS_1), "symbol")
flags("DF_1_NOW alone", lambda path: without(path, FLAGS), "symbol")
flags("neither", lambda path: (without(path, FLAGS_1), without(path, FLAGS)), "call")
flags("DT_BIND_NOW alone", lambda path: (without(path, FLAGS_1), patch(path, ("Q", find_dynamic(path, FLAGS), 24))), "symbol")
flags("DF_BIND_NOW of the library that provides", lambda path: (without(path, FLAGS_1), without(path, FLAGS)), "call")


@scene("symbol")
def missing_in_a_library_that_binds_now(b):
    b.lib("/a/libx.so", "void bar(void); void use(void) { bar(); }", "-Wl,-z,now", link=[b.other("libv.so", "void bar(void) {}")]), b.lib("/a/libv.so")
    b.prog(needs=["libx.so"], rpath="/a")


@scene("call")
def missing_in_a_library_that_binds_lazily(b):
    b.lib("/a/libx.so", "void bar(void); void use(void) { bar(); }", link=[b.other("libv.so", "void bar(void) {}")]), b.lib("/a/libv.so")
    b.prog(needs=["libx.so"], rpath="/a")


@scene()
def the_program_has_what_its_library_misses(b):
    b.lib("/a/libx.so", "void bar(void); void use(void) { bar(); }")
    b.prog("void bar(void) {} void _start(void) {}", "-no-pie", "-rdynamic", needs=["libx.so"], rpath="/a")


@scene("call")
def the_program_hides_what_its_library_misses(b):
    b.lib("/a/libx.so", "void bar(void); void use(void) { bar(); }")
    b.prog("void bar(void) {} void _start(void) {}", "-no-pie", needs=["libx.so"], rpath="/a")


@scene()
def interposed_by_an_unversioned_library(b):
    b.lib("/a/libi.so", "void bar(void) {}"), b.lib("/a/libv.so", BOTH, map=FULL)
    b.prog("void bar(void); void _start(void) { bar(); }", link=[b.stub("libi.so"), b.other("libv.so", BOTH, map=FULL)], rpath="/a")


@scene(lambda glibc: None)
def interposed_where_the_node_has_no_symbol(b):
    b.lib("/a/libi.so", "void bar(void) {}"), b.lib("/a/libv.so", *PROVIDERS["node without symbol"][:1], map=PROVIDERS["node without symbol"][1])
    b.prog("void bar(void); void _start(void) { bar(); }", link=[b.stub("libi.so"), b.other("libv.so", BOTH, map=FULL)], rpath="/a")


@scene(lambda glibc: None)
def moved_to_another_library_with_the_same_node(b):
    b.lib("/a/libv.so", "void foo(void) {}", map="V1 { global: foo; }; V2 { } V1;", needs=["libw.so"]), b.lib("/a/libw.so", "void bar(void) {}", map="V1 { }; V2 { global: bar; } V1;")
    b.prog("void bar(void); void _start(void) { bar(); }", link=[b.other("libv.so", BOTH, map=FULL)], rpath="/a")


@scene(lambda glibc: None)
def unversioned_definition_in_a_versioned_library(b):
    b.lib("/a/libv.so", "void bar(void) {}", map="V1 { }; V2 { } V1;")
    b.prog("void bar(void); void _start(void) { bar(); }", link=[b.other("libv.so", BOTH, map=FULL)], rpath="/a")


@scene("needed")
def version_need_of_a_library_that_is_not_loaded(b):
    b.lib("/a/libv.so", BOTH, map=FULL), b.lib("/a/libn.so")
    program = b.prog("void bar(void); void _start(void) { bar(); }", link=[b.other("libv.so", BOTH, map=FULL), b.stub("libn.so")], rpath="/a")
    patch(program, ("Q", find_dynamic(program, 1), 0x6ffffef0))   # its DT_NEEDED


@scene(lambda glibc: None)
def version_need_of_a_library_that_another_brings(b):
    b.lib("/a/libv.so", BOTH, map=FULL), b.lib("/a/libn.so", needs=["libv.so"])
    program = b.prog("void bar(void); void _start(void) { bar(); }", link=[b.other("libv.so", BOTH, map=FULL), b.stub("libn.so")], rpath="/a")
    patch(program, ("Q", find_dynamic(program, 1), 0x6ffffef0))


@scene("version")
def node_missing_in_a_library_of_a_library(b):
    b.lib("/a/libv.so", "void foo(void) {}", map="V1 { global: foo; };")
    b.lib("/a/libx.so", "void bar(void); void use(void) { bar(); }", link=[b.other("libv.so", BOTH, map=FULL)])
    b.prog(needs=["libx.so"], rpath="/a")


@scene(lambda glibc: None)
def node_of_a_soname_that_is_not_the_file_name(b):
    b.lib("/a/libv.so", BOTH, map=FULL, soname="libreal.so")
    b.prog("void bar(void); void _start(void) { bar(); }", link=[b.other("libv.so", BOTH, map=FULL)], rpath="/a")


@scene(lambda glibc: None)
def program_with_a_soname(b):
    b.prog("void _start(void) {}", "-pie", "-fPIE", "-Wl,-soname,libself.so", needs=["libx.so", "libself.so"], rpath="/a"), b.lib("/a/libx.so", needs=["libself.so"])


@scene(lambda glibc: None)
def pie_without_needs(b):
    b.prog("void _start(void) {}", "-pie", "-fPIE")


@scene(subject="/s/libs.so")
def library_with_rpath(b):
    b.lib("/s/libs.so", needs=["libx.so"], rpath="$ORIGIN/../a"), b.lib("/a/libx.so")


@scene("library", subject="/s/libs.so")
def library_with_a_missing_need(b):
    b.lib("/s/libs.so", needs=["libx.so", "libc.so.6"])


@scene(subject="/s/libs.so")
def library_without_needs_and_with_functions_of_libc(b):
    b.lib("/s/libs.so", "void *malloc(unsigned long); void *use(void) { return malloc(1); } void *here = malloc;")


@scene(lambda glibc: None, subject="/s/libs.so")
def library_that_wants_the_program_around_it(b):
    b.lib("/s/libs.so", "void host(void); void use(void) { host(); }")


@scene(lambda glibc: None, subject="/s/libs.so")
def library_whose_libc_lies_elsewhere(b):
    b.lib("/s/libs.so", needs=["libc.so.6"], rpath="/s"), b.link("/s/libc.so.6", f"{LIBS}/libc.so.6")


# Execution

def run(tool, places, options, work, count, report, show, say):
    from starts import Jail
    (work / "root/proc").mkdir(parents=True)
    jail = Jail(work, [f"@{work / 'root'}"])
    starter, tools = truth.Starter(jail), truth.Tools(work, pathlib.Path(truth.HERE.parent / "loader.d"))
    try:
        for suite, place in places.items():
            base = work / f"base-{suite}"
            for target, source in BASE.items():
                (base / target).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(inside(place, source), base / target)
                (base / target).chmod(0o755)
        for name, make, word, settings in SCENES:
            if options.match not in name:
                continue
            tree, aside = work / "tree", work / "aside"
            for folder in tree, aside:
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
            for short in "lib", "lib64":
                (tree / "usr" / short).mkdir(parents=True)
                (tree / short).symlink_to(f"usr/{short}")
            (tree / "etc").mkdir()
            builder = Builder(tree, aside)
            try:
                make(builder)
            except RuntimeError as error:
                say(f"the scene “{name}” is left out: {error}")
                continue
            for suite in places:
                one(tool, starter, tools, builder, name, word, settings, suite, work, count, report, show, options)
    finally:
        jail.close()


def inside(place, path):
    """The file at a path of a root, links followed in it."""
    full = os.path.join(place, path)
    while os.path.islink(full):
        target = os.readlink(full)
        full = os.path.join(place, target.lstrip("/")) if target.startswith("/") else os.path.join(os.path.dirname(full), target)
    return full


def one(tool, starter, tools, builder, name, word, settings, suite, work, count, report, show, options):
    root = work / "root"
    for old in root.iterdir():
        if old.name != "proc":
            old.unlink() if old.is_symlink() or not old.is_dir() else shutil.rmtree(old)
    subprocess.run(["cp", "-a", f"{builder.tree}/.", root], check=True)
    for target in BASE:
        (root / target).parent.mkdir(parents=True, exist_ok=True)
        os.link(work / f"base-{suite}" / target, root / target)
    os.link(work / "leave", root / "leave"), os.link(work / "process", root / "process")
    if builder.finish:
        builder.finish(root)
    subject = settings.get("subject", "/prog")
    is_library = "subject" in settings
    start = subject
    if is_library:
        tools.carrier(root / "carrier", subject, "/process")
        start = "/carrier"
    real = starter.truth(str(root), start, "", subject, settings.get("env", {}).items())
    real = real._replace(optional=settings.get("optional", set()))
    wanted = word(GLIBC[suite]) if callable(word) else word
    column = count[suite]
    if wanted and real.word != wanted:
        column["SCENES THAT ARE NOT AS THEY ARE MEANT"] += 1
        show(suite, name, f"the scene is meant to show “{wanted}”", "", real, None)
    if getattr(builder, "without_cache", False):
        (root / "etc/ld.so.cache").unlink()
    path = str(root) + subject
    said = tool.said([path], str(root), settings.get("options", ()), 65534 if settings.get("nobody") else None).get(path)
    different = report(suite, "scene", name, real, said, subject, is_library, lambda path, _: path, count, show)
    if options.verbose and not different:
        print(f"{name} in {suite}: loader {real.word} {real.library or real.symbol or ''}, preflight {said.verdict}, {[path for _, path in real.members or []]}", flush=True)
