// In which order the handles of one system hear: one event at a time, as things happened, whatever number of workers there is (Z-15).
#include <atomic>
#include <chrono>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "client.h"
#include "harness.h"
#include "watcher.h"

namespace {

constexpr int kProcesses = 2;
constexpr int kSystemHandles = 2;
constexpr size_t kHandles = kProcesses + kSystemHandles;

// What every handle of one system told one observer, in the order it was told.
class Minutes {
  public:
    struct Voice {
        Minutes* minutes;
        int number;
    };

    static void event(HCS_EVENT* event, void* context) {
        const auto* voice = static_cast<const Voice*>(context);
        voice->minutes->enter(event->Type, voice->number);
    }

    void* voice(int number) {
        voices_[static_cast<size_t>(number)] = {this, number};
        return &voices_[static_cast<size_t>(number)];
    }
    bool wait_for(size_t count) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, std::chrono::milliseconds(PATIENCE_MS), [&] { return told_.size() >= count; });
    }
    std::string told() {
        std::scoped_lock lock(mutex_);
        return told_;
    }
    bool overlapped() const { return overlapped_.load(); }

  private:
    void enter(HCS_EVENT_TYPE type, int number) {
        if (inside_.fetch_add(1) != 0) overlapped_.store(true);
        std::this_thread::sleep_for(std::chrono::microseconds(number == 0 ? 300 : 50));  // the first process's observer is the slowest
        {
            std::scoped_lock lock(mutex_);
            told_ += type == HcsEventProcessExited ? 'p' : type == HcsEventSystemExited ? 'S' : '?';
        }
        inside_.fetch_sub(1);
        changed_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::string told_;  // guarded by mutex_
    std::atomic<int> inside_{0};
    std::atomic<bool> overlapped_{false};
    Voice voices_[kHandles + 1];
};

HCS_SYSTEM running(const std::string& id) {
    HCS_SYSTEM system = nullptr;
    if (create(Wide(id), CONTAINER, &system).completed < 0 || run_on_system(HcsStartComputeSystem, system, nullptr).completed < 0)
        return nullptr;
    return system;
}

HCS_PROCESS start(HCS_SYSTEM system, const char* parameters) {
    HCS_PROCESS process = nullptr;
    HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr);
    const HRESULT called = HcsCreateProcess(system, Wide(parameters), operation, nullptr, &process);
    return await_answer(called, operation).completed < 0 ? nullptr : process;
}

constexpr const char* kLasting = R"({"CommandArgs":["sleep","60"]})";

// One system with two processes is terminated; "" when its handles heard what they should, else what went wrong.
std::string end_one_system(const std::string& id) {
    Minutes minutes;
    HCS_SYSTEM systems[kSystemHandles] = {running(id), nullptr};
    if (systems[0] == nullptr) return "the system does not start";
    if (HcsOpenComputeSystem(Wide(id), 0x10000000, &systems[1]) < 0) return "the system cannot be opened";
    HCS_PROCESS processes[kProcesses] = {start(systems[0], kLasting), start(systems[0], kLasting)};
    HRESULT set = S_OK_;
    for (int at = 0; at < kProcesses; ++at) {
        if (processes[at] == nullptr) return "a process does not start";
        set |= HcsSetProcessCallback(processes[at], HcsEventOptionNone, minutes.voice(at), Minutes::event);
    }
    for (int at = 0; at < kSystemHandles; ++at) {
        set |= HcsSetComputeSystemCallback(systems[at], HcsEventOptionNone, minutes.voice(kProcesses + at), Minutes::event);
    }
    if (set != S_OK_) return "a callback is refused";
    if (run_on_system(HcsTerminateComputeSystem, systems[0], nullptr).completed < 0) return "terminate fails";
    const bool all = minutes.wait_for(kHandles);
    for (HCS_PROCESS process : processes) HcsCloseProcess(process);
    for (HCS_SYSTEM system : systems) HcsCloseComputeSystem(system);
    if (!all) return "lost: " + minutes.told();
    if (minutes.overlapped()) return "two at a time";
    return minutes.told() == "ppSS" ? "" : "out of order: " + minutes.told();
}

void end_many_systems(const char* configuration, int rounds, int threads) {
    CHECK_EQUAL(S_OK_, configure(Wide(configuration)));
    std::mutex mutex;
    std::vector<std::string> wrong;
    std::vector<std::thread> ending;
    for (int thread = 0; thread < threads; ++thread) {
        ending.emplace_back([&, thread] {
            for (int round = 0; round < rounds; ++round) {
                const std::string said = end_one_system("order-" + std::to_string(thread) + "-" + std::to_string(round));
                const std::scoped_lock lock(mutex);
                if (!said.empty()) wrong.push_back(said);
            }
        });
    }
    for (std::thread& thread : ending) thread.join();
    for (const std::string& said : wrong) fprintf(stderr, "%s: %s\n", configuration, said.c_str());
    CHECK_EQUAL(0, wrong.size());
    CHECK_EQUAL(0, live_objects());
}

}  // namespace

TEST(processes_exit_before_their_system,
     "an observer counts its processes when the system's exit comes; none may be missing (Z-15, C-26)") {
    end_many_systems(R"({"Workers":4})", 40, 2);
}

TEST(processes_exit_before_their_system_when_completions_are_reordered, "tasks may overtake each other, events of one system may not") {
    end_many_systems(R"({"Workers":4,"ReorderCompletions":true,"Seed":11})", 40, 2);
}

TEST(processes_exit_before_their_system_with_one_worker, "nothing may wait for a second one") {
    end_many_systems(R"({"Workers":1})", 15, 1);
}

TEST(processes_exit_before_their_system_when_calls_complete_at_once, "then the exit is told on the stack of whoever terminates") {
    end_many_systems(R"({"Workers":0})", 15, 1);
}

TEST(a_process_that_is_being_created_is_told_before_its_system, "whoever heard the system's exit waits for nothing any more") {
    CHECK_EQUAL(S_OK_, configure(W("{\"Workers\":4}")));
    for (int round = 0; round < 60; ++round) {
        Minutes minutes;
        const std::string id = "creating-" + std::to_string(round);
        HCS_SYSTEM system = running(id);
        CHECK_EQUAL(S_OK_, HcsSetComputeSystemCallback(system, HcsEventOptionNone, minutes.voice(1), Minutes::event));
        HCS_OPERATION creating = HcsCreateOperation(nullptr, nullptr), ending = HcsCreateOperation(nullptr, nullptr);
        HCS_PROCESS process = nullptr;
        CHECK_EQUAL(S_OK_, HcsCreateProcess(system, Wide(kLasting), creating, nullptr, &process));
        CHECK_EQUAL(S_OK_, HcsSetProcessCallback(process, HcsEventOptionNone, minutes.voice(0), Minutes::event));
        std::this_thread::sleep_for(std::chrono::microseconds(round * 50));
        CHECK_EQUAL(S_OK_, HcsTerminateComputeSystem(system, ending, nullptr));
        const bool created = HcsWaitForOperationResult(creating, PATIENCE_MS, nullptr) >= 0;
        CHECK_EQUAL(S_OK_, HcsWaitForOperationResult(ending, PATIENCE_MS, nullptr));
        CHECK(minutes.wait_for(created ? 2 : 1));
        HcsCloseProcess(process);
        HcsCloseComputeSystem(system);
        HcsCloseOperation(creating);
        HcsCloseOperation(ending);
        CHECK(minutes.told() == (created ? "pS" : "S"));
    }
    CHECK_EQUAL(0, live_objects());
}

TEST(a_callback_that_blocks_holds_back_its_own_system_alone, "a client that is slow with one system still hears of the others (D-5)") {
    Watcher blocking, own, other;
    Gate inside, leave;
    blocking.on_event = [&](const HCS_EVENT&) {
        inside.open();
        leave.pass();
    };
    HCS_SYSTEM slow = running("slow"), quick = running("quick");
    HCS_PROCESS process = start(slow, kLasting);
    CHECK(process != nullptr);
    CHECK_EQUAL(S_OK_, HcsSetProcessCallback(process, HcsEventOptionNone, &blocking, Watcher::event));
    CHECK_EQUAL(S_OK_, HcsSetComputeSystemCallback(slow, HcsEventOptionNone, &own, Watcher::event));
    CHECK_EQUAL(S_OK_, HcsSetComputeSystemCallback(quick, HcsEventOptionNone, &other, Watcher::event));
    CHECK_EQUAL(S_OK_, run_on_system(HcsTerminateComputeSystem, slow, nullptr).completed);  // completes while the callback blocks (D-8)
    inside.pass();
    CHECK_EQUAL(S_OK_, run_on_system(HcsTerminateComputeSystem, quick, nullptr).completed);
    CHECK(other.wait_for(HcsEventSystemExited));
    CHECK_EQUAL(S_OK_, HcsWaitForComputeSystemExit(slow, PATIENCE_MS, nullptr));
    CHECK_EQUAL(0, own.events().size());
    leave.open();
    CHECK(own.wait_for(HcsEventSystemExited));
    CHECK_EQUAL(1, blocking.events().size());
    HcsCloseProcess(process);
    HcsCloseComputeSystem(slow);
    HcsCloseComputeSystem(quick);
    CHECK_EQUAL(0, live_objects());
}

TEST(a_callback_may_close_the_other_handles_of_its_system, "their events stand behind it and must not be waited for (B-40, C-25)") {
    Watcher closing, own, second;
    HCS_SYSTEM system = running("closes");
    HCS_PROCESS process = start(system, kLasting), other = start(system, kLasting);
    CHECK(process != nullptr && other != nullptr);
    std::atomic<HCS_PROCESS> left{other};
    std::atomic<bool> closed{false};
    closing.on_event = [&](const HCS_EVENT&) {
        HcsCloseProcess(left.load());
        HcsCloseComputeSystem(system);
        closed.store(true);
    };
    CHECK_EQUAL(S_OK_, configure(W("{\"CallbackDuringClose\":true}")));
    CHECK_EQUAL(S_OK_, HcsSetProcessCallback(process, HcsEventOptionNone, &closing, Watcher::event));
    CHECK_EQUAL(S_OK_, HcsSetProcessCallback(other, HcsEventOptionNone, &second, Watcher::event));
    CHECK_EQUAL(S_OK_, HcsSetComputeSystemCallback(system, HcsEventOptionNone, &own, Watcher::event));
    CHECK_EQUAL(S_OK_, run_on_process(HcsTerminateProcess, process, nullptr).completed);
    CHECK(closing.wait_for(HcsEventProcessExited));
    CHECK(closed.load());
    CHECK_EQUAL(1, own.events().size());  // the one that the configuration asks for
    CHECK_EQUAL(0, own.count(HcsEventSystemExited) + second.count(HcsEventProcessExited));
    HcsCloseProcess(process);
    CHECK_EQUAL(S_OK_, configure(nullptr));
    CHECK_EQUAL(S_OK_, HcsOpenComputeSystem(W("closes"), 0x10000000, &system));
    discard(system);
    CHECK_EQUAL(0, live_objects());
}
