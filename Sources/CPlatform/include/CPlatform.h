#ifndef CPLATFORM_H
#define CPLATFORM_H

/// Exchanges two paths of one file system in one step, so that no moment is without either.
/// Returns 0, or the `errno` that says why not. Swift does not see `renameat2` itself.
int platform_exchange(const char *first, const char *second);

/// Has the allocator take memory from the system in steps of so many bytes more than it needs (`mallopt(3)`, M_TOP_PAD), from
/// the next time on.
void platform_take_memory_in_steps(int bytes);

/// A file in memory without a name, gone once it is closed. Returns its descriptor, or -1 with `errno` set.
int platform_memory_file(void);

/// Runs a program, found on the PATH, to its end: `arguments` starts with its name and ends with a null pointer.
/// It runs in `folder`, reads from a descriptor of 3 and above, or nothing where that is negative, and writes to two others. `status` becomes its exit code, or
/// 128 and the number of the signal that ended it. With `milliseconds` of 0 and above it leads a process group of its own,
/// which is killed after that time. Returns 0, or the `errno` that says why it could not be run: `ETIMEDOUT` where it was killed.
int platform_run(char *const arguments[], const char *folder, int input, int output, int errors, int milliseconds, int *status);

#endif
