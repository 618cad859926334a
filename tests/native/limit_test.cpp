/* Limits of memory and processor that a tree's programs have together: that they bite, are changed and are counted while the tree runs,
 * cannot be shed from inside a root of its own, and leave no group behind. Of whoever runs this: root, or a user to whom a control group
 * was delegated, which `make limits-version-2` is for. */
#include "watched_tree.h"

static int be_a_victim(int count, char** arguments);
#define HARNESS_MODES be_a_victim
#include "harness.h"

#include <grp.h>
#include <sys/stat.h>

using namespace hcsffi;

namespace {

constexpr std::uint64_t kMebibyte = 1 << 20;
constexpr std::uint32_t kKilled = 137;  // what a client is told of a program that the kernel killed

TreeLimits memory_of(std::uint64_t mebibytes) { return {mebibytes * kMebibyte, 0, 0}; }
TreeLimits processors_of(double processors) { return {0, processors, 0}; }

// A spawner with one limited tree. `tree` is empty where this machine has no root of its own for it.
struct LimitedTree {
    std::unique_ptr<Spawner> spawner = make_spawner();
    std::shared_ptr<Recorder> recorder = std::make_shared<Recorder>();
    std::unique_ptr<ProcessTree> tree;

    LimitedTree(bool enclosed, const TreeLimits& limits) {
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

}  // namespace

// What the machine is known to have must not be skipped.
#define NEEDS_LIMITS()                                                  \
    const LimitMechanisms known = make_spawner()->limit_mechanisms();   \
    if (const char* const expected = getenv("LIMITS_EXPECTED")) {       \
        CHECK(known.memory == expected && known.processor == expected); \
    }                                                                   \
    if (known.memory.empty() || known.processor.empty()) SKIP("no control group with controllers can be made here")

static void die_of_hunger(bool enclosed) {
    LimitedTree limited(enclosed, memory_of(48));
    if (!limited.tree) SKIP("this machine does not isolate");
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

static void run_slowly(bool enclosed) {
    constexpr double kShare = 0.2;
    LimitedTree limited(enclosed, processors_of(kShare));
    if (!limited.tree) SKIP("this machine does not isolate");
    CHECK(limited.tree->limit(processors_of(kShare)).processors);
    StartedProcess started;
    const auto since = std::chrono::steady_clock::now();
    // Two at once, a daemon among them: it is their time together that is short.
    CHECK(limited.tree->start(shell("setsid sh -c 'while :; do :; done' & while :; do :; done"), 1, &started).ok());
    wait_ms(1500);
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
    LimitedTree limited(false, {0, 0, 300});
    CHECK(limited.tree != nullptr);
    CHECK(limited.tree->limit({0, 0, 300}).weight);
    const bool second = known.processor == "cgroup2";
    const std::string group = groups_of(getpid());
    CHECK(!group.empty() && group.find('\n') != std::string::npos);
    std::string text;
    const std::string find = "find /sys/fs/cgroup -path '*hcsffi-" + std::to_string(getpid()) + "-*' -name " +
                             (second ? "cpu.weight" : "cpu.shares") + " -exec cat {} +";
    CHECK(said(limited, find, 1) == (second ? "300\n" : "3072\n"));
}

TEST(a_limit_cannot_be_shed_from_inside, "who may write the number of a limit has none") {
    NEEDS_LIMITS();
    LimitedTree limited(true, memory_of(64));
    if (!limited.tree) SKIP("this machine does not isolate");
    const std::string files = "$(find /sys/fs/cgroup -name memory.max -o -name memory.limit_in_bytes -o -name cgroup.procs)";
    CHECK(said(limited, "for f in " + files + "; do echo 0 > $f && echo changed $f; done 2> /dev/null; echo tried", 1) == "tried\n");
    CHECK_EQUAL(kKilled, end_of(limited, eater_of(200), 2).exit_code);
}

TEST(who_wants_no_groups_has_no_limits, "and is told so: a limit that is not held must not be taken for one that is") {
    const std::unique_ptr<Spawner> spawner = make_spawner();
    spawner->use_control_groups(false);
    CHECK(spawner->limit_mechanisms().memory.empty() && spawner->limit_mechanisms().processor.empty());
    std::unique_ptr<ProcessTree> tree;
    CHECK(spawner->open_tree(std::make_shared<Recorder>(), memory_of(64), &tree).ok());
    CHECK(!tree->limit(memory_of(64)).memory);
    CHECK(groups_of(getpid()).find("memory") == std::string::npos);
}

TEST(who_may_make_no_group_starts_without_limits, "an ordinary user's programs run as before") {
    if (geteuid() != 0) SKIP("needs root to become another");
    constexpr unsigned kNobody = 65534;
    char folder[] = "/var/tmp/hcsffi-limit-XXXXXX";
    CHECK(mkdtemp(folder) != nullptr);
    const std::string reaper = std::string(folder) + "/reaper";
    char self[4096] = {};
    CHECK(readlink("/proc/self/exe", self, sizeof self - 1) > 0);
    const std::string beside = std::string(self).substr(0, std::string(self).rfind('/')) + "/reaper";
    CHECK(chmod(folder, 0755) == 0 && system(("cp " + beside + " " + reaper + " && chmod 755 " + reaper).c_str()) == 0);
    CHECK(setgroups(0, nullptr) == 0 && setresgid(kNobody, kNobody, 0) == 0 && setresuid(kNobody, kNobody, 0) == 0);
    {
        const std::unique_ptr<Spawner> spawner = make_spawner(reaper);
        CHECK(spawner->limit_mechanisms().memory.empty() && spawner->limit_mechanisms().processor.empty());
        std::unique_ptr<ProcessTree> tree;
        CHECK(spawner->open_tree(std::make_shared<Recorder>(), memory_of(64), &tree).ok());
        std::string text;
        CHECK(output_of(*tree, shell("echo runs"), 1, &text).ok() && text == "runs\n");
        CHECK(!tree->limit(memory_of(64)).memory);
    }
    CHECK(setresuid(0, 0, 0) == 0 && setresgid(0, 0, 0) == 0 && unlink(reaper.c_str()) == 0 && rmdir(folder) == 0);
}

// The mode in which this program is the client that gets killed.
static int be_a_victim(int count, char** arguments) {
    if (count < 3 || strcmp(arguments[1], "--victim") != 0) return -1;
    LimitedTree limited(strcmp(arguments[2], "enclosed") == 0, {64 * kMebibyte, 0.5, 0});
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
    for (int turn = 0; turn < 200 && !gone; ++turn) {
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
