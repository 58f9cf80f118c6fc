"""Writes preflight(1): the text of page.mdoc, with the commands as the executable describes them (--experimental-dump-help).

    page.py DUMP.json DAY      DAY: YYYY-MM-DD, the date on the page; the page goes to standard output

Status 1 where a description is missing, or a file that the shell would not complete; standard error says which.
"""
import datetime, json, pathlib, re, sys

HERE = pathlib.Path(__file__).resolve().parent
SOURCES = HERE.parent.parent / "Sources"
# What these values are called says that they are names of files; without a completion kind the shell would offer nothing.
FILES = {"file", "path", "dir", "dirs", "directory"}
EVERYWHERE = {"help", "version"}


def escaped(text):
    """Text as roff: its escape character, what it would take for a hyphen, and whatever is not ASCII."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("^", "\\(ha").replace("~", "\\(ti").replace("`", "\\(ga").replace("'", "\\(aq")
    return "".join(c if " " <= c <= "~" else f"\\[u{ord(c):04X}]" for c in text)


def argument(text):
    """One argument of a macro, never taken for another macro."""
    return f"\\&{escaped(text)}".replace(" ", "\\ ").replace('"', "\\(dq")


def prose(text):
    """Paragraphs, each sentence on a line of its own as mdoc wants it; a line that begins like a request is none."""
    lines = []
    for number, paragraph in enumerate(part for part in text.split("\n\n") if part.strip()):
        if number:
            lines.append(".Pp")
        for line in re.split(r"\n|(?<=[.!?]) +|(?<=[.!?][)\"]) +", paragraph.strip()):
            line = escaped(line.strip())
            lines.append("\\&" + line if line.startswith((".", "\\(aq")) else line)
    return lines


def environment(text):
    """The page without the variables that no source reads. Those that one reads and the page leaves out come second."""
    sources = "".join(path.read_text() for path in sorted(SOURCES.rglob("*.swift")))
    read = set(re.findall(r'\b(?:getenv|environment)\("([A-Z_]+)"\)|"(PREFLIGHT_SKIP|FORCE_COLOR)"', sources))
    read = {name for pair in read for name in pair if name}
    told = set(re.findall(r"^\.It Ev (\w+)$", text, re.MULTILINE))
    for name in told - read:
        text = re.sub(rf"^\.It Ev {name}\n(?:(?!\.It |\.El).*\n)*", "", text, flags=re.MULTILINE)
    return text, sorted(read - told)


def shown(items):
    return [item for item in items or [] if item["shouldDisplay"]]


def spelling(name):
    return argument(("-" if name["kind"] == "long" else "") + name["name"])


def value(info):
    return f"Ar {argument(info['valueName'])}"


def usage(path, command):
    """The lines of one command for a synopsis: positional arguments by name, everything else as `option`."""
    lines = [".Nm preflight" + "".join(f" Cm {argument(word)}" for word in path)]
    if any(a["kind"] != "positional" and not EVERYWHERE & {n["name"] for n in a["names"]} for a in shown(command["arguments"])):
        lines.append(".Op Ar option ...")
    for info in shown(command["arguments"]):
        if info["kind"] != "positional":
            continue
        dots = " ..." if info["isRepeating"] else ""
        lines.append(f".Op {value(info)}{dots}" if info["isOptional"] else f".{value(info)}{dots}")
    return lines


def item(info):
    """One argument or option with what it does."""
    if info["kind"] == "positional":
        heads = [f".It {value(info)}" + (" ..." if info["isRepeating"] else "")]
    else:
        names = " , ".join(f"Fl {spelling(name)}" for name in sorted(info["names"], key=lambda name: name["kind"] == "long"))
        heads = [f".It {names}" + (f" {value(info)}" if info["kind"] == "option" else "")]
    text = prose(" ".join(part for part in (info.get("abstract"), info.get("discussion")) if part))
    words = info.get("allValues") or (info.get("completionKind") or {}).get("list", {}).get("values")
    told = re.findall(r"[\w.-]+", info.get("abstract") or "")
    if words and not set(words) <= set(told):
        text.append(f"One of {', '.join(map(escaped, words))}.")
    return heads + text


class Page:
    def __init__(self):
        self.lines, self.synopsis, self.faults = [], [], []

    def command(self, path, command):
        name = " ".join(["preflight", *path])
        if not command.get("abstract"):
            self.faults.append(f"{name} has no abstract; give its CommandConfiguration one.")
        children = [child for child in shown(command.get("subcommands")) if child["commandName"] != "help"]
        if path:
            self.lines.append(f".Ss {escaped(name)}")
            if not children or command.get("defaultSubcommand"):
                self.synopsis += usage(path, command)
                self.lines += usage(path, command) + [".Pp"]
            self.lines += prose(command.get("abstract") or "")
            if command.get("discussion"):
                self.lines += [".Pp", *prose(command["discussion"])]
            self.options(name, command)
        for child in children:
            self.command([*path, child["commandName"]], child)

    def options(self, name, command):
        infos = [i for i in shown(command["arguments"]) if i["kind"] == "positional" or not EVERYWHERE & {n["name"] for n in i["names"]}]
        for info in infos:
            what = info["valueName"] if info["kind"] == "positional" else "--" + info["preferredName"]["name"]
            if not info.get("abstract"):
                self.faults.append(f"{name}: {what} has no help.")
            if info["kind"] != "flag" and info["valueName"] in FILES and not info.get("completionKind"):
                self.faults.append(f"{name}: {what} takes a {info['valueName']}; say `completion: .file()` or `.directory`.")
        if infos:
            self.lines.append(".Bl -tag -width Ds")
            for info in infos:
                self.lines += item(info)
            self.lines.append(".El")


def main(dump, day):
    page = Page()
    page.command([], json.loads(pathlib.Path(dump).read_text())["command"])
    text, missing = environment((HERE / "page.mdoc").read_text().split("\n", 1)[1])
    page.faults += [f"{name} is read from the environment; say in page.mdoc what it does." for name in missing]
    for fault in page.faults:
        print(fault, file=sys.stderr)
    date = datetime.date.fromisoformat(day)
    for mark, lines in ("@SYNOPSIS@", page.synopsis), ("@COMMANDS@", page.lines), ("@DATE@", [f"{date:%B} {date.day}, {date.year}"]):
        text = text.replace(mark, "\n".join(lines))
    print(text, end="")
    return 1 if page.faults else 0


sys.exit(main(*sys.argv[1:]))
