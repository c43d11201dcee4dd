#ifndef GRAMMARS_H
#define GRAMMARS_H

#include <stddef.h>

/// A script of Prism's, as it was when the program was built.
struct grammar {
    /// Prism's name of the language.
    const char *name;
    /// The grammar that it widens; null for none.
    const char *base;
    const unsigned char *source;
    size_t count;
};

#define PRISM_GRAMMARS 23

extern const struct grammar prism_core;
/// Our own: marks.js.
extern const struct grammar prism_marks;
extern const struct grammar prism_grammars[PRISM_GRAMMARS];

/// The index of a language; PRISM_GRAMMARS where there is none of the name.
size_t prism_grammar_named(const char *name);

#endif
