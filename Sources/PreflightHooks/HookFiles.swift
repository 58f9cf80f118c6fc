// The files that hooks install, as they stand under Plugins/. Written by ci/hooks/embed; not to be edited.

/// Files that are carried in the executable.
public enum HookFiles {
    /// Contents by the path below Plugins/.
    public static let contents: [String: String] = [
        "alpm/00-preflight-1-removed.hook":
            #"""
        # preflight in pacman, first of two: notes which packages only go. See 00-preflight-2.hook.
        [Trigger]
        Operation = Remove
        Type = Package
        Target = *

        [Action]
        Description = Noting for preflight what is removed...
        When = PreTransaction
        Exec = /usr/bin/sh -c '/usr/bin/timeout -k 1 5 /usr/bin/preflight hook alpm --removed || { s=$?; test $s -ne 1 && echo preflight could not judge this update, which goes on: status $s >&2; }'
        NeedsTargets
        AbortOnFail

        """#,
        "alpm/00-preflight-2.hook":
            #"""
        # preflight in pacman: stops what would keep programs outside of packages (/usr/local, /opt, /srv) from starting.
        #
        # A verdict stops pacman, and nothing else does (status 1). A fault is told, and pacman goes on: a mistake in this file (2), preflight missing
        # (127), late (124, 137) or crashed (128 and above). To pass once: PREFLIGHT_SKIP=1 pacman …
        [Trigger]
        Operation = Install
        Operation = Upgrade
        Operation = Remove
        Type = Package
        Target = *

        [Action]
        Description = Checking programs outside of packages...
        When = PreTransaction
        Exec = /usr/bin/sh -c '/usr/bin/timeout -k 1 5 /usr/bin/preflight hook alpm || { s=$?; test $s -ne 1 && echo preflight could not judge this update, which goes on: status $s >&2; }'
        NeedsTargets
        AbortOnFail

        """#,
        "apt/80preflight":
            #"""
        // preflight in apt: stops what would keep programs outside of packages (/usr/local, /opt, /srv) from starting.
        //
        // A verdict stops apt, and nothing else does (status 1). A fault is told, and apt goes on: a mistake in this line (2), preflight missing
        // (127, also when it was removed and this file stayed), late (124, 137) or crashed (128 and above). To pass once: PREFLIGHT_SKIP=1 apt …
        //
        // Version and InfoFD belong to the first word of the command, which is timeout.
        DPkg::Pre-Install-Pkgs { "/usr/bin/timeout -k 1 5 /usr/bin/preflight hook apt || { s=$?; test $s -ne 1 && echo preflight could not judge this update, which goes on: status $s >&2; }"; };
        DPkg::Tools::Options::/usr/bin/timeout::Version "3";
        DPkg::Tools::Options::/usr/bin/timeout::InfoFD "20";

        """#,
        "dnf/preflight.conf":
            #"""
        # preflight in dnf 4. Read anew by every dnf; every value below is the default.
        [main]
        enabled = 1

        # The static executable; an absolute path, no arguments.
        command = /usr/bin/preflight

        # pre_transaction: after download, when everything is known. resolved: before the question, without the files of packages.
        hook = pre_transaction

        # The time that preflight gives itself, and the time after which it is killed, in seconds.
        deadline = 4
        timeout = 5

        # What dnf does when preflight is missing, crashes, hangs or cannot judge: pass (go on, with a warning) or fail (stop).
        on_unknown = pass

        # Tell and never stop.
        report_only = 0

        # Also judge dnf --installroot=DIR.
        installroot = 0

        # Where the inventory is kept, and the configuration; empty for the places that preflight has for them.
        state_directory =
        config =

        """#,
        "dnf/preflight.py":
            #"""
        # preflight in dnf 4: stops a transaction under which programs outside of packages would not start any more.
        #
        # Hands the transaction to `preflight hook dnf` and maps its end: 0 goes on, 1 stops; whatever else happens (missing, crashed, hanging)
        # is told and goes on, or stops where on_unknown says so. Only dnf.exceptions.Error stops dnf, and nothing else may leave this file.
        # Python 3.6 (RHEL 8) has to run it. The lines that are written are described in Sources/PreflightHooks/DNFTransaction.swift.

        import json
        import os
        import signal
        import subprocess

        import dnf
        import dnf.exceptions
        import dnf.transaction
        from dnf.plugin import logger

        DEFAULTS = {
            "command": "/usr/bin/preflight",
            "hook": "pre_transaction",
            "deadline": "4",
            "timeout": "5",
            "on_unknown": "pass",
            "report_only": "0",
            "installroot": "0",
            "state_directory": "",
            "config": "",
        }
        # No program lies below these, and a kernel package has thousands of files there.
        NO_PROGRAMS = ("/usr/share/", "/usr/lib/.build-id/", "/usr/src/", "/usr/include/", "/etc/", "/usr/lib/modules/", "/boot/")
        # dnf counts a package that is reinstalled neither to what comes nor to what goes.
        GOING = set(dnf.transaction.BACKWARD_ACTIONS) | {getattr(dnf.transaction, "PKG_REINSTALLED", None)}
        STOPPED = 1
        MOST_OUTPUT = 65536


        def is_true(text):
            return text.strip().lower() in ("1", "yes", "true", "on")


        def lossless(text):
            """Bytes that are no UTF-8 come as lone surrogates, which JSON cannot hold; preflight writes them as U+10FF00 + byte."""
            if all(ord(c) < 0xDC80 or ord(c) > 0xDCFF for c in text):
                return text
            return "".join(chr(0x10FF00 + ord(c) - 0xDC00) if 0xDC80 <= ord(c) <= 0xDCFF else c for c in text)


        def printable(text):
            """Nothing that a terminal acts on."""
            return "".join(c if c.isprintable() else "\\x%02x" % ord(c) for c in text)


        def capabilities(package):
            return [c for c in (str(r) for r in package.provides) if ".so" in c or c.startswith("rtld(")]


        def files(package):
            try:
                return [lossless(f) for f in package.files if not f.startswith(NO_PROGRAMS)]
            except Exception:  # a file name that hawkey cannot make text of
                return []


        class Preflight(dnf.Plugin):
            name = "preflight"

            def __init__(self, base, cli):
                super(Preflight, self).__init__(base, cli)
                self.options = dict(DEFAULTS)

            def config(self):
                parser = self.read_config(self.base.conf)
                for key in self.options:
                    if parser.has_section("main") and parser.has_option("main", key):
                        self.options[key] = parser.get("main", key)

            def resolved(self):
                self.gate("resolved")

            def pre_transaction(self):
                self.gate("pre_transaction")

            def gate(self, hook):
                if hook != self.options["hook"] or not self.base.transaction:
                    return
                if self.base.conf.installroot != "/" and not is_true(self.options["installroot"]):
                    return
                fault = None
                status = None
                try:
                    status, fault = self.ask()
                except Exception as error:
                    fault = "%s: %s" % (type(error).__name__, error)
                if status == STOPPED:
                    raise dnf.exceptions.Error("preflight stopped this transaction; nothing was changed")
                if fault is None:
                    return
                fault = printable(str(fault))
                if self.options["on_unknown"] == "fail" and not is_true(self.options["report_only"]):
                    raise dnf.exceptions.Error(
                        "preflight could not judge this transaction (%s), and on_unknown is fail; nothing was changed. "
                        "To go on anyway: --disableplugin=preflight" % fault)
                logger.warning("preflight could not judge this transaction and lets it go on: %s", fault)

            def lines(self):
                """The transaction, one JSON object a line."""
                conf = self.base.conf
                yield {"preflight": 1, "host": "dnf", "arch": conf.substitutions.get("basearch", ""), "root": conf.installroot}
                going = set()
                count = 0
                for item in self.base.transaction:
                    package = item.pkg
                    if item.action in dnf.transaction.FORWARD_ACTIONS:
                        line = {"in": lossless(str(package)), "path": self.local(package)}
                    elif item.action in GOING:
                        line = {"out": lossless(str(package))}
                        going.add(str(package))
                    else:
                        continue
                    line.update(name=package.name, provides=capabilities(package), files=files(package))
                    count += 1
                    yield line
                for package in self.base.sack.query().installed():
                    if str(package) not in going:
                        found = capabilities(package)
                        if found:
                            yield {"staying": found}
                yield {"end": count}

            @staticmethod
            def local(package):
                path = package.localPkg()
                return lossless(path) if path and os.path.exists(path) else None

            def ask(self):
                """The status of preflight, and what went wrong with it; one of both is None."""
                options = self.options
                words = [options["command"], "hook", "dnf", "--deadline", options["deadline"] + "s"]
                if options["on_unknown"] == "fail":
                    words += ["--on-unknown", "fail"]
                if is_true(options["report_only"]):
                    words.append("--report-only")
                for key, flag in (("state_directory", "--state-directory"), ("config", "--config")):
                    if options[key]:
                        words += [flag, options[key]]
                if not os.path.isabs(words[0]):
                    return None, "command = %s is no absolute path (preflight.conf)" % words[0]
                text = "".join(json.dumps(line) + "\n" for line in self.lines()).encode("ascii")
                environment = {"LC_ALL": "C.UTF-8"}
                if "PREFLIGHT_SKIP" in os.environ:
                    environment["PREFLIGHT_SKIP"] = os.environ["PREFLIGHT_SKIP"]
                # A session of its own: one signal reaches all that it may have started.
                child = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd="/",
                                         env=environment, start_new_session=True)
                output = errors = b""
                # dnf lets SIGPIPE kill it: a child that ends without reading would take dnf along.
                before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGPIPE})
                try:
                    output, errors = child.communicate(text, timeout=float(options["timeout"]))
                except subprocess.TimeoutExpired:
                    # What it started may hold its output open; its own end counts all the same.
                    if child.poll() is None:
                        return None, "no answer within %s s" % options["timeout"]
                    self.end(child)
                finally:
                    if child.returncode is None:
                        self.end(child)
                    signal.sigtimedwait({signal.SIGPIPE}, 0)
                    signal.pthread_sigmask(signal.SIG_SETMASK, before)
                for line in output[:MOST_OUTPUT].decode("utf-8", "replace").splitlines():
                    logger.warning("%s", printable(line))
                words_of_error = errors[:MOST_OUTPUT].decode("utf-8", "replace").splitlines()
                for line in words_of_error:
                    logger.debug("preflight: %s", printable(line))
                if child.returncode in (0, STOPPED):
                    return child.returncode, None
                if child.returncode < 0:
                    return None, "it was ended by signal %d" % -child.returncode
                why = "; " + words_of_error[-1] if words_of_error else ""
                return None, "it ended with status %d%s" % (child.returncode, why)

            @staticmethod
            def end(child):
                try:
                    os.killpg(child.pid, signal.SIGKILL)
                except OSError:
                    child.kill()
                child.wait()
                for pipe in (child.stdin, child.stdout, child.stderr):
                    try:
                        pipe.close()
                    except (OSError, ValueError):
                        pass

        """#,
        "dnf5/preflight.actions":
            #"""
        # preflight in dnf5: stops what would keep programs outside of packages (/usr/local, /opt, /srv) from starting.
        #
        # Needs libdnf5 5.2.11 or later: an older one does not know raise_error, and every command of dnf5 would fail with "Unknown option".
        # raise_error=1 makes dnf5 stop where the action fails; the end of the command lets it fail for a verdict only (status 1). A fault is told,
        # and dnf5 goes on: a mistake in this line (2), preflight missing (127), late (124, 137) or crashed (128 and above).
        # host-only leaves runs with --installroot alone.
        pre_transaction:::enabled=host-only mode=json raise_error=1:/usr/bin/sh -c /usr/bin/timeout\ -k\ 1\ 5\ /usr/bin/preflight\ hook\ dnf5\ ||\ {\ s=$?;\ test\ $s\ -ne\ 1\ &&\ echo\ preflight\ could\ not\ judge\ this\ update,\ which\ goes\ on:\ status\ $s\ >&2;\ }

        """#,
        "greenboot/50_preflight.sh":
            #"""
        #!/bin/bash
        # preflight in greenboot: local programs that do not start on the system that was just booted, and what is expected of the host.
        #
        # In wanted.d a failure is logged and changes nothing. In required.d it makes the boot a failed one, and after three of them the machine goes
        # back: a missing, crashing or hanging preflight must not do that, so only its verdict (status 1) counts.
        timeout -k 1 5 /usr/bin/preflight hook greenboot
        status=$?
        case $status in
            0 | 1) exit "$status" ;;
        esac
        echo "preflight could not judge this boot (status $status); it is taken for good"
        exit 0

        """#,
        "ostree/preflight-ostree-gate.service":
            #"""
        # preflight in OSTree: the gate. It runs when the system goes down, just before ostree-finalize-staged.service makes the staged deployment the
        # next one: what starts after a unit is stopped before it. The lock stands first and is taken back only after a pass, so whatever
        # goes wrong in between leaves the running deployment in place. The first line that fails ends the list.
        #
        # Conflicts= and Before=final.target are the whole trick: without default dependencies nothing else stops this unit, its ExecStop= would
        # never run, and every update would go through.
        [Unit]
        Description=preflight's gate before the staged deployment is finalized
        Documentation=https://github.com/swift-preflight/swift-preflight/tree/main/Plugins/ostree
        DefaultDependencies=no
        ConditionPathExists=/run/ostree-booted
        After=ostree-finalize-staged.service
        RequiresMountsFor=/sysroot /var
        Conflicts=final.target
        Before=final.target

        [Service]
        Type=oneshot
        RemainAfterExit=yes
        ExecStart=/bin/true
        TimeoutStopSec=20
        # The early check's own lock is judged anew; a lock that somebody else set is a file, and makes the next line fail.
        ExecStop=-/usr/bin/find /run/ostree -maxdepth 1 -name staged-deployment-locked -type l -delete
        ExecStop=/usr/bin/ln -s /run/ostree/staged-deployment /run/ostree/staged-deployment-locked
        # An update that is kept back looks like a reboot into the same version: who logs in is told. The note, too, stands first.
        ExecStop=-/usr/bin/sh -c 'mkdir -p /etc/motd.d && echo "preflight kept the staged update back at the last shutdown: journalctl PREFLIGHT_HOST=ostree" >/etc/motd.d/preflight'
        ExecStop=/usr/bin/timeout -k 1 10 /usr/bin/preflight hook ostree
        ExecStop=/usr/bin/rm -f /run/ostree/staged-deployment-locked /etc/motd.d/preflight

        [Install]
        WantedBy=ostree-finalize-staged.service

        """#,
        "ostree/preflight-ostree-lock.service":
            #"""
        # preflight in OSTree: locks the staged deployment. libostree looks for the file only; the link says whose it is, dangles where nothing is
        # staged any more, and is not made where there is a lock already.
        [Unit]
        Description=Keep the staged deployment from being finalized, for preflight
        Documentation=https://github.com/swift-preflight/swift-preflight/tree/main/Plugins/ostree
        ConditionPathExists=/run/ostree/staged-deployment

        [Service]
        Type=oneshot
        ExecStart=-/usr/bin/ln -s /run/ostree/staged-deployment /run/ostree/staged-deployment-locked

        """#,
        "ostree/preflight-ostree.path":
            #"""
        # preflight in OSTree: looks at a deployment as soon as it is staged. The gate is preflight-ostree-gate.service; this is the early word.
        [Unit]
        Description=A staged deployment for preflight to judge
        Documentation=https://github.com/swift-preflight/swift-preflight/tree/main/Plugins/ostree
        ConditionPathExists=/run/ostree-booted

        [Path]
        PathChanged=/run/ostree/staged-deployment

        [Install]
        WantedBy=multi-user.target

        """#,
        "ostree/preflight-ostree.service":
            #"""
        # preflight in OSTree: judges the staged deployment; to do so twice does no harm. Start it again after the cause of a stop is gone: it takes back the lock that
        # preflight set, which is a symbolic link, and never one that somebody else set, which is a file.
        [Unit]
        Description=preflight's verdict on the staged deployment
        Documentation=https://github.com/swift-preflight/swift-preflight/tree/main/Plugins/ostree
        ConditionPathExists=/run/ostree-booted
        RequiresMountsFor=/sysroot /var
        OnFailure=preflight-ostree-lock.service

        [Service]
        Type=oneshot
        TimeoutStartSec=20
        ExecStart=/usr/bin/timeout -k 1 5 /usr/bin/preflight hook ostree
        ExecStart=/usr/bin/find /run/ostree -maxdepth 1 -name staged-deployment-locked -type l -delete
        ExecStart=-/usr/bin/rm -f /etc/motd.d/preflight

        # bootc says itself when the state of its deployments has changed.
        [Install]
        WantedBy=bootc-status-updated.target

        """#,
    ]
}
