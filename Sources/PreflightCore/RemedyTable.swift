// What to do without a symbol of glibc that is too new: facts, one line each. Whether the substitute is to be had in a place is asked
// of the place, never taken from here.

import PreflightLoader

/// A substitute for a symbol that older releases lack.
struct Substitute {
    /// What to call instead; a clause that goes on "call".
    var advice: String
    /// What must exist there for it.
    var symbols: [String]
    /// The first kernel that has it.
    var kernel: Version?
}

enum RemedyTable {
    /// Called by the start files that every program is linked with, which fit one glibc only.
    static let startUp: Set<String> = ["__libc_start_main"]

    /// The newer headers give the arguments another meaning, so that the older version must not be called with them.
    static let boundToHeaders: [String: String] = [
        "cfgetispeed": "speed_t", "cfgetospeed": "speed_t", "cfsetispeed": "speed_t", "cfsetospeed": "speed_t",
        "cfsetspeed": "speed_t",
        "tcgetattr": "struct termios", "tcsetattr": "struct termios",
    ]

    /// Prefixes that headers put before the plain name, with the names that older headers lead to, best first.
    static let redirects: [(prefix: String, older: [String])] = [("__isoc23_", ["__isoc99_", ""])]

    /// The same function under an older name, for the same arguments.
    static let renamed: [String: String] = ["__memcmpeq": "memcmp", "free_sized": "free", "free_aligned_sized": "free"]

    /// As ``renamed``, where off_t has 64 bits anyway.
    static let renamedWhereWide: [String: String] = ["fcntl64": "fcntl"]

    /// Before glibc 2.33 headers called these with the number of a structure's layout in front.
    static let stat: [String: String] = [
        "stat": "__xstat", "fstat": "__fxstat", "lstat": "__lxstat", "fstatat": "__fxstatat", "stat64": "__xstat64",
        "fstat64": "__fxstat64", "lstat64": "__lxstat64", "fstatat64": "__fxstatat64", "mknod": "__xmknod",
        "mknodat": "__xmknodat",
    ]

    /// The plain function behind a checking one, where the name does not tell.
    static let unchecked: [String: String] = [
        "__fdelt_chk": "", "__open_2": "open", "__open64_2": "open64", "__openat_2": "openat", "__openat64_2": "openat64",
        "__mq_open_2": "mq_open",
    ]

    private static func call(_ number: String, _ kernel: Version) -> Substitute {
        Substitute(advice: "syscall(\(number), ...)", symbols: ["syscall"], kernel: kernel)
    }

    private static func own(_ advice: String, _ symbols: String...) -> Substitute {
        Substitute(advice: advice, symbols: symbols, kernel: nil)
    }

    /// Symbols that older releases have under no name: the first substitute that a place has counts.
    static let new: [String: [Substitute]] = {
        var table: [String: [Substitute]] = [
            "arc4random": [own("getrandom", "getrandom"), call("SYS_getrandom", Version(3, 17))],
            "arc4random_buf": [own("getrandom", "getrandom"), call("SYS_getrandom", Version(3, 17))],
            "arc4random_uniform": [own("getrandom", "getrandom"), call("SYS_getrandom", Version(3, 17))],
            "getrandom": [call("SYS_getrandom", Version(3, 17))],
            "getentropy": [own("getrandom", "getrandom"), call("SYS_getrandom", Version(3, 17))],
            "strlcpy": [own("a copy of your own, or snprintf", "snprintf")],
            "strlcat": [own("a copy of your own, or snprintf", "snprintf")],
            "wcslcpy": [own("a copy of your own, or swprintf", "swprintf")],
            "wcslcat": [own("a copy of your own, or swprintf", "swprintf")],
            "reallocarray": [own("realloc after a check for overflow", "realloc")],
            "explicit_bzero": [own("memset and a compiler barrier", "memset")],
            "memset_explicit": [own("explicit_bzero", "explicit_bzero"), own("memset and a compiler barrier", "memset")],
            "secure_getenv": [own("getenv after a check of getuid and geteuid", "getenv", "getuid", "geteuid")],
            "aligned_alloc": [own("posix_memalign", "posix_memalign")],
            "mallinfo2": [own("mallinfo", "mallinfo")],
            "timespec_get": [own("clock_gettime", "clock_gettime")],
            "timespec_getres": [own("clock_getres", "clock_getres")],
            "closefrom": [own("close for each descriptor in /proc/self/fd", "close")],
            "qsort_r": [own("qsort with a thread-local pointer to the context", "qsort")],
            "strerrorname_np": [own("a table of your own, or strerror", "strerror")],
            "strerrordesc_np": [own("strerror", "strerror")],
            "sigabbrev_np": [own("a table of your own, or strsignal", "strsignal")],
            "sigdescr_np": [own("strsignal", "strsignal")],
            "pthread_cond_clockwait": [own("pthread_cond_timedwait", "pthread_cond_timedwait")],
            "pthread_mutex_clocklock": [own("pthread_mutex_timedlock", "pthread_mutex_timedlock")],
            "pthread_rwlock_clockrdlock": [own("pthread_rwlock_timedrdlock", "pthread_rwlock_timedrdlock")],
            "pthread_rwlock_clockwrlock": [own("pthread_rwlock_timedwrlock", "pthread_rwlock_timedwrlock")],
            "pthread_clockjoin_np": [own("pthread_timedjoin_np", "pthread_timedjoin_np")],
            "sem_clockwait": [own("sem_timedwait", "sem_timedwait")],
            "pidfd_spawn": [own("posix_spawn", "posix_spawn")],
            "pidfd_spawnp": [own("posix_spawnp", "posix_spawnp")],
            "preadv2": [own("preadv", "preadv")], "preadv64v2": [own("preadv64", "preadv64")],
            "pwritev2": [own("pwritev", "pwritev")], "pwritev64v2": [own("pwritev64", "pwritev64")],
            "thrd_create": [own("pthread_create", "pthread_create")], "thrd_join": [own("pthread_join", "pthread_join")],
            "thrd_detach": [own("pthread_detach", "pthread_detach")], "thrd_exit": [own("pthread_exit", "pthread_exit")],
            "thrd_current": [own("pthread_self", "pthread_self")], "thrd_equal": [own("pthread_equal", "pthread_equal")],
            "thrd_sleep": [own("nanosleep", "nanosleep")], "thrd_yield": [own("sched_yield", "sched_yield")],
            "call_once": [own("pthread_once", "pthread_once")],
            "mtx_init": [own("pthread_mutex_init", "pthread_mutex_init")],
            "mtx_lock": [own("pthread_mutex_lock", "pthread_mutex_lock")],
            "mtx_trylock": [own("pthread_mutex_trylock", "pthread_mutex_trylock")],
            "mtx_timedlock": [own("pthread_mutex_timedlock", "pthread_mutex_timedlock")],
            "mtx_unlock": [own("pthread_mutex_unlock", "pthread_mutex_unlock")],
            "mtx_destroy": [own("pthread_mutex_destroy", "pthread_mutex_destroy")],
            "cnd_init": [own("pthread_cond_init", "pthread_cond_init")],
            "cnd_wait": [own("pthread_cond_wait", "pthread_cond_wait")],
            "cnd_timedwait": [own("pthread_cond_timedwait", "pthread_cond_timedwait")],
            "cnd_signal": [own("pthread_cond_signal", "pthread_cond_signal")],
            "cnd_broadcast": [own("pthread_cond_broadcast", "pthread_cond_broadcast")],
            "cnd_destroy": [own("pthread_cond_destroy", "pthread_cond_destroy")],
            "tss_create": [own("pthread_key_create", "pthread_key_create")],
            "tss_get": [own("pthread_getspecific", "pthread_getspecific")],
            "tss_set": [own("pthread_setspecific", "pthread_setspecific")],
            "tss_delete": [own("pthread_key_delete", "pthread_key_delete")],
        ]
        // Thin wrappers around a system call of the same name.
        for (name, major, minor) in [
            ("gettid", 2, 5), ("tgkill", 2, 5), ("getcpu", 2, 6), ("getdents64", 2, 5), ("setns", 3, 0), ("sendmmsg", 3, 0),
            ("process_vm_readv", 3, 2), ("process_vm_writev", 3, 2), ("renameat2", 3, 15), ("memfd_create", 3, 17),
            ("execveat", 3, 19), ("mlock2", 4, 4), ("copy_file_range", 4, 5), ("pkey_alloc", 4, 9), ("pkey_free", 4, 9),
            ("pkey_mprotect", 4, 9), ("statx", 4, 11), ("fsopen", 5, 2), ("fsmount", 5, 2), ("fsconfig", 5, 2), ("fspick", 5, 2),
            ("move_mount", 5, 2), ("open_tree", 5, 2), ("pidfd_send_signal", 5, 1), ("pidfd_open", 5, 3), ("pidfd_getfd", 5, 6),
            ("openat2", 5, 6), ("close_range", 5, 9), ("process_madvise", 5, 10), ("epoll_pwait2", 5, 11),
            ("mount_setattr", 5, 12),
            ("process_mrelease", 5, 15), ("mseal", 6, 10), ("sched_setattr", 3, 14), ("sched_getattr", 3, 14),
        ] as [(String, UInt32, UInt32)] {
            table[name] = [call("SYS_\(name)", Version(major, minor))]
        }
        return table
    }()
}
