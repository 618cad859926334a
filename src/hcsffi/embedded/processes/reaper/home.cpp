/* The control group a reaper's programs live in. The guard makes it, before the reaper proper exists; both have it open, under a lock that
 * ends with the later of the two: a group nobody has locked is one whose reapers were killed. Groups that limit are the client's making;
 * guard and reaper lock and remove them in the same way. A process is made in the one group of version 2 that there can be, which costs
 * nothing, and enters the others by itself. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <utility>

#include "ground/uninterrupted.h"
#include "processes/reaper/cgroup.h"
#include "processes/reaper/reaper.h"

#ifndef SYS_clone3
#define SYS_clone3 435  // the same number on every architecture
#endif

namespace hcsffi::reaper {
namespace {

// struct clone_args as of Linux 5.7; older headers lack it.
struct CloneArguments {
    std::uint64_t flags, pidfd, child_tid, parent_tid, exit_signal, stack, stack_size, tls, set_tid, set_tid_size, cgroup;
};
static_assert(sizeof(CloneArguments) == 88, "CLONE_ARGS_SIZE_VER2");

// What a file of a group says; `otherwise` when that is a word, or nothing.
std::uint64_t number_in(int folder, const char* name, std::uint64_t otherwise) {
    char text[32] = {};
    const int file = openat(folder, name, O_RDONLY | O_CLOEXEC);
    const ssize_t got = file < 0 ? -1 : read_again(file, text, sizeof text - 1);
    close_quietly(file);
    return got > 0 && text[0] >= '0' && text[0] <= '9' ? strtoull(text, nullptr, 10) : otherwise;
}

// A group of processes lets those in that come from elsewhere, however many it has.
bool is_crowded(int folder) { return number_in(folder, "pids.current", 0) > number_in(folder, "pids.max", UINT64_MAX); }

}  // namespace

Home::Home(std::string path, const char* limits, const char* kinds) : path_(std::move(path)), limits_(limits) {
    for (const char* kind = kinds; *kind != '\0'; ++kind) {
        const int parent = kGroups + 2 * static_cast<int>(groups_.size());
        for (const int given : {parent, parent + 1}) fcntl(given, F_SETFD, FD_CLOEXEC);
        const LimitGroup group{*kind == kUnifiedGroup, parent, parent + 1,
                               openat(parent, limits_, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)};
        if (group.unified) {
            making_ = group.folder < 0 ? errno : 0;
            folder_ = group.folder;
        }
        if (group.folder >= 0) flock(group.folder, LOCK_SH | LOCK_NB);
        groups_.push_back(group);
    }
    if (folder_ >= 0 || path_.empty()) return;
    void* const shared = mmap(nullptr, sizeof *moving_, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    making_ = shared == MAP_FAILED ? errno : 0;
    if (making_ != 0) return;
    moving_ = static_cast<int*>(shared);
    make();
}

void Home::make() {
    folder_ = cgroup::make_locked(path_.c_str());
    making_ = folder_ < 0 || faccessat(folder_, "cgroup.kill", W_OK, AT_EACCESS) != 0 ? errno : 0;
    if (folder_ < 0 || making_ == 0) return;
    rmdir(path_.c_str());
    close_quietly(std::exchange(folder_, -1));
}

void Home::leave_to_reaper() {
    if (moving_) munmap(moving_, sizeof *moving_);
    moving_ = nullptr;
}

Home::~Home() {
    leave_to_reaper();
    constexpr int kTurns = 100;  // the kernel may count one that has been waited for for a moment longer
    const auto remove = [](int parent, const char* name) {
        for (int turn = 0; !cgroup::remove(parent, name) && turn < kTurns; ++turn) poll(nullptr, 0, 1);
    };
    bool unified = false;
    for (const LimitGroup& group : groups_) {
        remove(group.parent, limits_);
        close_quietly(group.folder);
        unified = unified || group.unified;
    }
    if (folder_ < 0 || unified) return;
    remove(AT_FDCWD, path_.c_str());
    close_quietly(folder_);
}

void Home::kill_members() const {
    if (folder_ >= 0) cgroup::kill_members(folder_);
}

pid_t Home::fork_into() {
    constexpr std::uint64_t kIntoCgroup = 0x200000000;  // CLONE_INTO_CGROUP
    if (folder_ < 0) return fork();
    CloneArguments arguments{};
    arguments.flags = kIntoCgroup;
    arguments.exit_signal = SIGCHLD;
    arguments.cgroup = static_cast<std::uint64_t>(folder_);
    const auto made = static_cast<pid_t>(syscall(SYS_clone3, &arguments, sizeof arguments));
    entered_ = made == 0;  // of the new process
    if (made >= 0 || errno == EAGAIN || errno == ENOMEM) return made;
    // A sandbox that forbids this call, as some runtimes of containers do, or a kind of group that takes no members so.
    const pid_t outside = fork();
    if (outside == 0 && moving_) move_here();  // a group that limits is entered by enter()
    return outside;
}

// In the new process, before it is a program and has children. If that fails, too, the walk through /proc has to do, and who asks is told.
void Home::move_here() const {
    const int members = openat(folder_, "cgroup.procs", O_WRONLY | O_CLOEXEC);
    if (members < 0 || uninterrupted([members] { return write(members, "0", 1); }) != 1) *moving_ = errno;
    close_quietly(members);
}

int Home::obstacle() const { return moving_ && *moving_ != 0 ? *moving_ : making_; }

int Home::enter() {
    for (const LimitGroup& group : groups_) {
        if (group.unified && entered_) continue;
        if (uninterrupted([&group] { return write(group.members, "0", 1); }) != 1) return errno;
        if (is_crowded(group.folder)) return EAGAIN;
    }
    if (!counts_processes_) return 0;
    rlimit most{};
    if (getrlimit(RLIMIT_NPROC, &most) != 0) return errno;
    most.rlim_max = most.rlim_cur;  // or it could be lifted from inside
    return setrlimit(RLIMIT_NPROC, &most) == 0 ? 0 : errno;
}

int Home::limit_processes(std::uint64_t most) {
    constexpr rlim_t kOwn = 2;
    rlimit limit{};
    if (getrlimit(RLIMIT_NPROC, &limit) != 0) return errno;
    if (!counts_processes_) usual_processes_ = limit;
    limit.rlim_cur = most == 0 ? usual_processes_.rlim_cur : std::min<rlim_t>(most + kOwn, limit.rlim_max);
    if (setrlimit(RLIMIT_NPROC, &limit) != 0) return errno;
    counts_processes_ = most != 0;
    limit.rlim_max = limit.rlim_cur;
    int obstacle = 0;
    // A program that has less already may not be given more, and holds the limit all the same.
    const auto holds = [&limit](pid_t pid) {
        rlimit own{};
        return prlimit(pid, RLIMIT_NPROC, nullptr, &own) == 0 && own.rlim_cur <= limit.rlim_cur;
    };
    if (most != 0) {
        for (const pid_t pid : descendants(getpid(), &obstacle)) {
            if (prlimit(pid, RLIMIT_NPROC, &limit, nullptr) == 0) continue;
            const int error = errno;
            if (!holds(pid)) note_obstacle(error, &obstacle);
        }
    }
    return obstacle;
}

}  // namespace hcsffi::reaper
