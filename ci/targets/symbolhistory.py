"""The symbol history of glibc as text: from what builds define to the groups in Sources/PreflightTargets/SymbolText.swift.

The format is documented at the top of that file. One list of (node, states) is written for all architectures whose builds
it explains: a node below an architecture's base stands for the base, as in glibc's own Versions files.
"""

import collections
import textwrap

# Letters of architectures, in the order in which their lists are preferred: the more builds, the better.
ARCHITECTURES = {
    "x": "x86_64", "a": "aarch64", "i": "i686", "h": "armv7l", "p": "ppc64le", "s": "s390x", "r": "riscv64", "l": "loongarch64",
    "e": "armv5tel", "m": "mips64el", "n": "mipsel",
}
WIDTH = 118
MERGE = "2.34"  # libpthread, libdl, librt, libutil and libanl became part of libc.so.6
# Moved before the oldest release that can be read: librt had them alone until glibc 2.17 (its NEWS); where their old nodes were
# between that and 2.31, the packages do not tell.
MOVED = {symbol: ("r", "2.17", "2.31") for symbol in (
    "clock_getcpuclockid", "clock_getres", "clock_gettime", "clock_nanosleep", "clock_settime")}


def key(release):
    """2.2.5 -> (2, 2, 5); GCC_3.0, which belongs to no release of glibc, comes before all."""
    return tuple(int(part) for part in release.split(".")) if release[0].isdigit() else ()


def short(node):
    return node.removeprefix("GLIBC_")


class Build:
    """One release on one architecture: {symbol: {node: state}}, where a state is the letters of the libraries that define
    it; a capital stands for a definition that no unversioned reference finds although no newer node hides it."""

    def __init__(self, libraries):
        raw, self.kinds = collections.defaultdict(lambda: collections.defaultdict(dict)), {}
        for letter, symbols in libraries.items():
            for symbol, node, kind, is_default in symbols:
                raw[symbol][short(node)][letter] = is_default
                self.kinds[symbol] = kind
        self.symbols = {symbol: self.states(nodes) for symbol, nodes in raw.items()}
        self.base = min((node for nodes in raw.values() for node in nodes if key(node)), key=key)

    @staticmethod
    def states(nodes):
        newest, states = max(nodes, key=key), {}
        for node, libraries in nodes.items():
            letters = (letter if is_default or node != newest else letter.upper() for letter, is_default in libraries.items())
            # A node that stays the default although there is a newer one.
            mark = "+" if node != newest and any(libraries.values()) else ""
            states[node] = mark + "".join(sorted(letters, key=str.lower))
        return states


class History:
    """All builds, {architecture: {release: Build}}, and the lists that explain them."""

    def __init__(self, builds):
        self.builds = {name: {release: Build(libraries) for release, libraries in read.items()} for name, read in builds.items()}
        self.bases = {name: next(iter(read.values())).base for name, read in self.builds.items()}
        self.kinds = {}
        self.nodes = collections.defaultdict(set)  # without bases, which say nothing about when
        for name, read in self.builds.items():
            for build in read.values():
                self.kinds.update(build.kinds)
                for symbol, nodes in build.symbols.items():
                    self.nodes[symbol].update(set(nodes) - {self.bases[name]})

    def candidate(self, symbol, name):
        """The list that the builds of one architecture tell: [(node, [(first, last, state)])]. A state holds from some release between
        first and last on."""
        seen, previous = collections.defaultdict(list), None
        for release, build in self.builds[name].items():
            for node, state in build.symbols.get(symbol, {}).items():
                states = seen[node]
                if not states:
                    states.append((None, None, state))
                elif states[-1][2] != state:
                    states.append((*self.moment(symbol, previous, release, states[-1][2], state), state))
            previous = release
        if symbol in MOVED:
            library, first, last = MOVED[symbol]
            for node in seen:
                if key(node) < key(first):
                    seen[node][:1] = [(None, None, library), (first, last, seen[node][0][2])]
        return sorted(seen.items(), key=lambda item: key(item[0]))

    def completed(self, symbol, name, references):
        """The list of an architecture that was not read from before the merge: what moved on all others, moved there too."""
        candidate = self.candidate(symbol, name)
        if any(key(release) < key(MERGE) for release in self.builds[name]):
            return candidate
        changes = {tuple(states) for reference in references for _, states in reference if len(states) > 1}
        if len(changes) != 1:
            return candidate
        (states,) = changes
        moved = [(node, list(states) if key(node) < key(states[1][0]) and seen[0][2] == states[1][2] else seen)
                 for node, seen in candidate]
        return moved if self.explains(moved, symbol, name) else candidate

    def moment(self, symbol, before, after, old, new):
        """When a change came that two builds show. A symbol that moves to another library of glibc gets a node of the
        release that moves it, on architectures as old as that."""
        between = {node for node in self.nodes[symbol] if key(before) < key(node) <= key(after)}
        if old.lower() != new.lower() and len(between) == 1:
            release = between.pop()
            return release, release
        major, minor = key(before)
        return f"{major}.{minor + 1}", after

    def explains(self, candidate, symbol, name):
        base = self.bases[name]
        for release, build in self.builds[name].items():
            said = {}
            for node, states in candidate:
                if key(node) <= key(release):
                    holding = [state for _, last, state in states if last is None or key(last) <= key(release)]
                    undecided = any(first and key(first) <= key(release) < key(last) for first, last, _ in states)
                    said[max(node, base, key=key) if key(node) else node] = None if undecided else holding[-1]
            real = build.symbols.get(symbol, {})
            if said.keys() != real.keys() or any(state not in (None, real[node]) for node, state in said.items()):
                return False
        return True

    def lists(self, symbol):
        """[(architectures or None for all that are left, candidate)] that together explain every build."""
        left, found = [name for name in ARCHITECTURES.values() if name in self.builds], []
        references = [self.candidate(symbol, name) for name in left]
        candidates = [self.completed(symbol, name, references) for name in left]
        while left:
            explained = [[name for name in left if self.explains(candidate, symbol, name)] for candidate in candidates]
            if not any(explained):
                raise ValueError(f"no list explains {symbol} on {' '.join(left)}")
            best = max(range(len(candidates)), key=lambda index: len(explained[index]))
            found.append((explained[best], candidates[best]))
            left = [name for name in left if name not in explained[best]]
        return found

    def heading(self, symbol):
        lists, words = self.lists(symbol), []
        letters = {name: letter for letter, name in ARCHITECTURES.items()}
        for names, candidate in sorted(lists, key=lambda item: len(item[0])):
            text = ",".join(node + "=" + "".join(f">{first}{'-' + last if last != first else ''}:{state}" if first else state
                                                for first, last, state in states) for node, states in candidate)
            if candidate or len(lists) > 1:
                words.append(("" if names is lists[0][0] else "".join(sorted(letters[name] for name in names)) + "/") + (text or "-"))
        return " ".join((["O"] if self.kinds[symbol] == "O" else []) + words)

    def text(self):
        groups = collections.defaultdict(list)
        for symbol in sorted(self.nodes):
            groups[self.heading(symbol)].append(symbol)
        lines = []
        for heading, symbols in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
            lines.append("= " + heading)
            lines += textwrap.wrap(" ".join(symbols), WIDTH, initial_indent=" ", subsequent_indent=" ",
                                   break_long_words=False, break_on_hyphens=False)
        return lines
