/* Limits of memory and processor that a tree's programs have together: that they bite, are changed and are counted while the tree runs,
 * cannot be shed from inside a root of its own, and leave no group behind. Of whoever runs this: root, or a user to whom a control group
 * was delegated, which `make limits-version-2` is for. */
#include "stopped_call.h"
#include "watched_tree.h"

static int be_a_victim(int count, char** arguments);
#define HARNESS_MODES be_a_victim
#include "harness.h"
#include "isolating.h"

#include <fcntl.h>
#include <grp.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <sstream>
#include <thread>

#include "processes/reaper/cgroup.h"

using namespace hcsffi;

namespace {

constexpr std::uint64_t kMebibyte = 1 << 20;
// An emulated processor that gets no time itself charges what runs for the pause, and lets it make up for that later.
const unsigned kMeasuredMs = getenv("HARNESS_PATIENCE_S") ? 10'000 : 1'500;
constexpr std::uint32_t kKilled = 137;  // what a client is told of a program that the kernel killed

TreeLimits memory_of(std::uint64_t mebibytes) { return {mebibytes * kMebibyte, 0, 0, 0}; }
TreeLimits processors_of(double processors) { return {0, processors, 0, 0}; }
TreeLimits processes_of(std::uint32_t processes) { return {0, 0, 0, processes}; }

bool is(const char* held, const std::string& expected) { return held != nullptr && held == expected; }

// A spawner with one limited tree. `tree` is empty where this machine has no root of its own for it.
struct LimitedTree {
    std::unique_ptr<Spawner> spawner = make_spawner();
    std::shared_ptr<Recorder> recorder = std::make_shared<Recorder>();
    std::unique_ptr<ProcessTree> tree;
    const bool enclosed;

    LimitedTree(bool in_root, const TreeLimits& limits, bool groups = true) : enclosed(in_root) {
        spawner->use_control_groups(groups);
        Enclosure enclosure;
        enclosure.limits = limits;
        if (const IsolationEngine engine = enclosed ? spawner->isolation_engine() : IsolationEngine{}; enclosed && !engine.works) {
            fprintf(stderr, "%s\n", engine.problem.c_str());
            return;
        }
        const SpawnOutcome outcome =
            enclosed ? spawner->open_enclosed_tree(recorder, enclosure, &tree) : spawner->open_tree(recorder, limits, &tree);
        if (!outcome.ok()) fprintf(stderr, "no tree: %s\n", outcome.text.c_str());
    }
};

bool is_group(const char* held) { return is(held, "cgroup2") || is(held, "cgroup1"); }

// One that needs so much at once.
std::string eater_of(int mebibytes) { return "exec dd if=/dev/zero of=/dev/null count=1 bs=" + std::to_string(mebibytes) + "M"; }

ProcessEnd end_of(LimitedTree& limited, const std::string& script, ProcessKey key) {
    StartedProcess started;
    ProcessEnd end;
    end.exit_code = 9999;
    const SpawnOutcome outcome = limited.tree->start(shell(script), key, &started);
    if (!outcome.ok()) fprintf(stderr, "not started: %s\n", outcome.text.c_str());
    if (outcome.ok()) limited.recorder->wait_for_end(key, &end);
    return end;
}

std::string said(LimitedTree& limited, const std::string& script, ProcessKey key) {
    std::string text;
    const SpawnOutcome outcome = output_of(*limited.tree, shell(script), key, &text);
    return outcome.ok() ? text : "not started: " + outcome.text;
}

// All groups on this machine that a process of this number has had made, by anybody's mount.
std::string groups_of(pid_t pid) {
    FILE* const found = popen(("find /sys/fs/cgroup -type d -name 'hcsffi-" + std::to_string(pid) + "-*' 2> /dev/null").c_str(), "r");
    std::string text;
    for (int one; found && (one = fgetc(found)) != EOF;) text += static_cast<char>(one);
    if (found) pclose(found);
    return text;
}

// Whether this process may make a group of a controller of the first version where it is itself; made and taken away here, not by the host.
bool makes_group(const std::string& controller) {
    std::istringstream lines(file_text("/proc/self/cgroup"));
    for (std::string line; std::getline(lines, line);) {
        const std::size_t at = line.find(":" + controller + ":");
        if (at == std::string::npos) continue;
        const std::string folder =
            "/sys/fs/cgroup/" + controller + line.substr(at + controller.size() + 2) + "/by-hand-" + std::to_string(getpid());
        if (mkdir(folder.c_str(), 0755) == 0) return rmdir(folder.c_str()) == 0;
    }
    return false;
}

}  // namespace

// What the machine is known to have must not be skipped.
#define NEEDS_LIMITS()                                                                                        \
    const LimitsHeld known = make_spawner()->would_hold({64 * kMebibyte, 2, 300, 50}, false);                 \
    CHECK(is_group(known.memory) || !makes_group("memory"));                                                  \
    CHECK(is_group(known.processors) || !makes_group("cpu"));                                                 \
    CHECK(is_group(known.processes) || !makes_group("pids"));                                                 \
    if (const char* const expected = getenv("LIMITS_EXPECTED")) {                                             \
        CHECK(is(known.memory, expected) && is(known.processors, expected) && is(known.processes, expected)); \
    }                                                                                                         \
    if (!is_group(known.memory) || !is_group(known.processors)) SKIP("no control group with controllers can be made here")

// A tree of its own root may be missing where nobody can have one.
#define NEEDS_TREE(limited)                               \
    if (!(limited).tree) {                                \
        CHECK((limited).enclosed && !machine_isolates()); \
        SKIP("this machine does not isolate");            \
    }

// The same of one that counts processes.
#define NEEDS_COUNT() \
    NEEDS_LIMITS();   \
    if (!is_group(known.processes)) SKIP("no control group that counts processes can be made here")

static void die_of_hunger(bool enclosed) {
    LimitedTree limited(enclosed, memory_of(48));
    NEEDS_TREE(limited);
    CHECK(limited.tree->limit(memory_of(48)).memory);
    CHECK_EQUAL(0, end_of(limited, eater_of(8), 1).exit_code);
    CHECK_EQUAL(kKilled, end_of(limited, eater_of(200), 2).exit_code);
    TreeStatistics statistics;
    CHECK(limited.tree->measure(&statistics).ok());
    CHECK(statistics.commit_peak_bytes >= 32 * kMebibyte && statistics.commit_peak_bytes <= 48 * kMebibyte);
    CHECK(statistics.commit_bytes <= statistics.commit_peak_bytes);
    CHECK(limited.tree->limit(memory_of(400)).memory);
    CHECK_EQUAL(0, end_of(limited, eater_of(200), 3).exit_code);
    CHECK(limited.tree->limit(memory_of(16)).memory);
    CHECK_EQUAL(kKilled, end_of(limited, eater_of(200), 4).exit_code);
    const LimitsHeld none = limited.tree->limit({});
    CHECK(!none.memory && !none.processors && !none.weight);
    CHECK_EQUAL(0, end_of(limited, eater_of(200), 5).exit_code);
    CHECK(limited.tree->terminate().ok());
    CHECK(groups_of(getpid()).empty());
}

TEST(a_program_that_takes_too_much_memory_is_killed, "one container must not take the memory of all, and its own end has to be told") {
    NEEDS_LIMITS();
    die_of_hunger(false);
}

TEST(the_same_in_a_root_of_its_own, "the reaper there has no right over groups, and must need none") {
    NEEDS_LIMITS();
    die_of_hunger(true);
}

TEST(a_group_that_a_sweep_has_is_made_once_more_when_it_is_gone, "the sweep would take the new one for the old, and the limit with it") {
    NEEDS_LIMITS();
    UniqueFd taken;
    std::atomic<bool> is_taken{false}, is_kept{false};
    const StoppedCall lock(SYS_flock, [&](const seccomp_notif&) {
        const std::string made = groups_of(getpid());
        if (made.empty()) return;  // another client's that this process looks at
        const std::string group = made.substr(0, made.find('\n'));
        if (!is_taken) {  // unless another client has been quicker
            taken = UniqueFd(open(group.c_str(), O_RDONLY | O_CLOEXEC));
            is_taken = taken && flock(taken.get(), LOCK_EX | LOCK_NB) == 0 && cgroup::is_there(AT_FDCWD, group.c_str(), taken.get());
        } else if (taken) {
            is_kept = cgroup::is_there(AT_FDCWD, group.c_str(), taken.get());
            rmdir(group.c_str());
            taken.reset();
        }
    });
    if (!lock) SKIP("this kernel lets nobody stop a call");
    LimitedTree limited(false, memory_of(48));
    CHECK(limited.tree);
    CHECK(is_taken && is_kept);
    CHECK(is_group(limited.tree->limit(memory_of(48)).memory));
    CHECK_EQUAL(kKilled, end_of(limited, eater_of(200), 1).exit_code);
    CHECK(limited.tree->terminate().ok());
    CHECK(groups_of(getpid()).empty());
}

static void run_slowly(bool enclosed) {
    constexpr double kShare = 0.2;
    LimitedTree limited(enclosed, processors_of(kShare));
    NEEDS_TREE(limited);
    CHECK(limited.tree->limit(processors_of(kShare)).processors);
    StartedProcess started;
    const auto since = std::chrono::steady_clock::now();
    // Two at once, a daemon among them: it is their time together that is short.
    CHECK(limited.tree->start(shell("setsid sh -c 'while :; do :; done' & while :; do :; done"), 1, &started).ok());
    wait_ms(kMeasuredMs);
    TreeStatistics statistics;
    CHECK(limited.tree->measure(&statistics).ok());
    const double elapsed_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
    const double used_s = static_cast<double>(statistics.user_100ns + statistics.kernel_100ns) / 1e7;
    CHECK(used_s > 0.02 && used_s < 1.75 * kShare * elapsed_s);
    CHECK(limited.tree->terminate().ok());
    CHECK(groups_of(getpid()).empty());
}

TEST(programs_get_no_more_of_the_processor_than_their_share, "a loop without an end is what runs away most often") {
    NEEDS_LIMITS();
    run_slowly(false);
}

TEST(nor_in_a_root_of_their_own, "what they are shown there does not change what they may use") {
    NEEDS_LIMITS();
    run_slowly(true);
}

TEST(a_weight_stands_where_the_scheduler_reads_it, "it bites only where processors are short, which a test cannot bring about safely") {
    NEEDS_LIMITS();
    LimitedTree limited(false, {0, 0, 300, 0});
    CHECK(limited.tree != nullptr);
    CHECK(is_group(limited.tree->limit({0, 0, 300, 0}).weight));
    const bool second = is(known.processors, "cgroup2");
    const std::string group = groups_of(getpid());
    CHECK(!group.empty() && group.find('\n') != std::string::npos);
    std::string text;
    const std::string find = "find /sys/fs/cgroup -path '*hcsffi-" + std::to_string(getpid()) + "-*' -name " +
                             (second ? "cpu.weight" : "cpu.shares") + " -exec cat {} +";
    CHECK(said(limited, find, 1) == (second ? "300\n" : "3072\n"));
}

// What stands in a file of the only group of this process that has it.
static std::string standing(const std::string& name) {
    std::istringstream folders(groups_of(getpid()));
    for (std::string folder; std::getline(folders, folder);)
        if (const std::string text = file_text(folder + "/" + name); !text.empty()) return text.substr(0, text.find('\n'));
    return "nothing";
}

TEST(each_limit_stands_where_the_kernel_reads_it_and_goes_when_it_is_lifted, "a service that forgets a limit slows a program for ever") {
    NEEDS_COUNT();
    const struct {
        TreeLimits limits;
        const char *second, *its, *first, *older;  // the file of version 2 and what stands there, then those of version 1
    } rows[] = {{{kMebibyte, 0, 0, 0}, "memory.max", "1048576", "memory.limit_in_bytes", "1048576"},
                {{0, 1, 0, 0}, "cpu.max", "100000 100000", "cpu.cfs_quota_us", "100000"},
                {{0, 0.015, 0, 0}, "cpu.max", "1500 100000", "cpu.cfs_quota_us", "1500"},
                {{0, 0.005, 0, 0}, "cpu.max", "5000 1000000", "cpu.cfs_quota_us", "5000"},
                {{0, 0.005, 0, 0}, "cpu.max", "5000 1000000", "cpu.cfs_period_us", "1000000"},
                {{0, 0.0001, 0, 0}, "cpu.max", "1000 1000000", "cpu.cfs_quota_us", "1000"},
                {{0, 2.5, 0, 0}, "cpu.max", "250000 100000", "cpu.cfs_quota_us", "250000"},
                {{0, 2.5, 0, 0}, "cpu.max", "250000 100000", "cpu.cfs_period_us", "100000"},
                {{0, 0, 1, 0}, "cpu.weight", "1", "cpu.shares", "10"},
                {{0, 0, 50'000, 0}, "cpu.weight", "10000", "cpu.shares", "102400"},
                {{0, 0, 0, 1}, "pids.max", "1", "pids.max", "1"},
                {{0, 0, 0, 70}, "pids.max", "70", "pids.max", "70"}};
    const struct {
        const char *file, *text;
    } lifted[] = {{"cpu.cfs_quota_us", "-1"}, {"cpu.shares", "1024"}, {"pids.max", "max"},
                  {"memory.max", "max"},      {"cpu.weight", "100"},  {"memory.swap.max", "max"}};
    LimitedTree limited(false, {64 * kMebibyte, 2, 300, 50});
    CHECK(limited.tree != nullptr);
    for (const auto& row : rows) {
        const LimitsHeld held = limited.tree->limit(row.limits);
        const char* const told[] = {held.memory, held.processors, held.weight, held.processes};
        CHECK_EQUAL(1, std::count_if(std::begin(told), std::end(told), is_group));
        const std::string here = standing(row.second) != "nothing" ? standing(row.second) : standing(row.first);
        const std::string expected = standing(row.second) != "nothing" ? row.its : row.older;
        if (here != expected) fprintf(stderr, "%s: expected %s, got %s\n", row.second, expected.c_str(), here.c_str());
        CHECK(here == expected);
        (void)limited.tree->limit({});
        for (const auto& one : lifted) {
            const std::string left = standing(one.file);
            if (left != "nothing" && left != one.text) fprintf(stderr, "%s: %s\n", one.file, left.c_str());
            CHECK(left == "nothing" || left == one.text);
        }
        CHECK(standing("cpu.max") == "nothing" || standing("cpu.max").rfind("max ", 0) == 0);
    }
}

TEST(a_limit_cannot_be_shed_from_inside, "who may write the number of a limit has none") {
    NEEDS_LIMITS();
    LimitedTree limited(true, memory_of(64));
    NEEDS_TREE(limited);
    const std::string files = "$(find /sys/fs/cgroup -name memory.max -o -name memory.limit_in_bytes -o -name cgroup.procs)";
    CHECK(said(limited, "for f in " + files + "; do echo 0 > $f && echo changed $f; done 2> /dev/null; echo tried", 1) == "tried\n");
    CHECK_EQUAL(kKilled, end_of(limited, eater_of(200), 2).exit_code);
}

// Starts so many that stay, and says how many it could.
std::string crowd_of(int count) {
    return "for i in $(seq " + std::to_string(count) + "); do sleep 1000 > /dev/null 2>&1 & done 2> /dev/null; echo started";
}

static void count_programs(LimitedTree& limited, const char* mechanism) {
    NEEDS_TREE(limited);
    CHECK(is(limited.tree->limit(processes_of(12)).processes, mechanism));
    CHECK(said(limited, crowd_of(40), 1) != "started\n");
    TreeStatistics statistics;
    CHECK(limited.tree->measure(&statistics).ok());
    CHECK(statistics.process_count > 4 && statistics.process_count <= 12);
    CHECK(limited.tree->limit(processes_of(80)).processes);
    CHECK(said(limited, crowd_of(20), 2) == "started\n");
    CHECK(limited.tree->limit(processes_of(5)).processes);
    StartedProcess started;
    const SpawnOutcome refused = limited.tree->start(shell("true"), 3, &started);
    CHECK(refused.reason == SpawnReason::exhausted && refused.system_code == EAGAIN);
    CHECK(limited.tree->limit({}).processes == nullptr);
    CHECK(said(limited, "echo started", 4) == "started\n");
    CHECK(limited.tree->terminate().ok());
}

TEST(there_are_no_more_processes_than_may_be, "a bomb of forks takes the machine's numbers from everybody") {
    NEEDS_COUNT();
    LimitedTree limited(false, processes_of(12));
    count_programs(limited, known.processes);
    CHECK(groups_of(getpid()).empty());
}

TEST(neither_in_a_root_of_their_own, "the reaper in there is none of them") {
    NEEDS_COUNT();
    LimitedTree limited(true, processes_of(12));
    count_programs(limited, known.processes);
}

TEST(what_reaches_a_disk_is_counted, "a disk is shared as much as a processor, and what stays in memory is no load to it") {
    NEEDS_LIMITS();
    LimitedTree limited(false, memory_of(64));
    const std::string groups = "find /sys/fs/cgroup -path '*hcsffi-" + std::to_string(getpid()) + "-*' -name io.stat | grep -c .";
    const std::string counting = said(limited, groups, 1);
    if (getenv("LIMITS_EXPECTED")) CHECK(counting == "1\n");
    if (counting != "1\n") SKIP("no group here counts what reaches a disk: that takes version 2 with the io controller");
    const std::string file = "/var/tmp/hcsffi-written-" + std::to_string(getpid());
    const std::string script = "dd if=/dev/zero of=/dev/null bs=1M count=64 2> /dev/null; dd if=/dev/zero of=" + file +
                               " bs=1M count=4 oflag=direct 2> /dev/null && echo written; rm -f " + file;
    CHECK(said(limited, script, 2) == "written\n");
    TreeStatistics statistics;
    CHECK(limited.tree->measure(&statistics).ok());
    CHECK(statistics.write_bytes >= 4 * kMebibyte && statistics.write_bytes < 32 * kMebibyte);
    CHECK(statistics.write_count >= 1 && statistics.write_count < 4096);
}

TEST(memory_is_watched_where_no_group_can_be_had, "or one container takes the memory of all: everything in it is ended") {
    LimitedTree limited(false, memory_of(64), false);
    CHECK(limited.tree != nullptr);
    CHECK(is(limited.tree->limit(memory_of(64)).memory, "watch"));
    CHECK(groups_of(getpid()).find("memory") == std::string::npos);
    CHECK_EQUAL(0, end_of(limited, eater_of(8), 1).exit_code);
    StartedProcess started;
    CHECK(limited.tree->start(shell("exec sleep 1000"), 2, &started).ok());
    CHECK_EQUAL(kKilled, end_of(limited, "dd if=/dev/zero bs=200M count=1 2> /dev/null | sleep 1000", 3).exit_code);
    ProcessEnd bystander;
    CHECK(limited.recorder->wait_for_end(2, &bystander) && bystander.exit_code == kKilled);
    CHECK(limited.recorder->wait_for_loss());
    CHECK(limited.tree->start(shell("true"), 4, &started).reason == SpawnReason::tree_gone);
}

TEST(a_watch_can_come_late_and_go, "a limit is changed while the programs run") {
    LimitedTree limited(false, {}, false);
    CHECK(limited.tree != nullptr);
    const std::string holder = "dd if=/dev/zero bs=100M count=1 2> /dev/null | sleep 1000";
    CHECK(is(limited.tree->limit(memory_of(400)).memory, "watch"));
    StartedProcess started;
    CHECK(limited.tree->start(shell(holder), 1, &started).ok());
    CHECK(limited.tree->limit({}).memory == nullptr);
    CHECK_EQUAL(0, limited.recorder->losses());
    for (std::uint64_t held = 0; held < 90 * kMebibyte;) {
        TreeStatistics statistics;
        CHECK(limited.tree->measure(&statistics).ok());
        held = statistics.private_working_set_bytes;
    }
    CHECK(limited.tree->limit(memory_of(64)).memory);
    CHECK(limited.recorder->wait_for_loss());
}

TEST(processors_are_taken_away_where_no_group_can_be_had, "who asks for one must not have all, though he may take them back") {
    LimitedTree limited(false, processors_of(1), false);
    CHECK(limited.tree != nullptr);
    const std::string all = said(limited, "taskset -cp $PPID > /dev/null && echo known", 1);
    if (std::thread::hardware_concurrency() < 2 || all != "known\n") SKIP("this machine has one processor, or no taskset");
    CHECK(is(limited.tree->limit(processors_of(1)).processors, "affinity"));
    CHECK(limited.tree->limit(processors_of(0.5)).processors == nullptr);
    CHECK(is(limited.tree->limit(processors_of(1)).processors, "affinity"));
    CHECK(said(limited, "nproc", 2) == "1\n");
    StartedProcess started;
    ProcessStart asks = shell("setsid sleep 1000 & read line; nproc; read line; nproc");
    asks.input = asks.output = true;
    CHECK(limited.tree->start(asks, 3, &started).ok());
    started.kept_input.reset();
    CHECK(write_all(started.input, "now\n") && read_line(started.output) == "1\n");
    CHECK(limited.tree->limit({}).processors == nullptr);
    CHECK(write_all(started.input, "now\n"));
    CHECK(read_line(started.output) == std::to_string(std::thread::hardware_concurrency()) + "\n");
}

TEST(what_nobody_limits_is_not_told_as_held, "a service that reads the answer shows it, and a limit nobody asked for is none") {
    const TreeLimits asked[] = {memory_of(64),    processors_of(0.5), processors_of(1), {0, 0, 200, 0},
                                processes_of(50), processes_of(1),    {0, 0, 1, 0},     {}};
    const LimitsHeld all = make_spawner()->would_hold({64 * kMebibyte, 2, 300, 50}, false);
    for (const bool groups : {true, false}) {
        for (const TreeLimits& limits : asked) {
            LimitedTree limited(false, limits, groups);
            CHECK(limited.tree != nullptr);
            const LimitsHeld known = limited.spawner->would_hold(limits, false), held = limited.tree->limit(limits);
            for (const LimitsHeld& one : {known, held}) {
                CHECK(one.memory == nullptr || limits.memory_bytes != 0);
                CHECK(one.processors == nullptr || limits.processors > 0);
                CHECK(one.weight == nullptr || limits.processor_weight != 0);
                CHECK(one.processes == nullptr || limits.processes != 0);
                // Each by itself as all together.
                CHECK(!groups || !is_group(all.memory) || is_group(one.memory) == (limits.memory_bytes != 0));
                CHECK(!groups || !is_group(all.processors) || is_group(one.processors) == (limits.processors > 0));
                CHECK(!groups || !is_group(all.weight) || is_group(one.weight) == (limits.processor_weight != 0));
                CHECK(!groups || !is_group(all.processes) || is_group(one.processes) == (limits.processes != 0));
            }
        }
    }
}

TEST(who_wants_no_groups_is_told_what_stands_in_for_them, "a limit that is not held must not be taken for one that is") {
    const std::unique_ptr<Spawner> spawner = make_spawner();
    spawner->use_control_groups(false);
    const LimitsHeld known = spawner->would_hold({1, 2, 3, 4}, false);
    CHECK(is(known.memory, "watch") && is(known.processors, "affinity") && known.weight == nullptr && known.processes == nullptr);
    CHECK(spawner->would_hold({0, 0.5, 0, 0}, false).processors == nullptr);
    CHECK(spawner->would_hold({}, false).memory == nullptr);
}

// An ordinary user for as long as this lives, whose reaper is a copy that he may execute.
struct AsNobody {
    bool is_one = false;
    std::string folder = "/var/tmp/hcsffi-limit-XXXXXX";
    std::string reaper;

    AsNobody() {
        constexpr unsigned kNobody = 65534;
        char self[4096] = {};
        if (geteuid() != 0 || !mkdtemp(folder.data()) || readlink("/proc/self/exe", self, sizeof self - 1) <= 0) return;
        reaper = folder + "/reaper";
        const std::string beside = std::string(self).substr(0, std::string(self).rfind('/')) + "/reaper";
        is_one = chmod(folder.c_str(), 0755) == 0 && system(("cp " + beside + " " + reaper + " && chmod 755 " + reaper).c_str()) == 0 &&
                 setgroups(0, nullptr) == 0 && setresgid(kNobody, kNobody, 0) == 0 && setresuid(kNobody, kNobody, 0) == 0;
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;
    ~AsNobody() {
        if (is_one && (setresuid(0, 0, 0) != 0 || setresgid(0, 0, 0) != 0)) abort();
        unlink(reaper.c_str());
        rmdir(folder.c_str());
    }
};

TEST(who_may_make_no_group_starts_without_limits, "an ordinary user's programs run as before") {
    if (geteuid() != 0) SKIP("needs root to become another");
    const AsNobody nobody;
    CHECK(nobody.is_one);
    const std::unique_ptr<Spawner> spawner = make_spawner(nobody.reaper);
    CHECK(is(spawner->would_hold({1, 1, 0, 1}, false).memory, "watch"));
    std::unique_ptr<ProcessTree> tree;
    CHECK(spawner->open_tree(std::make_shared<Recorder>(), {64 * kMebibyte, 0, 0, 9}, &tree).ok());
    std::string text;
    CHECK(output_of(*tree, shell("echo runs"), 1, &text).ok() && text == "runs\n");
    const LimitsHeld held = tree->limit({64 * kMebibyte, 0, 0, 9});
    CHECK(is(held.memory, "watch") && held.processes == nullptr);
}

TEST(an_ordinary_users_processes_are_counted_in_a_root_of_their_own,
     "who may make no group has a user namespace, and the kernel counts there") {
    const std::unique_ptr<AsNobody> nobody = geteuid() == 0 ? std::make_unique<AsNobody>() : nullptr;
    CHECK(!nobody || nobody->is_one);
    const std::unique_ptr<Spawner> spawner = make_spawner(nobody ? nobody->reaper : "");
    spawner->use_control_groups(false);
    if (const IsolationEngine engine = spawner->isolation_engine(); !engine.works) {
        fprintf(stderr, "%s\n", engine.problem.c_str());
        CHECK(!machine_isolates());
        SKIP("this machine does not isolate");
    }
    if (!is(spawner->would_hold(processes_of(12), true).processes, "rlimit"))
        SKIP("this kernel counts all processes of a user (before 5.14)");
    Enclosure enclosure;
    enclosure.limits = processes_of(12);
    LimitedTree limited(false, {}, false);
    CHECK(spawner->open_enclosed_tree(limited.recorder, enclosure, &limited.tree).ok());
    count_programs(limited, "rlimit");
}

// The mode in which this program is the client that gets killed.
static int be_a_victim(int count, char** arguments) {
    if (count < 3 || strcmp(arguments[1], "--victim") != 0) return -1;
    LimitedTree limited(strcmp(arguments[2], "enclosed") == 0, {64 * kMebibyte, 0.5, 0, 100});
    if (!limited.tree) return 99;
    StartedProcess started;
    if (!limited.tree->start(shell("setsid sleep 1000 & exec sleep 1000"), 1, &started).ok()) return 98;
    printf("%u\n", static_cast<unsigned>(getpid()));
    fflush(stdout);
    for (;;) wait_ms(1000);
}

static void leave_nothing(const char* kind) {
    const char* const words[] = {"--victim", kind, nullptr};
    child victim;
    CHECK(start_self(&victim, CHILD_TALKS_TO_US, words));
    const UniqueFd output(victim.output);
    victim.output = NO_STREAM;
    const auto pid = static_cast<pid_t>(read_id(output));
    CHECK(pid > 1 && !groups_of(pid).empty());
    child_kill(&victim);
    bool gone = false;
    for (int turn = 0; turn < 1200 && !gone; ++turn) {
        wait_ms(50);
        gone = groups_of(pid).empty();
    }
    child_close(&victim);
    CHECK(gone);
}

TEST(a_killed_client_leaves_no_group, "they would gather on a machine until it is started anew") {
    NEEDS_LIMITS();
    leave_nothing("plain");
    if (make_spawner()->isolation_engine().works) leave_nothing("enclosed");
}
