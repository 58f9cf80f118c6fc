"""What must hold between the lines of the target matrix. Each check yields sentences; no sentence, no problem."""

import re

import matrix

HEAD = {"preflight-matrix", "as-of", "glibc", "gcc", "marker", "loader", "interpreter", "searched", "package"}
INSTALLERS = {"apt", "dnf", "yum", "zypper", "apk", "pacman", "none"}
DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
SONAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.+-]*")
COMPARED = ["libc.so.6", "libstdc++.so.6", "libgcc_s.so.1"]
# A numeric node that a newer release of a line really lost: {(target, architecture, soname, node): reason}.
LOST = {}


def problems(table):
    for check in (head, names, values, dates, node_sets, bases, growth, agreement, holdings, markers):
        yield from check(table)


def head(table):
    if not table.head or table.head[0] != "preflight-matrix 1":
        yield "the first line is not 'preflight-matrix 1'."
    for line in table.head:
        if not line.startswith("#") and line.split()[0] not in HEAD:
            yield f"the line '{line}' above the targets has an unknown keyword."
    if len(table.head_lines("as-of")) != 1:
        yield "there is not exactly one as-of line."
    releases = table.head_lines("glibc")
    if [words[1] for words in releases] != sorted(words[1] for words in releases):
        yield "the glibc releases are not in the order of their dates."
    for keyword, width in (("glibc", 1), ("gcc", 1), ("marker", 1), ("loader", 1), ("interpreter", 1), ("package", 2)):
        keys = [tuple(words[:width]) for words in table.head_lines(keyword)]
        for key in sorted({key for key in keys if keys.count(key) > 1}):
            yield f"there is more than one line '{keyword} {' '.join(key)}'."


def names(table):
    """Whatever a person types names exactly one target."""
    owners = {}
    for target in table.targets:
        for name in [target.id] + target.first("aliases", "").split():
            if name != name.lower():
                yield f"{target.id}: the name '{name}' is not in lower case."
            if name in owners:
                yield f"{target.id}: the name '{name}' already belongs to {owners[name]}."
            owners[name] = target.id


def values(table):
    known_glibc = {words[0] for words in table.head_lines("glibc")}
    for target in table.targets:
        for keyword in ("name", "line", "libc", "installer", "arches"):
            if len(target.all(keyword)) != 1:
                yield f"{target.id}: there is not exactly one '{keyword}' line."
        for keyword, rest in target.attributes:
            if keyword not in matrix.ATTRIBUTES:
                yield f"{target.id}: the keyword '{keyword}' is unknown."
            if keyword in ("row", "union", "upto") and rest.split()[1] not in matrix.EVIDENCE:
                yield f"{target.id}: '{keyword} {rest[:40]}...' has no word of evidence."
            if keyword in ("base", "adds") and rest.split()[-1] not in matrix.EVIDENCE:
                yield f"{target.id}: '{keyword} {rest}' has no word of evidence."
        kind, _, version = target.first("libc", "").partition(" ")
        if kind == "glibc" and version not in known_glibc:
            yield f"{target.id}: glibc {version} has no line with its date."
        if target.first("installer") not in INSTALLERS:
            yield f"{target.id}: the installer '{target.first('installer')}' is unknown."
        if target.first("kernel") and not re.fullmatch(r"\d+\.\d+", target.first("kernel")):
            yield f"{target.id}: the kernel '{target.first('kernel')}' is not of the form major.minor."
        announced = target.first("arches", "").split()
        for keyword in ("row", "union", "upto", "source"):
            named = [rest.split()[0] for rest in target.all(keyword)]
            for architecture in sorted(set(named)):
                if named.count(architecture) > 1:
                    yield f"{target.id}: there is more than one '{keyword} {architecture}' line."
                # `*` is a release that was never read: one line for all of its architectures.
                if architecture not in announced + ["*"]:
                    yield f"{target.id}: '{keyword} {architecture}' is not among its arches."
        sonames = [rest.split()[0] for rest in target.all("soname")]
        sonames += [word.rpartition("=")[0] for rest in target.all("row") for word in rest.split()[2:]]
        for soname in sonames:
            if not SONAME.fullmatch(soname) or ".so" not in soname:
                yield f"{target.id}: '{soname}' is not a well-formed soname."


def dates(table):
    for target in table.targets:
        given = [(keyword, target.first(keyword)) for keyword in ("released", "eol", "extended")]
        given = [(keyword, date) for keyword, date in given if date]
        for keyword, date in given:
            if not DATE.fullmatch(date):
                yield f"{target.id}: '{keyword} {date}' is not a full date."
        for (early, first), (late, second) in zip(given, given[1:]):
            if first > second:
                yield f"{target.id}: {early} {first} is later than {late} {second}."


def node_sets(table):
    used = table.used_numbers()
    for number in sorted(used - set(table.sets)):
        yield f"set {number} is used but not defined."
    for number in sorted(set(table.sets) - used - {0}):
        yield f"set {number} is defined but not used."
    contents = {}
    for number, nodes in sorted(table.sets.items()):
        if not nodes and number:
            yield f"set {number} is empty; set 0 stands for that."
        if nodes in contents:
            yield f"set {number} has the nodes of set {contents[nodes]}."
        contents[nodes] = number


def base_chain(table, target):
    """The target and its bases, nearest first; raises MatrixError on a missing or circular base."""
    chain = [target]
    while chain[-1].first("base"):
        base = table.target(chain[-1].first("base").split()[0])
        if base in chain:
            raise matrix.MatrixError(f"{target.id}: its chain of bases is a circle.")
        chain.append(base)
    return chain


def bases(table):
    for target in table.targets:
        try:
            chain = base_chain(table, target)
        except matrix.MatrixError as problem:
            yield f"{target.id}: {problem}"
            continue
        if len(chain) > 1 and target.first("libc") != chain[1].first("libc"):
            yield f"{target.id}: its libc is not that of its base {chain[1].id}."
        if target.all("adds") and not target.first("base"):
            yield f"{target.id}: 'adds' needs a base to add to."


def library_rows(table, target):
    """{(architecture, soname): nodes} of what was read per library, with bases and additions."""
    rows = {}
    for step in reversed(base_chain(table, target)):
        for rest in step.all("row"):
            architecture, _, *libraries = rest.split()
            rows = {key: nodes for key, nodes in rows.items() if key[0] != architecture}
            for library in libraries:
                soname, _, number = library.rpartition("=")
                rows[architecture, soname] = table.sets.get(int(number), frozenset())
        for rest in step.all("adds"):
            soname, number, _ = rest.split()
            for key in [key for key in rows if key[1] == soname]:
                rows[key] = rows[key] | table.sets.get(int(number), frozenset())
    return rows


def numeric(nodes):
    return {node for node in nodes if re.fullmatch(r"[A-Z]+_\d+(\.\d+)*", node)}


def growth(table):
    """Nodes are never taken back: what a release defines, the next of its line defines too."""
    newest = {}
    for target in table.targets:
        try:
            rows = library_rows(table, target)
        except matrix.MatrixError:
            continue  # told by bases()
        for (architecture, soname), nodes in rows.items():
            if soname not in COMPARED:
                continue
            key = (target.first("line"), architecture, soname)
            older_id, older = newest.get(key, ("", frozenset()))
            for node in sorted(numeric(older) - numeric(nodes), key=matrix.version_key):
                if (target.id, architecture, soname, node) not in LOST:
                    yield f"{target.id}: {soname} on {architecture} lacks {node}, which {older_id} has."
            newest[key] = (target.id, nodes)


def families(table, words):
    """{family: nodes} of the words of a `union` line, or of the `named` set of an `upto` line."""
    found = {}
    for word in words:
        key, _, value = word.partition("=")
        if ".." not in value:
            found[key] = table.sets.get(int(value), frozenset())
    return found


def agreement(table):
    """What is told twice must be the same twice; and no libc is ahead of its own version."""
    for target in table.targets:
        own = {rest.split()[0]: rest.split()[2:] for rest in target.all("row")}
        for rest in target.all("union"):
            architecture, _, *words = rest.split()
            union = frozenset().union(*families(table, words).values())
            for library in own.get(architecture, []):
                soname, _, number = library.rpartition("=")
                # Unions leave out the GLIBC nodes that only libgcc_s defines.
                counted = ["GCC"] if soname == "libgcc_s.so.1" else matrix.FAMILIES
                nodes = numeric(table.sets.get(int(number), ()))
                for node in sorted(node for node in nodes - union if node.split("_")[0] in counted):
                    yield f"{target.id}: the union of {architecture} lacks {node}, which {soname} has."
        version = target.first("libc", "").partition(" ")[2]
        for architecture, libraries in own.items():
            for library in libraries:
                soname, _, number = library.rpartition("=")
                for node in numeric(table.sets.get(int(number), ())):
                    number_of_node = node.partition("_")[2]
                    if node.startswith("GLIBC_") and matrix.version_key(number_of_node) > matrix.version_key(version):
                        yield f"{target.id}: {soname} on {architecture} has {node}, but its glibc is {version}."


def holdings(table):
    """What a node holds is told only where the node is ahead of the release's glibc, and is there."""
    for target in table.targets:
        version = target.first("libc", "").partition(" ")[2]
        announced = target.first("arches", "").split()
        for rest in target.all("holds"):
            architecture, soname, node, evidence, *symbols = rest.split() + [""] * max(0, 4 - len(rest.split()))
            if architecture not in announced or evidence not in matrix.EVIDENCE or not SONAME.fullmatch(soname) or not symbols:
                yield f"{target.id}: 'holds {rest}' is not 'ARCH SONAME NODE EVIDENCE SYMBOL...' of an architecture that it has."
            if not re.fullmatch(r"GLIBC_\d+(\.\d+)+", node) or matrix.version_key(node[6:]) <= matrix.version_key(version):
                yield f"{target.id}: 'holds {rest}' names a node that its glibc {version} has anyway."
            if symbols != sorted(set(symbols)):
                yield f"{target.id}: the symbols of 'holds {rest}' are not sorted, or not different."
            known = [nodes for step in base_chain(table, target) for name, nodes in libc_nodes(table, step) if name == architecture]
            added = [table.sets.get(int(other.split()[1]), ()) for step in base_chain(table, target) for other in step.all("adds")]
            if not any(node in nodes for nodes in known + added):
                yield f"{target.id}: 'holds {rest}' names a node that no other line gives it."


def markers(table):
    """A marker is where its line says that it always is, and nowhere where its line says that it cannot be."""
    for marker, _, since, *rest in table.head_lines("marker"):
        earliest = rest[rest.index("maybe") + 1] if "maybe" in rest else since
        only = rest[rest.index("arches") + 1:] if "arches" in rest else None
        for target in table.targets:
            kind, _, version = target.first("libc", "").partition(" ")
            if kind != "glibc":
                continue
            for architecture, nodes in libc_nodes(table, target):
                if architecture == "*":
                    continue
                possible = only is None or architecture in only
                if marker in nodes and (not possible or matrix.version_key(version) < matrix.version_key(earliest)):
                    yield f"{target.id}: {architecture} has {marker}, which its marker line excludes."
                if marker not in nodes and possible and matrix.version_key(version) >= matrix.version_key(since):
                    yield f"{target.id}: {architecture} lacks {marker}, which its marker line promises."


def libc_nodes(table, target):
    """(architecture, nodes) of everything that says which markers libc.so.6 has."""
    for rest in target.all("row"):
        architecture, _, *words = rest.split()
        yield from ((architecture, table.sets.get(int(word.rpartition("=")[2]), frozenset()))
                    for word in words if word.startswith("libc.so.6="))
    for rest in target.all("union") + target.all("upto"):
        architecture, _, *words = rest.split()
        found = families(table, words)
        yield architecture, found.get("GLIBC", frozenset()) | found.get("named", frozenset())
