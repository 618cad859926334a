/* The common guard: one process for all trees of a client that need no guard of their own.
 *
 * The client starts it with its first tree and lets go of it with the last. It makes each reaper by a fork, without an exec: a reaper
 * shares nearly all memory with it, and a running system has one process of its own instead of two. What it does for each reaper is what a
 * guard of its own would do:
 *
 * - It is a subreaper. Everything that a reaper leaves behind which dies before its time becomes its child, and is killed, with the
 *   members of the tree's control group. A reaper is a subreaper itself, so whoever is a child here and no reaper is such a stray. One
 *   that exits with 0 is believed to have had no child left: the children of a guard of thousands take a while to list.
 * - A reaper that somebody stops goes on.
 * - One that has not ended kFollowMs after its owner, or after its client has let go of the tree, is killed.
 *
 * It keeps the reaper's end of each tree's socket open until nobody of the tree is left, so end-of-file means to the client what the exit
 * of a guard of its own means: all is over. Its last word on the socket says how the reaper ended.
 *
 * A killed guard ends nothing: trees live on without it, as a tree does without a guard of its own, and the client starts another for the
 * next tree. One that is stopped is let go on by the client whenever it waits for something, and by a reaper that ends after its client.
 *
 * A reaper made here has what the guard was started with, rights, limits and namespaces among it, and not what the client has by then: the
 * client compares (linux/guard_of_all.cpp), and starts another guard when it has changed. Trees with limits, whose groups are the client's
 * making, and those with a root of their own, which the kernel ends, have guards of their own.
 */
#include "processes/reaper/guard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <utility>
#include <vector>

#include "ground/linux/passed_descriptors.h"
#include "ground/uninterrupted.h"

namespace hcsffi::reaper {
namespace {

void tell_over(int socket, int error, int status) {
    const Report report{Say::over, 0, 0, 0, error, Stage::none, status, 0, 0, 0, 0};
    (void)send_with_descriptors(socket, &report, sizeof report, {}, MSG_DONTWAIT);  // a client that does not read sees the end of it
}

}  // namespace

Guard::Guard() : parent_(getppid()) {
    poller_ = epoll_create1(EPOLL_CLOEXEC);
    children_ = watch_children();
    owner_ = watch_owner(false, &owner_gone_);
}

Guard::~Guard() {
    for (const int one : {poller_, children_, owner_}) close_quietly(one);
}

int Guard::run() {
    prctl(PR_SET_NAME, kName);
    take_all_descriptors();
    // Without a tree nothing is lost by giving up: the client sees end-of-file and is told.
    if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0 || chdir("/") != 0) return 1;
    if (!watch(children_, EPOLLIN) || !watch(kSocket, EPOLLIN)) return 1;
    if (owner_ >= 0 && !watch(owner_, EPOLLIN | EPOLLONESHOT)) return 1;
    while (!is_done()) turn();
    return 0;
}

// It needs as many as its client has, and some of its own.
void Guard::take_all_descriptors() {
    has_usual_ = getrlimit(RLIMIT_NOFILE, &usual_descriptors_) == 0;
    const rlimit all{usual_descriptors_.rlim_max, usual_descriptors_.rlim_max};
    if (has_usual_) setrlimit(RLIMIT_NOFILE, &all);
}

bool Guard::watch(int descriptor, std::uint32_t events) const {
    epoll_event event{};
    event.events = events;
    event.data.fd = descriptor;
    return epoll_ctl(poller_, EPOLL_CTL_ADD, descriptor, &event) == 0;
}

bool Guard::is_done() {
    if (!(left_ || owner_gone_) || !trees_.empty() || strays_) return false;
    if (!last_look_) {
        last_look_ = true;
        reap();
        strays_ = !childless_;
        strays_since_ms_ = now_ms();
    }
    return !strays_;
}

int Guard::patience_ms() const {
    constexpr int kTurnMs = 5;
    constexpr int kPressMs = 500;
    if (strays_) return kTurnMs;
    return !let_go_.empty() || owner_gone_ || owner_ < 0 ? kPressMs : -1;
}

void Guard::turn() {
    epoll_event events[32];
    const int count = epoll_wait(poller_, events, 32, patience_ms());
    for (int at = 0; at < count; ++at) {
        const int descriptor = events[at].data.fd;
        if (descriptor == kSocket) {
            take_order();
        } else if (descriptor == children_) {
            take_signals(children_);
        } else if (descriptor == owner_) {
            owner_gone_ = true;
        } else if (const auto reaper = reapers_.find(descriptor); reaper != reapers_.end()) {
            let_go_.emplace(reaper->second, now_ms());
        }
    }
    if (owner_ < 0 && getppid() != parent_) owner_gone_ = true;
    if (owner_gone_ && gone_since_ms_ == 0) gone_since_ms_ = now_ms();
    reap();
    if (strays_) end_strays();
    press();
}

void Guard::take_order() {
    char group[kMostGroupPath];
    std::vector<int> given;
    const ssize_t got = receive_with_descriptors<1>(kSocket, group, sizeof group, &given, MSG_DONTWAIT);
    if (got > 0 && given.size() == 1 && group[got - 1] == '\0') return make_tree(group, given[0]);
    for (const int one : given) close(one);
    if (got > 0 || (got < 0 && (errno == EAGAIN || errno == ENOMEM || errno == ENOBUFS))) return;
    left_ = true;
    epoll_ctl(poller_, EPOLL_CTL_DEL, kSocket, nullptr);
}

// What can fail fails before there is a reaper, which may have told its client that all is well a moment later.
void Guard::make_tree(const char* group, int socket) {
    auto home = std::make_unique<Home>(group, "", "");
    const bool watched = watch(socket, EPOLLRDHUP | EPOLLONESHOT);
    const pid_t pid = watched ? fork() : -1;
    if (pid == 0) become_reaper(socket, home.release());
    if (pid < 0) {
        const int error = errno;
        home.reset();
        part_from(socket, error, 0);
        return;
    }
    home->leave_to_reaper();
    trees_.emplace(pid, Tree{socket, std::move(home)});
    reapers_.emplace(socket, pid);
}

void Guard::become_reaper(int socket, Home* home) const {
    const int folder = home->folder();
    never_run_out_of_memory();
    const bool alone = [&] {
        if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0 || dup2(socket, kSocket) != kSocket) return true;
        fcntl(kSocket, F_SETFD, FD_CLOEXEC);
        // The end of another tree would not be seen while this one lives.
        if (!close_inherited(kSocket, folder < 0 ? kSocket + 1 : folder, folder < 0 ? 0 : 1)) return true;
        if (has_usual_ && setrlimit(RLIMIT_NOFILE, &usual_descriptors_) != 0) return true;
        setsid();
        return Reaper(*home, false, true).run();
    }();
    delete home;
    exit(alone ? 0 : 2);
}

void Guard::reap() {
    for (;;) {
        int status = 0;
        const pid_t pid = uninterrupted([&] { return waitpid(-1, &status, WNOHANG | WUNTRACED); });
        childless_ = pid < 0 && errno == ECHILD;
        if (childless_ && !trees_.empty()) lose_all();
        if (pid <= 0) return;
        const auto tree = trees_.find(pid);
        const bool stopped = WIFSTOPPED(status);
        if (tree == trees_.end()) {
            if (stopped) continue;
            left_alone_.erase(pid);
        } else if (stopped) {
            kill(pid, SIGCONT);
        } else {
            note_end(tree, status);
        }
    }
}

void Guard::note_end(std::map<pid_t, Tree>::iterator tree, int status) {
    Tree ended = taken_out(tree);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return finish(ended, status);
    remnants_.push_back({std::move(ended), status});
    strays_ = true;
    strays_since_ms_ = now_ms();
}

Guard::Tree Guard::taken_out(std::map<pid_t, Tree>::iterator tree) {
    Tree taken = std::move(tree->second);
    let_go_.erase(tree->first);
    reapers_.erase(taken.socket);
    trees_.erase(tree);
    return taken;
}

// Nobody can tell any more who has ended.
void Guard::lose_all() {
    while (!trees_.empty()) {
        kill(trees_.begin()->first, SIGKILL);
        remnants_.push_back({taken_out(trees_.begin()), 0});
    }
    strays_ = true;
    strays_since_ms_ = now_ms();
}

void Guard::end_strays() {
    for (const Remnant& remnant : remnants_) remnant.tree.home->kill_members();
    std::unordered_set<pid_t> reapers;
    for (const auto& [pid, tree] : trees_) reapers.insert(pid);
    int obstacle = 0;
    bool any = false;
    bool killed = false;
    std::unordered_set<pid_t> refusing;
    for (const pid_t pid : descendants(getpid(), &obstacle, reapers)) {
        refusing.insert(pid);
        if (left_alone_.count(pid) != 0) continue;
        any = true;
        killed = kill(pid, SIGKILL) == 0 || killed;
    }
    if (killed) strays_since_ms_ = now_ms();
    const bool given_up = now_ms() - strays_since_ms_ > kRefusedMs;
    if (!given_up && !childless_ && (any || obstacle != 0)) return;
    left_alone_ = std::move(refusing);
    strays_ = false;
    for (Remnant& remnant : remnants_) finish(remnant.tree, remnant.status);
    remnants_.clear();
}

void Guard::press() {
    // The reaper ends what it may end within kRefusedMs of its last success; one that takes this long after its owner hangs.
    constexpr std::int64_t kFollowMs = 15'000;
    const std::int64_t now = now_ms();
    for (const auto& [pid, since] : let_go_)
        if (now - since > kFollowMs) kill(pid, SIGKILL);
    if (!owner_gone_ || now - gone_since_ms_ < kFollowMs) return;
    for (const auto& [pid, tree] : trees_) kill(pid, SIGKILL);
}

void Guard::finish(Tree& tree, int status) const {
    tree.home.reset();  // and the group with it
    part_from(tree.socket, 0, status);
}

// The client is told and sees the end of it; a process of the tree that could not be ended may hold a duplicate.
void Guard::part_from(int socket, int error, int status) const {
    tell_over(socket, error, status);
    epoll_ctl(poller_, EPOLL_CTL_DEL, socket, nullptr);
    close(socket);
}

}  // namespace hcsffi::reaper
