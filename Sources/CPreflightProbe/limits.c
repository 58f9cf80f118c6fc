#define _GNU_SOURCE
#include "PreflightLimits.h"

#include <errno.h>
#include <sys/resource.h>

// The order of lnames in the kernel's fs/proc/base.c is that of /proc/PID/limits, which is not the order of the numbers everywhere.
static const int resources[preflight_limit_count] = {
    RLIMIT_CPU,     RLIMIT_FSIZE, RLIMIT_DATA,  RLIMIT_STACK,      RLIMIT_CORE,     RLIMIT_RSS,  RLIMIT_NPROC,  RLIMIT_NOFILE,
    RLIMIT_MEMLOCK, RLIMIT_AS,    RLIMIT_LOCKS, RLIMIT_SIGPENDING, RLIMIT_MSGQUEUE, RLIMIT_NICE, RLIMIT_RTPRIO, RLIMIT_RTTIME,
};

int preflight_limit(int pid, int place, unsigned long long *soft, unsigned long long *hard) {
    struct rlimit limit;
    if (place < 0 || place >= preflight_limit_count) {
        errno = EINVAL;
        return -1;
    }
    if (prlimit(pid, resources[place], 0, &limit) < 0) return -1;
    *soft = limit.rlim_cur == RLIM_INFINITY ? ~0ULL : limit.rlim_cur;
    *hard = limit.rlim_max == RLIM_INFINITY ? ~0ULL : limit.rlim_max;
    return 0;
}
