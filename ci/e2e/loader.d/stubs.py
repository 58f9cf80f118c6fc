"""Libraries that stand in for those a judged file needs and that are no part of the C and C++ run time.

With them the loader gets as far as the run-time libraries decide: every other library is there and has what the file wants of it.
"""
import hashlib, os, re, shutil, subprocess

# glibc, libstdc++ and libgcc: what the rows of the target matrix describe. Everything else is stubbed.
RUNTIME = re.compile(r"(ld-linux-x86-64|lib(c|m|mvec|pthread|dl|rt|util|resolv|anl|nsl|crypt|thread_db|BrokenLocale|nss_\w+|c_malloc_debug"
                     r"|stdc\+\+|gcc_s))\.so\.\d+")
SECTIONS = {"FUNC": ".text", "TLS": '.section .tbss,"awT",@nobits'}
TYPES = {"FUNC": "function", "TLS": "tls_object"}


def runtime(library):
    return RUNTIME.fullmatch(library) is not None


class Stubs:
    """Compiles stubs into a folder, each once."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()

    def make(self, soname, symbols=(), nodes=()):
        """A library with these symbols (readelf.Symbol) and at least these version nodes; without any of them it is empty."""
        lines, placed = [], set()
        for number, symbol in enumerate(symbols):
            if (symbol.name, symbol.node) in placed:
                continue
            placed.add((symbol.name, symbol.node))
            label, size = (f"stub_{number}" if symbol.node else symbol.name), max(symbol.size, 16)
            lines += [SECTIONS.get(symbol.type, ".bss"), f'.globl "{label}"', f'.type "{label}",@{TYPES.get(symbol.type, "object")}',
                      f'.size "{label}",{size}', f'"{label}": ' + (f".skip {size}" if symbol.type != "FUNC" else "ret")]
            if symbol.node:
                lines.append(f'.symver "{label}","{symbol.name}@{symbol.node}"' if quoted(symbol) else f".symver {label},{symbol.name}@{symbol.node}")
        script = "".join(f'"{node}" {{{" local: stub_*;" if first else ""} }};\n' for first, node in enumerate_first(nodes))
        source = "\n".join(lines + ['.section .note.GNU-stack,"",@progbits', ""])
        key = hashlib.sha256("\0".join([soname, source, script]).encode()).hexdigest()[:16]
        made = self.folder / key
        if not made.exists():
            code, versions = made.with_suffix(".s"), made.with_suffix(".map")
            code.write_text(source)
            versions.write_text(script)
            options = [f"-Wl,--version-script={versions}"] if script else []
            done = subprocess.run(["gcc", "-shared", "-nostdlib", f"-Wl,-soname={soname}", *options, "-o", made, code],
                                  stdin=subprocess.DEVNULL, capture_output=True, text=True)
            code.unlink()
            versions.unlink()
            if done.returncode:
                raise RuntimeError(f"no stub for {soname}: {done.stderr.strip()[:300]}")
        return made

    def fill(self, folder, files):
        """Makes the folder hold exactly these: {name: made}."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name, made in files.items():
            os.link(made, folder / name)


def quoted(symbol):
    return re.search(r"[^\w.$]", symbol.name) is not None


def enumerate_first(nodes):
    return ((number == 0, node) for number, node in enumerate(dict.fromkeys(nodes)))


def perfect(file, provided, stubs):
    """For a file (readelf.File): {name: stub} for every library outside the run time, and what to preload besides.

    Symbols that name no version and that no run-time library of any suite has (`provided`) are looked for in the program
    that loads a plug-in, or in the stubbed libraries: one preloaded stub has them all.
    """
    symbols = [symbol for symbol in file.symbols() if symbol.undefined and not symbol.weak]
    owner = {need.index: need for need in file.needs}
    libraries = dict.fromkeys([*file.needed, *(need.library for need in file.needs)])
    made, preload = {}, []
    for library in libraries:
        if runtime(library):
            if library not in file.needed:
                preload.append(library)
            continue
        own = [need for need in file.needs if need.library == library]
        wanted = [symbol for symbol in symbols if symbol.index is not None and owner[symbol.index].library == library]
        name = os.path.basename(library)
        made[name] = stubs.make(library, wanted, [need.node for need in own])
        if library not in file.needed or "/" in library:
            preload.append(f"/mnt/stubs/{name}")
    loose = [symbol for symbol in symbols if symbol.index is None and symbol.name not in provided]
    if loose:
        made["rest"] = stubs.make("rest", loose)
        preload.append("/mnt/stubs/rest")
    if "libc.so.6" not in file.needed:
        preload.append("libc.so.6")   # the program around a library would have loaded it
    return made, preload
