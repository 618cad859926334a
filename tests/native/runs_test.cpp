/* The runs of an operation (engine/operation.h): each has a number, and a word that comes late for an earlier one changes nothing. Through
 * the calls of a client this takes two threads and luck, so it is asked of the class itself. */
#include <atomic>
#include <memory>
#include <thread>

#include "engine/operation.h"
#include "engine/scheduler.h"
#include "ground/outcome.h"
#include "harness.h"

using namespace hcsffi;

namespace {

struct Begun {
    Scheduler scheduler;
    std::shared_ptr<Operation> operation = std::make_shared<Operation>(scheduler, 1, nullptr, nullptr, nullptr);
    int dropped = 0;

    uint64_t begin() {
        Errand errand;
        errand.dropped = [this] { ++dropped; };
        uint64_t run = 0;
        return operation->begin(std::move(errand), &run) == kOk ? run : 0;
    }
    HRESULT code() const { return operation->result().code; }
};

}  // namespace

TEST(a_word_about_a_run_that_is_over_changes_nothing, "its answer was given, and may have been read") {
    Begun begun;
    const uint64_t run = begun.begin();
    CHECK(run != 0);
    begun.operation->abort(failure(kServiceDisconnect, "the host was shut down"));
    CHECK_EQUAL(1, begun.dropped);
    begun.operation->refuse(run, failure(kOutOfMemory, "no thread"));
    begun.operation->complete(run, success());
    CHECK(!begun.operation->work_begins(run));
    CHECK_EQUAL(kServiceDisconnect, begun.code());
    CHECK_EQUAL(1, begun.dropped);
}

TEST(a_word_about_an_earlier_run_does_not_touch_the_next, "whoever waits for the next would get the answer of another call") {
    Begun begun;
    const uint64_t first = begun.begin();
    begun.operation->abort(failure(kServiceDisconnect, "the service went away"));
    const uint64_t second = begun.begin();
    CHECK(first != 0 && second != 0 && first != second);
    begun.operation->refuse(first, failure(kOutOfMemory, "no thread"));
    begun.operation->complete(first, success());
    CHECK(!begun.operation->work_begins(first));
    CHECK(begun.operation->running());
    CHECK_EQUAL(kOperationPending, begun.code());
    CHECK_EQUAL(0, begun.begin());
    CHECK(begun.operation->work_begins(second));
    CHECK(!begun.operation->work_begins(second));
    begun.operation->complete(second, success());
    CHECK_EQUAL(kOk, begun.code());
    CHECK_EQUAL(1, begun.dropped);  // the first's; what the second accepted was carried out
}

TEST(a_refused_run_undoes_what_was_accepted_and_keeps_its_reason, "a create that was refused leaves nothing queued") {
    Begun begun;
    const uint64_t run = begun.begin();
    begun.operation->refuse(run, failure(kOutOfMemory, "no thread"));
    CHECK_EQUAL(1, begun.dropped);
    CHECK(!begun.operation->running());
    CHECK_EQUAL(kOutOfMemory, begun.code());
    CHECK_EQUAL(kOperationNotStarted, begun.operation->cancel(failure(kCancelled, "the operation was cancelled")));
    CHECK(begun.begin() != 0);
    CHECK_EQUAL(kOperationPending, begun.code());
    begun.operation->abort(success());
    CHECK_EQUAL(2, begun.dropped);
}

TEST(a_cancelled_run_ends_unless_its_work_has_begun, "what is half done is not undone by asking") {
    Begun begun;
    CHECK_EQUAL(kOperationNotStarted, begun.operation->cancel(failure(kCancelled, "the operation was cancelled")));
    begun.begin();
    CHECK_EQUAL(kOk, begun.operation->cancel(failure(kCancelled, "the operation was cancelled")));
    CHECK_EQUAL(kCancelled, begun.code());
    CHECK_EQUAL(1, begun.dropped);
    CHECK_EQUAL(kOperationAlreadyCancelled, begun.operation->cancel(failure(kCancelled, "the operation was cancelled")));
    const uint64_t run = begun.begin();
    CHECK(begun.operation->work_begins(run));
    CHECK_EQUAL(kOk, begun.operation->cancel(failure(kCancelled, "the operation was cancelled")));
    CHECK(begun.operation->running());
    begun.operation->complete(run, success());
    CHECK_EQUAL(kOk, begun.code());
    CHECK_EQUAL(kOperationAlreadyCancelled, begun.operation->cancel(failure(kCancelled, "the operation was cancelled")));
    CHECK_EQUAL(1, begun.dropped);
}

TEST(who_waits_is_not_let_go_by_another_operation_of_the_same_lock, "operations share their locks, and each waiter has its own answer") {
    Begun begun;
    uint64_t number = 2;
    while (&begun.scheduler.operation_lock(number) != &begun.scheduler.operation_lock(1)) ++number;
    CHECK(&begun.scheduler.operation_lock(2) != &begun.scheduler.operation_lock(1));
    const auto other = std::make_shared<Operation>(begun.scheduler, number, nullptr, nullptr, nullptr);
    const uint64_t run = begun.begin();
    uint64_t other_run = 0;
    CHECK_EQUAL(kOk, other->begin({}, &other_run));
    std::atomic<bool> let_go{false};
    HRESULT code = kOk, other_code = kUnexpected;
    std::thread waiter([&] {
        code = begun.operation->wait(kInfinite).code;
        let_go = true;
    });
    std::thread other_waiter([&] { other_code = other->wait(kInfinite).code; });
    other->complete(other_run, success());
    other_waiter.join();
    CHECK_EQUAL(kOk, other_code);
    CHECK(!let_go);
    CHECK(begun.operation->running());
    begun.operation->complete(run, failure(kOutOfMemory, "no memory"));
    waiter.join();
    CHECK_EQUAL(kOutOfMemory, code);
}
