/* The reaper from outside: finding it, many of them, and nothing left of any. */
#include "harness.h"
#include "watched_tree.h"

#include <sys/stat.h>

#include <thread>

using namespace hcsffi;

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

TEST(nothing_is_held_after_everything_is_closed, "a descriptor lost per process ends a long-lived service") {
    const std::size_t before = entries("/proc/self/fd").size();
    const std::int64_t live = UniqueFd::live();
    {
        WatchedTree watched;
        CHECK(watched);
        const std::size_t open_tree = entries("/proc/self/fd").size();
        CHECK_EQUAL(1, watched.spawner->counters().reapers);
        CHECK_EQUAL(2, watched.spawner->counters().descriptors);
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
                right += recorders[static_cast<std::size_t>(at)]->wait_for_end(1, &end) && end.exit_code == static_cast<unsigned>(thread * kTreesEach + at);
            }
        });
    for (std::thread& thread : threads) thread.join();
    CHECK_EQUAL(kThreads * kTreesEach, right);
    spawner->shutdown();
    CHECK_EQUAL(0, spawner->counters().reapers);
    CHECK(children_of(getpid()).empty());
}
