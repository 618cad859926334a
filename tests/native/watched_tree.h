/* What the process tests stand on: a listener that remembers, a tree with it, and views of the system that need no cooperation of the code
 * under test (lives of processes, /proc). */
#pragma once

#ifndef _WIN32
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#endif

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "processes/spawn.h"
#include "system.h"

// More where the machine is emulated.
const std::chrono::seconds kPatience{getenv("HARNESS_PATIENCE_S") ? atoi(getenv("HARNESS_PATIENCE_S")) : 60};

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
    const char* path = ON_WINDOWS ? std::getenv("PATH") : "/usr/local/bin:/usr/bin:/bin";
    what.environment = {{"PATH", path ? path : ""}};
    return what;
}

// All there is until end-of-file.
inline std::string read_to_end(const hcsffi::UniqueFd& descriptor) {
    std::string text;
    char piece[65536];
    for (std::ptrdiff_t got; (got = stream_read(descriptor.get(), piece, sizeof piece)) > 0;)
        text.append(piece, static_cast<std::size_t>(got));
    return text;
}

// Up to and with the next line end; shorter at end-of-file.
inline std::string read_line(const hcsffi::UniqueFd& descriptor) {
    std::string text;
    for (char one; (text.empty() || text.back() != '\n') && stream_read(descriptor.get(), &one, 1) == 1;) text += one;
    return text;
}

inline bool write_all(const hcsffi::UniqueFd& descriptor, const std::string& text) {
    for (std::size_t done = 0; done < text.size();) {
        const std::ptrdiff_t wrote = stream_write(descriptor.get(), text.data() + done, text.size() - done);
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
    explicit LifeOf(std::uint32_t id) : life_(life_of(id)) {}
    LifeOf(const LifeOf&) = delete;
    LifeOf& operator=(const LifeOf&) = delete;
    ~LifeOf() { life_close(life_); }
    bool known() const { return life_ != NO_LIFE; }
    bool ends_in_time() const { return life_ends(life_, static_cast<unsigned>(std::chrono::milliseconds(kPatience).count())); }

  private:
    const life life_;
};

// The id of the one process beside the shell that has made it. Elsewhere than on Windows a shell makes a daemon by a subshell, which
// ends by itself and has not yet the daemon's name; there a console host is told from others by its name, which Wine has a little later
// than the process. The test's time limit is the other way out.
inline std::uint32_t id_beside(hcsffi::ProcessTree& tree, std::uint32_t shell, const std::string& program) {
    while (true) {
        std::vector<hcsffi::ProcessRow> processes;
        if (!tree.list(&processes).ok()) return 0;
        for (const hcsffi::ProcessRow& one : processes)
            if (processes.size() == 2 && one.id != shell && (ON_WINDOWS ? !one.image_name.empty() : one.image_name == program))
                return one.id;
    }
}

// The number on the next line.
inline std::uint32_t read_id(const hcsffi::UniqueFd& descriptor) {
    return static_cast<std::uint32_t>(std::strtoul(read_line(descriptor).c_str(), nullptr, 10));
}

#ifndef _WIN32

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
#endif
