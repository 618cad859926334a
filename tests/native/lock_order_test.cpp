/* The order of the host's locks (ground/lock_order.h) as these builds check it: taken backwards, twice, beside one of the same rank, or
 * held where somebody else's code would run, a program ends at once instead of hanging one day. */
#include <cstring>

#define HARNESS_MODES take_wrongly
#include "engine/scheduler.h"
#include "ground/lock_order.h"
#include "harness.h"

using namespace hcsffi;

namespace {

OrderedMutex<Rank::kSystem> system_lock, other_system_lock;
OrderedMutex<Rank::kOperation> operation_lock;
OrderedMutex<Rank::kLeaf> leaf_lock;

constexpr char kInOrder[] = "--in-order", kBackwards[] = "--backwards", kTwice[] = "--twice", kBeside[] = "--beside",
               kPosting[] = "--posting";

bool ends_well(const char* how) {
    const char* const words[] = {how, nullptr};
    child taker;
    long long status = -1;
    if (!start_self(&taker, CHILD_SHARES_STREAMS, words) || !child_ends(&taker, 20000, &status)) abort();
    child_close(&taker);
    return status == 0;
}

}  // namespace

TEST(locks_are_taken_outermost_first, "and given back in any order; afterwards the thread holds none") {
    CHECK(holds_no_lock());
    {
        Lock<Rank::kSystem> outer(system_lock);
        Lock<Rank::kOperation> middle(operation_lock);
        CHECK(!holds_no_lock());
        outer.unlock();
        Lock<Rank::kLeaf> inner(leaf_lock);
        middle.unlock();
        inner.unlock();
        CHECK(holds_no_lock());
        outer.lock();
        CHECK(!holds_no_lock());
    }
    CHECK(holds_no_lock());
    CHECK(ends_well(kInOrder));
}

TEST(a_lock_taken_out_of_order_ends_the_program, "two threads that did it would wait for each other once in a year") {
    CHECK(!ends_well(kBackwards));
    CHECK(!ends_well(kTwice));
    CHECK(!ends_well(kBeside));
}

TEST(work_is_not_handed_over_with_a_lock_held, "it may run on the spot and take any") { CHECK(!ends_well(kPosting)); }

static int take_wrongly(int count, char** arguments) {
    if (count != 2 || strncmp(arguments[1], "--", 2) != 0 || strcmp(arguments[1], "--here") == 0) return -1;
    const char* const how = arguments[1];
    Lock<Rank::kOperation> held(operation_lock);
    if (strcmp(how, kBackwards) == 0) Lock<Rank::kSystem> wrong(system_lock);
    if (strcmp(how, kTwice) == 0) Lock<Rank::kOperation> wrong(operation_lock);
    held.unlock();
    Lock<Rank::kSystem> outer(system_lock);
    if (strcmp(how, kBeside) == 0) Lock<Rank::kSystem> wrong(other_system_lock);
    if (strcmp(how, kPosting) == 0) Scheduler().post([] {});
    held.lock();
    return 0;
}
