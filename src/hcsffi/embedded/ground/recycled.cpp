#include "ground/recycled.h"

#include <atomic>
#include <cstdint>
#include <new>

namespace hcsffi {

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kRecycles = false;  // it would hide a use after the end
#else
constexpr bool kRecycles = true;
#endif
constexpr size_t kStep = 64;
constexpr size_t kSizes = 8;
constexpr uint32_t kMost = 2'048;  // blocks of a size that wait on a list; more go back to malloc

struct Block {
    Block* next;
};

class Blocks {
  public:
    // nullptr where there is none, or where another thread is about to take one.
    void* take() {
        if (taking_.test_and_set(std::memory_order_acquire)) return nullptr;
        if (kept_ == nullptr) {
            returned_count_.store(0, std::memory_order_relaxed);
            kept_ = returned_.exchange(nullptr, std::memory_order_acquire);
        }
        Block* const taken = kept_;
        if (taken != nullptr) kept_ = taken->next;
        taking_.clear(std::memory_order_release);
        return taken;
    }

    bool give(void* memory) {
        const uint32_t waiting = returned_count_.load(std::memory_order_relaxed);
        if (waiting >= kMost) return false;
        returned_count_.store(waiting + 1, std::memory_order_relaxed);
        Block* const block = new (memory) Block{returned_.load(std::memory_order_relaxed)};
        while (!returned_.compare_exchange_weak(block->next, block, std::memory_order_release, std::memory_order_relaxed)) {
        }
        return true;
    }

  private:
    alignas(kStep) std::atomic<Block*> returned_{nullptr};
    std::atomic<uint32_t> returned_count_{0};  // about: of two that give back at once, one may go uncounted
    alignas(kStep) std::atomic_flag taking_ = ATOMIC_FLAG_INIT;
    Block* kept_ = nullptr;  // its who has set the flag
};

Blocks g_blocks[kSizes];

constexpr size_t rounded(size_t size) { return (size + kStep - 1) / kStep * kStep; }

Blocks* blocks_of(size_t size) { return kRecycles && size <= kStep * kSizes ? &g_blocks[(size - 1) / kStep] : nullptr; }

}  // namespace

void* take_recycled(size_t size) {
    Blocks* const blocks = blocks_of(size);
    void* const taken = blocks != nullptr ? blocks->take() : nullptr;
    return taken != nullptr ? taken : ::operator new(rounded(size));
}

void give_recycled(void* block, size_t size) noexcept {
    Blocks* const blocks = blocks_of(size);
    if (blocks == nullptr || !blocks->give(block)) ::operator delete(block);
}

}  // namespace hcsffi
