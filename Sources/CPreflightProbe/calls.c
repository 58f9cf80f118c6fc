// The system calls that are probed, as data: arguments that make each fail at its own checks, before it does anything, and the
// answers that prove that it got so far. Measured on Linux 6.18 as uid 0 and as uid 65534; other error numbers that kernels since
// 4.4 can give for the same arguments stand beside them. First kernels: syscalls(2) of man-pages, and the page of each call.
//
// Not here, because even a failing try does harm or says nothing: exit, kill and its family, reboot, setuid and its family, pause,
// sigsuspend, vhangup, setsid, munmap, mprotect, brk, close; move_mount, which asks for CAP_SYS_ADMIN before it looks at anything.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CPreflightProbe.h"

#include <errno.h>
#include <sched.h>
#include <sys/socket.h>
#include <sys/syscall.h>

// From 424 on numbers are the same on every architecture (MIPS counts from a base, Alpha from 110 more), so that older headers need
// not have them. Names below that which an architecture or an old header lacks are -1.
#if defined(__alpha__)
#define COMMON(number) ((number) + 110)
#elif defined(__mips__)
#define COMMON(number) ((number) + __NR_Linux)
#else
#define COMMON(number) (number)
#endif
enum {
    pidfd_send_signal_number = COMMON(424), io_uring_setup_number = COMMON(425), io_uring_enter_number = COMMON(426),
    io_uring_register_number = COMMON(427), open_tree_number = COMMON(428), pidfd_open_number = COMMON(434),
    clone3_number = COMMON(435), close_range_number = COMMON(436), openat2_number = COMMON(437),
    pidfd_getfd_number = COMMON(438), faccessat2_number = COMMON(439), epoll_pwait2_number = COMMON(441),
    landlock_create_ruleset_number = COMMON(444), futex_waitv_number = COMMON(449), cachestat_number = COMMON(451),
    fchmodat2_number = COMMON(452), mseal_number = COMMON(462),
};
#ifndef SYS_arch_prctl
#define SYS_arch_prctl -1
#endif
#ifndef SYS_epoll_wait
#define SYS_epoll_wait -1
#endif
#ifndef SYS_rseq
#define SYS_rseq -1
#endif
#ifndef SYS_statx
#define SYS_statx -1
#endif
#ifndef SYS_pkey_alloc
#define SYS_pkey_alloc -1
#endif
#ifndef SYS_preadv2
#define SYS_preadv2 -1
#endif
#ifndef SYS_copy_file_range
#define SYS_copy_file_range -1
#endif
#ifndef SYS_membarrier
#define SYS_membarrier -1
#endif
#ifndef SYS_userfaultfd
#define SYS_userfaultfd -1
#endif
#ifndef SYS_futex
#define SYS_futex -1
#endif
#ifndef SYS_clock_gettime
#define SYS_clock_gettime -1
#endif
#ifndef SYS_recvmmsg
#define SYS_recvmmsg -1
#endif
#ifndef SYS_timerfd_settime
#define SYS_timerfd_settime -1
#endif
#ifndef SYS_accept4
#define SYS_accept4 -1
#endif
#ifndef SYS_socket
#define SYS_socket -1
#endif

// The first argument of clone is the stack on s390.
#if defined(__s390__)
#define CLONE_WITH(flags) {0, (flags)}
#else
#define CLONE_WITH(flags) {(flags)}
#endif

// A word that nobody waits for.
static int private_word;

#define SINCE(major, minor, patch) ((major) << 16 | (minor) << 8 | (patch))
#define ENTRY(name, shown, number, major, minor, patch, arguments, ...) \
    {name, shown, number, arguments, SINCE(major, minor, patch), 0, {__VA_ARGS__}, 0}
#define WORKS(name, shown, number, major, minor, patch, arguments, absent) \
    {name, shown, number, arguments, SINCE(major, minor, patch), 1, {0}, absent}
#define WITH(...) {__VA_ARGS__}

static const struct preflight_call table[] = {
    // Processes and threads.
    ENTRY("clone", "clone(CLONE_THREAD)", SYS_clone, 1, 0, 0, CLONE_WITH(CLONE_THREAD), EINVAL),
    ENTRY("clone.newuser", "clone(CLONE_NEWUSER|CLONE_FS)", SYS_clone, 3, 8, 0, CLONE_WITH(CLONE_NEWUSER | CLONE_FS), EINVAL),
    ENTRY("clone3", "clone3(NULL, 0)", clone3_number, 5, 3, 0, WITH(0, 0), EINVAL),
    ENTRY("execve", "execve(NULL, NULL, NULL)", SYS_execve, 1, 0, 0, WITH(0), EFAULT),
    ENTRY("execveat", "execveat(-1, NULL, NULL, NULL, 0)", SYS_execveat, 3, 19, 0, WITH(-1), EFAULT),
    ENTRY("waitid", "waitid(-1, 0, NULL, 0, NULL)", SYS_waitid, 2, 6, 10, WITH(-1), EINVAL),
    ENTRY("set_robust_list", "set_robust_list(NULL, 0)", SYS_set_robust_list, 2, 6, 17, WITH(0), EINVAL),
    ENTRY("arch_prctl", "arch_prctl(-1, 0)", SYS_arch_prctl, 2, 6, 0, WITH(-1), EINVAL),
    ENTRY("prctl", "prctl(-1)", SYS_prctl, 2, 2, 0, WITH(-1), EINVAL),
    ENTRY("prlimit64", "prlimit64(0, -1, NULL, NULL)", SYS_prlimit64, 2, 6, 36, WITH(0, -1), EINVAL),
    WORKS("personality", "personality(0xffffffff)", SYS_personality, 1, 2, 0, WITH(0xffffffffL), 0),
    ENTRY("sched_getaffinity", "sched_getaffinity(0, 0, NULL)", SYS_sched_getaffinity, 2, 6, 0, WITH(0), EINVAL),
    ENTRY("pidfd_open", "pidfd_open(-1, 0)", pidfd_open_number, 5, 3, 0, WITH(-1), EINVAL),
    ENTRY("pidfd_send_signal", "pidfd_send_signal(-1, 0, NULL, 0)", pidfd_send_signal_number, 5, 1, 0, WITH(-1), EBADF),
    ENTRY("pidfd_getfd", "pidfd_getfd(-1, -1, 0)", pidfd_getfd_number, 5, 6, 0, WITH(-1, -1), EBADF),
    ENTRY("rt_sigaction", "rt_sigaction(-1, NULL, NULL, 8)", SYS_rt_sigaction, 2, 2, 0, WITH(-1, 0, 0, 8), EINVAL),
    ENTRY("sigaltstack", "sigaltstack(1, NULL)", SYS_sigaltstack, 2, 2, 0, WITH(1), EFAULT),
    // Locks, memory, time.
    WORKS("futex", "futex(&word, FUTEX_WAKE, 0)", SYS_futex, 2, 6, 0, WITH((long)&private_word, 1), 0),
    ENTRY("futex_waitv", "futex_waitv(NULL, 0, 1)", futex_waitv_number, 5, 16, 0, WITH(0, 0, 1), EINVAL),
    ENTRY("rseq", "rseq(NULL, 0, 0, 0)", SYS_rseq, 4, 18, 0, WITH(0), EINVAL),
    ENTRY("membarrier", "membarrier(-1, 0)", SYS_membarrier, 4, 3, 0, WITH(-1), EINVAL),
    ENTRY("madvise", "madvise(0, 4096, -1)", SYS_madvise, 2, 4, 0, WITH(0, 4096, -1), EINVAL),
    ENTRY("pkey_alloc", "pkey_alloc(-1, 0)", SYS_pkey_alloc, 4, 9, 0, WITH(-1), EINVAL),
    ENTRY("memfd_create", "memfd_create(NULL, 0)", SYS_memfd_create, 3, 17, 0, WITH(0), EFAULT),
    ENTRY("mseal", "mseal(1, 1, 1)", mseal_number, 6, 10, 0, WITH(1, 1, 1), EINVAL),
    ENTRY("get_mempolicy", "get_mempolicy(NULL, NULL, 0, 0, -1)", SYS_get_mempolicy, 2, 6, 6, WITH(0, 0, 0, 0, -1), EINVAL),
    ENTRY("set_mempolicy", "set_mempolicy(-1, NULL, 0)", SYS_set_mempolicy, 2, 6, 6, WITH(-1), EINVAL),
    ENTRY("getrandom", "getrandom(NULL, 0, -1)", SYS_getrandom, 3, 17, 0, WITH(0, 0, -1), EINVAL),
    ENTRY("clock_gettime", "clock_gettime(-1, NULL)", SYS_clock_gettime, 2, 6, 0, WITH(-1), EINVAL, EFAULT),
    WORKS("sched_yield", "sched_yield()", SYS_sched_yield, 2, 0, 0, WITH(0), 0),
    // Events.
    ENTRY("epoll_create1", "epoll_create1(-1)", SYS_epoll_create1, 2, 6, 27, WITH(-1), EINVAL),
    ENTRY("epoll_ctl", "epoll_ctl(-1, EPOLL_CTL_DEL, -1, NULL)", SYS_epoll_ctl, 2, 6, 0, WITH(-1, 2, -1), EBADF),
    ENTRY("epoll_wait", "epoll_wait(-1, NULL, 1, 0)", SYS_epoll_wait, 2, 6, 0, WITH(-1, 0, 1), EBADF, EFAULT),
    ENTRY("epoll_pwait", "epoll_pwait(-1, NULL, 1, 0, NULL, 8)", SYS_epoll_pwait, 2, 6, 19, WITH(-1, 0, 1, 0, 0, 8), EBADF, EFAULT),
    ENTRY("epoll_pwait2", "epoll_pwait2(-1, NULL, 1, NULL, NULL, 8)", epoll_pwait2_number, 5, 11, 0, WITH(-1, 0, 1, 0, 0, 8),
          EBADF, EFAULT),
    ENTRY("eventfd2", "eventfd2(0, -1)", SYS_eventfd2, 2, 6, 27, WITH(0, -1), EINVAL),
    ENTRY("timerfd_create", "timerfd_create(-1, 0)", SYS_timerfd_create, 2, 6, 25, WITH(-1), EINVAL),
    ENTRY("timerfd_settime", "timerfd_settime(-1, -1, NULL, NULL)", SYS_timerfd_settime, 2, 6, 25, WITH(-1, -1), EINVAL, EFAULT),
    ENTRY("signalfd4", "signalfd4(-1, NULL, 0, -1)", SYS_signalfd4, 2, 6, 27, WITH(-1, 0, 0, -1), EINVAL, EFAULT),
    ENTRY("inotify_init1", "inotify_init1(-1)", SYS_inotify_init1, 2, 6, 27, WITH(-1), EINVAL),
    ENTRY("io_uring_setup", "io_uring_setup(0, NULL)", io_uring_setup_number, 5, 1, 0, WITH(0), EFAULT),
    ENTRY("io_uring_enter", "io_uring_enter(-1, 0, 0, 0, NULL, 0)", io_uring_enter_number, 5, 1, 0, WITH(-1), EBADF),
    ENTRY("io_uring_register", "io_uring_register(-1, 0, NULL, 0)", io_uring_register_number, 5, 1, 0, WITH(-1), EINVAL, EBADF),
    // Files.
    ENTRY("openat2", "openat2(-1, NULL, NULL, 0)", openat2_number, 5, 6, 0, WITH(-1), EINVAL),
    ENTRY("statx", "statx(-1, NULL, -1, 0, NULL)", SYS_statx, 4, 11, 0, WITH(-1, 0, -1), EINVAL, EFAULT, EBADF),
    ENTRY("faccessat2", "faccessat2(-1, NULL, 0, -1)", faccessat2_number, 5, 8, 0, WITH(-1, 0, 0, -1), EINVAL),
    ENTRY("fchmodat2", "fchmodat2(-1, NULL, 0, -1)", fchmodat2_number, 6, 6, 0, WITH(-1, 0, 0, -1), EINVAL),
    ENTRY("renameat2", "renameat2(-1, NULL, -1, NULL, -1)", SYS_renameat2, 3, 15, 0, WITH(-1, 0, -1, 0, -1), EINVAL),
    ENTRY("close_range", "close_range(1, 0, 0)", close_range_number, 5, 9, 0, WITH(1), EINVAL),
    ENTRY("copy_file_range", "copy_file_range(-1, NULL, -1, NULL, 0, 0)", SYS_copy_file_range, 4, 5, 0, WITH(-1, 0, -1), EBADF),
    ENTRY("cachestat", "cachestat(-1, NULL, NULL, 0)", cachestat_number, 6, 5, 0, WITH(-1), EBADF),
    ENTRY("pipe2", "pipe2(NULL, -1)", SYS_pipe2, 2, 6, 27, WITH(0, -1), EINVAL),
    ENTRY("dup3", "dup3(-1, -1, -1)", SYS_dup3, 2, 6, 27, WITH(-1, -1, -1), EINVAL),
    ENTRY("preadv2", "preadv2(-1, NULL, 0, 0, 0, 0)", SYS_preadv2, 4, 6, 0, WITH(-1), EBADF),
    ENTRY("name_to_handle_at", "name_to_handle_at(-1, NULL, NULL, NULL, -1)", SYS_name_to_handle_at, 2, 6, 39,
          WITH(-1, 0, 0, 0, -1), EINVAL),
    // Networks. AF_ALG and AF_VSOCK are asked with a type that does not exist: nobody wants their modules loaded by the question.
    WORKS("socket.inet", "socket(AF_INET, SOCK_STREAM, 0)", SYS_socket, 1, 0, 0, WITH(AF_INET, SOCK_STREAM), EAFNOSUPPORT),
    WORKS("socket.inet6", "socket(AF_INET6, SOCK_STREAM, 0)", SYS_socket, 2, 2, 0, WITH(AF_INET6, SOCK_STREAM), EAFNOSUPPORT),
    WORKS("socket.unix", "socket(AF_UNIX, SOCK_STREAM, 0)", SYS_socket, 1, 0, 0, WITH(AF_UNIX, SOCK_STREAM), EAFNOSUPPORT),
    WORKS("socket.netlink", "socket(AF_NETLINK, SOCK_RAW, 0)", SYS_socket, 2, 2, 0, WITH(16, SOCK_RAW), EAFNOSUPPORT),
    ENTRY("socket.alg", "socket(AF_ALG, 0xf0, 0)", SYS_socket, 2, 6, 38, WITH(38, 0xf0), EINVAL),
    ENTRY("socket.vsock", "socket(AF_VSOCK, 0xf0, 0)", SYS_socket, 3, 9, 0, WITH(40, 0xf0), EINVAL),
    ENTRY("accept4", "accept4(-1, NULL, NULL, 0)", SYS_accept4, 2, 6, 28, WITH(-1), EBADF),
    ENTRY("recvmmsg", "recvmmsg(-1, NULL, 0, 0, NULL)", SYS_recvmmsg, 2, 6, 33, WITH(-1), EBADF),
    ENTRY("sendmmsg", "sendmmsg(-1, NULL, 0, 0)", SYS_sendmmsg, 3, 0, 0, WITH(-1), EBADF),
    // Namespaces and mounts.
    ENTRY("unshare", "unshare(1)", SYS_unshare, 2, 6, 16, WITH(1), EINVAL),
    ENTRY("unshare.newuser", "unshare(CLONE_NEWUSER|1)", SYS_unshare, 3, 8, 0, WITH(CLONE_NEWUSER | 1), EINVAL),
    ENTRY("setns", "setns(-1, 0)", SYS_setns, 3, 0, 0, WITH(-1), EBADF),
    ENTRY("mount", "mount(NULL, NULL, NULL, 0, NULL)", SYS_mount, 1, 0, 0, WITH(0), EFAULT),
    ENTRY("open_tree", "open_tree(-1, NULL, -1)", open_tree_number, 5, 2, 0, WITH(-1, 0, -1), EINVAL),
    // Debuggers, tracers, sandboxes, keys.
    ENTRY("ptrace", "ptrace(9999, 0, 0, 0)", SYS_ptrace, 1, 0, 0, WITH(9999), ESRCH),
    ENTRY("process_vm_readv", "process_vm_readv(0, NULL, 0, NULL, 0, -1)", SYS_process_vm_readv, 3, 2, 0,
          WITH(0, 0, 0, 0, 0, -1), EINVAL),
    ENTRY("perf_event_open", "perf_event_open(NULL, 0, -1, -1, 0)", SYS_perf_event_open, 2, 6, 31, WITH(0, 0, -1, -1), EFAULT),
    ENTRY("bpf", "bpf(9999, NULL, 0)", SYS_bpf, 3, 18, 0, WITH(9999), EINVAL),
    ENTRY("userfaultfd", "userfaultfd(-1)", SYS_userfaultfd, 4, 3, 0, WITH(-1), EINVAL),
    ENTRY("seccomp", "seccomp(SECCOMP_GET_ACTION_AVAIL, 0, NULL)", SYS_seccomp, 3, 17, 0, WITH(2), EFAULT, EINVAL),
    WORKS("landlock_create_ruleset", "landlock_create_ruleset(NULL, 0, 1)", landlock_create_ruleset_number, 5, 13, 0,
          WITH(0, 0, 1), EOPNOTSUPP),
    ENTRY("add_key", "add_key(NULL, NULL, NULL, 0, 0)", SYS_add_key, 2, 6, 10, WITH(0), EFAULT),
    ENTRY("keyctl", "keyctl(9999)", SYS_keyctl, 2, 6, 10, WITH(9999), EOPNOTSUPP),
};

const struct preflight_call *preflight_calls(int *count) {
    *count = sizeof table / sizeof *table;
    return table;
}

const char *preflight_error_name(int error) {
    static const struct {
        int number;
        const char *name;
    } names[] = {
        {EPERM, "EPERM"}, {ENOENT, "ENOENT"}, {ESRCH, "ESRCH"}, {EINTR, "EINTR"}, {EIO, "EIO"}, {E2BIG, "E2BIG"},
        {EBADF, "EBADF"}, {EAGAIN, "EAGAIN"}, {ENOMEM, "ENOMEM"}, {EACCES, "EACCES"}, {EFAULT, "EFAULT"}, {EBUSY, "EBUSY"},
        {ENODEV, "ENODEV"}, {ENOTDIR, "ENOTDIR"}, {EINVAL, "EINVAL"}, {ENFILE, "ENFILE"}, {EMFILE, "EMFILE"},
        {ENOSPC, "ENOSPC"}, {EROFS, "EROFS"}, {EUSERS, "EUSERS"}, {ENOSYS, "ENOSYS"}, {EOPNOTSUPP, "EOPNOTSUPP"},
        {EAFNOSUPPORT, "EAFNOSUPPORT"}, {EPROTONOSUPPORT, "EPROTONOSUPPORT"}, {ENOPROTOOPT, "ENOPROTOOPT"},
        {ESOCKTNOSUPPORT, "ESOCKTNOSUPPORT"}, {ENOTSOCK, "ENOTSOCK"}, {ENOKEY, "ENOKEY"},
    };
    for (unsigned index = 0; index < sizeof names / sizeof *names; index++)
        if (names[index].number == error) return names[index].name;
    return 0;
}
