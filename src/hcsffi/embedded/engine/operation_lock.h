/* The locks of all operations, and what is waited for under them.
 *
 * A lock of its own and what is waited for under it would be a quarter of what an operation takes for as long as it is pending, and only
 * those hold one that are being worked on at this moment. So they share a few by their number. A thread holds the lock of one operation at
 * most (lock_order.h); who waits looks again whenever another operation of the same lock has changed.
 */
#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <cstdint>

#include "ground/lock_order.h"

namespace hcsffi {

struct alignas(64) OperationLock {
    OrderedMutex<Rank::kOperation> mutex;
    std::condition_variable changed;
};

class OperationLocks {
  public:
    // Operations that are begun one after another have different ones.
    OperationLock& of(uint64_t operation) { return locks_[operation % kCount]; }

  private:
    static constexpr size_t kCount = 64;

    std::array<OperationLock, kCount> locks_;
};

}  // namespace hcsffi
