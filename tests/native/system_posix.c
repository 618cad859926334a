#define _GNU_SOURCE
#include "system.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

ptrdiff_t stream_read(stream from, void *to, size_t size) {
    /* The end of a terminal is EIO, and only the second one: the first may come before the last bytes. */
    for (int turn = 0; turn < 2; ++turn) {
        const ssize_t got = read((int)from, to, size);
        if (got >= 0 || errno != EIO) return got;
    }
    return 0;
}

ptrdiff_t stream_write(stream to, const void *from, size_t size) { return write((int)to, from, size); }

void stream_close(stream which) { close((int)which); }

stream open_disk(const char *path) { return open(path, O_RDWR | O_CLOEXEC); }

static bool ready(intptr_t descriptor, unsigned ms) {
    struct pollfd one = {(int)descriptor, POLLIN, 0};
    return poll(&one, 1, (int)ms) == 1;
}

bool stream_stays_quiet(stream which, unsigned ms) { return !ready(which, ms); }

bool make_pipe(stream *read_end, stream *write_end) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return false;
    *read_end = ends[0];
    *write_end = ends[1];
    return true;
}

int open_pipes(void) {
    int count = 0;
    for (int descriptor = 3; descriptor < 1024; ++descriptor) {
        struct stat status;
        count += fstat(descriptor, &status) == 0 && S_ISFIFO(status.st_mode);
    }
    return count;
}

void wait_ms(unsigned ms) {
    const struct timespec time = {ms / 1000, (long)(ms % 1000) * 1000000};
    nanosleep(&time, NULL);
}

bool on_wine(void) { return false; }

life life_of(uint32_t id) { return syscall(SYS_pidfd_open, (pid_t)id, 0u); }

bool life_ends(life which, unsigned patience_ms) { return ready(which, patience_ms); }

void life_close(life which) {
    if (which >= 0) close((int)which);
}

bool has_children(void) {
    char path[64];
    snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)getpid());
    FILE *file = fopen(path, "re");
    if (!file) abort();
    const bool some = fgetc(file) != EOF;
    fclose(file);
    return some;
}

bool start_self(struct child *child, enum child_streams streams, const char *const *words) {
    char path[4096] = ""; /* also argv[0]: the host looks for its reaper beside the file that names */
    char *arguments[8] = {path};
    stream theirs[2] = {NO_STREAM, NO_STREAM};
    child->input = child->output = NO_STREAM;
    if (readlink("/proc/self/exe", path, sizeof path - 1) <= 0) return false;
    for (size_t at = 0; words[at]; ++at) arguments[at + 1] = (char *)words[at];
    if (streams == CHILD_TALKS_TO_US && !(make_pipe(&theirs[0], &child->input) && make_pipe(&child->output, &theirs[1]))) return false;
    const pid_t id = fork();
    if (id == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        for (int at = 0; at < 2; ++at)
            if (theirs[at] != NO_STREAM) dup2((int)theirs[at], at);
        execv(path, arguments);
        _exit(126);
    }
    for (int at = 0; at < 2; ++at)
        if (theirs[at] != NO_STREAM) close((int)theirs[at]);
    child->process = id;
    child->keeper = id < 0 ? -1 : life_of((uint32_t)id);
    return child->keeper >= 0;
}

bool child_ends(const struct child *child, unsigned patience_ms, long long *status) {
    int ended = 0;
    if (!life_ends(child->keeper, patience_ms) || waitpid((pid_t)child->process, &ended, 0) != child->process) return false;
    *status = WIFEXITED(ended) ? WEXITSTATUS(ended) : 128 + WTERMSIG(ended);
    return true;
}

void child_kill(const struct child *child) { kill((pid_t)child->process, SIGKILL); }

void child_close(struct child *child) {
    life_close(child->keeper);
    if (child->input != NO_STREAM) close((int)child->input);
    if (child->output != NO_STREAM) close((int)child->output);
}

bool make_folder(char *path, size_t size) { return snprintf(path, size, "/tmp/hcsffi-native-XXXXXX") < (int)size && mkdtemp(path) != NULL; }

bool file_exists(const char *path) {
    struct stat status;
    return stat(path, &status) == 0;
}

void remove_file(const char *path) { unlink(path); }

void remove_folder(const char *path) { rmdir(path); }
