/* How tasks come from who posts them to the workers (engine/scheduler.h, engine/gathering.h): none waits behind one that takes long, each
 * runs once, and a worker sleeps for more of them only where that pays. */
#include <atomic>
#include <chrono>
#include <memory>
#include <thread>
#include <vector>

#include "engine/gathering.h"
#include "harness.h"
#include "workers.h"

using namespace hcsffi;

namespace {

// Batches of one task each that come so many microseconds after each other; the time of the last.
uint64_t come(Gathering& gathering, uint64_t now_us, uint64_t each_us, uint32_t batches) {
    for (uint32_t batch = 0; batch < batches; ++batch) gathering.took(now_us += each_us, 1);
    return now_us;
}

}  // namespace

TEST(tasks_that_wait_for_each_other_all_run, "a callback may wait for what another one does, as often as there are workers") {
    for (const uint32_t workers : {2u, 5u}) {
        Meeting start(static_cast<int>(workers) + 1), all(static_cast<int>(workers) + 1);
        Scheduler scheduler;
        scheduler.configure(pace_of(workers));
        for (uint32_t task = 0; task < workers; ++task) scheduler.post([&start] { start.come(); });
        // None of the workers looks while these come, so one takes them all as a batch.
        for (uint32_t task = 0; task < workers; ++task) scheduler.post([&all] { all.come(); });
        start.come();
        all.come();
    }
}

TEST(a_task_posted_beside_a_long_one_runs, "whoever is free takes it, be it asleep, watching or gathering") {
    Scheduler scheduler;
    scheduler.configure(pace_of(2));
    for (int turn = 0; turn < 200; ++turn) {
        const auto meeting = std::make_shared<Meeting>(2), over = std::make_shared<Meeting>(3);
        scheduler.post([=] { meeting->come(), over->come(); });
        scheduler.post([=] { meeting->come(), over->come(); });
        over->come();
    }
}

TEST(every_task_runs_once, "many threads post at once, and the workers share what they take") {
    constexpr int kThreads = 4, kEach = 5000;
    std::vector<std::atomic<int>> runs(kThreads * kEach);
    Meeting over(2);
    std::atomic<int> left(kThreads * kEach);
    Scheduler scheduler;
    scheduler.configure(pace_of(3));
    std::vector<std::thread> posting;
    for (int thread = 0; thread < kThreads; ++thread) {
        posting.emplace_back([&, thread] {
            for (int task = thread * kEach; task < (thread + 1) * kEach; ++task) {
                scheduler.post([&runs, &left, &over, task] {
                    ++runs[static_cast<size_t>(task)];
                    if (--left == 0) over.come();
                });
            }
        });
    }
    for (std::thread& thread : posting) thread.join();
    over.come();
    for (const std::atomic<int>& each : runs) CHECK(each == 1);
}

TEST(what_is_cleared_never_runs, "neither what was posted nor what a worker has taken as a batch and not begun") {
    Meeting first(2), begun(2), cleared(2), over(2);
    std::atomic<int> ran(0);
    Scheduler scheduler;
    scheduler.configure(pace_of(1));
    scheduler.post([&] { first.come(); });
    scheduler.post([&] { begun.come(), cleared.come(); });
    for (int task = 0; task < 10; ++task) scheduler.post([&] { ++ran; });
    first.come();
    begun.come();  // the ten stand in the batch
    for (int task = 0; task < 10; ++task) scheduler.post([&] { ++ran; });
    scheduler.clear();
    scheduler.post([&] { over.come(); });
    cleared.come();
    over.come();
    CHECK(ran == 0);
}

TEST(what_was_queued_survives_a_stop, "the next post starts the workers again, and they go on where they were") {
    Meeting first(2), over(2);
    std::atomic<int> ran(0);
    Scheduler scheduler;
    scheduler.configure(pace_of(1));
    scheduler.post([&] { first.come(); });
    for (int task = 0; task < 100; ++task) scheduler.post([&] { ++ran; });
    first.come();
    scheduler.stop();
    scheduler.post([&] { over.come(); });
    over.come();
    CHECK(ran == 100);
}

TEST(what_is_due_has_run_when_advancing_the_clock_returns,
     "a worker that is there for other work has none of it, and may not be waited for") {
    Scheduler scheduler;
    Pace pace = pace_of(0);
    pace.manual_clock = true;
    scheduler.configure(pace);
    for (int turn = 0; turn < 50; ++turn) {
        constexpr int kTasks = 20;
        std::atomic<int> here{0}, elsewhere{0};
        const std::thread::id advancing = std::this_thread::get_id();
        for (int task = 0; task < kTasks; ++task)
            scheduler.post(
                [&] {
                    std::this_thread::sleep_for(std::chrono::microseconds(10));  // long enough for the worker to see the others
                    ++(std::this_thread::get_id() == advancing ? here : elsewhere);
                },
                1);
        const auto awake = std::make_shared<Meeting>(2);
        scheduler.post_elsewhere([awake] { awake->come(); });
        awake->come();
        CHECK(scheduler.advance(10));
        const int ran = here;
        scheduler.stop();  // a worker that has some of them has ended them
        CHECK_EQUAL(kTasks, ran);
        CHECK_EQUAL(0, elsewhere.load());
    }
}

TEST(a_worker_gathers_what_comes_briskly, "it sleeps for about sixteen tasks, once eight batches in a row have come so fast") {
#ifdef _WIN32
    SKIP("a sleep of Windows is too long");
#endif
    Gathering gathering;
    uint64_t now_us = come(gathering, 1'000'000, 5, Gathering::kFirstPatience);
    CHECK(gathering.sleep_us() == 0);  // the first of them came after a long time
    now_us = come(gathering, now_us, 5, 1);
    CHECK(gathering.sleep_us() == 5 * Gathering::kWished);
    CHECK(gathering.has_slept());
    gathering.took(now_us += 100, 20);
    CHECK(!gathering.has_slept());
    CHECK(gathering.sleep_us() == 5 * Gathering::kWished);  // and goes on, at the pace of those
}

TEST(a_worker_hardly_gathers_for_who_waits_for_each_answer,
     "sleeps in vain take little of its time, and one that brings much is made again soon") {
#ifdef _WIN32
    SKIP("a sleep of Windows is too long");
#endif
    Gathering gathering;
    uint64_t now_us = 0, slept_us = 0;
    const auto ask = [&](uint32_t turns, size_t brought) {
        uint64_t sleeps = 0;
        while (turns-- > 0) {
            now_us = come(gathering, now_us, 15, 1);
            const uint64_t sleep_us = gathering.sleep_us();
            if (sleep_us == 0) continue;
            ++sleeps;
            slept_us += sleep_us;
            gathering.took(now_us += sleep_us, brought);
        }
        return sleeps;
    };
    CHECK(ask(100'000, 1) > 0);
    CHECK(slept_us * 75 < now_us);
    CHECK(ask(Gathering::kLongestPatience * 2, 20) > Gathering::kLongestPatience / 2);
}

TEST(a_worker_does_not_gather_what_comes_slowly_or_at_once, "the one would wait in vain, the other keeps it awake") {
    for (const uint64_t each_us : {Gathering::kLongestUs, uint64_t{1}}) {
        Gathering gathering;
        come(gathering, 0, each_us, 1000);
        CHECK(gathering.sleep_us() == 0);
    }
}

TEST(a_sleep_has_the_length_and_the_patience_that_pay,
     "a little more and a client waits, a little less and every task costs a system call") {
#ifdef _WIN32
    SKIP("a sleep of Windows is too long");
#endif
    const struct {
        uint64_t each_us;
        size_t tasks;
        uint64_t sleep_us;
    } rows[] = {{20, 1, 160}, {21, 1, 0}, {10, 1, 160}, {9, 1, 144}, {5, 4, 20}, {6, 5, 0}, {80, 8, 160}, {40, 32, 20}};
    for (const auto& row : rows) {
        Gathering gathering;
        uint64_t now_us = 1'000'000;
        const auto batches = [&](uint32_t many) {
            for (uint32_t batch = 0; batch < many; ++batch) gathering.took(now_us += row.each_us, row.tasks);
        };
        batches(8);
        CHECK_EQUAL(0, gathering.sleep_us());
        gathering.took(now_us += 5, 0);  // a look in vain is no batch
        CHECK_EQUAL(0, gathering.sleep_us());
        CHECK(!gathering.has_slept());
        batches(1);
        CHECK_EQUAL(row.sleep_us, gathering.sleep_us());
        CHECK_EQUAL(row.sleep_us > 0, gathering.has_slept());
    }
    Gathering gathering;
    uint64_t now_us = come(gathering, 1'000'000, 10, 9);
    for (const uint32_t patience : {16u, 32u, 64u}) {
        CHECK_EQUAL(160, gathering.sleep_us());
        gathering.took(now_us += 160, patience == 32 ? 0 : 3);  // fewer than it is worth
        now_us = come(gathering, now_us, 10, patience - 1);
        CHECK_EQUAL(0, gathering.sleep_us());
        now_us = come(gathering, now_us, 10, 1);
    }
    for (int turn = 0; turn < 3; ++turn) {
        CHECK_EQUAL(160, gathering.sleep_us());
        gathering.took(now_us += 40, 4);  // worth it: it goes on so
    }
    CHECK_EQUAL(160, gathering.sleep_us());
    gathering.took(now_us += 160, 3);
    now_us = come(gathering, now_us, 10, 15);
    CHECK_EQUAL(0, gathering.sleep_us());
    come(gathering, now_us, 10, 1);
    CHECK_EQUAL(160, gathering.sleep_us());  // what was worth it has forgotten the mistakes before
}

TEST(as_many_tasks_run_at_once_as_there_are_workers, "whoever finds more than it takes itself sees to it that the others are awake") {
    for (const int workers : {3, 4}) {
        Scheduler scheduler;
        scheduler.configure(pace_of(static_cast<uint32_t>(workers)));
        for (int turn = 0; turn < 200; ++turn) {
            const auto meeting = std::make_shared<Meeting>(workers + 1);
            for (int task = 0; task < workers; ++task) scheduler.post([meeting] { meeting->come(); });
            meeting->come();
        }
    }
}
