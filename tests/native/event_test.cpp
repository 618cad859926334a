// Events through the C surface: registration, delivery, exits, disconnects, closing.
#include <algorithm>
#include <atomic>
#include <thread>

#include "client.h"
#include "harness.h"
#include "watcher.h"

namespace {

HCS_SYSTEM open_system(PCWSTR id, PCWSTR configuration = CONTAINER, bool start = true) {
    HCS_SYSTEM system = nullptr;
    if (create(id, configuration, &system).completed < 0) return nullptr;
    if (start && run_on_system(HcsStartComputeSystem, system, nullptr).completed < 0) return nullptr;
    return system;
}

HRESULT watch(HCS_SYSTEM system, Watcher& watcher, HCS_EVENT_OPTIONS options = HcsEventOptionNone) {
    return HcsSetComputeSystemCallback(system, options, &watcher, Watcher::event);
}

}  // namespace

TEST(every_handle_hears_the_exit_once, "each handle has a registration of its own (B-7, D-1, D-10)") {
    Watcher first, second;
    HCS_SYSTEM system = open_system(W("exit")), again = nullptr;
    CHECK_EQUAL(S_OK_, HcsOpenComputeSystem(W("exit"), 0x10000000, &again));
    CHECK_EQUAL(S_OK_, watch(system, first));
    CHECK_EQUAL(S_OK_, watch(again, second));
    CHECK_EQUAL(HR(0x80370119), watch(system, second));
    CHECK_EQUAL(S_OK_, run_on_system(HcsTerminateComputeSystem, system, nullptr).completed);
    CHECK(first.wait_for(HcsEventSystemExited) && second.wait_for(HcsEventSystemExited));
    CHECK(first.last(HcsEventSystemExited).text.find("\"ExitType\":\"ForcedExit\"") != std::string::npos);
    CHECK(first.last(HcsEventSystemExited).operation == nullptr);
    HcsCloseComputeSystem(system);
    HcsCloseComputeSystem(again);
    CHECK_EQUAL(1, first.events().size());
    CHECK_EQUAL(1, second.events().size());
    CHECK_EQUAL(0, live_objects());
}

TEST(an_exit_before_the_registration_is_still_told, "a client registers after create, the system may be gone by then (C-24)") {
    Watcher watcher;
    HCS_SYSTEM system = open_system(W("early"));
    CHECK_EQUAL(S_OK_, run_on_system(HcsTerminateComputeSystem, system, nullptr).completed);
    CHECK_EQUAL(S_OK_, HcsWaitForComputeSystemExit(system, PATIENCE_MS, nullptr));
    CHECK_EQUAL(S_OK_, watch(system, watcher));
    CHECK(watcher.wait_for(HcsEventSystemExited));
    CHECK_EQUAL(S_OK_, HcsSetComputeSystemCallback(system, HcsEventOptionNone, nullptr, nullptr));
    CHECK_EQUAL(S_OK_, watch(system, watcher));
    HcsCloseComputeSystem(system);
    CHECK_EQUAL(1, watcher.events().size());
}

TEST(a_removed_callback_hears_nothing_more, "registering NULL removes it (D-1)") {
    Watcher watcher;
    HCS_SYSTEM system = open_system(W("removed"));
    CHECK_EQUAL(S_OK_, watch(system, watcher));
    CHECK_EQUAL(S_OK_, HcsSetComputeSystemCallback(system, HcsEventOptionNone, nullptr, nullptr));
    CHECK_EQUAL(S_OK_, HcsSetComputeSystemCallback(system, HcsEventOptionNone, nullptr, nullptr));
    CHECK_EQUAL(HR(0x80070057), HcsSetComputeSystemCallback(system, HcsEventOptionEnableVmLifecycle, nullptr, nullptr));
    CHECK_EQUAL(HR(0x80070057), watch(system, watcher, static_cast<HCS_EVENT_OPTIONS>(64)));
    discard(system);
    CHECK_EQUAL(0, watcher.events().size());
}

TEST(completions_may_come_as_events, "then operations must not have callbacks of their own") {
    Watcher watcher, other;
    HCS_SYSTEM system = open_system(W("events"));
    CHECK_EQUAL(S_OK_, watch(system, watcher, HcsEventOptionEnableOperationCallbacks));
    HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr), with_callback = HcsCreateOperation(&other, Watcher::completion);
    CHECK_EQUAL(HR(0x80370119), HcsGetComputeSystemProperties(system, with_callback, nullptr));
    CHECK_EQUAL(S_OK_, HcsGetComputeSystemProperties(system, operation, nullptr));
    CHECK(watcher.wait_for(HcsEventOperationCallback));
    CHECK(watcher.last(HcsEventOperationCallback).operation == operation);
    CHECK(!watcher.last(HcsEventOperationCallback).has_text);
    CHECK_EQUAL(S_OK_, HcsGetOperationResult(operation, nullptr));
    HcsCloseOperation(operation);
    HcsCloseOperation(with_callback);
    discard(system);
    CHECK_EQUAL(0, other.events().size());
}

TEST(operations_call_back_again_when_completions_are_no_events_any_more, "the next client of the handle has never asked for events") {
    Watcher watcher, other;
    HCS_SYSTEM system = open_system(W("callbacks"));
    CHECK_EQUAL(S_OK_, watch(system, watcher, HcsEventOptionEnableOperationCallbacks));
    CHECK_EQUAL(S_OK_, HcsSetComputeSystemCallback(system, HcsEventOptionNone, nullptr, nullptr));
    HCS_OPERATION operation = HcsCreateOperation(&other, Watcher::completion);
    CHECK_EQUAL(S_OK_, HcsGetComputeSystemProperties(system, operation, nullptr));
    CHECK_EQUAL(S_OK_, HcsWaitForOperationResult(operation, PATIENCE_MS, nullptr));
    HcsCloseOperation(operation);
    discard(system);
    CHECK_EQUAL(1, other.events().size());
    CHECK_EQUAL(0, live_objects());
}

TEST(a_completion_before_the_registration_is_told_after_it, "the published sample waits for that of its create (A-23)") {
    Watcher watcher;
    HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr), closed = HcsCreateOperation(nullptr, nullptr);
    HCS_SYSTEM system = nullptr;
    CHECK_EQUAL(S_OK_, HcsCreateComputeSystem(W("sample"), CONTAINER, operation, nullptr, &system));
    CHECK_EQUAL(S_OK_, HcsWaitForOperationResult(operation, PATIENCE_MS, nullptr));
    CHECK_EQUAL(S_OK_, HcsGetComputeSystemProperties(system, closed, nullptr));
    CHECK_EQUAL(S_OK_, HcsWaitForOperationResult(closed, PATIENCE_MS, nullptr));
    HcsCloseOperation(closed);
    CHECK_EQUAL(S_OK_, watch(system, watcher, HcsEventOptionEnableOperationCallbacks));
    CHECK(watcher.wait_for(HcsEventOperationCallback));
    CHECK(watcher.last(HcsEventOperationCallback).operation == operation);
    discard(system);
    HcsCloseOperation(operation);
    for (const auto& event : watcher.events()) CHECK(event.operation != closed);
}

TEST(a_callback_can_be_registered_with_the_create, "no event can fall between the two (HCS_CREATE_OPTIONS_1)") {
    Watcher watcher;
    HCS_CREATE_OPTIONS_1 options{};
    options.Version = HcsCreateOptions_1;
    options.CallbackOptions = HcsEventOptionEnableOperationCallbacks;
    options.CallbackContext = &watcher;
    options.Callback = Watcher::event;
    HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr);
    HCS_SYSTEM system = nullptr;
    CHECK_EQUAL(S_OK_, HcsCreateComputeSystemInNamespace(nullptr, W("atomic"), CONTAINER, operation, &options.Version, &system));
    CHECK(watcher.wait_for(HcsEventOperationCallback));
    HCS_OPERATION ending = HcsCreateOperation(nullptr, nullptr);
    CHECK_EQUAL(S_OK_, HcsTerminateComputeSystem(system, ending, nullptr));
    CHECK(watcher.wait_for(HcsEventSystemExited));
    HcsCloseComputeSystem(system);
    HcsCloseOperation(ending);
    HcsCloseOperation(operation);
    options.Version = static_cast<HCS_CREATE_OPTIONS>(7);
    operation = HcsCreateOperation(nullptr, nullptr);
    CHECK_EQUAL(HR(0x80070057), HcsCreateComputeSystemInNamespace(nullptr, W("atomic"), CONTAINER, operation, &options.Version, &system));
    CHECK(system == nullptr);
    HcsCloseOperation(operation);
}

TEST(a_guest_crash_is_told_in_order_and_ends_a_machine_that_stops_on_reset, "initiated, reported, exited (G-21)") {
    Watcher watcher;
    HCS_SYSTEM system = open_system(W("crash"), W("{\"VirtualMachine\":{\"StopOnReset\":true}}"));
    CHECK_EQUAL(S_OK_, watch(system, watcher));
    CHECK_EQUAL(S_OK_, run_on_system(HcsCrashComputeSystem, system, W("{\"Type\":\"CrashGuest\"}")).completed);
    CHECK(watcher.wait_for(HcsEventSystemExited));
    const auto events = watcher.events();
    CHECK_EQUAL(3, events.size());
    CHECK(events[0].type == HcsEventSystemCrashInitiated && events[1].type == HcsEventSystemCrashReport &&
          events[2].type == HcsEventSystemExited);
    CHECK(events[1].text.find("\"SystemId\":\"crash\"") != std::string::npos);
    CHECK(events[2].text.find("\"UnexpectedExit\"") != std::string::npos &&
          events[2].text.find("\"Status\":-2143878906") != std::string::npos);
    HcsCloseComputeSystem(system);
}

TEST(closing_a_handle_waits_for_its_callback, "the context may be freed when close has returned (B-40)") {
    auto watcher = std::make_unique<Watcher>();
    Gate inside, leave;
    std::atomic<bool> left{false};
    watcher->on_event = [&](const HCS_EVENT&) {
        inside.open();
        leave.pass();
        left.store(true);
    };
    HCS_SYSTEM system = open_system(W("drain"));
    CHECK_EQUAL(S_OK_, watch(system, *watcher));
    HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr);
    CHECK_EQUAL(S_OK_, HcsTerminateComputeSystem(system, operation, nullptr));
    inside.pass();
    std::thread opener([&] { leave.open(); });
    HcsCloseComputeSystem(system);
    CHECK(left.load());
    watcher.reset();
    opener.join();
    HcsCloseOperation(operation);
    CHECK_EQUAL(0, live_objects());
}

TEST(closing_a_handle_in_its_own_callback_is_noticed_and_does_not_hang, "Windows is expected to dead-lock there (B-40)") {
    Watcher watcher;
    HCS_SYSTEM system = open_system(W("self"));
    watcher.on_event = [&](const HCS_EVENT&) { HcsCloseComputeSystem(system); };
    const long long before = counter("ClosesInOwnCallback");
    CHECK_EQUAL(S_OK_, watch(system, watcher));
    HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr);
    CHECK_EQUAL(S_OK_, HcsTerminateComputeSystem(system, operation, nullptr));
    CHECK(watcher.wait_for(HcsEventSystemExited));
    HcsCloseOperation(operation);
    CHECK_EQUAL(before + 1, counter("ClosesInOwnCallback"));
    CHECK_EQUAL(S_OK_, hcsffi_shutdown());
}

TEST(when_the_service_goes_away_everybody_hears_it_and_every_wait_ends, "containers are lost, machines live on (D-6, D-7, G-18)") {
    Watcher container_watcher, machine_watcher, completions;
    HCS_SYSTEM container = open_system(W("container")), machine = open_system(W("machine"), MACHINE), again = nullptr;
    CHECK_EQUAL(S_OK_, watch(container, container_watcher));
    CHECK_EQUAL(S_OK_, watch(machine, machine_watcher));
    CHECK_EQUAL(S_OK_, configure(W("{\"Faults\":[{\"Function\":\"HcsModifyComputeSystem\",\"Never\":true}]}")));
    HCS_OPERATION pending = HcsCreateOperation(&completions, Watcher::completion);
    CHECK_EQUAL(S_OK_, HcsModifyComputeSystem(machine, pending, W("{}"), nullptr));
    std::atomic<HRESULT> waited{0};
    std::thread waiter([&] { waited.store(HcsWaitForComputeSystemExit(container, 0xFFFFFFFF, nullptr)); });
    CHECK_EQUAL(S_OK_, configure(W("{\"ServiceDisconnect\":true}")));
    waiter.join();
    CHECK_EQUAL(HR(0x8037011E), waited.load());
    CHECK(container_watcher.wait_for(HcsEventServiceDisconnect) && machine_watcher.wait_for(HcsEventServiceDisconnect));
    CHECK(completions.wait_for(HcsEventOperationCallback));
    CHECK_EQUAL(HR(0x8037011E), HcsGetOperationResult(pending, nullptr));
    HcsCloseOperation(pending);
    CHECK_EQUAL(HR(0x8037011E), run_on_system(HcsGetComputeSystemProperties, machine, nullptr).called);
    CHECK_EQUAL(HR(0x8037010E), HcsOpenComputeSystem(W("container"), 0x10000000, &again));
    CHECK_EQUAL(S_OK_, HcsOpenComputeSystem(W("machine"), 0x10000000, &again));
    CHECK(strstr(run_on_system(HcsGetComputeSystemProperties, again, nullptr).document, "Running") != nullptr);
    HcsCloseComputeSystem(container);
    HcsCloseComputeSystem(machine);
    CHECK_EQUAL(1, container_watcher.events().size());
    CHECK_EQUAL(1, machine_watcher.events().size());
    discard(again);
    CHECK_EQUAL(S_OK_, configure(nullptr));
    CHECK_EQUAL(0, live_objects());
}

TEST(a_callback_may_arrive_while_its_handle_is_closed, "CallbackDuringClose makes the race certain") {
    Watcher watcher, completions;
    HCS_SYSTEM system = open_system(W("race"));
    CHECK_EQUAL(S_OK_, watch(system, watcher));
    CHECK_EQUAL(S_OK_,
                configure(W("{\"CallbackDuringClose\":true,\"Faults\":[{\"Function\":\"HcsEnumerateComputeSystems\",\"Never\":true}]}")));
    HCS_OPERATION operation = HcsCreateOperation(&completions, Watcher::completion);
    CHECK_EQUAL(S_OK_, HcsEnumerateComputeSystems(nullptr, operation));
    HcsCloseOperation(operation);
    CHECK_EQUAL(1, completions.events().size());
    HcsCloseComputeSystem(system);
    CHECK_EQUAL(1, watcher.events().size());
    CHECK_EQUAL(0, watcher.count(HcsEventSystemExited));
    CHECK_EQUAL(S_OK_, configure(nullptr));
    CHECK_EQUAL(S_OK_, HcsOpenComputeSystem(W("race"), 0x10000000, &system));
    discard(system);
}

namespace {

// Ends the system through another handle from inside the last callback of the first.
struct LastWord {
    HCS_SYSTEM other = nullptr;
    int depth = 0, deepest = 0, calls = 0;
    static void hear(HCS_EVENT*, void* context) {
        LastWord& self = *static_cast<LastWord*>(context);
        self.deepest = std::max(self.deepest, ++self.depth);
        if (self.calls++ == 0) run_on_system(HcsTerminateComputeSystem, self.other, nullptr);
        --self.depth;
    }
};

}  // namespace

TEST(the_last_callback_of_a_handle_is_not_called_again_inside_itself, "a handle hears one event at a time, also while it closes") {
    LastWord last;
    HCS_SYSTEM system = open_system(W("last"));
    CHECK_EQUAL(S_OK_, HcsOpenComputeSystem(W("last"), 0x10000000, &last.other));
    CHECK_EQUAL(S_OK_, HcsSetComputeSystemCallback(system, HcsEventOptionNone, &last, LastWord::hear));
    CHECK_EQUAL(S_OK_, configure(W("{\"CallbackDuringClose\":true,\"Workers\":0}")));
    HcsCloseComputeSystem(system);
    CHECK_EQUAL(1, last.calls);
    CHECK_EQUAL(1, last.deepest);
    CHECK_EQUAL(S_OK_, configure(nullptr));
    HcsCloseComputeSystem(last.other);
    CHECK_EQUAL(0, live_objects());
}

TEST(many_threads_use_one_system_at_once, "what the sanitizers are for") {
    HCS_SYSTEM system = open_system(W("busy"));
    Watcher watcher;
    std::vector<std::thread> threads;
    std::atomic<int> wrong{0};
    for (int at = 0; at < 4; ++at) {
        threads.emplace_back([&] {
            for (int round = 0; round < 200; ++round) {
                HCS_SYSTEM own = nullptr;
                Watcher events;
                if (HcsOpenComputeSystem(W("busy"), 0x10000000, &own) < 0) ++wrong;
                HcsSetComputeSystemCallback(own, HcsEventOptionNone, &events, Watcher::event);
                HCS_OPERATION operation = HcsCreateOperation(&watcher, Watcher::completion);
                if (HcsGetComputeSystemProperties(own, operation, nullptr) < 0) ++wrong;
                if (round % 2 == 0 && HcsWaitForOperationResult(operation, PATIENCE_MS, nullptr) < 0) ++wrong;
                HcsCloseOperation(operation);
                HcsCloseComputeSystem(own);
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK_EQUAL(0, wrong.load());
    discard(system);
    CHECK_EQUAL(0, live_objects());
    CHECK_EQUAL(S_OK_, hcsffi_shutdown());
}
