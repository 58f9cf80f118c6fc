// Rules on system calls as they are answered here, and on seccomp profiles that somebody means to use.

internal import PreflightHost

extension RuleText {
    static let callTexts: [RuleText] = [
        RuleText(
            .clone3Refused, .calls, "clone3 refused with another error than ENOSYS",
            meaning: """
                clone3 is answered with EPERM or the like, by a seccomp filter as a rule: old container engines, old libseccomp, \
                and profiles that were made before the call existed.
                """,
            consequence: """
                glibc 2.34 and later start threads and processes with clone3 and fall back on clone only if the answer is \
                ENOSYS. With any other, pthread_create and posix_spawn fail with `Operation not permitted`, and a Swift program \
                waits for ever at its first task. musl and older glibc are not concerned. Severity: error.
                """,
            remedy: """
                Update the container engine (Docker 20.10.10, containerd 1.5.6 or later, libseccomp 2.5 or later), or let the \
                profile answer ENOSYS by this rule in `syscalls`, and run with `--security-opt seccomp=FILE`:

                    { "names": ["clone3"], "action": "SCMP_ACT_ERRNO", "errnoRet": 38 }
                """,
            sources: [
                RuleSource.clone3, "https://sourceware.org/git/?p=glibc.git;a=blob;f=sysdeps/unix/sysv/linux/clone-internal.c",
            ]
        ),
        RuleText(
            .callKills, .calls, "Filter that kills who tries a system call",
            meaning: "A seccomp filter answers a system call by killing the caller (SIGSYS) instead of refusing it.",
            consequence: """
                Programs and C libraries try newer calls first and fall back on older ones when the answer is ENOSYS. Here they \
                die instead, of `Bad system call`, status 159. Severity: warning; error where clone3 is among them.
                """,
            remedy: """
                Let the filter answer ENOSYS: in a profile `"action": "SCMP_ACT_ERRNO", "errnoRet": 38`, in a unit

                    [Service]
                    SystemCallErrorNumber=ENOSYS
                """,
            sources: ["https://man7.org/linux/man-pages/man2/seccomp.2.html", RuleSource.exec]
        ),
        RuleText(
            .callHangs, .calls, "System call that gets no answer",
            meaning: """
                A filter hands the call to a supervisor (SCMP_ACT_NOTIFY, SECCOMP_RET_USER_NOTIF), and within the time limit of \
                the try nothing came back.
                """,
            consequence:
                "Whoever makes the call waits as long as the supervisor keeps silent, for ever if it is dead. Severity: warning.",
            remedy: """
                See whether the agent at the profile's `listenerPath` runs, or replace SCMP_ACT_NOTIFY for these calls by \
                SCMP_ACT_ALLOW or SCMP_ACT_ERRNO.
                """,
            sources: ["https://man7.org/linux/man-pages/man2/seccomp_unotify.2.html"]
        ),
        RuleText(
            .seccompThreadsDiffer, .calls, "Threads under different filters",
            meaning: "The threads of one process are not under the same seccomp filters.",
            consequence: """
                What the filter forbids, a thread without it still may: the sandbox has a hole. And work that fails depends on \
                the thread it happens to run on. Severity: warning.
                """,
            remedy: """
                Install the filter before the first thread is started, or for all of them: SECCOMP_FILTER_FLAG_TSYNC, in \
                libseccomp `seccomp_attr_set(context, SCMP_FLTATR_CTL_TSYNC, 1)`.
                """,
            sources: ["https://man7.org/linux/man-pages/man2/seccomp.2.html"]
        ),
        RuleText(
            .userNamespacesRefused, .calls, "No user namespaces for the unprivileged",
            meaning: """
                A process without privileges tried to make a user namespace and to use its capabilities, and failed: by a \
                parameter, AppArmor, a seccomp filter, a chroot or a kernel without them. The remark says which step failed and \
                why.
                """,
            consequence: """
                Rootless containers, bubblewrap and the sandboxes of browsers and build tools do not start. Other programs do \
                not notice. Severity: info.
                """,
            remedy: """
                On the node, whichever of these the remark names:

                    sysctl -w kernel.unprivileged_userns_clone=1
                    sysctl -w kernel.apparmor_restrict_unprivileged_userns=0
                    sysctl -w user.max_user_namespaces=10000

                Each opens the machine somewhat; an AppArmor profile for the one program is the narrower way on Ubuntu.
                """,
            sources: ["https://man7.org/linux/man-pages/man7/user_namespaces.7.html"]
        ),
    ]

    static let seccompTexts: [RuleText] = [
        RuleText(
            .seccompProfileInvalid, .seccomp, "Seccomp profile that is refused",
            meaning: """
                The file given by `--seccomp-profile` is no profile that a runtime loads: no JSON object, an action or \
                comparison that does not exist, both `name` and `names`, both `architectures` and `archMap`, rules without a \
                defaultAction, a minKernel that is not of the form 4.8.
                """,
            consequence: "The container does not start with it: the engine or runtime reports the error. Severity: error.",
            remedy: "Mend the place that the remark names, and judge again: `preflight host --seccomp-profile FILE`.",
            sources: ["https://github.com/moby/profiles/tree/main/seccomp"]
        ),
        RuleText(
            .seccompProfileUnusable, .seccomp, "Seccomp profile under which nothing starts",
            meaning: """
                The profile allows nothing at all, or not what every program needs before main: execve, mmap, read, futex and a \
                few more.
                """,
            consequence: """
                The filter is in force before the runtime starts the program, so execve itself, the dynamic loader or the C \
                library fails: the container ends at once. Severity: error.
                """,
            remedy: """
                Begin with the engine's default profile and take away, or add the rule that the remark prints:

                    { "names": ["execve", "mmap", "futex"], "action": "SCMP_ACT_ALLOW" }
                """,
            sources: [
                "https://github.com/opencontainers/runtime-spec/blob/main/config-linux.md#seccomp", RuleSource.dockerProfile,
            ]
        ),
        RuleText(
            .seccompProfileKills, .seccomp, "Seccomp profile that kills makers of threads",
            meaning: "Under the profile clone, clone3, fork or vfork kills the caller, while other calls are only refused.",
            consequence: "No thread and no child process can be made; who tries dies of SIGSYS. Severity: error.",
            remedy: """
                Allow clone, with the usual condition against new namespaces, and answer clone3 with ENOSYS:

                    { "names": ["clone"], "action": "SCMP_ACT_ALLOW",
                      "args": [{ "index": 0, "value": 2114060288, "op": "SCMP_CMP_MASKED_EQ" }] },
                    { "names": ["clone3"], "action": "SCMP_ACT_ERRNO", "errnoRet": 38 }
                """,
            sources: [RuleSource.dockerProfile]
        ),
        RuleText(
            .seccompProfileMisread, .seccomp, "Seccomp profile that readers take differently",
            meaning: """
                Something in the profile is skipped or read otherwise by those who load it: a key that no reader knows, Docker's \
                format given to a kubelet or runc (`--seccomp-reader runtime`), two conditions on one argument, or neither a \
                defaultAction nor rules.
                """,
            consequence: """
                A kubelet skips includes, excludes and archMap without a word, so that rules meant for CAP_SYS_ADMIN hold for \
                everybody. Of two conditions on one argument runc makes two rules, and one that holds is enough. An empty \
                profile filters nothing. Severity: error for the wrong format, warning for the rest.
                """,
            remedy: """
                For Kubernetes write the plain form: `architectures` in the place of `archMap`, `names` in the place of `name`, \
                and only the rules for the capabilities and kernel of the pod. One rule for each value of an argument, or one \
                SCMP_CMP_MASKED_EQ.
                """,
            sources: [
                "https://kubernetes.io/docs/reference/node/seccomp/",
                "https://github.com/opencontainers/runc/blob/main/libcontainer/seccomp/seccomp_linux.go",
            ]
        ),
    ]
}
