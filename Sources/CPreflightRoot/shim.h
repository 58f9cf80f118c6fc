// openat2, which C libraries have no function for yet (glibc has one from 2.43 on) and which Swift cannot call by number.
// Nothing is included: what these headers declare would belong to two modules, and Swift would want to know which.
extern long syscall(long number, ...);

// Opens `path` below `root` as if `root` were "/": symbolic links and ".." never lead out of it (RESOLVE_IN_ROOT), and links
// of /proc that lead anywhere are refused (RESOLVE_NO_MAGICLINKS). Linux 5.6; -1 with ENOSYS before.
static inline int preflight_open_in_root(int root, const char *path, int flags) {
    struct {
        unsigned long long flags, mode, resolve;
    } how = {(unsigned)flags, 0, 0x10 | 0x02};
    // The number is the same on every architecture but Alpha, where it is 547.
#ifdef __alpha__
    const long number = 547;
#else
    const long number = 437;
#endif
    return (int)syscall(number, root, path, &how, sizeof how);
}

// O_PATH, which the C libraries show only to those who ask for GNU extensions; the value of all architectures but Alpha, SPARC and PA-RISC.
static const int preflight_o_path = 010000000;
