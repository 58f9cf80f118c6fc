"""Asks a shell what it offers, with the completion script that was written for it.

    completion.py bash|zsh|fish PREFLIGHT OUT_DIR DUMP.json

Each case is a command line, words that must be offered, and words that must not. The commands and options are those of the dump, so that
one that is added is tried as well. zsh, which completes in a line editor only, is looked at for what its script names; fish 3 calls the command
for releases in its line editor only, so it is not asked for them.
Status 1, after saying what was wrong, where something is not so.
"""
import json, os, pathlib, re, subprocess, sys, tempfile

SHELL, PREFLIGHT, OUT, DUMP = sys.argv[1:5]
NAMES = {"bash": "preflight.bash", "zsh": "_preflight", "fish": "preflight.fish"}

# What bash does at the key, without a terminal: the function that the script registers fills COMPREPLY.
BASH = """
source "$SCRIPT"
read -ra COMP_WORDS <<<"$LINE"
case $LINE in *" ") COMP_WORDS+=("") ;; esac
COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_LINE=$LINE COMP_POINT=${#LINE}
_preflight preflight "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\\n' "${COMPREPLY[@]}"
complete -p preflight >/dev/null
"""
FISH = "source $SCRIPT; complete --do-complete=$LINE"


def offered(line, home):
    environment = {"PATH": f"{home}/bin:/usr/bin:/bin", "HOME": home, "SCRIPT": os.path.join(OUT, NAMES[SHELL]), "LINE": line, "LC_ALL": "C.UTF-8"}
    command = ["bash", "--norc", "-c", BASH] if SHELL == "bash" else ["fish", "--no-config", "-c", FISH]
    done = subprocess.run(command, env=environment, cwd=home, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
    said = done.stderr.strip()
    return [word.split("\t")[0] for word in done.stdout.splitlines()], said


def spelled(info):
    return {("--" if name["kind"] == "long" else "-") + name["name"] for name in info["names"]}


def walk(command, path=()):
    yield path, command
    for child in command.get("subcommands") or []:
        if child["shouldDisplay"]:
            yield from walk(child, (*path, child["commandName"]))


def main():
    root = json.loads(pathlib.Path(DUMP).read_text())["command"]
    script = pathlib.Path(OUT, NAMES[SHELL]).read_text()
    faults, cases = [], []
    for path, command in walk(root):
        options = [info for info in command["arguments"] if info["kind"] != "positional"]
        hidden = set().union(set(), *(spelled(info) for info in options if not info["shouldDisplay"]))
        shown = set().union(set(), *(spelled(info) for info in options if info["shouldDisplay"]))
        children = command.get("subcommands") or []
        line = " ".join(["preflight", *path])
        if path[:1] == ("help",):
            continue
        if children:
            names = {child["commandName"] for child in children if child["shouldDisplay"]}
            cases.append((line + " ", names, {child["commandName"] for child in children} - names))
        if SHELL == "fish" and any("custom" in (i.get("completionKind") or {}) for i in command["arguments"] if i["kind"] == "positional"):
            continue
        long = {name for name in shown if name.startswith("--")}
        cases.append((line + " --", long, hidden - shown))
        for info in options:
            kind = info.get("completionKind") or {}
            if info["shouldDisplay"] and "file" in kind:
                cases.append((f"{line} {sorted(spelled(info))[0]} some", {"some.file"}, set()))
            elif info["shouldDisplay"] and "list" in kind:
                cases.append((f"{line} {sorted(spelled(info))[0]} ", set(kind["list"]["values"]), {"some.file"}))
    cases += [
        ("preflight check some", {"some.file", "some.folder"}, set()),
        ("preflight hook install ost", {"ostree"}, {"apt"}),
    ]
    if SHELL == "bash":
        cases += [
            ("preflight check --targets debian-1", {"debian-12", "debian-13"}, {"ubuntu-22.04"}),
            ("preflight check --targets debian-12,!ubuntu-22.0", {"debian-12,!ubuntu-22.04"}, {"debian-12"}),
        ]
    if SHELL == "zsh":
        for path, command in walk(root):
            for info in command["arguments"]:
                for name in spelled(info) if info["kind"] != "positional" and not info["shouldDisplay"] else ():
                    if name not in ("--help", "-h") and re.search(rf"[^-]{name}\b", script):
                        faults.append(f"_preflight names {name}, which is hidden")
        print("\n".join(faults), end="\n" if faults else "", file=sys.stderr)
        return 1 if faults else 0
    with tempfile.TemporaryDirectory() as home:
        os.mkdir(f"{home}/bin")
        os.symlink(PREFLIGHT, f"{home}/bin/preflight")
        pathlib.Path(home, "some.file").write_text("")
        os.mkdir(f"{home}/some.folder")
        for line, wanted, unwanted in cases:
            words, said = offered(line, home)
            plain = {word.rstrip("/") for word in words}
            if said:
                faults.append(f"`{line}`: {said}")
            if wanted - plain:
                faults.append(f"`{line}` offers no {', '.join(sorted(wanted - plain))}; it offers {' '.join(sorted(plain)) or 'nothing'}")
            if unwanted & plain:
                faults.append(f"`{line}` offers {', '.join(sorted(unwanted & plain))}")
    print("\n".join(faults), end="\n" if faults else "", file=sys.stderr)
    if not faults:
        print(f"man: {SHELL} was asked {len(cases)} times", file=sys.stderr)
    return 1 if faults else 0


sys.exit(main())
