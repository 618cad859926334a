/* Memory that one thread takes and another gives back: taken again, and kept in bounds. */
#include "harness.h"

#include <atomic>
#include <new>
#include <thread>
#include <vector>

#include "ground/recycled.h"

static std::atomic<long> asked_of_malloc{0};

__attribute__((noinline)) void* operator new(size_t size) {
    asked_of_malloc.fetch_add(1);
    if (void* const memory = malloc(size)) return memory;
    throw std::bad_alloc();
}
__attribute__((noinline)) void operator delete(void* memory) noexcept { free(memory); }
__attribute__((noinline)) void operator delete(void* memory, size_t) noexcept { free(memory); }

using namespace hcsffi;

namespace {

constexpr size_t kSize = 300;
constexpr size_t kMost = 2048;

std::vector<void*> taken(size_t count) {
    std::vector<void*> blocks(count);
    for (void*& block : blocks) block = take_recycled(kSize);
    return blocks;
}

void give_all(const std::vector<void*>& blocks) {
    for (void* const block : blocks) give_recycled(block, kSize);
}

#if !defined(__SANITIZE_ADDRESS__)
/* How often malloc is asked for that many blocks. */
long asked_for(size_t count) {
    std::vector<void*> blocks(count);
    const long before = asked_of_malloc.load();
    for (void*& block : blocks) block = take_recycled(kSize);
    const long asked = asked_of_malloc.load() - before;
    give_all(blocks);
    return asked;
}
#endif

}  // namespace

TEST(blocks_are_taken_again_and_no_more_are_kept_than_a_burst_needs, "a client that once had a million in flight would keep their memory") {
#if defined(__SANITIZE_ADDRESS__)
    SKIP("the address sanitizer is to see each block end");
#else
    CHECK_EQUAL(100, asked_for(100));
    CHECK_EQUAL(0, asked_for(100));
    CHECK_EQUAL(3 * kMost - 100, asked_for(3 * kMost));
    CHECK_EQUAL(2 * kMost, asked_for(3 * kMost));
#endif
}

TEST(blocks_of_another_size_are_others, "a short one would be written beyond its end") {
    void* const small = take_recycled(1);
    give_recycled(small, 1);
    void* const large = take_recycled(500);
    memset(large, 'x', 500);
    CHECK(large != small);
    void* const huge = take_recycled(5000);
    memset(huge, 'x', 5000);
    give_recycled(huge, 5000);
    give_recycled(large, 500);
}

TEST(threads_that_take_and_give_at_once_never_share_a_block, "an operation would be two clients'") {
    std::atomic<int> shared{0};
    std::atomic<std::vector<void*>*> passed{nullptr};
    std::atomic<bool> ends{false};
    std::thread giver([&] {
        while (!ends.load() || passed.load() != nullptr) {
            const std::vector<void*>* const blocks = passed.exchange(nullptr);
            if (blocks == nullptr) {
                std::this_thread::yield();
                continue;
            }
            give_all(*blocks);
            delete blocks;
        }
    });
    auto take = [&](char mark) {
        for (int turn = 0; turn < 300; ++turn) {
            auto* const blocks = new std::vector<void*>(taken(64));
            for (void* const block : *blocks) memset(block, mark, kSize);
            for (const void* const block : *blocks) {
                for (size_t at = 0; at < kSize; ++at) shared.fetch_add(static_cast<const char*>(block)[at] != mark);
            }
            std::vector<void*>* nobody = nullptr;
            if (turn % 2 == 0 && passed.compare_exchange_strong(nobody, blocks)) continue;
            give_all(*blocks);
            delete blocks;
        }
    };
    std::thread first(take, 'a'), second(take, 'b');
    first.join();
    second.join();
    ends.store(true);
    giver.join();
    CHECK_EQUAL(0, shared.load());
}
