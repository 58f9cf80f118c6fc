"""The target matrix as data: reads and writes the text embedded in Sources/PreflightTargets/Matrix.swift.

The format is documented where the text lives, at the top of that file. This module keeps every line of
a target that it does not change, so that a regeneration shows only what moved. Node sets are interned:
a set that stays keeps its number, which keeps the differences small.
"""

import os
import re

OPENING = '#"""\n'
CLOSING = re.compile(r'\n([ \t]*)"""#')  # Swift takes its indentation off every line of the text
FAMILIES = ["GLIBC", "GLIBCXX", "CXXABI", "GCC"]
EVIDENCE = ["package", "image", "inherited", "inferred", "reported"]
# The order in which the lines of a target are written.
ATTRIBUTES = [
    "name", "line", "aliases", "libc", "installer", "released", "eol", "extended", "kernel", "cpu", "arches",
    "swift", "image", "manylinux", "out", "rolling", "lts", "base", "adds", "holds", "row", "union", "upto", "source", "soname", "note",
]


class MatrixError(Exception):
    """One sentence for the person who runs the tool."""


def default_path():
    here = os.path.dirname(os.path.abspath(__file__))
    return os.path.normpath(os.path.join(here, "..", "..", "Sources", "PreflightTargets", "Matrix.swift"))


def version_key(text):
    """Sorts 2.9 before 2.10, and names after numbers."""
    if re.fullmatch(r"\d+(\.\d+)*", text):
        return (0, [int(part) for part in text.split(".")], text)
    return (1, [], text)


def split_node(node):
    """GLIBC_ABI_DT_RELR -> (GLIBC, ABI_DT_RELR); a name that the 'PREFIX: word' form cannot bear -> ('', name)."""
    prefix, underscore, word = node.partition("_")
    if not prefix or not underscore or not word or "=" in (prefix[0], word[0]) or word.endswith(":"):
        return "", node
    return prefix, word


def format_nodes(nodes):
    """The canonical text of a node set: known families first, numbers ascending, then names."""
    by_prefix = {}
    for node in set(nodes):
        if not node or re.search(r"\s", node) or not node.isascii():
            raise MatrixError(f"the node name {node!r} cannot be written in the matrix.")
        prefix, word = split_node(node)
        by_prefix.setdefault(prefix, []).append(word)
    literals = by_prefix.pop("", [])
    words = []
    for prefix in sorted(by_prefix, key=lambda p: (FAMILIES.index(p) if p in FAMILIES else len(FAMILIES), p)):
        words.append(prefix + ":")
        words.extend(sorted(by_prefix[prefix], key=version_key))
    words.extend("=" + name for name in sorted(literals))
    return " ".join(words)


def parse_nodes(text):
    nodes, prefix = [], None
    for word in text.split():
        if word.startswith("="):
            nodes.append(word[1:])
        elif word.endswith(":"):
            prefix = word[:-1]
        elif prefix is None:
            raise MatrixError(f"the node word {word!r} stands before any 'PREFIX:'.")
        else:
            nodes.append(f"{prefix}_{word}")
    return frozenset(nodes)


class Target:
    def __init__(self, identifier):
        self.id = identifier
        self.heading = []  # comment lines above the target
        self.attributes = []  # [keyword, rest] in the order of the file

    def first(self, keyword, default=None):
        return next((rest for key, rest in self.attributes if key == keyword), default)

    def all(self, keyword):
        return [rest for key, rest in self.attributes if key == keyword]

    def drop(self, keyword, condition=lambda rest: True):
        self.attributes = [[key, rest] for key, rest in self.attributes if key != keyword or not condition(rest)]

    def add(self, keyword, rest=""):
        self.attributes.append([keyword, rest])

    def put(self, keyword, rest):
        """Sets a line that stands once; what is the same already is not touched."""
        if self.all(keyword) != [rest]:
            self.drop(keyword)
            self.add(keyword, rest)
            self.arrange()

    def arrange(self):
        """Puts the lines in the order of ATTRIBUTES; lines of one keyword keep their order."""
        self.attributes.sort(key=lambda line: ATTRIBUTES.index(line[0]) if line[0] in ATTRIBUTES else len(ATTRIBUTES))


class Matrix:
    def __init__(self):
        self.head = []  # lines above the first set: dates, markers, loaders, packages, comments
        self.sets = {0: frozenset()}  # number -> node names; 0 is the empty set and has no line
        self.numbers = {frozenset(): 0}  # the reverse
        self.targets = []

    def target(self, identifier):
        found = next((target for target in self.targets if target.id == identifier), None)
        if found is None:
            raise MatrixError(f"the matrix has no target '{identifier}'.")
        return found

    def number(self, nodes):
        """The number of a set; an unknown set gets the next free one."""
        nodes = frozenset(nodes)
        if nodes not in self.numbers:
            number = max(self.sets) + 1
            self.sets[number] = nodes
            self.numbers[nodes] = number
        return self.numbers[nodes]

    def head_lines(self, keyword):
        return [line.split()[1:] for line in self.head if line.split()[:1] == [keyword]]

    def used_numbers(self):
        return {number for target in self.targets for number in set_references(target)}

    def text(self):
        used = self.used_numbers()
        lines = list(self.head)
        for number in sorted(used & set(self.sets) - {0}):
            lines.append(f"set {number} {format_nodes(self.sets[number])}")
        for target in self.targets:
            lines.append("")
            lines.extend(target.heading)
            lines.append(f"target {target.id}")
            lines.extend(f"  {keyword} {rest}".rstrip() for keyword, rest in target.attributes)
        return "\n".join(lines)


def set_references(target):
    """Every set number that the lines of a target name, in order."""
    for keyword, rest in target.attributes:
        words = rest.split()
        if keyword in ("row", "union", "upto"):
            for word in words[2:]:
                value = word.rpartition("=")[2]
                if ".." not in value:
                    yield int(value)
        elif keyword == "adds":
            yield int(words[1])


def parse(text):
    matrix, target, comments = Matrix(), None, []
    for line_number, line in enumerate(text.split("\n"), 1):
        words = line.split(None, 1)
        rest = words[1].strip() if len(words) > 1 else ""
        try:
            if not words:
                continue
            if words[0].startswith("#"):
                comments.append(line)
            elif words[0] == "target":
                target = Target(rest)
                target.heading, comments = comments, []
                matrix.targets.append(target)
            elif words[0] == "set":
                number, _, nodes = rest.partition(" ")
                if int(number) in matrix.sets:
                    raise MatrixError(f"set {number} is defined twice.")
                matrix.sets[int(number)] = parse_nodes(nodes)
                matrix.numbers[matrix.sets[int(number)]] = int(number)
            elif target is None:
                matrix.head.extend(comments + [line])
                comments = []
            elif not line.startswith("  "):
                raise MatrixError(f"'{words[0]}' must be indented by two spaces inside a target.")
            else:
                target.attributes.append([words[0], rest])
        except (MatrixError, ValueError, IndexError) as problem:
            raise MatrixError(f"line {line_number} of the matrix cannot be read: {problem}")
    return matrix


def read(path):
    """-> (what stands before the text, the matrix, what stands after it)"""
    try:
        with open(path, encoding="ascii") as file:
            whole = file.read()
    except (OSError, UnicodeDecodeError) as problem:
        raise MatrixError(f"{path} cannot be read: {problem}.")
    before, opening, rest = whole.partition(OPENING)
    closing = CLOSING.search(rest)
    if not opening or not closing:
        raise MatrixError(f'{path} holds no text between #""" and """#.')
    lines = rest[:closing.start()].split("\n")
    for number, line in enumerate(lines, 1):
        if line and not line.startswith(closing[1]):
            raise MatrixError(f'line {number} of the matrix is indented less than the """# that ends it.')
    body = "\n".join(line[len(closing[1]):] for line in lines)
    return before + opening, parse(body), rest[closing.start():]


def whole_file(before, matrix, after):
    indentation = CLOSING.match(after)[1]
    return before + "".join(indentation * bool(line) + line + "\n" for line in matrix.text().split("\n"))[:-1] + after
