#ifndef CTHEME_H
#define CTHEME_H

#include <stdbool.h>
#include <stddef.h>

/// A file of the default theme, as it was when the program was built.
struct theme_file {
    /// The path below the theme's folder.
    const char *path;
    const unsigned char *bytes;
    size_t count;
};

/// How many files the theme has.
extern const size_t theme_file_count;

/// Gives the file of a number; false where there is none.
bool theme_file_at(size_t index, struct theme_file *file);

#endif
