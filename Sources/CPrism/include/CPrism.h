#ifndef CPRISM_H
#define CPRISM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Prism, ready to run: a JavaScript heap with its core, which takes in grammars as they are asked for. One thread at a time.
struct prism;

/// How a text was taken apart, or why it was not.
enum prism_result {
    /// Every byte has its kind.
    PRISM_MARKED,
    /// No such language was built in.
    PRISM_UNKNOWN_LANGUAGE,
    /// The grammar threw, met a limit, or left out a part of the text. The heap is not to be used again.
    PRISM_FAILED,
};

/// Starts Prism; null where there is no memory for it.
struct prism *prism_open(void);

void prism_close(struct prism *prism);

/// Says of each byte of a text in ASCII what it is part of.
///
/// - language: Prism's own name of it, in a string that ends in a zero.
/// - kinds: room for `count` bytes. A kind is a letter (see marks.js), or 0 for plain text.
/// - steps: how much work the grammar may do; on return what is left of it. A step is about one attempt to match at one place.
enum prism_result prism_mark(
    struct prism *prism, const char *language, const char *text, size_t count, unsigned char *kinds, int64_t *steps);

#endif
