/* What the process tests stand on: a listener that remembers, a tree with it, and views of the system that need no cooperation of the code
 * under test (process descriptors, /proc). */
#pragma once

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "spawn.h"

constexpr std::chrono::seconds kPatience{15};

class Recorder : public hcsffi::TreeListener {
  public:
    std::function<void(hcsffi::ProcessKey)> on_end;  // set before the tree is opened

    void process_ended(hcsffi::ProcessKey key, const hcsffi::ProcessEnd& end) noexcept override {
        if (on_end) on_end(key);
        const std::scoped_lock lock(mutex_);
        ends_[key] = end;
        ++end_calls_;
        changed_.notify_all();
    }
    void tree_lost(const hcsffi::SpawnOutcome&) noexcept override {
        const std::scoped_lock lock(mutex_);
        ++losses_;
        changed_.notify_all();
    }
    // False when the patience has run out.
    bool wait_for_end(hcsffi::ProcessKey key, hcsffi::ProcessEnd* end) {
        std::unique_lock lock(mutex_);
        if (!changed_.wait_for(lock, kPatience, [this, key] { return ends_.count(key) != 0; })) return false;
        *end = ends_[key];
        return true;
    }
    bool wait_for_loss() {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, kPatience, [this] { return losses_ > 0; });
    }
    int losses() {
        const std::scoped_lock lock(mutex_);
        return losses_;
    }
    int end_calls() {
        const std::scoped_lock lock(mutex_);
        return end_calls_;
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<hcsffi::ProcessKey, hcsffi::ProcessEnd> ends_;  // guarded by mutex_
    int end_calls_ = 0;                                      // guarded by mutex_
    int losses_ = 0;                                         // guarded by mutex_
};

// A spawner with one tree, or a printed reason why not.
struct WatchedTree {
    std::unique_ptr<hcsffi::Spawner> spawner = hcsffi::make_spawner();
    std::shared_ptr<Recorder> recorder = std::make_shared<Recorder>();
    std::unique_ptr<hcsffi::ProcessTree> tree;

    WatchedTree() {
        const hcsffi::SpawnOutcome outcome = spawner->open_tree(recorder, &tree);
        if (!outcome.ok()) fprintf(stderr, "no tree: %s\n", outcome.text.c_str());
    }
    explicit operator bool() const { return tree != nullptr; }
};

inline hcsffi::ProcessStart shell(const std::string& script) {
    hcsffi::ProcessStart what;
    what.arguments = {"sh", "-c", script};
    what.environment = {{"PATH", "/usr/local/bin:/usr/bin:/bin"}};
    return what;
}

inline int number_of(const hcsffi::UniqueFd& descriptor) { return static_cast<int>(descriptor.get()); }

// As read(). The end of a pseudo-terminal is EIO, and only the second one: the first may come before the last bytes.
inline ssize_t read_some(const hcsffi::UniqueFd& descriptor, char* to, std::size_t size) {
    const ssize_t got = read(number_of(descriptor), to, size);
    return got < 0 && errno == EIO ? read(number_of(descriptor), to, size) : got;
}

// All there is until end-of-file.
inline std::string read_to_end(const hcsffi::UniqueFd& descriptor) {
    std::string text;
    char piece[65536];
    for (ssize_t got; (got = read_some(descriptor, piece, sizeof piece)) > 0;) text.append(piece, static_cast<std::size_t>(got));
    return text;
}

// Up to and with the next line end; shorter at end-of-file.
inline std::string read_line(const hcsffi::UniqueFd& descriptor) {
    std::string text;
    for (char one; (text.empty() || text.back() != '\n') && read_some(descriptor, &one, 1) == 1;) text += one;
    return text;
}

inline bool write_all(const hcsffi::UniqueFd& descriptor, const std::string& text) {
    for (std::size_t done = 0; done < text.size();) {
        const ssize_t wrote = write(number_of(descriptor), text.data() + done, text.size() - done);
        if (wrote <= 0) return false;
        done += static_cast<std::size_t>(wrote);
    }
    return true;
}

// Starts a script with its standard output to us and nothing else; reads all of it.
inline hcsffi::SpawnOutcome output_of(hcsffi::ProcessTree& tree, hcsffi::ProcessStart what, hcsffi::ProcessKey key, std::string* text) {
    what.output = true;
    hcsffi::StartedProcess started;
    hcsffi::SpawnOutcome outcome = tree.start(what, key, &started);
    if (outcome.ok()) *text = read_to_end(started.output);
    return outcome;
}

// Tells when a process has ended, whoever's child it is; opened while it is known to live.
class LifeOf {
  public:
    explicit LifeOf(pid_t pid) : descriptor_(static_cast<hcsffi::NativeDescriptor>(syscall(SYS_pidfd_open, pid, 0u))) {}
    bool known() const { return static_cast<bool>(descriptor_); }
    bool ends_in_time() const {
        pollfd ended{number_of(descriptor_), POLLIN, 0};
        return poll(&ended, 1, static_cast<int>(std::chrono::milliseconds(kPatience).count())) == 1;
    }

  private:
    hcsffi::UniqueFd descriptor_;
};

inline std::string file_text(const std::string& path) {
    std::string text;
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return text;
    char piece[4096];
    for (ssize_t got; (got = read(file, piece, sizeof piece)) > 0;) text.append(piece, static_cast<std::size_t>(got));
    close(file);
    return text;
}

inline std::vector<std::string> entries(const std::string& directory) {
    std::vector<std::string> names;
    DIR* listing = opendir(directory.c_str());
    if (!listing) return names;
    while (const dirent* entry = readdir(listing))
        if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
    closedir(listing);
    return names;
}

inline std::vector<pid_t> children_of(pid_t parent) {
    std::vector<pid_t> found;
    const std::string tasks = "/proc/" + std::to_string(parent) + "/task";
    for (const std::string& task : entries(tasks)) {
        const std::string text = file_text(tasks + "/" + task + "/children");
        for (std::size_t at = 0; at < text.size();) {
            found.push_back(static_cast<pid_t>(atol(text.c_str() + at)));
            const std::size_t blank = text.find(' ', at);
            at = blank == std::string::npos ? text.size() : blank + 1;
        }
    }
    return found;
}

inline char state_of(pid_t pid) {
    const std::string text = file_text("/proc/" + std::to_string(pid) + "/stat");
    const std::size_t close = text.rfind(')');
    return close == std::string::npos || close + 2 >= text.size() ? '\0' : text[close + 2];
}
