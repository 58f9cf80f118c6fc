// Rules on resource limits and on kernel parameters, running and persisted.

internal import PreflightHost

extension RuleText {
    static let limitTexts: [RuleText] = [
        RuleText(
            .highOpenFiles, .limits, "Soft limit of open files that is too high",
            meaning: "The soft limit of open files is above 1048576, or there is none. Old container engines set it so.",
            consequence: """
                Programs that close every possible descriptor before they start another (old Python, Java's process launcher, \
                rpm, many daemons) take seconds to minutes for each start, and those that keep a table of all descriptors take \
                gigabytes. Severity: warning.
                """,
            remedy: """
                    prlimit --pid $$ --nofile=65536:524288
                    docker run --ulimit nofile=65536:524288 …

                For good: `LimitNOFILE=1024:524288` in the unit of the container engine.
                """,
            sources: [RuleSource.closeLoops]
        ),
        RuleText(
            .lowOpenFiles, .limits, "Soft limit of open files that suits select(2) only",
            meaning: """
                The soft limit of open files is 1024 or less. That is the right default, because select(2) knows no descriptor \
                above 1023, and too little for a server.
                """,
            consequence: """
                The server's 1024th connection, file or pipe fails with EMFILE: `Too many open files`. A program may raise it \
                itself up to the hard limit; Go and the JVM do, SwiftNIO does not. Severity: info.
                """,
            remedy: """
                Raise it for that server alone:

                    docker run --ulimit nofile=65536:524288 …
                    systemctl edit UNIT
                    [Service]
                    LimitNOFILE=65536:524288
                """,
            sources: [RuleSource.exec + "#Process%20Properties"]
        ),
        RuleText(
            .openFilesAboveKernel, .limits, "Hard limit of open files above fs.nr_open",
            meaning: "The hard limit of open files is above fs.nr_open, the most that the kernel lets anyone set now.",
            consequence: """
                It holds until somebody sets limits anew: then setrlimit fails with EPERM, for root too, and login, sudo or a \
                service that does so fails to start. Severity: warning.
                """,
            remedy: """
                Bring both together, whichever is wrong, LIMIT being the hard limit of now:

                    sysctl -w fs.nr_open=LIMIT
                    prlimit --pid $$ --nofile=:1048576
                """,
            sources: ["https://man7.org/linux/man-pages/man2/getrlimit.2.html"]
        ),
        RuleText(
            .threadStack, .limits, "Stack limit that makes odd stacks of threads",
            meaning: """
                The soft limit of the stack is 64 MiB or more, or `unlimited`. glibc takes it for the size of every thread's \
                stack that does not ask for another; `unlimited` it takes for its own default, 2 MiB on x86-64 and arm64.
                """,
            consequence: """
                With a large limit each thread reserves that much address space, and programs with many threads run out of it. \
                With `unlimited` threads have less stack than usual and deep recursion crashes. Severity: warning for large \
                ones, info for `unlimited`.
                """,
            remedy: """
                    ulimit -Ss 8192

                For good: `LimitSTACK=8M:infinity` in the unit, `docker run --ulimit stack=8388608:-1`.
                """,
            sources: ["https://man7.org/linux/man-pages/man3/pthread_create.3.html"]
        ),
        RuleText(
            .noCoreFile, .limits, "No core file after a crash",
            meaning:
                "The soft limit of core files is 0, and kernel.core_pattern names a file instead of a program behind a pipe.",
            consequence: """
                A crash leaves nothing to look at afterwards. With a pattern that begins with `|` the program gets the core \
                whatever the limit is. Severity: info.
                """,
            remedy: """
                    ulimit -Sc unlimited

                For good: `LimitCORE=infinity` in the unit, `docker run --ulimit core=-1`, or systemd-coredump on the node.
                """,
            sources: ["https://man7.org/linux/man-pages/man5/core.5.html"]
        ),
        RuleText(
            .nearlyExhausted, .limits, "Limited thing that is nearly used up",
            meaning: """
                80 % or more (of tracked connections 90 %) of what there is of something is in use: descriptors or mappings of \
                the process, threads of the user, open files or tasks of the machine, entries of the connection table.
                """,
            consequence: """
                The next ones fail: EMFILE or ENFILE for files, ENOMEM for mappings, EAGAIN for threads, dropped packets for \
                connections. Severity: warning, from 95 % on error.
                """,
            remedy: """
                Find who uses it, then give more where the use is right. The remark has the command for that limit; for instance:

                    ls -l /proc/PID/fd | awk '{print $NF}' | sort | uniq -c | sort -n | tail
                    sysctl -w vm.max_map_count=1048576
                """,
            sources: [
                "https://man7.org/linux/man-pages/man2/getrlimit.2.html",
                "https://docs.kernel.org/admin-guide/sysctl/vm.html#max-map-count",
                "https://docs.kernel.org/networking/nf_conntrack-sysctl.html",
            ]
        ),
    ]

    static let parameterTexts: [RuleText] = [
        RuleText(
            .parameterDrift, .parameters, "Kernel parameter that differs from its file",
            meaning: """
                A file of sysctl.d sets a parameter to one value and the running kernel has another: somebody changed it by \
                hand, or the file was never applied.
                """,
            consequence: """
                The machine behaves otherwise after the next boot. In a container the files of the image are applied by nobody, \
                so there it is only worth knowing. Severity: warning, in a container info.
                """,
            remedy: """
                Apply the files, or write the running value into the file if that is the right one:

                    systemctl restart systemd-sysctl
                    sysctl --system
                """,
            sources: [RuleSource.sysctl]
        ),
        RuleText(
            .parameterOverridden, .parameters, "Kernel parameter that is set twice",
            meaning: """
                Two lines set one parameter to different values, or a whole file is replaced by one of the same name in a \
                directory that comes first.
                """,
            consequence: """
                The line that is read last holds: files sorted by name over all directories, whatever the directory. A replaced \
                file does nothing at all. Severity: warning; info where a file in /etc overrides one of the distribution, for \
                that is what it is for.
                """,
            remedy: """
                Take one of the two lines out; give a file that should add to another a name of its own. What is read, in order:

                    systemd-analyze cat-config sysctl.d
                """,
            sources: [RuleSource.sysctl]
        ),
        RuleText(
            .parameterNotRead, .parameters, "File or line of kernel parameters that is not read",
            meaning: """
                A file lies where nothing looks or has a name that does not end in `.conf`, a line cannot be understood, or a \
                file could not be read by this user. systemd-sysctl does not read /etc/sysctl.conf without a link to it, which \
                Debian 13 has no more.
                """,
            consequence: "What it says is not set at boot, and nobody says so. Severity: warning.",
            remedy: """
                Move it to where it is read, and write `key = value`:

                    mv /etc/sysctl.conf /etc/sysctl.d/60-local.conf && systemctl restart systemd-sysctl
                """,
            sources: [RuleSource.sysctl]
        ),
        RuleText(
            .parameterLowered, .parameters, "Kernel parameter that a line lowers",
            meaning: """
                A line sets a parameter of which more never hurts (fs.file-max, net.core.somaxconn, vm.max_map_count and such) \
                to less than the distribution, systemd, the kernel's default or the running kernel has.
                """,
            consequence: """
                Advice from old articles makes it worse: `fs.file-max = 2097152` takes away nearly all of the 2⁶³-1 that systemd \
                sets at boot. Severity: warning.
                """,
            remedy:
                "Take the line out, or write the higher value that the remark names; then `systemctl restart systemd-sysctl`.",
            sources: ["https://docs.kernel.org/admin-guide/sysctl/fs.html", "https://github.com/systemd/systemd/blob/main/NEWS"]
        ),
        RuleText(
            .parameterUnknown, .parameters, "Kernel parameter that the kernel does not have",
            meaning: """
                A line sets a parameter that is not below /proc/sys: the name is misspelt, the kernel has dropped it, or the \
                module that brings it is not loaded when the files are applied.
                """,
            consequence: "systemd-sysctl says so in the journal and goes on; the value is not set. Severity: warning.",
            remedy: """
                Correct the name; where it may be missing write a `-` before it; where a module brings it, load that before:

                    echo nf_conntrack > /etc/modules-load.d/nf_conntrack.conf
                """,
            sources: [RuleSource.sysctl, "modules-load.d(5)"]
        ),
        RuleText(
            .parameterPattern, .parameters, "Pattern over network interfaces",
            meaning: "A line sets a parameter for all interfaces by a pattern (`net.ipv4.conf.*.rp_filter`).",
            consequence: """
                It holds for the interfaces that are there at that moment. For those that come later udev applies it under \
                systemd; procps applies it once. Interfaces that are named in lines of their own are left out. Severity: info.
                """,
            remedy: """
                Set the default for interfaces to come beside it:

                    net.ipv4.conf.default.rp_filter = 1
                """,
            sources: [RuleSource.sysctl]
        ),
    ]
}
