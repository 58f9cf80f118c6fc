"""Starts files inside roots: a worker of ci/e2e/loader and ci/e2e/closure, run by them under unshare (own mounts, processes, network).

Arguments: the work folder, which is mounted at /mnt of every root; then the roots. NAME=FOLDER mounts a folder at /mnt/NAME;
@FOLDER is a root of which only /proc is mounted, because what else is in it changes from job to job.

One JSON job a line on standard input: {"root", "path", "env", "listing"}; one JSON answer a line: {"status", "words", "listing"} (status is negative
for a signal, null after the time limit; listing is standard output, if asked for). It ends with its input, however the other side ended: then it
removes the work folder, and all mounts and processes end with it.
"""
import ctypes, json, os, resource, shutil, signal, subprocess, sys

LIMIT_SECONDS, NOBODY = 10, 65534
libc = ctypes.CDLL(None, use_errno=True)


def mount(*arguments):
    subprocess.run(["mount", *arguments], check=True)


def inside(root):
    """Between fork and exec: nothing that is started here may change the root, gain rights or last."""
    def enter():
        os.chroot(root)
        os.chdir("/proc" if os.path.isdir("/proc") else "/")   # relative search paths find nothing
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        libc.prctl(38, 1, 0, 0, 0)   # PR_SET_NO_NEW_PRIVS
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (LIMIT_SECONDS, LIMIT_SECONDS))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    return enter


def start(job):
    try:
        child = subprocess.Popen([job["path"]], env=job["env"], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                 stdout=subprocess.PIPE if job["listing"] else subprocess.DEVNULL, preexec_fn=inside(job["root"]),
                                 start_new_session=True)
    except (OSError, subprocess.SubprocessError) as error:
        return {"status": 126, "words": f"cannot be started: {error}", "listing": ""}
    try:
        listing, words = child.communicate(timeout=LIMIT_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.communicate()
        return {"status": None, "words": f"still running after {LIMIT_SECONDS} s", "listing": ""}
    return {"status": child.returncode, "words": words[-(1 << 22):].decode(errors="replace"), "listing": (listing or b"").decode(errors="replace")}


def main():
    work, *places = sys.argv[1:]
    trees, bare = [place for place in places if "=" in place], [place[1:] for place in places if place[0] == "@"]
    roots = [place for place in places if "=" not in place and place[0] != "@"]
    for name, folder in (tree.split("=", 1) for tree in trees):
        mount("--bind", folder, f"{work}/{name}")
        mount("-o", "remount,bind,ro,nosuid,nodev", f"{work}/{name}")
    for root in [*roots, *bare]:   # without /proc/self/exe a loader does not know the $ORIGIN of a program
        mount("-t", "proc", "-o", "nosuid,nodev,noexec", "proc", f"{root}/proc")
    for root in roots:
        mount("--rbind", root, root)
        mount("-o", "remount,bind,ro,nosuid,nodev", root)
        mount("--rbind", work, f"{root}/mnt")
        mount("-o", "remount,bind,ro,nosuid,nodev", f"{root}/mnt")
    print("{}", flush=True)
    try:
        for line in sys.stdin:
            print(json.dumps(start(json.loads(line))), flush=True)
    finally:
        shutil.rmtree(work, ignore_errors=True)


signal.signal(signal.SIGINT, signal.SIG_IGN)   # the other side ends first, and with it the input
main()
