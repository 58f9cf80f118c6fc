#!/usr/bin/env python3
"""Does what a CI service does with a file of Plugins/ before a runner gets it.

    render.py SERVICE FILE OUT_DIR [INPUT=VALUE...]     SERVICE: github, gitlab, circleci, jenkins

Writes OUT_DIR/script (what the shell is given), OUT_DIR/environment (NAME=VALUE, each ended by NUL) and, for gitlab, OUT_DIR/job.yml.
Status: 0 done, 1 the file is not as it should be, 2 the service would refuse an input.
"""

import json
import pathlib
import re
import sys

import yaml


def refuse(text):
    print(f"render.py: {text}", file=sys.stderr)
    sys.exit(2)


def demand(holds, text):
    if not holds:
        print(f"render.py: {text}", file=sys.stderr)
        sys.exit(1)


def values(declared, given):
    """The inputs with their defaults; both are mappings."""
    unknown = set(given) - set(declared)
    if unknown:
        refuse(f"there is no input {sorted(unknown)[0]!r}")
    chosen = {name: (entry or {}).get("default") for name, entry in declared.items()}
    chosen.update(given)
    return chosen


def github(text, given):
    """A composite action of one step: ${{ }} is replaced in `env`, and must not be anywhere else."""
    action = yaml.safe_load(text)
    chosen = values(action["inputs"], given)
    (step,) = action["runs"]["steps"]
    demand("${{" not in step["run"], "an expression is part of a command of the action")
    demand(step["shell"] == "bash", "the shell of the action's step is not bash")
    environment, used = {}, set()
    for name, value in step["env"].items():
        match = re.fullmatch(r"\$\{\{ inputs\.([a-z0-9-]+) \}\}", value)
        demand(match, f"{name} is not one input: {value}")
        used.add(match[1])
        environment[name] = chosen[match[1]]
    demand(used == set(action["inputs"]), f"inputs that nothing reads: {set(action['inputs']) - used}")
    return step["run"], environment, None


def gitlab(text, given):
    """Inputs are put into the text of the second document, before that is read as YAML."""
    head, body = text.split("\n---\n", 1)
    declared = yaml.safe_load(head)["spec"]["inputs"]
    chosen = values(declared, given)
    for name, value in chosen.items():
        entry = declared[name]
        if "options" in entry and value not in entry["options"]:
            refuse(f"{name}: {value!r} is none of {entry['options']}")
        # RE2 knows \\z, Python calls it \\Z.
        if "regex" in entry and not re.search(entry["regex"].replace(r"\z", r"\Z"), value):
            refuse(f"{name}: {value!r} does not match {entry['regex']}")
    used = set(re.findall(r"\$\[\[ inputs\.([a-z0-9_]+) \]\]", body))
    demand(used == set(declared), f"inputs that nothing reads: {set(declared) - used}")
    body = re.sub(r"\$\[\[ inputs\.([a-z0-9_]+) \]\]", lambda match: chosen[match[1]], body)
    jobs = yaml.safe_load(body)
    ((name, job),) = jobs.items()
    demand(name == chosen["job"], f"the job is called {name!r}")
    demand("$[[" not in json.dumps(job["script"]), "an input is part of the script")
    return "\n".join(job["script"]), job["variables"], body


def circleci(text, given):
    """Parameters are put into strings of the command, after that was read as YAML."""
    command = yaml.safe_load(text)["commands"]["preflight"]
    chosen = values(command["parameters"], given)
    run = command["steps"][0]["run"]
    demand("<<" not in run["command"], "a parameter is part of the command")
    for name, entry in command["parameters"].items():
        if entry["type"] == "enum" and chosen[name] not in entry["enum"]:
            refuse(f"{name}: {chosen[name]!r} is none of {entry['enum']}")
    used = set()

    def fill(match):
        used.add(match[1])
        return chosen[match[1]]

    environment = {
        name: re.sub(r"<< parameters\.([a-z0-9-]+) >>", fill, value) for name, value in run["environment"].items()
    }
    demand(used == set(chosen), f"parameters that nothing reads: {set(chosen) - used}")
    return run["command"], environment, None


def jenkins(text, given):
    """The strings of `environment` and of `sh`; a string of three single quotes holds no expressions, only backslashes count."""
    block = re.search(r"stage\('Preflight'\) \{\n\s+environment \{\n(.*?)\n\s+\}\n", text, re.S)[1]
    environment = dict(re.findall(r"^\s+([A-Z_0-9]+) = '([^'\\]*)'$", block, re.M))
    script = re.search(r"returnStatus: true, script: '''\n(.*?)'''\)", text, re.S)[1]
    demand("\\" not in script, "Groovy would take the backslashes of the script")
    environment.update(given)
    return script, environment, None


def main():
    service, path, out = sys.argv[1:4]
    given = dict(argument.split("=", 1) for argument in sys.argv[4:])
    script, environment, job = globals()[service](pathlib.Path(path).read_text(encoding="utf-8"), given)
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    (out / "script").write_text(script, encoding="utf-8")
    (out / "environment").write_bytes(b"".join(f"{name}={value}\0".encode() for name, value in environment.items()))
    if job is not None:
        (out / "job.yml").write_text(job, encoding="utf-8")


if __name__ == "__main__":
    main()
