/* What the host and its reapers write to each other: one SOCK_SEQPACKET message per request or report, of exactly these structures.
 * Both sides are built from the same sources and never differ in version, so the layout needs no care beyond being fixed-size.
 *
 * A start carries four descriptors (plan, stdin, stdout, stderr), a measure or list one (a memory file for the answer); no other
 * request carries any. Every request is answered by one `answer` with its ticket; `ended` comes by itself, after the answer to the
 * start it belongs to. `alive` is answered at once, whatever else is under way: who gets no answer to it talks to a reaper that does
 * not run. `ready` carries an error when the reaper could never know its processes; it ends then.
 *
 * The common guard (guard.cpp) is told of each new tree by one message on a socket of its own: the path of the control group to make, ended
 * by a NUL and empty where none is wanted, with the reaper's end of the tree's socket. It answers nothing; what comes of it is said on the
 * tree's socket: `ready` by the reaper, with a descriptor of its process, and `over` by the guard, as the last word.
 */
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace hcsffi::reaper {

constexpr int kSocket = 3;           // where the reaper finds its end
constexpr int kOwner = 4;            // where an enclosed one finds the client's process, whose number means nothing inside
constexpr const char* kEnclosed = "enclosed";  // its first argument then
// Its second and third argument, where the tree has limits: the name of its groups, and a letter for each. From kGroups on stand two
// descriptors for each of them: the folder it lies in, and its list of members, which a process enters by writing 0.
constexpr int kGroups = 12;
constexpr int kMostGroups = 3;
constexpr const char* kGuardOfAll =
    "guard";  // the first argument of a guard for all trees of a client; kSocket is where it is told of them
constexpr std::size_t kMostGroupPath = 4096;  // with its NUL
constexpr char kUnifiedGroup = 'u';       // of version 2
constexpr char kFirstVersionGroup = 'v';
constexpr int kStartDescriptors = 4;
constexpr const char* kName = "hcsffi-reaper";  // as ps shows it
static_assert(std::string_view(kName).size() <= 15, "the kernel keeps 15 characters (TASK_COMM_LEN)");

enum class Ask : std::uint32_t {
    start = 1,
    signal_one,
    signal_group,
    pause,
    resume,
    measure,
    list,
    terminate,
    alive,
    limit_memory,      // `key` = bytes: from here on the reaper ends all when they have more
    limit_processors,  // `key` = how many they may run on
    limit_processes    // `key` = how many there may be; counted in a user namespace of their own. Zero is no limit, of all three
};
// ran_out of memory: everybody is being ended; over: nobody is left.
enum class Say : std::uint32_t { ready = 1, answer, ended, ran_out, over };
// How far a start came before it failed.
enum class Stage : std::uint32_t { none, fork, plan, terminal, streams, user, directory, program, interpreter, paused, key };

struct Request {
    Ask ask;
    std::uint32_t ticket;
    std::uint64_t key;
    std::int32_t signal;
    std::uint32_t padding;
};

struct Report {
    Say say;
    std::uint32_t ticket;
    std::uint64_t key;
    std::int32_t pid;      // ready: the reaper's own; answer to a start: the process's
    std::int32_t error;    // errno, 0 = done; over: why there was no reaper
    Stage stage;
    std::int32_t status;  // ended, and over (of the reaper): as wait() gives it; ready, and answer to a start: errno that keeps programs
    // out of the group they were to have, 0 = nothing does
    std::uint64_t user_100ns;
    std::uint64_t kernel_100ns;
    std::uint64_t peak_bytes;
    std::uint64_t rows;  // answer to a list: how many Row
};

constexpr std::uint32_t kConsole = 1;  // the three streams are a terminal, to be made the controlling one
constexpr std::uint32_t kChangeUser = 2;  // become user_id, group_id and the supplementary groups

// The start of a plan file; the groups (uint32 each) and then NUL-terminated texts follow: program, directory, arguments, environment.
struct Plan {
    std::uint32_t flags;
    std::uint32_t user_id;
    std::uint32_t group_id;
    std::uint32_t group_count;
    std::uint32_t argument_count;
    std::uint32_t environment_count;
};

// The answer to a measure is one of these, the answer to a list is an array of Row.
struct Measured {
    std::uint64_t user_100ns, kernel_100ns, commit_bytes, commit_peak_bytes, private_bytes;
    std::uint64_t read_count, read_bytes, write_count, write_bytes, process_count;
};

static_assert(sizeof(Ask) == 4 && sizeof(Say) == 4 && sizeof(Stage) == 4, "fixed-size words");
static_assert(std::has_unique_object_representations_v<Request> && sizeof(Request) == 24, "no byte of a message is left to chance");
static_assert(std::has_unique_object_representations_v<Report> && sizeof(Report) == 64);
static_assert(std::has_unique_object_representations_v<Plan> && std::has_unique_object_representations_v<Measured>);

struct Row {
    std::uint32_t pid;
    char name[20];  // the kernel's 15 bytes and a NUL
    std::int64_t created_unix_100ns;
    std::uint64_t user_100ns, kernel_100ns, commit_bytes, private_bytes, shared_bytes;
};
static_assert(std::has_unique_object_representations_v<Row>);

}  // namespace hcsffi::reaper
