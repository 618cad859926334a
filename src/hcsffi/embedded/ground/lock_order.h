/* The order in which the host's locks are taken, checked where assertions are on.
 *
 * A thread takes a lock only while it holds none of the same rank or of a later one, so no two threads can wait for each other. What runs
 * somebody else's code (a client's callback, a task, a request to a tree) runs with none held: both who hands over and who takes over
 * assert it. The locks of `processes` are not among these: they are taken last and never held while anything of the host is called.
 */
#pragma once

#include <cassert>
#include <cstdint>
#include <mutex>

namespace hcsffi {

// Outermost first.
enum class Rank : uint8_t {
    kSystem,
    kProcess,
    kNetwork,
    kOwner,
    kSubscription,
    kEventLine,
    kOperation,
    kBatch,
    kScheduler,
    kLeaf,  // tables and ledgers: nothing is called while one is held
};

#ifdef NDEBUG
inline bool holds_no_lock() { return true; }
#else
// A bit for each rank this thread holds.
inline thread_local uint32_t t_held_ranks = 0;

inline bool holds_no_lock() { return t_held_ranks == 0; }
#endif

template <Rank rank>
class Lock;

template <Rank rank>
class OrderedMutex {
  private:
    friend class Lock<rank>;
    std::mutex mutex_;
};

// Holds a lock as std::unique_lock does, which a condition variable takes it for; while it waits there the rank stays taken.
template <Rank rank>
class Lock : public std::unique_lock<std::mutex> {
  public:
    explicit Lock(OrderedMutex<rank>& mutex) : std::unique_lock<std::mutex>(mutex.mutex_, std::defer_lock) { lock(); }
    ~Lock() {
        if (owns_lock()) unlock();
    }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

    void lock() {
#ifndef NDEBUG
        assert((t_held_ranks & ~kEarlier) == 0);
        t_held_ranks |= kOwn;
#endif
        std::unique_lock<std::mutex>::lock();
    }
    void unlock() {
        std::unique_lock<std::mutex>::unlock();
#ifndef NDEBUG
        assert(t_held_ranks & kOwn);
        t_held_ranks &= ~kOwn;
#endif
    }

  private:
    static constexpr uint32_t kOwn = uint32_t{1} << static_cast<uint32_t>(rank);
    static constexpr uint32_t kEarlier = kOwn - 1;
};

}  // namespace hcsffi
