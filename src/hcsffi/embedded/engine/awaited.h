/* Who waits for whose callback to return.
 *
 * Closing what calls back waits for its running callback. Where that callback closes, on its own thread, what calls back on the thread that
 * waits for it, or waits for others that do, all of them would wait for ever. So every wait of that kind is noted, and the one that would
 * close the circle is not begun: its close answers as it does within its own callback, whose return nobody can wait for either.
 */
#pragma once

#include <atomic>
#include <thread>

#include "ground/lock_order.h"

namespace hcsffi {

class Awaited {
  public:
    // A wait of the calling thread, for as long as it lives. It needs no memory, because closing does not fail.
    class Wait {
      public:
        // threads: any that holds the lock under which the callback returns. `of` has called back on `thread`, and has not returned yet.
        Wait(Awaited& awaited, std::thread::id thread, const void* of) : Wait(awaited, std::this_thread::get_id(), thread, of) {}
        // The same of another thread, which waits for this one to call back and end.
        Wait(Awaited& awaited, std::thread::id waiter, std::thread::id thread, const void* of);
        ~Wait();
        Wait(const Wait&) = delete;
        Wait& operator=(const Wait&) = delete;
        // False when it would never end.
        explicit operator bool() const { return ends_; }

      private:
        friend class Awaited;
        Awaited& awaited_;
        const std::thread::id waiter_;
        const std::thread::id thread_;
        const void* of_;  // guarded by awaited_.mutex_, as all below; null when it has called back
        Wait* next_ = nullptr;
        bool ends_ = true;
    };

    // threads: the one that called back, with the lock held under which it returns.
    void returned(const void* of);

  private:
    bool waits_for(std::thread::id thread, std::thread::id other) const;

    std::atomic<bool> is_any_{false};
    OrderedMutex<Rank::kLeaf> mutex_;
    Wait* first_ = nullptr;  // guarded by mutex_
};

}  // namespace hcsffi
