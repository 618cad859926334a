/* The runs of an operation (engine/operation.h): each has a number, and a word that comes late for an earlier one changes nothing. Through
 * the calls of a client this takes two threads and luck, so it is asked of the class itself. */
#include <memory>

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
