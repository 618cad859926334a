/* How long a worker sleeps before it looks for tasks again, so that it need not be woken for each of them.
 *
 * To wake a worker costs a system call on either side, many times what most tasks cost. Where tasks come one after another, it sleeps for
 * as long as kWished of them take, or for kLongestUs if that brings half as many, and nobody wakes it meanwhile. A sleep that brought fewer
 * than kWorthwhile was a mistake: twice as many batches have to come as fast before the next, so that a client that waits for each answer
 * before it asks again hardly ever waits for a sleep, too.
 */
#pragma once

#include <cstddef>
#include <cstdint>

namespace hcsffi {

class Gathering {
  public:
    static constexpr uint64_t kWished = 16;
    static constexpr uint64_t kWorthwhile = 4;
    static constexpr uint64_t kShortestUs = 20;  // what comes faster than that keeps a worker awake without any sleep
    static constexpr uint64_t kLongestUs = 160;
    static constexpr uint32_t kFirstPatience = 8;
    static constexpr uint32_t kLongestPatience = 1024;  // after that a sleep in vain costs a hundredth of the time

    // So many tasks were there at a time that only grows.
    void took(uint64_t now_us, size_t tasks);
    // Nothing is there now: how long to sleep, 0 for not at all. Who asks sleeps that long and says with `took` what that brought.
    uint64_t sleep_us();
    bool has_slept() const { return slept_; }

  private:
    uint64_t looked_us_ = 0;
    uint64_t wish_us_ = 0;
    uint32_t brisk_ = 0;  // how many batches in a row came as fast as a sleep is made for
    uint32_t patience_ = kFirstPatience;
    bool slept_ = false;
};

}  // namespace hcsffi
