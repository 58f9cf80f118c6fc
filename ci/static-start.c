// Linked into the static release build (ci/lib.sh): what an executable without shared libraries lacks on some machines.

#include <stdlib.h>
#include <unistd.h>

// Swift's runtime asks /proc for the name of the executable and for its arguments. In a root without /proc it aborts over the first
// (it wants to know where swift-backtrace lies) and loses the second. This runs before any constructor of the runtime.
__attribute__((weak)) void _swift_stdlib_overrideUnsafeArgvArgc(char **arguments, int count);

__attribute__((constructor(101))) static void startWithoutProc(int count, char **arguments) {
    if (access("/proc/self/exe", F_OK) == 0) {
        return;
    }
    setenv("SWIFT_ROOT", "/", 0);
    if (_swift_stdlib_overrideUnsafeArgvArgc) {
        _swift_stdlib_overrideUnsafeArgvArgc(arguments, count);
    }
}

// libelf.a of elfutils 0.192 (Debian 13) calls these two and does not contain them. They look after a tree that stays empty where an
// object is only opened and its headers are read. Weak: as soon as the tree is used, an archive that has the real ones wins.
__attribute__((weak)) void eu_search_tree_init(void *tree) { (void)tree; }
__attribute__((weak)) void eu_search_tree_fini(void *tree, void *release) {
    (void)tree;
    (void)release;
}
