/* What the tree must survive: a client that meddles with its own children, one that is killed, a reaper that is killed, daemons, forks. */
#include "watched_tree.h"

static int be_a_victim(int count, char** arguments);
#define HARNESS_MODES be_a_victim
#include "harness.h"

#ifndef _WIN32
#include <sys/prctl.h>
#endif

#include <atomic>
#include <thread>

using namespace hcsffi;

// Starts a process, a daemon of it and a daemon's daemon, and prints their ids: none of them is in the session of another.
static const char kDaemons[] = DAEMON("sh -c 'trap \"\" TERM HUP INT; " DAEMON(
    "sh -c \"echo \\$\\$; exec sleep 1000\"") "; echo $$; exec sleep 1000'") "; echo $$; exec sleep 1000";

static std::vector<std::uint32_t> start_daemons(ProcessTree& tree, ProcessKey key) {
    ProcessStart what = shell(kDaemons);
    what.output = true;
    StartedProcess started;
    std::vector<std::uint32_t> ids;
    if (!tree.start(what, key, &started).ok()) return ids;
    for (int line = 0; line < 3; ++line) ids.push_back(read_id(started.output));
    return ids;
}

#ifdef _WIN32
static unsigned fork_that_lives_on() { abort(); }
static unsigned guard_of_all() { abort(); }
#else
static unsigned guard_of_all() {
    const std::vector<pid_t> guards = children_of(getpid());
    return guards.size() == 1 ? static_cast<unsigned>(guards[0]) : 0;
}

// A fork of the client that lives on and holds duplicates of all its descriptors.
static unsigned fork_that_lives_on() {
    const pid_t id = fork();
    if (id == 0) {
        alarm(60);  // it outlives the victim, and not by much the test that fails
        for (;;) pause();
    }
    return static_cast<unsigned>(id);
}
#endif

// The mode in which this program is the client that gets killed: prints its processes and waits for the kill.
static int be_a_victim(int count, char** arguments) {
    if (count < 2 || strcmp(arguments[1], "--victim") != 0) return -1;
    WatchedTree watched;
    if (!watched) return 99;
    const std::vector<std::uint32_t> ids = start_daemons(*watched.tree, 1);
    if (ids.empty()) return 97;
    for (const std::uint32_t id : ids) printf("%u\n", static_cast<unsigned>(id));
    if (count > 2) printf("%u\n", strcmp(arguments[2], "fork") == 0 ? fork_that_lives_on() : guard_of_all());
    fflush(stdout);
    for (;;) wait_ms(1000);
}

static bool all_end(const std::vector<std::uint32_t>& ids, const std::function<bool()>& cause) {
    std::vector<std::unique_ptr<LifeOf>> lives;
    for (const std::uint32_t id : ids) {
        lives.push_back(std::make_unique<LifeOf>(id));
        if (id <= 1 || !lives.back()->known()) return false;
    }
    if (ids.empty() || !cause()) return false;
    for (const auto& life : lives)
        if (!life->ends_in_time()) return false;
    return true;
}

// `also` is one more it tells the id of: a fork of its own, or its guard.
static std::vector<std::uint32_t> start_victim(const char* also, child* victim) {
    const char* const words[] = {"--victim", also, nullptr};
    std::vector<std::uint32_t> ids;
    if (!start_self(victim, CHILD_TALKS_TO_US, words)) return ids;
    const UniqueFd output(victim->output);
    victim->output = NO_STREAM;
    for (int line = 0; line < (also ? 4 : 3); ++line) ids.push_back(read_id(output));
    return ids;
}

TEST(daemons_of_daemons_die_with_the_tree, "a container that leaves processes behind is not a container") {
    WatchedTree watched;
    CHECK(watched);
    CHECK(all_end(start_daemons(*watched.tree, 1), [&watched] { return watched.tree->terminate().ok(); }));
    CHECK_EQUAL(1, watched.recorder->end_calls());
    CHECK_EQUAL(0, watched.recorder->losses());
}

TEST(a_tree_let_go_of_dies_too, "closing the last handle of a system kills it (B-41)") {
    WatchedTree watched;
    CHECK(watched);
    CHECK(all_end(start_daemons(*watched.tree, 1), [&watched] {
        watched.tree.reset();
        return true;
    }));
    watched.spawner->shutdown();
    CHECK_EQUAL(0, watched.recorder->losses());
}

TEST(a_process_that_forks_without_end_is_killed_in_the_end, "the walk over the tree has to catch up with what it kills") {
    WatchedTree watched;
    CHECK(watched);
    ProcessStart what = shell("echo ready; while :; do " DAEMON("sleep 1000") "; done");
    what.output = true;
    StartedProcess started;
    CHECK(watched.tree->start(what, 1, &started).ok());
    CHECK(read_line(started.output) == "ready\n");
    TreeStatistics statistics;
    do CHECK(watched.tree->measure(&statistics).ok());
    while (statistics.process_count < 50);
    CHECK(watched.tree->terminate().ok());
    CHECK(read_to_end(started.output).empty());  // and end-of-file says that nobody holds the pipe any more
}

TEST(a_killed_client_leaves_nothing_behind, "nobody else would ever end these processes") {
    child victim;
    const std::vector<std::uint32_t> ids = start_victim(nullptr, &victim);
    CHECK(all_end(ids, [&victim] {
        child_kill(&victim);
        return true;
    }));
    child_close(&victim);
}

#ifndef _WIN32  // forks, and reapers: a job object does their work, and cannot be killed

TEST(a_killed_client_leaves_nothing_behind_though_a_fork_of_it_lives,
     "a fork holds duplicates of every socket: end-of-file alone would not do") {
    child victim;
    std::vector<std::uint32_t> ids = start_victim("fork", &victim);
    CHECK(ids.size() == 4 && ids[3] > 1);
    const auto fork_id = static_cast<pid_t>(ids[3]);
    ids.pop_back();
    const bool ended = all_end(ids, [&victim] {
        child_kill(&victim);
        return true;
    });
    kill(fork_id, SIGKILL);
    child_close(&victim);
    CHECK(ended);
}

TEST(a_stopped_guard_ends_with_its_killed_client, "nobody else lets it go on: whoever takes it in may know nothing of it") {
    CHECK(prctl(PR_SET_CHILD_SUBREAPER, 1) == 0);  // in the session of the guard, so that the kernel lets nobody go on
    child victim;
    const std::vector<std::uint32_t> ids = start_victim("guard", &victim);
    CHECK(ids.size() == 4 && ids[3] > 1);
    const auto guard = static_cast<pid_t>(ids[3]);
    CHECK(kill(guard, SIGSTOP) == 0);
    while (state_of(guard) != 'T') wait_ms(1);
    CHECK(all_end(ids, [&victim] {
        child_kill(&victim);
        return true;
    }));
    child_close(&victim);
}

static std::vector<pid_t> reaper_pair() {  // the guard and the reaper proper of the only tree
    const std::vector<pid_t> guards = children_of(getpid());
    if (guards.size() != 1) return {};
    const std::vector<pid_t> reapers = children_of(guards[0]);
    return reapers.size() == 1 ? std::vector<pid_t>{guards[0], reapers[0]} : std::vector<pid_t>{};
}

TEST(a_killed_reaper_is_reported_and_leaves_nothing_behind, "its processes have lost the only one who could tell how they end") {
    WatchedTree watched;
    CHECK(watched);
    const std::vector<pid_t> pair = reaper_pair();
    CHECK_EQUAL(2, pair.size());
    const std::vector<std::uint32_t> ids = start_daemons(*watched.tree, 1);
    CHECK(all_end(ids, [&pair] { return kill(pair[1], SIGKILL) == 0; }));
    CHECK(watched.recorder->wait_for_loss());
    StartedProcess started;
    CHECK(watched.tree->start(shell("exit 0"), 2, &started).reason == SpawnReason::tree_gone);
    CHECK(watched.tree->terminate().reason == SpawnReason::tree_gone);
    watched.spawner->shutdown();
    CHECK_EQUAL(1, watched.recorder->losses());
    CHECK_EQUAL(0, watched.recorder->end_calls());
    CHECK_EQUAL(0, watched.spawner->counters().descriptors);
}

TEST(a_tree_lives_on_without_its_guard, "the guard matters only when the reaper dies") {
    WatchedTree watched;
    CHECK(watched);
    const std::vector<pid_t> pair = reaper_pair();
    CHECK_EQUAL(2, pair.size());
    CHECK(kill(pair[0], SIGKILL) == 0);
    std::string text;
    CHECK(output_of(*watched.tree, shell("echo alive"), 1, &text).ok());
    CHECK(text == "alive\n");
    CHECK(all_end(start_daemons(*watched.tree, 2), [&watched] { return watched.tree->terminate().ok(); }));
}

TEST(no_status_is_lost_to_a_thief, "a client may wait for any child of its own") {
    std::atomic<bool> stop{false};
    std::thread thief([&stop] {
        while (!stop)
            if (waitpid(-1, nullptr, WNOHANG) <= 0) usleep(200);  // the thief's own pace
    });
    {
        WatchedTree watched;
        for (ProcessKey key = 1; watched && key <= 40; ++key) {
            StartedProcess started;
            ProcessEnd end;
            const bool right = watched.tree->start(shell("exit " + std::to_string(key)), key, &started).ok() &&
                               watched.recorder->wait_for_end(key, &end) && end.exit_code == key;
            if (!right) harness_fail(__FILE__, __LINE__, "an exit status was lost");
        }
        if (watched && !watched.tree->terminate().ok()) harness_fail(__FILE__, __LINE__, "terminate");
    }
    stop = true;
    thief.join();
}

TEST(no_status_is_lost_when_the_client_ignores_its_children, "an ignored SIGCHLD is inherited by what a client starts") {
    signal(SIGCHLD, SIG_IGN);
    {
        WatchedTree watched;
        StartedProcess started;
        ProcessEnd end;
        if (!watched || !watched.tree->start(shell("(exit 3); exit $?"), 1, &started).ok() || !watched.recorder->wait_for_end(1, &end) ||
            end.exit_code != 3 || !watched.tree->terminate().ok())
            harness_fail(__FILE__, __LINE__, "an exit status was lost");
    }
    signal(SIGCHLD, SIG_DFL);
}

TEST(signals_at_the_clients_terminal_do_not_reach_the_tree, "a Ctrl-C is for the client, who decides what it means for its systems") {
    setpgid(0, 0);  // a group of this program's own, so that the signals below are not for whoever runs the tests
    const int signals[] = {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP};
    for (const int number : signals) signal(number, SIG_IGN);
    WatchedTree watched;
    CHECK(watched);
    StartedProcess started;
    CHECK(watched.tree->start(shell("exec sleep 1000"), 1, &started).ok());
    for (const int number : signals) kill(0, number);
    for (const int number : signals) signal(number, SIG_DFL);
    std::string text;
    CHECK(output_of(*watched.tree, shell("trap | wc -l; kill -INT $$; echo not reached"), 2, &text).ok());
    CHECK(text == "0\n");  // and what the client ignores is not ignored in the process
    ProcessEnd end;
    CHECK(watched.recorder->wait_for_end(2, &end));
    CHECK_EQUAL(128 + SIGINT, end.exit_code);
    TreeStatistics statistics;
    CHECK(watched.tree->measure(&statistics).ok());
    CHECK_EQUAL(1, statistics.process_count);
}

TEST(the_reaper_holds_none_of_the_clients_descriptors, "a pipe's reader would never see the end") {
    int ends[2];
    CHECK(pipe(ends) == 0);  // on purpose without close-on-exec
    WatchedTree watched;
    CHECK(watched);
    close(ends[1]);
    const UniqueFd reading(ends[0]);
    pollfd ended{ends[0], POLLIN, 0};
    CHECK(poll(&ended, 1, 60000) == 1);
    CHECK((ended.revents & POLLHUP) != 0);
}

TEST(a_fork_of_the_client_cannot_harm_the_tree, "interpreters fork, and the child runs their exit hooks") {
    WatchedTree watched;
    CHECK(watched);
    StartedProcess started;
    CHECK(watched.tree->start(shell("exec sleep 1000"), 1, &started).ok());
    const pid_t child = fork();
    if (child == 0) {
        TreeStatistics statistics;
        const bool refused = watched.tree->measure(&statistics).reason == SpawnReason::tree_gone && !watched.tree->terminate().ok();
        watched.tree.reset();
        watched.spawner->shutdown();
        watched.spawner.reset();
        _exit(refused ? 0 : 1);
    }
    int status = -1;
    CHECK(waitpid(child, &status, 0) == child);
    CHECK_EQUAL(0, status);
    TreeStatistics statistics;
    CHECK(watched.tree->measure(&statistics).ok());
    CHECK_EQUAL(1, statistics.process_count);
}

#endif

TEST(a_listener_may_let_go_of_its_tree, "the host drops a system from the very call that tells of its end") {
    std::unique_ptr<ProcessTree> tree;
    const auto spawner = make_spawner();
    const auto recorder = std::make_shared<Recorder>();
    SpawnReason asked_from_callback = SpawnReason::none;
    recorder->on_end = [&](ProcessKey) {
        TreeStatistics statistics;
        asked_from_callback = tree->measure(&statistics).reason;
        tree.reset();
    };
    CHECK(spawner->open_tree(recorder, &tree).ok());
    StartedProcess started;
    ProcessStart what = shell("read x; exit 0");
    what.input = true;
    CHECK(tree->start(what, 1, &started).ok());
    started.input.reset();
    started.kept_input.reset();
    ProcessEnd end;
    CHECK(recorder->wait_for_end(1, &end));
    spawner->shutdown();
    CHECK(asked_from_callback == SpawnReason::wrong_thread);
    CHECK_EQUAL(0, recorder->losses());
}

TEST(requests_and_the_end_may_cross, "a terminate comes while other threads start and measure") {
    for (int round = 0; round < 10; ++round) {
        WatchedTree watched;
        CHECK(watched);
        std::atomic<int> started_count{0};
        std::vector<std::thread> threads;
        for (int thread = 0; thread < 4; ++thread)
            threads.emplace_back([&watched, &started_count, thread] {
                for (ProcessKey key = 0;; ++key) {
                    StartedProcess started;
                    TreeStatistics statistics;
                    if (!watched.tree->start(shell("exec sleep 1000"), key * 4 + static_cast<ProcessKey>(thread), &started).ok()) return;
                    ++started_count;
                    if (!watched.tree->measure(&statistics).ok()) return;
                }
            });
        while (started_count < 8) std::this_thread::yield();
        CHECK(watched.tree->terminate().ok());
        for (std::thread& thread : threads) thread.join();
        CHECK_EQUAL(started_count, watched.recorder->end_calls());
    }
}

TEST(shutdown_ends_every_tree, "the host's exit hook has one chance") {
    WatchedTree watched;
    CHECK(watched);
    const std::vector<std::uint32_t> ids = start_daemons(*watched.tree, 1);
    CHECK(all_end(ids, [&watched] {
        watched.spawner->shutdown();
        return true;
    }));
    CHECK_EQUAL(0, watched.recorder->losses());
    CHECK_EQUAL(1, watched.recorder->end_calls());
    TreeStatistics statistics;
    CHECK(watched.tree->measure(&statistics).reason == SpawnReason::tree_gone);
}
