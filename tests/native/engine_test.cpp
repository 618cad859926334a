/* The engine by its own classes: what a handle hears and in which order, the runs of an operation, who waits for whom, and which call a
 * fault strikes. When tasks run is pace_test's and hand_over_test's. */
#include "harness.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "engine/awaited.h"
#include "engine/event.h"
#include "engine/fault.h"
#include "engine/operation.h"
#include "texts.h"
#include "workers.h"

using namespace hcsffi;

namespace {

// What the owners of some handles heard, as "aX()": whose owner, which event, and between the brackets what was told meanwhile.
struct Heard {
    std::mutex mutex;
    std::string said;
    void say(const std::string& word) {
        const std::lock_guard<std::mutex> lock(mutex);
        said += word;
    }
    std::string take() {
        const std::lock_guard<std::mutex> lock(mutex);
        return std::exchange(said, "");
    }
};

struct Ear {
    Heard& heard;
    char name;
    std::function<void()> meanwhile;
    std::thread::id thread;
    HCS_OPERATION operation = nullptr;

    static void hear(HCS_EVENT* event, void* context) {
        Ear& ear = *static_cast<Ear*>(context);
        const char* const word = event->Type == HcsEventSystemExited        ? "X"
                                 : event->Type == HcsEventProcessExited     ? "P"
                                 : event->Type == HcsEventOperationCallback ? "O"
                                 : event->Type == HcsEventServiceDisconnect ? "D"
                                                                            : "C";
        std::string text;
        for (PCWSTR unit = event->EventData; unit != nullptr && *unit != 0; ++unit) text += static_cast<char>(*unit);
        ear.heard.say(ear.name + std::string(word) + text + "(");
        ear.thread = std::this_thread::get_id();
        ear.operation = event->Operation;
        if (ear.meanwhile) std::exchange(ear.meanwhile, nullptr)();
        ear.heard.say(")");
    }
};

struct Done final : Completion {
    HCS_OPERATION handle() const override { return reinterpret_cast<HCS_OPERATION>(0x70); }
    bool is_closed() const override { return closed; }
    bool closed = false;
};

// Handles of one system whose owners are told on the stack of who tells.
struct Handles {
    Scheduler scheduler;
    std::shared_ptr<EventLine> line;
    std::shared_ptr<Subscription> a, b, c;
    Heard heard;
    Ear of_a{heard, 'a', {}, {}}, of_b{heard, 'b', {}, {}}, of_c{heard, 'c', {}, {}};

    Handles() {
        scheduler.configure(pace_of(0));
        line = std::make_shared<EventLine>(scheduler);
        for (auto* each : {&a, &b, &c}) *each = std::make_shared<Subscription>(line);
    }
    HRESULT listen(const std::shared_ptr<Subscription>& handle, uint32_t options = HcsEventOptionNone) {
        return handle->set(options, handle == a ? &of_a : handle == b ? &of_b : &of_c, Ear::hear);
    }
};

HRESULT forget(const std::shared_ptr<Subscription>& handle) { return handle->set(HcsEventOptionNone, nullptr, nullptr); }

}  // namespace

TEST(a_handle_has_one_registration_with_options_that_are_known, "an option nobody keeps must not look kept (D-1)") {
    Handles all;
    CHECK(!all.a->takes_completions());
    for (const uint32_t options : {0u, 1u, 2u, 4u, 7u}) {
        CHECK_EQUAL(options == 0 ? kOk : kInvalidArgument, all.a->set(options, nullptr, nullptr));
        CHECK_EQUAL(kOk, all.listen(all.a, options));
        CHECK_EQUAL(options % 2 == 1, all.a->takes_completions());
        CHECK_EQUAL(kCallbackAlreadySet, all.listen(all.a, options));
        CHECK_EQUAL(kInvalidArgument, all.a->set(8, nullptr, nullptr));
        CHECK_EQUAL(kOk, forget(all.a));
        CHECK(!all.a->takes_completions());
    }
    CHECK_EQUAL(kInvalidArgument, all.listen(all.a, 8));
    CHECK_EQUAL(kInvalidArgument, all.listen(all.a, 9));
    CHECK_EQUAL(kOk, all.listen(all.a, 1));
    CHECK(all.a->close() && !all.a->takes_completions());
    CHECK(same("", all.heard.take()));
}

TEST(what_a_handle_missed_is_told_to_the_first_who_listens,
     "an exit, a disconnect and completions, each once, and nothing else (C-24, A-23)") {
    Handles all;
    const auto done = std::make_shared<Done>(), closed = std::make_shared<Done>();
    all.a->notify(HcsEventSystemCrashReport, nullptr);
    all.a->notify_exit(HcsEventSystemExited, make_text("1"));
    all.a->notify_exit(HcsEventSystemExited, make_text("2"));
    all.a->notify_completion(done);
    all.a->notify_completion(closed);
    all.a->notify_completion(std::make_shared<Done>());
    all.a->notify_disconnect();
    all.a->notify_disconnect();
    closed->closed = true;
    CHECK_EQUAL(kOk, all.listen(all.a, HcsEventOptionEnableOperationCallbacks));
    CHECK(same("aX1()aO()aD()", all.heard.take()));
    all.a->notify_completion(done);
    CHECK(all.of_a.operation == done->handle());
    all.a->notify(HcsEventSystemCrashReport, make_text("3"));
    CHECK(all.of_a.operation == nullptr);
    all.a->notify_exit(HcsEventSystemExited, make_text("4"));
    all.a->notify_disconnect();
    CHECK(same("aO()aC3()", all.heard.take()));

    all.b->notify_completion(done);
    CHECK_EQUAL(kOk, all.listen(all.b));
    all.b->notify_completion(done);
    CHECK_EQUAL(kOk, forget(all.b));
    CHECK_EQUAL(kOk, all.listen(all.b, HcsEventOptionEnableOperationCallbacks));
    CHECK(same("", all.heard.take()));
    all.b->notify_disconnect();
    all.b->notify_exit(HcsEventProcessExited, nullptr);
    CHECK(same("bD()bP()", all.heard.take()));
}

TEST(of_completions_nobody_listens_to_the_last_are_kept,
     "a client that never listens must not cost more and more; an exit is never dropped") {
    for (const size_t many : {1u, 62u, 63u, 64u, 65u, 200u}) {
        Handles all;
        const auto done = std::make_shared<Done>(), first = std::make_shared<Done>();
        all.a->notify_exit(HcsEventSystemExited, nullptr);
        all.a->notify_completion(first);
        for (size_t at = 1; at < many; ++at) all.a->notify_completion(done);
        first->closed = true;  // it is told by its absence
        CHECK_EQUAL(kOk, all.listen(all.a, HcsEventOptionEnableOperationCallbacks));
        std::string expected = "aX()";
        for (size_t at = 0; at < std::min<size_t>(many - 1, 63); ++at) expected += "aO()";
        CHECK(same(expected, all.heard.take()));
    }
    Handles all;
    const auto done = std::make_shared<Done>();
    for (int at = 0; at < 65; ++at) all.a->notify_completion(done);
    CHECK_EQUAL(kOk, all.listen(all.a, HcsEventOptionEnableOperationCallbacks));
    CHECK_EQUAL(64 * 4, all.heard.take().size());
}

TEST(handles_of_one_system_hear_one_event_after_the_other,
     "in the order they happened, never one inside another, whoever tells it (Z-15)") {
    Handles all;
    CHECK(all.listen(all.b) == kOk && all.listen(all.c) == kOk);
    all.a->notify_exit(HcsEventSystemExited, nullptr);
    all.of_c.meanwhile = [&] {
        all.listen(all.a);
        all.b->notify(HcsEventSystemCrashReport, make_text("1"));
        all.a->notify(HcsEventSystemCrashReport, make_text("2"));
        all.c->notify_exit(HcsEventProcessExited, nullptr);
        all.b->notify_disconnect();
    };
    all.c->notify(HcsEventSystemCrashReport, make_text("0"));
    CHECK(same("cC0()aX()bC1()aC2()cP()bD()", all.heard.take()));
    CHECK(all.of_b.thread == std::this_thread::get_id());
    for (int turn = 0; turn < 2; ++turn) all.b->notify(HcsEventSystemCrashReport, nullptr);
    CHECK(same("bC()bC()", all.heard.take()));
    const auto told = std::make_shared<Meeting>(2);
    all.of_b.meanwhile = [told] { told->report(); };
    all.b->notify_exit_elsewhere(HcsEventProcessExited, nullptr);
    told->come();
    all.scheduler.stop();  // the callback has returned
    CHECK(all.of_b.thread != std::this_thread::get_id());
    all.b->notify_exit_elsewhere(HcsEventProcessExited, nullptr);
    all.b->notify_exit(HcsEventProcessExited, nullptr);
    CHECK(same("bP()", all.heard.take()));
}

TEST(an_exit_outlives_the_registration_it_waited_for, "whoever listens next would wait for ever; anything else is gone with the callback") {
    for (const HCS_EVENT_TYPE exit : {HcsEventSystemExited, HcsEventProcessExited}) {
        Handles all;
        CHECK_EQUAL(kOk, all.listen(all.a, HcsEventOptionEnableOperationCallbacks));
        all.of_a.meanwhile = [&] {
            all.a->notify(HcsEventSystemCrashReport, make_text("1"));
            all.a->notify_exit(exit, nullptr);
            all.a->notify_disconnect();
            if (forget(all.a) != kOk || all.a->takes_completions()) all.heard.say("wrong");
        };
        all.a->notify(HcsEventSystemCrashReport, make_text("0"));
        CHECK(same("aC0()", all.heard.take()));
        CHECK_EQUAL(kOk, all.listen(all.a));
        CHECK(same(exit == HcsEventSystemExited ? "aX()" : "aP()", all.heard.take()));
    }
}

TEST(a_closed_handle_hears_nothing_more, "what its callback used may be gone (B-40)") {
    Handles all;
    const auto done = std::make_shared<Done>();
    const auto tell_everything = [&](const std::shared_ptr<Subscription>& handle) {
        handle->notify(HcsEventSystemCrashReport, nullptr);
        handle->notify_disconnect();
        handle->notify_completion(done);
        handle->notify_exit(HcsEventSystemExited, nullptr);
    };
    bool closed = true;
    all.of_a.meanwhile = [&] {
        tell_everything(all.a);
        closed = all.a->close();
    };
    CHECK_EQUAL(kOk, all.listen(all.a, HcsEventOptionEnableOperationCallbacks));
    all.a->notify(HcsEventSystemCrashReport, nullptr);
    CHECK(!closed);  // it cannot wait for the callback it is in
    tell_everything(all.b);
    CHECK(all.b->close() && all.c->close());
    all.a->notify_disconnect(), all.a->notify_now(HcsEventSystemExited);
    tell_everything(all.c);
    CHECK(same("aC()", all.heard.take()));
    for (const auto& handle : {all.a, all.b, all.c}) CHECK_EQUAL(kOk, all.listen(handle, HcsEventOptionEnableOperationCallbacks));
    CHECK(same("", all.heard.take()));
}

TEST(a_last_word_is_told_past_the_line_on_a_thread_of_its_own, "the line may be what its handle is closed in") {
    Handles all;
    all.a->notify_now(HcsEventSystemCrashReport);
    CHECK_EQUAL(kOk, all.listen(all.a));
    CHECK_EQUAL(kOk, all.listen(all.b));
    all.of_b.meanwhile = [&] {
        all.b->notify_now(HcsEventSystemExited);  // in its own callback it is dropped
        all.a->notify_now(HcsEventSystemCrashReport);
        all.a->notify(HcsEventSystemExited, nullptr);
    };
    all.of_a.meanwhile = [&] {
        all.b->notify_now(HcsEventSystemExited);  // whose callback waits for this one
        all.heard.say(all.b->close() ? "waited" : "");
    };
    all.b->notify(HcsEventSystemCrashReport, nullptr);
    CHECK(same("bC(aC())aX()", all.heard.take()));
    CHECK(all.of_a.thread == std::this_thread::get_id());
    all.a->notify_now(HcsEventProcessExited);
    CHECK(all.of_a.thread != std::this_thread::get_id());
    CHECK(same("aP()", all.heard.take()));
}

namespace {

// What an operation's client and its call hear, and what the callback finds.
struct Client {
    int calls = 0, undone = 0;
    HCS_OPERATION told = nullptr;
    std::function<void()> meanwhile;
    static void complete(HCS_OPERATION operation, void* context) {
        Client& client = *static_cast<Client*>(context);
        ++client.calls;
        client.told = operation;
        if (client.meanwhile) client.meanwhile();
    }
    static void hear(HCS_EVENT* event, void* context) {
        if (event->Type == HcsEventOperationCallback && event->EventData == nullptr) complete(event->Operation, context);
    }
    Errand errand(const std::shared_ptr<Subscription>& subscription = nullptr) {
        Errand errand;
        errand.subscription = subscription;
        errand.dropped = [this] { ++undone; };
        return errand;
    }
};

const HCS_OPERATION kItsHandle = reinterpret_cast<HCS_OPERATION>(0x11);
const Outcome kGood{}, kBad{kAccessDenied, nullptr}, kEnded{kCancelled, nullptr};

}  // namespace

TEST(a_run_of_an_operation_ends_once, "what comes late, for an earlier run or a second time, must not be taken for the answer") {
    Scheduler scheduler;
    Client client;
    Operation operation(scheduler, 1, &client, Client::complete, nullptr);
    operation.set_handle(kItsHandle);
    const auto state = [&](HRESULT result, int calls, int undone) {
        return operation.result().code == result && operation.running() == (result == kOperationPending) && client.calls == calls &&
               client.undone == undone && operation.wait(0).code == (result == kOperationPending ? kOperationTimeout : result) &&
               operation.wait(1).code == (result == kOperationPending ? kOperationTimeout : result);
    };
    uint64_t run = 0, other = 77;
    operation.complete(0, kBad), operation.refuse(0, kBad), operation.abort(kBad);
    CHECK(!operation.work_begins(0) && operation.cancel(kEnded) == kOperationNotStarted && state(kOperationNotStarted, 0, 0));
    CHECK_EQUAL(kOk, operation.begin(client.errand(), &run));
    CHECK_EQUAL(kOperationAlreadyStarted, operation.begin(Errand(), &other));
    CHECK(other == 77 && !operation.work_begins(run + 1) && operation.work_begins(run) && !operation.work_begins(run));
    operation.complete(run + 1, kBad), operation.refuse(run + 1, kBad);
    CHECK(state(kOperationPending, 0, 0));
    operation.complete(run, kBad), operation.complete(run, kGood), operation.refuse(run, kGood), operation.abort(kGood);
    CHECK(state(kAccessDenied, 1, 0) && client.told == kItsHandle && !operation.work_begins(run));

    CHECK_EQUAL(kOk, operation.begin(client.errand(), &run));
    CHECK(state(kOperationPending, 1, 0) && operation.work_begins(run));
    CHECK_EQUAL(kOk, operation.cancel(kEnded));  // what is being carried out ends as it would have
    CHECK_EQUAL(kOperationAlreadyCancelled, operation.cancel(kEnded));
    CHECK(state(kOperationPending, 1, 0));
    operation.complete(run, kGood);
    CHECK(state(kOk, 2, 0) && operation.cancel(kEnded) == kOperationAlreadyCancelled);

    CHECK_EQUAL(kOk, operation.begin(client.errand(), &run));
    CHECK_EQUAL(kOk, operation.cancel(kEnded));
    CHECK(state(kCancelled, 3, 1) && !operation.work_begins(run));
    CHECK_EQUAL(kOk, operation.begin(client.errand(), &run));
    operation.complete(run, kGood);
    CHECK(state(kOk, 4, 2) && operation.cancel(kEnded) == kOk && state(kOk, 4, 2));
    CHECK_EQUAL(kOk, operation.begin(client.errand(), &run));
    operation.refuse(run, kBad), operation.complete(run, kGood), operation.abort(kEnded);
    CHECK(state(kAccessDenied, 4, 3) && operation.cancel(kEnded) == kOperationNotStarted && !operation.work_begins(run));
    CHECK_EQUAL(kOk, operation.begin(client.errand(), &run));
    operation.abort(kEnded), operation.abort(kBad);
    CHECK(state(kCancelled, 5, 4));
    CHECK(operation.begin(client.errand(), &run) == kOk && operation.work_begins(run));
    operation.abort(kEnded);
    CHECK(state(kCancelled, 6, 4));
}

TEST(an_operation_is_not_free_until_its_callback_has_returned,
     "a client that begins or closes it there is told so at once, and does not hang") {
    Scheduler scheduler;
    for (const bool by_event : {false, true}) {
        Client client;
        Operation operation(scheduler, 65, &client, by_event ? nullptr : Client::complete, by_event ? Client::hear : nullptr);
        operation.set_handle(kItsHandle);
        uint64_t run = 0;
        HRESULT again = kOk;
        client.meanwhile = [&] { again = operation.begin(Errand(), &run); };
        for (int turn = 1; turn <= 3; ++turn) {
            CHECK_EQUAL(kOk, operation.begin(client.errand(), &run));
            CHECK_EQUAL(kOperationAlreadyStarted, operation.set_callback(nullptr, nullptr));
            operation.complete(run, kGood);
            CHECK_EQUAL(kOperationAlreadyStarted, again);
            CHECK(client.calls == turn && client.undone == turn && client.told == kItsHandle && operation.context() == &client);
        }
        bool closed = true;
        client.meanwhile = [&] { closed = operation.close(); };
        CHECK_EQUAL(kOk, operation.begin(client.errand(), &run));
        operation.complete(run, kBad);
        CHECK(!closed && operation.is_closed() && operation.close());
        CHECK_EQUAL(kOk, operation.begin(client.errand(), &run));
        operation.complete(run, kGood);
        CHECK(client.calls == 4 && client.undone == 5 && operation.result().code == kOk);
    }
}

TEST(a_close_waits_for_the_callback_that_runs,
     "its context may be freed afterwards, on a worker too, whose place is taken meanwhile (B-40)") {
    for (const bool by_worker : {false, true}) {
        Scheduler scheduler;
        scheduler.configure(pace_of(1));
        Client client;
        Operation operation(scheduler, 2, &client, Client::complete, nullptr);
        Meeting inside(2), leaving(2);
        bool left = false;
        client.meanwhile = [&] { inside.come(), leaving.come(), left = true; };
        uint64_t run = 0;
        CHECK_EQUAL(kOk, operation.begin(client.errand(), &run));
        std::thread completing([&] { operation.complete(run, kGood); });
        inside.come();
        bool closed = false, had_left = false;
        const auto close = [&] {
            closed = operation.close();
            had_left = left;
        };
        if (by_worker) {
            const auto over = std::make_shared<Meeting>(2);
            scheduler.post([&close, over] {
                close();
                over->report();
            });
            scheduler.post([&leaving] { leaving.report(); });  // the only worker waits for what this lets go
            over->come();
        } else {
            std::thread letting([&] { leaving.report(); });
            close();
            letting.join();
        }
        completing.join();
        CHECK(closed && had_left);
    }
}

TEST(of_callbacks_that_close_each_other_one_is_told_so, "it cannot wait for the other, and does not say that it did") {
    Scheduler scheduler;
    struct One {
        std::unique_ptr<Operation> operation;
        Client client;
        uint64_t run = 0;
        bool closed = false;
    } ones[2];
    Meeting inside(2);
    for (const size_t at : {0u, 1u}) {
        ones[at].operation = std::make_unique<Operation>(scheduler, at, &ones[at].client, Client::complete, nullptr);
        ones[at].client.meanwhile = [&ones, &inside, at] {
            inside.come();
            ones[at].closed = ones[1 - at].operation->close();
        };
        CHECK_EQUAL(kOk, ones[at].operation->begin(Errand(), &ones[at].run));
    }
    std::thread other([&] { ones[1].operation->complete(ones[1].run, kGood); });
    ones[0].operation->complete(ones[0].run, kGood);
    other.join();
    CHECK(ones[0].closed != ones[1].closed);
}

TEST(a_callback_that_has_returned_is_waited_for_no_more, "its thread may at once wait for whoever has waited for it") {
    for (int turn = 0; turn < 40; ++turn) {
        Handles all;
        Client first, second;
        Operation left(all.scheduler, 1, &first, Client::complete, nullptr), right(all.scheduler, 2, &second, Client::complete, nullptr);
        const bool of_handle = turn % 2 == 0;  // else of the operation
        Meeting inside(2);
        uint64_t left_run = 0, right_run = 0;
        bool left_closed = false;
        second.meanwhile = all.of_a.meanwhile = [&] {
            inside.come();
            while (all.scheduler.threads() < 2) std::this_thread::yield();  // the other one waits now, and is stood in for
        };
        first.meanwhile = [&] {
            inside.come();
            left_closed = of_handle ? all.a->close() : right.close();
        };
        CHECK_EQUAL(kOk, all.listen(all.a));
        CHECK(left.begin(Errand(), &left_run) == kOk && right.begin(Errand(), &right_run) == kOk);
        const auto over = std::make_shared<Meeting>(2);
        all.scheduler.post_elsewhere([&, over] {
            left.complete(left_run, kGood);
            over->report();
        });
        if (of_handle) all.a->notify(HcsEventSystemCrashReport, nullptr);
        else right.complete(right_run, kGood);
        const bool right_closed = left.close();
        over->come();
        CHECK(left_closed && right_closed);
    }
}

TEST(who_waits_for_an_operation_hears_of_each_end, "a worker that waits without end would be lost to the host") {
    for (const bool refused : {false, true}) {
        Scheduler scheduler;
        scheduler.configure(pace_of(1));
        Operation operation(scheduler, 5, nullptr, nullptr, nullptr);
        uint64_t run = 0;
        CHECK_EQUAL(kOk, operation.begin(Errand(), &run));
        const auto over = std::make_shared<Meeting>(2);
        HRESULT waited = kOk;
        scheduler.post([&, over] {
            waited = operation.wait(kInfinite).code;
            over->report();
        });
        while (scheduler.threads() < 2) std::this_thread::yield();  // a second one has taken the place of the one that waits
        if (refused) operation.refuse(run, kBad);
        else operation.complete(run, kBad);
        over->come();
        CHECK_EQUAL(kAccessDenied, waited);
    }
}

namespace {

// So many workers wait at the same time for an operation to end, or close it while its callback runs; then all of them are let go.
void wait_at_once(Scheduler& scheduler, Operation& operation, Client& client, int many, bool closing) {
    uint64_t run = 0;
    if (operation.begin(Errand(), &run) != kOk) return;
    Meeting inside(2), leaving(2);
    const auto over = std::make_shared<Meeting>(many + 1);
    if (closing) client.meanwhile = [&] { inside.come(), leaving.come(); };
    std::thread completing;
    if (closing) {
        completing = std::thread([&] { operation.complete(run, kGood); });
        inside.come();
    }
    for (int task = 0; task < many; ++task) {
        scheduler.post([&operation, closing, over] {
            if (closing) operation.close();
            else operation.wait(kInfinite);
            over->report();
        });
    }
    while (scheduler.threads() < static_cast<uint64_t>(many) + 1) std::this_thread::yield();  // all of them are stood in for
    if (closing) leaving.report();
    else operation.complete(run, kGood);
    over->come();
    if (closing) completing.join();
    client.meanwhile = nullptr;
}

}  // namespace

TEST(each_who_waits_for_an_operation_or_for_its_callback_is_let_go, "one who waited before must not be counted for one who waits now") {
    for (const bool closing_first : {false, true}) {
        Scheduler scheduler;
        scheduler.configure(pace_of(1));
        Client client;
        Operation operation(scheduler, 6, &client, Client::complete, nullptr);
        wait_at_once(scheduler, operation, client, 1, closing_first);
        wait_at_once(scheduler, operation, client, 2, !closing_first);
        CHECK_EQUAL(3, scheduler.threads());
        CHECK_EQUAL(closing_first ? 1 : 2, client.calls);
    }
}

TEST(a_removal_waits_for_the_callback_that_runs, "what the callback uses may be freed then, whoever removes it (B-40, D-1)") {
    for (const bool closing : {false, true}) {
        Handles all;
        Meeting inside(2), leaving(2);
        const auto over = std::make_shared<Meeting>(2);
        bool left = false, had_left = false;
        CHECK_EQUAL(kOk, all.listen(all.a));
        all.of_a.meanwhile = [&] { inside.come(), leaving.come(), left = true; };
        std::thread telling([&] { all.a->notify(HcsEventSystemCrashReport, nullptr); });
        inside.come();
        all.scheduler.configure(pace_of(1));
        all.scheduler.post([&, over] {
            if (closing) all.a->close();
            else forget(all.a);
            had_left = left;
            over->report();
        });
        all.scheduler.post([&leaving] { leaving.report(); });  // the only worker waits for what this lets go
        over->come();
        telling.join();
        CHECK(had_left);
    }
}

TEST(a_completion_is_an_event_where_the_handle_takes_it_as_one, "and an operation with a callback of its own is refused there (A-23)") {
    Handles all;
    Client client;
    uint64_t run = 0;
    CHECK_EQUAL(kOk, all.listen(all.a, HcsEventOptionEnableOperationCallbacks));
    CHECK_EQUAL(kOk, all.listen(all.b));
    const auto quiet = std::make_shared<Operation>(all.scheduler, 3, nullptr, nullptr, nullptr);
    const auto calling = std::make_shared<Operation>(all.scheduler, 4, &client, Client::complete, nullptr);
    quiet->set_handle(kItsHandle);
    CHECK_EQUAL(kCallbackAlreadySet, calling->begin(client.errand(all.a), &run));
    CHECK(calling->result().code == kOperationNotStarted && client.undone == 0);
    CHECK_EQUAL(kOk, calling->begin(client.errand(all.b), &run));
    calling->complete(run, kGood);
    CHECK(client.calls == 1 && same("", all.heard.take()));
    CHECK_EQUAL(kOk, quiet->begin(client.errand(all.a), &run));
    quiet->complete(run, kGood);
    CHECK(all.of_a.operation == kItsHandle && same("aO()", all.heard.take()));
    CHECK_EQUAL(kOk, quiet->begin(client.errand(all.a), &run));
    CHECK(quiet->close());
    quiet->complete(run, kGood);
    CHECK(same("", all.heard.take()));
    CHECK_EQUAL(kOk, calling->set_callback(&all, nullptr));
    CHECK_EQUAL(kOk, calling->begin(client.errand(all.a), &run));
    calling->refuse(run, kBad);
    CHECK(calling->context() == &all && client.calls == 1 && same("", all.heard.take()));
}

TEST(a_wait_that_would_close_a_circle_is_not_begun, "all of its threads would wait for ever") {
    Awaited awaited;
    Meeting ready(4), over(4);
    std::thread::id ids[3];
    std::vector<std::thread> threads;
    for (std::thread::id& id : ids) {
        threads.emplace_back([&id, &ready, &over] {
            id = std::this_thread::get_id();
            ready.come(), over.come();
        });
    }
    ready.come();
    const auto& [a, b, c] = ids;
    const char of[4] = "xyz";
    const auto ends = [&](std::thread::id waiter, std::thread::id thread) {
        const Awaited::Wait wait(awaited, waiter, thread, &of[3]);
        return static_cast<bool>(wait);
    };
    std::optional<Awaited::Wait> first, second, third;
    first.emplace(awaited, a, b, &of[0]);
    CHECK(*first && !ends(b, a) && ends(c, a) && ends(c, b));
    second.emplace(awaited, b, c, &of[1]);
    CHECK(*second && !ends(c, a) && !ends(c, b) && ends(std::this_thread::get_id(), a));
    awaited.returned(&of[2]);
    CHECK(!ends(c, a));
    awaited.returned(&of[0]);  // nobody is waited for by the first any more
    CHECK(ends(c, a) && !ends(c, b));
    third.emplace(awaited, c, a, &of[2]);
    CHECK(*third && !ends(a, b));
    second.reset();  // from the middle
    CHECK(ends(b, a) && ends(a, b) && !ends(a, c));
    awaited.returned(&of[2]);
    CHECK(ends(a, c));
    first.reset(), third.reset();
    first.emplace(awaited, a, b, &of[0]), second.emplace(awaited, b, c, &of[1]);
    first.reset();  // the one below is still known
    awaited.returned(&of[1]);
    CHECK(ends(c, b));
    second.reset();
    over.come();
    for (std::thread& thread : threads) thread.join();
}

TEST(a_fault_strikes_the_calls_it_is_for, "skip and count say which, the first rule that covers a call wins, and each counts every call") {
    FaultTable faults;
    const auto struck = [&](Function function) {
        const auto rule = faults.strike(function);
        return rule ? rule->message : "-";
    };
    const auto rule = [](Function function, uint64_t skip, uint64_t count, const char* message) {
        FaultRule made;
        made.function = function;
        made.skip = skip;
        made.count = count;
        made.message = message;
        return made;
    };
    const Function start = Function::HcsStartComputeSystem, pause = Function::HcsPauseComputeSystem;
    CHECK(same("-", struck(start)));
    faults.replace({rule(start, 1, 2, "a"), rule(start, 2, 2, "b"), rule(pause, 0, 1, "c"), rule(start, 6, UINT64_MAX, "d")});
    for (const char* expected : {"-", "a", "a", "b", "-", "-", "d", "d"}) CHECK(same(expected, struck(start)));
    for (const char* expected : {"c", "-"}) CHECK(same(expected, struck(pause)));
    CHECK(same("-", struck(Function::HcsResumeComputeSystem)));
    faults.replace({rule(start, 0, 1, "e")});
    for (const char* expected : {"e", "-"}) CHECK(same(expected, struck(start)));
    CHECK(same("-", struck(pause)));
    faults.replace({});
    CHECK(same("-", struck(start)));
}
