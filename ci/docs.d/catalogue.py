"""Puts the documentation together: the pages of docs/Preflight.docc, what they include, and what is generated.

    catalogue.py ROOT PREFLIGHT OUT

Writes a DocC catalogue to the directory OUT. Nothing stands twice in the repository: a page includes a file
(`<!-- include docs/host.md -->`), and lists are made from the tool, the matrix and the schemas (`<!-- rules -->` and the like).
Links that are relative in a file become links to its page, or to the repository where it has none; one that leads nowhere is an
error.

Status: 0 written, 1 something is wrong with the pages, each told in a line.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "targets"))
import matrix as matrix_format  # noqa: E402

REPOSITORY = "https://github.com/swift-preflight/swift-preflight"
PAGES = "docs/Preflight.docc"
SCHEMAS = "Sources/PreflightReports/Schemas"
# What of Plugins/ belongs to package managers; all else but the SwiftPM plugin is for pipelines.
HOSTS = ["dnf", "dnf-automatic", "dnf5", "apt", "alpm", "zypper", "ostree", "rpm-ostree", "greenboot", "systemd"]
DIRECTIVE = re.compile(r"^<!-- (\w+)(?: (.*?))? -->$")
HEADING = re.compile(r"^(#{1,6}) +(.*?) *#*$")
LINK = re.compile(r"(?<!!)\[((?:[^\[\]`]|`[^`]*`)*)\]\(([^()\s]+)\)")
SECTION_WORDS = {
    "package": "read from the distribution's own package files",
    "image": "read inside the distribution's container image",
    "inherited": "another release's very packages are used",
    "inferred": "concluded from a release built from the same sources, or from versions of the parts",
    "reported": "told by others with a place where it can be looked up; not seen by the makers of the matrix",
    "derived": "concluded for a single library from builds that were read library by library",
    "root": "read in the root that was named",
    "file": "said by the object itself",
}


def escaped(text):
    """Plain text for Markdown, in a table too."""
    return re.sub(r"([\\`*_<>\[\]|~#@])", r"\\\1", text)


def in_table(text):
    return text.replace("|", "\\|").replace("\n", " ")


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def is_fence(line):
    return line.lstrip().startswith("```")


def prose_lines(text):
    """Each line with whether it is prose: not in a fence and not indented as code."""
    inside = False
    for line in text.split("\n"):
        if is_fence(line):
            inside = not inside
            yield line, False
        else:
            yield line, not inside and not line.startswith("    ")


def slug(heading):
    """The anchor that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower()).replace(" ", "-")


def fragment(heading):
    """The anchor that DocC gives it."""
    return urllib.parse.quote(re.sub(r"[^\w\-:?]", "", heading.replace("`", "").replace(" ", "-")))


class Catalogue:
    def __init__(self, root, preflight):
        self.root, self.preflight = root, preflight
        self.errors = []
        self.pictures = set()
        self.pages = {}
        # Which page a whole file of the repository became.
        self.page_of = {}
        self.generators = {
            "rules": self.rules, "targets": self.targets, "evidence": self.evidence, "schemas": self.schemas,
            "configuration": self.configuration, "profiles": self.profiles, "plugins": self.plugins,
        }

    def error(self, place, message):
        self.errors.append(f"{place}: {message}")

    def text(self, path):
        with open(os.path.join(self.root, path), encoding="utf-8") as file:
            return file.read()

    def answer(self, *words):
        return subprocess.run([self.preflight, *words], check=True, capture_output=True, text=True).stdout

    # Pages

    def build(self):
        names = sorted(name for name in os.listdir(os.path.join(self.root, PAGES)) if name.endswith(".md"))
        sources = {name[:-3]: self.text(f"{PAGES}/{name}") for name in names}
        for page, text in sources.items():
            self.page_of[f"{PAGES}/{page}.md"] = page
            for line, is_prose in prose_lines(text):
                found = DIRECTIVE.match(line)
                if is_prose and found and found[1] == "include":
                    self.page_of[found[2]] = page
        for folder in self.plugin_folders():
            path = f"Plugins/{folder}/README.md"
            self.page_of[path] = self.page_of[f"Plugins/{folder}"] = f"Plugin-{folder}"
        for page, text in sources.items():
            self.pages[page] = self.expanded(text, f"{PAGES}/{page}.md")
        for folder in self.plugin_folders():
            path = f"Plugins/{folder}/README.md"
            self.pages[f"Plugin-{folder}"] = self.adapted(self.text(path), path)
        # README is no page, and its links are looked at all the same.
        self.adapted(self.text("README.md"), "README.md")

    def expanded(self, text, place):
        lines = []
        for line, is_prose in prose_lines(text):
            found = DIRECTIVE.match(line) if is_prose else None
            if not found:
                lines.append(self.adapted_line(line, place) if is_prose else line)
            elif found[1] == "include":
                lines.append(self.included(found[2], place))
            elif found[1] in self.generators:
                argument = [found[2]] if found[2] else []
                lines.append(self.generators[found[1]](*argument))
            else:
                self.error(place, f"nothing is known that is called \"{found[1]}\": {line}")
        return "\n".join(lines).rstrip() + "\n"

    def included(self, path, place):
        if not os.path.isfile(os.path.join(self.root, path)):
            self.error(place, f"includes {path}, which is not there")
            return ""
        text = self.text(path)
        # The page has a title of its own.
        title, _, rest = text.partition("\n")
        return self.adapted((rest if title.startswith("# ") else text).strip(), path)

    # Text for DocC

    def adapted(self, text, place):
        return "\n".join(self.adapted_line(line, place) if is_prose else line for line, is_prose in prose_lines(text))

    def adapted_line(self, line, place):
        # Code between two backticks, which may hold one, is a link to a symbol in DocC.
        line = re.sub(r"(?<!`)``(?!`)(.+?)(?<!`)``(?!`)", lambda found: "`" + found[1].strip().replace("`", "'") + "`", line)
        if re.match(r"\s*@\w", line) and not place.startswith(PAGES):
            self.error(place, f"a line begins with @, which is a directive in DocC: {line[:60]}")
        line = LINK.sub(lambda found: f"[{found[1]}]({self.link(found[2], place)})", line)
        # DocC lists topics by links without words; with words GitHub shows the page as well.
        return re.sub(r"^- \[[^\[\]]*\]\(doc:([\w-]+)\)$", r"- <doc:\1>", line)

    def link(self, target, place):
        if re.match(r"(https?|mailto|doc):", target):
            return target
        path, _, anchor = target.partition("#")
        path = os.path.normpath(os.path.join(os.path.dirname(place), path)) if path else place
        full = os.path.join(self.root, path)
        if path.startswith("..") or not os.path.exists(full):
            self.error(place, f"the link {target} leads nowhere")
            return target
        if path.endswith(".png"):
            # DocC finds a picture by its name among the pages.
            self.pictures.add(path)
            return os.path.basename(path)
        if path in self.page_of:
            return f"doc:{self.page_of[path]}" + (self.anchor(path, anchor, place) if anchor else "")
        if anchor and os.path.isfile(full):
            self.anchor(path, anchor, place)
        kind = "tree" if os.path.isdir(full) else "blob"
        return f"{REPOSITORY}/{kind}/main/{path}" + (f"#{anchor}" if anchor else "")

    def anchor(self, path, anchor, place):
        for line, is_prose in prose_lines(self.text(path)):
            head = HEADING.match(line)
            if is_prose and head and slug(head[2]) == anchor:
                return "#" + fragment(head[2])
        self.error(place, f"{path} has no heading for #{anchor}")
        return ""

    # Lists

    def rules(self):
        lines, group = ["## Topics"], None
        for rule in json.loads(self.answer("explain", "--all", "--format", "json"))["rules"]:
            page = "rule-" + rule["id"]
            if rule["group"] != group:
                group = rule["group"]
                lines += ["", f"### {rule['groupTitle']}", ""]
            lines.append(f"- <doc:{page}>")
            parts = [f"# {rule['id']}", f"{rule['title']}."]
            for title, key in [("What it means", "meaning"), ("What comes of it", "consequence"), ("What to do", "remedy")]:
                parts += [f"## {title}", rule[key]]
            sources = [f"- <{source}>" if source.startswith("https:") else f"- `{source}`" for source in rule["sources"]]
            parts += ["## Sources", "\n".join(sources)]
            self.pages[page] = self.adapted("\n\n".join(parts), f"the text of {rule['id']}") + "\n"
        return "\n".join(lines)

    def evidence(self):
        path = os.path.join(self.root, "Sources/PreflightTargets/Matrix.swift")
        _, self.matrix, _ = matrix_format.read(path)
        for word in matrix_format.EVIDENCE:
            if word not in SECTION_WORDS:
                self.error("ci/docs.d/catalogue.py", f"evidence {word} of the matrix has no words here")
        return table(["evidence", "meaning"], [[f"`{word}`", meaning] for word, meaning in SECTION_WORDS.items()])

    def targets(self):
        document = json.loads(self.answer("targets", "--format", "json"))
        lines = {}
        for target in document["targets"]:
            lines.setdefault(target["line"], []).append(target)
        parts = [f"{len(document['targets'])} releases of {len(lines)} product lines, as of {document['dataOf']}."]
        topics = ["## Topics", "", "### Product lines", ""]
        for line in sorted(lines):
            page = "targets-" + line
            topics.append(f"- <doc:{page}>")
            names = ", ".join(f"`{target['id']}`" for target in lines[line])
            sections = [f"# {line}", f"{len(lines[line])} releases: {names}."]
            if len(lines[line]) == 1:
                sections[1] = f"One release: {names}."
            for target in lines[line]:
                sections.append(self.release(target))
            self.pages[page] = "\n\n".join(sections) + "\n"
        return "\n\n".join(parts + ["\n".join(topics)])

    def release(self, target):
        known = self.matrix.target(target["id"])
        facts = [["also called", ", ".join(f"`{name}`" for name in target["aliases"]) or "-"]]
        facts.append(["C library", f"{target['libc']} {target['libcVersion']}"])
        for title, key in [
            ("GLIBCXX up to", "glibcxx"), ("kernel", "kernel"), ("released", "released"), ("supported until", "endOfLife"),
            ("extended until", "extendedEnd"),
        ]:
            if target.get(key):
                facts.append([title, escaped(target[key])])
        facts.append(["architectures", ", ".join(target["architectures"])])
        facts.append(["evidence", f"`{target['evidence']}`" if target["evidence"] else "versions alone"])
        parts = [f"## {target['id']}", escaped(target["name"]) + ".", table(["", ""], facts)]
        for base in known.all("base"):
            words = base.split()
            parts.append(f"What is not given here is that of `{words[0]}` ({words[-1]}).")
        data = []
        for keyword, what in [("row", "libraries read one by one"), ("union", "all nodes of each family"), ("upto", "least and greatest node")]:
            for line in known.all(keyword):
                words = line.split()
                count = f"{len(words) - 2} {what}" if keyword == "row" else what
                data.append([escaped(words[0]), f"`{words[1]}`", count])
        if data:
            parts.append(table(["architecture", "evidence", "what is known"], sorted(data)))
        sources = [line.split(None, 1) for line in known.all("source")]
        if sources:
            parts.append("Packages that were read:\n\n" + "\n".join(f"- {escaped(arch)}: {escaped(text)}" for arch, text in sources))
        notes = known.all("note")
        if notes:
            parts.append("Notes:\n\n" + "\n".join(f"- {escaped(note)}" for note in notes))
        return "\n\n".join(parts)

    def schemas(self):
        parts = []
        for name in sorted(os.listdir(os.path.join(self.root, SCHEMAS))):
            if name.endswith(".xsd"):
                continue
            schema = json.loads(self.text(f"{SCHEMAS}/{name}"))
            parts.append(f"## {escaped(schema['title'])}")
            address = f"{REPOSITORY}/blob/main/{SCHEMAS}/{name}"
            parts.append(f"[{name}]({address}). {schema.get('description', '')}".strip())
            rows = [
                [f"`{key}`", kind(value), in_table(escaped(value.get("description", "")))]
                for key, value in schema.get("properties", {}).items()
            ]
            parts.append(table(["member", "type", "meaning"], rows))
        return "\n\n".join(parts)

    def configuration(self):
        schema = json.loads(self.text(f"{SCHEMAS}/configuration.schema.json"))
        sections = []
        self.keys(schema, "", sections)
        return "\n\n".join(sections)

    def keys(self, schema, prefix, sections):
        """The table of an object's keys, and of the objects within; `prefix` is how its keys are reached."""
        rows, inner = [], []
        required = schema.get("required", [])
        for key, value in schema["properties"].items():
            meaning = value.get("description", "")
            if not meaning:
                self.error(f"{SCHEMAS}/configuration.schema.json", f"{prefix}{key} has no description")
            rows.append([f"`{key}`", kind(value) + (", required" if key in required else ""), in_table(escaped(meaning))])
            for path, part in objects(value, f"{prefix}{key}"):
                inner.append((path, part))
        title = f"### {prefix.rstrip('.')}\n\n" if prefix else ""
        sections.append(title + table(["key", "value", "meaning"], rows))
        for path, part in inner:
            self.keys(part, path + ".", sections)

    def profiles(self):
        parts, rows = [], []

        def flush():
            if rows:
                parts.append(table(["severity", "demand", "why"], rows))
                rows.clear()

        for line in self.answer("host", "--list-profiles").splitlines():
            words = line.split(None, 1)
            if not line.startswith(" "):
                flush()
                name, _, summary = line.partition(": ")
                parts += [f"## {name}", escaped(summary)]
            elif not line.startswith("          "):
                rows.append([words[0], f"`{in_table(words[1])}`", ""])
            else:
                rows[-1][2] = in_table(escaped(line.strip()))
        flush()
        return "\n\n".join(parts)

    # Plugins

    def plugin_folders(self):
        base = os.path.join(self.root, "Plugins")
        return sorted(name for name in os.listdir(base) if os.path.isfile(os.path.join(base, name, "README.md")))

    def plugins(self, which):
        chosen = [name for name in self.plugin_folders() if (name in HOSTS) == (which == "hooks")]
        title = "Package managers and images" if which == "hooks" else "Services and tools"
        return "\n".join(["## Topics", "", f"### {title}", ""] + [f"- <doc:Plugin-{name}>" for name in chosen])


def kind(schema):
    """The sort of value, in words."""
    if "const" in schema:
        return f"`{json.dumps(schema['const'])}`"
    if "enum" in schema:
        words = [f"`{word}`" for word in schema["enum"]]
        return " ".join(words) if len(words) <= 12 else f"one of {len(words)} names"
    if "$ref" in schema:
        return schema["$ref"].rsplit("/", 1)[-1]
    sort = schema.get("type")
    if not sort:
        return " or ".join(dict.fromkeys(kind(part) for part in schema.get("oneOf", schema.get("anyOf", [])))) or "any"
    if sort == "array":
        return "list of " + kind(schema.get("items", {}))
    return " or ".join(sort) if isinstance(sort, list) else sort


def objects(schema, path):
    """The objects with keys of their own in a value, each with the way to it."""
    if "properties" in schema:
        yield path, schema
    if "items" in schema:
        yield from objects(schema["items"], path + "[]")
    for part in schema.get("oneOf", []):
        yield from objects(part, path)


def main():
    root, preflight, out = sys.argv[1:]
    catalogue = Catalogue(root, preflight)
    catalogue.build()
    if catalogue.errors:
        print("\n".join(catalogue.errors), file=sys.stderr)
        return 1
    os.makedirs(out, exist_ok=True)
    for page, text in catalogue.pages.items():
        with open(os.path.join(out, page + ".md"), "w", encoding="utf-8") as file:
            file.write(text)
    for path in catalogue.pictures:
        shutil.copy(os.path.join(root, path), out)
    print(len(catalogue.pages))
    return 0


if __name__ == "__main__":
    sys.exit(main())
