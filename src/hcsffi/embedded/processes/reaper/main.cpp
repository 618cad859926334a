#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <climits>
#include <cstring>
#include <new>

#include "ground/linux/newer_calls.h"
#include "ground/uninterrupted.h"
#include "processes/reaper/guard.h"
#include "processes/reaper/reaper.h"
#include "processes/relay/relay.h"

namespace hcsffi::reaper {

void close_quietly(int descriptor) {
    if (descriptor >= 0) close(descriptor);
}

namespace {

void* put_by = nullptr;

void find_memory() {
    if (put_by == nullptr) poll(nullptr, 0, 1);
    free(put_by);
    put_by = nullptr;
}

}  // namespace

// Whatever the client forgot to mark close-on-exec came along; held here it would keep its peers from ever seeing end-of-file.
bool close_inherited(int last, int kept, int count) {
    const int behind = kept + count;
    if ((kept == last + 1 || close_range_of(static_cast<unsigned>(last) + 1, static_cast<unsigned>(kept) - 1) == 0) &&
        close_range_of(static_cast<unsigned>(behind), UINT_MAX) == 0)
        return true;
    DIR* listing = opendir("/proc/self/fd");
    if (!listing) return false;
    while (const dirent* entry = readdir(listing)) {
        const int descriptor = atoi(entry->d_name);
        const bool is_kept = descriptor <= last || (descriptor >= kept && descriptor < behind);
        if (!is_kept && descriptor != dirfd(listing)) close(descriptor);
    }
    closedir(listing);
    return true;
}

void never_run_out_of_memory() {
    constexpr std::size_t kEnoughToEndATree = 256 * 1024;
    if (put_by == nullptr) put_by = malloc(kEnoughToEndATree);
    std::set_new_handler(find_memory);
}

namespace {

void keep_signals_out() {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, nullptr);
    // An ignored SIGCHLD is inherited across exec and would make the kernel throw exit statuses away.
    signal(SIGCHLD, SIG_DFL);
}

// The reaper ends what it may end within kRefusedMs of its last success; one that takes this long after its owner hangs.
constexpr std::int64_t kFollowMs = 15'000;

// Whether the inner process is still there; one that somebody has stopped goes on.
bool keep_going(pid_t inner) {
    int status = 0;
    const pid_t changed = uninterrupted([&] { return waitpid(inner, &status, WNOHANG | WUNTRACED); });
    if (changed == inner && WIFSTOPPED(status)) {
        kill(inner, SIGCONT);
        return true;
    }
    return changed == 0;
}

int guard(pid_t inner, const Home& home, bool enclosed) {
    bool owner_gone = false;
    const int owner = watch_owner(enclosed, &owner_gone);
    const pid_t parent = getppid();  // where the kernel has no descriptor of the owner: it changes when the owner ends
    const int children = watch_children();
    close(kSocket);
    std::int64_t gone_since_ms = now_ms();
    while (keep_going(inner)) {
        if (owner_gone && now_ms() - gone_since_ms > kFollowMs) kill(inner, SIGKILL);
        const bool asks_again = owner_gone || owner < 0 || children < 0;
        pollfd watched[] = {{children, POLLIN, {}}, {owner_gone ? -1 : owner, POLLIN, {}}};
        poll(watched, 2, asks_again ? 500 : -1);
        take_signals(children);
        if (owner_gone || (watched[1].revents == 0 && (owner >= 0 || getppid() == parent))) continue;
        owner_gone = true;
        gone_since_ms = now_ms();
    }
    kill_everything(home);
    return 0;
}

// Nobody of the same user looks into this process, and what the engine wrote its troubles to is let go.
void seclude() {
    prctl(PR_SET_DUMPABLE, 0);
    const int nothing = open("/dev/null", O_WRONLY);
    if (nothing < 0) return;
    dup2(nothing, 2);
    if (nothing > 2) close(nothing);
}

}  // namespace
}  // namespace hcsffi::reaper

// The first argument is the control group to make, or says that this is a container with a root of its own, or no reaper at all but a
// relay. See protocol.h for the others.
int main(int count, char** arguments) {
    using namespace hcsffi::reaper;
    never_run_out_of_memory();
    keep_signals_out();
    if (count > 1 && strcmp(arguments[1], hcsffi::relay::kName) == 0) {
        close_inherited(kSocket, kGroups, 0);
        return hcsffi::relay::Relay().run();
    }
    if (count > 1 && strcmp(arguments[1], kGuardOfAll) == 0) {
        close_inherited(kSocket, kGroups, 0);
        return Guard().run();
    }
    const bool enclosed = count > 1 && strcmp(arguments[1], kEnclosed) == 0;
    const bool limited = count > 3;
    const char* const kinds = limited ? arguments[3] : "";
    close_inherited(enclosed ? kOwner : kSocket, kGroups, 2 * static_cast<int>(strlen(kinds)));
    fcntl(kSocket, F_SETFD, FD_CLOEXEC);
    if (enclosed) fcntl(kOwner, F_SETFD, FD_CLOEXEC);
    prctl(PR_SET_NAME, kName);
    // Without it daemons go to somebody else.
    if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0 || chdir("/") != 0) return 1;
    Home home(count > 1 && !enclosed ? arguments[1] : "", limited ? arguments[2] : "", kinds);
    const pid_t inner = fork();
    if (inner < 0) return 1;
    if (inner > 0) {
        if (enclosed) seclude();
        return guard(inner, home, enclosed);
    }
    if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0) return 1;
    setsid();
    Reaper reaper(home, enclosed, false);
    if (enclosed) seclude();
    reaper.run();
    return 0;
}
