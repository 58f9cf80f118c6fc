"""What readelf has to say about a file in a root: the prediction that ci/e2e/loader checks its own starts with."""
import collections, functools, os, pathlib
import readelf, stubs

# word: starts, version, symbol (at start), call (a lazily bound symbol), refused, signal N, or why there is no decision.
# missing: {(library, node)} of the run time; weak: needs that only warn; foreign: missing nodes of other libraries.
Outcome = collections.namedtuple("Outcome", "word missing weak foreign words")


class Root:
    def __init__(self, suite, place):
        self.suite, self.place, self.libraries = suite, place, {}
        for folder in ["lib/x86_64-linux-gnu", "usr/lib/x86_64-linux-gnu", "lib64"]:
            for path in sorted(pathlib.Path(place, folder).iterdir()):
                if stubs.runtime(path.name) and path.name not in self.libraries:
                    # An absolute link means a place in the root.
                    target = os.path.join(place, os.readlink(path).lstrip("/")) if path.is_symlink() and os.readlink(path).startswith("/") else str(path)
                    self.libraries[path.name] = readelf.File(target)

    @functools.cache
    def exports(self, library):
        """{(symbol, node)} and {symbol: can be had without naming a version}."""
        file = self.libraries[library]
        first = next((name for name, base in file.definitions if not base), None)
        symbols = [symbol for symbol in file.symbols() if not symbol.undefined]
        return {(s.name, s.node) for s in symbols}, {s.name for s in symbols if s.default or s.node == first}

    def scope(self, file):
        """The run-time libraries that are loaded with a file whose other libraries need nothing."""
        loaded, waiting = [], [*file.needed, *(need.library for need in file.needs), "libc.so.6"]
        for library in waiting:
            if library in self.libraries and library not in loaded:
                loaded.append(library)
                waiting += self.libraries[library].needed
        return loaded

    def predict(self, file):
        """What the loader ought to say, from readelf alone."""
        missing = {(need.library, need.node) for need in file.needs
                   if not need.weak and need.library in self.libraries and need.node not in self.libraries[need.library].nodes}
        if missing:
            return Outcome("version", missing, set(), set(), "readelf: nodes not defined")
        loaded, owner = self.scope(file), {need.index: need.library for need in file.needs}
        for symbol in file.symbols():
            if not symbol.undefined or symbol.weak:
                continue
            if symbol.index is not None and stubs.runtime(owner[symbol.index]):
                if not any((symbol.name, symbol.node) in self.exports(library)[0] for library in loaded):
                    return Outcome("symbol", set(), set(), set(), f"readelf: {symbol.name}@{symbol.node} is in no run-time library")
            elif symbol.index is None and symbol.name in file.provided:
                if not any(symbol.name in self.exports(library)[1] for library in loaded):
                    return Outcome("symbol", set(), set(), set(), f"readelf: {symbol.name} without a version is in no run-time library")
        return Outcome("starts", set(), set(), set(), "readelf: everything defined")
