#ifndef CPLATFORM_H
#define CPLATFORM_H

/// Exchanges two paths of one file system in one step, so that no moment is without either.
/// Returns 0, or the `errno` that says why not. Swift does not see `renameat2` itself.
int platform_exchange(const char *first, const char *second);

#endif
