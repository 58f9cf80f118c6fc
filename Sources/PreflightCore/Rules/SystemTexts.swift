// Rules on the clock, on systemd's configuration and on the network.

internal import PreflightHost

extension RuleText {
    static let clockTexts: [RuleText] = [
        RuleText(
            .slowClock, .clock, "Clock that costs a system call to read",
            meaning: """
                Reading CLOCK_MONOTONIC was measured to cost as much as a system call, or the kernel's clock source (hpet, \
                acpi_pm, xen and others) cannot be read without one.
                """,
            consequence: """
                Programs that take the time for every event, as servers, databases and profilers do, lose a multiple of what it \
                usually costs (some 30 ns become 200 and more). Severity: warning; info where only the name says so and the \
                measurement does not.
                """,
            remedy: """
                Choose a faster source on the node, if one is offered (a container cannot):

                    cat /sys/devices/system/clocksource/clocksource0/available_clocksource
                    echo tsc > /sys/devices/system/clocksource/clocksource0/current_clocksource

                For good: `clocksource=tsc` on the kernel's command line.
                """,
            sources: ["https://docs.kernel.org/timers/timekeeping.html", "vdso(7)"]
        ),
        RuleText(
            .unstableClock, .clock, "Time stamp counter that the kernel does not offer",
            meaning: """
                The processor has a time stamp counter, and tsc is not among the available clock sources: the kernel found it \
                unstable, or was told so on its command line.
                """,
            consequence: "The kernel takes a slower source, and every read of the time is dearer. Severity: info.",
            remedy: """
                The kernel's log says why; on a virtual machine the host has to offer an invariant counter:

                    dmesg | grep -i -e tsc -e clocksource
                """,
            sources: ["https://docs.kernel.org/virt/kvm/x86/timekeeping.html"]
        ),
        RuleText(
            .unsynchronisedClock, .clock, "Clock that nothing keeps right",
            meaning: "adjtimex(2) answers STA_UNSYNC: no program has told the kernel for a while how far its clock is off.",
            consequence: """
                The time drifts, seconds in a week: certificates are not valid yet, tokens have expired, logs of two machines do \
                not compare. Severity: info.
                """,
            remedy: """
                On the node:

                    systemctl enable --now systemd-timesyncd
                    timedatectl status

                chronyd does as well. A virtual machine may also follow its host's PTP clock.
                """,
            sources: ["https://man7.org/linux/man-pages/man2/adjtimex.2.html"]
        ),
        RuleText(
            .timeNamespace, .clock, "Time namespace that shifts clocks",
            meaning: "This process lives in a time namespace in which the monotonic clock or the time since boot is shifted.",
            consequence: """
                Monotonic times of logs and of other containers do not compare, and uptime is not the machine's. The time of day \
                is not shifted. Severity: info.
                """,
            remedy: "Nothing, but know it: compare by the time of day. `cat /proc/self/timens_offsets` shows the shift.",
            sources: ["https://man7.org/linux/man-pages/man7/time_namespaces.7.html"]
        ),
    ]

    static let systemdTexts: [RuleText] = [
        RuleText(
            .neverRead, .systemd, "Configuration where nothing reads it",
            meaning: """
                A file looks like configuration of systemd and lies where systemd does not look \
                (/etc/systemd/system/system.conf), or is a drop-in whose name does not end in `.conf`.
                """,
            consequence: "What it says does not hold, and nobody says so. Severity: warning.",
            remedy: """
                Move it to the place that the remark names, then tell the manager:

                    systemctl daemon-reload        # for units
                    systemctl daemon-reexec        # for system.conf
                """,
            sources: [RuleSource.manager, "systemd.unit(5)"]
        ),
        RuleText(
            .unknownKey, .systemd, "Key that systemd does not know",
            meaning: """
                A line has a key that systemd (or dnf-automatic) does not know, or one that belongs into another section. \
                Articles name such keys, and typing errors make them.
                """,
            consequence: "The line is ignored; the journal has a line about it that nobody reads. Severity: warning.",
            remedy: """
                Write the near key that the remark names, in the section that it names, and check the file:

                    systemd-analyze verify UNIT
                """,
            sources: [RuleSource.exec, RuleSource.control, "https://dnf.readthedocs.io/en/latest/automatic.html"]
        ),
        RuleText(
            .ineffectiveKey, .systemd, "Key or command that does nothing here",
            meaning: """
                systemd knows the key and it does nothing any more (keys of control groups v1: MemoryLimit, CPUShares), or \
                nothing here: LimitRSS, which Linux does not implement; LimitNPROC for a unit that runs as root; a user's \
                DefaultLimitNOFILE above what user@.service grants; a command with an option that does not exist.
                """,
            consequence: "The limit that somebody wanted does not exist. Severity: warning, or info where nothing depends on it.",
            remedy: """
                Write the key that takes its place: `MemoryMax=` for MemoryLimit, `CPUWeight=` for CPUShares (1024 shares are a \
                weight of 100), `TasksMax=` for LimitNPROC of root. See what holds:

                    systemctl show UNIT -p MemoryMax -p TasksMax -p CPUQuotaPerSecUSec
                """,
            sources: [RuleSource.control, RuleSource.exec]
        ),
        RuleText(
            .unreadableValue, .systemd, "Value or line that systemd cannot read",
            meaning: """
                The value is not written as systemd reads it: `64k` where a number without a unit is wanted, `500MB` for bytes \
                (500M is right), a CPUQuota without its percent sign, a line without `=`.
                """,
            consequence:
                "systemd ignores the line and takes the default, which may be far lower or no limit at all. Severity: warning.",
            remedy: "Write it in the form that the remark names; `systemd-analyze verify UNIT` shows what it complains of.",
            sources: ["https://www.freedesktop.org/software/systemd/man/latest/systemd.syntax.html", RuleSource.exec]
        ),
        RuleText(
            .defaultForAll, .systemd, "High default of open files for every unit",
            meaning:
                "DefaultLimitNOFILE in system.conf or user.conf raises the soft limit of open files above 1024 for every unit.",
            consequence: """
                Programs that use select(2) write beyond its table of 1024 descriptors and corrupt their memory, one day, when \
                enough files are open. Severity: warning.
                """,
            remedy: """
                Take the line out and give the limit to the unit that needs it:

                    # /etc/systemd/system/NAME.service.d/limits.conf
                    [Service]
                    LimitNOFILE=65536
                """,
            sources: [RuleSource.exec, "select(2)"]
        ),
        RuleText(
            .ulimitInUnit, .systemd, "ulimit in a command of a unit",
            meaning: "A unit calls `ulimit` in ExecStartPre=, ExecStartPost= or ExecCondition=, or as the program of ExecStart=.",
            consequence: """
                In the first three it changes the shell of that command, which ends at once; the service keeps its limits \
                (warning). As the program of ExecStart it is no program at all, and the unit does not start (error).
                """,
            remedy: """
                    [Service]
                    LimitNOFILE=65536

                systemd.exec(5) has the keys for the other limits.
                """,
            sources: [RuleSource.exec]
        ),
        RuleText(
            .unboundedFiles, .systemd, "LimitNOFILE without a bound worth the name",
            meaning: "LimitNOFILE is `infinity`, above fs.nr_open, or has a soft limit above 1048576.",
            consequence: """
                `infinity` is cut to fs.nr_open, which may be a thousand million: programs that close all descriptors one by one \
                take minutes (warning; info where only the hard limit is so). More than fs.nr_open is cut to it as well.
                """,
            remedy: """
                    [Service]
                    LimitNOFILE=1024:524288

                A server that wants more takes a number it needs: `LimitNOFILE=65536`.
                """,
            sources: [RuleSource.closeLoops, "https://man7.org/linux/man-pages/man2/getrlimit.2.html"]
        ),
        RuleText(
            .tasksMax, .systemd, "Fewer tasks allowed than threads wanted",
            meaning: """
                The unit, or a slice around it, may have fewer tasks than the threads that `--threads N` says it is to run \
                (`preflight host --unit UNIT --threads N`).
                """,
            consequence: "The unit's fork and pthread_create fail with EAGAIN before it has all its threads. Severity: error.",
            remedy: """
                Raise it on the one that decides, which the remark names:

                    systemctl set-property UNIT TasksMax=8192
                """,
            sources: [RuleSource.control]
        ),
        RuleText(
            .unitDiffers, .systemd, "Process with other limits than its unit says",
            meaning: """
                The main process of a unit has lower or other limits than the unit's files give: edited and not reloaded, \
                reloaded and not restarted, set by prlimit since, or the manager in a container may not give what the files ask \
                for.
                """,
            consequence: """
                The running service has the old limits, and the new ones come with the next restart, when nobody expects it. \
                Severity: warning.
                """,
            remedy: """
                    systemctl daemon-reload && systemctl restart UNIT
                    prlimit --pid PID --nofile=65536:524288      # without a restart

                In a container without CAP_SYS_RESOURCE: start the container with `--ulimit`.
                """,
            sources: ["https://github.com/containerd/containerd/issues/3201", "prlimit(1)"]
        ),
    ]

    static let networkTexts: [RuleText] = [
        RuleText(
            .listenOverflows, .network, "Connections that found a full accept queue",
            meaning: """
                The counter ListenOverflows of this network namespace is not 0: connections were complete and the queue of their \
                listener was full. It counts since the namespace was made.
                """,
            consequence: """
                The client's last packet was dropped, and it waits for a second and longer, or is refused. The backlog of the \
                listener is too small, net.core.somaxconn cuts it, or the program accepts too slowly. Severity: info.
                """,
            remedy: """
                See which listener it is (Recv-Q near Send-Q), then give it a larger backlog and the kernel no smaller bound:

                    ss -ltn
                    sysctl -w net.core.somaxconn=4096

                SwiftNIO: `ServerBootstrap.serverChannelOption(.backlog, value: 1024)`.
                """,
            sources: ["https://docs.kernel.org/networking/snmp_counter.html", "listen(2)"]
        )
    ]
}
