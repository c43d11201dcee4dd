// Duktape, from the source that its Debian package holds, asking us two things while it runs: by its own limits a text that a
// regular expression goes astray on could take minutes.
#define DUK_COMPILING_DUKTAPE
#include </usr/share/duktape/duk_config.h>

#include "budget.h"

#undef DUK_USE_INTERRUPT_COUNTER
#define DUK_USE_INTERRUPT_COUNTER
#undef DUK_USE_EXEC_TIMEOUT_CHECK
#define DUK_USE_EXEC_TIMEOUT_CHECK(data) ((void)(data), spend(STEPS_OF_AN_INTERRUPT))

// Asked where a function of C goes deeper into itself, which a regular expression does for each place it may come back to.
#undef DUK_USE_NATIVE_STACK_CHECK
#define DUK_USE_NATIVE_STACK_CHECK() spend(1)

// No grammar asks for the time, and none is to have it.
#undef DUK_USE_DATE_GET_NOW
#define DUK_USE_DATE_GET_NOW(thread) ((void)(thread), 0.0)
#undef DUK_USE_DATE_GET_LOCAL_TZOFFSET
#define DUK_USE_DATE_GET_LOCAL_TZOFFSET(time) ((void)(time), 0)
#undef DUK_USE_GET_MONOTONIC_TIME
#define DUK_USE_GET_MONOTONIC_TIME(thread) ((void)(thread), 0.0)

#pragma clang diagnostic ignored "-Weverything"
#include </usr/share/duktape/duktape.c>
