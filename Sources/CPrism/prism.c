#include "CPrism.h"

#include <stdlib.h>
#include <string.h>

#include </usr/share/duktape/duktape.h>

#include "budget.h"
#include "grammars.h"

_Thread_local int64_t steps_left;

// Grammars are read once by a heap; this is far more than any of them takes.
static const int64_t steps_to_load = 10000000;

// More than a text of the length that we are given can need; else a grammar that goes astray could eat the machine.
static const size_t most_memory = (size_t)256 << 20;

struct prism {
    duk_context *heap;
    size_t memory;
    bool is_loaded[PRISM_GRAMMARS];
    // Of the text that is being marked.
    size_t grammar;
    const char *text;
    size_t count;
    size_t marked;
    unsigned char *kinds;
};

// MARK: Memory

// Each block carries its size, in front of it and as large as the strictest alignment.
static const size_t head = 16;

static void *grow(void *owner, void *block, size_t size) {
    struct prism *prism = owner;
    char *old = block ? (char *)block - head : NULL;
    size_t old_size = 0;
    if (old) memcpy(&old_size, old, sizeof old_size);
    if (size == 0) {
        prism->memory -= old_size;
        free(old);
        return NULL;
    }
    if (size > most_memory || prism->memory - old_size > most_memory - size) return NULL;
    char *grown = realloc(old, head + size);
    if (!grown) return NULL;
    memcpy(grown, &size, sizeof size);
    prism->memory = prism->memory - old_size + size;
    return grown + head;
}

static void *take(void *owner, size_t size) { return grow(owner, NULL, size); }

static void give_back(void *owner, void *block) { grow(owner, block, 0); }

// MARK: Scripts

static struct prism *owner_of(duk_context *heap) {
    duk_memory_functions functions;
    duk_get_memory_functions(heap, &functions);
    return functions.udata;
}

static void run(duk_context *heap, const struct grammar *script) {
    duk_push_string(heap, script->name);
    duk_compile_lstring_filename(heap, 0, (const char *)script->source, script->count);
    duk_call(heap, 0);
}

/// A grammar comes after those that it is built on.
static void load(duk_context *heap, struct prism *prism, size_t index) {
    const struct grammar *grammar = &prism_grammars[index];
    if (prism->is_loaded[index]) return;
    if (grammar->base) load(heap, prism, prism_grammar_named(grammar->base));
    run(heap, grammar);
    duk_pop(heap);
    prism->is_loaded[index] = true;
}

/// `mark(kind, length)`, as marks.js calls it.
static duk_ret_t mark(duk_context *heap) {
    struct prism *prism = owner_of(heap);
    duk_uint_t length = duk_require_uint(heap, 1);
    if (length > prism->count - prism->marked) return DUK_RET_RANGE_ERROR;
    memset(prism->kinds + prism->marked, (int)duk_require_uint(heap, 0), length);
    prism->marked += length;
    return 0;
}

static duk_ret_t start(duk_context *heap, void *unused) {
    (void)unused;
    run(heap, &prism_core);
    duk_pop(heap);
    // The function that marks stays at the bottom of the stack.
    duk_push_string(heap, prism_marks.name);
    duk_compile_lstring_filename(heap, DUK_COMPILE_EVAL, (const char *)prism_marks.source, prism_marks.count);
    duk_call(heap, 0);
    duk_push_c_function(heap, mark, 2);
    duk_call(heap, 1);
    return 1;
}

static duk_ret_t load_asked(duk_context *heap, void *owner) {
    struct prism *prism = owner;
    load(heap, prism, prism->grammar);
    return 0;
}

static duk_ret_t mark_asked(duk_context *heap, void *owner) {
    struct prism *prism = owner;
    duk_dup(heap, 0);
    duk_push_lstring(heap, prism->text, prism->count);
    duk_push_string(heap, prism_grammars[prism->grammar].name);
    duk_call(heap, 2);
    return 0;
}

/// What is outside of a protected call cannot fail but for want of memory at the very start.
static void give_up(void *owner, const char *message) {
    (void)owner;
    (void)message;
    abort();
}

// MARK: What is offered

struct prism *prism_open(void) {
    struct prism *prism = calloc(1, sizeof *prism);
    if (!prism) return NULL;
    steps_left = steps_to_load;
    prism->heap = duk_create_heap(take, grow, give_back, prism, give_up);
    if (!prism->heap || duk_safe_call(prism->heap, start, NULL, 0, 1) != DUK_EXEC_SUCCESS) {
        prism_close(prism);
        return NULL;
    }
    return prism;
}

void prism_close(struct prism *prism) {
    if (!prism) return;
    // What is left to do when a heap ends is no work of a grammar's.
    steps_left = steps_to_load;
    if (prism->heap) duk_destroy_heap(prism->heap);
    free(prism);
}

enum prism_result prism_mark(
    struct prism *prism, const char *language, const char *text, size_t count, unsigned char *kinds, int64_t *steps) {
    prism->grammar = prism_grammar_named(language);
    if (prism->grammar == PRISM_GRAMMARS) return PRISM_UNKNOWN_LANGUAGE;
    prism->text = text;
    prism->count = count;
    prism->marked = 0;
    prism->kinds = kinds;
    steps_left = steps_to_load;
    if (duk_safe_call(prism->heap, load_asked, prism, 0, 1) != DUK_EXEC_SUCCESS) return PRISM_FAILED;
    duk_pop(prism->heap);
    steps_left = *steps;
    bool has_returned = duk_safe_call(prism->heap, mark_asked, prism, 0, 1) == DUK_EXEC_SUCCESS;
    *steps = steps_left;
    if (!has_returned || prism->marked != count) return PRISM_FAILED;
    duk_pop(prism->heap);
    return PRISM_MARKED;
}
