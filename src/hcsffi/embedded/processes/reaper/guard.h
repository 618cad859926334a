/* The common guard: one small single-threaded process for all plain trees of a client. See guard.cpp. */
#pragma once

#include <sys/resource.h>
#include <sys/types.h>

#include <cstdint>
#include <map>
#include <memory>
#include <unordered_set>
#include <vector>

#include "processes/reaper/reaper.h"

namespace hcsffi::reaper {

class Guard {
  public:
    Guard();
    ~Guard();
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;
    // blocks: until there is no tree and there will be none. The program's exit status.
    int run();

  private:
    struct Tree {
        int socket;  // the reaper's end, so that the client sees no end of it before nobody is left
        std::unique_ptr<Home> home;
    };
    // One whose reaper has ended and may have left somebody. By no number: that may be another process's by now.
    struct Remnant {
        Tree tree;
        int status;
    };

    bool is_done();
    void turn();
    int patience_ms() const;
    void take_all_descriptors();
    bool watch(int descriptor, std::uint32_t events) const;
    void take_order();
    void make_tree(const char* group, int socket);
    [[noreturn]] void become_reaper(int socket, Home* home) const;
    void reap();
    void note_end(std::map<pid_t, Tree>::iterator tree, int status);
    void lose_all();
    void end_strays();
    void press();
    Tree taken_out(std::map<pid_t, Tree>::iterator tree);
    void finish(Tree& tree, int status) const;
    void part_from(int socket, int error, int status) const;

    const pid_t parent_;  // where the kernel has no descriptor of the owner: it changes when the owner ends
    rlimit usual_descriptors_{};  // what the guard was started with, and a reaper has
    bool has_usual_ = false;
    int poller_ = -1;
    int children_ = -1;
    int owner_ = -1;
    bool owner_gone_ = false;
    bool left_ = false;       // nobody will ask for a tree any more
    bool childless_ = false;  // said wait()
    bool last_look_ = false;  // for what nobody has told of
    std::int64_t gone_since_ms_ = 0;
    std::map<pid_t, Tree> trees_;                // whose reapers have not been waited for, by their numbers
    std::map<int, pid_t> reapers_;               // by the socket of the tree
    std::vector<Remnant> remnants_;              // until no stray is left
    std::map<pid_t, std::int64_t> let_go_;       // those whose client has let go, and since when
    bool strays_ = false;                        // what a dead reaper has left may be among the children; as long as there are remnants
    std::int64_t strays_since_ms_ = 0;           // or since one was last killed
    std::unordered_set<pid_t> left_alone_;       // those that may not be killed
};

}  // namespace hcsffi::reaper
