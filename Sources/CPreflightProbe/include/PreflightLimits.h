// prlimit(2), which the C libraries show only to those who ask for GNU extensions, with resources by their place in
// /proc/PID/limits: glibc and musl give the constants different types, and three architectures give them different values.
#ifndef PREFLIGHTLIMITS_H
#define PREFLIGHTLIMITS_H

// How many resources there are.
enum { preflight_limit_count = 16 };

// The soft and hard limit of the resource `place` (0 to 15) of the process `pid` (0: this one); -1 stands for no limit.
// The answer is 0, or -1 with errno.
int preflight_limit(int pid, int place, unsigned long long *soft, unsigned long long *hard);

#endif
