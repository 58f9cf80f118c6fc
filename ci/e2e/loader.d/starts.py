"""Real starts: what the loader of a root says of a file."""
import json, os, pathlib, re, shutil, subprocess, sys
import stubs
from fixtures import Fixture
from prediction import Outcome

HERE = pathlib.Path(__file__).resolve().parent
STARTED = 42


class JailError(Exception):
    pass


class Jail:
    """The worker that starts files. Its namespaces, and with them every mount and process, end when its input ends."""

    def __init__(self, work, places):
        self.worker = subprocess.Popen(["unshare", "--mount", "--pid", "--net", "--ipc", "--uts", "--fork", "--kill-child", "--propagation", "private",
                                        sys.executable, HERE / "jail.py", work, *places], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.answer()

    def answer(self):
        line = self.worker.stdout.readline()
        if not line:
            raise JailError("the worker that starts files ended: it must be allowed to unshare, mount and chroot")
        return json.loads(line)

    def start(self, root, path, listing=False, **environment):
        return self.start_in(root.place, path, listing, environment)

    def start_in(self, place, path, listing, environment):
        self.worker.stdin.write(json.dumps({"root": place, "path": path, "env": environment, "listing": listing}) + "\n")
        self.worker.stdin.flush()
        return self.answer()

    def close(self):
        self.worker.stdin.close()
        self.worker.wait(timeout=30)


def outcome(answer, judged):
    words = answer["words"]
    versions = re.findall(r"([^ :\n]+): (weak )?version `([^']*)' not found \(required by ([^)\n]*)\)", words)
    own = [(os.path.basename(library), node, weak) for library, weak, node, by in versions if by == judged]
    missing = {(library, node) for library, node, weak in own if not weak}
    ours = {pair for pair in missing if stubs.runtime(pair[0])}
    weak = {(library, node) for library, node, weak in own if weak}
    word = ("starts" if answer["status"] == STARTED else
            "version" if missing else
            "others" if versions and not all(weak for _, weak, _, _ in versions) else
            "timeout" if answer["status"] is None else
            f"signal {-answer['status']}" if answer["status"] < 0 else
            "library" if "cannot open shared object file" in words else
            "symbol" if re.search(r"symbol lookup error|undefined symbol|not defined in file", words) else
            "refused" if re.search(r"without GLIBC_ABI_DT_RELR|unsupported version", words) else
            "cpu" if "CPU ISA level" in words else "other")
    return Outcome(word, ours, weak, missing - ours, words.strip())


def judge(file, root, jail, work, maker, preload):
    """(run-time outcome, real outcome) of a file in a root; the stubs of the file are in their folder."""
    path, judged = (["/mnt/judged"] * 2) if file.kind == "executable" else ("/mnt/carrier", "/mnt/object/libpreflight-judged.so")
    stubbed = {"LD_PRELOAD": ":".join(["/mnt/leave", *preload]), "LD_LIBRARY_PATH": "/mnt/object:/mnt/stubs"}
    pure = outcome(jail.start(root, path, LD_BIND_NOW="1", **stubbed), judged)
    if pure.word == "symbol" and outcome(jail.start(root, path, **stubbed), judged).word == "starts":
        pure = pure._replace(word="call")
    listing = jail.start(root, path, listing=True, LD_TRACE_LOADED_OBJECTS="1", LD_LIBRARY_PATH="/mnt/object")["listing"]
    absent = {name for name in re.findall(r"^\t(\S+) => not found$", listing, re.M) if "/" not in name}
    maker.fill(work / "empty", {name: maker.make(name) for name in absent})
    real = outcome(jail.start(root, path, LD_BIND_NOW="1", LD_PRELOAD="/mnt/leave", LD_LIBRARY_PATH="/mnt/object:/mnt/empty"), judged)
    return pure, real, absent


def measure(chosen, places, work, say):
    """Yields (label, file, root, run-time outcome, real outcome, absent libraries)."""
    maker = stubs.Stubs(work / "made")
    for name, options in {"leave": ["-shared", "-fPIC", "-Wl,-z,initfirst"],
                          "carrier": ["-no-pie", "-Wl,--no-as-needed", maker.make("libpreflight-judged.so")]}.items():
        subprocess.run(["gcc", "-O1", "-fno-stack-protector", "-nostdlib", HERE / f"{name}.c", *options, "-o", work / name], check=True)
    jail = Jail(work, [root.place for root in places])
    try:
        for number, (label, file) in enumerate(chosen):
            if number % 100 == 99:
                say(f"{number + 1} of {len(chosen)} files")
            shutil.copyfile(file.path, work / "judged")
            (work / "judged").chmod(0o755)   # and so without set-uid, which would keep the loader from preloading
            maker.fill(work / "object", {"libpreflight-judged.so": work / "judged"})
            file.fixture = label if isinstance(label, Fixture) else None
            file.provided = {name for root in places for library in root.scope(file) for name, _ in root.exports(library)[0]}
            try:
                made, preload = stubs.perfect(file, file.provided, maker)
            except RuntimeError as error:
                say(f"{file.path} is left out: {error}")
                continue
            maker.fill(work / "stubs", made)
            for root in places:
                yield label, file, root, *judge(file, root, jail, work, maker, preload)
    finally:
        jail.close()
