#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <unordered_set>

#include "ground/uninterrupted.h"
#include "processes/reaper/reaper.h"

namespace hcsffi::reaper {
namespace {

// A whole small /proc file; empty when it cannot be read.
std::string text_of(const std::string& path, int* obstacle) {
    std::string text;
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        note_obstacle(errno, obstacle);
        return text;
    }
    char piece[4096];
    for (ssize_t got; (got = read_again(file, piece, sizeof piece)) != 0;) {
        if (got < 0) {
            note_obstacle(errno, obstacle);
            break;
        }
        text.append(piece, static_cast<std::size_t>(got));
    }
    close(file);
    return text;
}

std::vector<pid_t> numbers_in(const std::string& directory, int* obstacle) {
    std::vector<pid_t> numbers;
    DIR* listing = opendir(directory.c_str());
    if (!listing) {
        note_obstacle(errno, obstacle);
        return numbers;
    }
    for (errno = 0; const dirent* entry = readdir(listing); errno = 0)
        if (entry->d_name[0] >= '1' && entry->d_name[0] <= '9') numbers.push_back(atoi(entry->d_name));
    if (errno != 0) note_obstacle(errno, obstacle);
    closedir(listing);
    return numbers;
}

bool kernel_lists_children() {
    static const bool answer = access(("/proc/self/task/" + std::to_string(getpid()) + "/children").c_str(), R_OK) == 0;
    return answer;
}

// What one walk after another has found: nearest first, each once, the root in front.
class Found {
  public:
    Found(pid_t root, const std::unordered_set<pid_t>& apart) : apart_(apart) { add(root); }
    void add(pid_t pid) {
        if (apart_.count(pid) == 0 && known_.insert(pid).second) in_order_.push_back(pid);
    }
    std::size_t size() const { return in_order_.size(); }
    pid_t operator[](std::size_t at) const { return in_order_[at]; }
    std::vector<pid_t> without_root() const { return {in_order_.begin() + 1, in_order_.end()}; }

  private:
    const std::unordered_set<pid_t>& apart_;
    std::vector<pid_t> in_order_;
    std::unordered_set<pid_t> known_;
};

// Each thread has its own list: a child belongs to the thread that made it.
void add_children(pid_t parent, Found* found, int* obstacle) {
    const std::string tasks = "/proc/" + std::to_string(parent) + "/task";
    for (const pid_t thread : threads_of(parent, obstacle)) {
        const std::string text = text_of(tasks + "/" + std::to_string(thread) + "/children", obstacle);
        for (const char* at = text.c_str(); *at != '\0';) {
            char* end = nullptr;
            const long pid = strtol(at, &end, 10);
            if (end == at) break;
            found->add(static_cast<pid_t>(pid));
            at = *end == ' ' ? end + 1 : end;
        }
    }
}

// The fields after the name, which is in parentheses and may contain anything: state, parent, ...
const char* after_name(const std::string& stat) {
    const std::size_t close = stat.rfind(')');
    return close == std::string::npos || close + 2 > stat.size() ? "" : stat.c_str() + close + 2;
}

void walk_by_lists(Found* found, int* obstacle) {
    for (std::size_t at = 0; at < found->size(); ++at) add_children((*found)[at], found, obstacle);
}

// For kernels built without CONFIG_PROC_CHILDREN: every process with its parent.
void walk_by_scan(Found* found, int* obstacle) {
    std::vector<std::pair<pid_t, pid_t>> parents;
    for (const pid_t pid : numbers_in("/proc", obstacle)) {
        const std::string stat = text_of("/proc/" + std::to_string(pid) + "/stat", obstacle);
        const char* fields = after_name(stat);
        if (*fields != '\0') parents.emplace_back(pid, atoi(fields + 1));
    }
    for (std::size_t at = 0; at < found->size(); ++at)
        for (const auto& [pid, parent] : parents)
            if (parent == (*found)[at]) found->add(pid);
}

// A tree that makes processes all the time has new ones at every walk.
constexpr int kMostWalks = 8;

}  // namespace

void note_obstacle(int error, int* obstacle) {
    if (error != ENOENT && error != ESRCH) *obstacle = error;
}

ssize_t read_again(int file, void* to, std::size_t size) {
    return uninterrupted([=] { return read(file, to, size); });
}

std::vector<pid_t> threads_of(pid_t pid, int* obstacle) { return numbers_in("/proc/" + std::to_string(pid) + "/task", obstacle); }

int blindness() {
    char number[24];
    const ssize_t length = readlink("/proc/self", number, sizeof number);
    if (length < 0 && errno != ENOENT) return errno;
    return length > 0 && std::string(number, static_cast<std::size_t>(length)) == std::to_string(getpid()) ? 0 : ESRCH;
}

std::vector<pid_t> descendants(pid_t root, int* obstacle, const std::unordered_set<pid_t>& apart) {
    if (const int blind = blindness(); blind != 0) {
        *obstacle = blind;
        return {};
    }
    Found found(root, apart);
    const auto walk = kernel_lists_children() ? walk_by_lists : walk_by_scan;
    std::size_t before = 0;
    for (int walks = 0; walks < kMostWalks && found.size() != before; ++walks) {
        before = found.size();
        walk(&found, obstacle);
    }
    return found.without_root();
}

char state_of(pid_t pid, int* obstacle) { return *after_name(text_of("/proc/" + std::to_string(pid) + "/stat", obstacle)); }

void kill_everything(const Home& home) {
    constexpr int kTurnMs = 5;
    constexpr int kRefusedTurns = static_cast<int>(kRefusedMs) / kTurnMs;
    for (int refused = 0; refused < kRefusedTurns;) {
        bool killed = false;
        int obstacle = 0;
        home.kill_members();
        for (const pid_t pid : descendants(getpid(), &obstacle)) killed = kill(pid, SIGKILL) == 0 || killed;
        refused = killed ? 0 : refused + 1;
        for (pid_t gone = 1; gone > 0;) {
            gone = waitpid(-1, nullptr, WNOHANG);
            if (gone < 0 && errno == ECHILD) return;
        }
        poll(nullptr, 0, kTurnMs);
    }
}

}  // namespace hcsffi::reaper
