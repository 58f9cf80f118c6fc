"""A system with 100,000 files in /opt, and one run of a hook on it.

The files are those of /usr by their sorts: 3 of 100 are ELF objects, 7 are scripts, the rest is data; copies, so that each is a file of its own.
"""
import json, os, pathlib, resource, shutil, subprocess, time

FILES, OBJECTS, SCRIPTS = 100_000, 3_000, 7_000
COMMIT = "0" * 64
DNF = ('{"preflight":1,"host":"dnf","arch":"x86_64","root":"%s"}\n'
       '{"out":"glibc-2","name":"glibc","provides":["libc.so.6()(64bit)","libc.so.6(GLIBC_9.99)(64bit)"]}\n'
       '{"in":"glibc-1","name":"glibc","provides":["libc.so.6()(64bit)"]}\n{"end":2}\n')


def programs(preflight, most=200):
    """Programs of this machine below 200 kB that start here, with the paths of all that each takes."""
    named = [entry.path for entry in os.scandir("/usr/bin") if entry.is_file(follow_symlinks=False) and entry.stat().st_size < 200_000]
    trees = subprocess.run([preflight, "tree", "--format", "json", "--files-from", "-"], input="\n".join(sorted(named)) + "\n",
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    trees = [tree for tree in json.loads(trees.stdout)["trees"] if len(tree["members"]) > 1 and all(edge["to"] for edge in tree["edges"])]
    return [(tree["path"], [member["path"] for member in tree["members"][1:]]) for tree in trees[:most]]


class System:
    """An OSTree sysroot in `folder` with one deployment, whose /var/opt has the files; what dnf would see lies in the same place."""

    def __init__(self, folder, preflight):
        self.preflight, self.folder = preflight, folder
        self.sysroot = os.path.join(folder, "sysroot")
        state = os.path.join(self.sysroot, "ostree/deploy/bench")
        self.deployment = os.path.join(state, "deploy", COMMIT + ".0")
        self.var = os.path.join(state, "var")
        for name in ("usr/lib", "usr/lib64", "usr/bin", "usr/etc"):
            os.makedirs(os.path.join(self.deployment, name))
        for name in ("opt", "srv", "usrlocal"):
            os.makedirs(os.path.join(self.var, name))
        for name in ("lib", "lib64", "bin"):
            os.symlink("usr/" + name, os.path.join(self.deployment, name))
        os.symlink("var/opt", os.path.join(self.deployment, "opt"))
        pathlib.Path(self.deployment, "usr/lib/os-release").write_text("PRETTY_NAME=bench\n")
        chosen = programs(preflight)
        for library in sorted({path for _, members in chosen for path in members}):
            target = os.path.realpath(os.path.dirname(os.path.join(self.deployment, library.lstrip("/"))))
            os.makedirs(target, exist_ok=True)
            shutil.copyfile(library, os.path.join(target, os.path.basename(library)))
        contents = [pathlib.Path(path).read_bytes() for path, _ in chosen]
        for number in range(FILES):
            where = os.path.join(self.var, "opt", f"app-{number % 40}", f"part-{number // 40 % 25}", "files")
            if number < 1000:
                os.makedirs(where)
            if number % 100 < 3:
                name, content, mode = f"tool-{number}", contents[number % len(contents)], 0o755
            elif number % 100 < 10:
                name, content, mode = f"script-{number}", b"#!/bin/sh\nexit 0\n", 0o755
            else:
                name, content, mode = f"data-{number}", b"data\n", 0o644
            descriptor = os.open(os.path.join(where, name), os.O_WRONLY | os.O_CREAT, mode)
            os.write(descriptor, content)
            os.close(descriptor)
        # What changed within the last second is not kept in an inventory; what is not on the disk cannot be dropped from memory.
        os.sync()
        time.sleep(1.5)

    def hook(self, host):
        """One run: seconds that passed, seconds of processor, what it said, its status."""
        state = ["--state-directory", os.path.join(self.folder, "state-" + host), "--deadline", "600s"]
        command, text = {
            "dnf": (["hook", "dnf"], DNF % self.var),
            "ostree": (["hook", "ostree", "--sysroot", self.sysroot, "--deployment", self.deployment], ""),
        }[host]
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        done = subprocess.run([self.preflight, *command, *state], input=text, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        took, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
        return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout, done.returncode

    def forget(self, host):
        """Takes the inventory away."""
        shutil.rmtree(os.path.join(self.folder, "state-" + host), ignore_errors=True)

    def coverage(self, host):
        """What the last run of `host` says it has looked at."""
        return json.loads(pathlib.Path(self.folder, "state-" + host, "last-verdict.json").read_text()).get("coverage", {})


def chill():
    """Empties the kernel's memory of files. False where that is not allowed."""
    try:
        os.sync()
        pathlib.Path("/proc/sys/vm/drop_caches").write_text("3\n")
        return True
    except OSError:
        return False
