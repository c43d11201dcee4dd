#ifndef CARENA_H
#define CARENA_H

#include <stddef.h>

/// Memory that is given back all at once: what a parser makes is read once and then all of it is not wanted any more, and to give
/// it back piece by piece takes as long as to make it. Each thread has an arena of its own.

/// How much of a thread's arena was in use at a moment.
typedef struct {
    void *chunk;
    size_t used;
} arena_mark;

/// Notes how much of this thread's arena is in use.
arena_mark arena_begin(void);

/// Gives back all that this thread took since the mark was noted. Marks are released in the order opposite to that in which they
/// were noted.
void arena_end(arena_mark mark);

/// What `calloc`, `realloc` and `free` do, from this thread's arena; between `arena_begin` and `arena_end` only. Where the system
/// has no memory left the program is aborted.
void *arena_calloc(size_t count, size_t size);
void *arena_realloc(void *block, size_t size);
void arena_free(void *block);

#endif
