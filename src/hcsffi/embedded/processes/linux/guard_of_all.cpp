/* What a process is given by the one that starts it, rights and limits and namespaces, a reaper has from its guard. So what the client has
 * is read before each tree, and a guard that was started with something else makes no more of them. Of the thread that opens the tree:
 * each may have its own.
 *
 * A Landlock domain cannot be read, but whoever has entered one since looks into no process outside, and so not into the guard any more.
 * Where the guard cannot be looked into at all, or the filters of system calls not be counted (before Linux 5.9), each tree has a guard of
 * its own. Not seen: which filters two threads have that have equally many, keyrings, and a domain that another thread is not in. */
#include "processes/linux/guard_of_all.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>

#include "ground/insist.h"
#include "ground/linux/newer_calls.h"
#include "ground/linux/passed_descriptors.h"
#include "ground/uninterrupted.h"

namespace hcsffi {
namespace {

constexpr const char* kThread = "/proc/thread-self/";

void append_file(const char* name, std::string* text) {
    const UniqueFd file(open((std::string(kThread) + name).c_str(), O_RDONLY | O_CLOEXEC));
    char piece[4096];
    for (ssize_t got; file && (got = uninterrupted([&] { return read(fd_of(file), piece, sizeof piece); })) > 0;)
        text->append(piece, static_cast<std::size_t>(got));
    *text += '\n';
}

// The line of the status that begins with `name`, or nothing.
std::string line_of(const std::string& status, const char* name) {
    const std::size_t at = status.find(std::string("\n") + name);
    return at == std::string::npos ? std::string() : status.substr(at, status.find('\n', at + 1) - at);
}

// The lines that a new process is given as they are. False when they do not say all.
bool append_status(std::string* text) {
    std::string all;
    append_file("status", &all);
    for (const char* name :
         {"Umask:", "Uid:", "Gid:", "Groups:", "CapInh:", "CapPrm:", "CapEff:", "CapBnd:", "CapAmb:", "NoNewPrivs:", "Seccomp:",
          "Seccomp_filters:", "Cpus_allowed:", "Mems_allowed:", "THP_enabled:", "Speculation_Store_Bypass:", "SpeculationIndirectBranch:"})
        *text += line_of(all, name);
    const std::string filters = line_of(all, "Seccomp:");
    return !filters.empty() && (filters.back() == '0' || !line_of(all, "Seccomp_filters:").empty());
}

// A root that was changed is called "/" by whoever is in it.
void append_root(std::string* text) {
    struct stat root{};
    if (stat("/", &root) == 0) *text += std::to_string(root.st_dev) + ":" + std::to_string(root.st_ino) + " ";
}

void append_scheduling(std::string* text) {
    constexpr int kOneProcess = 1;  // IOPRIO_WHO_PROCESS, and 0 is this thread
    char attributes[128] = {};  // struct sched_attr, which has grown
    if (syscall(SYS_sched_getattr, 0, attributes, sizeof attributes, 0) == 0) text->append(attributes, sizeof attributes);
    unsigned long nodes[1024 / (8 * sizeof(unsigned long))] = {};
    int policy = 0;
    const bool placed = syscall(SYS_get_mempolicy, &policy, nodes, 8 * sizeof nodes, nullptr, 0) == 0 && policy != 0;
    if (placed) text->append(reinterpret_cast<const char*>(nodes), sizeof nodes);
    for (const long one : {static_cast<long>(policy), static_cast<long>(getpriority(PRIO_PROCESS, 0)),
                           syscall(SYS_ioprio_get, kOneProcess, 0), static_cast<long>(prctl(PR_GET_TIMERSLACK))})
        *text += std::to_string(one) + " ";
}

void append_link(const char* name, std::string* text) {
    char target[4096];
    const ssize_t length = readlink((std::string(kThread) + name).c_str(), target, sizeof target);
    text->append(target, length > 0 ? static_cast<std::size_t>(length) : 0);
    *text += '\n';
}

// Empty where it cannot be seen.
std::string own_setting() {
    std::string text;
    if (!append_status(&text)) return {};
    // The filter of core dumps is the process's, and stands where those of its threads do not.
    for (const char* file :
         {"limits", "cgroup", "oom_score_adj", "../../coredump_filter", "loginuid", "attr/current", "attr/apparmor/current"})
        append_file(file, &text);
    for (const char* link : {"ns/mnt", "ns/net", "ns/ipc", "ns/uts", "ns/user", "ns/cgroup", "ns/pid_for_children", "ns/time_for_children"})
        append_link(link, &text);
    append_root(&text);
    append_scheduling(&text);
    constexpr unsigned long kAsItIs = 0xFFFFFFFF;  // personality() only asks then
    text += std::to_string(personality(kAsItIs)) + " " + std::to_string(prctl(PR_GET_SECUREBITS));
    return text;
}

bool has_ended(const UniqueFd& process) { return becomes_readable(fd_of(process), 0); }

}  // namespace

GuardProcess::GuardProcess(pid_t pid, UniqueFd socket, UniqueFd alive, std::string setting)
    : home_(getpid()), pid_(pid), socket_(std::move(socket)), alive_(std::move(alive)), setting_(std::move(setting)) {}

GuardProcess::~GuardProcess() {
    constexpr int kLimitMs = 2'000;
    if (getpid() != home_) return;
    shutdown(fd_of(socket_), SHUT_RDWR);  // a fork of this process may hold a duplicate
    go_on();
    if (!becomes_readable(fd_of(alive_), kLimitMs)) kill_process(fd_of(alive_));
    siginfo_t about{};
    const auto collected = [&] { return waitid(P_PIDFD, static_cast<id_t>(alive_.get()), &about, WEXITED); };
    if (uninterrupted(collected) != 0 && errno == EINVAL) uninterrupted([this] { return waitpid(pid_, nullptr, 0); });
}

int GuardProcess::make_tree(const std::string& group, int socket) {
    constexpr int kLimitMs = 5'000;
    constexpr int kMomentMs = 50;
    const std::size_t size = group.size() + 1;  // with its NUL
    for (int waited = 0;; waited += kMomentMs) {
        if (send_with_descriptors(fd_of(socket_), group.c_str(), size, {socket}, MSG_DONTWAIT) == static_cast<ssize_t>(size)) return 0;
        if (errno != EAGAIN && errno != ETOOMANYREFS) return errno;
        if (waited >= kLimitMs) return EPIPE;
        go_on();
        (void)becomes_writable(fd_of(socket_), kMomentMs);
    }
}

bool GuardProcess::is_within_reach() const {
    char name[64];
    return readlink(("/proc/" + std::to_string(pid_) + "/ns/mnt").c_str(), name, sizeof name) > 0 || has_ended(alive_);
}

void GuardProcess::go_on() const { send_signal(fd_of(alive_), SIGCONT); }

bool GuardOfAll::start(const std::string& path, ReaperProcess* reaper, SpawnOutcome* outcome) {
    if (getpid() != home_ || reaper->group.size() >= reaper::kMostGroupPath) return false;
    {
        const UniqueFd probe(open_process(home_));
        if (!probe && errno != EMFILE && errno != ENFILE && errno != ENOMEM) return false;
    }
    const std::string setting = own_setting();
    if (setting.empty()) return false;
    UniqueFd theirs;
    int error = EPIPE;
    for (int turn = 0; turn < 2 && error == EPIPE; ++turn) {  // the first one may have been killed
        std::shared_ptr<GuardProcess> guard;
        *outcome = take(path, setting, &guard);
        if (!outcome->ok()) return true;
        if (!guard) {
            reaper->guard.reset();
            return false;
        }
        if (!theirs) *outcome = make_sockets(&reaper->socket, &theirs);
        if (!outcome->ok()) return true;
        error = guard->make_tree(reaper->group, fd_of(theirs));
        if (error == ECONNRESET) error = EPIPE;
        reaper->guard = guard;
        if (error != EPIPE) break;
        const std::scoped_lock lock(mutex_);
        if (guard_.lock() == guard) guard_.reset();
    }
    if (error == EPIPE) *outcome = {SpawnReason::no_reaper, error, "the guard of all systems ended before it took the tree"};
    else if (error != 0) *outcome = failed("handing a tree over to the guard of all", error);
    return true;
}

SpawnOutcome GuardOfAll::take(const std::string& path, const std::string& setting, std::shared_ptr<GuardProcess>* guard) {
    const std::scoped_lock lock(mutex_);
    *guard = guard_.lock();
    if (*guard && (*guard)->setting() == setting && (*guard)->is_within_reach()) return {};
    guard->reset();
    if (setting == unseen_) return {};
    UniqueFd mine, theirs;
    if (SpawnOutcome outcome = make_sockets(&mine, &theirs); !outcome.ok()) return outcome;
    std::string kept = setting;
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
    // From here on nobody but the new object would collect the process.
    const auto own = [&] { return std::make_shared<GuardProcess>(pid, std::move(mine), std::move(alive), std::move(kept)); };
    auto started = insist(own);
    if (!started->is_within_reach()) {
        unseen_ = setting;
        return {};
    }
    guard_ = *guard = std::move(started);
    return {};
}

std::int64_t GuardOfAll::descriptors() const {
    const std::scoped_lock lock(mutex_);
    return guard_.expired() ? 0 : 2;
}

}  // namespace hcsffi
