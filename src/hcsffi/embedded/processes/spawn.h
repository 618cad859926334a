/* Every call the embedded host makes into the operating system for processes. One real implementation per platform
 * (linux/ with its reaper/, windows/); tests put their own behind the two interfaces to make any call fail.
 *
 * Actors. A `Spawner` belongs to the host. It opens one `ProcessTree` per started compute system: a tree is all processes started
 * through it and all their descendants, daemonised ones included, and dies as a whole. On POSIX a small separate process, the reaper,
 * owns the tree, so that nothing the client's process does to its own children (waitpid(-1), an ignored SIGCHLD) loses an exit status,
 * and so that the tree dies with the client's process however that one ends.
 *
 * Threads. Requests come from any host thread but the reactor's, and block until the reaper has answered (about a millisecond; longer
 * where the request says so). A reaper that does not run any more is killed after some seconds, and its tree ends as a lost one.
 * Listener calls come from one reactor thread, one at a time for all trees, with no lock of this file held: they must be quick, must not
 * make a request of any tree, and may drop the last reference to one. No lock that a listener takes may be held while making a request.
 *
 * Order. `process_ended` may be called before the `start` of that process has returned: that is why the caller chooses the key. When
 * `terminate` returns, every process_ended of that tree has returned. After the last process_ended there may still be output
 * in the pipes: they are kernel pipes from the process to whoever holds the other end, and nothing of this file reads them.
 */
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ground/unique_fd.h"

namespace hcsffi {

// Why a request failed, as far as a caller can act on it.
enum class SpawnReason {
    none,            // it did not fail
    not_found,       // no such program, or the interpreter its first line names does not exist
    not_executable,  // the program file is there and may not be executed
    bad_format,      // the program file is neither a binary of this machine nor a script with a first line
    bad_directory,   // the working directory does not exist, is no directory or may not be entered
    bad_user,        // no such user
    not_permitted,   // this process may not become that user
    bad_argument,    // a NUL inside a string, arguments too long for the system, a signal number out of range
    exhausted,       // no more descriptors, processes or memory
    no_reaper,       // the reaper executable is missing or cannot be started
    process_gone,    // no process with this key: never started here, or it has ended
    paused,          // the tree is paused
    tree_gone,       // terminate() was called, or the reaper is lost
    not_supported,   // the platform cannot do it
    wrong_thread,    // a request made from a listener call
    broken,          // anything else; text and system_code tell
};

// The outcome of a request. `text` is a sentence without a final full stop, naming what was tried; `system_code` is errno
// (GetLastError() on Windows), 0 when the system was not asked.
struct [[nodiscard]] SpawnOutcome {
    SpawnReason reason = SpawnReason::none;
    int system_code = 0;
    std::string text;
    bool ok() const noexcept { return reason == SpawnReason::none; }
};

// Names and values of variables, in order.
using Environment = std::vector<std::pair<std::string, std::string>>;

// Chosen by the caller of start(), unique within the tree for its whole life.
using ProcessKey = std::uint64_t;

struct ConsoleSize {
    std::uint16_t rows = 24;  // HCS writes [height, width]
    std::uint16_t columns = 80;
};

// What to start. All text is UTF-8 without NULs.
struct ProcessStart {
    std::string program;  // file to execute; empty = arguments[0]. Without a slash it is looked up in the PATH of `environment`
    std::vector<std::string> arguments;  // argv as the process sees it, argv[0] included; at least one
    std::string command_line;  // the line the document has, if it has one: Windows hands it on as it is, programs there read a line
    Environment environment;  // exactly this, nothing inherited
    std::string working_directory;  // absolute; empty = "/"
    std::string user;  // empty = the client's; else "name", "uid", or either with ":group"
    bool input = false;  // give the caller a writable end of the standard input; else it reads end-of-file
    bool output = false;  // give the caller a readable end; else what is written is dropped
    bool error = false;  // the same; ignored with `console`
    bool console = false;  // a pseudo-terminal of `console_size` serves all three, and is the controlling terminal
    ConsoleSize console_size;
};

// What start() made. `input`, `output` and `error` are for the client (>= 3, close-on-exec, blocking: their reader may change that);
// `kept_input` and `console` are for the host. With a console `input` and `output` are two descriptors of the same terminal:
// end-of-file of `output` is EIO on Linux, and closing `input` does not end the process's input, end_console_input() does. One EIO is
// not the end yet: the kernel looks for bytes before it looks for the end, and what is written in between comes with the next read.
struct StartedProcess {
    std::uint32_t id = 0;  // the real process id
    UniqueFd input;
    UniqueFd output;
    UniqueFd error;
    UniqueFd kept_input;  // the host's duplicate: the process reads end-of-file when this and the client's `input` are both closed (C-5)
    UniqueFd console;  // the host's duplicate for resize_console() and end_console_input(); set only with a console
};

struct ProcessEnd {
    std::uint32_t exit_code = 0;  // the status; 128 + signal when a signal ended it (137 for a kill)
    int signal = 0;  // the signal that ended it, 0 = it exited
    std::uint64_t user_100ns = 0;  // of the process and of the descendants it waited for
    std::uint64_t kernel_100ns = 0;
    std::uint64_t peak_working_set_bytes = 0;
};

// What a Windows client can ask for (C-15). Sent to the process group of the process, as a console does: CtrlC = SIGINT,
// CtrlBreak = SIGQUIT, CtrlClose = SIGHUP, CtrlLogOff = SIGHUP, CtrlShutdown = SIGTERM (chosen).
enum class ControlSignal { ctrl_c, ctrl_break, ctrl_close, ctrl_log_off, ctrl_shutdown };

// Of the whole tree, exited processes included where a sum over time is meant. Sums never go down.
struct TreeStatistics {
    std::uint64_t user_100ns = 0;
    std::uint64_t kernel_100ns = 0;
    std::uint64_t commit_bytes = 0;  // private writable memory of the living (data and stack)
    std::uint64_t commit_peak_bytes = 0;  // highest sum seen by a request, and never below the peak of any one ended process
    std::uint64_t private_working_set_bytes = 0;
    std::uint64_t read_count = 0;  // read and write calls and their bytes, files, pipes and terminals alike, as a job object counts
    std::uint64_t read_bytes = 0;
    std::uint64_t write_count = 0;
    std::uint64_t write_bytes = 0;
    std::uint32_t process_count = 0;
};

struct ProcessRow {
    std::uint32_t id = 0;
    std::string image_name;  // as the system shows it; UTF-8, a byte that is not becomes '?'
    std::int64_t created_unix_100ns = 0;  // since 1970-01-01T00:00:00Z; the same in every answer for one process
    std::uint64_t user_100ns = 0;
    std::uint64_t kernel_100ns = 0;
    std::uint64_t commit_bytes = 0;
    std::uint64_t working_set_private_bytes = 0;
    std::uint64_t working_set_shared_bytes = 0;
};

// Told what happens in one tree. Kept weakly by the tree and owned for the length of each call.
class TreeListener {
  public:
    virtual ~TreeListener() = default;

    // threads: reactor. blocks: must not. Once for every start() that succeeded, unless tree_lost comes instead. The id is free again.
    virtual void process_ended(ProcessKey key, const ProcessEnd& end) noexcept = 0;

    // threads: reactor. blocks: must not. The reaper died unasked: what had not ended before was killed and its exit status is unknown.
    // Called once, when nothing of the tree is left, and the last call for that tree.
    virtual void tree_lost(const SpawnOutcome& why) noexcept = 0;

    // threads: any but reactor. blocks: briefly. Asked for by a request that has waited for long: while the token lives, somebody else
    // does the work of the thread that waits. May be nothing.
    virtual std::shared_ptr<void> stand_in() noexcept { return nullptr; }
};

// What ends a tree whose processes have made processes that nobody knows, or have become other users.
enum class EndingMeans {
    control_group,  // Linux: the kernel ends its members, whoever has been killed before
    pid_namespace,  // Linux: the kernel ends whoever is inside
    walk,           // Linux, where neither can be had: the reaper finds them in /proc; its guard does when the reaper is killed
    job_object,     // Windows
};
struct Ending {
    EndingMeans means = EndingMeans::walk;
    int system_code = 0;  // errno of what keeps the tree from a control group
    std::string problem;  // that, as a sentence without a final full stop; empty = nothing does
};

// What all processes of a tree may use together; 0 = whatever there is.
struct TreeLimits {
    std::uint64_t memory_bytes = 0;
    double processors = 0;               // the time of so many, 0.5 is every second moment of one
    std::uint32_t processor_weight = 0;  // of 10000, against the 100 of whoever has none: counts where processors are short
    std::uint32_t processes = 0;         // and threads
    bool any() const noexcept { return memory_bytes != 0 || processors > 0 || processor_weight != 0 || processes != 0; }
    bool operator==(const TreeLimits& other) const noexcept {
        return memory_bytes == other.memory_bytes && processors == other.processors && processor_weight == other.processor_weight &&
               processes == other.processes;
    }
};

/* By what the system sees to each of them; nullptr = nothing does.
 *
 * "cgroup2" and "cgroup1" are the kernel's control groups. Where there is none, three things stand in: "watch" measures the memory ten
 * times a second and ends the tree when it is too much, "affinity" leaves the programs so many processors, which one of them may take
 * back, and "rlimit" counts the processes of a tree in a user namespace of its own. */
struct LimitsHeld {
    const char* memory = nullptr;
    const char* processors = nullptr;
    const char* weight = nullptr;
    const char* processes = nullptr;
};

// One compute system's processes. Destroying it kills them all and does not wait; Spawner::shutdown() does.
class ProcessTree {
  public:
    virtual ~ProcessTree() = default;

    // threads: any but reactor. blocks: while the system takes memory back from the processes. Puts `limits` in the place of those before;
    //   one that the tree was opened without is held by what stands in for groups. What the answer has not got is not limited.
    virtual LimitsHeld limit(const TreeLimits& limits) = 0;

    // threads: any but reactor, several at once. blocks: until the program is executing or has failed to (directory and program may be
    //   on a slow file system). owns: fills *started, untouched on failure. errors: not_found, not_executable, bad_format,
    //   bad_directory, bad_user, not_permitted, bad_argument, exhausted, paused, tree_gone.
    virtual SpawnOutcome start(const ProcessStart& what, ProcessKey key, StartedProcess* started) = 0;

    // threads: any but reactor. blocks: briefly. errors: process_gone, tree_gone.
    virtual SpawnOutcome signal(ProcessKey key, ControlSignal signal) = 0;

    // As above, by the platform's number and to the process alone (what Linux guests take). errors: also bad_argument, not_supported.
    virtual SpawnOutcome signal(ProcessKey key, int number) = 0;

    // threads: any but reactor. blocks: briefly, not until it has ended. Ends the process and only it, paused or not; its descendants
    //   stay. errors: process_gone, tree_gone.
    virtual SpawnOutcome kill(ProcessKey key) = 0;

    // threads: any but reactor. blocks: until every process of the tree has stopped running; new children of stopping ones included.
    //   Twice is the same as once; kill and terminate work on a paused tree, start answers paused. errors: tree_gone, broken
    //   (something could not be stopped within 10 s: all is resumed again).
    virtual SpawnOutcome pause() = 0;

    // threads: any but reactor. blocks: briefly. Processes that had stopped themselves before the pause run, too. errors: tree_gone.
    virtual SpawnOutcome resume() = 0;

    // threads: any but reactor. blocks: about 0.1 ms per process. errors: tree_gone, exhausted.
    virtual SpawnOutcome measure(TreeStatistics* statistics) = 0;

    // The same. Every process of the tree in order of creation; not the reaper. A process that ends meanwhile may be missing.
    virtual SpawnOutcome list(std::vector<ProcessRow>* processes) = 0;

    // threads: any but reactor, several at once. blocks: until no process is left and every process_ended has returned. Twice is the
    //   same as once. Later requests answer tree_gone. errors: tree_gone when the reaper was lost first (nothing is left then either);
    //   broken when processes are left that may not be killed, or the end could not be made sure of within a minute.
    virtual SpawnOutcome terminate() = 0;

    // threads: any. blocks: no. What ends it as far as is known: that a program cannot be put into its group shows when it is started.
    virtual Ending ending() const = 0;

    // threads: any. blocks: no. Of an enclosed tree: the number its first process has on the machine; 0 of others, and once it has ended.
    virtual std::uint32_t first_process() const { return 0; }

    // The same of the process through whose mounts those of a tree that runs are changed; 0 where they cannot be.
    virtual std::uint32_t antechamber() const { return 0; }
};

// A folder or file of the machine that a container's programs see. Both paths are absolute; the one inside has no "." and "..".
struct Mapping {
    std::string host_path;
    std::string path_inside;
    bool read_only = false;
    bool is_pipe = false;  // it has to be a Unix socket or a named pipe
};

// What a tree that runs is to see no longer, and what it is to see: in the place of that, or anew.
struct MappingChange {
    std::string unmapped;  // the path inside; empty = nothing goes
    std::optional<Mapping> mapped;
};

// Which network the processes of an enclosed tree have.
enum class NetworkKind : std::uint8_t {
    machines,  // that of the machine
    holder,    // one of their own, in which others' networks can be held: its rights reach into theirs
    held,      // one of their own, below a holder's
};
struct EnclosedNetwork {
    NetworkKind kind = NetworkKind::machines;
    std::uint32_t holder = 0;  // of `held`: the first process of the holder's tree
    std::uint32_t peer = 0;    // of `held`: the first process of a tree whose network this one has, too; 0 = a fresh one
    std::string resolver;      // of `held`: what its /etc/resolv.conf says
};

// What a tree has to itself: its processes, host name, System V and POSIX queues, and a root: a view of layers, or the machine's own
// folders, which cannot be written. Process ids are those that its processes see.
struct Enclosure {
    std::string host_name;  // empty = the machine's
    std::string view;       // an absolute path: the folder that is the root, and may be written; empty = the machine's own folders
    std::vector<Mapping> mappings;
    TreeLimits limits{};
    EnclosedNetwork network{};
};

// The program that encloses trees, and what it can do here.
struct IsolationEngine {
    bool works = false;     // a tree has been opened with it
    bool layers = false;    // a view of layers can be the root
    bool changes = false;   // what is mapped can be changed while a tree runs
    std::string program;    // empty = none was found
    std::string version;
    std::string problem;    // why it does not work, in the words of who refused
    int system_code = 0;    // the errno of that
    std::string remedy;     // what can be done about it
};

// A program of the machine that carries some of what containers ask for.
struct ProgramFound {
    std::string name, carries, remedy;
    std::string path;  // empty = it is missing
};

struct SpawnCounters {
    std::int64_t reapers = 0;  // trees whose reaper has not been collected yet
    std::int64_t descriptors = 0;  // of all trees: two each between requests
    std::int64_t threads = 0;  // the reactor: 0 before the first open_tree and after shutdown
};

class Spawner {
  public:
    virtual ~Spawner() = default;

    // threads: any but reactor. blocks: until the reaper says it is ready (1 to 3 ms). owns: fills *tree, untouched on failure. Limits
    // that cannot be held are no failure: ProcessTree::limit tells. errors: no_reaper, exhausted, tree_gone after shutdown.
    virtual SpawnOutcome open_tree(std::weak_ptr<TreeListener> listener, const TreeLimits& limits, std::unique_ptr<ProcessTree>* tree) = 0;
    SpawnOutcome open_tree(std::weak_ptr<TreeListener> listener, std::unique_ptr<ProcessTree>* tree) {
        return open_tree(std::move(listener), {}, tree);
    }

    // The same for a tree with a root, a process table and a name of its own. errors: also not_supported, and those of check_enclosure;
    // the text has the engine's own words.
    virtual SpawnOutcome open_enclosed_tree(std::weak_ptr<TreeListener> listener, const Enclosure& enclosure,
                                            std::unique_ptr<ProcessTree>* tree) = 0;

    // threads: any but reactor, one at a time for a tree, and beside no start or pause. blocks: until programs of the machine have done it
    // (some ten milliseconds); for the last part of that its processes are stopped.
    // errors: not_supported, naming what is missing; bad_argument, broken, with the words of who refused.
    virtual SpawnOutcome change_mapping(ProcessTree& tree, const MappingChange& change) = 0;

    // threads: any. blocks: for file system calls. The programs beside the engine that isolation uses; none where it has none.
    virtual std::vector<ProgramFound> programs() const { return {}; }

    // threads: any. Whether this platform has such trees at all.
    virtual bool offers_isolation() const = 0;

    // threads: any but reactor. blocks: at the first call, until a tree has been opened and ended with the engine.
    virtual IsolationEngine isolation_engine() = 0;

    // threads: any. blocks: for file system calls. Whether the mappings can be made as the machine is now. errors: bad_argument, broken
    // with the system's code; *culprit is the mapping.
    virtual SpawnOutcome check_enclosure(const Enclosure& enclosure, std::size_t* culprit) = 0;

    // threads: any. blocks: briefly. Changes the size a process sees and signals it. errors: process_gone, bad_argument.
    virtual SpawnOutcome resize_console(const UniqueFd& console, ConsoleSize size) = 0;

    // threads: any. blocks: no. Types the terminal's end-of-file character twice: once to hand over a line without an end, once to end
    // the input. Nothing happens while the process has the terminal in raw mode (chosen). errors: process_gone, exhausted when the
    // terminal takes no more input now.
    virtual SpawnOutcome end_console_input(const UniqueFd& console) = 0;

    // threads: any. blocks: for file system calls. What would hold such limits of a tree that is opened now.
    virtual LimitsHeld would_hold(const TreeLimits& limits, bool enclosed) = 0;

    // threads: any. blocks: no. Whether trees opened from now on live in control groups of their own where they can be had, which they do
    // unless told otherwise. Only Linux has them.
    virtual void use_control_groups(bool wanted) = 0;

    // threads: any.
    virtual SpawnCounters counters() const = 0;

    // threads: any but reactor. blocks: until every tree's processes are gone, its reaper collected and the reactor joined. Trees that
    // are still owned answer tree_gone afterwards and may be destroyed after the Spawner. Twice is the same as once; the destructor
    // calls it.
    virtual void shutdown() = 0;
};

// threads: any. What ProcessTree::start refuses on every platform, before the system is asked. errors: bad_argument.
SpawnOutcome check_start(const ProcessStart& what);

// threads: any. How many bytes the system hands to a program at most, as arguments and variables together; each counts with its end and the
// pointer to it. SIZE_MAX where no limit is known.
std::size_t most_start_bytes();
constexpr std::size_t kStartBytesEach = 1 + sizeof(char*);

// threads: any. `reaper_path` empty = the file `reaper` beside the library this function was linked into.
std::unique_ptr<Spawner> make_spawner(std::string reaper_path = {});

// threads: any, but beside a change of the environment only on Windows. The client's variables as they are now.
Environment client_environment();

// threads: any. An order of names in which neither of two stands before the other when the system takes them for one variable: Windows
// does not see letter case.
bool variable_before(std::string_view left, std::string_view right);

struct SystemMemory {
    std::uint64_t total_bytes = 0;
    std::uint64_t available_bytes = 0;
};

// threads: any. Of the machine this runs on; zeros where the system does not tell.
SystemMemory system_memory();

// threads: any. Now, in units of 100 ns since 1970-01-01T00:00:00Z.
std::int64_t now_unix_100ns();

}  // namespace hcsffi
