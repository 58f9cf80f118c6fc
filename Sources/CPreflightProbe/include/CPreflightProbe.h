// What must run between fork and exec, where Swift may not: C that calls only async-signal-safe functions.
//
// Two questions are put to the kernel in children of their own, because a seccomp filter may answer by killing or by never
// answering: which system calls arrive (each asked with arguments that make it fail before it does anything), and whether an
// unprivileged process may make a user namespace.
#ifndef CPREFLIGHTPROBE_H
#define CPREFLIGHTPROBE_H
#include "PreflightLimits.h"

#ifdef __cplusplus
extern "C" {
#endif

// A system call with harmless arguments.
struct preflight_call {
    // As the facts name it: "clone3", "socket.inet6".
    const char *name;
    // The call as people write it: "clone3(NULL, 0)".
    const char *shown;
    // The number of this architecture; -1 where it has none.
    long number;
    long arguments[6];
    // Major << 16 | minor << 8 | patch of the first kernel that has it.
    int introduced;
    // Whether an answer of 0 or more means that it arrived.
    int succeeds;
    // The error numbers which mean that it arrived; 0 at the end.
    int arrived[4];
    // The error number which means that it arrived, but that this kernel has not switched on what was asked for; 0 for none.
    int absent;
};

// The table, and how many there are in it.
const struct preflight_call *preflight_calls(int *count);

enum preflight_outcome {
    // Nobody asked, because asking took too long before.
    PREFLIGHT_NOT_ASKED = 0,
    // `value`, or `error` where that is not 0.
    PREFLIGHT_ANSWERED,
    // The child was ended by `signal` while it asked; 0 where the signal could not be learnt.
    PREFLIGHT_KILLED,
    PREFLIGHT_TIMED_OUT,
    // This architecture has no such call.
    PREFLIGHT_NO_NUMBER,
};

struct preflight_answer {
    int outcome, error, signal;
    long value;
};

// Asks for each of `count` entries of the table, given by their indices; `answers` has as many places.
//
// `milliseconds` is the longest wait for one answer; what hangs three times is asked no more.
// Returns 0, or the error number that kept it from starting a child.
int preflight_ask(const int *indices, int count, struct preflight_answer *answers, int milliseconds);

// How far an unprivileged process comes with a user namespace.
enum preflight_namespace_step {
    // To give up privileges: uid 65534, no capabilities.
    PREFLIGHT_STEP_DROP = 0,
    // unshare(CLONE_NEWUSER).
    PREFLIGHT_STEP_UNSHARE,
    // "deny" to /proc/self/setgroups, then uid_map and gid_map.
    PREFLIGHT_STEP_SETGROUPS,
    PREFLIGHT_STEP_UID_MAP,
    PREFLIGHT_STEP_GID_MAP,
    // unshare(CLONE_NEWNS): whether there are capabilities in it.
    PREFLIGHT_STEP_MOUNTS,
    PREFLIGHT_STEP_DONE,
};

// Tries to make a user namespace in a child. `step` is the step that failed, with the answer beside it (`value` is the uid that
// tried); PREFLIGHT_STEP_DONE if none did. Returns 0, or the error number that kept it from starting a child.
int preflight_try_user_namespace(int *step, struct preflight_answer *answer, int milliseconds);

// The name of an error number as headers write it: "EPERM"; NULL for one that the probes do not know.
const char *preflight_error_name(int error);

#ifdef __cplusplus
}
#endif
#endif
