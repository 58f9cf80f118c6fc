// What must run between fork and exec, where Swift may not: C that calls only async-signal-safe functions.
#ifndef CPREFLIGHTPROBE_H
#define CPREFLIGHTPROBE_H
#include "PreflightLimits.h"
#endif
