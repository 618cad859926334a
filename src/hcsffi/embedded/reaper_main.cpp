#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <climits>

#include "reaper.h"

namespace hcsffi::reaper {

void close_quietly(int descriptor) {
    if (descriptor >= 0) close(descriptor);
}

namespace {

// Whatever the client forgot to mark close-on-exec came along; held here it would keep its peers from ever seeing end-of-file.
void close_inherited() {
#ifdef SYS_close_range
    if (syscall(SYS_close_range, static_cast<unsigned>(kSocket + 1), UINT_MAX, 0u) == 0) return;
#endif
    DIR* listing = opendir("/proc/self/fd");
    if (!listing) return;
    while (const dirent* entry = readdir(listing)) {
        const int descriptor = atoi(entry->d_name);
        if (descriptor > kSocket && descriptor != dirfd(listing)) close(descriptor);
    }
    closedir(listing);
}

void keep_signals_out() {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, nullptr);
    // An ignored SIGCHLD is inherited across exec and would make the kernel throw exit statuses away.
    signal(SIGCHLD, SIG_DFL);
}

int guard(pid_t inner) {
    close(kSocket);
    while (waitpid(inner, nullptr, 0) < 0 && errno == EINTR) {
    }
    kill_everything();
    return 0;
}

}  // namespace
}  // namespace hcsffi::reaper

int main() {
    using namespace hcsffi::reaper;
    keep_signals_out();
    close_inherited();
    fcntl(kSocket, F_SETFD, FD_CLOEXEC);
    prctl(PR_SET_NAME, kName);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    if (chdir("/") != 0) return 1;
    const pid_t inner = fork();
    if (inner < 0) return 1;
    if (inner > 0) return guard(inner);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    setsid();
    Reaper().run();
    return 0;
}
