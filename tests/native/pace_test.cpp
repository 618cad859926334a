/* When tasks run that the engine was given: the delays that are drawn, the two clocks, how many threads there are, what a seed reorders,
 * and what is left after a stop (engine/scheduler.h). How workers share tasks is hand_over_test's. */
#include "harness.h"

#include <chrono>
#include <ctime>
#include <functional>
#include <memory>
#include <new>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#ifndef _WIN32
#include <sys/resource.h>
#endif

#include "texts.h"
#include "workers.h"

using namespace hcsffi;

namespace {

thread_local int t_with_memory = 0;     // so many allocations of this thread succeed from now on
thread_local int t_without_memory = 0;  // and so many fail then

}  // namespace

// Not inlined: the compiler would take free() for the other end of the usual operator new.
__attribute__((noinline)) void* operator new(size_t size) {
    if (t_with_memory > 0) {
        --t_with_memory;
    } else if (t_without_memory > 0) {
        --t_without_memory;
        throw std::bad_alloc();
    }
    if (void* const memory = malloc(size == 0 ? 1 : size)) return memory;
    throw std::bad_alloc();
}
__attribute__((noinline)) void operator delete(void* memory) noexcept { free(memory); }
__attribute__((noinline)) void operator delete(void* memory, size_t) noexcept { free(memory); }

namespace {

// Runs `work` on a worker, and is back when it has run.
void on_worker(Scheduler& scheduler, const std::function<void()>& work) {
    const auto over = std::make_shared<Meeting>(2);
    scheduler.post([&work, over] {
        work();
        over->report();
    });
    over->come();
}

std::set<uint64_t> drawn(Scheduler& scheduler, int many) {
    std::set<uint64_t> delays;
    for (int at = 0; at < many; ++at) delays.insert(scheduler.draw_delay_us());
    return delays;
}

// The order in which tasks run that one worker takes as one batch.
std::string order_of_batch(Scheduler& scheduler, int many) {
    std::string order;
    Meeting begun(2), posted(2);
    const auto over = std::make_shared<Meeting>(many + 1);
    scheduler.post([&] { begun.come(), posted.come(); });
    begun.come();
    for (int task = 0; task < many; ++task) {
        scheduler.post([&order, over, task] {
            order += static_cast<char>('a' + task);
            over->report();
        });
    }
    posted.come();
    over->come();
    return order;
}

}  // namespace

TEST(a_delay_is_drawn_between_its_bounds, "a client's test asks for them, and its seed draws the same ones again") {
    Scheduler scheduler;
    const struct {
        uint32_t workers;
        bool reorder;
        uint64_t least, most, first, last;
    } rows[] = {{2, false, 0, 0, 0, 0}, {2, false, 5, 5, 5, 5},  {2, false, 0, 1, 0, 1},  {2, false, 5, 0, 5, 5},
                {0, false, 3, 4, 3, 4}, {2, true, 0, 0, 0, 200}, {1, true, 0, 0, 0, 200}, {0, true, 0, 0, 0, 0},
                {2, true, 0, 3, 0, 3},  {0, true, 2, 3, 2, 3},   {2, false, 1, 0, 1, 1}};
    for (const auto& row : rows) {
        Pace pace = pace_of(row.workers);
        pace.reorder = row.reorder;
        pace.delay_min_us = row.least;
        pace.delay_max_us = row.most;
        scheduler.configure(pace);
        const std::set<uint64_t> delays = drawn(scheduler, 10'000);
        CHECK_EQUAL(row.first, *delays.begin());
        CHECK_EQUAL(row.last, *delays.rbegin());
        CHECK_EQUAL(row.last - row.first + 1, delays.size());
    }
    Pace pace = pace_of(1);
    pace.delay_max_us = 1'000'000;
    std::vector<uint64_t> first[3];
    for (const size_t turn : {0u, 1u, 2u}) {
        pace.seed = turn / 2;
        scheduler.configure(pace);
        for (int at = 0; at < 5; ++at) first[turn].push_back(scheduler.draw_delay_us());
    }
    CHECK(first[0] == first[1] && first[0] != first[2]);
    CHECK_EQUAL(0, scheduler.threads());
}

TEST(what_is_delayed_runs_when_its_time_has_come, "earlier ones first, and those of one moment as they were posted") {
    Scheduler scheduler;
    scheduler.configure(pace_of(0, true));
    const uint64_t began = scheduler.now_100ns();
    CHECK(began > 0);
    std::string order;
    const auto post = [&](char name, uint64_t delay_us) { scheduler.post([&order, name] { order += name; }, delay_us); };
    const std::pair<char, uint64_t> delayed[] = {{'e', 30}, {'a', 5}, {'g', 50}, {'d', 20}, {'f', 40}, {'b', 10}, {'c', 10}};
    for (const auto& [name, delay_us] : delayed) post(name, delay_us);
    CHECK(scheduler.advance(49) && order.empty());
    CHECK(scheduler.advance(1) && same("a", order));
    CHECK(scheduler.advance(49) && same("a", order));
    CHECK(scheduler.advance(1) && same("abc", order));
    post('!', 0);
    CHECK(scheduler.advance(400) && same("abc!defg", order));
    CHECK_EQUAL(500, scheduler.now_100ns() - began);
    scheduler.configure(pace_of(0, true));
    CHECK_EQUAL(500, scheduler.now_100ns() - began);
    post('x', 1), scheduler.clear_delayed();
    CHECK(scheduler.advance(10) && same("abc!defg", order));
    post('y', 1), scheduler.clear();
    scheduler.post([&] { post('z', 1); }, 1);
    CHECK(scheduler.advance(10) && same("abc!defg", order));
    CHECK(scheduler.advance(10) && same("abc!defgz", order));
    CHECK_EQUAL(0, scheduler.threads());
    scheduler.configure(pace_of(0));
    CHECK(!scheduler.advance(10) && scheduler.now_100ns() > began);
}

TEST(what_is_delayed_runs_on_a_worker_where_the_clock_is_no_test_s, "a worker that sleeps hears of it, and one is started where none is") {
    Scheduler scheduler;
    for (const uint32_t workers : {0u, 1u}) {
        scheduler.configure(pace_of(workers));
        for (int turn = 0; turn < 20; ++turn) {
            const auto over = std::make_shared<Meeting>(2);
            scheduler.post([over] { over->report(); }, turn == 0 ? 3000 : 1);  // one that a worker has to sleep for
            over->come();
        }
        CHECK_EQUAL(1, scheduler.threads());
    }
    for (int turn = 0; turn < 20; ++turn) {
        const auto first = std::make_shared<Meeting>(2), second = std::make_shared<Meeting>(2);
        scheduler.configure(pace_of(1, true));
        on_worker(scheduler, [] {});
        scheduler.post([first] { first->report(); }, 1);
        if (turn % 2 == 0) scheduler.stop();
        CHECK(scheduler.advance(10));
        first->come();
        scheduler.post([second] { second->report(); }, 1);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));  // the worker sleeps as long as nobody moves the clock
        scheduler.configure(pace_of(1));                            // and now it goes by itself
        second->come();
    }
}

TEST(what_is_queued_beside_what_is_due_is_not_lost, "whoever advances the clock takes it where the worker is busy, and runs it") {
    Scheduler scheduler;
    scheduler.configure(pace_of(0, true));
    Meeting begun(2), leaving(2);
    const auto over = std::make_shared<Meeting>(3);
    scheduler.post_elsewhere([&] { begun.come(), leaving.come(); });
    begun.come();
    scheduler.post_elsewhere([over] { over->report(); });
    scheduler.post([over] { over->report(); }, 1);
    CHECK(scheduler.advance(10));
    leaving.report();
    over->come();
    CHECK_EQUAL(1, scheduler.threads());
}

TEST(the_clock_counts_tenths_of_microseconds, "delays and uptimes are told in them, and what a test waits for would come late") {
    using Hundreds = std::chrono::duration<uint64_t, std::ratio<1, 10'000'000>>;
    const auto clock = [] { return std::chrono::steady_clock::now(); };
    const auto between = [](auto first, auto last) { return std::chrono::duration_cast<Hundreds>(last - first).count(); };
    Scheduler scheduler;
    const auto before = clock();
    const uint64_t first = scheduler.now_100ns();
    const auto within = clock();
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    const auto still_within = clock();
    const uint64_t last = scheduler.now_100ns();
    const auto after = clock();
    CHECK(last - first + 1 >= between(within, still_within) && last - first <= between(before, after) + 1);
}

TEST(there_are_as_many_threads_as_work_needs, "an idle host costs none, and who waits in a callback is stood in for") {
    Scheduler scheduler;
    scheduler.configure(pace_of(0));
    CHECK(scheduler.staff() && scheduler.threads() == 0);
    Pace late = pace_of(0);
    late.delay_max_us = 1;
    scheduler.configure(late);
    CHECK(scheduler.staff() && scheduler.threads() == 1);
    scheduler.stop();
    CHECK_EQUAL(0, scheduler.threads());
    CHECK(scheduler.staff() && scheduler.staff() && scheduler.threads() == 1);
    scheduler.configure(pace_of(1));
    CHECK_EQUAL(1, scheduler.threads());
    bool here = true, there = false;
    on_worker(scheduler, [&] { there = scheduler.on_worker(); });
    here = scheduler.on_worker();
    CHECK(there && !here);
    CHECK_EQUAL(1, scheduler.threads());
    {
        const Scheduler::Standby nobody_s(scheduler);
    }
    CHECK_EQUAL(1, scheduler.threads());
    for (int turn = 0; turn < 2; ++turn) {
        on_worker(scheduler, [&] {
            const Scheduler::Standby standby(scheduler);
            on_worker(scheduler, [&] { const Scheduler::Standby second(scheduler); });
        });
        CHECK_EQUAL(3, scheduler.threads());
    }
    scheduler.configure(pace_of(3));
    CHECK_EQUAL(3, scheduler.threads());
    scheduler.configure(pace_of(2));
    CHECK_EQUAL(0, scheduler.threads());
    on_worker(scheduler, [] {});
    CHECK_EQUAL(2, scheduler.threads());
}

TEST(what_was_left_runs_when_the_host_is_configured_anew, "be it queued, delayed, or the rest of what a worker had taken") {
    Scheduler scheduler;
    for (const uint64_t delay_us : {0u, 1u}) {
        for (const int tasks : {1, 5}) {
            scheduler.configure(pace_of(1));
            Meeting begun(2), stopping(2);
            const auto over = std::make_shared<Meeting>(tasks + 1);
            scheduler.post([&] { begun.come(), stopping.come(); });
            begun.come();
            std::thread stopped([&] { scheduler.stop(); });
            while (scheduler.threads() > 0) std::this_thread::yield();
            for (int task = 0; task < tasks; ++task) scheduler.post([over] { over->report(); }, delay_us);
            stopping.come();
            stopped.join();
            CHECK_EQUAL(0, scheduler.threads());
            scheduler.configure(pace_of(1));
            over->come();
            scheduler.stop();
        }
    }
    Meeting taken(2), begun(2), stopping(2);
    const auto over = std::make_shared<Meeting>(2);
    scheduler.post([&] { taken.come(); });
    scheduler.post([&] { begun.come(), stopping.come(); });
    scheduler.post([over] { over->report(); });
    taken.come();
    begun.come();  // what the worker has taken and not begun is one task
    std::thread stopped([&] { scheduler.stop(); });
    while (scheduler.threads() > 0) std::this_thread::yield();
    stopping.come();
    stopped.join();
    scheduler.configure(pace_of(1));
    over->come();
    CHECK_EQUAL(1, scheduler.threads());
}

TEST(nothing_is_left_of_what_was_cleared_or_begun, "no thread is started for it when the host is configured anew") {
    for (const int cleared : {0, 3}) {
        Scheduler scheduler;
        scheduler.configure(pace_of(1));
        Meeting taken(2), begun(2), stopping(2);
        scheduler.post([&] { taken.come(); });
        scheduler.post([&] { begun.come(), stopping.come(); });
        for (int task = 0; task < cleared; ++task) scheduler.post([] {});
        taken.come();
        begun.come();  // the worker has taken those, too
        if (cleared > 0) {
            scheduler.post([] {});
            scheduler.clear();
        }
        std::thread stopped([&] { scheduler.stop(); });
        while (scheduler.threads() > 0) std::this_thread::yield();
        stopping.come();
        stopped.join();
        scheduler.configure(pace_of(1));
        CHECK_EQUAL(0, scheduler.threads());
    }
}

#ifndef _WIN32
TEST(a_worker_without_work_sleeps,
     "an idle host is one of many programs on its machine, and so is one whose client is slow in a callback") {
    const auto used = [] {
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        return std::pair<long, std::clock_t>(usage.ru_nvcsw, std::clock());
    };
    for (const bool one_is_busy : {false, true}) {
        Meeting begun(3), leaving(2);
        Scheduler scheduler;
        scheduler.configure(pace_of(2));
        scheduler.post([&] { begun.come(); });
        scheduler.post([&, one_is_busy] {
            begun.come();
            if (one_is_busy) leaving.come();
        });
        begun.come();                                                // both workers have
        std::this_thread::sleep_for(std::chrono::milliseconds(20));  // and sleep, or one is at work
        const auto [slept_before, took_before] = used();
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        const auto [slept, took] = used();
        if (one_is_busy) leaving.report();
        CHECK(slept - slept_before < 10 && took - took_before < CLOCKS_PER_SEC / 400);
    }
}
#endif

TEST(tasks_are_reordered_as_a_seed_has_it, "any may overtake any other, each runs once, and a failure is found again") {
    Scheduler scheduler;
    std::string orders[3];
    std::set<std::string> of_two;
    for (const size_t turn : {0u, 1u, 2u}) {
        Pace pace = pace_of(1);
        pace.reorder = true;
        pace.seed = turn / 2;
        scheduler.configure(pace);
        orders[turn] = order_of_batch(scheduler, 20);
    }
    CHECK(same(orders[0], orders[1]));
    int moved = 0;
    for (size_t at = 0; at < orders[0].size(); ++at) moved += orders[0][at] != "abcdefghijklmnopqrst"[at] ? 1 : 0;
    CHECK(orders[0] != orders[2] && moved > 10);
    CHECK_EQUAL(20, std::set<char>(orders[0].begin(), orders[0].end()).size());
    for (int turn = 0; turn < 40; ++turn) of_two.insert(order_of_batch(scheduler, 2));
    CHECK_EQUAL(2, of_two.size());
    scheduler.configure(pace_of(1));
    CHECK(same("abcdefghijklmnopqrst", order_of_batch(scheduler, 20)));
    Pace pace = pace_of(0, true);
    pace.reorder = true;
    scheduler.configure(pace);
    std::string due;
    for (char name = 'a'; name <= 't'; ++name) scheduler.post([&due, name] { due += name; }, 1);
    CHECK(scheduler.advance(10));
    CHECK(due.size() == 20 && due != "abcdefghijklmnopqrst");
}

TEST(without_memory_nothing_is_posted, "what cannot be accepted is refused, and is not lost half way") {
    Scheduler scheduler;
    scheduler.configure(pace_of(0, true));
    const auto ran = std::make_shared<int>(0);
    const auto post = [&] { scheduler.post([ran] { ++*ran; }, 1); };
    for (int with_memory = 0; with_memory < 2; ++with_memory) {  // for neither the task nor its place, and for the task alone
        bool thrown = false;
        t_with_memory = with_memory;
        t_without_memory = 1;
        try {
            post();
        } catch (const std::bad_alloc&) {
            thrown = true;
        }
        t_with_memory = t_without_memory = 0;
        CHECK(thrown && ran.use_count() == 1);
    }
    post();
    CHECK_EQUAL(2, ran.use_count());
    CHECK(scheduler.advance(10));
    CHECK_EQUAL(1, *ran);
    scheduler.configure(pace_of(1));
    t_without_memory = 1000;
    const bool staffed = scheduler.staff(), again = scheduler.staff();
    t_without_memory = 0;
    CHECK(!staffed && !again);
    CHECK(scheduler.staff() && scheduler.threads() == 1);
}
