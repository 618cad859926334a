/* The guard that all plain trees of a client have together: see reaper/guard.cpp for what it does. From the client's side it is started
 * with the first tree and let go of with the last, and another one takes its place when it is gone, or was started with other rights than
 * the client has now. */
#pragma once

#include <unistd.h>

#include <memory>
#include <mutex>
#include <string>

#include "processes/linux/tree.h"

namespace hcsffi {

// A guard that runs, or has run: its trees keep it.
class GuardProcess {
  public:
    GuardProcess(pid_t pid, UniqueFd socket, UniqueFd alive, std::string setting);
    // blocks: until it has ended, which it does at once without trees; it is killed after 2 s.
    ~GuardProcess();
    GuardProcess(const GuardProcess&) = delete;
    GuardProcess& operator=(const GuardProcess&) = delete;

    // threads: any. blocks: at most for 5 s, while it takes nothing. Hands over a tree. errors: errno, EPIPE when it is gone.
    int make_tree(const std::string& group, int socket);
    // threads: any. Lets it go on when somebody has stopped it.
    void go_on() const;
    const std::string& setting() const { return setting_; }
    // threads: any. Whether the calling thread may look into it, as it may not from a Landlock domain that was entered since. True of one
    // that has ended.
    bool is_within_reach() const;

  private:
    const pid_t home_;  // a fork of the client leaves it alone
    const pid_t pid_;
    const UniqueFd socket_;
    const UniqueFd alive_;
    const std::string setting_;
};

class GuardOfAll {
  public:
    // threads: any. blocks: for an exec when no guard runs. As start_reaper. False, and no tree made, where there can be none: without
    // descriptors of processes (before Linux 5.3), in a fork of the client, and where nobody can see what the client has or the guard is.
    bool start(const std::string& path, ReaperProcess* reaper, SpawnOutcome* outcome);
    // threads: any. How many descriptors it takes now.
    std::int64_t descriptors() const;

  private:
    // None, and all is well, where there can be none.
    SpawnOutcome take(const std::string& path, const std::string& setting, std::shared_ptr<GuardProcess>* guard);

    const pid_t home_ = getpid();
    mutable std::mutex mutex_;
    std::weak_ptr<GuardProcess> guard_;  // guarded by mutex_
    std::string unseen_;  // guarded by mutex_: with what the client had then, its guards cannot be looked into
};

}  // namespace hcsffi
