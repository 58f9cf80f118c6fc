"""Roots of other architectures: nothing of them can be started here, so readelf predicts what check and tree must say.

The prediction knows nothing of search paths but the default directories and those relative to $ORIGIN, which is all that the packages of these roots
use; a name that it finds in no such directory is missing.
"""
import collections, os, re
import readelf

ROOTS = [("bookworm", "arm64", "aarch64"), ("trixie", "s390x", "s390x"), ("sid", "riscv64", "riscv64")]


class Prediction:
    def __init__(self, place, triple):
        self.place, self.files = place, {}
        self.defaults = [f"/lib/{triple}", f"/usr/lib/{triple}", "/lib", "/usr/lib"]

    def read(self, path):
        """The reading of the file at a path of the root; None if there is none."""
        full = os.path.join(self.place, path.lstrip("/"))
        for _ in range(40):   # links within the root; their directories have none but the merged ones at the top
            if not os.path.islink(full):
                break
            target = os.readlink(full)
            full = os.path.join(self.place, target.lstrip("/")) if target.startswith("/") else os.path.normpath(os.path.join(os.path.dirname(full), target))
        if not os.path.isfile(full):
            return None
        if full not in self.files:
            self.files[full] = readelf.File(full)
        return self.files[full]

    def find(self, name, chain):
        """(path, reading) of a library that is needed by the last of a chain of (path, reading)."""
        path, file = chain[-1]
        folders = []
        if file.runpath is None:
            folders += [entry.replace("$ORIGIN", os.path.dirname(where)) for where, each in reversed(chain) if each.rpath and not each.runpath for entry in each.rpath.split(":")]
        else:
            folders += [entry.replace("$ORIGIN", os.path.dirname(path)) for entry in file.runpath.split(":")]
        for folder in folders + self.defaults:
            if found := self.read(f"{folder}/{name}"):
                return f"{folder}/{name}", found
        return None

    def closure(self, path, file):
        """({names with the library}, {missing names}) of a file in the root."""
        loaded, missing, queue = {}, set(), [[(path, file)]]
        while queue:
            chain = queue.pop(0)
            for name in chain[-1][1].needed:
                if name in loaded or name in missing:
                    continue
                if found := self.find(name, chain):
                    loaded[name] = found
                    if found[1].soname:
                        loaded.setdefault(found[1].soname, found)
                    if not re.match(r"ld-linux|ld64", name):
                        queue.append([*chain, found])
                else:
                    missing.add(name)
        return loaded, missing

    def nodes(self, path, file, loaded):
        """{(library, node)} that something in the closure strongly needs and does not find."""
        return {(need.library, need.node) for each in [file, *(found for _, found in loaded.values())] for need in each.needs
                if not need.weak and need.library in loaded and loaded[need.library][1].definitions and need.node not in loaded[need.library][1].nodes}

    def symbols(self, file, loaded):
        """Strong symbols with a version that the libraries do not have, of a program."""
        offered = {(symbol.name, symbol.node) for _, each in loaded.values() for symbol in self.exports(each)}
        versionless = {symbol.name for _, each in loaded.values() if not each.definitions for symbol in self.exports(each)}
        owner = {need.index: need.node for need in file.needs}
        return {(symbol.name, owner[symbol.index]) for symbol in file.symbols() if symbol.undefined and not symbol.weak and symbol.index in owner
                and (symbol.name, owner[symbol.index]) not in offered and symbol.name not in versionless}

    def exports(self, file):
        if not hasattr(file, "exported"):
            file.exported = [symbol for symbol in file.symbols() if not symbol.undefined and not symbol.unresolved]
        return file.exported


def elf(path):
    try:
        if os.path.islink(path) or not os.path.isfile(path):
            return False
        with open(path, "rb") as file:
            header = file.read(20)
    except OSError:
        return False
    kind = header[16:18] if header[5:6] == b"\1" else header[17:15:-1]
    return header[:5] == b"\x7fELF\2" and kind in (b"\2\0", b"\3\0")


def run(tool, root_of, count, show, say):
    for suite, arch, machine in ROOTS:
        place = root_of(suite, "--arch", arch)
        if place is None:
            say(f"the root of {suite} for {arch} is left out")
            continue
        one(tool, suite, arch, place, f"{machine}-linux-gnu", count[f"{arch}"], show)


def one(tool, suite, arch, place, triple, column, show):
    prediction = Prediction(place, triple)
    paths = [os.path.join(where, name) for where, _, names in os.walk(place) for name in sorted(names) if elf(os.path.join(where, name))]
    files = {path: readelf.File(path) for path in paths}
    files = {path: file for path, file in files.items() if file.kind != "static" and file.needed and "/gconv/" not in path}
    said = tool.said(list(files), place)
    for path, file in files.items():
        inside = "/" + os.path.relpath(path, place)
        loaded, missing = prediction.closure(inside, file)
        wanted = prediction.nodes(inside, file, loaded)
        symbols = prediction.symbols(file, loaded) if file.kind == "executable" and not missing else set()
        answer, different = said.get(path), []
        column["files"] += 1
        if answer is None or answer.members is None:
            different.append(("NO VERDICT", ""))
        else:
            ours = {name: os.path.normpath(where) for names, where, _, found in answer.members[1:] for name in names}
            theirs = {name: os.path.normpath(where) for name, (where, _) in loaded.items() if not re.match(r"ld-linux|ld64|ld\.so", name)}
            apart = {name for name, where in theirs.items() if ours.get(name) != where}
            if apart or answer.absent != missing:
                different.append(("closure", f"readelf {sorted((name, theirs[name]) for name in apart)} {sorted(missing)}, "
                                  f"preflight {sorted((name, ours.get(name)) for name in apart)} {sorted(answer.absent)}"))
            nodes = {(reason["library"], reason["node"]) for reason in answer.reasons if reason["rule"] in ("node-missing", "marker-missing", "private-node")}
            if nodes != wanted:
                different.append(("nodes", f"readelf {sorted(wanted)}, preflight {sorted(nodes)}"))
            rules = {reason["rule"] for reason in answer.reasons if reason["verdict"] in ("failsAtLoad", "failsOnCall", "unknown")}
            expected = ({"library-missing"} if missing else set()) | ({"node-missing"} if wanted else set()) | ({"symbol-missing"} if symbols else set())
            if rules - {"symbol-missing"} != expected - {"symbol-missing"} or symbols and "symbol-missing" not in rules:
                different.append(("rules", f"readelf {sorted(expected)} {sorted(symbols)[:5]}, preflight {sorted(rules)}"))
            elif "symbol-missing" in rules and not symbols and file.kind == "executable":
                different.append(("symbols", f"readelf finds them all, preflight {sorted(rules)}"))
            column[f"preflight: {answer.verdict}"] += 1
            column["libraries of closures compared"] += len(theirs)
        column["files that agree in everything"] += not different
        for what, words in different:
            column[f"DISAGREEMENT: {what}"] += 1
            show(f"{suite} {arch}", path, what, words, collections.namedtuple("R", "word library symbol words")("not started", None, None, ""), answer)
