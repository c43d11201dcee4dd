#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

int platform_memory_file(void) {
    int made = memfd_create("output", MFD_CLOEXEC);
    if (made < 0) return -1;
    // Below 3 it would be in the way of the child's own streams, where ours are closed.
    int descriptor = fcntl(made, F_DUPFD_CLOEXEC, 3);
    close(made);
    return descriptor;
}

static long long now_in_milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

/// Waits until a child has ended, so many milliseconds at most. Returns whether it has.
static int ends_within(pid_t child, int milliseconds) {
    int watched = (int)syscall(SYS_pidfd_open, child, 0);
    // Without such a descriptor there is no time limit either: waiting is what must not fail.
    if (watched < 0) return 1;
    long long end = now_in_milliseconds() + milliseconds;
    int found;
    do {
        long long left = end - now_in_milliseconds();
        struct pollfd one = {.fd = watched, .events = POLLIN};
        found = poll(&one, 1, left > 0 ? (int)left : 0);
    } while (found < 0 && errno == EINTR);
    close(watched);
    return found != 0;
}

int platform_run(char *const arguments[], const char *folder, int input, int output, int errors, int milliseconds, int *status) {
    posix_spawn_file_actions_t actions;
    int failure = posix_spawn_file_actions_init(&actions);
    if (failure != 0) return failure;
    failure = posix_spawn_file_actions_addchdir_np(&actions, folder);
    if (failure == 0 && input < 0) {
        failure = posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    }
    if (failure == 0 && input >= 0) failure = posix_spawn_file_actions_adddup2(&actions, input, 0);
    if (failure == 0) failure = posix_spawn_file_actions_adddup2(&actions, output, 1);
    if (failure == 0) failure = posix_spawn_file_actions_adddup2(&actions, errors, 2);
    // A child that outlives the program must not hold its locks.
    if (failure == 0) failure = posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    // Some supervisors hand down signals that are blocked or ignored, among them the one of an ended child, whose status is
    // then gone before it can be asked for.
    posix_spawnattr_t attributes;
    sigset_t all, none;
    sigfillset(&all);
    sigemptyset(&none);
    int attributes_failure = posix_spawnattr_init(&attributes);
    if (failure == 0) failure = attributes_failure;
    if (failure == 0) failure = posix_spawnattr_setsigdefault(&attributes, &all);
    if (failure == 0) failure = posix_spawnattr_setsigmask(&attributes, &none);
    if (failure == 0) {
        // A program that is ended takes its helpers with it: they are in its group.
        short group = milliseconds >= 0 ? POSIX_SPAWN_SETPGROUP : 0;
        failure = posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | group);
    }
    struct sigaction usual = {.sa_handler = SIG_DFL}, before;
    sigaction(SIGCHLD, &usual, &before);
    pid_t child = 0;
    if (failure == 0) failure = posix_spawnp(&child, arguments[0], &actions, &attributes, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (attributes_failure == 0) posix_spawnattr_destroy(&attributes);
    int ending = 0;
    int is_late = 0;
    if (failure == 0) {
        if (milliseconds >= 0 && !ends_within(child, milliseconds)) {
            is_late = 1;
            kill(-child, SIGKILL);
        }
        while (waitpid(child, &ending, 0) < 0) {
            if (errno == EINTR) continue;
            failure = errno;
            break;
        }
    }
    sigaction(SIGCHLD, &before, NULL);
    if (failure != 0) return failure;
    if (is_late) return ETIMEDOUT;
    *status = WIFEXITED(ending) ? WEXITSTATUS(ending) : 128 + WTERMSIG(ending);
    return 0;
}
