#ifndef BUDGET_H
#define BUDGET_H

#include <stdint.h>

// Duktape asks after so many instructions (256 K in version 2.7), each far cheaper than an attempt to match.
#define STEPS_OF_AN_INTERRUPT 50000

/// What the run on this thread may still do.
extern _Thread_local int64_t steps_left;

/// Takes steps from it; not 0 where nothing is left.
static inline int spend(int64_t steps) {
    steps_left -= steps;
    return steps_left < 0;
}

#endif
