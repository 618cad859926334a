/* The reaper: one single-threaded process per compute system that starts, watches and ends the system's processes.
 *
 * It runs as two processes of one executable. The outer one, the guard, is what the client's process started. It waits for the inner
 * one and exits. It acts in three cases. The inner one dies before its time: everything the dead reaper leaves behind becomes the
 * guard's child, because the guard is a subreaper, and is killed. Somebody stops the inner one, as any program of the tree can: the
 * guard lets it go on. The client's process has ended and the inner one has not followed within a limit: the guard kills it, and the
 * first case follows. The inner one is the reaper proper: also a subreaper, so that whatever loses its parent inside the tree, a
 * daemon for instance, becomes its child. From that follows the rule the ending of a tree rests on: a reaper without children is a
 * reaper without descendants.
 *
 * Where it can be had, the programs live in a control group of their own. Then the kernel ends them when guard and reaper are killed
 * together: the client's process, which hears of it, asks it to, and where that has been killed as well, the next client does
 * (`linux/cgroup.cpp`).
 *
 * In a container with a root of its own the guard is the first process of a pid namespace: whatever becomes of the two, the kernel ends
 * the tree with it. Both keep themselves from being looked into by programs of their own user.
 *
 * Who is below a process is read from /proc. A /proc that is hidden, or that belongs to another pid namespace and has other numbers,
 * would leave programs alive or have foreign ones killed: then the reaper refuses to begin (see `blindness`).
 *
 * The reaper's life is one poll loop over its socket, SIGCHLD (as a descriptor), the client's process (as a descriptor) and one
 * close-on-exec pipe for each start under way. End-of-file on the socket or the end of the client's process mean the same: kill all,
 * then exit. All signals are blocked and the sessions are its own, so nothing typed at the client's terminal reaches it.
 */
#pragma once

#include <sched.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <unistd.h>

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "processes/reaper/protocol.h"

namespace hcsffi::reaper {

// threads: one. owns: closes `descriptor` unless negative.
void close_quietly(int descriptor);

// threads: one. Closes what lies above `last`, but for `count` descriptors from `kept` on. False when that cannot be done.
bool close_inherited(int last, int kept, int count);

// threads: one. Now, by a clock that nobody sets.
std::int64_t now_ms();

// threads: one. A descriptor that is readable once the process that made the socket has ended; as open_peer, but in a pid namespace, where
// that process has no number, it is what was given. errors: -1, with *gone when it has ended already.
int watch_owner(bool enclosed, bool* gone);

// threads: one. A descriptor that is readable when a child has changed. errors: -1.
int watch_children();

// threads: one. From here on it is readable when another one has.
void take_signals(int children);

// threads: one. 0 when /proc shows this process under its own number: without that nothing it says can be acted on. Else why it does
// not, ESRCH when it is hidden or another pid namespace's.
int blindness();

// threads: one. Keeps why something of /proc could not be read in *obstacle. That a process has gone meanwhile is none.
void note_obstacle(int error, int* obstacle);

// threads: one. As read(), until it is not interrupted.
ssize_t read_again(int file, void* to, std::size_t size);

// threads: one. From here on no allocation of this process fails: what is put by for the end of the tree is used first, and then it waits
// until there is memory again. Who waits for a reaper that waits for too long kills it.
void never_run_out_of_memory();

// How long processes that may not be killed or stopped are asked again before they are left: only another user's are like that.
constexpr std::int64_t kRefusedMs = 3'000;

// threads: one. The processes below `root`, without `root`; those that appear meanwhile may be missing. One that loses its parent moves to
// an ancestor, which may have been looked at already: the tree is walked until a walk meets nobody new.
// errors: *obstacle is set, and others may be missing, too.
// Those in `apart` are left out, with what is below them.
std::vector<pid_t> descendants(pid_t root, int* obstacle, const std::unordered_set<pid_t>& apart = {});

// threads: one. The threads of a process. errors: as descendants.
std::vector<pid_t> threads_of(pid_t pid, int* obstacle);

// threads: one. The state letter of /proc/<pid>/stat, 0 when there is no such process. errors: *obstacle is set.
char state_of(pid_t pid, int* obstacle);

// Where the programs live: a control group of their own, or, where none can be had, that of the client. What limits them together is one
// or several groups that the client has made.
class Home {
  public:
    // threads: one. `path` empty = none is wanted; `limits`: the name of the groups that limit, `kinds`: a letter for each.
    // errors: there is none then.
    Home(std::string path, const char* limits, const char* kinds);
    // blocks: for a moment. Removes the groups unless somebody is left in them.
    ~Home();
    Home(const Home&) = delete;
    Home& operator=(const Home&) = delete;
    // threads: one. As fork(), with the new process in the group, if there is one and nothing keeps it out.
    pid_t fork_into();
    // threads: one. errno that keeps programs out of the group that was wanted; 0 = nothing has yet.
    int obstacle() const;
    // threads: the new process. Enters the groups that it is not in yet, and keeps the limit on processes for good. errors: errno, EAGAIN
    // when there are too many; it must not execute then.
    int enter();
    // threads: one. How many processes may be where no group counts them, this one and its guard left out; 0 = as many as before. Programs
    // that run already can be given less, not more. errors: errno, of one of those that run, too: the others have it then.
    int limit_processes(std::uint64_t most);
    // threads: one. Whoever the members have become: what may not be killed by number is killed, too.
    void kill_members() const;
    // threads: one. For the guard, once there is a reaper: what the reaper shares with its programs is no longer kept here.
    void leave_to_reaper();
    // threads: one. Of the group that the kernel ends; -1 = none.
    int folder() const { return folder_; }

  private:
    struct LimitGroup {
        bool unified;
        int parent, members, folder;
    };

    void make();
    void move_here() const;

    int making_ = 0;           // errno that kept the group from being made
    int* moving_ = nullptr;    // shared with all processes from here on: errno that kept one of them from going into the group
    const std::string path_;
    const char* const limits_;
    std::vector<LimitGroup> groups_;
    rlimit usual_processes_{};          // while `counts_processes_`: what this process was started with
    bool counts_processes_ = false;
    int folder_ = -1;  // of the group that the kernel ends: that of `path`, or the one of version 2 among those that limit
    bool entered_ = false;  // of a process that was made in that one
};

// threads: one. blocks: until this process has no child left, or only such
// as may not be killed for kRefusedMs. Kills them and what is below.
void kill_everything(const Home& home);

// threads: one. owns: nothing; `streams` become the new process's standard streams. Returns its pid, and in *report the descriptor that
// gives end-of-file when the program executes and a LaunchFailure when it does not. errors: -errno with *stage.
struct LaunchFailure {
    Stage stage;
    std::int32_t error;
};
pid_t launch(const std::string& plan, const int (&streams)[3], Home& home, int* report, Stage* stage);

// The processors that the tree's processes run on.
class Processors {
  public:
    // threads: one. Leaves this process, and all below it, the first so many of those it was started with, from a place that differs from
    // tree to tree; 0 = all. errors: errno, of one process, too: the others are left there then.
    int leave(std::uint64_t count);

  private:
    std::optional<cpu_set_t> usual_;
};

// Figures of one tree over time.
class Meter {
  public:
    Meter();
    ~Meter();
    Meter(const Meter&) = delete;
    Meter& operator=(const Meter&) = delete;
    // threads: one. errors: *obstacle is set. What another user may not read of a process (its transfers, its pages) counts as 0 and
    // is none.
    Measured measure(int* obstacle);
    std::vector<Row> list(int* obstacle) const;
    // threads: one. The memory that the tree's processes have now and share with no file, in bytes.
    static std::uint64_t resident(int* obstacle);

  private:
    int own_transfers_ = -1;        // of the only thread; both open since a time when this process might still be looked into
    int all_transfers_ = -1;
    std::int64_t boot_unix_100ns_;  // fixed at construction, so that a process keeps its creation time
    std::int64_t ticks_per_second_;
    Measured highest_{};            // sums never go down although a walk may miss a process that is just ending
};

class Reaper {
  public:
    // `common`: its guard is not its own, and it hands a descriptor of itself over.
    Reaper(Home& home, bool enclosed, bool common);
    ~Reaper();
    Reaper(const Reaper&) = delete;
    Reaper& operator=(const Reaper&) = delete;
    // blocks: for the tree's life. Whether nobody is left.
    bool run();

  private:
    struct Child {
        std::uint64_t key;
        std::uint32_t ticket;
        int launching;  // the report descriptor while the program is not executing yet, else -1
    };
    enum class Pace { running, pausing, paused };

    void turn();
    void follow_owner();
    void read_request();
    void obey(const Request& request, std::vector<int>& descriptors);
    void start(const Request& request, std::vector<int>& descriptors);
    void signal(const Request& request);
    void answer_figures(const Request& request, std::vector<int>& descriptors);
    void limit(const Request& request);
    void watch_memory();
    void answer(std::uint32_t ticket, int error = 0, Stage stage = Stage::none);
    void settle_launch(pid_t pid);
    void reap();
    void push_pause();
    void stop_pausing(int error);
    int resume_all();
    void push_end();
    void say(const Report& report);
    void flush();
    int patience_ms() const;
    bool is_alone() const { return childless_ && children_.empty(); }

    Home& home_;
    int signals_ = -1;
    int owner_ = -1;
    int self_ = -1;  // until it has been handed over
    const pid_t guard_ = getppid();
    bool owner_gone_ = false;
    bool ending_ = false;
    bool childless_ = false;               // says wait(); whoever was started here and has not been waited for knows better
    bool deaf_ = false;                    // nothing can be waited for: the guard ends the tree
    bool given_up_ = false;                // what is left may not be killed
    std::int64_t ending_since_ms_ = 0;     // or since a process was last killed
    std::vector<std::uint32_t> end_tickets_;
    Pace pace_ = Pace::running;
    std::int64_t pausing_since_ms_ = 0;
    bool had_all_stopped_ = false;         // by the last walk
    std::vector<pid_t> last_seen_stopped_;
    std::vector<std::uint32_t> pause_tickets_;
    std::map<pid_t, Child> children_;      // started here and not ended
    std::deque<Report> outgoing_;
    Meter meter_;
    Processors processors_;
    std::uint64_t most_memory_bytes_ = 0;  // 0 = nobody looks
    std::int64_t looked_ms_ = 0;
};

}  // namespace hcsffi::reaper
