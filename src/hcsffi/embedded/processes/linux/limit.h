/* The control groups that hold the limits of one tree.
 *
 * Where version 2 has the controllers there is one group, which the kernel also ends the tree by. It lies beside nobody: in a group that
 * processes live in version 2 has no controllers for others, so it is made in the nearest group above the client's that may be written
 * and passes the controllers on, which a delegated subtree has and root finds. What version 2 does not offer is looked for in the
 * hierarchies of version 1, below the client's own group there, one group for each controller.
 *
 * The client's process makes the groups before the reaper, holds a lock on each as the reaper does (see `cgroup.cpp` for what becomes of
 * one that nobody has locked), and writes the limits. The reaper gets their folders and their lists of members, opened here with this
 * process's rights, and every program enters before it executes; the reaper itself stays outside, so that no limit keeps it from its work.
 */
#pragma once

#include <unistd.h>

#include <string>
#include <vector>

#include "processes/linux/tree.h"

namespace hcsffi {

class LimitGroups {
  public:
    // threads: any. blocks: for file system calls. Those that can be made for `limits`; none is no failure.
    static std::shared_ptr<LimitGroups> make(const TreeLimits& limits);
    // threads: any. blocks: as above. What make() would have.
    static LimitsHeld would_hold(const TreeLimits& limits);

    ~LimitGroups();
    LimitGroups(const LimitGroups&) = delete;
    LimitGroups& operator=(const LimitGroups&) = delete;

    // threads: any. As ProcessTree::limit.
    LimitsHeld set(const TreeLimits& limits) const;
    // threads: any. Puts in what the groups count more exactly than a walk through the processes.
    void measure(TreeStatistics* statistics) const;
    // threads: any, once nobody opens the tree any more. Removes them, ending who is left.
    void end();

    // For the reaper: its words, and the descriptors that stand from reaper::kGroups on.
    bool has_unified() const;
    // What that one does for the end of the tree.
    Ending ending() const;
    std::string name() const { return name_; }
    std::string kinds() const;
    std::vector<int> given() const;
    // threads: any, before others know of it. The reaper has its own now.
    void keep_folders_alone();
    std::int64_t descriptors() const { return static_cast<std::int64_t>(groups_.size()); }

  private:
    struct Group {
        std::string path;
        unsigned holds = 0;  // bits of a Resource
        bool unified = false;
        UniqueFd folder;   // locked
        UniqueFd parent;   // until the reaper has it
        UniqueFd members;  // the same
    };

    LimitGroups() = default;
    void add(const std::string& parent, unsigned holds, bool unified);
    const Group* holding(unsigned resource) const;

    std::string name_;
    std::vector<Group> groups_;
    bool ended_ = false;
    const pid_t home_ = getpid();  // a fork of this process leaves them alone
};

}  // namespace hcsffi
