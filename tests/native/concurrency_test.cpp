/* Many systems from many threads through the plain C ABI, with cancels and terminates at random, and nothing left afterwards. */
#define HARNESS_MODES leave_everything_running
#include "harness.h"
#include "hcs_client.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace {

constexpr int kThreads = 8;
// A process takes Wine about fifty times as long to start as Linux; what threads do to one another shows with fewer, too.
constexpr int kSystemsEach = ON_WINDOWS ? 4 : 25;

struct Tally {
    std::atomic<int> wrong{0};
    std::atomic<int> callbacks{0};
};

void count_completion(HCS_OPERATION, void* context) { ++static_cast<Tally*>(context)->callbacks; }

void expect(Tally& tally, bool right, const char* what, HRESULT result = 0) {
    if (right) return;
    fprintf(stderr, "%s (0x%08X)\n", what, static_cast<unsigned>(result));
    ++tally.wrong;
}

bool means_done(HRESULT result) {
    return result >= 0 || result == PROCESS_ALREADY_STOPPED_ || result == NOT_FOUND_ || result == HR(0x80070005u) ||
           result == SYSTEM_ALREADY_STOPPED_ || result == SYSTEM_NOT_FOUND_ || result == INVALID_STATE_ || result == E_HANDLE_;
}

void begin_and_cancel(Tally& tally, HCS_SYSTEM system, HRESULT (*request)(HCS_SYSTEM, HCS_OPERATION, PCWSTR), const char* what) {
    const HCS_OPERATION operation = HcsCreateOperation(&tally, count_completion);
    const HRESULT result = request(system, operation, nullptr);
    expect(tally, result >= 0, what, result);
    if (result >= 0) HcsCancelOperation(operation);
    HcsCloseOperation(operation);
}

// The ways in which a process comes to its end. From kReadsLine on it waits for a line first.
enum Way { kEndsByItself, kWritesOut, kReadsLine, kKilled, kTerminatedWithSystem, kTerminatedTwice, kWays };

// Ends the process that way; returns the exit code it has to have.
long long end_it(Way way, HCS_SYSTEM system, const started_process& process, Tally& tally) {
    switch (way) {
        case kEndsByItself: return 7;
        case kWritesOut: {
            char* text = read_to_end(process.output, nullptr);
            expect(tally, strcmp(text, "out\n") == 0, "output");
            free(text);
            return 7;
        }
        case kReadsLine: expect(tally, write_all(process.input, "\n", 1), "input"); return 7;
        case kKilled: expect(tally, means_done(terminate_process(process.handle)), "kill"); return KILLED;
        case kTerminatedWithSystem: expect(tally, means_done(terminate_system(system)), "terminate"); return KILLED;
        default:
            begin_and_cancel(tally, system, HcsTerminateComputeSystem, "terminate");
            expect(tally, means_done(terminate_system(system)), "terminate again");
            return KILLED;
    }
}

// One process from its start to its end, listened to or not.
void run_one_process(Way way, bool listens, HCS_SYSTEM system, Tally& tally) {
    started_process process;
    const char* const program =
        script(way < kReadsLine ? "echo out; exit 7" : "read line; exit 7", "\"CreateStdInPipe\":true,\"CreateStdOutPipe\":true");
    HRESULT result = start_process(system, program, &process);
    expect(tally, result >= 0, "process", result);
    if (result < 0) return;
    event_log log = EVENT_LOG;
    if (listens) result = HcsSetProcessCallback(process.handle, HcsEventOptionNone, &log, log_event);
    expect(tally, result >= 0, "callback", result);
    const long long expected = end_it(way, system, process, tally);
    const long long code = exit_code_of(process.handle);
    if (code != expected) fprintf(stderr, "way %d: exit code %lld, not %lld\n", way, code, expected);
    expect(tally, code == expected, "exit code");
    if (listens) {
        char* event = wait_for_event(&log, HcsEventProcessExited);
        expect(tally, event && number_in(event, "ExitCode") == expected, "exit event");
        free(event);
    }
    release_process(&process);
    expect(tally, events_of(&log, HcsEventProcessExited) == (listens ? 1 : 0), "exit events");
    empty_log(&log);
}

// One system from birth to end; what happens in between is decided by chance.
void live_one_life(const std::string& id, std::mt19937& chance, Tally& tally) {
    HCS_SYSTEM system = nullptr;
    HRESULT result = create_system(id.c_str(), chance() % 2 ? CONTAINER : CONTAINER_OF_LAST_HANDLE, &system);
    expect(tally, result >= 0, "create", result);
    if (result < 0) return;
    if (chance() % 10 == 0) {
        begin_and_cancel(tally, system, HcsStartComputeSystem, "start that is given up");
        end_system(system);
        return;
    }
    result = start_system(system);
    expect(tally, result >= 0, "start", result);
    const Way way = static_cast<Way>(chance() % kWays);
    run_one_process(way, chance() % 2 == 0, system, tally);
    if (way == kKilled) {
        expect(tally, means_done(shut_down_system(system)), "shut down at the end");
    } else {
        expect(tally, means_done(terminate_system(system)), "terminate at the end");
    }
    PWSTR text = nullptr;
    result = HcsWaitForComputeSystemExit(system, PATIENCE_MS, &text);
    expect(tally, result >= 0, "system exit", result);
    free(take(text));
    HcsCloseComputeSystem(system);
}

// Two callbacks that are inside at the same time and then close what runs the other, each once.
struct Meeting {
    std::mutex mutex;
    std::condition_variable changed;
    int inside = 0;
    int left = 0;
    std::atomic<bool> met_completion{false};
    std::atomic<bool> met_event{false};
    HCS_OPERATION operation = nullptr;
    std::function<void()> close_the_other;

    void attend(std::atomic<bool>& met, const std::function<void()>& close) {
        if (met.exchange(true)) return;
        std::unique_lock<std::mutex> lock(mutex);
        ++inside;
        changed.notify_all();
        changed.wait(lock, [this] { return inside == 2; });
        lock.unlock();
        close();
        lock.lock();
        ++left;
        changed.notify_all();
    }
    bool is_over() {
        std::unique_lock<std::mutex> lock(mutex);
        return changed.wait_for(lock, std::chrono::milliseconds(PATIENCE_MS), [this] { return left == 2; });
    }
};

void close_what_tells(HCS_OPERATION, void* context) {
    auto* meeting = static_cast<Meeting*>(context);
    meeting->attend(meeting->met_completion, meeting->close_the_other);
}

void close_what_completes(void* context) {
    auto* meeting = static_cast<Meeting*>(context);
    meeting->attend(meeting->met_event, [meeting] { HcsCloseOperation(meeting->operation); });
}

void on_event_that_meets(HCS_EVENT*, void* context) { close_what_completes(context); }
void on_notification_that_meets(DWORD, void* context, HRESULT, PCWSTR) { close_what_completes(context); }

/* A callback that is in the middle of something, and goes on when somebody takes its registration away. */
struct Busy {
    std::atomic<bool> entered{false}, leaving{false}, left{false};
};

void be_busy(DWORD, void* context, HRESULT, PCWSTR) {
    Busy& busy = *static_cast<Busy*>(context);
    busy.entered = true;
    while (!busy.leaving) wait_ms(1);
    wait_ms(30);
    busy.left = true;
}

}  // namespace

static void live_many_lives(const char* configuration) {
    Tally tally;
    CHECK(hcsffi_configure(wide(configuration), nullptr) >= 0);
    std::vector<std::thread> threads;
    for (int thread = 0; thread < kThreads; ++thread)
        threads.emplace_back([thread, &tally] {
            std::mt19937 chance(static_cast<unsigned>(1000 + thread));
            for (int at = 0; at < kSystemsEach; ++at)
                live_one_life("many-" + std::to_string(thread) + "-" + std::to_string(at), chance, tally);
        });
    for (std::thread& thread : threads) thread.join();
    CHECK_EQUAL(0, tally.wrong);
    CHECK(nothing_is_left());
    CHECK(!has_children());
}

TEST(a_completion_and_an_event_that_close_each_other_return, "each would wait for ever for the other to return") {
    HCS_SYSTEM system = nullptr, listening = nullptr;
    CHECK(create_system("meeting", CONTAINER, &system) >= 0);
    CHECK(start_system(system) >= 0);
    CHECK_EQUAL(0, HcsOpenComputeSystem(wide("meeting"), 0x10000000, &listening));
    Meeting meeting;
    meeting.close_the_other = [listening] { HcsCloseComputeSystem(listening); };
    CHECK_EQUAL(0, HcsSetComputeSystemCallback(listening, HcsEventOptionNone, &meeting, on_event_that_meets));
    meeting.operation = HcsCreateOperation(&meeting, close_what_tells);
    CHECK(HcsGetComputeSystemProperties(system, meeting.operation, nullptr) >= 0);
    CHECK(means_done(terminate_system(system)));
    CHECK(meeting.is_over());
    HcsCloseComputeSystem(system);
    CHECK(nothing_is_left_but("ClosesInOwnCallback\""));  // whichever of the two does not wait
}

TEST(a_completion_and_a_notification_that_close_each_other_return, "each would wait for ever for the other to return") {
    HCS_SYSTEM system = nullptr;
    CHECK(create_system("meeting", CONTAINER, &system) >= 0);
    CHECK(start_system(system) >= 0);
    Meeting meeting;
    HCN_CALLBACK registration = nullptr;
    CHECK_EQUAL(0, HcnRegisterServiceCallback(on_notification_that_meets, &meeting, &registration));
    meeting.close_the_other = [registration] { HcnUnregisterServiceCallback(registration); };
    meeting.operation = HcsCreateOperation(&meeting, close_what_tells);
    CHECK(HcsGetComputeSystemProperties(system, meeting.operation, nullptr) >= 0);
    const GUID id{1, 2, 3, {4}};
    HCN_NETWORK network = nullptr;
    CHECK_EQUAL(
        0, HcnCreateNetwork(&id, wide("{\"SchemaVersion\":{\"Major\":2,\"Minor\":0},\"Name\":\"n\",\"Type\":\"NAT\"}"), &network, nullptr));
    CHECK(meeting.is_over());
    HcnCloseNetwork(network);
    CHECK_EQUAL(0, HcnDeleteNetwork(&id, nullptr));
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(a_registration_is_gone_when_its_callback_has_returned, "a client frees what the callback uses right after that") {
    Busy busy;
    HCN_CALLBACK registration = nullptr;
    CHECK_EQUAL(0, HcnRegisterServiceCallback(be_busy, &busy, &registration));
    const GUID id{1, 2, 3, {4}};
    std::thread creator([&id] {
        HCN_NETWORK network = nullptr;
        HcnCreateNetwork(&id, wide("{\"SchemaVersion\":{\"Major\":2,\"Minor\":0},\"Name\":\"n\",\"Type\":\"NAT\"}"), &network, nullptr);
        HcnCloseNetwork(network);
    });
    while (!busy.entered) wait_ms(1);
    busy.leaving = true;
    const HRESULT code = HcnUnregisterServiceCallback(registration);
    const bool left = busy.left;
    creator.join();
    CHECK_EQUAL(0, code);
    CHECK(left);
    CHECK_EQUAL(0, HcnDeleteNetwork(&id, nullptr));
    CHECK(nothing_is_left());
}

TEST(many_systems_from_eight_threads_leave_nothing, "an orchestrator does this all day, and cancels at any moment") {
    live_many_lives(nullptr);
}

TEST(they_leave_nothing_when_completions_are_late_and_out_of_order, "a loaded service answers so") {
    live_many_lives("{\"Seed\":7,\"DelayMinUs\":0,\"DelayMaxUs\":3000,\"Workers\":3,\"ReorderCompletions\":true}");
}

TEST(they_leave_nothing_when_calls_complete_at_once, "some builds answer on the caller's own stack") { live_many_lives("{\"Workers\":0}"); }

TEST(they_leave_nothing_when_callbacks_come_during_close, "the last moment at which a callback may come") {
    live_many_lives("{\"Seed\":3,\"CallbackDuringClose\":true,\"DelayMaxUs\":500}");
}

TEST(many_systems_live_at_the_same_time, "each has a process, and all are ended at once") {
    Tally tally;
    constexpr int kSystems = kThreads * kSystemsEach;
    std::vector<HCS_SYSTEM> systems(kSystems, nullptr);
    std::vector<started_process> processes(kSystems);
    const auto in_parallel = [](const std::function<void(int)>& each) {
        std::vector<std::thread> threads;
        for (int thread = 0; thread < kThreads; ++thread)
            threads.emplace_back([thread, &each] {
                for (int at = thread; at < kSystems; at += kThreads) each(at);
            });
        for (std::thread& thread : threads) thread.join();
    };
    in_parallel([&](int at) {
        const auto place = static_cast<std::size_t>(at);
        systems[place] = running_system(("at-once-" + std::to_string(at)).c_str());
        expect(tally, systems[place] != nullptr, "running");
        if (systems[place])
            expect(tally, start_process(systems[place], script(DAEMON("sleep 1000") "; exec sleep 1000", nullptr), &processes[place]) >= 0,
                   "process");
    });
    CHECK_EQUAL(kSystems, counter("Systems"));
    CHECK_EQUAL(kSystems, counter("Reapers"));
    CHECK_EQUAL(kSystems, counter("Processes"));
    in_parallel([&](int at) {
        const auto place = static_cast<std::size_t>(at);
        expect(tally, terminate_system(systems[place]) >= 0, "terminate");
        expect(tally, exit_code_of(processes[place].handle) == KILLED, "exit code");
        release_process(&processes[place]);
        HcsCloseComputeSystem(systems[place]);
    });
    CHECK_EQUAL(0, tally.wrong);
    CHECK(nothing_is_left());
    CHECK(!has_children());
}

TEST(many_threads_share_one_system, "handles are opened, used and closed on all sides") {
    Tally tally;
    HCS_SYSTEM system = running_system("one-for-all");
    CHECK(system);
    std::vector<std::thread> threads;
    for (int thread = 0; thread < kThreads; ++thread)
        threads.emplace_back([thread, &tally] {
            for (int at = 0; at < 20; ++at) {
                HCS_SYSTEM mine = nullptr;
                HRESULT result = HcsOpenComputeSystem(wide("one-for-all"), 0x10000000, &mine);
                expect(tally, result >= 0, "open", result);
                started_process process;
                result = start_process(mine, script(("exit " + std::to_string(thread * 20 + at)).c_str(), nullptr), &process);
                expect(tally, result >= 0, "process", result);
                if (at % 3 == 0) {
                    char* properties = nullptr;
                    expect(tally, system_properties(mine, "{\"PropertyTypes\":[\"Statistics\",\"ProcessList\"]}", &properties) >= 0,
                           "properties");
                    free(properties);
                }
                expect(tally, exit_code_of(process.handle) == thread * 20 + at, "exit code");
                release_process(&process);
                HcsCloseComputeSystem(mine);
            }
        });
    for (std::thread& thread : threads) thread.join();
    CHECK_EQUAL(0, tally.wrong);
    end_system(system);
    CHECK(nothing_is_left());
}

constexpr int kLeftSystems = 5;

// The mode in which this program begins much, prints its processes, and ends in the middle when it is told to.
static int leave_everything_running(int count, char** arguments) {
    if (count != 2 || strcmp(arguments[1], "--leave-everything-running") != 0) return -1;
    std::vector<HCS_SYSTEM> systems;
    for (int at = 0; at < kLeftSystems; ++at) {
        systems.push_back(running_system(("left-" + std::to_string(at)).c_str()));
        started_process process;
        if (!systems.back() || start_process(systems.back(), script("exec sleep 1000", nullptr), &process) < 0) return 2;
        printf("%u\n", static_cast<unsigned>(process.id));
    }
    fflush(stdout);
    if (getchar() == EOF) return 4;
    for (const HCS_SYSTEM system : systems) {
        const HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr);
        if (HcsShutDownComputeSystem(system, operation, nullptr) < 0) return 5;
    }
    return 0;
}

TEST(the_process_may_exit_with_everything_running, "an interpreter ends while operations are in flight") {
    const char* const words[] = {"--leave-everything-running", nullptr};
    child client;
    CHECK(start_self(&client, CHILD_TALKS_TO_US, words));
    life lives[kLeftSystems];
    for (life& one : lives) {
        char line[64];
        CHECK(read_line(client.output, line, sizeof line));
        one = life_of(static_cast<uint32_t>(atol(line)));
        CHECK(one != NO_LIFE && !life_ends(one, 0));
    }
    CHECK(write_all(client.input, "g", 1));
    long long status = -1;
    CHECK(child_ends(&client, PATIENCE_MS, &status));
    CHECK_EQUAL(0, status);
    for (const life one : lives) {
        CHECK(life_ends(one, PATIENCE_MS));
        life_close(one);
    }
    child_close(&client);
}
