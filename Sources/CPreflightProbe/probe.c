// Asks in children: one child asks as long as it lives and leaves each answer in shared memory; the one after it goes on behind
// the question that ended it. So a kernel without filters costs one fork, and a filter that kills costs one more for each kill.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CPreflightProbe.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// What parent and child both see. `place` is the question being asked, counted from 1; below 0 it is a
// preparation, 0 before the first.
struct board {
    _Atomic int place;
    _Atomic int finished;
    struct preflight_answer answers[];
};

static long long milliseconds_now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000LL + time.tv_nsec / 1000000;
}

// What a child does before it asks: nothing of it may leave a core file, outlive its parent, or be caught by a handler of the
// parent.
enum { PREPARATIONS = 8 };

static void take_preparation(int step, int seconds) {
    const struct rlimit none = {0, 0};
    struct sigaction plain = {.sa_handler = SIG_DFL};
    sigset_t all;
    switch (step) {
    case 0: alarm((unsigned)seconds); break;
    case 1: prctl(PR_SET_PDEATHSIG, SIGKILL); break;
    case 2: setrlimit(RLIMIT_CORE, &none); break;
    // Where core_pattern is a pipe, the limit of 0 is not asked.
    case 3: prctl(PR_SET_DUMPABLE, 0); break;
    case 4: sigaction(SIGSYS, &plain, 0); break;
    case 5: sigaction(SIGALRM, &plain, 0); break;
    default:
        sigemptyset(&all);
        sigprocmask(SIG_SETMASK, &all, 0);
    }
}

// A filter may kill or hold for one of these calls too. The board says which, and the next child leaves that out.
static void prepare_child(struct board *board, unsigned left_out, int seconds) {
    for (int step = 0; step < PREPARATIONS; step++) {
        if (left_out & 1u << step) continue;
        atomic_store(&board->place, -step - 1);
        take_preparation(step, seconds);
    }
}

// What the next child does without. One that hung costs the whole wait, so that what could hang like it goes with it.
static unsigned leave_out(int place, int status) { return 1u << (-place - 1) | (status == -1 ? 0x0F : 0); }

// Waits until the child has ended, or has made no step on the board for so long. Returns its wait status; -1 for a child that had
// to be killed because it hung, -2 for one that somebody else reaped (SIGCHLD ignored).
static int await(pid_t child, struct board *board, int ended, int milliseconds) {
    long long deadline = milliseconds_now() + milliseconds;
    int place = 0, status = 0, got;
    while (1) {
        struct pollfd end = {ended, POLLIN, 0};
        // The pipe tells the end at once; the slices are for the case that another child of this process holds a copy of it.
        int is_ending = poll(&end, 1, 20) > 0;
        while ((got = waitpid(child, &status, is_ending ? 0 : WNOHANG)) < 0 && errno == EINTR) {}
        if (got == child) return status;
        if (got < 0) return -2;
        int now = atomic_load(&board->place);
        if (now != place) {
            place = now;
            // One that has finished has only to leave; a filter may keep it from that.
            deadline = milliseconds_now() + (atomic_load(&board->finished) ? 100 : milliseconds);
        } else if (milliseconds_now() >= deadline) {
            kill(child, SIGKILL);
            while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
            return -1;
        }
    }
}

// Forks with a pipe that ends with the child. Returns the child; 0 in the child; -1 with errno.
static pid_t begin(int *ended) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0) return -1;
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        return 0;
    }
    int reason = errno;
    close(ends[1]);
    *ended = ends[0];
    if (child < 0) close(ends[0]);
    errno = reason;
    return child;
}

static struct board *make_board(int count) {
    size_t size = sizeof(struct board) + sizeof(struct preflight_answer) * (size_t)count;
    void *memory = mmap(0, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return memory == MAP_FAILED ? 0 : memory;
}

static void free_board(struct board *board, int count) {
    munmap(board, sizeof(struct board) + sizeof(struct preflight_answer) * (size_t)count);
}

static void ask_one(const struct preflight_call *call, struct preflight_answer *answer) {
    const long *with = call->arguments;
    if (call->number < 0) {
        answer->outcome = PREFLIGHT_NO_NUMBER;
        return;
    }
    errno = 0;
    answer->value = syscall(call->number, with[0], with[1], with[2], with[3], with[4], with[5]);
    answer->error = answer->value == -1 ? errno : 0;
    answer->outcome = PREFLIGHT_ANSWERED;
    // Sockets are left open: the child is at its end soon, and close is no question of this table.
}

int preflight_ask(const int *indices, int count, struct preflight_answer *answers, int milliseconds) {
    if (count <= 0) return 0;
    struct board *board = make_board(count);
    if (!board) return errno;
    int known, next = 0, failures = 0, failure = 0;
    unsigned left_out = 0;
    const struct preflight_call *calls = preflight_calls(&known);
    while (next < count && failures < 3) {
        int ended = -1;
        atomic_store(&board->place, 0);
        atomic_store(&board->finished, 0);
        pid_t child = begin(&ended);
        if (child < 0) {
            failure = errno;
            break;
        }
        if (child == 0) {
            prepare_child(board, left_out, count * milliseconds / 1000 + 2);
            for (int place = next; place < count; place++) {
                atomic_store(&board->place, place + 1);
                ask_one(&calls[indices[place]], &board->answers[place]);
            }
            atomic_store(&board->finished, 1);
            _exit(0);
        }
        int status = await(child, board, ended, milliseconds);
        close(ended);
        if (atomic_load(&board->finished)) {
            next = count;
            break;
        }
        int place = atomic_load(&board->place);
        if (place <= 0) {
            if (place == 0) break;
            left_out |= leave_out(place, status);
            continue;
        }
        place--;
        struct preflight_answer *answer = &board->answers[place];
        // It may have answered and been killed before it came to the next question.
        if (answer->outcome == PREFLIGHT_NOT_ASKED) {
            answer->outcome = status == -1 ? PREFLIGHT_TIMED_OUT : PREFLIGHT_KILLED;
            answer->signal = status >= 0 && WIFSIGNALED(status) ? WTERMSIG(status) : 0;
        }
        if (status == -1) failures++;
        next = place + 1;
    }
    for (int place = 0; place < count; place++) answers[place] = board->answers[place];
    free_board(board, count);
    return failure;
}

// Writes a short text to a file of /proc; 0 or -1 with errno.
static int put(const char *file, const char *text, size_t size) {
    int descriptor = open(file, O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return -1;
    ssize_t written = write(descriptor, text, size);
    int reason = errno;
    close(descriptor);
    errno = reason;
    return written == (ssize_t)size ? 0 : -1;
}

// "0 ID 1\n", as the maps want it; returns its length. snprintf is not async-signal-safe.
static size_t make_map(char *text, unsigned id) {
    char digits[12];
    size_t count = 0, length = 0;
    do digits[count++] = (char)('0' + id % 10);
    while ((id /= 10) > 0);
    text[length++] = '0';
    text[length++] = ' ';
    while (count > 0) text[length++] = digits[--count];
    text[length++] = ' ';
    text[length++] = '1';
    text[length++] = '\n';
    return length;
}

// The numbers of 16-bit ids that 32-bit architectures keep under the plain names are not wanted.
#ifdef SYS_setresuid32
#define SETRESUID SYS_setresuid32
#define SETRESGID SYS_setresgid32
#define SETGROUPS SYS_setgroups32
#else
#define SETRESUID SYS_setresuid
#define SETRESGID SYS_setresgid
#define SETGROUPS SYS_setgroups
#endif

// The functions of the C library would tell threads that this child does not have; hence the bare calls.
static int drop_privileges(void) {
    const struct {
        unsigned version;
        int pid;
    } header = {0x20080522, 0};
    const unsigned nothing[6] = {0};
    const unsigned nobody = 65534;
    if (geteuid() == 0) {
        syscall(SETGROUPS, 0, 0);
        // In a user namespace that does not map 65534 it stays what it is, without capabilities.
        if (syscall(SETRESGID, nobody, nobody, nobody) < 0 && errno != EINVAL) return -1;
        if (syscall(SETRESUID, nobody, nobody, nobody) < 0 && errno != EINVAL) return -1;
    }
    return (int)syscall(SYS_capset, &header, nothing);
}

// One step; 0 or -1 with errno. The ids are those before the namespace was made.
static int take_step(int step, unsigned uid, unsigned gid) {
    char map[32];
    switch (step) {
    case PREFLIGHT_STEP_DROP:
        if (drop_privileges() < 0) return -1;
        // A change of ids has taken this away, and /proc/self/uid_map belongs to root without it.
        prctl(PR_SET_DUMPABLE, 1);
        return 0;
    case PREFLIGHT_STEP_UNSHARE: return (int)syscall(SYS_unshare, CLONE_NEWUSER);
    // Kernels before 3.19 have no such file and ask for no such thing.
    case PREFLIGHT_STEP_SETGROUPS: return put("/proc/self/setgroups", "deny", 4) < 0 && errno != ENOENT ? -1 : 0;
    case PREFLIGHT_STEP_UID_MAP: return put("/proc/self/uid_map", map, make_map(map, uid));
    case PREFLIGHT_STEP_GID_MAP: return put("/proc/self/gid_map", map, make_map(map, gid));
    case PREFLIGHT_STEP_MOUNTS: return (int)syscall(SYS_unshare, CLONE_NEWNS);
    default: return 0;
    }
}

int preflight_try_user_namespace(int *step, struct preflight_answer *answer, int milliseconds) {
    struct board *board = make_board(1);
    if (!board) return errno;
    unsigned left_out = 0;
    int place, status;
    do {
        int ended = -1;
        atomic_store(&board->place, 0);
        pid_t child = begin(&ended);
        if (child < 0) {
            int reason = errno;
            free_board(board, 1);
            return reason;
        }
        if (child == 0) {
            struct preflight_answer *said = board->answers;
            unsigned uid = 0, gid = 0;
            prepare_child(board, left_out, PREFLIGHT_STEP_DONE * milliseconds / 1000 + 2);
            for (int now = PREFLIGHT_STEP_DROP; now <= PREFLIGHT_STEP_DONE; now++) {
                atomic_store(&board->place, now + 1);
                errno = 0;
                if (take_step(now, uid, gid) < 0) {
                    said->error = errno;
                    break;
                }
                if (now == PREFLIGHT_STEP_DROP) {
                    uid = geteuid();
                    gid = getegid();
                    said->value = uid;
                }
            }
            said->outcome = PREFLIGHT_ANSWERED;
            atomic_store(&board->finished, 1);
            _exit(0);
        }
        status = await(child, board, ended, milliseconds);
        close(ended);
        place = atomic_load(&board->place);
        if (place < 0) left_out |= leave_out(place, status);
    } while (place < 0);
    *answer = board->answers[0];
    *step = place <= 0 ? PREFLIGHT_STEP_DROP : place - 1;
    if (!atomic_load(&board->finished)) {
        answer->outcome = status == -1 ? PREFLIGHT_TIMED_OUT : PREFLIGHT_KILLED;
        answer->signal = status >= 0 && WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    }
    free_board(board, 1);
    return 0;
}
