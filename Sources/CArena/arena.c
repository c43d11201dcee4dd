// A stack of chunks in which blocks lie one behind the other, each with its size before it.
#include "CArena.h"

#include <pthread.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// What blocks are aligned to, and what a block has before it.
enum { unit = alignof(max_align_t) };

// Enough for most texts; the first chunk stays with its thread.
static const size_t usual_size = (size_t)1 << 20;

typedef struct chunk {
    struct chunk *below;
    size_t size;
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
} chunk;

static _Thread_local chunk *top;

// Threads come and go, and with each goes the chunk that stayed with it.
static pthread_key_t lowest;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void make_key(void) {
    if (pthread_key_create(&lowest, free)) abort();
}

static void push(size_t size) {
    chunk *next = size > SIZE_MAX - sizeof(chunk) ? NULL : malloc(sizeof(chunk) + size);
    if (!next) abort();
    next->below = top;
    next->size = size;
    next->used = 0;
    top = next;
}

arena_mark arena_begin(void) {
    if (!top) {
        pthread_once(&once, make_key);
        push(usual_size);
        if (pthread_setspecific(lowest, top)) abort();
    }
    return (arena_mark){top, top->used};
}

void arena_end(arena_mark mark) {
    while (top != mark.chunk) {
        chunk *below = top->below;
        free(top);
        top = below;
    }
    top->used = mark.used;
}

static size_t *size_of(void *block) { return (size_t *)((unsigned char *)block - unit); }

static size_t rounded(size_t size) {
    if (size > SIZE_MAX - 2 * unit) abort();
    return (size + unit - 1) / unit * unit;
}

static void *take(size_t size) {
    size_t needed = rounded(size) + unit;
    if (needed > top->size - top->used) push(needed > usual_size ? needed : usual_size);
    unsigned char *block = top->bytes + top->used + unit;
    top->used += needed;
    *size_of(block) = size;
    return block;
}

static int is_last(void *block) {
    return (unsigned char *)block + rounded(*size_of(block)) == top->bytes + top->used;
}

void *arena_calloc(size_t count, size_t size) {
    if (size && count > SIZE_MAX / size) abort();
    return memset(take(count * size), 0, count * size);
}

void *arena_realloc(void *block, size_t size) {
    if (!block) return take(size);
    size_t old = *size_of(block);
    if (size <= rounded(old)) {
        // It keeps its room: what shrinks often grows again.
        if (size > old) *size_of(block) = size;
        return block;
    }
    if (is_last(block) && rounded(size) - rounded(old) <= top->size - top->used) {
        top->used += rounded(size) - rounded(old);
        *size_of(block) = size;
        return block;
    }
    return memcpy(take(size), block, old);
}

void arena_free(void *block) {
    // Anything else waits for the end.
    if (block && is_last(block)) top->used = (size_t)((unsigned char *)size_of(block) - top->bytes);
}
