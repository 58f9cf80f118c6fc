// Questions to the kernel's clock that Swift cannot put: clock_gettime past the vDSO, to tell what a system call costs, and
// adjtimex, which the modules of the C libraries leave out. As in shim.h, nothing is included.
extern long syscall(long number, ...);

#if defined(__x86_64__)
enum { preflight_number_clock_gettime = 228, preflight_number_adjtimex = 159 };
#elif defined(__aarch64__) || defined(__riscv) || defined(__loongarch__)
enum { preflight_number_clock_gettime = 113, preflight_number_adjtimex = 171 };
#elif defined(__s390x__)
enum { preflight_number_clock_gettime = 260, preflight_number_adjtimex = 124 };
#elif defined(__powerpc64__)
enum { preflight_number_clock_gettime = 246, preflight_number_adjtimex = 124 };
#elif defined(__i386__)
enum { preflight_number_clock_gettime = 265, preflight_number_adjtimex = 124 };
#elif defined(__arm__)
enum { preflight_number_clock_gettime = 263, preflight_number_adjtimex = 124 };
#else
// The kernel answers ENOSYS.
enum { preflight_number_clock_gettime = -1, preflight_number_adjtimex = -1 };
#endif

// Reads CLOCK_MONOTONIC by a system call, whatever the vDSO could do; 0, or -1 with errno.
static inline int preflight_monotonic_by_call(void) {
    long time[4];
    return (int)syscall(preflight_number_clock_gettime, 1, time);
}

// Reads the state of the clock's discipline and changes nothing (modes = 0): `status` gets the STA_ bits, `max_error` microseconds.
// -1 with errno, else TIME_OK, TIME_ERROR (5: not synchronised), ….
static inline int preflight_clock_state(int *status, long *max_error) {
    // struct timex up to what is read here, and room for its rest (208 bytes where long has 64 bits).
    struct {
        unsigned modes;
        long offset, frequency, max_error, estimated_error;
        int status;
        long rest[40];
    } state = {0};
    int answer = (int)syscall(preflight_number_adjtimex, &state);
    *status = state.status;
    *max_error = state.max_error;
    return answer;
}
