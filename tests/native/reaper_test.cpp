/* The reaper from outside: finding it, many of them, nothing left of any, and what happens when it
 * comes too late, stops or sees nothing. */
#include "watched_tree.h"

static int be_another_user(int count, char** arguments);
#define HARNESS_MODES be_another_user
#include "harness.h"
#include "processes/reaper/protocol.h"
#include "processes/relay/protocol.h"

#include <dlfcn.h>
#include <grp.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <spawn.h>
#include <sys/mount.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <thread>

#include "ground/linux/newer_calls.h"

using namespace hcsffi;

// The mode in which this program, owned by root and set-uid, leaves the user who started it and sleeps.
static int be_another_user(int count, char** arguments) {
    if (count < 2 || strcmp(arguments[1], "--become-root") != 0) return -1;
    if (setresuid(0, 0, 0) != 0) return 98;
    printf("%u\n", static_cast<unsigned>(getpid()));
    fflush(stdout);
    alarm(60);
    for (;;) pause();
}

static std::string own_path() {
    char self[4096];
    const ssize_t length = readlink("/proc/self/exe", self, sizeof self);
    return length > 0 ? std::string(self, static_cast<std::size_t>(length)) : std::string();
}

static std::string built_reaper() { return own_path().substr(0, own_path().rfind('/') + 1) + "reaper"; }

// The C library's own steps, which fail when memory is short: here the one that is asked for does.
static std::atomic<int> steps{0}, failing_step{0};

template <class Step>
static Step original(const char* name) {
    return reinterpret_cast<Step>(dlsym(RTLD_NEXT, name));
}

extern "C" int posix_spawn_file_actions_addopen(posix_spawn_file_actions_t* actions, int place, const char* path, int flags,
                                                mode_t mode) noexcept {
    static const auto real = original<int (*)(posix_spawn_file_actions_t*, int, const char*, int, mode_t)>(__func__);
    return ++steps == failing_step ? ENOMEM : real(actions, place, path, flags, mode);
}

extern "C" int posix_spawn_file_actions_adddup2(posix_spawn_file_actions_t* actions, int given, int place) noexcept {
    static const auto real = original<int (*)(posix_spawn_file_actions_t*, int, int)>(__func__);
    return ++steps == failing_step ? ENOMEM : real(actions, given, place);
}

TEST(a_reaper_that_would_lack_something_is_not_started, "one without its socket says nothing, one with the client's input takes it away") {
    std::int64_t left = 0;
    const auto open = [&left](int step) {  // by a spawner that has no guard yet
        const auto spawner = make_spawner();
        std::unique_ptr<ProcessTree> tree;
        steps = 0;
        failing_step = step;
        const SpawnOutcome outcome = spawner->open_tree(std::make_shared<Recorder>(), &tree);
        spawner->shutdown();
        left += spawner->counters().reapers;
        return outcome;
    };
    CHECK(open(0).ok());
    const int all = steps;
    CHECK(all >= 4);
    for (int step = 1; step <= all; ++step) {
        const SpawnOutcome outcome = open(step);
        CHECK(outcome.reason == SpawnReason::exhausted);
        CHECK_EQUAL(ENOMEM, outcome.system_code);
    }
    CHECK_EQUAL(0, left);
}

TEST(a_missing_reaper_is_a_clear_failure, "a broken installation has to name the file") {
    auto recorder = std::make_shared<Recorder>();
    std::unique_ptr<ProcessTree> tree;
    {
        const auto spawner = make_spawner("/no/such/reaper");
        const SpawnOutcome outcome = spawner->open_tree(recorder, &tree);
        CHECK(outcome.reason == SpawnReason::no_reaper);
        CHECK(outcome.text.find("/no/such/reaper") != std::string::npos);
    }
    const auto spawner = make_spawner("/bin/true");
    const SpawnOutcome outcome = spawner->open_tree(recorder, &tree);
    CHECK(outcome.reason == SpawnReason::no_reaper);
    CHECK(!tree);
    CHECK_EQUAL(0, spawner->counters().reapers);
    CHECK_EQUAL(0, recorder->losses());
}

TEST(the_reaper_is_found_after_a_change_of_directory, "a library loaded by a relative name is still where it was") {
    CHECK(chdir("/proc") == 0);
    WatchedTree watched;
    CHECK(watched);
}

TEST(a_reaper_without_the_right_to_execute_runs_from_a_copy, "wheels and archives lose that mode") {
    char self[4096];
    const ssize_t length = readlink("/proc/self/exe", self, sizeof self);
    CHECK(length > 0);
    const std::string here(self, static_cast<std::size_t>(length));
    const std::string program = file_text(here.substr(0, here.rfind('/') + 1) + "reaper");
    CHECK(!program.empty());
    char copy[] = "/tmp/hcsffi-reaper-XXXXXX";
    const int file = mkstemp(copy);
    CHECK(write(file, program.data(), program.size()) == static_cast<ssize_t>(program.size()));
    fchmod(file, 0644);
    close(file);
    auto recorder = std::make_shared<Recorder>();
    const auto spawner = make_spawner(copy);
    std::unique_ptr<ProcessTree> tree;
    const SpawnOutcome outcome = spawner->open_tree(recorder, &tree);
    unlink(copy);
    CHECK(outcome.ok());
    std::string text;
    CHECK(output_of(*tree, shell("echo runs"), 1, &text).ok());
    CHECK(text == "runs\n");
}

// From here on this process and all it makes are refused these calls; false when the kernel lets nobody say so.
static bool refuse(const std::vector<unsigned>& calls, unsigned error) {
    std::vector<sock_filter> filter = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))};
    for (const unsigned call : calls) {
        filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1));
        filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error));
    }
    filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

// The kernel they live on has none of these then.
static bool grow_older() { return refuse({SYS_memfd_create, SYS_pidfd_open, SYS_close_range}, ENOSYS); }

TEST(a_whole_life_needs_no_call_of_newer_kernels, "enterprise kernels and sandboxes lack memfd_create, pidfd_open and close_range") {
    if (!grow_older()) SKIP("this kernel takes no filter of calls");
    CHECK(syscall(SYS_memfd_create, "x", 0) < 0 && errno == ENOSYS);
    CHECK(syscall(SYS_pidfd_open, getpid(), 0) < 0 && errno == ENOSYS);
    const std::size_t before = entries("/proc/self/fd").size();
    {
        WatchedTree watched;
        CHECK(watched);
        std::string text;
        CHECK(output_of(*watched.tree, shell("echo runs; ls /proc/self/fd | wc -l"), 1, &text).ok());
        CHECK(text == "runs\n4\n");  // its three streams and the folder that is listed: nothing of the client came along
        ProcessStart what = shell(DAEMON("sleep 1000") "; echo ready; exec sleep 1000");
        what.output = true;
        StartedProcess started;
        CHECK(watched.tree->start(what, 2, &started).ok());
        CHECK(read_line(started.output) == "ready\n");
        TreeStatistics statistics;
        CHECK(watched.tree->measure(&statistics).ok());
        CHECK_EQUAL(2, statistics.process_count);
        CHECK(watched.tree->terminate().ok());
        CHECK(read_to_end(started.output).empty());
        CHECK_EQUAL(0, watched.recorder->losses());
    }
    CHECK_EQUAL(before, entries("/proc/self/fd").size());
    CHECK(children_of(getpid()).empty());
}

TEST(without_newer_calls_too_the_reaper_holds_what_it_was_given_and_no_more,
     "a pipe's reader would never see the end, or a limit would be none") {
    int low[2], high[2];
    constexpr int kAbove = 60;
    CHECK(pipe(low) == 0 && pipe(high) == 0);  // on purpose without close-on-exec
    const int raised = fcntl(high[1], F_DUPFD, kAbove);
    if (!grow_older()) SKIP("this kernel takes no filter of calls");
    WatchedTree watched;
    CHECK(watched);
    std::unique_ptr<ProcessTree> limited;
    CHECK(watched.spawner->open_tree(watched.recorder, TreeLimits{std::uint64_t{1} << 30, 0, 0, 100}, &limited).ok());
    for (const int one : {low[1], high[1], raised}) close(one);
    for (const int one : {low[0], high[0]}) {
        const UniqueFd reading(one);
        pollfd ended{one, POLLIN, 0};
        CHECK(poll(&ended, 1, 60'000) == 1 && (ended.revents & POLLHUP) != 0);
    }
    for (ProcessTree* const tree : {watched.tree.get(), limited.get()}) {
        std::string text;
        CHECK(output_of(*tree, shell("echo runs"), 1, &text).ok() && text == "runs\n");
    }
}

TEST(a_reaper_is_copied_without_memory_files_too, "an archive's mode is lost on older kernels as well") {
    char copy[] = "/tmp/hcsffi-reaper-XXXXXX";
    const int file = mkstemp(copy);
    const std::string program = file_text(built_reaper());
    CHECK(!program.empty() && write(file, program.data(), program.size()) == static_cast<ssize_t>(program.size()));
    fchmod(file, 0644);
    close(file);
    const bool older = grow_older();
    auto recorder = std::make_shared<Recorder>();
    const auto spawner = make_spawner(copy);
    std::unique_ptr<ProcessTree> tree;
    const SpawnOutcome outcome = spawner->open_tree(recorder, &tree);
    unlink(copy);
    if (!older) SKIP("this kernel takes no filter of calls");
    CHECK(outcome.ok());
    std::string text;
    CHECK(output_of(*tree, shell("echo runs"), 1, &text).ok());
    CHECK(text == "runs\n");
}

TEST(a_limit_on_descriptors_is_told_as_one, "whoever reads that an argument is wrong looks for it in a document that is right") {
    constexpr rlim_t kEnough = 400;
    rlimit before{};
    CHECK(getrlimit(RLIMIT_NOFILE, &before) == 0 && before.rlim_cur > kEnough);
    const auto spawner = make_spawner(built_reaper());
    int refused = 0, started = 0;
    for (rlim_t limit = entries("/proc/self/fd").size(); limit < kEnough && started == 0; ++limit) {
        const rlimit few{limit, before.rlim_max};
        auto recorder = std::make_shared<Recorder>();
        std::unique_ptr<ProcessTree> tree;
        std::string text;
        CHECK(setrlimit(RLIMIT_NOFILE, &few) == 0);
        const SpawnOutcome opened = spawner->open_tree(recorder, &tree);
        const SpawnOutcome ran = opened.ok() ? output_of(*tree, shell("echo runs"), 1, &text) : opened;
        CHECK(setrlimit(RLIMIT_NOFILE, &before) == 0);
        if (ran.ok()) {
            ++started;
        } else {
            ++refused;
            if (ran.reason != SpawnReason::exhausted) fprintf(stderr, "with %d: %s\n", static_cast<int>(limit), ran.text.c_str());
            CHECK(ran.reason == SpawnReason::exhausted);
            CHECK(ran.text.find("Too many open files") != std::string::npos);
        }
    }
    CHECK(refused > 2 && started == 1);
}

TEST(nothing_is_held_after_everything_is_closed, "a descriptor lost per process ends a long-lived service") {
    const std::size_t before = entries("/proc/self/fd").size();
    const std::int64_t live = UniqueFd::live();
    {
        WatchedTree watched;
        CHECK(watched);
        const std::size_t open_tree = entries("/proc/self/fd").size();
        CHECK_EQUAL(1, watched.spawner->counters().reapers);
        CHECK_EQUAL(4, watched.spawner->counters().descriptors);  // two of the tree, two of the guard that all trees have together
        CHECK_EQUAL(1, watched.spawner->counters().threads);
        for (ProcessKey key = 0; key < 30; ++key) {
            ProcessStart what = shell("exit 0");
            what.input = what.output = what.error = true;
            what.console = key % 3 == 1;
            if (key % 3 == 2) what.arguments = {"no-such-program"};
            StartedProcess started;
            CHECK(watched.tree->start(what, key, &started).ok() == (key % 3 != 2));
            TreeStatistics statistics;
            CHECK(watched.tree->measure(&statistics).ok());
        }
        CHECK_EQUAL(open_tree, entries("/proc/self/fd").size());
        CHECK(watched.tree->terminate().ok());
        CHECK(watched.tree->terminate().ok());
        CHECK_EQUAL(0, watched.spawner->counters().reapers);
        CHECK_EQUAL(0, watched.spawner->counters().descriptors);
        StartedProcess started;
        CHECK(watched.tree->start(shell("exit 0"), 99, &started).reason == SpawnReason::tree_gone);
        watched.spawner->shutdown();
        CHECK_EQUAL(0, watched.spawner->counters().threads);
        std::unique_ptr<ProcessTree> late;
        CHECK(watched.spawner->open_tree(watched.recorder, &late).reason == SpawnReason::tree_gone);
    }
    CHECK_EQUAL(live, UniqueFd::live());
    CHECK_EQUAL(before, entries("/proc/self/fd").size());
    CHECK(children_of(getpid()).empty());
}

TEST(a_hundred_trees_run_at_once_from_many_threads, "one slow system must not hold up the others") {
    const auto spawner = make_spawner();
    constexpr int kThreads = 10;
    constexpr int kTreesEach = 10;
    int right = 0;
    std::mutex mutex;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < kThreads; ++thread)
        threads.emplace_back([&, thread] {
            std::vector<std::unique_ptr<ProcessTree>> trees;
            std::vector<std::shared_ptr<Recorder>> recorders;
            for (int at = 0; at < kTreesEach; ++at) {
                recorders.push_back(std::make_shared<Recorder>());
                trees.emplace_back();
                StartedProcess started;
                if (!spawner->open_tree(recorders.back(), &trees.back()).ok()) return;
                if (!trees.back()->start(shell("exit " + std::to_string(thread * kTreesEach + at)), 1, &started).ok()) return;
                if (!trees.back()->start(shell("exec sleep 1000"), 2, &started).ok()) return;
            }
            for (int at = 0; at < kTreesEach; ++at) {
                ProcessEnd end;
                const std::scoped_lock lock(mutex);
                right += recorders[static_cast<std::size_t>(at)]->wait_for_end(1, &end) &&
                         end.exit_code == static_cast<unsigned>(thread * kTreesEach + at);
            }
        });
    for (std::thread& thread : threads) thread.join();
    CHECK_EQUAL(kThreads * kTreesEach, right);
    spawner->shutdown();
    CHECK_EQUAL(0, spawner->counters().reapers);
    CHECK(children_of(getpid()).empty());
}

// A program of ours that begins to look when its owner has gone, while a fork of him holds his end of the socket.
static void come_late(const char* as) {
    int told[2];
    int go[2];
    CHECK(pipe(told) == 0 && pipe(go) == 0);
    const std::string reaper = built_reaper();
    const pid_t owner = fork();
    if (owner == 0) {
        int ends[2];
        if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends) != 0) _exit(1);
        const pid_t holder = fork();
        if (holder == 0) {
            close(go[1]);
            alarm(60);
            for (;;) pause();
        }
        const pid_t late = fork();
        if (late == 0) {
            char nothing = 0;
            close(go[1]);
            close(ends[0]);
            if (read(go[0], &nothing, 1) != 0) _exit(1);
            dup2(ends[1], 3);
            execl(reaper.c_str(), "hcsffi-reaper", as, nullptr);
            _exit(127);
        }
        const pid_t both[] = {late, holder};
        _exit(write(told[1], both, sizeof both) == static_cast<ssize_t>(sizeof both) ? 0 : 1);
    }
    int status = -1;
    CHECK(waitpid(owner, &status, 0) == owner && status == 0);
    pid_t both[2];
    CHECK(read(told[0], both, sizeof both) == static_cast<ssize_t>(sizeof both));
    const LifeOf life(static_cast<std::uint32_t>(both[0]));
    close(go[0]);
    close(go[1]);
    const bool ends = life.known() && life.ends_in_time();
    kill(both[1], SIGKILL);
    CHECK(ends);
}

TEST(a_reaper_that_comes_after_its_owner_ends, "on a busy machine the client can be gone before its reaper has looked for it") {
    come_late(nullptr);
}

TEST(a_relay_that_comes_after_its_owner_ends, "it would hold ports for ever") { come_late(relay::kName); }

TEST(a_guard_that_comes_after_its_owner_ends, "it waits for trees that nobody will ask for") { come_late(reaper::kGuardOfAll); }

TEST(a_stopped_reaper_goes_on, "any program of the tree may send its parent a signal") {
    WatchedTree watched;
    CHECK(watched);
    ProcessStart what = shell("kill -STOP $PPID; echo stopped; exec sleep 1000");
    what.output = true;
    StartedProcess started;
    CHECK(watched.tree->start(what, 1, &started).ok());
    CHECK(read_line(started.output) == "stopped\n");
    TreeStatistics statistics;
    CHECK(watched.tree->measure(&statistics).ok());
    CHECK(watched.tree->terminate().ok());
    CHECK(read_to_end(started.output).empty());
    CHECK_EQUAL(0, watched.recorder->losses());
}

// The guard of all trees, and the reapers of one tree after the other.
static std::vector<pid_t> guard_and_reapers() {
    std::vector<pid_t> all = children_of(getpid());
    if (all.size() == 1)
        for (const pid_t reaper : children_of(all[0])) all.push_back(reaper);
    return all;
}

// Stops the reaper of the only tree when nobody is left who would let it go on.
static bool stop_without_guard() {
    const std::vector<pid_t> both = guard_and_reapers();
    if (both.size() != 2 || kill(both[0], SIGKILL) != 0) return false;
    while (state_of(both[0]) != 'Z') wait_ms(1);
    return kill(both[1], SIGSTOP) == 0;
}

TEST(a_guard_and_a_reaper_that_are_stopped_go_on, "a program that stops both must not make the client lose the system") {
    WatchedTree watched;
    CHECK(watched);
    const std::vector<pid_t> both = guard_and_reapers();
    CHECK_EQUAL(2, both.size());
    CHECK(kill(both[0], SIGSTOP) == 0);
    while (state_of(both[0]) != 'T') wait_ms(1);
    CHECK(kill(both[1], SIGSTOP) == 0);
    TreeStatistics statistics;
    CHECK(watched.tree->measure(&statistics).ok());
    CHECK(kill(both[0], SIGSTOP) == 0);
    std::unique_ptr<ProcessTree> other;
    CHECK(watched.spawner->open_tree(std::make_shared<Recorder>(), &other).ok());
    CHECK(kill(both[0], SIGSTOP) == 0);
    CHECK(watched.tree->terminate().ok());
    CHECK_EQUAL(0, watched.recorder->losses());
}

TEST(all_trees_have_one_guard, "a second process for each system is memory that does nothing") {
    WatchedTree watched;
    CHECK(watched);
    constexpr std::size_t kMore = 5;
    std::unique_ptr<ProcessTree> others[kMore];
    const auto recorder = std::make_shared<Recorder>();
    for (std::unique_ptr<ProcessTree>& other : others) CHECK(watched.spawner->open_tree(recorder, &other).ok());
    const std::vector<pid_t> all = guard_and_reapers();
    CHECK_EQUAL(2 + kMore, all.size());
    // What a killed reaper leaves is ended, and no other tree with it.
    StartedProcess started;
    ProcessStart what = shell("sleep 1000 & echo $!; wait");
    what.output = true;
    CHECK(others[0]->start(what, 1, &started).ok());
    const LifeOf stray(read_id(started.output));
    const std::vector<pid_t> reapers = children_of(all[0]);
    const auto parent_of_program = std::find_if(reapers.begin(), reapers.end(), [](pid_t one) { return !children_of(one).empty(); });
    CHECK(parent_of_program != reapers.end() && kill(*parent_of_program, SIGKILL) == 0);
    CHECK(stray.ends_in_time());
    CHECK(recorder->wait_for_loss());
    CHECK(others[0]->terminate().reason == SpawnReason::tree_gone);
    std::string text;
    CHECK(output_of(*watched.tree, shell("echo alive"), 2, &text).ok());
    CHECK(text == "alive\n");
    CHECK(output_of(*others[1], shell("echo alive"), 2, &text).ok());
    CHECK(watched.tree->terminate().ok());
    for (std::unique_ptr<ProcessTree>& other : others) CHECK(!other || other->terminate().reason != SpawnReason::broken);
    CHECK(children_of(getpid()).empty());
}

TEST(a_killed_guard_is_replaced_with_the_next_tree, "no system would start any more") {
    WatchedTree watched;
    CHECK(watched);
    const std::vector<pid_t> both = guard_and_reapers();
    CHECK_EQUAL(2, both.size());
    CHECK(kill(both[0], SIGKILL) == 0);
    while (state_of(both[0]) != 'Z') wait_ms(1);
    std::unique_ptr<ProcessTree> other;
    CHECK(watched.spawner->open_tree(std::make_shared<Recorder>(), &other).ok());
    std::string text;
    CHECK(output_of(*other, shell("echo alive"), 1, &text).ok());
    CHECK(output_of(*watched.tree, shell("echo alive"), 1, &text).ok());
    CHECK(watched.tree->terminate().ok());
    CHECK(other->terminate().ok());
    CHECK(children_of(getpid()).empty());
}

// The first process of a namespace of numbers, in which nobody else takes the next one. Its guard kills nobody, and so the program of a
// killed reaper stays for a while.
static int live_with_one_number_twice() {
    if (unshare(CLONE_NEWNS) != 0 || mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        mount("proc", "/proc", "proc", 0, nullptr) != 0 || !refuse({SYS_kill}, EPERM))
        return HARNESS_SKIPPED;
    const auto spawner = make_spawner();
    spawner->use_control_groups(false);
    const auto recorder = std::make_shared<Recorder>();
    std::unique_ptr<ProcessTree> tree, other;
    CHECK_OR(spawner->open_tree(recorder, &tree).ok(), 1);
    ProcessStart what = shell("sleep 1000 & echo $!; wait");
    what.output = true;
    StartedProcess started;
    CHECK_OR(tree->start(what, 1, &started).ok(), 1);
    const UniqueFd stray(open_process(static_cast<pid_t>(read_id(started.output))));
    const std::vector<pid_t> both = guard_and_reapers();
    CHECK_OR(stray && both.size() == 2, 1);
    CHECK_OR(send_signal(UniqueFd(open_process(both[1])).get(), SIGKILL) == 0, 1);
    while (state_of(both[1]) != '\0') wait_ms(1);
    std::ofstream("/proc/sys/kernel/ns_last_pid") << both[1] - 1;
    const SpawnOutcome outcome = spawner->open_tree(std::make_shared<Recorder>(), &other);
    const std::vector<pid_t> now = children_of(both[0]);
    const bool is_again = std::find(now.begin(), now.end(), both[1]) != now.end();
    std::string text;
    const bool runs = outcome.ok() && output_of(*other, shell("echo alive"), 1, &text).ok();
    CHECK_OR(send_signal(stray.get(), SIGKILL) == 0, 1);
    CHECK_OR(is_again && runs && text == "alive\n", 1);
    CHECK_OR(recorder->wait_for_loss() && other->terminate().ok(), 1);
    return 0;
}

// The first one has ended when the outer one does, which cannot make another process after that, as a leak check would.
static int live_in_numbers_of_its_own() {
    if (unshare(CLONE_NEWPID) != 0) return HARNESS_SKIPPED;
    const pid_t first = fork();
    if (first == 0) harness_exit_fork(live_with_one_number_twice());
    int status = -1;
    return waitpid(first, &status, 0) == first && WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

TEST(a_reaper_has_the_number_of_one_that_left_somebody, "numbers come round, and no system may be taken for another") {
    const pid_t outer = fork();
    if (outer == 0) harness_exit_fork(live_in_numbers_of_its_own());
    int status = -1;
    CHECK(waitpid(outer, &status, 0) == outer && WIFEXITED(status));
    if (WEXITSTATUS(status) == HARNESS_SKIPPED) SKIP("numbers of processes cannot be chosen here, which takes root");
    CHECK_EQUAL(0, WEXITSTATUS(status));
}

TEST(a_tree_has_what_its_client_has_by_then, "a client that gave up rights would have them in the next system") {
    WatchedTree watched;
    CHECK(watched);
    const auto said = [](ProcessTree& tree) {
        std::string text;
        const bool ran = output_of(tree, shell("umask; ulimit -n; nice"), 1, &text).ok();
        return ran ? text : std::string("nothing");
    };
    const std::string before = said(*watched.tree);
    rlimit few{};
    CHECK(getrlimit(RLIMIT_NOFILE, &few) == 0);
    few.rlim_cur -= 1;
    umask(0137);
    CHECK(setrlimit(RLIMIT_NOFILE, &few) == 0 && setpriority(PRIO_PROCESS, 0, 19) == 0);
    std::unique_ptr<ProcessTree> other;
    CHECK(watched.spawner->open_tree(std::make_shared<Recorder>(), &other).ok());
    CHECK(said(*other) == "0137\n" + std::to_string(few.rlim_cur) + "\n19\n");
    CHECK(said(*watched.tree) == before);
}

// A change of what this thread has and hands on, and the command that shows it.
struct Inherited {
    const char* command;
    bool (*change)();
};

static bool write_own(const char* name, const char* text) {
    const UniqueFd file(open((std::string("/proc/thread-self/") + name).c_str(), O_WRONLY | O_CLOEXEC));
    return file && write(static_cast<int>(file.get()), text, strlen(text)) > 0;
}

static std::string said_by_client(const std::string& command) {
    FILE* const told = popen((command + " 2> /dev/null").c_str(), "r");
    std::string text;
    for (int one; told && (one = fgetc(told)) != EOF;) text += static_cast<char>(one);
    if (told) pclose(told);
    return text;
}

static std::string link_of(const std::string& name) {
    char target[4096];
    const ssize_t length = readlink(name.c_str(), target, sizeof target);
    return {target, length > 0 ? static_cast<std::size_t>(length) : 0};
}

// To one that looks the same and is another folder; only where the mounts are this process's own by now.
static bool change_root() {
    const std::string place = "/mnt", machine = link_of("/proc/" + std::to_string(getppid()) + "/ns/mnt");
    if (machine.empty() || link_of("/proc/thread-self/ns/mnt") == machine) return false;
    if (mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return false;
    if (mount("root", place.c_str(), "tmpfs", 0, nullptr) != 0) return false;
    for (const std::string& name : entries("/")) {
        const std::string here = "/" + name, there = place + here;
        struct stat about{};
        char target[4096] = {};
        if (here == place || lstat(here.c_str(), &about) != 0) continue;
        if (S_ISDIR(about.st_mode) && mkdir(there.c_str(), 0755) == 0 &&
            mount(here.c_str(), there.c_str(), nullptr, MS_BIND | MS_REC, nullptr) != 0)
            return false;
        if (S_ISLNK(about.st_mode) && (readlink(here.c_str(), target, sizeof target - 1) <= 0 || symlink(target, there.c_str()) != 0))
            return false;
    }
    return chroot(place.c_str()) == 0 && chdir("/") == 0;
}

constexpr Inherited kInherited[] = {
    {"grep ^Groups: /proc/self/status",
     [] {
         const gid_t groups[] = {4711, 4712};
         return setgroups(2, groups) == 0;
     }},
    {"cat /proc/self/coredump_filter", [] { return write_own("../../coredump_filter", "0x7"); }},
    {"cat /proc/self/oom_score_adj", [] { return write_own("oom_score_adj", "500"); }},
    {"ulimit -S -f; ulimit -H -f",
     [] {
         const rlimit some{rlim_t{1} << 40, rlim_t{1} << 41};
         return setrlimit(RLIMIT_FSIZE, &some) == 0;
     }},
    {"grep ^Cpus_allowed: /proc/self/status",
     [] {
         cpu_set_t all, one;
         CPU_ZERO(&one);
         if (sched_getaffinity(0, sizeof all, &all) != 0 || CPU_COUNT(&all) < 2) return false;
         int first = 0;
         while (!CPU_ISSET(first, &all)) ++first;
         CPU_SET(first, &one);
         return sched_setaffinity(0, sizeof one, &one) == 0;
     }},
    {"ionice -p $$", [] { return syscall(SYS_ioprio_set, 1, 0, 2 << 13 | 7) == 0; }},
    {"cat /proc/self/timerslack_ns", [] { return prctl(PR_SET_TIMERSLACK, 61'000) == 0; }},
    {"cut -d ' ' -f 41 /proc/self/stat",  // the policy of its scheduling
     [] {
         const sched_param none{};
         return sched_setscheduler(0, SCHED_BATCH, &none) == 0;
     }},
    {"cat /proc/self/personality", [] { return personality(ADDR_NO_RANDOMIZE) >= 0; }},
    {"grep ^THP_enabled: /proc/self/status", [] { return prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0) == 0; }},
    {"grep ^CapBnd: /proc/self/status",
     [] {
         constexpr int kReboot = 22;  // CAP_SYS_BOOT
         return prctl(PR_CAPBSET_DROP, kReboot) == 0;
     }},
    {"head -n 1 /proc/self/numa_maps | cut -d ' ' -f 2",
     [] {
         constexpr int kInterleave = 3;  // MPOL_INTERLEAVE
         const unsigned long first = 1;
         return syscall(SYS_set_mempolicy, kInterleave, &first, 8 * sizeof first) == 0;
     }},
    {"readlink /proc/self/ns/uts", [] { return unshare(CLONE_NEWUTS) == 0; }},
    {"readlink /proc/self/ns/ipc", [] { return unshare(CLONE_NEWIPC) == 0; }},
    {"readlink /proc/self/ns/net", [] { return unshare(CLONE_NEWNET) == 0; }},
    {"readlink /proc/self/ns/cgroup", [] { return unshare(CLONE_NEWCGROUP) == 0; }},
    {"readlink /proc/self/ns/mnt", [] { return unshare(CLONE_NEWNS) == 0; }},
    {"ls -di /", change_root},
    {"nice", [] { return setpriority(PRIO_PROCESS, 0, 19) == 0; }},
    {"grep ^NoNewPrivs: /proc/self/status", [] { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0; }},
    {"grep ^Seccomp: /proc/self/status",
     [] {
         sock_filter allow = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
         const sock_fprog program{1, &allow};
         return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
     }},
};

TEST(whatever_a_client_hands_on_its_next_tree_has, "each of these is a right, a limit or a place that the client has given up by then") {
    const auto spawner = make_spawner();
    const auto said = [&spawner](const char* command) {
        std::unique_ptr<ProcessTree> tree;
        std::string text;
        const bool ran = spawner->open_tree(std::make_shared<Recorder>(), &tree).ok() && output_of(*tree, shell(command), 1, &text).ok();
        return ran ? text : std::string("nothing");
    };
    int seen = 0;
    for (const Inherited& one : kInherited) {
        std::unique_ptr<ProcessTree> kept;  // and its guard with it, which has what the client had before
        CHECK(spawner->open_tree(std::make_shared<Recorder>(), &kept).ok());
        const std::string before = said_by_client(one.command);
        if (!one.change()) continue;
        const std::string after = said_by_client(one.command);
        if (before == after) continue;  // nothing here shows it
        ++seen;
        const std::string told = said(one.command);
        if (told != after) fprintf(stderr, "%s: %s", one.command, told.c_str());
        CHECK(told == after);
    }
    CHECK(seen >= 3);
}

TEST(a_tree_has_the_landlock_domain_of_its_client, "it shows in no file, and a system would write where its client may not") {
    constexpr long kCreateRuleset = 444, kRestrictSelf = 446;
    const std::uint64_t make_folder = 1 << 7;  // LANDLOCK_ACCESS_FS_MAKE_DIR
    const UniqueFd rules(syscall(kCreateRuleset, &make_folder, sizeof make_folder, 0));
    if (!rules) SKIP("this kernel has no Landlock");
    CHECK(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
    WatchedTree watched;
    CHECK(watched);
    char folder[] = "/tmp/landlock-XXXXXX";
    CHECK(mkdtemp(folder) != nullptr);
    const std::string command = "mkdir " + std::string(folder) + "/inside 2>&1 >/dev/null && rmdir " + folder + "/inside && echo made";
    CHECK(syscall(kRestrictSelf, static_cast<int>(rules.get()), 0) == 0);
    std::unique_ptr<ProcessTree> other;
    CHECK(watched.spawner->open_tree(std::make_shared<Recorder>(), &other).ok());
    std::string text;
    const bool ran = output_of(*other, shell(command), 1, &text).ok();
    std::string before;
    const bool ran_before = output_of(*watched.tree, shell(command), 1, &before).ok();
    rmdir(folder);
    CHECK(ran && text.find("made") == std::string::npos);
    CHECK(ran_before && before == "made\n");
}

TEST(a_reaper_killed_after_its_guard_is_told_of, "nobody else is left who could say that its system is gone") {
    WatchedTree watched;
    CHECK(watched);
    const std::vector<pid_t> both = guard_and_reapers();
    CHECK_EQUAL(2, both.size());
    StartedProcess started;
    ProcessStart what = shell("echo $$; exec sleep 1000");
    what.output = true;
    CHECK(watched.tree->start(what, 1, &started).ok());
    const LifeOf program(read_id(started.output));
    CHECK(kill(both[0], SIGKILL) == 0);
    while (state_of(both[0]) != 'Z') wait_ms(1);
    std::unique_ptr<ProcessTree> other;
    CHECK(watched.spawner->open_tree(std::make_shared<Recorder>(), &other).ok());
    CHECK(kill(both[1], SIGKILL) == 0);
    CHECK(watched.recorder->wait_for_loss());
    CHECK(program.ends_in_time());
    CHECK(watched.tree->terminate().reason == SpawnReason::tree_gone);
    std::string text;
    CHECK(output_of(*other, shell("echo alive"), 1, &text).ok());
    CHECK(text == "alive\n");
    CHECK(other->terminate().ok());
    CHECK_EQUAL(0, watched.spawner->counters().reapers);
    CHECK_EQUAL(0, watched.spawner->counters().descriptors);
    CHECK(children_of(getpid()).empty());
}

TEST(a_reaper_that_answers_nothing_is_killed_and_its_tree_ends, "a request without a limit takes a thread of the client for ever") {
    WatchedTree watched;
    CHECK(watched);
    ProcessStart what = shell("echo runs; exec sleep 1000");
    what.output = true;
    StartedProcess started;
    CHECK(watched.tree->start(what, 1, &started).ok());
    CHECK(read_line(started.output) == "runs\n");
    CHECK(stop_without_guard());
    TreeStatistics statistics;
    CHECK(watched.tree->measure(&statistics).reason == SpawnReason::tree_gone);
    CHECK(read_to_end(started.output).empty());
    CHECK(watched.recorder->wait_for_loss());
    CHECK(watched.tree->terminate().reason == SpawnReason::tree_gone);
    CHECK_EQUAL(0, watched.spawner->counters().reapers);
}

TEST(an_end_of_a_tree_whose_reaper_is_stopped_comes_in_time, "terminate is what a client does when a system is sick") {
    WatchedTree watched;
    CHECK(watched);
    const std::shared_ptr<Recorder> recorder = watched.recorder;
    ProcessStart what = shell("echo runs; exec sleep 1000");
    what.output = true;
    StartedProcess started;
    CHECK(watched.tree->start(what, 1, &started).ok());
    CHECK(read_line(started.output) == "runs\n");
    CHECK(stop_without_guard());
    CHECK(watched.tree->terminate().ok() || watched.tree->terminate().reason == SpawnReason::tree_gone);
    CHECK(read_to_end(started.output).empty());
    CHECK_EQUAL(0, watched.spawner->counters().reapers);
}

TEST(a_process_whose_parent_ends_while_it_is_looked_for_is_found,
     "it moves to a place that was looked at already, and a list without it is wrong") {
    WatchedTree watched;
    CHECK(watched);
    // Between its place before and after stand those that only sleep: looking at each takes a while.
    ProcessStart what = shell(
        "at=0; while [ $at -lt 60 ]; do sleep 1000 & at=$((at + 1)); done; echo ready; "
        "while read turns; do (sleep 1000 & echo $!; at=0; while [ $at -lt $turns ]; do at=$((at + 1)); done); done");
    what.input = what.output = true;
    StartedProcess started;
    CHECK(watched.tree->start(what, 1, &started).ok());
    CHECK(read_line(started.output) == "ready\n");
    for (int round = 0; round < 100; ++round) {
        CHECK(write_all(started.input, std::to_string(round * 20) + "\n"));
        const std::uint32_t orphan = read_id(started.output);
        std::vector<ProcessRow> processes;
        CHECK(watched.tree->list(&processes).ok());
        CHECK_EQUAL(1, std::count_if(processes.begin(), processes.end(), [orphan](const ProcessRow& one) { return one.id == orphan; }));
    }
    CHECK(watched.tree->terminate().ok());
}

TEST(a_reaper_that_cannot_see_processes_does_not_begin, "it would leave programs alive, or kill those of another namespace") {
    const std::string reaper = built_reaper();
    if (unshare(CLONE_NEWNS) != 0 || mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        mount("none", "/proc", "tmpfs", 0, nullptr) != 0)
        SKIP("hiding /proc takes rights this user does not have");
    auto recorder = std::make_shared<Recorder>();
    const auto spawner = make_spawner(reaper);
    std::unique_ptr<ProcessTree> tree;
    const SpawnOutcome outcome = spawner->open_tree(recorder, &tree);
    CHECK(umount("/proc") == 0);  // the leak check, which comes when this process ends, looks there itself
    CHECK(outcome.reason == SpawnReason::no_reaper);
    CHECK(outcome.text.find("/proc") != std::string::npos);
    CHECK(!tree);
    spawner->shutdown();
    CHECK_EQUAL(0, spawner->counters().reapers);
    CHECK_EQUAL(0, recorder->losses());
}

// A tree of an ordinary user, without control groups, in which a program has become root. `id` is its number, 0 where that cannot be had.
struct TreeWithForeigner {
    std::uint32_t id = 0;
    std::unique_ptr<Spawner> spawner;
    std::unique_ptr<ProcessTree> tree;

    TreeWithForeigner() {
        const int file = mkstemp(copy_);
        const std::string program = file_text(own_path());
        CHECK(write(file, program.data(), program.size()) == static_cast<ssize_t>(program.size()));
        CHECK(fchmod(file, 04755) == 0);
        close(file);
        constexpr uid_t kOrdinary = 65533;
        CHECK(setgroups(0, nullptr) == 0 && setresuid(kOrdinary, kOrdinary, 0) == 0);
        prctl(PR_SET_DUMPABLE, 1);
        if (access(built_reaper().c_str(), X_OK) != 0 || access(copy_, X_OK) != 0) return;
        spawner = make_spawner();
        spawner->use_control_groups(false);
        CHECK(spawner->open_tree(std::make_shared<Recorder>(), &tree).ok());
        ProcessStart what;
        what.arguments = {copy_, "--become-root"};
        what.output = true;
        StartedProcess started;
        CHECK(tree->start(what, 1, &started).ok());
        id = read_id(started.output);
        CHECK(id > 1);
    }
    TreeWithForeigner(const TreeWithForeigner&) = delete;
    TreeWithForeigner& operator=(const TreeWithForeigner&) = delete;
    ~TreeWithForeigner() {
        if (setresuid(0, 0, 0) != 0) abort();
        unlink(copy_);
        if (id > 1) kill(static_cast<pid_t>(id), SIGKILL);
        tree.reset();
    }

  private:
    char copy_[40] = "/tmp/hcsffi-other-user-XXXXXX";
};

#define NEEDS_FOREIGNER(name)                                        \
    if (geteuid() != 0) SKIP("making a set-uid program takes root"); \
    TreeWithForeigner name;                                          \
    if (name.id == 0) SKIP("an ordinary user cannot reach the programs under test")

TEST(an_end_that_leaves_a_process_alive_says_so, "a program that became another user cannot be killed, and a clean answer would be a lie") {
    NEEDS_FOREIGNER(foreign);
    const SpawnOutcome ended = foreign.tree->terminate();
    CHECK(ended.reason == SpawnReason::broken);
    CHECK_EQUAL(EPERM, ended.system_code);
}

TEST(a_limit_that_one_process_does_not_take_holds_for_none, "a limit that is told as held must hold for all") {
    if (std::thread::hardware_concurrency() < 2) SKIP("this machine has one processor");
    NEEDS_FOREIGNER(foreign);
    CHECK(foreign.tree->limit({0, 1, 0, 0}).processors == nullptr);
    std::string text;
    CHECK(output_of(*foreign.tree, shell("nproc"), 2, &text).ok());
    CHECK(text == std::to_string(std::thread::hardware_concurrency()) + "\n");
}

TEST(a_process_that_may_not_be_stopped_is_told, "a tree with a program that runs on is not paused") {
    NEEDS_FOREIGNER(foreign);
    const SpawnOutcome paused = foreign.tree->pause();
    CHECK(paused.reason == SpawnReason::not_permitted);
    CHECK_EQUAL(EPERM, paused.system_code);
    CHECK(foreign.tree->kill(1).reason == SpawnReason::not_permitted);
}
