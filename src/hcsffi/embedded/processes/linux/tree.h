/* How a tree of processes is kept on Linux, for the files of this folder only: the reaper's other end, the thread that listens to all of
 * them, and the preparation of a start. Linux is complete. The seams to another POSIX system are three: Reactor (epoll and eventfd), the
 * reaper (subreaper, signalfd, /proc) and memory_file().
 */
#pragma once

#include <poll.h>
#include <spawn.h>
#include <sys/types.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "ground/uninterrupted.h"
#include "processes/reaper/protocol.h"
#include "processes/spawn.h"

namespace hcsffi {

inline int fd_of(const UniqueFd& descriptor) { return static_cast<int>(descriptor.get()); }

// threads: any. blocks: at most for so long. Whether there is something to read, an end included; of a process, whether it has ended.
inline bool becomes_readable(int descriptor, int within_ms) {
    pollfd one{descriptor, POLLIN, 0};
    return uninterrupted([&] { return poll(&one, 1, within_ms); }) == 1;
}
// The same for room to write to.
inline bool becomes_writable(int descriptor, int within_ms) {
    pollfd one{descriptor, POLLOUT, 0};
    return uninterrupted([&] { return poll(&one, 1, within_ms); }) == 1 && (one.revents & POLLOUT) != 0;
}

// threads: any. "what: system's text" with the reason that errno stands for when nothing more is known.
SpawnOutcome failed(const std::string& what, int error);

// threads: any. An unnamed file in memory, to hand over or take back more than a message holds. errors: unset, errno tells.
UniqueFd memory_file(const char* name);

// threads: any. Another descriptor of the same file, with a number from `lowest` on. errors: unset, errno tells; EMFILE, too, where no such
// number may be had.
UniqueFd duplicated(int descriptor, int lowest);

// threads: any. The same file above the numbers that a new process finds its own descriptors on; the given one is closed. errors: unset,
// errno tells; of none at all, what it was before.
UniqueFd raised(int descriptor);

// threads: any. The ends of a reaper's socket, the reaper's above those numbers. errors: exhausted, broken.
SpawnOutcome make_sockets(UniqueFd* mine, UniqueFd* theirs);

// threads: any. blocks: for a file system. errors: false with errno, EIO where the file ends too soon.
bool copy_whole(const UniqueFd& from, const UniqueFd& to);

class LimitGroups;
class GuardProcess;

// A reaper from outside.
struct ReaperProcess {
    pid_t pid = -1;  // of its guard, unless that is the common one
    std::shared_ptr<GuardProcess> guard;  // the common one
    UniqueFd socket;
    UniqueFd alive;  // of that process, or of the reaper that the common guard has made, once it has spoken; readable once the process has
    // ended; unset on kernels without such descriptors (before 5.3)
    std::string group;  // the control group it was to make; empty = none
    Ending ending;  // as it was meant to be
    std::shared_ptr<LimitGroups> limits;  // the groups it lives in that hold its limits; empty = none
    UniqueFd first;  // of a tree with a root of its own, whose `pid` is its engine's: the first process inside
    pid_t first_pid = -1;  // its number
    UniqueFd errors;  // what that engine writes before it ends untimely
    bool has_antechamber = false;  // the engine's is one
    std::shared_ptr<UniqueFd> image;  // the file that such trees' reapers run from
};

// A process to be started, step by step. The first step that cannot be noted is what start() answers.
class PlannedSpawn {
  public:
    PlannedSpawn();
    PlannedSpawn(const PlannedSpawn&) = delete;
    PlannedSpawn& operator=(const PlannedSpawn&) = delete;
    ~PlannedSpawn();
    void open_nothing(int place, int flags);  // /dev/null
    void give(int descriptor, int place);
    // Blocked from the first instruction and in a process group of its own: a Ctrl-C at the client's terminal is not for the reaper.
    void keep_signals_out();
    // threads: any. blocks: for an exec. Without any environment. errors: errno.
    int start(const std::string& file, std::vector<std::string>& words, pid_t* pid) const;

  private:
    void note(int error);

    posix_spawn_file_actions_t actions_{};
    posix_spawnattr_t attributes_{};
    int problem_ = 0;
    bool ready_ = false;
};

// threads: any. Puts the descriptors of the groups that limit where the reaper looks for them, and adds its words about them.
void give_groups(const ReaperProcess& reaper, PlannedSpawn* planned, std::vector<std::string>* words);

// threads: any. blocks: for an exec. The program is started without the client's environment, descriptors and terminal, and makes
// reaper->group.
SpawnOutcome start_reaper(const std::string& path, ReaperProcess* reaper);

// threads: any. blocks: for an exec. The same program as the common guard, which is told of trees on `socket`.
// errors: no_reaper, exhausted.
SpawnOutcome start_guard(const std::string& path, int socket, pid_t* pid);

// What an engine is told.
struct EngineWords {
    std::vector<std::string> arguments;
    std::string host_name;
    EnclosedNetwork network{};
    std::vector<std::string> antechamber;  // what has the engine started in one; empty = none
};

// The sealed copy of the reaper's file that all enclosed trees run from while one of them lives: nobody can change it for the others, and
// one for each would be most of the memory that an idle tree takes.
class CommonImage {
  public:
    // threads: any. blocks: for a copy when no tree lives. errors: no_reaper, exhausted.
    SpawnOutcome take(const std::string& path, std::shared_ptr<UniqueFd>* image);

  private:
    std::mutex mutex_;
    std::weak_ptr<UniqueFd> image_;  // guarded by mutex_
};

// threads: any. blocks: until the engine has made the namespaces. As start_reaper, with the engine told `words` first; the program
// runs from a sealed copy, so that nothing inside leads to its file.
SpawnOutcome start_enclosed_reaper(const std::string& path, const std::string& engine, const EngineWords& words, CommonImage& images,
                                   ReaperProcess* reaper);

// A control group as a mount shows it, and where the mount is. Both empty when none does.
struct ShownGroup {
    std::string folder;
    std::string mount;
};

// threads: any. That of this process: of version 2, or of the hierarchy of version 1 that has the controller.
ShownGroup own_group(const std::string& controller);

// threads: any. The folder of the client's control group, if groups can be made there; else empty, and *why says what is in the way.
std::string groups_folder(Ending* why);

// threads: any. Where a new tree's group is to be: a name nobody has had.
std::string group_beside(const std::string& parent);

// threads: any. blocks: for 20 ms for each of them that does not empty. Ends the groups below `parent` whose clients and reapers were
// killed.
void sweep_groups(const std::string& parent);

// threads: any. blocks: until the group is gone, at most for 0.2 s. For a tree whose reapers have ended: kills who is left.
void end_group_of_killed(const std::string& path);

// threads: any. The file `reaper` beside the library or program this code is in.
std::string reaper_beside_this_library();

// The ends of the three streams: the client's and the host's in `started`, the new process's in `theirs` (unset: /dev/null).
struct Streams {
    StartedProcess started;
    UniqueFd theirs[3];
};
SpawnOutcome make_streams(const ProcessStart& what, bool roomy, Streams* streams);

// How many processes may have pipes four times the usual size, which pass three times as many bytes a second. Limited because the kernel
// gives each user without privileges 64 MiB for pipes and makes all new ones tiny beyond that: this takes a quarter of it at most.
class PipeRoom {
  public:
    // threads: any. Set if there was room; it is given back when the token goes.
    static std::shared_ptr<void> take(const std::shared_ptr<PipeRoom>& room);

  private:
    static constexpr int kProcesses = 21;  // of three pipes of 256 KiB each
    std::atomic<int> taken_{0};
};

// Whom a program becomes.
struct Account {
    bool change = false;
    uid_t user = 0;
    gid_t group = 0;
    std::vector<gid_t> groups;
};

// threads: any. blocks: for a look-up. "name", "uid", or either with ":group", of the machine or, unless `view` is empty, of that root.
// errors: bad_user.
SpawnOutcome resolve_account(const std::string& text, const std::string& view, Account* account);

// threads: any. blocks: for a look-up of the user, in the root the program will see. The request in the form the reaper reads, as a memory
// file.
SpawnOutcome write_plan(const ProcessStart& what, const std::string& view, UniqueFd* plan);

class Reactor;

// One tree as seen from the client's process. Lives until the reaper has been collected, whoever else has let go of it.
class TreeChannel {
  public:
    using Moment = std::chrono::steady_clock::time_point;

    explicit TreeChannel(std::weak_ptr<TreeListener> listener);
    // threads: any, before anything else is asked of it. A reaper is made after its channel: nobody could collect it otherwise.
    void adopt(ReaperProcess reaper);

    // threads: any but reactor. blocks: until answered. `given` are lent for the call. errors: tree_gone, broken; what the reaper
    // answers is in *report, untranslated.
    SpawnOutcome ask(reaper::Ask what, ProcessKey key, int signal, const std::vector<int>& given, reaper::Report* report);
    // The same for the first word of the reaper. errors: no_reaper, with the engine's words where one was to start it.
    SpawnOutcome wait_until_ready();
    // As ProcessTree::terminate.
    SpawnOutcome terminate();
    // threads: any. blocks: no. The reaper kills all and ends.
    void abandon();

    // threads: reactor. Takes what has come; true once the reaper has been collected.
    bool advance();
    // threads: reactor. Now and then: a tree that was let go of and does not end is killed. False when there is nothing to come back for.
    bool press();
    // threads: reactor. What to wait for: changes from the socket to the process's own descriptor when the reaper has hung up.
    int awaited() const;
    std::int64_t descriptors() const;
    bool is_collected() const;
    // threads: any. As ProcessTree::ending.
    Ending ending() const;
    // threads: any. As ProcessTree::first_process.
    std::uint32_t first_process() const;
    // threads: any. The process whose mount namespace is the antechamber; 0 where there is none, and once the tree has ended.
    std::uint32_t antechamber() const;
    // threads: any. Keeps `token` until the end of the process, or until forget(); before the start, because the end may come first.
    void keep_until_end(ProcessKey key, std::shared_ptr<void> token);
    void forget(ProcessKey key);
    // threads: any. For a reaper that does not do as it is told.
    void kill_reaper();
    // threads: any. Empty where nothing holds limits, or the tree has been collected.
    std::shared_ptr<LimitGroups> limit_groups() const;
    // threads: any but reactor. blocks: until answered. Of what stands in for a group: told only where it differs from what holds already.
    // False when it does not hold, or is no limit.
    bool stand_in_for_group(reaper::Ask what, std::uint64_t number);

  private:
    struct Waiting {
        bool done = false;
        bool answered = false;
        reaper::Report report{};
    };
    enum class Life { talking, collecting, collected };

    class Place;

    bool receive();
    void deliver(const reaper::Report& report);
    void note_ending(const reaper::Report& report);
    void hang_up();
    int status_of_guard();
    void collect();
    SpawnOutcome wait(std::unique_lock<std::mutex>& lock, Waiting& waiting);
    SpawnOutcome wait_until_collected(std::unique_lock<std::mutex>& lock);
    std::shared_ptr<void> stand_in(std::unique_lock<std::mutex>& lock);
    void prod_locked();
    void kill_reaper_locked();
    void end_enclosed();
    SpawnOutcome send_request(const reaper::Request& request, const std::vector<int>& given);

    const std::weak_ptr<TreeListener> listener_;
    const pid_t home_;  // the process that owns the tree: a fork of it has no reactor and must leave the tree alone
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    ReaperProcess reaper_;  // descriptors guarded by mutex_
    Life life_ = Life::talking;  // guarded by mutex_
    bool end_expected_ = false;  // guarded by mutex_: terminate or abandon came
    bool ready_ = false;  // guarded by mutex_
    bool blind_ = false;  // guarded by mutex_: it said that it cannot see its processes
    bool ran_out_ = false;  // guarded by mutex_: it said that its processes took too much memory
    std::map<reaper::Ask, std::uint64_t> standing_in_;  // guarded by mutex_: the limits that the reaper sees to
    std::optional<Moment> prodded_;  // guarded by mutex_: since when it has been asked whether it runs, without an answer
    std::optional<Moment> let_go_;  // guarded by mutex_: when abandon came
    std::vector<int> given_;  // of the reactor's thread alone: the descriptor that came with a message
    int collected_status_ = 0;  // guarded by mutex_: as wait() gives it
    bool over_ = false;  // guarded by mutex_: the common guard has said its last word
    int unmade_ = 0;  // guarded by mutex_: errno that kept the common guard from making a reaper
    pid_t inner_pid_ = -1;  // guarded by mutex_: the process that speaks, a child of reaper_.pid
    std::uint32_t next_ticket_ = 1;  // guarded by mutex_
    std::map<std::uint32_t, Waiting*> waiting_;  // guarded by mutex_
    std::map<ProcessKey, std::shared_ptr<void>> kept_;  // guarded by mutex_
};

// The one thread that hears all reapers.
class Reactor {
  public:
    Reactor() = default;
    ~Reactor();
    Reactor(const Reactor&) = delete;
    Reactor& operator=(const Reactor&) = delete;

    // threads: any but reactor. Starts the thread on first use.
    SpawnOutcome add(const std::shared_ptr<TreeChannel>& channel);
    // threads: any but reactor. blocks: until all channels are collected and the thread is joined. Later add() answers tree_gone.
    void shutdown();
    bool is_this_thread() const;
    SpawnCounters counters() const;

  private:
    SpawnOutcome start_locked();
    void run();
    void listen_to(std::uint64_t id, const std::shared_ptr<TreeChannel>& channel);
    void wake() const;
    bool press_those_let_go();

    const pid_t home_ = own_process();
    static pid_t own_process();
    mutable std::mutex mutex_;
    std::condition_variable emptied_;
    std::map<std::uint64_t, std::shared_ptr<TreeChannel>> channels_;  // guarded by mutex_
    std::uint64_t next_id_ = 1;  // guarded by mutex_; 0 is the wake-up
    bool stopping_ = false;  // guarded by mutex_
    int poller_ = -1;  // written before the thread starts; not counted as a tree's
    int wakeup_ = -1;  // the same
    std::thread thread_;  // guarded by mutex_
    std::thread::id thread_id_;  // guarded by mutex_
};

}  // namespace hcsffi
