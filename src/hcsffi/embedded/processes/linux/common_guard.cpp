/* What a process is given by the one that starts it, rights and limits and namespaces, a reaper has from its guard. So what the client has is
 * read before each tree, and a guard that was started with something else makes no more of them. Of the thread that opens the tree: each
 * may have its own. What cannot be read (a seccomp filter's text, a Landlock domain) shows in what goes with it, the number of filters and
 * the promise to gain no rights. */
#include "processes/linux/common_guard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>

#include "ground/linux/newer_calls.h"
#include "ground/linux/passed_descriptors.h"
#include "ground/uninterrupted.h"

namespace hcsffi {
namespace {

constexpr const char* kThread = "/proc/thread-self/";

void append_file(const char* name, std::string* text) {
    const UniqueFd file(open((std::string(kThread) + name).c_str(), O_RDONLY | O_CLOEXEC));
    char piece[4096];
    for (ssize_t got = 0; file && (got = uninterrupted([&] { return read(fd_of(file), piece, sizeof piece); })) > 0;)
        text->append(piece, static_cast<std::size_t>(got));
    *text += '\n';
}

// The lines that a new process is given as they are.
void append_status(std::string* text) {
    std::string all;
    append_file("status", &all);
    for (const char* wanted : {"Umask:", "Uid:", "Gid:", "Groups:", "CapInh:", "CapPrm:", "CapEff:", "CapBnd:", "CapAmb:", "NoNewPrivs:",
                               "Seccomp:", "Seccomp_filters:", "Cpus_allowed:", "Mems_allowed:"}) {
        const std::size_t at = all.find(std::string("\n") + wanted);
        if (at != std::string::npos) text->append(all, at, all.find('\n', at + 1) - at);
    }
}

void append_link(const char* name, std::string* text) {
    char target[4096];
    const ssize_t length = readlink((std::string(kThread) + name).c_str(), target, sizeof target);
    text->append(target, length > 0 ? static_cast<std::size_t>(length) : 0);
    *text += '\n';
}

std::string own_setting() {
    std::string text;
    append_status(&text);
    for (const char* file : {"limits", "cgroup", "oom_score_adj", "coredump_filter", "loginuid", "attr/current"}) append_file(file, &text);
    for (const char* link :
         {"root", "ns/mnt", "ns/net", "ns/ipc", "ns/uts", "ns/user", "ns/cgroup", "ns/pid_for_children", "ns/time_for_children"})
        append_link(link, &text);
    constexpr unsigned long kAsItIs = 0xFFFFFFFF;  // personality() only asks then
    constexpr int kOneProcess = 1;  // IOPRIO_WHO_PROCESS, and 0 is this thread
    for (const long one : {static_cast<long>(getpriority(PRIO_PROCESS, 0)), syscall(SYS_sched_getscheduler, 0),
                           syscall(SYS_ioprio_get, kOneProcess, 0), static_cast<long>(personality(kAsItIs)),
                           static_cast<long>(prctl(PR_GET_SECUREBITS)), static_cast<long>(prctl(PR_GET_TIMERSLACK))})
        text += std::to_string(one) + " ";
    return text;
}

}  // namespace

GuardProcess::GuardProcess(pid_t pid, UniqueFd socket, UniqueFd alive, std::string setting)
    : home_(getpid()), pid_(pid), socket_(std::move(socket)), alive_(std::move(alive)), setting_(std::move(setting)) {}

GuardProcess::~GuardProcess() {
    constexpr int kLimitMs = 2'000;
    if (getpid() != home_) return;
    shutdown(fd_of(socket_), SHUT_RDWR);  // a fork of this process may hold a duplicate
    go_on();
    pollfd ended{fd_of(alive_), POLLIN, 0};
    if (uninterrupted([&] { return poll(&ended, 1, kLimitMs); }) != 1) kill_process(fd_of(alive_));
    siginfo_t about{};
    const auto collected = [&] { return waitid(P_PIDFD, static_cast<id_t>(alive_.get()), &about, WEXITED); };
    if (uninterrupted(collected) != 0 && errno == EINVAL) uninterrupted([this] { return waitpid(pid_, nullptr, 0); });
}

int GuardProcess::make_tree(const std::string& group, int socket) {
    constexpr int kLimitMs = 5'000;
    constexpr int kMomentMs = 50;
    for (int waited = 0;; waited += kMomentMs) {
        if (send_with_descriptors<1>(fd_of(socket_), group.c_str(), group.size() + 1, {socket}, MSG_DONTWAIT) >= 0) return 0;
        if (errno != EAGAIN && errno != ETOOMANYREFS) return errno;
        if (waited >= kLimitMs) return EPIPE;
        go_on();
        pollfd writable{fd_of(socket_), POLLOUT, 0};
        poll(&writable, 1, kMomentMs);
    }
}

void GuardProcess::go_on() const { send_signal(fd_of(alive_), SIGCONT); }

bool CommonGuard::start(const std::string& path, ReaperProcess* reaper, SpawnOutcome* outcome) {
    if (getpid() != home_ || reaper->group.size() >= reaper::kMostGroupPath) return false;
    {
        const UniqueFd probe(open_process(home_));
        if (!probe && errno != EMFILE && errno != ENFILE && errno != ENOMEM) return false;
    }
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) {
        *outcome = failed("making a socket for the reaper", errno);
        return true;
    }
    reaper->socket = UniqueFd(ends[0]);
    const UniqueFd theirs(ends[1]);
    const std::string setting = own_setting();
    int error = EPIPE;
    for (int turn = 0; turn < 2 && error == EPIPE; ++turn) {  // the first one may have been killed
        std::shared_ptr<GuardProcess> guard;
        *outcome = take(path, setting, &guard);
        if (!outcome->ok()) return true;
        error = guard->make_tree(reaper->group, fd_of(theirs));
        if (error == ECONNRESET) error = EPIPE;
        reaper->guard = guard;
        if (error != EPIPE) break;
        const std::scoped_lock lock(mutex_);
        if (guard_.lock() == guard) guard_.reset();
    }
    if (error != 0) *outcome = failed("handing a tree over to the guard of all", error);
    return true;
}

SpawnOutcome CommonGuard::take(const std::string& path, const std::string& setting, std::shared_ptr<GuardProcess>* guard) {
    const std::scoped_lock lock(mutex_);
    *guard = guard_.lock();
    if (*guard && (*guard)->setting() == setting) return {};
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) return failed("making a socket for the reaper", errno);
    UniqueFd mine(ends[0]);
    const UniqueFd theirs = raised(ends[1]);
    if (!theirs) return failed("making a socket for the reaper", errno);
    pid_t pid = -1;
    if (SpawnOutcome outcome = start_guard(path, fd_of(theirs), &pid); !outcome.ok()) return outcome;
    // The process cannot have been waited for by this library, so the number is still its own.
    UniqueFd alive(open_process(pid));
    if (!alive) {
        const int error = errno;
        kill(pid, SIGKILL);
        uninterrupted([pid] { return waitpid(pid, nullptr, 0); });
        return failed("making a descriptor of the guard", error);
    }
    *guard = std::make_shared<GuardProcess>(pid, std::move(mine), std::move(alive), setting);
    guard_ = *guard;
    return {};
}

std::int64_t CommonGuard::descriptors() const {
    const std::scoped_lock lock(mutex_);
    return guard_.expired() ? 0 : 2;
}

}  // namespace hcsffi
