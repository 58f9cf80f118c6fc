// Rules on control groups and on what runtimes make of them; and the one on expectations.

internal import PreflightHost

extension RuleText {
    static let groupTexts: [RuleText] = [
        RuleText(
            .expectation, .expectations, "Expectation that is not met",
            meaning: """
                A value of this host is not what a profile, the configuration or `--expect` demands. The finding names who \
                demands it, with the source where a profile does.
                """,
            consequence: """
                What the profile's source says: a server that runs out of descriptors, a database that does not start. Status 1 \
                for an expectation of severity error, 3 where the value could not be read; one of severity warning decides only \
                with `--fail-on warning`, one of severity info never.
                """,
            remedy: """
                The finding carries the lines to paste, for now and for good, for the place where the value is set: the process, \
                its unit, the container or the node. What a profile demands, and why:

                    preflight host --list-profiles
                """,
            sources: ["https://github.com/swift-preflight/swift-preflight/blob/main/docs/host.md"]
        ),
        RuleText(
            .oomKill, .controlGroups, "Processes killed for lack of memory",
            meaning: """
                The kernel has killed at least one process in this control group because the group's memory was used up \
                (oom_kill of memory.events; v1: memory.oom_control). The count runs since the group was made.
                """,
            consequence: """
                The victim died of SIGKILL, status 137 in a container, without a word of its own: a compiler in a build, a \
                worker of a server. It happens again under the same load. Severity: warning.
                """,
            remedy: """
                See who it was, then raise the limit or let the program use less:

                    dmesg | grep 'Memory cgroup out of memory'
                    docker update --memory 2g --memory-swap 2g CONTAINER

                Kubernetes: `resources.limits.memory`; systemd: `MemoryMax=`. In a build fewer jobs help: `swift build --jobs 2`.
                """,
            sources: [RuleSource.groups + "#memory-interface-files"]
        ),
        RuleText(
            .throttled, .controlGroups, "CPU quota that throttles",
            meaning: """
                A quarter or more of the periods of the CPU quota ended with the group stopped (nr_throttled beside nr_periods \
                in cpu.stat), since the group was made.
                """,
            consequence: """
                Every throttled period stops all threads of the group for the rest of it, up to 100 ms by default: latency \
                without load on the machine. More threads than the quota has processors use it up sooner. Severity: warning.
                """,
            remedy: """
                Run as many threads as are granted (see runtime-exceeds-grant), raise the quota, or take it away and keep the \
                weight:

                    docker update --cpus 2 CONTAINER
                    systemctl set-property UNIT CPUQuota=200%
                """,
            sources: [RuleSource.bandwidth]
        ),
        RuleText(
            .fewPids, .controlGroups, "Few threads left before pids.max",
            meaning: """
                Fewer than 100 more threads, or less than a tenth of the limit, can be started in this control group or one \
                above it. pids.max counts threads, not processes.
                """,
            consequence: """
                At the limit fork, clone and pthread_create fail with EAGAIN: `Resource temporarily unavailable`. Many programs \
                abort then, in the middle of their work. Severity: warning.
                """,
            remedy: """
                    docker update --pids-limit 4096 CONTAINER

                For good: `docker run --pids-limit`, `podman run --pids-limit` (its default is 2048), the kubelet's \
                `podPidsLimit`, `TasksMax=` of the unit or of the slice around it.
                """,
            sources: [RuleSource.groups + "#pid"]
        ),
        RuleText(
            .forkFailed, .controlGroups, "Threads refused because of pids.max",
            meaning:
                "pids.events counts how often a thread or process could not be started in this group because pids.max was reached.",
            consequence: """
                It has happened already: somebody got EAGAIN from fork or pthread_create. Severity: warning.
                """,
            remedy: """
                    docker update --pids-limit 4096 CONTAINER

                For good: `docker run --pids-limit`, `podman run --pids-limit`, the kubelet's `podPidsLimit`, `TasksMax=`. If \
                the number of threads should never have come near it, look for what starts them: `ps -eLf | wc -l`.
                """,
            sources: [RuleSource.groups + "#pid"]
        ),
        RuleText(
            .memoryHigh, .controlGroups, "memory.high far below memory.max",
            meaning: "memory.high is set and lies below three quarters of memory.max, or there is no memory.max at all.",
            consequence: """
                Above memory.high the kernel makes every allocation wait while it takes pages back. The program is slowed down, \
                sometimes to a standstill, and nothing is ever killed that would show in a log. Severity: info.
                """,
            remedy: "Set `MemoryHigh=` (or memory.high) nearer to `MemoryMax=`, or leave it out.",
            sources: [RuleSource.groups + "#memory-interface-files"]
        ),
        RuleText(
            .cgroupV1, .controlGroups, "Control groups v1",
            meaning: "Controllers of this machine live in control groups v1, or in both versions (hybrid).",
            consequence: """
                systemd 258 and later do not boot on it, the kubelet refuses it from 1.35 on, and a group has no memory.high. It \
                works as long as nothing is updated. Severity: info.
                """,
            remedy: """
                Boot the node with v2 alone, by this word on the kernel's command line:

                    systemd.unified_cgroup_hierarchy=1
                """,
            sources: [
                "https://github.com/systemd/systemd/blob/main/NEWS", "https://github.com/kubernetes/enhancements/issues/5573",
            ]
        ),
        RuleText(
            .quotaBelowOne, .controlGroups, "CPU quota below one processor",
            meaning: """
                The CPU quota of the group, or of one above it, is less than one processor (`50000 100000` in cpu.max is half of \
                one).
                """,
            consequence: """
                Even a single busy thread is stopped in every period; with half a processor it works 50 ms and waits 50 ms. \
                Garbage collectors and TLS handshakes are felt by every request. Severity: info.
                """,
            remedy: """
                    docker update --cpus 1 CONTAINER
                    systemctl set-property UNIT CPUQuota=100%

                Kubernetes: `resources.limits.cpu: 1`, or a request without a limit.
                """,
            sources: [RuleSource.bandwidth]
        ),
        RuleText(
            .cpusetNotEnabled, .controlGroups, "Controller cpuset that is not handed down",
            meaning: """
                The kernel has the controller cpuset (v2), and the groups above this one do not enable it for their children.
                """,
            consequence: """
                `AllowedCPUs=` and `--cpuset-cpus` below that place do nothing, without an error. Severity: info.
                """,
            remedy: """
                Enable it from the top down to the group above; systemd does it for a unit by:

                    [Service]
                    Delegate=cpuset cpu memory pids
                """,
            sources: [RuleSource.groups + "#enabling-and-disabling"]
        ),
        RuleText(
            .runtimeExceedsGrant, .controlGroups, "Runtime that starts more threads than are granted",
            meaning: """
                By its own rule and its own view of the files a runtime (Swift concurrency, SwiftNIO, Go, the JVM and others) \
                will choose more threads than the kernel grants processors: the least of quota and affinity over all levels.
                """,
            consequence: """
                The surplus is throttled or waits for its turn: more memory, more switches, worse latency, no more work done. \
                Severity: warning; info for older versions of a runtime.
                """,
            remedy: """
                The remark names the variable or flag with the number to set, for instance:

                    export NIO_SINGLETON_GROUP_LOOP_COUNT=2 GOMAXPROCS=2
                    java -XX:ActiveProcessorCount=2 …

                Swift concurrency and libdispatch count processors by affinity alone: `docker run --cpuset-cpus 0,1`.
                """,
            sources: [
                "https://github.com/swiftlang/swift-corelibs-foundation/issues/4676", "https://github.com/golang/go/issues/81180",
            ]
        ),
    ]
}
